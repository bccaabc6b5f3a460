// `npm start`: builds, shows what is found in the example draft, then opens it in a real VS Code with the extension.
// With --no-open, in CI or without a terminal it ends after the findings. Node built-ins only until the packages are installed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installExtension, remoteUri, startCodeServer, workbenchAddress } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { desktopOptions, findDesktopCode } from './lib/desktop.mjs';
import { packageExtension, vsixFile } from './lib/package.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { runNode, stopGroup } from './lib/processes.mjs';
import { whyNoCodeServer } from './lib/vscodeHost.mjs';

const drafts = path.join(root, 'seeds/drafts');
const stayShut = process.argv.includes('--no-open') || Boolean(process.env['CI']) || !process.stdin.isTTY;

try {
	await ensureDependencies();
	await build();
	await showFindings();
	if (stayShut) console.log('\n`npm start` in a terminal opens the draft in VS Code.');
	else await openInVsCode();
} catch (error) {
	console.error(`npm start: ${error.message}`);
	process.exitCode = 1;
}

async function build() {
	const { code, output } = await runNode(['scripts/build.mjs']);
	if (code !== 0) throw new Error(`the build failed\n${output}`);
}

/** Whatever is found is no failure here: the example draft is there to have something found in it. */
async function showFindings() {
	const names = examples().map(name => path.relative(root, path.join(drafts, name)));
	console.log(`source-critic check ${names.join(' ')}\n`);
	const cli = spawn(process.execPath, ['dist/cli.js', 'check', '--color', ...names], { cwd: root, stdio: 'inherit' });
	const code = await new Promise((resolve, reject) => cli.once('error', reject).once('exit', resolve));
	if (code !== 0 && code !== 1) throw new Error(`the check ended with exit code ${code}`);
}

/** The drafts to show, articles in Markdown first. */
function examples() {
	const all = readdirSync(drafts);
	const found = [...all.filter(name => name.endsWith('.md')), ...all.filter(name => name.endsWith('.txt'))];
	if (found.length === 0) throw new Error(`there is no draft in ${drafts}`);
	return found;
}

async function openInVsCode() {
	const desktop = findDesktopCode();
	if (desktop) return openDesktop(desktop);
	const reason = whyNoCodeServer();
	if (reason) throw new Error(`no desktop VS Code was found, and ${reason}; open this folder in VS Code and press F5`);
	return openCodeServer();
}

/** With folders of its own: the user's VS Code, its settings and extensions are left alone. */
async function openDesktop(program) {
	const home = cacheFolder('desktop');
	console.log(`\nopening ${drafts} in ${program}; Ctrl-C closes it`);
	const options = [
		...desktopOptions(),
		`--user-data-dir=${path.join(home, 'data')}`,
		`--extensions-dir=${path.join(home, 'extensions')}`,
		`--extensionDevelopmentPath=${root}`,
		...['--disable-workspace-trust', '--skip-welcome', '--new-window'],
	];
	const [first] = examples();
	const window = spawn(program, [...options, drafts, path.join(drafts, first)], {
		stdio: 'ignore',
		detached: process.platform !== 'win32',
	});
	const closed = new Promise((resolve, reject) => window.once('error', reject).once('exit', resolve));
	await Promise.race([closed, interrupted()]);
	await stopGroup(window);
}

async function openCodeServer() {
	const home = cacheFolder('code-server');
	mkdirSync(home, { recursive: true });
	await packageExtension();
	await installExtension(home, vsixFile);
	const password = randomBytes(12).toString('base64url');
	const server = await startCodeServer({ home, password, settings: { 'editor.wordWrap': 'on' } });
	const [first] = examples();
	const draft = ['openFile', remoteUri(server.origin, path.join(drafts, first))];
	console.log(`
VS Code with Source Critic, on this machine only:

    ${workbenchAddress(server.origin, drafts, [draft])}
    password: ${password}

Ctrl-C stops it.`);
	const ended = await Promise.race([server.exited.then(() => true), interrupted()]);
	await server.stop();
	if (ended) throw new Error(`code-server ended by itself\n${server.log()}`);
	console.log('stopped');
}

/** Resolves to `false` when we are asked to end. */
function interrupted() {
	return new Promise(resolve => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(false));
	});
}
