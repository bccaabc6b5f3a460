import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { viterbi } from '../../../training/viterbi';
import { bioFollows, transitionMatrix, viterbiWithMargins } from './sequence';

const labels = ['O', 'B-x', 'I-x', 'B-y', 'I-y'];
const count = labels.length;
const follows = bioFollows(labels);

/** The score of each allowed sequence, tried one by one. */
function scoresOf(scores: readonly number[], length: number, matrix: Float64Array): Map<string, number> {
	let all = new Map<string, number>([['', 0]]);
	for (let i = 0; i < length; i++) {
		const next = new Map<string, number>();
		for (const [sequence, sum] of all) {
			const before = sequence === '' ? count : Number(sequence.at(-1));
			for (let label = 0; label < count; label++) {
				const value = sum + (matrix[before * count + label] as number) + (scores[i * count + label] as number);
				if (value > Number.NEGATIVE_INFINITY) next.set(sequence + label, value);
			}
		}
		all = next;
	}
	return all;
}

test('decoding finds the best of all sequences, its margins, and no span without a beginning', () => {
	const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4 * count, maxLength: 4 * count });
	const steps = fc.array(fc.integer({ min: -9, max: 9 }), {
		minLength: count * (count + 1),
		maxLength: count * (count + 1),
	});
	fc.assert(
		fc.property(numbers, steps, fc.integer({ min: 1, max: 4 }), (scores, transitions, length) => {
			const matrix = transitionMatrix(count, follows, transitions);
			const all = scoresOf(scores, length, matrix);
			const best = Math.max(...all.values());
			const { labels: found, margins } = viterbiWithMargins(scores, length, count, matrix);
			const plain = new Uint8Array(length);
			viterbi(scores, length, count, matrix, plain);
			assert.equal(all.get([...found].join('')), best);
			assert.equal(all.get([...plain].join('')), best);
			for (let i = 0; i < length; i++) {
				const others = [...all].filter(([sequence]) => Number(sequence[i]) !== found[i]).map(([, value]) => value);
				assert.ok(Math.abs((margins[i] as number) - (best - Math.max(...others))) < 1e-3);
				const before = i === 0 ? 'O' : (labels[found[i - 1] as number] as string);
				const label = labels[found[i] as number] as string;
				if (label.startsWith('I-')) assert.equal(before.slice(2), label.slice(2));
			}
		}),
		{ seed: 5, numRuns: 80 },
	);
});

test('nothing to decode is nothing', () => {
	const { labels: found } = viterbiWithMargins([], 0, count, transitionMatrix(count, follows, new Float64Array(30)));
	assert.equal(found.length, 0);
});
