/** Entry for the extension host that runs in a browser: the server is a worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { modelFiles } from '../../server/src/models';
import { clientId, clientName, type RunningClient, startClient } from './client';
import { createWorkerStarter } from './serverWorker';

let running: RunningClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
	const startWorker = createWorkerStarter(Uri.joinPath(context.extensionUri, 'dist/web/server.js'));
	context.subscriptions.push(startWorker);
	const models = await readModels(Uri.joinPath(context.extensionUri, 'seeds/models'));
	running = startClient(
		context,
		options => new LanguageClient(clientId, clientName, startWorker.start, options),
		models,
	);
}

/** The weights, for a worker that has no files. */
async function readModels(folder: Uri): Promise<Readonly<Record<string, Uint8Array>>> {
	const names = Object.values(modelFiles);
	const files = await Promise.all(names.map(name => workspace.fs.readFile(Uri.joinPath(folder, name))));
	return Object.fromEntries(names.map((name, i) => [name, files[i] as Uint8Array]));
}

export function deactivate(): Promise<void> | undefined {
	return running?.stop();
}
