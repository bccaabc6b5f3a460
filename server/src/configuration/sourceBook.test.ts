import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'jsonc-parser/lib/esm/main';
import { entrySpans, parseSourceBook } from './sourceBook';
import { namesNoOne, tellsUnnamed, unmaskingKeys } from './unmasking';

declare const __PROJECT__: string;

const entry = (fields: object) => JSON.stringify({ sources: [fields] });
const messages = (text: string) => parseSourceBook(text).problems.map(({ message }) => message);

test('a whole book', () => {
	const { book, problems, wellFormed } = parseSourceBook(`\uFEFF// Ours.
{
	"$schema": "x",
	"sources": [
		{
			"name": " Ada Quist ",
			"aliases": ["Ada Brandt"], // until 2019
			"kind": "person",
			"role": "harbour master",
			"affiliation": "Norland Harbour Board",
			"interest": "is paid by the board",
			"onTheRecord": "ask-first",
			"notes": "",
			"reliability": "B2",
		},
		{ "name": "Calder Gazette", "kind": "outlet" },
	],
}`);
	assert.deepEqual(problems, []);
	assert.equal(wellFormed, true);
	assert.deepEqual(book, [
		{
			name: 'Ada Quist',
			aliases: ['Ada Brandt'],
			kind: 'person',
			role: 'harbour master',
			affiliation: 'Norland Harbour Board',
			interest: 'is paid by the board',
			onTheRecord: 'ask-first',
			reliability: 'B2',
		},
		{ name: 'Calder Gazette', aliases: [], kind: 'outlet' },
	]);
});

test('an empty file is an empty book', () => {
	for (const text of ['', '\uFEFF', ' \n', '// later\n', '{}', '{ "sources": [] }']) {
		assert.deepEqual(parseSourceBook(text), { book: [], problems: [], wellFormed: true }, text);
	}
});

test('of a broken file nothing is read, and it says where and what holds meanwhile', () => {
	const text = '{ "sources": [{ "name": "Ada Quist" } ';
	const { book, problems, wellFormed } = parseSourceBook(text);
	assert.deepEqual([book, wellFormed], [[], false]);
	assert.equal(
		problems[0]?.message,
		'A closing bracket is missing. Until this is put right the book counts as it was last read without mistakes.',
	);
	for (const bad of ['[', '{'.repeat(100_000), 'x'.repeat(2_000_000), '\ud800', '3', '[]', 'null']) {
		assert.equal(parseSourceBook(bad).wellFormed, false, bad.slice(0, 5));
		assert.ok(parseSourceBook(bad).problems.length > 0);
	}
});

test('an entry that cannot be used is left out, a value that cannot be used too, and the rest holds', () => {
	const { book, problems } = parseSourceBook(
		'{ "sources": [3, {}, { "name": "" }, { "name": "Ada Quist", "kind": "witch", "reliability": "G7", "role": 3, "rôle": "" }] }',
	);
	assert.deepEqual(book, [{ name: 'Ada Quist', aliases: [] }]);
	assert.deepEqual(
		problems.map(({ message }) => message.slice(0, 30)),
		[
			'An object in braces is expecte',
			'An entry needs a “name”.',
			'A name is expected here.',
			'One of these is expected here:',
			'A letter from A to F is expect',
			'A text in double quotes is exp',
			'There is no key “rôle”. Did yo',
		],
	);
});

test('an entry that would unmask an unnamed source is refused, and says why', () => {
	const refused: readonly (readonly [object, RegExp])[] = [
		[{ name: 'a senior official' }, /names no one.*unnamed source has no place in a file/],
		[{ name: 'Source B' }, /names no one/],
		[{ name: 'Ada Quist', aliases: ['the source close to the talks'] }, /names no one/],
		[{ name: 'Ada Quist', realName: 'Ada Brandt' }, /no field for who an unnamed source is/],
		[{ name: 'Ada Quist', quotedAs: 'a harbour official' }, /no field for who an unnamed source is/],
		[{ name: 'Ada Quist', onTheRecord: 'background' }, /speaks without their name is not kept/],
		[{ name: 'Ada Quist', onTheRecord: false }, /speaks without their name is not kept/],
		[{ name: 'Ada Quist', notes: 'Told us on condition of anonymity.' }, /speaks without it/],
		[{ name: 'Ada Quist', role: 'our source at the port' }, /speaks without it/],
	];
	for (const [fields, why] of refused) {
		const { book, problems } = parseSourceBook(entry(fields));
		assert.deepEqual(book, [], JSON.stringify(fields));
		assert.match(problems[0]?.message ?? '', why);
		assert.equal(problems[0]?.severity, 'error');
	}
});

test('no message repeats what stands in an entry', () => {
	const text = `{ "sources": [
		{ "name": "an aide to Harlow", "notes": "Harlow, off the record", "kind": "Harlow", "reliability": "Harlow" },
		{ "name": "Tom Harlow" }, { "name": "Tom Harlow", "onTheRecord": "Harlow", "realName": "Harlow" }
	] }`;
	assert.ok(messages(text).length >= 6);
	assert.doesNotMatch(messages(text).join('\n'), /Harlow/);
});

