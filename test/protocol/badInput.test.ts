/** Whatever an editor may hold: the server answers, and goes on. Times are limits for a hang, no measure of speed. */
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { type SpawnedEditor, spawnEditor } from './spawn';

const sentence = 'The builder had been told of the cracks in March, sources said. ';
const paragraph = `${sentence.repeat(8).trim()}\n\n`;
const repeated = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const inputs: Readonly<Record<string, string>> = {
	empty: '',
	blank: ' \n\t\r\n\r\r \u00a0\u2028\n',
	'five megabytes of text': repeated(paragraph, 5_000_000),
	'one line of a megabyte': repeated(sentence, 1_000_000),
	'one word of a megabyte': 'a'.repeat(1_000_000),
	'windows line ends': paragraph.repeat(20).replaceAll('\n', '\r\n'),
	'old line ends': paragraph.repeat(20).replaceAll('\n', '\r'),
	'byte order mark': `\uFEFF# News\n\n${paragraph}`,
	'lone surrogates': `\ud800 ${sentence}\udc00“\ud83d” said \ud800\n\n${sentence}\udfff`,
	'null bytes': `\0${sentence.replaceAll(' ', '\0 ')}\0\0\n\n\0`,
	'control characters': repeated('\u0001\u0008\u001b[31m\u007f\u0085\ufffe ', 50_000),
	'unclosed quotes': repeated(`“${sentence}\n\n"${sentence}\n\n‘${sentence}'\n\n`, 300_000),
	'quotes only': repeated('“‘"\'”’', 300_000),
	'nested quotes': `${'“‘'.repeat(50_000)}x${'’”'.repeat(50_000)}`,
	'only furniture': repeated('Photo: A. Person/Agency\n\nGallery, 3 of 12\n\nComments are closed\n\n', 100_000),
	'right to left': repeated('أعلن مصدر مسؤول أن المحادثات ستبدأ غدا. \u202Eאמר מקור בכיר\u202C\n\n', 200_000),
	'a megabyte of nested links': `${'[a'.repeat(160_000)}${'](b)'.repeat(160_000)}`,
	'a megabyte of emphasis': repeated('**a *b _c __d ~~e `f ', 1_000_000),
	'a megabyte of open brackets': '['.repeat(1_000_000),
	'a megabyte of block quotes': repeated('> > > > - > 1. ', 1_000_000),
	'deep block quotes': `${'>'.repeat(20_000)} ${sentence}`,
	'a megabyte of lists': repeated(`- ${sentence}\n  - ${sentence}\n`, 1_000_000),
	'a megabyte of table': `| a | b |\n|---|---|\n${repeated(`| ${sentence}| x |\n`, 1_000_000)}`,
	'open fence': `\`\`\`\n${paragraph.repeat(50)}`,
	'open comment': `<!-- ${paragraph.repeat(50)}`,
	'open front matter': `---\n${paragraph.repeat(50)}`,
	'a megabyte of HTML': repeated('<div><p><b ', 1_000_000),
	'a megabyte of entities': repeated('&amp;&lt;&#x41;&notanentity;&', 1_000_000),
	'a megabyte of addresses': repeated('https://example.org/a?b=c www.example.org ', 1_000_000),
	'a megabyte of names': repeated('Peter Lund Ruth Alder ', 1_000_000),
	'a megabyte of cues': repeated('said according to claimed told that ', 1_000_000),
	'a megabyte of capitals': repeated('U.S. Mr. J. P. ', 1_000_000),
	'a megabyte of digits': repeated('1,000,000.00 $2 12% ', 1_000_000),
	emoji: repeated('👩‍👩‍👧‍👦 sources said 🇺🇳. ', 200_000),
};

/** One server for all, since it is to stay up; after a failure the next test has a new one, so as to fail by itself only. */
let editor: SpawnedEditor | null = null;
after(() => editor?.kill());
afterEach(context => {
	if ('passed' in context && context.passed) return;
	editor?.kill();
	editor = null;
});
async function serving(): Promise<SpawnedEditor> {
	editor ??= await spawnEditor();
	return editor;
}

