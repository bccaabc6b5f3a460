import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

declare const __PROJECT__: string;

const manifest = read('package.json');
const texts = read('package.nls.json') as Readonly<Record<string, string>>;
const isKey = /^%[^%]+%$/;

/** Where the editor shows what the manifest says, as text or a list of texts. */
const shown: ReadonlySet<string> = new Set([
	'title',
	'shortTitle',
	'category',
	'description',
	'markdownDescription',
	'enumDescriptions',
	'markdownEnumDescriptions',
	'enumItemLabels',
	'deprecationMessage',
	'markdownDeprecationMessage',
	'patternErrorMessage',
	'errorMessage',
	'contents',
	'contextualTitle',
	'label',
	'displayName',
	'detail',
	'altText',
]);
/** Under these, `name` is what the editor calls it; elsewhere it is an id. */
const named: ReadonlySet<string> = new Set(['views', 'viewsWelcome', 'customEditors', 'submenus']);

test('everything that the manifest shows can be translated', () => {
	const { contributes, displayName, description, capabilities } = manifest;
	const found = [...textsIn({ displayName, description, capabilities }), ...textsIn(contributes)];
	assert.ok(found.length > 60, `only ${found.length} texts found`);
	assert.deepEqual(
		found.filter(text => !isKey.test(text)),
		[],
	);
});

test('each key of the manifest has its text, and each text is used, in the same order', () => {
	const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
	assert.deepEqual(Object.keys(texts), [...new Set(used)]);
	for (const [key, text] of Object.entries(texts)) assert.match(text, /\S/, key);
});

/** The texts shown below a value of the manifest, as they stand there. */
function textsIn(value: unknown, under = '', isNamed = false): string[] {
	if (typeof value === 'string') return shown.has(under) || (isNamed && under === 'name') ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(each => textsIn(each, under, isNamed));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, each]) => {
		// An example's own value, or the name of a setting, is no text of ours.
		if (key === 'default' || key === 'configurationDefaults') return [];
		return textsIn(each, key, isNamed || named.has(key));
	});
}

// biome-ignore lint/suspicious/noExplicitAny: a JSON file
function read(file: string): any {
	return JSON.parse(readFileSync(path.join(__PROJECT__, file), 'utf8'));
}
