/** Whether someone who is accused in a draft has answered in it, or been given the chance to. */
import type { DocumentView, SourceSummary } from '../attribution/context';
import type { BlockAnalysis } from '../attribution/model';
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
export function repliesIn(document: DocumentView, vocabulary: Vocabulary): (last: string) => boolean {
	// They speak themselves, or someone speaks for them: "a spokesman for the harbour board", "Quist’s lawyer".
	const words = new Set<string>();
	for (const source of speakingIn(document)) for (const word of namingWords(source)) words.add(word);
	return last =>
		words.has(last) ||
		document.analyses.some(analysis => {
			const { answering, isOfDeputy } = answersIn(analysis, vocabulary);
			return isOfDeputy || answering.has(last);
		});
}

/** Sources that say something of their own. */
function speakingIn({ analyses, contexts }: DocumentView): ReadonlySet<SourceSummary> {
	const speaking = new Set<SourceSummary>();
	for (const [b, { attributions }] of analyses.entries()) {
		for (const [a, { cue }] of attributions.entries()) {
			const source = contexts[b]?.attributions[a]?.source;
			if (source && cue?.stance !== 'mental') speaking.add(source);
		}
	}
	return speaking;
}

const wordsKnown = new WeakMap<SourceSummary, readonly string[]>();

/** The words of a source's name and of what is told of it. */
function namingWords(source: SourceSummary): readonly string[] {
	const known = wordsKnown.get(source);
	if (known) return known;
	const words = [source.name, ...source.descriptors].flatMap(wordsOf);
	wordsKnown.set(source, words);
	return words;
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

interface Answers {
	/** Every word of the block's sources, and of the sentences that tell of a reply, or of none. */
	readonly answering: ReadonlySet<string>;
	/** Someone answers for others, who may be anyone. */
	readonly isOfDeputy: boolean;
}

const answersIn = perBlock(
	({ attributions, tokens, block, sentences }: BlockAnalysis, vocabulary: Vocabulary): Answers => {
		const sources = attributions.flatMap(({ source }) =>
			source ? tokens.slice(source.firstToken, source.endToken).map(({ lower }) => lower) : [],
		);
		const matches = matchPatterns(vocabulary.replies, tokens, block.text, { sentences });
		const replies = matches.flatMap(({ firstToken }) => {
			const sentence = sentences.find(s => s.firstToken <= firstToken && firstToken < s.endToken) as Sentence;
			return tokens.slice(sentence.firstToken, sentence.endToken).map(({ lower }) => lower);
		});
		return { answering: new Set([...sources, ...replies]), isOfDeputy: replies.some(word => deputies.has(word)) };
	},
);
