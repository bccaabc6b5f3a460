import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWritten, type KeptDraft, parseStored, storedText } from './model';

const place = { words: 'a1', before: 'b2', after: '', ordinal: 0 };
const kept: KeptDraft = {
	salt: 'pepper',
	checks: [
		{
			anchor: { ...place, kind: 'figure', sentence: 'c3' },
			checked: 'c3',
			said: false,
			so: true,
			evidence: '',
			note: '',
		},
	],
	queries: [
		{
			id: 'q1',
			place: { ...place, count: 4, first: 'd4', last: 'e5' },
			resolved: false,
			comments: [
				{ text: 'Who expects this?', at: 5, fromFinding: true },
				{ text: 'The board.', at: 6 },
			],
		},
	],
};

test('what is stored is read again', () => {
	assert.deepEqual(parseStored(storedText(kept) ?? ''), kept);
});

test('a finding’s own question is nothing that someone has written; an answer is, and so is what an older version kept', () => {
	const [question, answer] = kept.queries[0]?.comments ?? [];
	assert.ok(question && answer);
	assert.equal(isWritten({ comments: [question] }), false);
	assert.equal(isWritten({ comments: [question, answer] }), true);
	assert.equal(isWritten({ comments: [{ text: question.text, at: 5 }] }), true);
});

test('what says nothing is not stored', () => {
	const [check] = kept.checks;
	assert.ok(check);
	const nothing = { ...check, so: false, checked: '' };
	assert.equal(storedText({ ...kept, checks: [nothing], queries: [] }), null);
	assert.match(storedText({ ...kept, checks: [{ ...nothing, note: 'page 4' }], queries: [] }) ?? '', /page 4/);
});

for (const text of ['', '{', 'null', '[]', '{"schema":2,"salt":"x"}', '{"schema":1}']) {
	test(`${JSON.stringify(text)} is nothing`, () => assert.equal(parseStored(text), null));
}

test('what is broken in it is left out, the rest stays', () => {
	const text = JSON.stringify({
		schema: 1,
		salt: 'pepper',
		checks: [null, 7, { anchor: {} }, kept.checks[0]],
		queries: [{ id: 'x' }, { id: 'y', comments: [{ text: 3 }] }, kept.queries[0], 'z'],
	});
	assert.deepEqual(parseStored(text), kept);
});
