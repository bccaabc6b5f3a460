// Uses nothing but Node itself: it runs before anything is installed.
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { runNpm } from './processes.mjs';

/** Installs the project's packages unless what is installed is as new as the lock file. Throws with npm's own words. */
export async function ensureDependencies() {
	// A folder that is only linked here belongs to another tree: installing would empty it.
	if (lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return false;
	const locked = changed('package-lock.json');
	const installed = changed('node_modules/.package-lock.json');
	if (installed !== undefined && (locked === undefined || installed >= locked)) return false;
	console.log('installing packages (npm ci, about 300 MB on disk) …');
	// Install scripts have nothing to add to what is used here, and some of them download.
	const { code, output } = await runNpm(['ci', '--ignore-scripts', '--loglevel=error']);
	if (code !== 0) throw new Error(`npm ci failed (exit ${code})\n${output}`);
	return true;
}

function changed(file) {
	return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs;
}
