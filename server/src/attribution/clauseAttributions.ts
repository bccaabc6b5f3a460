/**
 * Attributions of one block, by rule: a cue of the lexicon, the noun phrase that speaks, and what it is said to have said.
 * The tagger finds more (see `attributions.ts`); these stand in where it is blind: for who speaks within another's words,
 * for constructions that name no one, and for relays.
 *
 * The scheme is PolNeAR's (Newell, Margolin and Ruths 2018): a cue takes its auxiliaries and adverbs along, "that"
 * belongs to the content, quotation marks belong to the content, the final stop does not.
 */

import type { Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import {
	auxiliaries,
	clauseVerbs,
	determiners,
	isAdverb,
	isBreak,
	isCapitalized,
	isComma,
	isWordLike,
	months,
	personalPronouns,
	prepositions,
	subordinators,
} from './grammar';
import type { CueContent } from './lexicons';
import { isPossessive, isSourceNoun, mention, phraseAfter, phraseBefore, type Reading } from './mentions';
import type { BlockAttribution, Cue, Mention, QuotedSpan } from './model';
import { matchPatterns } from './patterns';
import { relayOf } from './relays';

/** One sentence, with what its block knows. */
interface Clause extends Reading {
	readonly sentence: Sentence;
	readonly quotations: readonly QuotedSpan[];
	/** Attributions of the block before this one, in order. */
	readonly found: BlockAttribution[];
}

/** More tokens than this are no sentence: a list, a log, a text without stops. */
const longestSentence = 400;

/** The attributions of a block, in order of their cues; `parent` is left open. */
export function findByRule(
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
): readonly BlockAttribution[] {
	const found: BlockAttribution[] = [];
	for (const sentence of sentences) {
		if (sentence.endToken - sentence.firstToken > longestSentence) continue;
		const clause: Clause = { ...reading, sentence, quotations, found };
		const taken = new Set<number>();
		const here: BlockAttribution[] = [...hearsay(clause, taken)];
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			if (taken.has(i)) continue;
			const attribution =
				labelAt(clause, i) ??
				signatureAt(clause, i) ??
				phraseAt(clause, i, taken) ??
				(reading.vocabulary.verbs.has((reading.tokens[i] as Token).lower)
					? verbAt({ ...clause, found: [...found, ...here] }, i)
					: null);
			if (attribution) here.push(attribution);
		}
		found.push(...here.sort((a, b) => orderOf(a) - orderOf(b)));
	}
	return found;
}

const orderOf = (attribution: BlockAttribution): number =>
	attribution.cue?.start ?? attribution.source?.start ?? attribution.content[0]?.start ?? 0;

// --- constructions that name no one -------------------------------------------------------------------------------

function hearsay(clause: Clause, taken: Set<number>): BlockAttribution[] {
	const { tokens, text, sentence, vocabulary } = clause;
	const found: BlockAttribution[] = [];
	const options = { sentences: [sentence], titleCase: clause.titleCase };
	for (const match of matchPatterns(vocabulary.hearsay, tokens, text, options)) {
		const { firstToken, endToken } = match;
		for (let i = firstToken; i < endToken; i++) taken.add(i);
		// "is expected by analysts to": someone is named after all.
		if (tokens[endToken]?.lower === 'by') continue;
		const cue: Cue = {
			...match.span,
			stance: 'relaying',
			lemma: match.entry.pattern,
			head: endToken - 1,
			hearsay: match.entry,
		};
		let first = endToken;
		if (/^(?:to|that)$/.test(tokens[endToken - 1]?.lower ?? '') && match.entry.type !== 'report') first = endToken - 1;
		let content = clauseFrom(clause, first);
		if (content === null || match.entry.type === 'report')
			content = clauseAround(clause, firstToken, endToken) ?? content;
		const learned = match.entry.type === 'learned' && match.name !== null;
		const source = learned ? phraseBefore(clause, clauseStart(clause, firstToken + 1), firstToken + 1) : null;
		found.push({
			source,
			cue,
			content: content ? [content] : [],
			basis: 'cue',
			confidence: 0.8,
			parent: null,
			via: [],
			addressee: null,
		});
	}
	return found.filter(attribution => attribution.content.length > 0);
}

// --- "Trump: We will win" -----------------------------------------------------------------------------------------

function labelAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, vocabulary } = clause;
	const colon = tokens[index] as Token;
	if (colon.text !== ':' || index === sentence.firstToken || index - sentence.firstToken > 6) return null;
	const next = tokens[index + 1];
	if (!next || index + 1 >= sentence.endToken) return null;
	for (let i = sentence.firstToken; i < index; i++) {
		const token = tokens[i] as Token;
		if (!isCapitalized(token) || vocabulary.verbs.has(token.lower)) return null;
	}
	if (sentence.firstToken > 0) return null;
	const source = phraseBefore(clause, sentence.firstToken, index);
	const quoted = next.kind === 'quote';
	// A speaker's label is a name of two words, one in capitals, or any name before a quotation.
	const label = source?.form === 'name' && (quoted || colon.start === source.end);
	const shouted = source !== null && /^[A-Z .’'-]{2,}$/.test(source.name);
	if (!source || !label || !(quoted || shouted) || memos.test(source.name)) return null;
	const content = { start: next.start, end: contentEnd(clause, sentence.endToken) };
	return {
		source,
		cue: markOf(colon, index),
		content: [content],
		basis: 'colon',
		confidence: quoted ? 0.9 : 0.7,
		parent: null,
		via: [],
		addressee: null,
	};
}

