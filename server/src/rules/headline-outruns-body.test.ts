import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf, fixed } from '../testing/findings';

const id = 'headline-outruns-body';
const opening =
	'The harbour board met for a second day on Monday, in the old hall above the market, and went home late without a deal.';
const story = (headline: string, ...paragraphs: readonly string[]): string =>
	[headline, opening, ...paragraphs].join('\n\n');

test('the body hedges, and has it from one unnamed official', () => {
	const text = story(
		'Quist and Marlow headed to Norhaven as Harlow sees hope',
		'A senior official, meanwhile, said that the envoys, Ada Quist and the mayor’s brother Ivo Marlow, are expected to make their way to Norhaven later on Monday.',
	);
	const [finding] = findingsOf(id, text);
	assert.equal(text.slice(finding?.span.start, finding?.span.end), 'headed to Norhaven');
	assert.equal(finding?.message, 'Stated as fact here; par 2 has it from one unnamed official.');
	assert.equal(fixed(id, text).split('\n')[0], 'Quist and Marlow headed to Norhaven, [who?] says, as Harlow sees hope');
});

test('hedges of many kinds', () => {
	for (const [hedged, words] of [
		['may close', 'may close'],
		['is considering closing', 'is considering closing'],
		['plans to close', 'plans to close'],
		['is likely to shut', 'is likely to shut'],
		['has reportedly closed', 'reportedly closed'],
		['could soon shut', 'could soon shut'],
	] as const) {
		const text = story(
			'Norland closes Norhaven pier',
			`The company Norland ${hedged} the Norhaven pier, it told the board.`,
		);
		const [finding] = findingsOf(id, text);
		assert.equal(finding?.message, `Stated as fact here; par 2 has “${words}”.`, hedged);
	}
});

test('only the unnamed say so', () => {
	const text = story(
		'Harlow took home harbour money and bribed Quist',
		'“Harlow bribed Quist with harbour money,” a source close to the board said.',
	);
	const [finding] = findingsOf(id, text);
	assert.equal(finding?.message, 'Stated as fact here; par 2 has it from one unnamed source.');
});

test('someone denies it', () => {
	const text = story(
		'Harlow bribed Quist over harbour sale',
		'The mayor, Ivo Marlow, said that Harlow had bribed Quist over the sale of the harbour.',
		'Harlow denied that he had bribed Quist over the harbour sale.',
	);
	const [finding] = findingsOf(id, text);
	assert.equal(finding?.message, 'Stated as fact here; par 3 has “denied”.');
});

test('in a standfirst and in a caption', () => {
	assertFinds(
		id,
		`Talks on the old pier go on

After two days of talks in the old hall the board went home, and Norland closed the Norhaven pier before the storm came in
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^ headline-outruns-body

${opening}

Norland may close the Norhaven pier, the mayor Ada Quist said.`,
	);
});

test('the body states it too', () => {
	assertSilent(
		id,
		story(
			'Quist travels to Norhaven',
			'The envoy Ada Quist travelled to Norhaven on Monday.',
			'A senior official said that Quist is expected to travel to Norhaven again in May.',
		),
	);
});

test('a named source says it: the headline of a sourced story', () => {
	assertSilent(
		id,
		story(
			'Norland closes Norhaven pier',
			'Norland has closed the Norhaven pier, its director, Ivo Marlow, said on Monday.',
		),
	);
	assertSilent(id, story('Storm kills three in Norhaven', 'The storm killed three people in Norhaven, police said.'));
});

test('the headline itself says who says so, or that it is not sure', () => {
	const body = 'A senior official said that Norland may close the Norhaven pier.';
	for (const headline of [
		'Norland closes Norhaven pier, official says',
		'Official: Norland closes Norhaven pier',
		'Norland may close Norhaven pier',
		'Norland to close Norhaven pier',
		'Norland plans to close Norhaven pier',
		'Will Norland close Norhaven pier?',
		'Norland reportedly closes Norhaven pier',
		'Norland has not closed Norhaven pier',
	]) {
		assertSilent(id, story(headline, body));
	}
});

test('another event, another place, other people', () => {
	const headline = 'Norland closes Norhaven pier';
	for (const body of [
		'Norland may close its office in Ostport, it told the board.',
		'The company Norland may sell the Norhaven pier, it told the board.',
		'Other firms may close their piers, the board said.',
		'Norland said the pier in Norhaven was safe. The market may close early.',
	]) {
		assertSilent(id, story(headline, body));
	}
});

test('a noun is no verb, a timetable no hedge', () => {
	assertSilent(id, story('Quist visits Norhaven', 'Ada Quist is scheduled to visit Norhaven on Friday.'));
	assertSilent(
		id,
		story('A visit tests Quist’s nerve', 'The visit to Norhaven could be the hardest test of Quist’s nerve.'),
	);
	assertSilent(id, story('The close of Norhaven pier', 'Norland may close the Norhaven pier, it told the board.'));
});

test('capitals in a headline tell nothing', () => {
	assert.equal(
		findingsOf(id, story('Norland Closes Old Norhaven Pier', 'Norland may close the old Norhaven pier, it said.'))
			.length,
		1,
	);
	assertSilent(
		id,
		story('Norland Closes Old Norhaven Pier', 'Norland has closed the old Norhaven pier and may close the market.'),
	);
});

test('genres in which a headline argues', () => {
	const text = story('Norland closes Norhaven pier', 'Norland may close the Norhaven pier, it told the board.');
	assertSilent(id, text, { genre: 'opinion' });
	assertSilent(id, text, { genre: 'press-release' });
});

test('bad input', () => {
	for (const text of [
		'',
		'Norland closes',
		`Norland closes pier\n\n${'and '.repeat(3000)}`,
		'closes\n\nmay\n\nclose',
	]) {
		findingsOf(id, text);
	}
});
