import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf } from '../testing/drafts';

const rule = 'unattributed-quotation';

for (const fixture of [
	`Under the plan, firms could join in “opening the quiet waters of the bay.”
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
	// About Quist, not by her.
	`In the town Ida Quist is “the worst mayor in a hundred years.”
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
	// After the marks comes no name.
	`Under the plan, firms could join in “opening the quiet waters of the bay” by spring.
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
	`The road would bring the “end of all life here on the island”.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-quotation`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	'The port has a “first come, first served” rule for berths.',
	'Under a “use it or lose it” policy the licence lapses in May.',
	'Firms could join in “opening the quiet waters of the bay,” Quist said.',
	'Banks face a new “too small to be saved” tax.',
	// The sentence tells where the words stand.
	'Dockers marched to the pier, chanting “no work until the pay is right.”',
	'At the foot of the page it reads, “the town thanks all who lent a hand this year.”',
	'From the report: “The footing of the pier has been eaten by worms for years, and nobody looked.”',
	// Signed after.
	'“The pier will be gone within a year,” by Ida Quist.',
	'“The pier will be gone within a year.” [Ida Quist, The Daily Courier]',
	// It goes on, and there its speaker is named.
	'“The pier is not for sale, and never was.\n\n“We will keep it for our children,” Ida Quist said.',
	// A title with the full stop of its sentence.
	'It is a breezy comedy in the style of “Captain Harlow’s Diary.”',
	// The body tells.
	'“We are not leaving the pier”: a town feels the tide\n\n“We are not leaving the pier,” Ida Quist said. Others have left.',
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
