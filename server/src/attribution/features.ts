/**
 * Features of the attribution tagger. Stage 1 looks at words, tags, marks and the cues near by; stage 2 at the coarser
 * half of these and at what stage 1 said (stacking: Cohen and Carvalho 2005). What is in the sets was decided on PolNeAR's dev split.
 */
import { mix, pair } from '../tagging/hash';
import type { Decoding } from '../tagging/sequence';
import type { Columns, TagGroups } from './columns';

/** More than any token has. */
export const mostFeatures = 200;

/** The labels of the tagger, in the order of their numbers. */
export const attributionLabels = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;
const beginSource = 1;
const beginCue = 3;
const inCue = 4;
const beginContent = 5;

/** From this share on (tenths plus one) a word is taken for a likely cue when its neighbourhood is described. */
const likely = 4;
/** What stands beyond the block. */
const none = 0x2545f491;
const edge = 255;

/** The first bucket of the upper half. */
export function upperHalf(shift: number): number {
	return 1 << (31 - shift);
}

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

/**
 * Writes the buckets that both stages look at for token `i`; returns how many. They lie in the lower half of the
 * `32 - shift` bits, all others in the upper one, so that a question can ask both stages at once.
 */
export function sharedFeatures(
	out: Int32Array,
	columns: Columns,
	near: Neighbourhood,
	i: number,
	shift: number,
): number {
	const { words, tags, stems, suffixes, shapes, classes, quotes, cueShares, count, quoteKinds } = columns;
	const { sentenceStarts, sentenceEnds, commasBefore, verbsBefore, thatsBefore } = columns;
	const toHalf = shift + 1;
	let k = 0;
	const p = tags[i] as number;
	const p1 = tagAt(columns, i - 1);
	const p2 = tagAt(columns, i - 2);
	const q1 = tagAt(columns, i + 1);
	const q2 = tagAt(columns, i + 2);
	const c = classes[i] as number;
	const c1 = i > 0 ? (classes[i - 1] as number) : edge;
	const d1 = i + 1 < count ? (classes[i + 1] as number) : edge;
	const quote = quotes[i] as number;
	const share = cueShares[i] as number;
	const shape = shapes[i] as number;
	// The word and its neighbours.
	out[k++] = mix(1, words[i] as number, 0) >>> toHalf;
	out[k++] = mix(2, wordAt(columns, i - 1), 0) >>> toHalf;
	out[k++] = mix(3, wordAt(columns, i + 1), 0) >>> toHalf;
	out[k++] = mix(4, wordAt(columns, i - 2), 0) >>> toHalf;
	out[k++] = mix(5, wordAt(columns, i + 2), 0) >>> toHalf;
	out[k++] = mix(8, p, 0) >>> toHalf;
	out[k++] = mix(9, p1, 0) >>> toHalf;
	out[k++] = mix(10, q1, 0) >>> toHalf;
	out[k++] = mix(11, p2, 0) >>> toHalf;
	out[k++] = mix(12, q2, 0) >>> toHalf;
	out[k++] = mix(13, p1, p) >>> toHalf;
	out[k++] = mix(14, p, q1) >>> toHalf;
	out[k++] = mix(15, pair(p1, p), q1) >>> toHalf;
	out[k++] = mix(16, pair(p, q1), q2) >>> toHalf;
	out[k++] = mix(17, pair(p2, p1), p) >>> toHalf;
	out[k++] = mix(18, stems[i] as number, 0) >>> toHalf;
	out[k++] = mix(19, suffixes[i] as number, 0) >>> toHalf;
	out[k++] = mix(20, shape, 0) >>> toHalf;
	out[k++] = mix(21, i > 0 ? (shapes[i - 1] as number) : none, shape) >>> toHalf;
	out[k++] = mix(22, c, 0) >>> toHalf;
	out[k++] = mix(23, c1, c) >>> toHalf;
	out[k++] = mix(24, c, d1) >>> toHalf;
	out[k++] = mix(26, pair(c1, d1), 0) >>> toHalf;
	out[k++] = mix(29, c, pair(p, quote)) >>> toHalf;
	// Quotation marks.
	out[k++] = mix(32, quote, 0) >>> toHalf;
	out[k++] = mix(33, i > 0 ? (quotes[i - 1] as number) : 7, quote) >>> toHalf;
	out[k++] = mix(34, i + 1 < count ? (quotes[i + 1] as number) : 7, quote) >>> toHalf;
	out[k++] = mix(35, quote, p) >>> toHalf;
	out[k++] = mix(36, quoteKinds[i] as number, quote) >>> toHalf;
	// Words that are often cues.
	out[k++] = mix(37, share, 0) >>> toHalf;
	out[k++] = mix(38, i > 0 ? (cueShares[i - 1] as number) : 15, share) >>> toHalf;
	out[k++] = mix(39, i + 1 < count ? (cueShares[i + 1] as number) : 15, share) >>> toHalf;
	out[k++] = mix(40, share, pair(p, q1)) >>> toHalf;
	out[k++] = mix(41, share, pair(q1, q2)) >>> toHalf;
	const kind = near.sentenceKind[i] as number;
	out[k++] = mix(42, kind, 0) >>> toHalf;
	out[k++] = mix(43, kind, quote) >>> toHalf;
	out[k++] = mix(44, near.opensWithQuote ? 1 : 0, quote) >>> toHalf;
	out[k++] = mix(45, kind, p) >>> toHalf;
	const first = sentenceStarts[i] as number;
	const last = sentenceEnds[i] as number;
	out[k++] = mix(46, bucketOf(i - first), 0) >>> toHalf;
	if (i === first) out[k++] = mix(47, 0, 0) >>> toHalf;
	if (i === last) out[k++] = mix(48, 0, 0) >>> toHalf;
	out[k++] = mix(49, columns.titleCase ? 1 : 0, p) >>> toHalf;
	out[k++] = mix(50, columns.titleCase ? 1 : 0, share) >>> toHalf;
	// The likely cue before, and what lies between.
	const left = near.cueBefore[i] as number;
	if (left >= 0) {
		const distance = bucketOf(i - left);
		const commas = Math.min(2, (commasBefore[i] as number) - (commasBefore[left + 1] as number));
		const thats = (thatsBefore[i] as number) > (thatsBefore[left + 1] as number) ? 1 : 0;
		const verbs = Math.min(2, (verbsBefore[i] as number) - (verbsBefore[left + 1] as number));
		out[k++] = mix(51, distance, 0) >>> toHalf;
		out[k++] = mix(55, distance, p) >>> toHalf;
		out[k++] = mix(56, commas * 6 + thats * 3 + verbs, 0) >>> toHalf;
		out[k++] = mix(57, commas * 2 + thats, quote) >>> toHalf;
	} else out[k++] = mix(63, 0, 0) >>> toHalf;
	// The likely cue after.
	const right = near.cueAfter[i] as number;
	if (right >= 0) {
		const distance = bucketOf(right - i);
		const commas = Math.min(2, (commasBefore[right] as number) - (commasBefore[i + 1] as number));
		const verbs = Math.min(2, (verbsBefore[right] as number) - (verbsBefore[i + 1] as number));
		out[k++] = mix(64, distance, 0) >>> toHalf;
		out[k++] = mix(67, distance, p) >>> toHalf;
		out[k++] = mix(68, commas * 3 + verbs, 0) >>> toHalf;
		out[k++] = mix(69, bucketOf(last - right), 0) >>> toHalf;
		out[k++] = mix(70, commas, pair(bucketOf(last - right), quote)) >>> toHalf;
	} else out[k++] = mix(73, 0, 0) >>> toHalf;
	const verb = near.verbBefore[i] as number;
	if (verb >= 0) out[k++] = mix(75, tags[verb] as number, p) >>> toHalf;
	const verbs = Math.min(3, (verbsBefore[i] as number) - (verbsBefore[first] as number));
	const commas = Math.min(3, (commasBefore[i] as number) - (commasBefore[first] as number));
	out[k++] = mix(77, verbs, commas) >>> toHalf;
	// The stretch between marks.
	const start = near.stretchStart[i] as number;
	const end = near.stretchEnd[i] as number;
	const inStretch = near.cuesInStretch[i] as number;
	out[k++] = mix(79, tagAt(columns, start), pair(inStretch, p)) >>> toHalf;
	out[k++] = mix(80, inStretch, pair(bucketOf(i - start), bucketOf(end - i))) >>> toHalf;
	out[k++] = mix(82, end < last ? pair(tagAt(columns, end + 2), quotes[end + 1] as number) : none, p) >>> toHalf;
	return k;
}

