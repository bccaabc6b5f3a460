/** The build of a noun phrase that speaks: what counts its people, gathers them, or ties them to a name. */
import type { Token } from '../text/tokens';
import { determiners, isCapitalized, isComma, isWordLike, personalPronouns, prepositions, wordSet } from './grammar';
import { isPossessive } from './mentions';
import type { Mention } from './model';
import type { Vocabulary } from './vocabulary';

export const numbers = /^(?:a|an|one|another|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/;
/** Nouns that gather people without telling how many or who: "a group of doctors", "a growing number of lawmakers". */
const gatherings =
	/^(?:group|groups|number|numbers|majority|minority|handful|array|coalition|chorus|host|range|variety|wave|string|series|couple|lot|plenty|dozens|scores|hundreds|thousands|millions|percentage|proportion|share|circle|mix|bunch|crowd|parade|procession|legion|raft)$/;
/** Words between the people that "of" gathers and what tells more of them. */
const afterPeople =
	/^(?:of|in|on|at|for|with|who|whom|that|from|and|to|by|involved|familiar|handling|seeking|last|this|next)$/;
/** Adjectives from names of countries and parties: they tell a side, not a body. */
const adjectival = /(?:ish|ese|ian|can|ean|man|ic|ch|ist)$|^(?:Labour|Tory|Arab|GOP)$/;

/** Whether a quantifier opens the phrase: "some", "many in …", "other", "most". */
export function isQuantified(mention: Mention, tokens: readonly Token[], vocabulary: Vocabulary): boolean {
	if (isNumbered(mention, tokens)) return false;
	let index = mention.firstToken;
	while (index < mention.head && beforeQuantifiers.has((tokens[index] as Token).lower)) index++;
	const word = (tokens[index] as Token).lower;
	if (word === 'any' || word === 'every' || word === 'no') return mention.plural;
	return vocabulary.quantifiers.has(word) || word === 'fewer' || word === 'more';
}

const beforeQuantifiers = wordSet('as so too far very perhaps the');

/** Whether a number stands first, after "only", "about", "more than" and the like: "1,409 teachers", "at least four". */
export function isNumbered(mention: Mention, tokens: readonly Token[]): boolean {
	let index = mention.firstToken;
	while (index < mention.head && beforeNumbers.has((tokens[index] as Token).lower)) index++;
	const { lower, kind } = tokens[index] as Token;
	return index <= mention.head && ((kind === 'number' && /^[\d,]+$/.test(lower)) || numbers.test(lower));
}

const beforeNumbers = wordSet('only just about nearly almost over at least most more than roughly some around');

/** What comes after "one of", "a group of", "two of": who they are, and whether one or two are picked out. */
export interface Partitive {
	/** Index of the noun after "of". */
	readonly index: number;
	/** "one of", "two of": single people, where "a group of" and "one or more of" are none. */
	readonly picks: boolean;
}

/** Null where the phrase takes no part of a whole. */
export function partitiveOf({ head, endToken }: Mention, tokens: readonly Token[]): Partitive | null {
	const { lower } = tokens[head] as Token;
	const gathers = gatherings.test(lower);
	// "one or more of": the head may be either word.
	const open = lower === 'more' || tokens[head + 2]?.lower === 'more';
	if (!numbers.test(lower) && !gathers && !open) return null;
	const of = open && lower !== 'more' ? head + 3 : head + 1;
	const index = wholeOf(of, endToken, tokens);
	return index === null ? null : { index, picks: !gathers && !open };
}

/** Index of the noun after "of" at `of`: "engineers" in "some of the harbour engineers who spoke"; null where no "of" is there. */
export function wholeOf(of: number, endToken: number, tokens: readonly Token[]): number | null {
	if (tokens[of]?.lower !== 'of' || of + 1 >= endToken) return null;
	let index = of + 1;
	for (let i = of + 1; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (afterPeople.test(token.lower) || isComma(token)) break;
		if (personalPronouns.has(token.lower) || token.kind === 'word') index = i;
	}
	return index;
}

/** A share of those asked: "eight in 10 voters", "nine of ten", "46 percent", "a third". */
export function isShare({ firstToken, endToken }: Mention, tokens: readonly Token[]): boolean {
	for (let i = firstToken; i < endToken; i++) {
		const { lower, kind } = tokens[i] as Token;
		if (/^(?:percent|per cent|%|half|two-thirds)$/.test(lower)) return i > firstToken || lower === 'half';
		// "a third of voters", "a third"; "a third official" is one more.
		if (fractions.has(lower) && (i + 1 >= endToken || tokens[i + 1]?.lower === 'of')) return i > firstToken;
		const next = tokens[i + 1]?.lower ?? '';
		const whole = tokens[i + 2];
		const counts = kind === 'number' || (numbers.test(lower) && lower.length > 2);
		if (!counts || i + 2 >= endToken || !whole || !/^(?:in|of)$/.test(next)) continue;
		if (whole.kind === 'number' || (numbers.test(whole.lower) && !/^an?$/.test(whole.lower))) return true;
	}
	return false;
}

const fractions = wordSet('third quarter');

/** "critics, including Senator Doe", "unions such as the CWA": members are named. */
export function namesMembers({ head, endToken }: Mention, tokens: readonly Token[]): boolean {
	for (let i = head + 1; i + 1 < endToken; i++) {
		const word = (tokens[i] as Token).lower;
		if (word !== 'including' && word !== 'like' && word !== 'such' && word !== 'led' && word !== 'ranging') continue;
		const from = word === 'such' ? tokens.findIndex(({ lower }, k) => k > i && lower === 'as') : i;
		if (from >= i && from < i + 5) return tokens.slice(from + 1, Math.min(endToken, from + 5)).some(isCapitalized);
	}
	return false;
}

/** "two objectors, Ann Lee and Bo Ray", "one of the lawyers, Justin Hale,": the name stands beside the noun. */
export function isNamedBeside({ head, endToken }: Mention, tokens: readonly Token[]): boolean {
	for (let i = head; i + 2 < endToken; i++) {
		if (!isComma(tokens[i] as Token)) continue;
		const [first, second] = [tokens[i + 1] as Token, tokens[i + 2] as Token];
		if (isCapitalized(first) && isCapitalized(second)) return true;
	}
	return false;
}

/** "Trump and his aides", "The campaign and some experts": where the first of them is told apart, the token of "and". */
export function conjunctionAfter({ firstToken, endToken }: Mention, tokens: readonly Token[]): number | null {
	for (let i = firstToken + 1; i + 1 < endToken; i++) {
		if ((tokens[i] as Token).lower !== 'and') continue;
		const { lower } = tokens[i + 1] as Token;
		const opensAnother = beforeAnother.has(lower);
		return opensAnother ? i : null;
	}
	return null;
}

const beforeAnother = wordSet('other others his her its their the some several many a an at');

/** Whether "his", "the firm’s" or the like stands before the noun at `index`. */
export function isPossessed({ firstToken }: Mention, tokens: readonly Token[], index: number): boolean {
	const opening = tokens[firstToken] as Token;
	if (possessives.has(opening.lower)) return true;
	// "creditors’ groups": an owner without an article or name is no one.
	return (
		tokens.slice(firstToken, index).some(isPossessive) &&
		tokens.slice(firstToken, index).some(token => isCapitalized(token) || determiners.has(token.lower))
	);
}

const possessives = wordSet('his her its their our my');

/**
 * Whether a name ties the noun at `index` to a body, a place or a side: "EU leaders", "voters in Ohio", "experts at
 * Harvard". `strictly`: adjectives of countries and parties do not count.
 */
export function isTiedToName(
	{ firstToken, endToken }: Mention,
	tokens: readonly Token[],
	index: number,
	strictly: boolean,
): boolean {
	for (let i = firstToken; i < index; i++) {
		const token = tokens[i] as Token;
		if (!isCapitalized(token)) continue;
		const isAdjective = adjectival.test(token.text);
		if (isAdjective ? !strictly : !opensSentence(tokens, i) || /[A-Z.].*[A-Z]/.test(token.text)) return true;
	}
	const link = tokens[index + 1]?.lower ?? '';
	if (index + 2 >= endToken || !ties.has(link)) return false;
	for (let i = index + 2; i < endToken && i < index + 6; i++) {
		const token = tokens[i] as Token;
		if (isComma(token) || prepositions.has(token.lower)) break;
		if (isCapitalized(token) && !(strictly && adjectival.test(token.text))) return true;
	}
	return false;
}

const ties = wordSet('in at on of from for');

/** A capital here tells nothing. */
function opensSentence(tokens: readonly Token[], index: number): boolean {
	const before = tokens[index - 1];
	return !before || before.kind === 'quote' || (!isWordLike(before) && /^[.!?:…]/.test(before.text));
}
