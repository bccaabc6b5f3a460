/** Nouns that speak: unnamed sources, bodies and documents, and what points back to one told of before. */
import type { Token } from '../../text/tokens';
import { anonymityOf, withMore } from '../anonymity';
import type { Anonymity, BlockAnalysis, Mention } from '../model';
import { type Classification, classify, tellsCloseness } from '../sources';
import type { Vocabulary } from '../vocabulary';
import { genderOf } from './gender';
import {
	create,
	describe,
	type Gender,
	type Identity,
	only,
	type Resolved,
	type State,
	seen,
	singular,
} from './identities';
import type { Reference } from './references';

/** What a noun phrase in its place tells whatever the draft says elsewhere: worked out once, and asked for on each reading. */
export interface NounFacts {
	readonly classification: Classification;
	/** As it counts where it points back to no one. */
	readonly own: Classification;
	readonly phrase: string;
	readonly head: string;
	/** The phrase without its article, in lower case. */
	readonly bare: string;
	readonly gender: Gender | null;
	/** Of an unnamed source. */
	readonly anonymity: Anonymity | null;
}

/** The source of a noun phrase: one it points back to, one spoken of in the same words, or a new one. */
export function byNoun(state: State, reference: Reference, block: number): Resolved {
	const { classification, own, phrase, head, bare, gender, anonymity } = reference.noun as NounFacts;
	if (classification.refersBack) {
		const before = pointedAt(state, head, bare, classification, reference.plural, block);
		const [first] = before;
		if (first) {
			seen(first, block, reference, phrase);
			if (before.length === 1) learn(first, reference, anonymity);
			return { identity: first, candidates: before, via: [] };
		}
	}
	const whole = partOf.test(bare) ? groupBefore(state, block) : undefined;
	if (whole) {
		seen(whole, block, reference, phrase);
		learn(whole, reference, anonymity && { ...anonymity, number: null });
		return only(whole);
	}
	const repeats = reference.plural || reference.definite || own.identification === 'described';
	const known = repeats ? state.byPhrase.get(bare) : undefined;
	const identity = known ?? create(state, phrase, own, head, reference.plural);
	if (!known) state.byPhrase.set(bare, identity);
	seen(identity, block, reference, phrase);
	describe(identity, reference.descriptors);
	identity.gender ??= gender;
	if (identity.identification === 'anonymous' && anonymity)
		identity.anonymity = withMore(identity.anonymity, anonymity);
	return only(identity);
}

/** What a later mention tells of an unnamed source: on what terms it spoke, how it knows. */
function learn(identity: Identity, { descriptors }: Reference, anonymity: Anonymity | null): void {
	if (identity.identification !== 'anonymous' || !anonymity) return;
	identity.anonymity = withMore(identity.anonymity, anonymity);
	describe(identity, descriptors);
}

/** What a noun phrase tells where it stands. */
export function nounFacts(mention: Mention, analysis: BlockAnalysis, vocabulary: Vocabulary): NounFacts {
	const {
		tokens,
		block: { text },
	} = analysis;
	const phrase = text.slice(mention.start, mention.end);
	const word = (tokens[mention.head] as Token).lower;
	const classification = classify(mention, tokens, text, vocabulary);
	// "the senators", "the trade commissioner" with no unnamed one before: an office readers can look up.
	const isOffice =
		mention.definite &&
		classification.identification === 'anonymous' &&
		!tellsCloseness(mention) &&
		vocabulary.roles.has(word);
	const sentence = analysis.sentences.find(s => s.start <= mention.start && mention.end <= s.end);
	const around = sentence ? text.slice(sentence.start, sentence.end) : phrase;
	return {
		classification,
		own: isOffice ? { ...classification, identification: 'described', refersBack: false } : classification,
		phrase,
		head: singular(word),
		bare: phrase.toLowerCase().replace(/^(?:the|this|that|these|those|a|an|another)\s+/, ''),
		gender: genderOf({ ...mention, descriptors: [] }, analysis),
		anonymity: anonymityOf(mention, tokens, phrase, around, vocabulary),
	};
}

/** "one of them": of a group told of before, and no more is known of the one than of the others. */
const partOf = /^(?:one|two|three|several|some|both|most|all|none) of (?:them|those|the (?:two|three|four))$/;

/** The group that spoke last, where it is still in the reader's mind. */
function groupBefore(state: State, block: number): Identity | undefined {
	return state.speakers.findLast(
		({ plural, kind, mentions }) => (plural || kind === 'people') && (mentions.at(-1)?.block ?? -99) >= block - 1,
	);
}

