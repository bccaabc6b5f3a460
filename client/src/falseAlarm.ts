import { commands, type Disposable, env, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FalseAlarm, type FalseAlarmParams, falseAlarmRequest } from '../../server/src/protocol';
import { isDraft } from './documents';

const shownForMilliseconds = 8000;

/**
 * Copies what a report of a false alarm needs: rule, version, and the sentence with its letters blanked out. Nothing is
 * sent anywhere. `params` comes from a code action; without it, the caret says which finding is meant.
 */
export function registerFalseAlarm(client: BaseLanguageClient): Disposable {
	return commands.registerCommand('sourceCritic.reportFalseAlarm', async (params?: FalseAlarmParams) => {
		const place = params ?? placeOfCaret();
		await client.start();
		const alarm = place && (await client.sendRequest<FalseAlarm | null>(falseAlarmRequest, place));
		if (!alarm) return tell('info', l10n.t('No finding of Source Critic at the caret.'));
		await env.clipboard.writeText(reportOf(alarm));
		return tell(
			'check',
			l10n.t('Copied: rule, version and the sentence with its letters blanked out. Nothing was sent.'),
		);
	});
}

function placeOfCaret(): FalseAlarmParams | undefined {
	const editor = window.activeTextEditor;
	if (!editor || !isDraft(editor.document)) return undefined;
	const { line, character } = editor.selection.active;
	return { uri: editor.document.uri.toString(), line, character };
}

/** In English: it is for those who mend the rules. */
function reportOf({ rule, version, pattern }: FalseAlarm): string {
	return `False alarm\nRule: ${rule}\nSource Critic: ${version}\nSentence, letters blanked out: ${pattern}\n`;
}

function tell(icon: string, message: string): void {
	window.setStatusBarMessage(`$(${icon}) ${message}`, shownForMilliseconds);
}
