/** Viterbi decoding over labels in BIO: `O`, `B-x` begins a span, `I-x` goes on with it. */

import { type Kernel, sharedKernel } from './kernel';

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

/** Scores of a place stand in eights in the kernel's memory. */
const stride = 8;

/**
 * The best labels of `length` places, with margins from max-marginals. `scores` holds `count` scores a place, at most
 * eight, of 16 bits; `transitions` as from `transitionMatrix`.
 */
export function viterbiWithMargins(
	scores: ArrayLike<number>,
	length: number,
	count: number,
	transitions: Float64Array,
): Decoding {
	const kernel = sharedKernel();
	const { functions } = kernel;
	const bottom = functions.height();
	const transitionsAt = kernel.put(transitions);
	const scoresAt = functions.allocate(2 * stride * length);
	const labelsAt = functions.allocate(length);
	const marginsAt = functions.allocate(4 * length);
	const eights = kernel.int16s(scoresAt, stride * length);
	for (let i = 0; i < length; i++)
		for (let label = 0; label < count; label++) eights[i * stride + label] = scores[i * count + label] as number;
	functions.decode(scoresAt, length, count, transitionsAt, labelsAt, marginsAt);
	const decoding = decodingAt(kernel, labelsAt, marginsAt, length);
	functions.fallBack(bottom);
	return decoding;
}

/** Copies a decoding out of the kernel's memory. */
export function decodingAt(kernel: Kernel, labelsAt: number, marginsAt: number, length: number): Decoding {
	return { labels: kernel.bytes(labelsAt, length).slice(), margins: kernel.float32s(marginsAt, length).slice() };
}
