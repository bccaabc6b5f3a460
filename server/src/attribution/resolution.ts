/** The second pass: who the sources are. Names are gathered into identities, and what points back is led back. */
import { contains } from '../text/span';
import type { Token } from '../text/tokens';
import { laterAnonymity, withMore } from './anonymity';
import { type BlockMention, blockMentions, byPlace } from './coreference/blockMentions';
import { nameEvidence } from './coreference/gender';
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
import { bareName, byName, nameBeside } from './coreference/names';
import { byNoun } from './coreference/nouns';
import { antecedentOfWho, fits, isFirstPerson, thirdPerson } from './coreference/pronouns';
import { isCapitalized } from './grammar';
import { mention as mentionAt } from './mentions';
import type { BlockAnalysis, Genre, Mention } from './model';
import { classify } from './sources';
import type { Vocabulary } from './vocabulary';

export type { Identity, Place, Resolved } from './coreference/identities';

export interface Resolution {
	/** In order of first appearance. */
	readonly identities: readonly Identity[];
	/** By block, by attribution. */
	readonly attributions: readonly (readonly Resolved[])[];
}

const blocksBetweenPauses = 64;

/** Resolves the sources of all attributions of a document, block by block, pausing now and then. */
export function* resolve(
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	genre: Genre,
	house: HouseSources | undefined,
): Generator<undefined, Resolution, void> {
	const state = newState(vocabulary, house ? houseOf(house) : null);
	const evidence: Evidence = { votes: new Map(), full: new Set(), single: new Set(), places: new Set() };
	for (const [block, analysis] of analyses.entries()) {
		const { votes, full, single, places } = nameEvidence(analysis);
		for (const { name, gender, weight } of votes) {
			const own = evidence.votes.get(name) ?? { f: 0, m: 0 };
			own[gender] += weight;
			evidence.votes.set(name, own);
		}
		for (const name of full) evidence.full.add(name);
		for (const name of single) evidence.single.add(name);
		for (const name of places) evidence.places.add(name);
		if (block % blocksBetweenPauses === 0) yield;
	}
	const turns: Turns = { speaker: null, isInterview: genre === 'interview' };
	const attributions: (readonly Resolved[])[] = [];
	for (const [block, analysis] of analyses.entries()) {
		attributions.push(resolveBlock(state, analysis, block, evidence, turns));
		if (block % blocksBetweenPauses === 0) yield;
	}
	for (const { mentions } of state.identities)
		mentions.sort((a: Place, b: Place) => a.block - b.block || a.start - b.start);
	return { identities: state.identities, attributions };
}

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

/** What a mention weighs on the reader's mind: the grammar of the sentence says who it is about. */
const weights = { speaker: 100, inner: 50, subject: 80, object: 45, owner: 30, faint: 0.4 };

