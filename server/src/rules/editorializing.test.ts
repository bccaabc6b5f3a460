import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { findingsOf as inDrafts } from '../testing/drafts';
import { annotationsOf, findingsOf, fixesOf } from '../testing/engine';

const id = 'editorializing';

const fixtures: readonly string[] = [
	`Clearly, the plan failed, and the pier is obviously old.
^^^^^^^ editorializing
                                          ^^^^^^^^^ editorializing`,
	'The lamps were clearly visible, and she spoke clearly to the board.',
	`The bridge was, of course, doomed.
                ^^^^^^^^^ editorializing`,
	'A change of course saved the ship.',
	`Sadly, the pier burned down. Ironically, rain saved the mill.
^^^^^ editorializing
                             ^^^^^^^^^^ editorializing`,
	'She smiled sadly at the crowd, and the two are happily married.',
	`Harlow even suggested that the mine close.
       ^^^^ editorializing`,
	'Even Quist came, even though it rained, and the sea was even colder.',
	`Tellingly, the board said nothing about the fee.
^^^^^^^^^ editorializing`,
	'The fee rose significantly, and the man is critically ill.',
	`It is clear that the mine will close, and nobody can deny that fees rose.
^^^^^^^^^^^^^^^^ editorializing
                                          ^^^^^^^^^^^^^^^^^^^^ editorializing`,
	'Quist said that the plan had clearly failed. “Sadly, it is true,” she said.',
	'She sings in Sadly Yours and bought the book Clearly Now.',
	`The log was conveniently lost; the hotel is conveniently located.
            ^^^^^^^^^^^^ editorializing`,
];

for (const fixture of fixtures) {
	test(fixture.split('\n')[0] as string, () => assertAnnotated(fixture, text => annotationsOf(id, text)));
}

test('the word goes, with its commas, capital and article', () => {
	const cases = [
		['Clearly, it failed.', 'It failed.'],
		['The bridge was, of course, doomed.', 'The bridge was doomed.'],
		['The bridge was clearly doomed.', 'The bridge was doomed.'],
		['It was an obviously false alarm.', 'It was a false alarm.'],
		['The mayor, sadly, left the hall.', 'The mayor left the hall.'],
		['The pier burned down, unfortunately.', 'The pier burned down.'],
		['It is clear that the mine will close.', 'The mine will close.'],
		['Harlow even suggested that the mine close.', 'Harlow suggested that the mine close.'],
	] as const;
	for (const [before, after] of cases) {
		assert.equal(fixesOf(id, before)[0], after);
		assert.deepEqual(findingsOf(id, after), [], after);
	}
});

test('nothing goes that the sentence leans on', () => {
	assert.deepEqual(fixesOf(id, 'We must save the pier.'), []);
	assert.deepEqual(fixesOf(id, 'The fee hurts our economy.'), []);
});

test('messages ask', () => {
	assert.equal(findingsOf(id, 'Clearly, it failed.')[0]?.message, '“clearly”: clear to whom?');
	assert.equal(
		findingsOf(id, 'Harlow even suggested that the mine close.')[0]?.message,
		'“even” signals the writer’s surprise. Meant?',
	);
});

test('beside a reporting verb the word is the writer’s, whoever speaks', () => {
	const text = 'Dunmore, the Courier reported, even suggested that the mine could close.';
	assert.equal(findingsOf(id, text).length, 1);
});

test('“we must” after a verb of saying is what is said, not about the saying', () => {
	assert.deepEqual(inDrafts('editorializing', 'Harlow told the hall that she believes we must save the pier.'), []);
	assert.equal(inDrafts('editorializing', 'After the fire, we must save the pier.').length, 1);
});
