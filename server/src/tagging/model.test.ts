import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formFlags, formStem, formWidth } from '../../kernel/columns';
import { hashText, mix } from './hash';
import { createKernel } from './kernel';
import { createLexemes, normalizedForm, wordFlags } from './lexemes';
import { createScorer, putSection, readModelFile, writeLinearModel, writeModelFile } from './model';
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

/** What narrow models of a section say to buckets: alone, its upper half alone, and beside itself, twice eight numbers. */
function narrowScores(section: Uint8Array, asked: readonly number[]) {
	const kernel = createKernel();
	const { functions } = kernel;
	const at = putSection(kernel, section, bits);
	const alone = functions.createNarrow(at, 0, bits, 0, 1 << bits);
	const upper = functions.createNarrow(at, 0, bits, 1 << (bits - 1), 1 << bits);
	const both = functions.createNarrow(at, at, bits, 0, 1 << bits);
	const scores = functions.allocate(64);
	kernel.bytes(scores, 64).fill(0);
	kernel.int32s(functions.buckets.value, asked.length).set(asked);
	functions.addNarrow(alone, 0, asked.length, scores);
	functions.addNarrow(upper, 0, asked.length, scores + 16);
	functions.addBoth(both, asked.length, scores + 32, scores + 48);
	const eight = (place: number) => [...kernel.int16s(scores + 16 * place, 8)];
	return { alone: eight(0), upper: eight(1), both: [eight(2), eight(3)] };
}

test('a model says what was written, in either form', () => {
	fc.assert(
		fc.property(weights, given => {
			const section = writeLinearModel(rowsFrom(given));
			const scorer = createScorer({ labels, bits, section });
			for (const [bucket, row] of [...given, [7, given.find(([other]) => other === 7)?.[1] ?? [0, 0, 0]] as const]) {
				assert.deepEqual([...scorer.scoresOf(Int32Array.of(bucket), 1)], [...row]);
				const { alone, upper, both } = narrowScores(section, [bucket]);
				for (const wide of [alone, ...both]) assert.deepEqual(wide, [...row, 0, 0, 0, 0, 0]);
				assert.deepEqual(upper.slice(0, 3), bucket >> (bits - 1) === 1 ? [...row] : [0, 0, 0]);
			}
		}),
		{ seed: 3, numRuns: 60 },
	);
});

test('what many rows say adds up', () => {
	fc.assert(
		fc.property(weights, given => {
			const section = writeLinearModel(rowsFrom(given));
			const asked = Array.from({ length: 240 }, (_, i) => given[i % Math.max(1, given.length)]?.[0] ?? i % 8);
			const plain = [...createScorer({ labels, bits, section }).scoresOf(Int32Array.from(asked), asked.length)];
			const { alone, both } = narrowScores(section, asked);
			for (const wide of [alone, ...both]) assert.deepEqual(wide, [...plain, 0, 0, 0, 0, 0]);
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
	for (let length = 0; length < section.length; length++)
		assert.throws(() => createScorer({ labels, bits, section: section.subarray(0, length) }), /cut off/);
	assert.throws(() => createScorer({ labels, bits: 5, section }), /broken/);
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 12, maxLength: 40 }), bytes => {
			// Whatever it is, it is told, and nothing beyond the bytes is read.
			bytes.set([0, 0, 0], 1);
			bytes.set([0, 0, 0], 5);
			bytes.set([0, 0, 0], 9);
			try {
				createScorer({ labels, bits, section: bytes });
			} catch (error) {
				assert.match(String(error), /cut off|broken/);
			}
		}),
		{ seed: 7, numRuns: 200 },
	);
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
	const part = (form: string, which: number) => lexemes.rows.values[lexemes.idOf(form) * formWidth + which] as number;
	const flags = (form: string) => part(form, formFlags);
	assert.ok(flags('Harlow') & wordFlags.capital);
	assert.ok(flags('NATO') & wordFlags.capitals);
	assert.ok(flags('…') & wordFlags.mark);
	assert.equal(lexemes.idOf('said'), lexemes.idOf('said'));
	const stem = (form: string) => part(form, formStem);
	for (const form of ['says', 'said', 'saying']) assert.equal(stem(form), stem('say'), form);
	assert.equal(stem('denied'), stem('denies'));
});
