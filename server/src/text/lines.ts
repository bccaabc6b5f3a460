/**
 * Lines, and where a run of them (no blank line between) falls into blocks.
 *
 * A pasted article has one paragraph a line; a hard-wrapped one breaks a line where the next word would not fit.
 * A line goes on in the next if it is full: with the next line's first word it would be wider than the text.
 */
import { isWordCharacter } from './characters';
import { endsSentence, hasInnerSentenceEnd, isRightToLeft, opensSentence } from './form';
import { type Furniture, furnitureOf, saysSoAlone } from './furniture';

/** A line as it is read: no white space or marks around it. */
export interface Line {
	/** Where it stands, in the coordinates of the text that was cut into lines. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Where the line begins as written, marks and all. */
	readonly from: number;
	/** What the mark before it makes it, in plain text: `- `, `12. ` or `> `. */
	readonly mark?: 'item' | 'quote';
}

const widest = 100;
const narrowest = 50;
/** Lines of a paragraph that is not looked into for another that follows it. */
const longestTakenApart = 400;

/** The width a text is hard-wrapped at, or 0 where its lines do not look wrapped. */
export function wrapWidth(runs: Iterable<readonly Line[]>): number {
	const all: (readonly Line[])[] = [];
	for (const lines of runs) {
		if (lines.some(isTooWide)) return 0;
		all.push(lines);
	}
	return wrapWidthOf(all);
}

function wrapWidthOf(runs: readonly (readonly Line[])[]): number {
	const width = widthOf(runs);
	if (width === 0) return 0;
	const { full, middle, loose } = countBreaks(runs, width);
	return full > 0 && middle * 2 >= full && full >= loose * 2 ? width : 0;
}

/**
 * The indices of the lines of a plain-text run that open a block; the first is 0.
 * `width`: what the document is wrapped at, 0 where it is not as a whole; the run is then judged by itself.
 */
export function blockStarts(lines: readonly Line[], width: number): readonly number[] {
	if (lines.length < 2) return [0];
	const wrapped = width || wrapWidth([lines]);
	if (wrapped > 0) return wrappedStarts(lines, wrapped);
	const ragged = raggedWidth(lines);
	if (ragged > 0) return startsWhere(lines, (line, next) => endsSentence(line.text) && !isFull(line, next, ragged));
	return lines.map((_, index) => index);
}

/** The same for a Markdown paragraph: one block, but for lines that plainly are paragraphs or stand apart by what they say. */
export function blockStartsInMarkdown(lines: readonly Line[]): readonly number[] {
	if (lines.length < 2) return [0];
	const words = lines.filter(line => furnitureOf(line.text) === null);
	if (isPasted(words)) return lines.map((_, index) => index);
	const width = wrappedParagraphs(lines);
	return width > 0 ? wrappedStarts(lines, width) : startsWhere(lines, () => false);
}

/** Whether a line was broken at a hyphen, so that no space belongs between it and the next. */
export function breaksAtHyphen(before: string, after: string): boolean {
	if (!before.endsWith('-') || /^(?:and|or|nor|to) /.test(after)) return false;
	const last = before.charCodeAt(before.length - 2) | 0;
	return (isWordCharacter(last) || last === 46) && isWordCharacter(after.charCodeAt(0) | 0);
}

/** One paragraph a line: long lines, most ending a sentence, some holding several (one sentence a line is a way to write Markdown). */
function isPasted(lines: readonly Line[]): boolean {
	const long = lines.filter(line => line.text.length > widest);
	if (long.length === 0 || long.length * 2 < lines.length) return false;
	const closed = long.filter(line => endsSentence(line.text)).length;
	const several = long.filter(line => hasInnerSentenceEnd(line.text)).length;
	return closed * 2 > long.length && several > 0 && several * 4 >= long.length;
}

/** The width of hard-wrapped paragraphs that follow each other without blank lines, or 0. */
function wrappedParagraphs(lines: readonly Line[]): number {
	const width = widthOf([lines]);
	if (width === 0) return 0;
	const { full, middle, loose, closed } = countBreaks([lines], width);
	if (full < 4 || middle * 2 < full || loose * 4 > full) return 0;
	const several = lines.filter(line => hasInnerSentenceEnd(line.text)).length;
	return several > 0 && several * 2 >= closed ? width : 0;
}

/** The width of a run that was wrapped by hand, or 0: every line but the last is long, half of them end in mid-sentence. */
function raggedWidth(lines: readonly Line[]): number {
	const width = widthOf([lines]);
	const others = lines.slice(0, -1);
	if (width === 0 || others.some(line => line.text.length <= narrowest)) return 0;
	return others.filter(line => !endsSentence(line.text)).length * 2 >= others.length ? width : 0;
}

