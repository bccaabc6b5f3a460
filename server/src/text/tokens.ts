import { abbreviationKind, lastPart } from './abbreviations';
import { forgetSingle, noMarks, type OpenMarks, readApostrophe, settleDoubt } from './apostrophes';
import {
	codeAt,
	isApostrophe,
	isDash,
	isDigit,
	isEmojiLead,
	isHyphen,
	isLetter,
	isLower,
	isSpace,
	isUpper,
	isWordCharacter,
} from './characters';
import { addressEnd, mailEnd, pathEnd } from './links';
import type { Span } from './span';

/** A word, number, mark or symbol. Contractions and possessives are cut as in Universal Dependencies: `did|n’t`, `Trump|’s`. */
export interface Token extends Span {
	readonly text: string;
	/** Lower case, with curly apostrophes straightened: the form lexicons are keyed by. */
	readonly lower: string;
	readonly kind: TokenKind;
}

/** `quote` is a quotation mark, `punctuation` any other mark or symbol, `link` an address. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'quote' | 'link';

/** A sentence of a block; it has at least one token. */
export interface Sentence extends Span {
	/** Index of its first token in the block's tokens. */
	readonly firstToken: number;
	/** Index after its last token. */
	readonly endToken: number;
}

interface Reader {
	readonly text: string;
	readonly tokens: Token[];
	readonly marks: OpenMarks;
}

const fused: ReadonlySet<string> = new Set(['cannot', 'gonna', 'gotta', 'wanna']);
const curlyApostrophes = /[’‘ʼ]/g;
const longestAbbreviation = 12;
const period = 0x2e;
const openingDouble: ReadonlySet<number> = new Set([0x201c, 0x201e, 0xab, 0x2039]);
const closingDouble: ReadonlySet<number> = new Set([0x201d, 0xbb, 0x203a]);

/**
 * The tokens of a block's prose, in order, in one linear pass; offsets are UTF-16 and relative to the block.
 * Hyphenated compounds, abbreviations with their period, numbers and addresses are one token each.
 * Never fails: what it does not know is punctuation.
 */
export function tokenize(text: string): Token[] {
	const reader: Reader = { text, tokens: [], marks: noMarks() };
	let at = 0;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (isSpace(code)) at++;
		else at = isWordCharacter(code) ? readWord(reader, at) : readMark(reader, at, code);
	}
	settleDoubt(reader.tokens, reader.marks);
	return reader.tokens;
}

function push(reader: Reader, kind: TokenKind, start: number, end: number): number {
	const text = reader.text.slice(start, end);
	reader.tokens.push({ start, end, text, lower: lowered(text), kind });
	return end;
}

function lowered(text: string): string {
	let isLower = true;
	let isCurly = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x41 || (code > 0x5a && code < 0x80)) continue;
		isLower = false;
		if (code === 0x2019 || code === 0x2018 || code === 0x2bc) isCurly = true;
	}
	// Most words are lower case as they stand.
	if (isLower) return text;
	return isCurly ? text.toLowerCase().replace(curlyApostrophes, "'") : text.toLowerCase();
}

function readWord(reader: Reader, start: number): number {
	const { text } = reader;
	const plainEnd = plainWordEnd(text, start);
	if (plainEnd > start) return push(reader, 'word', start, plainEnd);
	const address = addressEnd(text, start);
	if (address > start) return push(reader, 'link', start, address);
	const end = wordEnd(text, start);
	const next = codeAt(text, end);
	if (next === 0x40) {
		const mail = mailEnd(text, end);
		if (mail > end) return push(reader, 'link', start, mail);
	}
	if (next === 0x2f) {
		const path = pathEnd(text, start, end);
		if (path > end) return push(reader, 'link', start, path);
	}
	if (next === period && codeAt(text, end + 1) !== period && carriesPeriod(reader, start, end)) {
		return push(reader, 'word', start, end + 1);
	}
	return pushPieces(reader, start, end);
}

/**
 * The end of a word as most are: plain letters up to a space or a comma, of which nothing else can be made; `start`
 * where it must be looked at more closely.
 */
function plainWordEnd(text: string, start: number): number {
	let end = start;
	for (;;) {
		const code = text.charCodeAt(end);
		if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) end++;
		else return (code === 0x20 || code === 0x2c) && !isFused(text, start, end) ? end : start;
	}
}

/** The end of the word or number at `start`: letters, digits, and the marks that join them. */
function wordEnd(text: string, start: number): number {
	let chunk = start;
	let end = start + 1;
	for (;;) {
		while (isWordCharacter(codeAt(text, end))) end++;
		if (!joins(text, chunk, end)) return end;
		// "U.S.-led": the period and the hyphen after it.
		if (codeAt(text, end) === period && isHyphen(codeAt(text, end + 1))) end++;
		end++;
		chunk = end;
	}
}

