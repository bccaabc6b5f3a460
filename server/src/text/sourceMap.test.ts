import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityMap, type SourceMap, toSource, toText } from './sourceMap';

// Document: "# A &amp; B\n> *c*", prose: "A & B c".
const map: SourceMap = {
	segments: [
		{ text: 0, source: 2 },
		{ text: 2, source: 4, replaced: 5 },
		{ text: 3, source: 9 },
		{ text: 5, source: 11, replaced: 3 },
		{ text: 6, source: 15 },
	],
	length: 7,
	sourceEnd: 16,
};

const span = (start: number, end: number) => ({ start, end });

test('a span of prose leads to the document words it was read from', () => {
	assert.deepEqual(toSource(map, span(0, 1)), span(2, 3));
	assert.deepEqual(toSource(map, span(0, 7)), span(2, 16));
	assert.deepEqual(toSource(map, span(4, 5)), span(10, 11));
	assert.deepEqual(toSource(map, span(6, 7)), span(15, 16));
});

test('what stands for other words leads to the whole of them', () => {
	assert.deepEqual(toSource(map, span(2, 3)), span(4, 9));
	assert.deepEqual(toSource(map, span(5, 6)), span(11, 14));
	assert.deepEqual(toSource(map, span(0, 3)), span(2, 9));
});

test('an empty span stays empty and stands where the next words begin', () => {
	assert.deepEqual(toSource(map, span(3, 3)), span(9, 9));
	assert.deepEqual(toSource(map, span(0, 0)), span(2, 2));
	assert.deepEqual(toSource(map, span(7, 7)), span(16, 16));
});

test('every place in the document leads to the nearest prose', () => {
	const places = Array.from({ length: 18 }, (_, at) => toText(map, at));
	assert.deepEqual(places, [0, 0, 0, 1, 2, 2, 2, 2, 2, 3, 4, 5, 5, 5, 6, 6, 7, 7]);
});

test('a plain stretch maps onto itself', () => {
	const plain = identityMap(5);
	assert.deepEqual(toSource(plain, span(1, 4)), span(1, 4));
	assert.deepEqual(toSource(plain, span(5, 5)), span(5, 5));
	assert.equal(toText(plain, 3), 3);
	assert.equal(toText(plain, 99), 5);
	assert.deepEqual(toSource(identityMap(0), span(0, 0)), span(0, 0));
});

test('a single replaced segment is taken as a whole', () => {
	const entity: SourceMap = { segments: [{ text: 0, source: 0, replaced: 5 }], length: 1, sourceEnd: 5 };
	assert.deepEqual(toSource(entity, span(0, 1)), span(0, 5));
	assert.equal(toText(entity, 3), 0);
	assert.equal(toText(entity, 5), 1);
});
