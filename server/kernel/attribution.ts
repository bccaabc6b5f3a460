/**
 * The attribution tagger: source, cue and content of a block in two stages. Stage 1 looks at words, tags, marks and the
 * cues near by; stage 2 at the coarser half of these and at what stage 1 said (stacking: Cohen and Carvalho 2005). What
 * is in the sets was decided on PolNeAR's dev split. Templates have numbers, which must not change: weights are trained on them.
 */
import {
	classes,
	columnCount,
	commasBefore,
	cueAfter,
	cueBefore,
	cueShares,
	cuesInStretch,
	labelledCueAfter,
	labelledCueBefore,
	labels,
	quoteKinds,
	quotes,
	sentenceAfter,
	sentenceBefore,
	sentenceEnds,
	sentenceKind,
	sentenceSpans,
	sentenceStarts,
	shapes,
	sourceAfter,
	sourceBefore,
	spanEnd,
	stems,
	stretchEnd,
	stretchStart,
	suffixes,
	sureness,
	tags,
	thatsBefore,
	verbBefore,
	verbsBefore,
	words,
} from './columns';
import { mix, pair } from './hash';
import { allocate, fallBack, height, int32, setInt32 } from './memory';
import { addBoth, addNarrow, buckets, createNarrow } from './models';
import { decode } from './sequence';

/** What stands beyond the block. */
const none: i32 = 0x2545f491;
const edge: i32 = 255;

/** Labels of both stages; their scores stand in eights. */
const width: i32 = 7;

let shift: i32 = 0;
let sharedModel: i32 = 0;
let firstModel: i32 = 0;
let secondModel: i32 = 0;
let firstTransitions: i32 = 0;
let secondTransitions: i32 = 0;

/**
 * Takes the sections of both stages, each with its transitions, as from `transitionMatrix`. What both stages make of the
 * features they share is asked side by side.
 */
export function setStages(bits: i32, first: i32, second: i32, transitionsOfFirst: i32, transitionsOfSecond: i32): void {
	const half = 1 << (bits - 1);
	shift = 32 - bits;
	sharedModel = createNarrow(first, second, bits, 0, half);
	firstModel = createNarrow(first, 0, bits, half, half << 1);
	secondModel = createNarrow(second, 0, bits, half, half << 1);
	firstTransitions = transitionsOfFirst;
	secondTransitions = transitionsOfSecond;
}

let bottom: i32 = 0;
let count: i32 = 0;
let stride: i32 = 0;
let columns: i32 = 0;
let titleCase: i32 = 0;
let opensWithQuote: i32 = 0;
let firstScores: i32 = 0;
let secondScores: i32 = 0;
let decodedLabels: i32 = 0;
let decodedMargins: i32 = 0;

/**
 * Begins a block of so many tokens; the one before is forgotten. Returns where its columns go: one after another, of
 * 32-bit numbers, each one longer than there are tokens.
 */
export function beginBlock(tokens: i32, isTitleCase: i32, isQuoteFirst: i32): i32 {
	if (bottom === 0) bottom = height();
	fallBack(bottom);
	count = tokens;
	stride = (tokens + 1) << 2;
	titleCase = isTitleCase;
	opensWithQuote = isQuoteFirst;
	columns = allocate(columnCount * stride);
	firstScores = allocate(tokens << 4);
	secondScores = allocate(tokens << 4);
	memory.fill(firstScores, 0, tokens << 4);
	memory.fill(secondScores, 0, tokens << 4);
	decodedLabels = allocate(tokens);
	decodedMargins = allocate(tokens << 2);
	return columns;
}

/** Where the labels of the last stage are, a byte a token. */
export function labelsAt(): i32 {
	return decodedLabels;
}

/** Where their margins are, a 32-bit float a token. */
export function marginsAt(): i32 {
	return decodedMargins;
}

/** Stage 1 of the block, once all columns but those of its opinion are written. */
export function readFirst(): void {
	for (let i = 0; i < count; i++) {
		const shared = sharedFeatures(i, shift);
		const all = wordyFeatures(shared, i, shift);
		const first = firstScores + (i << 4);
		// What stage 2 makes of the shared features does not depend on stage 1.
		addBoth(sharedModel, shared, first, secondScores + (i << 4));
		addNarrow(firstModel, shared, all - shared, first);
	}
	decode(firstScores, count, width, firstTransitions, decodedLabels, decodedMargins);
}

