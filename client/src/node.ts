/** Entry for the extension host that runs on Node: the server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, type RunningClient, startClient } from './client';

let running: RunningClient | undefined;

export function activate(context: ExtensionContext): void {
	const module = context.asAbsolutePath('dist/server.js');
	running = startClient(
		context,
		options => new LanguageClient(clientId, clientName, { module, transport: TransportKind.ipc }, options),
	);
}

export function deactivate(): Promise<void> | undefined {
	return running?.stop();
}
