/** The second pass: who the sources are. Names are gathered into identities, and what points back is led back. */
import { inSlices } from '../text/slices';
import { contains } from '../text/span';
import type { Token } from '../text/tokens';
import { anonymityOf } from './anonymity';
import { isComma } from './grammar';
import { phraseBefore } from './mentions';
import type { Anonymity, BlockAnalysis, Identification, Mention, SourceKind } from './model';
import { type Classification, classify } from './sources';
import type { Vocabulary } from './vocabulary';

/** A place of a mention: the block's index, and the mention in it. */
export interface Place {
	readonly block: number;
	readonly mention: Mention;
}

/** Someone or something the draft names or lets speak. */
export interface Identity {
	name: string;
	readonly aliases: Set<string>;
	kind: SourceKind;
	identification: Identification;
	readonly head: string;
	/** Of a name: the first letters of its words with capitals. */
	initials: string;
	readonly descriptors: string[];
	anonymity: Anonymity | null;
	gender: 'f' | 'm' | null;
	plural: boolean;
	readonly mentions: Place[];
	/** How often each way of calling it is used, to find the shortest habit. */
	readonly calls: Map<string, number>;
	readonly via: Set<Identity>;
	speaks: boolean;
}

/** Whom one attribution of a block goes back to. */
export interface Resolved {
	readonly identity: Identity | null;
	/** Others that fit as well. */
	readonly candidates: readonly Identity[];
	readonly via: readonly Identity[];
}

export interface Resolution {
	/** In order of first appearance. */
	readonly identities: readonly Identity[];
	/** By block, by attribution. */
	readonly attributions: readonly (readonly Resolved[])[];
	/** What it was made of. */
	readonly analyses: readonly BlockAnalysis[];
}

/** What blocks and mentions tell by themselves, remembered from one reading of a document to the next. */
export interface ResolutionMemory {
	/** By the tokens of a block, see `DocumentMemory`. */
	readonly orders: WeakMap<readonly Token[], readonly Ordered[]>;
	readonly classifications: WeakMap<Mention, Classification>;
	readonly names: WeakMap<Mention, Name>;
	readonly antecedents: WeakMap<Mention, Mention | null>;
	/** The last few resolutions, the latest first, each with the last document they held for. */
	readonly latest: { readonly resolution: Resolution; analyses: readonly BlockAnalysis[] }[];
}

/** A mention in the order of reading. */
interface Ordered {
	readonly mention: Mention;
	/** Of the attribution it is the source of; -1: a name in passing. */
	readonly index: number;
	readonly quoted: boolean;
}

/** What a mention by name tells. */
interface Name {
	readonly name: string;
	/** In lower case, without its article; and its last word. */
	readonly key: string;
	readonly last: string;
	readonly initials: string;
	readonly call: string;
	readonly descriptors: readonly string[];
	readonly gender: 'f' | 'm' | null;
}

export function createResolutionMemory(): ResolutionMemory {
	return {
		orders: new WeakMap(),
		classifications: new WeakMap(),
		names: new WeakMap(),
		antecedents: new WeakMap(),
		latest: [],
	};
}

/** What a block's own facts are told from. */
interface Sight {
	readonly vocabulary: Vocabulary;
	readonly memory: ResolutionMemory;
}

interface State extends Sight {
	readonly identities: Identity[];
	readonly byLastWord: Map<string, Identity[]>;
	readonly byPhrase: Map<string, Identity>;
	readonly byInitials: Map<string, Identity>;
	/** Latest last; only those who spoke. */
	readonly speakers: Identity[];
	/** Latest last: persons named at all. */
	readonly persons: Identity[];
}

const memory = 60;
/** What resolving a block costs, in the units of `inSlices`. */
const unitsOfBlock = 40;
const mostLatest = 4;

/**
 * Resolves the sources of all attributions of a document, block by block, pausing now and then. An edit that changes
 * nothing it goes by gives the same resolution again, the same object.
 */
