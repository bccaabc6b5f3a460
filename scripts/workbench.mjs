// Measures how long a writer waits in a real VS Code, and prints a Markdown table: `node scripts/workbench.mjs [STARTS]`.
// Activation is told by the workbench's own "Startup Performance"; each start is a fresh profile and extension host.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { openBrowser } from './lib/browser.mjs';
import { remoteUri, startCodeServer, workbenchAddress } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { out, root, temporaryFolder } from './lib/paths.mjs';
import { runNode } from './lib/processes.mjs';

const mark = '[source-critic-timings] ';
const longWords = 20_000;
const limitSeconds = 240;

await ensureDependencies();
const starts = Number(process.argv[2] ?? 3);
const { code, output } = await runNode(['scripts/build.mjs']);
if (code !== 0) throw new Error(`the build failed\n${output}`);
const bundle = path.join(out, 'vscode/timings.js');
await build({
	entryPoints: [path.join(root, 'test/vscode/timings/node.ts')],
	outfile: bundle,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	external: ['vscode'],
	define: { __TEST_MARK__: JSON.stringify(mark) },
	logLevel: 'warning',
});

const runs = [];
for (let i = 0; i < starts; i++) runs.push(await measure());
print(runs);

/** Starts VS Code on two drafts and resolves to what the extension host says. */
async function measure() {
	const folder = temporaryFolder('timings');
	const drafts = readdirSync(path.join(root, 'seeds/drafts')).map(name =>
		readFileSync(path.join(root, 'seeds/drafts', name), 'utf8'),
	);
	writeFileSync(path.join(folder, 'short.md'), readFileSync(path.join(root, 'seeds/drafts/river-treaty.md')));
	writeFileSync(path.join(folder, 'long.md'), repeated(drafts, longWords));
	const server = await startCodeServer({ home: temporaryFolder('code-server'), forTests: true });
	const { page, close } = await openBrowser();
	try {
		const said = [];
		const ended = new Promise((resolve, reject) => {
			const late = setTimeout(() => reject(new Error(`nothing after ${limitSeconds} s`)), limitSeconds * 1000);
			page.exposeFunction('codeAutomationLog', (_type, [line]) => {
				if (String(line).startsWith(mark)) said.push(JSON.parse(line.slice(mark.length)));
			});
			page.exposeFunction('codeAutomationExit', () => {
				clearTimeout(late);
				resolve();
			});
		});
		await page.goto(
			workbenchAddress(server.origin, folder, [
				['extensionDevelopmentPath', remoteUri(server.origin, root)],
				['extensionTestsPath', remoteUri(server.origin, bundle)],
				['enableProposedApi', ''],
				['skipWelcome', 'true'],
			]),
		);
		await ended;
		return said;
	} finally {
		await close();
		await server.stop();
	}
}

function repeated(drafts, words) {
	let text = '';
	for (let i = 0; text.split(/\s+/).length < words; i++) text += `${drafts[i % drafts.length]}\n`;
	return text;
}

function print(runs) {
	const of = what => runs.flatMap(said => said.filter(each => each.what === what));
	// Extension, eager, load code, call activate, finish activate, event, by whom.
	const rows = of('activation').map(({ row }) => row.split('|').map(cell => Number(cell.trim())));
	console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`);
	console.log(`${runs.length} starts of VS Code (code-server).\n`);
	console.log('| | median | p95 |\n|---|---:|---:|');
	for (const [name, column] of [
		['the extension’s code loaded', 3],
		['activation, from call to return', 4],
		['activation, until it has finished', 5],
	]) {
		tell(
			name,
			rows.map(cells => cells[column]),
		);
	}
	for (const name of ['short.md', 'long.md']) {
		const all = of(name);
		const [{ words, findings }] = all;
		const what = `a letter typed until its finding stands in its new place: ${words.toLocaleString('en')} words, ${findings} findings`;
		tell(
			what,
			all.flatMap(({ times }) => times),
		);
		tell(
			`– of this in the editor alone: the letter is in the draft`,
			all.flatMap(({ typed }) => typed),
		);
	}
}

function tell(what, times) {
	const sorted = [...times].sort((a, b) => a - b);
	const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	console.log(`| ${what} | ${Math.round(at(0.5))} ms | ${Math.round(at(0.95))} ms |`);
}
