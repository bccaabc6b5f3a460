/** The server as an editor sees it, over an analyzer that finds "sources" and "claimed", with a clock of our own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import {
	applied,
	type EditorOptions,
	fullCapabilities,
	openEditor,
	pushCapabilities,
	until,
} from '../../../test/protocol/client';
import type { Analyzer } from '../analysis';
import { parseConfigFile } from '../configuration/configFile';
import type { IgnoreCommandArguments, MoreFixesCommandArguments, StaleIgnore } from '../protocol';
import type { Environment } from './environment';
import { fakeAnalyzer, type ManualTimer, manualTimer, namedRule, serverInProcess } from './testing';

const uri = 'file:///newsroom/stories/one.md';
const configUri = 'file:///newsroom/.source-critic.jsonc';
const ignoresUri = 'file:///newsroom/.source-critic.ignores.json';

async function start(options: EditorOptions = {}, environment: Partial<Environment> = {}) {
	const timer = manualTimer();
	const { client, dispose } = serverInProcess({ timer, ...environment });
	const editor = await openEditor(client, options);
	return { ...editor, timer, dispose };
}

/** A server for one test, put away afterwards. */
function serving(
	name: string,
	body: (server: Awaited<ReturnType<typeof start>>) => Promise<void>,
	options?: EditorOptions,
	environment?: Partial<Environment>,
) {
	test(name, async () => {
		const server = await start(options, environment);
		try {
			await body(server);
		} finally {
			server.dispose();
		}
	});
}

/** Lets time pass until something has come to be. */
function passing(timer: ManualTimer, isSo: () => boolean, what: string) {
	return until(() => {
		timer.advance(100);
		return isSo();
	}, what);
}

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

serving('diagnostics carry all an editor can show', async ({ open, pull }) => {
	await open(uri, 'So sources said.', 'markdown');
	const report = await pull(uri);
	assert.equal(report.kind, 'full');
	assert.deepEqual(report.kind === 'full' && report.items, [
		{
			range: { start: { line: 0, character: 3 }, end: { line: 0, character: 10 } },
			severity: 2,
			source: 'Source Critic',
			code: 'anonymous-source',
			codeDescription: { href: 'file:///docs/rules/anonymous-source.md' },
			message: '“sources”: who?',
			data: { rule: 'anonymous-source', start: 3, end: 10 },
		},
	]);
	assert.equal((await pull(uri, report.resultId)).kind, 'unchanged');
	assert.equal((await pull(uri, 'other')).kind, 'full');
});

serving('what is new in the sentence being typed waits, then the editor is told to ask again', async server => {
	const { open, change, diagnostics, timer, state } = server;
	await open(uri, 'Old sources said.\nNew ', 'markdown');
	assert.equal((await diagnostics(uri)).length, 1);
	await change(uri, 'sources', at(1, 4));
	assert.deepEqual(
		(await diagnostics(uri)).map(({ range }) => range.start.line),
		[0],
	);
	assert.deepEqual(await server.actions(uri, at(1, 6)), []);
	assert.equal(state.refreshes, 0);
	timer.advance(999);
	timer.advance(2);
	await until(() => state.refreshes === 1, 'the editor was told');
	assert.equal((await diagnostics(uri)).length, 2);
	assert.notDeepEqual(await server.actions(uri, at(1, 6)), []);
	// Shown once, it stays while its sentence is written on.
	await change(uri, ' said', at(1, 11));
	assert.equal((await diagnostics(uri)).length, 2);
});

serving('an edit elsewhere releases what waits, and so does the caret', async server => {
	const { open, change, diagnostics, connection, state } = server;
	await open(uri, 'A line.\n', 'markdown');
	await diagnostics(uri);
	await change(uri, 'sources', at(1, 0));
	assert.equal((await diagnostics(uri)).length, 0);
	await connection.sendNotification('sourceCritic/caretMoved', { uri, line: 1, character: 3 });
	await connection.sendNotification('sourceCritic/caretMoved', { uri, line: 0, character: 3 });
	await until(() => state.refreshes > 0, 'the editor was told');
	assert.equal(state.refreshes, 1);
	assert.equal((await diagnostics(uri)).length, 1);
	await change(uri, ' sources', at(1, 7));
	assert.equal((await diagnostics(uri)).length, 1);
	await change(uri, 'x', at(0, 0));
	assert.equal((await diagnostics(uri)).length, 2);
});

serving(
	'an editor that pulls but cannot be told to ask again gets everything at once',
	async ({ open, change, diagnostics }) => {
		await open(uri, 'A line. ');
		await change(uri, 'sources', at(0, 8));
		assert.equal((await diagnostics(uri)).length, 1);
	},
	{ capabilities: { ...fullCapabilities, workspace: {} } },
);

