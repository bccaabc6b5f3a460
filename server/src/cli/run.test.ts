import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { newIgnores, withIgnore } from '../configuration/ignoreFile';
import { placeIgnore } from '../configuration/ignores';
import { resources } from '../resources';
import { type Around, documentsOf, type JsonDocument, runIn } from './testing';

const draft = `The builder had been told of the cracks in March, sources said.

“The wall was sound,” said Ada Brook, who owns the yard.
`;
const calm = 'Ada Brook, who owns the yard, said on Friday that the wall was sound.\n';

async function readOne(around: Around, ...args: string[]): Promise<JsonDocument> {
	const [document, ...more] = documentsOf(await runIn(around, 'check', '--format', 'json', ...args));
	assert.ok(document && more.length === 0);
	return document;
}

/** The words of each finding, by the offsets that were told. */
function words(text: string, { findings }: JsonDocument): readonly string[] {
	return findings.map(({ rule, span: [start, end] }) => `${rule}: ${text.slice(start, end)}`);
}

const expected = ['anonymous-source: sources'];

test('text: a line for each finding and one in sum', async () => {
	const { code, stdout, stderr } = await runIn({ files: { 'draft.md': draft } }, 'check', 'draft.md');
	const [finding, sum, ...more] = stdout.split('\n');
	assert.match(finding ?? '', /^draft\.md:1:51 warning “sources”: who, how many, .+ anonymous-source$/);
	assert.equal(sum, 'draft.md: 1 question');
	assert.deepEqual(more, ['']);
	assert.equal(stderr, '');
	assert.equal(code, 1);
});

test('text: nothing to ask', async () => {
	const { code, stdout } = await runIn({ files: { 'draft.md': calm } }, 'check', 'draft.md');
	assert.equal(stdout, 'draft.md: nothing to ask\n');
	assert.equal(code, 0);
});

test('text: what is not English or not news is said not to be read', async () => {
	const german =
		'Der Minister sagte am Freitag, dass die Brücke nicht vor dem Herbst fertig werde und man warten müsse.\n';
	const list = '- Buy 12 percent more nails\n- Paint the fence\n- Call the yard about the gate\n';
	const { stdout } = await runIn({ files: { 'a.txt': german, 'b.md': list } }, 'check', 'a.txt', 'b.md');
	assert.match(stdout, /^a\.txt: not English, not read\nb\.md: not read as news: .+\n$/);
});

test('json: one object a line, as the contract has it', async () => {
	const document = await readOne({ files: { 'draft.md': draft } }, 'draft.md');
	assert.deepEqual(Object.keys(document), [
		'schema',
		'path',
		'offsets',
		'language',
		'genre',
		'blocks',
		'quotations',
		'sources',
		'attributions',
		'claims',
		'findings',
	]);
	assert.equal(document.schema, 1);
	assert.equal(document.path, 'draft.md');
	assert.equal(document.offsets, 'utf-16');
	assert.equal(document.genre, 'news');
	assert.deepEqual(words(draft, document), expected);
	const [finding] = document.findings;
	assert.deepEqual(finding?.range, { start: { line: 0, character: 50 }, end: { line: 0, character: 57 } });
	assert.deepEqual([finding?.severity, finding?.suppressed], ['warning', false]);
	assert.match(finding?.help ?? '', /https?:/);
	const [quotation] = document.quotations;
	const speaker = document.sources.find(({ id }) => id === quotation?.speaker);
	assert.equal(speaker?.name, 'Ada Brook');
	assert.equal(speaker?.identification, 'named');
	const said = document.attributions.find(({ sourceId }) => sourceId === speaker?.id);
	assert.deepEqual(
		said?.cue.map(([start, end]) => draft.slice(start, end)),
		['said'],
	);
});

test('many files in one run, in their order', async () => {
	const files = { 'a.md': draft, 'b.txt': calm, 'c.md': draft };
	const ran = await runIn({ files }, 'check', '--format', 'json', 'c.md', 'a.md', 'b.txt');
	assert.deepEqual(
		documentsOf(ran).map(({ path: name, findings }) => [name, findings.length]),
		[
			['c.md', 1],
			['a.md', 1],
			['b.txt', 0],
		],
	);
	assert.equal(ran.code, 1);
});

