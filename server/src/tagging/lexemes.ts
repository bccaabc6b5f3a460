/** Word forms as columns of numbers: what features are made of, worked out once for each form. */
import {
	formClass,
	formFlags,
	formPrefix1,
	formPrefix2,
	formPrefix3,
	formShape,
	formStem,
	formSuffix1,
	formSuffix2,
	formSuffix3,
	formSuffix4,
	formWidth,
	formWord,
} from '../../kernel/columns';
import { hashText } from './hash';
import { stemOf } from './stem';
import { type ByteTable, lookUp, tableKey } from './table';

/** Bits of `flags`. */
export const wordFlags = { capital: 1, digit: 2, hyphen: 4, capitals: 8, mark: 16 } as const;

/** A table of word forms; each form has a number, which is its row. */
export interface Lexemes {
	/** The number of a form, as it stands in the text. */
	idOf(form: string): number;
	/**
	 * Of each form, one after another, the parts of `server/kernel/columns.ts`: hashes of the lower-case form (numbers by
	 * length), its stem, its last one to four and first one to three letters, its shape; its flags; and its class among
	 * words that are used alike, 0 where it has none.
	 */
	readonly rows: Rows;
}

/** Rows that grow; read `values` afresh after `idOf`. */
export interface Rows {
	values: Int32Array;
}

/** Forms remembered; beyond it the table starts anew. Nobody may keep a number over two calls of a tagger. */
const mostForms = 60_000;

/** The key of a normalized form in the table of word classes. */
export function wordClassKey(normalized: string): number {
	return tableKey(hashText(normalized));
}

/** A form as the tables know it: lower case, marks straightened, numbers by their length. */
export function normalizedForm(form: string): string {
	const lower = normalized(form).toLowerCase();
	return numberForm(lower) ?? lower;
}

/** An empty table of forms; `wordClasses` are learnt from text (see `training`). */
export function createLexemes(
	wordClasses: ByteTable | null = null,
): Lexemes & { readonly size: () => number; readonly clear: () => void } {
	const ids = new Map<string, number>();
	const rows: Rows = { values: new Int32Array(4096 * formWidth) };
	const grow = (): void => {
		const wider = new Int32Array(rows.values.length * 2);
		wider.set(rows.values);
		rows.values = wider;
	};
	const idOf = (form: string): number => {
		const known = ids.get(form);
		if (known !== undefined) return known;
		const id = ids.size;
		const row = id * formWidth;
		if (row >= rows.values.length) grow();
		const { values } = rows;
		ids.set(form, id);
		const plain = normalized(form);
		const lower = plain.toLowerCase();
		const { length } = lower;
		const number = numberForm(lower);
		values[row + formWord] = hashText(number ?? lower);
		values[row + formStem] = hashText(number ?? stemOf(lower));
		values[row + formSuffix1] = hashText(lower, length - 1);
		values[row + formSuffix2] = hashText(lower, Math.max(0, length - 2));
		values[row + formSuffix3] = hashText(lower, Math.max(0, length - 3));
		values[row + formSuffix4] = hashText(lower, Math.max(0, length - 4));
		values[row + formPrefix1] = hashText(plain, 0, 1);
		values[row + formPrefix2] = hashText(lower, 0, Math.min(2, length));
		values[row + formPrefix3] = hashText(lower, 0, Math.min(3, length));
		values[row + formShape] = hashText(shapeOf(plain));
		values[row + formFlags] = flagsOf(plain);
		values[row + formClass] = wordClasses === null ? 0 : lookUp(wordClasses, wordClassKey(number ?? lower));
		return id;
	};
	const size = (): number => ids.size;
	const clear = (): void => {
		if (ids.size > mostForms) ids.clear();
	};
	return { idOf, rows, size, clear };
}

/** Curly marks straightened: corpora and drafts differ in them, the language does not. */
function normalized(form: string): string {
	let plain = '';
	for (let i = 0; i < form.length; i++) {
		const code = form.charCodeAt(i);
		if (code < 0x80 && code !== 0x60) continue;
		plain = form
			.replace(/[‘’ʼ]/g, "'")
			.replace(/[“”„«»]|``|''/g, '"')
			.replace(/`/g, "'")
			.replace(/[–—]/g, '-');
		return plain === '--' ? '-' : plain;
	}
	return form === "''" ? '"' : form === '--' || form === '---' ? '-' : form;
}

function numberForm(lower: string): string | null {
	let digits = 0;
	let marks = 0;
	for (let i = 0; i < lower.length; i++) {
		const code = lower.charCodeAt(i);
		if (code >= 0x30 && code <= 0x39) digits++;
		else if (code === 0x2e || code === 0x2c || code === 0x3a || code === 0x2d || code === 0x2f) marks++;
		else return null;
	}
	if (digits === 0) return null;
	return `#${Math.min(5, lower.length)}${marks > 0 ? 'p' : ''}`;
}

/** `Xx`, `d.d`, `X.X.`: at most two of a kind in a row, at most ten. */
function shapeOf(form: string): string {
	let shape = '';
	let before = '';
	let run = 0;
	for (let i = 0; i < form.length && shape.length < 10; i++) {
		const letter = form.charAt(i);
		const kind = kindOf(letter);
		run = kind === before ? run + 1 : 0;
		before = kind;
		if (run < 2) shape += kind;
	}
	return shape;
}

function kindOf(letter: string): string {
	const code = letter.charCodeAt(0);
	if (code < 0x80) return asciiKinds.charAt(code);
	const lower = letter.toLowerCase();
	if (lower === letter.toUpperCase()) return 'o';
	return letter === lower ? 'x' : 'X';
}

/** Of each ASCII character: `x` and `X` for letters, `d` for digits, all others as they are. */
const asciiKinds = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
	.join('')
	.replace(/[a-z]/g, 'x')
	.replace(/[A-Z]/g, 'X')
	.replace(/[0-9]/g, 'd');

function flagsOf(form: string): number {
	let flags = 0;
	let letters = 0;
	let capitals = 0;
	for (let i = 0; i < form.length; i++) {
		const kind = kindOf(form.charAt(i));
		if (kind === 'd') flags |= wordFlags.digit;
		else if (kind === '-') flags |= wordFlags.hyphen;
		else if (kind === 'X') capitals++;
		if (kind === 'x' || kind === 'X') letters++;
	}
	if (kindOf(form.charAt(0)) === 'X') flags |= wordFlags.capital;
	if (letters > 1 && capitals === letters) flags |= wordFlags.capitals;
	if (letters === 0 && (flags & wordFlags.digit) === 0) flags |= wordFlags.mark;
	return flags;
}
