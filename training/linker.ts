/** Trains the linker on spans that the tagger found, so that it learns to live with the tagger's mistakes. */
import type { TagGroups } from '../server/src/attribution/columns';
import { choicesOf, mostPairFeatures, type RoleSpan, spansOf } from '../server/src/attribution/linker';
import type { AttributedBlock } from './attributedBlocks';
import type { AttributedDocument } from './corpora';
import { randomNumbers, shuffle } from './corpora';
import { averaged, createWeights } from './weights';

interface Example {
	/** Buckets of each candidate. */
	readonly candidates: readonly Int32Array[];
	/** Whether each is right. */
	readonly right: readonly boolean[];
}

export interface LinkerOptions {
	readonly bits: number;
	readonly rounds: number;
	readonly seed: number;
}

/** Trains on blocks with the labels the tagger gave them; returns averaged weights, one a bucket. */
export function trainLinker(
	blocks: readonly AttributedBlock[],
	labels: readonly Uint8Array[],
	documents: readonly AttributedDocument[],
	groups: TagGroups,
	{ bits, rounds, seed }: LinkerOptions,
	log: (line: string) => void,
): Float32Array {
	const examples: Example[] = [];
	for (const [i, block] of blocks.entries())
		examples.push(...examplesOf(block, labels[i] as Uint8Array, documents, groups, bits));
	const weights = createWeights(bits, 1);
	const { values, sums } = weights;
	const random = randomNumbers(seed);
	let step = 1;
	const scoreOf = (buckets: Int32Array): number => {
		let score = 0;
		for (const bucket of buckets) score += values[bucket] as number;
		return score;
	};
	const update = (buckets: Int32Array, by: number): void => {
		for (const bucket of buckets) {
			values[bucket] = (values[bucket] as number) + by;
			sums[bucket] = (sums[bucket] as number) + by * step;
		}
	};
	for (let round = 0; round < rounds; round++) {
		shuffle(examples, random);
		let wrong = 0;
		for (const { candidates, right } of examples) {
			let best = -1;
			let most = Number.NEGATIVE_INFINITY;
			let bestRight = -1;
			let mostRight = Number.NEGATIVE_INFINITY;
			for (const [i, buckets] of candidates.entries()) {
				const score = scoreOf(buckets);
				if (right[i] && score > mostRight) {
					mostRight = score;
					bestRight = i;
				}
				// What is wrong must lose by a margin.
				const against = right[i] ? score : score + 3;
				if (against > most) {
					most = against;
					best = i;
				}
			}
			if (bestRight >= 0 && !right[best]) {
				wrong++;
				update(candidates[bestRight] as Int32Array, 1);
				update(candidates[best] as Int32Array, -1);
			}
			step++;
		}
		log(
			`linker, round ${round + 1}: ${((100 * wrong) / examples.length).toFixed(2)} % of ${examples.length} choices wrong`,
		);
	}
	return averaged(weights, step);
}

function examplesOf(
	block: AttributedBlock,
	labels: Uint8Array,
	documents: readonly AttributedDocument[],
	groups: TagGroups,
	bits: number,
): readonly Example[] {
	const spans = spansOf(labels);
	const gold = spans.map(span => goldOf(block, span));
	const attributions = documents[block.document]?.attributions ?? [];
	const buffer = new Int32Array(mostPairFeatures);
	const examples: Example[] = [];
	for (const choice of choicesOf(spans, block.columns, groups)) {
		const own = gold[choice.of] as number;
		if (choice.kind === 'source' && own < 0) continue;
		const candidates: Int32Array[] = [];
		const right: boolean[] = [];
		for (const candidate of choice.candidates) {
			candidates.push(buffer.slice(0, choice.features(candidate, buffer, 32 - bits)));
			if (candidate < 0) right.push(false);
			else if (choice.kind === 'content') right.push(own >= 0 && gold[candidate] === own);
			else right.push(overlapsSource(block, spans[candidate] as RoleSpan, attributions[own]?.source ?? []));
		}
		if (!right.includes(true)) right[choice.candidates.indexOf(-1)] = true;
		examples.push({ candidates, right });
	}
	return examples;
}

/** The gold attribution most of the span belongs to, in the same role; -1 for none. */
function goldOf(block: AttributedBlock, { role, first, end }: RoleSpan): number {
	const begin = role === 'source' ? 1 : role === 'cue' ? 3 : 5;
	const counts = new Map<number, number>();
	for (let i = first; i < end; i++) {
		const label = block.gold[i] as number;
		const number = block.goldOf[i] as number;
		if (number >= 0 && (label === begin || label === begin + 1)) counts.set(number, (counts.get(number) ?? 0) + 1);
	}
	let best = -1;
	let most = 0;
	for (const [number, count] of counts) {
		if (count > most) {
			most = count;
			best = number;
		}
	}
	return best;
}

function overlapsSource(
	block: AttributedBlock,
	{ first, end }: RoleSpan,
	spans: readonly (readonly [number, number])[],
): boolean {
	const start = block.block.span.start + (block.tokens[first]?.start ?? 0);
	const stop = block.block.span.start + (block.tokens[end - 1]?.end ?? 0);
	return spans.some(([from, to]) => from < stop && start < to);
}
