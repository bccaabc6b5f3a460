import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../testing/reading';
import { stakeBeside } from './stake';

function stakes(text: string): readonly (string | null)[] {
	return read(text).analyses.flatMap(analysis =>
		analysis.attributions.flatMap(({ source }) => (source ? [stakeBeside(analysis, source)] : [])),
	);
}

test('what the draft says beside the name of owning, opposing, working for', () => {
	assert.deepEqual(stakes('Ada Quist, who owns the ferry, said the lock leaks.'), ['who owns the ferry']);
	assert.deepEqual(stakes('Ada Quist, a rival of the harbour master, said the lock leaks.'), [
		'a rival of the harbour master',
	]);
});

test('a role is no stake by itself, and nothing is guessed', () => {
	assert.deepEqual(stakes('Ada Quist, the harbour master of Norland, said the lock leaks.'), [null]);
	assert.deepEqual(stakes('Ada Quist said she owns nothing.').filter(Boolean), []);
});
