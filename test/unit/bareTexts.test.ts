// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources as text
/** Nothing that a person sees goes past the translations. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

declare const __PROJECT__: string;

interface Finder {
	bareTextsIn(folders: readonly string[]): readonly string[];
	bareTextsOf(source: string, file: string): readonly string[];
}

const script = pathToFileURL(path.join(__PROJECT__, 'scripts/lib/bareTexts.mjs')).href;

test('no text in the client, the server or the report is shown as it stands in the source', async () => {
	const { bareTextsIn } = (await import(script)) as Finder;
	const folders = ['client/src', 'client/page', 'server/src/lsp', 'server/src/report', 'server/src/checking'];
	assert.deepEqual(bareTextsIn(folders), []);
});

const imports = "import { l10n, window } from 'vscode';\n";

for (const shown of [
	"window.showInformationMessage('Nothing was found.');",
	"pick.placeholder = isAll ? 'Words in names' : l10n.t('Words');",
	'item.tooltip = `${count} sources`;',
	"item.accessibilityInformation = { label: name + ' is checked' };",
	"window.showQuickPick(items, { title: 'Export' });",
	"tell('$(info) No draft.');",
	'const html = `<nav aria-label="Contents">${links}</nav>`;',
	'const html = `<p class="soft">The text does not say.</p>`;',
]) {
	test(`${shown} is found`, async () => {
		const { bareTextsOf } = (await import(script)) as Finder;
		assert.equal(bareTextsOf(imports + shown, 'a.ts').length, 1);
	});
}

for (const calm of [
	"window.showInformationMessage(l10n.t('Nothing was found.'));",
	"item.tooltip = l10n.t('{0} sources', count);",
	"tell('info', l10n.t('No draft.'));",
	"const kind = { name: order === 'By risk' ? 1 : 2 };",
	"item.name = 'Source Critic';",
	'item.text = `Source Critic: ${text}`;',
	'const html = `<nav aria-label="${label}">${links}</nav>`;',
	"item.command = { title: '', command: 'vscode.open' };",
]) {
	test(`${calm} is not`, async () => {
		const { bareTextsOf } = (await import(script)) as Finder;
		assert.deepEqual(bareTextsOf(imports + calm, 'a.ts'), []);
	});
}
