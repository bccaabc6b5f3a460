/** The source book as an editor meets it, over the whole engine. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CompletionItem, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applied, type EditorOptions, fullCapabilities, openEditor, until } from '../../../test/protocol/client';
import { createAnalyzer } from '../analysis';
import { parseSourceBook } from '../configuration/sourceBook';
import type { SourceBookAnswer } from '../protocol';
import { resources } from '../resources';
import { manualTimer, serverInProcess } from './testing';

const folder = 'file:///newsroom';
const uri = `${folder}/stories/quay.txt`;
const bookUri = `${folder}/.source-critic.sources.jsonc`;
const draft = [
	'Mayor Ruth Alder, who owns the ferry, said the quay leaks. It is old, Ruth Brandt said.',
	'A senior official said the money is gone. Ada Quist told the Norland Courier that nobody was told.',
	'',
].join('\n\n');

const book = `// ours
{
	"sources": [
		{
			"name": "Ruth Alder",
			"aliases": ["Ruth Brandt"],
			"kind": "person",
			"role": "mayor of *Calder*",
			"affiliation": "Harbour List",
			"interest": "owns the ferry",
			"onTheRecord": "ask-first",
			"reliability": "B2",
			"notes": "Call before noon <b>"
		},
		{ "name": "Tom Lund", "role": "pilot", "aliases": ["T. Lund"] }
	]
}
`;

async function start(options: EditorOptions = {}) {
	const timer = manualTimer();
	const { client, dispose } = serverInProcess({ timer, createAnalyzer: () => createAnalyzer(resources) });
	const files = options.files ?? new Map([[bookUri, book]]);
	const editor = await openEditor(client, {
		initializationOptions: { readFile: true, choices: true },
		...options,
		files,
	});
	const add = (params: object) => client.sendRequest<SourceBookAnswer<WorkspaceEdit> | null>(addRequest, params);
	const hoverText = async (of: string, text = draft, at = uri) => {
		const { line, character } = place(text, of);
		const hover = await editor.hover(at, line, character + 1);
		return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
	};
	const completion = (at: string, position: object) =>
		client.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri: at }, position });
	return { ...editor, timer, dispose, add, hoverText, completion };
}

const addRequest = 'sourceCritic/addToSourceBook';

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

function place(text: string, words: string) {
	const before = text.slice(0, text.indexOf(words)).split('\n');
	return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The text of the book once an edit is made, and whether the edit makes the file. */
function afterEdit(text: string, edit: WorkspaceEdit | undefined) {
	const changes = (edit?.documentChanges ?? []) as (CreateFile | TextDocumentEdit)[];
	const change = changes.find((each): each is TextDocumentEdit => 'edits' in each);
	assert.ok(change, 'there is an edit');
	return {
		text: applied(text, change.edits as { range: never; newText: string }[]),
		uri: change.textDocument.uri,
		version: change.textDocument.version,
		makes: changes.some(each => 'kind' in each),
	};
}

serving(
	'the hover tells what the book has, apart from what the draft tells, and nothing in it is Markdown',
	async server => {
		await server.open(uri, draft);
		const told = await server.hoverText('Ruth Brandt');
		assert.match(told, /^\*\*Ruth Alder\*\*: a person, named/);
		assert.match(
			told,
			/From your source book: \*\*Ruth Alder\*\*\n\n- Other names: Ruth Brandt\n- Position: mayor of \\\*Calder\\\*\n- Affiliation: Harbour List\n- Interest in the matter: owns the ferry\n- On the record: wants to be asked each time\n- Your own mark: B2\n- Notes: Call before noon \\<b\\>$/,
		);
		assert.doesNotMatch(await server.hoverText('Ada Quist'), /source book/);
		assert.doesNotMatch(await server.hoverText('senior official'), /source book/);
	},
);

