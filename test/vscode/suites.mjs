// The Mocha suites as bundles, and the folder they run in.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { out, root, temporaryFolder } from '../../scripts/lib/paths.mjs';
import { testMark } from './collect.mjs';

const common = {
	bundle: true,
	format: 'cjs',
	sourcemap: 'inline',
	logLevel: 'warning',
	define: { __TEST_MARK__: JSON.stringify(testMark) },
};
const hosts = {
	node: { platform: 'node', target: 'node20', external: ['vscode', 'mocha'] },
	// Mocha's build for browsers comes in one file and looks for what Node has.
	web: {
		platform: 'browser',
		target: 'chrome122',
		external: ['vscode'],
		define: { ...common.define, global: 'globalThis', 'process.env.NODE_DEBUG': 'undefined' },
	},
};

/** Bundles the suites for the extension host on Node or for the one in a web worker; resolves to the path. */
export async function buildSuites(host, name = host) {
	const outfile = path.join(out, 'vscode', `${name}.js`);
	await build({ ...common, ...hosts[host], entryPoints: [path.join(root, `test/vscode/suite/${host}.ts`)], outfile });
	return outfile;
}

/** A copy of the workspace the suites run in. */
export function copyWorkspace() {
	const folder = path.join(temporaryFolder('workspace'), 'newsroom');
	cpSync(path.join(root, 'test/fixtures/workspace'), folder, { recursive: true });
	return folder;
}