function resolveBlock(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	evidence: Evidence,
	turns: Turns,
): readonly Resolved[] {
	const { attributions, sentences } = analysis;
	const resolved: Resolved[] = attributions.map(() => nobody);
	if (turns.isInterview) takeTurn(state, analysis, block, turns);
	const inOrder = mentionsOf(analysis, evidence, state.vocabulary);
	const done = new Map<number, Resolved>();
	const isFaint = analysis.block.kind !== 'paragraph' && analysis.block.kind !== 'list-item';
	const firstSentence = state.sentence;
	const later: BlockMention[] = [];
	let sentence = 0;
	let subject = -1;

	const settle = ({ mention, index, isQuoted }: BlockMention): void => {
		// ", saying" speaks with the mention of the verb before: the same place, the same identity.
		const same = done.get(mention.start);
		const who = same ?? resolveMention(state, analysis, block, mention, enclosing(index), turns, evidence);
		done.set(mention.start, who);
		const via = (attributions[index]?.via ?? []).flatMap(
			relay => resolveMention(state, analysis, block, relay, null, turns, evidence).identity ?? [],
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
		if (isQuoted) return;
		remember(state.speakers, who.identity);
		const isOuter = attributions[index]?.parent === null;
		if (isOuter) turns.speaker = who.identity;
		if (!same) attend(state, who.identity, (isOuter ? weights.speaker : weights.inner) * (isFaint ? weights.faint : 1));
	};
	/** Whoever says what this attribution stands in. */
	const enclosing = (index: number): Identity | null => {
		for (let at = attributions[index]?.parent ?? null; at !== null; at = attributions[at]?.parent ?? null) {
			const { identity } = resolved[at] as Resolved;
			if (identity) return identity;
		}
		return null;
	};

	for (const each of inOrder) {
		const { mention, index, isQuoted } = each;
		for (; sentence < each.sentence; sentence++) tellLater(state, analysis, sentence);
		state.sentence = firstSentence + sentence;
		if (index < 0) {
			const identity = note(state, analysis, block, each, evidence);
			if (isQuoted || !identity) continue;
			// Before the subject stand times, titles and places: only a person, or a name in front, is taken for it.
			const isSubject = each.role === 'subject' && subject !== sentence && (identity.isProven || each.leads);
			const role = each.role === 'subject' && !isSubject ? 'object' : each.role;
			if (isSubject) subject = sentence;
			attend(state, identity, weights[role] * (isFaint ? weights.faint : 1));
		} else if (mention.form === 'pronoun' && (isQuoted || isFirstPerson(mention, analysis))) later.push(each);
		else settle(each);
	}
	for (; sentence < sentences.length; sentence++) tellLater(state, analysis, sentence);
	for (const each of later) settle(each);
	state.sentence = firstSentence + Math.max(1, sentences.length);
	return resolved;
}

/** "HARLOW: I said …": whoever the label names says "I" until the next label; "Q:" names no one. */
function takeTurn(state: State, { tokens, block: { text } }: BlockAnalysis, block: number, turns: Turns): void {
	let colon = 0;
	while (colon < 4 && tokens[colon] && isCapitalized(tokens[colon] as Token)) colon++;
	if (colon === 0 || tokens[colon]?.text !== ':') return;
	const label = mentionAt({ text, tokens, vocabulary: state.vocabulary, titleCase: false }, 0, colon);
	const name = label?.form === 'name' && label.name.length > 1 ? bareName(label.name) : null;
	const known = name === null ? undefined : state.byLastWord.get(name.split(' ').at(-1) ?? name);
	turns.speaker = known?.at(-1) ?? (label && name !== null ? newSpeaker(state, label, block) : null);
}

function newSpeaker(state: State, label: Mention, block: number): Identity {
	const key = bareName(label.name);
	const last = key.split(' ').at(-1) ?? key;
	const speaker = create(state, label.name, { kind: 'person', identification: 'named', refersBack: false }, last);
	speaker.aliases.add(key);
	state.byLastWord.set(last, [speaker]);
	speaker.mentions.push({ block, start: label.start, end: label.end });
	return speaker;
}

/** Whom the block speaks of; at a sentence's beginning a capital makes a name where the draft has it elsewhere. */
function mentionsOf(
	analysis: BlockAnalysis,
	{ full, single }: Evidence,
	vocabulary: Vocabulary,
): readonly BlockMention[] {
	const { inOrder, openings } = blockMentions(analysis, vocabulary);
	const names = openings.filter(([word]) => full.has(word) || single.has(word));
	return names.length === 0 ? inOrder : [...inOrder, ...names.map(([, opening]) => opening)].sort(byPlace);
}

/** A name in passing: it may tell a first name or a role, and a pronoun may go back to it. Null where it names a place. */
function note(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	{ mention, isAside, isPlace }: BlockMention,
	evidence: Evidence,
): Identity | null {
	const identity = byName(state, mention, analysis, block);
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
function tellLater(state: State, analysis: BlockAnalysis, sentence: number): void {
	const told = laterAnonymity(analysis, sentence);
	if (!told) return;
	const source = state.speakers.findLast(
		({ identification, plural }) => identification === 'anonymous' && (told.plural === null || told.plural === plural),
	);
	if (source) source.anonymity = withMore(source.anonymity, told.anonymity);
}

function resolveMention(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	mention: Mention,
	enclosing: Identity | null,
	turns: Turns,
	evidence: Evidence,
): Resolved {
	if (mention.form === 'pronoun') return pronoun(state, analysis, block, mention, enclosing, turns, evidence);
	const beside = nameBeside(analysis, mention);
	if (beside) return resolveMention(state, analysis, block, beside, enclosing, turns, evidence);
	if (mention.form === 'name') {
		const identity = byName(state, mention, analysis, block);
		weigh(identity, evidence);
		if (isOnlyPlace(identity)) identity.kind = 'organization';
		return only(identity);
	}
	if (isRelative(analysis, mention)) {
		const antecedent = antecedentOfWho(state, analysis, mention);
		if (!antecedent || !isSource(state, analysis, antecedent)) return nobody;
		return resolveMention(state, analysis, block, antecedent, null, turns, evidence);
	}
	const house = byHouse(state, analysis, block, mention);
	return house ? only(house) : byNoun(state, analysis, block, mention);
}

/** "Karst denied it", where elsewhere things happen in Karst and nothing makes it a person: those who rule or run the place. */
function isOnlyPlace({ isPlace, kind, isProven, gender, votes }: Identity): boolean {
	return isPlace && kind === 'person' && !isProven && gender === null && votes.f + votes.m === 0;
}

/** Whether a noun is one that sources go by: the studies that "which" stands for tell something, the literature does not. */
function isSource({ vocabulary }: State, { tokens, block: { text } }: BlockAnalysis, mention: Mention): boolean {
	return mention.form === 'name' || classify(mention, tokens, text, vocabulary).kind !== 'unknown';
}

/** "the company, which expects …" */
function isRelative(analysis: BlockAnalysis, mention: Mention): boolean {
	return mention.endToken - mention.firstToken === 1 && wordOf(analysis, mention) === 'which';
}

function pronoun(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	mention: Mention,
	enclosing: Identity | null,
	turns: Turns,
	evidence: Evidence,
): Resolved {
	if (isFirstPerson(mention, analysis)) {
		const isQuoted = analysis.quotations.some(quotation => contains(quotation, mention));
		const speaker = enclosing ?? (isQuoted || turns.isInterview ? turns.speaker : null);
		if (!speaker) return nobody;
		speaker.mentions.push({ block, start: mention.start, end: mention.end });
		return only(speaker);
	}
	if (analysis.tokens[mention.firstToken]?.lower !== 'who')
		return isParaphrase(analysis, mention) && enclosing && fits(enclosing, wordOf(analysis, mention), block)
			? spoken(enclosing, block, mention)
			: thirdPerson(state, analysis, block, mention, enclosing);
	const antecedent = antecedentOfWho(state, analysis, mention);
	return antecedent ? resolveMention(state, analysis, block, antecedent, null, turns, evidence) : nobody;
}

/** "Quist said she would go": in the writer's words whoever speaks is "she", and would be "I" in quotation marks only. */
function isParaphrase({ quotations }: BlockAnalysis, mention: Mention): boolean {
	return !quotations.some(quotation => contains(quotation, mention));
}

function wordOf({ tokens }: BlockAnalysis, { firstToken }: Mention): string {
	return tokens[firstToken]?.lower ?? '';
}

function spoken(identity: Identity, block: number, { start, end }: Mention): Resolved {
	identity.mentions.push({ block, start, end });
	return only(identity);
}
