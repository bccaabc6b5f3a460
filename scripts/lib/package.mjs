// Packages the extension.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { out, root } from './paths.mjs';
import { runNode } from './processes.mjs';

/** Where the packaged extension goes. */
export const vsixFile = path.join(out, 'source-critic.vsix');

/** Packages what is built; resolves to what vsce says of it. The bundles bring everything, so no packages go in. */
export async function packageExtension() {
	mkdirSync(out, { recursive: true });
	const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
	const { code, output } = await runNode([vsce, 'package', '--no-dependencies', '--out', vsixFile]);
	if (code !== 0) throw new Error(`vsce package failed (exit ${code})\n${output}`);
	return output;
}
