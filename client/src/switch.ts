import { ConfigurationTarget, commands, Disposable, workspace } from 'vscode';

/** Turns Source Critic off and on for this workspace, or for the user where no folder is open. */
export function registerSwitch(): Disposable {
	return Disposable.from(
		commands.registerCommand('sourceCritic.turnOn', () => setEnabled(true)),
		commands.registerCommand('sourceCritic.turnOff', () => setEnabled(false)),
	);
}

async function setEnabled(enabled: boolean): Promise<void> {
	const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
	await workspace.getConfiguration('sourceCritic').update('enable', enabled, target);
}
