/** Trains the part-of-speech tagger on treebanks, in our own tokens. */
import { createLexemes, type Lexemes } from '../server/src/tagging/lexemes';
import { type LinearModel, writeLinearModel } from '../server/src/tagging/model';
import {
	createPartOfSpeechFeatures,
	createPartOfSpeechTagger,
	partOfSpeechFeatureCount,
} from '../server/src/tagging/partOfSpeech';
import type { ByteTable } from '../server/src/tagging/table';
import { tokenize } from '../server/src/text/tokens';
import { randomNumbers, shuffle, type TreebankSentence } from './corpora';
import { averaged, type Cut, createWeights, rowsOf, type Weights } from './weights';

export interface PartOfSpeechOptions {
	readonly bits: number;
	readonly rounds: number;
	/** So many trainings, each in an order of its own, are averaged. */
	readonly seeds: number;
	readonly cut: Cut;
	/** By how much the right tag must win in training. */
	readonly margin: number;
	/** Features seen less often than this in the first round are left out from then on. */
	readonly rarest: number;
}

export interface TaggedSentence {
	readonly forms: readonly string[];
	/** A tag a form, as a label of the model; null where nothing is to be learnt. */
	readonly tags: readonly (string | null)[];
}

/** Fewer words than this of a tag, and it is no tag of ours. */
const rarestTag = 8;

/** The sentences in our tokens: one that covers several words of the treebank takes the tag of the last, its head. */
export function inOurTokens(sentences: readonly TreebankSentence[]): readonly TaggedSentence[] {
	return sentences.map(({ text, words }) => {
		const forms: string[] = [];
		const tags: string[] = [];
		let at = 0;
		for (const token of tokenize(text)) {
			while (at < words.length && (words[at]?.end ?? 0) <= token.start) at++;
			let last = at;
			while (last + 1 < words.length && (words[last + 1]?.start ?? 0) < token.end) last++;
			const word = words[last];
			if (!word) continue;
			forms.push(token.text);
			tags.push(`${word.universal}|${word.penn}`);
		}
		return { forms, tags };
	});
}

/** Trains; returns the section of the model file and its labels. */
export function trainPartOfSpeech(
	sentences: readonly TaggedSentence[],
	options: PartOfSpeechOptions,
	wordClasses: ByteTable,
	log: (line: string) => void,
): { readonly labels: readonly string[]; readonly section: Uint8Array } {
	const { bits, seeds, cut } = options;
	const labels = labelsOf(sentences);
	const numberOf = numbering(labels);
	const lexemes = createLexemes(wordClasses);
	const data = sentences.map(({ forms, tags }) => ({
		forms: Int32Array.from(forms, form => lexemes.idOf(form)),
		gold: Int32Array.from(tags, tag => (tag === null ? nothing : numberOf(tag))),
	}));
	const mean = new Float32Array((1 << bits) * labels.length);
	for (let seed = 1; seed <= seeds; seed++) {
		const trained = trainOnce([...data], labels.length, lexemes, seed, options, log);
		for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (trained[i] as number) / seeds;
	}
	return { labels, section: writeLinearModel(rowsOf(mean, bits, labels, cut)) };
}

interface NumberedSentence {
	readonly forms: Int32Array;
	/** Numbers of labels. */
	readonly gold: Int32Array;
}

/** In place of a label's number: there is nothing to learn here. */
const nothing = -1;

