/** Trains a labeller of sequences: the averaged structured perceptron of Collins (2002), over hashed features. */
import { type Follows, transitionMatrix } from '../server/src/tagging/sequence';
import { randomNumbers, shuffle } from './corpora';
import { viterbi } from './viterbi';

/** Many sequences laid end to end. */
export interface SequenceData {
	/** Buckets of all tokens; those of token `i` from `offsets[i]` to `offsets[i + 1]`. */
	readonly features: Int32Array;
	readonly offsets: Float64Array;
	readonly gold: Uint8Array;
	/** First and last-plus-one token of each sequence. */
	readonly sequences: readonly (readonly [from: number, to: number])[];
}

export interface SequenceOptions {
	readonly bits: number;
	readonly labels: readonly string[];
	readonly follows: Follows;
	readonly rounds: number;
	readonly seed: number;
	/** Features of fewer tokens than this are left out. */
	readonly rarest: number;
	/** Added to the score of each wrong label while training, so that what is right must win by that much. */
	readonly cost: number;
	/**
	 * After so many rounds buckets whose weights are all below `below` by then are left out from then on: what is left
	 * learns to do without them, which costs less than to cut them in the end.
	 */
	readonly prune: { readonly after: number; readonly below: number };
	/** Share of a token's features that are hidden each time it is seen, so that none is relied on alone. */
	readonly dropout: number;
}

export interface SequenceWeights {
	readonly bits: number;
	/** The buckets that were left, ascending. */
	readonly support: readonly number[];
	readonly mean: Float32Array;
	readonly transitions: Float64Array;
}

/** More features than any token has. */
const mostFeatures = 256;

/** Trains on the given sequences, or on those of `data` that `which` picks; with `support`, on those buckets alone. */
export function trainSequences(
	data: SequenceData,
	{ bits, labels, follows, rounds, seed, rarest, cost, prune, dropout }: SequenceOptions,
	log: (line: string) => void,
	which: (sequence: number) => boolean = () => true,
	support: readonly number[] | null = null,
): SequenceWeights {
	const picked = data.sequences.filter((_, i) => which(i));
	const { remap, kept } = support ? supported(support, bits) : frequentBuckets(data, picked, bits, rarest);
	const width = labels.length;
	const values = new Float32Array(kept.length * width);
	const sums = new Float64Array(values.length);
	const steps = new Float64Array(width * (width + 1));
	const stepSums = new Float64Array(steps.length);
	let chosen = compacted(data, picked, remap);
	const isGone = new Uint8Array(kept.length);
	const longest = picked.reduce((most, [from, to]) => Math.max(most, to - from), 0);
	const scores = new Float64Array(longest * width);
	const out = new Uint8Array(longest);
	const hidden = Math.round(dropout * 4294967296);
	let noise = Math.imul(seed, 0x9e3779b1) | 1;
	const shown = new Int32Array(longest * mostFeatures);
	const shownEnds = new Int32Array(longest + 1);
	const order = picked.map((_, i) => i);
	const random = randomNumbers(seed);
	let step = 1;
	for (let round = 0; round < rounds; round++) {
		shuffle(order, random);
		let wrong = 0;
		let all = 0;
		for (const s of order) {
			const start = chosen.starts[s] as number;
			const length = (chosen.starts[s + 1] as number) - start;
			for (let i = 0; i < length; i++) {
				const row = i * width;
				for (let label = 0; label < width; label++) scores[row + label] = 0;
				const end = chosen.offsets[start + i + 1] as number;
				let count = shownEnds[i] as number;
				for (let f = chosen.offsets[start + i] as number; f < end; f++) {
					if (hidden > 0) {
						noise ^= noise << 13;
						noise ^= noise >>> 17;
						noise ^= noise << 5;
						if (noise >>> 0 < hidden) continue;
					}
					const at = (chosen.features[f] as number) * width;
					shown[count++] = at;
					for (let label = 0; label < width; label++)
						scores[row + label] = (scores[row + label] as number) + (values[at + label] as number);
				}
				shownEnds[i + 1] = count;
				if (cost > 0) {
					const right = chosen.gold[start + i] as number;
					for (let label = 0; label < width; label++)
						if (label !== right) scores[row + label] = (scores[row + label] as number) + cost;
				}
			}
			viterbi(scores, length, width, transitionMatrix(width, follows, steps), out);
			all += length;
			let before = width;
			let goldBefore = width;
			for (let i = 0; i < length; i++) {
				const label = out[i] as number;
				const right = chosen.gold[start + i] as number;
				if (label !== right) {
					wrong++;
					const end = shownEnds[i + 1] as number;
					for (let f = shownEnds[i] as number; f < end; f++) {
						const at = shown[f] as number;
						values[at + right] = (values[at + right] as number) + 1;
						sums[at + right] = (sums[at + right] as number) + step;
						values[at + label] = (values[at + label] as number) - 1;
						sums[at + label] = (sums[at + label] as number) - step;
					}
				}
				const taken = before * width + label;
				const wanted = goldBefore * width + right;
				if (taken !== wanted) {
					steps[wanted] = (steps[wanted] as number) + 1;
					stepSums[wanted] = (stepSums[wanted] as number) + step;
					steps[taken] = (steps[taken] as number) - 1;
					stepSums[taken] = (stepSums[taken] as number) - step;
				}
				before = label;
				goldBefore = right;
			}
			step++;
		}
		if (!support && round + 1 === prune.after) {
			for (let bucket = 0; bucket < kept.length; bucket++) {
				const row = bucket * width;
				let most = 0;
				for (let at = row; at < row + width; at++)
					most = Math.max(most, Math.abs((values[at] as number) - (sums[at] as number) / step));
				if (most >= prune.below) continue;
				isGone[bucket] = 1;
				values.fill(0, row, row + width);
				sums.fill(0, row, row + width);
			}
			chosen = without(chosen, isGone);
		}
		log(`round ${round + 1}: ${((100 * wrong) / all).toFixed(2)} % of tokens wrong`);
	}
	const mean = new Float32Array((1 << bits) * width);
	for (const [i, bucket] of kept.entries()) {
		for (let label = 0; label < width; label++) {
			const weight = (values[i * width + label] as number) - (sums[i * width + label] as number) / step;
			// All features are shown from now on: each speaks the softer.
			mean[bucket * width + label] = weight * (1 - dropout);
		}
	}
	return {
		bits,
		support: kept.filter((_, bucket) => isGone[bucket] === 0),
		mean,
		transitions: steps.map((value, i) => value - (stepSums[i] as number) / step),
	};
}

