/** Whether someone who is accused in a draft has answered in it, or been given the chance to. */
import type { DocumentView } from '../attribution/context';
import type { BlockAnalysis, Source } from '../attribution/model';
import { matchPatterns } from '../attribution/patterns';
import type { Vocabulary } from '../attribution/vocabulary';
import type { Sentence } from '../text/tokens';

/** Those who answer for others, by their nouns. */
const deputies: ReadonlySet<string> = new Set(
	'spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney attorneys solicitor representative representatives agent publicist office campaign company firm he she they it both neither all none who'.split(
		' ',
	),
);

/**
 * Whether a reply, a denial or a "declined to comment" of someone, or for them, stands anywhere in the draft. `name` is
 * the accused's. Where it is not plain who declined, it counts: the question is asked only where nothing is found.
 */
export function hasReplied(
	document: DocumentView,
	sources: readonly Source[],
	name: string,
	vocabulary: Vocabulary,
): boolean {
	const last = lastWord(name);
	// It speaks itself, or someone speaks for it: "a spokesman for the harbour board", "Quist’s lawyer".
	const speaks = sources.some(
		({ name: other, statements, descriptors }) =>
			statements.some(index => document.attributions[index]?.stance !== 'mental') &&
			[other, ...descriptors].some(words => wordsOf(words).includes(last)),
	);
	if (speaks) return true;
	const spokenFor = document.analyses.some(({ attributions, tokens }) =>
		attributions.some(
			({ source }) => source && tokens.slice(source.firstToken, source.endToken).some(({ lower }) => lower === last),
		),
	);
	return spokenFor || document.analyses.some(analysis => repliesIn(analysis, vocabulary, last));
}

/** The last word of a name, lower case: how a draft goes on to call someone. */
export function lastWord(name: string): string {
	return wordsOf(name).at(-1) ?? '';
}

function wordsOf(text: string): readonly string[] {
	return text
		.toLowerCase()
		.replace(/[’']s\b/g, '')
		.split(/[^\p{L}\p{N}-]+/u)
		.filter(word => word !== '');
}

function repliesIn({ tokens, block, sentences }: BlockAnalysis, vocabulary: Vocabulary, last: string): boolean {
	const matches = matchPatterns(vocabulary.replies, tokens, block.text, { sentences });
	return matches.some(({ firstToken }) => {
		const sentence = sentences.find(s => s.firstToken <= firstToken && firstToken < s.endToken) as Sentence;
		return tokens
			.slice(sentence.firstToken, sentence.endToken)
			.some(({ lower }) => lower === last || deputies.has(lower));
	});
}