export function* resolve(
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	memory: ResolutionMemory,
): Generator<undefined, Resolution, void> {
	const same = memory.latest.find(old => isResolvedAlike(old.analyses, analyses, { vocabulary, memory }));
	if (same) {
		same.analyses = analyses;
		return same.resolution;
	}
	const state: State = {
		vocabulary,
		memory,
		identities: [],
		byLastWord: new Map(),
		byPhrase: new Map(),
		byInitials: new Map(),
		speakers: [],
		persons: [],
	};
	const attributions: (readonly Resolved[])[] = [];
	yield* inSlices(analyses, (analysis, block) => {
		attributions.push(resolveBlock(state, analysis, block));
		return unitsOfBlock;
	});
	const resolution = { identities: state.identities, attributions, analyses };
	memory.latest.unshift({ resolution, analyses });
	memory.latest.length = Math.min(memory.latest.length, mostLatest);
	return resolution;
}

function resolveBlock(state: State, analysis: BlockAnalysis, block: number): readonly Resolved[] {
	const resolved: Resolved[] = analysis.attributions.map(() => ({ identity: null, candidates: [], via: [] }));
	const done = new Map<number, Resolved>();
	for (const { mention, index, quoted } of orderOf(state, analysis)) {
		if (index < 0) {
			note(state, analysis, block, mention);
			continue;
		}
		// ", saying" speaks with the mention of the verb before: the same place, the same identity.
		const same = done.get(mention.start);
		const who = same ?? resolveMention(state, analysis, block, mention);
		done.set(mention.start, who);
		const via = (analysis.attributions[index] as BlockAnalysis['attributions'][number]).via.flatMap(relay => {
			const outlet = resolveMention(state, analysis, block, relay).identity;
			return outlet ? [outlet] : [];
		});
		resolved[index] = { ...who, via };
		if (!who.identity) continue;
		who.identity.speaks = true;
		for (const outlet of via) {
			outlet.speaks = true;
			who.identity.via.add(outlet);
		}
		// Those whom a quotation lets speak are no one a pronoun outside it goes back to.
		if (quoted) continue;
		remember(state.speakers, who.identity);
		if (who.identity.kind === 'person') remember(state.persons, who.identity);
	}
	return resolved;
}

function orderOf({ memory }: Sight, analysis: BlockAnalysis): readonly Ordered[] {
	const known = memory.orders.get(analysis.tokens);
	if (known) return known;
	const sources = analysis.attributions.flatMap(({ source }, index) => (source ? [{ mention: source, index }] : []));
	const names = analysis.mentions
		.filter(name => !sources.some(({ mention }) => mention.start <= name.start && name.end <= mention.end))
		.map(mention => ({ mention, index: -1 }));
	const order = [...sources, ...names]
		.sort((a, b) => a.mention.start - b.mention.start || b.index - a.index)
		.map(({ mention, index }) => ({
			mention,
			index,
			quoted: analysis.quotations.some(quotation => contains(quotation, mention)),
		}));
	memory.orders.set(analysis.tokens, order);
	return order;
}

function classificationOf({ memory, vocabulary }: Sight, mention: Mention, analysis: BlockAnalysis): Classification {
	const known = memory.classifications.get(mention);
	if (known) return known;
	const classification = classify(mention, analysis.tokens, analysis.block.text, vocabulary);
	memory.classifications.set(mention, classification);
	return classification;
}

/** A name in passing: it may tell a first name or a role, and a pronoun may go back to it. */
function note(state: State, analysis: BlockAnalysis, block: number, mention: Mention): void {
	const classification = classificationOf(state, mention, analysis);
	const identity = byName(state, mention, classification, analysis, block);
	if (identity.kind === 'person' && (identity.speaks || /\s/.test(identity.name))) remember(state.persons, identity);
}

function resolveMention(state: State, analysis: BlockAnalysis, block: number, mention: Mention): Resolved {
	if (mention.form === 'pronoun') return pronoun(state, analysis, block, mention);
	const classification = classificationOf(state, mention, analysis);
	if (mention.form === 'name') return only(byName(state, mention, classification, analysis, block));
	return noun(state, analysis, block, mention, classification);
}

// --- names --------------------------------------------------------------------------------------------------------

