/**
 * Places in a draft that are found again after edits around them. What is kept of the words are hashes: an anchor tells
 * nothing to who reads it.
 */
import type { Block } from '../text/block';
import { inSlices, toEnd } from '../text/slices';
import { toText } from '../text/sourceMap';
import type { Span } from '../text/span';
import type { Hasher } from './hash';

/** What is kept of a place. */
export interface Anchor {
	/** Hash of the words. */
	readonly words: string;
	/** Hashes of the five words on each side within the block; '' where the block begins or ends there. */
	readonly before: string;
	readonly after: string;
	/** Which of the places with these words it was, from 0 on: tells apart what hashes do not. */
	readonly ordinal: number;
}

/** Words at a place and those beside them in its block, in lower case. */
export interface Passage {
	readonly words: readonly string[];
	/** The nearest first. */
	readonly before: readonly string[];
	readonly after: readonly string[];
}

const sideLength = 5;
/** Digits of a hash. A place is told by three of them together. */
export const placeDigits = 8;
/** Code units in which five words are found, unless they are unusually long. */
const sideReach = 200;

/** What stands at a document span, as far as it lies in the block. */
export function passageOf(span: Span, block: Block | undefined): Passage {
	if (block === undefined) return { words: [], before: [], after: [] };
	const start = toText(block.map, Math.max(0, span.start - block.span.start));
	const end = Math.max(start, toText(block.map, Math.max(0, span.end - block.span.start)));
	return passageIn(block.text, { start, end });
}

/** What stands at a span of a block's prose. */
export function passageIn(text: string, { start, end }: Span): Passage {
	const before = wordsIn(text.slice(Math.max(0, start - sideReach), start));
	const after = wordsIn(text.slice(end, end + sideReach));
	return {
		words: wordsIn(text.slice(start, end)),
		before: before.reverse().slice(0, sideLength),
		after: after.slice(0, sideLength),
	};
}

/** Words without marks, so that neither a comma nor a change of the tokenizer matters. */
function wordsIn(text: string): string[] {
	return [...wordSpansIn(text)].map(({ word }) => word);
}

/** The same with their places. */
export function* wordSpansIn(text: string): Generator<Span & { readonly word: string }> {
	for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu)) {
		const [found] = match;
		const word = found.toLowerCase().replaceAll('’', "'").normalize('NFC');
		yield { start: match.index, end: match.index + found.length, word };
	}
}

export function wordsHash({ words }: Pick<Passage, 'words'>, hash: Hasher): string {
	return hash('words', words.join(' '), placeDigits);
}

/** Sides that are too short to stand alone are weak: every second sentence begins with "the". */
export interface Sides extends Pick<Anchor, 'before' | 'after'> {
	readonly weak: { readonly before: boolean; readonly after: boolean };
}

export function sidesOf({ before, after }: Passage, hash: Hasher): Sides {
	return {
		before: before.length === 0 ? '' : hash('before', before.join(' '), placeDigits),
		after: after.length === 0 ? '' : hash('after', after.join(' '), placeDigits),
		weak: { before: before.length < 2, after: after.length < 2 },
	};
}

// --- pairs -------------------------------------------------------------------------------------------------------

/** One of two that may belong together: what was kept, or a place that it may have been kept for. */
export interface Pairable extends Pick<Anchor, 'before' | 'after' | 'ordinal'> {
	/** What the words must be, and whatever else must agree. */
	readonly key: string;
	/** Of a place: which of its sides are too short to stand alone. */
	readonly weak?: Sides['weak'];
}

/** What must be equal for two to be a pair; null where there is nothing to go by. */
export type Way<T extends Pairable = Pairable> = (one: T) => string | null;

/** From the surest on: both sides, then one. */
export const bySides: readonly Way[] = [
	({ key, before, after }) => `${key} ${before} ${after}`,
	({ key, before, weak }) => (before === '' || weak?.before ? null : `${key} ${before}`),
	({ key, after, weak }) => (after === '' || weak?.after ? null : `${key} ${after}`),
];

/**
 * Gives each of what was kept its place, by the first way in which they agree; of several places the nearest by ordinal
 * is taken. Returns what is left over. Linear in both for each way, but for the sorting.
 */
export function pairUp<Common extends Pairable, Kept extends Common, Place extends Common>(
	kept: readonly Kept[],
	places: readonly Place[],
	ways: readonly Way<Common>[],
	take: (place: Place, kept: Kept) => void,
): readonly Kept[] {
	return toEnd(pairUpInSlices(kept, places, ways, take));
}

/** The same, pausing now and then. */
export function* pairUpInSlices<Common extends Pairable, Kept extends Common, Place extends Common>(
	kept: readonly Kept[],
	places: readonly Place[],
	ways: readonly Way<Common>[],
	take: (place: Place, kept: Kept) => void,
): Generator<undefined, readonly Kept[], void> {
	let waiting = kept;
	let free = places;
	for (const way of ways) {
		if (waiting.length === 0) break;
		const taken = new Set<Place>();
		const groups = yield* grouped(free, way);
		const left: Kept[] = [];
		yield* inSlices([...(yield* grouped(waiting, way))], ([name, group]) => {
			const pairs = name === null ? [] : nearest(group, groups.get(name) ?? []);
			const paired = new Set(pairs.map(([one]) => one));
			for (const [one, place] of pairs) {
				taken.add(place);
				take(place, one);
			}
			for (const one of group) if (!paired.has(one)) left.push(one);
			return group.length;
		});
		waiting = left;
		free = free.filter(place => !taken.has(place));
	}
	return waiting;
}

function* grouped<T>(
	items: readonly T[],
	keyOf: (item: T) => string | null,
): Generator<undefined, ReadonlyMap<string | null, readonly T[]>, void> {
	const groups = new Map<string | null, T[]>();
	yield* inSlices(items, item => {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
		return 0;
	});
	return groups;
}

/** Pairs in order, each with the free place whose ordinal is nearest, as far as those behind it leave one. */
function nearest<Kept extends Pairable, Place extends Pairable>(
	kept: readonly Kept[],
	places: readonly Place[],
): readonly (readonly [Kept, Place])[] {
	const ordered = [...kept].sort((a, b) => a.ordinal - b.ordinal);
	const pairs: (readonly [Kept, Place])[] = [];
	let at = 0;
	for (const [index, one] of ordered.entries()) {
		const distance = (i: number) => Math.abs((places[i]?.ordinal ?? Number.POSITIVE_INFINITY) - one.ordinal);
		const last = places.length - (ordered.length - index);
		while (at < last && distance(at + 1) < distance(at)) at++;
		const place = places[at++];
		if (place === undefined) break;
		pairs.push([one, place]);
	}
	return pairs;
}
