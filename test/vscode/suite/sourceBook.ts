import {
	type CompletionItem,
	type CompletionList,
	commands,
	Disposable,
	EventEmitter,
	type FileChangeEvent,
	FileSystemError,
	type FileSystemProvider,
	FileType,
	Selection,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';
import { equal, includes, ok } from './assert';
import {
	closeAll,
	everything,
	hoverSaying,
	inWorkspace,
	openDraft,
	ours,
	remove,
	textOf,
	until,
	write,
} from './workbench';

const bookName = '.source-critic.sources.jsonc';
const book = `// ours
{
	"sources": [
		{ "name": "Peter Lund", "aliases": ["Per Lunde"], "role": "chair of works" },
		{ "name": "Ines Morrow", "role": "bridge engineer" }
	]
}
`;

suite('the source book', () => {
	const file = inWorkspace(bookName);
	let draft: TextDocument;
	setup(async () => {
		await write(file, book);
		draft = await openDraft('council.md');
	});
	teardown(async () => {
		await discard(file);
		await closeAll();
		await remove(file);
	});

	test('the hover tells what it has of a source', async () => {
		const told = await hoverSaying(draft, rangeOf(draft, 'Peter Lund'), /From your source book/);
		ok(/Position: chair of works/.test(told), told);
	});

	test('its sources are offered where a name is due', async () => {
		await typeAtEnd(draft, '\n\nThe repairs are late, according to ');
		const item = await until('a name of the book', async () => (await completionsOf(draft)).find(isMorrow));
		equal(item.detail, 'bridge engineer', 'what is told of it');
	});

	test('two names of one person are one source', async () => {
		await typeAtEnd(draft, '\n\nPer Lunde said the report was late.');
		await hoverSaying(draft, rangeOf(draft, 'Peter Lund'), /paraphrased twice/);
	});

	test('an unnamed source in it is refused, where it stands', async () => {
		await write(file, '{ "sources": [{ "name": "a senior official" }] }\n');
		const problem = await until('a diagnostic in the book', () => ours(file)[0]);
		includes(problem.message, 'An unnamed source has no place in a file');
	});

	test('the source at the caret is added, and shown for review', async () => {
		await caretOn(draft, 'Ruth Alder');
		await until('the entry', () => addedTo(file, 'Ruth Alder'));
		const text = (await textOf(file)) ?? '';
		ok(text.startsWith('// ours\n'), 'the comment is gone');
		await until('the book to be shown', () => (activeUri() === file.toString() ? true : undefined));
		const editor = window.activeTextEditor;
		ok(editor?.document.isDirty === true, 'it was saved before anyone looked');
		includes(editor.document.getText().slice(editor.document.offsetAt(editor.selection.active)), 'Ruth Alder');
	});

	test('without a book one is made, which says what it is', async () => {
		await remove(file);
		await caretOn(draft, 'Ruth Alder');
		await until('the entry', () => addedTo(file, 'Ruth Alder'));
		includes((await textOf(file)) ?? '', '.gitignore');
	});

	test('an unnamed source is not added', async () => {
		await caretOn(draft, 'sources said');
		await commands.executeCommand('sourceCritic.addToSourceBook');
		equal(await textOf(file), book, 'the book');
		equal(activeUri(), draft.uri.toString(), 'what is shown');
	});

	test('an unsaved draft adds to the book of the folder', async () => {
		const unsaved = await workspace.openTextDocument({
			language: 'markdown',
			content: 'Mayor Sten Hale said on Monday that the old bridge leaks and that the council had known for years.\n',
		});
		await window.showTextDocument(unsaved, { preview: false });
		try {
			await caretOn(unsaved, 'Sten Hale');
			await until('the entry', () => addedTo(file, 'Sten Hale'));
		} finally {
			await window.showTextDocument(unsaved);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	});
});

suite('the source book on a virtual file system', () => {
	const room = Uri.parse('vscode-vfs://calder/room');
	const file = Uri.joinPath(room, bookName);
	let files: Disposable;
	suiteSetup(async () => {
		files = inMemory('vscode-vfs', {
			[file.path]: book,
			[`${room.path}/quay.md`]:
				'Peter Lund said the quay leaks. Mayor Sten Hale said on Monday that nobody had known.\n',
		});
	});
	suiteTeardown(async () => {
		await discard(file);
		await commands.executeCommand('workbench.action.closeAllEditors');
		files.dispose();
	});

	test('it is read, and added to', async () => {
		const draft = await workspace.openTextDocument(Uri.joinPath(room, 'quay.md'));
		await window.showTextDocument(draft, { preview: false });
		await hoverSaying(draft, rangeOf(draft, 'Peter Lund'), /From your source book/);
		await caretOn(draft, 'Sten Hale');
		await until('the entry', () => addedTo(file, 'Sten Hale'));
	});
});

async function addedTo(file: Uri, name: string): Promise<true | undefined> {
	if ((await textOf(file))?.includes(name)) return true;
	await commands.executeCommand('sourceCritic.addToSourceBook');
	return (await textOf(file))?.includes(name) ? true : undefined;
}

async function caretOn(document: TextDocument, words: string): Promise<void> {
	const editor = await window.showTextDocument(document, { preview: false });
	const at = document.positionAt(document.getText().indexOf(words) + 1);
	editor.selection = new Selection(at, at);
}

async function completionsOf(document: TextDocument): Promise<readonly CompletionItem[]> {
	const provider = 'vscode.executeCompletionItemProvider';
	const { end } = everything(document);
	return (await commands.executeCommand<CompletionList>(provider, document.uri, end, ' ')).items;
}

function isMorrow({ label }: CompletionItem): boolean {
	return (typeof label === 'string' ? label : label.label) === 'Ines Morrow';
}

/** Takes back what was written in the book, if it is open. */
async function discard(file: Uri): Promise<void> {
	const open = workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === file.toString());
	if (!open) return;
	await window.showTextDocument(open);
	await commands.executeCommand('workbench.action.files.revert');
}

function activeUri(): string | undefined {
	return window.activeTextEditor?.document.uri.toString();
}

async function typeAtEnd(document: TextDocument, text: string): Promise<void> {
	const editor = await window.showTextDocument(document);
	await editor.edit(edit => edit.insert(everything(document).end, text));
}

function rangeOf(document: TextDocument, words: string) {
	const start = document.getText().indexOf(words);
	ok(start >= 0, `“${words}” is not in the draft`);
	return everything(document).with(document.positionAt(start + 1), document.positionAt(start + words.length));
}

/** A file system of texts by path. */
function inMemory(scheme: string, texts: Readonly<Record<string, string>>): Disposable {
	const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
	const changes = new EventEmitter<FileChangeEvent[]>();
	const missing = (uri: Uri) => FileSystemError.FileNotFound(uri);
	const provider: FileSystemProvider = {
		onDidChangeFile: changes.event,
		watch: () => new Disposable(() => {}),
		stat(uri) {
			const size = files.get(uri.path)?.length;
			if (size !== undefined) return { type: FileType.File, ctime: 0, mtime: 0, size };
			if ([...files.keys()].some(path => path.startsWith(`${uri.path}/`)))
				return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
			throw missing(uri);
		},
		readDirectory: () => [...files.keys()].map(path => [path.split('/').at(-1) ?? '', FileType.File]),
		createDirectory: () => {},
		readFile(uri) {
			const bytes = files.get(uri.path);
			if (!bytes) throw missing(uri);
			return bytes;
		},
		writeFile: (uri, bytes) => void files.set(uri.path, new Uint8Array(bytes)),
		delete: uri => void files.delete(uri.path),
		rename: () => {},
	};
	return workspace.registerFileSystemProvider(scheme, provider);
}
