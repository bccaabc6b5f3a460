import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedCheck } from '../../../server/src/protocol';
import { annotated, type CheckedList, followed, ticked, toggled } from './records';
import { itemAround, nextOpen, rowsOf } from './rows';

function item(kind: ListedCheck['kind'], line: number, said: boolean | null = null): ListedCheck {
	const range = { start: { line, character: 4 }, end: { line, character: 9 } };
	const anchor = { kind, words: `w${line}`, before: '', after: '', ordinal: 0, sentence: `s${line}` };
	const excerpt = { text: 'words', start: 0, end: 5 };
	const shown = { kindName: kind, kindsName: `${kind}s`, where: `Paragraph ${line}`, words: 'words', excerpt };
	return { kind, ...shown, speaker: null, range, anchor, record: null, said, so: false, isChanged: false };
}

const list: CheckedList = { items: [item('name', 1), item('figure', 1, false), item('accusation', 2)], records: [] };
const names = (options: Parameters<typeof rowsOf>[1], of = list) =>
	rowsOf(of, options).map(({ name, done, total, rows }) => `${name} ${done}/${total} ${rows.length}`);

test('by paragraph, and by risk', () => {
	assert.deepEqual(names({ order: 'paragraph', hideDone: false }), ['Paragraph 1 0/2 2', 'Paragraph 2 0/1 1']);
	assert.deepEqual(names({ order: 'risk', hideDone: false }), ['accusations 0/1 1', 'figures 0/1 1', 'names 0/1 1']);
});

test('what is done is hidden and counted', () => {
	const some = toggled(toggled(list, 0), 2);
	assert.deepEqual(names({ order: 'paragraph', hideDone: true }, some), ['Paragraph 1 1/2 1']);
	assert.equal(nextOpen(some.items, { line: 2, character: 0 }), 1);
	assert.equal(nextOpen(toggled(some, 1).items, { line: 0, character: 0 }), -1);
});

test('an item that someone said is done when both are ticked; ticking a changed one begins anew', () => {
	const half = ticked(list, 1, { so: true });
	assert.deepEqual(names({ order: 'risk', hideDone: false }, half)[1], 'figures 0/1 1');
	const [record] = ticked(half, 1, { said: true }).records;
	assert.deepEqual([record?.said, record?.so, record?.checked], [true, true, 's1']);
	const changed = {
		...half,
		items: half.items.with(1, { ...(half.items[1] as ListedCheck), so: false, isChanged: true }),
	};
	const again = ticked(changed, 1, { said: true });
	assert.deepEqual([again.items[1]?.said, again.items[1]?.so, again.items[1]?.isChanged], [true, false, false]);
});

test('evidence and notes leave the ticks alone, and stand below the item', () => {
	const noted = annotated(annotated(toggled(list, 0), 0, { note: 'page 4' }), 0, { evidence: 'a.pdf' });
	assert.deepEqual([noted.records.length, noted.records[0]?.so, noted.records[0]?.note], [1, true, 'page 4']);
	const [group] = rowsOf(noted, { order: 'paragraph', hideDone: false });
	assert.deepEqual(
		group?.rows[0]?.rows.map(({ type }) => type),
		['evidence', 'note'],
	);
});

test('records follow their items, and are the same array where none has moved', () => {
	const { items, records } = toggled(list, 0);
	assert.equal(followed({ items, records }), records);
	const moved = items.with(0, { ...(items[0] as ListedCheck), anchor: { ...item('name', 7).anchor } });
	assert.equal(followed({ items: moved, records })[0]?.anchor.words, 'w7');
});

test('the item around a position', () => {
	assert.equal(itemAround(list.items, { line: 2, character: 5 }), 2);
	assert.equal(itemAround(list.items, { line: 3, character: 0 }), -1);
});
