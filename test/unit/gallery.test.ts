/** What people see before and when they first open the extension: its page in the gallery, and its walkthrough. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

declare const __PROJECT__: string;

interface Step {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
	readonly completionEvents: readonly string[];
}

const inProject = (name: string) => path.join(__PROJECT__, name);
const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(inProject('package.nls.json'), 'utf8'));
const packaged = readFileSync(inProject('.vscodeignore'), 'utf8').split('\n');
const walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[] =
	manifest.contributes.walkthroughs;
const steps = walkthroughs.flatMap(({ steps }) => steps);

/** The text of a "%key%". */
function textOf(reference: string): string {
	const key = /^%(.+)%$/.exec(reference)?.[1] ?? '';
	const text = texts[key];
	assert.ok(text, `${reference} has no text`);
	return text;
}

/** Width and height of a PNG, from its header. */
function sizeOf(file: string): readonly [width: number, height: number] {
	const bytes = readFileSync(inProject(file));
	assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n', `${file} is no PNG`);
	assert.equal(bytes.subarray(12, 16).toString('latin1'), 'IHDR', file);
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('the icon is a square of 256 pixels or more', () => {
	const [width, height] = sizeOf(manifest.icon);
	assert.ok(width >= 256 && width === height, `${width} × ${height}`);
});

test('the gallery is told all it shows', () => {
	for (const key of ['displayName', 'description', 'publisher', 'license', 'homepage', 'pricing'])
		assert.equal(typeof manifest[key], 'string', key);
	assert.ok('qna' in manifest && manifest.repository.url && manifest.bugs.url);
	assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/i);
	assert.match(manifest.galleryBanner.theme, /^(?:dark|light)$/);
	assert.ok(manifest.categories.length > 0);
	const { keywords } = manifest;
	assert.ok(keywords.length >= 5 && keywords.length <= 30, `${keywords.length} keywords`);
	assert.equal(new Set(keywords).size, keywords.length);
});

test('the walkthrough has five steps, each with a text, and pictures for light and dark that are packaged', () => {
	assert.deepEqual(
		walkthroughs.map(({ id, steps }) => [id, steps.length]),
		[['start', 5]],
	);
	assert.ok(packaged.includes('!images/walkthrough/*.png'));
	for (const { title, description, media } of steps) {
		assert.ok(textOf(title).length < 60 && textOf(description).length > 60);
		assert.ok(textOf(media.altText).length > 40, `${media.altText} says what is to be seen`);
		assert.deepEqual(Object.keys(media.image), ['light', 'dark', 'hc', 'hcLight']);
		assert.notEqual(media.image['light'], media.image['dark']);
		for (const file of Object.values(media.image)) {
			assert.match(file, /^images\/walkthrough\/[a-z-]+\.png$/);
			assert.ok(sizeOf(file)[0] >= 600, file);
			assert.ok(readFileSync(inProject(file)).length <= 150 * 1024, `${file} is too large`);
		}
	}
});

test('what completes a step is there to happen, and what its text links to is there', () => {
	const own = new Set<string>(manifest.contributes.commands.map(({ command }: { command: string }) => command));
	const settings = new Set(Object.keys(manifest.contributes.configuration[0].properties));
	// These are called by the light bulb alone, so the manifest does not list them.
	for (const hidden of ['sourceCritic.ignore', 'sourceCritic.moreFixes']) own.add(hidden);
	const isKnown = (name: string, list: ReadonlySet<string>) => !name.startsWith('sourceCritic.') || list.has(name);
	for (const { id, description, completionEvents } of steps) {
		assert.ok(completionEvents.length > 0, id);
		for (const event of completionEvents) {
			const [, kind, name = ''] = /^(onCommand|onSettingChanged|onView):(.+)$/.exec(event) ?? [];
			assert.ok(kind, event);
			assert.ok(isKnown(name, kind === 'onSettingChanged' ? settings : own), event);
		}
		for (const [, command = '', given] of textOf(description).matchAll(
			/\(command:(?:toSide:)?([\w.]+)(?:\?([^)]*))?\)/g,
		)) {
			assert.ok(isKnown(command, own), command);
			const [setting] = given === undefined ? [] : JSON.parse(decodeURIComponent(given));
			if (setting !== undefined) assert.ok(settings.has(setting), setting);
		}
	}
});

test('the sample draft and the schema of the source book are packaged', () => {
	const sample =
		/'(seeds\/drafts\/[^']+)'/.exec(readFileSync(inProject('client/src/sampleDraft.ts'), 'utf8'))?.[1] ?? '';
	const schemas = manifest.contributes.jsonValidation.map(({ url }: { url: string }) => url.replace('./', ''));
	for (const file of [sample, ...schemas]) {
		assert.ok(existsSync(inProject(file)), file);
		assert.ok(packaged.includes(`!${file}`), `${file} is not packaged`);
	}
});

test('the source book is known to the editor, and its file is read in a window that is not trusted', () => {
	const { languages, jsonValidation } = manifest.contributes;
	const name = '.source-critic.sources.jsonc';
	assert.ok(languages.some(({ filenames }: { filenames: string[] }) => filenames.includes(name)));
	assert.ok(jsonValidation.some(({ fileMatch }: { fileMatch: string }) => fileMatch === name));
	// Text alone: nothing in it is run, so nothing is withheld.
	assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
	assert.equal(manifest.capabilities.virtualWorkspaces.supported, true);
});
