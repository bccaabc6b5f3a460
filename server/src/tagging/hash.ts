/** Integer hashing: features are numbers from the first step on, so that nothing is built in the hot loop. */

/** A hash of the UTF-16 units of a string (FNV-1a), as a signed 32-bit integer. */
export function hashText(text: string, start = 0, end = text.length): number {
	let hash = 0x811c9dc5;
	for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash | 0;
}

/**
 * The hash of a feature: a template and up to two values, mixed so that every bit of the result depends on all three.
 * The upper bits are the best mixed: take `mix(…) >>> (32 - bits)`.
 */
export function mix(template: number, a: number, b: number): number {
	let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
	hash ^= hash >>> 13;
	hash = Math.imul(hash + b, 0xc2b2ae35);
	hash ^= hash >>> 16;
	return Math.imul(hash, 0x9e3779b1);
}

/** Two values in one, for templates of three. */
export function pair(a: number, b: number): number {
	return (Math.imul(a, 0x01000193) ^ Math.imul(b, 0x9e3779b1)) + (b >>> 15);
}
