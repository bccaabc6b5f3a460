/** Character classes by UTF-16 code unit, from Unicode's own properties; looked up once a code unit, then remembered. */

const known = 128;
const space = 1;
const letter = 2;
const digit = 4;
const upper = 8;
const lower = 16;
const emoji = 32;

const classes = new Uint8Array(0x10000);
/** White space, controls, and the invisible marks of direction and joining that are no part of a word. */
const blankPattern = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;
const letterPattern = /[\p{L}\p{M}\p{Nl}\u00AD\u200C\u200D]/u;
const digitPattern = /\p{Nd}/u;
const emojiLeads = { first: 0xd83c, last: 0xd83e };

/** The code unit at an offset; 0, which counts as space, outside the text. */
export function codeAt(text: string, offset: number): number {
	return text.charCodeAt(offset) | 0;
}

/** Space, a control or an invisible mark. */
export function isSpace(code: number): boolean {
	return (classOf(code) & space) !== 0;
}

/** A letter of any script, or a mark that belongs to one. */
export function isLetter(code: number): boolean {
	return (classOf(code) & letter) !== 0;
}

export function isDigit(code: number): boolean {
	return (classOf(code) & digit) !== 0;
}

/** What words and numbers are made of. */
export function isWordCharacter(code: number): boolean {
	return (classOf(code) & (letter | digit)) !== 0;
}

export function isUpper(code: number): boolean {
	return (classOf(code) & upper) !== 0;
}

export function isLower(code: number): boolean {
	return (classOf(code) & lower) !== 0;
}

/** The first half of a surrogate pair that is a picture rather than a letter. */
export function isEmojiLead(code: number): boolean {
	return (classOf(code) & emoji) !== 0;
}

/** A dash or hyphen of any length. */
export function isDash(code: number): boolean {
	return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** A hyphen, as between the parts of a compound. */
export function isHyphen(code: number): boolean {
	return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** A closing single mark or straight one, which may also be an apostrophe; the modifier letter is always one. */
export function isApostrophe(code: number): boolean {
	return code === 0x27 || code === 0x2019 || code === 0x2bc;
}

function classOf(code: number): number {
	const found = classes[code] as number;
	return found === 0 ? classify(code) : found;
}

function classify(code: number): number {
	const found = known | classBits(code);
	classes[code] = found;
	return found;
}

function classBits(code: number): number {
	if (code >= emojiLeads.first && code <= emojiLeads.last) return emoji;
	// Other surrogates are halves of letters; a lone one is harmless as such.
	if (code >= 0xd800 && code <= 0xdfff) return letter;
	const character = String.fromCharCode(code);
	if (blankPattern.test(character)) return space;
	if (digitPattern.test(character)) return digit;
	if (code === 0x2bc || !letterPattern.test(character)) return 0;
	if (character.toLowerCase() !== character) return letter | upper;
	return character.toUpperCase() !== character ? letter | lower : letter;
}
