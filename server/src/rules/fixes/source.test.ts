import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeSource } from './source';
import { applied, mentionOf, viewOf } from './testing';

type Attributed = readonly [source: string, cue: string, content: string];

function described(text: string, attributed: Attributed): readonly string[] {
	const view = viewOf(text, { attributed: [attributed] });
	return describeSource(view, mentionOf(text, view.analysis.tokens, attributed[0])).map(fix => applied(text, fix));
}

test('position, basis, reason, where the source stands in front', () => {
	assert.deepEqual(described('A senior official said output fell.', ['A senior official', 'said', 'output fell']), [
		'A senior official [at which body?] said output fell.',
		'A senior official who [took part, was briefed, saw it?] said output fell.',
		'A senior official, who spoke on condition of anonymity because [reason], said output fell.',
	]);
});

test('position, basis, reason, where it stands at the end', () => {
	assert.deepEqual(described('Output fell, a senior official said.', ['a senior official', 'said', 'Output fell']), [
		'Output fell, a senior official [at which body?] said.',
		'Output fell, a senior official who [took part, was briefed, saw it?] said.',
		'Output fell, a senior official said on condition of anonymity because [reason].',
	]);
});

test('after “according to”', () => {
	assert.deepEqual(described('According to a source, output fell.', ['a source', 'According to', 'output fell']), [
		'According to a source [at which body?], output fell.',
		'According to a source who [took part, was briefed, saw it?], output fell.',
		'According to a source, who spoke on condition of anonymity because [reason], output fell.',
	]);
});

test('a source said to be close to something is not asked for its position', () => {
	const [basis, reason] = described('A source close to the delegation said no.', [
		'A source close to the delegation',
		'said',
		'no',
	]);
	assert.equal(basis, 'A source close to the delegation who [took part, was briefed, saw it?] said no.');
	assert.equal(
		reason,
		'A source close to the delegation, who spoke on condition of anonymity because [reason], said no.',
	);
});

test('what is told is not asked again, and the name never', () => {
	const text = 'Output fell, a senior official said on condition of anonymity because talks go on.';
	const view = viewOf(text, { attributed: [['a senior official', 'said', 'Output fell']] });
	const fixes = describeSource(view, mentionOf(text, view.analysis.tokens, 'a senior official'));
	assert.deepEqual(
		fixes.map(({ title }) => title),
		['Say at which body the source is', 'Say how the source knows'],
	);
	assert.equal(fixes[1]?.edits[0]?.snippet, ` who \${1:[took part, was briefed, saw it?]} `);
	for (const { edits } of fixes)
		assert.equal(/who\?|name/.test(edits.map(({ text: written }) => written).join()), false);
});
