/** What stands around each token of a block, worked out once for the stages' features: likely cues, verbs, stretches between marks. */
import type { Columns, TagGroups } from './columns';

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
