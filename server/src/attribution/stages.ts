/**
 * The two stages of the attribution tagger: what they read of a block goes to the kernel as columns of numbers, and what
 * they decide comes back as labels. The features themselves are in `server/kernel/attribution.ts`.
 */
import * as column from '../../kernel/columns';
import { createKernel, type Kernel } from '../tagging/kernel';
import { putSection } from '../tagging/model';
import { type Decoding, decodingAt } from '../tagging/sequence';
import type { Columns } from './columns';
import type { Neighbourhood } from './neighbourhood';
import type { Opinion } from './opinion';

/** The labels of both stages, in the order of their numbers. */
export const attributionLabels = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

/** What stages are made of. */
export interface StageModels {
	/** Buckets of both are numbered with this many bits. */
	readonly bits: number;
	readonly first: StageModel;
	readonly second: StageModel;
}

interface StageModel {
	/** As a model file holds it. */
	readonly section: Uint8Array;
	/** As from `transitionMatrix`, in units of the model's weights. */
	readonly transitions: Float64Array;
}

export interface Stages {
	/** What stage 1 says of a block. */
	first(columns: Columns, near: Neighbourhood): Decoding;
	/** What stage 2 says of the block that stage 1 was asked about last. */
	second(opinion: Opinion): Decoding;
}

/** Throws an `Error` when a section is cut off or broken. */
export function createStages({ bits, first, second }: StageModels): Stages {
	const kernel = createKernel();
	const { functions } = kernel;
	const sections = [putSection(kernel, first.section, bits), putSection(kernel, second.section, bits)] as const;
	functions.setStages(bits, ...sections, kernel.put(first.transitions), kernel.put(second.transitions));
	let block: WrittenBlock = { count: 0, at: 0 };
	const decoding = (): Decoding => decodingAt(kernel, functions.labelsAt(), functions.marginsAt(), block.count);
	return {
		first(columns, near) {
			block = writeBlock(kernel, columns, near);
			functions.readFirst();
			return decoding();
		},
		second(opinion) {
			writeOpinion(kernel, block, opinion);
			functions.readSecond();
			return decoding();
		},
	};
}

/** For training: the buckets that each token asks about. They lie in `bits` bits, the shared ones in the lower half. */
export interface StageFeatures {
	begin(columns: Columns, near: Neighbourhood, opinion: Opinion | null): void;
	/** Those of stage 1, or of stage 2 where there is an opinion: shared ones first; good until the next call. */
	of(i: number): Int32Array;
}

export function createStageFeatures(bits: number): StageFeatures {
	const kernel = createKernel();
	const { functions } = kernel;
	const shift = 32 - bits;
	let hasOpinion = false;
	return {
		begin(columns, near, opinion) {
			const block = writeBlock(kernel, columns, near);
			hasOpinion = opinion !== null;
			if (opinion) writeOpinion(kernel, block, opinion);
		},
		of(i) {
			const shared = functions.sharedFeatures(i, shift);
			const count = hasOpinion
				? functions.opinionFeatures(shared, i, shift)
				: functions.wordyFeatures(shared, i, shift);
			return kernel.int32s(functions.buckets.value, count);
		},
	};
}

interface WrittenBlock {
	readonly count: number;
	readonly at: number;
}

function writeBlock(kernel: Kernel, columns: Columns, near: Neighbourhood): WrittenBlock {
	const { count } = columns;
	const at = kernel.functions.beginBlock(count, columns.titleCase ? 1 : 0, near.opensWithQuote ? 1 : 0);
	const block = { count, at };
	const write = writerOf(kernel, block);
	write(column.words, columns.words);
	write(column.stems, columns.stems);
	write(column.suffixes, columns.suffixes);
	write(column.shapes, columns.shapes);
	write(column.classes, columns.classes);
	write(column.tags, columns.tags);
	write(column.quotes, columns.quotes);
	write(column.quoteKinds, columns.quoteKinds);
	write(column.cueShares, columns.cueShares);
	write(column.sentenceStarts, columns.sentenceStarts);
	write(column.sentenceEnds, columns.sentenceEnds);
	write(column.commasBefore, columns.commasBefore);
	write(column.verbsBefore, columns.verbsBefore);
	write(column.thatsBefore, columns.thatsBefore);
	write(column.cueBefore, near.cueBefore);
	write(column.cueAfter, near.cueAfter);
	write(column.verbBefore, near.verbBefore);
	write(column.sentenceKind, near.sentenceKind);
	write(column.stretchStart, near.stretchStart);
	write(column.stretchEnd, near.stretchEnd);
	write(column.cuesInStretch, near.cuesInStretch);
	return block;
}

function writeOpinion(kernel: Kernel, block: WrittenBlock, opinion: Opinion): void {
	const write = writerOf(kernel, block);
	write(column.labels, opinion.labels);
	write(column.labelledCueBefore, opinion.cueBefore);
	write(column.labelledCueAfter, opinion.cueAfter);
	write(column.sourceBefore, opinion.sourceBefore);
	write(column.sourceAfter, opinion.sourceAfter);
	write(column.sentenceSpans, opinion.sentenceSpans);
	write(column.sentenceBefore, opinion.sentenceBefore);
	write(column.sentenceAfter, opinion.sentenceAfter);
	write(column.spanEnd, opinion.spanEnd);
	write(column.sureness, opinion.sureness);
}

/** Writes a column of the block, by its number. */
function writerOf(
	kernel: Kernel,
	{ count, at }: WrittenBlock,
): (which: number, values: Int32Array | Uint8Array) => void {
	const room = kernel.int32s(at, column.columnCount * (count + 1));
	return (which, values) => room.set(values, which * (count + 1));
}
