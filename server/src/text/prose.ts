/** Prose under construction: text taken from a document piece by piece, with the way back. */
import type { Exhibit } from './block';
import { breaksAtHyphen } from './lines';
import type { Segment, SourceMap } from './sourceMap';
import type { Span } from './span';

/** Prose of a leaf of the document; document offsets are in the coordinates of the text it was taken from. */
export interface Prose {
	readonly text: string;
	/** As in a `SourceMap`, but not relative to a block. */
	readonly segments: readonly Segment[];
	/** Where in the text each line after the first begins. */
	readonly lineStarts: readonly number[];
	readonly exhibits: readonly Exhibit[];
	readonly emphasized: readonly Span[];
}

/** Collects prose in reading order. */
export interface ProseBuilder {
	/** Length of the prose so far; a line break not yet followed by text is not counted. */
	readonly length: number;
	/** Takes document text as it is. */
	take(start: number, end: number): void;
	/** Writes what stands for a stretch of the document. */
	write(text: string, start: number, end: number): void;
	/** A line break, or a part of one: white space and marks up to where the next line's text begins. */
	lineBreak(start: number, end: number): void;
	exhibit(kind: Exhibit['kind'], start: number): void;
	emphasize(start: number): void;
	/** What was collected. The builder is spent. */
	finish(): Prose;
}

export function proseBuilder(document: string): ProseBuilder {
	const parts: string[] = [];
	const segments: Segment[] = [];
	const lineStarts: number[] = [];
	const exhibits: Exhibit[] = [];
	const emphasized: Span[] = [];
	let length = 0;
	let last: Segment | undefined;
	let gap: { start: number; end: number } | undefined;
	const breakSpaces = new Set<number>();

	const push = (text: string, start: number, replaced?: number) => {
		if (text === '') return;
		const sideBySide = replaced === undefined && last !== undefined && last.replaced === undefined;
		if (!sideBySide || last === undefined || last.source - last.text !== start - length) {
			last = replaced === undefined ? { text: length, source: start } : { text: length, source: start, replaced };
			segments.push(last);
		}
		parts.push(text);
		length += text.length;
	};
	const closeGap = (next: string) => {
		if (gap === undefined) return;
		const before = parts.at(-1) ?? '';
		if (before !== '' && !breaksAtHyphen(lastOf(parts), next)) {
			breakSpaces.add(length);
			push(' ', gap.start, gap.end - gap.start);
		}
		if (before !== '') lineStarts.push(length);
		gap = undefined;
	};
	// A span opened where a line break was pending begins after it.
	const spanFrom = (start: number) => ({ start: breakSpaces.has(start) ? start + 1 : start, end: length });
	return {
		get length() {
			return length;
		},
		take(start, end) {
			const text = document.slice(start, end);
			if (text === '') return;
			closeGap(text);
			push(text, start);
		},
		write(text, start, end) {
			if (text === '') return;
			closeGap(text);
			push(text, start, end - start);
		},
		lineBreak(start, end) {
			gap = { start: gap?.start ?? start, end };
		},
		exhibit(kind, start) {
			exhibits.push({ kind, span: spanFrom(start) });
		},
		emphasize(start) {
			if (length > start) emphasized.push(spanFrom(start));
		},
		finish: () => ({ text: parts.join(''), segments, lineStarts, exhibits, emphasized }),
	};
}

/** A part of prose, white space at its ends left out; null where nothing is left. */
export function cut(prose: Prose, from: number, to: number): CutProse | null {
	let start = from;
	let end = to;
	while (start < end && isSpace(prose.text.charCodeAt(start))) start++;
	while (end > start && isSpace(prose.text.charCodeAt(end - 1))) end--;
	if (start === end) return null;
	const first = segmentIndex(prose.segments, start);
	const opening = prose.segments[first] as Segment;
	const sourceStart = opening.replaced === undefined ? opening.source + start - opening.text : opening.source;
	const segments: Segment[] = [];
	let closing = opening;
	for (let index = first; index < prose.segments.length; index++) {
		const segment = prose.segments[index] as Segment;
		if (segment.text >= end) break;
		closing = segment;
		const text = Math.max(0, segment.text - start);
		const source = index === first ? 0 : segment.source - sourceStart;
		segments.push(segment.replaced === undefined ? { text, source } : { text, source, replaced: segment.replaced });
	}
	const sourceEnd =
		closing.replaced === undefined ? closing.source + end - closing.text : closing.source + closing.replaced;
	return {
		text: prose.text.slice(start, end),
		start,
		sourceStart,
		sourceEnd,
		map: { segments, length: end - start, sourceEnd: sourceEnd - sourceStart },
		exhibits: within(prose.exhibits, start, end),
		emphasized: spansWithin(prose.emphasized, start, end),
	};
}

/** A part of prose by itself: offsets relative to its first code unit, in prose and document. */
export interface CutProse {
	readonly text: string;
	/** Where it began in the prose. */
	readonly start: number;
	/** Where it stands in the text the prose was taken from. */
	readonly sourceStart: number;
	readonly sourceEnd: number;
	readonly map: SourceMap;
	readonly exhibits: readonly Exhibit[];
	readonly emphasized: readonly Span[];
}

/** The map of a block that begins before its prose does. */
export function startEarlier(map: SourceMap, by: number): SourceMap {
	if (by === 0) return map;
	return {
		segments: map.segments.map(segment => ({ ...segment, source: segment.source + by })),
		length: map.length,
		sourceEnd: map.sourceEnd + by,
	};
}

function within(exhibits: readonly Exhibit[], start: number, end: number): readonly Exhibit[] {
	if (exhibits.length === 0) return exhibits;
	return exhibits.flatMap(({ kind, span }) => {
		const clipped = clip(span, start, end);
		return clipped === null ? [] : [{ kind, span: clipped }];
	});
}

function spansWithin(spans: readonly Span[], start: number, end: number): readonly Span[] {
	if (spans.length === 0) return spans;
	return spans.flatMap(span => {
		const clipped = clip(span, start, end);
		return clipped === null || clipped.end === clipped.start ? [] : [clipped];
	});
}

function clip(span: Span, start: number, end: number): Span | null {
	// A note after trailing white space belongs to the words before it.
	if (span.start === span.end) {
		return span.start < start || span.start > end + 1 ? null : point(Math.min(span.start, end) - start);
	}
	if (span.end <= start || span.start >= end) return null;
	return { start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start };
}

function point(at: number): Span {
	return { start: at, end: at };
}

function segmentIndex(segments: readonly Segment[], text: number): number {
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((segments[middle] as Segment).text <= text) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The last code units written: enough to see a hyphen and what it hangs on. */
function lastOf(parts: readonly string[]): string {
	let text = '';
	for (let index = parts.length - 1; index >= 0 && text.length < 3; index--) text = `${parts[index]}${text}`;
	return text;
}

function isSpace(code: number): boolean {
	return (
		code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff || code === 0x2028 || code === 0x2029
	);
}
