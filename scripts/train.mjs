// Bundles the training and runs it with the given arguments: `npm run train -- --polnear DIR --pos DIR`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { kernel } from './lib/kernel.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = path.join(root, 'out/train.cjs');
await build({
	entryPoints: [path.join(root, 'training/train.ts')],
	outfile: bundle,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	plugins: [kernel],
	logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--max-old-space-size=8000', bundle, ...process.argv.slice(2)], {
	stdio: 'inherit',
	cwd: root,
});
process.exit(status ?? 1);
