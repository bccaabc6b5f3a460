/**
 * The hash of a feature: a template and up to two values, mixed so that every bit of the result depends on all three.
 * The upper bits are the best mixed: take `mix(…) >>> (32 - bits)`. Must stay what the weights were trained on.
 */

export function mix(template: i32, a: i32, b: i32): i32 {
	let hash: i32 = (a ^ (template * <i32>0x9e3779b1)) * <i32>0x85ebca6b;
	hash ^= hash >>> 13;
	hash = (hash + b) * <i32>0xc2b2ae35;
	hash ^= hash >>> 16;
	return hash * <i32>0x9e3779b1;
}

/** Two values in one, for templates of three. */

export function pair(a: i32, b: i32): i32 {
	return ((a * 0x01000193) ^ (b * <i32>0x9e3779b1)) + (b >>> 15);
}
