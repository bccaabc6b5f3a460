/** A table of small numbers by hashed key: what a model knows of words, a few bytes each. */
import { pushAscending, readAscending, readUint32, writeUint32 } from './bytes';

export interface ByteTable {
	/** Ascending, of `tableKeyBits` bits. */
	readonly keys: Uint32Array;
	readonly values: Uint8Array;
	/** Where the keys with the same upper bits begin; one more than there are. */
	readonly firsts: Uint32Array;
}

/** Upper bits that say where to look for a key: a few keys have the same. */
const upperBits = 10;

/** How many bits of a hash the table keeps. */
export const tableKeyBits = 24;

/** The key for a 32-bit hash. */
export function tableKey(hash: number): number {
	return hash >>> (32 - tableKeyBits);
}

/** The value of a key; 0 where the table has none. */
export function lookUp({ keys, values, firsts }: ByteTable, key: number): number {
	const upper = key >>> (tableKeyBits - upperBits);
	let low = firsts[upper] as number;
	let high = (firsts[upper + 1] as number) - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = keys[middle] as number;
		if (found === key) return values[middle] as number;
		if (found < key) low = middle + 1;
		else high = middle - 1;
	}
	return 0;
}

/** Reads a table from its section. Throws an `Error` when it is cut off. */
export function readTable(bytes: Uint8Array): ByteTable {
	const count = readUint32(bytes, 0);
	const { numbers: keys, end: at } = readAscending(bytes, 4, count, 0);
	if (at + count > bytes.length) throw new Error('The model file is cut off');
	const firsts = new Uint32Array((1 << upperBits) + 1);
	for (let i = 0; i < count; i++) {
		const next = ((keys[i] as number) >>> (tableKeyBits - upperBits)) + 1;
		firsts[next] = (firsts[next] as number) + 1;
	}
	for (let i = 1; i < firsts.length; i++) firsts[i] = (firsts[i] as number) + (firsts[i - 1] as number);
	return { keys, values: bytes.slice(at, at + count), firsts };
}

/** The section of a table. Of two entries with one key the first is kept. */
export function writeTable(entries: Iterable<readonly [key: number, value: number]>): Uint8Array {
	const byKey = new Map<number, number>();
	for (const [key, value] of entries) if (!byKey.has(key)) byKey.set(key, value);
	const sorted = [...byKey].sort((a, b) => a[0] - b[0]);
	const bytes: number[] = [0, 0, 0, 0];
	writeUint32(bytes, 0, sorted.length);
	pushAscending(
		bytes,
		sorted.map(([key]) => key),
		0,
	);
	for (const [, value] of sorted) bytes.push(value);
	return Uint8Array.from(bytes);
}
