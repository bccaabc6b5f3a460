import assert from 'node:assert/strict';
import test from 'node:test';
import type { DraftSources, ProtocolPosition } from '../../../server/src/protocol';
import { pathTo } from './follow';
import { groupingFrom } from './grouping';
import { told } from './labels';
import { childrenOf, nodesOf, parentsIn, type ViewNode } from './nodes';
import { quay, rangeAt, source, statement } from './testing';

const uri = 'file:///newsroom/quay.txt';
/** With a second kind among those who are named and speak. */
const board = source('Harbour Board', {
	kind: 'organization',
	introduction: rangeAt(10, 0, 13),
	statements: [statement('the quay is safe', { place: 'par 5', range: rangeAt(10, 0, 30) })],
});
const twoKinds: DraftSources = {
	...quay,
	groups: quay.groups.map(group =>
		group.identification === 'named' ? { ...group, sources: [...group.sources, board] } : group,
	),
};
const roots = nodesOf(uri, twoKinds, 'both');

function lines(nodes: readonly ViewNode[], indent = ''): string[] {
	return nodes.flatMap(node => {
		const { label, description } = told(node);
		return [
			`${indent}${label}${description === '' ? '' : ` (${description})`}`,
			...lines(childrenOf(node), `${indent}  `),
		];
	});
}

const relaying = ['Only relaying (1)', '  Norland Courier (relays 1)'];
const unlaid = [
	'No one named (1)',
	'  par 2 · is expected to: be held in May',
	'Claims without a source (1)',
	'  par 4 · Who says one caused the other: “led to”? No source here.',
];

test('the tree, as it reads: kinds stand below a group that holds more than one', () => {
	assert.deepEqual(lines(roots), [
		'Named (2)',
		'  People (1)',
		'    Ruth Alder (2 · Mayor)',
		'      par 1 · said: the quay leaks',
		'      par 3 · said: “We have time,”',
		'  Organizations (1)',
		'    Harbour Board (1)',
		'      par 5 · said: the quay is safe',
		'Anonymous (1)',
		'  A source close to the talks (1 · via Norland Courier)',
		'    par 2 · told: the money is gone',
		...relaying,
		...unlaid,
	]);
});

test('by identification alone, and by kind alone, where those who are not named say so', () => {
	assert.deepEqual(lines(nodesOf(uri, twoKinds, 'identification')), [
		'Named (2)',
		'  Ruth Alder (2 · Mayor)',
		'    par 1 · said: the quay leaks',
		'    par 3 · said: “We have time,”',
		'  Harbour Board (1)',
		'    par 5 · said: the quay is safe',
		'Anonymous (1)',
		'  A source close to the talks (1 · via Norland Courier)',
		'    par 2 · told: the money is gone',
		...relaying,
		...unlaid,
	]);
	assert.deepEqual(lines(nodesOf(uri, twoKinds, 'kind')), [
		'People (2)',
		'  Ruth Alder (2 · Mayor)',
		'    par 1 · said: the quay leaks',
		'    par 3 · said: “We have time,”',
		'  A source close to the talks (1 · Anonymous · via Norland Courier)',
		'    par 2 · told: the money is gone',
		'Organizations (1)',
		'  Harbour Board (1)',
		'    par 5 · said: the quay is safe',
		...relaying,
		...unlaid,
	]);
});

test('what was remembered as a grouping may be anything', () => {
	assert.deepEqual(['kind', 'identification', 'both', 'x', undefined, {}].map(groupingFrom), [
		'kind',
		'identification',
		'both',
		'both',
		'both',
		'both',
	]);
});

