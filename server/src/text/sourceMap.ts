import type { Span } from './span';

/**
 * Where each code unit of a block's prose stands in the document, relative to the block's start.
 *
 * The prose of a block is what a reader reads: Markdown marks are gone, a soft break is one space, `&amp;` is `&`.
 * A segment says: from prose offset `text` on, prose and document run side by side, starting at document offset `source`.
 * Segments are in ascending order in both columns; the first has `text: 0`.
 */
export interface SourceMap {
	readonly segments: readonly Segment[];
	/** Length of the prose. */
	readonly length: number;
	/** Document offset, relative to the block's start, at which the last code unit of the prose ends. */
	readonly sourceEnd: number;
}

export interface Segment {
	readonly text: number;
	readonly source: number;
	/**
	 * How many document code units stand for one or more code units of prose that do not run side by side
	 * (an entity, a soft break with its `> `). Absent: one for one.
	 */
	readonly replaced?: number;
}

/** The map of a block whose prose is a plain stretch of the document. */
export function identityMap(length: number): SourceMap {
	return { segments: [{ text: 0, source: 0 }], length, sourceEnd: length };
}

/** The document span, relative to the block's start, of a span of prose. */
export function toSource(map: SourceMap, span: Span): Span {
	if (map.segments.length === 1) return { start: startInSource(map, span.start), end: startInSource(map, span.end) };
	const start = startInSource(map, span.start);
	const end = span.end > span.start ? endInSource(map, span.end) : start;
	return { start, end };
}

/** The prose offset nearest to a document offset (relative to the block's start): for hovers and carets. */
export function toText(map: SourceMap, source: number): number {
	const { segments } = map;
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((segments[middle] as Segment).source <= source) low = middle;
		else high = middle - 1;
	}
	const segment = segments[low] as Segment;
	const next = segments[low + 1]?.text ?? map.length;
	if (segment.replaced !== undefined) return source >= segment.source + segment.replaced ? next : segment.text;
	return Math.max(segment.text, Math.min(next, segment.text + source - segment.source));
}

/** The document offset, relative to the block's start, at which a code unit of prose begins. */
export function startInSource(map: SourceMap, text: number): number {
	if (text >= map.length) return map.sourceEnd;
	const segment = segmentAt(map, text);
	return segment.replaced === undefined ? segment.source + text - segment.text : segment.source;
}

function endInSource(map: SourceMap, end: number): number {
	const segment = segmentAt(map, end - 1);
	return segment.replaced === undefined ? segment.source + end - segment.text : segment.source + segment.replaced;
}

function segmentAt({ segments }: SourceMap, text: number): Segment {
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((segments[middle] as Segment).text <= text) low = middle;
		else high = middle - 1;
	}
	return segments[low] as Segment;
}
