/** Figures and years as they stand in a block, by what the tokens and their parts of speech tell. */
import type { BlockAnalysis } from '../attribution/model';
import { tagOf, universalTag } from '../attribution/partsOfSpeech';
import type { Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';

/** "$2 million", "12 percent", "three engineers", "aged 43": block-relative, in order. */
export function figuresIn(block: BlockAnalysis): readonly Span[] {
	return block.sentences.flatMap(sentence => inSentence(block, sentence));
}

function inSentence(block: BlockAnalysis, sentence: Sentence): readonly Span[] {
	const { tokens } = block;
	const found: Span[] = [];
	for (let i = sentence.firstToken; i < sentence.endToken; i++) {
		if (!isFigure(block, i, sentence) || isTime(block, i)) continue;
		const first = i > sentence.firstToken && isUnitBefore(tokens[i - 1], tokens[i] as Token) ? i - 1 : i;
		let end = i + 1;
		while (end < sentence.endToken && goesOn(block, end)) end++;
		end = nounEnd(block, end, sentence);
		i = end - 1;
		if (isPointing(block, first, end)) continue;
		if (isSingle(block, first, end) && !isBesideFigure(block, first, end, sentence, found.length > 0)) continue;
		found.push({ start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end });
	}
	return found;
}

/** A number, unless it counts a list, a note or a page. */
function isFigure(block: BlockAnalysis, i: number, { firstToken }: Sentence): boolean {
	const { tokens } = block;
	const token = tokens[i] as Token;
	if (token.kind === 'number') {
		const before = tokens[i - 1]?.text;
		const after = tokens[i + 1]?.text;
		if ((before === '[' && after === ']') || ordinal.test(token.lower)) return false;
		return !(i === firstToken && (after === '.' || after === ')'));
	}
	return token.kind === 'word' && universalTag(block.partsOfSpeech, i) === 'NUM' && /^\p{Ll}/u.test(token.lower);
}

/** "the 13th amendment": a name more than a figure. */
const ordinal = /^\d+(?:st|nd|rd|th)$/;

const isCurrency = (token: Token | undefined): boolean => token?.kind === 'punctuation' && /^\p{Sc}$/u.test(token.text);

/** "$2", "No. 4", "-3". */
function isUnitBefore(before: Token | undefined, number: Token): boolean {
	if (!before) return false;
	return isCurrency(before) || (/^[-−+~±]$/.test(before.text) && before.end === number.start);
}

/** "2 billion", "5.3 %", "two to three", "4 -1". */
function goesOn(block: BlockAnalysis, i: number): boolean {
	const token = block.tokens[i] as Token;
	if (token.text === '%' || isCurrency(token)) return true;
	if (universalTag(block.partsOfSpeech, i) === 'NUM' || token.kind === 'number') return !isTime(block, i);
	const isRange = /^(?:to|-|–|—|\/|:)$/.test(token.text);
	const next = block.tokens[i + 1];
	const isNumber = next !== undefined && (next.kind === 'number' || universalTag(block.partsOfSpeech, i + 1) === 'NUM');
	return isRange && isNumber;
}

const mostWordsOfNoun = 3;

/** What is counted: up to the noun, "three senior engineers", "12 percent", "two Norlanders". */
function nounEnd({ tokens, partsOfSpeech }: BlockAnalysis, from: number, { endToken }: Sentence): number {
	const tagAt = (i: number): string =>
		(tokens[i] as Token | undefined)?.kind === 'word' ? universalTag(partsOfSpeech, i) : '';
	for (let i = from; i < endToken && i < from + mostWordsOfNoun; i++) {
		const tag = tagAt(i);
		if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN') return from;
		// "three senior Norland engineers", "131 West 23rd Street".
		const goesOn = tag === 'ADJ' || /^(?:NOUN|PROPN|NUM)$/.test(i + 1 < endToken ? tagAt(i + 1) : '');
		if (!goesOn) return i + 1;
	}
	return from;
}

/** "The two took part": those told of before. */
function isPointing({ tokens }: BlockAnalysis, first: number, end: number): boolean {
	const token = tokens[first] as Token;
	return end === first + 1 && token.kind === 'word' && pointing.test(tokens[first - 1]?.lower ?? '');
}

const pointing = /^(?:the|these|those|all|both|his|her|its|their|other)$/;

/** "one" counts little: "one of the", "one day". */
function isSingle({ tokens }: BlockAnalysis, first: number, end: number): boolean {
	return (
		(tokens[first] as Token).lower === 'one' && tokens.slice(first + 1, end).every(({ kind }) => kind !== 'number')
	);
}

/** "two Norlanders and one Alner": one of a count. */
function isBesideFigure(
	block: BlockAnalysis,
	first: number,
	end: number,
	sentence: Sentence,
	hasBefore: boolean,
): boolean {
	const before = block.tokens[first - 1]?.lower;
	const isNoun = end > first + 1 || /^(?:NOUN|PROPN|ADJ)$/.test(universalTag(block.partsOfSpeech, end));
	return hasBefore && first > sentence.firstToken && before === 'and' && isNoun;
}

const year = /^(?:1[5-9]|20)\d\d$/;
const decade = /^(?:1[5-9]|20)?\d0['’]?s$/;
const clock = /^(?:[01]?\d|2[0-3])[:.][0-5]\d$/;
const halfOfDay = /^(?:a\.?m\.?|p\.?m\.?|o['’]clock)$/;

/** "in 2019", "the 1970s", "6:30 p.m.": block-relative. */
export function timesIn(block: BlockAnalysis): readonly Span[] {
	const { tokens } = block;
	return tokens.flatMap((token, i) => {
		if (!isTime(block, i)) return [];
		const next = tokens[i + 1];
		return [{ start: token.start, end: next && halfOfDay.test(next.lower) ? next.end : token.end }];
	});
}

function isTime(block: BlockAnalysis, i: number): boolean {
	const { text, lower } = block.tokens[i] as Token;
	if (!/\d/.test(text)) return false;
	return (
		decade.test(lower) ||
		halfOfDay.test(block.tokens[i + 1]?.lower ?? '') ||
		(clock.test(text) && text.includes(':')) ||
		isYear(block, i)
	);
}

/** A number that can be a year, and counts nothing: "2005 levels" does after a preposition only. */
function isYear({ tokens, partsOfSpeech }: BlockAnalysis, i: number): boolean {
	const token = tokens[i] as Token;
	if (token.kind !== 'number' || !year.test(token.text) || isCurrency(tokens[i - 1])) return false;
	const next = tokens[i + 1];
	if (next?.text === '%' || isCurrency(next)) return false;
	const isBeforePlural = next?.kind === 'word' && tagOf(partsOfSpeech, i + 1).endsWith('|NNS');
	return !isBeforePlural || /^(?:ADP|DET|PRON|PART)$/.test(universalTag(partsOfSpeech, i - 1));
}
