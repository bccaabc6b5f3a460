import {
	commands,
	Disposable,
	env,
	l10n,
	Range,
	type TextDocument,
	type TextEditor,
	TextEditorRevealType,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportCheckingParams, exportCheckingRequest, type ListedCheck } from '../../../server/src/protocol';
import type { Store } from '../kept/store';
import { annotated, type CheckedList, isDone, recordOf, ticked, toggled } from './records';
import { itemAround, nextOpen, type Row } from './rows';
import { openEvidenceCommand, revealCommand } from './treeItems';
import type { ChecklistView, OpenList } from './view';

const shownForMilliseconds = 8000;

type Format = ExportCheckingParams['format'];

/** What can be done with the list: from the view, or from where the caret stands. */
export function registerChecklistCommands(client: BaseLanguageClient, store: Store, view: ChecklistView): Disposable {
	return Disposable.from(
		commands.registerCommand(revealCommand, (uri: string, range: ListedCheck['range']) =>
			commands.executeCommand('vscode.open', Uri.parse(uri), { selection: toRange(range), preserveFocus: true }),
		),
		commands.registerCommand('sourceCritic.nextUnchecked', () => nextUnchecked(view)),
		commands.registerCommand('sourceCritic.checkOff', async (from?: Row | 'selected') => {
			const row = from === 'selected' ? view.selected() : from;
			if (from === 'selected' && (!row || row.type === 'group')) return;
			const chosen = await chosenItem(view, row);
			if (!chosen) return noItem();
			await view.change(chosen.open, list => checkedOff(list, chosen.index, row));
		}),
		commands.registerCommand('sourceCritic.addEvidence', (row?: Row, answer?: string) =>
			annotate(view, row, 'evidence', answer),
		),
		commands.registerCommand('sourceCritic.addCheckNote', (row?: Row, answer?: string) =>
			annotate(view, row, 'note', answer),
		),
		commands.registerCommand(openEvidenceCommand, async (from?: string | Row, uri?: string) => {
			if (typeof from === 'string' && uri !== undefined) return openEvidence(from, Uri.parse(uri));
			const chosen = await chosenItem(view, typeof from === 'string' ? undefined : from);
			const item = chosen?.open.list.items[chosen.index];
			const evidence = item && recordOf(chosen.open.list, item)?.evidence;
			if (!chosen || !evidence) return tell(l10n.t('$(info) No evidence is kept of it.'));
			return openEvidence(evidence, chosen.open.document.uri);
		}),
		commands.registerCommand('sourceCritic.checkByRisk', () => view.setOptions({ ...view.options, order: 'risk' })),
		commands.registerCommand('sourceCritic.checkByParagraph', () =>
			view.setOptions({ ...view.options, order: 'paragraph' }),
		),
		commands.registerCommand('sourceCritic.hideChecked', () => view.setOptions({ ...view.options, hideDone: true })),
		commands.registerCommand('sourceCritic.showChecked', () => view.setOptions({ ...view.options, hideDone: false })),
		commands.registerCommand('sourceCritic.exportChecklist', (format?: Format, target?: Uri) =>
			exportList(client, store, view, format, target),
		),
	);
}

// --- items -------------------------------------------------------------------------------------------------------

interface ChosenItem {
	readonly open: OpenList;
	readonly index: number;
}

/** Everything there is to tick of an item, or what a row below it asks. */
function checkedOff(list: CheckedList, index: number, row: Row | undefined): CheckedList {
	const item = list.items[index];
	if (row?.type === 'said') return ticked(list, index, { said: item?.said !== true });
	if (row?.type === 'so') return ticked(list, index, { so: item?.so !== true });
	return toggled(list, index);
}

/** The item of a row; without one, the one at the caret. */
async function chosenItem(view: ChecklistView, row: Row | undefined): Promise<ChosenItem | null> {
	const shown = view.shown();
	if (row && 'index' in row && shown) return { open: shown, index: row.index };
	const open = await view.now();
	const editor = open && editorOf(open.document);
	if (!open || !editor) return null;
	const { start, end } = editor.selection;
	// After "Next Unchecked Item" the item itself is selected.
	const selected = open.list.items.findIndex(({ range }) => toRange(range).isEqual(new Range(start, end)));
	const index = selected >= 0 ? selected : itemAround(open.list.items, editor.selection.active);
	return index < 0 ? null : { open, index };
}

