/** A report as the parts of a view. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageParts } from './fragments';
import type { Report } from './model';
import { reportParts } from './page';
import { ferry, reportOf } from './testing';

const hostile = `“<script>alert('x')</script>” & "more" <img src=x onerror=alert(1)>, Ada Harlow said. Quist said no.\n`;

function htmlOf(report: Report): string {
	return reportParts(report)
		.map(({ html }) => html)
		.join('\n');
}

test('each part is one element; the head first, then every section', () => {
	const parts = reportParts(reportOf(ferry));
	assert.deepEqual(
		parts.map(({ id }) => id),
		['head', 'voices', 'chains', 'verbs', 'claims', 'questions', 'statements'],
	);
	for (const { id, html } of parts) {
		assert.match(html, id === 'head' ? /^<header>[\s\S]*<\/header>$/ : /^<section [\s\S]*<\/section>$/);
	}
});

test('every statement leads to its words', () => {
	const report = reportOf(ferry);
	const html = reportParts(report).at(-1)?.html ?? '';
	const buttons = [
		...html.matchAll(
			/<button type="button" class="go" data-start="(\d+)" data-end="(\d+)">(?:par \d+|headline), line \d+</g,
		),
	];
	assert.equal(buttons.length, report.statements.length);
	for (const [i, { place, words }] of report.statements.entries()) {
		assert.deepEqual(buttons[i]?.slice(1).map(Number), [place.span.start, place.span.end]);
		assert.ok(ferry.slice(place.span.start, place.span.end).includes(words.replace(/…$/, '')));
	}
});

test('a place told as a figure alone has a name by ear', () => {
	const html = htmlOf(reportOf('It was late.\n\nAda Harlow said on Monday no.\n\nTom Quist said on Monday yes.\n'));
	assert.match(html, />par 2<\/button>, <button [^>]*aria-label="par 3, line 5">3<\/button>/);
});

test('draft text is text; nothing runs and nothing is fetched', () => {
	const html = htmlOf(reportOf(hostile, {}, '<b>.txt'));
	assert.ok(html.includes('&lt;script&gt;'));
	assert.doesNotMatch(html, /<(?:script|img|b|link|iframe)\b|\son\w+="|\sstyle=|https?:/i);
	assert.doesNotMatch(messageParts('<b>', '<i>')[0]?.html ?? '', /<[bi]>/);
});

test('a draft that is not read has a head that says so, and no sections', () => {
	for (const text of ['', '- Buy nails\n- Paint the fence\n']) {
		const parts = reportParts(reportOf(text, { genre: 'auto', format: 'markdown' }));
		assert.equal(parts.length, 1);
		assert.doesNotMatch(parts[0]?.html ?? '', /<nav/);
		assert.match(parts[0]?.html ?? '', /<dt>Read as<\/dt>/);
	}
});