/** The mean of several trainings with other seeds; they must have the same bits. */
export function meanOf(trained: readonly SequenceWeights[]): SequenceWeights {
	const [first] = trained;
	if (!first) throw new Error('Nothing was trained');
	const mean = new Float32Array(first.mean.length);
	const transitions = new Float64Array(first.transitions.length);
	for (const each of trained) {
		for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (each.mean[i] as number) / trained.length;
		for (let i = 0; i < transitions.length; i++)
			transitions[i] = (transitions[i] as number) + (each.transitions[i] as number) / trained.length;
	}
	return { ...first, mean, transitions };
}

function frequentBuckets(
	{ features, offsets }: SequenceData,
	sequences: SequenceData['sequences'],
	bits: number,
	rarest: number,
): { readonly remap: Int32Array; readonly kept: readonly number[] } {
	const counts = new Uint32Array(1 << bits);
	for (const [from, to] of sequences) {
		const end = offsets[to] as number;
		for (let f = offsets[from] as number; f < end; f++) {
			const bucket = features[f] as number;
			counts[bucket] = (counts[bucket] as number) + 1;
		}
	}
	const remap = new Int32Array(1 << bits).fill(-1);
	const kept: number[] = [];
	for (let bucket = 0; bucket < counts.length; bucket++) {
		if ((counts[bucket] as number) < rarest) continue;
		remap[bucket] = kept.length;
		kept.push(bucket);
	}
	return { remap, kept };
}

function supported(
	support: readonly number[],
	bits: number,
): { readonly remap: Int32Array; readonly kept: readonly number[] } {
	const remap = new Int32Array(1 << bits).fill(-1);
	for (const [i, bucket] of support.entries()) remap[bucket] = i;
	return { remap, kept: support };
}

interface Compacted {
	readonly features: Int32Array;
	readonly offsets: Float64Array;
	readonly gold: Uint8Array;
	readonly starts: Int32Array;
}

function compacted(data: SequenceData, sequences: SequenceData['sequences'], remap: Int32Array): Compacted {
	const tokens = sequences.reduce((sum, [from, to]) => sum + to - from, 0);
	const offsets = new Float64Array(tokens + 1);
	const gold = new Uint8Array(tokens);
	const starts = new Int32Array(sequences.length + 1);
	const room = sequences.reduce(
		(sum, [from, to]) => sum + (data.offsets[to] as number) - (data.offsets[from] as number),
		0,
	);
	const features = new Int32Array(room);
	let count = 0;
	let token = 0;
	for (const [s, [from, to]] of sequences.entries()) {
		starts[s] = token;
		for (let i = from; i < to; i++) {
			offsets[token] = count;
			gold[token] = data.gold[i] as number;
			token++;
			const end = data.offsets[i + 1] as number;
			for (let f = data.offsets[i] as number; f < end; f++) {
				const bucket = remap[data.features[f] as number] as number;
				if (bucket >= 0) features[count++] = bucket;
			}
		}
	}
	starts[sequences.length] = token;
	offsets[tokens] = count;
	return { features, offsets, gold, starts };
}

/** Without the buckets that are marked as gone; the others keep their numbers. */
function without({ features, offsets, gold, starts }: Compacted, isGone: Uint8Array): Compacted {
	const left = new Int32Array(features.length);
	const ends = new Float64Array(offsets.length);
	let count = 0;
	for (let token = 0; token + 1 < offsets.length; token++) {
		const end = offsets[token + 1] as number;
		for (let f = offsets[token] as number; f < end; f++) {
			const bucket = features[f] as number;
			if (isGone[bucket] === 0) left[count++] = bucket;
		}
		ends[token + 1] = count;
	}
	return { features: left, offsets: ends, gold, starts };
}
