import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToBook } from './editSourceBook';
import { type BookEntry, parseSourceBook } from './sourceBook';

const lund: BookEntry = { name: 'Tom Lund', aliases: [], kind: 'person', role: 'mayor' };

function added(text: string, entry = lund) {
	const edits = addToBook(text, entry);
	assert.ok(edits);
	return edits.toReversed().reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), text);
}

test('a new book says what it is, and suggests .gitignore', () => {
	const text = added('');
	assert.match(
		text,
		/^\/\/ The source book: .*\n\/\/ .*not to be named.*\n\/\/ .*\.source-critic\.sources\.jsonc to \.gitignore\.\n\{\n/,
	);
	assert.deepEqual(parseSourceBook(text), { book: [lund], problems: [], wellFormed: true });
});

test('it is said once: not in a file that has a comment of its own, nor when more is added', () => {
	assert.doesNotMatch(added('// ours\n'), /gitignore/);
	const twice = added(added(''), { name: 'Calder Gazette', aliases: ['CG'], kind: 'outlet' });
	assert.equal(twice.match(/gitignore/g)?.length, 1);
	assert.deepEqual(
		parseSourceBook(twice).book.map(({ name, aliases }) => [name, aliases]),
		[
			['Tom Lund', []],
			['Calder Gazette', ['CG']],
		],
	);
});

test('comments and habits stay', () => {
	const text = '{\r\n  // ours\r\n  "sources": [\r\n    { "name": "Ada Quist" } // since May\r\n  ]\r\n}\r\n';
	const changed = added(text);
	assert.ok(
		changed.startsWith('{\r\n  // ours\r\n  "sources": [\r\n    { "name": "Ada Quist" }, // since May\r\n    {\r\n'),
	);
	assert.doesNotMatch(changed, /[^\r]\n|\t/);
	assert.deepEqual(
		parseSourceBook(changed).book.map(({ name }) => name),
		['Ada Quist', 'Tom Lund'],
	);
	for (const empty of ['\uFEFF{}', '{ "sources": [] }', '{ "sources": [], // none yet\n }', '// later']) {
		assert.deepEqual(parseSourceBook(added(empty)).book, [lund], empty);
	}
	assert.ok(added('\uFEFF{}').startsWith('\uFEFF{'));
});

test('a name with marks in it stays a string', () => {
	const name = 'Ada "*/ // ] } \u2028 Quist';
	assert.deepEqual(parseSourceBook(added('{ "sources": [] }', { name, aliases: [] })).book, [{ name, aliases: [] }]);
});

test('a broken book is left alone', () => {
	for (const text of ['{ "sources": [', '[]', '3', '{ "sources": {} }'])
		assert.equal(addToBook(text, lund), null, text);
});
