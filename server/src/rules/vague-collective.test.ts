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
	`A number of economists said the pier would sink.
^^^^^^^^^^^^^^^^^^^^^^ vague-collective`,
	`Many dockers think the pier will sink.
^^^^^^^^^^^^ vague-collective`,
	// A reply is no member.
	`Critics said the pier would sink.
^^^^^^^ vague-collective

But Ann Harlow, the mayor, said it would stand.`,
	// Nor is whoever has spoken before.
	`“It will stand,” Mayor Ann Harlow said. The vote is today.

Critics said the pier would sink.
^^^^^^^ vague-collective

“They have never built one,” Harlow said.`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	'A majority of voters said the pier was too dear.',
	'Nearly half of residents said the pier was too dear.',
	'Mayor Ann Harlow and others said the pier was too dear.',
	'Mayor Ann Harlow, Ida Quist and other critics said the pier was too dear.',
	'Critics, including Ida Quist, said the pier was too dear.',
	// No one said it: there is no one to name.
	'Nobody at the harbour believes the pier will sink.',
	'Not everyone thinks the pier will sink. It would take a flood to make anyone think so.',
	// Things, and deeds.
	'In many cases the repairs suggest that the pier was badly built.',
	'Some of the repairs last year showed that the pier was badly built.',
	'Several supporters of the pier signed on to raise the money.',
	// Asked and counted.
	'Two-thirds of the insiders said the pier would sink.',
	'The number of visitors shows that the pier is loved.',
	'The Daily Courier’s poll found 40 percent for the pier. Most said they would never use it.',
	'Some of those surveyed said they would never use the pier.',
	'Several people I’ve spoken with said the pier would sink.',
	// One of them speaks next.
	'Critics said the pier would sink.\n\n“It has no footing at all,” said Ida Quist, an engineer at the harbour college.',
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
