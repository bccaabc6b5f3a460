import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate } from '../testing/annotations';
import { read } from '../testing/reading';
import { toEnd } from '../text/slices';
import { type SourceTree, sourceTreeOf } from './sourceTree';

function treeOf(draft: string): SourceTree {
	return toEnd(sourceTreeOf(read(draft)));
}

/** The tree as lines, indented. */
function drawn({ groups, noOne }: SourceTree): string[] {
	const statements = (list: SourceTree['noOne'], indent: string) =>
		list.map(({ cue, words, place }) => `${indent}${place}: ${cue}: ${words}`);
	return [
		...groups.flatMap(({ identification, sources }) => [
			identification,
			...sources.flatMap(({ source, name, role, via, relays, statements: own }) => [
				`  ${source.kind} ${[name, role ?? '', via.map(each => `via ${each}`), relays > 0 ? `relays ${relays}` : ''].flat().filter(Boolean).join(' · ')}`,
				...statements(own, '    '),
			]),
		]),
		...(noOne.length > 0 ? ['no one', ...statements(noOne, '  ')] : []),
	];
}

const draft = `Harbour vote put off

A source close to the talks told the Norland Courier that the money is gone. Mayor Ruth Alder said the quay needs repair.

The Courier said the repair would cost $2 million. Critics said the plan was late. The vote is expected to be held in May.

“We have time,” Alder said.`;

test('sources by identification, those of a kind together, each with role, ways and statements in order', () => {
	assert.deepEqual(drawn(treeOf(draft)), [
		'named',
		'  person Ruth Alder · Mayor',
		'    par 1: said: the quay needs repair',
		'    par 3: said: “We have time,”',
		'  outlet Norland Courier · relays 1',
		'    par 2: said: the repair would cost $2 million',
		'anonymous',
		'  person A source close to the talks · via Norland Courier',
		'    par 1: told: the money is gone',
		'vague',
		'  people Critics',
		'    par 2: said: the plan was late',
		'no one',
		'  par 2: is expected to: be held in May',
	]);
});

test('a statement is the whole passage, its introduction where a source is spoken of first', () => {
	const { groups } = treeOf(draft);
	const alder = groups[0]?.sources[0];
	assert.ok(alder?.introduction);
	const spans = [
		{ span: alder.introduction, label: 'introduction' },
		...alder.statements.map(({ span }) => ({ span, label: 'statement' })),
	];
	const from = draft.indexOf('Mayor');
	const inSentence = spans.slice(0, 2).map(({ span, label }) => ({
		span: { start: span.start - from, end: span.end - from },
		label,
	}));
	assert.equal(
		annotate('Mayor Ruth Alder said the quay needs repair.', inSentence),
		`Mayor Ruth Alder said the quay needs repair.
^^^^^^^^^^^^^^^^ introduction
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ statement`,
	);
});

test('ids outlast edits elsewhere, and tell two of the same name apart', () => {
	const ids = (text: string) =>
		treeOf(text).groups.flatMap(({ sources }) =>
			sources.flatMap(({ id, statements }) => [id, ...statements.map(statement => `${id}/${statement.id}`)]),
		);
	const before = ids(draft);
	assert.equal(new Set(before).size, before.length);
	const after = new Set(ids(draft.replace('A source', 'Engineer Ida Quist said the quay is dry. A source')));
	assert.deepEqual(
		before.filter(id => !after.has(id)),
		[],
	);
	const twice = ids('A source said the quay leaks. A source said the lock leaks.\n\nA source said the quay leaks.');
	assert.equal(new Set(twice).size, twice.length);
});

test('what is told within another’s words is laid to whoever says it, not to no one', () => {
	const { noOne } = treeOf(
		'An official said the envoys are expected to leave on Tuesday. The mayor is expected to stay.',
	);
	assert.deepEqual(
		noOne.map(({ words }) => words),
		['stay'],
	);
});

test('an unsure reading that would be laid to no one is left out', () => {
	const notes = 'To do: paint the fence. Buy nails. Call the plumber about the tap. The ladder is in the shed.';
	const unsure = read(notes).attributions.filter(each => each.sourceId === null && each.confidence < 0.5);
	assert.ok(unsure.length > 0, 'nothing here is unsure any more: take another text');
	assert.deepEqual(treeOf(notes).noOne, []);
});

test('a text in which no one speaks has no groups', () => {
	assert.deepEqual(treeOf(''), { groups: [], noOne: [] });
	assert.deepEqual(treeOf('The quay was built in 1870. It is long.'), { groups: [], noOne: [] });
});

test('the tree is made in steps', () => {
	const long = read(`${draft}\n\n`.repeat(60));
	let steps = 0;
	for (const work = sourceTreeOf(long); !work.next().done; ) steps++;
	assert.ok(steps > 3, `${steps}`);
});
