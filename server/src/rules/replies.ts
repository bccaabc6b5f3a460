/** Whether someone who is accused in a draft has answered in it, or been given the chance to. */
import type { DocumentView } from '../attribution/context';
import type { BlockAnalysis, Source } from '../attribution/model';
import { matchPatterns } from '../attribution/patterns';
import { perBlock } from '../attribution/perBlock';
import type { Vocabulary } from '../attribution/vocabulary';
import type { Sentence } from '../text/tokens';

/** Those who answer for others, by their nouns. */
const deputies: ReadonlySet<string> = new Set(
	'spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney attorneys solicitor representative representatives agent publicist office campaign company firm he she they it both neither all none who'.split(
		' ',
	),
);

/**
 * Tells whether a reply, a denial or a "declined to comment" of someone, or for them, stands anywhere in the draft, by
 * the last word of their name. Where it is not plain who declined, it counts: the question is asked only where nothing
 * is found.
 */
export function repliesIn(
	document: DocumentView,
	sources: readonly Source[],
	vocabulary: Vocabulary,
): (last: string) => boolean {
	// They speak themselves, or someone speaks for them: "a spokesman for the harbour board", "Quist’s lawyer".
	const speaking = sources.filter(({ statements }) =>
		statements.some(index => document.attributions[index]?.stance !== 'mental'),
	);
	const words = new Set(speaking.flatMap(({ name, descriptors }) => [name, ...descriptors].flatMap(wordsOf)));
	const isAnswered = (analysis: BlockAnalysis, last: string): boolean => {
		if (sourceWords(analysis).has(last)) return true;
		const reply = replyWords(analysis, vocabulary);
		return reply.isOfDeputy || reply.words.has(last);
	};
	return last => words.has(last) || document.analyses.some(analysis => isAnswered(analysis, last));
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

/** Every word of the block's sources. */
const sourceWords = perBlock(
	({ attributions, tokens }): ReadonlySet<string> =>
		new Set(
			attributions.flatMap(({ source }) =>
				source ? tokens.slice(source.firstToken, source.endToken).map(({ lower }) => lower) : [],
			),
		),
);

interface ReplyWords {
	readonly words: ReadonlySet<string>;
	/** Someone answers for others, who may be anyone. */
	readonly isOfDeputy: boolean;
}

/** Every word of the sentences that tell of a reply, or of none. */
const replyWords = perBlock(({ tokens, block, sentences }: BlockAnalysis, vocabulary: Vocabulary): ReplyWords => {
	const matches = matchPatterns(vocabulary.replies, tokens, block.text, { sentences });
	const words = matches.flatMap(({ firstToken }) => {
		const sentence = sentences.find(s => s.firstToken <= firstToken && firstToken < s.endToken) as Sentence;
		return tokens.slice(sentence.firstToken, sentence.endToken).map(({ lower }) => lower);
	});
	return { words: new Set(words), isOfDeputy: words.some(word => deputies.has(word)) };
});