serving(
	'an editor that does not pull is sent them',
	async ({ open, change, close, published, timer, initialized }) => {
		assert.equal(initialized.capabilities.diagnosticProvider, undefined);
		await open(uri, 'So sources said.');
		await passing(timer, () => published.length > 0, 'something was sent');
		assert.deepEqual([published[0]?.version, published[0]?.diagnostics.length], [1, 1]);
		await change(uri, ' New sources.', at(0, 16));
		timer.advance(50);
		assert.equal(published.length, 1);
		await passing(timer, () => published.length > 1, 'the change was sent');
		assert.deepEqual([published[1]?.version, published[1]?.diagnostics.length], [2, 1]);
		await passing(timer, () => published.length > 2, 'what was withheld was sent');
		assert.equal(published[2]?.diagnostics.length, 2);
		await close(uri);
		await until(() => published.length > 3, 'the editor was told to clear them');
		assert.deepEqual(published[3], { uri, diagnostics: [] });
	},
	{ capabilities: pushCapabilities },
);

serving('an outdated pull is answered as such, never with a part', async ({ open, change, pull, diagnostics }) => {
	await open(uri, 'sources\n'.repeat(20_000));
	const outdated = pull(uri);
	await change(uri, 'x', at(0, 0));
	await assert.rejects(outdated, (error: { code?: number; data?: unknown }) => {
		assert.equal(error.code, -32802);
		assert.deepEqual(error.data, { retriggerRequest: true });
		return true;
	});
	assert.equal((await diagnostics(uri)).length, 501);
});

serving('a cancelled pull is answered as cancelled', async ({ open, connection, diagnostics }) => {
	const { CancellationTokenSource } = await import('vscode-languageserver/node');
	await open(uri, 'sources\n'.repeat(20_000));
	const source = new CancellationTokenSource();
	const pull = connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
	source.cancel();
	await assert.rejects(pull, { code: -32800 });
	assert.equal((await diagnostics(uri)).length, 501);
});

serving('five hundred findings are enough, and the first line says so', async ({ open, diagnostics, statuses }) => {
	await open(uri, 'sources\n'.repeat(503));
	const found = await diagnostics(uri);
	assert.equal(found.length, 501);
	assert.equal(found[0]?.message, '3 more findings are not shown: at most 500 a document.');
	assert.deepEqual([statuses.at(-1)?.findings, statuses.at(-1)?.hidden], [500, 3]);
});

serving('the status tells what is read and why not', async ({ open, diagnostics, statuses, connection, state }) => {
	await open('untitled:a', 'sources');
	await open('untitled:b', 'Äh, sources');
	await open('untitled:c', 'TODO sources');
	await open('file:///newsroom/README.md', 'sources', 'markdown');
	await open('untitled:d', 'crash with sources');
	for (const each of ['untitled:a', 'untitled:b', 'untitled:c', 'file:///newsroom/README.md', 'untitled:d'])
		await diagnostics(each);
	assert.deepEqual(
		statuses.map(status => status.state),
		['on', 'not-english', 'not-news', 'off-file', 'failed'],
	);
	await connection.sendNotification('sourceCritic/checkAnyway', { uri: 'untitled:c' });
	await until(() => state.refreshes === 1, 'the editor was told to ask again');
	await diagnostics('untitled:c');
	assert.deepEqual([statuses.at(-1)?.state, statuses.at(-1)?.genre], ['on', 'news']);
});

serving('the log names the place of a failure and no word of the draft', async ({ open, diagnostics, log }) => {
	await open(uri, 'Doe will crash tomorrow');
	assert.deepEqual(await diagnostics(uri), []);
	await until(() => log.length > 0, 'the log said something');
	assert.match(log.join('\n'), /Error\n\s+at /);
	assert.doesNotMatch(log.join('\n'), /Doe|tomorrow/);
});

serving('a large document is read when opened and saved', async ({ open, change, save, pull, statuses, state }) => {
	await open(uri, `sources ${'x'.repeat(1_000_001)}`);
	const first = await pull(uri);
	assert.equal(first.kind === 'full' && first.items.length, 1);
	await change(uri, 'sources ', at(0, 0));
	const second = await pull(uri, first.resultId);
	assert.deepEqual([second.kind, second.resultId], ['unchanged', first.resultId]);
	assert.equal(statuses.at(-1)?.state, 'too-large');
	await save(uri);
	await until(() => state.refreshes > 0, 'the editor was told to ask again');
	const third = await pull(uri, first.resultId);
	assert.equal(third.kind, 'full');
});

