import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from './documents';

test('what two texts do not have in common', () => {
	const cases: readonly [before: string, after: string, change: [start: number, end: number, inserted: number]][] = [
		['', '', [0, 0, 0]],
		['same', 'same', [4, 4, 0]],
		['', 'new', [0, 0, 3]],
		['old', '', [0, 3, 0]],
		['one three', 'one two three', [5, 5, 4]],
		['aaa', 'aa', [2, 3, 0]],
		['aa', 'aaa', [2, 2, 1]],
		['a b c', 'a x c', [2, 3, 1]],
	];
	for (const [before, after, [start, end, inserted]] of cases) {
		assert.deepEqual(difference(before, after), { start, end, inserted }, `${before} → ${after}`);
	}
});
