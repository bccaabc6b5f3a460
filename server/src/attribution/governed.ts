/**
 * The noun that stands at the other end of a verb or of "N of": what a picture of people as water or vermin is a picture
 * of. No parse, only the noun phrase that begins or ends beside a phrase, read by parts of speech.
 */
import type { Token } from '../text/tokens';

/** The universal tag of the token at an index: `NOUN`; '' where it is not known. */
export type TagAt = (index: number) => string;

/** Index of the head of the noun phrase that begins at a token, through "thousands of"; -1 where none does. */
export function governedNoun(tokens: readonly Token[], at: number, tag: TagAt): number {
	let head = -1;
	const limit = Math.min(tokens.length, at + longestPhrase);
	for (let index = at; index < limit; index += 1) {
		const token = tokens[index] as Token;
		if (isNoun(tag(index), token)) head = index;
		else if (head >= 0 && token.lower === 'of' && transparent.has(tokens[head]?.lower ?? '')) head = -1;
		else if (head >= 0 || !opensNounPhrase(tag(index), token)) break;
	}
	return head;
}

/** Index of the noun just before a verb, its auxiliaries and adverbs skipped; -1 where another word stands there. */
export function subjectNoun(tokens: readonly Token[], at: number, tag: TagAt): number {
	let index = at - 1;
	while (index >= 0 && /^(?:AUX|ADV|PART)$/.test(tag(index))) index -= 1;
	if (tokens[index]?.lower === 'who' || tokens[index]?.lower === 'that') index -= 1;
	const token = tokens[index];
	return token && isNoun(tag(index), token) ? index : -1;
}

const longestPhrase = 9;

function isNoun(tag: string, { kind }: Token): boolean {
	return kind === 'word' && (tag === 'NOUN' || tag === 'PROPN');
}

function opensNounPhrase(tag: string, { kind, text }: Token): boolean {
	if (kind === 'punctuation') return text === '-';
	return kind === 'number' || /^(?:DET|ADJ|NUM|ADV|VERB|PRON)$/.test(tag);
}

/** Nouns that only measure what comes after their "of". */
const transparent: ReadonlySet<string> = new Set(
	(
		'hundreds thousands millions dozens scores tens number numbers group groups crowd crowds hundred thousand million ' +
		'mass masses percent lot lots handful series'
	).split(' '),
);
