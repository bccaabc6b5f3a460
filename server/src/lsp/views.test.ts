/** Colours, lens, hints and completion as an editor asks for them, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
	ClientCapabilities,
	CodeLens,
	CompletionItem,
	InlayHint,
	SemanticTokens,
	SemanticTokensDelta,
} from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type EditorOptions, fullCapabilities, openEditor, until } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { rules } from '../rules/index';
import { manualTimer, serverInProcess } from './testing';

const uri = 'file:///newsroom/stories/one.md';
const draft = `Ada Quist runs the lock in Norland. “It leaks,” she said.

A senior official said the gate would fail, according to `;
const wanted = { codeLens: true, inlayHints: true, colorVoices: true };
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const analyzer = createAnalyzer(resources);

function serving(
	name: string,
	body: (editor: Awaited<ReturnType<typeof start>>) => Promise<void>,
	options?: EditorOptions,
) {
	test(name, async () => {
		const editor = await start(options);
		try {
			await body(editor);
		} finally {
			editor.dispose();
		}
	});
}

async function start(options: EditorOptions = {}) {
	// A clock that runs, so that a draft is read in slices and messages come in between.
	let time = 0;
	const timer = { ...manualTimer(), now: () => (time += 5) };
	const { client, dispose } = serverInProcess({ createAnalyzer: () => analyzer, rules, timer });
	const editor = await openEditor(client, { settings: wanted, ...options });
	const ask = <R>(method: string, uri: string, more: object = {}) =>
		client.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });
	return {
		...editor,
		dispose,
		tokens: (of: string) => ask<SemanticTokens>('semanticTokens/full', of),
		tokensIn: (of: string, range: object) => ask<SemanticTokens>('semanticTokens/range', of, { range }),
		changesSince: (of: string, previousResultId?: string) =>
			ask<SemanticTokens | SemanticTokensDelta>('semanticTokens/full/delta', of, { previousResultId }),
		lenses: (of: string) => ask<CodeLens[]>('codeLens', of),
		hints: (of: string) => ask<InlayHint[]>('inlayHint', of, { range: whole }),
		complete: (of: string, line: number, character: number) =>
			ask<CompletionItem[]>('completion', of, { position: { line, character } }),
	};
}

serving('each view answers for a draft that is read', async ({ open, initialized, ...editor }) => {
	const { capabilities } = initialized;
	assert.deepEqual(capabilities.completionProvider?.triggerCharacters, [' ']);
	assert.ok(capabilities.codeLensProvider && capabilities.inlayHintProvider && capabilities.semanticTokensProvider);
	await open(uri, draft, 'markdown');
	const { data } = await editor.tokens(uri);
	assert.ok(data.length >= 15 && data.length % 5 === 0);
	assert.deepEqual((await editor.tokensIn(uri, whole)).data, data);
	const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 99 } };
	assert.ok((await editor.tokensIn(uri, first)).data.length < data.length);
	const [lens] = await editor.lenses(uri);
	assert.match(String(lens?.command?.title), /^1 named · 1 anonymous/);
	assert.equal(lens?.command?.command, '');
	assert.equal((await editor.hints(uri)).length, 1);
	const [name] = await editor.complete(uri, 2, 57);
	assert.equal(name?.label, 'Ada Quist');
	assert.deepEqual(await editor.complete(uri, 2, 9), []);
});

serving('after an edit the colours are told as a change', async ({ open, change, tokens, changesSince }) => {
	await open(uri, draft, 'markdown');
	const { resultId } = await tokens(uri);
	await change(uri, 'So ', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
	const answer = await changesSince(uri, resultId);
	assert.ok('edits' in answer && answer.edits.length === 1);
	assert.ok('data' in (await changesSince(uri, 'never told')));
});

serving(
	'what is switched off is not shown, and a change of settings has everything asked for again',
	async editor => {
		const { open, connection, state, viewRefreshes } = editor;
		await open(uri, draft, 'markdown');
		state.settings = { codeLens: false, inlayHints: false, colorVoices: false };
		await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await until(() => viewRefreshes.length >= 3, 'the editor was told to ask again');
		assert.deepEqual([...viewRefreshes].sort(), ['codeLens', 'inlayHint', 'semanticTokens']);
		assert.deepEqual((await editor.tokens(uri)).data, []);
		assert.deepEqual(await editor.lenses(uri), []);
		assert.deepEqual(await editor.hints(uri), []);
	},
	{ capabilities: withRefreshes() },
);

serving(
	'an editor that cannot be told to ask again is not told',
	async ({ open, connection, viewRefreshes, lenses, state }) => {
		await open(uri, draft, 'markdown');
		await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await until(() => state.refreshes === 1, 'the editor was told of its diagnostics');
		await lenses(uri);
		assert.deepEqual(viewRefreshes, []);
	},
);

serving(
	'a client with the command opens its lists from the lens',
	async ({ open, lenses }) => {
		await open(uri, draft, 'markdown');
		const [lens] = await lenses(uri);
		assert.equal(lens?.command?.command, 'sourceCritic.showOverview');
		assert.deepEqual(lens?.command?.arguments, [{ list: 'problems' }]);
	},
	{ initializationOptions: { choices: true } },
);

serving('files that are not read, not open or not news show nothing', async ({ open, ...editor }) => {
	await open('file:///newsroom/README.md', draft, 'markdown');
	await open('untitled:list', 'Milk\nBread\nTea\n[who?]');
	await open(
		'untitled:other',
		'Ada Quist sagte, die Schleuse sei undicht, und der Rat habe davon gewusst. „Sie ist undicht“, sagte sie.',
	);
	for (const each of ['file:///newsroom/README.md', 'untitled:list', 'untitled:other', 'file:///nowhere']) {
		assert.deepEqual((await editor.tokens(each)).data, [], each);
		assert.deepEqual(await editor.lenses(each), [], each);
		assert.deepEqual(await editor.hints(each), [], each);
		assert.deepEqual(await editor.complete(each, 2, 57), [], each);
		assert.deepEqual(await editor.complete(each, 3, 3), [], each);
		assert.equal(await editor.hover(each, 0, 5), null, each);
	}
});

serving(
	'a cancelled request is answered as cancelled, an outdated one as such',
	async ({ open, change, connection, lenses, tokens }) => {
		const long = 'Ada Quist said the lock leaks.\n\n'.repeat(3000);
		await open(uri, 'A line.');
		// From now on the settings are known, and reading begins at once.
		await tokens(uri);
		await change(uri, long);
		const outdated = tokens(uri);
		await change(uri, 'Tom Harlow said it does not. ', { start: whole.start, end: whole.start });
		await assert.rejects(outdated, { code: -32802 });
		const source = new CancellationTokenSource();
		const cancelled = connection.sendRequest('textDocument/codeLens', { textDocument: { uri } }, source.token);
		source.cancel();
		await assert.rejects(cancelled, { code: -32800 });
		assert.equal((await lenses(uri)).length, 1);
	},
);

function withRefreshes(): ClientCapabilities {
	const refreshes = { refreshSupport: true };
	return {
		...fullCapabilities,
		workspace: { ...fullCapabilities.workspace, semanticTokens: refreshes, codeLens: refreshes, inlayHint: refreshes },
	};
}
