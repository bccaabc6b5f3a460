import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Format } from '../analysis';
import { assertAnnotated } from '../testing/annotations';
import { atCaret } from '../testing/navigation';
import { read } from '../testing/reading';
import { toEnd } from '../text/slices';
import { clientFeatures } from './clientFeatures';
import { checkedName, type Renameable, renameableAt, renameEdits, toRenameEdit } from './rename';

function renameable(text: string, at: string, format: Format = 'plaintext'): Renameable {
	const found = renameableAt(read(text, 'news', format), text.indexOf(at) + 1);
	assert.ok(found && !('refusal' in found), at);
	return found;
}

const editsOf = (...args: Parameters<typeof renameEdits>) => toEnd(renameEdits(...args));

/** Asserts what changes when the name at some words is changed, and how sure that is. */
function assertChanges(at: string, fixture: string, newName = 'Anker'): void {
	assertAnnotated(fixture, text =>
		editsOf(read(text), renameable(text, at), newName).map(({ span, certainty }) => ({ span, label: certainty })),
	);
}

/** The draft after a change of what is sure. */
function renamed(text: string, at: string, newName: string, format: Format = 'plaintext'): string {
	return editsOf(read(text, 'news', format), renameable(text, at, format), newName)
		.filter(({ certainty }) => certainty === 'sure')
		.reverse()
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}

function refusal(marked: string): string | null {
	const { analysis, offset } = atCaret(marked);
	const found = renameableAt(analysis, offset);
	assert.ok(found === null || 'refusal' in found);
	return found?.refusal ?? null;
}

test('a last name changes wherever the source is called so, at the end of the full name too', () => {
	assertChanges(
		'Alder’s',
		`Mayor Ruth Alder said the quay needs repair. Alder’s office will pay, Alder said.
           ^^^^^ sure
                                             ^^^^^ sure
                                                                      ^^^^^ sure
The board agreed with Mayor Alder on Monday. “We have time,” she said.
                            ^^^^^ sure`,
	);
});

test('a full name changes alone', () => {
	assertChanges(
		'Ruth',
		`Mayor Ruth Alder said the quay needs repair. “We have time,” Alder said. The board heard Ruth Alder on Monday.
      ^^^^^^^^^^ sure
                                                                                         ^^^^^^^^^^ sure`,
	);
});

test('a short name of an outlet is not cut out of its full name', () => {
	assertChanges(
		'Courier said',
		`The Norland Courier reported that the money is gone. The Courier said nobody was told. The newspaper had asked.
                                                         ^^^^^^^ sure`,
	);
});

test('possessives keep their ending', () => {
	assert.equal(
		renamed('Ruth Alder said the quay leaks. Alder’s office will pay, Alder said.', 'Alder’s', 'Anker'),
		'Ruth Anker said the quay leaks. Anker’s office will pay, Anker said.',
	);
});

test('inside quotation marks, and where only the name is the same, it is to be confirmed', () => {
	assertChanges(
		'Alder said nobody',
		`Mayor Ruth Alder said the quay leaks. Alder said nobody was told.
           ^^^^^ sure
                                      ^^^^^ sure
“We knew that Alder knew,” said Peter Lund. An aide to Alder said the money is gone.
              ^^^^^ quoted
                                                       ^^^^^ elsewhere`,
	);
});

test('whoever else bears the name keeps it', () => {
	assertChanges(
		'Alder said it leaks',
		`Ruth Alder said the quay is old. Alder said it leaks. The board met.
     ^^^^^ sure
                                 ^^^^^ sure
“The quay is dry,” John Alder said on Monday.`,
	);
});

test('what has no name of its own is refused, in plain words', () => {
	assert.equal(
		refusal('Ruth Alder said the quay leaks. “We have time,” |she said.'),
		'“she” is a pronoun. It stands for Ruth Alder: rename it there.',
	);
	assert.equal(
		refusal('The Norland Courier reported that the money is gone. The news|paper said nobody was told.'),
		'“The newspaper” is not a name. It stands for The Norland Courier: rename it there.',
	);
	assert.equal(
		refusal('A so|urce close to the talks said the money is gone.'),
		'“A source close to the talks” is not named here: there is no name to change.',
	);
	assert.equal(refusal('Ma|yor Ruth Alder said the quay leaks.'), 'Put the caret on the name: “Ruth Alder”.');
	assert.equal(refusal('Ruth Alder said the qu|ay leaks.'), null);
	assert.equal(refusal('|'), null);
});

