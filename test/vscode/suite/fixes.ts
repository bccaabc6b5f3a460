import { SnippetTextEdit, type TextDocument } from 'vscode';
import { equal, includes, ok } from './assert';
import { action, apply, closeAll, finding, gone, openDraft } from './workbench';

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
		ok(fix.edit !== undefined, 'it has no edit');
		const edits = fix.edit.entries().flatMap(([, changes]) => changes as readonly unknown[]);
		const snippets = edits.filter(edit => edit instanceof SnippetTextEdit);
		equal(snippets.length, 1, 'snippets');
		includes(snippets[0]?.snippet.value ?? '', '[who?]');
	});
});
