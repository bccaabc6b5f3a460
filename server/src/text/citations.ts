/** Evidence that can be told from the words alone: author–year citations, numbers in brackets, addresses. */
import type { Exhibit } from './block';

const parenthesis = /\(([^()[\]]{6,240})\)/g;
const numbers = /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}\]/g;
const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”]{3,}/gi;
const work =
	/^(?:see(?: also)?,? |cf\.? |e\.g\.,? |(?:quoted|cited) in )?\p{Lu}[\p{L}’'.-]{0,39}(?:(?:,| &| and| et al\.?)*,? (?:(?:van|von|de|der) )?\p{Lu}[\p{L}’'.-]{0,39}){0,6}(?:,? et al\.?|,? and others)?,? (?:1[5-9]|20)\d\d[a-z]?(?:, ?(?:1[5-9]|20)\d\d[a-z]?){0,4}(?:[,:] ?(?:pp?\.? ?|ch\. ?|§ ?)?\d[\d–, -]{0,20})?$/u;
const monthName =
	/^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|photo|image)\b/i;

/** The exhibits of a prose, in order: those known from the markup and those its words show. */
export function withCitations(text: string, known: readonly Exhibit[]): readonly Exhibit[] {
	const found: Exhibit[] = [];
	const add = (kind: Exhibit['kind'], start: number, end: number) => {
		if (!known.some(({ span }) => span.start < end && start < span.end)) found.push({ kind, span: { start, end } });
	};
	if (text.includes('(')) {
		for (const match of text.matchAll(parenthesis)) {
			if (isCitation(match[1] ?? '')) add('citation', match.index, match.index + match[0].length);
		}
	}
	if (text.includes('[')) {
		for (const match of text.matchAll(numbers)) add('citation', match.index, match.index + match[0].length);
	}
	if (text.includes('://') || text.includes('www.')) {
		for (const match of text.matchAll(address)) {
			add('link', match.index, match.index + match[0].replace(/[.,;:!?'’)\]]{1,9}$/, '').length);
		}
	}
	if (found.length === 0) return known;
	return [...known, ...found].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function isCitation(inside: string): boolean {
	return /\d{4}/.test(inside) && inside.split(/;\s*/).every(part => work.test(part) && !monthName.test(part));
}
