/** What stage 1 said of a block, made ready for the features of stage 2. */
import type { Decoding } from '../tagging/sequence';
import type { Columns } from './columns';
import { attributionLabels } from './stages';

const beginSource = attributionLabels.indexOf('B-source');
const beginCue = attributionLabels.indexOf('B-cue');
const inCue = attributionLabels.indexOf('I-cue');
const beginContent = attributionLabels.indexOf('B-content');

/** What stage 1 said, made ready for stage 2. */
export interface Opinion {
	/** Labels of stage 1, one a token. */
	readonly labels: Uint8Array;
	readonly cueBefore: Int32Array;
	readonly cueAfter: Int32Array;
	readonly sourceBefore: Int32Array;
	readonly sourceAfter: Int32Array;
	/** Spans of each role that begin in the sentence of each token, at most two of each, in base 3. */
	readonly sentenceSpans: Uint8Array;
	/** The same of the sentences before and after, at most one cue and one content, and whether there is one. */
	readonly sentenceBefore: Uint8Array;
	readonly sentenceAfter: Uint8Array;
	/** Last token of the span. */
	readonly spanEnd: Int32Array;
	/** Steps of how sure stage 1 was, 0 to 3. */
	readonly sureness: Uint8Array;
}

/** `margins` must come in the units the model's weights are cut to: see `sureness`. */
export function opinionOf(columns: Columns, { labels, margins }: Decoding): Opinion {
	const { count, sentenceStarts, sentenceEnds } = columns;
	const cueBefore = new Int32Array(count).fill(-1);
	const cueAfter = new Int32Array(count).fill(-1);
	const sourceBefore = new Int32Array(count).fill(-1);
	const sourceAfter = new Int32Array(count).fill(-1);
	const sentenceSpans = new Uint8Array(count);
	const sentenceBefore = new Uint8Array(count);
	const sentenceAfter = new Uint8Array(count);
	const spanEnd = new Int32Array(count);
	const sureness = new Uint8Array(count);
	let cue = -1;
	let source = -1;
	for (let i = 0; i < count; i++) {
		if (i === sentenceStarts[i]) {
			cue = -1;
			source = -1;
		}
		cueBefore[i] = cue;
		sourceBefore[i] = source;
		const label = labels[i] as number;
		if (label === beginCue || label === inCue) cue = i;
		if (label === beginSource || label === beginSource + 1) source = i;
		const margin = margins[i] as number;
		sureness[i] = margin < 20 ? 0 : margin < 60 ? 1 : margin < 150 ? 2 : 3;
	}
	cue = -1;
	source = -1;
	let end = count - 1;
	for (let i = count - 1; i >= 0; i--) {
		if (i === sentenceEnds[i]) {
			cue = -1;
			source = -1;
		}
		cueAfter[i] = cue;
		sourceAfter[i] = source;
		const label = labels[i] as number;
		if (label === beginCue || label === inCue) cue = i;
		if (label === beginSource || label === beginSource + 1) source = i;
		if (i + 1 >= count || !continues(labels, i + 1)) end = i;
		spanEnd[i] = end;
	}
	let before = 7;
	for (let first = 0; first < count; ) {
		const last = sentenceEnds[first] as number;
		let cues = 0;
		let sources = 0;
		let contents = 0;
		for (let i = first; i <= last; i++) {
			const label = labels[i] as number;
			if (label === beginCue) cues++;
			if (label === beginSource) sources++;
			if (label === beginContent) contents++;
		}
		sentenceSpans.fill(Math.min(2, cues) * 9 + Math.min(2, sources) * 3 + Math.min(2, contents), first, last + 1);
		sentenceBefore.fill(before, first, last + 1);
		const own = Math.min(1, cues) * 2 + Math.min(1, contents);
		if (first > 0) sentenceAfter.fill(own, sentenceStarts[first - 1] as number, first);
		before = own;
		if (last + 1 >= count) sentenceAfter.fill(7, first, last + 1);
		first = last + 1;
	}
	return {
		labels,
		cueBefore,
		cueAfter,
		sourceBefore,
		sourceAfter,
		sentenceSpans,
		sentenceBefore,
		sentenceAfter,
		spanEnd,
		sureness,
	};
}

function continues(labels: Uint8Array, i: number): boolean {
	const label = labels[i] as number;
	return label > 0 && label % 2 === 0;
}
