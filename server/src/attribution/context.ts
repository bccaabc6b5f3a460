/** What the document knows about a block, handed to the rules with it. A value: two equal contexts give equal findings. */

import type { Block } from '../text/block';
import type { Span } from '../text/span';
import type { Attribution, BlockAnalysis, Claim, Genre, Quotation, Source, Voice } from './model';

/** What the document's pass adds to one attribution of a block. */
export interface ResolvedAttribution {
	/** The source, as the whole document shows it; null where no one is named. */
	readonly source: SourceSummary | null;
	/** Whether this is the first attribution of that source in reading order (headline and standfirst count). */
	readonly first: boolean;
	readonly via: readonly SourceSummary[];
	/** Those it may go back to as well as to `source`, which is the first of them; absent where there is no doubt. */
	readonly candidates?: readonly SourceSummary[];
	/** The name of another person whom a pronoun may as well stand for. */
	readonly rival?: string;
	/** Set where "the official" points back to someone, and no official has been spoken of. */
	readonly unintroduced?: true;
}

/** The part of a `Source` that rules may read: no offsets, so that edits elsewhere leave it equal. */
export interface SourceSummary {
	readonly id: string;
	readonly name: string;
	readonly shortName: string;
	readonly kind: Source['kind'];
	readonly identification: Source['identification'];
	readonly descriptors: readonly string[];
	readonly anonymity: Source['anonymity'];
	/** Set where the source is not named and judges, attacks or praises others somewhere in the draft. */
	readonly judges?: true;
	/** How often each reporting verb stands with this source, most frequent first. */
	readonly verbs: readonly (readonly [lemma: string, count: number])[];
}

/** A stretch of the block that is not in the writer's own voice (block-relative). */
export interface VoiceSpan extends Span {
	readonly voice: Exclude<Voice, 'own'>;
	/** Index in the block's attributions; null where a speaker is inherited from another block. */
	readonly attribution: number | null;
	readonly confidence: number;
}

/** The writer's habits a fix follows (EDITORIAL limit 19), from the majority of the draft. */
export interface Habits {
	/** The outer quotation marks. */
	readonly quotes: 'curly-double' | 'straight-double' | 'curly-single' | 'straight-single';
	/** Whether comma and full stop stand inside the closing mark (US). */
	readonly punctuationInside: boolean;
	readonly tense: 'said' | 'says';
	/** "Trump said" or "said Trump". */
	readonly order: 'source-cue' | 'cue-source';
}

export interface BlockContext {
	readonly genre: Genre;
	readonly habits: Habits;
	/** One for each of the block's attributions. */
	readonly attributions: readonly ResolvedAttribution[];
	/** One for each of the block's quotations: the speaker, if anyone in reach is (DESIGN §3, "in reach"). */
	readonly speakers: readonly (SourceSummary | null)[];
	/** Ordered, may nest. */
	readonly voices: readonly VoiceSpan[];
	/** Short names of those who speak in this block, the one before, or (headline, standfirst) the body sentence that repeats the claim: choices for a fix. */
	readonly nearbySpeakers: readonly string[];
	/** The named person who opens the next paragraph, speaking for the first time in the draft; null where none does. */
	readonly introducedNext: SourceSummary | null;
	/** How often each reporting verb stands in the draft, by lemma, most frequent first. */
	readonly verbs: readonly (readonly [lemma: string, count: number])[];
	/** For headline, standfirst and caption: for each claim of the block, the body sentence that attributes it. */
	readonly bodyClaims: readonly (BodyAttribution | null)[];
	/** The same for each attribution that names no one. */
	readonly bodyAttributions: readonly (BodyAttribution | null)[];
	/** For headline, standfirst and caption: clauses that say more than the body does. */
	readonly overreaches: readonly Overreach[];
	/** One for each of the block's attributions, or none at all: what is missing here of how the words came. */
	readonly relays: readonly (DroppedRelay | null)[];
	/** One for each of the block's quotations, or none at all: where the body has it otherwise. */
	readonly wordings: readonly (OtherWording | null)[];
	/** One for each of the block's claims, or none at all: whether words nearby tell where its figure comes from. */
	readonly supported: readonly boolean[];
}

/** A clause (block-relative: its verb and what follows) that states as fact what the body does not. */
export interface Overreach extends Span {
	/** `hedged`: may be, is planned; `unnamed`: only those who are not named say so; `denied`: someone denies it, or it is not so. */
	readonly kind: 'hedged' | 'unnamed' | 'denied';
	/** The body's words for it: "are expected to make". */
	readonly words: string;
	readonly body: BodySpeaker;
}

/** A sentence of the body, with who says it there. */
export interface BodySpeaker extends Omit<BodyAttribution, 'source' | 'identification'> {
	/** The source's words there; null where the writer speaks. */
	readonly source: string | null;
	readonly identification: Source['identification'] | null;
	readonly plural: boolean;
}

/** What the body tells of how words came, and what is left out where they are told again. */
export interface DroppedRelay {
	/** The outlet that is credited there and not here, as the draft calls it; null where none is. */
	readonly outlet: string | null;
	/** Whether here are several and there is one. */
	readonly multiplied: boolean;
	readonly body: BodySpeaker;
}

/** Words in quotation marks that the body has otherwise, or not at all. */
export interface OtherWording {
	/** `absent`: nowhere in the body; `differs`: the same remark stands elsewhere in other words. */
	readonly kind: 'absent' | 'differs';
	/** What looks like the same remark, in document offsets. */
	readonly other: { readonly span: Span; readonly paragraph: number; readonly words: string } | null;
}

/** A body sentence that attributes what headline, standfirst or caption states. */
export interface BodyAttribution {
	/** The source's words there: "An American official". */
	readonly source: string;
	readonly identification: Source['identification'];
	/** The sentence, in document offsets. */
	readonly span: Span;
	/** Number of the paragraph, counting from 1 after headline and standfirst. */
	readonly paragraph: number;
}

/** The whole document, for rules that need it and for the server's features. */
export interface DocumentView {
	readonly blocks: readonly Block[];
	readonly analyses: readonly BlockAnalysis[];
	readonly contexts: readonly BlockContext[];
	readonly genre: Genre;
	/** The sources as rules read them, in order of first appearance. */
	readonly summaries: readonly SourceSummary[];
	readonly sources: readonly Source[];
	readonly attributions: readonly Attribution[];
	readonly quotations: readonly Quotation[];
	readonly claims: readonly Claim[];
}
