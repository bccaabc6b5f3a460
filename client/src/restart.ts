import { commands, type Disposable } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

export function registerRestart(client: BaseLanguageClient): Disposable {
	return commands.registerCommand('sourceCritic.restart', () => restart(client));
}

/** Starts the server, ending it first where it runs. Never rejects: what goes wrong stands in the log and the status item. */
export async function restart(client: BaseLanguageClient): Promise<void> {
	try {
		if (client.state === State.Running) await client.stop();
	} catch (error) {
		// One that does not answer is given up; a new one is started beside it.
		client.warn('The server did not stop in time.', error, false);
	}
	try {
		await client.start();
	} catch (error) {
		client.error('The server did not start.', error, false);
	}
}
