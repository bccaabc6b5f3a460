/** Where the words of a block judge someone: what an unnamed source may not do from behind a screen. */
import { contains, overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { isAdverb, isCapitalized, prepositions, subordinators } from './grammar';
import type { BlockAnalysis, BlockAttribution } from './model';
import { type Match, matchPatterns, type PatternEntry } from './patterns';
import type { Vocabulary } from './vocabulary';

/** Cues that judge whoever is told of. What someone fears or thinks of others is told by the writer, and may be no judgement. */
const judging: ReadonlySet<string> = new Set('praise criticize criticise condemn denounce'.split(' '));

/**
 * The words with which each attribution of a block judges, attacks or praises someone else, or accuses them; null where
 * it does not. "The talks were hard" judges no one.
 */
export function judgementsIn(analysis: BlockAnalysis, vocabulary: Vocabulary): readonly (Span | null)[] {
	const { attributions, tokens, block, sentences, claims } = analysis;
	if (!attributions.some(({ source }) => source !== null)) return attributions.map(() => null);
	const matches = matchPatterns(vocabulary.judgements, tokens, block.text, { sentences });
	const accusing = claims.filter(({ trigger }) => trigger === 'accusation');
	return attributions.map(attribution => {
		const { content, cue, source } = attribution;
		if (!source || cue?.hearsay || content.length === 0) return null;
		const within = (span: Span): boolean => content.some(part => contains(part, span));
		const accusation = accusing.find(({ triggerSpan }) => within(triggerSpan));
		if (accusation) return accusation.phrase;
		const others = targetsIn(analysis, attribution, vocabulary);
		const near = (span: Span): boolean => {
			const at = tokens.findIndex(({ end }) => end > span.start);
			return others.some(other => {
				const distance = at - tokens.findIndex(({ end }) => end > other.start);
				return !overlaps(other, span) && distance <= farthest && distance >= -farthest;
			});
		};
		const judged = matches.find(match => within(match.span) && near(match.span) && isSaidOfSomeone(tokens, match));
		if (judged) return judged.span;
		return cue && attribution.parent === null && judging.has(cue.lemma) && others.length > 0
			? { start: cue.start, end: cue.end }
			: null;
	});
}

/** "Reed was weak", "reckless Harlow", not "the weak bridge": an adjective before a thing judges that thing. */
function isSaidOfSomeone(tokens: readonly Token[], { firstToken, endToken, verb }: Match<PatternEntry>): boolean {
	if (verb !== null || endToken - firstToken > 1) return true;
	const next = tokens[endToken];
	if (next?.kind !== 'word' || isCapitalized(next) || isAdverb(next)) return true;
	return prepositions.has(next.lower) || subordinators.has(next.lower) || heads.has(next.lower);
}

const heads: ReadonlySet<string> = new Set(
	'man woman leader minister president mayor politician person boss manager to'.split(' '),
);

/** Whom the content of an attribution is about: names, "he", offices. Not the source itself. */
function targetsIn(
	{ mentions, attributions, tokens }: BlockAnalysis,
	{ content, source }: BlockAttribution,
	vocabulary: Vocabulary,
): readonly Span[] {
	const within = (span: Span): boolean =>
		content.some(part => contains(part, span)) && (source === null || !overlaps(source, span));
	const named = [...mentions, ...attributions.flatMap(other => other.source ?? [])].filter(
		mention => mention.form === 'name' && within(mention),
	);
	return [...named, ...tokens.filter(token => isPerson(token, vocabulary) && within(token))];
}

function isPerson({ lower, kind }: Token, { publicFigures, titles }: Vocabulary): boolean {
	return kind === 'word' && (persons.has(lower) || publicFigures.has(lower) || (titles.has(lower) && lower.length > 4));
}

const persons: ReadonlySet<string> = new Set('he she him her'.split(' '));

/** How many words may stand between those who are judged and the judgement. */
const farthest = 10;