serving('a large document that has changed is read at once when someone asks for it', async server => {
	const { open, change, pull, connection, statuses, state } = server;
	await open(uri, `sources ${'x'.repeat(1_000_001)}`);
	const first = await pull(uri);
	await change(uri, 'sources ', at(0, 0));
	await pull(uri, first.kind === 'full' ? first.resultId : '');
	assert.equal(statuses.at(-1)?.state, 'too-large');
	await connection.sendNotification('sourceCritic/checkAnyway', { uri });
	await until(() => state.refreshes > 0, 'the editor was told to ask again');
	const second = await pull(uri, first.resultId);
	assert.equal(second.kind === 'full' && second.items.length, 1);
	assert.deepEqual([statuses.at(-1)?.state, statuses.at(-1)?.genreBasis], ['on', 'form']);
});

// --- configuration ----------------------------------------------------------------------------------------------

serving('settings of the editor hold, and a change has everything read anew', async server => {
	const { open, diagnostics, connection, state } = server;
	await open(uri, 'sources claimed');
	assert.equal((await diagnostics(uri)).length, 2);
	state.settings = { rules: { 'anonymous-source': 'off', 'loaded-reporting-verb': 'hint' } };
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
	await until(() => state.refreshes === 1, 'the editor was told to ask again');
	assert.deepEqual(
		(await diagnostics(uri)).map(({ code, severity }) => [code, severity]),
		[['loaded-reporting-verb', 4]],
	);
});

serving(
	'a client that cannot be asked for settings sends them',
	async ({ open, diagnostics, connection, state, log }) => {
		await open(uri, 'sources claimed');
		assert.equal((await diagnostics(uri)).length, 1);
		const settings = { sourceCritic: { rules: { 'loaded-reporting-verb': 'off' } } };
		await connection.sendNotification('workspace/didChangeConfiguration', { settings });
		assert.deepEqual(rulesOf(await diagnostics(uri)), ['anonymous-source']);
		assert.deepEqual([state.refreshes, log], [0, []]);
	},
	{
		capabilities: { ...fullCapabilities, workspace: {} },
		initializationOptions: { readFile: true, settings: { rules: { 'anonymous-source': 'off' } } },
	},
);

serving('the nearest configuration file holds, and a change is noticed', async server => {
	const { open, diagnostics, files, watched, timer, state, registrations } = server;
	files.set(configUri, '{ "rules": { "anonymous-source": "off" } }');
	await open(uri, 'sources claimed');
	assert.deepEqual(rulesOf(await diagnostics(uri)), ['loaded-reporting-verb']);
	assert.ok(registrations.includes('workspace/didChangeWatchedFiles'));
	const nearer = 'file:///newsroom/stories/.source-critic.jsonc';
	files.set(nearer, '{ "overrides": [{ "files": "one.md", "rules": { "loaded-reporting-verb": "off" } }] }');
	await watched(nearer, 1);
	await passing(timer, () => state.refreshes === 1, 'the editor was told to ask again');
	assert.deepEqual(rulesOf(await diagnostics(uri)), ['anonymous-source']);
});

serving(
	'each folder of a window has its own',
	async ({ open, diagnostics, files }) => {
		files.set('file:///b/.source-critic.jsonc', '{ "rules": { "anonymous-source": "off" } }');
		files.set('file:///.source-critic.jsonc', '{ "rules": { "anonymous-source": "off" } }');
		await open('file:///a/one.md', 'sources');
		await open('file:///b/one.md', 'sources');
		assert.equal((await diagnostics('file:///a/one.md')).length, 1);
		assert.equal((await diagnostics('file:///b/one.md')).length, 0);
	},
	{ folders: ['file:///a', 'file:///b'] },
);

serving('mistakes in a configuration file are told there, and the defaults hold', async server => {
	const { open, change, diagnostics, files, published, timer } = server;
	files.set(configUri, '{ "rules": { "anonymous-source": ');
	await open(uri, 'sources');
	assert.equal((await diagnostics(uri)).length, 1);
	await until(() => published.length > 0, 'the mistakes were sent');
	assert.equal(published[0]?.uri, configUri);
	assert.match(String(published[0]?.diagnostics[0]?.message), /defaults are used/);
	assert.equal(published[0]?.diagnostics[0]?.severity, 1);
	await open(configUri, '{ "rules": { "anonymous-source": ', 'jsonc');
	await change(configUri, '{ "rules": { "anonymos-source": "off" } }');
	await passing(timer, () => /Did you mean “anonymous-source”/.test(lastMessage()), 'a suggestion was sent');
	await change(configUri, '{ "rules": { "anonymous-source": "off" } }');
	await passing(timer, () => published.at(-1)?.diagnostics.length === 0, 'they were cleared');
	// What stands in the editor holds before it is saved.
	assert.equal((await diagnostics(uri)).length, 0);
	function lastMessage() {
		return String(published.at(-1)?.diagnostics[0]?.message);
	}
});

