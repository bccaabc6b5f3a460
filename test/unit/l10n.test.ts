/** Nothing that a person sees is left in English where there is a translation: shown with one in letters of no alphabet of ours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { config } from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reportShell } from '../../client/src/reportShell';
import { filterText, told } from '../../client/src/sources/labels';
import { childrenOf, nodesOf, type ViewNode } from '../../client/src/sources/nodes';
import { tableOf } from '../../client/src/sources/table';
import { quay } from '../../client/src/sources/testing';
import { statusText } from '../../client/src/statusText';
import { type Analysis, analyse, createAnalyzer } from '../../server/src/analysis';
import { parseConfigFile } from '../../server/src/configuration/configFile';
import { parseIgnoreFile } from '../../server/src/configuration/ignoreFile';
import { parseSourceBook } from '../../server/src/configuration/sourceBook';
import { codeLenses } from '../../server/src/lsp/codeLens';
import { outlineOf } from '../../server/src/lsp/documentSymbols';
import { hoverAt } from '../../server/src/lsp/hover';
import { plainWriter } from '../../server/src/lsp/markdown';
import { buildReport } from '../../server/src/report/build';
import { type Outline, outlineOf as reportOutline } from '../../server/src/report/outline';
import { resources } from '../../server/src/resources';
import { rules } from '../../server/src/rules/index';
import { toEnd } from '../../server/src/text/slices';
import { assertTranslated, pseudoTranslations } from '../pseudoLocale';

declare const __PROJECT__: string;

const read = (file: string): string => readFileSync(path.join(__PROJECT__, file), 'utf8');
before(() => config({ contents: pseudoTranslations() }));
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
	for (const list of ['{', '3', '{ "ignores": 3 }']) {
		const { problem } = parseIgnoreFile(list);
		assert.ok(problem !== null, list);
		assertTranslated(problem, list);
	}
	for (const book of ['{', '{ "sorces": [] }', '{ "sources": 3 }', '{ "sources": [{ "names": [""], "kin": 1 }] }']) {
		const { problems } = parseSourceBook(book);
		assert.ok(problems.length > 0, book);
		for (const { message } of problems) assertTranslated(message, book);
	}
});

test('the view of sources, its table and its filter say nothing in English', () => {
	const known = textsIn(quay).join(' ');
	const visit = (nodes: readonly ViewNode[]): void => {
		for (const node of nodes) {
			for (const each of Object.values(told(node))) assertTranslated(each, known);
			visit(childrenOf(node));
		}
	};
	for (const grouping of ['identification', 'kind', 'both'] as const) {
		visit(nodesOf('file:///quay.md', quay, grouping));
		assertTranslated(tableOf(quay, grouping), known);
	}
	for (const words of ['', 'quay']) {
		for (const notNamed of [true, false]) assertTranslated(filterText({ words, notNamed }), words);
	}
});

test('the page of a report says whose language it is in', () => {
	const shell = { nonce: '', script: '', draft: '', title: '', waiting: '' };
	assert.match(reportShell(shell), /<html lang="\uff45\uff4e">/);
});

function textsOf({ title: _, sections, facts, note }: Outline): readonly string[] {
	return [...facts.flat(), note, ...textsIn(sections)];
}

/** All texts of a value but ids. */
function textsIn(value: unknown, key = ''): readonly string[] {
	if (typeof value === 'string') return ['kind', 'id', 'standing', 'part'].includes(key) ? [] : [value];
	if (Array.isArray(value)) return value.flatMap(each => textsIn(each, key));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => textsIn(each, name));
}
