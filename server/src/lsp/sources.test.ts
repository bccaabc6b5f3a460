/** The sources of a draft as a view asks for them, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LSPErrorCodes } from 'vscode-languageserver';
import { type EditorOptions, fullCapabilities, openEditor, until } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import type { DraftSources, ProtocolRange } from '../protocol';
import { resources } from '../resources';
import { rules } from '../rules/index';
import { serverInProcess } from './testing';

const uri = 'file:///newsroom/quay.txt';
const draft = [
	'Mayor Ruth Alder said the quay leaks. “We knew that Alder knew,” she said.',
	'A source close to the talks told the Norland Courier that the money is gone. Alder said nobody was told.',
	'',
	'The repairs led to a loss of 12,000 jobs along the river.',
].join('\r\n');

async function start(options: EditorOptions = {}) {
	const { client, dispose } = serverInProcess({ createAnalyzer: () => createAnalyzer(resources), rules });
	const editor = await openEditor(client, { capabilities: fullCapabilities, ...options });
	const ask = (params: object = {}) =>
		client.sendRequest<DraftSources | null>('sourceCritic/sources', { uri, ...params });
	return { ...editor, ask, dispose };
}

function serving(
	name: string,
	body: (server: Awaited<ReturnType<typeof start>>) => Promise<void>,
	options?: EditorOptions,
) {
	test(name, async () => {
		const server = await start(options);
		try {
			await body(server);
		} finally {
			server.dispose();
		}
	});
}

function words({ start, end }: ProtocolRange): string {
	assert.equal(start.line, end.line);
	return (draft.split('\r\n')[start.line] ?? '').slice(start.character, end.character);
}

serving('sources by identification, with the places of what they say', async ({ open, diagnostics, ask }) => {
	await open(uri, draft);
	await diagnostics(uri);
	const found = await ask();
	assert.deepEqual(
		found?.groups.map(({ identification, sources }) => [identification, sources.map(({ name }) => name)]),
		[
			['named', ['Ruth Alder', 'Norland Courier']],
			['anonymous', ['A source close to the talks']],
		],
	);
	const alder = found?.groups[0]?.sources[0];
	assert.ok(alder?.introduction);
	assert.equal(words(alder.introduction), 'Mayor Ruth Alder');
	assert.deepEqual(
		alder.statements.map(({ range, cue, place }) => [words(range), cue, place]),
		[
			['Mayor Ruth Alder said the quay leaks', 'said', 'par 1'],
			['“We knew that Alder knew,” she said', 'said', 'par 1'],
			['Alder said nobody was told', 'said', 'par 2'],
		],
	);
	assert.equal('here' in found, false);
});

serving('the source at a place: spoken of, meant by a pronoun, or speaking there', async ({ open, ask }) => {
	await open(uri, draft);
	const here = async (line: number, at: string) => {
		const character = (draft.split('\r\n')[line] ?? '').indexOf(at) + 1;
		return (await ask({ position: { line, character } }))?.here;
	};
	const alder = await here(0, 'Mayor');
	assert.equal(typeof alder, 'string');
	assert.equal(await here(0, 'she'), alder);
	assert.equal(await here(1, 'said'), alder);
	assert.notEqual(await here(1, 'source'), alder);
	assert.equal(await here(0, 'quay'), null);
	assert.equal(await here(900, 'x'), null);
});

const claim = 'The repairs led to a loss of 12,000 jobs along the river.';

serving('claims are those whose finding is shown', async ({ open, change, diagnostics, ask }) => {
	await open(uri, draft);
	await diagnostics(uri);
	const [found] = (await ask())?.claims ?? [];
	assert.ok(found);
	assert.match(found.question, /\?/);
	assert.equal(found.words, claim);
	assert.ok(claim.includes(words(found.range)));
	assert.equal(found.place, 'par 3');
	await change(uri, `${draft} Now the repairs led to a fall in prices of 40 percent`);
	// In the sentence being typed nothing new is asked, in the view neither.
	await diagnostics(uri);
	assert.equal((await ask())?.claims.length, 1);
});

serving(
	'claims whose rule is off are not listed',
	async ({ open, diagnostics, ask }) => {
		await open(uri, draft);
		await diagnostics(uri);
		assert.deepEqual((await ask())?.claims, []);
	},
	{ settings: { rules: { 'unattributed-claim': 'off' } } },
);

serving('what is not read has no sources', async ({ open, ask, connection, statuses, diagnostics, state }) => {
	assert.equal(await ask(), null);
	await open(uri, 'Die Brücke ist gesperrt, sagte die Bürgermeisterin. Sie wird erst im Mai wieder geöffnet werden.');
	assert.equal(await ask(), null);
	const log = 'untitled:log';
	await open(log, 'To do: paint the fence. Buy nails. Call the plumber about the tap. The ladder is in the shed.');
	await diagnostics(log);
	assert.equal(statuses.at(-1)?.state, 'not-news');
	assert.equal(await ask({ uri: log }), null);
	await connection.sendNotification('sourceCritic/checkAnyway', { uri: log });
	await until(() => state.refreshes === 1, 'the editor was told to ask again');
	assert.deepEqual((await ask({ uri: log }))?.groups, []);
});

serving('a draft that changes meanwhile is asked about again', async ({ open, change, ask }) => {
	await open(uri, draft.repeat(300));
	const early = ask().catch((error: { code: number }) => error.code);
	await change(uri, draft);
	assert.equal(await early, LSPErrorCodes.ServerCancelled);
	assert.equal((await ask())?.groups.length, 2);
});

serving('bad requests are answered as such', async ({ open, connection, ask }) => {
	await open(uri, draft);
	await assert.rejects(connection.sendRequest('sourceCritic/sources', {}), { code: -32602 });
	await assert.rejects(ask({ position: { line: -1, character: 0 } }), { code: -32602 });
	assert.equal((await ask())?.groups.length, 2);
});

async function hoverText(server: Awaited<ReturnType<typeof start>>, line: number, at: string): Promise<string> {
	const character = (draft.split('\r\n')[line] ?? '').indexOf(at) + 1;
	const contents = (await server.hover(uri, line, character))?.contents;
	return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

serving(
	'the hover of a source leads to all its statements: nothing but address, line and character is in the link',
	async server => {
		await server.open(uri, draft);
		const text = await hoverText(server, 1, 'Alder said');
		const [, title, query = ''] = /\[([^\]]*)\]\(<command:sourceCritic\.showStatements\?([^>]*)>\)$/.exec(text) ?? [];
		assert.equal(title, 'Show all 3 statements');
		const [address, line, character] = JSON.parse(decodeURIComponent(query));
		assert.equal(address, uri);
		const { here, groups } = (await server.ask({ position: { line, character } })) ?? {};
		assert.equal(here, groups?.[0]?.sources[0]?.id);
	},
	{ initializationOptions: { sourceCommands: true } },
);

serving('an editor without the command is told where they are', async server => {
	await server.open(uri, draft);
	const text = await hoverText(server, 1, 'Alder said');
	assert.match(text, /Statements: par 1, 2/);
	assert.doesNotMatch(text, /command:/);
});