serving('someone of the book who is named in passing has a hover too', async server => {
	const text = 'The quay leaks, Ruth Alder said. The board sent Tom Lund home.';
	await server.open(uri, text);
	assert.match(
		await server.hoverText('Tom Lund', text),
		/From your source book: \*\*Tom Lund\*\*\n\n- Other names: T\\\. Lund\n- Position: pilot/,
	);
});

serving('two names of one person are one source, and a changed book is heeded', async server => {
	await server.open(uri, draft);
	assert.match(await server.hoverText('Ruth Alder'), /paraphrased twice/);
	server.files.set(bookUri, '{}');
	await server.watched(bookUri, 2);
	await until(() => {
		server.timer.advance(400);
		return server.state.refreshes > 0;
	}, 'the editor was told to ask again');
	assert.match(await server.hoverText('Ruth Alder'), /paraphrased once/);
});

serving('a book that is being written in loses nothing, and says what is wrong', async server => {
	await server.open(uri, draft);
	await server.open(bookUri, book, 'jsonc');
	assert.match(await server.hoverText('Ruth Alder'), /From your source book/);
	await server.change(bookUri, book.slice(0, -5));
	await until(() => {
		server.timer.advance(400);
		return server.published.some(({ uri, diagnostics }) => uri === bookUri && diagnostics.length > 0);
	}, 'the mistake was told');
	const [mistake] = server.published.findLast(({ uri }) => uri === bookUri)?.diagnostics ?? [];
	assert.match(String(mistake?.message), /counts as it was last read without mistakes/);
	assert.match(await server.hoverText('Ruth Alder'), /From your source book/);
	await server.change(bookUri, '{ "sources": [{ "name": "a senior official" }] }');
	await until(() => {
		server.timer.advance(400);
		return /no place in a file/.test(String(server.published.at(-1)?.diagnostics[0]?.message));
	}, 'the refusal was told');
	assert.doesNotMatch(await server.hoverText('Ruth Alder'), /source book/);
});

serving('the house’s sources are offered behind those of the draft, and none twice', async server => {
	const text = `${draft}The repairs are late, according to `;
	await server.open(uri, text);
	const items = await server.completion(uri, place(`${text}|`, '|'));
	const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	assert.deepEqual(
		sorted.map(({ label }) => label),
		['Ada Quist', 'Ruth Alder', 'Tom Lund'],
	);
	const lund = sorted.at(-1);
	assert.deepEqual(
		[lund?.detail, lund?.documentation, lund?.labelDetails?.description, lund?.filterText],
		['pilot', 'From your source book. Did Tom Lund say this?', 'source book', 'Tom Lund T. Lund'],
	);
	const query = `${draft}The repairs are late, [who?] said.`;
	await server.change(uri, query);
	const [last] = (await server.completion(uri, { ...place(query, 'ho?]') })).filter(
		({ label }) => label === 'Tom Lund',
	);
	assert.equal(last?.filterText, '[who?] Tom Lund T. Lund');
});

serving('a named source is added, with what the draft tells of it, and the comments of the book stay', async server => {
	await server.open(uri, draft);
	const answer = await server.add({ uri, ...place(draft, 'Ada Quist') });
	const { text, makes, uri: changed } = afterEdit(book, answer?.edit);
	assert.deepEqual([makes, changed, answer?.refusal], [false, bookUri, undefined]);
	assert.ok(text.startsWith('// ours\n'));
	const { book: entries, problems } = parseSourceBook(text);
	assert.deepEqual(problems, []);
	assert.deepEqual(entries.at(-1), { name: 'Ada Quist', aliases: [], kind: 'person' });
	assert.equal(text.split('\n')[answer?.book?.line ?? 0]?.trim(), '{');
	assert.match(text.split('\n')[(answer?.book?.line ?? 0) + 1] ?? '', /Ada Quist/);
});

