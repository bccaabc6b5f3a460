/** Entry for a web worker. */
/// <reference path="./version.d.ts" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type Analyzer, createAnalyzer } from './analysis';
import { seedNames } from './attribution/houseLexicon';
import { lexicons } from './lexicons';
import type { Timer } from './lsp/environment';
import { startServer } from './lsp/server';
import { sampleOf } from './lsp/warmUp';
import { modelsFrom } from './models';
import type { InitializationOptions } from './protocol';
import { rules } from './rules/index';

declare const self: DedicatedWorkerGlobalScope;

const timer: Timer = { now: () => performance.now(), defer: deferrer(), after };

/** `setTimeout` waits four milliseconds once it is nested; a message to oneself does not. */
function deferrer(): Timer['defer'] {
	const waiting: (() => void)[] = [];
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => waiting.shift()?.();
	return callback => {
		waiting.push(callback);
		port2.postMessage(null);
	};
}

function after(milliseconds: number, callback: () => void): () => void {
	const handle = setTimeout(callback, milliseconds);
	return () => clearTimeout(handle);
}

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
/** A worker has no files: the client reads the weights and hands them over. */
function analyzerOf({ models: files }: InitializationOptions): Analyzer {
	const models = modelsFrom(files);
	if (!models) throw new Error('The client has handed over no models (initializationOptions.models)');
	return createAnalyzer({ lexicons, models });
}

const seeds = seedNames(lexicons);
const sample = sampleOf(rules);
startServer(connection, { createAnalyzer: analyzerOf, rules, seeds, version: __VERSION__, timer, sample });
connection.listen();
