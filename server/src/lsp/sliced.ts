/** Work in slices, so that messages are read in between. */
import type { CancellationToken } from 'vscode-languageserver';
import { Outdated } from './driver';
import type { Timer } from './environment';
import type { OpenReading } from './reader';
import { unlessCancelled } from './requests';

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

/**
 * The same about a document as it was read, whose lines are those of that text. Rejects with `Outdated` once it has
 * changed, and as soon as nobody waits for the answer.
 */
export function slicedFor<R>(
	{ document, version }: Pick<OpenReading, 'document' | 'version'>,
	work: Generator<undefined, R, void>,
	timer: Timer,
	token: CancellationToken,
): Promise<R> {
	const check = () => {
		if (document.version !== version || token.isCancellationRequested) throw new Outdated();
	};
	return unlessCancelled(sliced(work, timer, check), token);
}
