/**
 * Words that stand for someone, with all that their block tells of them: worked out once, asked on each reading. The
 * resolver sees nothing else of a block, so that two blocks that tell the same are the same to it (`isSameTold`).
 */
import { contains, type Span } from '../../text/span';
import type { BlockAnalysis, Mention, MentionForm } from '../model';
import type { Vocabulary } from '../vocabulary';
import { type NameFacts, nameBeside, nameFacts } from './names';
import { type NounFacts, nounFacts } from './nouns';
import { antecedentOfWho } from './pronouns';
import { pairsBefore, type SidePairs } from './ties';

/** Words that stand for someone, in their place. */
export interface Reference {
	/** Where they stand in the block. Which place comes first bears on who is who, how far along it is does not. */
	readonly place: Span;
	readonly form: MentionForm;
	readonly plural: boolean;
	readonly definite: boolean;
	readonly descriptors: readonly string[];
	/** The first word, in lower case. */
	readonly word: string;
	/** In quotation marks. */
	readonly isQuoted: boolean;
	/** Of a name, and of a noun. */
	readonly name: NameFacts | null;
	readonly noun: NounFacts | null;
	/** Of what speaks: the name that says who is told of, "the council’s finance officer, Ruth Okafor". */
	readonly beside: Reference | null;
	/** "which", that stands for a word before. */
	readonly isRelative: boolean;
	/** What "who" and "which" stand for. */
	readonly antecedent: Reference | null;
	/** Of "he" and "she": those named side by side in the sentence before. */
	readonly pairs: SidePairs | null;
}

/** What a mention tells where it stands. `speaks`: it is a source or a relay, not a name in passing. */
export function referenceOf(
	mention: Mention,
	analysis: BlockAnalysis,
	vocabulary: Vocabulary,
	speaks: boolean,
): Reference {
	const { form, plural, definite, descriptors, start, end, firstToken, endToken } = mention;
	const word = analysis.tokens[firstToken]?.lower ?? '';
	const isRelative = form === 'noun' && endToken - firstToken === 1 && word === 'which';
	const besides = speaks && form !== 'pronoun' ? nameBeside(analysis, mention) : null;
	const isWho = form === 'pronoun' && word === 'who';
	const antecedent = isRelative || isWho ? antecedentOfWho(analysis, mention, vocabulary) : null;
	const told = (other: Mention | null): Reference | null => other && referenceOf(other, analysis, vocabulary, true);
	return {
		place: { start, end },
		form,
		plural,
		definite,
		descriptors,
		word,
		isQuoted: analysis.quotations.some(quotation => contains(quotation, mention)),
		name: form === 'name' ? nameFacts(mention, analysis, vocabulary) : null,
		noun: form === 'noun' ? nounFacts(mention, analysis, vocabulary) : null,
		beside: told(besides),
		isRelative,
		antecedent: told(antecedent),
		pairs: form === 'pronoun' ? pairsBefore(analysis, mention, vocabulary) : null,
	};
}
