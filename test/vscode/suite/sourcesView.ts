import { commands, type Hover, type MarkdownString, Selection, type TextDocument, window, workspace } from 'vscode';
import { equal, includes, ok } from './assert';
import { closeAll, everything, finding, hoverSaying, openDraft, pause, until } from './workbench';

/** The view is looked at as a reader does: by what is copied from it, and by the keys that walk through it. */
suite('the view of sources', () => {
	let draft: TextDocument;
	setup(async () => {
		draft = await openDraft('council.md');
		await commands.executeCommand('sourceCritic.sources.focus');
		// A busy window moves the focus a little after it was asked to.
		await pause(300);
	});
	teardown(async () => {
		await commands.executeCommand('sourceCritic.clearSourceFilter');
		await commands.executeCommand('sourceCritic.groupSourcesByBoth');
		await closeAll();
	});

	test('it lists who speaks in the draft, and what each says', async () => {
		const table = await tableWith('Ruth Alder');
		for (const row of [
			'| Peter Lund | Named | Person | who leads the council’s works committee | said | “We would rather be late than wrong,” | quoted |  | par 2 | 5 |',
			'| Ruth Alder | Named | Person | Mayor | claimed | the bridge would be safe for another year | paraphrased |  | par 3 | 7 |',
			'| Sources | Anonymous | Group |  | said | The builder had been told of the cracks in March | paraphrased |  | par 4 | 9 |',
		])
			includes(table, row);
	});

	test('it follows the editor, and the text as it changes', async () => {
		await tableWith('Ruth Alder');
		const other = await openDraft('library.md');
		ok(!(await tableWith('Hanna Vik')).includes('Alder'), 'the other draft’s sources are left');
		const editor = await window.showTextDocument(other);
		const before = other.getText();
		await editor.edit(edit => edit.insert(everything(other).end, '\n\nThe roof leaks, according to Ida Quist.'));
		await tableWith('Ida Quist');
		// The workbench in a browser stores what is typed.
		await editor.edit(edit => edit.replace(everything(other), before));
	});

	test('it finds words, and those who are not named', async () => {
		await tableWith('Ruth Alder');
		await filter('cracks', false);
		const found = await tableWith('cracks');
		ok(!found.includes('Lund') && !found.includes('Alder'), found);
		await filter('', true);
		const unnamed = await tableWith('Sources');
		ok(!unnamed.includes('Lund') && !unnamed.includes('12 percent'), unnamed);
		await filter('nobody says this', false);
		await empty();
		await commands.executeCommand('sourceCritic.clearSourceFilter');
		await tableWith('Ruth Alder');
	});

	test('the source at the caret is selected, without taking the focus', async () => {
		await tableWith('Ruth Alder');
		const editor = await window.showTextDocument(draft);
		place(editor, 'Mayor Ruth');
		await until('the mayor to be selected', async () => ((await selected()) === 'Ruth Alder' ? true : undefined));
		await pause(300);
		await commands.executeCommand('type', { text: 'X' });
		await until('the letter in the draft', () => draft.getText().includes('XMayor Ruth') || undefined);
		await commands.executeCommand('deleteLeft');
	});

	test('walking through it leads to the passages', async () => {
		await tableWith('Ruth Alder');
		await until('the introduction to be selected', async () => {
			await walk('list.focusFirst', 'list.focusDown', 'list.select');
			return chosen().startsWith('Peter Lund, who leads') || undefined;
		});
		await until('the statement to be selected', async () => {
			// What is open already is entered.
			await walk('list.focusFirst', 'list.focusDown', 'list.expand', 'list.expand', 'list.select');
			return chosen().startsWith('“We would rather be late than wrong,” said Peter Lund') || undefined;
		});
	});

	test('kinds stand below how sources are identified, or instead of it', async () => {
		const mixed = await workspace.openTextDocument({
			language: 'markdown',
			content: [
				'# Council puts off the bridge vote',
				'Mayor Ruth Alder said the bridge is safe. The vote was moved in secret, sources said.',
				'The Norland Courier reported that the bridge is closed.',
			].join('\n\n'),
		});
		const editor = await window.showTextDocument(mixed);
		equal(names(await tableWith('Norland Courier')), 'Ruth Alder, The Norland Courier, Sources', 'by both');
		place(editor, 'Courier reported');
		await until('the paper at the caret', async () => (await selected()) === 'The Norland Courier' || undefined);
		// Named; in it People and News outlets; in these the paper.
		await untilSelected('The Norland Courier', 'list.expand', down, down, 'list.expand', down);
		await filter('bridge', false);
		equal(names(await tableWith('Norland Courier')), 'Ruth Alder, The Norland Courier', 'what is found');
		await commands.executeCommand('sourceCritic.clearSourceFilter');

		await commands.executeCommand('sourceCritic.groupSourcesByKind');
		equal(names(await tableWith('Sources')), 'Ruth Alder, Sources, The Norland Courier', 'by kind');
		place(editor, 'Mayor Ruth');
		await until('the mayor at the caret', async () => (await selected()) === 'Ruth Alder' || undefined);
		// People, Groups; in these the sources.
		await untilSelected('Sources', down, 'list.expand', down);

		await commands.executeCommand('sourceCritic.groupSourcesByIdentification');
		equal(names(await tableWith('Norland Courier')), 'Ruth Alder, The Norland Courier, Sources', 'by identification');
		// Named; in it the mayor and the paper.
		await untilSelected('The Norland Courier', 'list.expand', down, down);
	});

	test('all statements of a source are listed, from the caret and from the hover', async () => {
		const editor = await window.showTextDocument(draft);
		const rows = (await tableWith('Ruth Alder')).split('\n').filter(row => row.startsWith('| Ruth Alder |'));
		place(editor, 'Lund said the report');
		equal(await commands.executeCommand('sourceCritic.showStatements'), 2, 'statements from the caret');
		place(editor, 'would rather be late');
		equal(await commands.executeCommand('sourceCritic.showStatements'), 2, 'from within a quotation');
		place(editor, 'Traffic across');
		equal(await commands.executeCommand('sourceCritic.showStatements'), undefined, 'where no one speaks');
		const { line, character } = draft.positionAt(draft.getText().indexOf('Alder'));
		const showStatements = 'sourceCritic.showStatements';
		equal(
			await commands.executeCommand(showStatements, draft.uri.toString(), line, character),
			rows.length,
			'from a hover',
		);
		for (const bad of [
			['file:///nowhere.md', 0, 0],
			[draft.uri.toString(), -1, 0],
			[{}, 'x'],
		])
			equal(await commands.executeCommand(showStatements, ...bad), undefined, JSON.stringify(bad));
	});

	test('the hover trusts that one command and no other', async () => {
		await finding(draft, 'anonymous-source', 'sources');
		const range = draft.lineAt(4).range.with(draft.positionAt(draft.getText().indexOf('Peter Lund') + 1));
		await hoverSaying(draft, range, /\[Show all 2 statements\]\(<command:sourceCritic\.showStatements\?/);
		const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', draft.uri, range.start);
		const [ours] = hovers
			.flatMap(({ contents }) => contents as MarkdownString[])
			.filter(({ value }) => value.includes('Show all 2 statements'));
		equal(
			JSON.stringify(ours?.isTrusted),
			JSON.stringify({ enabledCommands: ['sourceCritic.showStatements'] }),
			'what is trusted',
		);
	});

	test('where nothing is read nothing is listed', async () => {
		await tableWith('Ruth Alder');
		const german = await workspace.openTextDocument({
			language: 'markdown',
			content: 'Die Brücke ist gesperrt, sagte die Bürgermeisterin. Sie wird im Mai geöffnet, und der Rat zahlt nicht.',
		});
		await window.showTextDocument(german);
		await empty();
		await openDraft('council.md');
		await tableWith('Ruth Alder');
		await closeAll();
		await empty();
	});
});

/** What the view shows, once that includes some words. */
function tableWith(words: string): Promise<string> {
	return until(`a view with “${words}”`, async () => {
		const table = await commands.executeCommand<string | undefined>('sourceCritic.copySourceTable');
		return table?.includes(words) ? table : undefined;
	});
}

/** The sources of a table, in order. */
function names(table: string): string {
	const cells = table
		.split('\n')
		.slice(2)
		.map(row => row.split(' | ')[0]?.slice(2) ?? '');
	return cells.filter(name => name !== '' && name !== 'No one named' && name !== 'The writer').join(', ');
}

function empty(): Promise<true> {
	return until('an empty view', async () => {
		const table = await commands.executeCommand<string | undefined>('sourceCritic.copySourceTable');
		return table === undefined || undefined;
	});
}

function filter(words: string, notNamed: boolean): Thenable<unknown> {
	return commands.executeCommand('sourceCritic.filterSources', { words, notNamed });
}

/** What is selected in the view, as it would be copied. */
function selected(): Thenable<string | null> {
	return commands.executeCommand('sourceCritic.copySource');
}

/** The keys go to whatever has the focus. */
async function walk(...steps: readonly string[]): Promise<void> {
	await commands.executeCommand('sourceCritic.sources.focus');
	for (const step of steps) {
		await pause(100);
		await commands.executeCommand(step);
	}
}

const down = 'list.focusDown';

/** Walks from the first group, all of them closed, until that leads to a source. */
function untilSelected(name: string, ...steps: readonly string[]): Promise<true> {
	return until(`${name} to be selected`, async () => {
		await commands.executeCommand('workbench.actions.treeView.sourceCritic.sources.collapseAll');
		await walk('list.focusFirst', ...steps, 'list.select');
		return (await selected()) === name || undefined;
	});
}

/** What is selected in the editor. */
function chosen(): string {
	const editor = window.activeTextEditor;
	return editor ? editor.document.getText(editor.selection) : '';
}

function place(editor: typeof window.activeTextEditor & object, words: string): void {
	const offset = editor.document.getText().indexOf(words);
	ok(offset >= 0, `“${words}” is not in the draft`);
	const position = editor.document.positionAt(offset);
	editor.selection = new Selection(position, position);
}
