import { ConfigurationTarget, commands, workspace } from 'vscode';
import { equal, ok } from './assert';
import { closeAll, inWorkspace, ours, until } from './workbench';

suite('checking the workspace', () => {
	teardown(async () => {
		await exclude(undefined);
		await closeAll();
	});

	const exclude = (globs: object | undefined) =>
		workspace.getConfiguration().update('files.exclude', globs, ConfigurationTarget.Workspace);
	const check = () => commands.executeCommand<{ files: number; findings: number }>('sourceCritic.checkWorkspace');

	test('each draft is read, and its findings are listed', async () => {
		const { files, findings } = await check();
		equal(files, 3, 'files');
		ok(findings > 3, `there are ${findings} findings`);
		await until('findings of a file that is not open', () => ours(inWorkspace('wire.txt')).length || undefined);
	});

	test('what the settings leave out is left out', async () => {
		await exclude({ '**/library*': true });
		equal((await check()).files, 2, 'files');
	});
});
