import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { type MoreFixesCommandArguments, moreFixesCommand } from '../../server/src/protocol';

/** "More…": the fixes that the light bulb has no room for. */
export function registerMoreFixes(client: BaseLanguageClient): Disposable {
	return commands.registerCommand(moreFixesCommand, async (offered?: MoreFixesCommandArguments<WorkspaceEdit>) => {
		const items = (offered?.fixes ?? []).map(({ title, edit }) => ({ label: title, edit }));
		const fix = await window.showQuickPick(items, { title: l10n.t('More fixes') });
		const edit = fix && (await client.protocol2CodeConverter.asWorkspaceEdit(fix.edit));
		if (edit) await workspace.applyEdit(edit);
	});
}
