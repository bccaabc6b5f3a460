/** The rows of the checking list: groups, items, and below an item its questions, evidence and note. Pure. */
import { byRisk, type CheckKind, type CheckRecord, type ListedCheck } from '../../../server/src/protocol';
import { type CheckedList, isDone, recordOf } from './records';

export type Row = GroupRow | ItemRow | DetailRow;

export interface GroupRow {
	readonly type: 'group';
	readonly id: string;
	/** A paragraph's name, or that of a kind. */
	readonly name: string;
	readonly rows: readonly ItemRow[];
	readonly done: number;
	/** Those that are hidden count too. */
	readonly total: number;
}

export interface ItemRow {
	readonly type: 'item';
	readonly id: string;
	/** Index in the list. */
	readonly index: number;
	readonly item: ListedCheck;
	readonly record: CheckRecord | undefined;
	readonly rows: readonly DetailRow[];
}

export interface DetailRow {
	readonly type: 'said' | 'so' | 'evidence' | 'note';
	readonly id: string;
	readonly index: number;
	readonly item: ListedCheck;
	/** Of evidence or a note. */
	readonly words: string;
}

export interface RowOptions {
	readonly order: 'paragraph' | 'risk';
	readonly hideDone: boolean;
}

export function rowsOf(list: CheckedList, { order, hideDone }: RowOptions): readonly GroupRow[] {
	const groups = new Map<string, { readonly name: string; readonly kind: CheckKind; readonly rows: ItemRow[] }>();
	let last = { where: '', run: 0 };
	for (const [index, item] of list.items.entries()) {
		// Two lists, or two captions, are two groups.
		if (item.where !== last.where) last = { where: item.where, run: last.run + 1 };
		const key = order === 'risk' ? item.kind : `${item.where} ${last.run}`;
		const group = groups.get(key) ?? {
			name: order === 'risk' ? item.kindsName : item.where,
			kind: item.kind,
			rows: [],
		};
		group.rows.push(itemRow(list, index, item));
		groups.set(key, group);
	}
	const inOrder = [...groups];
	if (order === 'risk') inOrder.sort(([, a], [, b]) => byRisk.indexOf(a.kind) - byRisk.indexOf(b.kind));
	return inOrder.flatMap(([key, { name, rows }]) => {
		const open = rows.filter(({ item }) => !isDone(item));
		const shown = hideDone ? open : rows;
		if (shown.length === 0) return [];
		const group = {
			type: 'group',
			id: `group ${key}`,
			name,
			done: rows.length - open.length,
			total: rows.length,
		} as const;
		return [{ ...group, rows: shown }];
	});
}

function itemRow(list: CheckedList, index: number, item: ListedCheck): ItemRow {
	const record = recordOf(list, item);
	const { kind, words, ordinal } = item.anchor;
	const id = `item ${kind} ${words} ${ordinal}`;
	const detail = (type: DetailRow['type'], text = ''): DetailRow => ({
		type,
		id: `${id} ${type}`,
		index,
		item,
		words: text,
	});
	const rows = [
		...(item.said === null ? [] : [detail('said'), detail('so')]),
		...(record?.evidence ? [detail('evidence', record.evidence)] : []),
		...(record?.note ? [detail('note', record.note)] : []),
	];
	return { type: 'item', id, index, item, record, rows };
}

/** The row above each, by id. */
export function parentsOf(groups: readonly GroupRow[]): ReadonlyMap<string, Row> {
	return new Map(
		groups.flatMap(group =>
			group.rows.flatMap((item): [string, Row][] => [
				[item.id, group],
				...item.rows.map((row): [string, Row] => [row.id, item]),
			]),
		),
	);
}

interface LineAndCharacter {
	readonly line: number;
	readonly character: number;
}

/** Index of the next item that is open behind a position, from the top again where none is; -1 where all are done. */
export function nextOpen(items: readonly ListedCheck[], position: LineAndCharacter): number {
	const behind = items.findIndex(item => !isDone(item) && compare(item.range.start, position) > 0);
	return behind >= 0 ? behind : items.findIndex(item => !isDone(item));
}

/** Index of the narrowest item around a position; -1 where none is. */
export function itemAround(items: readonly ListedCheck[], position: LineAndCharacter): number {
	let best = -1;
	for (const [index, { range }] of items.entries()) {
		if (compare(range.start, position) > 0 || compare(position, range.end) > 0) continue;
		const known = items[best];
		const isNarrower =
			known && compare(known.range.start, range.start) <= 0 && compare(range.end, known.range.end) <= 0;
		if (!known || isNarrower) best = index;
	}
	return best;
}

function compare(a: LineAndCharacter, b: LineAndCharacter): number {
	return a.line - b.line || a.character - b.character;
}
