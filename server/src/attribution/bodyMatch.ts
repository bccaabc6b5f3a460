/** What headline, standfirst and captions say, found again in the body. */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence } from '../text/tokens';
import type { BodyAttribution, ResolvedAttribution } from './context';
import type { BlockAnalysis } from './model';
import { inDocument } from './offsets';

/** Whether the block tells in short what the body tells at length. */
export function isSummary({ block: { kind } }: BlockAnalysis): boolean {
	return kind === 'headline' || kind === 'standfirst' || kind === 'caption';
}

/** A sentence of the body, with where it stands. */
export interface BodySentence {
	/** Index of its block. */
	readonly block: number;
	readonly analysis: BlockAnalysis;
	readonly sentence: Sentence;
	/** Number of the paragraph, counting from 1; of the last one for what is none. */
	readonly paragraph: number;
}

/** A body of more sentences is not searched for what a headline says: nothing can be said of all of it. */
const mostSentences = 1_500;

/** The sentences of the body; null where they are too many to be compared at each change. */
export function bodySentences(analyses: readonly BlockAnalysis[]): readonly BodySentence[] | null {
	const found: BodySentence[] = [];
	let paragraph = 0;
	for (const [block, analysis] of analyses.entries()) {
		if (analysis.tokens.length === 0 || isSummary(analysis) || analysis.block.kind === 'heading') continue;
		if (analysis.block.kind === 'paragraph') paragraph++;
		for (const sentence of analysis.sentences) found.push({ block, analysis, sentence, paragraph });
		if (found.length > mostSentences) return null;
	}
	return found;
}

export interface AttributedSentence {
	readonly words: ReadonlySet<string>;
	readonly attribution: BodyAttribution;
}

/** How much of the body is compared with headline and captions. */
const bodyReach = 120;

/** The body's sentences that attribute something, as far as headline and captions are compared with it. */
export function attributedSentences(
	analyses: readonly BlockAnalysis[],
	resolved: readonly (readonly ResolvedAttribution[])[],
): readonly AttributedSentence[] {
	const found: AttributedSentence[] = [];
	let paragraph = 0;
	for (const [b, analysis] of analyses.entries()) {
		if (analysis.block.kind !== 'paragraph' || analysis.tokens.length === 0) continue;
		paragraph++;
		for (const [a, { source, cue }] of analysis.attributions.entries()) {
			const who = resolved[b]?.[a]?.source;
			const sentence = cue && analysis.sentences.find(s => contains(s, cue));
			if (!source || !who || !sentence) continue;
			found.push({
				words: contentWords(analysis, sentence),
				attribution: {
					source: who.identification === 'named' ? who.name : analysis.block.text.slice(source.start, source.end),
					identification: who.identification,
					span: inDocument(analysis, sentence),
					paragraph,
				},
			});
			if (found.length >= bodyReach) return found;
		}
	}
	return found;
}

/** The sentence of the body that says most of what the sentence at `span` says; null where none says enough of it. */
export function repeatedIn(
	analysis: BlockAnalysis,
	span: Span,
	body: readonly AttributedSentence[],
): BodyAttribution | null {
	const sentence = analysis.sentences.find(s => overlaps(s, span));
	const words = contentWords(analysis, sentence ?? span);
	let best: AttributedSentence | null = null;
	let most = Math.max(2, Math.min(4, Math.ceil(words.size * 0.3)) - 1);
	for (const candidate of body) {
		let shared = 0;
		for (const word of words) if (candidate.words.has(word)) shared++;
		if (shared > most) {
			most = shared;
			best = candidate;
		}
	}
	return best?.attribution ?? null;
}

/** The words that tell what a sentence is about, cut to their first five letters so that forms of one word meet. */
export function contentWords({ tokens }: BlockAnalysis, span: Span): ReadonlySet<string> {
	const words = new Set<string>();
	for (const token of tokens) {
		if (token.start < span.start || token.end > span.end || token.kind !== 'word') continue;
		if (token.text.length >= 4 || /^[A-Z]{2,}$/.test(token.text)) words.add(token.lower.slice(0, 5));
	}
	return words;
}

const wordsOfSentences = new WeakMap<Sentence, ReadonlySet<string>>();

/** The same of a sentence; remembered as long as its block is. */
export function sentenceWords(analysis: BlockAnalysis, sentence: Sentence): ReadonlySet<string> {
	const known = wordsOfSentences.get(sentence);
	if (known) return known;
	const words = contentWords(analysis, sentence);
	wordsOfSentences.set(sentence, words);
	return words;
}