serving('a comment silences the block after it', async ({ open, diagnostics }) => {
	await open(uri, '<!-- source-critic-ignore-next anonymous-source -->\nsources claimed\nsources', 'markdown');
	assert.deepEqual(rulesOf(await diagnostics(uri)), ['loaded-reporting-verb', 'anonymous-source']);
});

// --- code actions -----------------------------------------------------------------------------------------------

serving('fixes come first, then ways to ignore', async ({ open, actions, diagnostics }) => {
	await open(uri, 'So sources claimed it.', 'markdown');
	const shown = await diagnostics(uri);
	const found = await actions(uri, at(0, 5), shown);
	assert.deepEqual(
		found.map(({ title }) => title),
		[
			'Add who',
			'Ignore here',
			'Ignore “sources” in every file',
			'Ignore “anonymous-source” in this file',
			'Ignore “anonymous-source” in this workspace',
			'Ignore with a comment before this paragraph',
		],
	);
	for (const { kind, diagnostics: of, isPreferred } of found) {
		assert.deepEqual([kind, of, isPreferred], ['quickfix', [shown[0]], undefined]);
	}
	const [edit] = (found[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(edit?.textDocument, { uri, version: 1 });
	assert.deepEqual(edit?.edits, [
		{
			range: { start: { line: 0, character: 3 }, end: { line: 0, character: 10 } },
			snippet: { kind: 'snippet', value: `\${1|[who?],Doe|}` },
		},
	]);
	const [reword] = await actions(uri, at(0, 12));
	assert.equal(reword?.isPreferred, true);
	assert.deepEqual(await actions(uri, at(0, 0)), []);
	assert.deepEqual(await actions(uri, at(0, 5), [], ['refactor']), []);
	assert.deepEqual(await actions(uri, at(0, 5), [], ['source.fixAll']), []);
});

serving(
	'a client without snippets gets the query spelled out',
	async ({ open, actions }) => {
		await open(uri, 'So sources claimed it.', 'markdown');
		const found = await actions(uri, at(0, 5));
		assert.deepEqual(found[0]?.edit, {
			changes: {
				[uri]: [{ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 10 } }, newText: '[who?]' }],
			},
		});
		// No file can be made, and none is there.
		assert.deepEqual(
			found.map(({ title }) => title),
			['Add who', 'Ignore with a comment before this paragraph'],
		);
	},
	{ capabilities: { textDocument: { ...fullCapabilities.textDocument }, workspace: {} } },
);

serving('a comment goes before the block, in its quotation', async ({ open, actions }) => {
	await open(uri, 'One.\r\n> So sources said.', 'markdown');
	const edit = (await actions(uri, at(1, 6))).find(({ title }) => title.includes('comment'))?.edit;
	const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	assert.deepEqual(change?.edits, [
		{ range: at(1, 0), newText: '<!-- source-critic-ignore-next anonymous-source -->\r\n' },
	]);
	await open('file:///newsroom/two.txt', 'So sources said.');
	const titles = (await actions('file:///newsroom/two.txt', at(0, 6))).map(({ title }) => title);
	assert.ok(titles.includes('Ignore here') && !titles.some(title => title.includes('comment')));
});

serving(
	'a missing configuration file is made, one that is there is added to',
	async ({ open, actions, files, watched, timer, state, diagnostics }) => {
		await open(uri, 'So sources said.', 'markdown');
		const made = (await actions(uri, at(0, 6))).find(({ title }) => title.endsWith('workspace'))?.edit;
		assert.deepEqual(made?.documentChanges, [
			{ kind: 'create', uri: configUri, options: { overwrite: false, ignoreIfExists: false } },
			{
				textDocument: { uri: configUri, version: null },
				edits: [{ range: at(0, 0), newText: '{\n\t"rules": {\n\t\t"anonymous-source": "off"\n\t}\n}\n' }],
			},
		]);
		files.set(configUri, '{\n\t// ours\n\t"genre": "news"\n}\n');
		await watched(configUri, 1);
		await passing(timer, () => state.refreshes === 1, 'the file was noticed');
		await diagnostics(uri);
		const added = (await actions(uri, at(0, 6))).find(({ title }) => title.endsWith('this file'))?.edit;
		const [change] = (added?.documentChanges ?? []) as TextDocumentEdit[];
		assert.deepEqual(change?.textDocument, { uri: configUri, version: null });
		assert.match(JSON.stringify(change?.edits), /stories\/one\.md/);
		// Open and not saved: what the editor shows is what is changed.
		await open(configUri, '{\n}', 'jsonc');
		const unsaved = (await actions(uri, at(0, 6))).find(({ title }) => title.endsWith('workspace'))?.edit;
		const [inEditor] = (unsaved?.documentChanges ?? []) as TextDocumentEdit[];
		assert.deepEqual(inEditor?.textDocument, { uri: configUri, version: 1 });
	},
);

