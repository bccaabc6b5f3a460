import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf, fixesOf } from '../testing/drafts';

const rule = 'vague-collective';

for (const fixture of [
	`Critics said the pier was too dear.
^^^^^^^ vague-collective`,
	`Some said the pier was too dear.
^^^^ vague-collective`,
	`Harlow said the pier was cheap. Others in the town said it was too dear.
                                ^^^^^^^^^^^^^^^^^^ vague-collective`,
	`A majority of voters said the pier was too dear. Many in the town said so too.
                                                 ^^^^^^^^^^^^^^^^ vague-collective`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	'A majority of voters said the pier was too dear.',
	'Nearly half of residents said the pier was too dear.',
	'Mayor Ann Harlow and others said the pier was too dear.',
	'Mayor Ann Harlow, Ida Quist and other critics said the pier was too dear.',
	'Critics, including Ida Quist, said the pier was too dear.',
]) {
	test(`silent: ${fixture}`, () => assert.deepEqual(annotationsIn(rule, fixture), []));
}

test('the message quotes the group, the fix asks for one of it', () => {
	const text = 'Critics say the pier was too dear.';
	assert.equal(findingsOf(rule, text)[0]?.message, 'Who? “Critics” names no one.');
	assert.deepEqual(fixesOf(rule, text), ['Critics, including [who?], say the pier was too dear.']);
	assert.deepEqual(fixesOf(rule, 'The pier, viewed by many in the town as a gift to owners, burned down.'), [
		'The pier, viewed by many in the town, including [who?], as a gift to owners, burned down.',
	]);
});