async function nextUnchecked(view: ChecklistView): Promise<void> {
	const open = await view.now();
	if (!open) return tell(l10n.t('$(info) No draft to check.'));
	const editor = editorOf(open.document) ?? (await window.showTextDocument(open.document));
	const index = nextOpen(open.list.items, editor.selection.start);
	const item = open.list.items[index];
	if (!item) return tell(l10n.t('$(check) Everything on the list is checked.'));
	await window.showTextDocument(open.document, {
		...(editor.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
		selection: toRange(item.range),
	});
	editor.revealRange(toRange(item.range), TextEditorRevealType.InCenterIfOutsideViewport);
	view.select(index);
	const left = open.list.items.filter(each => !isDone(each)).length;
	tell(l10n.t('{0}: {1} ({2} open)', item.kindName, item.words, left));
}

async function annotate(
	view: ChecklistView,
	row: Row | undefined,
	what: 'evidence' | 'note',
	answer?: string,
): Promise<void> {
	const chosen = await chosenItem(view, row);
	const item = chosen?.open.list.items[chosen.index];
	if (!chosen || !item) return noItem();
	const value = recordOf(chosen.open.list, item)?.[what] ?? '';
	const title = l10n.t('{0}: {1}', item.kindName, item.words);
	const words =
		answer ??
		(await window.showInputBox(
			what === 'evidence'
				? { title, value, prompt: l10n.t('Where can it be looked up? A link or a path. Nothing takes it away.') }
				: { title, value, prompt: l10n.t('A note for whoever checks. Nothing takes it away.') },
		));
	if (words === undefined) return;
	// The text may have changed while this was written.
	const shown = view.shown();
	const open = shown?.document === chosen.open.document ? shown : chosen.open;
	const { kind, words: hash, ordinal } = item.anchor;
	const index = open.list.items.findIndex(
		({ anchor }) => anchor.kind === kind && anchor.words === hash && anchor.ordinal === ordinal,
	);
	await view.change(open, list => annotated(list, index, { [what]: words.trim() }));
}

/** A link in the browser, a path in an editor: from the draft's folder on, or from that of the workspace. */
async function openEvidence(evidence: string, draft: Uri): Promise<void> {
	if (/^(?:https?|mailto):/i.test(evidence)) {
		await env.openExternal(Uri.parse(evidence));
		return;
	}
	const folder = workspace.getWorkspaceFolder(draft) ?? workspace.workspaceFolders?.[0];
	const places = [
		...(/^(?:\/|[a-z]:[\\/])/i.test(evidence) ? [draft.with({ path: Uri.file(evidence).path })] : []),
		...(draft.scheme === 'untitled' ? [] : [Uri.joinPath(draft, '..', evidence)]),
		...(folder ? [Uri.joinPath(folder.uri, evidence)] : []),
	];
	for (const place of places) {
		const isThere = await workspace.fs.stat(place).then(
			() => true,
			() => false,
		);
		if (!isThere) continue;
		await commands.executeCommand('vscode.open', place);
		return;
	}
	tell(l10n.t('$(info) There is no file {0}.', evidence));
}

// --- export ------------------------------------------------------------------------------------------------------

async function exportList(
	client: BaseLanguageClient,
	store: Store,
	view: ChecklistView,
	offeredFormat?: Format,
	offeredTarget?: Uri,
): Promise<string | undefined> {
	const open = await view.now();
	if (!open || open.list.items.length === 0) return void tell(l10n.t('$(info) There is no checking list to export.'));
	const { document } = open;
	const format = offeredFormat ?? (await chosenFormat());
	if (!format) return undefined;
	const ending = format === 'csv' ? 'csv' : 'md';
	const target = offeredTarget ?? (await chosenTarget(document, ending));
	if (!target) return undefined;
	const { salt, checks } = await store.read(document.uri);
	const params: ExportCheckingParams = {
		uri: client.code2ProtocolConverter.asUri(document.uri),
		salt,
		records: checks,
		format,
		file: document.uri.path.split('/').at(-1) ?? '',
	};
	const text = await client.sendRequest<string | null>(exportCheckingRequest, params);
	if (text === null) return undefined;
	try {
		await workspace.fs.writeFile(target, new TextEncoder().encode(text));
		tell(l10n.t('$(check) Saved: {0}', workspace.asRelativePath(target)));
	} catch (error) {
		client.warn('The checking list could not be saved.', error, false);
		tell(l10n.t('$(warning) It could not be saved there.'));
	}
	return text;
}

async function chosenFormat(): Promise<Format | undefined> {
	const formats = [
		{ label: 'CSV', description: l10n.t('A table for a spreadsheet'), format: 'csv' as const },
		{ label: 'Markdown', description: l10n.t('A task list'), format: 'markdown' as const },
	];
	return (await window.showQuickPick(formats, { title: l10n.t('Export Checking List') }))?.format;
}

/** Beside the draft, under its name; an unsaved draft has no place of its own. */
function chosenTarget({ uri }: TextDocument, ending: string): Thenable<Uri | undefined> {
	const name = (uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '') || 'draft';
	const file = `${name}.checking.${ending}`;
	const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
	return window.showSaveDialog({
		title: l10n.t('Export Checking List'),
		...(folder && { defaultUri: Uri.joinPath(folder, file) }),
		filters: ending === 'csv' ? { CSV: ['csv'] } : { Markdown: ['md'] },
	});
}

// --- small things ------------------------------------------------------------------------------------------------

function editorOf(document: TextDocument): TextEditor | undefined {
	const isIts = (editor: TextEditor): boolean => editor.document === document;
	const active = window.activeTextEditor;
	return active && isIts(active) ? active : window.visibleTextEditors.find(isIts);
}

function toRange({ start, end }: ListedCheck['range']): Range {
	return new Range(start.line, start.character, end.line, end.character);
}

function noItem(): void {
	tell(l10n.t('$(info) No item of the checking list at the caret.'));
}

function tell(message: string): void {
	window.setStatusBarMessage(message, shownForMilliseconds);
}
