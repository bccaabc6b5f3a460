// Runs the suites in the extension host of code-server: `node test/vscode/run.mjs node|web [--verbose]`.
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import { runInCodeServer } from './runInCodeServer.mjs';
import { buildSuites, copyWorkspace } from './suites.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { verbose: { type: 'boolean' }, extension: { type: 'string', default: root } },
});
const [host = 'node'] = positionals;
// The browser's workbench does not heed `extensionDevelopmentKind`; this setting it does.
const settings = host === 'web' ? { 'remote.extensionKind': { 'source-critic.source-critic': ['web'] } } : {};
process.exitCode = await runInCodeServer({
	name: `${host}-host`,
	extension: values.extension,
	tests: await buildSuites(host),
	folder: copyWorkspace(),
	settings,
	verbose: values.verbose,
});