/**
 * Writes the buckets of stage 1 alone, from place `at`; returns the new count. Rarer and more telling than the shared
 * ones: a stage 2 that saw them would learn them by heart and not listen to stage 1.
 */
export function wordyFeatures(
	out: Int32Array,
	at: number,
	columns: Columns,
	near: Neighbourhood,
	i: number,
	shift: number,
): number {
	const { tags, stems, classes, quotes, commasBefore, verbsBefore, thatsBefore, sentenceStarts, sentenceEnds } =
		columns;
	let k = at;
	const half = upperHalf(shift);
	const toHalf = shift + 1;
	const w = wordAt(columns, i);
	const w1 = wordAt(columns, i - 1);
	const n1 = wordAt(columns, i + 1);
	const p = tags[i] as number;
	const p1 = tagAt(columns, i - 1);
	const q1 = tagAt(columns, i + 1);
	const q2 = tagAt(columns, i + 2);
	const c = classes[i] as number;
	out[k++] = (mix(6, w1, w) >>> toHalf) | half;
	out[k++] = (mix(7, w, n1) >>> toHalf) | half;
	out[k++] = (mix(25, c, pair(p1, q1)) >>> toHalf) | half;
	out[k++] = (mix(27, w1, n1) >>> toHalf) | half;
	out[k++] = (mix(28, stems[i] as number, pair(p, q1)) >>> toHalf) | half;
	out[k++] = (mix(30, pair(tagAt(columns, i - 2), p1), pair(p, pair(q1, q2))) >>> toHalf) | half;
	out[k++] = (mix(31, pair(q1, q2), pair(p, tagAt(columns, i + 3))) >>> toHalf) | half;
	const left = near.cueBefore[i] as number;
	if (left >= 0) {
		const distance = bucketOf(i - left);
		const stem = stems[left] as number;
		const commas = Math.min(2, (commasBefore[i] as number) - (commasBefore[left + 1] as number));
		const thats = (thatsBefore[i] as number) > (thatsBefore[left + 1] as number) ? 1 : 0;
		const verbs = Math.min(2, (verbsBefore[i] as number) - (verbsBefore[left + 1] as number));
		out[k++] = (mix(52, stem, 0) >>> toHalf) | half;
		out[k++] = (mix(53, stem, p) >>> toHalf) | half;
		out[k++] = (mix(54, stem, wordAt(columns, left + 1)) >>> toHalf) | half;
		out[k++] = (mix(58, commas * 6 + thats * 3 + verbs, p) >>> toHalf) | half;
		out[k++] = (mix(59, pair(classes[left] as number, commas), p) >>> toHalf) | half;
		out[k++] = (mix(60, stem, pair(distance, commas)) >>> toHalf) | half;
		out[k++] = (mix(61, stem, pair(p, q1)) >>> toHalf) | half;
		out[k++] = (mix(62, classes[left] as number, pair(tagAt(columns, left + 1), distance)) >>> toHalf) | half;
	}
	const right = near.cueAfter[i] as number;
	if (right >= 0) {
		const stem = stems[right] as number;
		const commas = Math.min(2, (commasBefore[right] as number) - (commasBefore[i + 1] as number));
		const verbs = Math.min(2, (verbsBefore[right] as number) - (verbsBefore[i + 1] as number));
		out[k++] = (mix(65, stem, 0) >>> toHalf) | half;
		out[k++] = (mix(66, stem, p) >>> toHalf) | half;
		out[k++] = (mix(71, pair(commas, verbs), pair(bucketOf(right - i), p)) >>> toHalf) | half;
		out[k++] = (mix(72, tagAt(columns, right - 1), pair(commas * 3 + verbs, p)) >>> toHalf) | half;
	}
	const verb = near.verbBefore[i] as number;
	if (verb >= 0) {
		out[k++] = (mix(74, stems[verb] as number, 0) >>> toHalf) | half;
		out[k++] = (mix(76, classes[verb] as number, pair(p, bucketOf(i - verb))) >>> toHalf) | half;
	}
	const start = near.stretchStart[i] as number;
	const end = near.stretchEnd[i] as number;
	const quote = quotes[i] as number;
	out[k++] = (mix(78, wordAt(columns, start), pair(p, bucketOf(i - start))) >>> toHalf) | half;
	out[k++] =
		(mix(
			81,
			end < (sentenceEnds[i] as number) ? wordAt(columns, end + 2) : none,
			pair(near.cuesInStretch[i] as number, quote),
		) >>>
			toHalf) |
		half;
	out[k++] =
		(mix(83, start > (sentenceStarts[i] as number) + 1 ? wordAt(columns, start - 2) : none, pair(quote, p)) >>>
			toHalf) |
		half;
	return k;
}

