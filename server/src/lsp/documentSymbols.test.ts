import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { annotate } from '../testing/annotations';
import { read } from '../testing/reading';
import { toEnd } from '../text/slices';
import { type OutlineEntry, outlineOf, toDocumentSymbols, toSymbolList } from './documentSymbols';

const draft = `Harbour vote put off

Mayor Ruth Alder said the quay needs repair. A source close to the talks told the Norland Courier that the money is gone.

What it costs

“We have time,” Alder said. The Courier said the repair would cost $2 million.`;

function entriesOf(analysis: Analysis): readonly OutlineEntry[] {
	return toEnd(outlineOf(analysis));
}

function tree(entries: readonly OutlineEntry[], depth = 0): string[] {
	return entries.flatMap(({ kind, name, detail, children }) => [
		`${'  '.repeat(depth)}${kind}: ${name}${detail === '' ? '' : ` (${detail})`}`,
		...tree(children, depth + 1),
	]);
}

test('the outline: sections, who speaks there, what they say', () => {
	assert.deepEqual(tree(entriesOf(read(draft))), [
		'section: Harbour vote put off',
		'  person: Ruth Alder (named · 1 statement)',
		'    paraphrase: the quay needs repair (said)',
		'  person: A source close to the talks (not named · 1 statement)',
		'    paraphrase: that the money is gone (told)',
		'  section: What it costs',
		'    person: Ruth Alder (named · 1 statement)',
		'      quotation: “We have time,” (said)',
		'    outlet: Norland Courier (named · 1 statement)',
		'      paraphrase: the repair would cost $2 million (said)',
	]);
});

test('sections stand below those of a higher level, whatever levels are left out', () => {
	const lines = [
		'Ruth Alder said the quay leaks.',
		'# Vote',
		'### Costs',
		'Ida Quist said it is late.',
		'What it may cost\n\nThe repair would cost $2 million, the Courier said.',
		'#### Boats',
		'Builders\n---',
		'Ruth Alder said the yard is closed.',
		'###',
		'Peter Lund said he would wait.',
		'# Later',
	];
	const analysis = read(lines.join('\n\n'), 'news', 'markdown');
	const sections = (entries: readonly OutlineEntry[], depth = 0): readonly string[] =>
		entries.flatMap(({ kind, name, span, children }) => [
			`${'  '.repeat(depth)}${name}${kind === 'section' ? `: ${analysis.text.slice(span.start, span.end).slice(-14)}` : ''}`,
			...(kind === 'section' ? sections(children, depth + 1) : []),
		]);
	assert.deepEqual(sections(entriesOf(analysis)), [
		'Ruth Alder',
		'Vote: he would wait.',
		'  Costs: d.\n\n#### Boats',
		'    Ida Quist',
		'    What it may cost:  Courier said.',
		'      Courier',
		'    Boats: #### Boats',
		'  Builders: he would wait.',
		'    Ruth Alder',
		'    Peter Lund',
		'Later: # Later',
	]);
});

test('what is selected for each entry', () => {
	const all = (entries: readonly OutlineEntry[]): readonly OutlineEntry[] =>
		entries.flatMap(entry => [entry, ...all(entry.children)]);
	const found = all(entriesOf(read(draft))).map(({ kind, selected }) => ({ span: selected, label: kind }));
	assert.equal(
		annotate(draft, found),
		`Harbour vote put off
^^^^^^^^^^^^^^^^^^^^ section

Mayor Ruth Alder said the quay needs repair. A source close to the talks told the Norland Courier that the money is gone.
^^^^^^^^^^^^^^^^ person
                      ^^^^^^^^^^^^^^^^^^^^^ paraphrase
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ person
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^ paraphrase

What it costs
^^^^^^^^^^^^^ section

“We have time,” Alder said. The Courier said the repair would cost $2 million.
^^^^^^^^^^^^^^^ quotation
                ^^^^^ person
                            ^^^^^^^^^^^ outlet
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ paraphrase`,
	);
});

test('an outlet that only passes words on stands where it first does', () => {
	const found = tree(entriesOf(read('A source close to the talks told the Norland Courier that the money is gone.')));
	assert.equal(found.at(-1), 'outlet: Norland Courier (named · no statements)');
});

test('every selection lies within its entry, as editors demand, also in Windows line ends and Markdown', () => {
	for (const [text, format] of [
		[draft.replaceAll('\n', '\r\n'), 'plaintext'],
		[draft.replace('Harbour', '# Harbour').replace('What', '## *What*'), 'markdown'],
		['', 'plaintext'],
		['“\uD83D\uDEA2 sails,” Ida Quist said.', 'plaintext'],
	] as const) {
		const document = TextDocument.create('file:///a.md', format, 1, text);
		const check = (symbols: ReturnType<typeof toDocumentSymbols>): void => {
			for (const { name, range, selectionRange, children } of symbols) {
				assert.notEqual(name, '');
				assert.ok(document.offsetAt(range.start) <= document.offsetAt(selectionRange.start), name);
				assert.ok(document.offsetAt(selectionRange.end) <= document.offsetAt(range.end), name);
				check(children ?? []);
			}
		};
		check(toDocumentSymbols(document, entriesOf(read(text, 'news', format))));
	}
	assert.deepEqual(entriesOf(read('')), []);
	assert.equal(
		entriesOf(read('# Costs\n\n## *What* it costs\n', 'news', 'markdown'))[0]?.children[0]?.name,
		'What it costs',
	);
});

test('a list for clients without a tree says what each stands below', () => {
	const document = TextDocument.create('file:///a.txt', 'plaintext', 1, draft);
	const list = toSymbolList(document, entriesOf(read(draft)));
	assert.deepEqual(
		list.slice(0, 3).map(({ name, containerName }) => [name, containerName]),
		[
			['Harbour vote put off', undefined],
			['Ruth Alder', 'Harbour vote put off'],
			['the quay needs repair', 'Ruth Alder'],
		],
	);
});

test('a long statement is cut between words and never within a character', () => {
	const long = `Ida Quist said the very, ${'very '.repeat(12)}old quay leaks and that she was told of it on Monday.
“It was a ${'\uD83D\uDEA2'.repeat(40)} and it was not the last of them, as they know,” she said.`;
	const names = entriesOf(read(long)).flatMap(({ children }) => children.map(({ name }) => name));
	assert.ok(names.length > 0);
	for (const name of names) {
		assert.ok(name.length <= 61, name);
		assert.doesNotMatch(name, /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
	}
	assert.match(names[0] ?? '', / very…$/);
});