function byName(
	state: State,
	mention: Mention,
	classification: Classification,
	analysis: BlockAnalysis,
	block: number,
): Identity {
	const { name, key, last, initials, call, descriptors, gender } = nameOf(state, mention, analysis);
	const known = state.byLastWord.get(last) ?? [];
	const identity =
		known.find(other => other.aliases.has(key)) ??
		known.find(other => compatible(bareName(other.name), key)) ??
		(/^[A-Z]{2,}$/.test(name) ? state.byInitials.get(name) : undefined) ??
		create(state, name, classification, last);
	if (!identity.aliases.has(key)) {
		identity.aliases.add(key);
		const shared = state.byLastWord.get(last) ?? [];
		if (!shared.includes(identity)) state.byLastWord.set(last, [...shared, identity]);
	}
	if (spacesIn(name) > spacesIn(identity.name)) {
		identity.name = name;
		if (identity.kind === 'person' && classification.kind !== 'person') identity.kind = classification.kind;
	}
	if (identity.name === name) identity.initials = initials;
	if (identity.initials.length > 1) state.byInitials.set(identity.initials, identity);
	seen(identity, block, mention, call);
	describe(identity, descriptors);
	if (gender) identity.gender = gender;
	return identity;
}

function nameOf({ memory, vocabulary }: Sight, mention: Mention, analysis: BlockAnalysis): Name {
	const known = memory.names.get(mention);
	if (known) return known;
	const canonical = vocabulary.outlets.get(bareName(mention.name));
	const name = canonical ?? mention.name.replace(/^the /i, 'The ');
	const key = bareName(name);
	const told = {
		name,
		key,
		last: key.split(' ').at(-1) ?? key,
		initials: initialsOf(name),
		call: shortCall(mention, analysis),
		descriptors: [...mention.descriptors, ...appositive(analysis, mention)],
		gender: genderOf(mention, analysis),
	};
	memory.names.set(mention, told);
	return told;
}

function initialsOf(name: string): string {
	return name
		.split(/\s+/)
		.filter(word => /^[A-Z]/.test(word) && word !== 'The')
		.map(word => word.charAt(0))
		.join('');
}

function spacesIn(name: string): number {
	let spaces = 0;
	for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) === 0x20) spaces++;
	return spaces;
}

/** "Trump" and "Donald Trump" are one; "Jane Doe" and "John Doe" are two. */
function compatible(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return long.endsWith(` ${short}`);
}

function bareName(name: string): string {
	return name.toLowerCase().replace(/^the /, '').replace(/’/g, "'");
}

/** "Kirill Dmitriev, head of Russia’s fund": what stands between the commas after a name. */
function appositive({ tokens, block: { text } }: BlockAnalysis, mention: Mention): readonly string[] {
	const comma = tokens[mention.endToken];
	const first = tokens[mention.endToken + 1];
	if (
		!isComma(comma) ||
		!first ||
		!/^(?:the|a|an|head|chief|director|president|minister|leader|founder|chairman|chair|professor|spokesman|spokeswoman|spokesperson|who)$/.test(
			first.lower,
		) ||
		first.lower === 'who'
	)
		return [];
	let end = mention.endToken + 1;
	while (end < tokens.length && end - mention.endToken < 14 && !/^[,.;:!?]$/.test((tokens[end] as Token).text)) end++;
	return end - mention.endToken > 2 ? [text.slice(first.start, (tokens[end - 1] as Token).end)] : [];
}

function genderOf(mention: Mention, { block: { text } }: BlockAnalysis): 'f' | 'm' | null {
	const words = `${mention.descriptors.join(' ')} ${text.slice(mention.start, mention.end)}`;
	if (
		/\b(?:Mrs|Ms|Miss|Madam|Queen|Princess|Dame|Lady)\b|\b(?:\w+woman|actress|mother|daughter|wife|sister)\b/.test(
			words,
		)
	)
		return 'f';
	if (
		/\b(?:Mr|Sir|King|Prince|Lord)\b|\b(?:\w+man|actor|father|son|husband|brother)\b/.test(
			words.replace(/\bwoman\b/g, ''),
		)
	)
		return 'm';
	return null;
}

// --- pronouns -----------------------------------------------------------------------------------------------------

