/** Puts an attribution at the end of a sentence or of a part of it, with the marks as an editor would set them. */
import type { BlockAnalysis, QuotedSpan } from '../../attribution/model';
import type { Edit } from '../rule';
import { edit, type Piece } from './query';
import type { Reading } from './reading';
import type { FixView } from './view';

/** How a sentence, or a part of one, ends. Offsets relative to the block. */
export interface Ending {
	/** Where its last word, number or sign ends. */
	readonly wordEnd: number;
	/** The closing quotation marks that stand there, innermost first: '’”'. */
	readonly closers: string;
	/** Where the closing marks begin and end. */
	readonly closersStart: number;
	readonly closersEnd: number;
	/** `.`, `?`, `!`, `…`, or '' for none; for a part before a semicolon, `;`. */
	readonly stop: string;
	readonly stopStart: number;
	/** Whether the stop stands before the closing marks. */
	readonly stopInside: boolean;
	/** Whether the word carries the stop: "the U.S." */
	readonly abbreviation: boolean;
	/** Where the attribution goes if a bracket that only points elsewhere ends the sentence: "(see chart)". */
	readonly pointer: number | undefined;
	/** The end of all of it, before the marks of notes. */
	readonly end: number;
}

const stops = '.?!…';
const noteDigits = /[\d¹²³⁰⁴-⁹*†‡]/u;
const pointers =
	/^\((?:see|pictured|source|table|figure|fig|chart|map|graph|page|appendix|note|cf|above|below|photo|video)\b/i;

/** Reads how the part ends. */
export function endingOf({ view, text, span, tokens, continues }: Reading): Ending {
	const { start } = span;
	let end = beforeNotes(text, start, span.end);
	const outerBracket = text.charAt(end - 1) === ')' && text.charAt(start) === '(';
	if (outerBracket) end -= 1;
	const marks = closingMarks(view);
	let at = end;
	let stopStart = at;
	let stop = continues ? ';' : '';
	if (continues) {
		stopStart = text.indexOf(';', end);
	} else {
		stopStart = beforeStops(text, start, at);
		stop = stopOf(text.slice(stopStart, at));
		at = stopStart;
	}
	const closersEnd = at;
	while (at > start && marks.has(at)) at -= 1;
	const closersStart = at;
	let stopInside = false;
	if (closersStart < closersEnd && (stop === '' || stop === ';')) {
		const inner = beforeStops(text, start, at);
		const innerStop = stopOf(text.slice(inner, at));
		if (innerStop !== '' && !(continues && innerStop === '.')) {
			stop = innerStop;
			stopStart = inner;
			stopInside = true;
			at = inner;
		} else if (text.charAt(at - 1) === ',') {
			stop = ',';
			stopStart = at - 1;
			stopInside = true;
			at -= 1;
		}
	}
	const abbreviation =
		stop === '.' && tokens.some(({ kind, start: from, end: to }) => kind === 'word' && to === at + 1 && to - from > 1);
	return {
		wordEnd: at,
		closers: text.slice(closersStart, closersEnd),
		closersStart,
		closersEnd,
		stop,
		stopStart,
		stopInside,
		abbreviation,
		pointer: pointerBefore(text, start, at),
		end: Math.max(end, closersEnd),
	};
}

/**
 * The edit that adds `words` (", [who?] said") at the end; undefined where no attribution can follow: after a question,
 * a cry or a trailing off that is the writer's own.
 * `full`: what is quoted is a whole sentence, whose comma stays where its full stop stands.
 */
export function attributeAtEnd(reading: Reading, words: readonly Piece[], full = false): Edit | undefined {
	const { view, text } = reading;
	const ending = endingOf(reading);
	const { stop, closers, closersStart, closersEnd, stopStart, stopInside, wordEnd } = ending;
	if (ending.pointer !== undefined) return attributeBefore(reading, ending.pointer, words);
	const after = reading.continues ? ';' : stop === '.' || (stopInside && stop !== ',') || stop === ',' ? '.' : '';
	if (closers === '') {
		if (stop === '') return edit({ start: ending.end, end: ending.end }, ', ', ...words);
		if (stop === ';') return edit({ start: stopStart, end: stopStart + 1 }, ', ', ...words, ';');
		if (stop !== '.') return undefined;
		const kept = ending.abbreviation ? '.' : '';
		return edit({ start: stopStart, end: stopStart + 1 }, `${kept}, `, ...words, '.');
	}
	if (!stopInside && (stop === '?' || stop === '!' || stop === '…')) return undefined;
	const close = reading.headline ? '' : after || (full && view.analysis.block.kind === 'paragraph' ? '.' : '');
	const end = Math.max(
		closersEnd,
		reading.continues ? text.indexOf(';', closersEnd) + 1 : stopInside ? 0 : stopStart + stop.length,
	);
	if (stopInside && (stop === '?' || stop === '!' || stop === '…')) {
		const last = closersEnd - 1;
		return edit({ start: last, end }, `${text.charAt(last)} `, ...words, close);
	}
	const kept = ending.abbreviation ? '.' : '';
	const comesInside = commaInside(view, full, stop, stopInside);
	// The fewest characters: marks that stay where they are are not written again.
	if (!comesInside && !stopInside) return edit({ start: closersEnd, end }, ', ', ...words, close);
	const from = stopInside ? stopStart : closersStart;
	if (comesInside) return edit({ start: from, end }, `${kept},${closers} `, ...words, close);
	return edit({ start: wordEnd, end }, `${kept}${closers}, `, ...words, close);
}

/** The edit that adds `words` before the space at `space`, with a comma on the side of the quotation mark that is the habit. */
export function attributeBefore({ view, text }: Reading, space: number, words: readonly Piece[], after = ' '): Edit {
	const marks = closingMarks(view);
	let closersStart = space;
	while (marks.has(closersStart)) closersStart -= 1;
	const spaceEnd = skipSpace(text, space);
	const closers = text.slice(closersStart, space);
	const last = text.charAt(closersStart - 1);
	if (last === ',' || text.charAt(space - 1) === ',')
		return edit({ start: space, end: spaceEnd }, ' ', ...words, after);
	if (closers !== '' && (last === '?' || last === '!'))
		return edit({ start: space, end: spaceEnd }, ' ', ...words, after);
	if (closers === '' || !view.context.habits.punctuationInside) {
		return edit({ start: space, end: spaceEnd }, ', ', ...words, after);
	}
	return edit({ start: closersStart, end: spaceEnd }, `,${closers} `, ...words, after);
}

/**
 * Whether the comma stands within the closing mark. Of a whole sentence the mark stays on the side where it was, in the
 * United States and in Britain; of a part of one the draft's habit decides.
 */
function commaInside({ context }: FixView, full: boolean, stop: string, stopInside: boolean): boolean {
	if (full && stop !== '' && stop !== ';') return stopInside || context.habits.punctuationInside;
	return context.habits.punctuationInside;
}

const marksOf = new WeakMap<BlockAnalysis, ReadonlySet<number>>();

/** The offsets after closing quotation marks. */
function closingMarks({ analysis }: FixView): ReadonlySet<number> {
	const known = marksOf.get(analysis);
	if (known !== undefined) return known;
	const marks = new Set<number>();
	marksOf.set(analysis, marks);
	for (const quotation of analysis.quotations) for (const offset of closeOffsets(quotation)) marks.add(offset);
	return marks;
}

function closeOffsets({ close, end }: QuotedSpan): number[] {
	return Array.from({ length: close.length }, (_, i) => end - i);
}

/** Where the marks of notes at the end begin: "fell.[3]", "fell.²". */
function beforeNotes(text: string, start: number, end: number): number {
	let at = end;
	for (;;) {
		let from = at;
		const bracket = text.charAt(at - 1) === ']';
		if (bracket) from -= 1;
		while (from > start && (bracket ? noteDigits : /[¹²³⁰⁴-⁹†‡]/u).test(text.charAt(from - 1))) from -= 1;
		if (bracket) {
			if (text.charAt(from - 1) === '^') from -= 1;
			if (text.charAt(from - 1) !== '[' || from === at - 1) return at;
			from -= 1;
		}
		if (from >= at || from <= start) return at;
		at = from;
		while (at > start && text.charAt(at - 1) === ' ') at -= 1;
	}
}

function beforeStops(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && stops.includes(text.charAt(at - 1))) at -= 1;
	return at;
}

/** One sign for a run of them. */
function stopOf(run: string): string {
	if (run.includes('?')) return '?';
	if (run.includes('!')) return '!';
	return run === '' || run === '.' ? run : '…';
}

/** The start of the space before a closing bracket that only points to something else. */
function pointerBefore(text: string, start: number, end: number): number | undefined {
	if (text.charAt(end - 1) !== ')') return undefined;
	const open = text.lastIndexOf('(', end - 1);
	if (open <= start || !/\s/.test(text.charAt(open - 1)) || !pointers.test(text.slice(open, end))) return undefined;
	let space = open;
	while (space > start && /\s/.test(text.charAt(space - 1))) space -= 1;
	return space;
}

export function skipSpace(text: string, offset: number): number {
	let at = offset;
	while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
	return at;
}
