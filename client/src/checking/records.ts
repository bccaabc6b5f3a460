/** How ticks, evidence and notes change what is kept and what is shown. Pure; items are those the server listed last. */
import type { CheckRecord, ListedCheck } from '../../../server/src/protocol';

/** Items with what is kept of them. `records` only ever grows while items point into it. */
export interface CheckedList {
	readonly items: readonly ListedCheck[];
	readonly records: readonly CheckRecord[];
}

/** What is ticked of an item: whether the source did say it, and whether it is so. */
export interface Ticks {
	readonly said?: boolean;
	readonly so?: boolean;
}

export function isDone({ said, so }: Pick<ListedCheck, 'said' | 'so'>): boolean {
	return so && said !== false;
}

export function recordOf({ records }: CheckedList, { record }: ListedCheck): CheckRecord | undefined {
	return record === null ? undefined : records[record];
}

/** Ticks that were open again because the sentence had changed count anew, each by itself. */
export function ticked(list: CheckedList, index: number, ticks: Ticks): CheckedList {
	const item = list.items[index];
	if (!item) return list;
	const said = item.said === null ? null : (ticks.said ?? item.said);
	const so = ticks.so ?? item.so;
	const checked = said || so ? item.anchor.sentence : '';
	return withRecord(list, index, { said: said === true, so, checked }, { said, so, isChanged: false });
}

/** Ticks or opens everything there is to tick of an item. */
export function toggled(list: CheckedList, index: number): CheckedList {
	const item = list.items[index];
	if (!item) return list;
	const isTicked = !isDone(item);
	return ticked(list, index, { so: isTicked, ...(item.said !== null && { said: isTicked }) });
}

export function annotated(
	list: CheckedList,
	index: number,
	words: Partial<Pick<CheckRecord, 'evidence' | 'note'>>,
): CheckedList {
	return withRecord(list, index, words, {});
}

/** Records as they stand after a reading: each knows where its item is now. The same array where none has moved. */
export function followed({ items, records }: CheckedList): readonly CheckRecord[] {
	const moved = [...records];
	let isMoved = false;
	for (const { record, anchor } of items) {
		const kept = record === null ? undefined : records[record];
		if (record === null || !kept || isSame(kept.anchor, anchor)) continue;
		moved[record] = { ...kept, anchor };
		isMoved = true;
	}
	return isMoved ? moved : records;
}

function isSame(one: CheckRecord['anchor'], other: CheckRecord['anchor']): boolean {
	return (
		one.words === other.words &&
		one.before === other.before &&
		one.after === other.after &&
		one.ordinal === other.ordinal &&
		one.sentence === other.sentence
	);
}

function withRecord(
	{ items, records }: CheckedList,
	index: number,
	change: Partial<CheckRecord>,
	shown: Partial<ListedCheck>,
): CheckedList {
	const item = items[index];
	if (!item) return { items, records };
	const kept = item.record === null ? undefined : records[item.record];
	const fresh: CheckRecord = {
		checked: '',
		said: false,
		so: false,
		evidence: '',
		note: '',
		...kept,
		anchor: item.anchor,
	};
	const record = item.record ?? records.length;
	return {
		items: items.with(index, { ...item, ...shown, record }),
		records: kept ? records.with(record, { ...fresh, ...change }) : [...records, { ...fresh, ...change }],
	};
}