test('names that are names are not refused', () => {
	const names = [
		'Ada Quist',
		'A. N. Other',
		'A Better Norland',
		'Alcoholics Anonymous',
		'Harbour Insider',
		'The Lindholm Source',
		'bell orne',
		'pelle grind',
		'the board',
		'The Official Receiver',
		'阿达',
		'Norland Confidential Records Office',
	];
	for (const name of names) assert.deepEqual(messages(entry({ name })), [], name);
	const unnamed = [
		'anonymous',
		'Anonymous official',
		'an aide',
		'One lawmaker',
		'our man at the port',
		'sources',
		'Source 2',
		'the mayor’s former aide',
		'senior harbour official at the port',
		'whistle-blower',
		'insider',
	];
	for (const name of unnamed) assert.match(messages(entry({ name }))[0] ?? '', /names no one/, name);
	for (const notes of ['A good source of figures.', 'Has a background in law.', 'Reads the record aloud.'])
		assert.deepEqual(messages(entry({ name: 'Ada Quist', notes })), [], notes);
});

test('a name that two entries have is told at the second', () => {
	const text = '{ "sources": [{ "name": "Ada Quist" }, { "name": "Tom Lund", "aliases": ["ada  quist"] }] }';
	const { book, problems } = parseSourceBook(text);
	assert.equal(book.length, 2);
	assert.deepEqual(
		problems.map(({ span, severity }) => [text.slice(span.start, span.end), severity]),
		[['"ada  quist"', 'warning']],
	);
	assert.deepEqual(messages(entry({ name: 'Ada Quist', aliases: ['Ada Quist'] })), []);
});

test('the place of an entry is known by each of its names', () => {
	const text = '{ "sources": [{ "name": "The Calder Gazette", "aliases": ["CG"] }, 3, { "name": 3 }] }';
	const spans = entrySpans(text);
	assert.deepEqual([...spans.keys()], ['calder gazette', 'cg']);
	const span = spans.get('cg');
	assert.equal(span && text.slice(span.start, span.end), '{ "name": "The Calder Gazette", "aliases": ["CG"] }');
	for (const bad of ['', '[', '[]', '{ "sources": {} }']) assert.equal(entrySpans(bad).size, 0, bad);
});

test('long and hostile texts are read in no time', () => {
	const words = 'aide '.repeat(900);
	const many = Array.from({ length: 5000 }, (_, i) => ({ name: `Ada Quist ${i}`, notes: words.slice(0, 100) }));
	const text = JSON.stringify({ sources: [{ name: words }, { name: 'A b '.repeat(1000), notes: words }, ...many] });
	const start = process.cpuUsage();
	assert.equal(parseSourceBook(text).book.length, 5000);
	assert.ok(process.cpuUsage(start).user < 3_000_000);
});

test('the schema that editors complete from agrees', () => {
	const schema = JSON.parse(readFileSync(`${__PROJECT__}/seeds/sources.schema.json`, 'utf8'));
	assert.equal(schema.definitions.name.not.pattern, namesNoOne.source);
	assert.equal(schema.definitions.text.not.pattern, tellsUnnamed.source);
	const validate = new Ajv({ strict: false }).compile(schema);
	const samples = [
		'{}',
		'[]',
		'{ "x": 1 }',
		'{ "sources": {} }',
		'{ "sources": [3] }',
		'{ "sources": [] }',
		...[
			{},
			{ name: 3 },
			{ name: '' },
			{ name: 'Ada Quist' },
			{ name: 'x'.repeat(201) },
			{ name: 'a senior official' },
			{ name: 'Ada Quist', aliases: ['A. Quist'] },
			{ name: 'Ada Quist', aliases: ['our source'] },
			{ name: 'Ada Quist', aliases: 'A. Quist' },
			{ name: 'Ada Quist', kind: 'unknown' },
			{ name: 'Ada Quist', kind: 'person', role: 'mayor', affiliation: 'Labour', interest: 'a seat', notes: 'ok' },
			{ name: 'Ada Quist', role: 3 },
			{ name: 'Ada Quist', notes: 'Speaks off the record.' },
			{ name: 'Ada Quist', onTheRecord: 'always' },
			{ name: 'Ada Quist', onTheRecord: 'background' },
			{ name: 'Ada Quist', reliability: 'A' },
			{ name: 'Ada Quist', reliability: 'a1' },
			{ name: 'Ada Quist', reliability: 'A7' },
			...unmaskingKeys.map(key => ({ name: 'Ada Quist', [key]: 'x' })),
		].map(entry),
	];
	for (const sample of samples) {
		assert.equal(validate(parse(sample)), parseSourceBook(sample).problems.length === 0, sample);
	}
	const why = JSON.stringify(schema);
	for (const text of [{ name: 'a source' }, { name: 'A B', identity: 'x' }, { name: 'A B', onTheRecord: 'no' }])
		assert.ok(why.includes(JSON.stringify(messages(entry(text))[0]).slice(1, -1)), 'the sentence is the same');
});
