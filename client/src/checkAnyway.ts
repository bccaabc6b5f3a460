import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckAnywayParams, checkAnywayNotification } from '../../server/src/protocol';

/** Has the document in the active editor read though it does not look like news, or is large and not saved. */
export function registerCheckAnyway(client: BaseLanguageClient): Disposable {
	return commands.registerCommand('sourceCritic.checkAnyway', async (uri?: string) => {
		const wanted = uri ?? window.activeTextEditor?.document.uri.toString();
		if (wanted === undefined) return;
		const params: CheckAnywayParams = { uri: wanted };
		await client.start();
		await client.sendNotification(checkAnywayNotification, params);
	});
}
