import { type TextDocument, window } from 'vscode';
import { equal, includes, ok } from './assert';
import { action, apply, closeAll, finding, gone, openDraft, until } from './workbench';

suite('quick fixes', () => {
	let draft: TextDocument;
	setup(async () => {
		draft = await openDraft('council.md');
	});
	teardown(closeAll);

	test('“claimed” becomes “said”, and the finding goes', async () => {
		const { diagnostic } = await finding(draft, 'loaded-reporting-verb', 'claimed');
		await apply(await action(draft, diagnostic.range, /“said”|'said'|"said"/));
		includes(draft.getText(), 'Mayor Ruth Alder said that the bridge');
		await gone(draft, 'loaded-reporting-verb', 'claimed');
	});

	test('attributing leaves the name to the writer', async () => {
		const { diagnostic } = await finding(draft, 'unattributed-claim', '');
		const fix = await action(draft, diagnostic.range, /^Attribute/);
		ok(!fix.isPreferred, 'it is preferred');
		await apply(fix);
		includes(draft.getText(), '[who?]');
		const editor = window.activeTextEditor;
		equal(editor?.document, draft, 'the editor in front');
		const chosen = await until('a place to type the name', () => draft.getText(editor?.selection) || undefined);
		equal(chosen, '[who?]', 'what is selected');
	});
});
