/** Plain text: runs of lines between blank ones, fallen into blocks. */
import type { BlockKind } from './block';
import { proseBlock, type RawBlock } from './chunk';
import { blockStarts, type Line } from './lines';
import { type CutProse, cut, proseBuilder } from './prose';
import { identityMap } from './sourceMap';
import type { Span } from './span';

const bullet = /^(?:[-*•‣◦▪●–][ \t]+|\d{1,2}[.)][ \t]+)(?=\S)/;
const quoteMark = /^(?:>[ \t]?)+/;

/** The stretches of a text between blank lines, each from its first visible code unit's line to the end of its last line: those from `from` on, up to the first that `stop` knows the start of. */
export function runsOf(text: string, from = 0, stop: (start: number) => boolean = () => false): readonly Span[] {
	const runs: Span[] = [];
	let runStart = -1;
	let runEnd = 0;
	for (let start = from; start < text.length; ) {
		const end = lineEnd(text, start);
		if (isBlank(text, start, end)) {
			if (runStart >= 0) runs.push({ start: runStart, end: runEnd });
			runStart = -1;
		} else {
			if (runStart < 0) {
				if (stop(start)) return runs;
				runStart = start;
			}
			runEnd = end;
		}
		start = afterLineEnd(text, end);
	}
	if (runStart >= 0) runs.push({ start: runStart, end: runEnd });
	return runs;
}

/** The lines of a run, without white space around them and without the marks of lists and quoted mail. */
export function linesOf(text: string, { start: from, end: to }: Span): readonly Line[] {
	const lines: Line[] = [];
	let numbered = false;
	for (let start = from; start < to; ) {
		const end = Math.min(to, lineEnd(text, start));
		const written = text.slice(start, end);
		const content = written.trim();
		if (content !== '') {
			const first = start + written.indexOf(content);
			const quote = quoteMark.exec(content);
			const item = quote === null ? bullet.exec(content) : null;
			// A number opens an item only beside other numbers: "3. Liga" alone is prose.
			const isNumber = item !== null && /^\d/.test(item[0]);
			const mark =
				quote !== null
					? 'quote'
					: item !== null && (!isNumber || numbered || numberFollows(text, end, to))
						? 'item'
						: undefined;
			const skipped = mark === undefined ? 0 : ((quote ?? item)?.[0].length ?? 0);
			const line = { start: first + skipped, end: first + content.length, text: content.slice(skipped), from: first };
			lines.push(mark === undefined ? line : { ...line, mark });
			numbered = isNumber;
		}
		start = afterLineEnd(text, end);
	}
	return lines;
}

/** The blocks of a run of plain text; `width` is what the document is wrapped at, or 0. */
export function readRun(text: string, width: number): readonly RawBlock[] {
	const lines = linesOf(text, { start: 0, end: text.length });
	const starts = blockStarts(lines, width);
	const blocks: RawBlock[] = [];
	starts.forEach((first, index) => {
		const block = readBlock(text, lines.slice(first, starts[index + 1] ?? lines.length), {
			opensRun: first === 0,
			closesRun: index === starts.length - 1,
		});
		if (block !== null) blocks.push(block);
	});
	return blocks;
}

function readBlock(
	text: string,
	lines: readonly Line[],
	traits: { opensRun: boolean; closesRun: boolean },
): RawBlock | null {
	const first = lines[0];
	const whole = lines.length === 1 && first !== undefined ? lineAlone(first) : joined(text, lines);
	if (whole === null || first === undefined) return null;
	const kind: BlockKind = first.mark === 'item' ? 'list-item' : first.mark === 'quote' ? 'block-quote' : 'paragraph';
	return proseBlock(kind, whole, { start: first.from, end: whole.sourceEnd }, traits);
}

function lineAlone({ text, start, end }: Line): CutProse | null {
	if (text === '') return null;
	const map = identityMap(text.length);
	return { text, start: 0, sourceStart: start, sourceEnd: end, map, exhibits: [], emphasized: [] };
}

function joined(text: string, lines: readonly Line[]): CutProse | null {
	const prose = proseBuilder(text);
	let previous: Line | undefined;
	for (const line of lines) {
		if (previous !== undefined) prose.lineBreak(previous.end, line.start);
		prose.take(line.start, line.end);
		previous = line;
	}
	const finished = prose.finish();
	return cut(finished, 0, finished.text.length);
}

function numberFollows(text: string, end: number, to: number): boolean {
	const start = afterLineEnd(text, end);
	return start < to && /^\s{0,8}\d{1,2}[.)][ \t]/.test(text.slice(start, start + 16));
}

/** Where the line that starts at `start` ends, its line end not counted. */
function lineEnd(text: string, start: number): number {
	let end = start;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		// Between these lies almost everything.
		if ((code <= 13 || code >= 0x2028) && isLineEnd(code)) break;
		end++;
	}
	return end;
}

function afterLineEnd(text: string, end: number): number {
	return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/** Word processors leave U+2028 and U+2029 for a break of line and paragraph, page layouts a form feed. */
function isLineEnd(code: number): boolean {
	return code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029;
}

function isBlank(text: string, start: number, end: number): boolean {
	for (let index = start; index < end; index++) {
		const code = text.charCodeAt(index);
		if (code !== 32 && code !== 9 && code !== 11 && code !== 160 && code !== 0xfeff && code !== 0) return false;
	}
	return true;
}
