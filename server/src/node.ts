/** Entry for Node: `server.js --stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { createAnalyzer } from './analysis';
import { seedNames } from './attribution/houseLexicon';
import type { Timer } from './lsp/environment';
import { startServer } from './lsp/server';
import { sampleOf } from './lsp/warmUp';
import { resources } from './resources';
import { rules } from './rules/index';

const usage = `Source Critic ${__VERSION__}: language server

Usage: server.js --stdio            speak the Language Server Protocol over standard input and output
       server.js --socket=PORT      … over a socket of this machine
       server.js --pipe=NAME        … over a pipe
       server.js --node-ipc         … with the process that started it

       server.js --version
       server.js --help

An editor starts it. To check a file by hand: cli.js check FILE`;

const timer: Timer = {
	now: () => performance.now(),
	defer: callback => void setImmediate(callback),
	after(milliseconds, callback) {
		const handle = setTimeout(callback, milliseconds);
		return () => clearTimeout(handle);
	},
};

/** The text of a file on this machine; null where there is none or it cannot be read. */
async function readLocalFile(uri: string): Promise<string | null> {
	try {
		return uri.startsWith('file:') ? await readFile(fileURLToPath(uri), 'utf8') : null;
	} catch {
		return null;
	}
}

function main(args: readonly string[]): void {
	if (args.includes('--version') || args.includes('--help')) {
		console.log(args.includes('--version') ? __VERSION__ : usage);
		return;
	}
	const isTransport = (arg: string) => /^--(stdio|node-ipc|socket|pipe)(=|$)/.test(arg);
	if (!args.some(isTransport)) {
		console.error(usage);
		process.exitCode = 2;
		return;
	}
	const connection = createConnection();
	const environment = {
		createAnalyzer: () => createAnalyzer(resources),
		rules,
		seeds: seedNames(resources.lexicons),
		version: __VERSION__,
		timer,
		sample: sampleOf(rules),
		readFile: readLocalFile,
	};
	startServer(connection, environment);
	connection.listen();
}

main(process.argv.slice(2));
