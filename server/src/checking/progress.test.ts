/** Ticks, evidence and notes find their item again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckedItem, CheckRecord } from './progress';
import { checkedItemsOf as list } from './testing';

const words = ({ words: own }: CheckedItem) => own;

/** What a client keeps when both ticks of an item are set, with evidence and a note. */
function ticked(text: string, which: string): CheckRecord {
	const item = list(text).find(each => each.words === which);
	assert.ok(item, `${which} is not on the list: ${list(text).map(words)}`);
	const { anchor, said } = item;
	return {
		anchor,
		checked: anchor.sentence,
		said: said !== null,
		so: true,
		evidence: 'https://example.org/budget.pdf',
		note: 'page 4',
	};
}

const before = `The ferry has cost $40 million since May 2019. It lies idle.

Tom Quist said the yard lost 12 boats in the storm. The union has 12 boats.
`;

function after(text: string, which: string, from = before) {
	const record = ticked(from, which);
	const holder = list(text, [record]).find(item => item.record === 0);
	return holder && { words: holder.words, isDone: holder.isDone, isChanged: holder.isChanged, note: holder.note };
}

const kept = (own: string) => ({ words: own, isDone: true, isChanged: false, note: 'page 4' });
const open = (own: string) => ({ words: own, isDone: false, isChanged: true, note: 'page 4' });

for (const [name, text, which, expected] of [
	['as it was', before, '$40 million', kept('$40 million')],
	[
		'the sentence after it is another',
		before.replace('It lies idle.', 'It is for sale now.'),
		'$40 million',
		kept('$40 million'),
	],
	[
		'its paragraph has moved',
		`Tom Quist said the yard lost 12 boats in the storm. The union has 12 boats.\n\n${before.split('\n\n')[0]}\n`,
		'$40 million',
		kept('$40 million'),
	],
	[
		'quotation marks and spaces are drawn otherwise',
		before.replace('has cost', 'has  cost'),
		'$40 million',
		kept('$40 million'),
	],
	[
		'a word of its sentence has changed',
		before.replace('has cost', 'may have cost'),
		'$40 million',
		open('$40 million'),
	],
	['the figure itself has changed', before.replace('$40 million', '$45 million'), '$40 million', open('$45 million')],
	['a mark of it has changed', before.replace('12 boats in', '1.2 boats in'), '12 boats', open('1.2 boats')],
	['its sentence is gone', before.replace(/The ferry.*idle\.\n\n/, ''), '$40 million', undefined],
] as const) {
	test(`${name}`, () => assert.deepEqual(after(text, which), expected));
}

test('the second of two with the same words keeps what is its own', () => {
	const items = list(before);
	const second = items.filter(item => item.words === '12 boats')[1];
	assert.ok(second);
	const record = { ...ticked(before, '12 boats'), anchor: second.anchor, checked: second.anchor.sentence };
	const text = before.replace('Tom Quist said the yard lost 12 boats in the storm. ', '');
	const holder = list(text, [record]).find(item => item.record === 0);
	assert.equal(holder?.isDone, true);
	assert.equal(list(text).filter(item => item.words === '12 boats').length, 1);
});

test('taking an edit back closes the item again', () => {
	const record = ticked(before, '$40 million');
	const edited = list(before.replace('has cost', 'may have cost'), [record]).find(item => item.record === 0);
	assert.ok(edited?.isChanged);
	// A client keeps where the item stands now, and what its sentence was when it was ticked.
	const again = list(before, [{ ...record, anchor: edited.anchor }]).find(item => item.record === 0);
	assert.equal(again?.isDone, true);
});

test('both questions are to be answered of what someone said, one of what the writer says', () => {
	const record = ticked(before, '12 boats');
	const half = list(before, [{ ...record, said: false }]).find(item => item.record === 0);
	assert.deepEqual([half?.said, half?.so, half?.isDone], [false, true, false]);
	const own = list(before, [ticked(before, '$40 million')]).find(item => item.record === 0);
	assert.deepEqual([own?.said, own?.so, own?.isDone], [null, true, true]);
});

test('a note without a tick is kept, and nothing counts as changed', () => {
	const record = { ...ticked(before, '$40 million'), so: false, checked: '' };
	const item = list(before.replace('has cost', 'may have cost'), [record]).find(each => each.record === 0);
	assert.deepEqual([item?.note, item?.isChanged, item?.isDone], ['page 4', false, false]);
});

test('a name is known by itself, wherever it stands', () => {
	const from = 'Mayor Ada Harlow sold the ferry.\n';
	const record = ticked(from, 'Mayor Ada Harlow');
	const item = list('At noon the boats were gone, and so was Mayor Ada Harlow.\n', [record]).find(
		each => each.record === 0,
	);
	assert.equal(item?.isChanged, true);
});

test('what is kept tells no word of the draft', () => {
	const json = JSON.stringify(list(before).map(({ anchor }) => anchor));
	assert.doesNotMatch(json, /ferry|million|Quist|boats/i);
});
