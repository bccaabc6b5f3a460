import { commands, Range, Selection, type TextDocument, window, workspace } from 'vscode';
import { equal, includes, ok } from './assert';
import { closeAll, finding, inWorkspace, openDraft, remove, restore, textOf, until } from './workbench';

const evidence = 'https://example.org/minutes.pdf';

suite('the checking list', () => {
	const target = inWorkspace('list.csv');
	let draft: TextDocument;
	let original = '';
	suiteSetup(async () => {
		original = (await textOf(inWorkspace('council.md'))) ?? '';
		await commands.executeCommand('sourceCritic.checklist.focus');
	});
	setup(async () => {
		draft = await openDraft('council.md');
		await finding(draft, 'loaded-reporting-verb', 'claimed');
	});
	teardown(async () => {
		await restore(draft, original);
		await closeAll();
		await remove(target);
	});
	suiteTeardown(() => commands.executeCommand('workbench.view.explorer'));

	/** The row of the list with these words to check. */
	const row = (words: string): Promise<string> =>
		until(`“${words}” on the list`, async () => {
			const text = await commands.executeCommand<string>('sourceCritic.exportChecklist', 'csv', target);
			return text?.split('\r\n').find(line => line.includes(`,"${words}",`));
		});

	test('names, figures and quotations are on it, with whose words they are', async () => {
		includes(await row('“We would rather be late than wrong,”'), '"Peter Lund","open","open"');
		includes(await row('12 percent'), '"Figure"');
		includes(await row('Mayor Ruth Alder'), '"Name"');
		includes((await textOf(target)) ?? '', '12 percent');
	});

	test('a tick is open again when its sentence changes, and only then', async () => {
		select('12 percent');
		await commands.executeCommand('sourceCritic.checkOff');
		await commands.executeCommand('sourceCritic.addEvidence', undefined, evidence);
		includes(await row('12 percent'), `"yes","","${evidence}"`);
		await type('It rained.\n\n', '# Council');
		includes(await row('12 percent'), `"yes","","${evidence}"`);
		await type('a good ', '12 percent');
		includes(await row('12 percent'), `"open","yes","${evidence}"`);
		await type('15 ', '12 ', 3);
		includes(await row('15 percent'), `"open","yes","${evidence}"`);
		await type('12 ', '15 ', 3);
		includes(await row('12 percent'), `"open","yes","${evidence}"`);
		await type('', 'a good 12', 'a good '.length);
		includes(await row('12 percent'), `"yes","","${evidence}"`);
	});

	test('what was checked is there when the draft is opened again', async () => {
		includes(await row('12 percent'), `"yes","","${evidence}"`);
		select('12 percent');
		await commands.executeCommand('sourceCritic.checkOff');
		await commands.executeCommand('sourceCritic.addEvidence', undefined, '');
		includes(await row('12 percent'), '"open","","",""');
	});

	test('the next unchecked item is selected, from the top again at the end', async () => {
		select('# Council');
		await commands.executeCommand('sourceCritic.nextUnchecked');
		const first = selected();
		await commands.executeCommand('sourceCritic.nextUnchecked');
		ok(first !== '' && selected() !== first, `“${first}”, then “${selected()}”`);
		select('repairs.');
		await commands.executeCommand('sourceCritic.nextUnchecked');
		equal(selected(), first, 'what is selected');
	});

	test('Markdown is written as well, with the notes', async () => {
		select('12 percent');
		await commands.executeCommand('sourceCritic.addCheckNote', undefined, 'asked the clerk');
		const page = inWorkspace('list.md');
		const text = await commands.executeCommand<string>('sourceCritic.exportChecklist', 'markdown', page);
		await remove(page);
		includes(text, '# Checking list: council.md');
		includes(text, 'Note: asked the clerk');
		await commands.executeCommand('sourceCritic.addCheckNote', undefined, '');
	});

	test('an unsaved draft has one too', async () => {
		const content = 'Ada Quist said the lock leaks.\n\nMayor Tom Harlow said it has cost $40 million.\n';
		await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
		includes(await row('$40 million'), '"Tom Harlow"');
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	function place(words: string): Range {
		const start = draft.getText().indexOf(words);
		ok(start >= 0, `“${words}” is not in the draft`);
		return new Range(draft.positionAt(start), draft.positionAt(start + words.length));
	}

	function select(words: string): void {
		const { start, end } = place(words);
		const editor = window.activeTextEditor;
		ok(editor?.document === draft, 'another editor is in front');
		editor.selection = new Selection(start, end);
	}

	function selected(): string {
		return draft.getText(window.activeTextEditor?.selection);
	}

	/** Types in front of words, over some of their characters. */
	async function type(text: string, before: string, over = 0): Promise<void> {
		const { start } = place(before);
		const range = new Range(start, start.translate(0, over));
		ok((await window.activeTextEditor?.edit(edit => edit.replace(range, text))) === true, 'the edit was refused');
	}
});