test('those who listen hear all of it, in words', () => {
	const spoken = (id: string): string => {
		const all = (nodes: readonly ViewNode[]): readonly ViewNode[] =>
			nodes.flatMap(node => [node, ...all(childrenOf(node))]);
		const node = all(roots).find(each => each.id === id);
		assert.ok(node, id);
		return told(node).spoken;
	};
	assert.equal(spoken('named'), 'Named: 2 sources');
	assert.equal(spoken('named/organization'), 'Organizations: 1 source');
	assert.equal(spoken('relays'), 'Only relaying: 1 source');
	assert.equal(spoken('source/norland courier'), 'Norland Courier, A news outlet, named, relays 1 statement');
	assert.equal(spoken('claims'), 'Claims without a source: 1 passage');
	assert.equal(spoken('source/ruth alder'), 'Ruth Alder, A person, named, 2 statements, Mayor');
	assert.equal(
		spoken('source/a source close to the talks'),
		'A source close to the talks, A person, not named, 1 statement, by way of Norland Courier',
	);
	assert.equal(
		spoken('source/a source close to the talks/the money is gone'),
		'told: the money is gone, paraphrased, par 2, line 5, by way of Norland Courier',
	);
});

test('what is unsure, or may be another’s, says so; a mark alone is no word that attributes', () => {
	const node = (told: Parameters<typeof statement>[1]): ViewNode => ({
		kind: 'statement',
		id: 'x',
		uri,
		statement: statement('the quay leaks', told),
	});
	const unsure = told(node({ unsure: true, orElse: ['a second source'] }));
	assert.equal(unsure.label, 'par 1 (?) · said: the quay leaks');
	assert.match(unsure.tooltip, /from a second source\n.*unsure/);
	assert.equal(told(node({ cue: ':' })).label, 'par 1 · the quay leaks');
	assert.equal(told(node({ cue: '' })).label, 'par 1 · the quay leaks');
});

test('ids are unique, what was found has its own, and each node knows its parent', () => {
	const ids = (nodes: readonly ViewNode[]): readonly string[] =>
		nodes.flatMap(node => [node.id, ...ids(childrenOf(node))]);
	const all = ids(roots);
	const isSource = (id: string) => id.startsWith('source/');
	for (const grouping of ['identification', 'kind'] as const) {
		const others = ids(nodesOf(uri, twoKinds, grouping));
		assert.equal(new Set(others).size, others.length);
		assert.deepEqual(others.filter(isSource).sort(), all.filter(isSource).sort());
	}
	assert.equal(new Set(all).size, all.length);
	const found = new Set(ids(nodesOf(uri, twoKinds, 'both', true)));
	assert.equal(found.has('source/ruth alder'), false);
	assert.equal(found.has('named'), true);
	const parents = parentsIn(roots);
	assert.equal(parents.get('source/ruth alder/the quay leaks')?.id, 'source/ruth alder');
	assert.equal(parents.get('source/ruth alder')?.id, 'named/person');
	assert.equal(parents.get('named/person')?.id, 'named');
	assert.equal(parents.get('source/a source close to the talks')?.id, 'anonymous');
	assert.equal(parents.get('named'), undefined);
	assert.equal(parents.size, all.length - roots.length);
});

test('the caret leads to the innermost passage, unless what is selected fits', () => {
	const rangeOf = (node: ViewNode) =>
		node.kind === 'source' ? node.source.introduction : node.kind === 'statement' ? node.statement.range : null;
	const at = (position: ProtocolPosition, selected?: string) =>
		pathTo(roots, position, rangeOf, selected).map(({ id }) => id);
	const { start } = rangeAt(2, 20, 20);
	assert.deepEqual(at(start), ['named', 'named/person', 'source/ruth alder', 'source/ruth alder/the quay leaks']);
	// On the name itself, whoever bears it.
	assert.deepEqual(at({ line: 2, character: 3 }), ['named', 'named/person', 'source/ruth alder']);
	const chosen = 'source/ruth alder/the quay leaks';
	assert.deepEqual(at({ line: 2, character: 3 }, chosen).at(-1), chosen);
	assert.deepEqual(at({ line: 4, character: 100 }), ['no-one', 'no-one/be held in May']);
	assert.deepEqual(at({ line: 900, character: 0 }), []);
});

test('a source that says nothing and relays nothing is told as such', () => {
	const vague = { identification: 'vague' as const, sources: [source('critics', { kind: 'people' })] };
	const [group] = nodesOf(uri, { groups: [vague], noOne: [], claims: [] }, 'both');
	assert.deepEqual(group && lines([group]), ['Vague (1)', '  Critics (0)']);
});
