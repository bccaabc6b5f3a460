import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** What is running, to be stopped with us. */
const running = new Set();

/** Ends a child, which leads a process group, when we are asked to end or come to an end. */
export function stopWithUs(child) {
	if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endOnSignal);
	running.add(child);
	child.once('close', () => {
		running.delete(child);
		if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, endOnSignal);
	});
}

/** Leaves it to whoever else listens. */
function endOnSignal(signal) {
	if (process.listenerCount(signal) === 1) process.exit(130);
}

process.once('exit', () => {
	// Not by force: those they have started would be left behind.
	for (const child of running) signalGroup(child, 'SIGTERM');
});

/**
 * Runs a command to its end, or for `limitSeconds`. Resolves to `{ code, output }`; a command that cannot be started has
 * code 127, one that took too long 124.
 */
export function run(command, args, { cwd = root, env = process.env, shell = false, limitSeconds = 900 } = {}) {
	return new Promise(resolve => {
		const stdio = ['ignore', 'pipe', 'pipe'];
		// A process group of its own: it is stopped with all it has started.
		const child = spawn(command, args, { cwd, env, shell, stdio, detached: process.platform !== 'win32' });
		stopWithUs(child);
		let output = '';
		let late = false;
		const limit = setTimeout(() => {
			late = true;
			void stopGroup(child);
		}, limitSeconds * 1000);
		const end = (code, words = '') => {
			clearTimeout(limit);
			resolve({ code, output: output + words });
		};
		child.stdout.setEncoding('utf8').on('data', chunk => {
			output += chunk;
		});
		child.stderr.setEncoding('utf8').on('data', chunk => {
			output += chunk;
		});
		child.once('error', error => end(127, `${error.message}\n`));
		child.once('close', code => (late ? end(124, `\nstopped after ${limitSeconds} s\n`) : end(code ?? 1)));
	});
}

/** Runs a script with this same Node. */
export function runNode(args, options) {
	return run(process.execPath, args, options);
}

/** Runs the npm that started us, else the one on the path. */
export function runNpm(args, options = {}) {
	const env = {
		...process.env,
		npm_config_fund: 'false',
		npm_config_audit: 'false',
		npm_config_update_notifier: 'false',
	};
	const npm = process.env['npm_execpath'];
	if (npm && /npm-cli\.[cm]?js$/.test(npm)) return run(process.execPath, [npm, ...args], { env, ...options });
	return run('npm', args, { env, shell: process.platform === 'win32', ...options });
}

/** Stops a child that leads its own process group, and all it has started; by force after five seconds. */
export async function stopGroup(child) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise(resolve => child.once('exit', resolve));
	signalGroup(child, 'SIGTERM');
	const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
	await gone;
	clearTimeout(force);
}

/** Sends a signal to a child's process group; a group that is gone already is no error. */
export function signalGroup(child, signal) {
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
	} catch {
		// gone
	}
}
