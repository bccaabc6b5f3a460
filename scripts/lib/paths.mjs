import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where things built or reported by scripts go; not in version control. */
export const out = path.join(root, 'out');

/** A folder in the user's cache, shared by all clones of the project; its parents exist, it need not. */
export function cacheFolder(name) {
	const base = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
	const folder = path.join(base, 'source-critic', name);
	mkdirSync(path.dirname(folder), { recursive: true });
	return folder;
}

/** A fresh temporary folder that goes when the process ends. */
export function temporaryFolder(purpose) {
	const folder = mkdtempSync(path.join(os.tmpdir(), `source-critic-${purpose}-`));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
