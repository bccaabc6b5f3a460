import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { speakerItems, speakerPlace } from './completion';

const analyzer = createAnalyzer(resources);

/** What is offered at the "|" of a draft; null where a name is not due. */
function offered(draft: string) {
	const offset = draft.indexOf('|');
	const text = draft.replace('|', '');
	const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
	const place = speakerPlace(document, offset);
	if (place === null) return null;
	const analysis = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
	return speakerItems(document, analysis, place);
}

const labels = (draft: string) => offered(draft)?.map(({ label }) => label) ?? null;

const body = `Tom Harlow, the mayor, said the lock leaks. “It does,” Harlow said.

A senior official said the gate would fail. Critics said so too.

Ada Quist said the board knew.`;

test('after “according to” the draft’s named sources, those who speak nearby first', () => {
	assert.deepEqual(labels(`${body}\n\nThe repairs are late, according to |`), ['Ada Quist', 'Harlow']);
	assert.deepEqual(labels(`The repairs are late, according to |\n\n${body}`), ['Harlow', 'Ada Quist']);
});

test('after “said” where the words stand before it, and not where they follow', () => {
	assert.deepEqual(labels(`${body}\n\n“It is late,” said |`), ['Ada Quist', 'Harlow']);
	assert.deepEqual(labels(`${body}\n\nThe repairs are late, said |`), ['Ada Quist', 'Harlow']);
	for (const draft of ['Quist said |', 'The |', '|', 'It was said |', 'according to|', `according\nto |`])
		assert.equal(labels(draft), null, draft);
});

test('the name that is being typed is replaced, and is no source of its own', () => {
	const draft = `${body}\n\nThe repairs are late, according to Qu|`;
	const item = offered(draft)?.find(({ label }) => label === 'Ada Quist');
	assert.deepEqual(labels(draft), ['Ada Quist', 'Harlow']);
	assert.ok(item?.textEdit && 'range' in item.textEdit);
	assert.deepEqual(item.textEdit.range, { start: { line: 6, character: 35 }, end: { line: 6, character: 37 } });
});

test('within a query the whole of it is replaced', () => {
	const [item] = offered(`${body}\n\nThe repairs are late, [wh|o?] said.`) ?? [];
	assert.ok(item?.textEdit && 'range' in item.textEdit);
	assert.deepEqual(item.textEdit.range, { start: { line: 6, character: 22 }, end: { line: 6, character: 28 } });
	assert.equal(item.filterText, '[who?] Ada Quist');
	for (const draft of ['|[who?]', '[who?]|', '[when|?]', 'a [link|](x)']) assert.equal(labels(draft), null, draft);
});

test('each entry asks whether they said it, and tells who they are', () => {
	const item = offered(`${body}\n\nIt is late, according to |`)?.find(({ label }) => label === 'Harlow');
	assert.equal(item?.documentation, 'Did Harlow say this? The draft has 2 statements by this source.');
	assert.match(item?.detail ?? '', /^Tom Harlow/);
});

test('no one who is not named is offered, nor anyone in a text without sources', () => {
	assert.deepEqual(labels('A senior official said the gate would fail, according to |'), []);
	assert.deepEqual(labels('The gate is shut, according to |'), []);
});

test('a long line is no burden', () => {
	assert.equal(labels(`${'[according to '.repeat(20_000)}“|`), null);
});
