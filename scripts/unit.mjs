// Runs the unit tests: bundles every *.test.ts below server/src and test/protocol, then hands them to Node's test runner.
//   node scripts/unit.mjs [PART OF A PATH …]
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { kernel } from './lib/kernel.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const folders = ['server/src', 'client/src', 'test/protocol', 'test/unit'];
const tests = folders
	.flatMap(folder => list(path.join(root, folder)))
	.filter(file => file.endsWith('.test.ts') && (wanted.length === 0 || wanted.some(part => file.includes(part))));
if (tests.length === 0) {
	// Without files Node's runner would take whatever looks like a test, scripts/test.mjs included.
	console.error(`No test file has ${wanted.join(' or ')} in its path.`);
	process.exit(2);
}
const out = path.join(root, 'out/unit', String(process.pid));
await build({
	entryPoints: tests,
	outdir: out,
	outbase: root,
	outExtension: { '.js': '.cjs' },
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	sourcemap: 'inline',
	packages: 'bundle',
	external: ['vscode', 'vscode-oniguruma', 'vscode-textmate', 'esbuild'],
	plugins: [kernel],
	define: { __PROJECT__: JSON.stringify(root), __VERSION__: '"test"' },
	logLevel: 'warning',
});
const files = list(out).filter(file => file.endsWith('.test.cjs'));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...files], {
	stdio: 'inherit',
	cwd: root,
});
rmSync(out, { recursive: true, force: true });
process.exit(status ?? 1);

function list(folder) {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter(entry => entry.isFile())
			.map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
	} catch {
		return [];
	}
}
