/** Trains the attribution tagger: cue table, stage 1, stage 2 on jackknifed opinions of stage 1, linker, confidence. */
import { type ColumnReader, cueKey, quoteStates, type TagGroups } from '../server/src/attribution/columns';
import { neighbourhoodOf } from '../server/src/attribution/neighbourhood';
import { opinionOf } from '../server/src/attribution/opinion';
import { attributionLabels, createStageFeatures } from '../server/src/attribution/stages';
import { createScorer, writeLinearModel } from '../server/src/tagging/model';
import { bioFollows, type Decoding, transitionMatrix, viterbiWithMargins } from '../server/src/tagging/sequence';
import { type ByteTable, readTable, writeTable } from '../server/src/tagging/table';
import type { AttributedBlock } from './attributedBlocks';
import { fitConfidence } from './confidence';
import type { AttributedDocument } from './corpora';
import { trainLinker } from './linker';
import { meanOf, type SequenceData, type SequenceOptions, type SequenceWeights, trainSequences } from './sequences';
import { type Cut, rowsOf } from './weights';

export interface AttributionOptions {
	readonly bits: number;
	readonly folds: number;
	/** How many trainings with other seeds are averaged: stage 1, each fold of it, stage 2. */
	readonly seeds: readonly [first: number, fold: number, second: number];
	readonly rounds: readonly [first: number, second: number];
	readonly rarest: number;
	readonly cost: number;
	readonly prune: SequenceOptions['prune'];
	readonly dropout: readonly [first: number, second: number];
	readonly firstCut: Cut;
	readonly secondCut: Cut;
	readonly linkerBits: number;
	readonly linkerRounds: number;
	readonly linkerCut: Cut;
}

export interface TrainedAttribution {
	readonly cueShares: Uint8Array;
	readonly first: TrainedStage;
	readonly second: TrainedStage;
	readonly linker: Uint8Array;
	readonly confidence: readonly number[];
}

export interface TrainedStage {
	readonly section: Uint8Array;
	/** In units of the weights; zero where forbidden. */
	readonly transitions: readonly number[];
}

const follows = bioFollows(attributionLabels);
const width = attributionLabels.length;

export function trainAttribution(
	blocks: readonly AttributedBlock[],
	documents: readonly AttributedDocument[],
	reader: ColumnReader,
	groups: TagGroups,
	options: AttributionOptions,
	log: (line: string) => void,
): TrainedAttribution {
	const { bits, folds, seeds, rounds, rarest, cost, prune, dropout } = options;
	const foldOf = (block: AttributedBlock): number => block.document % folds;
	const cueShares = cueTable(blocks, groups);
	const shares = Array.from({ length: folds }, (_, fold) =>
		readTable(
			cueTable(
				blocks.filter(block => foldOf(block) !== fold),
				groups,
			),
		),
	);
	// What a word is worth as a cue is told by other documents than its own, as it will be in use.
	const held = blocks.map(block => ({
		...block,
		columns: reader.withCueShares(block.columns, shares[foldOf(block)] as ByteTable),
	}));
	const common = { bits, labels: attributionLabels, follows, rarest, cost, prune };
	const seeded = (
		data: SequenceData,
		count: number,
		from: number,
		each: number,
		name: string,
		which?: (sequence: number) => boolean,
	): SequenceWeights => {
		const trained: SequenceWeights[] = [];
		for (let i = 0; i < count; i++) {
			const options = {
				...common,
				dropout: name === 'stage 2' ? dropout[1] : dropout[0],
				rounds: each,
				seed: from + i,
			};
			const tell = i === 0 ? (line: string) => log(`${name}, ${line}`) : () => {};
			// All seeds weigh the buckets that the first one found worth it, or the mean would have them all.
			trained.push(trainSequences(data, options, tell, which, trained[0]?.support));
		}
		return meanOf(trained);
	};
	const firstData = extract(held, groups, bits, null);
	const first = cutStage(seeded(firstData, seeds[0], 1, rounds[0], 'stage 1'), options.firstCut);
	const jackknifed: Decoding[] = new Array(held.length);
	for (let fold = 0; fold < folds; fold++) {
		const weights = seeded(
			firstData,
			seeds[1],
			1,
			rounds[0],
			`fold ${fold + 1}`,
			i => foldOf(held[i] as AttributedBlock) !== fold,
		);
		const stage = cutStage(weights, options.firstCut);
		const decode = decoder(stage, bits);
		for (const [i, block] of held.entries()) if (foldOf(block) === fold) jackknifed[i] = decode(firstData, i);
	}
	const secondData = extract(held, groups, bits, jackknifed);
	const second = cutStage(seeded(secondData, seeds[2], 11, rounds[1], 'stage 2'), options.secondCut);
	const linkerWeights = trainLinker(
		held,
		jackknifed.map(({ labels }) => labels),
		documents,
		groups,
		{ bits: options.linkerBits, rounds: options.linkerRounds, seed: 1 },
		log,
	);
	const linker = writeLinearModel(rowsOf(linkerWeights, options.linkerBits, ['score'], options.linkerCut));
	const confidence = fitConfidence(
		held,
		jackknifed,
		documents,
		groups,
		createScorer({ labels: ['score'], bits: options.linkerBits, section: linker }),
		log,
	);
	return { cueShares, first, second, linker, confidence };
}

