/** The built server over standard input and output, with the real analyzer: the main road, end to end. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
	CodeAction,
	Diagnostic,
	Location,
	Range,
	SnippetTextEdit,
	SymbolInformation,
	TextDocumentEdit,
	TextEdit,
	WorkspaceEdit,
	WorkspaceSymbol,
} from 'vscode-languageserver';
import { applied, type EditorOptions, fullCapabilities, pushCapabilities, until } from './client';
import { runServer, type SpawnedEditor, spawnEditor } from './spawn';

const uri = 'file:///newsroom/stories/bridge.md';
const configUri = 'file:///newsroom/.source-critic.jsonc';
const ignoresUri = 'file:///newsroom/.source-critic.ignores.json';
const draft = [
	'# Council puts off the bridge vote',
	'',
	'The town council on Tuesday put off a vote on the new bridge, its clerk, Peter Lund, said.',
	'',
	'Mayor Ruth Alder claimed that the bridge would be safe for another year. “We have time,” Alder said.',
	'',
	'The builder had been told of the cracks in March, sources said.',
	'',
].join('\n');
const line = { alder: 4, sources: 6 };

function editing(name: string, body: (editor: SpawnedEditor) => Promise<void>, options?: EditorOptions) {
	test(name, { timeout: 60_000 }, async () => {
		const editor = await spawnEditor(options);
		try {
			await body(editor);
			assert.equal(await editor.quit(), 0);
		} finally {
			editor.kill();
		}
	});
}

const withRule = (diagnostics: readonly Diagnostic[], rule: string) => diagnostics.filter(({ code }) => code === rule);
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
const atStart = ({ range }: Diagnostic) => ({ start: range.start, end: range.start });

function only(diagnostics: readonly Diagnostic[], rule: string): Diagnostic {
	const found = withRule(diagnostics, rule);
	assert.equal(found.length, 1, `${rule} in ${JSON.stringify(diagnostics)}`);
	return found[0] as Diagnostic;
}

function editsOf(action: CodeAction | undefined): readonly (TextEdit | SnippetTextEdit)[] {
	const [edit] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
	return (edit?.edits ?? []) as (TextEdit | SnippetTextEdit)[];
}

editing(
	'a draft is opened, read, changed and read again',
	async ({ initialized, open, change, pull, diagnostics, statuses }) => {
		assert.equal(initialized.serverInfo?.name, 'Source Critic');
		assert.deepEqual(initialized.capabilities.diagnosticProvider, {
			identifier: 'source-critic',
			interFileDependencies: false,
			workspaceDiagnostics: false,
		});
		await open(uri, draft, 'markdown');
		const first = await pull(uri);
		assert.ok(first.kind === 'full');
		const source = only(first.items, 'anonymous-source');
		assert.equal(source.range.start.line, line.sources);
		assert.equal(source.source, 'Source Critic');
		assert.equal(source.codeDescription?.href, 'file:///docs/rules/anonymous-source.md');
		assert.equal(only(first.items, 'loaded-reporting-verb').range.start.line, line.alder);
		assert.deepEqual(await pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
		assert.deepEqual([statuses.at(-1)?.state, statuses.at(-1)?.genre], ['on', 'news']);
		const { start } = only(first.items, 'loaded-reporting-verb').range;
		await change(uri, 'said', { start, end: { line: start.line, character: start.character + 'claimed'.length } });
		const second = await diagnostics(uri);
		assert.deepEqual(withRule(second, 'loaded-reporting-verb'), []);
		assert.equal(withRule(second, 'anonymous-source').length, 1);
	},
);

editing('a fix removes its finding', async ({ open, change, actions, diagnostics }) => {
	await open(uri, draft, 'markdown');
	const claimed = only(await diagnostics(uri), 'loaded-reporting-verb');
	const fix = (await actions(uri, atStart(claimed), [claimed])).find(({ title }) => /said/.test(title));
	assert.ok(fix);
	assert.deepEqual(fix.diagnostics, [claimed]);
	await change(uri, applied(draft, editsOf(fix) as TextEdit[]));
	assert.deepEqual(withRule(await diagnostics(uri), 'loaded-reporting-verb'), []);
});

editing('an attribution is a choice that begins with a query', async ({ open, actions, diagnostics }) => {
	await open(uri, `${draft}\nThe delay has cost the town $2 billion so far.\n`, 'markdown');
	const claim = only(await diagnostics(uri), 'unattributed-claim');
	const attributions = (await actions(uri, atStart(claim))).filter(({ title }) => title.startsWith('Attribute'));
	assert.ok(attributions.length > 0);
	for (const fix of attributions) {
		assert.notEqual(fix.isPreferred, true);
		const snippets = editsOf(fix).filter((edit): edit is SnippetTextEdit => 'snippet' in edit);
		assert.ok(
			snippets.some(({ snippet }) => /\$\{\d\|\[who\?\]|\$\{\d:\[who\?\]/.test(snippet.value)),
			JSON.stringify(snippets),
		);
	}
});

editing(
	'without snippets the query is written out',
	async ({ open, actions, diagnostics }) => {
		const text = `${draft}\nThe delay has cost the town $2 billion so far.\n`;
		await open(uri, text, 'markdown');
		const claim = only(await diagnostics(uri), 'unattributed-claim');
		const fix = (await actions(uri, atStart(claim))).find(({ title }) => title.startsWith('Attribute'));
		assert.match(applied(text, editsOf(fix) as TextEdit[]), /\[who\?\]/);
	},
	{
		capabilities: {
			...fullCapabilities,
			workspace: { ...fullCapabilities.workspace, workspaceEdit: { documentChanges: true } },
		},
	},
);

editing('hovers: the finding, the source, the voice', async ({ open, hover }) => {
	await open(uri, draft, 'markdown');
	const value = async (l: number, word: string) => {
		const found = await hover(uri, l, (draft.split('\n')[l] ?? '').indexOf(word) + 1);
		return (found?.contents as { value: string } | undefined)?.value ?? '';
	};
	const onSources = await value(line.sources, 'sources');
	assert.match(onSources, /https:\/\//);
	assert.match(onSources, /How they know: not said/);
	const onAlder = await value(line.alder, 'Ruth');
	assert.match(onAlder, /Ruth Alder/);
	assert.match(onAlder, /Quoted once, paraphrased once/);
	assert.equal(await value(line.alder, 'have time'), 'In Alder’s words \\(quoted\\)'.replaceAll('\\', ''));
	assert.equal(await value(line.alder, 'another year'), 'Attributed to Alder');
	assert.match(await value(2, 'Tuesday'), /^Attributed to /);
	assert.equal(await hover(uri, 1, 0), null);
});

editing(
	'navigation: from a surname to its introduction, all that is said, a new name',
	async ({ open, connection }) => {
		await open(uri, draft, 'markdown');
		const lines = draft.split('\n');
		const words = ({ start, end }: Range) => (lines[start.line] ?? '').slice(start.character, end.character);
		const here = {
			textDocument: { uri },
			position: { line: line.alder, character: (lines[line.alder] ?? '').lastIndexOf('Alder') },
		};
		const outline = await connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', here);
		assert.deepEqual(
			outline.flatMap(({ name, containerName }) => (containerName === 'Council puts off the bridge vote' ? name : [])),
			['Peter Lund', 'Ruth Alder', 'Sources'],
		);
		const [introduced] = await connection.sendRequest<Location[]>('textDocument/definition', here);
		assert.equal(introduced && words(introduced.range), 'Mayor Ruth Alder');
		const symbols = await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
		assert.deepEqual(symbols.map(({ name }) => name).sort(), ['Peter Lund', 'Ruth Alder']);
		const edit = await connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...here, newName: 'Anker' });
		const [change] = (edit.documentChanges ?? []) as TextDocumentEdit[];
		assert.equal(
			applied(draft, (change?.edits ?? []) as TextEdit[]).split('\n')[line.alder],
			(lines[line.alder] ?? '').replaceAll('Alder', 'Anker'),
		);
	},
);

editing(
	'configuration: editor, file, a change of both',
	async ({ open, diagnostics, connection, state, files, watched }) => {
		await open(uri, draft, 'markdown');
		assert.equal(only(await diagnostics(uri), 'loaded-reporting-verb').severity, 3);
		state.settings = { rules: { 'loaded-reporting-verb': 'error' } };
		await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await until(() => state.refreshes === 1, 'the editor was told to ask again');
		assert.equal(only(await diagnostics(uri), 'loaded-reporting-verb').severity, 1);
		files.set(configUri, '{ "rules": { "loaded-reporting-verb": "off" } }');
		await watched(configUri, 1);
		await until(() => state.refreshes === 2, 'the file was noticed');
		assert.deepEqual(withRule(await diagnostics(uri), 'loaded-reporting-verb'), []);
		files.set(configUri, '{ "rules": ');
		await watched(configUri, 2);
		await until(() => state.refreshes === 3, 'the mistake was noticed');
		assert.equal(only(await diagnostics(uri), 'loaded-reporting-verb').severity, 1);
	},
);

test('without a client that reads files the server reads them itself', { timeout: 60_000 }, async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'source critic é '));
	const editor = await spawnEditor({ folders: [pathToFileURL(folder).href], initializationOptions: {} });
	try {
		writeFileSync(
			path.join(folder, '.source-critic.jsonc'),
			'\uFEFF// ours\n{ "rules": { "anonymous-source": "off" } }',
		);
		const inFolder = pathToFileURL(path.join(folder, 'bridge.md')).href;
		await editor.open(inFolder, draft, 'markdown');
		const found = await editor.diagnostics(inFolder);
		assert.deepEqual(withRule(found, 'anonymous-source'), []);
		assert.equal(only(found, 'loaded-reporting-verb').codeDescription, undefined);
	} finally {
		editor.kill();
		rmSync(folder, { recursive: true });
	}
});

editing(
	'an unsaved draft, and two folders',
	async ({ open, diagnostics, files }) => {
		await open('untitled:Untitled-1', draft);
		assert.equal(withRule(await diagnostics('untitled:Untitled-1'), 'anonymous-source').length, 1);
		files.set('file:///b/.source-critic.jsonc', '{ "files": { "exclude": ["*.md"] } }');
		for (const folder of ['a', 'b']) await open(`file:///${folder}/bridge.md`, draft, 'markdown');
		assert.equal(withRule(await diagnostics('file:///a/bridge.md'), 'anonymous-source').length, 1);
		assert.deepEqual(await diagnostics('file:///b/bridge.md'), []);
	},
	{ folders: ['file:///a', 'file:///b'] },
);

editing(
	'a client that does not pull is sent diagnostics',
	async ({ open, change, published, close }) => {
		await open(uri, draft, 'markdown');
		await until(() => published.length === 1, 'the first were sent');
		assert.equal(published[0]?.version, 1);
		assert.equal(withRule(published[0]?.diagnostics ?? [], 'anonymous-source').length, 1);
		await change(uri, '');
		await until(() => published.length === 2, 'the second were sent');
		assert.deepEqual(published[1], { uri, version: 2, diagnostics: [] });
		await close(uri);
		await until(() => published.length === 3, 'they were cleared');
	},
	{ capabilities: pushCapabilities },
);

editing(
	'what is new in the sentence being typed waits about a second',
	async ({ open, change, diagnostics, state }) => {
		await open(uri, draft, 'markdown');
		const before = withRule(await diagnostics(uri), 'anonymous-source').length;
		assert.equal(before, 1);
		const end = draft.split('\n').length - 1;
		const typed = Date.now();
		await change(uri, '\nMayor Alder admitted that the old bridge had cracks.', at(end, 0));
		assert.equal(withRule(await diagnostics(uri), 'loaded-reporting-verb').length, 1);
		await until(() => state.refreshes > 0, 'the editor was told to ask again');
		assert.ok(Date.now() - typed >= 990);
		assert.equal(withRule(await diagnostics(uri), 'loaded-reporting-verb').length, 2);
	},
);

editing(
	'the comment that the light bulb writes silences the finding',
	async ({ open, change, actions, diagnostics, published }) => {
		await open(uri, draft, 'markdown');
		const source = only(await diagnostics(uri), 'anonymous-source');
		const ignore = (await actions(uri, atStart(source))).find(({ title }) => title.startsWith('Ignore with a comment'));
		const text = applied(draft, editsOf(ignore) as TextEdit[]);
		assert.match(text, /\n<!-- source-critic-ignore-next anonymous-source -->\nThe builder/);
		await change(uri, text);
		const left = await diagnostics(uri);
		assert.deepEqual(withRule(left, 'anonymous-source'), []);
		assert.equal(withRule(left, 'loaded-reporting-verb').length, 1);
		assert.deepEqual(published, []);
	},
);

editing('“Ignore here” silences the finding, and stays with it when the draft is edited', async editor => {
	const { open, change, actions, diagnostics, files, watched, state } = editor;
	await open(uri, draft, 'markdown');
	const source = only(await diagnostics(uri), 'anonymous-source');
	const ignore = (await actions(uri, atStart(source))).find(({ title }) => title === 'Ignore here');
	const [made, edit] = ignore?.edit?.documentChanges ?? [];
	assert.ok(made && 'kind' in made && made.kind === 'create' && edit && 'edits' in edit);
	assert.equal(made.uri, ignoresUri);
	const list = applied('', edit.edits as TextEdit[]);
	assert.doesNotMatch(list, /sources|builder|cracks/);
	files.set(ignoresUri, list);
	await watched(ignoresUri, 1);
	await until(() => state.refreshes > 0, 'the editor was told to ask again');
	assert.deepEqual(withRule(await diagnostics(uri), 'anonymous-source'), []);
	await change(uri, draft.replace('The builder had been told', 'Weeks before, the builder had been told'));
	assert.deepEqual(withRule(await diagnostics(uri), 'anonymous-source'), []);
});

editing('a file that is not open is checked', async ({ connection }) => {
	const found = await connection.sendRequest<Diagnostic[]>('sourceCritic/checkFile', {
		uri,
		languageId: 'markdown',
		text: draft,
	});
	assert.equal(withRule(found, 'anonymous-source').length, 1);
});

editing('a report of a false alarm holds no word of the draft', async ({ open, connection, diagnostics }) => {
	await open(uri, draft, 'markdown');
	const { range } = only(await diagnostics(uri), 'anonymous-source');
	const report = await connection.sendRequest<{ rule: string; pattern: string }>('sourceCritic/falseAlarm', {
		uri,
		...range.start,
	});
	assert.equal(report.rule, 'anonymous-source');
	assert.match(report.pattern, /^Xxx xxxxxxx .*\[\[xxxxxxx(?: xxxx)?\]\]/);
});

test('exit without shutdown is an error, and so is a client that goes away', { timeout: 60_000 }, async () => {
	const first = await spawnEditor();
	await first.connection.sendNotification('exit');
	assert.equal(await first.end, 1);
	const second = await spawnEditor();
	second.stdin.end();
	assert.equal(await second.end, 1);
});

test('without a transport it says how it is used', { timeout: 60_000 }, async () => {
	const { code, stdout, stderr } = await runServer();
	assert.equal(code, 2);
	assert.equal(stdout, '');
	assert.match(stderr, /Usage: server\.js --stdio/);
	assert.deepEqual(await runServer('--help').then(({ code, stderr }) => [code, stderr]), [0, '']);
	assert.match((await runServer('--version')).stdout, /^\d+\.\d+\.\d+\S*\n$/);
});
