import assert from 'node:assert/strict';
import test from 'node:test';
import { changesOf, readMessage } from './reportMessages';
import { reportShell } from './reportShell';

const draft = 'file:///quay.md';
const head = { id: 'head', html: '<header>one</header>' };
const voices = { id: 'voices', html: '<section>two</section>' };

test('a page is told what has changed, and the order of all', () => {
	const other = { ...voices, html: '<section>three</section>' };
	assert.deepEqual(changesOf([], [head, voices], draft), {
		draft,
		order: ['head', 'voices'],
		changed: [head, voices],
	});
	assert.deepEqual(changesOf([head, voices], [head, other], draft), {
		draft,
		order: ['head', 'voices'],
		changed: [other],
	});
	assert.deepEqual(changesOf([head, voices], [head], draft), { draft, order: ['head'], changed: [] });
});

test('what a page says may be anything', () => {
	assert.deepEqual(readMessage({ kind: 'ready', more: 1 }), { kind: 'ready' });
	assert.deepEqual(readMessage({ kind: 'reveal', start: 3, end: 9 }), { kind: 'reveal', start: 3, end: 9 });
	for (const other of [null, undefined, 'ready', { kind: 'reveal' }, { kind: 'reveal', start: '3', end: NaN }, []]) {
		assert.equal(readMessage(other), undefined);
	}
});

test('a page runs its own script and applies its own style, both by nonce, and fetches nothing else', () => {
	const page = reportShell({
		nonce: 'n0nce',
		script: 'https://view.test/report.js',
		draft: 'file:///a"><script>.md',
		title: '</title><script>',
		waiting: '<b>',
	});
	assert.ok(
		page.includes(
			`content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'"`,
		),
	);
	assert.equal(page.match(/<script/g)?.length, 1);
	assert.ok(page.includes('data-draft="file:///a&quot;&gt;&lt;script&gt;.md"'));
	assert.doesNotMatch(page, /\son\w+=|\sstyle=|url\(|@import|<b>/);
});