serving('a broken configuration file is not touched', async ({ open, actions, files }) => {
	files.set(configUri, '{ "rules": ');
	await open(uri, 'So sources said.', 'markdown');
	const inConfig = (await actions(uri, at(0, 6))).filter(({ title }) => title.startsWith('Ignore “anonymous'));
	assert.equal(inConfig.length, 2);
	for (const { disabled, edit } of inConfig) {
		assert.match(disabled?.reason ?? '', /mistakes/);
		assert.equal(edit, undefined);
	}
});

serving('an unsaved draft can be silenced in the workspace, not by its name', async ({ open, actions }) => {
	await open('untitled:Untitled-1', 'So sources said.');
	const titles = (await actions('untitled:Untitled-1', at(0, 6))).map(({ title }) => title);
	assert.deepEqual(titles, [
		'Add who',
		'Ignore “sources” in every file',
		'Ignore “anonymous-source” in this workspace',
	]);
});

/** Applies what an edit does to a file, as an editor would. */
function carriedOut(edit: WorkspaceEdit | null | undefined, files: Map<string, string>): string[] {
	const changed: string[] = [];
	for (const change of edit?.documentChanges ?? []) {
		if ('kind' in change) {
			if (change.kind === 'create') files.set(change.uri, files.get(change.uri) ?? '');
			continue;
		}
		const { uri: file } = change.textDocument;
		files.set(file, applied(files.get(file) ?? '', change.edits as TextEdit[]));
		changed.push(file);
	}
	return changed;
}

serving('“Ignore here” silences this place for good', async server => {
	const { open, change, actions, files, watched, timer, state, diagnostics, statuses } = server;
	const text = 'At noon the old sources said no.\nAt night the new sources said yes, and more.';
	await open(uri, text);
	const ignore = (await actions(uri, at(0, 17))).find(({ title }) => title === 'Ignore here');
	assert.deepEqual(carriedOut(ignore?.edit, files), [ignoresUri]);
	const list = files.get(ignoresUri) ?? '';
	assert.match(list, /"file": "stories\/one\.md"/);
	assert.doesNotMatch(list, /noon|night|sources/);
	await watched(ignoresUri, 1);
	await passing(timer, () => state.refreshes === 1, 'the file was noticed');
	const lines = async () => (await diagnostics(uri)).map(({ range }) => range.start.line);
	assert.deepEqual(await lines(), [1]);
	assert.deepEqual([statuses.at(-1)?.ignored, statuses.at(-1)?.stale], [1, 0]);
	await change(uri, `A first line.\n\n${text.replace('At noon the', 'At about noon some')}`);
	timer.advance(2000);
	assert.deepEqual(await lines(), [3]);
	// The others still offer it, and a second one is added to the first.
	const second = (await actions(uri, at(3, 20))).find(({ title }) => title === 'Ignore here');
	carriedOut(second?.edit, files);
	assert.equal(files.get(ignoresUri)?.match(/"ordinal"/g)?.length, 2);
});

serving('a phrase is silenced in every file of the workspace', async server => {
	const { open, actions, files, watched, timer, state, diagnostics } = server;
	await open(uri, 'So sources claimed it.');
	const ignore = (await actions(uri, at(0, 5))).find(({ title }) => title === 'Ignore “sources” in every file');
	carriedOut(ignore?.edit, files);
	await watched(ignoresUri, 1);
	await passing(timer, () => state.refreshes === 1, 'the file was noticed');
	await open('file:///newsroom/b.md', 'The sources claimed more.');
	for (const draft of [uri, 'file:///newsroom/b.md']) {
		assert.deepEqual(rulesOf(await diagnostics(draft)), ['loaded-reporting-verb'], draft);
	}
});

serving('ignores lie beside the configuration', async ({ open, actions, files }) => {
	files.set('file:///newsroom/stories/.source-critic.jsonc', '{}');
	await open(uri, 'So sources said.');
	const ignore = (await actions(uri, at(0, 5))).find(({ title }) => title === 'Ignore here');
	assert.deepEqual(carriedOut(ignore?.edit, files), ['file:///newsroom/stories/.source-critic.ignores.json']);
	assert.match([...files.values()].at(-1) ?? '', /"file": "one\.md"/);
});

