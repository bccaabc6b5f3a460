/** What of an earlier reading still stands after an edit. */

/** A part of a document that was read by itself. */
export interface ReadPart {
	readonly start: number;
}

/** How to read a text that differs from an earlier one in one place. */
export interface Rereading {
	/** How many parts at the start still stand; reading goes on at the start of the next. */
	readonly kept: number;
	/**
	 * The index of the earlier part that starts at this offset of the new text and from which on nothing has changed, or
	 * -1. To be asked in ascending order.
	 */
	standsFrom(start: number): number;
	/** How much further on in the new text what stands after the edit is. */
	readonly moved: number;
}

const stride = 4_096;

/** Compares two texts; null where too little of the earlier reading stands for it to be of use. */
export function rereading(before: string, parts: readonly ReadPart[], text: string): Rereading | null {
	const shorter = Math.min(before.length, text.length);
	const same = commonStart(before, text, shorter);
	// Whether a part ends depends on the first line after it: the last part before the edit is read again.
	const kept = firstPartAfter(parts, same) - 2;
	if (kept < 1) return null;
	const sameAtEnd = commonEnd(before, text, shorter - same);
	const moved = text.length - before.length;
	let index = kept;
	return {
		kept,
		moved,
		standsFrom(start) {
			if (start < text.length - sameAtEnd) return -1;
			while (index < parts.length && (parts[index] as ReadPart).start < start - moved) index++;
			return parts[index]?.start === start - moved ? index : -1;
		},
	};
}

function firstPartAfter(parts: readonly ReadPart[], offset: number): number {
	let low = 0;
	let high = parts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((parts[middle] as ReadPart).start <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function commonStart(a: string, b: string, most: number): number {
	let at = 0;
	while (at + stride <= most && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride;
	while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

function commonEnd(a: string, b: string, most: number): number {
	let at = 0;
	while (at + stride <= most && sliceFromEnd(a, at) === sliceFromEnd(b, at)) at += stride;
	while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
	return at;
}

function sliceFromEnd(text: string, at: number): string {
	return text.slice(text.length - at - stride, text.length - at);
}
