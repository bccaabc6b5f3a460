/** Whatever the server sends to be shown is in the language its client has handed over: as a process, and as a worker. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { assertTranslated, pseudoTranslations } from '../pseudoLocale';
import { type Editor, type EditorOptions, fullCapabilities } from './client';
import { spawnEditor } from './spawn';
import { workerEditor } from './worker';

declare const __PROJECT__: string;

const uri = 'file:///newsroom/river-treaty.md';
const configUri = 'file:///newsroom/.source-critic.jsonc';
const ignoresUri = 'file:///newsroom/.source-critic.ignores.json';
const query = 'Output fell 12 percent, [who?] said.';
const draft = `${readFileSync(path.join(__PROJECT__, 'seeds/drafts/river-treaty.md'), 'utf8')}\n${query}\n`;
const lines = draft.split('\n');

const options: EditorOptions & { readonly initializationOptions: object } = {
	capabilities: {
		...fullCapabilities,
		textDocument: {
			...fullCapabilities.textDocument,
			documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		},
	},
	settings: { inlayHints: true, codeLens: true, rules: { 'unattributed-claim': 'information' } },
	initializationOptions: {
		readFile: true,
		choices: true,
		sourceCommands: true,
		queries: true,
		translations: pseudoTranslations(),
	},
};

for (const [host, start] of [
	['a process', spawnEditor],
	['a worker', workerEditor],
] as const) {
	test(`${host} tells nothing in English`, { timeout: 120_000 }, async context => {
		const editor = await start(options);
		try {
			await editor.open(uri, draft, 'markdown');
			for (const [name, ask] of Object.entries(surfaces)) {
				await context.test(name, async () => {
					const shown = await ask(editor);
					assert.ok(shown.length > 0, 'nothing is shown');
					for (const text of shown) assertTranslated(plain(text), `${draft} ${lemmas}`);
				});
			}
		} finally {
			await editor.kill();
		}
	});
}

/** Dictionary forms of the draft’s verbs; the name of its file, and of the time. */
const lemmas = 'say see tell add claim voice outline describe draft UTC';
const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
const document = { textDocument: { uri } };

