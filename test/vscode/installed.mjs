// Installs the packaged extension in a fresh code-server, as a user would, waits for a finding on the screen, and opens
// the report, which is there again when the window has been loaded anew.
//   node test/vscode/installed.mjs FILE.vsix
import path from 'node:path';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { installExtension, remoteUri, startCodeServer, workbenchAddress } from '../../scripts/lib/codeServer.mjs';
import { out, temporaryFolder } from '../../scripts/lib/paths.mjs';
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
	await page.keyboard.press('F1');
	await page.keyboard.type('Source Critic: Open Report');
	await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Report' }).first().click();
	const report = page.frameLocator('iframe.webview').frameLocator('#active-frame');
	const statements = report.getByRole('heading', { name: 'Statements' });
	await statements.waitFor({ timeout: 20_000 });
	// In a browser the workbench stores what is open every few seconds, not on the way out.
	await page.waitForTimeout(12_000);
	await page.goto(workbenchAddress(server.origin, folder));
	await statements.waitFor({ timeout: 60_000 });
	console.log('the report is there, and there again after a reload');
	console.log('2 passed, 0 failed');
} catch (error) {
	console.error(error.message);
	await page.screenshot({ path: path.join(out, 'failed-installed.png') }).catch(() => {});
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
} finally {
	await close();
	await server.stop();
}
