import { type Disposable, type Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';

/** Starts the server in a worker, one at a time. */
export interface WorkerStarter extends Disposable {
	/** Ends the worker started before, if any: one that hangs would not end by itself. */
	start(): Promise<MessageTransports>;
}

/** `script`: the server's bundle inside the extension. */
export function createWorkerStarter(script: Uri): WorkerStarter {
	let worker: Worker | undefined;
	let address = '';
	const end = () => {
		worker?.terminate();
		worker = undefined;
		if (address.startsWith('blob:')) URL.revokeObjectURL(address);
		address = '';
	};
	return {
		async start() {
			end();
			address = await addressOf(script);
			worker = new Worker(address);
			// Not the worker itself: the host wraps the constructor, and the language client would not know its own kind.
			return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
		},
		dispose: end,
	};
}

/** A worker cannot be started from the files of a remote, so its code is brought over and started from memory. */
async function addressOf(script: Uri): Promise<string> {
	if (script.scheme !== 'vscode-remote') return script.toString(true);
	const code = new Uint8Array(await workspace.fs.readFile(script));
	return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
