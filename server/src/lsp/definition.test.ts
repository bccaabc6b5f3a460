import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { assertAnnotated } from '../testing/annotations';
import { atCaret, labelled } from '../testing/navigation';
import { read } from '../testing/reading';
import { introductionsAt, toLinks } from './definition';

/** Asserts where the draft leads from the word with the caret: "from" and "to" are drawn. */
function assertLeads(at: string, fixture: string): void {
	assertAnnotated(fixture, text => {
		const found = introductionsAt(read(text), text.lastIndexOf(at) + 1);
		return [
			...labelled(
				found.slice(0, 1).map(({ origin }) => origin),
				'from',
			),
			...labelled(
				found.map(({ target }) => target),
				'to',
			),
		];
	});
}

test('a pronoun leads to where its source is introduced', () => {
	assertLeads(
		'she',
		`Mayor Ruth Alder said the quay needs repair.
^^^^^^^^^^^^^^^^ to
“We have time,” she said.
                ^^^ from`,
	);
});

test('a surname, a short name and a noun for an outlet do too', () => {
	assertLeads(
		'Alder',
		`Mayor Ruth Alder said the quay needs repair.
^^^^^^^^^^^^^^^^ to
“We have time,” Alder said.
                ^^^^^ from`,
	);
	const courier = (from: string, carets: string) => `The Norland Courier reported that the money is gone.
^^^^^^^^^^^^^^^^^^^ to
${from} said nobody was told.
${carets} from`;
	assertLeads('Courier', courier('The Courier', '^^^^^^^^^^^'));
	assertLeads('newspaper', courier('The newspaper', '^^^^^^^^^^^^^'));
});

test('“the source” leads to the unnamed source, a relay to its outlet', () => {
	assertLeads(
		'the source',
		`A source close to the talks told the Norland Courier that the money is gone.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ to
According to the source, nobody was told.
             ^^^^^^^^^^ from`,
	);
	assertLeads(
		'Courier',
		`The Norland Courier reported that the money is gone.
^^^^^^^^^^^^^^^^^^^ to
A source close to the talks told the Courier that nobody was told.
                                     ^^^^^^^ from`,
	);
});

test('where the words may stand for two, they lead to both', () => {
	assertLeads(
		'the source',
		`A source close to the talks said the money is gone. Another senior source said the quay leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ to
                                                    ^^^^^^^^^^^^^^^^^^^^^ to
According to the source, nobody was told.
             ^^^^^^^^^^ from`,
	);
});

test('the verb leads to whoever speaks, a name within another’s mention to whoever bears it', () => {
	assertLeads(
		'warned',
		`Mayor Ruth Alder said the quay needs repair.
^^^^^^^^^^^^^^^^ to
Alder warned that the money is gone.
      ^^^^^^ from`,
	);
	assertLeads(
		'Alder',
		`Mayor Ruth Alder said the quay needs repair.
^^^^^^^^^^^^^^^^ to
An aide to Alder said the money is gone.
           ^^^^^ from`,
	);
});

test('nothing leads anywhere in an empty draft, beyond the end or where no one is spoken of', () => {
	assert.deepEqual(introductionsAt(read(''), 0), []);
	const { analysis } = atCaret('|Ida Quist said the quay leaks.');
	assert.deepEqual(introductionsAt(analysis, 10_000), []);
	assert.deepEqual(introductionsAt(analysis, analysis.text.indexOf('quay')), []);
});

test('a link shows the sentence and selects the mention, over marks, emoji and Windows line ends', () => {
	const text =
		'# Boats \uD83D\uDEA2\r\n\r\n*Ruth* **Alder** said the quay leaks.\r\n\r\n“Soon \uD83D\uDEA2,” she said.';
	const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
	const found = introductionsAt(read(text, 'news', 'markdown'), text.indexOf('she'));
	const [link] = toLinks(document, found);
	assert.ok(link);
	assert.equal(document.getText(link.originSelectionRange), 'she');
	assert.match(document.getText(link.targetSelectionRange), /^Ruth\* \*\*Alder$/);
	assert.match(document.getText(link.targetRange), /said the quay leaks\.$/);
});
