import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'jsonc-parser/lib/esm/main';
import { parseConfigFile } from './configFile';
import { noFileSettings } from './settings';

declare const __PROJECT__: string;

const ids = ['anonymous-source', 'loaded-language', 'vague-collective'];
const read = (text: string) =>
	parseConfigFile(text, { rules: ids, seeds: { patterns: ['<slam>', 'regime', 'claim'], groups: {} } });
const problems = (text: string) =>
	read(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);

test('a whole file', () => {
	const { settings, problems } = read(`\uFEFF{
		// how loud
		"preset": "desk",
		"genre": "news",
		"rules": { "loaded-language": "off", },
		"overrides": [{ "files": "opinion/**", "genre": "opinion" }, { "files": ["a", "b"], "rules": { "vague-collective": "hint" } }],
		"files": { "include": ["**/*.md"], "exclude": "old/**" },
	}`);
	assert.deepEqual(problems, []);
	assert.deepEqual(settings, {
		preset: 'desk',
		genre: 'news',
		rules: { 'loaded-language': 'off' },
		overrides: [
			{ files: ['opinion/**'], rules: {}, genre: 'opinion' },
			{ files: ['a', 'b'], rules: { 'vague-collective': 'hint' } },
		],
		include: ['**/*.md'],
		exclude: ['old/**'],
	});
});

test('an empty file and one with comments alone set nothing', () => {
	for (const text of ['', ' \n', '\uFEFF', '// later\n', '/* later */']) {
		assert.deepEqual(read(text), { settings: noFileSettings, problems: [], wellFormed: true }, JSON.stringify(text));
	}
});

test('a broken file gives the defaults and says where', () => {
	const text = '{ "rules": { "loaded-language": "off" "x" ';
	const file = read(text);
	assert.equal(file.wellFormed, false);
	assert.deepEqual(file.settings, noFileSettings);
	assert.match(file.problems[0]?.message ?? '', /comma is expected.*defaults are used/);
	for (const bad of [
		'{',
		'}',
		'[',
		'{"a"',
		'"',
		'/*',
		'\0',
		'\ud800',
		'{'.repeat(100_000),
		'['.repeat(100_000),
		'x'.repeat(2_000_000),
	]) {
		const { wellFormed, problems: found, settings } = read(bad);
		assert.equal(wellFormed, false, bad.slice(0, 10));
		assert.ok(found.length > 0 && found.length <= 50);
		assert.deepEqual(settings, noFileSettings);
	}
});

test('what is not an object sets nothing and must not be written to', () => {
	for (const text of ['[]', '3', 'null', '"x"']) {
		assert.equal(read(text).wellFormed, false);
		assert.equal(read(text).problems.length, 1);
	}
});

test('unknown words come with a suggestion', () => {
	assert.deepEqual(problems('{ "rules": { "anonymus-sources": "off" } }'), [
		['"anonymus-sources"', 'There is no rule “anonymus-sources”. Did you mean “anonymous-source”?'],
	]);
	assert.deepEqual(problems('{ "rulez": {} }'), [['"rulez"', 'There is no key “rulez”. Did you mean “rules”?']]);
	assert.deepEqual(problems('{ "constructor": {} }'), [['"constructor"', 'There is no key “constructor”.']]);
});

test('a value that cannot be used is named, and the rest holds', () => {
	const text = '{ "preset": "loud", "rules": { "loaded-language": "loud", "vague-collective": "hint" } }';
	assert.deepEqual(read(text).settings.rules, { 'vague-collective': 'hint' });
	assert.deepEqual(
		problems(text).map(([where]) => where),
		['"loud"', '"loud"'],
	);
	assert.match(problems('{ "overrides": [{}] }')[0]?.[1] ?? '', /needs “files”/);
	assert.match(problems('{ "files": { "exclude": [3] } }')[0]?.[1] ?? '', /glob in double quotes/);
});

test('the schema that editors complete from agrees', () => {
	const schema = JSON.parse(readFileSync(`${__PROJECT__}/seeds/config.schema.json`, 'utf8'));
	const seeds = JSON.parse(readFileSync(`${__PROJECT__}/seeds/lexicons.schema.json`, 'utf8'));
	const validate = new Ajv({ strict: false }).addSchema(seeds, 'lexicons.schema.json').compile(schema);
	const samples = [
		'{}',
		'{ "preset": "desk", "genre": "auto", "rules": { "loaded-language": "off" } }',
		'{ "preset": "loud" }',
		'{ "genre": 3 }',
		'{ "rules": [] }',
		'{ "rules": { "loaded-language": true } }',
		'{ "overrides": {} }',
		'{ "overrides": [{}] }',
		'{ "overrides": [{ "files": "a", "genre": "news" }] }',
		'{ "overrides": [{ "files": ["a"], "x": 1 }] }',
		'{ "files": { "include": "a", "exclude": ["b"] } }',
		'{ "files": { "include": 3 } }',
		'{ "files": { "exclude": [""] } }',
		'{ "lexicon": {} }',
		'{ "lexicon": [] }',
		'{ "lexicon": { "x": [] } }',
		'{ "lexicon": { "off": ["regime"] } }',
		'{ "lexicon": { "off": [3] } }',
		'{ "lexicon": { "loaded-language": {} } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "green lobby", "alternatives": ["campaigners"] }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "Green lobby" }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "green  lobby" }] } }',
		'{ "lexicon": { "loaded-language": [{ "note": "Why." }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "note": "no sentence" }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "question": "Whose?" }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "question": "Whose word is %?" }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "unless": { "near": ["hotel"] } }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "unless": { "far": ["hotel"] } }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "unless": { "near": "hotel" } }] } }',
		'{ "lexicon": { "loaded-language": [{ "pattern": "lobby", "x": 1 }] } }',
		'{ "lexicon": { "reporting-verbs": [{ "lemma": "boast", "implies": "can signal vanity" }] } }',
		'{ "lexicon": { "reporting-verbs": [{ "lemma": "boast" }] } }',
		'{ "lexicon": { "reporting-verbs": [{ "lemma": "boast", "implies": "" }] } }',
		'{ "x": 1 }',
		'[]',
	];
	for (const sample of samples) {
		assert.equal(validate(parse(sample)), read(sample).problems.length === 0, sample);
	}
});
