import { t } from '@vscode/l10n';
import { isCapitalized } from '../attribution/grammar';
import type { QuotedSpan } from '../attribution/model';
import { universalTag } from '../attribution/partsOfSpeech';
import { vocabularyOf } from '../attribution/vocabulary';
import { overlaps } from '../text/span';
import { attributeQuotation } from './fixes';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';

/** Asks whose words stand in quotation marks when no speaker is in reach. */
export const unattributedQuotation: BlockRule = {
	id: 'unattributed-quotation',
	summary: 'Asks whose words a quotation is when no speaker is in reach.',
	why: `Quotation marks promise that someone said just this. Without a speaker in the sentence or right beside it, readers
must guess, and guess the last name they read.`,
	answer:
		'Name the speaker in the same sentence, or take the marks away and write it in your own words, with its source.',
	authorities: [
		{
			title: 'AP: When is it OK to use anonymous sources?',
			url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['interview', 'press-release', 'essay', 'not-news'],
	example: `Under the plan, firms could join in “opening the quiet waters of the northern bay.”
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
	nonExample: `“We will rebuild the pier before winter,” the mayor said. “That is a promise.”
She read from her novel “The Long Tide” to a full house. They called him “the ferryman”.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		// The body has their words with who said them, or quote-mismatch asks.
		if (/^(?:headline|standfirst|heading)$/.test(analysis.block.kind)) return;
		for (const [index, quotation] of analysis.quotations.entries()) {
			if (
				quotation.parent !== null ||
				// Where the marks do not pair it is not certain what they hold; a quotation that goes on is asked about where it ends.
				quotation.close === '' ||
				context.speakers[index] ||
				!(quotation.kind === 'direct' || quotation.kind === 'partial')
			)
				continue;
			const { tokens, block } = analysis;
			const words = tokens.filter(
				token => token.start >= quotation.inner.start && token.end <= quotation.inner.end && token.kind === 'word',
			);
			// Three words are distance or a term more often than speech: that is another rule's question.
			if (words.length < 4 || block.kind === 'block-quote' || isLabel(view, quotation)) continue;
			if (isSpokenByPronoun(view, quotation) || isIntroduced(view, quotation) || isSigned(view, quotation)) continue;
			yield {
				span: { start: quotation.start, end: quotation.end },
				message: t('Whose words are these? No speaker for “{0}”.', opening(wordsOf(analysis, quotation.inner))),
				fixes: attributeQuotation(view, index),
			};
		}
	},
};

/** A “use it or lose it” rule: between article and noun the marks hold a description together, whoever coined it. */
function isLabel({ analysis }: BlockView, { start, end }: QuotedSpan): boolean {
	const { tokens, partsOfSpeech } = analysis;
	const after = tokens.findIndex(token => token.start >= end);
	let before = tokens.findLastIndex(token => token.end <= start);
	while (before > 0 && universalTag(partsOfSpeech, before) === 'ADJ') before--;
	const next = tokens[after];
	return (
		/^(?:an?|the|this|its|their|his|her)$/.test(tokens[before]?.lower ?? '') &&
		next?.kind === 'word' &&
		/^(?:NOUN|ADJ)$/.test(universalTag(partsOfSpeech, after))
	);
}

/** Marchers chanting “…”, a sign that reads “…”, “From the report: “…””: the words before say whose they are, whatever else is made of them. */
function isIntroduced({ analysis, lexicons }: BlockView, { start }: QuotedSpan): boolean {
	const { tokens, sentences } = analysis;
	let at = tokens.findLastIndex(token => token.end <= start);
	const first = sentences.find(sentence => sentence.start <= start && sentence.end > start)?.firstToken ?? 0;
	const isColon = tokens[at]?.text === ':';
	while (at >= first && /^(?:[:,]|out|aloud|simply|back)$/.test(tokens[at]?.lower ?? '')) at--;
	const { verbs, documents, outletNouns } = vocabularyOf(lexicons);
	const word = tokens[at]?.lower ?? '';
	if (at > first && (verbs.has(word) || displays.test(word))) return true;
	return (
		isColon &&
		tokens
			.slice(first, at + 1)
			.some((token, i) => documents.has(token.lower) || outletNouns.has(token.lower) || (i > 0 && isCapitalized(token)))
	);
}

const displays =
	/^(?:read|reads|reading|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|sing(?:s|ing)?|sang)$/;

/** “…,” by Ida Quist; “…” — Ida Quist; “…” [Ida Quist, The Daily Courier]: signed after. */
function isSigned({ analysis: { tokens, block } }: BlockView, { end }: QuotedSpan): boolean {
	const after = tokens.findIndex(token => token.start >= end);
	const [mark, name] = [tokens[after], tokens[after + 1]];
	if (!mark || !name || !/^(?:by|from|\(|\[|[–—-]{1,2})$/.test(mark.lower)) return false;
	return isCapitalized(name) || block.text.charAt(mark.end) === '@';
}

/** “Don’t shoot,” she says: someone speaks; who she is, is another question. */
function isSpokenByPronoun({ analysis }: BlockView, quotation: QuotedSpan): boolean {
	return analysis.attributions.some(
		({ source, content }) => source?.form === 'pronoun' && content.some(span => overlaps(span, quotation)),
	);
}

/** The first words of a quotation, as a message tells which one is meant. */
function opening(words: string): string {
	const line = words.replace(/\s+/g, ' ').replace(/[.,]$/, '');
	if (line.length <= 44) return line;
	return `${line.slice(0, line.lastIndexOf(' ', 40))}…`;
}
