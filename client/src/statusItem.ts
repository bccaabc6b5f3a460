import { commands, Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { draftSelector, isDraft } from './documents';
import type { Statuses } from './statuses';
import { statusText } from './statusText';

/** The language status item: on or off for this file, as what it is read, how many findings. */
export function showStatus(statuses: Statuses): Disposable {
	const item = languages.createLanguageStatusItem('sourceCritic.status', draftSelector());
	item.name = 'Source Critic';

	const update = () => {
		const document = window.activeTextEditor?.document;
		const status = document && statuses.of(document);
		const isHeldBack = status?.state === 'not-news' || status?.state === 'too-large';
		void commands.executeCommand('setContext', 'sourceCritic.isHeldBack', isHeldBack);
		// A report beside the draft takes the focus, and the button above the draft stays.
		if (document) void commands.executeCommand('setContext', 'sourceCritic.isRead', status?.state === 'on');
		if (!document || !isDraft(document)) return;
		const shown = statusText(statuses.server(), status);
		item.text = `Source Critic: ${shown.text}`;
		item.detail = shown.detail;
		item.command = shown.command && { ...shown.command, arguments: [...(shown.command.arguments ?? [])] };
		item.busy = shown.busy === true;
		item.severity = shown.isWarning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
	};
	update();
	return Disposable.from(item, window.onDidChangeActiveTextEditor(update), statuses.onDidChange(update));
}