test('standard input goes by the name it is given', async () => {
	assert.equal((await readOne({ stdin: draft }, '-')).path, '-');
	const commented = `<!-- source-critic-ignore-next anonymous-source -->\n\n${draft}`;
	const named = await readOne({ stdin: commented }, '-', '--stdin-path', 'desk/draft.md');
	assert.equal(named.path, 'desk/draft.md');
	assert.deepEqual(
		named.findings.map(({ suppressed }) => suppressed),
		[true],
		'the name says that it is Markdown',
	);
});

test('a file that cannot be read is told, and the run goes on', async () => {
	const files = { 'a.md': calm, 'folder/b.md': calm };
	const json = await runIn({ files }, 'check', '--format', 'json', 'gone.md', 'folder', 'a.md');
	const [gone, folder, read] = documentsOf(json);
	assert.deepEqual(gone, { schema: 1, path: 'gone.md', error: 'no such file' });
	assert.deepEqual(folder, { schema: 1, path: 'folder', error: 'is a folder' });
	assert.deepEqual([read?.path, read?.findings], ['a.md', []]);
	assert.equal(json.code, 2);
	const text = await runIn({ files: { 'a.md': draft } }, 'check', 'gone.md', 'a.md');
	assert.equal(text.stderr, 'gone.md: no such file\n');
	assert.match(text.stdout, /^a\.md:1:51 /);
	assert.equal(text.code, 2, 'findings do not hide it');
});

test('a byte order mark is not counted', async () => {
	assert.deepEqual(words(draft, await readOne({ files: { 'a.md': `\uFEFF${draft}` } }, 'a.md')), expected);
	assert.deepEqual(words(draft, await readOne({ stdin: `\uFEFF${draft}` }, '-')), expected);
});

test('UTF-16 with a mark is read as such', async () => {
	const little = Buffer.from(`\uFEFF${draft}`, 'utf16le');
	const big = Buffer.from(little).swap16();
	assert.deepEqual(words(draft, await readOne({ files: { 'a.md': little } }, 'a.md')), expected);
	assert.deepEqual(words(draft, await readOne({ files: { 'a.md': big } }, 'a.md')), expected);
	assert.deepEqual(
		words(draft, await readOne({ files: { 'a.md': Buffer.concat([little, Buffer.of(0x20)]) } }, 'a.md')),
		expected,
	);
});

test('offsets are UTF-16 code units', async () => {
	const text = `“🦫🦫,” said Ada Brook. ${draft}`;
	const document = await readOne({ files: { 'a.md': text } }, 'a.md');
	assert.ok(words(text, document).includes('anonymous-source: sources'));
});

test('a binary file is not read; bytes that are no UTF-8 do no harm', async () => {
	const binary = await readOne({ files: { 'a.md': Buffer.alloc(5000) } }, 'a.md');
	assert.deepEqual(binary, { schema: 1, path: 'a.md', error: 'is not a text file' });
	const latin = Buffer.from(`The café owner was told, sources said.\n\n${calm}`, 'latin1');
	const { findings } = await readOne({ files: { 'a.md': latin } }, 'a.md');
	assert.deepEqual(
		findings.map(({ rule }) => rule),
		['anonymous-source'],
	);
});

test('positions count lines however they end', async () => {
	const text = `${calm}\n${draft}`;
	for (const end of ['\n', '\r\n', '\r']) {
		const ended = text.replaceAll('\n', end);
		const document = await readOne({ files: { 'a.txt': ended } }, 'a.txt');
		assert.deepEqual(words(ended, document), expected, JSON.stringify(end));
		assert.deepEqual(document.findings[0]?.range.start, { line: 2, character: 50 }, JSON.stringify(end));
	}
});

test('--genre is how the draft is read', async () => {
	const claim = 'The closure led to a loss of 12,000 jobs along the river.\n';
	const rulesFor = async (genre: string) => {
		const { findings, ...document } = await readOne({ files: { 'a.md': claim } }, 'a.md', '--genre', genre);
		assert.equal(document.genre, genre);
		return findings.map(({ rule }) => rule);
	};
	assert.deepEqual(await rulesFor('news'), ['unattributed-claim']);
	assert.deepEqual(await rulesFor('opinion'), []);
	assert.deepEqual(await rulesFor('not-news'), []);
});

