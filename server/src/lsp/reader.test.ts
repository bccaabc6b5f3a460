import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noEditorSettings, resolveSettings } from '../configuration/settings';
import { createDriver, Outdated } from './driver';
import { createReader } from './reader';
import type { DocumentSettings } from './settings';
import { fakeAnalyzer, manualTimer } from './testing';

const nowhere = { found: null, newUri: null, path: null };
const settings: DocumentSettings = {
	...resolveSettings({ ruleIds: new Set(), file: null, path: null }),
	display: noEditorSettings.display,
	config: nowhere,
	ignores: nowhere,
	book: nowhere,
};

/** A reader whose settings come when they are let go. */
function reading() {
	let letGo = (): void => {};
	const known = new Promise<void>(resolve => {
		letGo = resolve;
	});
	const read: string[] = [];
	const driver = createDriver(fakeAnalyzer(), manualTimer());
	const reader = createReader(
		{
			...driver,
			read(key, draft) {
				read.push(draft.text);
				return driver.read(key, draft);
			},
		},
		() => known.then(() => settings),
		() => 'any way',
		error => assert.fail(String(error)),
	);
	return { reader, read, letGo };
}

const draft = (version: number) => TextDocument.create('file:///a.md', 'markdown', version, `sources ${version}`);

test('a document that is closed before its settings are known is not read, and nothing of it is kept', async () => {
	const { reader, read, letGo } = reading();
	const document = draft(1);
	const result = reader.read(document);
	reader.closed(document);
	letGo();
	await assert.rejects(result, Outdated);
	assert.deepEqual(read, []);
	assert.equal(reader.last(document.uri), null);
});

test('one that is opened again is read', async () => {
	const { reader, read, letGo } = reading();
	const [first, second] = [draft(1), draft(2)];
	const outdated = reader.read(first);
	reader.closed(first);
	const result = reader.read(second);
	letGo();
	await assert.rejects(outdated, Outdated);
	assert.equal((await result).analysis?.text, 'sources 2');
	assert.deepEqual(read, ['sources 2']);
});
