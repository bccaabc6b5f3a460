/** How far what is said goes: from a token, up to a token, around it. */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isBreak, isCapitalized, isComma, wordSet } from '../grammar';
import { afterDateline, type Clause, coreSpeech, isDash, quotationAt } from './clause';

/** From a token to where what is said ends: the sentence's end, or the comma before another who speaks. */
export function clauseFrom(clause: Clause, from: number): Span | null {
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
	if (cue?.forms.includes('ing') && goingOn.has(cue.entry.lemma)) return true;
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

const goingOn = wordSet('say add argue tell call claim note warn insist cite describe explain suggest accuse');

/** What stands left of "X said" at the end: the quotation, or the clause up to the comma. */
export function leftContent(clause: Clause, at: number): Span[] | null {
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
	const opening = sentence.firstToken === 0 ? afterDateline(clause, sentence.endToken) : sentence.firstToken;
	let start = (tokens[opening] as Token).start;
	for (let i = opening; i < sentence.endToken; i++) {
		const token = tokens[i] as Token;
		if (token.start >= end) break;
		if (token.text === ';' && !quotationAt(clause, token.start)) start = tokens[i + 1]?.start ?? start;
	}
	// A quotation that runs over several sentences begins where its first one does.
	const quotation = clause.quotations.find(q => q.start < start && q.end >= end && q.parent === null);
	return quotation ? quotation.start : start;
}

/** The clause that ends before a token. */
export function clauseBefore(clause: Clause, index: number): Span | null {
	const { tokens, sentence } = clause;
	const previous = tokens[index - 1];
	if (!previous || index <= sentence.firstToken) return null;
	const end = isComma(previous) || isDash(previous) ? previous.start : previous.end;
	const start = clauseOpening(clause, end);
	return end > start ? trimmed(clause, { start, end }) : null;
}

/** What stands around some tokens, from comma to comma. */
export function clauseAround(clause: Clause, first: number, end: number): Span | null {
	const { tokens, sentence } = clause;
	let start = first;
	while (start > sentence.firstToken && !isBreak(tokens[start - 1] as Token) && !isComma(tokens[start - 1])) start--;
	let stop = end;
	while (stop < sentence.endToken && !isBreak(tokens[stop] as Token) && !isComma(tokens[stop])) stop++;
	if (stop <= start) return null;
	return { start: (tokens[start] as Token).start, end: (tokens[stop - 1] as Token).end };
}

/** The quotation that opens with a token. */
export function quotationFrom(clause: Clause, at: number): Span | null {
	const token = clause.tokens[at];
	const quotation = token && clause.quotations.find(q => q.start === token.start);
	return quotation ? { start: quotation.start, end: quotation.end } : null;
}

/** The quotation that ends before a token, a comma between them or not. */
export function quotationUpTo(clause: Clause, at: number): Span | null {
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

/** The participle's own words: to the next comma or stop. */
export function restrictedClause(clause: Clause, from: number): Span | null {
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

/** Document order end of a content span: the final stop is not part of it, a closing quotation mark is. */
export function contentEnd(clause: Clause, endToken: number): number {
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
