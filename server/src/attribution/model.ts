/**
 * What the engine knows of who said what.
 *
 * Block-level types (`Block…`, `Mention`, `Cue`, `QuotedSpan`) carry offsets relative to the block's prose: they are a
 * pure function of the block and are memoised by it. Document-level types carry document offsets.
 */
import type { Block } from '../text/block';
import type { Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import type { HearsayEntry } from './lexicons';
import type { PartsOfSpeech } from './partsOfSpeech';
import type { Match } from './patterns';
import type { WordingEntry } from './wording';

// --- one block ---------------------------------------------------------------------------------------------------

/** `direct`: speech; `partial`: a few words of it within a sentence; `scare`: distance, no speaker; `title`: a name; `block`: a block quotation. */
export type QuotationKind = 'direct' | 'partial' | 'scare' | 'title' | 'block';

/** Words in quotation marks within one block. `start` and `end` include the marks. */
export interface QuotedSpan extends Span {
	/** The words without the marks. */
	readonly inner: Span;
	readonly kind: QuotationKind;
	/** The opening mark; '' where the quotation is carried on from the block before without one. */
	readonly open: string;
	/** The closing mark; '' where there is none before the block's end. */
	readonly close: string;
	/** Index of the quotation this one lies in. */
	readonly parent: number | null;
}

/** What the word that attributes says about the content besides "these are the words". */
export type Stance = 'neutral' | 'doubting' | 'presupposing' | 'mental' | 'relaying';

/** The words that attribute. */
export interface Cue extends Span {
	readonly stance: Stance;
	/** The dictionary form of its head: "say", "according to", "view". */
	readonly lemma: string;
	/** Token index of its head, the word that carries tense. */
	readonly head: number;
	/** Set where the construction names no one: "is expected to". */
	readonly hearsay?: HearsayEntry;
}

/** How a source is spoken of. */
export type MentionForm = 'name' | 'pronoun' | 'noun';

/** A place where a source is spoken of. */
export interface Mention extends Span {
	readonly form: MentionForm;
	/** Token index of the head noun, last word of the name, or pronoun. */
	readonly head: number;
	/** First and last-plus-one token index of the phrase. */
	readonly firstToken: number;
	readonly endToken: number;
	/** Words of the bare name, without title or appositive: "Marco Rubio". Empty for nouns and pronouns. */
	readonly name: string;
	/** What the phrase says of the source: titles, roles, appositives, closeness. */
	readonly descriptors: readonly string[];
	readonly plural: boolean;
	/** "the", "this": points back to a source introduced before. */
	readonly definite: boolean;
}

/** How the source came to stand beside the content. */
export type Basis = 'cue' | 'colon' | 'inherited';

/** One attribution as it stands in its block. */
export interface BlockAttribution {
	readonly source: Mention | null;
	readonly cue: Cue | null;
	/** In order; a quotation is often broken by its own attribution. */
	readonly content: readonly Span[];
	readonly basis: Basis;
	/** 0 to 1. */
	readonly confidence: number;
	/** Index of the attribution in whose content this one stands. */
	readonly parent: number | null;
	/** Outlets or persons through whom the words came, nearest to the source first: "told AFP". */
	readonly via: readonly Mention[];
	/** Whom it was said to, where named: "told reporters". A relay stands in `via` too. */
	readonly addressee: Span | null;
}

/** What makes a clause contestable. */
export type ClaimTrigger =
	| 'number'
	| 'comparison'
	| 'superlative'
	| 'cause'
	| 'motive'
	| 'accusation'
	| 'forecast'
	| 'guess';

/** A clause that asserts something contestable; whose voice it is in is for the document to say. */
export interface BlockClaim {
	/** The clause. */
	readonly span: Span;
	readonly trigger: ClaimTrigger;
	/** The words that make it contestable: "$2 billion", "led to", "is expected to meet". */
	readonly triggerSpan: Span;
	/** The phrase to quote in a message, where it is more than the trigger: "is expected to meet". */
	readonly phrase: Span;
	/** Whether a link, note, table or the writer's own witness stands with it. */
	readonly cited: boolean;
	/** 0 to 1: how sure that an editor would ask. */
	readonly weight: number;
	/** Who is said to have done it, where the claim is an accusation. */
	readonly agent: Mention | null;
	/** Whether a charge, a filing or a verdict stands with an accusation. */
	readonly inProcess: boolean;
}

/** Everything that one block tells by itself. */
export interface BlockAnalysis {
	readonly block: Block;
	readonly tokens: readonly Token[];
	/** What the tagger takes each token for. */
	readonly partsOfSpeech: PartsOfSpeech;
	readonly sentences: readonly Sentence[];
	readonly quotations: readonly QuotedSpan[];
	readonly attributions: readonly BlockAttribution[];
	/** Words that the tagger takes for someone's, with no one here to attribute them to. */
	readonly orphans: readonly Span[];
	/** Names and noun phrases for people and bodies that are not the source of an attribution here, in order. */
	readonly mentions: readonly Mention[];
	readonly claims: readonly BlockClaim[];
	/** Phrases that a rule about wording asks about where the words are the writer's, in order. */
	readonly wording: readonly Match<WordingEntry>[];
	/** The opening mark of a quotation left open at the block's end, or ''. The next prose block that opens with it carries on. */
	readonly openQuotation: string;
}

// --- the document ------------------------------------------------------------------------------------------------

export type SourceKind = 'person' | 'people' | 'organization' | 'outlet' | 'document' | 'unknown';
/** `named`: can be looked up; `described`: a role in a named body, a spokesperson; `anonymous`: exists but is withheld; `vague`: hides behind a group. */
export type Identification = 'named' | 'described' | 'anonymous' | 'vague';

/** Whom the draft lets speak: one for each identity. */
export interface Source {
	/** "s1", "s2", … in order of first appearance. */
	readonly id: string;
	/** The fullest name, or the words of the first mention. */
	readonly name: string;
	/** How the draft mostly calls it: "Trump", "the Journal". */
	readonly shortName: string;
	readonly kind: SourceKind;
	readonly identification: Identification;
	readonly descriptors: readonly string[];
	/** What the draft says of an unnamed source; null where it says nothing. */
	readonly anonymity: Anonymity | null;
	/** Document spans, in order. */
	readonly mentions: readonly Span[];
	/** Indices of the attributions it is the source of. */
	readonly statements: readonly number[];
	/** Ids of the outlets its words came through. */
	readonly via: readonly string[];
	/** Index among the house's sources, where the house knows it. */
	readonly houseEntry?: number;
}

/**
 * What a reason for not naming is worth: `boilerplate` names a rule or a mood ("not authorized to speak", "the
 * sensitivity of the matter"), `risk` what may happen to the source, `stated` anything else.
 */
export type WhyUnnamed = 'boilerplate' | 'risk' | 'stated';

/** What is told of a source that is not named, in the draft's own words. */
export interface Anonymity {
	/** Rank and body: "senior official at the harbour board". */
	readonly position: string | null;
	/** How it knows: "briefed on the talks". */
	readonly basis: string | null;
	/** That its name is withheld, with the reason where one is given. */
	readonly reason: string | null;
	/** Null where no reason is given, "on condition of anonymity" alone being none. */
	readonly why: WhyUnnamed | null;
	/** How many, where told; null where it is only a plural. */
	readonly number: number | null;
	readonly plural: boolean;
}

export interface Quotation {
	/** One a block. */
	readonly spans: readonly Span[];
	readonly kind: QuotationKind;
	/** Id of the source whose words they are. */
	readonly speaker: string | null;
}

export interface Attribution {
	readonly source: readonly Span[] | null;
	readonly sourceId: string | null;
	/** Ids that fit where more than one does; the first is `sourceId`. */
	readonly candidates: readonly string[];
	/** At most one; empty where a colon or the place attributes. */
	readonly cue: readonly Span[];
	readonly stance: Stance;
	readonly lemma: string;
	readonly content: readonly Span[];
	readonly basis: Basis;
	readonly parent: number | null;
	/** Ids of the sources it was relayed through, nearest to the source first. */
	readonly via: readonly string[];
	readonly confidence: number;
}

/** `own`: the writer speaks; `attributed`: someone else, in the writer's words; `quoted`: someone else's words. */
export type Voice = 'own' | 'attributed' | 'quoted';

export interface Claim {
	readonly span: Span;
	readonly voice: Voice;
	readonly trigger: ClaimTrigger;
	readonly cited: boolean;
	/** The words nearby that tell where a figure or a ranking comes from; null where there are none. */
	readonly near: Span | null;
	/** Indices of the attributions whose content it lies in. */
	readonly attributions: readonly number[];
}

/** What kind of text a draft is; it decides which rules ask (EDITORIAL, "Genre and place decide"). */
export type Genre =
	| 'news'
	| 'analysis'
	| 'opinion'
	| 'interview'
	| 'press-release'
	| 'court'
	| 'report'
	| 'essay'
	| 'encyclopedia'
	| 'not-news';