/** What each surface shows, as texts. */
const surfaces: Readonly<Record<string, (editor: Editor) => Promise<readonly string[]>>> = {
	diagnostics: async editor => textsIn(await editor.diagnostics(uri), ['message']),

	async hovers({ hover }) {
		const found: string[] = [];
		for (const [line, text] of lines.entries()) {
			for (let character = 0; character < text.length; character += 19) {
				found.push(...textsIn(await hover(uri, line, character), ['value']));
			}
		}
		assert.ok(found.length > 100, `${found.length} hovers`);
		return found;
	},

	'code actions': async ({ actions }) => {
		const found = textsIn(await actions(uri, whole), ['title', 'reason', 'question']);
		// Whom to attribute it to, what else could be done, whom to ask, how to ignore it.
		assert.ok(found.length > 100, `${found.length} titles`);
		return [...found, ...textsIn(await actions(uri, whole, [], ['source']), ['title'])];
	},

	'refusals to rename': async ({ connection }) => {
		const at = (words: string, newName = 'Lund') =>
			connection.sendRequest('textDocument/rename', { ...document, position: positionOf(words), newName }).then(
				() => assert.fail(`${words} is renamed`),
				error => String(error.message),
			);
		return Promise.all([at('sources close'), at('Hale', ''), at('Hale', 'a\nb')]);
	},

	async completions({ connection }) {
		const { line, character } = positionOf('[who?]');
		const position = { line, character: character + 1 };
		const found = await connection.sendRequest('textDocument/completion', { ...document, position });
		return textsIn(found, ['detail', 'documentation']);
	},

	'inlay hints': async ({ connection }) =>
		textsIn(await connection.sendRequest('textDocument/inlayHint', { ...document, range: whole }), [
			'value',
			'tooltip',
		]),

	'the code lens': async ({ connection }) =>
		textsIn(await connection.sendRequest('textDocument/codeLens', document), ['title', 'tooltip']),

	'document symbols': async ({ connection }) =>
		textsIn(await connection.sendRequest('textDocument/documentSymbol', document), ['detail']),

	async 'the call hierarchy'({ connection }) {
		const prepare = 'textDocument/prepareCallHierarchy';
		const found = await connection.sendRequest(prepare, { ...document, position: positionOf('Calder Gazette') });
		return textsIn(found, ['detail']);
	},

	'the sources': async ({ connection }) =>
		textsIn(await connection.sendRequest('sourceCritic/sources', { uri }), ['place', 'question']),

	async 'the checking list'({ connection }) {
		const params = { uri, salt: 'pepper', records: [] };
		const found = await connection.sendRequest('sourceCritic/checkingList', params);
		const file = { ...params, file: 'draft', format: 'markdown' };
		const exported = await connection.sendRequest<string>('sourceCritic/exportChecking', file);
		const table = await connection.sendRequest<string>('sourceCritic/exportChecking', { ...file, format: 'csv' });
		return [...textsIn(found, ['kindName', 'kindsName', 'where']), exported, table];
	},

	async queries({ connection }) {
		const { line, character } = positionOf('sources close');
		const found = await connection.sendRequest('sourceCritic/queryAt', { uri, line, character });
		const text = await connection.sendRequest<string>('sourceCritic/queries', { uri, threads: [] });
		return [...textsIn(found, ['question']), text];
	},

	async 'the report'({ connection }) {
		const params = { uri, file: 'draft', checked: '2026-11-25T09:19:00.000Z' };
		const page = await connection.sendRequest('sourceCritic/report', params);
		const text = await connection.sendRequest<string>('sourceCritic/exportReport', { ...params, format: 'markdown' });
		const html = await connection.sendRequest<string>('sourceCritic/exportReport', { ...params, format: 'html' });
		return [...textsIn(page, ['html']), text, html];
	},

	async 'answers of the source book'({ connection }) {
		const add = (words: string) =>
			connection.sendRequest('sourceCritic/addToSourceBook', { uri, ...positionOf(words) });
		return textsIn([await add('sources close'), await add('two days')], ['refusal']);
	},

	async 'mistakes in configuration files'({ open, published, close }) {
		await open(configUri, '{ "rulse": {}, "preset": 3, "rules": { "no-such": "off" } }', 'jsonc');
		await open(ignoresUri, '{ "ignores": 3 }', 'json');
		const isTold = (file: string) => published.some(each => each.uri === file && each.diagnostics.length > 0);
		for (let i = 0; i < 200 && !(isTold(configUri) && isTold(ignoresUri)); i++) {
			await new Promise(resolve => setTimeout(resolve, 20));
		}
		const found = published.flatMap(({ diagnostics }) => textsIn(diagnostics, ['message']));
		await close(configUri);
		await close(ignoresUri);
		assert.ok(isTold(configUri) && isTold(ignoresUri), 'they are not told');
		return found;
	},
};

function positionOf(words: string) {
	const offset = draft.indexOf(words);
	assert.ok(offset >= 0, `the draft has no “${words}”`);
	const before = draft.slice(0, offset + 1).split('\n');
	return { line: before.length - 1, character: (before.at(-1) ?? '').length - 1 };
}

/** All texts under some keys, however deep. */
function textsIn(value: unknown, keys: readonly string[], key = ''): readonly string[] {
	if (typeof value === 'string') return keys.includes(key) && value !== '' ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(each => textsIn(each, keys, key));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => textsIn(each, keys, name));
}

/** Without addresses, titles of policies, which are names of documents, and what is markup. */
function plain(text: string): string {
	return text
		.replace(/\[[^\]]*\]\(<?https?:[^)]*\)/g, ' ')
		.replace(/\]\((?:<?command|<?file):[^)]*\)/g, ']')
		.replace(/<style[\s\S]*?<\/style>/g, ' ')
		.replace(/<[^>]*?(?:aria-label|title)="([^"]*)"[^>]*>/g, ' $1 ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&[a-z#0-9]+;/g, ' ')
		.replace(/\\/g, '');
}