/** Nouns for one document in turn: "a study" is later "the research". */
const documentFamilies: readonly ReadonlySet<string>[] = [
	new Set(['study', 'research', 'paper', 'report', 'analysis', 'review', 'finding', 'author']),
	new Set(['poll', 'survey', 'polling']),
	new Set(['lawsuit', 'suit', 'complaint', 'filing', 'indictment']),
	new Set(['letter', 'memo', 'note', 'email', 'message']),
	new Set(['statement', 'release', 'announcement']),
];
/** What an outlet makes. */
const reporting: ReadonlySet<string> = new Set([
	'report',
	'article',
	'story',
	'account',
	'dispatch',
	'piece',
	'coverage',
]);
/** Nouns for a body whatever it is called: "Calder Ferries" is later "the company". */
const anyBody: ReadonlySet<string> = new Set(['company', 'firm', 'organization', 'organisation', 'group', 'business']);
const firmNouns: ReadonlySet<string> = new Set(['company', 'firm', 'business']);
/** Names of bodies that nobody would call a company. */
const namesOfNoFirm =
	/\b(?:Workers|Union|Teachers|Association|University|College|School|Ministry|Department|Council|Committee|Commission|Court|Police|Congress|Senate|Parliament|Party|Agency|Authority|Nations|Church|Foundation|Federation)\b/;

/** Nouns for people that tell nothing of them, as `singular` leaves them. */
const anyone: ReadonlySet<string> = new Set(['people', 'person', 'individual']);

/** How far back, in blocks, a second unnamed source is still in the reader's mind. */
const rivalReach = 3;

/** Those a "the source", "the report", "the newspaper" may go back to, the likeliest first. */
function pointedAt(
	state: State,
	head: string,
	bare: string,
	{ kind, identification }: Classification,
	plural: boolean,
	block: number,
): readonly Identity[] {
	const exact = state.byPhrase.get(bare);
	const recent = [...state.speakers].reverse();
	const one = (found: Identity | undefined): readonly Identity[] => {
		const identity = found ?? exact;
		return identity ? [identity] : [];
	};
	if (kind === 'outlet') return one(recent.find(identity => identity.kind === 'outlet'));
	if (kind === 'document') {
		const family = documentFamilies.find(words => words.has(head));
		return one(
			recent.find(
				identity =>
					(identity.kind === 'document' && (identity.head === head || family?.has(identity.head) === true)) ||
					(identity.kind === 'outlet' && reporting.has(head)),
			),
		);
	}
	if (identification === 'anonymous') {
		const unnamed = recent.filter(identity => identity.identification === 'anonymous' && identity.plural === plural);
		const same = unnamed.filter(identity => singular(identity.head) === head);
		// "The source" may be whoever is not named; "the official" is an official.
		const fitting = same.length > 0 || head !== 'source' ? same : unnamed;
		if (fitting.length > 0)
			return fitting
				.slice(0, 2)
				.filter((identity, i) => i === 0 || (identity.mentions.at(-1)?.block ?? -99) >= block - rivalReach);
		return described(state, head);
	}
	if (exact) return [exact];
	// "The people asked not to be named": people who were told of and not named.
	if (identification === 'described' && anyone.has(head)) {
		const before = recent.find(
			identity =>
				identity.identification === 'anonymous' && singular(identity.head) === head && identity.plural === plural,
		);
		if (before) return [before];
	}
	if (kind === 'organization') {
		const bodies = recent.filter(identity => identity.kind === 'organization' || identity.kind === 'outlet');
		const found =
			bodies.find(identity => tellsOf(identity.name, head)) ??
			bodies.find(identity => identity.descriptors.some(descriptor => tellsOf(descriptor, head))) ??
			bodyCalled(state, bodies, head, block);
		if (found && anyBody.has(head)) state.bodies.set(head, found);
		return found ? [found] : [];
	}
	return identification === 'described' ? described(state, head) : [];
}

/** A body by a noun that fits any: the one just told of, the one called so before, the only one there is. */
function bodyCalled(state: State, bodies: readonly Identity[], head: string, block: number): Identity | undefined {
	if (!anyBody.has(head)) return undefined;
	const fitting = bodies.filter(
		({ kind, identification, name }) =>
			kind === 'organization' && identification === 'named' && !(firmNouns.has(head) && namesOfNoFirm.test(name)),
	);
	const recent = fitting.find(({ mentions }) => (mentions.at(-1)?.block ?? -99) >= block - 1);
	return recent ?? state.bodies.get(head) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

/** Someone told of by this noun: "Mayor Ann Harlow" is "the mayor". */
function described(state: State, head: string): readonly Identity[] {
	const tells = (identity: Identity): boolean => identity.descriptors.some(descriptor => tellsOf(descriptor, head));
	const found = state.speakers.findLast(tells) ?? state.present.findLast(tells);
	return found ? [found] : [];
}

/** Whether a name or descriptor has the word. */
function tellsOf(text: string, word: string): boolean {
	if (word === '') return false;
	const lower = text.toLowerCase();
	for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
		if (!isPartOfWord(lower, at - 1) && !isPartOfWord(lower, at + word.length)) return true;
	}
	return false;
}

function isPartOfWord(text: string, at: number): boolean {
	return /[\p{L}\p{N}-]/u.test(text.charAt(at));
}
