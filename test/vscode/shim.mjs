#!/usr/bin/env node
// Looks like a desktop VS Code to @vscode/test-electron: takes its command line and runs the tests in code-server.
import path from 'node:path';
import { temporaryFolder } from '../../scripts/lib/paths.mjs';
import { runInCodeServer } from './runInCodeServer.mjs';

const switches = new Map();
const folders = [];
for (const argument of process.argv.slice(2)) {
	const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
	if (name) switches.set(name, value);
	else folders.push(path.resolve(argument));
}
process.exitCode = await runInCodeServer({
	name: 'test-electron',
	extension: path.resolve(switches.get('extensionDevelopmentPath')),
	tests: path.resolve(switches.get('extensionTestsPath')),
	folder: folders[0] ?? temporaryFolder('empty'),
	dataFolder: switches.get('user-data-dir'),
	extensionsFolder: switches.get('extensions-dir'),
});
