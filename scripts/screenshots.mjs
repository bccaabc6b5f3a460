// Takes the README's pictures from the real workbench, with the packaged extension and the example draft: `npm run screenshots`.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './lib/browser.mjs';
import { installExtension, remoteUri, startCodeServer, workbenchAddress } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { packageExtension, vsixFile } from './lib/package.mjs';
import { root, temporaryFolder } from './lib/paths.mjs';
import { command, pictureSettings, place, reveal, settle } from './lib/pictures.mjs';
import { runNode } from './lib/processes.mjs';

const pictures = path.join(root, 'docs/images');
const size = { width: 1120, height: 640 };

/** The user settings all pictures begin with, once they are known. */
let usual;

await ensureDependencies();
const { code, output } = await runNode(['scripts/build.mjs']);
if (code !== 0) throw new Error(`the build failed\n${output}`);
await packageExtension();
const home = temporaryFolder('pictures');
await installExtension(home, vsixFile);
const folder = path.join(home, 'drafts');
cpSync(path.join(root, 'seeds/drafts'), folder, { recursive: true });
const draft = readdirSync(folder).find(name => name.endsWith('.md'));
if (!draft) throw new Error('there is no Markdown draft in seeds/drafts');
mkdirSync(pictures, { recursive: true });

const server = await startCodeServer({ home, settings: pictureSettings });
const { page, close } = await openBrowser({ viewport: size, deviceScaleFactor: 1.5 });
try {
	await openWorkbench();
	await command(page, 'View: Close Primary Side Bar');
	await settle(page);
	await pictureHover();
	await pictureColours();
	await pictureReport();
	await pictureProblems();
	await pictureQuickFix();
	await pictureViews();
} catch (error) {
	await page.screenshot({ path: path.join(root, 'out/failed-screenshots.png') });
	throw error;
} finally {
	await close();
	await server.stop();
}

async function openWorkbench() {
	await page.goto(
		workbenchAddress(server.origin, folder, [['openFile', remoteUri(server.origin, path.join(folder, draft))]]),
	);
	await page.locator('.monaco-editor .squiggly-info').first().waitFor({ state: 'attached', timeout: 60_000 });
	// The caret would stand in the words that have just been mended.
	await page.addStyleTag({ content: '.monaco-editor .cursor { visibility: hidden !important }' });
	await settle(page);
}

/** The squiggle with what the pointer on it tells. */
async function pictureHover() {
	const words = await place(page, 'sources close to the talks');
	await page.mouse.move(words.x - 3, words.y);
	await page.mouse.move(words.x, words.y);
	await page.locator('.monaco-hover:visible', { hasText: 'anonymous-source' }).first().waitFor({ timeout: 15_000 });
	await settle(page);
	await save('hover');
	await restPointer();
}

/** The list of all of them. */
async function pictureProblems() {
	await page.keyboard.press('Control+Shift+M');
	await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor({ timeout: 15_000 });
	await restPointer();
	await save('problems');
	await page.keyboard.press('Control+J');
	await settle(page);
}

/** The sources of the draft and what is to be checked in it, beside it. */
async function pictureViews() {
	await openWith({});
	await command(page, 'Source Critic: Focus on Checking List View');
	await command(page, 'Source Critic: Focus on Sources View');
	await page
		.getByRole('treeitem', { name: /Edwin Hale/ })
		.first()
		.waitFor({ timeout: 20_000 });
	await restPointer();
	await save('views');
}

/** Whose words: sources and what is theirs in colours of the theme. */
async function pictureColours() {
	await openWith({ 'sourceCritic.colorVoices': true });
	await page.waitForFunction(someItalics);
	await restPointer();
	await save('colours');
	await openWith({});
}

/** Runs in the page: sources without a name are in italics. */
function someItalics() {
	const words = [...document.querySelectorAll('.view-line span span')];
	return words.some(each => getComputedStyle(each).fontStyle === 'italic');
}

/** The report beside the draft: its figures, and in a dark theme every statement. */
async function pictureReport() {
	const report = page.frameLocator('iframe.webview').frameLocator('#active-frame');
	const heading = report.getByRole('heading', { name: 'Statements' });
	await command(page, 'Source Critic: Open Report');
	await heading.waitFor({ timeout: 20_000 });
	await restPointer();
	await save('report');
	await openWith({ 'workbench.colorTheme': 'Default Dark Modern' });
	await command(page, 'Source Critic: Open Report');
	await heading.waitFor({ timeout: 20_000 });
	await heading.evaluate(element => element.scrollIntoView());
	await report.getByRole('table', { name: 'Every statement' }).getByRole('button').nth(3).click();
	await restPointer();
	await save('report-statements');
	await openWith({});
}

/** Loads the window anew with settings beside those of all pictures. */
async function openWith(more) {
	const file = path.join(home, 'data/User/settings.json');
	usual ??= JSON.parse(readFileSync(file, 'utf8'));
	writeFileSync(file, JSON.stringify({ ...usual, ...more }, null, '\t'));
	await openWorkbench();
}

/** The menu of the light bulb, and the passage before and after. */
async function pictureQuickFix() {
	await reveal(page, path.join(folder, draft), 'claimed');
	const words = await place(page, 'claimed');
	const before = await passage(words.y);
	await page.mouse.click(words.x, words.y);
	await page.keyboard.press('Control+.');
	const menu = page.locator('.action-widget').first();
	await menu.waitFor({ timeout: 15_000 });
	await restPointer();
	await save('quick-fix');
	await menu.locator('.monaco-list-row', { hasText: 'said' }).first().click();
	await menu.waitFor({ state: 'hidden' });
	await page.locator('.view-line', { hasText: 'said' }).first().waitFor();
	await page.waitForTimeout(2000);
	await sideBySide(before, await passage(words.y));
}

/** A strip of the editor around a height. */
async function passage(y) {
	await restPointer();
	const height = 190;
	return page.screenshot({ clip: { x: 0, y: Math.max(0, y - height / 2), width: size.width, height } });
}

async function sideBySide(before, after) {
	const figure = (title, picture) => `<figure><figcaption>${title}</figcaption>
		<img src="data:image/png;base64,${picture.toString('base64')}"></figure>`;
	const sheet = await page.context().newPage();
	await sheet.setContent(`<style>
		body { margin: 0 } main { padding: 4px 12px; background: #fff; width: ${size.width}px; box-sizing: border-box }
		figure { margin: 0 0 12px } figcaption { font: 600 14px 'Open Sans', sans-serif; color: #444; padding: 4px 2px }
		img { width: 100%; border: 1px solid #ccc; box-sizing: border-box; display: block }
	</style><main>${figure('Before', before)}${figure('After', after)}</main>`);
	await sheet.locator('main').screenshot({ path: path.join(pictures, 'before-after.png') });
	await sheet.close();
}

async function restPointer() {
	await page.mouse.move(size.width - 4, size.height - 60);
	await settle(page);
}

async function save(name) {
	const file = path.join(pictures, `${name}.png`);
	await page.screenshot({ path: file });
	console.log(`${path.relative(root, file)}  ${Math.round(readFileSync(file).length / 1024)} kB`);
}
