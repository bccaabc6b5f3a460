import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'jsonc-parser/lib/esm/main';
import { parseConfigFile } from './configFile';
import { switchOff } from './editConfig';

function off(text: string, path: string | null = null, rule = 'loaded-language', reason?: string) {
	const edits = switchOff(text, rule, path, reason);
	assert.ok(edits);
	return edits.toReversed().reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), text);
}

test('a new file', () => {
	assert.equal(off(''), '{\n\t"rules": {\n\t\t"loaded-language": "off"\n\t}\n}\n');
	assert.deepEqual(parse(off('', 'a [1].md')), {
		overrides: [{ files: 'a \\[1\\].md', rules: { 'loaded-language': 'off' } }],
	});
	assert.deepEqual(parse(off('// later\n')), { rules: { 'loaded-language': 'off' } });
});

test('a reason is a comment behind the severity, and cannot end it', () => {
	const why = (text: string, path: string | null, reason: string) => off(text, path, 'loaded-language', reason);
	assert.equal(why('{}', null, 'ours'), '{\n\t"rules": {\n\t\t"loaded-language": "off" /* ours */\n\t}\n}');
	assert.equal(
		why('{ "rules": { "loaded-language": "hint", "a": "off" } }', null, ' one\ntwo '),
		'{ "rules": { "loaded-language": "off" /* one two */, "a": "off" } }',
	);
	const hostile = '*/ } // "off" \u2028';
	for (const text of ['', '{}', '{ "rules": {} }', '{ "overrides": [] }', off('', 'off')]) {
		for (const path of [null, 'off']) {
			const changed = why(text, path, hostile);
			const { settings, wellFormed } = parseConfigFile(changed, { rules: ['loaded-language'] });
			assert.ok(wellFormed, changed);
			const rules = path === null ? settings.rules : settings.overrides.at(-1)?.rules;
			assert.deepEqual(rules, { 'loaded-language': 'off' }, changed);
		}
	}
});

test('comments and habits stay', () => {
	const text = '{\r\n  // ours\r\n  "rules": {\r\n    "vague-collective": "hint" // quiet\r\n  }\r\n}\r\n';
	assert.equal(
		off(text),
		'{\r\n  // ours\r\n  "rules": {\r\n    "vague-collective": "hint", // quiet\r\n    "loaded-language": "off"\r\n  }\r\n}\r\n',
	);
	assert.equal(
		off('\uFEFF{ "rules": { "loaded-language": "hint" } }'),
		'\uFEFF{ "rules": { "loaded-language": "off" } }',
	);
});

test('a comment stays with what it is about', () => {
	assert.equal(
		off('{\n\t"rules": {\n\t\t"vague-collective": "hint" /* a */, // b\n\t\t// c\n\t}\n}'),
		'{\n\t"rules": {\n\t\t"vague-collective": "hint" /* a */, // b\n\t\t// c\n\t\t"loaded-language": "off"\n\t}\n}',
	);
	assert.equal(off('{ // ours\n}'), '{ // ours\n\t"rules": {\n\t\t"loaded-language": "off"\n\t}\n}');
	assert.equal(off('{}'), '{\n\t"rules": {\n\t\t"loaded-language": "off"\n\t}\n}');
	assert.equal(
		off('{ "rules": { "a": "off" } } // end'),
		'{ "rules": { "a": "off", "loaded-language": "off" } } // end',
	);
	assert.equal(off('{ "genre": "news" }'), '{ "genre": "news", "rules": { "loaded-language": "off" } }');
});

test('one override a file', () => {
	const once = off('{ "genre": "news" }', 'a.md');
	const twice = off(once, 'a.md', 'vague-collective');
	assert.deepEqual(parse(twice), {
		genre: 'news',
		overrides: [{ files: 'a.md', rules: { 'loaded-language': 'off', 'vague-collective': 'off' } }],
	});
	assert.equal(parse(off(twice, 'b.md')).overrides.length, 2);
	const list = '{ "overrides": [{ "files": ["a.md"] }, ] }';
	assert.deepEqual(parseConfigFile(off(list, 'a.md'), { rules: ['loaded-language'] }).settings.overrides, [
		{ files: ['a.md'], rules: { 'loaded-language': 'off' } },
	]);
});

test('a broken file is not touched', () => {
	for (const text of ['{', '[]', '{ "rules": ', 'rules']) assert.equal(switchOff(text, 'x', null), null);
});

test('values of the wrong kind are not written over', () => {
	for (const text of ['{ "rules": 3 }', '{ "overrides": 3 }', '{ "overrides": [{ "files": "a.md", "rules": [] }] }'])
		assert.equal(switchOff(text, 'x', text.includes('overrides') ? 'a.md' : null), null, text);
});
