// Bundles everything that runs: `node scripts/build.mjs [--watch]`. Seeds are checked against their schema first.
import { readFileSync } from 'node:fs';
import { context } from 'esbuild';
import { alias } from './lib/bundling.mjs';
import { kernel } from './lib/kernel.mjs';
import { checkSeeds } from './seeds.mjs';

await checkSeeds();

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const common = {
	// @vscode/l10n could ask an address for its texts; what we ship cannot.
	define: { __VERSION__: JSON.stringify(version), fetch: 'undefined' },
	alias,
	plugins: [kernel],
	bundle: true,
	sourcemap: 'linked',
	minify: !process.argv.includes('--watch'),
	legalComments: 'none',
	logLevel: 'warning',
	external: ['vscode'],
	format: 'cjs',
};
const node = { ...common, platform: 'node', target: 'node20' };
const browser = { ...common, platform: 'browser', target: 'chrome122', mainFields: ['browser', 'module', 'main'] };
const bundles = [
	{ ...node, entryPoints: { server: 'server/src/node.ts', cli: 'server/src/cli/main.ts' }, outdir: 'dist' },
	{ ...node, entryPoints: { client: 'client/src/node.ts' }, outdir: 'dist' },
	{ ...browser, entryPoints: { client: 'client/src/browser.ts' }, outdir: 'dist/web' },
	{ ...browser, format: 'iife', entryPoints: { report: 'client/page/report.ts' }, outdir: 'dist' },
	{
		...browser,
		format: 'iife',
		conditions: ['worker'],
		entryPoints: { server: 'server/src/browser.ts' },
		outdir: 'dist/web',
	},
];

const contexts = await Promise.all(bundles.map(options => context(options)));
await Promise.all(contexts.map(bundle => bundle.rebuild()));
if (process.argv.includes('--watch')) {
	await Promise.all(contexts.map(bundle => bundle.watch()));
	console.log('watching');
} else {
	await Promise.all(contexts.map(bundle => bundle.dispose()));
}
