import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf } from '../testing/drafts';

const rule = 'unattributed-quotation';

for (const fixture of [
	`Under the plan, firms could join in “opening the quiet waters of the bay.”
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
	`The road would bring the “end of all life here on the island”.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	'The port has a “first come, first served” rule for berths.',
	'Under a “use it or lose it” policy the licence lapses in May.',
	'Firms could join in “opening the quiet waters of the bay,” Quist said.',
]) {
	test(`silent: ${fixture}`, () => assert.deepEqual(annotationsIn(rule, fixture), []));
}

test('the message opens with the question', () => {
	assert.equal(
		findingsOf(rule, 'Under the plan, firms could join in “opening the quiet waters of the northern bay again.”')[0]
			?.message,
		'Whose words are these? No speaker for “opening the quiet waters of the northern…”.',
	);
});

test('a pronoun speaks, whoever it is', () => {
	assert.deepEqual(findingsOf(rule, 'The camera faces the pier. “Do not go down there now,” she says.'), []);
	assert.equal(findingsOf(rule, 'The camera faces the pier. “Do not go down there now.” The pier shakes.').length, 1);
});