test('--fail-on is the least that counts', async () => {
	const files = { 'a.md': draft };
	const code = async (...args: string[]) => (await runIn({ files }, 'check', 'a.md', ...args)).code;
	assert.equal(await code(), 1);
	assert.equal(await code('--fail-on', 'hint'), 1);
	assert.equal(await code('--fail-on', 'warning'), 1);
	assert.equal(await code('--fail-on', 'error'), 0);
});

test('the nearest configuration upward holds', async () => {
	const off = '{ "rules": { "anonymous-source": "off" } }';
	const files = {
		'desk/.source-critic.jsonc': `// ours\n${off}`,
		'desk/city/a.md': draft,
		'b.md': draft,
		'.source-critic.jsonc':
			'{ "rules": { "anonymous-source": "error" }, "overrides": [{ "files": "old/**", "rules": { "anonymous-source": "hint" } }] }',
		'old/c.md': draft,
	};
	const severities = async (name: string, ...args: string[]) =>
		(await readOne({ files }, name, ...args)).findings.map(({ severity }) => severity);
	assert.deepEqual(await severities('desk/city/a.md'), []);
	assert.deepEqual(await severities('b.md'), ['error']);
	assert.deepEqual(await severities('old/c.md'), ['hint']);
});

test('a folder with .git ends the search upward', async () => {
	const files = {
		'.source-critic.jsonc': '{ "rules": { "anonymous-source": "off" } }',
		'inner/.git/HEAD': '',
		'inner/a.md': draft,
	};
	assert.equal((await readOne({ files }, 'inner/a.md')).findings.length, 1);
});

