import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
	type RemoveIgnoresParams,
	removeIgnoresRequest,
	type StaleIgnore,
	type StaleIgnoresParams,
	staleIgnoresRequest,
} from '../../server/src/protocol';
import { isDraft } from './documents';

const shownForMilliseconds = 8000;

/** Lists the ignores of the draft in the active editor that fit nothing in it any more, and takes out those chosen. */
export function registerStaleIgnores(client: BaseLanguageClient): Disposable {
	return commands.registerCommand('sourceCritic.removeStaleIgnores', async () => {
		const document = window.activeTextEditor?.document;
		if (!document || !isDraft(document)) return;
		await client.start();
		const uri = client.code2ProtocolConverter.asUri(document.uri);
		const place: StaleIgnoresParams = { uri };
		const stale = await client.sendRequest<StaleIgnore[]>(staleIgnoresRequest, place);
		if (stale.length === 0) {
			window.setStatusBarMessage(
				`$(check) ${l10n.t('Every ignore of this file still fits something in it.')}`,
				shownForMilliseconds,
			);
			return;
		}
		const items = stale.map(({ rule, reason, key }) => ({
			label: rule,
			...(reason !== undefined && { description: reason }),
			picked: true,
			key,
		}));
		const chosen = await window.showQuickPick(items, {
			title: l10n.t('Ignores that fit nothing in this file any more'),
			placeHolder: l10n.t('Those chosen are taken out of .source-critic.ignores.json'),
			canPickMany: true,
		});
		if (!chosen || chosen.length === 0) return;
		const params: RemoveIgnoresParams = { uri, keys: chosen.map(({ key }) => key) };
		const edit = await client.sendRequest<WorkspaceEdit | null>(removeIgnoresRequest, params);
		const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
		if (converted) await workspace.applyEdit(converted);
	});
}