/** Stage 2, once the columns of stage 1's opinion are written. */
export function readSecond(): void {
	for (let i = 0; i < count; i++) {
		const all = opinionFeatures(0, i, shift);
		addNarrow(secondModel, 0, all, secondScores + (i << 4));
	}
	decode(secondScores, count, width, secondTransitions, decodedLabels, decodedMargins);
}

let k: i32 = 0;
let toHalf: i32 = 0;
let half: i32 = 0;

function ask(template: i32, a: i32, b: i32): void {
	setInt32(buckets, k++, (mix(template, a, b) >>> toHalf) | half);
}

function at(column: i32, i: i32): i32 {
	return int32(columns + column * stride, i);
}

function wordAt(i: i32): i32 {
	return i >= 0 && i < count ? at(words, i) : none;
}

function tagAt(i: i32): i32 {
	return i >= 0 && i < count ? at(tags, i) : edge;
}

function labelAt(i: i32): i32 {
	return i >= 0 && i < count ? at(labels, i) : 9;
}

/** Distances, coarser the longer. */
function bucketOf(n: i32): i32 {
	return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 25 ? 7 : 8;
}

/**
 * Writes the buckets that both stages look at for token `i`; returns how many. They lie in the lower half of the
 * `32 - shift` bits, all others in the upper one, so that a question can ask both stages at once.
 */
export function sharedFeatures(i: i32, shift: i32): i32 {
	k = 0;
	toHalf = shift + 1;
	half = 0;
	const p = at(tags, i);
	const p1 = tagAt(i - 1);
	const p2 = tagAt(i - 2);
	const q1 = tagAt(i + 1);
	const q2 = tagAt(i + 2);
	const c = at(classes, i);
	const c1 = i > 0 ? at(classes, i - 1) : edge;
	const d1 = i + 1 < count ? at(classes, i + 1) : edge;
	const quote = at(quotes, i);
	const share = at(cueShares, i);
	const shape = at(shapes, i);
	// The word and its neighbours.
	ask(1, at(words, i), 0);
	ask(2, wordAt(i - 1), 0);
	ask(3, wordAt(i + 1), 0);
	ask(4, wordAt(i - 2), 0);
	ask(5, wordAt(i + 2), 0);
	ask(8, p, 0);
	ask(9, p1, 0);
	ask(10, q1, 0);
	ask(11, p2, 0);
	ask(12, q2, 0);
	ask(13, p1, p);
	ask(14, p, q1);
	ask(15, pair(p1, p), q1);
	ask(16, pair(p, q1), q2);
	ask(17, pair(p2, p1), p);
	ask(18, at(stems, i), 0);
	ask(19, at(suffixes, i), 0);
	ask(20, shape, 0);
	ask(21, i > 0 ? at(shapes, i - 1) : none, shape);
	ask(22, c, 0);
	ask(23, c1, c);
	ask(24, c, d1);
	ask(26, pair(c1, d1), 0);
	ask(29, c, pair(p, quote));
	// Quotation marks.
	ask(32, quote, 0);
	ask(33, i > 0 ? at(quotes, i - 1) : 7, quote);
	ask(34, i + 1 < count ? at(quotes, i + 1) : 7, quote);
	ask(35, quote, p);
	ask(36, at(quoteKinds, i), quote);
	// Words that are often cues.
	ask(37, share, 0);
	ask(38, i > 0 ? at(cueShares, i - 1) : 15, share);
	ask(39, i + 1 < count ? at(cueShares, i + 1) : 15, share);
	ask(40, share, pair(p, q1));
	ask(41, share, pair(q1, q2));
	const kind = at(sentenceKind, i);
	ask(42, kind, 0);
	ask(43, kind, quote);
	ask(44, opensWithQuote, quote);
	ask(45, kind, p);
	const first = at(sentenceStarts, i);
	const last = at(sentenceEnds, i);
	ask(46, bucketOf(i - first), 0);
	if (i === first) ask(47, 0, 0);
	if (i === last) ask(48, 0, 0);
	ask(49, titleCase, p);
	ask(50, titleCase, share);
	// The likely cue before, and what lies between.
	const left = at(cueBefore, i);
	if (left >= 0) {
		const distance = bucketOf(i - left);
		const commas = min(2, at(commasBefore, i) - at(commasBefore, left + 1));
		const thats = at(thatsBefore, i) > at(thatsBefore, left + 1) ? 1 : 0;
		const verbs = min(2, at(verbsBefore, i) - at(verbsBefore, left + 1));
		ask(51, distance, 0);
		ask(55, distance, p);
		ask(56, commas * 6 + thats * 3 + verbs, 0);
		ask(57, commas * 2 + thats, quote);
	} else ask(63, 0, 0);
	// The likely cue after.
	const right = at(cueAfter, i);
	if (right >= 0) {
		const distance = bucketOf(right - i);
		const commas = min(2, at(commasBefore, right) - at(commasBefore, i + 1));
		const verbs = min(2, at(verbsBefore, right) - at(verbsBefore, i + 1));
		ask(64, distance, 0);
		ask(67, distance, p);
		ask(68, commas * 3 + verbs, 0);
		ask(69, bucketOf(last - right), 0);
		ask(70, commas, pair(bucketOf(last - right), quote));
	} else ask(73, 0, 0);
	const verb = at(verbBefore, i);
	if (verb >= 0) ask(75, at(tags, verb), p);
	const verbs = min(3, at(verbsBefore, i) - at(verbsBefore, first));
	const commas = min(3, at(commasBefore, i) - at(commasBefore, first));
	ask(77, verbs, commas);
	// The stretch between marks.
	const start = at(stretchStart, i);
	const end = at(stretchEnd, i);
	const inStretch = at(cuesInStretch, i);
	ask(79, tagAt(start), pair(inStretch, p));
	ask(80, inStretch, pair(bucketOf(i - start), bucketOf(end - i)));
	ask(82, end < last ? pair(tagAt(end + 2), at(quotes, end + 1)) : none, p);
	return k;
}

