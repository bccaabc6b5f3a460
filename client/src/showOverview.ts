import { commands, type Disposable } from 'vscode';
import { type ShowOverviewArguments, showOverviewCommand } from '../../server/src/protocol';

/** The line above a draft: opens the list of what it counts. */
export function registerShowOverview(): Disposable {
	return commands.registerCommand(showOverviewCommand, (shown?: ShowOverviewArguments) =>
		commands.executeCommand(shown?.list === 'outline' ? 'outline.focus' : 'workbench.actions.view.problems'),
	);
}
