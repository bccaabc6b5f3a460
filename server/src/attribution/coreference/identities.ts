/** Those whom a draft speaks of: one identity for each, and how present each is to a reader at the place reached. */
import type { Token } from '../../text/tokens';
import type { Anonymity, BlockAnalysis, Identification, Mention, SourceKind } from '../model';
import type { Classification } from '../sources';
import type { Vocabulary } from '../vocabulary';
import type { House } from './house';
import type { Reference } from './references';

/** A place of a mention: block, and offsets within its prose. */
export interface Place {
	readonly block: number;
	readonly start: number;
	readonly end: number;
}

export type Gender = 'f' | 'm';

/** Someone or something the draft names or lets speak. */
export interface Identity {
	name: string;
	readonly aliases: Set<string>;
	kind: SourceKind;
	identification: Identification;
	readonly head: string;
	readonly descriptors: string[];
	anonymity: Anonymity | null;
	/** By titles and nouns for men and women; `votes` has what the draft's pronouns tell. */
	gender: Gender | null;
	readonly votes: { f: number; m: number };
	plural: boolean;
	readonly mentions: Place[];
	/** How often each way of calling it is used, to find the shortest habit. */
	readonly calls: Map<string, number>;
	readonly via: Set<Identity>;
	speaks: boolean;
	/** Something said of it tells that it is a person: a title, a role, words of its own. */
	isProven: boolean;
	/** What the last pronoun for it was, and in which block: a guess that holds no longer. */
	called: { readonly gender: Gender; readonly block: number } | null;
	/** The draft has something happen in or at it. */
	isPlace: boolean;
	/** Index among the house's sources, where the house knows it. */
	entry: number | null;
	/** How present it is, as of `sentence`: see `attend`. */
	salience: number;
	sentence: number;
}

/** Whom one attribution of a block goes back to. */
export interface Resolved {
	readonly identity: Identity | null;
	/** Others that fit as well. */
	readonly candidates: readonly Identity[];
	/** Set where a pronoun may as well stand for someone else who is named: the grammar decides for neither. */
	readonly rival?: Identity;
	readonly via: readonly Identity[];
}

export const nobody: Resolved = { identity: null, candidates: [], via: [] };

export function only(identity: Identity): Resolved {
	return { identity, candidates: [identity], via: [] };
}

/** What is known of the draft up to the place reached. */
export interface State {
	readonly vocabulary: Vocabulary;
	readonly house: House | null;
	/** By index among the house's sources. */
	readonly byEntry: Map<number, Identity>;
	readonly identities: Identity[];
	readonly byLastWord: Map<string, Identity[]>;
	readonly byFirstWord: Map<string, Identity>;
	/** Firms and bodies of two words and more by the first: "Korrin" for "Korrin Dredging". */
	readonly bodyByFirstWord: Map<string, Identity>;
	readonly byPhrase: Map<string, Identity>;
	readonly byInitials: Map<string, Identity>;
	/** Whom "the company", "the group" last stood for, by the noun. */
	readonly bodies: Map<string, Identity>;
	/** Latest last; only those who spoke outside quotation marks, and outlets that others spoke through. */
	readonly speakers: Identity[];
	/** Latest last; whoever a pronoun may go back to. */
	readonly present: Identity[];
	/** Number of the sentence reached, over all blocks. */
	sentence: number;
}

export function newState(vocabulary: Vocabulary, house: House | null): State {
	return {
		vocabulary,
		house,
		byEntry: new Map(),
		identities: [],
		byLastWord: new Map(),
		byFirstWord: new Map(),
		bodyByFirstWord: new Map(),
		byPhrase: new Map(),
		byInitials: new Map(),
		bodies: new Map(),
		speakers: [],
		present: [],
		sentence: 0,
	};
}

export function create(
	state: State,
	name: string,
	{ kind, identification }: Classification,
	head: string,
	plural = kind === 'people',
): Identity {
	const identity: Identity = {
		name,
		aliases: new Set(),
		kind,
		identification,
		head,
		descriptors: [],
		anonymity: null,
		gender: null,
		votes: { f: 0, m: 0 },
		plural,
		mentions: [],
		calls: new Map(),
		via: new Set(),
		speaks: false,
		isProven: false,
		called: null,
		isPlace: false,
		entry: null,
		salience: 0,
		sentence: 0,
	};
	state.identities.push(identity);
	return identity;
}

/** Notes a mention, and how the draft calls the source there. */
export function seen(identity: Identity, block: number, { place, form }: Reference, call: string): void {
	const { start, end } = place;
	if (isSeenAt(identity, block, start)) return;
	identity.mentions.push({ block, start, end });
	// "the report" for an outlet is a way of pointing, not a way of calling it.
	if (identity.identification === 'named' && form !== 'name') return;
	identity.calls.set(call, (identity.calls.get(call) ?? 0) + 1);
}

/** Mentions come in order of blocks: the last few are all that can be the same. */
export function isSeenAt({ mentions }: Identity, block: number, start: number): boolean {
	for (let i = mentions.length - 1; i >= 0; i--) {
		const place = mentions[i] as Place;
		if (place.block !== block) return false;
		if (place.start === start) return true;
	}
	return false;
}

/** How a draft calls whom it names here: "the Journal", "Quist". */
export function shortCall(mention: Mention, { block: { text }, tokens }: BlockAnalysis): string {
	const before = text.slice(mention.start, (tokens[mention.head] as Token).end);
	return mention.definite && before.split(' ').length === 2 ? `the ${mention.name}` : mention.name;
}

/** More than a reader wants to hear of one source. */
const mostDescriptors = 12;

export function describe(identity: Identity, descriptors: readonly string[]): void {
	for (const descriptor of descriptors) {
		if (identity.descriptors.length < mostDescriptors && !identity.descriptors.includes(descriptor))
			identity.descriptors.push(descriptor);
	}
}

/** As many as a reader may have in mind; it bounds every search backwards. */
const memory = 60;

/** Puts an identity at the end of a list of the latest. */
export function remember(list: Identity[], identity: Identity): void {
	if (list.at(-1) === identity) return;
	const at = list.lastIndexOf(identity);
	if (at >= 0) list.splice(at, 1);
	list.push(identity);
	if (list.length > memory) list.shift();
}

/** What earlier mentions add to the last: enough to break a tie, too little for whoever is on every line to win all. */
const habit = 0.25;

/**
 * How present an identity is after a mention of this weight: each sentence that goes by halves what was there before
 * (after the salience factors of Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution").
 */
export function attend(state: State, identity: Identity, weight: number): void {
	identity.salience = weight + habit * presence(state, identity);
	identity.sentence = state.sentence;
	remember(state.present, identity);
}

export function presence({ sentence }: State, identity: Identity): number {
	return identity.salience * 0.5 ** (sentence - identity.sentence);
}

/** "the source" and "sources" alike. */
export function singular(word: string): string {
	return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
