import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { assertAnnotated } from '../testing/annotations';
import { labelled } from '../testing/navigation';
import { read } from '../testing/reading';
import { highlightsAt, referencesAt } from './references';

test('references: every mention under every name, and every statement', () => {
	assertAnnotated(
		`Mayor Ruth Alder said the quay needs repair. “We have time,” she said.
^^^^^^^^^^^^^^^^ reference
                      ^^^^^^^^^^^^^^^^^^^^^ reference
                                             ^^^^^^^^^^^^^^^ reference
                                                             ^^^ reference
Peter Lund, who is Alder’s deputy, said the money is gone. An aide to Alder said nothing leaks.
                   ^^^^^ reference
                                                                      ^^^^^ reference`,
		text => labelled(referencesAt(read(text), text.indexOf('she') + 1, true), 'reference'),
	);
});

test('without its declaration the first mention is left out', () => {
	assertAnnotated(
		`Mayor Ruth Alder said the quay leaks. Alder left.
                      ^^^^^^^^^^^^^^ reference
                                      ^^^^^ reference`,
		text => labelled(referencesAt(read(text), text.indexOf('Ruth'), false), 'reference'),
	);
});

test('two who share a last name are kept apart', () => {
	const text = 'Ruth Alder said the quay leaks. John Alder said it is dry. An aide to Alder said no more.';
	const found = referencesAt(read(text), text.indexOf('Ruth'), true).map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(found, ['Ruth Alder', 'the quay leaks']);
});

test('highlights: mentions as text, the words that attribute as reads', () => {
	assertAnnotated(
		`Mayor Ruth Alder said the quay leaks. “We have time,” she added. The board met.
^^^^^^^^^^^^^^^^ Text
                 ^^^^ Read
                                                      ^^^ Text
                                                          ^^^^^ Read`,
		text => {
			const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
			return highlightsAt(document, read(text), text.indexOf('she') + 1).map(({ range, kind }) => ({
				span: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
				label: kind === DocumentHighlightKind.Read ? 'Read' : 'Text',
			}));
		},
	);
});

test('nothing where no one is spoken of', () => {
	assert.deepEqual(referencesAt(read(''), 3, true), []);
	assert.deepEqual(referencesAt(read('The board met on Monday.'), 22, true), []);
});
