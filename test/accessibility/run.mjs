// Runs axe-core over the report, as a page that stands by itself and as the view beside a draft, in every sort of theme,
// and tries what the view does when the draft changes: `node test/accessibility/run.mjs`. No violation is let pass.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { out } from '../../scripts/lib/paths.mjs';
import { axe, violationsHere } from '../axe.mjs';
import { buildPages } from './pages.mjs';

const themes = JSON.parse(readFileSync(new URL('themes.json', import.meta.url), 'utf8'));
const folder = path.join(out, 'accessibility');
mkdirSync(folder, { recursive: true });
const pages = await buildPages();
const { page, close } = await openBrowser({ viewport: { width: 900, height: 700 } });
const counts = { passed: 0, failed: 0 };
try {
	await pagesByThemselves();
	await views();
	await test('axe-core finds what is planted', async () => {
		await openView('Dark Modern', pages.parts.river);
		await page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>'));
		const found = await violations();
		if (!found.includes('button-name')) throw new Error(`it says: ${found || 'nothing'}`);
	});
} finally {
	await close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function pagesByThemselves() {
	const looks = {
		light: { colorScheme: 'light' },
		dark: { colorScheme: 'dark' },
		'forced colours': { forcedColors: 'active' },
		paper: { media: 'print', colorScheme: 'light' },
	};
	for (const [name, html] of Object.entries(pages.html)) {
		for (const [look, media] of Object.entries(looks)) {
			await test(`page: ${name}, ${look}`, async () => {
				await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...media });
				await openFile(`${name}.html`, html);
				await assertNoViolations();
			});
		}
	}
	await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
}

async function views() {
	await page.addInitScript(() => {
		const messages = [];
		globalThis.acquireVsCodeApi = () => ({
			postMessage: message => messages.push(message),
			getState: () => undefined,
			setState: () => {},
		});
		globalThis.messages = messages;
	});
	for (const theme of Object.keys(themes)) {
		for (const [name, parts] of Object.entries(pages.parts)) {
			for (const width of [900, 360]) {
				await test(`view: ${name}, ${theme}, ${width} pixels`, async () => {
					await page.setViewportSize({ width, height: 700 });
					await openView(theme, parts);
					await assertNoViolations();
				});
			}
		}
	}
	await page.setViewportSize({ width: 900, height: 700 });
	await test('view: every colour of its sheet is one of the editor', async () => {
		const used = new Set([...pages.shell.matchAll(/var\((--vscode-[\w-]+)/g)].map(([, name]) => name));
		for (const [theme, { variables }] of Object.entries(themes)) {
			const missing = [...used].filter(name => !(name in variables));
			if (missing.length > 0) throw new Error(`${theme} has no ${missing.join(', ')}`);
		}
	});
	await test('view: the page asks to be filled, and a place tells its offsets', async () => {
		await openView('Light Modern', pages.parts.river);
		await page.locator('[aria-labelledby=statements] .go').first().press('Enter');
		const [ready, reveal] = await page.evaluate(() => globalThis.messages);
		equal(ready.kind, 'ready', 'first message');
		equal(reveal.kind, 'reveal', 'second message');
		if (!(reveal.start >= 0 && reveal.end > reveal.start)) throw new Error(JSON.stringify(reveal));
	});
	await test('view: what has the focus keeps it and stays where it is when the draft changes above', async () => {
		await openView('Light Modern', pages.parts.river);
		const row = page.locator('[aria-labelledby=statements] tbody tr').nth(4);
		await row.locator('.go').focus();
		const before = await focused();
		await show(pages.parts.riverChanged);
		const after = await focused();
		equal(after.words, before.words, 'its row');
		if (after.place === before.place) throw new Error(`its place is ${before.place} still`);
		if (Math.abs(after.top - before.top) > 2) throw new Error(`it has moved from ${before.top} to ${after.top}`);
	});
	await test('view: changed step by step it is what it would be if opened anew', async () => {
		await openView('Light Modern', pages.parts.river);
		for (const name of ['riverChanged', 'council', 'empty', 'river', 'hostile', 'riverChanged']) {
			await show(pages.parts[name]);
			const changed = await page.locator('main').innerHTML();
			await openFile('fresh.html', themed('Light Modern'));
			await show(pages.parts[name]);
			equal(changed, await page.locator('main').innerHTML(), name);
			await openView('Light Modern', pages.parts[name]);
		}
	});
	await test('view: a link of the contents takes the focus along', async () => {
		await openView('Light Modern', pages.parts.river);
		await page.locator('nav a').last().press('Enter');
		equal(await page.evaluate(() => document.activeElement.id), 'statements', 'what has the focus');
	});
}

/** The view in a theme, filled as the extension fills it. */
async function openView(theme, parts) {
	await openFile('view.html', themed(theme));
	await show(parts);
}

function themed(theme) {
	const { class: name, variables } = themes[theme];
	const style = Object.entries(variables)
		.map(([key, value]) => `${key}: ${value}`)
		.join('; ');
	return pages.shell
		.replace('<html lang="en">', `<html lang="en" style="${style.replaceAll('"', '&quot;')}">`)
		.replace('<body ', `<body class="${name}" `)
		.replace("style-src 'nonce-", "style-src-attr 'unsafe-inline'; style-src 'nonce-");
}

function show(parts) {
	return page.evaluate(async all => {
		postMessage({ order: all.map(({ id }) => id), changed: all });
		await new Promise(resolve => addEventListener('message', () => setTimeout(resolve, 50), { once: true }));
	}, parts);
}

async function openFile(name, html) {
	const file = path.join(folder, name);
	writeFileSync(file, html);
	await page.goto(pathToFileURL(file).href);
}

function focused() {
	return page.evaluate(() => {
		const { activeElement: element } = document;
		const cells = [...element.closest('tr').children].map(cell => cell.textContent);
		return { words: cells.slice(0, -1).join(' | '), place: cells.at(-1), top: element.getBoundingClientRect().top };
	});
}

async function violations() {
	await page.evaluate(axe);
	return (await page.evaluate(violationsHere)).join('\n');
}

async function assertNoViolations() {
	equal(await violations(), '', 'axe-core');
}

function equal(actual, expected, what) {
	if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

async function test(name, body) {
	try {
		await body();
		counts.passed++;
	} catch (error) {
		counts.failed++;
		console.log(`✗ ${name}\n  ${error.message}`);
	}
}
