/** Memory as the host lays it out: nothing is freed one by one; the host marks a height and falls back to it. */

let top: i32 = 0;

/** Room for so many bytes, at a multiple of 16; what lies there is whatever was there before. */
export function allocate(size: i32): i32 {
	if (top === 0) top = (<i32>__heap_base + 15) & ~15;
	const start = top;
	top = (start + size + 15) & ~15;
	const missing = top - (memory.size() << 16);
	if (missing > 0) {
		// In good steps: each growth makes the host take its views anew.
		if (memory.grow(((missing + 0xffff) >>> 16) + 16) < 0) unreachable();
	}
	return start;
}

/** Where the next room begins. */
export function height(): i32 {
	return allocate(0);
}

/** Gives back all room from `mark` on. */
export function fallBack(mark: i32): void {
	top = mark;
}

export function int32(base: i32, i: i32): i32 {
	return load<i32>(base + (i << 2));
}

export function setInt32(base: i32, i: i32, value: i32): void {
	store<i32>(base + (i << 2), value);
}
