/** Parts of speech of a block's tokens, as the tagger told them. */

/** One byte a token. */
export interface PartsOfSpeech {
	/** A universal tag and a Penn tag in one, `VERB|VBD`, by number. */
	readonly names: readonly string[];
	readonly labels: Uint8Array;
}

/** Nothing is known of any token. */
export const noPartsOfSpeech: PartsOfSpeech = { names: [], labels: new Uint8Array(0) };

/** `VERB|VBD`; '' where nothing is known of the token. */
export function tagOf({ names, labels }: PartsOfSpeech, index: number): string {
	return names[labels[index] ?? -1] ?? '';
}

/** `VERB`; '' where nothing is known of the token. */
export function universalTag(parts: PartsOfSpeech, index: number): string {
	const name = tagOf(parts, index);
	const bar = name.indexOf('|');
	return bar < 0 ? name : name.slice(0, bar);
}
