/** The second pass: who the sources are. Names are gathered into identities, and what points back is led back. */
import { contains, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { laterAnonymity, withMore } from './anonymity';
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
import { bareName, byName, isModifier, nameBeside } from './coreference/names';
import { byNoun } from './coreference/nouns';
import { antecedentOfWho, fits, isFirstPerson, thirdPerson } from './coreference/pronouns';
import { clauseVerbs, isCapitalized } from './grammar';
import { isPossessive, mention as mentionAt } from './mentions';
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
	const evidence: Evidence = { votes: new Map(), full: new Set(), single: new Set() };
	for (const [block, analysis] of analyses.entries()) {
		const { votes, full, single } = nameEvidence(analysis);
		for (const { name, gender, weight } of votes) {
			const own = evidence.votes.get(name) ?? { f: 0, m: 0 };
			own[gender] += weight;
			evidence.votes.set(name, own);
		}
		for (const name of full) evidence.full.add(name);
		for (const name of single) evidence.single.add(name);
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
	const { attributions, sentences, quotations } = analysis;
	const resolved: Resolved[] = attributions.map(() => nobody);
	if (turns.isInterview) takeTurn(state, analysis, block, turns);
	const isQuoted = (mention: Span): boolean => quotations.some(quotation => contains(quotation, mention));
	const sources = attributions.flatMap(({ source }, index) => (source ? [{ mention: source, index }] : []));
	const names = analysis.mentions
		.filter(name => !sources.some(({ mention }) => mention.start <= name.start && name.end <= mention.end))
		.concat(surnamesFirst(analysis, sources, evidence, state))
		.map(mention => ({ mention, index: -1 }));
	const inOrder = [...sources, ...names].sort((a, b) => a.mention.start - b.mention.start || b.index - a.index);
	const done = new Map<number, Resolved>();
	const isFaint = analysis.block.kind !== 'paragraph' && analysis.block.kind !== 'list-item';
	const firstSentence = state.sentence;
	const later: typeof sources = [];
	let sentence = 0;
	let subject = -1;

	const settle = ({ mention, index }: { readonly mention: Mention; readonly index: number }): void => {
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
		if (isQuoted(mention)) return;
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
		const { mention, index } = each;
		while (sentence < sentences.length - 1 && mention.start >= (sentences[sentence]?.end ?? 0)) {
			tellLater(state, analysis, sentence);
			sentence++;
		}
		state.sentence = firstSentence + sentence;
		const quoted = isQuoted(mention);
		if (index < 0) {
			const identity = note(state, analysis, block, mention, evidence);
			if (quoted || !identity) continue;
			const own = roleOf(state, analysis, mention, sentences[sentence]);
			// Before the subject stand times, titles and places: only a person, or a name in front, is taken for it.
			const leads = identity.isProven || mention.firstToken <= (sentences[sentence]?.firstToken ?? 0) + 1;
			const role = own === 'subject' && (subject === sentence || !leads) ? 'object' : own;
			if (role === 'subject') subject = sentence;
			attend(state, identity, weights[role] * (isFaint ? weights.faint : 1));
		} else if (mention.form === 'pronoun' && (quoted || isFirstPerson(mention, analysis))) later.push(each);
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

/** "Harlow defied the board": at a sentence's beginning the capital tells nothing, a name told of elsewhere does. */
function surnamesFirst(
	analysis: BlockAnalysis,
	sources: readonly { readonly mention: Mention }[],
	{ full, single }: Evidence,
	{ vocabulary }: State,
): readonly Mention[] {
	const { tokens, sentences, mentions, block } = analysis;
	const covered = [...mentions, ...sources.map(({ mention }) => mention)];
	return sentences.flatMap(({ firstToken }) => {
		const token = tokens[firstToken];
		if (!token || !isCapitalized(token) || !(full.has(token.lower) || single.has(token.lower))) return [];
		if (covered.some(({ start, end }) => start <= token.start && token.start < end)) return [];
		const found = mentionAt({ text: block.text, tokens, vocabulary, titleCase: false }, firstToken, firstToken + 1);
		return found?.form === 'name' ? [found] : [];
	});
}

/** A name in passing: it may tell a first name or a role, and a pronoun may go back to it. Null where it names a place. */
function note(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	mention: Mention,
	evidence: Evidence,
): Identity | null {
	const classification = classify(mention, analysis.tokens, analysis.block.text, state.vocabulary);
	const identity = byName(state, mention, classification, analysis, block);
	weigh(identity, evidence);
	if (identity.kind === 'outlet') remember(state.speakers, identity);
	const before = analysis.tokens[mention.firstToken - 1];
	// "Rep. Jane Doe (D-Ohio)": not another name.
	if (before?.text === '(' || isAdjective(mention, analysis, state)) return null;
	const isPlace =
		before !== undefined &&
		/^(?:in|at|into|near|across|outside|inside|through|throughout|around|aboard)$/.test(before.lower);
	return isPlace && !identity.isProven ? null : identity;
}

/** "a Democratic debate", "the Norlandish envoys": a name's adjective before what it tells of. */
function isAdjective({ name, endToken }: Mention, { tokens }: BlockAnalysis, { vocabulary }: State): boolean {
	const after = tokens[endToken];
	if (!/(?:ish|ese|ic|ian|can|ean)$/.test(name) || after?.kind !== 'word' || isCapitalized(after)) return false;
	return !vocabulary.verbs.has(after.lower) && !clauseVerbs.has(after.lower);
}

/** What the draft's pronouns and surnames tell of whoever bears this name. */
function weigh(identity: Identity, { votes, full, single }: Evidence): void {
	if (identity.kind !== 'person') return;
	if (full.has(identity.head) && single.has(identity.head)) identity.isProven = true;
	const own = votes.get(identity.head);
	if (!own) return;
	identity.votes.f = Math.max(identity.votes.f, own.f);
	identity.votes.m = Math.max(identity.votes.m, own.m);
}

/** What the name is in its sentence, as far as the words beside it tell. */
function roleOf(
	state: State,
	analysis: BlockAnalysis,
	mention: Mention,
	sentence: Sentence | undefined,
): 'subject' | 'owner' | 'object' {
	const { tokens } = analysis;
	const after = tokens[mention.endToken];
	if ((after && isPossessive(after)) || isModifier(analysis, mention, state)) return 'owner';
	const before = tokens[mention.firstToken - 1];
	// "For Ann Harlow, the bridge was …": whom the sentence is about, though its grammar puts them in front.
	const isTopic = mention.firstToken - 1 === sentence?.firstToken && /^(?:for|to|like)$/.test(before?.lower ?? '');
	if (isTopic || !before) return 'subject';
	return /^(?:of|in|on|at|for|from|with|by|to|about|against|between|than|and|or|as)$/.test(before.lower)
		? 'object'
		: 'subject';
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
	const classification = classify(mention, analysis.tokens, analysis.block.text, state.vocabulary);
	if (mention.form === 'name') {
		const identity = byName(state, mention, classification, analysis, block);
		weigh(identity, evidence);
		return only(identity);
	}
	const house = byHouse(state, analysis, block, mention, classification);
	return house ? only(house) : byNoun(state, analysis, block, mention, classification);
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
		return isParaphrase(analysis, mention) && enclosing && fits(enclosing, wordOf(analysis, mention))
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
