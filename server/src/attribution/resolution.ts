/** The second pass: who the sources are. Names are gathered into identities, and what points back is led back. */
import { inSlices } from '../text/slices';
import type { Span } from '../text/span';
import { withMore } from './anonymity';
import { type BlockMention, type BlockTold, inReadingOrder, type Label } from './coreference/blockTold';
import { byHouse, type HouseSources, houseOf } from './coreference/house';
import {
	attend,
	create,
	type Identity,
	newState,
	nobody,
	only,
	type Place,
	type Resolved,
	remember,
	type State,
} from './coreference/identities';
import { byName } from './coreference/names';
import { byNoun } from './coreference/nouns';
import { fits, isFirstPerson, thirdPerson } from './coreference/pronouns';
import type { Reference } from './coreference/references';
import { type Moves, movesBetween, placeKey } from './coreference/sameTold';
import type { Genre } from './model';
import type { Vocabulary } from './vocabulary';

export { type Identity, nobody, type Place, type Resolved } from './coreference/identities';

export interface Resolution {
	/** In order of first appearance. */
	readonly identities: readonly Identity[];
	/** By block, by attribution. */
	readonly attributions: readonly (readonly Resolved[])[];
	/** By block: those that are the first of their source in reading order. */
	readonly firsts: readonly (readonly number[])[];
	/** What was resolved, by block. */
	readonly told: readonly BlockTold[];
	/** By block: where words stand that have since moved within it. */
	readonly moves: ReadonlyMap<number, Moves>;
}

/** Where a mention stands in its block as it is now. */
export function placeIn({ moves }: Resolution, place: Place): Span {
	return moves.get(place.block)?.get(placeKey(place)) ?? place;
}

/** The same resolution for blocks that tell the same but for their offsets; null where one of the changed tells something else. */
export function resolveAgain(
	before: Resolution,
	told: readonly BlockTold[],
	changed: readonly number[],
): Resolution | null {
	const moves = new Map(before.moves);
	for (const block of changed) {
		const moved = movesBetween(before.told[block] as BlockTold, told[block] as BlockTold);
		if (!moved) return null;
		moves.set(block, moved);
	}
	return { ...before, moves };
}

/** What resolving a block costs, in the units of `inSlices`. */
const unitsOfBlock = 24;

/** Resolves the sources of all attributions of a document, block by block, pausing now and then. */
export function* resolve(
	told: readonly BlockTold[],
	vocabulary: Vocabulary,
	genre: Genre,
	house: HouseSources | undefined,
): Generator<undefined, Resolution, void> {
	const state = newState(vocabulary, house ? houseOf(house) : null);
	const evidence: Evidence = { votes: new Map(), full: new Set(), single: new Set(), places: new Set() };
	yield* inSlices(told, each => {
		gather(evidence, each);
		return 0;
	});
	const turns: Turns = { speaker: null, isInterview: genre === 'interview' };
	const attributions: (readonly Resolved[])[] = [];
	yield* inSlices(told, (each, block) => {
		attributions.push(resolveBlock(state, each, block, evidence, turns));
		return unitsOfBlock;
	});
	yield* inSlices(state.identities, ({ mentions }) => {
		mentions.sort((a: Place, b: Place) => a.block - b.block || a.start - b.start);
		return mentions.length;
	});
	return { identities: state.identities, attributions, firsts: firstsOf(attributions), told, moves: noMoves };
}

function firstsOf(attributions: Resolution['attributions']): Resolution['firsts'] {
	const seen = new Set<Identity>();
	return attributions.map(resolved => {
		let firsts = noFirsts;
		for (const [a, { identity }] of resolved.entries()) {
			if (identity === null || seen.has(identity)) continue;
			seen.add(identity);
			firsts = [...firsts, a];
		}
		return firsts;
	});
}

const noFirsts: readonly number[] = [];
const noMoves: Resolution['moves'] = new Map();

/** Whose turn it is to say "I": the last speaker outside all others' words; in an interview the last label. */
interface Turns {
	speaker: Identity | null;
	readonly isInterview: boolean;
}

/** What the whole draft tells of names, by their last word. */
interface Evidence {
	readonly votes: Map<string, { f: number; m: number }>;
	readonly full: Set<string>;
	readonly single: Set<string>;
	readonly places: Set<string>;
}

