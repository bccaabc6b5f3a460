import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { read } from '../testing/reading';
import { createClosedDrafts, namedSourcesOf, toWorkspaceSymbols } from './workspaceSymbols';

function sourcesOf(text: string, uri = 'file:///a.txt') {
	return namedSourcesOf(TextDocument.create(uri, 'plaintext', 1, text), read(text));
}

const draft =
	'Mayor Ruth Alder said the quay leaks. A source close to the talks told the Norland Courier that the money is gone. Critics said nobody was told. A spokesman for the board said it was.';

test('named sources are found, and no other', () => {
	assert.deepEqual(
		sourcesOf(draft).map(({ name }) => name),
		['Ruth Alder', 'Norland Courier'],
	);
	const [alder] = sourcesOf(draft);
	assert.deepEqual(alder?.location.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 16 } });
});

test('a query finds names that have its letters in order; an empty one all', () => {
	const found = (query: string) => toWorkspaceSymbols(sourcesOf(draft), query).map(({ name }) => name);
	assert.deepEqual(found(''), ['Ruth Alder', 'Norland Courier']);
	assert.deepEqual(found('r alder'), ['Ruth Alder']);
	assert.deepEqual(found('NRCO'), ['Norland Courier']);
	assert.deepEqual(found('source'), []);
});

test('there are never more than a reader looks through', () => {
	const [one] = sourcesOf(draft);
	assert.ok(one);
	assert.equal(toWorkspaceSymbols(new Array(1000).fill(one), 'a').length, 200);
});

test('closed drafts are forgotten one by one, the oldest when there are too many', () => {
	const closed = createClosedDrafts();
	const sources = sourcesOf(draft);
	for (let n = 0; n < 1001; n++) closed.keep(`file:///${n}.txt`, sources);
	assert.equal(closed.all().length, 1000 * sources.length);
	closed.forget('file:///1000.txt');
	closed.keep('file:///999.txt', []);
	assert.equal(closed.all().length, 998 * sources.length);
});
