import { commands, extensions, type TextDocument, window, workspace } from 'vscode';
import { equal, ok } from './assert';
import { closeAll, finding, until } from './workbench';

suite('the first five minutes', () => {
	teardown(closeAll);

	test('the walkthrough opens', async () => {
		await commands.executeCommand('workbench.action.openWalkthrough', 'source-critic.source-critic#start', false);
		await until('its tab', () =>
			tabLabels().some(label => /welcome|walkthrough|get started/i.test(label)) ? true : undefined,
		);
		const [walkthrough] =
			extensions.getExtension('source-critic.source-critic')?.packageJSON.contributes.walkthroughs ?? [];
		equal(walkthrough?.steps.length, 5, 'steps');
	});

	test('the sample draft opens as a new text, once, and is asked about', async () => {
		const draft = await openSample();
		try {
			equal(draft.languageId, 'markdown', 'language');
			await finding(draft, 'anonymous-source', 'sources');
			await finding(draft, 'loaded-reporting-verb', 'claimed');
			equal(await openSample(), draft, 'the second time');
		} finally {
			await window.showTextDocument(draft);
			await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
		const again = await openSample();
		ok(again !== draft && !again.isClosed, 'it does not open again once it is closed');
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});

async function openSample(): Promise<TextDocument> {
	await commands.executeCommand('sourceCritic.openSampleDraft');
	const document = window.activeTextEditor?.document;
	ok(document?.uri.scheme === 'untitled', `what opens is ${document?.uri}`);
	ok(workspace.textDocuments.includes(document), 'it is not open');
	return document;
}

function tabLabels(): readonly string[] {
	return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}
