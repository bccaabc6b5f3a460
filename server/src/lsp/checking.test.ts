/** The checking list and queries as an editor asks for them, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from 'vscode-languageserver';
import { openEditor } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import {
	askWriterCommand,
	type CheckingList,
	type CheckRecord,
	checkingListRequest,
	exportCheckingRequest,
	type FoundQuery,
	type PlacedQuery,
	placeQueriesRequest,
	queriesRequest,
	queryAtRequest,
} from '../protocol';
import { resources } from '../resources';
import { serverInProcess } from './testing';

const uri = 'file:///newsroom/ferry.txt';
const draft = [
	'Ada Harlow spoke first, she said.',
	'Witt is expected to meet the board. The ferry has cost $40 million, sources said.',
	'',
].join('\r\n');

async function start(initializationOptions: unknown = { queries: true, choices: true }) {
	const { client, dispose } = serverInProcess({ createAnalyzer: () => createAnalyzer(resources) });
	const editor = await openEditor(client, { initializationOptions });
	const list = (records: readonly CheckRecord[] = []) =>
		client.sendRequest<CheckingList | null>(checkingListRequest, { uri, salt: 'pepper', records });
	return { ...editor, client, list, dispose };
}

function serving(name: string, body: (server: Awaited<ReturnType<typeof start>>) => Promise<void>, options?: unknown) {
	test(name, async () => {
		const server = await start(options);
		try {
			await body(server);
		} finally {
			server.dispose();
		}
	});
}

function rangeOf(words: string, text = draft): Range {
	const lines = text.split('\r\n');
	const line = lines.findIndex(each => each.includes(words));
	const character = (lines[line] ?? '').indexOf(words);
	return { start: { line, character }, end: { line, character: character + words.length } };
}

serving('a tick is open again when its sentence has changed', async ({ open, change, list }) => {
	await open(uri, draft);
	const before = await list();
	const figure = before?.items.find(({ kind }) => kind === 'figure');
	assert.deepEqual(
		[figure?.words, figure?.where, figure?.kindName, figure?.speaker, figure?.said, figure?.so],
		['$40 million', 'Paragraph 2', 'Figure', 'sources', false, false],
	);
	assert.deepEqual(figure?.range, rangeOf('$40 million'));
	assert.ok(figure);
	const { anchor } = figure;
	const record = { anchor, checked: anchor.sentence, said: true, so: true, evidence: '', note: '' };
	const ticks = async () => {
		const found = (await list([record]))?.items.find(item => item.record === 0);
		return found && [found.said, found.so, found.isChanged];
	};
	assert.deepEqual(await ticks(), [true, true, false]);
	await change(uri, draft.replace('the board', 'the council'));
	assert.deepEqual(await ticks(), [true, true, false]);
	await change(uri, draft.replace('has cost', 'may have cost'));
	assert.deepEqual(await ticks(), [false, false, true]);
});

serving('what is not read has no list, and what is kept may be anything', async ({ open, client, list }) => {
	assert.equal(await list(), null);
	await open(uri, 'Der Bürgermeister sagte am Montag, dass die Fähre verkauft wird und viel Geld kostet.');
	assert.deepEqual(await list(), { state: 'not-english', items: [] });
	const other = 'file:///newsroom/other.txt';
	await open(other, draft);
	const odd = [null, 7, 'x', { anchor: null }, { anchor: { kind: 'figure', words: 3, ordinal: 'x' }, so: 'yes' }];
	const found = await client.sendRequest<CheckingList>(checkingListRequest, { uri: other, salt: '', records: odd });
	assert.ok(found.items.length > 0 && found.items.every(({ record }) => record === null));
	await assert.rejects(client.sendRequest(checkingListRequest, { uri: other }), /salt/);
});

serving('the list is exported as text', async ({ open, client }) => {
	await open(uri, draft);
	const params = { uri, salt: 'pepper', records: [], file: 'ferry.txt' };
	assert.match(
		await client.sendRequest(exportCheckingRequest, { ...params, format: 'csv' }),
		/"Figure","\$40 million"/,
	);
	assert.match(
		await client.sendRequest(exportCheckingRequest, { ...params, format: 'markdown' }),
		/^# Checking list: ferry/,
	);
});

serving('the light bulb offers to ask the writer, in the words of the query', async ({ open, actions }) => {
	await open(uri, draft);
	const action = (await actions(uri, rangeOf('is expected to meet'))).find(({ title }) => title === 'Ask the Writer');
	assert.equal(action?.command?.command, askWriterCommand);
	const [query] = (action?.command?.arguments ?? []) as FoundQuery[];
	assert.deepEqual(query, { uri, range: rangeOf('is expected to meet'), question: 'Who expects this?' });
});

serving(
	'a client without the command is not offered it',
	async ({ open, actions }) => {
		await open(uri, draft);
		const titles = (await actions(uri, rangeOf('is expected to meet'))).map(({ title }) => title);
		assert.ok(titles.length > 0 && !titles.includes('Ask the Writer'), titles.join());
	},
	{ choices: true },
);

serving('of a source that is not named no query asks who it is', async ({ open, client }) => {
	await open(uri, draft);
	const { line, character } = rangeOf('sources said').start;
	const query = await client.sendRequest<FoundQuery>(queryAtRequest, { uri, line, character });
	assert.equal(query.question, 'How many, in what position, and how do they know?');
	assert.equal(await client.sendRequest(queryAtRequest, { uri, line: 0, character: 0 }), null);
});

serving('a thread is found again by what was kept of its place', async ({ open, change, client }) => {
	const placed = (query: object) =>
		client.sendRequest<(PlacedQuery | null)[]>(placeQueriesRequest, { uri, salt: 'pepper', queries: [query] });
	await open(uri, draft);
	const [first] = await placed({ range: rangeOf('is expected to meet') });
	assert.equal(first?.words, 'is expected to meet');
	assert.doesNotMatch(JSON.stringify(first?.place), /expected/);
	const later = `At noon it rained.\r\n${draft}`;
	await change(uri, later);
	const [again] = await placed({ place: first?.place });
	assert.deepEqual(again?.range, rangeOf('is expected to meet', later));
	await change(uri, draft.replace('is expected to meet', 'met'));
	assert.deepEqual(await placed({ place: first?.place }), [null]);
	assert.deepEqual(await placed({ place: { words: 1, count: -3 } }), [null]);
});

serving('queries are copied with open threads, each place once', async ({ open, client }) => {
	await open(uri, draft);
	const text = (threads: readonly object[]) => client.sendRequest<string>(queriesRequest, { uri, threads });
	const asked = 'Par 2, “is expected to meet”: who expects this?\n';
	const unnamed = 'Par 2, “sources”: how many, in what position, and how do they know?\n';
	const plain = await text([]);
	assert.ok(plain.includes(asked) && plain.includes(unnamed), plain);
	const range = rangeOf('is expected to meet');
	const mine = await text([{ range, resolved: false, comments: ['The board, or the crew?', 'The crew.'] }]);
	assert.ok(mine.includes('Par 2, “is expected to meet”: The board, or the crew?\n  — The crew.\n'), mine);
	assert.ok(!mine.includes(asked) && mine.includes(unnamed), mine);
	assert.ok(!(await text([{ range, resolved: true, comments: ['Who?'] }])).includes('is expected to meet'));
	assert.match(
		await text([{ resolved: false, comments: ['Who\nsays so?'] }]),
		/^No longer in the text: Who says so\?\n/,
	);
});
