import { t } from '@vscode/l10n';
import type { DocumentView } from '../attribution/context';
import { inDocument } from '../attribution/document';
import type { BlockAnalysis, QuotedSpan } from '../attribution/model';
import { once } from '../attribution/once';
import { universalTag } from '../attribution/partsOfSpeech';
import { perBlock } from '../attribution/perBlock';
import { overlaps } from '../text/span';
import type { Token } from '../text/tokens';
import { attribution, edit } from './fixes/query';
import { inTurns } from './inTurns';
import type { DocumentRule, Fix, RuleFinding } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks whose words a few words in quotation marks are. */
export const scareQuotes: DocumentRule = {
	id: 'scare-quotes',
	summary: 'Asks whose word it is where a few words stand in quotation marks and no one says them.',
	why: `Quotation marks around a word can mean “this is what they call it” or “this is not what it is”. Readers take the
second meaning: the marks doubt without saying who doubts, or why.`,
	answer: `Take the marks away, or say who uses the word. Titles, nicknames, words that are being explained, and words that
somebody in the draft is quoted with are left alone; so are headlines, and stories about language.`,
	authorities: [
		{
			title: 'Wikipedia: Words to watch, expressions of doubt',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Expressions_of_doubt',
		},
	],
	severity: 'hint',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'interview', 'not-news'],
	example: `The town paid for the “renewal” of the pier.
                      ^^^^^^^^^ scare-quotes
Two “volunteers” from the mill guarded the gate.
    ^^^^^^^^^^^^ scare-quotes`,
	nonExample: `The ferry, known as “the bucket”, sank. Tom “Red” Harlow was aboard.
Quist called the plan a “reform”. The “reform” was voted down later.
The word “slip” means a place for boats.`,
	*checkDocument({ analyses, contexts }: DocumentView): Iterable<RuleFinding | null> {
		const isOfLanguage = once(() => isAboutLanguage(analyses));
		const isSpoken = spokenIn(analyses, contexts);
		yield* inTurns(analyses, function* (analysis, index) {
			if (analysis.quotations.length === 0) return;
			const context = contexts[index];
			for (const at of distancesIn(analysis)) {
				const quotation = analysis.quotations[at] as QuotedSpan;
				if (!context || context.speakers[at] || voiceAt(context, quotation) === 'attributed') continue;
				const words = wordsIn(analysis, quotation);
				if (isSpoken(phraseOf(words)) || isOfLanguage()) continue;
				yield findingFor(analysis, quotation, words);
			}
		});
	},
};

/** The quotations of a block whose marks keep a distance, if no one speaks them. */
const distancesIn = perBlock((analysis): readonly number[] => {
	if (quietKinds.has(analysis.block.kind)) return [];
	return analysis.quotations.flatMap((quotation, at) => {
		if (quotation.kind !== 'scare' || quotation.parent !== null || quotation.close === '') return [];
		const hasWord = wordsIn(analysis, quotation).some(({ text }) => text.length > 3);
		return hasWord && isDistance(analysis, quotation) ? [at] : [];
	});
});

/** A headline quotes what the body tells; captions and front matter label. */
const quietKinds: ReadonlySet<string> = new Set([
	'headline',
	'heading',
	'standfirst',
	'caption',
	'block-quote',
	'table-cell',
]);

const mostWords = 3;

function findingFor(analysis: BlockAnalysis, quotation: QuotedSpan, words: readonly Token[]): RuleFinding {
	const { text } = analysis.block;
	const phrase = forMessage(text.slice(quotation.inner.start, quotation.inner.end));
	return {
		span: inDocument(analysis, quotation),
		message:
			words.length > 1
				? t('Whose words are “{0}”? No one nearby says it.', phrase)
				: t('Whose word is “{0}”? No one nearby says it.', phrase),
		fixes: [withoutMarks(analysis, quotation), ...calledBy(analysis, quotation)],
		sameAs: phraseOf(words),
	};
}

function withoutMarks(analysis: BlockAnalysis, { start, end, inner }: QuotedSpan): Fix {
	const marks = [
		{ start, end: inner.start },
		{ start: inner.end, end },
	];
	return {
		title: t('Remove the quotation marks'),
		kind: 'reword',
		edits: marks.map(span => ({ span: inDocument(analysis, span), text: '' })),
	};
}

/** "the “reform”" → "what [who?] called the “reform”", where the words are a whole noun phrase. */
function calledBy(analysis: BlockAnalysis, { start, end }: QuotedSpan): readonly Fix[] {
	const { tokens, partsOfSpeech } = analysis;
	const first = tokenAt(tokens, start);
	const after = tokenAt(tokens, end);
	const article = tokens[first - 1];
	if (!article || !articles.has(article.lower) || !endsNounPhrase(universalTag(partsOfSpeech, after))) return [];
	const query = { query: '[who?]', choices: [] };
	const place = { start: article.start, end: article.end };
	const opens = article.text !== article.lower;
	const change = edit(place, opens ? 'What ' : 'what ', query, ` called ${article.lower}`);
	return [attribution(query, [{ ...change, span: inDocument(analysis, place) }])];
}

