/**
 * A linear model over hashed features: for each bucket the labels it speaks for or against, with 8-bit weights.
 *
 * File: "SCM1", the length of a header in four bytes (little endian), the header (ASCII JSON), then the sections it
 * names, one after another. A model's section holds, for each bucket that is not empty, the distance from the bucket
 * before (a varint), how many labels it weighs, and for each of them its number and its weight. Three streams, since
 * like packs well with like.
 */
import { pushAscending, readAscending, readUint32, writeUint32 } from './bytes';

/**
 * A model made ready. Most buckets are empty and memory is what costs time, so a question touches as few places as can
 * be: `index` holds, for each 32 buckets, a bit for each that has a row and the number of rows before them.
 */
export interface LinearModel {
	readonly labels: readonly string[];
	/** Buckets are numbered with this many bits. */
	readonly bits: number;
	readonly index: Uint32Array;
	/** Where each row begins in `cells`; one more than rows. */
	readonly rowStarts: Uint32Array;
	/** A label in the upper byte, its weight in the lower. */
	readonly cells: Int16Array;
}

/** Rows to be written; the reverse of `LinearModel`. */
export interface ModelRows {
	readonly labels: readonly string[];
	readonly bits: number;
	/** Ascending; empty ones left out. */
	readonly buckets: readonly number[];
	readonly rows: readonly (readonly (readonly [label: number, weight: number])[])[];
}

/** A container of named sections with a header; both are plain values. */
export interface ModelFile {
	readonly header: Readonly<Record<string, unknown>>;
	section(name: string): Uint8Array;
}

const magic = [0x53, 0x43, 0x4d, 0x31];

/** Reads a container. Throws an `Error` that says so when the bytes are none. */
export function readModelFile(bytes: Uint8Array): ModelFile {
	if (bytes.length < 8 || magic.some((byte, i) => bytes[i] !== byte)) throw new Error('Not a model file');
	const headerLength = readUint32(bytes, 4);
	const start = 8 + headerLength;
	if (start > bytes.length) throw new Error('The model file is cut off');
	let json = '';
	for (let i = 8; i < start; i++) json += String.fromCharCode(bytes[i] as number);
	const header = JSON.parse(json) as Record<string, unknown>;
	const sections = header['sections'] as Readonly<Record<string, readonly [number, number]>>;
	return {
		header,
		section(name) {
			const place = Object.hasOwn(sections, name) ? sections[name] : undefined;
			if (!place) throw new Error(`The model file has no section ${name}`);
			const [from, length] = place;
			if (start + from + length > bytes.length) throw new Error('The model file is cut off');
			return bytes.subarray(start + from, start + from + length);
		},
	};
}

/** The bytes of a container. The header must be ASCII. */
export function writeModelFile(
	header: Readonly<Record<string, unknown>>,
	sections: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
	const places: Record<string, readonly [number, number]> = {};
	let at = 0;
	for (const [name, bytes] of Object.entries(sections)) {
		places[name] = [at, bytes.length];
		at += bytes.length;
	}
	const json = JSON.stringify({ ...header, sections: places });
	const file = new Uint8Array(8 + json.length + at);
	file.set(magic);
	writeUint32(file, 4, json.length);
	for (let i = 0; i < json.length; i++) file[8 + i] = json.charCodeAt(i);
	let place = 8 + json.length;
	for (const bytes of Object.values(sections)) {
		file.set(bytes, place);
		place += bytes.length;
	}
	return file;
}

/** A model's section as it lies in the file: of each row its bucket and how many values it has, then the values. */
export interface ModelSection {
	readonly labels: readonly string[];
	readonly bits: number;
	/** Ascending. */
	readonly buckets: Uint32Array;
	readonly counts: Uint8Array;
	readonly labelNumbers: Uint8Array;
	readonly weights: Uint8Array;
}

/** The parts of a section. Throws an `Error` when it is cut off or broken. */
export function readModelSection(bytes: Uint8Array, labels: readonly string[], bits: number): ModelSection {
	const rowCount = readUint32(bytes, 0);
	const valueCount = readUint32(bytes, 4);
	const distanceBytes = readUint32(bytes, 8);
	const countsAt = 12 + distanceBytes;
	const labelsAt = countsAt + rowCount;
	const weightsAt = labelsAt + valueCount;
	if (weightsAt + valueCount > bytes.length) throw new Error('The model file is cut off');
	// Before the first bucket stands one that is none: the distance to bucket 0 is 1.
	const { numbers: buckets, end } = readAscending(bytes, 12, rowCount, -1);
	const counts = bytes.subarray(countsAt, labelsAt);
	let total = 0;
	let last = -1;
	let isAscending = true;
	let hasEmpty = false;
	for (let row = 0; row < rowCount; row++) {
		const bucket = buckets[row] as number;
		const count = counts[row] as number;
		if (bucket <= last) isAscending = false;
		if (count === 0) hasEmpty = true;
		last = bucket;
		total += count;
	}
	if (!isAscending || hasEmpty || last >= 1 << bits || total !== valueCount || end !== countsAt)
		throw new Error('The model file is broken');
	return {
		labels,
		bits,
		buckets,
		counts,
		labelNumbers: bytes.subarray(labelsAt, weightsAt),
		weights: bytes.subarray(weightsAt, weightsAt + valueCount),
	};
}

