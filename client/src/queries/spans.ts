/** Spans of a text that go with it as it is edited. */

export interface Span {
	readonly start: number;
	readonly end: number;
}

/** What an editor tells of an edit. */
export interface Edit {
	readonly rangeOffset: number;
	readonly rangeLength: number;
	readonly text: string;
}

/**
 * Where a span stands after an edit: what is typed at its ends is not in it, what is typed within is. Null where nothing of
 * it is left.
 */
export function moved({ start, end }: Span, { rangeOffset, rangeLength, text }: Edit): Span | null {
	const editEnd = rangeOffset + rangeLength;
	const by = text.length - rangeLength;
	if (editEnd <= start) return { start: start + by, end: end + by };
	if (rangeOffset >= end) return { start, end };
	if (rangeOffset <= start && end <= editEnd) return null;
	if (start <= rangeOffset && editEnd <= end) return { start, end: end + by };
	// It reaches over one of the ends: what it took is gone from the span.
	return start < rangeOffset ? { start, end: rangeOffset } : { start: rangeOffset + text.length, end: end + by };
}

/** The same for all edits of one change; an editor tells them from the last in the text to the first. */
export function movedBy(span: Span, edits: readonly Edit[]): Span | null {
	return edits.reduce<Span | null>((now, edit) => now && moved(now, edit), span);
}
