import { commands, env, extensions, UIKind, version } from 'vscode';
import { equal, ok } from './assert';
import { say } from './report';
import { closeAll, openDraft, until } from './workbench';

suite('activation', () => {
	suiteTeardown(closeAll);

	test('a draft wakes the extension', async () => {
		await openDraft('council.md');
		const extension = extensions.getExtension('source-critic.source-critic');
		ok(extension !== undefined, 'the extension is not installed');
		await until('the extension to be active', () => extension.isActive || undefined);
		const window = env.uiKind === UIKind.Web ? 'browser' : 'desktop';
		const host = typeof process === 'object' && process.versions?.['node'] ? 'Node' : 'web worker';
		say(`VS Code ${version}, ${env.appName}, window: ${window}, extension host: ${host}`);
	});

	test('every command of the manifest is registered', async () => {
		const extension = extensions.getExtension('source-critic.source-critic');
		const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
		ok(declared.length > 0, 'the manifest has no commands');
		const registered = await commands.getCommands(true);
		const missing = declared.map(({ command }) => command).filter(command => !registered.includes(command));
		equal(missing.join(), '', 'commands without a handler');
	});
});
