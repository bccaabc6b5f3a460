/** A draft never leaves the machine: nothing that is shipped can reach the network, and nothing tries. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { spawnEditor } from './spawn';

declare const __PROJECT__: string;

/**
 * The modules each bundle may load. `net`: the language client and server can speak over a named pipe or socket and load
 * it for that, once; we start neither so. `child_process`: how the client starts the server, and the server looks for its parent.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
	'cli.js': ['fs', 'fs/promises', 'path', 'process', 'url', 'util'],
	'client.js': ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode'],
	'server.js': ['child_process', 'crypto', 'fs', 'fs/promises', 'net', 'os', 'path', 'url', 'util'],
	'web/client.js': ['vscode'],
	'web/server.js': [],
};

/** Ways out that need no module. */
const globals =
	/\b(?:fetch|XMLHttpRequest|WebSocket|WebSocketStream|EventSource|WebTransport|RTCPeerConnection|sendBeacon)\b/;

for (const [name, modules] of Object.entries(allowed)) {
	test(`${name} has no way out`, () => {
		const file = path.join(__PROJECT__, 'dist', name);
		assert.ok(existsSync(file), 'run `npm run build` first');
		const code = readFileSync(file, 'utf8');
		const loaded = [...code.matchAll(/\b(?:require|import)\(\s*["'`](?:node:)?([^"'`]+)["'`]\s*\)/g)].map(
			match => match[1],
		);
		assert.deepEqual(
			loaded.filter(module => !modules.includes(module ?? '')),
			[],
			'modules',
		);
		assert.ok(loaded.filter(module => module === 'net').length <= 1, 'net is loaded more than once');
		assert.equal(globals.exec(code)?.[0], undefined);
	});
}

const folder = mkdtempSync(path.join(tmpdir(), 'source-critic-network-'));
const log = path.join(folder, 'log');
process.env['SOURCE_CRITIC_NETWORK_LOG'] = log;
process.env['NODE_OPTIONS'] = `--require "${path.join(__PROJECT__, 'test/fixtures/forbid-network.cjs')}"`;
after(() => rmSync(folder, { recursive: true, force: true }));

test('an attempt would be noticed', () => {
	const attempt = 'require("node:net").connect(9, "127.0.0.1").on("error", () => {})';
	const { status } = spawnSync(process.execPath, ['--eval', attempt]);
	assert.notEqual(status, 0);
	assert.equal(readFileSync(log, 'utf8'), 'net.connect\n');
	rmSync(log);
});

test('the server reads a draft, explains and mends without trying', { timeout: 60_000 }, async () => {
	const uri = 'file:///newsroom/draft.md';
	const editor = await spawnEditor();
	try {
		await editor.open(uri, 'Lund said no.\n\nAlder claimed that the bridge was safe, sources said.\n', 'markdown');
		const [first] = await editor.diagnostics(uri);
		assert.ok(first, 'nothing was found');
		const textDocument = { uri };
		await editor.connection.sendRequest('textDocument/hover', { textDocument, position: first.range.start });
		const context = { diagnostics: [first] };
		await editor.connection.sendRequest('textDocument/codeAction', { textDocument, range: first.range, context });
		assert.equal(await editor.quit(), 0);
	} finally {
		editor.kill();
	}
	assert.equal(existsSync(log), false, 'it tried');
});

test('the command line reads a draft without trying', () => {
	const cli = path.join(__PROJECT__, 'dist/cli.js');
	assert.ok(existsSync(cli), 'run `npm run build` first');
	const draft = path.join(folder, 'draft.md');
	writeFileSync(draft, 'Lund said no.\n\nThe bridge was safe, sources said.\n');
	const { stdout } = spawnSync(process.execPath, [cli, 'check', draft], { encoding: 'utf8' });
	assert.match(stdout, /anonymous-source/);
	assert.equal(existsSync(log), false, 'it tried');
});