/** Whether the mark at `at`, after the run of word characters from `chunk`, joins it to what follows. */
function joins(text: string, chunk: number, at: number): boolean {
	const mark = codeAt(text, at);
	// Most words end at a space.
	if (mark === 0x20) return false;
	const next = codeAt(text, at + 1);
	if (mark === period) return periodJoins(text, chunk, at, next);
	if (!isWordCharacter(next)) return false;
	const before = codeAt(text, at - 1);
	if (mark === 0x2c || mark === 0x3a || mark === 0x2f) return isDigit(before) && isDigit(next);
	if (isHyphen(mark) || mark === 0x5f) return true;
	if (isApostrophe(mark)) return isLetter(next);
	if (mark === 0x26) return isUpper(before) && isUpper(next);
	// ‘ for ’, as a careless editor turns it.
	return mark === 0x2018 && (next | 0x20) === 0x73 && isLetter(before) && !isWordCharacter(codeAt(text, at + 2));
}

function periodJoins(text: string, chunk: number, at: number, next: number): boolean {
	const before = codeAt(text, at - 1);
	const single = at - chunk === 1 && isLetter(before);
	if (isHyphen(next)) return single && codeAt(text, chunk - 1) === period && isLetter(codeAt(text, at + 2));
	if (!isWordCharacter(next)) return false;
	if (isDigit(before)) return isDigit(next);
	if (single) return isLetter(next);
	if (isLower(before) && isLower(next)) return true;
	// Ph.D, but not "to.The".
	return at - chunk === 2 && isUpper(codeAt(text, chunk)) && isUpper(next) && !isWordCharacter(codeAt(text, at + 2));
}

/** Whether the period at `end` belongs to the word. */
function carriesPeriod({ text, tokens }: Reader, start: number, end: number): boolean {
	if (end - start > longestAbbreviation) return false;
	let after = end + 1;
	while (after < text.length && isSpace(text.charCodeAt(after))) after++;
	const next = codeAt(text, after);
	const word = text.slice(start, end);
	const capital = isUpper(codeAt(word, lastPart(word)));
	const kind = abbreviationKind(word.toLowerCase(), capital, isDigit(next));
	if (kind !== 'initial') return kind !== undefined;
	// "So do I. Then …": no initial without a name before it.
	if (word === 'I' && !isUpper(codeAt(tokens[tokens.length - 1]?.text ?? '', 0))) return false;
	// A letter that ends the block, or what is quoted, is no initial: "Plan B."
	return after > end + 1 ? isLetter(next) || isNicknameMark(next) : isUpper(next);
}

/** Robert C. “Bobby” Scott, Robert C. (Bobby) Scott. */
function isNicknameMark(code: number): boolean {
	return code === 0x22 || code === 0x27 || code === 0x28 || code === 0x201c || code === 0x2018;
}

/** Adds a word, cutting off its contracted endings: `should|n’t|’ve`. */
function pushPieces(reader: Reader, start: number, end: number): number {
	const { text } = reader;
	const last = contractionCut(text, start, end);
	if (last === start) return pushWord(reader, start, end);
	const first = contractionCut(text, start, last);
	pushWord(reader, start, first > start ? first : last);
	if (first > start) push(reader, 'word', first, last);
	return push(reader, 'word', last, end);
}

function pushWord(reader: Reader, start: number, end: number): number {
	const { text } = reader;
	if (isClockTime(text, start, end)) {
		push(reader, 'number', start, end - 2);
		return push(reader, 'word', end - 2, end);
	}
	if (!isFused(text, start, end)) return push(reader, wordKind(text, start, end), start, end);
	push(reader, 'word', start, start + 3);
	return push(reader, 'word', start + 3, end);
}

/** `cannot`, `gonna`, `gotta`, `wanna`: two words, the first of three letters. */
function isFused(text: string, start: number, end: number): boolean {
	const length = end - start;
	if (length < 5 || length > 6) return false;
	const last = codeAt(text, end - 1) | 0x20;
	return (last === 0x74 || last === 0x61) && fused.has(text.slice(start, end).toLowerCase());
}

/** `5pm`, `6:00am`: two tokens. */
function isClockTime(text: string, start: number, end: number): boolean {
	if ((codeAt(text, end - 1) | 0x20) !== 0x6d || !isDigit(codeAt(text, start))) return false;
	const half = codeAt(text, end - 2) | 0x20;
	return (half === 0x61 || half === 0x70) && isDigit(codeAt(text, end - 3));
}

/** Where a contracted ending begins in the word, or `start`. */
function contractionCut(text: string, start: number, end: number): number {
	if (end - start < 3) return start;
	const last = codeAt(text, end - 1) | 0x20;
	const second = codeAt(text, end - 2);
	if (isApostrophe(second) || second === 0x2018) {
		if (last === 0x73 || last === 0x64 || last === 0x6d) return end - 2;
		return last === 0x74 && (codeAt(text, end - 3) | 0x20) === 0x6e ? end - 3 : start;
	}
	if (end - start < 4 || !isApostrophe(codeAt(text, end - 3))) return start;
	const first = second | 0x20;
	const contracted = (last === 0x65 && (first === 0x72 || first === 0x76)) || (last === 0x6c && first === 0x6c);
	return contracted ? end - 3 : start;
}

