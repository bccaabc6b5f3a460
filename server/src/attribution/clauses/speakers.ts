/** Who speaks: the noun phrase that a cue’s grammar points to. */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import {
	clauseVerbs,
	isAdverb,
	isBreak,
	isComma,
	isWordLike,
	months,
	prepositions,
	subordinators,
	wordSet,
} from '../grammar';
import { isSourceNoun, mention, phraseAfter, phraseBefore } from '../mentions';
import type { BlockAttribution, Cue, Mention } from '../model';
import { relayOf } from '../relays';
import { bracketBefore, type Clause, clauseStart, commaBefore, coreSpeech } from './clause';

/** The subject that ends before a verb. */
export function subjectBefore(clause: Clause, first: number): Mention | null {
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
	if (tellingOpeners.has(opening.lower)) return true;
	if (isAdverb(opening) || prepositions.has(opening.lower) || subordinators.has(opening.lower)) return false;
	for (let i = first; i < end; i++)
		if (vocabulary.verbs.get((tokens[i] as Token).lower)?.entry.takes.includes('clause') && i === end - 1) return false;
	return true;
}

const tellingOpeners = wordSet('who whose described identified speaking himself herself');

/** The subject of the sentence's clause before `before`: the last source that spoke in it, else its first noun phrase. */
export function subjectOf(clause: Clause, before: number): Mention | null {
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
export function invertedSource(clause: Clause, index: number, first: number, lemma: string): Mention | null {
	const { tokens, sentence } = clause;
	if (first !== index) return null;
	const previous = tokens[index - 1];
	const next = tokens[index + 1];
	if (!previous || !next || index + 1 >= sentence.endToken) return null;
	if (!(previous.kind === 'quote' || isComma(previous))) return null;
	if (previous.kind === 'quote' && isLabel(clause, previous.end)) return null;
	if (lemma === 'tell' || !isWordLike(next) || noSpeakers.has(next.lower)) return null;
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

const noSpeakers = wordSet('that he she they it to in on at as there if whether what how why not');

/** "identified only as “Official 2,” warned …": what someone or something is called, nothing that is said. */
function isLabel({ tokens, quotations }: Clause, end: number): boolean {
	const quoted = quotations.find(quotation => quotation.end === end);
	const before = quoted && tokens.findLast(token => token.end <= quoted.start);
	return before !== undefined && namings.has(before.lower);
}

const namings = wordSet('as called named nicknamed dubbed labelled labeled titled entitled');

/** A name, or a noun that sources go by: "said the minister", not "said the baths lose money". */
export function isLikelySpeaker({ tokens, vocabulary }: Clause, source: Mention): boolean {
	const head = tokens[source.head] as Token;
	return source.form === 'name' || isSourceNoun(vocabulary, head.lower) || vocabulary.titles.has(head.lower);
}

/** Whether what stands before a comma is a clause, and not a subject with its appositive. */
function isClause({ tokens, sentence, vocabulary, isVerb }: Clause, end: number): boolean {
	for (let i = sentence.firstToken + 1; i < end; i++) {
		const { lower, text } = tokens[i] as Token;
		if (
			isVerb?.(i) ||
			clauseVerbs.has(lower) ||
			vocabulary.verbs.has(lower) ||
			/^[a-z]{2,}(?:ed|fell|rose|came|went)$/.test(text)
		)
			return true;
	}
	return false;
}

/** A noun phrase with its appositive or relative clause, when that is closed by a comma or the sentence's end. */
export function sourceAfter(clause: Clause, start: number): Mention | null {
	const { tokens, sentence, text } = clause;
	const who = phraseAfter(clause, start, sentence.endToken);
	if (!who) return null;
	const next = tokens[who.endToken];
	const relative = next && who.endToken < sentence.endToken && tellers.has(next.lower);
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
		if (
			/^(?:who|with knowledge|close|familiar|involved|briefed|in|at|from|with)/.test(told) &&
			!tellsOccasion.test(told)
		) {
			return { ...who, end: (tokens[end - 1] as Token).end, endToken: end, descriptors: [...who.descriptors, told] };
		}
	}
	return who;
}

const tellers = wordSet('who with from close familiar at in for on involved briefed');

/** Where and how someone spoke; it tells nothing of who they are. */
const tellsOccasion =
	/^(?:in|at|from|with) (?:an?|the|his|her|their|its) (?:\w+ )?(?:interview|speech|statement|tweet|debate|email|letter|memo|message|post|call|briefing|conference|hearing|rally|note|filing)\b/;

/** Words that a construction lays to someone beyond doubt. */
export function attributedTo(clause: Clause, source: Mention, cue: Cue, content: readonly Span[]): BlockAttribution {
	const via = relaysIn(clause, source);
	return { source, cue, content, basis: 'cue', confidence: 0.95, parent: null, via, addressee: null };
}

/** Outlets a source spoke to: "who spoke with the Journal". */
export function relaysIn(clause: Clause, source: Mention): readonly Mention[] {
	const { tokens } = clause;
	for (let i = source.firstToken; i < source.endToken - 1; i++) {
		if (!talking.has((tokens[i] as Token).lower)) continue;
		if (!toListener.has(tokens[i + 1]?.lower ?? '')) continue;
		const listener = phraseAfter(clause, i + 2, source.endToken);
		if (listener) return relayOf(clause, listener);
	}
	return [];
}

const toListener = wordSet('to with');

const talking = wordSet('spoke speaking talked talking');
