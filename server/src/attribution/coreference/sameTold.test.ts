import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicons } from '../../lexicons';
import { resources } from '../../resources';
import { parseBlocks } from '../../text/blocks';
import { analyseBlock } from '../blockAnalysis';
import { attributionTagger } from '../tagger';
import { vocabularyOf } from '../vocabulary';
import { blockTold } from './blockTold';
import { type Moves, movesBetween } from './sameTold';

const vocabulary = vocabularyOf(lexicons);
const tagger = attributionTagger(resources.models);

function moves(before: string, after: string): Moves | null {
	const [one, other] = [before, after].map(text => {
		const [block] = parseBlocks(text, 'plaintext');
		assert.ok(block);
		return blockTold(analyseBlock(block, vocabulary, tagger), vocabulary);
	});
	assert.ok(one && other);
	return movesBetween(one, other);
}

/** The words that stand for someone, before and after. */
function moved(before: string, after: string): readonly string[] | null {
	const found = moves(before, after);
	return (
		found &&
		[...found].map(([key, to]) => {
			const [start, end] = key.split(' ').map(Number);
			return `${before.slice(start, end)} → ${after.slice(to.start, to.end)}`;
		})
	);
}

test('words that bear on no name only move what stands behind them', () => {
	assert.deepEqual(
		moved(
			'The old lock leaks, Ida Quist said. Hale left the hall.',
			'The very old lock leaks, Ida Quist said. Hale left the wide hall.',
		),
		['Ida Quist → Ida Quist', 'Hale → Hale'],
	);
	assert.deepEqual(moved('It rained for hours.', 'It rained for many hours.'), []);
});

test('a name, a title or a role that changes tells something else', () => {
	assert.equal(moves('The lock leaks, Ida Quist said.', 'The lock leaks, Ida Quiss said.'), null);
	assert.equal(moves('The lock leaks, Ida Quist said.', 'The lock leaks, Mayor Ida Quist said.'), null);
	assert.equal(moves('The lock leaks, an official said.', 'The lock leaks, an engineer said.'), null);
	assert.equal(moves('Ida Quist said she knew.', 'Ida Quist said they knew.'), null);
});

test('whoever comes to speak, or no longer does, tells something else', () => {
	assert.equal(moves('Ida Quist saw the lock.', 'Ida Quist said the lock leaks.'), null);
});

test('terms of anonymity count, though they stand sentences away', () => {
	const told = 'An official said the lock leaks. The hall was full. They asked not to be named for fear of reprisals.';
	assert.equal(moves(told, told.replace('for fear of reprisals', 'as ever')), null);
	assert.notEqual(moves(told, told.replace('full', 'nearly full')), null);
});
