import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf, fixed } from '../testing/findings';

const id = 'dropped-relay';
const opening =
	'The harbour board met for a second day on Monday, in the old hall above the market, and went home late without a deal.';
const relayed =
	'A senior official told the Norhaven Gazette that the sale of the old pier had become unlikely after the storm.';
const standfirst = (words: string): string =>
	`After two days of talks the board went home without a deal, and ${words}`;
const story = (second: string, ...paragraphs: readonly string[]): string =>
	['Harbour talks near collapse', second, opening, ...paragraphs].join('\n\n');

test('the outlet is missing, and one source has become several', () => {
	const text = story(standfirst('sources close to the board said the sale of the old pier is now unlikely'), relayed);
	const [finding, ...others] = findingsOf(id, text);
	assert.deepEqual(others, []);
	assert.equal(
		finding?.message,
		'The body credits the Norhaven Gazette for this, from one source. Here the Norhaven Gazette is missing.',
	);
	assert.equal(
		fixed(id, text).split('\n\n')[1],
		standfirst('a senior official told the Norhaven Gazette the sale of the old pier is now unlikely'),
	);
	assertSilent(id, fixed(id, text));
});

test('the outlet alone is missing', () => {
	const text = story(standfirst('an official said the sale of the old pier is now unlikely'), relayed);
	assert.match(findingsOf(id, text)[0]?.message ?? '', /^The body credits the Norhaven Gazette for this\. Here/);
	assert.equal(
		fixed(id, text).split('\n\n')[1],
		standfirst('an official told the Norhaven Gazette the sale of the old pier is now unlikely'),
	);
});

test('several here, one there', () => {
	const text = story(
		standfirst('sources close to the board said the sale of the old pier is now unlikely'),
		'Another senior source said that the sale of the old pier had become unlikely after the storm.',
	);
	const [finding] = findingsOf(id, text);
	assert.equal(finding?.message, '“sources close to the board”, but the body has one: “another senior source”.');
	assert.deepEqual(finding?.fixes, []);
});

test('in a headline', () => {
	assertFinds(
		id,
		`Sale of old pier now unlikely, sources say
                               ^^^^^^^ dropped-relay

${opening}

${relayed}`,
	);
});

test('further down, far from where the outlet was named', () => {
	const far = [1, 2, 3].map(
		n => `The board had met ${n} times before in the old hall above the market, and went home each time.`,
	);
	assertFinds(
		id,
		`${opening}

A source close to the board told the Norhaven Gazette that the sale of the old pier had become unlikely.

${far.join('\n\n')}

The source close to the board said that the boats would stay.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped-relay`,
	);
});

test('right after the outlet was named its source goes on without it', () => {
	assertSilent(
		id,
		`${opening}

A source close to the board told the Norhaven Gazette that the sale of the old pier had become unlikely. “They wanted it,” the source said.

The source close to the board added that the boats would stay.`,
	);
});

test('the credit is there', () => {
	assertSilent(
		id,
		story(standfirst('an official told the Norhaven Gazette the sale of the old pier is now unlikely'), relayed),
	);
});

test('the paper has it from a source of its own too', () => {
	assertSilent(
		id,
		story(
			standfirst('an official said the sale of the old pier is now unlikely'),
			relayed,
			'Another official said that the sale of the old pier was unlikely.',
		),
	);
});

test('a named source needs no relay in a headline', () => {
	assertSilent(
		id,
		`Sale of old pier now unlikely, Quist says

${opening}

The mayor, Ada Quist, told the Norhaven Gazette that the sale of the old pier had become unlikely.`,
	);
});

test('other words', () => {
	assertSilent(id, story(standfirst('sources close to the board said the boats would leave at dawn'), relayed));
});

test('two in the body are several', () => {
	assertSilent(
		id,
		story(
			standfirst('sources close to the board said the sale of the old pier is now unlikely'),
			'A senior source said that the sale of the old pier had become unlikely. An official said that the sale of the pier was unlikely now.',
		),
	);
});

test('the outlet that publishes the draft is no relay', () => {
	assertSilent(
		id,
		`Sale of old pier now unlikely, official says

NORHAVEN (Norhaven Gazette) - The harbour board met for a second day on Monday, in the old hall, and went home without a deal.

${relayed}`,
	);
});

test('bad input', () => {
	for (const text of ['', 'sources said', 'Sources say\n\nsources told AFP', `${'sources said. '.repeat(500)}`])
		findingsOf(id, text);
});
