import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, analyse, createAnalyzer } from '../../analysis';
import { resources } from '../../resources';
import { assertAnnotated } from '../../testing/annotations';
import { type HouseSources, houseOf } from './house';

const analyzer = createAnalyzer(resources);

const house: HouseSources = [
	{ name: 'Ada Quist', aliases: ['Ada Brandt', 'Skipper Ada'], kind: 'person' },
	{ name: 'Norland Harbour Board', aliases: ['the board', 'NHB'], kind: 'organization' },
	{ name: 'pelle grind', aliases: [], kind: 'person' },
	{ name: 'Lindholm Lantern', aliases: [], kind: 'outlet' },
];

function read(text: string, known: HouseSources | undefined = house): Analysis {
	return analyse(analyzer, {
		text,
		format: 'plaintext',
		genre: 'news',
		rules: {},
		...(known === undefined ? {} : { house: known }),
	});
}

/** Each source with whom it goes back to. */
function resolved(known: HouseSources | undefined = house) {
	return (text: string) => {
		const { attributions, sources } = read(text, known);
		return attributions.flatMap(({ source, sourceId }) => {
			const found = sources.find(({ id }) => id === sourceId);
			return (source ?? []).map(span => ({ span, label: found?.name ?? 'nobody' }));
		});
	};
}

const sourcesIn = (text: string, known?: HouseSources) =>
	read(text, known).sources.map(({ name, kind, identification }) => `${name}: ${kind}, ${identification}`);

const twoNames = 'Ada Quist said the lock leaks. The gate is old, Ada Brandt said. Brandt said it would hold.';

test('two names of one person are one source, and the last word of either leads to it', () => {
	assertAnnotated(
		`Ada Quist said the lock leaks.
^^^^^^^^^ Ada Quist

The gate is old, Ada Brandt said. Brandt said it would hold.
                 ^^^^^^^^^^ Ada Quist
                                  ^^^^^^ Ada Quist`,
		resolved(),
	);
	assert.equal(read(twoNames).sources.length, 1);
	assert.equal(read(twoNames).sources[0]?.statements.length, 3);
});

test('without the house they are two', () => {
	assert.deepEqual(
		read(twoNames, []).sources.map(({ name }) => name),
		['Ada Quist', 'Ada Brandt'],
	);
});

test('a source is called as the draft calls it, never as the house does', () => {
	const { sources } = read('The gate is old, Ada Brandt said. “It leaks,” Brandt said.');
	assert.deepEqual(
		sources.map(({ name, houseEntry }) => [name, houseEntry]),
		[['Ada Brandt', 0]],
	);
	assert.equal(sources[0]?.statements.length, 2);
});

test('another of the same surname is not joined', () => {
	assertAnnotated(
		`Ada Quist said the lock leaks. Tom Brandt said it does not.
^^^^^^^^^ Ada Quist
                               ^^^^^^^^^^ Tom Brandt

The gate is old, Ada Brandt said. Brandt said nobody had asked.
                 ^^^^^^^^^^ Ada Quist
                                  ^^^^^^ Ada Quist`,
		resolved(),
	);
});

test('a surname alone is whoever the draft has spoken of, not whom the house calls so', () => {
	const known: HouseSources = [{ name: 'Quist Shipping', aliases: ['Quist'], kind: 'organization' }];
	assertAnnotated(
		`Quist Shipping said the pier is safe.
^^^^^^^^^^^^^^ Quist Shipping

Ada Quist said it is not. Quist said she had looked.
^^^^^^^^^ Ada Quist
                          ^^^^^ Ada Quist`,
		resolved(known),
	);
});

test('what is no name by its form is led back to what the draft has named', () => {
	assertAnnotated(
		`The Norland Harbour Board said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^ The Norland Harbour Board

The gate is old, the board said. NHB said it would pay.
                 ^^^^^^^^^ The Norland Harbour Board
                                 ^^^ The Norland Harbour Board`,
		resolved(),
	);
	assert.deepEqual(sourcesIn('The gate is old, the board said.'), ['The board: organization, described']);
});

test('the kind is the house’s where the form of the name tells nothing', () => {
	const reported = 'The gate is old, Lindholm Lantern reported.';
	assert.deepEqual(sourcesIn(reported, []), ['Lindholm Lantern: person, named']);
	assert.deepEqual(sourcesIn(reported), ['Lindholm Lantern: outlet, named']);
	// A title tells that it is a person, whatever the house says.
	const mayor: HouseSources = [{ name: 'Lindholm Lantern', aliases: [], kind: 'outlet' }];
	const titled = 'The gate is old, Mayor Lindholm Lantern said. Mayor Lindholm Lantern said so twice.';
	assert.deepEqual(sourcesIn(titled, mayor), sourcesIn(titled, []));
});

test('a name in small letters is a name where the house has it', () => {
	const said = 'The gate is old, pelle grind said.';
	assert.doesNotMatch(sourcesIn(said, []).join(), /named$/);
	assert.deepEqual(sourcesIn(said), ['Pelle grind: person, named']);
});

test('a name two entries share joins neither', () => {
	const shared: HouseSources = [
		{ name: 'Ada Quist', aliases: ['Ada Brandt'] },
		{ name: 'Ada Lund', aliases: ['ada  brandt', 'the NHB'] },
	];
	assert.deepEqual([...houseOf(shared).byName.keys()], ['ada quist', 'ada lund', 'nhb']);
	assert.equal(read('Ada Quist said so. Ada Brandt said so. Ada Lund said so.', shared).sources.length, 3);
});

test('the memory of earlier readings heeds the house', () => {
	const names = (known: HouseSources) => read(twoNames, known).sources.map(({ name }) => name);
	const other: HouseSources = [{ name: 'Ada Brandt', aliases: [] }];
	for (const _ of [1, 2]) {
		assert.deepEqual(names(house), ['Ada Quist']);
		assert.deepEqual(names(other), ['Ada Quist', 'Ada Brandt']);
	}
});

test('empty and hostile names do no harm', () => {
	const hostile: HouseSources = [
		{ name: '', aliases: ['', ' ', '\ud800', '__proto__', 'constructor', '(((', 'a'.repeat(10_000)] },
		{ name: 'the', aliases: ['The'] },
	];
	assert.equal(read(twoNames, hostile).sources.length, 2);
});
