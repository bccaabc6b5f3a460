/** The weights' files, by what they are for. */
import type { Models } from './attribution/tagger';

/** Names below `seeds/models`. */
export const modelFiles = {
	wordClasses: 'word-classes.bin',
	partOfSpeech: 'part-of-speech.bin',
	attribution: 'attribution.bin',
} as const satisfies Readonly<Record<keyof Models, string>>;

/** The models a client handed over, by file name; null where one is missing. */
export function modelsFrom(files: Readonly<Record<string, Uint8Array>> | undefined): Models | null {
	const wordClasses = files?.[modelFiles.wordClasses];
	const partOfSpeech = files?.[modelFiles.partOfSpeech];
	const attribution = files?.[modelFiles.attribution];
	return wordClasses && partOfSpeech && attribution ? { wordClasses, partOfSpeech, attribution } : null;
}
