/**
 * What the suites do in the workbench. No `node:` import: they run in a web worker too. Everything is asked again until
 * it is so or time is up: the workbench answers before all of it has started, now and then with nothing.
 */
import {
	type CodeAction,
	CodeActionKind,
	commands,
	type Diagnostic,
	type Hover,
	languages,
	type MarkdownString,
	Range,
	type TextDocument,
	Uri,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';

export const configurationFile = '.source-critic.jsonc';

/** A finding as a reader sees it. */
export interface Shown {
	readonly rule: string;
	/** The words it stands on. */
	readonly words: string;
	readonly diagnostic: Diagnostic;
}

/** A file of the workspace. */
export function inWorkspace(name: string): Uri {
	const folder = workspace.workspaceFolders?.[0];
	if (!folder) throw new Error('no folder is open');
	return Uri.joinPath(folder.uri, name);
}

/** Opens a draft and shows it in a tab that stays: what is closed has no findings. */
export async function openDraft(name: string): Promise<TextDocument> {
	const document = await workspace.openTextDocument(inWorkspace(name));
	if (!originals.has(name)) originals.set(name, document.getText());
	await window.showTextDocument(document, { preview: false });
	return document;
}

/** Texts of the drafts that have been opened, as they were at first. */
const originals = new Map<string, string>();

/**
 * Throws away what was typed, also where the workbench has saved it, and closes all editors. The workbench itself may
 * have its settings open: not ours to close.
 */
export async function closeAll(): Promise<void> {
	for (const [name, text] of originals) {
		const open = workspace.textDocuments.find(({ uri }) => uri.toString() === inWorkspace(name).toString());
		if (open) await restore(open, text);
	}
	for (const document of workspace.textDocuments.filter(isChangedDraft)) {
		await window.showTextDocument(document);
		await commands.executeCommand('workbench.action.files.revert');
	}
	await commands.executeCommand('workbench.action.closeAllEditors');
}

function isChangedDraft({ uri, isDirty }: TextDocument): boolean {
	return isDirty && workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Asks until there is an answer. */
export async function until<T>(
	what: string,
	ask: () => T | undefined | Thenable<T | undefined>,
	seconds = 20,
): Promise<T> {
	for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
		const answer = await ask();
		if (answer !== undefined) return answer;
	}
	throw new Error(`waited ${seconds} s for ${what}`);
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** What Source Critic says of a document at this moment. */
export function shown(document: TextDocument): readonly Shown[] {
	return ours(document.uri).map(diagnostic => ({
		rule: ruleOf(diagnostic),
		words: document.getText(diagnostic.range),
		diagnostic,
	}));
}

/** Source Critic's diagnostics of a file. */
export function ours(uri: Uri): readonly Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'Source Critic');
}

/** Waits for a finding of a rule on words that include `words`. */
export function finding(document: TextDocument, rule: string, words: string): Promise<Shown> {
	return until(`${rule} on “${words}”`, () => find(document, rule, words)).catch(error => {
		const there = shown(document).map(other => `${other.rule} on “${other.words}”`);
		throw new Error(`${error.message}; there are: ${there.join(', ') || 'none'}`);
	});
}

/** Waits for a finding to go. */
export async function gone(document: TextDocument, rule: string, words: string): Promise<void> {
	await until(`${rule} on “${words}” to go`, () => (find(document, rule, words) ? undefined : true));
}

export function find(document: TextDocument, rule: string, words: string): Shown | undefined {
	return shown(document).find(finding => finding.rule === rule && finding.words.includes(words));
}

/** The text of the hovers at a position, once one of them says `expected`. */
export function hoverSaying(document: TextDocument, range: Range, expected: RegExp): Promise<string> {
	return until(`a hover that says ${expected}`, async () => {
		const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
		const text = hovers
			.flatMap(({ contents }) => contents.map(content => (content as MarkdownString).value))
			.join('\n');
		return expected.test(text) ? text : undefined;
	});
}

/** The code action at a range whose title fits. */
export function action(document: TextDocument, range: Range, title: RegExp): Promise<CodeAction> {
	let titles: readonly string[] = [];
	const ask = async () => {
		const { QuickFix } = CodeActionKind;
		const provider = 'vscode.executeCodeActionProvider';
		const actions = await commands.executeCommand<CodeAction[]>(provider, document.uri, range, QuickFix.value, 50);
		titles = actions.map(action => action.title);
		return actions.find(action => title.test(action.title));
	};
	return until(`a code action ${title}`, ask).catch(error => {
		throw new Error(`${error.message}; there are: ${titles.join(' | ') || 'none'}`);
	});
}

/** Does what choosing the action in the light bulb does. */
export async function apply({ edit, command }: CodeAction): Promise<void> {
	if (edit && !(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
	if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The text of a file, in the editor or on disk; `undefined` where there is none. */
export async function textOf(uri: Uri): Promise<string | undefined> {
	const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	if (open) return open.getText();
	return workspace.fs.readFile(uri).then(
		bytes => new TextDecoder().decode(bytes),
		() => undefined,
	);
}

export async function write(uri: Uri, text: string): Promise<void> {
	await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Removes a file; none is no error. */
export async function remove(uri: Uri): Promise<void> {
	await workspace.fs.delete(uri).then(undefined, () => undefined);
}

/** Removes a folder with all in it; none is no error. */
export async function removeAll(uri: Uri): Promise<void> {
	await workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

/** Renames a file or a folder as someone does in the explorer: open editors go with it. */
export async function rename(from: Uri, to: Uri): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.renameFile(from, to);
	if (!(await workspace.applyEdit(edit))) throw new Error('it was not renamed');
}

/** Gives a draft its text back, in the editor and on disk: the workbench saves by itself what a test has typed. */
export async function restore(document: TextDocument, text: string): Promise<void> {
	if (document.getText() !== text) {
		const edit = new WorkspaceEdit();
		edit.replace(document.uri, everything(document), text);
		await workspace.applyEdit(edit);
	}
	if (document.isDirty) await document.save();
}

/** The whole of a document. */
export function everything(document: TextDocument): Range {
	return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}

function ruleOf({ code }: Diagnostic): string {
	return String(typeof code === 'object' ? code.value : code);
}
