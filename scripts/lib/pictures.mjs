// For pictures of the workbench: settings that leave the text alone, and ways about the page.
import { readFileSync } from 'node:fs';

export const pictureSettings = {
	'breadcrumbs.enabled': false,
	'editor.cursorBlinking': 'solid',
	'editor.fontFamily': "'Open Sans', sans-serif",
	'editor.fontSize': 15,
	'editor.guides.indentation': false,
	'editor.lineHeight': 26,
	'editor.lineNumbers': 'off',
	'editor.matchBrackets': 'never',
	'editor.minimap.enabled': false,
	'editor.occurrencesHighlight': 'off',
	'editor.overviewRulerBorder': false,
	'editor.padding.top': 12,
	'editor.renderLineHighlight': 'none',
	'editor.scrollbar.vertical': 'hidden',
	'editor.selectionHighlight': false,
	'editor.stickyScroll.enabled': false,
	'editor.unicodeHighlight.ambiguousCharacters': false,
	'editor.wordWrap': 'on',
	'window.commandCenter': false,
	'window.menuBarVisibility': 'hidden',
	'window.title': 'Source Critic',
	'workbench.activityBar.location': 'hidden',
	'workbench.colorTheme': 'Default Light Modern',
	'workbench.editor.editorActionsLocation': 'hidden',
	'workbench.layoutControl.enabled': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
};

/** The middle of words that are on the screen, in one line. */
export async function place(page, words) {
	const middle = await page.evaluate(middleOf, words);
	if (!middle) throw new Error(`“${words}” is not on the screen`);
	return middle;
}

/** Runs in the page. The words may lie in several elements, and their spaces be no-break spaces. */
function middleOf(words) {
	for (const line of document.querySelectorAll('.view-lines .view-line')) {
		const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(words);
		if (at < 0) continue;
		const range = document.createRange();
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		let passed = 0;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const [start, end] = [at - passed, at + words.length - passed];
			if (start >= 0 && start < node.length) range.setStart(node, start);
			if (end > 0 && end <= node.length) range.setEnd(node, end);
			passed += node.length;
		}
		const { x, y, width, height } = range.getBoundingClientRect();
		return { x: x + width / 2, y: y + height / 2 };
	}
	return undefined;
}

/** Scrolls to the first line of an open file that has these words. */
export async function reveal(page, file, words) {
	const lines = readFileSync(file, 'utf8').split('\n');
	const line = lines.findIndex(text => text.includes(words)) + 1;
	if (line === 0) throw new Error(`“${words}” is not in the draft`);
	await page.keyboard.press('Control+G');
	await page.locator('.quick-input-widget:visible').waitFor();
	await page.keyboard.type(String(line));
	await page.keyboard.press('Enter');
	await settle(page);
}

export async function command(page, title) {
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget:visible').waitFor();
	await page.keyboard.type(title);
	await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
	await page.keyboard.press('Enter');
	await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Lets fades and slides come to rest. */
export function settle(page) {
	return page.waitForTimeout(700);
}
