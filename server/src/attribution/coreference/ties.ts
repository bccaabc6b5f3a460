/** Pronouns for which two named people fit alike: neither grammar nor recency tells them apart. */
import { contains } from '../../text/span';
import type { BlockAnalysis, Mention } from '../model';
import type { Vocabulary } from '../vocabulary';
import { knownGender } from './gender';
import { type Identity, isSeenAt, type State } from './identities';

/** The names of a sentence, where each begins, and which of them stand side by side with no one else in it. */
export interface SidePairs {
	readonly names: readonly { readonly place: { readonly start: number } }[];
	/** Indexes of names, the first of a pair first. */
	readonly pairs: readonly (readonly [number, number])[];
}

/** Those side by side in the sentence before "he" or "she"; null where there are none. */
export function pairsBefore(
	{ tokens, sentences, mentions }: BlockAnalysis,
	pronoun: Mention,
	vocabulary: Vocabulary,
): SidePairs | null {
	if (!/^(?:he|she)$/.test(tokens[pronoun.firstToken]?.lower ?? '')) return null;
	const before = sentences[sentences.findIndex(sentence => contains(sentence, pronoun)) - 1];
	if (!before) return null;
	const names = mentions.filter(mention => contains(before, mention));
	const pairs = names.flatMap((one, i) =>
		names.flatMap((other, k) => {
			const isBeside = other.firstToken === one.endToken + 1 && /^(?:and|or)$/.test(tokens[one.endToken]?.lower ?? '');
			if (!isBeside) return [];
			const around = tokens
				.slice(before.firstToken, before.endToken)
				.filter(({ start }) => start < one.start || start >= other.end);
			return around.some(({ lower }) => isPerson(lower, vocabulary)) ? [] : [[i, k] as const];
		}),
	);
	return pairs.length === 0 ? null : { names: names.map(({ start }) => ({ place: { start } })), pairs };
}

/**
 * The two whom "he" or "she" may stand for: both named in the sentence before, side by side ("Reed and
 * Hale"), so that they have the same part in it and are as near; of the same gender, or of none that is known; and no
 * one else there or here whom the reader could think of first. Null where there is a reason to take one of them.
 */
export function tiedPair(
	state: State,
	block: number,
	side: SidePairs | null,
	fits: (identity: Identity) => boolean,
): readonly [Identity, Identity] | null {
	if (!side) return null;
	const near = state.present.filter(identity => identity.sentence >= state.sentence - 1 && fits(identity));
	const [first, second, ...others] = near;
	if (!first || !second || others.length > 0 || ![first, second].every(isNamedPerson)) return null;
	if (near.some(({ sentence }) => sentence === state.sentence)) return null;
	if (knownGender(first) !== knownGender(second)) return null;
	const nameOf = (identity: Identity): number =>
		side.names.findIndex(({ place }) => isSeenAt(identity, block, place.start));
	const [one, other] = [nameOf(first), nameOf(second)].sort((a, b) => a - b);
	return side.pairs.some(([a, b]) => a === one && b === other) ? [first, second] : null;
}

function isNamedPerson({ kind, identification, plural }: Identity): boolean {
	return kind === 'person' && identification === 'named' && !plural;
}

/** Someone else in the sentence: "the mayor", "she", "a source". */
function isPerson(word: string, { roles, publicFigures, people, unnamed, spokespeople, titles }: Vocabulary): boolean {
	return (
		/^(?:he|she|who|i|him|her|his)$/.test(word) ||
		[roles, publicFigures, people, unnamed, spokespeople, titles].some(list => list.has(word))
	);
}
