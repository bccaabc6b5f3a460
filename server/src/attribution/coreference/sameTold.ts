/** Whether two readings of a block tell the resolver the same: most edits change words that bear on no one's name. */
import type { Span } from '../../text/span';
import type { BlockTold } from './blockTold';

/** For each place of a block, by `placeKey`, where the same words stand after an edit. */
export type Moves = ReadonlyMap<string, Span>;

export function placeKey({ start, end }: Span): string {
	return `${start} ${end}`;
}

/**
 * Where the places of one block stand in another that tells the same; null where it tells something else. What is told
 * are plain values, and `place` is where it is told: of places only their order counts, and which are one.
 */
export function movesBetween(before: BlockTold, after: BlockTold): Moves | null {
	const places: PlacePair[] = [];
	return isAlike(before, after, places) ? movesOf(places) : null;
}

interface PlacePair {
	readonly from: Span;
	readonly to: Span;
}

function movesOf(places: PlacePair[]): Moves | null {
	places.sort((a, b) => a.from.start - b.from.start);
	const moves = new Map<string, Span>();
	for (const [i, { from, to }] of places.entries()) {
		const before = places[i - 1];
		if (before && Math.sign(from.start - before.from.start) !== Math.sign(to.start - before.to.start)) return null;
		const known = moves.get(placeKey(from));
		if (known && (known.start !== to.start || known.end !== to.end)) return null;
		moves.set(placeKey(from), to);
	}
	return moves;
}

function isAlike(a: unknown, b: unknown, places: PlacePair[]): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a)) {
		return Array.isArray(b) && a.length === b.length && a.every((value, i) => isAlike(value, b[i], places));
	}
	if (a instanceof Set) return b instanceof Set && a.size === b.size && [...a].every(value => b.has(value));
	if (a instanceof Map) {
		return b instanceof Map && a.size === b.size && [...a].every(([key, value]) => isAlike(value, b.get(key), places));
	}
	return isAlikeIn(a as Record<string, unknown>, b as Record<string, unknown>, places);
}

function isAlikeIn(a: Record<string, unknown>, b: Record<string, unknown>, places: PlacePair[]): boolean {
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every(key => {
		if (key !== 'place') return isAlike(a[key], b[key], places);
		places.push({ from: a[key] as Span, to: b[key] as Span });
		return true;
	});
}
