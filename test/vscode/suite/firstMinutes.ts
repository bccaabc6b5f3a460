import { ConfigurationTarget, commands, extensions, type TextDocument, window, workspace } from 'vscode';
import { equal, ok } from './assert';
import { hasPage, workbench } from './page';
import { closeAll, finding, until } from './workbench';

suite('the first five minutes', () => {
	teardown(closeAll);

	test('the walkthrough opens', async () => {
		await commands.executeCommand('workbench.action.openWalkthrough', 'source-critic.source-critic#start', false);
		await until('its tab', () =>
			tabLabels().some(label => /welcome|walkthrough|get started/i.test(label)) ? true : undefined,
		);
		equal(steps().length, 5, 'steps');
	});

	test('what ends a step of the walkthrough, and where its links lead, is there', async () => {
		await extension()?.activate();
		const there = new Set(await commands.getCommands());
		const isThere: Readonly<Record<string, (id: string) => boolean>> = {
			onCommand: id => there.has(id),
			onView: id => there.has(`${id}.focus`),
			onSettingChanged: isSetting,
		};
		for (const { id: step, completionEvents, description } of steps()) {
			ok(completionEvents.length > 0, `nothing ends ${step}`);
			for (const event of completionEvents) {
				const [kind = '', id = ''] = event.split(':');
				ok(isThere[kind]?.(id) === true, `${step}: there is no ${event}`);
			}
			for (const [, command = '', query = ''] of description.matchAll(
				/\(command:(?:toSide:)?([\w.]+)(?:\?([^)]*))?\)/g,
			)) {
				ok(there.has(command), `${step}: there is no command ${command}`);
				if (command !== 'workbench.action.openSettings') continue;
				const [setting] = JSON.parse(decodeURIComponent(query));
				ok(isSetting(setting), `${step}: there is no setting ${setting}`);
			}
		}
	});

	test('doing what a step says ticks it', async function () {
		if (!(await hasPage())) this.skip();
		this.timeout(60_000);
		await commands.executeCommand('workbench.action.openWalkthrough', 'source-critic.source-critic#start', false);
		await workbench.button('Open a Sample Draft');
		const draft = await until('the sample', () => {
			const document = window.activeTextEditor?.document;
			return document?.uri.scheme === 'untitled' ? document : undefined;
		});
		const { diagnostic } = await finding(draft, 'loaded-reporting-verb', 'claimed');
		await commands.executeCommand('workbench.actions.view.problems');
		await window.showTextDocument(draft, { selection: diagnostic.range });
		await commands.executeCommand('editor.action.quickFix');
		for (const [setting, value] of [
			['sourceCritic.colorVoices', true],
			['sourceCritic.preset', 'desk'],
		] as const) {
			const set = (to: unknown) => workspace.getConfiguration().update(setting, to, ConfigurationTarget.Workspace);
			await set(value);
			await set(undefined);
		}
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await commands.executeCommand('workbench.action.openWalkthrough', 'source-critic.source-critic#start', false);
		const ids = steps().map(({ id }) => id);
		let last = '';
		await until('the steps to be ticked', async () => {
			const shown = await workbench.steps();
			last = JSON.stringify(shown);
			const done = new Set(shown.flatMap(([id, isDone]) => (isDone ? id : [])));
			return ids.every(id => done.has(id)) || undefined;
		}).catch(error => {
			throw new Error(`${error.message}; they are ${last}`);
		});
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

interface Step {
	readonly id: string;
	readonly description: string;
	readonly completionEvents: readonly string[];
}

function steps(): readonly Step[] {
	return extension()?.packageJSON.contributes.walkthroughs[0].steps ?? [];
}

function extension() {
	return extensions.getExtension('source-critic.source-critic');
}

function isSetting(id: string): boolean {
	return workspace.getConfiguration().inspect(id)?.defaultValue !== undefined;
}

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
