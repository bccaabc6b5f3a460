import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAhead, tokensOf } from './ahead';
import { tokenize } from './tokens';

test('tokens are handed on once', () => {
	const prose = 'The pier is rotten.';
	const tokens = readAhead(prose);
	assert.equal(readAhead(prose), tokens);
	assert.equal(tokensOf(prose), tokens);
	const fresh = tokensOf(prose);
	assert.notEqual(fresh, tokens);
	assert.deepEqual(fresh, tokens);
});

test('what is not fetched goes as more comes in', () => {
	const first = 'The lease ends in May.';
	const tokens = readAhead(first);
	for (let i = 0; i < 3; i++) readAhead(`${i} ${'The board met again. '.repeat(2_000)}`);
	assert.notEqual(tokensOf(first), tokens);
	assert.deepEqual(tokensOf(first), tokenize(first));
});
