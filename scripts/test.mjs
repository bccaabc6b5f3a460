// All tests, on a fresh clone too: `npm test`. Node built-ins only until the packages are installed.
// The last line is "N passed, N failed", with ", N skipped" where some could not be run here.
import { existsSync, rmSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { packageExtension, vsixFile } from './lib/package.mjs';
import { runNode, runNpm } from './lib/processes.mjs';
import { asOneTest, asSkipped, asSuite, conclude, step } from './lib/steps.mjs';
import { installCodeServer, whyNoCodeServer } from './lib/vscodeHost.mjs';

const installed = await ensureDependencies().then(
	() => true,
	error => step('packages', () => Promise.reject(error)).then(() => false),
);
if (installed) {
	// What is fetched meanwhile waits on the network, not on a processor.
	const codeServer = whyNoCodeServer()
		? whyNoCodeServer()
		: installCodeServer().then(
				() => '',
				error => error.message,
			);
	const [built] = await Promise.all([
		build(),
		step('types', async () => asOneTest(await runNpm(['run', '--silent', 'typecheck']))),
	]);
	const missing = await codeServer;
	// Two at a time: each is a browser and a server that mostly wait for one another.
	await Promise.all([
		inCodeServer('VS Code, extension host on Node', built, missing, 'test/vscode/run.mjs', 'node').then(() =>
			inCodeServer(
				'VS Code, installed .vsix',
				built && existsSync(vsixFile),
				missing,
				'test/vscode/installed.mjs',
				vsixFile,
			),
		),
		inCodeServer('VS Code, extension host in a worker', built, missing, 'test/vscode/run.mjs', 'web').then(() =>
			step('VS Code, through test-electron', () => (built ? testElectron() : notBuilt())),
		),
	]);
}
conclude();

/** Lint, bundles, unit and protocol tests, package. Resolves to whether there is something to run. */
async function build() {
	await step('lint', async () => asOneTest(await runNpm(['run', '--silent', 'lint'])));
	const { failed } = await step('build', async () => asOneTest(await runNode(['scripts/build.mjs'])));
	await step('unit and server protocol', async () => asSuite(await runNode(['scripts/unit.mjs'])));
	rmSync(vsixFile, { force: true });
	await step('package', async () => (failed ? notBuilt() : { passed: 1, output: await packageExtension() }));
	return failed === 0;
}

function inCodeServer(name, ready, missing, ...command) {
	return step(name, async () => {
		if (!ready) return notBuilt();
		return missing ? asSkipped(missing) : asSuite(await runNode(command));
	});
}

async function testElectron() {
	const result = await runNode(['test/vscode/testElectron.mjs']);
	const why = /^skipped: (.+)$/m.exec(result.output)?.[1];
	return why ? asSkipped(why) : asSuite(result);
}

async function notBuilt() {
	return { skipped: 1, reason: 'there is nothing built to run' };
}
