import assert from 'node:assert/strict';
import test from 'node:test';
import { type Entry, walk } from './walk';

const tree: Readonly<Record<string, readonly Entry[]>> = {
	'': [
		{ name: 'draft.md', kind: 'file' },
		{ name: 'picture.png', kind: 'file' },
		{ name: 'desk', kind: 'folder' },
		{ name: 'archive', kind: 'folder' },
		{ name: 'locked', kind: 'folder' },
		{ name: 'up', kind: 'other' },
	],
	desk: [{ name: 'late', kind: 'folder' }],
	'desk/late': [{ name: 'news.md', kind: 'file' }],
	archive: [{ name: 'old.md', kind: 'file' }],
};

function filesBelow(isCancelled = () => false): Promise<string[]> {
	return walk({
		list: async folder => tree[folder] ?? Promise.reject(new Error('no access')),
		isWanted: path => path.endsWith('.md'),
		isExcluded: path => path === 'archive',
		isCancelled,
	});
}

test('finds what is wanted at any depth, without what is left out and what cannot be read', async () => {
	assert.deepEqual((await filesBelow()).sort(), ['desk/late/news.md', 'draft.md']);
});

test('stops when cancelled', async () => {
	let asked = 0;
	assert.deepEqual(await filesBelow(() => asked++ > 0), ['draft.md']);
});