serving(
	'where there is no book one is made, in the workspace folder, with what stands beside the name',
	async server => {
		await server.open(uri, draft);
		const answer = await server.add({ uri, name: 'ruth alder' });
		const { text, makes, uri: made } = afterEdit('', answer?.edit);
		assert.deepEqual([makes, made], [true, bookUri]);
		assert.match(text, /^\/\/ .*\n\/\/ .*\n\/\/ .*\.gitignore\.\n\{/);
		const [entry] = parseSourceBook(text).book;
		assert.deepEqual([entry?.name, entry?.kind, entry?.role], ['Ruth Alder', 'person', 'Mayor']);
		assert.match(entry?.interest ?? '', /owns the ferry/);
		assert.equal(entry?.reliability, undefined);
	},
	{ files: new Map() },
);

serving('whoever is in the book is shown there, by either name', async server => {
	await server.open(uri, draft);
	for (const name of ['Ruth Alder', 'Ruth Brandt']) {
		const answer = await server.add({ uri, ...place(draft, name) });
		assert.deepEqual(answer, { book: { uri: bookUri, line: 3, character: 2 } }, name);
	}
});

serving('an unnamed source is refused, politely', async server => {
	await server.open(uri, draft);
	for (const params of [place(draft, 'senior official'), place(draft, 'said the money'), { name: 'A senior official' }])
		assert.deepEqual(await server.add({ uri, ...params }), { refusal: 'An unnamed source has no place in a file.' });
	assert.match((await server.add({ uri, ...place(draft, 'quay leaks') }))?.refusal ?? '', /no source here/);
	assert.match((await server.add({ uri, name: '(' }))?.refusal ?? '', /no source here/);
	assert.equal(await server.add({ uri: 'file:///nowhere.txt', line: 0, character: 0 }), null);
	await assert.rejects(server.add({ uri }), /must be a whole number/);
});

serving('a book with mistakes is left alone, and shown', async server => {
	server.files.set(bookUri, '{ "sources": [');
	await server.open(uri, draft);
	const answer = await server.add({ uri, ...place(draft, 'Ada Quist') });
	assert.match(answer?.refusal ?? '', /mistakes/);
	assert.deepEqual([answer?.edit, answer?.book?.uri], [undefined, bookUri]);
});

serving('an open book is changed as the editor shows it', async server => {
	await server.open(uri, draft);
	await server.open(bookUri, '{ "sources": [] }', 'jsonc');
	const answer = await server.add({ uri, ...place(draft, 'Ada Quist') });
	const { text, version } = afterEdit('{ "sources": [] }', answer?.edit);
	assert.equal(version, 1);
	assert.equal(parseSourceBook(text).book.length, 1);
});

serving(
	'the code action is there for a named source that is not in the book, and never as a light bulb',
	async server => {
		await server.open(uri, draft);
		const at = (words: string) => {
			const position = place(draft, words);
			return { start: position, end: position };
		};
		const offered = async (words: string, context: object) => {
			const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range: at(words),
				context: { diagnostics: [], ...context },
			});
			return actions
				.filter(({ kind }) => kind?.startsWith('source'))
				.map(({ title, command }) => [title, command?.command]);
		};
		const action = [['Add Quist to the source book', 'sourceCritic.addToSourceBook']];
		const asked = await offered('Ada Quist', { only: ['source'] });
		assert.deepEqual(asked.length, 1);
		assert.match(String(asked[0]?.[0]), /^Add (?:Ada )?Quist to the source book$/);
		assert.equal(asked[0]?.[1], action[0]?.[1]);
		assert.equal((await offered('Ada Quist', { triggerKind: 1 })).length, 1);
		assert.deepEqual(await offered('Ada Quist', { triggerKind: 2 }), []);
		assert.deepEqual(await offered('Ada Quist', {}), []);
		assert.deepEqual(await offered('Ada Quist', { only: ['quickfix'] }), []);
		for (const words of ['Ruth Alder', 'senior official', 'quay']) {
			assert.deepEqual(await offered(words, { only: ['source'] }), [], words);
		}
	},
);

serving(
	'to an editor without the command the code action is the edit',
	async server => {
		await server.open(uri, draft);
		const position = place(draft, 'Ada Quist');
		const [action] = await server.actions(uri, { start: position, end: position }, [], ['source.addToSourceBook']);
		assert.equal(parseSourceBook(afterEdit(book, action?.edit).text).book.length, 3);
	},
	{ initializationOptions: { readFile: true } },
);

