import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

declare const __PROJECT__: string;

const folder = path.join(__PROJECT__, 'seeds/models');
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
const names = readdirSync(folder).filter(name => name.endsWith('.bin'));

test('the weights are those of the manifest, and there are no others', () => {
	const hashes = names.map(name => [
		name,
		createHash('sha256')
			.update(readFileSync(path.join(folder, name)))
			.digest('hex'),
	]);
	assert.deepEqual(Object.fromEntries(hashes), manifest.outputs);
});

test('the manifest tells what the weights were made from', () => {
	const inputs = Object.entries(manifest.inputs as Record<string, string>);
	assert.ok(inputs.length >= 3);
	for (const [name, hash] of inputs) assert.match(hash, /^[0-9a-f]{64}$/, name);
});

test('the weights take no more than they may', () => {
	const packed = names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0);
	assert.ok(packed <= 1_200_000, `${packed} bytes`);
});
