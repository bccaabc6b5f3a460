import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../testing/drafts';

const rule = 'unattributed-claim';
const filler = 'The hall was cold. Nobody came before noon.';

/** How many claims are asked about in paragraphs. */
function asked(...paragraphs: readonly string[]): number {
	return findingsOf(rule, paragraphs.join('\n\n'), { genre: 'news' }).length;
}

const figure = 'About 40 percent of the boats in Oldport are older than the pier.';

test('a poll, records or data named nearby stand behind a figure; far off, or unnamed, they do not', () => {
	assert.equal(asked(filler, filler, figure), 1);
	assert.equal(asked(filler, filler, 'Quist Research published a poll by its Norland office.', figure), 0);
	assert.equal(asked(filler, filler, figure, 'The survey by Quist Research asked 900 owners.'), 0);
	assert.equal(asked(filler, filler, 'Polls come and go in Oldport.', figure), 1);
	assert.equal(asked(filler, filler, 'Nobody went to the polls by noon in Norland.', figure), 1);
	assert.equal(asked(filler, filler, 'Data released by the port show how old they are.', figure), 0);
	assert.equal(asked(filler, filler, 'She teaches urban studies in Norland.', figure), 1);
	assert.equal(
		asked(filler, filler, 'Data released by the port show little.', filler, filler, filler, filler, figure),
		1,
	);
});

test('a poll that the title names, or that comes back, stands behind all shares', () => {
	const far = [filler, filler, filler, filler, filler, figure];
	assert.equal(asked('Courier poll: Oldport ages', ...far), 0);
	assert.equal(asked('Poll: Oldport ages', ...far), 0);
	assert.equal(asked('The poll was opened.', ...far), 1);
	const poll = 'Quist Research published a poll by its Norland office.';
	assert.equal(asked(filler, filler, filler, poll, poll, poll, ...far), 0);
	assert.equal(asked(filler, filler, filler, poll, ...far), 1);
});

test('the next paragraph takes up what the last sentence told', () => {
	const sum = 'The pier has cost $2 billion so far.';
	assert.equal(asked(filler, filler, filler, sum, 'The disclosure, made to the Courier by two aides, is new.'), 0);
	assert.equal(asked(filler, filler, filler, sum, 'The aldermen came late.'), 1);
});

test('accounts stand behind sums, not behind shares; votes behind shares beside them', () => {
	const sum = 'The pier has cost $2 billion so far.';
	assert.equal(asked(filler, filler, 'The accounts were opened in May.', sum), 0);
	assert.equal(asked(filler, filler, 'The accounts were opened in May.', figure), 1);
	assert.equal(asked(filler, filler, 'The ballots were counted in May.', 'She got 40 percent in Oldport.'), 0);
	assert.equal(asked(filler, filler, 'The ballots were counted in May.', sum), 1);
	assert.equal(asked(filler, filler, 'The Harbour Caucus met in May.', figure), 1);
});

test('what the text is about stands behind all of its figures', () => {
	const far = [filler, filler, filler, filler, filler, figure];
	assert.equal(asked('Oldport ages, a poll by Quist Research shows.', filler, ...far), 0);
	assert.equal(asked('Oldport ages, a poet from Norland says.', filler, ...far), 1);
});

test('a figure goes on from figures someone gave of the same thing', () => {
	const said = 'Ida Quist said 30 percent of the boats in Norland leak.';
	assert.equal(asked(filler, filler, said, filler, figure), 0);
	assert.equal(asked(filler, filler, said, filler, 'About 40 percent of the loaves in Oldport are stale.'), 1);
	assert.equal(asked(filler, filler, 'Ida Quist said the boats leak.', filler, figure), 1);
});

test('the figure that someone gives further on', () => {
	const sum = 'The pier has cost $2 billion so far.';
	assert.equal(asked(filler, sum, filler, filler, filler, 'Ida Quist said the bill was $2 billion.'), 0);
	assert.equal(asked(filler, sum, filler, filler, filler, 'Ida Quist said the bill was $3 billion.'), 1);
});

test('a lede sums up what someone says below', () => {
	const lede = 'The new harbour tariff is likely to close the northern ferries for good.';
	const said = 'Ida Quist, who runs the northern ferries, said the new harbour tariff would close them for good.';
	assert.equal(asked(lede, filler, filler, said), 0);
	assert.equal(asked(lede, filler, filler, 'Ida Quist said the hall was cold.'), 1);
	assert.equal(asked(filler, filler, lede, filler, said), 1);
});

test('what someone wants who speaks is known from them', () => {
	const mind = 'Harlow wants revenge on the council.';
	assert.equal(asked(filler, mind, filler, filler, '“No comment,” Ann Harlow said.'), 0);
	assert.equal(asked(filler, mind, filler, filler, '“No comment,” Ida Quist said.'), 1);
});

test('a forecast that someone is told to make, and the points of a list', () => {
	assert.equal(asked(filler, 'Harbour strategists think the boats are likely to leak.'), 0);
	assert.equal(asked(filler, 'Harbour officials expect more than 4 million visitors.'), 0);
	assert.equal(asked(filler, 'The harbour draws more than 4 million people.'), 1);
	assert.equal(asked(filler, 'Ida Quist argued that:', figure), 0);
	assert.equal(asked(filler, 'Ida Quist came in late.', figure), 1);
});
