import assert from 'node:assert/strict';
import test from 'node:test';
import { movedTo } from './moved';

test('a file goes where it is moved to, and with its folder', () => {
	assert.equal(movedTo('file:///a/quay.md', 'file:///a/quay.md', 'file:///b/pier.md'), 'file:///b/pier.md');
	assert.equal(movedTo('file:///a/b/quay.md', 'file:///a', 'file:///c'), 'file:///c/b/quay.md');
});

test('what only begins alike stays', () => {
	assert.equal(movedTo('file:///a/quay.md.bak', 'file:///a/quay.md', 'file:///a/pier.md'), null);
	assert.equal(movedTo('file:///ab/quay.md', 'file:///a', 'file:///c'), null);
});