/** A linear model from its section. Throws an `Error` when it is cut off or broken. */
export function readLinearModel(bytes: Uint8Array, labels: readonly string[], bits: number): LinearModel {
	const { buckets, counts, labelNumbers, weights } = readModelSection(bytes, labels, bits);
	const index = new Uint32Array(2 << Math.max(0, bits - 5));
	const rowStarts = new Uint32Array(buckets.length + 1);
	let total = 0;
	for (let row = 0; row < buckets.length; row++) {
		total += counts[row] as number;
		rowStarts[row + 1] = total;
	}
	markRows(index, buckets, 0, buckets.length);
	countRows(index);
	const cells = new Int16Array(weights.length);
	for (let i = 0; i < cells.length; i++) cells[i] = ((labelNumbers[i] as number) << 8) | (weights[i] as number);
	return { labels, bits, index, rowStarts, cells };
}

/** Sets the bit of each bucket that has a row. */
function markRows(index: Uint32Array, buckets: Uint32Array, first: number, end: number): void {
	for (let row = first; row < end; row++) {
		const bucket = buckets[row] as number;
		const word = (bucket >>> 5) << 1;
		index[word] = (index[word] as number) | (1 << (bucket & 31));
	}
}

/** Counts the rows before each 32 buckets; returns how many there are in all. */
function countRows(index: Uint32Array): number {
	let count = 0;
	for (let word = 0; word < index.length; word += 2) {
		index[word + 1] = count;
		count += bitCount(index[word] as number);
	}
	return count;
}

/** The section of a linear model. */
export function writeLinearModel({ buckets, rows }: ModelRows): Uint8Array {
	const distances: number[] = [];
	pushAscending(distances, buckets, -1);
	const values = rows.flat();
	const bytes = new Uint8Array(12 + distances.length + rows.length + 2 * values.length);
	writeUint32(bytes, 0, rows.length);
	writeUint32(bytes, 4, values.length);
	writeUint32(bytes, 8, distances.length);
	let at = 12;
	bytes.set(distances, at);
	at += distances.length;
	for (const row of rows) bytes[at++] = row.length;
	for (const [label] of values) bytes[at++] = label;
	for (const [, weight] of values) bytes[at++] = weight & 0xff;
	return bytes;
}

/**
 * Rows that a question has found. What has a row is sorted out first, without a branch that depends on it, and read
 * afterwards: so the processor fetches many places at a time, where it would wait for each.
 */
let found = new Int32Array(256);

/** Writes the rows of the buckets from `from` to `to` to `found`; returns how many have one. */
function findRows(index: Uint32Array, features: Int32Array, from: number, to: number): number {
	if (found.length < to - from) found = new Int32Array(2 * (to - from));
	const rows = found;
	let count = 0;
	for (let f = from; f < to; f++) {
		const bucket = features[f] as number;
		const word = (bucket >>> 5) << 1;
		const present = index[word] as number;
		const bit = bucket & 31;
		rows[count] = (index[word + 1] as number) + bitCount(present & ~(-1 << bit));
		count += (present >>> bit) & 1;
	}
	return count;
}

/** Adds to `scores`, from place `at` on, what the model says to the given buckets. */
export function addScores(
	{ index, rowStarts, cells }: LinearModel,
	features: Int32Array,
	count: number,
	scores: Int32Array,
	at: number,
): void {
	const n = findRows(index, features, 0, count);
	const rows = found;
	// The first weight of each row without a branch, so that the processor fetches the rows together; then the others.
	for (let f = 0; f < n; f++) {
		const cell = cells[rowStarts[rows[f] as number] as number] as number;
		const place = at + ((cell >> 8) & 0xff);
		scores[place] = (scores[place] as number) + ((cell << 24) >> 24);
	}
	for (let f = 0; f < n; f++) {
		const row = rows[f] as number;
		const end = rowStarts[row + 1] as number;
		for (let i = (rowStarts[row] as number) + 1; i < end; i++) {
			const cell = cells[i] as number;
			const place = at + ((cell >> 8) & 0xff);
			scores[place] = (scores[place] as number) + ((cell << 24) >> 24);
		}
	}
}

/**
 * A model of at most eight labels, or two of them side by side, with its rows written out: four weights in a number, a
 * byte each, so that a question touches two places in memory in place of four, or of eight. Bytes hold 128 more than the
 * weight: none is negative, and two of them add up side by side in the halves of a number.
 */
export interface NarrowModel {
	readonly bits: number;
	readonly index: Uint32Array;
	readonly rows: Int32Array;
}

const emptyBytes = 0x80808080 | 0;
const halves = 0x00ff00ff;

