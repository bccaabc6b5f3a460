import { type TextDocument, workspace } from 'vscode';
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
		await apply(await action(draft, diagnostic.range, /workspace/i));
		const text = await until('the file', () => textOf(file));
		includes(text, '"loaded-reporting-verb": "off"');
		await until('the file on disk', async () => {
			const onDisk = new TextDecoder().decode(await workspace.fs.readFile(file));
			return onDisk.includes('"loaded-reporting-verb": "off"') ? true : undefined;
		});
		await gone(draft, 'loaded-reporting-verb', 'claimed');
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