/** A number begins with a digit and has at most two letters, at its end: `1,200.50`, `2nd`, `1990s`, `5pm`. */
function wordKind(text: string, start: number, end: number): TokenKind {
	const first = codeAt(text, start);
	if (!isDigit(first) && first !== period) return 'word';
	let digits = end;
	while (isLetter(codeAt(text, digits - 1))) digits--;
	if (end - digits > 2) return 'word';
	for (let i = start; i < digits; i++) if (isLetter(codeAt(text, i))) return 'word';
	return 'number';
}

function readMark(reader: Reader, at: number, code: number): number {
	const { text } = reader;
	if (code === period && isDigit(codeAt(text, at + 1)) && !endsAt(reader, at))
		return pushPieces(reader, at, wordEnd(text, at));
	if (code === period || code === 0x2026) return push(reader, 'punctuation', at, runEnd(text, at, isDot));
	if (code === 0x21 || code === 0x3f) return push(reader, 'punctuation', at, runEnd(text, at, isCry));
	if (isDash(code)) return push(reader, 'punctuation', at, runEnd(text, at, isDash));
	if (isApostrophe(code) || code === 0x2018) return readSingle(reader, at, code);
	if (code === 0x22 || openingDouble.has(code) || closingDouble.has(code)) return readDouble(reader, at, code);
	if (code === 0x60) return push(reader, 'quote', at, codeAt(text, at + 1) === code ? at + 2 : at + 1);
	if (code === 0x201a || code === 0x201b || code === 0x201f) return push(reader, 'quote', at, at + 1);
	if ((code === 0x40 || code === 0x23) && isWordCharacter(codeAt(text, at + 1)) && !endsAt(reader, at)) {
		return push(reader, 'word', at, runEnd(text, at, isHandle));
	}
	if (isEmojiLead(code)) return push(reader, 'punctuation', at, runEnd(text, at, isPicture));
	if (code === 0x2a || code === 0x3d || code === 0x7e || code === 0x5f) {
		return push(
			reader,
			'punctuation',
			at,
			runEnd(text, at, other => other === code),
		);
	}
	return push(reader, 'punctuation', at, at + 1);
}

function readSingle(reader: Reader, at: number, code: number): number {
	const { text, tokens, marks } = reader;
	if (code === 0x27 && codeAt(text, at + 1) === code) return readDouble(reader, at, code);
	const before = endsAt(reader, at) ? tokens[tokens.length - 1] : undefined;
	const { role, end } = readApostrophe(text, at, before, marks);
	switch (role) {
		case 'opening':
			settleDoubt(tokens, marks);
			marks.single = tokens.length;
			return push(reader, 'quote', at, end);
		case 'closing':
			forgetSingle(marks);
			return push(reader, 'quote', at, end);
		case 'stray':
			return push(reader, 'quote', at, end);
		case 'prime':
			return push(reader, 'punctuation', at, end);
		case 'doubtful':
			if (marks.firstDoubt < 0) marks.firstDoubt = tokens.length;
			marks.lastDoubt = tokens.length;
			return push(reader, 'word', at, end);
		case 'suffix':
			tokens.pop();
			return push(reader, 'word', before?.start ?? at, end);
		default:
			return push(reader, 'word', at, end);
	}
}

function readDouble(reader: Reader, at: number, code: number): number {
	const { tokens, marks } = reader;
	// 6'2": inches.
	if (code === 0x22 && endsAt(reader, at) && tokens[tokens.length - 1]?.kind === 'number') {
		const prime = tokens[tokens.length - 2];
		if (prime?.text === "'" && prime.kind === 'punctuation') return push(reader, 'punctuation', at, at + 1);
	}
	const closes = closingDouble.has(code) || (marks.double >= 0 && !openingDouble.has(code));
	if (!closes) marks.double = tokens.length;
	else {
		// What was opened inside ends with it.
		if (marks.single > marks.double) settleDoubt(tokens, marks);
		marks.double = -1;
	}
	return push(reader, 'quote', at, code === 0x27 ? at + 2 : at + 1);
}

/** Whether the last token ends just at the offset. */
function endsAt({ tokens }: Reader, at: number): boolean {
	return tokens.length > 0 && tokens[tokens.length - 1]?.end === at;
}

function runEnd(text: string, at: number, belongs: (code: number) => boolean): number {
	let end = at + 1;
	while (end < text.length && belongs(text.charCodeAt(end))) end++;
	return end;
}

function isDot(code: number): boolean {
	return code === period || code === 0x2026;
}

function isCry(code: number): boolean {
	return code === 0x21 || code === 0x3f;
}

function isHandle(code: number): boolean {
	return isWordCharacter(code) || code === 0x5f;
}

/** What a row of emoji is made of: both halves of pairs, joiners and variation selectors. */
function isPicture(code: number): boolean {
	return isEmojiLead(code) || (code >= 0xdc00 && code <= 0xdfff) || code === 0x200d || code === 0xfe0f;
}
