/**
 * A linear model over hashed features: for each bucket the labels it speaks for or against, with 8-bit weights.
 *
 * File: "SCM1", the length of a header in four bytes (little endian), the header (ASCII JSON), then the sections it
 * names, one after another. What a model's section holds is told in `server/kernel/models.ts`, which reads it.
 */
import { pushAscending, readUint32, writeUint32 } from './bytes';
import { createKernel, type Kernel } from './kernel';

/** A linear model as a file holds it. */
export interface LinearModel {
	readonly labels: readonly string[];
	/** Buckets are numbered with this many bits. */
	readonly bits: number;
	readonly section: Uint8Array;
}

/** Rows to be written. */
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

/** As many buckets as a question may have: what `server/kernel/models.ts` has room for. */
export const mostBuckets = 256;

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

/** Copies a section into a kernel's memory; returns its place. Throws an `Error` when it is cut off or broken. */
export function putSection({ functions, put }: Kernel, section: Uint8Array, bits: number): number {
	const at = put(section);
	const state = functions.checkSection(at, section.length, bits);
	if (state !== 0) throw new Error(state === 1 ? 'The model file is cut off' : 'The model file is broken');
	return at;
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

/** A linear model ready to be asked. */
export interface Scorer {
	readonly bits: number;
	/** The model's scores of the first `count` buckets, a number a label; good until the next call. */
	scoresOf(buckets: Int32Array, count: number): Int32Array;
}

/** Makes a model ready. Throws an `Error` when its section is cut off or broken. */
export function createScorer({ labels, bits, section }: LinearModel): Scorer {
	const kernel = createKernel();
	const { functions } = kernel;
	const model = functions.createWide(putSection(kernel, section, bits), bits);
	const scoresAt = functions.allocate(labels.length << 2);
	const scores = kernel.int32s(scoresAt, labels.length);
	const asked = kernel.int32s(functions.buckets.value, mostBuckets);
	return {
		bits,
		scoresOf(buckets, count) {
			for (let i = 0; i < count; i++) asked[i] = buckets[i] as number;
			scores.fill(0);
			functions.addWide(model, count, scoresAt);
			return scores;
		},
	};
}