serving(
	'a broken list of ignores is told and not touched',
	async ({ open, actions, files, published, diagnostics }) => {
		files.set(ignoresUri, '{ "ignores"');
		await open(uri, 'So sources said.');
		assert.equal((await diagnostics(uri)).length, 1);
		await until(() => published.length > 0, 'the mistake was sent');
		assert.equal(published[0]?.uri, ignoresUri);
		assert.match(String(published[0]?.diagnostics[0]?.message), /Nothing is ignored by it/);
		const ignore = (await actions(uri, at(0, 5))).find(({ title }) => title === 'Ignore here');
		assert.match(ignore?.disabled?.reason ?? '', /mistakes/);
		assert.equal(ignore?.edit, undefined);
	},
);

const choosing: EditorOptions = { initializationOptions: { readFile: true, choices: true } };

serving(
	'a client that lets the reader choose gets three fixes at most, and one entry for ways to ignore',
	async ({ open, actions, connection, files }) => {
		await open(uri, 'So sources said.', 'markdown');
		const found = await actions(uri, at(0, 5));
		assert.deepEqual(
			found.map(({ title }) => title),
			['Add who', 'Ignore here', 'More ways to ignore…'],
		);
		const [argument] = (found[2]?.command?.arguments ?? []) as IgnoreCommandArguments[];
		assert.equal(found[2]?.command?.command, 'sourceCritic.ignore');
		const choices = argument?.choices ?? [];
		assert.deepEqual(
			choices.map(({ way }) => way),
			['here', 'phrase', 'file', 'workspace', 'comment'],
		);
		const ask = (way: string, reason?: string) =>
			connection.sendRequest<WorkspaceEdit | null>('sourceCritic/ignore', {
				choice: choices.find(choice => choice.way === way),
				reason,
			});
		carriedOut(await ask('here', 'agreed */ with --> the desk'), files);
		assert.match(files.get(ignoresUri) ?? '', /"reason": "agreed \*\/ with --> the desk"/);
		carriedOut(await ask('file', 'agreed */ with\nthe desk'), files);
		assert.match(files.get(configUri) ?? '', /"off" \/\* agreed \* \/ with the desk \*\/\n/);
		assert.equal(parseConfigFile(files.get(configUri) ?? '', { rules: ['anonymous-source'] }).wellFormed, true);
		const [comment] = ((await ask('comment', 'agreed --> x'))?.documentChanges ?? []) as TextDocumentEdit[];
		assert.deepEqual(comment?.edits, [
			{ range: at(0, 0), newText: '<!-- source-critic-ignore-next anonymous-source: agreed    x -->\n' },
		]);
		const gone = { ...choices[0], start: 4 };
		assert.equal(await connection.sendRequest('sourceCritic/ignore', { choice: gone }), null);
	},
	choosing,
);

serving(
	'with more than three fixes the rest are behind “More…”',
	async ({ open, actions }) => {
		await open(uri, 'So sources said.', 'markdown');
		const found = await actions(uri, at(0, 5));
		assert.deepEqual(
			found.map(({ title }) => title),
			['Add who', 'Add whose', 'Add where', 'More…', 'Ignore here', 'More ways to ignore…'],
		);
		const [more] = (found[3]?.command?.arguments ?? []) as MoreFixesCommandArguments<WorkspaceEdit>[];
		assert.equal(found[3]?.command?.command, 'sourceCritic.moreFixes');
		assert.deepEqual(
			more?.fixes.map(({ title }) => title),
			['Add when'],
		);
		assert.equal((more?.fixes[0]?.edit.documentChanges ?? []).length, 1);
	},
	choosing,
	{ createAnalyzer: () => withFixes(['Add who', 'Add whose', 'Add where', 'Add when']) },
);

/** The analyzer with other fixes for each finding. */
function withFixes(titles: readonly string[]): Analyzer {
	const analyzer = fakeAnalyzer();
	return {
		*update(draft) {
			const analysis = yield* analyzer.update(draft);
			const findings = analysis.findings.map(finding => ({
				...finding,
				fixes: titles.map(title => ({
					title,
					kind: 'attribute' as const,
					edits: [{ span: finding.span, text: title }],
				})),
			}));
			return { ...analysis, findings };
		},
	};
}

serving(
	'two findings at one place: each entry says which it is about',
	async ({ open, actions }) => {
		await open(uri, 'So sources claimed it.');
		const found = await actions(uri, { start: { line: 0, character: 3 }, end: { line: 0, character: 14 } });
		assert.deepEqual(
			found.map(({ title }) => title),
			[
				'Add who',
				'Write “said”',
				'Ignore “anonymous-source” here',
				'Ignore “loaded-reporting-verb” here',
				'More ways to ignore…',
			],
		);
	},
	choosing,
);

