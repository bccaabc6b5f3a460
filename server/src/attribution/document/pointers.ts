/** Whether "the official" is the first time that the draft speaks of one. */
import type { BlockAnalysis } from '../model';
import { perBlock } from '../perBlock';

/** By noun the first block that has it, or -1: kept between readings, since an edit changes few of them. */
export type FirstBlocks = ReadonlyMap<string, number>;

export interface Pointers {
	/** Only a bare phrase with an article points back. */
	readonly pointsNowhere: (block: number, attribution: number) => boolean;
	/** For all nouns that have been asked about. */
	readonly firstBlocks: FirstBlocks;
}

const lowerText = perBlock(({ block }) => block.text.toLowerCase());

/** Tells whether a phrase points back to nothing. `known` holds for these blocks. */
export function pointersIn(analyses: readonly BlockAnalysis[], known: FirstBlocks): Pointers {
	const firstBlocks = new Map(known);
	const firstWith = (noun: string): number => {
		const had = firstBlocks.get(noun);
		if (had !== undefined) return had;
		const first = firstBlockWith(analyses, noun);
		firstBlocks.set(noun, first);
		return first;
	};
	const pointsNowhere = (b: number, a: number): boolean => {
		const { attributions, tokens, block } = analyses[b] as BlockAnalysis;
		const source = attributions[a]?.source;
		if (source?.form !== 'noun' || !source.definite || source.endToken - source.firstToken !== 2) return false;
		const noun = (tokens[source.head]?.lower ?? '').replace(/s$/, '');
		return firstWith(noun) === b && !block.text.slice(0, source.start).toLowerCase().includes(noun);
	};
	return { pointsNowhere, firstBlocks };
}

/** Whether each noun still stands first where it stood before these blocks changed. */
export function standAsBefore(
	firstBlocks: FirstBlocks,
	analyses: readonly BlockAnalysis[],
	changed: readonly number[],
): boolean {
	for (const [noun, first] of firstBlocks) {
		for (const block of changed) {
			if (first >= 0 && block > first) continue;
			if (lowerText(analyses[block] as BlockAnalysis).includes(noun) !== (block === first)) return false;
		}
	}
	return true;
}

function firstBlockWith(analyses: readonly BlockAnalysis[], noun: string): number {
	for (let b = 0; b < analyses.length; b++) if (lowerText(analyses[b] as BlockAnalysis).includes(noun)) return b;
	return -1;
}
