// Runs a bundle of Mocha tests inside the extension host of code-server, driven by a headless browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { remoteUri, startCodeServer, workbenchAddress } from '../../scripts/lib/codeServer.mjs';
import { out, temporaryFolder } from '../../scripts/lib/paths.mjs';
import { collectTestRun } from './collect.mjs';
import { answerPageRequests } from './page.mjs';

/**
 * Resolves to the exit code: 0 all passed, 1 not so, 124 no end in time.
 * What was going on is left in `out/` under `name` when it fails.
 */
export async function runInCodeServer({
	name,
	extension,
	tests,
	folder,
	settings = {},
	dataFolder,
	extensionsFolder,
	verbose,
}) {
	const home = temporaryFolder('code-server');
	const server = await startCodeServer({ home, settings, forTests: true, dataFolder, extensionsFolder });
	const { page, close } = await openBrowser();
	try {
		const address = workbenchAddress(server.origin, folder, [
			['extensionDevelopmentPath', remoteUri(server.origin, extension)],
			['extensionTestsPath', remoteUri(server.origin, tests)],
			['enableProposedApi', ''],
			['skipWelcome', 'true'],
		]);
		const limitSeconds = Number(process.env['SOURCE_CRITIC_TEST_LIMIT'] ?? 360);
		const answer = answerPageRequests(page, folder);
		const { code, why, log } = await collectTestRun(page, address, { limitSeconds, verbose, answer });
		if (code !== 0) {
			mkdirSync(out, { recursive: true });
			const remains = path.join(out, `failed-${name}`);
			await page.screenshot({ path: `${remains}.png` }).catch(() => {});
			writeFileSync(`${remains}.log`, `${log}\n--- code-server ---\n${server.log()}`);
			console.error(`${name}: ${why}; see out/failed-${name}.png and .log`);
		}
		return code;
	} finally {
		await close();
		await server.stop();
	}
}