/**
 * Writes the buckets of stage 1 alone, from place `from`; returns the new count. Rarer and more telling than the shared
 * ones: a stage 2 that saw them would learn them by heart and not listen to stage 1.
 */
export function wordyFeatures(from: i32, i: i32, shift: i32): i32 {
	k = from;
	toHalf = shift + 1;
	half = 1 << (31 - shift);
	const w = wordAt(i);
	const w1 = wordAt(i - 1);
	const n1 = wordAt(i + 1);
	const p = at(tags, i);
	const p1 = tagAt(i - 1);
	const q1 = tagAt(i + 1);
	const q2 = tagAt(i + 2);
	const c = at(classes, i);
	ask(6, w1, w);
	ask(7, w, n1);
	ask(25, c, pair(p1, q1));
	ask(27, w1, n1);
	ask(28, at(stems, i), pair(p, q1));
	ask(30, pair(tagAt(i - 2), p1), pair(p, pair(q1, q2)));
	ask(31, pair(q1, q2), pair(p, tagAt(i + 3)));
	const left = at(cueBefore, i);
	if (left >= 0) {
		const distance = bucketOf(i - left);
		const stem = at(stems, left);
		const commas = min(2, at(commasBefore, i) - at(commasBefore, left + 1));
		const thats = at(thatsBefore, i) > at(thatsBefore, left + 1) ? 1 : 0;
		const verbs = min(2, at(verbsBefore, i) - at(verbsBefore, left + 1));
		ask(52, stem, 0);
		ask(53, stem, p);
		ask(54, stem, wordAt(left + 1));
		ask(58, commas * 6 + thats * 3 + verbs, p);
		ask(59, pair(at(classes, left), commas), p);
		ask(60, stem, pair(distance, commas));
		ask(61, stem, pair(p, q1));
		ask(62, at(classes, left), pair(tagAt(left + 1), distance));
	}
	const right = at(cueAfter, i);
	if (right >= 0) {
		const stem = at(stems, right);
		const commas = min(2, at(commasBefore, right) - at(commasBefore, i + 1));
		const verbs = min(2, at(verbsBefore, right) - at(verbsBefore, i + 1));
		ask(65, stem, 0);
		ask(66, stem, p);
		ask(71, pair(commas, verbs), pair(bucketOf(right - i), p));
		ask(72, tagAt(right - 1), pair(commas * 3 + verbs, p));
	}
	const verb = at(verbBefore, i);
	if (verb >= 0) {
		ask(74, at(stems, verb), 0);
		ask(76, at(classes, verb), pair(p, bucketOf(i - verb)));
	}
	const start = at(stretchStart, i);
	const end = at(stretchEnd, i);
	const quote = at(quotes, i);
	ask(78, wordAt(start), pair(p, bucketOf(i - start)));
	ask(81, end < at(sentenceEnds, i) ? wordAt(end + 2) : none, pair(at(cuesInStretch, i), quote));
	ask(83, start > at(sentenceStarts, i) + 1 ? wordAt(start - 2) : none, pair(quote, p));
	return k;
}

