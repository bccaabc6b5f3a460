/** Noun phrases that speak: where they begin and end, and what they tell of the source. */
import type { Token } from '../text/tokens';
import {
	clauseVerbs,
	determiners,
	isAdverb,
	isBreak,
	isCapitalized,
	isComma,
	isWordLike,
	months,
	personalPronouns,
	postModifiers,
	prepositions,
	sourcePronouns,
	subordinators,
	wordSet,
} from './grammar';
import type { Mention } from './model';
import type { Vocabulary } from './vocabulary';

/** What a stretch of tokens is read with. */
export interface Reading {
	readonly text: string;
	readonly tokens: readonly Token[];
	readonly vocabulary: Vocabulary;
	/** A headline in Title Case: capitals tell nothing. */
	readonly titleCase: boolean;
}

/**
 * The noun phrase that ends just before `end` and does not begin before `floor`; null where the words there are none.
 * A subject is all that stands between the clause's beginning and its verb; where that is more than a noun phrase,
 * its last noun phrase is taken.
 */
export function phraseBefore(reading: Reading, floor: number, end: number): Mention | null {
	const { tokens } = reading;
	let first = floor;
	while (first < end && skippable(reading, first)) first++;
	if (first >= end) return null;
	const opening = tokens[first] as Token;
	if (!isWordLike(opening)) return phraseBefore(reading, first + 1, end);
	if (prepositions.has(opening.lower) && !reading.vocabulary.quantifiers.has(opening.lower)) {
		return trailingPhrase(reading, first, end);
	}
	return hasClauseVerb(reading, first, end) ? trailingPhrase(reading, first, end) : mention(reading, first, end);
}

/** The noun phrase that begins at `start` and ends before `ceiling`; null where none begins there. */
export function phraseAfter(reading: Reading, start: number, ceiling: number): Mention | null {
	const { tokens } = reading;
	let end = start;
	let nouns = 0;
	while (end < ceiling) {
		const token = tokens[end] as Token;
		if (token.kind === 'quote' || isBreak(token) || isComma(token) || token.kind === 'link') break;
		if (personalPronouns.has(token.lower) && token.lower !== 'us') {
			if (end === start) return mention(reading, start, start + 1);
			break;
		}
		if (token.lower === 'and' && nouns > 0 && continuesList(reading, end, ceiling)) {
			end++;
			continue;
		}
		if (subordinators.has(token.lower) || clauseVerbs.has(token.lower)) break;
		if (nouns > 0) {
			// "told AFP the talks …": a determiner after a full phrase begins another.
			const before = tokens[end - 1] as Token;
			if (determiners.has(token.lower) && !prepositions.has(before.lower)) break;
			if (prepositions.has(token.lower) && !(token.lower === 'of' || isCloseness(tokens, end))) break;
			// "the French news agency AFP": an adjective with a capital, not a name that has ended.
			const adjective = nouns === 1 && determiners.has((tokens[start] as Token).lower);
			if (
				!adjective &&
				isCapitalized(before) &&
				!isCapitalized(token) &&
				!prepositions.has(token.lower) &&
				before.text !== '’s'
			) {
				if (!isPossessive(before) && !isNoun(reading, token)) break;
			}
		}
		if (isWordLike(token) && !determiners.has(token.lower) && !prepositions.has(token.lower)) nouns++;
		end++;
	}
	while (end > start && (prepositions.has((tokens[end - 1] as Token).lower) || isAdverb(tokens[end - 1] as Token)))
		end--;
	return nouns === 0 && end - start < 1 ? null : mention(reading, start, end);
}

/** Names in a stretch, for telling later who "Trump" and "he" are. */
export function namesIn(reading: Reading, first: number, end: number): readonly Mention[] {
	if (reading.titleCase) return [];
	const { tokens } = reading;
	const found: Mention[] = [];
	for (let i = first; i < end; i++) {
		if (!startsName(reading, i, first)) continue;
		let stop = i + 1;
		while (stop < end && continuesName(tokens, stop, end)) stop++;
		const name = mention(reading, i, stop);
		if (name?.form === 'name') found.push(name);
		i = stop;
	}
	return found;
}

