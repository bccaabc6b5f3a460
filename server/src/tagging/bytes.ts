/** Numbers in bytes: four of them, little endian, or as few as will do. */

export function readUint32(bytes: Uint8Array, at: number): number {
	return (
		((bytes[at] as number) |
			((bytes[at + 1] as number) << 8) |
			((bytes[at + 2] as number) << 16) |
			((bytes[at + 3] as number) << 24)) >>>
		0
	);
}

export function writeUint32(bytes: Uint8Array | number[], at: number, value: number): void {
	for (let i = 0; i < 4; i++) bytes[at + i] = (value >>> (8 * i)) & 0xff;
}

/** `count` ascending numbers that `pushAscending` wrote from place `at` on, and where they end. */
export function readAscending(
	bytes: Uint8Array,
	at: number,
	count: number,
	first: number,
): { readonly numbers: Uint32Array; readonly end: number } {
	const numbers = new Uint32Array(count);
	let place = at;
	let number = first;
	for (let i = 0; i < count; i++) {
		let shift = 0;
		for (;;) {
			const byte = bytes[place++] ?? 0;
			number += (byte & 0x7f) << shift;
			if (byte < 0x80) break;
			shift += 7;
		}
		numbers[i] = number;
	}
	return { numbers, end: place };
}

/** Appends ascending numbers as the distance of each from the one before; `first` stands before them all. Seven bits a byte. */
export function pushAscending(bytes: number[], numbers: Iterable<number>, first: number): void {
	let before = first;
	for (const number of numbers) {
		let distance = number - before;
		before = number;
		while (distance > 0x7f) {
			bytes.push((distance & 0x7f) | 0x80);
			distance >>>= 7;
		}
		bytes.push(distance);
	}
}
