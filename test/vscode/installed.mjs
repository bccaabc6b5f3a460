// Installs the packaged extension in a fresh code-server, as a user would, and waits for a finding on the screen.
//   node test/vscode/installed.mjs FILE.vsix
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { installExtension, remoteUri, startCodeServer, workbenchAddress } from '../../scripts/lib/codeServer.mjs';
import { temporaryFolder } from '../../scripts/lib/paths.mjs';
import { copyWorkspace } from './suites.mjs';

const [vsix] = process.argv.slice(2);
if (!vsix) throw new Error('which .vsix?');
const home = temporaryFolder('installed');
await installExtension(home, vsix);
const server = await startCodeServer({ home });
const { page, close } = await openBrowser();
try {
	const folder = copyWorkspace();
	const draft = ['openFile', remoteUri(server.origin, `${folder}/council.md`)];
	await page.goto(workbenchAddress(server.origin, folder, [draft]));
	await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
	await page.keyboard.press('Control+Shift+M');
	const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'anonymous-source' }).first();
	await problem.waitFor({ timeout: 20_000 });
	console.log(`the installed extension says: ${(await problem.textContent()).replace(/\s+/g, ' ').trim()}`);
	console.log('1 passed, 0 failed');
} catch (error) {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
} finally {
	await close();
	await server.stop();
}
