/** Pronouns that speak: he, she, they and it by gender, number and who is most present; who, I and we by where they stand. */
import type { Token } from '../../text/tokens';
import { determiners, isComma } from '../grammar';
import { phraseBefore } from '../mentions';
import type { BlockAnalysis, Mention } from '../model';
import { tagOf } from '../partsOfSpeech';
import type { Vocabulary } from '../vocabulary';
import { knownGender } from './gender';
import { attend, type Identity, nobody, only, presence, type Resolved, type State } from './identities';
import type { Reference } from './references';
import { tiedPair } from './ties';

/** How far back a pronoun reaches, in blocks. */
const reach = 3;
/** From this share of the first's presence on a second is as likely, where the draft names neither. */
const tie = 0.8;
const pronounWeight = 60;

/** He, she, they or it: the one who fits and is most present. `except`: whoever speaks around it would say "I". */
export function thirdPerson(
	state: State,
	{ word, place, pairs }: Reference,
	block: number,
	except: Identity | null,
): Resolved {
	let first: Identity | null = null;
	let second: Identity | null = null;
	let most = 0;
	for (let i = state.present.length - 1; i >= 0; i--) {
		const identity = state.present[i] as Identity;
		if (identity === except || !fits(identity, word, block)) continue;
		if ((identity.mentions.at(-1)?.block ?? -99) < block - reach) continue;
		const score = scoreOf(state, identity, word);
		if (score > most) {
			[second, first] = [first, identity];
			most = score;
		} else if (!second || score > scoreOf(state, second, word)) second = identity;
	}
	if (!first) return nobody;
	const tied = tiedPair(state, block, pairs, identity => identity !== except && fits(identity, word, block));
	first.mentions.push({ block, ...place });
	if (word === 'he' || word === 'she') first.called = { gender: word === 'he' ? 'm' : 'f', block };
	attend(state, first, pronounWeight);
	const isTied =
		second !== null &&
		first.identification === 'anonymous' &&
		second.identification === 'anonymous' &&
		scoreOf(state, second, word) >= tie * scoreOf(state, first, word);
	if (isTied) return { identity: first, candidates: [first, second as Identity], via: [] };
	const rival = tied?.includes(first) ? tied.find(identity => identity !== first) : undefined;
	return rival ? { ...only(first), rival } : only(first);
}

function scoreOf(state: State, identity: Identity, word: string): number {
	const score = presence(state, identity);
	if (word !== 'he' && word !== 'she') return score;
	// A name that nothing proves a person may be a place; one whom the draft calls "he" elsewhere is.
	const gender = knownGender(identity);
	const isPerson =
		identity.isProven || gender !== null || (identity.identification !== 'named' && identity.kind === 'person');
	return score * (isPerson ? 1 : identity.speaks && identity.kind === 'person' ? 0.7 : 0.3) * (gender ? 1.2 : 1);
}

/** Whether a pronoun may stand for an identity, by gender and number. */
export function fits(identity: Identity, word: string, block: number): boolean {
	const { kind, plural } = identity;
	const isBody = kind === 'organization' || kind === 'outlet';
	if (word === 'they') return plural || isBody || kind === 'people' || identity.identification === 'anonymous';
	if (word === 'it') return !plural && (isBody || kind === 'document');
	if (isBody || kind === 'document' || plural) return false;
	const own = word === 'he' ? 'm' : 'f';
	const gender = knownGender(identity) ?? (identity.called?.block === block ? identity.called.gender : null);
	return gender === null || gender === own;
}

/** The words that "who" stands for: the name or noun phrase before it; null where none is. */
export function antecedentOfWho(analysis: BlockAnalysis, mention: Mention, vocabulary: Vocabulary): Mention | null {
	const {
		tokens,
		sentences,
		block: { text },
	} = analysis;
	const end = isComma(tokens[mention.firstToken - 1]) ? mention.firstToken - 1 : mention.firstToken;
	const named = analysis.mentions.find(name => name.endToken === end);
	const sentence = sentences.find(s => s.firstToken <= mention.firstToken && mention.firstToken < s.endToken);
	if (!sentence) return named ?? null;
	const first = startOfPhrase(analysis, sentence.firstToken, end);
	// "Ida Quist, the senator from Norland, who …": what stands between the commas tells of the name.
	const isTold = isComma(tokens[first - 1]) && isComma(tokens[end]) && /^(?:the|an?)$/.test(tokens[first]?.lower ?? '');
	const told = isTold ? analysis.mentions.find(name => name.endToken === first - 1) : undefined;
	if (told ?? named) return told ?? named ?? null;
	const reading = { text, tokens, vocabulary, titleCase: false };
	const antecedent = phraseBefore(reading, first, end);
	return antecedent && antecedent.form !== 'pronoun' ? antecedent : null;
}

function startOfPhrase({ tokens, partsOfSpeech }: BlockAnalysis, floor: number, end: number): number {
	let first = end;
	while (first > floor && end - first < 10 && !/^[,.;:“”"]$/.test((tokens[first - 1] as Token).text)) {
		// "Quist said the company, which …": the phrase begins after the verb.
		if (first < end) {
			const tag = tagOf(partsOfSpeech, first - 1);
			const isOpen = determiners.has((tokens[first] as Token).lower);
			if (/\|(?:VBD|VBZ|VBP|MD)$/.test(tag) || (isOpen && tag.startsWith('VERB|'))) break;
		}
		first--;
	}
	// "has seen emails which …": the rest of the verb.
	while (
		first > floor &&
		first < end &&
		tagOf(partsOfSpeech, first) === 'VERB|VBN' &&
		isAuxiliary(tagOf(partsOfSpeech, first - 1))
	)
		first++;
	return first;
}

function isAuxiliary(tag: string): boolean {
	return tag.startsWith('AUX|');
}

/** Whether a pronoun is the first person of whoever speaks. */
export function isFirstPerson({ form, word }: Reference): boolean {
	return form === 'pronoun' && (word === 'i' || word === 'we');
}
