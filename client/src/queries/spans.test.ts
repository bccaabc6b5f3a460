import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, movedBy } from './spans';

const text = 'The board is expected to meet.';
const span = { start: 10, end: 29 };

function after(from: string, to: string): string | null {
	const rangeOffset = text.indexOf(from);
	const edited = text.slice(0, rangeOffset) + to + text.slice(rangeOffset + from.length);
	const now = moved(span, { rangeOffset, rangeLength: from.length, text: to });
	return now && edited.slice(now.start, now.end);
}

for (const [from, to, left] of [
	['The', 'At noon the', 'is expected to meet'],
	['.', ' by noon.', 'is expected to meet'],
	['expected', 'soon expected', 'is soon expected to meet'],
	['is expected', 'was expected', 'was expected to meet'],
	['board is', 'boards are', ' expected to meet'],
	['meet.', 'gather soon.', 'is expected to '],
	['is expected to meet', 'meets', null],
	[text, '', null],
	[text, 'Another text altogether, and a longer one.', null],
	['', 'x', 'is expected to meet'],
] as const) {
	test(`“${from}” → “${to}”`, () => assert.equal(after(from, to), left));
}

test('what is typed at its ends is not in it', () => {
	assert.deepEqual(moved(span, { rangeOffset: 10, rangeLength: 0, text: 'soon ' }), { start: 15, end: 34 });
	assert.deepEqual(moved(span, { rangeOffset: 29, rangeLength: 0, text: ' soon' }), span);
});

test('several edits at once, the last in the text first', () => {
	const edits = [
		{ rangeOffset: 20, rangeLength: 0, text: 'xx' },
		{ rangeOffset: 0, rangeLength: 3, text: '' },
	];
	assert.deepEqual(movedBy(span, edits), { start: 7, end: 28 });
});
