// Lets the suites, which live in the extension host, see and use the page of the workbench as a reader does. They ask in a
// line of their output; the answer is a file in their workspace, which both hosts can read.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { axe, violationsHere } from '../axe.mjs';

/** Of a reader, in milliseconds: shorter than that of who asks. */
const patience = 10_000;

/** Where answers lie in the workspace; that it is there tells the suites that someone answers. */
const folderName = '.page';

/** Returns what answers a request of the suites. */
export function answerPageRequests(page, workspace) {
	const folder = path.join(workspace, folderName);
	mkdirSync(folder, { recursive: true });
	return async ({ id, act, ...request }) => {
		const answer = await acts[act]({ page, ...request }).then(
			value => ({ value }),
			error => ({ error: String(error.message ?? error) }),
		);
		const file = path.join(folder, `${id}.json`);
		// Moved into place when it is whole.
		writeFileSync(`${file}.part`, JSON.stringify(answer));
		renameSync(`${file}.part`, file);
	};
}

const acts = {
	/** The accessibility tree of a report, as text. */
	tree: async ({ page, draft }) => (await reportOf(page, draft)).locator('body').ariaSnapshot(),
	/** Reaches an element of the report that has the focus by keyboard alone: Tab until it is there, then a key. */
	async press({ page, draft, name, key }) {
		const report = await reportOf(page, draft);
		for (let stops = 0; stops < 100; stops++) {
			await page.keyboard.press('Tab');
			if ((await focusedIn(report)).name === name) return page.keyboard.press(key);
		}
		throw new Error(`Tab does not reach “${name}”`);
	},
	/** Clicks on the place of a row. */
	click: async ({ page, draft, row }) => (await placeOf(page, draft, row)).click(),
	/** Gives the place of a row the focus and brings it into sight. */
	focus: async ({ page, draft, row }) => (await placeOf(page, draft, row)).focus(),
	/** What has the focus in a report, and where it stands. */
	focused: async ({ page, draft }) => focusedIn(await reportOf(page, draft)),
	/** Presses a button of the workbench. */
	button: ({ page, name }) => page.getByRole('button', { name, exact: true }).click({ timeout: patience }),
	/** The steps of the walkthrough that is shown: their ids, and whether each is ticked. */
	steps: ({ page }) =>
		page
			.locator('[data-done-step-id]')
			.evaluateAll(boxes =>
				boxes.map(box => [
					box.getAttribute('data-done-step-id')?.split('#').at(-1),
					box.getAttribute('aria-checked') === 'true',
				]),
			),
	theme: async ({ page, draft }) =>
		(await reportOf(page, draft)).evaluate(() => document.body.dataset['vscodeThemeKind']),
	/** What axe-core finds wrong in a report as it is shown. */
	async violations({ page, draft }) {
		const report = await reportOf(page, draft);
		await report.evaluate(axe);
		return report.evaluate(violationsHere);
	},
};

function focusedIn(report) {
	return report.evaluate(() => {
		const { activeElement: element } = document;
		const name = element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
		const { top = 0 } = element?.getBoundingClientRect() ?? {};
		return {
			name,
			row: element?.closest('tr')?.textContent ?? '',
			top: Math.round(top),
			scrolled: Math.round(scrollY),
		};
	});
}

/** The button in a row of the table of statements. */
async function placeOf(page, draft, row) {
	const report = await reportOf(page, draft);
	return report.locator('[aria-labelledby=statements] tr', { hasText: row }).getByRole('button');
}

/** The frame of the report of a draft, once it shows something. */
async function reportOf(page, draft) {
	for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(100)) {
		for (const frame of page.frames()) {
			const isIt = await frame
				.evaluate(name => {
					const shown = document.body?.dataset['draft'];
					return (shown === name || shown?.endsWith(`/${name}`)) && !!document.querySelector('h1');
				}, draft)
				.catch(() => false);
			if (isIt) return frame;
		}
	}
	throw new Error(`no report of ${draft} is shown`);
}
