/** A half-open range of UTF-16 offsets, as in `text.slice(start, end)`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
	return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Whether the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** `span` moved by `by` code units. */
export function shift(span: Span, by: number): Span {
	return { start: span.start + by, end: span.end + by };
}