function pronoun(state: State, analysis: BlockAnalysis, block: number, mention: Mention): Resolved {
	const word = (analysis.tokens[mention.firstToken] as Token).lower;
	const antecedent = antecedentOf(state, analysis, mention);
	if (antecedent) return resolveMention(state, analysis, block, antecedent);
	if (word === 'who') return nobody;
	if (word === 'i' || word === 'we') return nobody;
	const fits = (identity: Identity): boolean => {
		if (word === 'he')
			return (
				identity.kind !== 'organization' &&
				identity.kind !== 'outlet' &&
				identity.kind !== 'document' &&
				!identity.plural &&
				identity.gender !== 'f'
			);
		if (word === 'she')
			return (
				identity.kind !== 'organization' &&
				identity.kind !== 'outlet' &&
				identity.kind !== 'document' &&
				!identity.plural &&
				identity.gender !== 'm'
			);
		if (word === 'they') return identity.plural || identity.kind === 'organization' || identity.kind === 'people';
		return identity.kind === 'organization' || identity.kind === 'outlet' || identity.kind === 'document';
	};
	const near = (identity: Identity): boolean => (identity.mentions.at(-1)?.block ?? -99) >= block - 2;
	const speaker = state.speakers.findLast(identity => fits(identity) && near(identity));
	const person =
		word === 'he' || word === 'she' ? state.persons.findLast(identity => fits(identity) && near(identity)) : undefined;
	// Who was named last in this block and has spoken before goes first; then whoever spoke last.
	const identity = speaker ?? person;
	if (!identity) return nobody;
	identity.mentions.push({ block, mention });
	return only(identity);
}

/** Whom "who" stands for: the name or the noun phrase before it; null for any other pronoun. */
function antecedentOf({ memory, vocabulary }: Sight, analysis: BlockAnalysis, mention: Mention): Mention | null {
	const {
		tokens,
		block: { text },
	} = analysis;
	if (tokens[mention.firstToken]?.lower !== 'who') return null;
	const known = memory.antecedents.get(mention);
	if (known !== undefined) return known;
	const sentence = analysis.sentences.find(s => s.firstToken <= mention.firstToken && mention.firstToken < s.endToken);
	const end = isComma(tokens[mention.firstToken - 1]) ? mention.firstToken - 1 : mention.firstToken;
	const named = analysis.mentions.find(name => name.endToken === end);
	const reading = { text, tokens, vocabulary, titleCase: false };
	const phrase =
		!named && sentence ? phraseBefore(reading, startOfPhrase(tokens, sentence.firstToken, end), end) : null;
	const antecedent = named ?? (phrase?.form === 'pronoun' ? null : phrase);
	memory.antecedents.set(mention, antecedent);
	return antecedent;
}

