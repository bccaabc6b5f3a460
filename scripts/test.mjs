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
	const { failed } = await step('build', async () => asOneTest(await runNode(['scripts/build.mjs'])));
	// Two rows, for two processors; a workbench and its server mostly wait for one another.
	await Promise.all([readSources(), useProduct(failed === 0)]);
}
conclude();

async function readSources() {
	await step('lint', async () => asOneTest(await runNpm(['run', '--silent', 'lint'])));
	await step('unit and server protocol', async () => asSuite(await runNode(['scripts/unit.mjs'])));
}

async function useProduct(built) {
	// What is fetched meanwhile waits for the network, not for a processor.
	const fetched = whyNoVsCode();
	await step('types', async () => asOneTest(await runNpm(['run', '--silent', 'typecheck'])));
	rmSync(vsixFile, { force: true });
	await step('package', async () => (built ? { passed: 1, output: await packageExtension() } : notBuilt()));
	await step('accessibility of the report', async () =>
		built ? asSuite(await runNode(['test/accessibility/run.mjs'])) : notBuilt(),
	);
	const missing = await fetched;
	const inCodeServer = (name, ready, ...command) =>
		step(name, async () => {
			if (!ready) return notBuilt();
			return missing ? asSkipped(missing) : asSuite(await runNode(command));
		});
	await inCodeServer('VS Code, extension host on Node', built, 'test/vscode/run.mjs', 'node');
	await inCodeServer('VS Code, extension host in a worker', built, 'test/vscode/run.mjs', 'web');
	await inCodeServer('VS Code, installed .vsix', existsSync(vsixFile), 'test/vscode/installed.mjs', vsixFile);
	await step('VS Code, through test-electron', async () => (built ? testElectron() : notBuilt()));
}

/** Fetches VS Code if need be; resolves to why there is none, if there is none. */
async function whyNoVsCode() {
	const why = whyNoCodeServer();
	if (why) return why;
	return installCodeServer().then(
		() => undefined,
		error => error.message,
	);
}

async function testElectron() {
	const result = await runNode(['test/vscode/testElectron.mjs']);
	const why = /^skipped: (.+)$/m.exec(result.output)?.[1];
	return why ? asSkipped(why) : asSuite(result);
}

async function notBuilt() {
	return { skipped: 1, reason: 'there is nothing built to run' };
}
