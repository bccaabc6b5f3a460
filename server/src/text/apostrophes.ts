/** Tells a single quotation mark from an apostrophe. */
import { codeAt, isApostrophe, isDigit, isLetter, isSpace, isWordCharacter } from './characters';
import type { Token } from './tokens';

/** What is known of quotation marks while a block is read from left to right. */
export interface OpenMarks {
	/** Index of the token that opened a double quotation, -1 outside one. */
	double: number;
	/** Index of the token that opened a single quotation, -1 outside one. */
	single: number;
	/** Tokens `’` after an s inside a single quotation: each may be its end or a possessive. */
	firstDoubt: number;
	lastDoubt: number;
}

export function noMarks(): OpenMarks {
	return { double: -1, single: -1, firstDoubt: -1, lastDoubt: -1 };
}

/** How the mark at an offset reads. `end` is the offset after it, or after the word it begins or belongs to. */
export type ApostropheReading =
	| { readonly role: 'opening' | 'closing' | 'stray' | 'prime' | 'possessive' | 'doubtful'; readonly end: number }
	/** It begins a word: `’90s`, `’em`, `’s` after a mark. */
	| { readonly role: 'word'; readonly end: number }
	/** It ends the word before: `goin’`. */
	| { readonly role: 'suffix'; readonly end: number };

const elided = new Set(['em', 'n', 'tis', 'twas', 'til', 'till', 'twill', 'tisn']);
/** After a curly apostrophe only: elsewhere these are as likely the first word of a quotation. */
const elidedAfterCurly = new Set(['cause', 'bout', 'round', 'cept', 'neath', 'kay', 'cuz', 'nuff', 'night']);
const clipped = new Set(['o', 'ol', 'an', 'th', 'lil', 'nothin', 'somethin', 'anythin', 'everythin']);
const clitic = /(?:s|d|m|re|ve|ll)(?![\p{L}\p{N}])/iuy;
/** A quotation that ends at a doubtful mark within so many tokens is a word or two in scare quotes. */
const shortQuotation = 3;

/** Reads the apostrophe or single mark at `at`; `before` is the last token, if it ends just there. */
export function readApostrophe(
	text: string,
	at: number,
	before: Token | undefined,
	marks: Readonly<OpenMarks>,
): ApostropheReading {
	const after = codeAt(text, at + 1);
	const afterWord = before !== undefined && (before.kind === 'word' || before.kind === 'number');
	const isOpening = codeAt(text, at) === 0x2018;
	if (before !== undefined && !isOpening && isLetter(after)) {
		clitic.lastIndex = at + 1;
		const found = clitic.exec(text);
		if (found !== null) return { role: 'word', end: at + 1 + found[0].length };
	}
	if (!afterWord) {
		const end = elisionEnd(text, at);
		if (end > at) return { role: 'word', end };
		if (isOpening || (codeAt(text, at) === 0x27 && opens(text, at, after, marks)))
			return { role: 'opening', end: at + 1 };
		return { role: marks.single >= 0 ? 'closing' : 'stray', end: at + 1 };
	}
	if (isOpening) return { role: 'opening', end: at + 1 };
	return { role: afterWordRole(text, at, before, marks), end: at + 1 };
}

/** Settles an open single quotation that met no certain end: one of the doubtful marks must be it. */
export function settleDoubt(tokens: Token[], marks: OpenMarks): void {
	const { single, firstDoubt, lastDoubt } = marks;
	const chosen = firstDoubt - single <= shortQuotation ? firstDoubt : lastDoubt;
	const token = tokens[chosen];
	if (token !== undefined) {
		const { start, end, text, lower } = token;
		tokens[chosen] = { start, end, text, lower, kind: 'quote' };
	}
	forgetSingle(marks);
}

/** Leaves the single quotation; what was in doubt was possessive. */
export function forgetSingle(marks: OpenMarks): void {
	marks.single = -1;
	marks.firstDoubt = -1;
	marks.lastDoubt = -1;
}

function afterWordRole(
	text: string,
	at: number,
	before: Token,
	marks: Readonly<OpenMarks>,
): 'closing' | 'stray' | 'prime' | 'possessive' | 'doubtful' | 'suffix' {
	const last = codeAt(before.lower, before.lower.length - 1);
	const sibilant = last === 0x73 || last === 0x78 || last === 0x7a;
	if (marks.single >= 0) {
		// A possessive is followed by what is owned.
		const owns = isSpace(codeAt(text, at + 1)) && isWordCharacter(codeAt(text, at + 2));
		return sibilant && owns ? 'doubtful' : 'closing';
	}
	if (sibilant && before.kind === 'word') return 'possessive';
	if (before.kind === 'number' && isDigit(last)) return 'prime';
	if (clipped.has(before.lower) || (before.lower.length > 3 && before.lower.endsWith('in'))) return 'suffix';
	return 'stray';
}

/** A straight mark opens where a space or an opening mark stands before it and words after. */
function opens(text: string, at: number, after: number, marks: Readonly<OpenMarks>): boolean {
	if (isSpace(after)) return false;
	const before = codeAt(text, at - 1);
	if (isSpace(before)) return true;
	if (before === 0x28 || before === 0x5b || before === 0x201c || before === 0x2014 || before === 0x2013) return true;
	if (before === 0x22 || before === 0x2d) return marks.single < 0;
	return marks.single < 0 && isWordCharacter(after);
}

/** The end of an elided word that begins at `at` (`’90s`, `’em`, `’n’`), or `at`. */
function elisionEnd(text: string, at: number): number {
	let end = at + 1;
	if (isDigit(codeAt(text, end)) && isDigit(codeAt(text, end + 1))) {
		end += 2;
		if ((codeAt(text, end) | 0x20) === 0x73) end++;
		return isWordCharacter(codeAt(text, end)) ? at : end;
	}
	while (end - at < 8 && isLetter(codeAt(text, end))) end++;
	if (isWordCharacter(codeAt(text, end))) return at;
	const word = text.slice(at + 1, end).toLowerCase();
	const curly = codeAt(text, at) === 0x2019;
	if (!elided.has(word) && !(curly && elidedAfterCurly.has(word))) return at;
	if (word !== 'n') return end;
	// ’n’, as in rock ’n’ roll; without its second mark it is a letter in quotation marks or a slip.
	return isApostrophe(codeAt(text, end)) ? end + 1 : at;
}
