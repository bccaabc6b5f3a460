/** Long work beside messages: a slice at a time, and what waits is done in between. */
import type { Timer } from './environment';

const sliceInMilliseconds = 10;

/** The result of work that pauses now and then. Rejects with what it throws. */
export function inTurns<T>(work: Generator<undefined, T, void>, timer: Timer): Promise<T> {
	return new Promise((resolve, reject) => {
		const slice = () => {
			const deadline = timer.now() + sliceInMilliseconds;
			try {
				do {
					const step = work.next();
					if (step.done) return resolve(step.value);
				} while (timer.now() < deadline);
			} catch (error) {
				return reject(error);
			}
			timer.defer(slice);
		};
		slice();
	});
}
