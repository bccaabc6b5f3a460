// Starts code-server on 127.0.0.1 with folders of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, stopGroup, stopWithUs } from './processes.mjs';
import { installCodeServer } from './vscodeHost.mjs';

/**
 * Starts code-server on a free port and resolves when it listens: `{ origin, log, stop, exited }`.
 *
 * - `home` holds everything it writes: `data` (user data), `extensions`, configuration.
 * - `settings` become the user settings where there are none yet.
 * - `password`: asked for in the browser; without one there is no log-in.
 * - `forTests`: runs the extension under test that the address names; a built VS Code ignores it otherwise.
 */
export async function startCodeServer({
	home,
	settings = {},
	password,
	forTests = false,
	dataFolder,
	extensionsFolder,
}) {
	const { node, entry } = await installCodeServer();
	const data = dataFolder ?? path.join(home, 'data');
	const extensions = extensionsFolder ?? path.join(home, 'extensions');
	mkdirSync(path.join(data, 'User'), { recursive: true });
	mkdirSync(extensions, { recursive: true });
	const settingsFile = path.join(data, 'User/settings.json');
	if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...quiet, ...settings }, null, '\t'));
	const options = [
		...['--auth', password ? 'password' : 'none', '--bind-addr', '127.0.0.1:0'],
		...(forTests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
		...[
			'--disable-telemetry',
			'--disable-update-check',
			'--disable-workspace-trust',
			'--disable-getting-started-override',
		],
		...['--config', path.join(home, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', extensions],
	];
	const child = spawn(node, [entry, ...options], {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		env: environment(home, password ? { PASSWORD: password } : {}),
	});
	stopWithUs(child);
	const exited = new Promise(resolve => child.once('exit', resolve));
	let log = '';
	const origin = await new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(`code-server did not listen within 60 s\n${log}`)), 60_000);
		const read = chunk => {
			log += chunk;
			const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log);
			if (!address) return;
			clearTimeout(limit);
			resolve(address[1]);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('error', reject);
		child.once('exit', code => {
			clearTimeout(limit);
			reject(new Error(`code-server ended with ${code}\n${log}`));
		});
	});
	return { origin, exited, log: () => log, stop: () => stopGroup(child) };
}

/** Installs a packaged extension into the `extensions` folder of `home`, as a user would. */
export async function installExtension(home, vsix) {
	const { node, entry } = await installCodeServer();
	const options = ['--config', path.join(home, 'config.yaml'), '--user-data-dir', path.join(home, 'data')];
	const { code, output } = await run(
		node,
		[entry, ...options, '--extensions-dir', path.join(home, 'extensions'), '--install-extension', vsix, '--force'],
		{ env: environment(home) },
	);
	if (code !== 0 || !/successfully installed/.test(output)) throw new Error(`could not install ${vsix}\n${output}`);
}

/** The address that opens a folder; `payload` are pairs of the workbench's own switches. */
export function workbenchAddress(origin, folder, payload = []) {
	return `${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A file on the server as the workbench names it. */
export function remoteUri(origin, file) {
	return `vscode-remote://${new URL(origin).host}${file}`;
}

/** Nothing that pops up, updates itself or looks for company. */
const quiet = {
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'git.openRepositoryInParentFolders': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.welcomePage.experimentalOnboarding': false,
};

/** It writes to the user's own folders whatever `--user-data-dir` says; and it is to have no gallery to ask. */
function environment(home, more = {}) {
	const { CI: _, ...inherited } = process.env;
	return {
		...inherited,
		XDG_CONFIG_HOME: path.join(home, 'config'),
		XDG_DATA_HOME: path.join(home, 'share'),
		EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
		...more,
	};
}
