/** Dense weights while a model is trained, and what is left of them when it is done. */
import type { ModelRows } from '../server/src/tagging/model';

/** Weights and their running sums, for averaging (Freund and Schapire 1999; Daumé's lazy form). */
export interface Weights {
	readonly bits: number;
	readonly labels: number;
	readonly values: Float32Array;
	readonly sums: Float64Array;
}

export function createWeights(bits: number, labels: number): Weights {
	const size = (1 << bits) * labels;
	return { bits, labels, values: new Float32Array(size), sums: new Float64Array(size) };
}

/** The mean over all steps: what averaging is for. `step` counts from 1. */
export function averaged({ values, sums }: Weights, step: number): Float32Array {
	const mean = new Float32Array(values.length);
	for (let i = 0; i < mean.length; i++) mean[i] = (values[i] as number) - (sums[i] as number) / step;
	return mean;
}

/** How a trained model is cut down: weights below `threshold` go, the rest become multiples of `unit` within 8 bits. */
export interface Cut {
	readonly threshold: number;
	readonly unit: number;
}

/** The rows that are left of averaged weights. */
export function rowsOf(
	mean: Float32Array,
	bits: number,
	labels: readonly string[],
	{ threshold, unit }: Cut,
): ModelRows {
	const buckets: number[] = [];
	const rows: [number, number][][] = [];
	const width = labels.length;
	for (let bucket = 0; bucket < 1 << bits; bucket++) {
		const row: [number, number][] = [];
		for (let label = 0; label < width; label++) {
			const weight = mean[bucket * width + label] as number;
			if (Math.abs(weight) < threshold) continue;
			const small = Math.max(-127, Math.min(127, Math.round(weight / unit)));
			if (small !== 0) row.push([label, small]);
		}
		if (row.length === 0) continue;
		buckets.push(bucket);
		rows.push(row);
	}
	return { labels, bits, buckets, rows };
}
