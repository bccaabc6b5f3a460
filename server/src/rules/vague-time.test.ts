import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { presets } from '../configuration/presets';
import { resources } from '../resources';
import { assertFinds, assertSilent, findingsOf } from '../testing/findings';

const id = 'vague-time';
const line = 'The crane failed a few days ago, and the pier was closed last month.';

test('times that count from the day of writing', () => {
	assertFinds(
		id,
		`The crane failed a few days ago. The pier was closed last month. The board recently met.
                 ^^^^^^^^^^^^^^ vague-time
                                                     ^^^^^^^^^^ vague-time
                                                                           ^^^^^^^^ vague-time

The sheds burned three weeks ago. In recent years the boats grew. She left the other day. He came yesterday.
                 ^^^^^^^^^^^^^^^ vague-time
                                  ^^^^^^^^^^^^^^^ vague-time
                                                                           ^^^^^^^^^^^^^ vague-time
                                                                                                  ^^^^^^^^^ vague-time`,
	);
});

test('the message, and one finding for the same words', () => {
	const found = findingsOf(id, 'The crane failed last month. The pier was closed last month.');
	assert.deepEqual(
		found.map(({ message, related }) => [message, related.length]),
		[['When? “last month” has no date to count from.', 1]],
	);
});

test('it ships off, and is on for readers', () => {
	const analyzer = createAnalyzer(resources);
	const rules = (preset: 'draft' | 'reader') =>
		analyse(analyzer, {
			text: line,
			format: 'plaintext',
			genre: 'news',
			rules: {},
			preset: presets[preset].rules,
		}).findings.map(({ rule }) => rule);
	assert.ok(!rules('draft').includes(id));
	assert.ok(rules('reader').includes(id));
});

test('a weekday in the text is no date of the page', () => {
	assert.equal(findingsOf(id, `The board met on Monday. ${line}`).length, 2);
});

test('a dateline', () => {
	assertSilent(id, `NORHAVEN, May 3 — ${line}`);
	assertSilent(id, `NORHAVEN, Monday (Gazette) — ${line}`);
});

test('a date in the front matter', () => {
	assertSilent(id, `---\ntitle: Crane fails\ndate: 2026-05-03\n---\n\n${line}`, { format: 'markdown' });
	assert.equal(
		findingsOf(id, `---\ntitle: Crane fails\nauthor: Ada Quist\n---\n\n${line}`, { format: 'markdown' }).length,
		2,
	);
});

test('a date under the byline or in a credit line', () => {
	assertSilent(id, `Crane fails\n\nBy Ada Quist\n3 May 2026\n\n${line}`);
	assertSilent(id, `Crane fails\n\nPublished: May 3, 2026\n\n${line}`);
});

test('a date near the top of the text', () => {
	assertSilent(id, `On 3 May the board met. ${line}`);
});

test('a date in the sentence itself', () => {
	assertSilent(
		id,
		`The board met. The harbour is cold. The boats lie still.\n\nA.\n\nB.\n\nThe pier was closed last month, on 3 May.`,
	);
});

test('what others say is theirs', () => {
	assertSilent(
		id,
		'“The crane failed last month,” the mayor Ada Quist said. She said that the pier was closed last month.',
	);
});

test('times that count from what the text tells', () => {
	assertSilent(
		id,
		'In the last month of the war the pier burned. A week later it was rebuilt. Two years before, it had sunk. Not until recently did it reopen. It closed the very next year.',
	);
});

test('genres', () => {
	assertSilent(id, line, { genre: 'press-release' });
	assertSilent(id, line, { genre: 'not-news' });
});

test('bad input', () => {
	for (const text of ['', 'ago', 'last', `${'last month '.repeat(1000)}`]) findingsOf(id, text);
});
