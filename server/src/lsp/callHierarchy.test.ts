import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { annotate } from '../testing/annotations';
import { read } from '../testing/reading';
import { itemsAt, sourceOfItem, whomItRelays, whoRelays } from './callHierarchy';

/** The draft with whoever relays or quotes the source at some words ("by …"), and whomever it does ("of …"). */
function chains(text: string, at: string): string {
	const analysis = read(text);
	const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
	const [item] = itemsAt(document, analysis, text.indexOf(at) + 1);
	const source = item && sourceOfItem(document, analysis, item.name, item.selectionRange);
	assert.ok(source, at);
	return annotate(text, [
		...whoRelays(analysis, source).flatMap(({ source: { name }, at: spans }) =>
			spans.map(span => ({ span, label: `by ${name}` })),
		),
		...whomItRelays(analysis, source).flatMap(({ source: { name }, at: spans }) =>
			spans.map(span => ({ span, label: `of ${name}` })),
		),
	]);
}

const draft = `A source close to the talks told the Norland Courier that the money is gone.
The Courier reported that Peter Lund said the repair would cost $2 million.`;

test('an outlet relays those who told it, and those it quotes', () => {
	assert.equal(
		chains(draft, 'Courier'),
		`A source close to the talks told the Norland Courier that the money is gone.
                            ^^^^ of A source close to the talks
The Courier reported that Peter Lund said the repair would cost $2 million.
                                     ^^^^ of Peter Lund`,
	);
});

test('whose words come through whom', () => {
	assert.equal(
		chains(draft, 'source'),
		`A source close to the talks told the Norland Courier that the money is gone.
                            ^^^^ by Norland Courier
The Courier reported that Peter Lund said the repair would cost $2 million.`,
	);
	assert.equal(
		chains(draft, 'Lund'),
		`A source close to the talks told the Norland Courier that the money is gone.
The Courier reported that Peter Lund said the repair would cost $2 million.
                                     ^^^^ by Norland Courier`,
	);
});

test('whoever goes on with words of their own relays no one', () => {
	const text = 'Ruth Alder said the quay leaks, adding that the money is gone.';
	assert.equal(chains(text, 'Ruth'), text);
});

test('an item is found again when the draft has changed, and is nothing when its source is gone', () => {
	const before = TextDocument.create('file:///a.txt', 'plaintext', 1, draft);
	const [item] = itemsAt(before, read(draft), draft.indexOf('Lund'));
	assert.ok(item);
	const text = `The board met on Monday.\n\n${draft}`;
	const after = TextDocument.create('file:///a.txt', 'plaintext', 2, text);
	assert.equal(sourceOfItem(after, read(text), item.name, item.selectionRange)?.name, 'Peter Lund');
	const gone = 'The board met on Monday.';
	const other = TextDocument.create('file:///a.txt', 'plaintext', 3, gone);
	assert.equal(sourceOfItem(other, read(gone), item.name, item.selectionRange), null);
	assert.deepEqual(itemsAt(other, read(gone), 1000), []);
});
