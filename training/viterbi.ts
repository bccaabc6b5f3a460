/** Viterbi decoding while weights are still fractions: the taggers in use decode in the kernel. */

/**
 * The best labels of `length` places. `scores` holds `count` scores a place; `transitions` as from `transitionMatrix`.
 * `out` receives the labels.
 */
export function viterbi(
	scores: ArrayLike<number>,
	length: number,
	count: number,
	transitions: Float64Array,
	out: Uint8Array,
): void {
	if (length > 0) traceBack(forwardPass(scores, length, count, transitions), length, count, out);
}

/** For each place and label the score of the best sequence up to there, and the label before. */
interface ForwardPass {
	readonly best: Float64Array;
	readonly from: Uint8Array;
}

function forwardPass(scores: ArrayLike<number>, length: number, count: number, transitions: Float64Array): ForwardPass {
	const best = new Float64Array(length * count);
	const from = new Uint8Array(length * count);
	for (let label = 0; label < count; label++) {
		best[label] = (transitions[count * count + label] as number) + (scores[label] as number);
	}
	for (let i = 1; i < length; i++) {
		const row = i * count;
		for (let label = 0; label < count; label++) {
			let most = Number.NEGATIVE_INFINITY;
			let which = 0;
			for (let before = 0; before < count; before++) {
				const value = (best[row - count + before] as number) + (transitions[before * count + label] as number);
				if (value > most) {
					most = value;
					which = before;
				}
			}
			best[row + label] = most + (scores[row + label] as number);
			from[row + label] = which;
		}
	}
	return { best, from };
}

function traceBack({ best, from }: ForwardPass, length: number, count: number, out: Uint8Array): void {
	let label = 0;
	const last = (length - 1) * count;
	for (let other = 1; other < count; other++) {
		if ((best[last + other] as number) > (best[last + label] as number)) label = other;
	}
	for (let i = length - 1; i >= 0; i--) {
		out[i] = label;
		label = from[i * count + label] as number;
	}
}
