import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, createAnalyzer, type Format } from '../analysis';
import { buildReport } from '../report/build';
import { resources } from '../resources';
import { codeLenses } from './codeLens';
import { sourceTreeOf } from './sourceTree';

declare const __PROJECT__: string;

/** Six are named in it, one of whom says nothing. */
const river = readFileSync(path.join(__PROJECT__, 'seeds/drafts/river-treaty.md'), 'utf8');

const analyzer = createAnalyzer(resources);

function lenses(text: string, format: Format = 'plaintext', hasCommand = true) {
	const analysis = analyse(analyzer, { text, format, genre: 'news', rules: {} });
	return codeLenses(TextDocument.create('file:///a', format, 1, text), analysis, analysis.findings, hasCommand);
}

const title = (text: string) => lenses(text)[0]?.command?.title;

test('those who speak are counted by how they are identified, and claims without a source', () => {
	assert.equal(
		title(`Ada Quist said the lock leaks. Tom Harlow said it does not.

A senior official said the gate would fail.

It is the largest lock in the world.`),
		'2 named · 1 anonymous · 1 claim without a source',
	);
});

test('several claims are counted in the plural', () => {
	assert.equal(
		title('It is the largest lock in the world.\n\nMayor Tom Harlow took bribes.'),
		'2 claims without a source',
	);
});

test('a source counts once, however often it speaks', () => {
	assert.equal(title('Ada Quist said the lock leaks. “It does,” Quist said. She said the board knew.'), '1 named');
});

test('whoever only passes on the words of another is not counted, here, in the view and in the report', () => {
	const relayed = 'A senior official told the Norland Courier that the gate would fail. Ada Quist said it would not.';
	assert.equal(title(relayed), '1 named · 1 anonymous');
	for (const text of [relayed, river]) {
		const analysis = analyse(analyzer, { text, format: 'markdown', genre: 'news', rules: {} });
		const listed = listedBy(analysis);
		const { unnamed } = buildReport({ analysis, file: '', checked: new Date(0) });
		const told = Object.entries(listed).map(([word, count]) => `${count} ${word}`);
		assert.equal(lenses(text, 'markdown')[0]?.command?.title.replace(/ · \d+ claims? .*/, ''), told.join(' · '));
		assert.equal(listed['anonymous'], unnamed.sources);
		assert.equal(
			Object.values(listed).reduce((sum, count) => sum + count, 0),
			unnamed.ofSources,
		);
	}
});

/** How many the view has speaking, by how far a reader could look them up. */
function listedBy(analysis: Analysis): Readonly<Record<string, number>> {
	const work = sourceTreeOf(analysis);
	for (;;) {
		const step = work.next();
		if (!step.done) continue;
		const counts = step.value.groups.map(({ identification, sources }): [string, number] => [
			identification,
			sources.filter(({ speaks }) => speaks).length,
		]);
		return Object.fromEntries(counts.filter(([, count]) => count > 0));
	}
}

test('where no one is named the lens says so', () => {
	assert.equal(title('Critics said the lock leaks.'), 'None named · 1 vague');
});

test('nothing is counted where no one speaks and nothing is asked', () => {
	assert.deepEqual(lenses('The lock opens at nine.'), []);
	assert.deepEqual(lenses(''), []);
});

test('it stands above the first words, behind front matter, and leads to the list of questions', () => {
	const [lens] = lenses('---\ntitle: Lock\n---\n\nA senior official said the lock leaks.', 'markdown');
	assert.equal(lens?.range.start.line, 4);
	assert.deepEqual(lens?.command?.arguments, [{ list: 'problems' }]);
	const [calm] = lenses('Ada Quist, the harbour master of Norland, said the lock leaks.');
	assert.deepEqual(calm?.command?.arguments, [{ list: 'outline' }]);
});

test('a client without the command gets the count alone', () => {
	const [lens] = lenses('Critics said the lock leaks.', 'plaintext', false);
	assert.equal(lens?.command?.command, '');
	assert.equal(lens?.command?.title, 'None named · 1 vague');
});
