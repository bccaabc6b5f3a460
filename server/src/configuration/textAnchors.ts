/** Any words of a draft as a place that is found again: by their hash, their number and the words on both sides. */
import { type Block, isRead } from '../text/block';
import { inSlices } from '../text/slices';
import { toSource, toText } from '../text/sourceMap';
import { type Span, shift } from '../text/span';
import {
	type Anchor,
	bySides,
	type Pairable,
	pairUpInSlices,
	passageIn,
	placeDigits,
	sidesOf,
	type Way,
	wordSpansIn,
} from './anchors';
import type { Hasher } from './hash';

export interface TextAnchor extends Anchor {
	/** How many words, and short hashes of the first and the last: where to look at all. */
	readonly count: number;
	readonly first: string;
	readonly last: string;
}

/** A place to look for: where it is known to stand, or what was kept of it. */
export type Sought = { readonly span: Span } | { readonly anchor: TextAnchor };

export interface FoundPlace {
	readonly block: number;
	/** Document offsets. */
	readonly span: Span;
	readonly anchor: TextAnchor;
}

/** Long enough for any passage that is asked about. */
const mostWords = 200;
const endDigits = 4;

/**
 * Where each of the places stands, null where its words are in no block that is read; in slices. Every word is looked at
 * once; of words that stand in several places the one with the same words beside it is taken, else the nearest in order.
 */
export function* findPlaces(
	hash: Hasher,
	blocks: readonly Block[],
	sought: readonly Sought[],
): Generator<undefined, readonly (FoundPlace | null)[], void> {
	const known: (ReturnType<typeof anchored> | null)[] = [];
	yield* inSlices(sought, each => {
		known.push('span' in each ? anchored(hash, blocks, each.span) : null);
		return unitsOfPlace;
	});
	const wanted = sought.flatMap((each, i) => ('anchor' in each ? each.anchor : (known[i] ?? [])));
	const candidates = wanted.length === 0 ? [] : yield* candidatesIn(hash, blocks, wanted);
	const byPlace = new Map<string, Candidate>();
	yield* inSlices(candidates, candidate => {
		byPlace.set(placeKey(candidate.block, candidate.inBlock.start, candidate), candidate);
		return 0;
	});
	const found: (FoundPlace | null)[] = sought.map(() => null);
	const lost: (TextAnchor & Pairable & { readonly index: number })[] = [];
	for (const [index, each] of sought.entries()) {
		if ('anchor' in each) {
			if (each.anchor.count > 0) lost.push({ ...each.anchor, key: keyOf(each.anchor), index });
			continue;
		}
		const place = known[index];
		const here = place && byPlace.get(placeKey(place.block, place.start, place));
		if (here) found[index] = { block: here.block, span: each.span, anchor: anchorOf(here) };
	}
	yield* pairUpInSlices(lost, candidates, ways, (candidate, { index }) => {
		const { block, inBlock } = candidate;
		found[index] = { block, span: inDocument(blocks[block] as Block, inBlock), anchor: anchorOf(candidate) };
	});
	return found;
}

/** What hashing costs, in units of text that is read. */
const unitsOfPlace = 100;

function placeKey(block: number, start: number, words: Pick<TextAnchor, 'words' | 'count'>): string {
	return `${block} ${start} ${keyOf(words)}`;
}

/** The words alone, where nothing beside them is as it was. */
const ways: readonly Way[] = [...bySides, ({ key }) => key];

interface Candidate extends TextAnchor, Pairable {
	readonly block: number;
	readonly inBlock: Span;
}

function keyOf({ words, count }: Pick<TextAnchor, 'words' | 'count'>): string {
	return `${count} ${words}`;
}

function anchorOf({ words, before, after, ordinal, count, first, last }: Candidate): TextAnchor {
	return { words, before, after, ordinal, count, first, last };
}

/** What is wanted of a known place: its words, and where they begin. */
function anchored(hash: Hasher, blocks: readonly Block[], span: Span) {
	const block = blockAround(blocks, span);
	const within = blocks[block];
	if (!within || !isRead(within) || span.end <= span.start) return null;
	const start = toText(within.map, Math.max(0, span.start - within.span.start));
	const end = toText(within.map, Math.max(0, span.end - within.span.start));
	const spans = [...wordSpansIn(within.text.slice(start, end))].slice(0, mostWords);
	const [opening] = spans;
	if (!opening) return null;
	const words = spans.map(({ word }) => word);
	return { block, start: start + opening.start, ...hashesOf(hash, words) };
}

type Ends = Pick<TextAnchor, 'count' | 'first' | 'last'>;

function hashesOf(hash: Hasher, words: readonly string[]): Ends & Pick<TextAnchor, 'words'> {
	return {
		count: words.length,
		words: hash('words', words.join(' '), placeDigits),
		...endsOf(hash, words[0] ?? '', words.at(-1) ?? ''),
	};
}

function endsOf(hash: Hasher, first: string, last: string): Pick<TextAnchor, 'first' | 'last'> {
	return { first: hash('first', first, endDigits), last: hash('last', last, endDigits) };
}

/** All places with as many words between such a first and such a last one. */
function* candidatesIn(
	hash: Hasher,
	blocks: readonly Block[],
	wanted: readonly Ends[],
): Generator<undefined, readonly Candidate[], void> {
	const nameOf = ({ count, first, last }: Ends): string => `${count} ${first} ${last}`;
	const names = new Set(wanted.map(nameOf));
	const lengths = new Map<string, Set<number>>();
	for (const { first, count } of wanted) lengths.set(first, (lengths.get(first) ?? new Set()).add(count));
	const ordinals = new Map<string, number>();
	const candidates: Candidate[] = [];
	yield* inSlices(blocks, (block, b) => {
		if (!isRead(block)) return 0;
		const before = candidates.length;
		const spans = [...wordSpansIn(block.text)];
		for (const [i, { word, start }] of spans.entries()) {
			for (const count of lengths.get(hash('first', word, endDigits)) ?? []) {
				const last = spans[i + count - 1];
				if (!last || !names.has(nameOf({ count, ...endsOf(hash, word, last.word) }))) continue;
				const inBlock = { start, end: last.end };
				const hashes = hashesOf(
					hash,
					spans.slice(i, i + count).map(each => each.word),
				);
				const key = keyOf(hashes);
				const ordinal = ordinals.get(key) ?? 0;
				ordinals.set(key, ordinal + 1);
				const sides = sidesOf(passageIn(block.text, inBlock), hash);
				candidates.push({ block: b, inBlock, ...hashes, key, ordinal, ...sides });
			}
		}
		return block.text.length + unitsOfPlace * (candidates.length - before);
	});
	return candidates;
}

function inDocument(block: Block, span: Span): Span {
	return shift(toSource(block.map, span), block.span.start);
}

/** Blocks are in order: the last that begins at or before the span. */
function blockAround(blocks: readonly Block[], { start }: Span): number {
	let low = 0;
	let high = blocks.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((blocks[middle]?.span.start ?? 0) <= start) low = middle;
		else high = middle - 1;
	}
	return low;
}
