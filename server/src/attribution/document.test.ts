import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicons } from '../lexicons';
import { resources } from '../resources';
import { assertAnnotated } from '../testing/annotations';
import { read, spoken } from '../testing/reading';
import { parseBlocks } from '../text/blocks';
import { analyseBlock } from './blockAnalysis';
import { createDocumentMemory, readDocument } from './document';
import { attributionTagger } from './tagger';
import { vocabularyOf } from './vocabulary';

const cases: Readonly<Record<string, string>> = {
	'before the cue': `
“The lock leaks,” Ida Quist said.
^^^^^^^^^^^^^^^^^ Ida Quist
`,
	'broken by its cue': `
“The lock leaks,” Ida Quist said. “It is old.”
^^^^^^^^^^^^^^^^^ Ida Quist
                                  ^^^^^^^^^^^^ Ida Quist
`,
	'in a later sentence of the paragraph': `
“The lock leaks,” Ida Quist said. The hall was full. The doors were shut. “It is old.”
^^^^^^^^^^^^^^^^^ Ida Quist
                                                                          ^^^^^^^^^^^^ Ida Quist
`,
	'not when another has spoken since': `
“The lock leaks,” Ida Quist said. Edwin Hale said the hall was full. The doors were shut. It was late. “It is old.”
^^^^^^^^^^^^^^^^^ Ida Quist
                                                                                                       ^^^^^^^^^^^^ nobody
`,
	'a few words within what is said': `
Ida Quist said the lock was “very old” and leaks.
                            ^^^^^^^^^^ Ida Quist
`,
	'a paragraph of its own': `
Ida Quist said the lock leaks.

“It is old, and it was built to be cheap.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
`,
	'a pronoun speaks': `
Ida Quist walked in. “The lock leaks,” she said.
                     ^^^^^^^^^^^^^^^^^ Ida Quist
`,
	'whoever speaks within it does not': `
“Edwin Hale said the lock leaks,” Ida Quist said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`speakers: ${name}`, () => assertAnnotated(fixture, spoken));
}

test('claims within what is said are not in the writer’s own voice', () => {
	const text =
		'Profits fell 12 percent. Ida Quist said profits fell 14 percent. Ida Quist hopes profits rise 18 percent.';
	const voices = new Map(
		read(text).claims.map(({ span, voice }) => [text.slice(span.start, span.end).match(/\d+/)?.[0], voice]),
	);
	assert.deepEqual(
		voices,
		new Map([
			['12', 'own'],
			['14', 'attributed'],
			['18', 'own'],
		]),
	);
});

test('what a hope of another’s is told to be is that other’s', () => {
	const { claims } = read('Edwin Hale said that Ida Quist hopes profits rise 18 percent.');
	assert.ok(claims.length > 0 && claims.every(({ voice }) => voice === 'attributed'));
});

test('mentions stand in the order of the text, those of pronouns too', () => {
	const text = '“I said that the lock leaks,” Ida Quist said. “It is old,” she said. Quist left.';
	const { sources } = read(text);
	const quist = sources.find(({ name }) => name === 'Ida Quist');
	assert.deepEqual(
		quist?.mentions.map(({ start, end }) => text.slice(start, end)),
		['I', 'Ida Quist', 'she', 'Quist'],
	);
});

test('of what a paragraph opens with only quotations and whole sentences are still the last speaker’s', () => {
	const vocabulary = vocabularyOf(lexicons);
	const tagger = attributionTagger(resources.models);
	const carried = (words: string, paragraph: string): boolean => {
		const blocks = parseBlocks(`“The lock leaks,” Ida Quist said.\n\n${paragraph}`, 'plaintext');
		const analyses = blocks.map((block, b) => {
			const analysis = analyseBlock(block, vocabulary, tagger);
			return b === 0 ? analysis : { ...analysis, attributions: [], orphans: [{ start: 0, end: words.length }] };
		});
		const reading = readDocument(analyses, vocabulary, 'news', createDocumentMemory());
		let step = reading.next();
		while (!step.done) step = reading.next();
		return step.value.attributions.some(({ content }) => content.length > 1);
	};
	assert.ok(!carried('The remarks', 'The remarks came late in the hearing.'));
	assert.ok(carried('“It is old', '“It is old” and built to be cheap.'));
	assert.ok(carried('The gate is rotten', 'The gate is rotten.'));
});