function wordAt({ words, count }: Columns, i: number): number {
	return i >= 0 && i < count ? (words[i] as number) : none;
}

function tagAt({ tags, count }: Columns, i: number): number {
	return i >= 0 && i < count ? (tags[i] as number) : edge;
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

/** Writes the buckets of stage 2 alone, from place `at`; returns the new count. */
export function opinionFeatures(
	out: Int32Array,
	at: number,
	columns: Columns,
	opinion: Opinion,
	i: number,
	shift: number,
): number {
	const { words, tags, stems, classes, quotes, count, commasBefore } = columns;
	const { labels } = opinion;
	let k = at;
	const half = upperHalf(shift);
	const toHalf = shift + 1;
	const labelAt = (place: number): number => (place >= 0 && place < count ? (labels[place] as number) : 9);
	const z = labels[i] as number;
	const z1 = labelAt(i - 1);
	const y1 = labelAt(i + 1);
	const p = tags[i] as number;
	const q1 = i + 1 < count ? (tags[i + 1] as number) : 255;
	const quote = quotes[i] as number;
	const window = z1 * 100 + z * 10 + y1;
	out[k++] = (mix(101, z, 0) >>> toHalf) | half;
	out[k++] = (mix(102, z1, 0) >>> toHalf) | half;
	out[k++] = (mix(103, y1, 0) >>> toHalf) | half;
	out[k++] = (mix(104, window, 0) >>> toHalf) | half;
	out[k++] = (mix(105, labelAt(i - 2) * 10 + labelAt(i + 2), window) >>> toHalf) | half;
	out[k++] = (mix(106, z, p) >>> toHalf) | half;
	out[k++] = (mix(107, z, words[i] as number) >>> toHalf) | half;
	out[k++] = (mix(108, z, quote) >>> toHalf) | half;
	out[k++] = (mix(109, z * 10 + y1, pair(p, quote)) >>> toHalf) | half;
	const spans = opinion.sentenceSpans[i] as number;
	out[k++] = (mix(110, spans, 0) >>> toHalf) | half;
	out[k++] = (mix(111, spans, z) >>> toHalf) | half;
	out[k++] = (mix(112, spans, p) >>> toHalf) | half;
	out[k++] = (mix(113, opinion.sentenceBefore[i] as number, pair(z, quote)) >>> toHalf) | half;
	out[k++] = (mix(114, opinion.sentenceAfter[i] as number, pair(z, quote)) >>> toHalf) | half;
	const sure = opinion.sureness[i] as number;
	out[k++] = (mix(115, sure, z) >>> toHalf) | half;
	out[k++] = (mix(116, sure, pair(z, p)) >>> toHalf) | half;
	out[k++] = (mix(117, sure, pair(z, classes[i] as number)) >>> toHalf) | half;
	const left = opinion.cueBefore[i] as number;
	if (left >= 0) {
		const stem = stems[left] as number;
		out[k++] = (mix(118, bucketOf(i - left), z) >>> toHalf) | half;
		out[k++] = (mix(119, stem, z) >>> toHalf) | half;
		out[k++] = (mix(120, stem, p) >>> toHalf) | half;
		out[k++] = (mix(121, stem, pair(p, q1)) >>> toHalf) | half;
		const commas = Math.min(3, (commasBefore[i] as number) - (commasBefore[left + 1] as number));
		out[k++] = (mix(122, commas, pair(z, p)) >>> toHalf) | half;
		out[k++] = (mix(123, classes[left] as number, pair(z, p)) >>> toHalf) | half;
		out[k++] =
			(mix(124, left + 1 < count ? (tags[left + 1] as number) : 255, pair(classes[left] as number, z)) >>> toHalf) |
			half;
		out[k++] = (mix(125, commas, pair(z, words[i] as number)) >>> toHalf) | half;
	} else out[k++] = (mix(126, z, 0) >>> toHalf) | half;
	const right = opinion.cueAfter[i] as number;
	if (right >= 0) {
		const stem = stems[right] as number;
		out[k++] = (mix(127, bucketOf(right - i), z) >>> toHalf) | half;
		out[k++] = (mix(128, stem, z) >>> toHalf) | half;
		out[k++] = (mix(129, stem, p) >>> toHalf) | half;
		const commas = Math.min(3, (commasBefore[right] as number) - (commasBefore[i + 1] as number));
		out[k++] = (mix(130, commas, pair(z, p)) >>> toHalf) | half;
		out[k++] = (mix(131, right > 0 ? labelAt(right - 1) : 9, pair(commas, z)) >>> toHalf) | half;
	} else out[k++] = (mix(132, z, 0) >>> toHalf) | half;
	const sourceLeft = opinion.sourceBefore[i] as number;
	const sourceRight = opinion.sourceAfter[i] as number;
	const order =
		(sourceLeft >= 0 ? bucketOf(i - sourceLeft) : 9) * 10 + (sourceRight >= 0 ? bucketOf(sourceRight - i) : 9);
	out[k++] = (mix(133, order, z) >>> toHalf) | half;
	const end = opinion.spanEnd[i] as number;
	const after = end + 1 < count ? (words[end + 1] as number) : none;
	out[k++] = (mix(134, bucketOf(end - i), pair(z, after)) >>> toHalf) | half;
	out[k++] = (mix(135, labelAt(end + 1), pair(z, after)) >>> toHalf) | half;
	// What stage 1 saw begin where this stretch or sentence begins.
	out[k++] = (mix(136, labelAt(columns.sentenceStarts[i] as number), pair(z, p)) >>> toHalf) | half;
	out[k++] = (mix(137, labelAt(columns.sentenceEnds[i] as number), pair(z, quote)) >>> toHalf) | half;
	return k;
}
