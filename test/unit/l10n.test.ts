/** Nothing that a person sees is left in English where there is a translation: shown with one in letters of no alphabet of ours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { config } from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusText } from '../../client/src/statusText';
import { type Analysis, analyse, createAnalyzer } from '../../server/src/analysis';
import { parseConfigFile } from '../../server/src/configuration/configFile';
import { codeLenses } from '../../server/src/lsp/codeLens';
import { outlineOf } from '../../server/src/lsp/documentSymbols';
import { hoverAt } from '../../server/src/lsp/hover';
import { plainWriter } from '../../server/src/lsp/markdown';
import { buildReport } from '../../server/src/report/build';
import { type Outline, outlineOf as reportOutline } from '../../server/src/report/outline';
import { resources } from '../../server/src/resources';
import { rules } from '../../server/src/rules/index';
import { toEnd } from '../../server/src/text/slices';

declare const __PROJECT__: string;

const read = (file: string): string => readFileSync(path.join(__PROJECT__, file), 'utf8');
const bundle: Readonly<Record<string, string | { readonly message: string }>> = JSON.parse(
	read('l10n/bundle.l10n.json'),
);

before(() => {
	const entries = Object.entries(bundle).map(([key, text]) => [
		key,
		pseudo(typeof text === 'string' ? text : text.message),
	]);
	config({ contents: Object.fromEntries(entries) });
});
after(() => config({ contents: {} }));

const analyzer = createAnalyzer(resources);
const byId = new Map(rules.map(rule => [rule.id, rule]));

function analysed(text: string, rule?: string): Analysis {
	const severities = rule === undefined ? {} : { [rule]: 'warning' as const };
	return analyse(analyzer, { text, format: 'markdown', genre: 'news', rules: severities });
}

for (const { id, example } of rules) {
	test(`${id} says nothing in English`, () => {
		const prose = example
			.split('\n')
			.filter(line => !/^\s*\^/.test(line))
			.join('\n');
		const { findings } = analysed(prose, id);
		const own = findings.filter(({ rule }) => rule === id);
		assert.ok(own.length > 0, 'nothing is found');
		for (const { message, related, fixes, note } of own) {
			const shown = [message, ...related.map(each => each.message), ...fixes.map(each => each.title), note ?? ''];
			for (const text of shown) assertTranslated(text, prose);
		}
	});
}

test('hovers, the lens, the outline and the report say nothing in English', () => {
	const text = read('seeds/drafts/river-treaty.md');
	const analysis = analysed(text);
	const { findings } = analysis;
	const document = TextDocument.create('file:///draft.md', 'markdown', 1, text);
	// Titles of policies are names of documents in English, and addresses are none of ours.
	const withoutLinks = new Map([...byId].map(([id, rule]) => [id, { ...rule, authorities: [] }]));
	let hovers = 0;
	for (let offset = 0; offset < text.length; offset += 7) {
		const hover = hoverAt(analysis, findings, withoutLinks, offset, plainWriter);
		if (!hover) continue;
		hovers++;
		assertTranslated(hover.text, text);
	}
	assert.ok(hovers > 100);
	for (const { command } of codeLenses(document, analysis, findings, true)) {
		assertTranslated(command?.title ?? '', text);
		assertTranslated(String(command?.tooltip ?? ''), text);
	}
	for (const { detail, kind } of toEnd(outlineOf(analysis))) if (kind !== 'section') assertTranslated(detail, text);
	const outline = reportOutline(buildReport({ analysis, file: 'draft', checked: new Date(0) }));
	// Verbs are told in their dictionary form.
	const lemmas = analysis.contexts[0]?.verbs.map(([lemma]) => lemma).join(' ') ?? '';
	const told = textsOf(outline);
	assert.ok(told.length > 100);
	for (const each of told) assertTranslated(each, `${text} ${lemmas} draft UTC`);
});

test('the status item and mistakes in a configuration say nothing in English', () => {
	const status = { uri: '', genre: 'press-release', genreBasis: 'form', findings: 3, hidden: 2, ignored: 1, stale: 1 };
	for (const state of ['on', 'off-setting', 'off-file', 'not-english', 'not-news', 'too-large', 'failed'] as const) {
		const { text, detail, command } = statusText('running', { ...status, state });
		for (const each of [text, detail, command?.title ?? '']) assertTranslated(each, '');
	}
	for (const config of ['{', '{ "rulse": {}, "preset": 3, "overrides": [{}], "rules": [] }']) {
		const { problems } = parseConfigFile(config, { rules: [] });
		assert.ok(problems.length > 0);
		for (const { message } of problems) assertTranslated(message, config);
	}
});

/** Letters become others that no draft here has; places stay. */
function pseudo(text: string): string {
	return text.replace(/\{\d\}|[A-Za-z]/g, part => (part.length > 1 ? part : wide(part)));
}

function wide(letter: string): string {
	return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}

/** Every word in our letters is of the draft, or quoted: what a fix would write, a verb's dictionary form. */
function assertTranslated(shown: string, draft: string): void {
	const known = new Set(words(draft));
	const left = words(shown.replace(/“[^”]*”/g, ' ')).filter(word => !known.has(word));
	assert.deepEqual(left, [], shown);
}

function words(text: string): readonly string[] {
	return text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
}

function textsOf({ title: _, sections, facts, note }: Outline): readonly string[] {
	const texts: string[] = [...facts.flat(), note];
	const walk = (value: unknown, key = ''): void => {
		if (typeof value === 'string') {
			if (!['kind', 'id', 'standing', 'part'].includes(key)) texts.push(value);
		} else if (Array.isArray(value)) for (const each of value) walk(each, key);
		else if (typeof value === 'object' && value !== null)
			for (const [name, each] of Object.entries(value)) walk(each, name);
	};
	walk(sections);
	return texts;
}
