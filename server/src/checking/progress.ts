/**
 * What has been checked already. It is kept as hashes beside the draft: an item is found again when the text around it
 * has changed or it has moved; when its own sentence has changed, it is open again.
 */

import {
	type Anchor,
	bySides,
	type Pairable,
	pairUpInSlices,
	passageIn,
	placeDigits,
	sidesOf,
	type Way,
	wordsHash,
} from '../configuration/anchors';
import type { Hasher } from '../configuration/hash';
import type { Block } from '../text/block';
import { inSlices } from '../text/slices';
import type { CheckItem, CheckKind } from './model';

/** Where an item stood, and what its sentence was. */
export interface CheckAnchor extends Anchor {
	readonly kind: CheckKind;
	/** Hash of the sentence. */
	readonly sentence: string;
}

/** What a checker has said of an item. */
export interface CheckRecord {
	readonly anchor: CheckAnchor;
	/** Hash of the sentence as it was when a tick was set; '' where none is. */
	readonly checked: string;
	/** Whether the source did say it. */
	readonly said: boolean;
	/** Whether it is so. */
	readonly so: boolean;
	/** A link or a path; '' where there is none. */
	readonly evidence: string;
	readonly note: string;
}

/** An item with what is known of it. */
export interface CheckedItem extends CheckItem {
	readonly anchor: CheckAnchor;
	/** Index of its record; null where nothing has been said of it. */
	readonly record: number | null;
	/** Null where no one is said to have said it. */
	readonly said: boolean | null;
	readonly so: boolean;
	readonly isDone: boolean;
	/** Whether its sentence has changed since it was ticked: the ticks are open again. */
	readonly isChanged: boolean;
	readonly evidence: string;
	readonly note: string;
}

/** Items with their records, in slices. `records` that fit no item stay with their owner: an edit may be taken back. */
export function* withProgressInSlices(
	hash: Hasher,
	blocks: readonly Block[],
	items: readonly CheckItem[],
	records: readonly CheckRecord[],
): Generator<undefined, readonly CheckedItem[], void> {
	const places = yield* placesOf(hash, blocks, items);
	const byItem = new Map<number, number>();
	const kept = records.map(({ anchor }, record) => ({ ...anchor, key: `${anchor.kind} ${anchor.words}`, record }));
	yield* pairUpInSlices(kept, places, ways, (place, { record }) => byItem.set(place.item, record));
	const checked: CheckedItem[] = [];
	yield* inSlices(items, (item, i) => {
		const { kind, words, before, after, ordinal, sentence } = places[i] as PlaceOfItem;
		const record = byItem.get(i) ?? null;
		const anchor = { kind, words, before, after, ordinal, sentence };
		const state = stateOf(item, sentence, record === null ? undefined : records[record]);
		checked.push({ ...item, anchor, record, ...state });
		return 0;
	});
	return checked;
}

/** How many of the items are done. */
export function countDone(items: readonly Pick<CheckedItem, 'isDone'>[]): number {
	return items.filter(({ isDone }) => isDone).length;
}

function stateOf(
	{ isAttributed }: CheckItem,
	sentence: string,
	record: CheckRecord | undefined,
): Omit<CheckedItem, keyof CheckItem | 'anchor' | 'record'> {
	const isTicked = record !== undefined && (record.said || record.so);
	const isChanged = isTicked && record.checked !== sentence;
	const said = isAttributed ? isTicked && !isChanged && record.said : null;
	const so = isTicked && !isChanged && record.so;
	return {
		said,
		so,
		isDone: so && said !== false,
		isChanged,
		evidence: record?.evidence ?? '',
		note: record?.note ?? '',
	};
}

interface PlaceOfItem extends CheckAnchor, Pairable {
	readonly item: number;
}

/** What hashing costs, in units of text that is read. */
const unitsOfItem = 100;

function* placesOf(
	hash: Hasher,
	blocks: readonly Block[],
	items: readonly CheckItem[],
): Generator<undefined, readonly PlaceOfItem[], void> {
	const counts = new Map<string, number>();
	const places: PlaceOfItem[] = [];
	yield* inSlices(items, ({ kind, span, sentence, block }, item) => {
		const text = blocks[block]?.text ?? '';
		const passage = passageIn(text, span);
		const words = wordsHash(passage, hash);
		const key = `${kind} ${words}`;
		const ordinal = counts.get(key) ?? 0;
		counts.set(key, ordinal + 1);
		const exact = exactly(text.slice(sentence.start, sentence.end));
		const own = hash('sentence', exact, placeDigits);
		places.push({ item, kind, key, words, ordinal, ...sidesOf(passage, hash), sentence: own });
		return unitsOfItem;
	});
	return places;
}

/** A sentence as it counts: every mark of it, but neither how its spaces nor how its quotation marks are drawn. */
function exactly(sentence: string): string {
	return sentence.normalize('NFC').replace(/\s+/g, ' ').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
}

type Kept = CheckAnchor & Pairable;

/** From the surest on: the words with both sides, in their sentence, with one side; a name alone; other words between the same sides. */
const ways: readonly Way<Kept>[] = [
	...bySides.slice(0, 1),
	({ key, sentence }) => `${key} ${sentence}`,
	...bySides.slice(1),
	({ kind, key }) => (kind === 'name' ? key : null),
	({ kind, before, after, weak }) =>
		(weak?.before && weak.after) || before + after === '' ? null : `${kind} ${before} ${after}`,
];
