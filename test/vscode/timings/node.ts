/** Runs in the extension host for `scripts/workbench.mjs`: how long a writer waits in the workbench. Says what it measured. */
import {
	commands,
	extensions,
	languages,
	Position,
	Selection,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';

declare const __TEST_MARK__: string;

const strokes = 60;
const limit = 30_000;

export async function run(): Promise<void> {
	const folder = workspace.workspaceFolders?.[0]?.uri;
	if (!folder) throw new Error('no folder is open');
	const first = await open(Uri.joinPath(folder, 'short.md'));
	const extension = extensions.getExtension('source-critic.source-critic');
	if (!extension) throw new Error('the extension is not there');
	await extension.activate();
	const opened = await findingsOf(first);
	say({ what: 'activation', row: await startupPerformance() });
	say({ what: 'short.md', words: wordsIn(first), findings: opened, ...(await timesOfStrokes(first)) });
	const long = await open(Uri.joinPath(folder, 'long.md'));
	say({ what: 'long.md', words: wordsIn(long), findings: await findingsOf(long), ...(await timesOfStrokes(long)) });
}

async function open(uri: Uri): Promise<TextDocument> {
	const document = await workspace.openTextDocument(uri);
	await window.showTextDocument(document, { preview: false });
	return document;
}

/** How many findings there are, once there are some. */
async function findingsOf(document: TextDocument): Promise<number> {
	for (const end = Date.now() + limit; Date.now() < end; await pause(50)) {
		const { length } = ours(document);
		if (length > 0) return length;
	}
	throw new Error(`no finding in ${document.uri.path}`);
}

interface Times {
	/** Until the finding stood in its new place. */
	readonly times: readonly number[];
	/** Until the letter was in the draft. */
	readonly typed: readonly number[];
}

/**
 * Types letters before a finding in its line. A stroke has been answered when the finding is told at its new place: the
 * keystroke has gone to the window, the change to the server, the findings back.
 */
async function timesOfStrokes(document: TextDocument): Promise<Times> {
	const editor = await window.showTextDocument(document);
	const all = ours(document);
	const finding = all[Math.floor(all.length / 2)];
	if (!finding) throw new Error('no finding');
	const { line } = finding.range.start;
	const at = Math.max(0, document.lineAt(line).text.lastIndexOf(' ', finding.range.start.character - 2));
	const place = new Position(line, at);
	editor.selection = new Selection(place, place);
	await pause(1500);
	const times: number[] = [];
	const typed: number[] = [];
	for (let i = 0; i < strokes; i++) {
		const wanted = Math.max(...charactersIn(document, line)) + 1;
		const started = performance.now();
		const answered = moved(document, line, wanted);
		await commands.executeCommand('type', { text: 'slate '.charAt(i % 6) });
		typed.push(performance.now() - started);
		await answered;
		times.push(performance.now() - started);
		await pause(120);
	}
	return { times, typed };
}

/** Resolves when the last finding of a line begins at a character. */
function moved(document: TextDocument, line: number, character: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
		const listener = languages.onDidChangeDiagnostics(() => {
			if (Math.max(...charactersIn(document, line)) < character) return;
			clearTimeout(late);
			listener.dispose();
			resolve();
		});
	});
}

function charactersIn(document: TextDocument, line: number): readonly number[] {
	return ours(document)
		.filter(({ range }) => range.start.line === line)
		.map(({ range }) => range.start.character);
}

function ours({ uri }: TextDocument) {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'Source Critic');
}

/** What the workbench itself measured, as its text has it. */
async function startupPerformance(): Promise<string> {
	await commands.executeCommand('perfview.show');
	for (const end = Date.now() + 10_000; Date.now() < end; await pause(200)) {
		const document = workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
		const row = document
			?.getText()
			.split('\n')
			.find(text => text.includes('source-critic'));
		if (row) return row;
	}
	return '';
}

function wordsIn(document: TextDocument): number {
	return document.getText().split(/\s+/).filter(Boolean).length;
}

function say(value: object): void {
	console.log(`${__TEST_MARK__}${JSON.stringify(value)}`);
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}
