/**
 * Linear models over hashed features: for each bucket the labels it speaks for or against, with 8-bit weights. Most
 * buckets are empty, and memory is what costs time: an index holds, for each 32 buckets, a bit for each that has a row
 * and the number of rows before them.
 *
 * A section of a model file holds the number of rows, of values and of the bytes of distances, 32 bits each; for each row
 * the distance of its bucket from the one before, seven bits a byte; for each row how many values it has, a byte; then
 * the label numbers of all values and their weights, a byte each.
 */
import { allocate, int32, setInt32 } from './memory';

/** Buckets of the token in question, written by the features and read here. */
export const mostBuckets: i32 = 256;
export const buckets: i32 = allocate(mostBuckets << 2);
const found: i32 = allocate(mostBuckets << 2);

export const fine: i32 = 0;
export const cutOff: i32 = 1;
export const broken: i32 = 2;

/** Whether a section of so many bytes can be read: `fine`, `cutOff` or `broken`. */
export function checkSection(section: i32, length: i32, bits: i32): i32 {
	if (length < 12) return cutOff;
	const rows = <u64>load<u32>(section);
	const values = <u64>load<u32>(section, 4);
	const distances = <u64>load<u32>(section, 8);
	if (12 + distances + rows + 2 * values > <u64>length) return cutOff;
	const countsAt = distancesOf(section) + <i32>distances;
	let place = distancesOf(section);
	let bucket: u64 = 0;
	let total: u64 = 0;
	for (let row = 0; row < <i32>rows; row++) {
		const before = bucket;
		let shift: u64 = 0;
		for (;;) {
			if (place >= countsAt || shift > 35) return broken;
			const byte = <u64>load<u8>(place++);
			bucket += (byte & 0x7f) << shift;
			if (byte < 0x80) break;
			shift += 7;
		}
		const count = <u64>load<u8>(countsAt + row);
		if (bucket === before || bucket > 1 << (<u64>bits) || count === 0) return broken;
		total += count;
	}
	return place === countsAt && total === values ? fine : broken;
}

/** A model of any number of labels from a section that is fine; returns its place. */
export function createWide(section: i32, bits: i32): i32 {
	const rowCount = load<i32>(section);
	const values = load<i32>(section, 4);
	const model = allocate(12);
	const index = createIndex(bits);
	const rowStarts = allocate((rowCount + 1) << 2);
	const cells = allocate(values << 1);
	store<i32>(model, index);
	store<i32>(model, rowStarts, 4);
	store<i32>(model, cells, 8);
	markRows(index, section, 0, 1 << bits);
	countRows(index, bits);
	const counts = countsOf(section);
	let start: i32 = 0;
	for (let row = 0; row < rowCount; row++) {
		setInt32(rowStarts, row, start);
		start += <i32>load<u8>(counts + row);
	}
	setInt32(rowStarts, rowCount, start);
	const labels = counts + rowCount;
	for (let value = 0; value < values; value++) {
		store<u8>(cells + (value << 1), load<u8>(labels + value));
		store<u8>(cells + (value << 1), load<u8>(labels + values + value), 1);
	}
	return model;
}

/**
 * A model of at most eight labels with its rows written out, a byte a label: a question touches two places in memory in
 * place of four, and a row is added up in one step. Takes the buckets from `from` to `to` of one section, or of two side
 * by side (`second` is 0 where there is none); returns its place.
 */
export function createNarrow(first: i32, second: i32, bits: i32, from: i32, to: i32): i32 {
	const model = allocate(8);
	const index = createIndex(bits);
	markRows(index, first, from, to);
	if (second) markRows(index, second, from, to);
	const width = second ? 16 : 8;
	const size = countRows(index, bits) * width;
	const rows = allocate(size);
	memory.fill(rows, 0, size);
	store<i32>(model, index);
	store<i32>(model, rows, 4);
	fillRows(rows, index, first, from, to, width);
	if (second) fillRows(rows + 8, index, second, from, to, width);
	return model;
}

function createIndex(bits: i32): i32 {
	const size = max(8, (1 << bits) >> 2);
	const index = allocate(size);
	memory.fill(index, 0, size);
	return index;
}

function distancesOf(section: i32): i32 {
	return section + 12;
}

function countsOf(section: i32): i32 {
	return distancesOf(section) + load<i32>(section, 8);
}

let place: i32 = 0;

/** The number at `place`, which moves on. */
function nextDistance(): i32 {
	let distance: i32 = 0;
	let shift: i32 = 0;
	let byte: i32 = 0;
	do {
		byte = <i32>load<u8>(place++);
		distance |= (byte & 0x7f) << shift;
		shift += 7;
	} while (byte > 0x7f);
	return distance;
}

