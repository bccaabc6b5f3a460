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
	const add = (template: number, a: number, b: number): void => {
		features[k++] = mix(template, a, b) >>> shift;
	};
	add(1, w, 0);
	add(2, at(suffix1, i), at(flags, i));
	add(3, at(suffix2, i), 0);
	add(4, s3, 0);
	add(5, at(suffix4, i), 0);
	add(6, at(prefix1, i), 0);
	add(7, at(prefix2, i), 0);
	add(8, at(prefix3, i), 0);
	add(9, sh, i === from ? 1 : 0);
	add(10, w1, 0);
	add(11, n1, 0);
	add(12, at(word, i - 2), 0);
	add(13, at(word, i + 2), 0);
	add(14, at(suffix3, i - 1), 0);
	add(15, n3, 0);
	add(16, before, 0);
	add(17, before, beforeThat + 1);
	add(18, before, w);
	add(19, w1, w);
	add(20, w, n1);
	add(21, before, s3);
	add(22, at(shape, i - 1), sh);
	add(23, at(shape, i + 1), sh);
	add(24, before, n1);
	add(25, at(suffix2, i + 1), at(suffix2, i));
	add(26, before, n3);
	add(27, w1, n1);
	add(28, 0, 0);
	const c = at(wordClass, i);
	const c1 = at(wordClass, i + 1);
	add(29, c, before);
	add(30, c1, w);
	add(31, at(wordClass, i + 2), c1);
	add(32, at(wordClass, i - 1), w);
	add(33, c, c1);
	add(34, c1, before);
	add(35, at(wordClass, i - 1), c);
}