test('--config holds instead of what lies beside the draft', async () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'source-critic-config-'));
	const config = path.join(folder, 'strict.jsonc');
	mkdirSync(folder, { recursive: true });
	writeFileSync(config, '{ "rules": { "anonymous-source": "error" } }');
	try {
		const files = { 'a.md': draft, '.source-critic.jsonc': '{ "rules": { "anonymous-source": "off" } }' };
		const { findings } = await readOne({ files }, 'a.md', '--config', config);
		assert.deepEqual(
			findings.map(({ severity }) => severity),
			['error'],
		);
		const piped = await readOne({ stdin: draft }, '-', '--config', config);
		assert.deepEqual(
			piped.findings.map(({ severity }) => severity),
			['error'],
			'standard input without a name too',
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('--config is found from the folder the command runs in', async () => {
	const files = { 'a.md': draft, 'house/strict.jsonc': '{ "rules": { "anonymous-source": "error" } }' };
	const { findings } = await readOne({ files }, 'a.md', '--config', 'house/strict.jsonc');
	assert.equal(findings[0]?.severity, 'error');
});

test('a name on standard input says whose configuration holds', async () => {
	const files = { 'desk/.source-critic.jsonc': '{ "rules": { "anonymous-source": "off" } }' };
	assert.equal((await readOne({ files, stdin: draft }, '-', '--stdin-path', 'desk/a.md')).findings.length, 0);
	assert.equal((await readOne({ files, stdin: draft }, '-', '--stdin-path', 'a.md')).findings.length, 1);
});

test('a configuration that is missing or cannot be read ends the run', async () => {
	const files = { 'a.md': draft, 'folder/x.md': '' };
	for (const config of ['gone.jsonc', 'folder']) {
		const { code, stdout, stderr } = await runIn({ files }, 'check', 'a.md', '--config', config);
		assert.deepEqual([code, stdout], [2, ''], config);
		assert.match(stderr, new RegExp(`${config}: `));
	}
});

test('a broken configuration is told once; the defaults hold', async () => {
	const files = { 'a.md': draft, 'b.md': draft, '.source-critic.jsonc': '{ "rules": { "anonymous-source": "off" ' };
	const ran = await runIn({ files }, 'check', '--format', 'json', 'a.md', 'b.md');
	assert.equal(documentsOf(ran).flatMap(({ findings }) => findings).length, 2);
	assert.match(ran.stderr, /\.source-critic\.jsonc: .+The defaults are used/);
	const told = ran.stderr.trim().split('\n');
	assert.equal(new Set(told).size, told.length, 'told once');
	assert.equal(ran.code, 1);
});

test('a rule that does not exist is told, and the rest of the configuration holds', async () => {
	const config = '{ "rules": { "anonymous-sources": "off", "anonymous-source": "hint" } }';
	const ran = await runIn({ files: { 'a.md': draft, '.source-critic.jsonc': config } }, 'check', 'a.md');
	assert.match(ran.stderr, /There is no rule “anonymous-sources”. Did you mean “anonymous-source”\?/);
	assert.match(ran.stdout, /a\.md:1:51 hint /);
	assert.equal(ran.code, 0);
});

test('a comment silences a rule in the next block: told in JSON, counted in text, no failure', async () => {
	const files = { 'a.md': `<!-- source-critic-ignore-next anonymous-source: agreed with the desk -->\n\n${draft}` };
	const { findings } = await readOne({ files }, 'a.md');
	assert.deepEqual(
		findings.map(({ rule, suppressed }) => [rule, suppressed]),
		[['anonymous-source', true]],
	);
	const { code, stdout } = await runIn({ files }, 'check', 'a.md');
	assert.equal(stdout, 'a.md: nothing to ask, 1 ignored\n');
	assert.equal(code, 0);
});

test('the list of ignores silences its place: told in JSON, counted in text, and stale lines are owned up to', async () => {
	const analysis = analyse(createAnalyzer(resources), { text: draft, format: 'markdown', genre: 'auto', rules: {} });
	const { blocks, findings } = analysis;
	const list = newIgnores(Math.random);
	const [finding] = findings;
	assert.ok(finding);
	const ignores = withIgnore(list, placeIgnore(list.hash, 'desk/a.md', blocks, findings, finding), 'agreed');
	const files = { 'desk/a.md': draft, 'b.md': draft, '.source-critic.ignores.json': ignores };
	const flags = async (name: string) =>
		(await readOne({ files }, name)).findings.map(({ rule, suppressed }) => [rule, suppressed]);
	assert.deepEqual(await flags('desk/a.md'), [['anonymous-source', true]]);
	assert.deepEqual(await flags('b.md'), [['anonymous-source', false]]);
	const quiet = await runIn({ files }, 'check', 'desk/a.md');
	assert.deepEqual([quiet.code, quiet.stdout], [0, 'desk/a.md: nothing to ask, 1 ignored\n']);
	const piped = await runIn({ files, stdin: draft }, 'check', '-', '--stdin-path', 'desk/a.md');
	assert.equal(piped.code, 0);
	const changed = { ...files, 'desk/a.md': calm };
	const { stdout } = await runIn({ files: changed }, 'check', 'desk/a.md');
	assert.equal(stdout, 'desk/a.md: nothing to ask; 1 ignore fits nothing here any more\n');
});

test('a broken list of ignores is told once, and ignores nothing', async () => {
	const files = { 'a.md': draft, 'b.md': draft, '.source-critic.ignores.json': '{' };
	const ran = await runIn({ files }, 'check', '--format', 'json', 'a.md', 'b.md');
	assert.deepEqual(
		documentsOf(ran).flatMap(({ findings }) => findings.map(({ suppressed }) => suppressed)),
		[false, false],
	);
	assert.equal(ran.stderr.match(/Nothing is ignored by it/g)?.length, 1);
});

test('the house’s lexicon counts, and what is wrong with it is told', async () => {
	const config = `{
		"lexicon": {
			"loaded-language": [
				{ "pattern": "green lobby", "note": "Write who they are.", "question": "Whose word is “%”?" },
				{ "pattern": "* * *" }
			],
			"off": ["<tilt|lean|skew> toward|towards {name}", "berate"]
		}
	}`;
	const text = 'The green lobby met the mayor on Monday, Ada Brook said.\n';
	const ran = await runIn(
		{ files: { 'a.md': text, '.source-critic.jsonc': config } },
		'check',
		'--format',
		'json',
		'a.md',
	);
	assert.deepEqual(words(text, documentsOf(ran)[0] as JsonDocument), ['loaded-language: green lobby']);
	assert.match(documentsOf(ran)[0]?.findings[0]?.message ?? '', /Whose word is “green lobby”\?/);
	assert.match(ran.stderr, /A pattern needs at least one word of its own/);
	assert.match(ran.stderr, /“berate” is part of the pattern “<berate\|.+>.*”, which can be taken out as a whole/);
});

test('a preset changes how loudly is asked, and what is offered', async () => {
	const text = `${draft}\n${calm}\nReed said that it was safe. Harlow again claimed there is no point in a second test.\n`;
	const found = async (preset: string) =>
		(await readOne({ files: { 'a.md': text, '.source-critic.jsonc': `{ "preset": "${preset}" }` } }, 'a.md')).findings;
	const own = await found('draft');
	assert.ok(own.some(({ severity }) => severity === 'warning'));
	assert.ok(own.some(({ rule, fixes }) => rule === 'loaded-reporting-verb' && fixes.length > 0));
	const reader = await found('reader');
	assert.deepEqual(
		reader.map(({ rule }) => rule),
		own.map(({ rule }) => rule),
	);
	assert.ok(reader.every(({ severity }) => severity === 'information'));
	assert.ok(reader.every(({ rule, fixes }) => rule !== 'loaded-reporting-verb' || fixes.length === 0));
});

test('a file that is named is read, whatever the configuration leaves out', async () => {
	const files = { 'README.md': draft, '.source-critic.jsonc': '{ "files": { "exclude": "**" } }' };
	assert.equal((await readOne({ files }, 'README.md')).findings.length, 1);
});

test('wrong usage: exit 2, a line on standard error, nothing on standard output', async () => {
	const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
		[[], /say what to do/],
		[['chek', 'a.md'], /no command “chek”/],
		[['check'], /name a file/],
		[['check', 'a.md', '--format', 'xml'], /text, queries or json, not “xml”/],
		[['check', 'a.md', '--genre', 'poem'], /--genre is one of/],
		[['check', 'a.md', '--fail-on', 'off'], /--fail-on is hint/],
		[['check', 'a.md', '--colour'], /--colour/],
		[['check', 'a.md', '--config'], /--config/],
	];
	for (const [args, says] of wrong) {
		const { code, stdout, stderr } = await runIn({ files: { 'a.md': draft } }, ...args);
		assert.deepEqual([code, stdout], [2, ''], args.join(' '));
		assert.match(stderr, says);
		assert.match(stderr, /--help/);
	}
});

test('--help and --version', async () => {
	const help = await runIn({}, '--help');
	assert.match(help.stdout, /^Usage: source-critic check/);
	assert.deepEqual([help.code, help.stderr], [0, '']);
	for (const option of ['format', 'genre', 'stdin-path', 'config', 'fail-on', 'color', 'version']) {
		assert.ok(help.stdout.includes(`--${option}`), option);
	}
	assert.deepEqual(await runIn({}, '--version'), { code: 0, stdout: 'test\n', stderr: '' });
});

test('control characters of a draft or of a name are not sent to the terminal', async () => {
	const hostile =
		'At the same time, both towns could profit from “opening the quiet \u001b[2J\u009b\u202Ewaters of the northern bay.”\n';
	const files = { 'a.txt': hostile };
	const { stdout } = await runIn({ files }, 'check', 'a.txt', '--genre', 'news');
	assert.match(stdout, /“opening the quiet .*waters/, 'the words are shown');
	assert.equal(unprintable(stdout), '');
	const name = 'a\u001b[31mb.md';
	const named = await runIn({ files: { [name]: draft } }, 'check', name, 'gone\u001b[2J.md');
	assert.equal(unprintable(named.stdout), '');
	assert.equal(unprintable(named.stderr), '');
});

test('colour: on a terminal, unless NO_COLOR or --no-color', async () => {
	const painted = async (around: Around, ...args: string[]) =>
		(await runIn({ files: { 'a.md': draft }, ...around }, 'check', 'a.md', ...args)).stdout.includes('\u001b[');
	assert.equal(await painted({}), false);
	assert.equal(await painted({ isTTY: true }), true);
	assert.equal(await painted({ isTTY: true, env: { NO_COLOR: '1' } }), false);
	assert.equal(await painted({ isTTY: true, env: { NO_COLOR: '' } }), true);
	assert.equal(await painted({ isTTY: true }, '--no-color'), false);
	assert.equal(await painted({ env: { NO_COLOR: '1' } }, '--color'), true);
});

/** Characters other than line ends that would act on a terminal or turn its text about. */
function unprintable(text: string): string {
	return [...text]
		.filter(character => character !== '\n' && /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(character))
		.join('');
}