/** Sets the bit of each bucket from `from` to `to` that has a row. */
function markRows(index: i32, section: i32, from: i32, to: i32): void {
	const rowCount = load<i32>(section);
	place = distancesOf(section);
	// Before the first bucket stands one that is none: the distance to bucket 0 is 1.
	let bucket: i32 = -1;
	for (let row = 0; row < rowCount; row++) {
		bucket += nextDistance();
		if (bucket < from) continue;
		if (bucket >= to) return;
		const word = index + ((bucket >>> 5) << 3);
		store<i32>(word, load<i32>(word) | (1 << (bucket & 31)));
	}
}

/** Counts the rows before each 32 buckets; returns how many there are in all. */
function countRows(index: i32, bits: i32): i32 {
	let count: i32 = 0;
	const end = index + max(8, (1 << bits) >> 2);
	for (let word = index; word < end; word += 8) {
		store<i32>(word, count, 4);
		count += popcnt(load<i32>(word));
	}
	return count;
}

function fillRows(rows: i32, index: i32, section: i32, from: i32, to: i32, width: i32): void {
	const rowCount = load<i32>(section);
	const values = load<i32>(section, 4);
	const counts = countsOf(section);
	const labels = counts + rowCount;
	place = distancesOf(section);
	let bucket: i32 = -1;
	let value: i32 = 0;
	for (let row = 0; row < rowCount; row++) {
		bucket += nextDistance();
		const end = value + <i32>load<u8>(counts + row);
		if (bucket >= to) return;
		if (bucket >= from) {
			const at = rows + rowOf(index, bucket) * width;
			for (; value < end; value++) {
				const label = <i32>load<u8>(labels + value);
				if (label < 8) store<u8>(at + label, load<u8>(labels + values + value));
			}
		}
		value = end;
	}
}

/** The row of a bucket that has one. */
function rowOf(index: i32, bucket: i32): i32 {
	const word = index + ((bucket >>> 5) << 3);
	return load<i32>(word, 4) + popcnt(load<i32>(word) & ~(-1 << (bucket & 31)));
}

/**
 * Writes the rows of `count` buckets from place `from` on to `found`; returns how many have one. Without a branch that
 * depends on it, so that the processor fetches many places at a time, where it would wait for each.
 */
function findRows(index: i32, from: i32, count: i32): i32 {
	let n: i32 = 0;
	for (let f = from; f < from + count; f++) {
		const bucket = int32(buckets, f);
		setInt32(found, n, rowOf(index, bucket));
		n += (load<i32>(index + ((bucket >>> 5) << 3)) >>> (bucket & 31)) & 1;
	}
	return n;
}

/** Adds to the 32-bit `scores` what a wide model says to the first `count` buckets. */
export function addWide(model: i32, count: i32, scores: i32): void {
	const rowStarts = load<i32>(model, 4);
	const cells = load<i32>(model, 8);
	const n = findRows(load<i32>(model), 0, count);
	for (let f = 0; f < n; f++) {
		const row = rowStarts + (int32(found, f) << 2);
		const end = cells + (load<i32>(row, 4) << 1);
		for (let cell = cells + (load<i32>(row) << 1); cell < end; cell += 2) {
			const score = scores + ((<i32>load<u8>(cell)) << 2);
			store<i32>(score, load<i32>(score) + <i32>load<i8>(cell, 1));
		}
	}
}

/** Adds to the eight 16-bit `scores` what a narrow model of one section says to `count` buckets from place `from` on. */
export function addNarrow(model: i32, from: i32, count: i32, scores: i32): void {
	const rows = load<i32>(model, 4);
	const n = findRows(load<i32>(model), from, count);
	let sum = v128.load(scores);
	for (let f = 0; f < n; f++) sum = i16x8.add(sum, v128.load_ext<i8>(rows + (int32(found, f) << 3)));
	v128.store(scores, sum);
}

/** As `addNarrow`, of a narrow model of two sections and the first buckets: the first one's scores to `first`, the second one's to `second`. */
export function addBoth(model: i32, count: i32, first: i32, second: i32): void {
	const rows = load<i32>(model, 4);
	const n = findRows(load<i32>(model), 0, count);
	let sum1 = v128.load(first);
	let sum2 = v128.load(second);
	for (let f = 0; f < n; f++) {
		const row = v128.load(rows + (int32(found, f) << 4));
		sum1 = i16x8.add(sum1, i16x8.extend_low_i8x16_s(row));
		sum2 = i16x8.add(sum2, i16x8.extend_high_i8x16_s(row));
	}
	v128.store(first, sum1);
	v128.store(second, sum2);
}
