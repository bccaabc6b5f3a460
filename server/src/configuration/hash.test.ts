import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHasher, newSalt, sha256 } from './hash';

/** The same by Node, over UTF-16 with the big end first. */
function byNode(text: string): string {
	const bytes = Buffer.alloc(text.length * 2);
	for (let i = 0; i < text.length; i++) bytes.writeUInt16BE(text.charCodeAt(i), i * 2);
	return createHash('sha256').update(bytes).digest('hex');
}

test('the hash is SHA-256, whatever the text', () => {
	for (let length = 0; length < 200; length++) {
		const text = 'said '.repeat(40).slice(0, length);
		assert.equal(sha256(text), byNode(text), String(length));
	}
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
			assert.equal(sha256(text), byNode(text));
		}),
	);
	assert.equal(sha256('\ud800'), byNode('\ud800'));
});

test('salt, purpose and words all count, and digits are cut', () => {
	const hash = createHasher('a');
	const hashes = [
		hash('words', 'sources', 8),
		hash('before', 'sources', 8),
		hash('words', 'source', 8),
		createHasher('b')('words', 'sources', 8),
	];
	assert.equal(new Set(hashes).size, 4);
	for (const each of hashes) assert.match(each, /^[0-9a-f]{8}$/);
	assert.equal(hash('words', 'sources', 8), hashes[0]);
});

test('a salt is as random as what it is made from', () => {
	let next = 0;
	const random = () => (next = (next * 7 + 0.137) % 1);
	assert.match(newSalt(random), /^[0-9a-f]{16}$/);
	assert.notEqual(newSalt(random), newSalt(random));
});