serving(
	'a rule that is ignored one by one offers its place and nothing wider',
	async ({ open, actions }) => {
		await open(uri, 'So sources said.', 'markdown');
		const found = await actions(uri, at(0, 5));
		assert.deepEqual(
			found.map(({ title }) => title),
			['Add who', 'Ignore here', 'Ignore with a comment before this paragraph'],
		);
	},
	undefined,
	{ rules: [{ ...namedRule('anonymous-source'), ignoredOneByOne: true }] },
);

serving('ignores that fit nothing any more are listed, and can be taken out', async server => {
	const { open, change, actions, files, watched, timer, state, diagnostics, connection, statuses } = server;
	await open(uri, 'At noon the old sources said no.\nAt night the new sources said yes.');
	for (const place of [at(0, 17), at(1, 18)]) {
		carriedOut((await actions(uri, place)).find(({ title }) => title === 'Ignore here')?.edit, files);
		await watched(ignoresUri, 2);
		const { refreshes } = state;
		await passing(timer, () => state.refreshes > refreshes, 'the file was noticed');
	}
	await change(uri, 'At noon the old sources said no.\nNobody else did.');
	await diagnostics(uri);
	assert.deepEqual([statuses.at(-1)?.ignored, statuses.at(-1)?.stale], [1, 1]);
	const stale = await connection.sendRequest<StaleIgnore[]>('sourceCritic/staleIgnores', { uri });
	assert.deepEqual(
		stale.map(({ rule }) => rule),
		['anonymous-source'],
	);
	const keys = stale.map(({ key }) => key);
	const edit = await connection.sendRequest<WorkspaceEdit>('sourceCritic/removeIgnores', { uri, keys });
	assert.deepEqual(carriedOut(edit, files), [ignoresUri]);
	assert.equal(files.get(ignoresUri)?.match(/"ordinal"/g)?.length, 1);
	await watched(ignoresUri, 2);
	const { refreshes } = state;
	await passing(timer, () => state.refreshes > refreshes, 'the file was noticed');
	await diagnostics(uri);
	assert.deepEqual([statuses.at(-1)?.ignored, statuses.at(-1)?.stale], [1, 0]);
	assert.equal(await connection.sendRequest('sourceCritic/removeIgnores', { uri, keys }), null);
});

serving('a reader’s preset offers no rewording', async ({ open, actions, files }) => {
	files.set(configUri, '{ "preset": "reader" }');
	await open(uri, 'So sources claimed it.');
	const titles = (await actions(uri, at(0, 13))).map(({ title }) => title);
	assert.ok(titles.length > 0 && !titles.includes('Write “said”'));
	assert.ok((await actions(uri, at(0, 5))).some(({ title }) => title === 'Add who'));
});

// --- hover and the rest -----------------------------------------------------------------------------------------

serving('a hover says why and on whose authority', async ({ open, hover }) => {
	await open(uri, 'So sources claimed it.', 'markdown');
	const found = await hover(uri, 0, 5);
	assert.deepEqual(found?.contents, {
		kind: 'markdown',
		value: ['Readers weigh what they can trace.', '- [A style guide](<https://example.org/guide>)'].join('\n\n'),
	});
	assert.deepEqual(found?.range, { start: { line: 0, character: 3 }, end: { line: 0, character: 10 } });
	const voice = await hover(uri, 0, 0);
	assert.deepEqual(voice?.contents, { kind: 'markdown', value: 'The writer’s own voice' });
});

serving('files are checked without being opened', async ({ connection, files }) => {
	const check = (uri: string, text: string) =>
		connection.sendRequest<Diagnostic[]>('sourceCritic/checkFile', { uri, languageId: 'markdown', text });
	assert.deepEqual(rulesOf(await check('file:///newsroom/a.md', 'sources claimed')), [
		'anonymous-source',
		'loaded-reporting-verb',
	]);
	assert.deepEqual(await check('file:///newsroom/README.md', 'sources'), []);
	files.set('file:///newsroom/b/.source-critic.jsonc', '{ "files": { "exclude": "*" } }');
	assert.deepEqual(await check('file:///newsroom/b/a.md', 'sources'), []);
	const many = await Promise.all(
		['c', 'd', 'e'].map(name => check(`file:///newsroom/${name}.md`, 'sources\n'.repeat(400))),
	);
	assert.deepEqual(
		many.map(({ length }) => length),
		[400, 400, 400],
	);
});

serving('a false alarm is told without a word of the draft', async ({ open, connection }) => {
	await open(uri, 'In May 2024, “sources” at Öst said.');
	const report = await connection.sendRequest('sourceCritic/falseAlarm', { uri, line: 0, character: 16 });
	assert.deepEqual(report, {
		rule: 'anonymous-source',
		version: '0.0.0',
		pattern: 'Xx Xxx 0000, “[[xxxxxxx]]” xx Xxx xxxx.',
	});
	assert.equal(await connection.sendRequest('sourceCritic/falseAlarm', { uri, line: 0, character: 0 }), null);
});

