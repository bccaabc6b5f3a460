import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf } from '../testing/drafts';

const rule = 'late-attribution';

for (const fixture of [
	`The council met on Monday.
“We looked at every beam. We found eleven that were rotten. No one will walk on them,” Ann Reed said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
	`The council met on Monday.
“We looked at every beam. We found eleven that were rotten. No one will walk on them. That is all,” said a woman who lives near the pier.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
	`The council met on Monday.
"We looked at every beam. We found eleven that were rotten! Who built this?" asked Ann Reed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
	`The pier has been shut since May.
“We looked at every beam. We found eleven that were rotten. No one will walk on them,” Reed said. “That is all.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
	`“We paid the levy. We paid the toll. We paid the fine. We will not pay again,” said Ann Reed, who runs the mill.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`The council met on Monday.
“We looked at every beam. We found eleven that were rotten,” Ann Reed said.`,
	`The council met on Monday.
“We looked at every beam,” Ann Reed said. “We found eleven that were rotten. No one will walk on them. That is all.”`,
	`Ann Reed spoke on Monday.
“We looked at every beam. We found eleven that were rotten. No one will walk on them,” she said.`,
	`Ann Reed said: “We looked at every beam. We found eleven that were rotten. No one will walk on them.”`,
	`“We looked at every beam. We found eleven that were rotten. No one will walk on them.” — Ann Reed`,
	`The council met on Monday.
“We looked at every beam, and then at every bolt, and at all that lies under them, and we found eleven that were rotten,” Ann Reed said.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('a hint that tells how many sentences, and where the speaker is', () => {
	const text = `The council met on Monday.
“We looked at every beam. We found eleven that were rotten. No one will walk on them,” Ann Reed said.`;
	const [finding] = findingsOf(rule, text);
	assert.equal(finding?.severity, 'hint');
	assert.equal(finding?.message, 'Three sentences before the reader learns that Ann Reed is speaking.');
	const [place] = finding?.related ?? [];
	assert.equal(text.slice(place?.span.start, place?.span.end), 'Ann Reed');
	for (const genre of ['interview', 'essay', 'opinion'] as const)
		assert.deepEqual(findingsOf(rule, text, { genre }), []);
});
