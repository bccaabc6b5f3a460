import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { closeAll, finding, gone, openDraft } from './workbench';

suite('settings', () => {
	let draft: TextDocument;
	suiteSetup(async () => {
		draft = await openDraft('council.md');
	});
	suiteTeardown(async () => {
		await set('rules', undefined);
		await set('enable', undefined);
		await closeAll();
	});

	test('a rule is switched off and on', async () => {
		await finding(draft, 'loaded-reporting-verb', 'claimed');
		await set('rules', { 'loaded-reporting-verb': 'off' });
		await gone(draft, 'loaded-reporting-verb', 'claimed');
		await finding(draft, 'anonymous-source', 'sources');
		await set('rules', undefined);
		await finding(draft, 'loaded-reporting-verb', 'claimed');
	});

	test('all of it is switched off and on', async () => {
		await finding(draft, 'anonymous-source', 'sources');
		await set('enable', false);
		await gone(draft, 'anonymous-source', 'sources');
		await set('enable', undefined);
		await finding(draft, 'anonymous-source', 'sources');
	});
});

async function set(name: string, value: unknown): Promise<void> {
	await workspace.getConfiguration('sourceCritic').update(name, value, ConfigurationTarget.Workspace);
}
