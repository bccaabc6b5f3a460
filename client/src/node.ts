/** Entry for the extension host that runs on Node: the server is a process of its own. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, type RunningClient, startClient } from './client';

let running: RunningClient | undefined;

export function activate(context: ExtensionContext): void {
	const module = context.asAbsolutePath('dist/server.js');
	const compiled = compiledFolder(context);
	const options = {
		// A draft that is opened runs most of the code: compiled at once it costs less than function by function.
		execArgv: ['--no-lazy'],
		// Node keeps what it has compiled there (from 22 on), so that the next start need not compile it again.
		env: { NODE_COMPILE_CACHE: compiled.fsPath, ...process.env },
	};
	running = startClient(
		context,
		clientOptions =>
			new LanguageClient(clientId, clientName, { module, transport: TransportKind.ipc, options }, clientOptions),
	);
	void removeSiblings(compiled);
}

export function deactivate(): Promise<void> | undefined {
	return running?.stop();
}

/** A folder for each version of the extension: what an older one left is of no use. */
function compiledFolder({ globalStorageUri, extension }: ExtensionContext): Uri {
	return Uri.joinPath(globalStorageUri, 'compiled', String(extension.packageJSON.version));
}

async function removeSiblings(folder: Uri): Promise<void> {
	const parent = Uri.joinPath(folder, '..');
	try {
		for (const [name] of await workspace.fs.readDirectory(parent)) {
			const each = Uri.joinPath(parent, name);
			if (each.path !== folder.path) await workspace.fs.delete(each, { recursive: true });
		}
	} catch {
		// Nothing has been kept yet, or another window is at it.
	}
}
