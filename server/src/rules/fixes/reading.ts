/** Reads the build of a sentence as far as a fix needs it: clauses, asides, where the verb stands. */
import type { Span } from '../../text/span';
import type { Sentence, Token } from '../../text/tokens';
import { isHeadline } from './query';
import { isAdverb, isFiniteVerb, isReducedParticiple } from './verbs';
import type { FixView } from './view';

/** How far ahead the comma that closes an aside is looked for, in tokens. */
const asideReach = 60;

/** One sentence, or the part of it between semicolons. */
export interface Reading {
	readonly view: FixView;
	readonly text: string;
	readonly span: Span;
	/** The tokens of the part; `depth` tells those in brackets or quotation marks. */
	readonly tokens: readonly Token[];
	/** For each token: whether it stands inside brackets or quotation marks, whose marks count as inside. */
	readonly inside: readonly boolean[];
	/** Whether a semicolon follows. */
	readonly continues: boolean;
	/** Whether it begins the sentence. */
	readonly opens: boolean;
	readonly headline: boolean;
}

/** The sentence in which `offset` stands. */
export function sentenceAt({ analysis }: FixView, offset: number): Sentence | undefined {
	const { sentences } = analysis;
	let low = 0;
	let high = sentences.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	const found = sentences[low];
	return found !== undefined && offset >= found.start ? found : undefined;
}

/** The part of a sentence, cut at semicolons, in which `offset` stands. */
export function readPart(view: FixView, sentence: Sentence, offset: number): Reading {
	const { block, tokens: all, quotations } = view.analysis;
	const tokens = all.slice(sentence.firstToken, sentence.endToken);
	const inside = insideMarks(tokens, quotations);
	let first = 0;
	let end = tokens.length;
	for (const [i, token] of tokens.entries()) {
		if (token.text !== ';' || inside[i]) continue;
		if (token.start < offset) first = i + 1;
		else {
			end = i;
			break;
		}
	}
	const part = tokens.slice(first, end);
	return {
		view,
		text: block.text,
		span: { start: part[0]?.start ?? sentence.start, end: part[part.length - 1]?.end ?? sentence.end },
		tokens: part,
		inside: inside.slice(first, end),
		continues: end < tokens.length,
		opens: first === 0,
		headline: isHeadline(block.kind),
	};
}

/** The reading from token `first` on. */
export function from(reading: Reading, first: number, end = reading.tokens.length): Reading {
	const tokens = reading.tokens.slice(first, end);
	return {
		...reading,
		tokens,
		inside: reading.inside.slice(first, end),
		span: { start: tokens[0]?.start ?? reading.span.end, end: tokens[tokens.length - 1]?.end ?? reading.span.end },
	};
}

function insideMarks(tokens: readonly Token[], quotations: readonly Span[]): boolean[] {
	let brackets = 0;
	let next = 0;
	let quoted = -1;
	return tokens.map(token => {
		for (let q = quotations[next]; q !== undefined && q.start <= token.start; q = quotations[next]) {
			quoted = Math.max(quoted, q.end);
			next += 1;
		}
		if (token.text === '(' || token.text === '[') brackets += 1;
		const within = brackets > 0 || token.start < quoted;
		if ((token.text === ')' || token.text === ']') && brackets > 0) brackets -= 1;
		return within;
	});
}

/** Index of the first token that ends after `offset`. */
export function tokenAt({ tokens }: Reading, offset: number): number {
	const found = tokens.findIndex(token => token.end > offset);
	return found < 0 ? tokens.length : found;
}

/** How many words it has, as a reader counts them. */
export function wordCount({ text, span }: Reading): number {
	let words = 0;
	let inWord = false;
	for (let i = span.start; i < span.end; i++) {
		const space = /\s/.test(text.charAt(i));
		if (!space && !inWord) words += 1;
		inWord = !space;
	}
	return words;
}

/**
 * Index of the token before which an aside (", [who?] said,") parts subject and verb; undefined where it is not plain
 * which word is the verb, and where the subject is a pronoun, which is not parted from its verb.
 */
export function verbIndex({ tokens, inside }: Reading): number | undefined {
	let aside = false;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (inside[i]) continue;
		if (token.text === ',') {
			// An aside after the subject, "Witkoff, the envoy, is", or words in front of it, "On Monday, Witkoff is".
			aside = !aside && i > 0 && opensAside(tokens, i);
			continue;
		}
		if (aside) continue;
		if (i > 0 && relativePronouns.has(token.lower)) return undefined;
		if (!isFiniteVerb(tokens, i) || isReducedParticiple(tokens, inside, i)) continue;
		let verb = i;
		while (verb > 0 && isAdverb(tokens[verb - 1])) verb -= 1;
		const subject = tokens[verb - 1];
		if (subject === undefined || pronouns.has(subject.lower) || subject.kind === 'quote') return undefined;
		return subject.end === tokens[verb]?.start ? undefined : verb;
	}
	return undefined;
}

/** Whether the comma at `i` opens an appositive or relative clause that a second comma closes. */
function opensAside(tokens: readonly Token[], i: number): boolean {
	const next = tokens[i + 1];
	if (next === undefined || subordinators.has(tokens[0]?.lower ?? '') || prepositions.has(tokens[0]?.lower ?? ''))
		return false;
	const closes = tokens.slice(i + 1, i + 1 + asideReach).some(token => token.text === ',');
	return closes && !isFiniteVerb(tokens, i + 1) && !isAdverb(tokens[0]);
}

export const relativePronouns: ReadonlySet<string> = new Set(['who', 'which', 'whose', 'whom']);
export const coordinators: ReadonlySet<string> = new Set(['but', 'and', 'yet', 'so', 'or', 'nor']);
export const subordinators: ReadonlySet<string> = new Set(
	'because although though while whereas since after before when if unless until as once'.split(' '),
);
const prepositions: ReadonlySet<string> = new Set(
	'in on at by for from with without under over despite during amid among following of to within beyond across'.split(
		' ',
	),
);
export const pronouns: ReadonlySet<string> = new Set(
	'i you he she it we they this that these those there who which'.split(' '),
);