/** Whether a noun phrase ends before a word of this kind. */
function endsNounPhrase(tag: string): boolean {
	return !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tag);
}

/** Whether the marks keep their distance: no title or nickname, nothing that is being named or explained. */
function isDistance({ block, tokens, sentences }: BlockAnalysis, quotation: QuotedSpan): boolean {
	if (block.emphasized.some(span => overlaps(span, quotation))) return false;
	// Markup left in the text: an attribute and its value.
	if (/[=\p{L}\p{N}]/u.test(block.text.charAt(quotation.start - 1))) return false;
	const opening = tokenAt(tokens, quotation.start);
	const sentence = sentences.find(({ firstToken, endToken }) => firstToken <= opening && opening < endToken);
	if (!sentence) return false;
	const first = tokens[opening + 1];
	// A capital inside a sentence: a title, a nickname, a label.
	if (!first || (opening > sentence.firstToken && first.text !== first.lower)) return false;
	if (!/^\p{Ll}{2}/u.test(first.text) && opening > sentence.firstToken) return false;
	if (explains.has(tokens[tokenAt(tokens, quotation.end)]?.lower ?? '')) return false;
	for (let index = opening - 1; index >= Math.max(sentence.firstToken, opening - reachOfNaming); index -= 1) {
		if (names.has(tokens[index]?.lower ?? '')) return false;
	}
	return true;
}

const reachOfNaming = 6;

/** How many words about words make a story one about language. */
const fewLanguageWords = 4;

function isAboutLanguage(analyses: readonly BlockAnalysis[]): boolean {
	let found = 0;
	let all = 0;
	for (const analysis of analyses) {
		all += analysis.tokens.length;
		found += countLanguageWords(analysis);
	}
	return found >= fewLanguageWords && found * 150 >= all;
}

const countLanguageWords = perBlock(({ tokens }) =>
	tokens.reduce((sum, { lower }) => (languageWords.has(lower) ? sum + 1 : sum), 0),
);

/** Tells whether the draft quotes these one to three words with a speaker. */
function spokenIn(analyses: readonly BlockAnalysis[], contexts: DocumentView['contexts']): (phrase: string) => boolean {
	const known = new Map<string, boolean>();
	const isSpokenIn = (analysis: BlockAnalysis, index: number, phrase: string): boolean => {
		if (analysis.quotations.length === 0) return false;
		const phrases = quotedPhrases(analysis);
		return analysis.quotations.some(
			({ kind }, at) =>
				phrases[at]?.has(phrase) && (contexts[index]?.speakers[at] || kind === 'partial' || kind === 'direct'),
		);
	};
	return phrase => {
		const isKnown = known.get(phrase) ?? analyses.some((each, index) => isSpokenIn(each, index, phrase));
		known.set(phrase, isKnown);
		return isKnown;
	};
}

/** Of each quotation every run of one to three words. */
const quotedPhrases = perBlock((analysis): readonly ReadonlySet<string>[] =>
	analysis.quotations.map(quotation => {
		const words = wordsIn(analysis, quotation);
		const lengths = Array.from({ length: mostWords }, (_, i) => i + 1);
		return new Set(words.flatMap((_, from) => lengths.map(length => phraseOf(words.slice(from, from + length)))));
	}),
);

function wordsIn({ tokens }: BlockAnalysis, { inner }: QuotedSpan): readonly Token[] {
	const words: Token[] = [];
	for (let index = tokenAt(tokens, inner.start); index < tokens.length; index += 1) {
		const token = tokens[index] as Token;
		if (token.end > inner.end) break;
		if (token.kind === 'word') words.push(token);
	}
	return words;
}

/** Index of the first token that begins at an offset or behind it. */
function tokenAt(tokens: readonly Token[], offset: number): number {
	let [low, high] = [0, tokens.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle] as Token).start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function phraseOf(words: readonly Token[]): string {
	return words.map(({ lower }) => lower).join(' ');
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const articles = set('the a an this these those its their his her');
const names = set(
	'call calls called calling term terms termed word words phrase expression slogan motto title titled named name nickname ' +
		'nicknamed dubbed known labelled labeled label labels branded brand described describes describe describing describing ' +
		'deemed considered say says said saying tell told writes wrote reads read reading sign signs marked hashtag letter ' +
		'code codename codenamed meaning means mean refer refers referred alias entitled slang so-called uses used chanted ' +
		'chanting shouted song album book film show',
);
const explains = set('means meaning meant refers ( stands translates');
const languageWords = set(
	'word words phrase phrases slang linguist linguists linguistics dictionary dictionaries pronunciation vocabulary idiom ' +
		'idioms dialect grammar spelling noun verb adjective language languages',
);
