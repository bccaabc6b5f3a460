/** Parts of speech: a greedy averaged perceptron (Collins 2002) over word forms and the two tags before. */
import {
	formClass,
	formFlags,
	formPrefix1,
	formPrefix2,
	formPrefix3,
	formShape,
	formSuffix1,
	formSuffix2,
	formSuffix3,
	formSuffix4,
	formWidth,
	formWord,
} from './columns';
import { mix } from './hash';
import { allocate, int32, setInt32 } from './memory';
import { addWide, buckets, createWide } from './models';

const beginning: i32 = 0x1234567;
const ending: i32 = 0x7654321;

let shift: i32 = 0;
let labelCount: i32 = 0;
let model: i32 = 0;
let scores: i32 = 0;

/** Takes the model's section, which must be fine. */
export function setPartOfSpeechModel(section: i32, bits: i32, labels: i32): void {
	shift = 32 - bits;
	labelCount = labels;
	model = createWide(section, bits);
	scores = allocate(labels << 2);
}

/** Tags the sentence of tokens `from` to `to`; `forms` holds a row a token, `tags` receives a byte a token. */
export function tagSentence(forms: i32, from: i32, to: i32, tags: i32): void {
	let before: i32 = -1;
	let beforeThat: i32 = -1;
	for (let i = from; i < to; i++) {
		const count = partOfSpeechFeatures(forms, i, from, to, before, beforeThat, shift);
		memory.fill(scores, 0, labelCount << 2);
		addWide(model, count, scores);
		let best: i32 = 0;
		let most = int32(scores, 0);
		for (let label = 1; label < labelCount; label++) {
			const score = int32(scores, label);
			if (score > most) {
				most = score;
				best = label;
			}
		}
		store<u8>(tags + i, <u8>best);
		beforeThat = before;
		before = best;
	}
}

let k: i32 = 0;

/**
 * Writes the buckets of token `i` of the sentence `from` to `to`, given the labels of the two tokens before (-1: none);
 * returns how many.
 */
export function partOfSpeechFeatures(
	forms: i32,
	i: i32,
	from: i32,
	to: i32,
	before: i32,
	beforeThat: i32,
	shift: i32,
): i32 {
	const own = forms + ((i * formWidth) << 2);
	const w = int32(own, formWord);
	const s2 = int32(own, formSuffix2);
	const s3 = int32(own, formSuffix3);
	const sh = int32(own, formShape);
	const c = int32(own, formClass);
	const w1 = at(forms, i - 1, from, to, formWord);
	const n1 = at(forms, i + 1, from, to, formWord);
	const n3 = at(forms, i + 1, from, to, formSuffix3);
	const c1 = at(forms, i + 1, from, to, formClass);
	const b1 = at(forms, i - 1, from, to, formClass);
	k = 0;
	add(mix(1, w, 0) >>> shift);
	add(mix(2, int32(own, formSuffix1), int32(own, formFlags)) >>> shift);
	add(mix(3, s2, 0) >>> shift);
	add(mix(4, s3, 0) >>> shift);
	add(mix(5, int32(own, formSuffix4), 0) >>> shift);
	add(mix(6, int32(own, formPrefix1), 0) >>> shift);
	add(mix(7, int32(own, formPrefix2), 0) >>> shift);
	add(mix(8, int32(own, formPrefix3), 0) >>> shift);
	add(mix(9, sh, i === from ? 1 : 0) >>> shift);
	add(mix(10, w1, 0) >>> shift);
	add(mix(11, n1, 0) >>> shift);
	add(mix(12, at(forms, i - 2, from, to, formWord), 0) >>> shift);
	add(mix(13, at(forms, i + 2, from, to, formWord), 0) >>> shift);
	add(mix(14, at(forms, i - 1, from, to, formSuffix3), 0) >>> shift);
	add(mix(15, n3, 0) >>> shift);
	add(mix(16, before, 0) >>> shift);
	add(mix(17, before, beforeThat + 1) >>> shift);
	add(mix(18, before, w) >>> shift);
	add(mix(19, w1, w) >>> shift);
	add(mix(20, w, n1) >>> shift);
	add(mix(21, before, s3) >>> shift);
	add(mix(22, at(forms, i - 1, from, to, formShape), sh) >>> shift);
	add(mix(23, at(forms, i + 1, from, to, formShape), sh) >>> shift);
	add(mix(24, before, n1) >>> shift);
	add(mix(25, at(forms, i + 1, from, to, formSuffix2), s2) >>> shift);
	add(mix(26, before, n3) >>> shift);
	add(mix(27, w1, n1) >>> shift);
	add(mix(28, 0, 0) >>> shift);
	add(mix(29, c, before) >>> shift);
	add(mix(30, c1, w) >>> shift);
	add(mix(31, at(forms, i + 2, from, to, formClass), c1) >>> shift);
	add(mix(32, b1, w) >>> shift);
	add(mix(33, c, c1) >>> shift);
	add(mix(34, c1, before) >>> shift);
	add(mix(35, b1, c) >>> shift);
	return k;
}

function at(forms: i32, i: i32, from: i32, to: i32, part: i32): i32 {
	return i < from ? beginning : i >= to ? ending : int32(forms, i * formWidth + part);
}

function add(bucket: i32): void {
	setInt32(buckets, k++, bucket);
}
