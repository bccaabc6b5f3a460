import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { read } from '../testing/reading';
import { foldsIn, toFoldingRanges } from './folding';

const draft = `Harbour vote put off

Mayor Ruth Alder said on Monday that the quay needs repair and that the town has time.

2 View gallery
(Photo: Ida Quist / Norland Pictures)

What it costs

The repair would cost $2 million, Alder said.

What comes next

The board meets again on Friday, Alder said.

`;

test('furniture folds by runs, sections by their headings, the whole draft not', () => {
	const found = foldsIn(read(draft), 'plaintext');
	assert.deepEqual(
		found.map(({ kind, span }) => `${kind}: ${draft.slice(span.start, span.end)}`),
		[
			'furniture: 2 View gallery\n(Photo: Ida Quist / Norland Pictures)',
			'section: What it costs\n\nThe repair would cost $2 million, Alder said.',
			'section: What comes next\n\nThe board meets again on Friday, Alder said.',
		],
	);
});

test('folds are lines of the editor, with Windows line ends too', () => {
	for (const text of [draft, draft.replaceAll('\n', '\r\n')]) {
		const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
		assert.deepEqual(toFoldingRanges(document, foldsIn(read(text), 'plaintext'), 100), [
			{ startLine: 4, endLine: 5, kind: 'comment' },
			{ startLine: 7, endLine: 9 },
			{ startLine: 11, endLine: 13 },
		]);
		assert.equal(toFoldingRanges(document, foldsIn(read(text), 'plaintext'), 2).length, 2);
	}
});

test('headings of Markdown are the editor’s, and a line alone does not fold', () => {
	const text = '# Vote\n\n## Costs\n\nRuth Alder said the quay leaks.\n\n2 View gallery\n';
	assert.deepEqual(
		foldsIn(read(text, 'news', 'markdown'), 'markdown').filter(({ kind }) => kind === 'section'),
		[],
	);
	const document = TextDocument.create('file:///a.txt', 'plaintext', 1, '2 View gallery\n');
	assert.deepEqual(toFoldingRanges(document, foldsIn(read('2 View gallery\n'), 'plaintext'), 100), []);
	assert.deepEqual(foldsIn(read(''), 'plaintext'), []);
});
