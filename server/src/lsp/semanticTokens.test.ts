import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import manifest from '../../../package.json';
import { type Analysis, analyse, createAnalyzer, type Format } from '../analysis';
import { resources } from '../resources';
import { assertAnnotated } from '../testing/annotations';
import { createTokenMemory, encodeTokens, voiceTokens, voiceTokenTypes } from './semanticTokens';

const analyzer = createAnalyzer(resources);

function read(text: string, format: Format = 'plaintext'): Analysis {
	return analyse(analyzer, { text, format, genre: 'news', rules: {} });
}

const coloured = (text: string) => voiceTokens(read(text)).map(span => ({ span, label: span.type }));

test('who speaks, what is quoted and what is attributed; the writer’s own voice has no colour', () => {
	assertAnnotated(
		`The lock was built in 1987. Ada Quist said the lock leaks.
                            ^^^^^^^^^ sourceNamed
                                           ^^^^^^^^^^^^^^ attributed

“We were warned,” critics said.
^^^^^^^^^^^^^^^^^ quoted
                  ^^^^^^^ sourceVague

A senior official said the gate would fail. She met Tom Harlow.
^^^^^^^^^^^^^^^^^ sourceAnonymous
                       ^^^^^^^^^^^^^^^^^^^ attributed`,
		coloured,
	);
});

test('marks of Markdown within quoted words keep their own colours', () => {
	const text = '“We were [*warned*](https://example.org/a) &amp; ignored,” Ada Quist said.';
	const words = voiceTokens(read(text, 'markdown')).map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(words, ['“We were ', 'warned', '&amp; ignored,”', 'Ada Quist']);
});

test('what runs over lines is told line by line, with no line break and no quotation bracket in it', () => {
	for (const lineBreak of ['\n', '\r\n']) {
		const text = `> “We were warned of the lock${lineBreak}> for years,” Ada Quist said.`;
		const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
		assert.deepEqual(
			decoded(document, encodeTokens(document, voiceTokens(read(text, 'markdown')))).slice(0, 2),
			['0:2 quoted “We were warned of the lock', '1:2 quoted for years,”'],
			JSON.stringify(lineBreak),
		);
	}
});

test('a part of the document has the tokens that touch it', () => {
	const text = 'Ada Quist said the lock leaks.\n\nTom Harlow said it does not.';
	const analysis = read(text);
	const start = text.indexOf('Tom');
	const within = voiceTokens(analysis, { start, end: text.length });
	assert.deepEqual(
		within,
		voiceTokens(analysis).filter(token => token.start >= start),
	);
	assert.ok(within.length > 0);
});

test('changes are told as one edit, and everything anew to whoever missed the last', () => {
	const memory = createTokenMemory();
	const first = memory.full('a', [0, 0, 5, 0, 0, 1, 0, 3, 4, 0]);
	const second = memory.since('a', first.resultId, [0, 0, 5, 0, 0, 2, 0, 3, 4, 0]);
	assert.deepEqual('edits' in second && second.edits, [{ start: 5, deleteCount: 1, data: [2] }]);
	const same = memory.since('a', second.resultId, [0, 0, 5, 0, 0, 2, 0, 3, 4, 0]);
	assert.deepEqual('edits' in same && same.edits, []);
	assert.ok('data' in memory.since('a', first.resultId, [0, 0, 1, 0, 0]));
	memory.forget('a');
	assert.ok('data' in memory.since('a', '4', [0, 0, 1, 0, 0]));
});

test('bad input has tokens that lie in order within their lines', () => {
	for (const text of [
		'',
		'“',
		'“A\ud800 lock,” Ada Quist\r\nsaid',
		'> “',
		`${'“Quist said '.repeat(400)}`,
		'“אדה,” Quist said.',
	])
		for (const format of ['plaintext', 'markdown'] as const) {
			const document = TextDocument.create('file:///a', format, 1, text);
			const tokens = voiceTokens(read(text, format));
			assert.ok(tokens.every((token, i) => i === 0 || token.start >= (tokens[i - 1]?.end ?? 0)));
			decoded(document, encodeTokens(document, tokens));
		}
});

test('the manifest declares each type, and each has a colour of the theme’s', () => {
	const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
	assert.deepEqual(
		semanticTokenTypes.map(({ id }) => id),
		[...voiceTokenTypes],
	);
	assert.deepEqual(Object.keys(semanticTokenScopes[0]?.scopes ?? {}), [...voiceTokenTypes]);
});

/** "line:character type words" of each token; fails where one is empty or leaves its line. */
function decoded(document: TextDocument, data: readonly number[]): readonly string[] {
	const found: string[] = [];
	let [line, character] = [0, 0];
	for (let i = 0; i < data.length; i += 5) {
		const [down = 0, along = 0, length = 0, type = 0] = data.slice(i, i + 4);
		line += down;
		character = down > 0 ? along : character + along;
		const start = document.offsetAt({ line, character });
		const words = document.getText().slice(start, start + length);
		assert.ok(length > 0 && words.length === length && !/[\r\n]/.test(words), JSON.stringify(words));
		found.push(`${line}:${character} ${voiceTokenTypes[type]} ${words}`);
	}
	return found;
}
