import { t } from '@vscode/l10n';
import type { DocumentView } from '../attribution/context';
import type { BlockAnalysis } from '../attribution/model';
import { inDocument } from '../attribution/offsets';
import { compilePatterns, matchPatterns, type PatternEntry } from '../attribution/patterns';
import { perBlock } from '../attribution/perBlock';
import type { Block } from '../text/block';
import { frontMatterFields } from '../text/frontMatter';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { inTurns } from './inTurns';
import type { DocumentRule, RuleFinding } from './rule';
import { touchesQuotation, voiceAt } from './voice';
import { hasTitleCase } from './wording';

/** Asks when “last month” was, where the page has no date to count from. */
export const vagueTime: DocumentRule = {
	id: 'vague-time',
	summary: 'Asks when “a few days ago” or “last month” was, where the page has no date to count from.',
	why: `“Last month” counts from the day of writing. Without a dateline or a date of publication, a reader who finds the
text later cannot tell which month that was, nor check what happened in it.`,
	answer: 'Write the date, or give the page one: a dateline, a date under the byline, a `date` in the front matter.',
	authorities: [
		{
			title: 'Wikipedia: Relative time references',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Relative_time_references',
		},
	],
	severity: 'information',
	defaultOn: false,
	voice: { quoted: 'skip', attributed: 'skip' },
	silentIn: ['press-release', 'essay', 'not-news'],
	example: `The crane failed a few days ago in calm weather, and the pier was closed last month.
                 ^^^^^^^^^^^^^^ vague-time
                                                                         ^^^^^^^^^^ vague-time`,
	nonExample: `NORHAVEN, May 3 — The crane failed a few days ago in calm weather, and the pier was closed last month.`,
	*checkDocument(document: DocumentView): Iterable<RuleFinding | null> {
		if (hasDate(document)) return;
		yield* inTurns(document.analyses, function* (analysis, b) {
			const { tokens, sentences, block } = analysis;
			const context = document.contexts[b];
			if (!context || tokens.length === 0 || block.kind === 'headline' || block.kind === 'heading') return;
			for (const span of vagueTimesIn(analysis)) {
				if (touchesQuotation(analysis, span) || voiceAt(context, span) !== 'own') continue;
				const sentence = sentences.find(each => each.start <= span.start && span.end <= each.end);
				if (sentence && isDate(block.text.slice(sentence.start, sentence.end))) continue;
				const words = block.text.slice(span.start, span.end);
				yield {
					span: inDocument(analysis, span),
					message: t('When? “{0}” has no date to count from.', words),
					sameAs: words.toLowerCase(),
				};
			}
		});
	},
};

const count = 'a|two|three|four|five|six|seven|eight|nine|ten|several|some|many';
const unit = 'days|weeks|months|years|decades|hours';
const patterns: readonly string[] = [
	`a few ${unit} ago`,
	`a couple of ${unit} ago`,
	'a|one day|week|month|year|decade ago',
	`${count} ${unit} ago`,
	'not long|so ago',
	'last week|month|year|night|spring|summer|autumn|fall|winter',
	'earlier|later this week|month|year',
	'in|over recent days|weeks|months|years',
	'in|over the last|past few days|weeks|months|years',
	'the other day',
	'recently',
	'yesterday',
	'next week|month|year',
];
/** "the month before last year’s vote" counts from what it says; "the last month of the war" is no date. */
const unless: PatternEntry['unless'] = {
	before: ['of', 'before', 'earlier', "'s", 'after'],
	after: ['until', 'very', 'only', 'more', 'most'],
};
const expressions = compilePatterns(patterns.map((pattern): PatternEntry => ({ pattern, unless })));

const remembered = new WeakMap<readonly Token[], readonly Span[]>();

/** Where times that count from the day of writing stand in a block; remembered as long as the block is. */
export function vagueTimesIn({ tokens, sentences, block }: BlockAnalysis): readonly Span[] {
	const known = remembered.get(tokens);
	if (known) return known;
	const titleCase = hasTitleCase(block, tokens);
	const spans = [...matchPatterns(expressions, tokens, block.text, { sentences, titleCase })].map(({ span }) => span);
	remembered.set(tokens, spans);
	return spans;
}

// --- a date to count from ------------------------------------------------------------------------------------------

const dayAndMonth =
	/\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b/;
const numbers = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/;
/** "NORHAVEN, Monday (Courier) —". */
const weekdayDateline = /^[^.!?]{0,40}\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.!?]{0,30}?(?:—|–|--| - )/;
/** A credit or byline is short. */
const longestLine = 200;
/** Paragraphs from the top in which a full date counts for the page. */
const opening = 2;

/** Whether the page has a date to count from. */
export function hasDate({ analyses }: Pick<DocumentView, 'analyses'>): boolean {
	let paragraphs = 0;
	for (const [index, analysis] of analyses.entries()) {
		const { block } = analysis;
		if (block.kind === 'front-matter') {
			if (index === 0 && hasDateField(block)) return true;
			continue;
		}
		if (block.kind === 'paragraph') {
			paragraphs++;
			const isDateline = paragraphs <= opening && weekdayDateline.test(block.text.slice(0, longestLine));
			if (isDateline || (paragraphs <= opening && opensWithDate(analysis))) return true;
			// A byline with its date may be taken for a paragraph of its own.
			continue;
		}
		if ((block.kind === 'furniture' || paragraphs === 0) && opensWithDate(analysis)) return true;
	}
	return false;
}

function hasDateField({ text }: Block): boolean {
	const fields = frontMatterFields(text);
	return ['date', 'published', 'pubdate', 'publishdate', 'created', 'updated', 'lastmod'].some(name => fields[name]);
}

const opensWithDate = perBlock(({ block }) => isDate(block.text.slice(0, longestLine)));

function isDate(text: string): boolean {
	return dayAndMonth.test(text) || numbers.test(text);
}
