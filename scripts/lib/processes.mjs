import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a command to its end. With `show` its output goes to our own; either way it is kept.
 * Resolves to `{ code, output }`; a command that cannot be started has code 127.
 */
export function run(command, args, { cwd = root, env = process.env, show = false, shell = false } = {}) {
	return new Promise(resolve => {
		const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const take = stream => chunk => {
			output += chunk;
			if (show) stream.write(chunk);
		};
		child.stdout.setEncoding('utf8').on('data', take(process.stdout));
		child.stderr.setEncoding('utf8').on('data', take(process.stderr));
		child.once('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }));
		child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
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