function gather(evidence: Evidence, { evidence: { votes, full, single, places } }: BlockTold): void {
	for (const { name, gender, weight } of votes) {
		const sum = evidence.votes.get(name) ?? { f: 0, m: 0 };
		sum[gender] += weight;
		evidence.votes.set(name, sum);
	}
	for (const name of full) evidence.full.add(name);
	for (const name of single) evidence.single.add(name);
	for (const name of places) evidence.places.add(name);
}

/** What a mention weighs on the reader's mind: the grammar of the sentence says who it is about. */
const weights = { speaker: 100, inner: 50, subject: 80, object: 45, owner: 30, faint: 0.4 };

function resolveBlock(
	state: State,
	told: BlockTold,
	block: number,
	evidence: Evidence,
	turns: Turns,
): readonly Resolved[] {
	const { parents, sentences, isFaint } = told;
	const resolved: Resolved[] = parents.map(() => nobody);
	if (turns.isInterview && told.label !== undefined) takeTurn(state, told.label, block, turns);
	const inOrder = mentionsOf(told, evidence);
	if (inOrder.length === 0 && told.later.size === 0) {
		state.sentence += Math.max(1, sentences);
		return resolved;
	}
	const done = new Map<number, Resolved>();
	const firstSentence = state.sentence;
	const later: BlockMention[] = [];
	let sentence = 0;
	let subject = -1;

	const settle = ({ reference, index }: BlockMention): void => {
		// ", saying" speaks with the mention of the verb before: the same place, the same identity.
		const { start } = reference.place;
		const same = done.get(start);
		const who = same ?? resolveMention(state, reference, block, enclosing(index), turns, evidence);
		done.set(start, who);
		const via = (told.via[index] ?? []).flatMap(
			relay => resolveMention(state, relay, block, null, turns, evidence).identity ?? [],
		);
		resolved[index] = { ...who, via };
		for (const outlet of via) {
			outlet.speaks = true;
			remember(state.speakers, outlet);
		}
		if (!who.identity) return;
		who.identity.speaks = true;
		for (const outlet of via) who.identity.via.add(outlet);
		// Those whom a quotation lets speak are no one a pronoun outside it goes back to.
		if (reference.isQuoted) return;
		remember(state.speakers, who.identity);
		const isOuter = parents[index] === null;
		if (isOuter) turns.speaker = who.identity;
		if (!same) attend(state, who.identity, (isOuter ? weights.speaker : weights.inner) * (isFaint ? weights.faint : 1));
	};
	/** Whoever says what this attribution stands in. */
	const enclosing = (index: number): Identity | null => {
		for (let at = parents[index] ?? null; at !== null; at = parents[at] ?? null) {
			const { identity } = resolved[at] as Resolved;
			if (identity) return identity;
		}
		return null;
	};

	for (const each of inOrder) {
		const { reference, index } = each;
		for (; sentence < each.sentence; sentence++) tellLater(state, told, sentence);
		state.sentence = firstSentence + sentence;
		if (index < 0) {
			const identity = note(state, each, block, evidence);
			if (reference.isQuoted || !identity) continue;
			// Before the subject stand times, titles and places: only a person, or a name in front, is taken for it.
			const isSubject = each.role === 'subject' && subject !== sentence && (identity.isProven || each.leads);
			const role = each.role === 'subject' && !isSubject ? 'object' : each.role;
			if (isSubject) subject = sentence;
			attend(state, identity, weights[role] * (isFaint ? weights.faint : 1));
		} else if (reference.form === 'pronoun' && (reference.isQuoted || isFirstPerson(reference))) later.push(each);
		else settle(each);
	}
	for (; sentence < sentences; sentence++) tellLater(state, told, sentence);
	for (const each of later) settle(each);
	state.sentence = firstSentence + Math.max(1, sentences);
	return resolved;
}

/** "HARLOW: I said …": whoever the label names says "I" until the next label; "Q:" names no one. */
function takeTurn(state: State, label: Label | null, block: number, turns: Turns): void {
	const known = label === null ? undefined : state.byLastWord.get(label.key.split(' ').at(-1) ?? label.key);
	turns.speaker = known?.at(-1) ?? (label ? newSpeaker(state, label, block) : null);
}

function newSpeaker(state: State, { name, key, place }: Label, block: number): Identity {
	const last = key.split(' ').at(-1) ?? key;
	const speaker = create(state, name, { kind: 'person', identification: 'named', refersBack: false }, last);
	speaker.aliases.add(key);
	state.byLastWord.set(last, [speaker]);
	speaker.mentions.push({ block, ...place });
	return speaker;
}

