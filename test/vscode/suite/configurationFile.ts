import { commands, type TextDocument, workspace } from 'vscode';
import { ignoreCommand } from '../../../server/src/protocol';
import { equal, includes } from './assert';
import {
	action,
	apply,
	closeAll,
	configurationFile,
	finding,
	gone,
	inWorkspace,
	openDraft,
	ours,
	remove,
	textOf,
	until,
	write,
} from './workbench';

suite('the configuration file', () => {
	const file = inWorkspace(configurationFile);
	let draft: TextDocument;
	setup(async () => {
		draft = await openDraft('council.md');
	});
	teardown(async () => {
		await closeAll();
		await remove(file);
		draft = await openDraft('council.md');
		await finding(draft, 'loaded-reporting-verb', 'claimed');
		await closeAll();
	});

	test('ignoring a rule in the workspace writes it there, and the finding goes', async () => {
		const { diagnostic } = await finding(draft, 'loaded-reporting-verb', 'claimed');
		const more = await action(draft, diagnostic.range, /more ways to ignore/i);
		await commands.executeCommand(ignoreCommand, ...(more.command?.arguments ?? []), { way: 'workspace' });
		const text = await until('the file', () => textOf(file));
		includes(text, '"loaded-reporting-verb": "off"');
		await until('the file on disk', async () => {
			const onDisk = new TextDecoder().decode(await workspace.fs.readFile(file));
			return onDisk.includes('"loaded-reporting-verb": "off"') ? true : undefined;
		});
		await gone(draft, 'loaded-reporting-verb', 'claimed');
	});

	test('ignoring a finding here keeps a hash of it, and the finding goes', async () => {
		const list = inWorkspace('.source-critic.ignores.json');
		const { diagnostic } = await finding(draft, 'loaded-reporting-verb', 'claimed');
		try {
			await apply(await action(draft, diagnostic.range, /^ignore here/i));
			await gone(draft, 'loaded-reporting-verb', 'claimed');
			const text = await until('the file on disk', async () => {
				const bytes = await workspace.fs.readFile(list).then(undefined, () => undefined);
				return (bytes && new TextDecoder().decode(bytes)) || undefined;
			});
			includes(text, '"rule": "loaded-reporting-verb", "file": "council.md"');
			equal(text.includes('claimed'), false, 'the words of the draft are in it');
		} finally {
			await closeAll();
			await remove(list);
		}
	});

	test('what is written there by hand counts', async () => {
		await finding(draft, 'loaded-reporting-verb', 'claimed');
		await write(file, '// our house\n{ "rules": { "loaded-reporting-verb": "off" } }\n');
		await gone(draft, 'loaded-reporting-verb', 'claimed');
	});

	test('a broken one is told in that file, is left as it is, and drafts are read all the same', async () => {
		const broken = '{ "rules": { "loaded-reporting-verb": ';
		await write(file, broken);
		await until('a diagnostic in the file', () => ours(file)[0]);
		await finding(draft, 'loaded-reporting-verb', 'claimed');
		equal(await textOf(file), broken, 'the file');
	});
});
