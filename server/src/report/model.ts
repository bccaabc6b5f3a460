/** The source report as a plain value: what a draft tells of its sources, with the place of each passage. No verdict, no score. */
import type { ClaimTrigger, Genre, Identification, SourceKind } from '../attribution/model';
import type { BlockKind } from '../text/block';
import type { Span } from '../text/span';

export interface Report {
	/** The draft's headline, or its first heading; null where it has none. */
	readonly title: string | null;
	readonly file: string;
	/** When it was checked, ISO 8601; the caller's clock. */
	readonly checked: string;
	/** `not-english` and `not-news`: nothing was read, and all that follows is empty. */
	readonly reading: 'read' | 'empty' | 'not-english' | 'not-news';
	readonly genre: Genre;
	readonly words: number;
	readonly paragraphs: number;
	/** Words by whose they are; the writer's own first, then by number of words. */
	readonly voices: readonly VoiceShare[];
	/** The same words by how far a reader could look the speaker up. */
	readonly identifications: readonly IdentificationShare[];
	readonly unnamed: UnnamedShare;
	/** In order of first appearance. */
	readonly sources: readonly ReportedSource[];
	readonly chains: readonly Chain[];
	readonly verbs: readonly SourceVerbs[];
	/** In reading order. */
	readonly statements: readonly Statement[];
	/** In reading order; null where the genre is not asked for sources of claims. */
	readonly claims: readonly UnsourcedClaim[] | null;
	/** The four questions of source criticism. */
	readonly questions: readonly CriticalQuestion[];
}

/** Where a passage stands. */
export interface Place {
	readonly part: BlockKind;
	/** Counting from 1 after headline and standfirst, as the findings count; 0 for what is no paragraph. */
	readonly paragraph: number;
	/** Counting from 1. */
	readonly line: number;
	/** Document offsets. */
	readonly span: Span;
}

/** Whose words: someone's by identification, someone's who is not told, or the writer's own. */
export type Standing = Identification | 'no-speaker' | 'own';

export interface VoiceShare {
	/** Id of the source; null for the writer's own words and for those of no one. */
	readonly source: string | null;
	readonly name: string | null;
	readonly standing: Standing;
	readonly words: number;
	/** Of all words, 0 to 1. */
	readonly share: number;
}

export interface IdentificationShare {
	readonly standing: Standing;
	readonly words: number;
	readonly share: number;
}

/** How much rests on sources that are withheld; groups that name no one are counted apart. Of those who speak. */
export interface UnnamedShare {
	readonly sources: number;
	readonly ofSources: number;
	readonly statements: number;
	readonly ofStatements: number;
	readonly words: number;
	/** Of all words, 0 to 1. */
	readonly share: number;
	/** Of the words that are not the writer's own. */
	readonly ofAttributed: number;
}

export interface ReportedSource {
	readonly id: string;
	readonly name: string;
	readonly kind: SourceKind;
	readonly identification: Identification;
	readonly descriptors: readonly string[];
	readonly statements: number;
	readonly words: number;
}

/** `mind`: what someone hopes or fears, told by the writer. */
export type Wording = 'quoted' | 'partly-quoted' | 'paraphrased' | 'mind';

export interface Statement {
	/** Id of the source; null where no one is named. */
	readonly source: string | null;
	readonly name: string | null;
	/** Names of others it may go back to as well. */
	readonly orElse: readonly string[];
	/** The words that attribute, as the draft has them; '' where place or colon does. */
	readonly verb: string;
	/** What is said, shortened. */
	readonly words: string;
	readonly wording: Wording;
	/** Names of those through whom it came, nearest to the source first. */
	readonly via: readonly string[];
	readonly place: Place;
	/** Whether the reading is unsure. */
	readonly unsure: boolean;
}

/** How words came to the page, from whoever spoke first to whoever told the writer. */
export interface Chain {
	readonly steps: readonly { readonly id: string; readonly name: string }[];
	readonly statements: number;
	readonly places: readonly Place[];
}

export interface SourceVerbs {
	readonly source: string;
	readonly name: string;
	/** Most frequent first; `elsewhere`: how often it stands with everyone else. */
	readonly verbs: readonly { readonly lemma: string; readonly count: number; readonly elsewhere: number }[];
	/** All reporting verbs of everyone else. */
	readonly elsewhere: number;
}

export interface UnsourcedClaim {
	readonly trigger: ClaimTrigger;
	/** The words that make it contestable. */
	readonly words: string;
	/** The clause they stand in, shortened. */
	readonly clause: string;
	readonly question: string;
	readonly place: Place;
}

export interface CriticalQuestion {
	readonly id: 'authenticity' | 'time' | 'dependence' | 'tendency';
	readonly title: string;
	readonly question: string;
	readonly answers: readonly Answer[];
}

/** What the draft answers to a question: passages of its own, or none. */
export interface Answer {
	readonly question: string;
	/** What it means where there are none: `unsaid`, the text does not say; `none`, there is nothing of the kind in it. */
	readonly absence: 'unsaid' | 'none';
	readonly passages: readonly Passage[];
}

export interface Passage {
	/** Whose, or what; null where the words stand for themselves. */
	readonly label: string | null;
	/** The draft's words; null where the label says it. */
	readonly words: string | null;
	readonly notes: readonly Note[];
	readonly places: readonly Place[];
}

/** Something told of a passage; `value` null: the text does not say. */
export interface Note {
	readonly label: string;
	readonly value: string | null;
	/** Whether the value is the draft's own words. */
	readonly isQuoted: boolean;
}
