import {
	ConfigurationTarget,
	commands,
	TabInputWebview,
	type TextDocument,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import { equal, includes, ok } from './assert';
import { hasPage, report } from './page';
import { closeAll, finding, inWorkspace, openDraft, ours, remove, rename, textOf, until, write } from './workbench';

const name = 'council.md';

suite('the source report', () => {
	let draft: TextDocument;
	setup(async () => {
		draft = await openDraft(name);
		await commands.executeCommand('sourceCritic.openReport');
	});
	teardown(async () => {
		await set('workbench.colorTheme', undefined);
		await set('sourceCritic.enable', undefined);
		await closeAll();
	});

	test('it opens beside the draft, once', async () => {
		await until('the tab', () => reportTabs().length || undefined);
		equal(window.activeTextEditor?.document, draft, 'the editor in front');
		await commands.executeCommand('sourceCritic.openReport', draft.uri);
		equal(reportTabs().length, 1, 'tabs');
		equal(reportTabs()[0]?.label, 'Report: council.md', 'its name');
	});

	test('it can be read by ear: headings, figures, every statement with its place', async function () {
		if (!(await hasPage())) this.skip();
		const tree = await treeSaying('heading "Statements"');
		for (const words of [
			'heading "Source report: Council puts off the bridge vote" [level=1]',
			'heading "Share of voice" [level=2]',
			'heading "Authenticity: who speaks, and could a reader find them?" [level=3]',
			'table "Words by source"',
			'rowheader "Ruth Alder"',
			'cell "claimed"',
			'button "par 3, line 7"',
		]) {
			includes(tree, words);
		}
	});

	test('a statement leads to its words, by keyboard and by pointer', async function () {
		if (!(await hasPage())) this.skip();
		await treeSaying('button "par 4, line 9"');
		await commands.executeCommand('workbench.action.focusSecondEditorGroup');
		await report.press(name, 'par 4, line 9', 'Enter');
		await until('the words to be chosen', () => chosen()?.includes('sources') || undefined);
		equal(window.activeTextEditor?.document, draft, 'the editor in front');
		await report.click(name, 'rather be late');
		await until('other words to be chosen', () => chosen()?.includes('rather be late') || undefined);
	});

	test('it follows the draft and keeps what has the focus', async function () {
		if (!(await hasPage())) this.skip();
		await treeSaying('button "par 4, line 9"');
		await commands.executeCommand('workbench.action.focusSecondEditorGroup');
		await report.focus(name, 'told of the cracks');
		const before = await report.focused(name);
		ok(before.scrolled > 0, 'it is at its top');
		// Someone else edits: the focus stays in the report.
		const edit = new WorkspaceEdit();
		edit.insert(draft.uri, draft.lineAt(4).range.start, 'Engineer Maud Pell said the piers would hold.\n\n');
		await workspace.applyEdit(edit);
		const tree = await treeSaying('rowheader "Maud Pell"');
		includes(tree, 'button "par 5, line 11"');
		const after = await report.focused(name);
		equal(after.name, 'par 5, line 11', 'what has the focus');
		equal(words(after.row), words(before.row), 'its row');
		ok(Math.abs(after.top - before.top) < 5, `it has moved from ${before.top} to ${after.top}`);
	});

	test('nothing in it is hard to see or to reach, in any theme', async function () {
		if (!(await hasPage())) this.skip();
		this.timeout(90_000);
		await treeSaying('heading "Statements"');
		for (const theme of ['Light Modern', 'Dark Modern', 'High Contrast', 'High Contrast Light']) {
			await set('workbench.colorTheme', `Default ${theme}`);
			await until(theme, async () => (await report.theme(name)) === themeKinds[theme] || undefined);
			equal((await report.violations(name)).join('\n'), '', theme);
		}
	});

	test('where a draft is not read it says why, and comes back', async function () {
		if (!(await hasPage())) this.skip();
		await treeSaying('heading "Statements"');
		await set('sourceCritic.enable', false);
		const tree = await treeSaying('turned off by a setting');
		ok(!tree.includes('Statements'), 'the old report is still there');
		await set('sourceCritic.enable', undefined);
		await treeSaying('heading "Statements"');
	});

	test('it goes with its draft to another name', async function () {
		if (!(await hasPage())) this.skip();
		const [from, to] = [inWorkspace('quay.md'), inWorkspace('pier.md')];
		await write(from, draft.getText());
		try {
			await commands.executeCommand('workbench.action.closeAllEditors');
			await openDraft('quay.md');
			await commands.executeCommand('sourceCritic.openReport');
			await treeSaying('heading "Statements"', 'quay.md');
			await rename(from, to);
			includes(await treeSaying('pier.md', 'pier.md'), 'heading "Statements"');
			equal(reportTabs()[0]?.label, 'Report: pier.md', 'its name');
			const moved = await workspace.openTextDocument(to);
			const edit = new WorkspaceEdit();
			edit.insert(to, moved.lineAt(4).range.start, 'Engineer Maud Pell said the piers would hold.\n\n');
			await workspace.applyEdit(edit);
			await treeSaying('rowheader "Maud Pell"', 'pier.md');
			await commands.executeCommand('sourceCritic.openReport', to);
			equal(reportTabs().length, 1, 'tabs');
			await moved.save();
		} finally {
			await commands.executeCommand('workbench.action.closeAllEditors');
			for (const each of [from, to]) await remove(each);
		}
	});

	test('a draft that is checked anyway has its report at once', async function () {
		if (!(await hasPage())) this.skip();
		const log = await workspace.openTextDocument({
			language: 'markdown',
			content: 'The gate was painted.\n\nIt is blue.\n',
		});
		try {
			await window.showTextDocument(log, { preview: false });
			await commands.executeCommand('sourceCritic.openReport');
			const name = log.uri.toString();
			await treeSaying('not read as news', name);
			await commands.executeCommand('sourceCritic.checkAnyway', log.uri.toString());
			await treeSaying('heading "Statements"', name);
			equal(ours(log.uri).length, 0, 'findings');
		} finally {
			await window.showTextDocument(log);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	});

	test('it is exported as Markdown and as a page that stands by itself', async () => {
		await finding(draft, 'anonymous-source', 'sources');
		for (const [file, opening] of [
			['council.report.html', '<!DOCTYPE html>'],
			['council.report.md', '# Source report: Council puts off the bridge vote\n\n- File: council.md\n'],
		] as const) {
			const target = inWorkspace(file);
			try {
				await commands.executeCommand('sourceCritic.exportReport', draft.uri, target);
				const text = (await textOf(target)) ?? '';
				ok(text.startsWith(opening), text.slice(0, 200));
				includes(text, 'would be safe for another year');
			} finally {
				await remove(target);
			}
		}
	});
});

const themeKinds: Readonly<Record<string, string>> = {
	'Light Modern': 'vscode-light',
	'Dark Modern': 'vscode-dark',
	'High Contrast': 'vscode-high-contrast',
	'High Contrast Light': 'vscode-high-contrast-light',
};

function reportTabs() {
	const tabs = window.tabGroups.all.flatMap(group => group.tabs);
	return tabs.filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('sourceCritic.report'));
}

function treeSaying(words: string, of = name): Promise<string> {
	return until(`the report to say ${words}`, async () => {
		const tree = await report.tree(of);
		return tree.includes(words) ? tree : undefined;
	});
}

function chosen(): string | undefined {
	const editor = window.activeTextEditor;
	return editor?.document.getText(editor.selection);
}

/** A row without its place, which moves. */
function words(row: string): string {
	return row.replace(/par \d+, line \d+/, '');
}

async function set(setting: string, value: unknown): Promise<void> {
	await workspace.getConfiguration().update(setting, value, ConfigurationTarget.Workspace);
}
