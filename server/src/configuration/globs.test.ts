import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeGlob, globProblem, matches } from './globs';

const cases: readonly [glob: string, yes: readonly string[], no: readonly string[]][] = [
	['*.md', ['a.md', 'x/y/a.md', '.md'], ['a.txt', 'a.md/b']],
	['/*.md', ['a.md'], ['x/a.md']],
	['./a/*.md', ['a/b.md'], ['b.md', 'x/a/b.md', 'a/b/c.md']],
	['drafts/**', ['drafts/a', 'drafts/b/c.md'], ['draft/a', 'x/drafts/a']],
	['drafts/', ['drafts/a', 'drafts/b/c.md'], ['drafts.md']],
	['**/old/**', ['old/a', 'x/old/y/z'], ['older/a']],
	['a/**/z.md', ['a/z.md', 'a/b/c/z.md'], ['b/z.md', 'a/zz.md']],
	['{news,op}/*.{md,txt}', ['news/a.md', 'op/b.txt'], ['new/a.md', 'op/b.html']],
	['chapter-?.md', ['chapter-1.md', 'chapter-é.md'], ['chapter-10.md', 'chapter-.md']],
	['[a-c]*.md', ['apple.md', 'cherry.md'], ['date.md']],
	['[!a]x', ['bx'], ['ax']],
	['a\\*.md', ['a*.md'], ['ab.md']],
	['{a', ['{a'], ['a']],
	['[a', ['[a'], ['a']],
	['*a*b*c', ['xaybzc', 'aabbcc'], ['xaybz']],
];

test('globs', () => {
	for (const [glob, yes, no] of cases) {
		for (const path of yes) assert.ok(matches(glob, path), `${glob} stands for ${path}`);
		for (const path of no) assert.ok(!matches(glob, path), `${glob} does not stand for ${path}`);
	}
});

test('a path that looks like a glob can be written as one', () => {
	for (const path of ['a [draft] {1}.md', 'what?*.md', '!x/y.md', 'back\\slash']) {
		assert.ok(matches(escapeGlob(path), path), path);
	}
	assert.ok(!matches(escapeGlob('a*.md'), 'ab.md'));
});

test('hostile globs take no time', () => {
	assert.equal(matches('*a'.repeat(400), 'a'.repeat(5000)), true);
	assert.equal(matches(`${'*a'.repeat(400)}b`, 'a'.repeat(5000)), false);
	assert.equal(matches('**/'.repeat(300), 'a/'.repeat(2000)), true);
	assert.equal(matches('{a,b}'.repeat(100), 'a'), false);
	assert.notEqual(globProblem('{a,b}'.repeat(100)), null);
	assert.equal(globProblem('{'.repeat(900)), null);
	assert.notEqual(globProblem('a'.repeat(2000)), null);
});
