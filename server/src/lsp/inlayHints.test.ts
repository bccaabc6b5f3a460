import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHintLabelPart } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ResolvedAttribution } from '../attribution/context';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { read } from '../testing/reading';
import { inlayHints } from './inlayHints';

const documentOf = (text: string) => TextDocument.create('file:///a.txt', 'plaintext', 1, text);

function hints(text: string, within = { start: 0, end: text.length }) {
	return inlayHints(documentOf(text), read(text), within);
}

function parts(hint: ReturnType<typeof hints>[number] | undefined): readonly InlayHintLabelPart[] {
	return hint && typeof hint.label !== 'string' ? hint.label : [];
}

function label(hint: ReturnType<typeof hints>[number] | undefined): string {
	return parts(hint)
		.map(({ value }) => value)
		.join('');
}

function shown(text: string): readonly Annotation[] {
	const document = documentOf(text);
	return hints(text).map(hint => {
		const end = document.offsetAt(hint.position);
		return { span: { start: end - 1, end }, label: label(hint) };
	});
}

test('a pronoun that speaks is followed by who is meant', () => {
	assertAnnotated(
		`Ada Quist runs the lock. “It leaks,” she said.
                                       ^ ‹Quist›

Quist, who knows the board, said nobody listened. The lock is old. It opens at nine.`,
		shown,
	);
});

test('the tooltip says in whose place it stands, and the name leads there', () => {
	const [hint] = hints('Ada Quist runs the lock. “It leaks,” she said.');
	assert.equal(hint?.tooltip, '“she” is taken for Ada Quist, the likeliest of those before it: “Ada Quist”, line 1.');
	const name = parts(hint)[1];
	assert.deepEqual(name?.location?.range.start, { line: 0, character: 0 });
});

test('where two fit both are shown, with a question mark', () => {
	const text = 'Ada Quist met Bea Harlow. “It leaks,” she said.';
	const analysis = read(text);
	const [context] = analysis.contexts;
	const attribution = context?.attributions.find(({ source }) => source !== null);
	assert.ok(context && attribution?.source);
	const other = { ...attribution.source, id: 's9', name: 'Bea Harlow', shortName: 'Harlow' };
	const doubtful: ResolvedAttribution = { ...attribution, candidates: [attribution.source, other] };
	const contexts = [{ ...context, attributions: [doubtful] }];
	const [hint] = inlayHints(documentOf(text), { ...analysis, contexts }, { start: 0, end: text.length });
	assert.equal(label(hint), `‹${attribution.source.shortName}? Harlow?›`);
	assert.match(String(hint?.tooltip), / or Bea Harlow: both fit/);
});

test('a source without a name is meant in the draft’s own words, cut short', () => {
	const text = 'A senior official who was briefed on the talks said the gate would fail. He said it would cost more.';
	assert.match(label(hints(text)[0]), /^‹A senior official who/);
	assert.ok(label(hints(text)[0]).length < 40);
});

test('only what is on the screen is answered', () => {
	const text = 'Ada Quist runs the lock. “It leaks,” she said.\n\nTom Harlow left.';
	assert.deepEqual(hints(text, { start: text.indexOf('Tom'), end: text.length }), []);
	assert.deepEqual(hints(''), []);
});
