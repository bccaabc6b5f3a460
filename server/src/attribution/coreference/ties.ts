/** Pronouns for which two named people fit alike: neither grammar nor recency tells them apart. */
import { contains } from '../../text/span';
import type { BlockAnalysis, Mention } from '../model';
import type { Vocabulary } from '../vocabulary';
import { knownGender } from './gender';
import type { Identity, State } from './identities';

/**
 * The two whom "he" or "she" may stand for: both named in the sentence before, side by side ("Reed and
 * Hale"), so that they have the same part in it and are as near; of the same gender, or of none that is known; and no
 * one else there or here whom the reader could think of first. Null where there is a reason to take one of them.
 */
export function tiedPair(
	state: State,
	{ tokens, sentences, mentions }: BlockAnalysis,
	block: number,
	pronoun: Mention,
	fits: (identity: Identity) => boolean,
): readonly [Identity, Identity] | null {
	if (!/^(?:he|she)$/.test(tokens[pronoun.firstToken]?.lower ?? '')) return null;
	const at = sentences.findIndex(sentence => contains(sentence, pronoun));
	const before = sentences[at - 1];
	if (!before) return null;
	const near = state.present.filter(identity => identity.sentence >= state.sentence - 1 && fits(identity));
	const [first, second, ...others] = near;
	if (!first || !second || others.length > 0 || ![first, second].every(isNamedPerson)) return null;
	if (near.some(({ sentence }) => sentence === state.sentence)) return null;
	if (knownGender(first) !== knownGender(second)) return null;
	const names = mentions.filter(mention => contains(before, mention));
	const placeOf = ({ mentions: places }: Identity): Mention | undefined =>
		names.find(name => places.some(place => place.block === block && place.start === name.start));
	const [one, other] = [placeOf(first), placeOf(second)].sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0));
	if (
		!one ||
		!other ||
		other.firstToken !== one.endToken + 1 ||
		!/^(?:and|or)$/.test(tokens[one.endToken]?.lower ?? '')
	)
		return null;
	const around = tokens
		.slice(before.firstToken, before.endToken)
		.filter(({ start }) => start < one.start || start >= other.end);
	return around.some(({ lower }) => isPerson(lower, state.vocabulary)) ? null : [first, second];
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
