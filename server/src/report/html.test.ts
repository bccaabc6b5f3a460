/** Reports as HTML: whole, closed in itself, readable by ear. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { htmlReport } from './html';
import { style, styleHash } from './style';
import { ferry, reportOf } from './testing';

const page = htmlReport([reportOf(ferry)]);
const hostile = `“<script>alert('x')</script>” & "more" <img src=x onerror=alert(1)>, Ada Harlow said. Quist said \ud800 no.\n`;

/** Asserts that every element is closed where it was opened. */
function assertNested(html: string): void {
	const open: string[] = [];
	const body = html.replace(/<style>[^<]*<\/style>/, '').replace('<!DOCTYPE html>', '');
	for (const [tag, closing, name = '', selfClosing] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
		if (closing) assert.equal(open.pop(), name, tag);
		else if (!selfClosing && name !== 'meta') open.push(name);
	}
	assert.deepEqual(open, []);
	assert.equal(body.match(/</g)?.length, body.match(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/g)?.length, 'a bare <');
}

test('no script, nothing remote, and a policy that allows one style only', () => {
	for (const html of [page, htmlReport([reportOf(hostile)])]) {
		assert.doesNotMatch(
			html,
			/<(?:script|link|img|iframe|object|embed|base|form|use|image)\b|\son\w+=|\sstyle=|url\(|@import|https?:/i,
		);
	}
	assert.ok(
		page.includes(`content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'"`),
	);
	assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style>'));
	assert.equal(createHash('sha256').update(style).digest('base64'), styleHash);
	assert.ok(page.includes(`<style>${style}</style>`));
});

test('well formed, whatever the draft', () => {
	for (const html of [page, htmlReport([reportOf(hostile), reportOf(ferry)]), htmlReport([reportOf('')])]) {
		assertNested(html);
	}
});

test('draft text is text', () => {
	const html = htmlReport([reportOf(hostile, {}, '<b>&"\'.txt')]);
	assert.ok(html.includes('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;'));
	assert.ok(html.includes('&lt;b&gt;&amp;&quot;&#39;.txt'));
	assert.doesNotMatch(html, /\p{Surrogate}/u);
});

test('words that run from right to left stay in their place', () => {
	const html = htmlReport([
		reportOf('“אמר מקור בכיר,” said Ada Harlow of the \u202Eyard\u202C. The massive hall was full.\n'),
	]);
	assert.doesNotMatch(html, /[\u202A-\u202E]/);
	assert.match(html, /<td dir="auto">“אמר מקור בכיר,”<\/td>/);
});

test('headings go down one step at a time, under one h1', () => {
	for (const html of [page, htmlReport([reportOf(ferry), reportOf(hostile)])]) {
		const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
		assert.equal(levels.filter(level => level === 1).length, 1);
		for (const [i, level] of levels.entries()) assert.ok(level <= (levels[i - 1] ?? 0) + 1, levels.join(' '));
	}
});

test('language, skip link, captions, scopes; bars are for the eye alone', () => {
	assert.match(page, /<html lang="en">/);
	assert.match(page, /<a class="skip" href="#report">/);
	assert.match(page, /<main id="report"/);
	const tables = page.match(/<table>[\s\S]*?<\/table>/g) ?? [];
	assert.equal(tables.length, 5);
	for (const table of tables) {
		assert.match(table, /^<table>\n<caption>[^<]+<\/caption>/);
		assert.doesNotMatch(table, /<th(?!ead| scope="(?:col|row)")/);
		assert.equal(
			table.match(/<svg/g)?.length ?? 0,
			table.match(/<td class="chart" aria-hidden="true"><svg/g)?.length ?? 0,
		);
	}
	assert.match(page, /prefers-color-scheme:dark/);
	assert.match(page, /@media print/);
});

test('bars are as long as the shares beside them', () => {
	const report = reportOf(ferry);
	const html = htmlReport([report]);
	const widths = [...html.matchAll(/<rect class="(?!track)[\w-]+" width="([\d.]+)"/g)].map(([, width]) =>
		Number(width),
	);
	assert.deepEqual(
		widths,
		[...report.identifications.filter(({ words }) => words > 0), ...report.voices].map(
			({ share }) => Math.round(share * 1000) / 10,
		),
	);
});

test('links lead to what is there, also with several drafts', () => {
	for (const html of [page, htmlReport([reportOf(ferry), reportOf(ferry)])]) {
		const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		assert.equal(new Set(ids).size, ids.length, 'no id twice');
		for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
	}
});