function trainOnce(
	data: NumberedSentence[],
	width: number,
	lexemes: Lexemes,
	seed: number,
	{ bits, rounds, margin, rarest }: PartOfSpeechOptions,
	log: (line: string) => void,
): Float32Array {
	const weights = createWeights(bits, width);
	const { values, sums } = weights;
	const read = createPartOfSpeechFeatures(lexemes, bits);
	const features = new Int32Array(partOfSpeechFeatureCount);
	const scores = new Float64Array(width);
	const random = randomNumbers(seed);
	const seen = new Uint32Array(1 << bits);
	const change = (label: number, by: number, step: number, round: number): void => {
		for (let f = 0; f < features.length; f++) {
			const feature = features[f] as number;
			if (round > 0 && (seen[feature] as number) < rarest) continue;
			const place = feature * width + label;
			values[place] = (values[place] as number) + by;
			sums[place] = (sums[place] as number) + by * step;
		}
	};
	let step = 1;
	for (let round = 0; round < rounds; round++) {
		shuffle(data, random);
		let wrong = 0;
		let all = 0;
		for (const { forms, gold } of data) {
			let before = -1;
			let beforeThat = -1;
			read.begin(forms);
			for (let i = 0; i < forms.length; i++) {
				features.set(read.of(i, before, beforeThat));
				scores.fill(0);
				for (let f = 0; f < features.length; f++) {
					const feature = features[f] as number;
					if (round === 0) seen[feature] = (seen[feature] as number) + 1;
					const row = feature * width;
					for (let label = 0; label < width; label++)
						scores[label] = (scores[label] as number) + (values[row + label] as number);
				}
				const best = highest(scores);
				beforeThat = before;
				before = best;
				const right = gold[i] as number;
				if (right === nothing) continue;
				all++;
				if (best !== right) wrong++;
				scores[right] = (scores[right] as number) - margin;
				const rival = highest(scores);
				if (rival !== right) {
					change(right, 1, step, round);
					change(rival, -1, step, round);
				}
				step++;
			}
		}
		if (round === 0) forget(weights, seen, rarest);
		log(`part of speech, seed ${seed}, round ${round + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong`);
	}
	return averaged(weights, step);
}

function highest(scores: Float64Array): number {
	let best = 0;
	for (let label = 1; label < scores.length; label++)
		if ((scores[label] as number) > (scores[best] as number)) best = label;
	return best;
}

function forget({ values, sums, labels }: Weights, seen: Uint32Array, rarest: number): void {
	for (let bucket = 0; bucket < seen.length; bucket++) {
		if ((seen[bucket] as number) >= rarest) continue;
		values.fill(0, bucket * labels, (bucket + 1) * labels);
		sums.fill(0, bucket * labels, (bucket + 1) * labels);
	}
}

export interface PartOfSpeechScore {
	/** Words with the right universal tag, punctuation and symbols left out. */
	readonly universal: number;
	readonly penn: number;
	readonly words: number;
}

/** Scores a model on sentences. */
export function scorePartOfSpeech(
	model: LinearModel,
	wordClasses: ByteTable,
	sentences: readonly TaggedSentence[],
): PartOfSpeechScore {
	const lexemes = createLexemes(wordClasses);
	const tagger = createPartOfSpeechTagger(model, lexemes);
	let universal = 0;
	let penn = 0;
	let words = 0;
	for (const { forms, tags } of sentences) {
		const ids = Int32Array.from(forms, form => lexemes.idOf(form));
		const out = tagger.tag(ids, [{ firstToken: 0, endToken: forms.length }]);
		for (const [i, tag] of tags.entries()) {
			if (tag === null) continue;
			const [goldUniversal, goldPenn] = tag.split('|');
			if (goldUniversal === 'PUNCT' || goldUniversal === 'SYM') continue;
			const [ourUniversal, ourPenn] = (model.labels[out[i] as number] as string).split('|');
			words++;
			if (ourUniversal === goldUniversal) universal++;
			if (ourPenn === goldPenn) penn++;
		}
	}
	return { universal: universal / words, penn: penn / words, words };
}

function labelsOf(sentences: readonly TaggedSentence[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const { tags } of sentences)
		for (const tag of tags) if (tag !== null) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count >= rarestTag)
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.map(([tag]) => tag);
}

/** A rare pair of tags counts as the most frequent one with the same universal tag. */
function numbering(labels: readonly string[]): (tag: string) => number {
	const numbers = new Map(labels.map((label, i) => [label, i]));
	const byUniversal = new Map<string, number>();
	for (const [i, label] of labels.entries()) {
		const universal = label.slice(0, label.indexOf('|'));
		if (!byUniversal.has(universal)) byUniversal.set(universal, i);
	}
	return tag => numbers.get(tag) ?? byUniversal.get(tag.slice(0, tag.indexOf('|'))) ?? 0;
}
