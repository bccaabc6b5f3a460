/** Starts the built server as a web worker: only what a worker has is handed to it, and messages pass by structured clone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
	createMessageConnection,
	Emitter,
	type Message,
	type MessageReader,
	type MessageWriter,
} from 'vscode-languageserver/node';
import { modelFiles } from '../../server/src/models';
import { type EditorOptions, openEditor } from './client';
import { workerBundle } from './spawn';

declare const __PROJECT__: string;

/** A thread of Node's with the few names of a worker that the server's transport asks for. */
const prelude = `const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.addEventListener = () => {};
globalThis.postMessage = message => parentPort.postMessage(message);
parentPort.on('message', data => globalThis.onmessage({ data }));
`;

/** An editor in a browser over a server of its own; it hands over the weights. */
export async function workerEditor(options: EditorOptions & { readonly initializationOptions: object }) {
	const worker = new Worker(prelude + readFileSync(workerBundle(), 'utf8'), { eval: true });
	const connection = createMessageConnection(readerOf(worker), writerOf(worker));
	const models = Object.fromEntries(
		Object.values(modelFiles).map(name => [
			name,
			new Uint8Array(readFileSync(path.join(__PROJECT__, 'seeds/models', name))),
		]),
	);
	const initializationOptions = { ...options.initializationOptions, models };
	const editor = await openEditor(connection, { ...options, initializationOptions });
	return {
		...editor,
		async kill() {
			connection.dispose();
			await worker.terminate();
		},
	};
}

function readerOf(worker: Worker): MessageReader {
	const [errors, closes, partial] = [new Emitter<Error>(), new Emitter<void>(), new Emitter<never>()];
	worker.on('error', error => errors.fire(error as Error));
	worker.on('exit', () => closes.fire());
	return {
		onError: errors.event,
		onClose: closes.event,
		onPartialMessage: partial.event,
		listen(callback) {
			worker.on('message', callback);
			return { dispose: () => void worker.off('message', callback) };
		},
		dispose() {},
	};
}

function writerOf(worker: Worker): MessageWriter {
	const [errors, closes] = [new Emitter<[Error, Message | undefined, number | undefined]>(), new Emitter<void>()];
	return {
		onError: errors.event,
		onClose: closes.event,
		write: async message => worker.postMessage(message),
		end() {},
		dispose() {},
	};
}
