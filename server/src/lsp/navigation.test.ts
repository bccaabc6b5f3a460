/** Navigation as an editor asks for it, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type CallHierarchyIncomingCall,
	type CallHierarchyItem,
	CancellationTokenSource,
	type ClientCapabilities,
	type DocumentHighlight,
	type DocumentSymbol,
	type FoldingRange,
	type Location,
	type LocationLink,
	LSPErrorCodes,
	type Range,
	type SelectionRange,
	type SymbolInformation,
	type WorkspaceEdit,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import { fullCapabilities, openEditor } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { serverInProcess } from './testing';

const uri = 'file:///newsroom/quay.txt';
const draft = [
	'Mayor Ruth Alder said the quay leaks. “We knew that Alder knew,” she said.',
	'A source close to the talks told the Norland Courier that the money is gone. Alder said nobody was told.',
	'',
].join('\r\n');

/** What VS Code says of itself. */
const capabilities: ClientCapabilities = {
	textDocument: {
		...fullCapabilities.textDocument,
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		definition: { linkSupport: true },
		rename: { prepareSupport: true, honorsChangeAnnotations: true },
	},
	workspace: {
		...fullCapabilities.workspace,
		workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
	},
};

async function start(options: { capabilities?: ClientCapabilities } = {}) {
	const { client, dispose } = serverInProcess({ createAnalyzer: () => createAnalyzer(resources) });
	const editor = await openEditor(client, { capabilities, ...options });
	const ask = <R>(method: string, params: object = {}) =>
		client.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, ...params });
	return { ...editor, ask, dispose };
}

type Server = Awaited<ReturnType<typeof start>>;

function serving(name: string, body: (server: Server) => Promise<void>, options?: Parameters<typeof start>[0]) {
	test(name, async () => {
		const server = await start(options);
		try {
			await body(server);
		} finally {
			server.dispose();
		}
	});
}

/** The position within the words of a line. */
function at(line: number, words: string) {
	return { position: { line, character: (draft.split('\r\n')[line] ?? '').indexOf(words) + 1 } };
}

function words({ start, end }: Range): string {
	assert.equal(start.line, end.line);
	return (draft.split('\r\n')[start.line] ?? '').slice(start.character, end.character);
}

serving('the server says what it can', async ({ initialized: { capabilities: told } }) => {
	assert.deepEqual(told.documentSymbolProvider, { label: 'Source Critic' });
	assert.deepEqual(told.renameProvider, { prepareProvider: true });
	for (const provider of [
		told.definitionProvider,
		told.referencesProvider,
		told.documentHighlightProvider,
		told.workspaceSymbolProvider,
		told.callHierarchyProvider,
		told.selectionRangeProvider,
		told.foldingRangeProvider,
	])
		assert.equal(provider, true);
});

serving('outline, definition, references, highlights', async ({ open, ask }) => {
	await open(uri, draft);
	const [first] = await ask<DocumentSymbol[]>('documentSymbol');
	assert.deepEqual([first?.name, first?.children?.length], ['Ruth Alder', 3]);
	const [link] = await ask<LocationLink[]>('definition', at(0, 'she'));
	assert.ok(link?.originSelectionRange);
	assert.deepEqual([words(link.originSelectionRange), words(link.targetSelectionRange)], ['she', 'Mayor Ruth Alder']);
	assert.equal(words(link.targetRange), 'Mayor Ruth Alder said the quay leaks.');
	const references = (includeDeclaration: boolean) =>
		ask<Location[]>('references', { ...at(1, 'Alder'), context: { includeDeclaration } });
	const all = (await references(true)).map(({ range }) => words(range));
	assert.deepEqual([all[0], all.at(-1)], ['Mayor Ruth Alder', 'nobody was told']);
	assert.equal((await references(false)).length, all.length - 1);
	const highlights = await ask<DocumentHighlight[]>('documentHighlight', at(1, 'Alder'));
	assert.ok(highlights.some(({ range }) => words(range) === 'she'));
});

serving('rename: prepared, refused, previewed', async ({ open, ask }) => {
	await open(uri, draft);
	const prepared = await ask<{ range: Range; placeholder: string }>('prepareRename', at(1, 'Alder'));
	assert.deepEqual([words(prepared.range), prepared.placeholder], ['Alder', 'Alder']);
	await assert.rejects(ask('prepareRename', at(0, 'she')), { code: LSPErrorCodes.RequestFailed, message: /pronoun/ });
	await assert.rejects(ask('rename', { ...at(1, 'Alder'), newName: ' ' }), { code: LSPErrorCodes.RequestFailed });
	assert.equal(await ask('prepareRename', at(0, 'quay')), null);
	const edit = await ask<WorkspaceEdit>('rename', { ...at(1, 'Alder'), newName: 'Anker' });
	assert.deepEqual(Object.keys(edit.changeAnnotations ?? {}), ['sure', 'quoted']);
	assert.deepEqual(
		edit.documentChanges?.map(change => 'textDocument' in change && change.textDocument),
		[{ uri, version: 1 }],
	);
});

