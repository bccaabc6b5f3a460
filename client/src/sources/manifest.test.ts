/** The view's part of the manifest. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { DocumentStatus } from '../../../server/src/protocol';

declare const __PROJECT__: string;

const read = (file: string) => JSON.parse(readFileSync(path.join(__PROJECT__, file), 'utf8'));
const { contributes } = read('package.json');
const texts: Readonly<Record<string, string>> = read('package.nls.json');

/** All there are but `on`; a type tells when one is missing. */
const states: Readonly<Record<Exclude<DocumentStatus['state'], 'on'>, true>> = {
	'off-setting': true,
	'off-file': true,
	'not-english': true,
	'not-news': true,
	'too-large': true,
	failed: true,
};

test('an empty view says why, in whatever state it is', () => {
	const welcomes: readonly { view: string; contents: string; when: string }[] = contributes.viewsWelcome;
	for (const state of [...Object.keys(states), 'no-draft', 'none', 'filtered', 'down']) {
		const own = welcomes.filter(({ when }) => when === `sourceCritic.sources == '${state}'`);
		assert.equal(own.length, 1, state);
		assert.match(texts[own[0]?.contents.slice(1, -1) ?? ''] ?? '', /^[A-Z].*\./, state);
	}
});

test('links of empty views call commands of ours, or of the workbench', () => {
	const declared = new Set(contributes.commands.map(({ command }: { command: string }) => command));
	const links = Object.entries(texts).flatMap(([key, text]) =>
		key.startsWith('welcome.sources.') ? [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command) : [],
	);
	assert.ok(links.length > 4);
	for (const link of links) assert.ok(link?.startsWith('workbench.action.') || declared.has(link), link);
});
