/** What is said: the words that a cue’s grammar takes. */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import {
	clauseVerbs,
	determiners,
	isAdverb,
	isBreak,
	isComma,
	isWordLike,
	months,
	personalPronouns,
	prepositions,
	subordinators,
	wordSet,
} from '../grammar';
import type { CueContent } from '../lexicons';
import { phraseAfter } from '../mentions';
import type { Mention } from '../model';
import { isProgramme } from '../programmes';
import { type Clause, coreSpeech, firstOfCue } from './clause';
import { clauseFrom, leftContent, quotationFrom, quotationUpTo, restrictedClause } from './extents';
import { subjectBefore } from './speakers';

interface RightContent {
	readonly content: readonly Span[];
	readonly cueEnd: number;
	readonly confidence: number;
	readonly addressee: Mention | null;
}

/** Whom it is said to: right behind the verb, or behind “to”. */
export function addresseeOf(clause: Clause, index: number, kind: 'object' | 'to' | undefined): Mention | null {
	const { tokens, sentence } = clause;
	const start = kind === 'object' ? index + 1 : tokens[index + 1]?.lower === 'to' ? index + 2 : -1;
	return start < 0 || start >= sentence.endToken ? null : phraseAfter(clause, start, sentence.endToken);
}

/** What follows the verb, as the verb takes it: a quotation, a clause, an infinitive, an object. */
export function rightContent(
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
		if (clause.quotations.some(each => each.start === quotation?.start && isProgramme(each, clause.text))) return null;
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
	if (takes.includes('wh') && questionWords.has(next.lower)) {
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
		!noSubjects.has(next.lower)
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

const noSubjects = wordSet('this last so yes no goodbye hello');

const questionWords = wordSet('what how why where when who whether if which');

function subjectStart(clause: Clause, index: number): number {
	return subjectBefore(clause, firstOfCue(clause, index))?.firstToken ?? index;
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
		if (!adverbialOpeners.has(token.lower)) break;
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

const adverbialOpeners = wordSet('on in at during after aboard by via through over last this late early');

/** Whether a clause with its own subject and verb begins here. */
function beginsClause(clause: Clause, at: number): boolean {
	const { tokens, sentence } = clause;
	const first = tokens[at] as Token;
	if (!isWordLike(first) && first.kind !== 'quote' && first.text !== '$') return false;
	if (personalPronouns.has(first.lower) && !objects.has(first.lower)) return true;
	if (impersonal.has(first.lower)) return true;
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

const impersonal = wordSet('there it nothing everything everyone no');

const objects = wordSet('him them us me her');

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
