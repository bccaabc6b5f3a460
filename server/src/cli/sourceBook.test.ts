import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, runIn } from './testing';

const draft = `Ruth Alder said the quay leaks. It is old, Ruth Brandt said. “It was never mended,” Brandt said.

A senior official said the money is gone. The gate is shut, the Lindholm Lantern reported.
`;
const book = JSON.stringify({
	sources: [
		{
			name: 'Ruth Alder',
			aliases: ['Ruth Brandt', 'Ruthie Secretname'],
			role: 'SECRET-ROLE',
			affiliation: 'SECRET-BODY',
			interest: 'SECRET-INTEREST',
			notes: 'SECRET-NOTES',
			onTheRecord: 'always',
			reliability: 'B2',
		},
		{ name: 'Lindholm Lantern', kind: 'outlet', notes: 'SECRET-NOTES' },
		{ name: 'Never Quoted' },
	],
});
const bookName = '.source-critic.sources.jsonc';
const secrets = /secret|\bB2\b|Never Quoted/i;

test('check uses the book that lies above the draft: two names of one person are one source', async () => {
	const files = { 'stories/quay.txt': draft, [bookName]: book };
	const [document] = documentsOf(await runIn({ files }, 'check', 'stories/quay.txt', '--format', 'json'));
	assert.deepEqual(
		document?.sources.filter(({ identification }) => identification === 'named').map(({ name, kind }) => [name, kind]),
		[
			['Ruth Alder', 'person'],
			['Lindholm Lantern', 'outlet'],
		],
	);
	const [without] = documentsOf(await runIn({ files: { 'quay.txt': draft } }, 'check', 'quay.txt', '--format', 'json'));
	assert.ok(without?.sources.some(({ name }) => name === 'Ruth Brandt'));
});

test('the nearest book counts, and --config does not change which', async () => {
	const files = { 'a/quay.txt': draft, 'a/.source-critic.sources.jsonc': '{}', [bookName]: book, 'house.jsonc': '{}' };
	for (const config of [[], ['--config', 'house.jsonc']]) {
		const ran = await runIn({ files }, 'check', 'a/quay.txt', '--format', 'json', ...config);
		assert.ok(documentsOf(ran)[0]?.sources.some(({ name }) => name === 'Ruth Brandt'));
	}
	const stdin = await runIn(
		{ files: { [bookName]: book }, stdin: draft },
		'check',
		'-',
		'--stdin-path',
		'x.txt',
		'--format',
		'json',
	);
	assert.ok(!documentsOf(stdin)[0]?.sources.some(({ name }) => name === 'Ruth Brandt'));
});

test('nothing that stands in the book alone is in anything that is written', async () => {
	const files = { 'quay.txt': draft, [bookName]: book };
	for (const args of [
		...['text', 'json', 'queries'].map(format => ['check', 'quay.txt', '--format', format]),
		...['markdown', 'html', 'json'].map(format => ['report', 'quay.txt', '--format', format]),
	]) {
		const { stdout, stderr } = await runIn({ files }, ...args);
		assert.ok(stdout.length > 50, args.join(' '));
		assert.doesNotMatch(stdout + stderr, secrets, args.join(' '));
	}
});

test('a book with mistakes is told of once, without a word of it, and drafts are read all the same', async () => {
	const unmasking = book.replace('"always"', '"background SECRET"');
	for (const text of [book.slice(0, -3), unmasking, '[]']) {
		const files = { 'a.txt': draft, 'b.txt': draft, [bookName]: text };
		const { stdout, stderr } = await runIn({ files }, 'check', 'a.txt', 'b.txt');
		assert.ok(stdout.includes('anonymous-'), 'it was read');
		assert.match(stderr, /\.source-critic\.sources\.jsonc: /);
		assert.equal(stderr.trim().split('\n').length, new Set(stderr.trim().split('\n')).size);
		assert.doesNotMatch(stdout + stderr, secrets);
	}
});