function startOfPhrase(tokens: readonly Token[], floor: number, end: number): number {
	let first = end;
	while (first > floor && end - first < 10 && !/^[,.;:“”"]$/.test((tokens[first - 1] as Token).text)) first--;
	return first;
}

// --- nouns --------------------------------------------------------------------------------------------------------

function noun(
	state: State,
	analysis: BlockAnalysis,
	block: number,
	mention: Mention,
	classification: Classification,
): Resolved {
	const {
		tokens,
		block: { text },
	} = analysis;
	const phrase = text.slice(mention.start, mention.end);
	const head = singular((tokens[mention.head] as Token).lower);
	const bare = phrase.toLowerCase().replace(/^(?:the|this|that|these|those|a|an|another)\s+/, '');
	if (classification.refersBack) {
		const before = pointedAt(state, head, bare, classification, mention);
		const [first] = before;
		if (first) {
			seen(first, block, mention, phrase);
			return { identity: first, candidates: before, via: [] };
		}
	}
	// "the senators", "the trade commissioner" with no unnamed one before: an office readers can look up.
	if (
		mention.definite &&
		classification.identification === 'anonymous' &&
		state.vocabulary.roles.has((tokens[mention.head] as Token).lower)
	) {
		return noun(state, analysis, block, mention, { ...classification, identification: 'described', refersBack: false });
	}
	const repeats = mention.plural || mention.definite || classification.identification === 'described';
	const known = repeats ? state.byPhrase.get(bare) : undefined;
	const identity = known ?? create(state, phrase, classification, head);
	identity.plural = mention.plural;
	if (!known) state.byPhrase.set(bare, identity);
	seen(identity, block, mention, phrase);
	describe(identity, mention.descriptors);
	if (identity.identification === 'anonymous') {
		const told = toldOf(state, analysis, mention);
		const had = identity.anonymity;
		identity.anonymity = had
			? {
					position: had.position ?? told.position,
					basis: had.basis ?? told.basis,
					reason: had.reason ?? told.reason,
					plural: had.plural,
				}
			: told;
	}
	return only(identity);
}

/** What the draft tells of a source where it does not name it. */
function toldOf({ vocabulary }: Sight, analysis: BlockAnalysis, mention: Mention): Anonymity {
	const { text } = analysis.block;
	const phrase = text.slice(mention.start, mention.end);
	const sentence = analysis.sentences.find(s => s.start <= mention.start && mention.end <= s.end);
	const around = sentence ? text.slice(sentence.start, sentence.end) : phrase;
	return anonymityOf(mention, analysis.tokens, phrase, around, vocabulary);
}

/** Those a "the source", "the report", "the newspaper" may go back to, the likeliest first. */
function pointedAt(
	state: State,
	head: string,
	bare: string,
	classification: Classification,
	mention: Mention,
): readonly Identity[] {
	const exact = state.byPhrase.get(bare);
	const recent = [...state.speakers].reverse();
	if (classification.kind === 'outlet') {
		const outlet = recent.find(identity => identity.kind === 'outlet');
		return outlet ? [outlet] : exact ? [exact] : [];
	}
	if (classification.kind === 'document') {
		const found = recent.find(
			identity => (identity.kind === 'document' && identity.head === head) || identity.kind === 'outlet',
		);
		return found ? [found] : exact ? [exact] : [];
	}
	if (classification.identification === 'anonymous') {
		const fitting = recent.filter(
			identity =>
				identity.identification === 'anonymous' &&
				singular(identity.head) === head &&
				identity.plural === mention.plural,
		);
		return fitting.slice(0, 2);
	}
	if (exact) return [exact];
	if (classification.kind === 'organization') {
		const found = recent.find(
			identity => identity.kind === 'organization' && bareName(identity.name).split(' ').includes(head),
		);
		return found ? [found] : [];
	}
	if (classification.identification === 'described') {
		const found = recent.find(identity =>
			identity.descriptors.some(descriptor => descriptor.toLowerCase().includes(head)),
		);
		return found ? [found] : [];
	}
	return [];
}

function singular(word: string): string {
	return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

// --- keeping books --------------------------------------------------------------------------------------------------

const nobody: Resolved = { identity: null, candidates: [], via: [] };

function only(identity: Identity): Resolved {
	return { identity, candidates: [identity], via: [] };
}

function create(state: State, name: string, { kind, identification }: Classification, head: string): Identity {
	const identity: Identity = {
		name,
		aliases: new Set(),
		kind,
		identification,
		head,
		initials: '',
		descriptors: [],
		anonymity: null,
		gender: null,
		plural: kind === 'people',
		mentions: [],
		calls: new Map(),
		via: new Set(),
		speaks: false,
	};
	state.identities.push(identity);
	return identity;
}

function seen(identity: Identity, block: number, mention: Mention, call: string): void {
	if (isNoted(identity, block, mention.start)) return;
	identity.mentions.push({ block, mention });
	// "the report" for an outlet is a way of pointing, not a way of calling it.
	if (identity.identification === 'named' && mention.form !== 'name') return;
	identity.calls.set(call, (identity.calls.get(call) ?? 0) + 1);
}

/** Mentions come in order of blocks: the last few are all that can be the same. */
function isNoted({ mentions }: Identity, block: number, start: number): boolean {
	for (let i = mentions.length - 1; i >= 0; i--) {
		const place = mentions[i] as Place;
		if (place.block !== block) return false;
		if (place.mention.start === start) return true;
	}
	return false;
}

/** More than a reader wants to hear of one source. */
const mostDescriptors = 12;

function describe(identity: Identity, descriptors: readonly string[]): void {
	for (const descriptor of descriptors) {
		if (identity.descriptors.length < mostDescriptors && !identity.descriptors.includes(descriptor))
			identity.descriptors.push(descriptor);
	}
}

function shortCall(mention: Mention, { block: { text }, tokens }: BlockAnalysis): string {
	const before = text.slice(mention.start, (tokens[mention.head] as Token).end);
	return mention.definite && before.split(' ').length === 2 ? `the ${mention.name}` : mention.name;
}

function remember(list: Identity[], identity: Identity): void {
	if (list.at(-1) === identity) return;
	const at = list.lastIndexOf(identity);
	if (at >= 0) list.splice(at, 1);
	list.push(identity);
	if (list.length > memory) list.shift();
}

// --- the same again ---------------------------------------------------------------------------------------------------

/** An edit changes a block or a few; where more have changed, resolving anew is no dearer than comparing. */
const mostChanged = 4;

/** Whether all that resolving goes by is what it was, wherever in its block it stands now. */
function isResolvedAlike(before: readonly BlockAnalysis[], analyses: readonly BlockAnalysis[], sight: Sight): boolean {
	if (before.length !== analyses.length) return false;
	const changed = changedBlocks(before, analyses, mostChanged + 1);
	if (changed.length > mostChanged) return false;
	return changed.every(
		b => factsOf(sight, before[b] as BlockAnalysis) === factsOf(sight, analyses[b] as BlockAnalysis),
	);
}

/** Indices of the blocks whose words are others now, at most so many. */
export function changedBlocks(
	before: readonly BlockAnalysis[],
	analyses: readonly BlockAnalysis[],
	most = Number.POSITIVE_INFINITY,
): readonly number[] {
	const changed: number[] = [];
	for (let b = 0; b < analyses.length && changed.length < most; b++) {
		const old = before[b];
		const now = analyses[b];
		if (old !== now && old?.tokens !== now?.tokens) changed.push(b);
	}
	return changed;
}

/** Where a place stands in a document that was resolved alike. */
export function placesIn(
	old: Resolution,
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	memory: ResolutionMemory,
): (place: Place) => Mention {
	const sight = { vocabulary, memory };
	const moved = new Map<Mention, Mention>();
	for (const b of changedBlocks(old.analyses, analyses)) {
		const now = mentionsOf(sight, analyses[b] as BlockAnalysis);
		for (const [i, mention] of mentionsOf(sight, old.analyses[b] as BlockAnalysis).entries())
			moved.set(mention, now[i] as Mention);
	}
	return ({ mention }) => moved.get(mention) ?? mention;
}

/** All mentions of a block that are resolved: sources and names in order, each with its antecedent and its relays. */
function mentionsOf(sight: Sight, analysis: BlockAnalysis): readonly Mention[] {
	const withAntecedent = (mention: Mention): readonly Mention[] => {
		const antecedent = mention.form === 'pronoun' ? antecedentOf(sight, analysis, mention) : null;
		return antecedent ? [mention, antecedent] : [mention];
	};
	return orderOf(sight, analysis).flatMap(({ mention, index }) =>
		[mention, ...(analysis.attributions[index]?.via ?? [])].flatMap(withAntecedent),
	);
}

/** All that `resolveBlock` goes by, as text: whatever it asks of a block or a mention must be told here. */
function factsOf(sight: Sight, analysis: BlockAnalysis): string {
	const { attributions, tokens, block } = analysis;
	const mentions = mentionsOf(sight, analysis);
	const of = (mention: Mention): unknown => {
		const { form, start, end, head, plural, definite, descriptors } = mention;
		const place = mentions.findIndex(other => other.start === start);
		if (form === 'pronoun') return [place, tokens[mention.firstToken]?.lower];
		const classification = classificationOf(sight, mention, analysis);
		if (form === 'name') return [place, classification, nameOf(sight, mention, analysis)];
		const words = [block.text.slice(start, end), tokens[head]?.lower];
		return [place, classification, words, plural, definite, descriptors, toldOf(sight, analysis, mention)];
	};
	const order = orderOf(sight, analysis).map(({ index, quoted }) => [index, quoted, attributions[index]?.via.length]);
	return JSON.stringify([attributions.length, order, mentions.map(of)]);
}
