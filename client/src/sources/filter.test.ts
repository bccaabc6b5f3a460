import assert from 'node:assert/strict';
import test from 'node:test';
import { filtered, isFiltering, matchesIn, noFilter } from './filter';
import { quay, source, statement } from './testing';

function found(words: string, notNamed = false): string[] {
	const { groups, noOne, claims } = filtered(quay, { words, notNamed });
	return [
		...groups.flatMap(({ sources }) =>
			sources.map(({ name, statements }) => [name, ...statements.map(each => each.words)].join(' | ')),
		),
		...noOne.map(each => each.words),
		...claims.map(({ id }) => id),
	];
}

test('without a filter all is listed', () => {
	assert.deepEqual(filtered(quay, noFilter), quay);
	assert.equal(isFiltering(noFilter), false);
	assert.equal(isFiltering({ words: ' ', notNamed: false }), false);
	assert.equal(isFiltering({ words: '', notNamed: true }), true);
});

test('a source whose name fits stands with all it says; of others only what fits', () => {
	assert.deepEqual(found('alder'), ['Ruth Alder | the quay leaks | “We have time,”']);
	assert.deepEqual(found('mayor ruth'), ['Ruth Alder | the quay leaks | “We have time,”']);
	assert.deepEqual(found('LEAKS quay'), ['Ruth Alder | the quay leaks']);
	assert.deepEqual(found('courier'), ['Norland Courier', 'a source close to the talks | the money is gone']);
	assert.deepEqual(found('expected'), ['be held in May']);
	assert.deepEqual(found('jobs'), ['cause']);
	assert.deepEqual(found('nobody'), []);
});

test('those who are not named, and words laid to no one', () => {
	assert.deepEqual(found('', true), ['a source close to the talks | the money is gone', 'be held in May']);
	assert.deepEqual(found('money', true), ['a source close to the talks | the money is gone']);
	assert.deepEqual(found('alder', true), []);
});

test('marks as a keyboard has them find those of the page', () => {
	const says = { groups: [], noOne: [statement('it’s “late”')], claims: [] };
	assert.equal(filtered(says, { words: 'it\'s "late"', notNamed: false }).noOne.length, 1);
});

test('where the words stand in a label', () => {
	const marked = (label: string, words: string) =>
		matchesIn(label, { words, notNamed: false }).map(([start, end]) => label.slice(start, end));
	assert.deepEqual(marked('The quay leaks, the Quay', 'quay THE'), ['The', 'quay', 'the', 'Quay']);
	assert.deepEqual(marked('aaa', 'aa a'), ['aa', 'a']);
	assert.deepEqual(marked('The quay', ''), []);
	assert.deepEqual(marked('İ quay', 'quay'), []);
	assert.deepEqual(marked('(.*)+ [x]', '.* [x'), ['.*', '[x']);
});

test('hostile words are plain words, and quick', () => {
	const long = source('a'.repeat(100_000));
	const many = { groups: [{ identification: 'named' as const, sources: [long] }], noOne: [], claims: [] };
	assert.equal(filtered(many, { words: '(a+)+$', notNamed: false }).groups.length, 0);
	assert.equal(matchesIn(long.name, { words: 'a', notNamed: false }).length, 100_000);
});
