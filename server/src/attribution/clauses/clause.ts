/** One sentence as the rules read it, and where its clauses begin. */
import type { Sentence, Token } from '../../text/tokens';
import { auxiliaries, determiners, isAdverb, isBreak, isCapitalized, isComma, isWordLike, wordSet } from '../grammar';
import type { Reading } from '../mentions';
import type { BlockAttribution, QuotedSpan } from '../model';

/** One sentence, with what its block knows. */
export interface Clause extends Reading {
	readonly sentence: Sentence;
	readonly quotations: readonly QuotedSpan[];
	/** Attributions of the block so far: those of the sentences before, in order, then this one's as they are found. */
	readonly found: readonly BlockAttribution[];
	/** Whether the tagger takes a token for a verb; undefined where none has read the words. */
	readonly isVerb: ((token: number) => boolean) | undefined;
}

/** A sentence of what is read; `found` may grow while it is read. */
export function clauseOf(
	{ text, tokens, vocabulary, titleCase }: Reading,
	sentence: Sentence,
	quotations: readonly QuotedSpan[],
	found: readonly BlockAttribution[],
	isVerb: Clause['isVerb'],
): Clause {
	return { text, tokens, vocabulary, titleCase, sentence, quotations, found, isVerb };
}

/** The first token of the clause that a verb's subject stands in. */
export function clauseStart(clause: Clause, end: number): number {
	const { tokens, sentence, vocabulary } = clause;
	for (let i = end - 1; i >= sentence.firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token) || token.kind === 'quote' || isComma(token)) return i + 1;
		if (clauseOpeners.has(token.lower)) {
			if (
				token.lower === 'that' &&
				/^(?:person|source|official|group|company|agency)s?$/.test(tokens[i - 1]?.lower ?? '')
			)
				continue;
			return i + 1;
		}
		if (token.lower === 'who' && i === end - 1) return i;
		if (token.lower === 'and' && !joinsNames(clause, i, end)) return i + 1;
		const verb = vocabulary.verbs.get(token.lower);
		if (
			verb &&
			i < end - 1 &&
			i > sentence.firstToken &&
			verb.entry.takes.includes('clause') &&
			verb.forms.some(f => f === 'past' || f === 's') &&
			!isCapitalized(token)
		) {
			// "The Journal said Dmitriev suggested": the verb before opens the clause, unless it stands in "who spoke …".
			if (!insideRelative(clause, i) && !determiners.has(tokens[i - 1]?.lower ?? '')) return i + 1;
		}
	}
	return sentence.firstToken;
}

const clauseOpeners = wordSet(
	'that because while as when if although though whether where which what how why than so but',
);

function insideRelative({ tokens, sentence }: Clause, index: number): boolean {
	for (let i = index - 1; i >= sentence.firstToken && i > index - 6; i--) {
		const word = (tokens[i] as Token).lower;
		if (word === 'who' || word === 'whose') return true;
		if (word === ',') return false;
	}
	return false;
}

function joinsNames({ tokens }: Clause, and: number, end: number): boolean {
	const before = tokens[and - 1];
	const after = tokens[and + 1];
	if (!before || !after || end - and > 6) return false;
	if (isCapitalized(before) && isCapitalized(after)) return true;
	return end - and === 2 && isWordLike(before) && !isAdverb(after);
}

/** The bracket that opens before a closing one, or -1. */
export function bracketBefore({ tokens, sentence }: Clause, index: number): number {
	for (let i = index - 1; i > sentence.firstToken && i > index - 12; i--)
		if ((tokens[i] as Token).text === '(') return i;
	return -1;
}

/** The comma before, with no break or quotation mark in between, or -1. */
export function commaBefore(clause: Clause, index: number): number {
	const { tokens, sentence } = clause;
	let between = 0;
	for (let i = index - 1; i > sentence.firstToken; i--) {
		const token = tokens[i] as Token;
		if (token.kind === 'quote' || isBreak(token)) return -1;
		if (isComma(token)) return i;
		between++;
		if (between > 30) return -1;
	}
	return -1;
}

/** The quotation, not a title, that an offset lies in. */
export function quotationAt({ quotations }: Pick<Clause, 'quotations'>, offset: number): QuotedSpan | null {
	return quotations.find(q => q.start <= offset && offset < q.end && q.kind !== 'title') ?? null;
}

/**
 * Index after a dateline that opens the block, "DRAVNA, Nov. 12 (Meridian) –" or 0: where and when
 * it was written is no part of what is said.
 */
export function afterDateline({ tokens }: Pick<Reading, 'tokens'>, endToken: number): number {
	const [place] = tokens;
	if (!place || !/^\p{Lu}[\p{Lu}’'.-]{2,}$/u.test(place.text)) return 0;
	for (let i = 1; i < longestDateline && i + 1 < endToken; i++) {
		const token = tokens[i] as Token;
		if (isDash(token)) return i + 1;
		if (token.kind === 'quote' || (token.kind === 'word' && !isCapitalized(token))) return 0;
	}
	return 0;
}

const longestDateline = 16;

/** A dash of any length, or hyphens that stand for one. */
export function isDash(token: Token): boolean {
	return /^[–—―]+$|^-+$/.test(token.text);
}

/** Verbs that only speak, and take any words. */
export const coreSpeech: ReadonlySet<string> = new Set(
	'say tell add ask reply respond write tweet explain announce'.split(' '),
);

/** The first token of a verb with its auxiliaries and adverbs. */
export function firstOfCue({ tokens, sentence }: Clause, index: number): number {
	let first = index;
	while (
		first > sentence.firstToken &&
		(auxiliaries.has((tokens[first - 1] as Token).lower) || isAdverb(tokens[first - 1] as Token))
	)
		first--;
	return first;
}
