import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEditorSettings } from './editorSettings';
import { presets } from './presets';
import { defaultDisplay, type FileSettings, noFileSettings, resolveSettings, type SettingsInput } from './settings';

const ruleIds = new Set(['anonymous-source', 'loaded-language', 'vague-collective']);

function resolve(input: Partial<SettingsInput> & { file?: FileSettings }) {
	return resolveSettings({ ruleIds, path: 'stories/one.md', ...input });
}

test('nothing set: on, every rule as it is', () => {
	assert.deepEqual(resolve({}), { enabled: true, genre: 'auto', rules: {}, preset: presets.draft });
});

test('each layer wins over the one before', () => {
	const editor = readEditorSettings({ preset: 'desk', genre: 'news', rules: { 'loaded-language': 'hint' } });
	assert.equal(resolve({ editor }).preset, presets.desk);
	assert.deepEqual(resolve({ editor }).rules, { 'loaded-language': 'hint' });
	assert.equal(resolve({ editor }).genre, 'news');
	const file: FileSettings = {
		...noFileSettings,
		preset: 'draft',
		rules: { 'loaded-language': 'error' },
		genre: 'essay',
	};
	const settings = resolve({ editor, file });
	assert.equal(settings.preset, presets.draft);
	assert.deepEqual(settings.rules, { 'loaded-language': 'error' });
	assert.equal(settings.genre, 'essay');
	const overrides = [
		{ files: ['stories/**'], rules: { 'loaded-language': 'hint' }, genre: 'opinion' },
		{ files: ['stories/one.md'], rules: { 'loaded-language': 'off' } },
		{ files: ['stories/two.md'], rules: { 'loaded-language': 'warning' } },
	] as const;
	const overridden = resolve({ editor, file: { ...file, overrides } });
	assert.equal(overridden.rules['loaded-language'], 'off');
	assert.equal(overridden.genre, 'opinion');
});

test('what is shown beside the findings: the line above a draft unless switched off, colours and hints on demand', () => {
	const calm = { codeLens: true, inlayHints: false, colorVoices: false };
	assert.deepEqual(readEditorSettings({}).display, calm);
	assert.deepEqual(readEditorSettings({ codeLens: 'no', inlayHints: 1, colorVoices: null }).display, calm);
	const wanted = { codeLens: false, inlayHints: true, colorVoices: true };
	assert.deepEqual(readEditorSettings(wanted).display, wanted);
});

test('a rule nobody knows is dropped', () => {
	assert.deepEqual(resolve({ editor: readEditorSettings({ rules: { 'no-such-rule': 'error' } }) }).rules, {});
});

test('globs of a file count from its own folder', () => {
	const file: FileSettings = { ...noFileSettings, exclude: ['one.md'] };
	assert.equal(resolve({ file, path: 'stories/one.md', fileFolder: 'stories' }).enabled, false);
	const anchored: FileSettings = { ...noFileSettings, exclude: ['/one.md'] };
	assert.equal(resolve({ file: anchored, path: 'stories/one.md', fileFolder: 'stories' }).enabled, false);
	assert.equal(resolve({ file: anchored, path: 'stories/one.md' }).enabled, true);
});

test('what is no draft is left out', () => {
	const enabled = (path: string) => resolve({ path }).enabled;
	for (const path of [
		'README.md',
		'docs/readme.txt',
		'CHANGELOG.md',
		'LICENSE',
		'CMakeLists.txt',
		'py/requirements-dev.txt',
		'robots.txt',
		'node_modules/a/guide.md',
		'web/dist/page.md',
		'.git/description.txt',
	])
		assert.equal(enabled(path), false, path);
	for (const path of ['stories/readers.md', 'distance.md', 'outlook/one.txt', 'license-plates.md'.slice(8)])
		assert.equal(enabled(path), true, path);
	assert.equal(resolve({ path: null }).enabled, true);
});

test('include narrows, and lets in names that are left out by default', () => {
	const include = (globs: string[], path: string) =>
		resolve({ path, file: { ...noFileSettings, include: globs } }).enabled;
	assert.equal(include(['stories/**'], 'stories/one.md'), true);
	assert.equal(include(['stories/**'], 'notes/one.md'), false);
	assert.equal(include(['README.md'], 'README.md'), true);
	assert.equal(include(['**/*.md'], 'node_modules/a/one.md'), false);
	assert.equal(include(['build/*.md'], 'build/one.md'), true);
});

test('exclusions of the editor count from the workspace folder', () => {
	const editor = readEditorSettings({ files: { exclude: ['stories/*.md'] } });
	const settings = resolve({ editor });
	assert.deepEqual([settings.enabled, settings.reason], [false, 'file']);
	const object = readEditorSettings({ files: { exclude: { 'stories/*.md': true, 'a/**': false } } });
	assert.deepEqual(object.exclude, ['stories/*.md']);
});

test('switched off in the editor', () => {
	const settings = resolve({ editor: readEditorSettings({ enable: false }) });
	assert.deepEqual([settings.enabled, settings.reason], [false, 'setting']);
});

test('settings of any shape are read', () => {
	for (const value of [null, undefined, 7, 'x', [], { rules: [1], genre: 3, preset: {}, files: 'x', enable: 'no' }]) {
		assert.deepEqual(readEditorSettings(value), { enable: true, rules: {}, exclude: [], display: defaultDisplay });
	}
});
