/** Readers of the corpora the models are trained on. Their paths are the caller's; nothing of them enters the project. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A word of a treebank; offsets are UTF-16, into the sentence's text. */
export interface TreebankWord {
	readonly form: string;
	readonly universal: string;
	readonly penn: string;
	readonly start: number;
	readonly end: number;
}

export interface TreebankSentence {
	readonly text: string;
	readonly words: readonly TreebankWord[];
}

/** A PolNeAR document; spans are UTF-16, into its text. */
export interface AttributedDocument {
	readonly id: string;
	readonly text: string;
	readonly attributions: readonly GoldAttribution[];
}

export type GoldSpan = readonly [start: number, end: number];

export interface GoldAttribution {
	readonly source: readonly GoldSpan[] | null;
	readonly cue: readonly GoldSpan[] | null;
	readonly content: readonly GoldSpan[] | null;
}

/** A file, unpacked when its name ends in `.gz`. */
export function readCorpus(file: string): string {
	const bytes = readFileSync(file);
	return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The sentences of a treebank in the eight-column form of CoNLL-U with offsets. */
export function readTreebank(file: string): readonly TreebankSentence[] {
	const sentences: TreebankSentence[] = [];
	let text = '';
	let words: TreebankWord[] = [];
	const finish = (): void => {
		if (words.length > 0) sentences.push({ text, words });
		words = [];
	};
	for (const line of readCorpus(file).split('\n')) {
		if (line === '') finish();
		else if (line.startsWith('# text = ')) text = line.slice(9);
		else if (!line.startsWith('#')) {
			const [, form = '', universal = '', penn = '', , , start, end] = line.split('\t');
			words.push({ form, universal, penn, start: Number(start), end: Number(end) });
		}
	}
	finish();
	return sentences;
}

/** The documents of a PolNeAR split, one JSON object a line. */
export function readAttributed(file: string): readonly AttributedDocument[] {
	return readCorpus(file)
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as AttributedDocument);
}

/** Numbers from 0 to 1, the same for the same seed on every machine. */
export function randomNumbers(seed: number): () => number {
	let state = Math.imul(seed, 2654435761) >>> 0 || 1;
	return () => {
		state ^= state << 13;
		state >>>= 0;
		state ^= state >>> 17;
		state ^= state << 5;
		state >>>= 0;
		return state / 4294967296;
	};
}

/** Shuffles in place. */
export function shuffle<Item>(items: Item[], random: () => number): void {
	for (let i = items.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const item = items[i] as Item;
		items[i] = items[j] as Item;
		items[j] = item;
	}
}
