/**
 * Parts of speech: a greedy averaged perceptron (Collins 2002) over word forms and the two tags before.
 * A label is a universal tag and a Penn tag in one: `VERB|VBD`.
 */
import { mix } from './hash';
import type { Lexemes } from './lexemes';
import { addScores, type LinearModel } from './model';

/** Features of one token. */
export const partOfSpeechFeatureCount = 35;

const beginning = 0x1234567;
const ending = 0x7654321;

/** The tagger's state between calls: buffers only. */
export interface PartOfSpeechTagger {
	readonly labels: readonly string[];
	/** Tags the sentence of tokens `from` to `to`; `out` receives label numbers at the same places. */
	tag(forms: Int32Array, from: number, to: number, out: Uint8Array): void;
}

export function createPartOfSpeechTagger(model: LinearModel, lexemes: Lexemes): PartOfSpeechTagger {
	const features = new Int32Array(partOfSpeechFeatureCount);
	const scores = new Int32Array(model.labels.length);
	return {
		labels: model.labels,
		tag(forms, from, to, out) {
			let before = -1;
			let beforeThat = -1;
			for (let i = from; i < to; i++) {
				partOfSpeechFeatures(features, lexemes, forms, i, from, to, before, beforeThat, 32 - model.bits);
				scores.fill(0);
				addScores(model, features, partOfSpeechFeatureCount, scores, 0);
				let best = 0;
				for (let label = 1; label < scores.length; label++) {
					if ((scores[label] as number) > (scores[best] as number)) best = label;
				}
				out[i] = best;
				beforeThat = before;
				before = best;
			}
		},
	};
}

/** Writes the buckets of token `i` of the sentence `from` to `to`, given the labels of the two tokens before (-1: none). */
export function partOfSpeechFeatures(
	features: Int32Array,
	lexemes: Lexemes,
	forms: Int32Array,
	i: number,
	from: number,
	to: number,
	before: number,
	beforeThat: number,
	shift: number,
): void {
	const { word, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3, shape, flags, wordClass } = lexemes;
	const at = (column: { values: Int32Array }, k: number): number =>
		k < from ? beginning : k >= to ? ending : (column.values[forms[k] as number] as number);
	const w = at(word, i);
	const w1 = at(word, i - 1);
	const n1 = at(word, i + 1);
	const s3 = at(suffix3, i);
	const sh = at(shape, i);
	const n3 = at(suffix3, i + 1);
	let k = 0;
	features[k++] = mix(1, w, 0) >>> shift;
	features[k++] = mix(2, at(suffix1, i), at(flags, i)) >>> shift;
	features[k++] = mix(3, at(suffix2, i), 0) >>> shift;
	features[k++] = mix(4, s3, 0) >>> shift;
	features[k++] = mix(5, at(suffix4, i), 0) >>> shift;
	features[k++] = mix(6, at(prefix1, i), 0) >>> shift;
	features[k++] = mix(7, at(prefix2, i), 0) >>> shift;
	features[k++] = mix(8, at(prefix3, i), 0) >>> shift;
	features[k++] = mix(9, sh, i === from ? 1 : 0) >>> shift;
	features[k++] = mix(10, w1, 0) >>> shift;
	features[k++] = mix(11, n1, 0) >>> shift;
	features[k++] = mix(12, at(word, i - 2), 0) >>> shift;
	features[k++] = mix(13, at(word, i + 2), 0) >>> shift;
	features[k++] = mix(14, at(suffix3, i - 1), 0) >>> shift;
	features[k++] = mix(15, n3, 0) >>> shift;
	features[k++] = mix(16, before, 0) >>> shift;
	features[k++] = mix(17, before, beforeThat + 1) >>> shift;
	features[k++] = mix(18, before, w) >>> shift;
	features[k++] = mix(19, w1, w) >>> shift;
	features[k++] = mix(20, w, n1) >>> shift;
	features[k++] = mix(21, before, s3) >>> shift;
	features[k++] = mix(22, at(shape, i - 1), sh) >>> shift;
	features[k++] = mix(23, at(shape, i + 1), sh) >>> shift;
	features[k++] = mix(24, before, n1) >>> shift;
	features[k++] = mix(25, at(suffix2, i + 1), at(suffix2, i)) >>> shift;
	features[k++] = mix(26, before, n3) >>> shift;
	features[k++] = mix(27, w1, n1) >>> shift;
	features[k++] = mix(28, 0, 0) >>> shift;
	const c = at(wordClass, i);
	const c1 = at(wordClass, i + 1);
	features[k++] = mix(29, c, before) >>> shift;
	features[k++] = mix(30, c1, w) >>> shift;
	features[k++] = mix(31, at(wordClass, i + 2), c1) >>> shift;
	features[k++] = mix(32, at(wordClass, i - 1), w) >>> shift;
	features[k++] = mix(33, c, c1) >>> shift;
	features[k++] = mix(34, c1, before) >>> shift;
	features[k++] = mix(35, at(wordClass, i - 1), c) >>> shift;
}
