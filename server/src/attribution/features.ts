/**
 * Features of the attribution tagger. Stage 1 looks at words, tags, marks and the cues near by; stage 2 at the coarser
 * half of these and at what stage 1 said (stacking: Cohen and Carvalho 2005). What is in the sets was decided on PolNeAR's dev split.
 */
import type { Decoding } from '../tagging/sequence';
import type { Columns, TagGroups } from './columns';

/** The labels of the tagger, in the order of their numbers. */
export const attributionLabels = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
const beginSource = 1;
const beginCue = 3;
const inCue = 4;
const beginContent = 5;

/** From this share on (tenths plus one) a word is taken for a likely cue when its neighbourhood is described. */
const likely = 4;

/** Whatever is worked out once for a block. */
export interface Neighbourhood {
	readonly cueBefore: Int32Array;
	readonly cueAfter: Int32Array;
	readonly verbBefore: Int32Array;
	/** What the sentence of each token is like: its quotations and likely cues, in bits. */
	readonly sentenceKind: Int32Array;
	/** First token of the stretch between commas, dashes and marks. */
	readonly stretchStart: Int32Array;
	/** Last token of it. */
	readonly stretchEnd: Int32Array;
	readonly cuesInStretch: Uint8Array;
	/** Of the opening token of the block: whether a quotation begins there. */
	readonly opensWithQuote: boolean;
}

export function neighbourhoodOf(columns: Columns, groups: TagGroups): Neighbourhood {
	const { count, cueShares, sentenceStarts, sentenceEnds, quotes, tags } = columns;
	const cueBefore = new Int32Array(count).fill(-1);
	const cueAfter = new Int32Array(count).fill(-1);
	const verbBefore = new Int32Array(count).fill(-1);
	const sentenceKind = new Int32Array(count);
	const stretchStart = new Int32Array(count);
	const stretchEnd = new Int32Array(count);
	const cuesInStretch = new Uint8Array(count);
	let cue = -1;
	let verb = -1;
	let stretch = 0;
	for (let i = 0; i < count; i++) {
		if (i === sentenceStarts[i]) {
			cue = -1;
			verb = -1;
			stretch = i;
		}
		cueBefore[i] = cue;
		verbBefore[i] = verb;
		stretchStart[i] = stretch;
		if ((cueShares[i] as number) >= likely) cue = i;
		if ((groups.isVerb[tags[i] as number] as number) === 1) verb = i;
		if (isBoundary(columns, i)) stretch = i + 1;
	}
	cue = -1;
	let end = count - 1;
	for (let i = count - 1; i >= 0; i--) {
		if (i === sentenceEnds[i]) {
			cue = -1;
			end = i;
		}
		cueAfter[i] = cue;
		stretchEnd[i] = end;
		if ((cueShares[i] as number) >= likely) cue = i;
		if (isBoundary(columns, i)) end = i - 1;
	}
	for (let first = 0; first < count; ) {
		const last = sentenceEnds[first] as number;
		let kind = quotes[first] === 1 ? 1 : quotes[first] === 2 ? 2 : 0;
		let cues = 0;
		for (let i = first; i <= last; i++) {
			if (quotes[i] === 1) kind |= 4;
			if ((cueShares[i] as number) >= likely) {
				kind |= 8;
				cues++;
			}
			if (i >= last - 9 && (cueShares[i] as number) >= 7) kind |= 16;
		}
		if (cues > 1) kind |= 32;
		sentenceKind.fill(kind, first, last + 1);
		first = last + 1;
	}
	let cues = 0;
	for (let i = 0; i < count; i++) {
		if (stretchStart[i] === i) {
			cues = 0;
			for (let k = i; k <= (stretchEnd[i] as number); k++) if ((cueShares[k] as number) >= likely) cues++;
		}
		cuesInStretch[i] = Math.min(2, cues);
	}
	return {
		cueBefore,
		cueAfter,
		verbBefore,
		sentenceKind,
		stretchStart,
		stretchEnd,
		cuesInStretch,
		opensWithQuote: count > 0 && quotes[0] === 1,
	};
}

/** A comma or a quotation mark. */
function isBoundary({ commasBefore, quotes }: Columns, i: number): boolean {
	return (
		(commasBefore[i + 1] as number) > (commasBefore[i] as number) ||
		quotes[i] === 1 ||
		quotes[i] === 3 ||
		quotes[i] === 4
	);
}

/** Distances, coarser the longer. */
export function bucketOf(n: number): number {
	return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 25 ? 7 : 8;
}

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
