import { commands, Position, Selection, type TextDocument, window } from 'vscode';
import { ok } from './assert';
import { closeAll, find, finding, openDraft, until } from './workbench';

suite('while typing', () => {
	let draft: TextDocument;
	suiteSetup(async () => {
		const other = await openDraft('council.md');
		await finding(other, 'anonymous-source', 'sources');
		draft = await openDraft('library.md');
	});
	suiteTeardown(closeAll);

	test('a finding in the sentence being typed waits until a second has passed', async () => {
		const editor = window.activeTextEditor;
		ok(editor?.document === draft, 'the draft is not in front');
		const line = draft.lineCount - 1;
		const end = new Position(line, draft.lineAt(line).text.length);
		editor.selection = new Selection(end, end);
		for (const letter of ' The roof will be mended next, sources said.') {
			await commands.executeCommand('type', { text: letter });
		}
		const typed = Date.now();
		await until('the new finding', () => find(draft, 'anonymous-source', 'sources'), 10);
		const waited = Date.now() - typed;
		ok(waited > 800, `it was shown after ${waited} ms`);
	});
});