/** Whom the block speaks of; at a sentence's beginning a capital makes a name where the draft has it elsewhere. */
function mentionsOf({ inOrder, openings }: BlockTold, { full, single }: Evidence): readonly BlockMention[] {
	if (openings.length === 0) return inOrder;
	const names = openings.filter(([word]) => full.has(word) || single.has(word));
	return names.length === 0 ? inOrder : [...inOrder, ...names.map(([, opening]) => opening)].sort(inReadingOrder);
}

/** A name in passing: it may tell a first name or a role, and a pronoun may go back to it. Null where it names a place. */
function note(
	state: State,
	{ reference, isAside, isPlace }: BlockMention,
	block: number,
	evidence: Evidence,
): Identity | null {
	const identity = byName(state, reference, block);
	weigh(identity, evidence);
	if (identity.kind === 'outlet') remember(state.speakers, identity);
	return isAside || (isPlace && !identity.isProven) ? null : identity;
}

/** What the draft's pronouns and surnames tell of whoever bears this name. */
function weigh(identity: Identity, { votes, full, single, places }: Evidence): void {
	if (identity.kind !== 'person') return;
	identity.isPlace ||= places.has(identity.head);
	if (full.has(identity.head) && single.has(identity.head)) identity.isProven = true;
	const own = votes.get(identity.head);
	if (!own) return;
	identity.votes.f = Math.max(identity.votes.f, own.f);
	identity.votes.m = Math.max(identity.votes.m, own.m);
}

/** "They asked not to be named because …": what a sentence tells of the unnamed source told of before it. */
function tellLater(state: State, { later }: BlockTold, sentence: number): void {
	const told = later.get(sentence);
	if (!told) return;
	const source = state.speakers.findLast(
		({ identification, plural }) => identification === 'anonymous' && (told.plural === null || told.plural === plural),
	);
	if (source) source.anonymity = withMore(source.anonymity, told.anonymity);
}

function resolveMention(
	state: State,
	reference: Reference,
	block: number,
	enclosing: Identity | null,
	turns: Turns,
	evidence: Evidence,
): Resolved {
	const { form, beside, antecedent, isRelative } = reference;
	if (form === 'pronoun') return pronoun(state, reference, block, enclosing, turns, evidence);
	if (beside) return resolveMention(state, beside, block, enclosing, turns, evidence);
	if (form === 'name') {
		const identity = byName(state, reference, block);
		weigh(identity, evidence);
		if (isOnlyPlace(identity)) identity.kind = 'organization';
		return only(identity);
	}
	// "the company, which expects …"
	if (isRelative) {
		return antecedent && isSource(antecedent)
			? resolveMention(state, antecedent, block, null, turns, evidence)
			: nobody;
	}
	const house = byHouse(state, reference, block);
	return house ? only(house) : byNoun(state, reference, block);
}

/** "Karst denied it", where elsewhere things happen in Karst and nothing makes it a person: those who rule or run the place. */
function isOnlyPlace({ isPlace, kind, isProven, gender, votes }: Identity): boolean {
	return isPlace && kind === 'person' && !isProven && gender === null && votes.f + votes.m === 0;
}

/** Whether a noun is one that sources go by: the studies that "which" stands for tell something, the literature does not. */
function isSource({ form, noun }: Reference): boolean {
	return form === 'name' || noun?.classification.kind !== 'unknown';
}

function pronoun(
	state: State,
	reference: Reference,
	block: number,
	enclosing: Identity | null,
	turns: Turns,
	evidence: Evidence,
): Resolved {
	const { word, isQuoted, antecedent } = reference;
	if (isFirstPerson(reference)) {
		const speaker = enclosing ?? (isQuoted || turns.isInterview ? turns.speaker : null);
		return speaker ? spoken(speaker, block, reference) : nobody;
	}
	if (word !== 'who') {
		// "Quist said she would go": in the writer's words whoever speaks is "she", and would be "I" in quotation marks only.
		return !isQuoted && enclosing && fits(enclosing, word, block)
			? spoken(enclosing, block, reference)
			: thirdPerson(state, reference, block, enclosing);
	}
	return antecedent ? resolveMention(state, antecedent, block, null, turns, evidence) : nobody;
}

function spoken(identity: Identity, block: number, { place }: Reference): Resolved {
	identity.mentions.push({ block, ...place });
	return only(identity);
}
