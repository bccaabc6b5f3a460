import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, createAnalyzer, type Format } from '../analysis';
import { resources } from '../resources';
import { codeLenses } from './codeLens';

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
