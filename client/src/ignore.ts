import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
	type IgnoreChoice,
	type IgnoreCommandArguments,
	type IgnoreParams,
	ignoreCommand,
	ignoreRequest,
} from '../../server/src/protocol';

const shownForMilliseconds = 8000;

/** What the light bulb hands over; a key binding or a test may answer ahead. */
interface Answers {
	readonly way?: IgnoreChoice['way'];
	readonly reason?: string;
}

/** "More ways to ignore…": which way, and why, if the reader cares to say. */
export function registerIgnore(client: BaseLanguageClient): Disposable {
	return commands.registerCommand(ignoreCommand, async (offered?: IgnoreCommandArguments, answers: Answers = {}) => {
		const choices = offered?.choices ?? [];
		const choice = answers.way ? choices.find(({ way }) => way === answers.way) : await chosen(choices);
		if (!choice) return;
		const reason = answers.way ? (answers.reason ?? '') : await reasonFor(choice);
		if (reason === undefined) return;
		const params: IgnoreParams = { choice, ...(reason !== '' && { reason }) };
		const edit = await client.sendRequest<WorkspaceEdit | null>(ignoreRequest, params);
		const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
		if (converted && (await workspace.applyEdit(converted))) return;
		window.setStatusBarMessage(
			`$(info) ${l10n.t('Not ignored: the text or the file has changed meanwhile.')}`,
			shownForMilliseconds,
		);
	});
}

async function chosen(choices: readonly IgnoreChoice[]): Promise<IgnoreChoice | undefined> {
	const several = new Set(choices.map(({ rule, start }) => `${rule} ${start}`)).size > 1;
	const items = choices.map(choice => ({
		label: choice.title,
		...(several && { description: choice.rule }),
		detail: detailOf(choice.way),
		choice,
	}));
	const title = l10n.t('Ignore');
	const placeHolder = l10n.t('What is to stay silent?');
	return (await window.showQuickPick(items, { title, placeHolder }))?.choice;
}

function detailOf(way: IgnoreChoice['way']): string {
	switch (way) {
		case 'here':
			return l10n.t('This place alone; kept in .source-critic.ignores.json as a hash of its words');
		case 'phrase':
			return l10n.t('These words wherever this rule asks about them; kept in .source-critic.ignores.json as a hash');
		case 'file':
			return l10n.t('This rule is off for this file, in .source-critic.jsonc');
		case 'workspace':
			return l10n.t('This rule is off, in .source-critic.jsonc');
		case 'comment':
			return l10n.t('A comment in the draft: everyone who opens it sees it');
	}
}

/** '' for none; undefined where the reader has thought better of it. */
async function reasonFor({ title }: IgnoreChoice): Promise<string | undefined> {
	const reason = await window.showInputBox({
		title,
		prompt: l10n.t('Why? It is kept as you write it. Enter alone gives no reason.'),
		placeHolder: l10n.t('Reason (optional)'),
	});
	return reason?.trim();
}
