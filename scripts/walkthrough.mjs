// Takes the walkthrough's pictures from the real workbench, with the packaged extension and the sample draft, in a light
// and a dark theme: `node scripts/walkthrough.mjs`.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './lib/browser.mjs';
import { installExtension, remoteUri, startCodeServer, workbenchAddress } from './lib/codeServer.mjs';
import { packageExtension, vsixFile } from './lib/package.mjs';
import { withPalette } from './lib/palette.mjs';
import { root, temporaryFolder } from './lib/paths.mjs';
import { command, pictureSettings, place, reveal, settle } from './lib/pictures.mjs';
import { runNode } from './lib/processes.mjs';

const pictures = path.join(root, 'images/walkthrough');
const size = { width: 800, height: 540 };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const draft = 'river-treaty.md';
/** What the newsroom of the sample draft may have of one of its people. */
const book = {
	sources: [
		{
			name: 'Nora Aldous',
			kind: 'person',
			role: 'foreign secretary of Norland',
			affiliation: 'Harbour League',
			interest: 'stands for premier in spring',
			onTheRecord: 'ask-first',
		},
	],
};

const { code, output } = await runNode(['scripts/build.mjs']);
if (code !== 0) throw new Error(`the build failed\n${output}`);
await packageExtension();
const home = temporaryFolder('walkthrough');
await installExtension(home, vsixFile);
const folder = path.join(home, 'drafts');
cpSync(path.join(root, 'seeds/drafts'), folder, { recursive: true });
writeFileSync(path.join(folder, '.source-critic.sources.jsonc'), JSON.stringify(book));
mkdirSync(pictures, { recursive: true });

const server = await startCodeServer({ home, settings: pictureSettings });
const { page, close } = await openBrowser({ viewport: size, deviceScaleFactor: 1.25 });
try {
	for (const [name, theme] of Object.entries(themes)) await picturesIn(name, theme);
} catch (error) {
	await page.screenshot({ path: path.join(root, 'out/failed-walkthrough.png') });
	throw error;
} finally {
	await close();
	await server.stop();
}

async function picturesIn(name, theme) {
	await open(theme, false);
	await save('sample', name);
	await hover('sources', 'anonymous-source');
	await save('questions', name);
	await rest();
	await menu('claimed');
	await save('answers', name);
	await open(theme, true);
	await hover('Edwin', 'Quoted');
	await save('voices', name);
	await rest();
	await open(theme, false);
	await hover('Aldous', 'source book');
	await scrollHover();
	await save('house', name);
}

/** The draft in a fresh workbench. */
async function open(theme, colorVoices) {
	const file = path.join(home, 'data/User/settings.json');
	const settings = { ...JSON.parse(readFileSync(file, 'utf8')), 'workbench.colorTheme': theme };
	writeFileSync(file, JSON.stringify({ ...settings, 'sourceCritic.colorVoices': colorVoices }));
	await page.goto('about:blank');
	const opened = ['openFile', remoteUri(server.origin, path.join(folder, draft))];
	await page.goto(workbenchAddress(server.origin, folder, [opened]));
	await page.locator('.monaco-editor .squiggly-info').first().waitFor({ state: 'attached', timeout: 60_000 });
	await page.addStyleTag({ content: '.monaco-editor .cursor { visibility: hidden !important }' });
	// The workbench remembers that it is closed.
	if (await page.locator('.part.sidebar').isVisible()) await command(page, 'View: Close Primary Side Bar');
	await rest();
}

async function hover(words, saying) {
	await reveal(page, path.join(folder, draft), words);
	const { x, y } = await place(page, words);
	await page.mouse.move(x - 3, y);
	await page.mouse.move(x, y);
	await page.locator('.monaco-hover:visible', { hasText: saying }).first().waitFor({ timeout: 15_000 });
	await settle(page);
}

/** To the end of what the hover tells. */
async function scrollHover() {
	const { x, y, width, height } = await page.locator('.monaco-hover:visible').first().boundingBox();
	await page.mouse.move(x + width / 2, y + height - 20, { steps: 5 });
	await page.mouse.wheel(0, 1000);
	await settle(page);
}

async function menu(words) {
	await reveal(page, path.join(folder, draft), words);
	const { x, y } = await place(page, words);
	await page.mouse.click(x, y);
	await page.keyboard.press('Control+.');
	await page.locator('.action-widget').first().waitFor({ timeout: 15_000 });
	await rest();
}

async function rest() {
	await page.mouse.move(size.width - 4, size.height - 40);
	await settle(page);
}

async function save(step, theme) {
	const file = path.join(pictures, `${step}-${theme}.png`);
	writeFileSync(file, withPalette(await page.screenshot()));
	console.log(`${path.relative(root, file)}  ${Math.round(readFileSync(file).length / 1024)} kB`);
}
