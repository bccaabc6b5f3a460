/** Work over many items, cut into slices: whoever drives a generator can turn to other things in between. */

/** A slice is done when so many units of text have been worked on: some milliseconds. */
const unitsOfSlice = 2_000;
/** What going past an item costs, in the same units, when nothing is to be done. */
const unitsOfItem = 8;

/**
 * Does `work` with each item in order, pausing now and then; it returns how many units of text it had to read anew.
 * The loop is a function of its own because V8 does not compile the loops of a generator well.
 */
export function* inSlices<Item>(
	items: readonly Item[],
	work: (item: Item, index: number) => number,
): Generator<undefined, void, void> {
	for (let next = 0; next < items.length; ) {
		next = slice(items, next, work);
		yield;
	}
}

/** The result of work in slices, for whoever has nothing else to do. */
export function toEnd<Result>(work: Generator<undefined, Result, void>): Result {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

function slice<Item>(items: readonly Item[], from: number, work: (item: Item, index: number) => number): number {
	let index = from;
	for (let units = 0; index < items.length && units < unitsOfSlice; index++) {
		units += unitsOfItem + work(items[index] as Item, index);
	}
	return index;
}