serving(
	'each folder of a window has a book of its own, the innermost one counts, and none reaches beyond its folder',
	async server => {
		const [one, two, lost] = ['file:///one/a/x.txt', 'file:///two/x.txt', 'file:///three/x.txt'];
		const said = 'Ruth Alder said the quay leaks.';
		for (const each of [one, two, lost]) await server.open(each, said);
		assert.match(await server.hoverText('Ruth', said, one), /Position: inner/);
		assert.match(await server.hoverText('Ruth', said, two), /Position: second/);
		assert.doesNotMatch(await server.hoverText('Ruth', said, lost), /source book/);
		// A draft that is in no folder of the window has no place for a book, and an unsaved one has two.
		for (const each of [lost, 'untitled:Untitled-1']) {
			if (each !== lost) await server.open(each, said);
			assert.match((await server.add({ uri: each, line: 0, character: 1 }))?.refusal ?? '', /open that folder/);
		}
	},
	{
		folders: ['file:///one', 'file:///two'],
		files: new Map(
			[
				['file:///one/.source-critic.sources.jsonc', 'outer'],
				['file:///one/a/.source-critic.sources.jsonc', 'inner'],
				['file:///two/.source-critic.sources.jsonc', 'second'],
				['file:///.source-critic.sources.jsonc', 'beyond'],
			].map(([at, role]) => [String(at), JSON.stringify({ sources: [{ name: 'Ruth Alder', role }] })]),
		),
	},
);

serving('an unsaved draft has the book of the one folder, and adds to it', async server => {
	const unsaved = 'untitled:Untitled-1';
	await server.open(unsaved, draft);
	assert.match(await server.hoverText('Ruth Brandt', draft, unsaved), /From your source book/);
	const answer = await server.add({ uri: unsaved, ...place(draft, 'Ada Quist') });
	assert.equal(afterEdit(book, answer?.edit).uri, bookUri);
});

const virtual = 'vscode-vfs://github/calder/room';
serving(
	'a virtual workspace has one as well',
	async server => {
		await server.open(`${virtual}/x.txt`, draft);
		assert.match(await server.hoverText('Ruth Alder', draft, `${virtual}/x.txt`), /From your source book/);
		const answer = await server.add({ uri: `${virtual}/x.txt`, ...place(draft, 'Ada Quist') });
		assert.equal(afterEdit(book, answer?.edit).uri, `${virtual}/.source-critic.sources.jsonc`);
	},
	{ folders: [virtual], files: new Map([[`${virtual}/.source-critic.sources.jsonc`, book]]) },
);

serving(
	'an editor that cannot make files is told so',
	async server => {
		await server.open(uri, draft);
		assert.match(
			(await server.add({ uri, name: 'Ada Quist' }))?.refusal ?? '',
			/make \.source-critic\.sources\.jsonc first/,
		);
	},
	{ files: new Map(), capabilities: { ...fullCapabilities, workspace: { configuration: true } } },
);

serving('the book is watched, and no word of it reaches the log or what is published', async server => {
	await server.open(uri, draft);
	await server.diagnostics(uri);
	server.files.set(bookUri, book.replace('"B2"', '"Call before noon"'));
	await server.watched(bookUri, 2);
	await until(() => {
		server.timer.advance(400);
		return server.published.some(({ uri, diagnostics }) => uri === bookUri && diagnostics.length === 1);
	}, 'the mistake was told');
	await server.diagnostics(uri);
	await assert.rejects(server.add({ uri, line: -1, character: 0 }));
	const told = JSON.stringify([server.log, server.published, server.statuses]);
	assert.doesNotMatch(told, /Harbour List|before noon|T\. Lund|Tom Lund|pilot/);
	assert.ok(server.registrations.includes('workspace/didChangeWatchedFiles'));
});
