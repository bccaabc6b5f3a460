/** `source-critic report` and the queries of `check`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, runIn } from './testing';

const draft = `The builder had been told of the cracks in March, sources said.

“The wall was sound,” said Ada Brook, who owns the yard.
`;
const calm = 'Ada Brook, who owns the yard, said on Friday that the wall was sound.\n';

test('report: Markdown unless told otherwise; drafts in their order, exit 0 whatever is found', async () => {
	const { code, stdout, stderr } = await runIn({ files: { 'a.md': draft, 'b.md': calm } }, 'report', 'b.md', 'a.md');
	assert.deepEqual([code, stderr], [0, '']);
	assert.deepEqual(
		[...stdout.matchAll(/^(?:# .+|---|- File: .+|- Checked: .+)$/gm)].map(([line]) => line),
		[
			'# Source report: b.md',
			'- File: b.md',
			'- Checked: 2 January 2030, 03:04 UTC',
			'---',
			'# Source report: a.md',
			'- File: a.md',
			'- Checked: 2 January 2030, 03:04 UTC',
		],
	);
});

test('report: one HTML page for all that could be read', async () => {
	const ran = await runIn(
		{ files: { 'a.md': draft, 'b.md': calm } },
		'report',
		'--format',
		'html',
		'a.md',
		'gone.md',
		'b.md',
	);
	assert.equal(ran.code, 2);
	assert.equal(ran.stderr, 'gone.md: no such file\n');
	assert.equal(ran.stdout.match(/<!DOCTYPE html>/g)?.length, 1);
	assert.match(ran.stdout, /<h1 dir="auto">Source report: 2 drafts<\/h1>/);
	const none = await runIn({}, 'report', '--format', 'html', 'gone.md');
	assert.deepEqual([none.code, none.stdout], [2, '']);
});

test('report: JSON is one object a line, with the error of what cannot be read', async () => {
	const ran = await runIn({ files: { 'a.md': draft } }, 'report', '--format', 'json', 'a.md', 'gone.md');
	const [read, gone] = documentsOf(ran) as unknown as readonly Record<string, unknown>[];
	assert.deepEqual(gone, { schema: 1, path: 'gone.md', error: 'no such file' });
	assert.equal(ran.code, 2);
	assert.deepEqual(
		[read?.['schema'], read?.['path'], read?.['offsets'], read?.['checked'], read?.['reading']],
		[1, 'a.md', 'utf-16', '2030-01-02T03:04:00.000Z', 'read'],
	);
	const statements = read?.['statements'] as readonly {
		readonly place: { readonly span: { start: number; end: number } };
	}[];
	const span = statements.at(-1)?.place.span;
	assert.equal(draft.slice(span?.start, span?.end), '“The wall was sound,” said Ada Brook, who owns the yard');
});

test('report: standard input under its name, genre and configuration as in check', async () => {
	const { stdout } = await runIn(
		{ stdin: `\uFEFF${draft}` },
		'report',
		'-',
		'--stdin-path',
		'desk/x.md',
		'--genre',
		'opinion',
	);
	assert.match(stdout, /^- File: desk\/x\.md$/m);
	assert.match(stdout, /^- Read as: opinion; /m);
});

test('report: wrong usage is told', async () => {
	for (const [args, message] of [
		[['report'], /name a file/],
		[['report', 'a.md', '--format', 'text'], /--format is markdown, html or json, not “text”/],
		[['check', 'a.md', '--format', 'html'], /--format is text, queries or json, not “html”/],
		[['report', 'a.md', '--fail-on', 'hint'], /--fail-on belongs to “check”/],
		[['reports', 'a.md'], /there is no command “reports”/],
	] as const) {
		const ran = await runIn({ files: { 'a.md': draft } }, ...args);
		assert.equal(ran.code, 2);
		assert.equal(ran.stdout, '');
		assert.match(ran.stderr, message);
	}
	assert.match((await runIn({}, '--help')).stdout, /source-critic report \[FILE…\|-\]/);
});

test('report: bad input is harmless in every format', async () => {
	const files = {
		'empty.md': '',
		'odd.md': `\ud800 “<script> & ${'said '.repeat(500)}\n\n"unclosed\r\n\r\n\u202Eאמר מקור בכיר\n`,
		'nul.md': `${draft}\0\n`,
	};
	for (const format of ['markdown', 'html', 'json']) {
		const ran = await runIn({ files }, 'report', '--format', format, ...Object.keys(files));
		assert.equal(ran.code, 0, ran.stderr);
		assert.doesNotMatch(ran.stdout, /<script/);
	}
});

test('queries: plain lines under the draft’s name, in reading order, without what is ignored; exits as check does', async () => {
	const commented = `<!-- source-critic-ignore-next anonymous-source -->\n\n${draft}`;
	const ran = await runIn(
		{ files: { 'a.md': draft, 'b.md': commented } },
		'check',
		'--format',
		'queries',
		'a.md',
		'b.md',
	);
	assert.equal(
		ran.stdout,
		'a.md\n\nPar 1, “sources”: how many, in what position, and how do they know?\n\nb.md: nothing to ask, 1 ignored\n',
	);
	assert.equal(ran.code, 1);
	const calmly = await runIn({ files: { 'a.md': calm } }, 'check', '--format', 'queries', 'a.md');
	assert.deepEqual([calmly.code, calmly.stdout], [0, 'a.md: nothing to ask\n']);
});
