/**
 * Attributions of one block, by rule: a cue of the lexicon, the noun phrase that speaks, and what it is said to have said.
 * The tagger finds more (see `attributions.ts`); these stand in where it is blind: for who speaks within another's words,
 * for constructions that name no one, and for relays.
 *
 * The scheme is PolNeAR's (Newell, Margolin and Ruths 2018): a cue takes its auxiliaries and adverbs along, "that"
 * belongs to the content, quotation marks belong to the content, the final stop does not.
 */
import type { Sentence, Token } from '../text/tokens';
import { type Clause, clauseOf } from './clauses/clause';
import { hearsay } from './clauses/hearsay';
import { introductionAt } from './clauses/introductions';
import { labelAt, signatureAt } from './clauses/labels';
import { phraseAt } from './clauses/phrases';
import { verbAt } from './clauses/verbs';
import type { Reading } from './mentions';
import type { BlockAttribution, QuotedSpan } from './model';

/** More tokens than this are no sentence: a list, a log, a text without stops. */
const longestSentence = 400;

/** The attributions of a block, in order of their cues; `parent` is left open. `isVerb` tells what the tagger takes for a verb. */
export function findByRule(
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	isVerb?: (token: number) => boolean,
): readonly BlockAttribution[] {
	const found: BlockAttribution[] = [];
	for (const sentence of sentences) {
		if (sentence.endToken - sentence.firstToken > longestSentence) continue;
		const clause = clauseOf(reading, sentence, quotations, found, isVerb);
		const before = found.length;
		const taken = new Set<number>();
		for (const attribution of hearsay(clause, taken)) found.push(attribution);
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const attribution = taken.has(i) ? null : attributionAt(clause, i, taken);
			if (attribution) found.push(attribution);
		}
		if (found.length - before > 1) found.push(...found.splice(before).sort((a, b) => orderOf(a) - orderOf(b)));
	}
	return found;
}

function attributionAt(clause: Clause, index: number, taken: Set<number>): BlockAttribution | null {
	const { kind, lower } = clause.tokens[index] as Token;
	if (kind === 'punctuation') return labelAt(clause, index) ?? signatureAt(clause, index);
	if (kind !== 'word') return null;
	return (
		phraseAt(clause, index, taken) ??
		introductionAt(clause, index) ??
		(clause.vocabulary.verbs.has(lower) ? verbAt(clause, index) : null)
	);
}

const orderOf = (attribution: BlockAttribution): number =>
	attribution.cue?.start ?? attribution.source?.start ?? attribution.content[0]?.start ?? 0;