/** Writes the buckets of stage 2 alone, from place `from`; returns the new count. */
export function opinionFeatures(from: i32, i: i32, shift: i32): i32 {
	k = from;
	toHalf = shift + 1;
	half = 1 << (31 - shift);
	const z = at(labels, i);
	const z1 = labelAt(i - 1);
	const y1 = labelAt(i + 1);
	const p = at(tags, i);
	const q1 = i + 1 < count ? at(tags, i + 1) : 255;
	const quote = at(quotes, i);
	const window = z1 * 100 + z * 10 + y1;
	ask(101, z, 0);
	ask(102, z1, 0);
	ask(103, y1, 0);
	ask(104, window, 0);
	ask(105, labelAt(i - 2) * 10 + labelAt(i + 2), window);
	ask(106, z, p);
	ask(107, z, at(words, i));
	ask(108, z, quote);
	ask(109, z * 10 + y1, pair(p, quote));
	const spans = at(sentenceSpans, i);
	ask(110, spans, 0);
	ask(111, spans, z);
	ask(112, spans, p);
	ask(113, at(sentenceBefore, i), pair(z, quote));
	ask(114, at(sentenceAfter, i), pair(z, quote));
	const sure = at(sureness, i);
	ask(115, sure, z);
	ask(116, sure, pair(z, p));
	ask(117, sure, pair(z, at(classes, i)));
	const left = at(labelledCueBefore, i);
	if (left >= 0) {
		const stem = at(stems, left);
		ask(118, bucketOf(i - left), z);
		ask(119, stem, z);
		ask(120, stem, p);
		ask(121, stem, pair(p, q1));
		const commas = min(3, at(commasBefore, i) - at(commasBefore, left + 1));
		ask(122, commas, pair(z, p));
		ask(123, at(classes, left), pair(z, p));
		ask(124, left + 1 < count ? at(tags, left + 1) : 255, pair(at(classes, left), z));
		ask(125, commas, pair(z, at(words, i)));
	} else ask(126, z, 0);
	const right = at(labelledCueAfter, i);
	if (right >= 0) {
		const stem = at(stems, right);
		ask(127, bucketOf(right - i), z);
		ask(128, stem, z);
		ask(129, stem, p);
		const commas = min(3, at(commasBefore, right) - at(commasBefore, i + 1));
		ask(130, commas, pair(z, p));
		ask(131, right > 0 ? labelAt(right - 1) : 9, pair(commas, z));
	} else ask(132, z, 0);
	const sourceLeft = at(sourceBefore, i);
	const sourceRight = at(sourceAfter, i);
	const order =
		(sourceLeft >= 0 ? bucketOf(i - sourceLeft) : 9) * 10 + (sourceRight >= 0 ? bucketOf(sourceRight - i) : 9);
	ask(133, order, z);
	const end = at(spanEnd, i);
	const after = end + 1 < count ? at(words, end + 1) : none;
	ask(134, bucketOf(end - i), pair(z, after));
	ask(135, labelAt(end + 1), pair(z, after));
	// What stage 1 saw begin where this stretch or sentence begins.
	ask(136, labelAt(at(sentenceStarts, i)), pair(z, p));
	ask(137, labelAt(at(sentenceEnds, i)), pair(z, quote));
	return k;
}