/** "TODO: call Quist": a note the writer left, not a speaker. */
const memos = /^(?:TODO|FIXME|NOTE|NB|XXX|TK|TBD|UPDATE|UPDATED|CORRECTION|BREAKING|WATCH|READ|PHOTO|VIDEO|FILE)$/;

/** A mark that attributes. */
function markOf({ start, end, text }: Token, head: number): Cue {
	return { start, end, stance: 'neutral', lemma: text, head };
}

// --- “We will win.” — Jane Doe ---------------------------------------------------------------------------------------

function signatureAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence } = clause;
	const dash = tokens[index] as Token;
	const before = tokens[index - 1];
	const name = tokens[index + 1];
	if (
		!/^[–—―]$|^--$/.test(dash.text) ||
		before?.kind !== 'quote' ||
		!name ||
		!isCapitalized(name) ||
		sentence.endToken - index > 9
	)
		return null;
	const quotation = clause.quotations.find(q => q.end === before.end && q.parent === null);
	const source = phraseAfter(clause, index + 1, sentence.endToken);
	if (!quotation || source?.form !== 'name') return null;
	return {
		source,
		cue: markOf(dash, index),
		content: [{ start: quotation.start, end: quotation.end }],
		basis: 'colon',
		confidence: 0.9,
		parent: null,
		via: [],
		addressee: null,
	};
}

// --- "according to X" ---------------------------------------------------------------------------------------------

function phraseAt(clause: Clause, index: number, taken: Set<number>): BlockAttribution | null {
	const { tokens, sentence, vocabulary } = clause;
	const candidates = vocabulary.phrases.get((tokens[index] as Token).lower);
	const match = candidates?.find(({ words }) =>
		words.every((word, i) => tokens[index + i]?.lower === word && index + i < sentence.endToken),
	);
	if (!match) return null;
	const { entry, words } = match;
	if (words.length === 1 && (index === sentence.firstToken || !isComma(tokens[index - 1]))) return null;
	const start = index + words.length;
	const source = sourceAfter(clause, start);
	if (!source) return null;
	for (let i = index; i < start; i++) taken.add(i);
	const cue: Cue = {
		start: (tokens[index] as Token).start,
		end: (tokens[start - 1] as Token).end,
		stance: entry.stance,
		lemma: entry.lemma,
		head: index,
	};
	const opening =
		index === sentence.firstToken ||
		(index === sentence.firstToken + 1 && /^(?:and|but|yet)$/.test((tokens[index - 1] as Token).lower));
	let content: Span[] = [];
	let after = source.endToken;
	if (isComma(tokens[after])) after++;
	if (opening) {
		const span = clauseFrom(clause, after);
		if (span) content = [span];
	} else {
		const before = clauseBefore(clause, index);
		const rest = isComma(tokens[source.endToken]) ? clauseFrom(clause, after) : null;
		content = [before, rest].filter(span => span !== null);
	}
	if (content.length === 0) return null;
	return {
		source,
		cue,
		content,
		basis: 'cue',
		confidence: 0.95,
		parent: null,
		via: relaysIn(clause, source),
		addressee: null,
	};
}

// --- "X said", "said X", "told Y that", "viewed by X as" ------------------------------------------------------------

const coreSpeech = new Set('say tell add ask reply respond write tweet explain announce'.split(' '));

function verbAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, vocabulary } = clause;
	const token = tokens[index] as Token;
	const word = vocabulary.verbs.get(token.lower);
	if (!word || token.kind !== 'word' || (isCapitalized(token) && index > sentence.firstToken && !clause.titleCase))
		return null;
	const { entry } = word;
	const before = tokens[index - 1];
	const quoted = quotationAt(clause, token.start);
	const inQuote = quoted !== null;
	const participleOnly =
		entry.participle !== undefined && token.lower === entry.participle && token.lower !== entry.past;

	// "viewed by many in the West as …", "described by police as …", "said by officials to be …"
	if (tokens[index + 1]?.lower === 'by' && (word.forms.includes('participle') || word.forms.includes('past'))) {
		return passive(clause, index, word.entry);
	}
	if (participleOnly && !hasAuxiliaryBefore(clause, index, /^(?:has|have|had|'ve|'s|'d|having)$/)) return null;

	const head = index;
	let first = index;
	while (first > sentence.firstToken) {
		const previous = tokens[first - 1] as Token;
		if (auxiliaries.has(previous.lower) || isAdverb(previous)) first--;
		else break;
	}
	// "to say", "by saying" after another cue is that cue's own business.
	if (
		before &&
		/^(?:to|of|for|by|in|from|without|not)$/.test(tokens[first - 1]?.lower ?? '') &&
		first > sentence.firstToken
	) {
		if (tokens[first - 1]?.lower !== 'not') return null;
	}
	const aux = tokens.slice(first, index).map(t => t.lower);
	// "is said", "was told": passive without a "by"; the subject does not speak.
	if (
		aux.some(a => /^(?:is|are|was|were|be|been|being)$/.test(a)) &&
		word.forms.some(form => form === 'past' || form === 'participle') &&
		!word.forms.includes('ing')
	) {
		return null;
	}
	const ing = word.forms.includes('ing') && !word.forms.includes('base');
	const cueOf = (end: number): Cue => ({
		start: (tokens[first] as Token).start,
		end,
		stance: entry.stance,
		lemma: entry.lemma,
		head,
	});

	// Inversion: “…,” said X, who …
	const inverted = invertedSource(clause, index, first, entry.lemma);
	if (inverted) {
		const content = leftContent(clause, first) ?? [];
		const right = isComma(tokens[inverted.endToken]) ? quotationFrom(clause, inverted.endToken + 1) : null;
		if (content.length > 0) {
			return made(clause, inverted, cueOf(token.end), [...content, ...(right ? [right] : [])], 0.95, null);
		}
	}

	let source: Mention | null;
	let confidence = 0.9;
	if (
		ing &&
		(isComma(tokens[first - 1]) || tokens[first - 1]?.lower === 'and' || tokens[first - 1]?.kind === 'quote')
	) {
		// ", saying …": whoever the clause is about.
		source = subjectOf(clause, first);
		confidence = 0.8;
	} else if (ing) {
		if (!aux.some(a => /^(?:is|are|was|were|been|'s|'re)$/.test(a))) return null;
		source = subjectBefore(clause, first);
	} else if (
		/^(?:and|but|then|or)$/.test(tokens[first - 1]?.lower ?? '') &&
		first - 1 > sentence.firstToken &&
		word.forms.some(f => f !== 'base')
	) {
		source = subjectOf(clause, first - 1);
		confidence = 0.75;
	} else {
		source = subjectBefore(clause, first);
	}
	if (!source) return null;
	if (
		source.form === 'pronoun' &&
		word.forms.length === 1 &&
		word.forms[0] === 'base' &&
		/^(?:he|she|it|who)$/i.test(clause.text.slice(source.start, source.end))
	) {
		if (!aux.some(a => clauseVerbs.has(a) || a === "n't")) return null;
	}
	// A bare form after a singular subject is a noun: "the report", "a claim".
	if (
		source.form !== 'pronoun' &&
		word.forms.length === 1 &&
		word.forms[0] === 'base' &&
		!source.plural &&
		aux.length === 0
	)
		return null;
	// "voiced doubts", "who made claims": an -s form right after a verb is its object.
	const verbBefore = before && vocabulary.verbs.get(before.lower);
	if (
		verbBefore &&
		before.end <= token.start &&
		(word.forms.includes('s') || word.forms.includes('base')) &&
		verbBefore.forms.some(f => f === 'past' || f === 'ing')
	) {
		return null;
	}
	// A noun and an -s form: "the leader claims" may be "claims" the noun; a determiner right before tells.
	if (before && (determiners.has(before.lower) || isPossessive(before) || prepositions.has(before.lower))) return null;

	const spoken = ing ? null : quotationUpTo(clause, source.firstToken);
	const said = spoken && /[,!?…—–-][’'”"]*.$/.test(clause.text.slice(spoken.start, spoken.end)) ? spoken : null;
	const right = rightContent(clause, index, entry.takes, entry.addressee, entry.lemma, inQuote);
	// “…,” she said months after …: the words are what stands left, unless the quotation goes on.
	const goesOn = right?.content.at(-1);
	const quoteFollows = goesOn !== undefined && clause.quotations.some(q => q.start === goesOn.start);
	if (right && !(said && !quoteFollows && entry.takes.includes('quote')))
		return made(clause, source, cueOf(right.cueEnd), right.content, confidence * right.confidence, right.addressee);
	// "Harlow continued:" at the end of a block: the next block is what was said.
	if (tokens[index + 1]?.text === ':' && index + 2 >= sentence.endToken && entry.takes.includes('quote')) {
		return {
			source,
			cue: cueOf(token.end),
			content: [],
			basis: 'colon',
			confidence: 0.9,
			parent: null,
			via: [],
			addressee: null,
		};
	}
	const relative = source.form === 'pronoun' && tokens[source.firstToken]?.lower === 'who';
	const left = relative ? null : leftContent(clause, source.firstToken);
	if (left && (entry.takes.includes('clause') || entry.takes.includes('quote')) && !ing) {
		const addressee = addresseeOf(clause, index, entry.addressee);
		return made(clause, source, cueOf(token.end), left, coreSpeech.has(entry.lemma) ? 0.95 : 0.8, addressee);
	}
	return null;
}

function made(
	clause: Clause,
	source: Mention,
	cue: Cue,
	content: readonly Span[],
	confidence: number,
	addressee: Mention | null,
): BlockAttribution {
	const outlets = addressee ? relayOf(clause, addressee) : [];
	return {
		source,
		cue,
		content: merge(content),
		basis: 'cue',
		confidence,
		parent: null,
		via: [...outlets, ...relaysIn(clause, source)],
		addressee: addressee ? { start: addressee.start, end: addressee.end } : null,
	};
}

function passive(
	clause: Clause,
	index: number,
	entry: { readonly lemma: string; readonly stance: Cue['stance']; readonly takes: readonly CueContent[] },
): BlockAttribution | null {
	const { tokens, sentence } = clause;
	const source = phraseAfter(clause, index + 2, sentence.endToken);
	if (!source) return null;
	const after = tokens[source.endToken];
	const from = after && /^(?:as|to|that)$/.test(after.lower) ? source.endToken + 1 : null;
	if (from === null) return null;
	const content = restrictedClause(clause, from);
	if (!content) return null;
	const token = tokens[index] as Token;
	const cue: Cue = {
		start: token.start,
		end: (tokens[index + 1] as Token).end,
		stance: entry.stance,
		lemma: entry.lemma,
		head: index,
	};
	return { source, cue, content: [content], basis: 'cue', confidence: 0.85, parent: null, via: [], addressee: null };
}

/** The participle's own words: to the next comma or stop. */
function restrictedClause(clause: Clause, from: number): Span | null {
	const { tokens, sentence } = clause;
	const quotation = quotationFrom(clause, from);
	if (quotation) return quotation;
	let end = from;
	while (end < sentence.endToken) {
		const token = tokens[end] as Token;
		if ((isComma(token) || isBreak(token)) && !quotationAt(clause, token.start)) break;
		end++;
	}
	return end > from ? { start: (tokens[from] as Token).start, end: (tokens[end - 1] as Token).end } : null;
}

// --- who speaks -----------------------------------------------------------------------------------------------------

function subjectBefore(clause: Clause, first: number): Mention | null {
	const { tokens, sentence } = clause;
	const end = first;
	const previous = tokens[end - 1];
	if (!previous || end <= sentence.firstToken) return null;
	if (previous.text === ')') {
		// "Rep. Jane Doe (D-Ohio) said": what is in the brackets tells of the source.
		const opening = bracketBefore(clause, end - 1);
		const who = opening > sentence.firstToken ? subjectBefore(clause, opening) : null;
		return who && { ...who, end: previous.end, endToken: end };
	}
	if (previous.kind === 'quote' || isBreak(previous)) return null;
	if (isComma(previous)) {
		// "An official, meanwhile, briefed", "Rubio, who attended, said", "Dmitriev, the report said, hopes"
		const opening = commaBefore(clause, end - 1);
		if (opening < 0 || end - 1 - opening > 30) return null;
		const aside = { start: opening + 1, end: end - 1 };
		const closing = tokens[opening - 1]?.text === ')' ? bracketBefore(clause, opening - 1) : -1;
		const last = closing > sentence.firstToken ? closing : opening;
		const who = phraseBefore(clause, clauseStart(clause, last), last);
		if (!who) return null;
		const tells = isTelling(clause, aside.start, aside.end);
		if (!tells) return who;
		const tellsTo = (tokens[aside.end - 1] as Token).end;
		const told = clause.text.slice((tokens[aside.start] as Token).start, tellsTo);
		// "The council’s finance officer, Ruth Okafor, said": the name is the source, what stands before tells its role.
		const inner = mention(clause, aside.start, aside.end);
		if (who.form === 'noun' && inner?.form === 'name') {
			const role = clause.text.slice(who.start, who.end).replace(/^the /i, '');
			return { ...inner, start: who.start, firstToken: who.firstToken, descriptors: [role, ...inner.descriptors] };
		}
		return { ...who, end: tellsTo, endToken: aside.end, descriptors: [...who.descriptors, told] };
	}
	// A cue right beside: "said officials warned" belongs to the other.
	return phraseBefore(clause, clauseStart(clause, end), end);
}

/** Whether words between two commas tell who the source is: an appositive, "described as …", "who …". */
function isTelling(clause: Clause, first: number, end: number): boolean {
	const { tokens, vocabulary } = clause;
	const opening = tokens[first];
	if (!opening || end - first < 2) return false;
	if (/^(?:who|whose|described|identified|speaking|himself|herself)$/.test(opening.lower)) return true;
	if (isAdverb(opening) || prepositions.has(opening.lower) || subordinators.has(opening.lower)) return false;
	for (let i = first; i < end; i++)
		if (vocabulary.verbs.get((tokens[i] as Token).lower)?.entry.takes.includes('clause') && i === end - 1) return false;
	return true;
}

/** The subject of the sentence's clause before `before`: the last source that spoke in it, else its first noun phrase. */
function subjectOf(clause: Clause, before: number): Mention | null {
	const { tokens, sentence, found } = clause;
	const limit = (tokens[before - 1] as Token | undefined)?.end ?? 0;
	const start = (tokens[sentence.firstToken] as Token).start;
	const spoke = found.filter(
		a => a.source !== null && a.source.start >= start && a.source.end <= limit && a.cue?.hearsay === undefined,
	);
	const outermost = spoke[0];
	if (outermost?.source) return outermost.source;
	return phraseUpToVerb(clause, before);
}

function phraseUpToVerb(clause: Clause, before: number): Mention | null {
	const { tokens, sentence, vocabulary } = clause;
	let first = sentence.firstToken;
	// Past an opening "At a news conference, …".
	if (prepositions.has((tokens[first] as Token).lower) || subordinators.has((tokens[first] as Token).lower)) {
		while (first < before && !isComma(tokens[first])) first++;
		if (first >= before) return null;
		first++;
	}
	let end = first;
	while (end < before) {
		const token = tokens[end] as Token;
		if (clauseVerbs.has(token.lower) || isComma(token) || isBreak(token) || token.kind === 'quote') break;
		if (end > first && (vocabulary.verbs.has(token.lower) || /^[a-z]+ed$/.test(token.text))) break;
		end++;
	}
	return end > first && end - first <= 8 ? phraseBefore(clause, first, end) : null;
}

/** `said X` after a quotation or a comma. */
function invertedSource(clause: Clause, index: number, first: number, lemma: string): Mention | null {
	const { tokens, sentence } = clause;
	if (first !== index) return null;
	const previous = tokens[index - 1];
	const next = tokens[index + 1];
	if (!previous || !next || index + 1 >= sentence.endToken) return null;
	if (!(previous.kind === 'quote' || isComma(previous))) return null;
	if (
		lemma === 'tell' ||
		!isWordLike(next) ||
		/^(?:that|he|she|they|it|to|in|on|at|as|there|if|whether|what|how|why|not)$/.test(next.lower)
	)
		return null;
	if (prepositions.has(next.lower) || months.has(next.lower) || isAdverb(next)) return null;
	if (previous.kind !== 'quote' && !coreSpeech.has(lemma)) return null;
	const source = sourceAfter(clause, index + 1);
	if (previous.kind !== 'quote' && (!source || !isLikelySpeaker(clause, source) || !isClause(clause, index - 1)))
		return null;
	// What follows must not be the verb of a clause of its own.
	const after = source && tokens[source.endToken];
	if (
		after &&
		source.endToken < sentence.endToken &&
		(clauseVerbs.has(after.lower) || clause.vocabulary.verbs.has(after.lower))
	)
		return null;
	return source;
}

/** A name, or a noun that sources go by: "said the minister", not "said the baths lose money". */
function isLikelySpeaker({ tokens, vocabulary }: Clause, source: Mention): boolean {
	const head = tokens[source.head] as Token;
	return source.form === 'name' || isSourceNoun(vocabulary, head.lower) || vocabulary.titles.has(head.lower);
}

/** Whether what stands before a comma is a clause, and not a subject with its appositive. */
function isClause({ tokens, sentence, vocabulary }: Clause, end: number): boolean {
	for (let i = sentence.firstToken + 1; i < end; i++) {
		const { lower, text } = tokens[i] as Token;
		if (clauseVerbs.has(lower) || vocabulary.verbs.has(lower) || /^[a-z]{2,}(?:ed|fell|rose|came|went)$/.test(text))
			return true;
	}
	return false;
}

/** A noun phrase with its appositive or relative clause, when that is closed by a comma or the sentence's end. */
function sourceAfter(clause: Clause, start: number): Mention | null {
	const { tokens, sentence, text } = clause;
	const who = phraseAfter(clause, start, sentence.endToken);
	if (!who) return null;
	const next = tokens[who.endToken];
	const relative =
		next &&
		who.endToken < sentence.endToken &&
		/^(?:who|with|from|close|familiar|at|in|for|on|involved|briefed)$/.test(next.lower);
	if (relative) {
		let end = who.endToken;
		while (
			end < sentence.endToken &&
			!isComma(tokens[end]) &&
			!isBreak(tokens[end] as Token) &&
			(tokens[end] as Token).kind !== 'quote'
		)
			end++;
		const told = text.slice(next.start, (tokens[end - 1] as Token).end);
		if (/^(?:who|with knowledge|close|familiar|involved|briefed|in|at|from|with)/.test(told)) {
			return { ...who, end: (tokens[end - 1] as Token).end, endToken: end, descriptors: [...who.descriptors, told] };
		}
	}
	return who;
}

/** Outlets a source spoke to: "who spoke with the Journal". */
function relaysIn(clause: Clause, source: Mention): readonly Mention[] {
	const { tokens } = clause;
	for (let i = source.firstToken; i < source.endToken - 1; i++) {
		if (!/^(?:spoke|speaking|talked|talking)$/.test((tokens[i] as Token).lower)) continue;
		if (!/^(?:to|with)$/.test(tokens[i + 1]?.lower ?? '')) continue;
		const listener = phraseAfter(clause, i + 2, source.endToken);
		if (listener) return relayOf(clause, listener);
	}
	return [];
}

// --- what is said ---------------------------------------------------------------------------------------------------

interface RightContent {
	readonly content: readonly Span[];
	readonly cueEnd: number;
	readonly confidence: number;
	readonly addressee: Mention | null;
}

function addresseeOf(clause: Clause, index: number, kind: 'object' | 'to' | undefined): Mention | null {
	const { tokens, sentence } = clause;
	const start = kind === 'object' ? index + 1 : tokens[index + 1]?.lower === 'to' ? index + 2 : -1;
	return start < 0 || start >= sentence.endToken ? null : phraseAfter(clause, start, sentence.endToken);
}

function rightContent(
	clause: Clause,
	index: number,
	takes: readonly CueContent[],
	addresseeKind: 'object' | 'to' | undefined,
	lemma: string,
	inQuote: boolean,
): RightContent | null {
	const { tokens, sentence } = clause;
	const token = tokens[index] as Token;
	let at = index + 1;
	let addressee: Mention | null = null;
	if (addresseeKind) {
		addressee = addresseeOf(clause, index, addresseeKind);
		if (addressee) at = addressee.endToken;
		if (addressee && addresseeKind === 'to' && !/^(?:that|“|")$/.test(tokens[at]?.text ?? '')) {
			addressee = null;
			at = index + 1;
		}
	}
	// Adverbials between the cue and what is said: "afterward", "on Monday", "at length", "in a statement".
	const settled = pastAdverbials(clause, at);
	at = settled;
	if (at >= sentence.endToken) return null;
	const next = tokens[at] as Token;
	const result = (content: readonly Span[], confidence: number): RightContent => ({
		content,
		cueEnd: token.end,
		confidence,
		addressee,
	});

	const colonOrComma = isComma(next) || next.text === ':';
	const quoteAt = colonOrComma ? at + 1 : at;
	if (
		tokens[quoteAt]?.kind === 'quote' &&
		quoteAt < sentence.endToken &&
		(takes.includes('quote') || takes.includes('clause'))
	) {
		const quotation = quotationFrom(clause, quoteAt);
		if (quotation) {
			// “A,” he said, “B”: both parts are what he said.
			const goesOn = colonOrComma && !token.lower.endsWith('ing');
			const left = goesOn ? quotationUpTo(clause, subjectStart(clause, index)) : null;
			const rest = colonOrComma ? quotation : (clauseFrom(clause, quoteAt) ?? quotation);
			return result(left ? [left, rest] : [rest], 1);
		}
	}
	if (isComma(next) || isBreak(next)) return null;
	if (next.lower === 'that' && (takes.includes('clause') || takes.includes('wh')) && !endsClause(tokens[at + 1])) {
		const content = clauseFrom(clause, at);
		return content && result([content], 1);
	}
	if (takes.includes('as')) {
		const as = findAs(clause, at);
		const content = as > 0 ? restrictedClause(clause, as + 1) : null;
		if (content) return result([content], 0.9);
		if (lemma === 'call' && clause.quotations.length > 0) {
			const quotation = clause.quotations.find(
				q => q.start >= next.start && q.start < next.start + 60 && q.end <= sentence.end,
			);
			if (quotation) return result([{ start: quotation.start, end: quotation.end }], 0.85);
		}
	}
	if (takes.includes('wh') && /^(?:what|how|why|where|when|who|whether|if|which)$/.test(next.lower)) {
		const content = clauseFrom(clause, at);
		return content && result([content], 0.95);
	}
	if (takes.includes('infinitive') && next.lower === 'to') {
		const content = clauseFrom(clause, at);
		return content && result([content], 0.7);
	}
	const subject = subjectStart(clause, index);
	const left = inQuote || tokens[subject]?.lower === 'who' ? null : leftContent(clause, subject);
	if (takes.includes('clause') && beginsClause(clause, at)) {
		const content = clauseFrom(clause, at);
		// ", he said aboard the plane": what stands left is what was said.
		if (content && !(left && (prepositions.has(next.lower) || isAdverb(next))))
			return result([content], lemma === 'say' ? 0.95 : 0.75);
	}
	if (left) return null;
	// "said the baths lose money" has no verb this reading knows: after "said" a noun phrase begins a clause all the same.
	if (
		takes.includes('clause') &&
		coreSpeech.has(lemma) &&
		isWordLike(next) &&
		!prepositions.has(next.lower) &&
		!isAdverb(next) &&
		!months.has(next.lower) &&
		!/^(?:this|last|so|yes|no|goodbye|hello)$/.test(next.lower)
	) {
		const content = clauseFrom(clause, at);
		return content && result([content], 0.7);
	}
	if (takes.includes('object') && isWordLike(next) && !prepositions.has(next.lower) && !subordinators.has(next.lower)) {
		const object = phraseAfter(clause, at, sentence.endToken);
		return object && result([{ start: object.start, end: object.end }], 0.55);
	}
	if (takes.includes('about') && prepositions.has(next.lower)) {
		const content = restrictedClause(clause, at);
		return content && result([content], 0.5);
	}
	return null;
}

function subjectStart(clause: Clause, index: number): number {
	return subjectBefore(clause, firstOfCue(clause, index))?.firstToken ?? index;
}

function firstOfCue({ tokens, sentence }: Clause, index: number): number {
	let first = index;
	while (
		first > sentence.firstToken &&
		(auxiliaries.has((tokens[first - 1] as Token).lower) || isAdverb(tokens[first - 1] as Token))
	)
		first--;
	return first;
}

/** Past adverbs, "on Monday", "in a statement", "at length", "aboard Air Force One", when a clause or quotation follows. */
function pastAdverbials(clause: Clause, start: number): number {
	const { tokens, sentence } = clause;
	let at = start;
	for (let guard = 0; guard < 4 && at < sentence.endToken; guard++) {
		const token = tokens[at] as Token;
		if (months.has(token.lower) || isAdverb(token)) {
			at++;
			continue;
		}
		if (!/^(?:on|in|at|during|after|aboard|by|via|through|over|last|this|late|early)$/.test(token.lower)) break;
		let end = at + 1;
		while (end < sentence.endToken && end - at < 9) {
			const next = tokens[end] as Token;
			if (next.lower === 'that' || next.kind === 'quote' || isComma(next) || isBreak(next)) break;
			end++;
		}
		const stop = tokens[end];
		if (!stop || end >= sentence.endToken) break;
		if (stop.lower === 'that' || stop.kind === 'quote' || (isComma(stop) && tokens[end + 1]?.kind === 'quote'))
			at = end;
		else if (isComma(stop) && tokens[end + 1]?.lower === 'that') at = end + 1;
		else break;
	}
	return at;
}

/** Whether a clause with its own subject and verb begins here. */
function beginsClause(clause: Clause, at: number): boolean {
	const { tokens, sentence } = clause;
	const first = tokens[at] as Token;
	if (!isWordLike(first) && first.kind !== 'quote' && first.text !== '$') return false;
	if (personalPronouns.has(first.lower) && !/^(?:him|them|us|me|her)$/.test(first.lower)) return true;
	if (/^(?:there|it|nothing|everything|everyone|no)$/.test(first.lower)) return true;
	for (let i = at + 1; i < sentence.endToken && i < at + 22; i++) {
		const token = tokens[i] as Token;
		if (clauseVerbs.has(token.lower) || token.lower === "n't" || clause.vocabulary.verbs.has(token.lower)) return true;
		if (isBreak(token)) return false;
		if (
			i > at + 1 &&
			/^[a-z]+(?:ed|s)$/.test(token.text) &&
			isWordLike(tokens[i - 1] as Token) &&
			!determiners.has((tokens[i - 1] as Token).lower) &&
			!prepositions.has((tokens[i - 1] as Token).lower)
		) {
			return true;
		}
	}
	return false;
}

function findAs({ tokens, sentence }: Clause, start: number): number {
	// "which both sides described as", "described the talks as"
	for (let i = start; i < sentence.endToken && i < start + 12; i++) {
		const token = tokens[i] as Token;
		if (token.lower === 'as') return i;
		if (isComma(token) || isBreak(token) || clauseVerbs.has(token.lower)) return -1;
	}
	return -1;
}

function endsClause(token: Token | undefined): boolean {
	return token === undefined || isComma(token) || isBreak(token);
}

/** From a token to where what is said ends: the sentence's end, or the comma before another who speaks. */
function clauseFrom(clause: Clause, from: number): Span | null {
	const { tokens, sentence, quotations } = clause;
	if (from >= sentence.endToken) return null;
	let end = sentence.endToken;
	// Within a quotation what is said ends with it.
	const { start: opening } = tokens[from] as Token;
	const around = quotations.find(q => q.start < opening && opening < q.inner.end && q.kind !== 'title');
	for (let i = from + 1; i < sentence.endToken; i++) {
		const token = tokens[i] as Token;
		if (around && token.start >= around.inner.end) {
			end = i;
			break;
		}
		if (quotationAt(clause, token.start)) continue;
		if (token.text === ';' || isDash(token)) {
			end = i;
			break;
		}
		if (isComma(token) && speaksNext(clause, i + 1)) {
			end = i;
			break;
		}
	}
	const start = (tokens[from] as Token).start;
	const stop = contentEnd(clause, end);
	return stop > start ? { start, end: stop } : null;
}

/** Whether after this comma the writer goes on to report: ", saying", ", adding", ", he said", ", but she denied". */
function speaksNext(clause: Clause, at: number): boolean {
	const { tokens, sentence, vocabulary } = clause;
	const token = tokens[at];
	if (!token || at >= sentence.endToken) return false;
	const cue = vocabulary.verbs.get(token.lower);
	if (
		cue?.forms.includes('ing') &&
		/^(?:say|add|argue|tell|call|claim|note|warn|insist|cite|describe|explain|suggest|accuse)$/.test(cue.entry.lemma)
	)
		return true;
	if (token.lower === 'according') return true;
	if (/^(?:and|but)$/.test(token.lower)) {
		const next = tokens[at + 1];
		const verb = next && vocabulary.verbs.get(next.lower);
		if (verb?.forms.some(form => form === 'past' || form === 's')) return true;
		const second = tokens[at + 2] && vocabulary.verbs.get((tokens[at + 2] as Token).lower);
		return Boolean(next && isCapitalized(next) && second?.forms.includes('past') && coreSpeech.has(second.entry.lemma));
	}
	return false;
}

/** What stands left of "X said" at the end: the quotation, or the clause up to the comma. */
function leftContent(clause: Clause, at: number): Span[] | null {
	const { tokens, sentence } = clause;
	const previous = tokens[at - 1];
	if (!previous || at - 1 < sentence.firstToken) return null;
	const before =
		previous.kind === 'quote' ? at - 1 : isComma(previous) && tokens[at - 2]?.kind === 'quote' ? at - 2 : -1;
	if (before >= 0) {
		const quotation =
			clause.quotations.find(q => q.end === (tokens[before] as Token).end && q.parent === null) ??
			clause.quotations.find(q => q.end === (tokens[before] as Token).end);
		if (!quotation) return null;
		const last = clause.text.slice(quotation.inner.start, quotation.inner.end);
		if (!isComma(previous) && !/[,.!?…—–-][’'”"]*$/.test(last)) return null;
		const start = clauseOpening(clause, quotation.start);
		return [{ start, end: quotation.end }];
	}
	if (!isComma(previous) && !isDash(previous)) return null;
	const start = clauseOpening(clause, previous.start);
	const end = previous.start;
	if (end - start < 3) return null;
	return [trimmed(clause, { start, end })];
}

/** Where the clause that ends at `end` begins: the sentence, or after a semicolon or another's words. */
function clauseOpening(clause: Clause, end: number): number {
	const { tokens, sentence } = clause;
	let start = (tokens[sentence.firstToken] as Token).start;
	for (let i = sentence.firstToken; i < sentence.endToken; i++) {
		const token = tokens[i] as Token;
		if (token.start >= end) break;
		if (token.text === ';' && !quotationAt(clause, token.start)) start = tokens[i + 1]?.start ?? start;
	}
	// A quotation that runs over several sentences begins where its first one does.
	const quotation = clause.quotations.find(q => q.start < start && q.end >= end && q.parent === null);
	return quotation ? quotation.start : start;
}

function clauseBefore(clause: Clause, index: number): Span | null {
	const { tokens, sentence } = clause;
	const previous = tokens[index - 1];
	if (!previous || index <= sentence.firstToken) return null;
	const end = isComma(previous) || isDash(previous) ? previous.start : previous.end;
	const start = clauseOpening(clause, end);
	return end > start ? trimmed(clause, { start, end }) : null;
}

function clauseAround(clause: Clause, first: number, end: number): Span | null {
	const { tokens, sentence } = clause;
	let start = first;
	while (start > sentence.firstToken && !isBreak(tokens[start - 1] as Token) && !isComma(tokens[start - 1])) start--;
	let stop = end;
	while (stop < sentence.endToken && !isBreak(tokens[stop] as Token) && !isComma(tokens[stop])) stop++;
	if (stop <= start) return null;
	return { start: (tokens[start] as Token).start, end: (tokens[stop - 1] as Token).end };
}

function quotationFrom(clause: Clause, at: number): Span | null {
	const token = clause.tokens[at];
	const quotation = token && clause.quotations.find(q => q.start === token.start);
	return quotation ? { start: quotation.start, end: quotation.end } : null;
}

function quotationUpTo(clause: Clause, at: number): Span | null {
	const { tokens, sentence } = clause;
	if (at - 1 < sentence.firstToken) return null;
	const previous = tokens[at - 1];
	const mark =
		previous?.kind === 'quote'
			? previous
			: isComma(previous) && tokens[at - 2]?.kind === 'quote'
				? tokens[at - 2]
				: undefined;
	const quotation = mark && clause.quotations.find(q => q.end === mark.end);
	return quotation ? { start: quotation.start, end: quotation.end } : null;
}

// --- where things begin and end ---------------------------------------------------------------------------------------

/** The first token of the clause that a verb's subject stands in. */
function clauseStart(clause: Clause, end: number): number {
	const { tokens, sentence, vocabulary } = clause;
	for (let i = end - 1; i >= sentence.firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token) || token.kind === 'quote' || isComma(token)) return i + 1;
		if (
			/^(?:that|because|while|as|when|if|although|though|whether|where|which|what|how|why|than|so|but)$/.test(
				token.lower,
			)
		) {
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

function bracketBefore({ tokens, sentence }: Clause, index: number): number {
	for (let i = index - 1; i > sentence.firstToken && i > index - 12; i--)
		if ((tokens[i] as Token).text === '(') return i;
	return -1;
}

function commaBefore(clause: Clause, index: number): number {
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

/** Document order end of a content span: the final stop is not part of it, a closing quotation mark is. */
function contentEnd(clause: Clause, endToken: number): number {
	const { tokens } = clause;
	let end = endToken;
	while (end > 0) {
		const token = tokens[end - 1] as Token;
		if (/^[.!?…,;:]+$/.test(token.text) || isDash(token)) end--;
		else break;
	}
	return (tokens[end - 1] as Token | undefined)?.end ?? 0;
}

function trimmed({ text }: Clause, { start, end }: Span): Span {
	let stop = end;
	while (stop > start && /[\s,;:–—-]/.test(text.charAt(stop - 1))) stop--;
	return { start, end: stop };
}

function quotationAt({ quotations }: Pick<Clause, 'quotations'>, offset: number): QuotedSpan | null {
	return quotations.find(q => q.start <= offset && offset < q.end && q.kind !== 'title') ?? null;
}

function hasAuxiliaryBefore({ tokens, sentence }: Clause, index: number, which: RegExp): boolean {
	for (let i = index - 1; i >= sentence.firstToken && i > index - 4; i--) {
		const token = tokens[i] as Token;
		if (which.test(token.lower)) return true;
		if (!isAdverb(token)) return false;
	}
	return false;
}

function isDash(token: Token): boolean {
	return /^[–—―]+$|^-+$/.test(token.text);
}

function merge(spans: readonly Span[]): readonly Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start);
	const result: Span[] = [];
	for (const span of sorted) {
		const last = result.at(-1);
		if (last && span.start < last.end)
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		else result.push(span);
	}
	return result;
}
