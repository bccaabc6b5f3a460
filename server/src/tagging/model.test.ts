import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashText, mix } from './hash';
import { createLexemes, normalizedForm, wordFlags } from './lexemes';
import {
	addBothScores,
	addNarrowScores,
	addScores,
	narrowed,
	readLinearModel,
	readModelFile,
	readModelSection,
	writeLinearModel,
	writeModelFile,
} from './model';
import { lookUp, readTable, tableKey, writeTable } from './table';

const bits = 10;
const labels = ['a', 'b', 'c'];
const weights = fc.uniqueArray(
	fc.tuple(fc.nat((1 << bits) - 1), fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 3, maxLength: 3 })),
	{ selector: ([bucket]) => bucket, maxLength: 60 },
);

/** Rows as they are written: ascending, without what is zero. */
function rowsFrom(given: readonly (readonly [number, readonly number[]])[]) {
	const kept = given
		.map(
			([bucket, row]) =>
				[bucket, row.flatMap((weight, label) => (weight === 0 ? [] : [[label, weight] as const]))] as const,
		)
		.filter(([, row]) => row.length > 0)
		.sort((a, b) => a[0] - b[0]);
	return { labels, bits, buckets: kept.map(([bucket]) => bucket), rows: kept.map(([, row]) => row) };
}

test('a model says what was written, in either form', () => {
	fc.assert(
		fc.property(weights, given => {
			const bytes = writeLinearModel(rowsFrom(given));
			const model = readLinearModel(bytes, labels, bits);
			const section = readModelSection(bytes, labels, bits);
			const narrow = narrowed([section], 0, 1 << bits);
			const both = narrowed([section, section], 0, 1 << bits);
			const upper = narrowed([section], 1 << (bits - 1), 1 << bits);
			for (const [bucket, row] of [...given, [7, given.find(([other]) => other === 7)?.[1] ?? [0, 0, 0]] as const]) {
				const scores = new Int32Array(3);
				const eight = new Int32Array(8);
				const first = new Int32Array(8);
				const second = new Int32Array(8);
				addScores(model, Int32Array.of(bucket), 1, scores, 0);
				addNarrowScores(narrow, Int32Array.of(bucket), 0, 1, eight, 0);
				addBothScores(both, Int32Array.of(bucket), 1, first, second, 0);
				assert.deepEqual([...scores], [...row]);
				for (const wide of [eight, first, second]) assert.deepEqual([...wide], [...row, 0, 0, 0, 0, 0]);
				const half = new Int32Array(8);
				addNarrowScores(upper, Int32Array.of(bucket), 0, 1, half, 0);
				assert.deepEqual([...half.subarray(0, 3)], bucket >> (bits - 1) === 1 ? [...row] : [0, 0, 0]);
			}
		}),
		{ seed: 3, numRuns: 60 },
	);
});

test('what many rows say adds up', () => {
	fc.assert(
		fc.property(weights, given => {
			const bytes = writeLinearModel(rowsFrom(given));
			const section = readModelSection(bytes, labels, bits);
			const asked = Int32Array.from({ length: 240 }, (_, i) => given[i % Math.max(1, given.length)]?.[0] ?? i % 8);
			const plain = new Int32Array(3);
			const narrow = new Int32Array(8);
			const first = new Int32Array(8);
			const second = new Int32Array(8);
			addScores(readLinearModel(bytes, labels, bits), asked, asked.length, plain, 0);
			addNarrowScores(narrowed([section], 0, 1 << bits), asked, 0, asked.length, narrow, 0);
			addBothScores(narrowed([section, section], 0, 1 << bits), asked, asked.length, first, second, 0);
			for (const wide of [narrow, first, second]) assert.deepEqual([...wide], [...plain, 0, 0, 0, 0, 0]);
		}),
		{ seed: 5, numRuns: 60 },
	);
});

test('a file gives back header and sections, also as a view into other bytes', () => {
	const bytes = writeModelFile(
		{ labels },
		{ one: Uint8Array.of(1, 2), two: new Uint8Array(0), three: Uint8Array.of(255) },
	);
	const within = new Uint8Array(bytes.length + 5);
	within.set(bytes, 5);
	const file = readModelFile(within.subarray(5));
	assert.deepEqual(file.header['labels'], labels);
	assert.deepEqual([...file.section('one')], [1, 2]);
	assert.deepEqual([...file.section('three')], [255]);
	assert.throws(() => file.section('four'), /no section four/);
});

test('broken files are told as such', () => {
	const rows = rowsFrom([
		[3, [1, 2, 3]],
		[900, [0, -1, 0]],
	]);
	const section = writeLinearModel(rows);
	assert.throws(() => readModelFile(Uint8Array.of(1, 2, 3)), /Not a model file/);
	assert.throws(() => readModelFile(writeModelFile({}, {}).subarray(0, 9)), /cut off/);
	assert.throws(() => readLinearModel(section.subarray(0, section.length - 2), labels, bits), /cut off/);
	assert.throws(() => readLinearModel(section, labels, 5), /broken/);
	assert.throws(() => readTable(writeTable([[1, 2]]).subarray(0, 4)), /cut off/);
});

test('a table finds what it holds and nothing else', () => {
	const entries = [3, 70, 70_000, 16_000_000].map((key, i) => [key, i + 1] as const);
	const table = readTable(writeTable([...entries, [70, 9]]));
	for (const [key, value] of entries) assert.equal(lookUp(table, key), value);
	for (const key of [0, 4, 71, 16_777_215]) assert.equal(lookUp(table, key), 0);
});

test('features of other templates or values fall apart', () => {
	const seen = new Set<number>();
	for (let template = 1; template < 30; template++)
		for (let a = 0; a < 30; a++) for (let b = 0; b < 30; b++) seen.add(mix(template, a, b) >>> 0);
	assert.ok(seen.size > 29 * 900 * 0.999, `${seen.size}`);
	assert.notEqual(hashText('said'), hashText('says'));
	assert.ok(tableKey(hashText('said')) < 1 << 24);
});

test('word forms: marks straightened, numbers by length, shapes and flags', () => {
	const lexemes = createLexemes();
	assert.equal(normalizedForm('Won’t'), "won't");
	assert.equal(normalizedForm('1,200'), '#5p');
	const flags = (form: string) => lexemes.flags.values[lexemes.idOf(form)] as number;
	assert.ok(flags('Harlow') & wordFlags.capital);
	assert.ok(flags('NATO') & wordFlags.capitals);
	assert.ok(flags('…') & wordFlags.mark);
	assert.equal(lexemes.idOf('said'), lexemes.idOf('said'));
	const stem = (form: string) => lexemes.stem.values[lexemes.idOf(form)];
	for (const form of ['says', 'said', 'saying']) assert.equal(stem(form), stem('say'), form);
	assert.equal(stem('denied'), stem('denies'));
});
