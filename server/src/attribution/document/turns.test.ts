import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Format } from '../../analysis';
import { resources } from '../../resources';
import type { Genre } from '../model';

const analyzer = createAnalyzer(resources);

/** The words that are asked about. */
function asked(text: string, genre: Genre = 'interview', format: Format = 'plaintext'): readonly string[] {
	const { findings } = analyse(analyzer, { text, format, genre, rules: {} });
	return findings.map(({ span: { start, end } }) => text.slice(start, end));
}

const talk = `The regime in Karst has a new bridge.

COURIER: Are they cowards?

ALDER: The regime lies about it.

It has always been a shameless swindle.

COURIER: Who else says so?

Ruth Alder: Everyone who saw the regime build it.`;

test('answers are another’s words, and so are paragraphs that go on; questions are the writer’s', () => {
	assert.deepEqual(asked(talk), ['regime', 'cowards']);
	assert.ok(asked(talk, 'news').includes('shameless'));
});

test('Q and A', () => {
	assert.deepEqual(
		asked('Q: Is the regime gone?\n\nA: The regime is there.\n\nQ: Since when?\n\nA: It is a regime still.'),
		['regime'],
	);
	assert.deepEqual(asked('Q. Is it gone?\n\nA. The regime is there.\n\nQ. Since when?'), []);
});

test('a heading ends a turn', () => {
	assert.deepEqual(asked(`${talk}\n\n## After the talk\n\nIt was an outrageous waste.`, 'interview', 'markdown'), [
		'regime',
		'cowards',
		'outrageous',
	]);
});

test('questions in paragraphs of their own', () => {
	const bold = `# Ruth Alder on bridges

The regime in Karst has a new bridge, and she has seen it.

**Are they cowards?**

I think the regime is not. It is a shameless swindle.

**Will you go back?**

Not while the regime is there.`;
	assert.deepEqual(asked(bold, 'interview', 'markdown'), ['regime', 'cowards']);
});

test('without turns all is the writer’s; notes are no speakers', () => {
	assert.deepEqual(asked('The regime in Karst has a new bridge.'), ['regime']);
	assert.deepEqual(
		asked('Note: the regime fell.\n\nUpdate: the regime is back.\n\nPhoto: the regime’s bridge.').length > 0,
		true,
	);
});