/** Where something is said; before a name no title of it. */
const occasions: ReadonlySet<string> = new Set('interview speech statement tweet debate email letter memo'.split(' '));

/** The mention in tokens `first` to `end`; null where there is no word to be its head. */
export function mention(reading: Reading, first: number, end: number): Mention | null {
	const { tokens, text } = reading;
	while (end > first && !isWordLike(tokens[end - 1] as Token) && !isPossessive(tokens[end - 1] as Token)) end--;
	while (end > first && isPossessive(tokens[end - 1] as Token)) end--;
	while (end - first > 1 && (isLeftOver(tokens, end - 1) || isComma(tokens[end - 1] as Token))) end--;
	if (end <= first) return null;
	const opening = tokens[first] as Token;
	const last = tokens[end - 1] as Token;
	const pronoun = pronounIn(reading, first, end);
	if (pronoun) return pronoun;
	const core = coreEnd(reading, first, end);
	const rest = core < end ? text.slice((tokens[core] as Token).start, last.end).replace(/^[,\s(]+/, '') : '';
	const tail = rest === '' ? [] : [rest];
	const definite = pointing.has(opening.lower);
	const name = nameIn(reading, first, core);
	if (name) {
		// "In a radio interview Harlow said": the name alone is who speaks.
		if (name.first > first && occasions.has((tokens[name.first - 1] as Token).lower))
			return mention(reading, name.first, end);
		const before = text.slice(opening.start, (tokens[name.first] as Token).start).trim();
		const titles = before.replace(/^(?:the|a|an)(?:\s+|$)/i, '').replace(/,$/, '');
		const descriptors = [...(titles === '' ? [] : [titles]), ...tail];
		const words = text.slice((tokens[name.first] as Token).start, (tokens[name.end - 1] as Token).end);
		return {
			start: opening.start,
			end: last.end,
			firstToken: first,
			endToken: end,
			form: 'name',
			head: name.end - 1,
			name: words,
			descriptors,
			plural: false,
			definite,
		};
	}
	let head = core - 1;
	while (head > first && !isWordLike(tokens[head] as Token)) head--;
	const word = (tokens[head] as Token).lower;
	return {
		start: opening.start,
		end: last.end,
		firstToken: first,
		endToken: end,
		form: 'noun',
		head,
		name: '',
		descriptors: tail,
		plural: isPlural(word, opening.lower),
		definite,
	};
}

const pointing = wordSet('the this that these those');

/** "A commander, who", "the aide neither": the word belongs to the verb that comes after. */
function isLeftOver(tokens: readonly Token[], index: number): boolean {
	const { lower } = tokens[index] as Token;
	const before = tokens[index - 1];
	return isComma(before)
		? relatives.has(lower)
		: pairings.has(lower) && before !== undefined && before.kind === 'word' && !prepositions.has(before.lower);
}

const pairings = wordSet('neither either both');

const relatives = wordSet('who which whose');

/**
 * "he", "he himself"; and where the stretch is more than a noun phrase, the subject in it: "They called the tax" has
 * "They", "his ire after he" has "he".
 */
function pronounIn({ tokens }: Reading, first: number, end: number): Mention | null {
	const opening = tokens[first] as Token;
	const last = tokens[end - 1] as Token;
	const mayOpen = sourcePronouns.has(opening.lower);
	const mayClose = last.lower === 'he' || last.lower === 'she' || last.lower === 'they';
	if (!mayOpen && !mayClose) return null;
	const isPair = tokens.slice(first, end).some(({ lower }) => lower === 'and' || lower === 'or');
	const opens = mayOpen && (end - first === 1 || !isPair);
	const closes = !opens && !isPair && mayClose && !opensName(tokens, end - 1);
	if (!opens && !closes) return null;
	const head = opens ? first : end - 1;
	const word = tokens[head] as Token;
	const isReflexive = opens && end - first === 2 && /^(?:him|her|it|them|my|our)sel(?:f|ves)$/.test(last.lower);
	const plural = word.lower === 'they' || word.lower === 'we';
	return {
		start: word.start,
		end: isReflexive ? last.end : word.end,
		firstToken: head,
		endToken: isReflexive ? end : head + 1,
		form: 'pronoun',
		head,
		name: '',
		descriptors: [],
		plural,
		definite: true,
	};
}

/** "Xi He", "Mei She": the last word of a name, not a pronoun. */
function opensName(tokens: readonly Token[], index: number): boolean {
	const before = tokens[index - 1];
	return isCapitalized(tokens[index] as Token) && before !== undefined && isCapitalized(before);
}

/** Index after the noun phrase's own words, before "close to …", ", who …", "of …". */
function coreEnd({ tokens, vocabulary }: Reading, first: number, end: number): number {
	let nouns = 0;
	for (let i = first; i < end; i++) {
		const token = tokens[i] as Token;
		const before = tokens[i - 1]?.lower ?? '';
		// "people the paper has talked to", "companies looking for a buyer": nothing of this is a noun before a noun.
		if (nouns > 0 && isWordLike(token) && before === 'people') return i;
		// "Rep. Jane Doe (D-Ohio)", "critics such as Jane Doe": what tells more is not the name.
		if (nouns > 0 && (token.text === '(' || (token.lower === 'such' && tokens[i + 1]?.lower === 'as'))) return i;
		// "a study published on Monday", "a memo seen by this newspaper": how it came out is not what it is.
		if (nouns > 0 && isParticiple(token) && isSourceNoun(vocabulary, before) && opensAdjunct(tokens[i + 1])) return i;
		const isGerund = token.lower.endsWith('ing') && /\w{3}ing$/.test(token.lower);
		if (nouns > 0 && isGerund && before.endsWith('s') && isPluralSource(vocabulary, before)) return i;
		if (nouns > 0 && (isComma(token) || postModifiers.has(token.lower) || prepositions.has(token.lower))) {
			// "Secretary of State Marco Rubio", "Bank of England": a name goes on over "of" to a capital.
			if (
				token.lower === 'of' &&
				isCapitalized(tokens[i - 1] as Token) &&
				tokens[i + 1] &&
				isCapitalized(tokens[i + 1] as Token)
			) {
				continue;
			}
			return i;
		}
		if (isWordLike(token) && !determiners.has(token.lower)) nouns++;
		else if (nouns === 0 && i > first && prepositions.has(token.lower)) return i;
		else if (isWordLike(token))
			nouns += determiners.has(token.lower) && i === first && isPronounLike(token.lower) ? 1 : 0;
	}
	return end;
}

function isParticiple(token: Token): boolean {
	return (
		!isCapitalized(token) &&
		((token.lower.endsWith('ed') && /^\w{3,}ed$/.test(token.lower)) || irregularParticiples.has(token.lower))
	);
}

const irregularParticiples = wordSet('seen sent written made given held drawn shown done kept read shot taken');

function opensAdjunct(token: Token | undefined): boolean {
	return (
		token === undefined ||
		isComma(token) ||
		prepositions.has(token.lower) ||
		months.has(token.lower) ||
		adjuncts.has(token.lower)
	);
}

const adjuncts = wordSet('last this earlier that late and exclusively recently online');

/** "some in the West", "many of them": a quantifier that is its own head. */
function isPronounLike(word: string): boolean {
	return ownHeads.has(word);
}

const ownHeads = wordSet('some many several most few others those both all one two three four five six another');

/** The bare name at the end of a noun phrase's own words. */
function nameIn(
	reading: Reading,
	first: number,
	core: number,
): { readonly first: number; readonly end: number } | null {
	const { tokens, vocabulary } = reading;
	let end = core;
	while (end > first && !isWordLike(tokens[end - 1] as Token)) end--;
	const last = tokens[end - 1];
	if (!last || !isCapitalized(last) || isCommonNoun(reading, end - 1, first)) return null;
	let start = end - 1;
	while (start > first) {
		const before = tokens[start - 1] as Token;
		const particle = nameLinks.has(before.lower);
		if (
			isCapitalized(before) &&
			(before.text === 'The' || !(start - 1 === first && isCommonNoun(reading, first, first)))
		)
			start--;
		else if (particle && start - 2 >= first && isCapitalized(tokens[start - 2] as Token)) start -= 2;
		else break;
	}
	// Titles before the name describe it.
	let name = start;
	for (let i = start; i < end - 1; i++) {
		const word = (tokens[i] as Token).lower;
		const next = tokens[i + 1]?.lower ?? '';
		if (i + 2 < end && vocabulary.titles.has(`${word} ${next}`)) name = i + 2;
		else if (vocabulary.titles.has(word) && !(next === 'of' && i + 3 >= end)) name = next === 'of' ? i + 3 : i + 1;
	}
	if (name >= end) name = start;
	const whole = outletName(reading, start, end);
	if (whole) return { first: start, end };
	if (/^the$/i.test((tokens[name] as Token).text) && end - name === 2) name++;
	return { first: name, end };
}

const nameLinks = wordSet('of de del van von der bin ibn al el la le du da dos y for and &');

function outletName({ tokens, vocabulary }: Reading, first: number, end: number): string | undefined {
	let words = '';
	for (let i = first; i < end; i++) {
		const { lower } = tokens[i] as Token;
		if (i > first || lower !== 'the' || end - first === 1) words = words === '' ? lower : `${words} ${lower}`;
	}
	return vocabulary.outlets.get(words);
}

const indefinite =
	/^(?:no|any|some|every)(?:body|one|thing)$|^(?:nothing|people)$|^(?:there|then|yes|here|what|how|why)$/;

/** A word with a capital only because the sentence begins with it. */
function isCommonNoun({ tokens, vocabulary, titleCase }: Reading, index: number, first: number): boolean {
	const token = tokens[index] as Token;
	if (index !== first && !titleCase) return false;
	const word = token.lower;
	if (determiners.has(word) || personalPronouns.has(word) || indefinite.test(word)) return true;
	return (
		isSourceNoun(vocabulary, word) ||
		// "Insurers said": bodies by their plural; "Banks" may be someone's name.
		(index === 0 && word !== 'banks' && isPluralSource(vocabulary, word)) ||
		(index === first && index === 0 && /(?:ists|cians|rians)$/.test(word) && !titleCase)
	);
}

export function isSourceNoun(vocabulary: Vocabulary, word: string): boolean {
	return vocabulary.sourceNouns.has(word);
}

/** "officials", "firms": as it stands in a list, or its singular for a body. */
function isPluralSource(vocabulary: Vocabulary, word: string): boolean {
	const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
	return isSourceNoun(vocabulary, word) || vocabulary.institutions.has(singular);
}

function isNoun({ vocabulary }: Reading, token: Token): boolean {
	return isSourceNoun(vocabulary, token.lower) || vocabulary.titles.has(token.lower);
}

/** The last noun phrase of a stretch that is more than one: "On Monday the minister", "By then Trump". */
function trailingPhrase(reading: Reading, floor: number, end: number): Mention | null {
	const { tokens } = reading;
	let first = end;
	for (let i = end - 1; i >= floor; i--) {
		const token = tokens[i] as Token;
		if (personalPronouns.has(token.lower)) {
			if (i === end - 1) return mention(reading, i, end);
			break;
		}
		if (isComma(token) || isBreak(token) || token.kind === 'quote') break;
		if (clauseVerbs.has(token.lower) || subordinators.has(token.lower) || months.has(token.lower)) break;
		if (prepositions.has(token.lower)) {
			// "a source in the ministry", "the head of the bank": go on when a phrase stands before the preposition.
			const before = tokens[i - 1];
			const joins = token.lower === 'of' || isCloseness(tokens, i);
			if (!(joins && before && i - 1 > floor && isWordLike(before) && !prepositions.has(before.lower))) break;
		}
		first = i;
		if (determiners.has(token.lower) && (i - 1 < floor || (tokens[i - 1] as Token).lower !== 'of')) break;
	}
	return first < end ? mention(reading, first, end) : null;
}

function isCloseness(tokens: readonly Token[], index: number): boolean {
	const before = tokens[index - 1]?.lower ?? '';
	return closenesses.has(before) || closenessOpeners.has(tokens[index]?.lower ?? '');
}

const closenessOpeners = wordSet('close familiar involved briefed aware from in at with for');

const closenesses = wordSet('close familiar involved briefed aware knowledge present authorized authorised');

function hasClauseVerb({ tokens }: Reading, first: number, end: number): boolean {
	let relative = false;
	for (let i = first; i < end; i++) {
		const word = (tokens[i] as Token).lower;
		if (relativePronouns.has(word)) relative = true;
		if (clauseVerbs.has(word) && !relative) return true;
	}
	return false;
}

const relativePronouns = wordSet('who which that whose');

function skippable(reading: Reading, index: number): boolean {
	const token = reading.tokens[index] as Token;
	if (isComma(token) || isPossessive(token)) return true;
	if (skipped.has(token.lower)) {
		return true;
	}
	return isAdverb(token) && !isSourceNoun(reading.vocabulary, token.lower) && !determiners.has(token.lower);
}

const skipped = wordSet(
	"and but or so yet that then while as when if because although though after before since whether what how why where not n't",
);

function continuesList(reading: Reading, and: number, ceiling: number): boolean {
	const before = reading.tokens[and - 1] as Token;
	const after = reading.tokens[and + 1];
	if (!after || and + 1 >= ceiling) return false;
	return isCapitalized(before) && isCapitalized(after) && !personalPronouns.has(after.lower);
}

function startsName(reading: Reading, index: number, sentenceStart: number): boolean {
	const token = reading.tokens[index] as Token;
	if (!isCapitalized(token) || token.lower === 'i') return false;
	const word = token.lower;
	if (determiners.has(word) || personalPronouns.has(word) || months.has(word)) return false;
	if (index > sentenceStart && reading.tokens[index - 1]?.kind !== 'quote') return true;
	// At a sentence's beginning a capital tells nothing, unless another follows or the word is no everyday word.
	const next = reading.tokens[index + 1];
	if (prepositions.has(word) || subordinators.has(word) || isAdverb(token) || isSourceNoun(reading.vocabulary, word))
		return false;
	return (
		next !== undefined &&
		(isCapitalized(next) ||
			isPossessive(next) ||
			reading.vocabulary.verbs.has(next.lower) ||
			clauseVerbs.has(next.lower))
	);
}

function continuesName(tokens: readonly Token[], index: number, end: number): boolean {
	const token = tokens[index] as Token;
	if (isCapitalized(token)) return !months.has(token.lower);
	const next = tokens[index + 1];
	return nameParticles.has(token.lower) && index + 1 < end && next !== undefined && isCapitalized(next);
}

const nameParticles = wordSet('of de del van von der bin ibn al el la le du da dos &');

export function isPossessive(token: Token): boolean {
	return token.lower === "'s" || token.lower === "'";
}

function isPlural(head: string, opening: string): boolean {
	if (singularOpeners.has(opening)) return false;
	if (pluralHeads.has(head)) return true;
	return head.endsWith('s') && !head.endsWith('ss') && !head.endsWith('us') && !head.endsWith('is');
}

const pluralHeads = wordSet(
	'some many several most few others both these those two three people police data media men women',
);

const singularOpeners = wordSet('a an another this that one every each');