/** Writes out the rows of the buckets from `from` to `to`, one model's beside another's. Throws an `Error` where one has more than eight labels. */
export function narrowed(sections: readonly ModelSection[], from: number, to: number): NarrowModel {
	const bits = sections[0]?.bits ?? 0;
	if (sections.some(({ labels }) => labels.length > 8)) throw new Error('Too many labels for a narrow model');
	const index = new Uint32Array(2 << Math.max(0, bits - 5));
	for (const { buckets } of sections) markRows(index, buckets, rowAt(buckets, from), rowAt(buckets, to));
	const width = sections.length << 1;
	const rows = new Int32Array(countRows(index) * width).fill(emptyBytes);
	for (const [m, section] of sections.entries()) fillRows(rows, index, section, from, to, width, m << 1);
	return { bits, index, rows };
}

/** The first row whose bucket is not below the given one. */
function rowAt(buckets: Uint32Array, bucket: number): number {
	let low = 0;
	let high = buckets.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((buckets[middle] as number) < bucket) low = middle + 1;
		else high = middle;
	}
	return low;
}

function fillRows(
	rows: Int32Array,
	index: Uint32Array,
	{ buckets, counts, labelNumbers, weights }: ModelSection,
	from: number,
	to: number,
	width: number,
	offset: number,
): void {
	const first = rowAt(buckets, from);
	const end = rowAt(buckets, to);
	let value = 0;
	for (let row = 0; row < first; row++) value += counts[row] as number;
	for (let row = first; row < end; row++) {
		const bucket = buckets[row] as number;
		const word = (bucket >>> 5) << 1;
		const before = bitCount((index[word] as number) & ~(-1 << (bucket & 31)));
		const at = ((index[word + 1] as number) + before) * width + offset;
		for (const last = value + (counts[row] as number); value < last; value++) {
			const label = labelNumbers[value] as number;
			const place = at + ((label >> 2) & 1);
			// Turning the upper bit of a byte over adds 128 to a weight.
			rows[place] = (rows[place] as number) ^ ((weights[value] as number) << ((label & 3) << 3));
		}
	}
}

/** As `addScores`: eight scores, from place `at` on, of at most 256 buckets. */
export function addNarrowScores(
	{ index, rows }: NarrowModel,
	features: Int32Array,
	from: number,
	to: number,
	scores: Int32Array,
	at: number,
): void {
	const n = findRows(index, features, from, to);
	const places = found;
	let even0 = 0;
	let odd0 = 0;
	let even1 = 0;
	let odd1 = 0;
	for (let f = 0; f < n; f++) {
		const row = (places[f] as number) << 1;
		const four0 = rows[row] as number;
		const four1 = rows[row + 1] as number;
		even0 = (even0 + (four0 & halves)) | 0;
		odd0 = (odd0 + ((four0 >>> 8) & halves)) | 0;
		even1 = (even1 + (four1 & halves)) | 0;
		odd1 = (odd1 + ((four1 >>> 8) & halves)) | 0;
	}
	addFour(scores, at, even0, odd0, n << 7);
	addFour(scores, at + 4, even1, odd1, n << 7);
}

/** As `addNarrowScores`, of two models side by side: the first one's scores to `first`, the second one's to `second`, both from place `at` on. */
export function addBothScores(
	{ index, rows }: NarrowModel,
	features: Int32Array,
	count: number,
	first: Int32Array,
	second: Int32Array,
	at: number,
): void {
	const n = findRows(index, features, 0, count);
	const places = found;
	let even0 = 0;
	let odd0 = 0;
	let even1 = 0;
	let odd1 = 0;
	let even2 = 0;
	let odd2 = 0;
	let even3 = 0;
	let odd3 = 0;
	for (let f = 0; f < n; f++) {
		const row = (places[f] as number) << 2;
		const four0 = rows[row] as number;
		const four1 = rows[row + 1] as number;
		const four2 = rows[row + 2] as number;
		const four3 = rows[row + 3] as number;
		even0 = (even0 + (four0 & halves)) | 0;
		odd0 = (odd0 + ((four0 >>> 8) & halves)) | 0;
		even1 = (even1 + (four1 & halves)) | 0;
		odd1 = (odd1 + ((four1 >>> 8) & halves)) | 0;
		even2 = (even2 + (four2 & halves)) | 0;
		odd2 = (odd2 + ((four2 >>> 8) & halves)) | 0;
		even3 = (even3 + (four3 & halves)) | 0;
		odd3 = (odd3 + ((four3 >>> 8) & halves)) | 0;
	}
	addFour(first, at, even0, odd0, n << 7);
	addFour(first, at + 4, even1, odd1, n << 7);
	addFour(second, at, even2, odd2, n << 7);
	addFour(second, at + 4, even3, odd3, n << 7);
}

/** Four sums, two in each number, less what the bytes held beyond the weights. */
function addFour(scores: Int32Array, at: number, even: number, odd: number, surplus: number): void {
	scores[at] = (scores[at] as number) + (even & 0xffff) - surplus;
	scores[at + 1] = (scores[at + 1] as number) + (odd & 0xffff) - surplus;
	scores[at + 2] = (scores[at + 2] as number) + (even >>> 16) - surplus;
	scores[at + 3] = (scores[at + 3] as number) + (odd >>> 16) - surplus;
}

function bitCount(bits: number): number {
	let n = bits - ((bits >>> 1) & 0x55555555);
	n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
	return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