test('in Markdown marks, links and line breaks stay as they are', () => {
	assert.equal(
		renamed('Mayor *Ruth* **Alder** said the quay leaks.\n', 'Ruth', 'Rita Anker', 'markdown'),
		'Mayor *Rita* **Anker** said the quay leaks.\n',
	);
	assert.equal(
		renamed('Mayor [Ruth Alder](https://example.org/alder) said the quay leaks.\n', 'Ruth', 'Rita', 'markdown'),
		'Mayor [Rita](https://example.org/alder) said the quay leaks.\n',
	);
	assert.equal(
		renamed('The quay leaks, said Ruth\nAlder on Monday.\n', 'Ruth', 'Rita de Anker', 'markdown'),
		'The quay leaks, said Rita\nde Anker on Monday.\n',
	);
	assert.equal(
		renamed('Mayor *Ruth* **Alder** said the quay leaks.\n', 'Ruth', 'Ruth Anker', 'markdown'),
		'Mayor *Ruth* **Anker** said the quay leaks.\n',
	);
	// A shorter name would leave marks around nothing.
	const text = 'Mayor *Ruth* **Alder** said the quay leaks.\n';
	assert.equal(renamed(text, 'Ruth', 'Rita', 'markdown'), text);
});

test('emoji and Windows line ends do not move the name', () => {
	assert.equal(
		renamed(
			'Boats \uD83D\uDEA2\uD83D\uDEA2 left.\r\n\r\nRuth Alder said so.\r\n“Soon,” Alder said.',
			'Alder said.',
			'Anker',
		),
		'Boats \uD83D\uDEA2\uD83D\uDEA2 left.\r\n\r\nRuth Anker said so.\r\n“Soon,” Anker said.',
	);
});

test('a name is on one line and not empty', () => {
	assert.equal(checkedName(' Rita Anker '), 'Rita Anker');
	for (const name of ['', '  ', 'Rita\nAnker', 'Rita\u202E'])
		assert.throws(() => checkedName(name), /at least one letter/);
});

const text = 'Ruth Alder said the quay leaks. “We knew that Alder knew,” said Peter Lund.';
const document = TextDocument.create('file:///a.txt', 'plaintext', 3, text);
const edits = editsOf(read(text), renameable(text, 'Ruth'), 'Rita Anker').concat(
	editsOf(read(text), { ...renameable(text, 'Ruth'), name: { block: 0, start: 5, end: 10, bare: 'alder' } }, 'Anker'),
);

test('a client that asks is shown what to confirm', () => {
	const features = clientFeatures({
		textDocument: { rename: { honorsChangeAnnotations: true } },
		workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
	});
	const { documentChanges, changeAnnotations } = toRenameEdit(document, edits, features);
	assert.equal(JSON.stringify(documentChanges).match(/"annotationId"/g)?.length, edits.length);
	assert.equal(changeAnnotations?.['quoted']?.needsConfirmation, true);
	assert.equal(changeAnnotations?.['sure']?.needsConfirmation, undefined);
	assert.equal(changeAnnotations?.['elsewhere'], undefined);
});

test('a client that cannot ask changes nothing in quotation marks', () => {
	const quoted = edits.filter(({ certainty }) => certainty === 'quoted');
	assert.equal(quoted.length, 1);
	for (const workspaceEdit of [{ documentChanges: true }, {}]) {
		const edit = toRenameEdit(document, edits, clientFeatures({ workspace: { workspaceEdit } }));
		assert.equal(JSON.stringify(edit).match(/"newText"/g)?.length, edits.length - 1);
		assert.equal(edit.changeAnnotations, undefined);
	}
});