for (const languageId of ['markdown', 'plaintext']) {
	for (const [name, text] of Object.entries(inputs)) {
		test(`${name}, ${languageId}`, { timeout: 300_000 }, async () => {
			const { open, change, save, close, diagnostics, hover, actions, statuses, log } = await serving();
			const uri = `file:///newsroom/${encodeURIComponent(name)}.${languageId === 'markdown' ? 'md' : 'txt'}`;
			await open(uri, text, languageId);
			inOrder(await diagnostics(uri), text);
			await hover(uri, 0, Math.min(3, text.length));
			await actions(uri, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } });
			if (text.length > 1_000_000) return close(uri);
			await change(uri, 'x', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
			await save(uri);
			await diagnostics(uri);
			await close(uri);
			const failed = statuses.filter(status => status.state === 'failed');
			assert.deepEqual(failed, [], log.join('\n'));
		});
	}
}

test('after all that the server reads as before', { timeout: 60_000 }, async () => {
	const { open, diagnostics, quit } = await serving();
	await open('file:///newsroom/last.md', paragraph, 'markdown');
	const found = await diagnostics('file:///newsroom/last.md');
	assert.ok(found.some(({ code }) => code === 'anonymous-source'));
	assert.equal(await quit(), 0);
});

test('folders may come as anything: those that are some are known, and nothing is complained of', {
	timeout: 60_000,
}, async () => {
	const files = new Map([['file:///annex/.source-critic.jsonc', '{ "files": { "exclude": ["**"] } }']]);
	const own = await spawnEditor({ folders: [null, 3, {}, { uri: 3 }, 'file:///newsroom'], files });
	try {
		const annex = { uri: 'file:///annex', name: 'annex' };
		for (const params of [
			{},
			{ event: null },
			{ event: {} },
			{ event: { added: 3, removed: 'x' } },
			{ event: { added: [null, 3, {}, { uri: 3 }, annex], removed: [null, { uri: null }] } },
		]) {
			await own.connection.sendNotification('workspace/didChangeWorkspaceFolders', params);
		}
		await own.open('file:///annex/news.md', paragraph, 'markdown');
		assert.deepEqual(await own.diagnostics('file:///annex/news.md'), []);
		assert.equal(own.statuses.at(-1)?.state, 'off-file');
		const only = { event: { removed: [annex] } };
		await own.connection.sendNotification('workspace/didChangeWorkspaceFolders', only);
		await own.open('file:///newsroom/news.md', paragraph, 'markdown');
		assert.ok((await own.diagnostics('file:///newsroom/news.md')).length > 0);
		assert.equal(await own.quit(), 0);
		assert.deepEqual([own.complaints, own.log], [[], []]);
	} finally {
		own.kill();
	}
});

test('the same words with Windows line ends and a byte order mark are found in the same places', {
	timeout: 60_000,
}, async () => {
	const own = await spawnEditor();
	try {
		const text = `# News\n\n${sentence}\n\n${sentence.replace('March', 'May')}\n`;
		const found = async (name: string, variant: string) => {
			await own.open(`file:///newsroom/${name}.md`, variant, 'markdown');
			return (await own.diagnostics(`file:///newsroom/${name}.md`)).map(({ code, range }) => [code, range]);
		};
		const plain = await found('lf', text);
		assert.ok(plain.length > 0);
		assert.deepEqual(await found('crlf', text.replaceAll('\n', '\r\n')), plain);
		assert.deepEqual(await found('bom', `\uFEFF${text}`), plain);
		await own.quit();
	} finally {
		own.kill();
	}
});

/** Every range lies in the text, and none is backwards. */
function inOrder(diagnostics: readonly Diagnostic[], text: string): void {
	const lines = text.split(/\r\n|\n|\r/).length;
	for (const { range } of diagnostics) {
		assert.ok(range.start.line < lines && range.end.line < lines);
		assert.ok(
			range.start.line < range.end.line ||
				(range.start.line === range.end.line && range.start.character <= range.end.character),
		);
	}
}
