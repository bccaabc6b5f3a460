/** Reports as Markdown, read as text and by a Markdown parser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdownReport } from './markdown';
import { ferry, reportOf } from './testing';

function htmlOf(markdown: string): string {
	return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

test('headings in order, facts, tables and lists', () => {
	const markdown = markdownReport(reportOf(ferry));
	assert.match(
		markdown,
		/^# Source report: Harlow said to sell the ferry\n\n- File: draft\.txt\n- Checked: 25 November 2026, 09:19 UTC\n- Read as: news; \d+ words, 4 paragraphs\n/,
	);
	assert.deepEqual(
		[...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
		[
			'Share of voice',
			'Chains of transmission',
			'Verbs',
			'Claims in the writer’s voice without a source',
			'Four questions',
			'Statements',
		],
	);
	assert.deepEqual(
		[...markdown.matchAll(/^### (\w+):/gm)].map(([, title]) => title),
		['Authenticity', 'Time', 'Dependence', 'Tendency'],
	);
	assert.match(
		markdown,
		/^- A source close to the talks → Aln Gazette → this article; 1 statement \(par 2, line 5\)$/m,
	);
	assert.match(markdown, /^\*\*What is linked, for a reader to look up\?\*\* The text does not say\.$/m);
	assert.match(markdown, /^\| Ada Harlow \| claimed \| nobody uses it \| paraphrased \| {2}\| par 1, line 3 \|$/m);
	const html = htmlOf(markdown);
	assert.equal(html.match(/<table>/g)?.length, 5);
	assert.ok(!html.includes('<p>|'), 'each table is read as one');
});

test('an unsure reading carries a word, and the word is explained before the table', () => {
	const report = reportOf(ferry);
	const [first, ...rest] = report.statements.map(each => ({ ...each, unsure: false }));
	assert.ok(first);
	const markdown = markdownReport({ ...report, statements: [{ ...first, unsure: true }, ...rest] });
	assert.match(markdown, /^\| [^|]+ \(unsure\) \|/m);
	const legend = markdown.indexOf(`“unsure” stands with 1 of ${report.statements.length} statements`);
	assert.ok(legend > 0 && legend < markdown.indexOf('Every statement, in the order of the text'));
	assert.doesNotMatch(markdownReport({ ...report, statements: rest }), /unsure/);
});

test('no verdict and no score', () => {
	assert.doesNotMatch(
		markdownReport(reportOf(ferry)),
		/\b(?:score|rating|reliable|credible|trustworthy|biased|false|bad)\b/i,
	);
});

test('no word of the draft is a mark, a link or HTML', () => {
	const text =
		'Ada Harlow said that <script>alert(1)</script> | was *not* `safe` & [here](javascript:x), see https://example.org/a_b_c and www.example.org, $x$ too.\n';
	const html = htmlOf(markdownReport(reportOf(text)));
	assert.doesNotMatch(html, /<(?:script|a|em|code|img)\b/);
	assert.ok(html.includes('&lt;script&gt;'));
	const title = htmlOf(
		markdownReport(reportOf('1. *Go* <b>\n\nAda Harlow said no. Quist said yes.\n', {}, '<i>*x*.md')),
	);
	assert.doesNotMatch(title, /<(?:b|i|em)>/);
});

test('control characters, turned lines and lone surrogates are not passed on', () => {
	const markdown = markdownReport(reportOf('Ada Harlow said \u202Eit\u202C was\u0007 \ud800 sold, “אמר מקור”.\r\n'));
	assert.doesNotMatch(markdown, /[\u202A-\u202E]|\p{Surrogate}|(?!\n)\p{Cc}/u);
	assert.ok(markdown.includes('אמר מקור'));
});

test('nothing to read is said, with no empty sections', () => {
	assert.match(
		markdownReport(reportOf('')),
		/^# Source report: draft\.txt\n[^#]*- Read as: nothing: it has no prose\n[^#]*$/,
	);
	const silent = markdownReport(reportOf('The ferry ran late on Monday. The hall was full.\n'));
	assert.match(silent, /No source speaks in this text\./);
	assert.match(silent, /No statement is laid to anyone\./);
});
