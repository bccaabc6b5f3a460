/** Viterbi decoding over labels in BIO: `O`, `B-x` begins a span, `I-x` goes on with it. */

/** The best sequence of labels and how sure it is. */
export interface Decoding {
	readonly labels: Uint8Array;
	/** For each place, by how much the label beats the best sequence with any other there; Infinity where there is none. */
	readonly margins: Float32Array;
}

/** Whether one label may follow another; `-1` is the beginning. */
export type Follows = (before: number, label: number) => boolean;

/** `I-x` follows `B-x` and `I-x` only. */
export function bioFollows(labels: readonly string[]): Follows {
	const allowed = labels.map(before =>
		labels.map(label => !label.startsWith('I-') || (before !== 'O' && before.slice(2) === label.slice(2))),
	);
	return (before, label) =>
		before < 0 ? !(labels[label] as string).startsWith('I-') : ((allowed[before] as boolean[])[label] as boolean);
}

/** Turns a rule into a matrix of transition scores, `-Infinity` where it forbids; the last row is the beginning. */
export function transitionMatrix(count: number, follows: Follows, scores: ArrayLike<number>): Float64Array {
	const matrix = new Float64Array(count * (count + 1));
	for (let before = 0; before <= count; before++) {
		for (let label = 0; label < count; label++) {
			const place = before * count + label;
			const may = follows(before === count ? -1 : before, label);
			matrix[place] = may ? (scores[place] as number) : Number.NEGATIVE_INFINITY;
		}
	}
	return matrix;
}

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

/** As `viterbi`, with margins from max-marginals: the best sequence through each label at each place. */
export function viterbiWithMargins(
	scores: ArrayLike<number>,
	length: number,
	count: number,
	transitions: Float64Array,
): Decoding {
	const labels = new Uint8Array(length);
	const margins = new Float32Array(length);
	if (length === 0) return { labels, margins };
	const pass = forwardPass(scores, length, count, transitions);
	const { best: forward } = pass;
	const backward = new Float64Array(length * count);
	for (let i = length - 2; i >= 0; i--) {
		const row = i * count;
		for (let label = 0; label < count; label++) {
			let most = Number.NEGATIVE_INFINITY;
			for (let after = 0; after < count; after++) {
				const value =
					(transitions[label * count + after] as number) +
					(scores[row + count + after] as number) +
					(backward[row + count + after] as number);
				if (value > most) most = value;
			}
			backward[row + label] = most;
		}
	}
	traceBack(pass, length, count, labels);
	for (let i = 0; i < length; i++) {
		const row = i * count;
		const own = labels[i] as number;
		const reached = (forward[row + own] as number) + (backward[row + own] as number);
		let next = Number.NEGATIVE_INFINITY;
		for (let label = 0; label < count; label++) {
			const value = (forward[row + label] as number) + (backward[row + label] as number);
			if (label !== own && value > next) next = value;
		}
		margins[i] = reached - next;
	}
	return { labels, margins };
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
