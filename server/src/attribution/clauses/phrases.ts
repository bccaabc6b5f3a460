/** "according to X", and other phrases that attribute without a verb. */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isComma } from '../grammar';
import type { BlockAttribution, Cue } from '../model';
import type { Vocabulary } from '../vocabulary';
import type { Clause } from './clause';
import { clauseBefore, clauseFrom } from './extents';
import { attributedTo, isLikelySpeaker, sourceAfter } from './speakers';

/** The attribution of a phrase of the lexicon that begins here; its tokens are added to those taken. */
export function phraseAt(clause: Clause, index: number, taken: Set<number>): BlockAttribution | null {
	const candidates = clause.vocabulary.phrases.get((clause.tokens[index] as Token).lower);
	const phrase = candidates && phraseOf(candidates, clause, index);
	return phrase ? attributionOf(phrase, clause, index, taken) : null;
}

type Phrase = NonNullable<ReturnType<Vocabulary['phrases']['get']>>[number];

function phraseOf(candidates: readonly Phrase[], { tokens, sentence }: Clause, index: number): Phrase | undefined {
	return candidates.find(
		({ words }) =>
			index + words.length <= sentence.endToken &&
			words.every((word, i) => (tokens[index + i] as Token).lower === word),
	);
}

function attributionOf(
	{ entry, words }: Phrase,
	clause: Clause,
	index: number,
	taken: Set<number>,
): BlockAttribution | null {
	const { tokens, sentence } = clause;
	if (words.length === 1 && (index === sentence.firstToken || !isComma(tokens[index - 1]))) return null;
	const start = index + words.length;
	const source = sourceAfter(clause, start);
	if (!source) return null;
	for (let i = index; i < start; i++) taken.add(i);
	const cue: Cue = {
		start: (tokens[index] as Token).start,
		end: (tokens[start - 1] as Token).end,
		stance: entry.stance,
		lemma: entry.lemma,
		head: index,
	};
	const opening =
		index === sentence.firstToken ||
		(index === sentence.firstToken + 1 && /^(?:and|but|yet)$/.test((tokens[index - 1] as Token).lower));
	const reporter = words.length === 1 ? reporterBefore(clause) : null;
	if (reporter?.source && isLikelySpeaker(clause, source) && !thingsDone.test((tokens[source.head] as Token).lower))
		return { ...reporter, source, cue, confidence: 0.9, via: [reporter.source], addressee: null };
	let content: Span[] = [];
	let after = source.endToken;
	if (isComma(tokens[after])) after++;
	if (opening) {
		const span = clauseFrom(clause, after);
		if (span) content = [span];
	} else {
		const before = clauseBefore(clause, index);
		const rest = isComma(tokens[source.endToken]) ? clauseFrom(clause, after) : null;
		content = [before, rest].filter(span => span !== null);
	}
	if (content.length === 0) return null;
	return attributedTo(clause, source, cue, content);
}

/** Nouns for papers that are more often something done: "citing the release of prisoners". */
const thingsDone =
	/^(?:releases?|orders?|plans?|rules?|laws?|agreements?|budgets?|draft|drafts|results?|numbers|ads?|returns?|proposals?|standards|regulations?|contracts?|reviews?|averages?)$/;

/** "…, the Gazette reported, citing an official": who reports in this sentence, and what. */
function reporterBefore({ tokens, sentence, found }: Clause): BlockAttribution | null {
	const { start } = tokens[sentence.firstToken] as Token;
	const reporter = found.findLast(({ cue }) => cue !== null && cue.hearsay === undefined);
	return reporter?.cue && reporter.cue.start >= start && reporter.content.length > 0 ? reporter : null;
}
