/** Where in a draft something stands, as a message tells it. */
import type { BlockAnalysis } from '../attribution/model';
import { perBlock } from '../attribution/perBlock';

/** For each block the number of its paragraph, counting from 1; 0 for what is no paragraph. */
export function paragraphNumbers(analyses: readonly BlockAnalysis[]): readonly number[] {
	let paragraph = 0;
	return analyses.map(({ block, tokens }) => (block.kind === 'paragraph' && tokens.length > 0 ? ++paragraph : 0));
}

/** How many words a draft has. */
export function countWords(analyses: readonly BlockAnalysis[]): number {
	return analyses.reduce((sum, analysis) => sum + wordsIn(analysis), 0);
}

const wordsIn = perBlock(({ tokens }) => tokens.reduce((sum, { kind }) => (kind === 'word' ? sum + 1 : sum), 0));
