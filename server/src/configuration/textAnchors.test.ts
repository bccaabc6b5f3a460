import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBlockParser } from '../text/blocks';
import { toEnd } from '../text/slices';
import type { Span } from '../text/span';
import { createHasher } from './hash';
import { findPlaces, type TextAnchor } from './textAnchors';

const hash = createHasher('pepper');
const placesOf = (...args: Parameters<typeof findPlaces>) => toEnd(findPlaces(...args));
const blocksOf = (text: string) => createBlockParser().parse(text, 'plaintext');

function anchorAt(text: string, words: string, nth = 0): TextAnchor {
	let start = text.indexOf(words);
	for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
	const [found] = placesOf(hash, blocksOf(text), [{ span: { start, end: start + words.length } }]);
	assert.ok(found, `“${words}” has no place`);
	return found.anchor;
}

function foundIn(text: string, anchor: TextAnchor): Span | null {
	return placesOf(hash, blocksOf(text), [{ anchor }])[0]?.span ?? null;
}

const draft =
	'The board is expected to meet on the quay.\n\nThe ferry is expected to meet the wind, and the crew is expected to meet it too.\n';

for (const [name, text, nth, start] of [
	['as it was', draft, 1, draft.indexOf('is expected', 20)],
	['text before it', `At noon it rained.\n\n${draft}`, 0, 30],
	['another word on one side', draft.replace('on the quay', 'at the old quay by noon'), 0, 10],
	['its paragraph has moved', `${draft.split('\n\n')[1]}\n${draft.split('\n\n')[0]}\n`, 0, 92],
] as const) {
	test(`words are found again: ${name}`, () => {
		const found = foundIn(text, anchorAt(draft, 'is expected to meet', nth));
		assert.equal(found?.start, start);
		assert.equal(text.slice(found?.start, found?.end), 'is expected to meet');
	});
}

test('words that are gone are found nowhere', () => {
	assert.equal(foundIn('The board met.\n', anchorAt(draft, 'is expected to meet')), null);
	assert.equal(foundIn('', anchorAt(draft, 'is expected to meet')), null);
});

test('two threads never share one place', () => {
	const anchors = [anchorAt(draft, 'is expected to meet', 1), anchorAt(draft, 'is expected to meet', 2)];
	const text = 'The ferry is expected to meet the wind.\n';
	const found = placesOf(
		hash,
		blocksOf(text),
		anchors.map(anchor => ({ anchor })),
	);
	assert.equal(found.filter(place => place !== null).length, 1);
});

test('where a thread is known to stand it stays, and its place is kept anew', () => {
	const start = draft.indexOf('the wind');
	const [found] = placesOf(hash, blocksOf(draft), [{ span: { start, end: start + 8 } }]);
	assert.deepEqual(found?.span, { start, end: start + 8 });
	assert.equal(found?.anchor.count, 2);
	assert.doesNotMatch(JSON.stringify(found?.anchor), /wind/);
});

test('no words, no place', () => {
	assert.deepEqual(placesOf(hash, blocksOf(draft), [{ span: { start: 3, end: 3 } }, { span: { start: 3, end: 4 } }]), [
		null,
		null,
	]);
	assert.deepEqual(placesOf(hash, [], [{ span: { start: 0, end: 4 } }]), [null]);
});

test('a hundred thousand words and a hundred places are no trouble', () => {
	const text = `${draft}\n`.repeat(3500);
	const anchor = anchorAt(draft, 'is expected to meet');
	const start = performance.now();
	placesOf(
		hash,
		blocksOf(text),
		Array.from({ length: 100 }, (_, i) => ({ anchor: { ...anchor, ordinal: i * 7 } })),
	);
	assert.ok(performance.now() - start < 5000);
});
