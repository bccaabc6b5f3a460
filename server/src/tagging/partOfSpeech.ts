/** Parts of speech. A label is a universal tag and a Penn tag in one: `VERB|VBD`. The work is done in `server/kernel/partOfSpeech.ts`. */
import { formWidth } from '../../kernel/columns';
import { createKernel, type Kernel } from './kernel';
import type { Lexemes } from './lexemes';
import { type LinearModel, putSection } from './model';

/** Features of one token. */
export const partOfSpeechFeatureCount = 35;

/** Tokens of a sentence: from the first to before the last. */
interface TokenRange {
	readonly firstToken: number;
	readonly endToken: number;
}

export interface PartOfSpeechTagger {
	readonly labels: readonly string[];
	/** Label numbers of the forms of a block, sentence by sentence; 0 where no sentence is. */
	tag(forms: Int32Array, sentences: readonly TokenRange[]): Uint8Array;
}

export function createPartOfSpeechTagger({ labels, bits, section }: LinearModel, lexemes: Lexemes): PartOfSpeechTagger {
	const kernel = createKernel();
	const { functions } = kernel;
	functions.setPartOfSpeechModel(putSection(kernel, section, bits), bits, labels.length);
	const bottom = functions.height();
	return {
		labels,
		tag(forms, sentences) {
			functions.fallBack(bottom);
			const formsAt = putForms(kernel, forms, lexemes);
			const tagsAt = functions.allocate(forms.length);
			kernel.bytes(tagsAt, forms.length).fill(0);
			for (const { firstToken, endToken } of sentences) functions.tagSentence(formsAt, firstToken, endToken, tagsAt);
			return kernel.bytes(tagsAt, forms.length).slice();
		},
	};
}

/** For training: the features of a sentence's tokens. */
export interface PartOfSpeechFeatures {
	begin(forms: Int32Array): void;
	/** The buckets of token `i`, given the labels of the two tokens before (-1: none); good until the next call. */
	of(i: number, before: number, beforeThat: number): Int32Array;
}

export function createPartOfSpeechFeatures(lexemes: Lexemes, bits: number): PartOfSpeechFeatures {
	const kernel = createKernel();
	const { functions } = kernel;
	const bottom = functions.height();
	let formsAt = 0;
	let length = 0;
	let buckets: Int32Array = new Int32Array(0);
	return {
		begin(forms) {
			functions.fallBack(bottom);
			formsAt = putForms(kernel, forms, lexemes);
			({ length } = forms);
			buckets = kernel.int32s(functions.buckets.value, partOfSpeechFeatureCount);
		},
		of(i, before, beforeThat) {
			functions.partOfSpeechFeatures(formsAt, i, 0, length, before, beforeThat, 32 - bits);
			return buckets;
		},
	};
}

/** A row for each token, of what its form is made of. */
function putForms(kernel: Kernel, forms: Int32Array, { rows }: Lexemes): number {
	const at = kernel.functions.allocate((forms.length * formWidth) << 2);
	const target = kernel.int32s(at, forms.length * formWidth);
	const { values } = rows;
	for (let i = 0, to = 0; i < forms.length; i++) {
		const from = (forms[i] as number) * formWidth;
		for (let part = 0; part < formWidth; part++) target[to++] = values[from + part] as number;
	}
	return at;
}