/** A long line without a space is an address, and wraps nowhere. */
function isTooWide({ text }: Line): boolean {
	return text.length > widest && text.includes(' ');
}

/** The widest line's width, or 0 where it is out of bounds. */
function widthOf(runs: readonly (readonly Line[])[]): number {
	let width = 0;
	for (const lines of runs) {
		for (const line of lines) {
			if (isTooWide(line)) return 0;
			if (line.text.length <= widest) width = Math.max(width, line.text.length);
		}
	}
	return width >= narrowest ? width : 0;
}

interface Breaks {
	/** Lines that the next line's first word would not have fitted on. */
	full: number;
	/** Those of them that end in mid-sentence. */
	middle: number;
	/** Lines that have room left and end in mid-sentence, though nothing says that they stand apart. */
	loose: number;
	/** Lines that have room left and end a sentence. */
	closed: number;
}

function countBreaks(runs: readonly (readonly Line[])[], width: number): Breaks {
	const breaks: Breaks = { full: 0, middle: 0, loose: 0, closed: 0 };
	for (const lines of runs) {
		for (let index = 1; index < lines.length; index++) {
			const line = lines[index - 1] as Line;
			const next = lines[index] as Line;
			const closed = endsSentence(line.text);
			if (isFull(line, next, width)) {
				breaks.full++;
				if (!closed) breaks.middle++;
			} else if (closed) breaks.closed++;
			else if (!standsApart(line, next)) breaks.loose++;
		}
	}
	return breaks;
}

function isFull(line: Line, next: Line, width: number): boolean {
	const space = next.text.search(/\s/);
	return line.text.length + 1 + (space < 0 ? next.text.length : space) > width;
}

function startsWhere(lines: readonly Line[], opens: (line: Line, next: Line) => boolean): readonly number[] {
	const starts = [0];
	for (let index = 1; index < lines.length; index++) {
		const line = lines[index - 1] as Line;
		const next = lines[index] as Line;
		if (opens(line, next) || standsApart(line, next)) starts.push(index);
	}
	return starts;
}

/**
 * Where wrapped paragraphs begin. The last line of one may by chance be full: where paragraphs follow each other without
 * blank lines, one far longer than the rest is taken apart at a full line that ends a sentence.
 */
function wrappedStarts(lines: readonly Line[], width: number): readonly number[] {
	// Wrapped by hand a line may be broken early; one that stops in mid-sentence before a small letter goes on all the same.
	const goesOn = (line: Line, next: Line): boolean => !endsSentence(line.text) && /^\p{Ll}/u.test(next.text);
	const starts = startsWhere(lines, (line, next) => !isFull(line, next, width) && !goesOn(line, next));
	const sizes = starts.map((first, index) => (starts[index + 1] ?? lines.length) - first).filter(size => size > 1);
	if (sizes.length < 2) return starts;
	const usual = sizes.sort((a, b) => a - b)[(sizes.length - 1) >> 1] ?? 0;
	const found: number[] = [];
	const add = (first: number, end: number): void => {
		const size = end - first;
		const middle = first + size / 2;
		let best = -1;
		if (size > usual * 1.6 && size <= longestTakenApart)
			for (let index = first + 2; index < end - 1; index++) {
				const isClosed = endsSentence(lines[index - 1]?.text ?? '') && opensSentence(lines[index]?.text ?? '');
				if (isClosed && (best < 0 || Math.abs(index - middle) < Math.abs(best - middle))) best = index;
			}
		if (best < 0) found.push(first);
		else {
			add(first, best);
			add(best, end);
		}
	};
	starts.forEach((first, index) => {
		add(first, starts[index + 1] ?? lines.length);
	});
	return found;
}

/** Whether two lines are kept apart by what they are, however well they fill the measure. */
function standsApart(line: Line, next: Line): boolean {
	if (next.mark === 'item' || line.mark === 'quote' || next.mark === 'quote')
		return line.mark !== next.mark || next.mark === 'item';
	if (isRightToLeft(line.text) !== isRightToLeft(next.text)) return true;
	const before = furnitureOf(line.text);
	if (before !== null) return !isCutShort(line.text, before);
	const after = furnitureOf(next.text);
	return after !== null && (saysSoAlone(after) || endsSentence(line.text));
}

/** Whether a credit or notice goes on in the next line. */
function isCutShort(text: string, kind: Furniture): boolean {
	if (text.lastIndexOf('(') > text.lastIndexOf(')')) return true;
	return (kind === 'notice' || kind === 'copyright' || kind === 'promotion') && !endsSentence(text);
}
