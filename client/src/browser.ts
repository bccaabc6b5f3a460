/** Entry for the extension host that runs in a browser: the server is a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, type RunningClient, startClient } from './client';
import { createWorkerStarter } from './serverWorker';

let running: RunningClient | undefined;

export function activate(context: ExtensionContext): void {
	const startWorker = createWorkerStarter(Uri.joinPath(context.extensionUri, 'dist/web/server.js'));
	context.subscriptions.push(startWorker);
	running = startClient(context, options => new LanguageClient(clientId, clientName, startWorker.start, options));
}

export function deactivate(): Promise<void> | undefined {
	return running?.stop();
}
