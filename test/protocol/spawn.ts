/** Starts the built server as an editor does: a process of its own, spoken to over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { type EditorOptions, openEditor } from './client';

declare const __PROJECT__: string;

/** The path of the server for Node: what was built, unless its sources are newer. */
export function serverBundle(): string {
	return bundleOf('server.js', { entryPoints: ['server/src/node.ts'], platform: 'node', format: 'cjs' });
}

/** The same for a web worker. */
export function workerBundle(): string {
	return bundleOf('web/server.js', {
		entryPoints: ['server/src/browser.ts'],
		platform: 'browser',
		format: 'iife',
		conditions: ['worker'],
		mainFields: ['browser', 'module', 'main'],
	});
}

const bundles = new Map<string, string>();

function bundleOf(file: string, options: BuildOptions): string {
	const known = bundles.get(file) ?? findOrBuild(file, options);
	bundles.set(file, known);
	return known;
}

function findOrBuild(file: string, options: BuildOptions): string {
	const built = path.join(__PROJECT__, 'dist', file);
	const sources = ['server/src', 'seeds'].flatMap(folder =>
		readdirSync(path.join(__PROJECT__, folder), { recursive: true }).map(name =>
			path.join(__PROJECT__, folder, String(name)),
		),
	);
	const newest = Math.max(...sources.filter(name => !name.endsWith('.test.ts')).map(name => statSync(name).mtimeMs));
	if (existsSync(built) && statSync(built).mtimeMs > newest) return built;
	const folder = mkdtempSync(path.join(tmpdir(), 'source-critic-server-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	const outfile = path.join(folder, 'server.js');
	buildSync({
		...options,
		absWorkingDir: __PROJECT__,
		outfile,
		define: { __VERSION__: '"0.0.0-test"' },
		bundle: true,
		target: 'es2022',
		logLevel: 'error',
	});
	return outfile;
}

export interface Exit {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the server with arguments until it ends by itself. */
export async function runServer(...args: string[]): Promise<Exit> {
	const child = spawn(process.execPath, [serverBundle(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	let [stdout, stderr] = ['', ''];
	child.stdout.on('data', data => {
		stdout += data;
	});
	child.stderr.on('data', data => {
		stderr += data;
	});
	return { code: await ended(child), stdout, stderr };
}

export type SpawnedEditor = Awaited<ReturnType<typeof spawnEditor>>;

/** An editor over a server of its own. */
export async function spawnEditor(options: EditorOptions = {}) {
	const child = spawn(process.execPath, [serverBundle(), '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
	const { stdin, stdout } = child;
	const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
	const end = ended(child);
	const complaints: string[] = [];
	child.stderr.on('data', data => void complaints.push(String(data)));
	const editor = await openEditor(connection, options);
	return {
		...editor,
		stdin,
		/** What the server has written to its standard error. */
		complaints,
		/** The exit code, once the server has ended. */
		end,
		/** Shuts the server down as the protocol wants it. */
		async quit(): Promise<number | null> {
			await editor.shutdown();
			await connection.sendNotification('exit');
			return end;
		},
		kill() {
			connection.dispose();
			child.kill();
		},
	};
}

function ended(child: ChildProcess): Promise<number | null> {
	return new Promise(resolve => void child.on('close', resolve));
}
