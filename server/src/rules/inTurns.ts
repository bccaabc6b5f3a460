/** Long work of a rule over a whole document, with pauses. */
import type { RuleFinding } from './rule';

const itemsBetweenPauses = 200;

/** What `work` finds in each item, in order, with a pause now and then. */
export function* inTurns<Item>(
	items: readonly Item[],
	work: (item: Item, index: number) => Iterable<RuleFinding>,
): Generator<RuleFinding | null, void, void> {
	for (let index = 0; index < items.length; index++) {
		yield* work(items[index] as Item, index);
		if (index % itemsBetweenPauses === itemsBetweenPauses - 1) yield null;
	}
}
