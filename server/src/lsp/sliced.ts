/** Work in slices, so that messages are read in between. */
import type { Timer } from './environment';

/** How long one slice may take. */
const sliceInMilliseconds = 10;

/** Runs a generator to its end; rejects with what it threw, or with what `check`, called before each further slice, throws. */
export async function sliced<R>(
	work: Generator<undefined, R, void>,
	timer: Timer,
	check: () => void = () => {},
): Promise<R> {
	for (;;) {
		const deadline = timer.now() + sliceInMilliseconds;
		do {
			const step = work.next();
			if (step.done) return step.value;
		} while (timer.now() < deadline);
		await new Promise<void>(resolve => timer.defer(resolve));
		check();
	}
}