/** How often each word, with its part of speech, is (part of) a cue outside quotation marks: tenths plus one. */
function cueTable(blocks: readonly AttributedBlock[], groups: TagGroups): Uint8Array {
	const all = new Map<number, number>();
	const cues = new Map<number, number>();
	for (const { columns, gold } of blocks) {
		for (let i = 0; i < columns.count; i++) {
			const quote = columns.quotes[i] as number;
			if (quote !== quoteStates.outside && quote !== quoteStates.stray) continue;
			const key = cueKey(columns.stems[i] as number, groups.group[columns.tags[i] as number] as number);
			all.set(key, (all.get(key) ?? 0) + 1);
			if (gold[i] === 3 || gold[i] === 4) cues.set(key, (cues.get(key) ?? 0) + 1);
		}
	}
	const entries: [number, number][] = [];
	for (const [key, count] of cues) {
		const seen = all.get(key) ?? 0;
		if (seen >= 3 && count / (seen + 1) >= 0.02)
			entries.push([key, 1 + Math.min(9, Math.floor((10 * count) / (seen + 1)))]);
	}
	return writeTable(entries);
}

function extract(
	blocks: readonly AttributedBlock[],
	groups: TagGroups,
	bits: number,
	opinions: readonly Decoding[] | null,
): SequenceData {
	const tokens = blocks.reduce((sum, block) => sum + block.tokens.length, 0);
	let features = new Int32Array(tokens * 100);
	const offsets = new Float64Array(tokens + 1);
	const gold = new Uint8Array(tokens);
	const sequences: [number, number][] = [];
	const read = createStageFeatures(bits);
	let token = 0;
	let at = 0;
	for (const [b, block] of blocks.entries()) {
		const { columns } = block;
		const near = neighbourhoodOf(columns, groups);
		const opinion = opinions ? opinionOf(columns, opinions[b] as Decoding) : null;
		read.begin(columns, near, opinion);
		sequences.push([token, token + columns.count]);
		for (let i = 0; i < columns.count; i++) {
			offsets[token] = at;
			gold[token] = block.gold[i] as number;
			token++;
			const buckets = read.of(i);
			const count = buckets.length;
			if (at + count > features.length) {
				const wider = new Int32Array(Math.ceil(features.length * 1.3));
				wider.set(features);
				features = wider;
			}
			features.set(buckets, at);
			at += count;
		}
	}
	offsets[tokens] = at;
	return { features, offsets, gold, sequences };
}

function cutStage({ bits, mean, transitions }: SequenceWeights, cut: Cut): TrainedStage {
	return {
		section: writeLinearModel(rowsOf(mean, bits, attributionLabels, cut)),
		transitions: Array.from(transitions, value => Math.round(value / cut.unit)),
	};
}

/** Decodes with the cut weights, so that margins are what they will be in use. */
function decoder(
	{ section, transitions }: TrainedStage,
	bits: number,
): (data: SequenceData, sequence: number) => Decoding {
	const scorer = createScorer({ labels: attributionLabels, bits, section });
	const matrix = transitionMatrix(width, follows, transitions);
	return (data, sequence) => {
		const [from, to] = data.sequences[sequence] as readonly [number, number];
		const scores = new Int32Array((to - from) * width);
		for (let i = from; i < to; i++) {
			const start = data.offsets[i] as number;
			const end = data.offsets[i + 1] as number;
			scores.set(scorer.scoresOf(data.features.subarray(start, end), end - start), (i - from) * width);
		}
		return viterbiWithMargins(scores, to - from, width, matrix);
	};
}