serving('what is not as the protocol says is answered with an error', async ({ connection, open, diagnostics }) => {
	await open(uri, 'sources');
	const garbage = [undefined, null, 3, 'x', {}, { textDocument: 3 }, { textDocument: { uri: 3 } }, { uri }];
	for (const method of [
		'textDocument/hover',
		'textDocument/codeAction',
		'textDocument/completion',
		'textDocument/inlayHint',
		'sourceCritic/checkFile',
		'sourceCritic/falseAlarm',
		'sourceCritic/ignore',
	]) {
		for (const params of garbage) {
			await assert.rejects(
				connection.sendRequest(method, params),
				{ code: -32602 },
				`${method} ${JSON.stringify(params)}`,
			);
		}
	}
	for (const method of ['diagnostic', 'codeLens', 'semanticTokens/full', 'semanticTokens/full/delta']) {
		await assert.rejects(connection.sendRequest(`textDocument/${method}`, {}), { code: -32602 }, method);
	}
	const noRange = { textDocument: { uri }, range: { start: 'x' } };
	await assert.rejects(connection.sendRequest('textDocument/semanticTokens/range', noRange), { code: -32602 });
	await assert.rejects(
		connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: -1, character: 0.5 } }),
		{ code: -32602 },
	);
	await assert.rejects(connection.sendRequest('no/such/method'), { code: -32601 });
	await assert.rejects(connection.sendRequest('initialize', { capabilities: {} }), { code: -32600 });
	for (const method of [
		'textDocument/didOpen',
		'textDocument/didChange',
		'sourceCritic/caretMoved',
		'sourceCritic/checkAnyway',
		'workspace/didChangeWatchedFiles',
		'workspace/didChangeConfiguration',
		'workspace/didChangeWorkspaceFolders',
	]) {
		await connection.sendNotification(method, {});
	}
	const far = { textDocument: { uri }, position: { line: 9999, character: 9999 } };
	await connection.sendRequest('textDocument/hover', far);
	assert.equal((await diagnostics(uri)).length, 1);
});

serving('documents that are not open have nothing', async ({ pull, hover, actions, change, close, diagnostics }) => {
	assert.deepEqual(await pull('file:///nowhere'), { kind: 'full', items: [] });
	assert.equal(await hover('file:///nowhere', 0, 0), null);
	assert.deepEqual(await actions('file:///nowhere', at(0, 0)), []);
	await change('file:///nowhere', 'x');
	await close('file:///nowhere');
	assert.deepEqual(await diagnostics('file:///nowhere'), []);
});

serving('after shutdown requests are refused', async ({ shutdown, pull, open }) => {
	await open(uri, 'sources');
	await shutdown();
	await assert.rejects(pull(uri), { code: -32600 });
});

test('the analyzer is driven in slices: a hover is answered while a long draft is read', async () => {
	let time = 0;
	const timer = { ...manualTimer(), now: () => time };
	const server = await start({}, { timer, createAnalyzer: () => fakeAnalyzer(() => (time += 1)) });
	try {
		await server.open('file:///newsroom/long.md', 'sources\n'.repeat(100_000));
		await server.open('file:///newsroom/short.md', 'sources');
		let isDone = false;
		const long = server.diagnostics('file:///newsroom/long.md').then(found => {
			isDone = true;
			return found;
		});
		assert.ok(await server.hover('file:///newsroom/short.md', 0, 2));
		assert.equal(isDone, false);
		assert.equal((await long).length, 501);
	} finally {
		server.dispose();
	}
});

test('a file on this machine is read here, any other through the client', async () => {
	const asked: string[] = [];
	const readFile = async (uri: string) => {
		asked.push(uri);
		return uri === configUri ? '{ "rules": { "anonymous-source": "off" } }' : null;
	};
	const remote = 'vscode-vfs://host/repository/.source-critic.jsonc';
	const files = new Map([[remote, '{ "rules": { "anonymous-source": "off" } }']]);
	const folders = ['file:///newsroom', 'vscode-vfs://host/repository'];
	const server = await start({ files, folders, initializationOptions: {} }, { readFile });
	try {
		for (const draft of [uri, 'vscode-vfs://host/repository/one.md']) {
			await server.open(draft, 'sources');
			assert.deepEqual(await server.diagnostics(draft), [], draft);
		}
		assert.ok(asked.length > 0 && asked.every(each => each.startsWith('file:')));
	} finally {
		server.dispose();
	}
});
