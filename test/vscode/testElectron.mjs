// Runs the suites through @vscode/test-electron: in a desktop VS Code if there is one, else in code-server.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { findDesktopCode } from '../../scripts/lib/desktop.mjs';
import { cacheFolder, root, temporaryFolder } from '../../scripts/lib/paths.mjs';
import { whyNoCodeServer } from '../../scripts/lib/vscodeHost.mjs';
import { testMark } from './collect.mjs';
import { buildSuites, copyWorkspace } from './suites.mjs';

const shim = path.join(path.dirname(fileURLToPath(import.meta.url)), 'shim.mjs');
const profile = temporaryFolder('desktop');
// A desktop VS Code prints the tests' lines with their mark.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => print(String(chunk).replaceAll(testMark, ''), ...rest);
const program = findDesktopCode() ?? (whyNoCodeServer() ? await fetchDesktopCode() : shim);
if (program === undefined) process.exit();
try {
	process.exitCode = await runTests({
		vscodeExecutablePath: program,
		extensionDevelopmentPath: root,
		extensionTestsPath: await buildSuites('node', 'desktop'),
		launchArgs: [
			copyWorkspace(),
			'--disable-extensions',
			`--user-data-dir=${profile}/data`,
			`--extensions-dir=${profile}/extensions`,
		],
	});
} catch (error) {
	if (!(error instanceof TestRunFailedError)) throw error;
	console.error(error.message);
	process.exitCode = error.code ?? 1;
}

/** Where there is no code-server for the machine. */
function fetchDesktopCode() {
	return downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder('vscode-desktop') }).catch(error => {
		console.log(`skipped: ${whyNoCodeServer()}, and VS Code could not be fetched: ${error.message}`);
	});
}
