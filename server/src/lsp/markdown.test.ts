import assert from 'node:assert/strict';
import { test } from 'node:test';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { commandLink, escapeMarkdown, link, oneLine } from './markdown';

const render = (markdown: string) =>
	micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** As a browser would show it. */
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const shown = (html: string) =>
	html.replace(/^<p>|<\/p>$/g, '').replace(/&(?:lt|gt|amp|quot);/g, entity => entities[entity] ?? entity);

const hostile = [
	'a \\ b \\* c',
	'`code` and ``more`` ```fence```',
	'[link](command:workbench.action.quit) ![x](https://example.org/x.png)',
	'[a]: command:x',
	'<command:workbench.action.quit>',
	'<script>alert(1)</script> <img src=x onerror=y> <!-- c -->',
	'| a | b |',
	'*bold* _emphasis_ __strong__ ~~gone~~ ~one~',
	'# heading',
	'- item',
	'+ item',
	'1. item',
	'> quote',
	'---',
	'===',
	'&lt; &copy; &#35;',
	'https://example.org www.example.org someone@example.org',
	'$(sync~spin) $x$',
	'a^b [^1]',
	'[x] {y} :smile:',
	'trailing\\',
];

test('draft text is shown as it reads', () => {
	for (const text of hostile) assert.equal(shown(render(escapeMarkdown(text))), text, text);
	for (const text of hostile) assert.equal(shown(render(`“${escapeMarkdown(text)}” is that.`)), `“${text}” is that.`);
});

test('no link, image or HTML can come of it', () => {
	const all = escapeMarkdown(hostile.join('\n\n'));
	assert.doesNotMatch(render(all), /<(?!\/?p>)/);
	assert.ok(!all.includes('\n'));
});

test('control and direction marks are gone', () => {
	assert.equal(oneLine('a\0b\r\nc\u202Ed\u2066e'), 'a b cde');
});

test('links lead to the web only, and their titles are text', () => {
	assert.equal(
		render(link('A [guide]', 'https://example.org/a_(b)')),
		'<p><a href="https://example.org/a_(b)">A [guide]</a></p>',
	);
	assert.equal(
		render(link('x', 'https://example.org/> <b>')),
		'<p><a href="https://example.org/%3E%20%3Cb%3E">x</a></p>',
	);
	for (const url of ['command:x', 'javascript:x', 'file:///x', ' https://x']) assert.equal(link('x', url), 'x');
});

test('a link that calls a command, whatever the address is', () => {
	const uri = 'untitled:a)> [x](command:y) \\';
	const written = commandLink('Show all', 'sourceCritic.showStatements', [uri, 3, 14]);
	const [, query = ''] = /^\[Show all\]\(<command:sourceCritic\.showStatements\?([^<>\s\\]*)>\)$/.exec(written) ?? [];
	assert.deepEqual(JSON.parse(decodeURIComponent(query)), [uri, 3, 14]);
	assert.equal(render(written).match(/<a /g)?.length, 1);
});