serving('call hierarchy: from the unnamed source to the outlet', async ({ open, ask, connection }) => {
	await open(uri, draft);
	const [item] = await ask<CallHierarchyItem[]>('prepareCallHierarchy', at(1, 'source'));
	assert.equal(item?.name, 'A source close to the talks');
	const incoming = await connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
	assert.deepEqual(
		incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map(words)]),
		[['Norland Courier', ['told']]],
	);
	const back = { item: incoming[0]?.from };
	const outgoing = await connection.sendRequest<{ to: CallHierarchyItem }[]>('callHierarchy/outgoingCalls', back);
	assert.deepEqual(
		outgoing.map(({ to }) => to.name),
		['A source close to the talks'],
	);
});

serving('selection and folds', async ({ open, ask }) => {
	await open(uri, `${draft}\r\n2 View gallery\r\n(Photo: Ida Quist / Norland Pictures)\r\n`);
	const positions = [at(0, 'knew').position, { line: 900, character: 900 }];
	const [inQuotation, beyond] = await ask<SelectionRange[]>('selectionRange', { positions });
	assert.ok(inQuotation?.parent && beyond);
	assert.deepEqual([words(inQuotation.range), words(inQuotation.parent.range)], ['knew', 'We knew that Alder knew,']);
	assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [{ startLine: 3, endLine: 4, kind: 'comment' }]);
});

serving('symbols of the workspace: named, of open drafts and of those read before', async server => {
	const { open, change, close, connection, diagnostics } = server;
	const find = async (query: string) =>
		(await connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(
			({ name, location }) => `${name} ${location.uri.split('/').at(-1)}`,
		);
	await open(uri, draft);
	assert.deepEqual(await find(''), ['Ruth Alder quay.txt', 'Norland Courier quay.txt']);
	await connection.sendRequest('sourceCritic/checkFile', {
		uri: 'file:///newsroom/other.txt',
		languageId: 'plaintext',
		text: 'Peter Lund said the money is gone. A source said nobody was told.',
	});
	assert.deepEqual(await find('lund'), ['Peter Lund other.txt']);
	await close(uri);
	assert.deepEqual(await find('alder'), ['Ruth Alder quay.txt']);
	// Closed with changes that are not stored: who was in it is not known.
	await open(uri, draft);
	await change(uri, 'Ida Quist said the quay is dry.');
	await diagnostics(uri);
	await close(uri);
	assert.deepEqual(await find('quist'), []);
	assert.deepEqual(await find('alder'), []);
});

serving(
	'an editor with fewer abilities gets the plainer answers',
	async ({ initialized, open, ask }) => {
		assert.equal(initialized.capabilities.renameProvider, true);
		await open(uri, draft);
		const [first] = await ask<SymbolInformation[]>('documentSymbol');
		assert.equal(first?.location.uri, uri);
		const [location] = await ask<Location[]>('definition', at(0, 'she'));
		assert.equal(location && words(location.range), 'Mayor Ruth Alder');
		const { changes, changeAnnotations } = await ask<WorkspaceEdit>('rename', { ...at(1, 'Alder'), newName: 'Anker' });
		assert.equal(changeAnnotations, undefined);
		// Not the one in quotation marks.
		assert.deepEqual(
			changes?.[uri]?.map(({ range }) => [range.start.line, words(range)]),
			[
				[0, 'Alder'],
				[1, 'Alder'],
			],
		);
	},
	{ capabilities: {} },
);

const perDocument = [
	'documentSymbol',
	'definition',
	'references',
	'documentHighlight',
	'prepareRename',
	'prepareCallHierarchy',
	'selectionRange',
	'foldingRange',
];

serving('what is not read, or not open, has no answer; what is nowhere, none either', async ({ open, ask }) => {
	const params = { position: { line: 0, character: 0 }, positions: [], context: {} };
	for (const method of perDocument) assert.equal(await ask(method, params), null, method);
	await open(uri, '');
	for (const method of perDocument) {
		const answer = await ask<unknown[] | null>(method, { ...params, position: { line: 70, character: 7 } });
		assert.ok(answer === null || answer.length === 0, method);
	}
});

serving('bad requests are answered as such, cancelled ones as cancelled', async ({ open, change, ask, connection }) => {
	await open(uri, draft);
	await assert.rejects(ask('definition', { position: { line: -1, character: 0 } }), { code: -32602 });
	await assert.rejects(ask('selectionRange', {}), { code: -32602 });
	await assert.rejects(connection.sendRequest('callHierarchy/incomingCalls', {}), { code: -32602 });
	await assert.rejects(connection.sendRequest('workspace/symbol', {}), { code: -32602 });
	await open('file:///newsroom/long.txt', '');
	for (const [method, params] of [
		['textDocument/documentSymbol', { textDocument: { uri: 'file:///newsroom/long.txt' } }],
		['workspace/symbol', { query: '' }],
	] as const) {
		await change('file:///newsroom/long.txt', `${method}\n\n${draft.repeat(400)}`);
		const cancellation = new CancellationTokenSource();
		const answer = connection.sendRequest(method, params, cancellation.token);
		cancellation.cancel();
		await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
	}
});

serving('an outline that is outdated while it is made is asked for again', async ({ open, change, ask }) => {
	await open(uri, draft.repeat(200));
	const early = ask<DocumentSymbol[] | null>('documentSymbol').catch((error: { code: number }) => error.code);
	await change(uri, draft);
	// Either nothing that is outdated, or the editor asks again.
	assert.ok([null, LSPErrorCodes.ServerCancelled].includes((await early) as never));
	assert.equal((await ask<DocumentSymbol[]>('documentSymbol')).length, 3);
});
