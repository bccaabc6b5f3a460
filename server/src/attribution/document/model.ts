/** What the second pass keeps of a document and of each of its blocks. */
import type { Span } from '../../text/span';
import type { BlockContext, Habits, ResolvedAttribution, SourceSummary, VoiceSpan } from '../context';
import type { BlockTold } from '../coreference/blockTold';
import type { HouseSources } from '../coreference/house';
import type { BlockAnalysis, Genre } from '../model';
import type { Resolution } from '../resolution';
import type { Evidence } from '../support';
import type { FirstBlocks } from './pointers';
import type { SpokenBlock } from './speakers';
import type { Told } from './summaries';

/**
 * What earlier readings of documents came to. After an edit nearly everything is as it was: what is equal is then the
 * same object, so that contexts, and the findings in them, are known again by identity.
 */
export interface DocumentMemory {
	/** By the tokens of a block: its analysis is copied when the block moves, its tokens are not. */
	readonly shares: WeakMap<BlockAnalysis['tokens'], Share>;
	readonly summaries: Map<string, SourceSummary[]>;
	readonly habits: Map<string, Habits[]>;
	readonly verbs: Map<string, BlockContext['verbs'][]>;
	/** The last readings, each of another draft, the latest first. */
	readonly last: LastReading[];
}

/** All that one reading of a document came to, step by step: a step whose grounds have not changed is not taken again. */
export interface LastReading {
	readonly analyses: readonly BlockAnalysis[];
	readonly genre: Genre;
	readonly house: HouseSources | undefined;
	readonly told: readonly BlockTold[];
	readonly resolution: Resolution;
	readonly shares: readonly Share[];
	readonly summed: Told;
	readonly firstBlocks: FirstBlocks;
	readonly readings: readonly Reading[];
	readonly evidence: readonly Evidence[];
	readonly spoken: readonly SpokenBlock[];
	readonly voices: readonly (readonly VoiceSpan[])[];
	readonly contexts: readonly BlockContext[];
}

/** What a block adds to the document whatever stands around it, and what it was read as. */
export interface Share {
	/** For each attribution the lemma of its cue, or null where that is not counted. */
	readonly lemmas: readonly (string | null)[];
	/** Whether in each attribution someone speaks; whoever only acts keeps nothing back by having no name. */
	readonly telling: readonly boolean[];
	/** Attributions whose source says something outside quotation marks, latest first. */
	readonly speaking: readonly number[];
	readonly habits: HabitCounts;
	/** Whether each attribution judges others; worked out when it is first asked for. */
	readonly judging: () => readonly boolean[];
	/** The latest first. */
	readonly readings: Reading[];
}

/** A block with its sources. */
export interface Reading {
	readonly attributions: readonly ResolvedAttribution[];
	/** For each quotation whose words it is, as far as the block tells. */
	readonly speakers: readonly (SourceSummary | null)[];
	/** Whether one of the sources is not named. */
	readonly hasUnnamed: boolean;
	/** Who spoke last in the writer's text. */
	readonly spoke: SourceSummary | null;
	/** The latest first. */
	readonly voices: {
		readonly speakers: readonly (SourceSummary | null)[];
		readonly answer: Span | null;
		readonly spans: readonly VoiceSpan[];
	}[];
	readonly contexts: BlockContext[];
}

/** Of each block the speakers of its quotations. */
export type Speakers = readonly (readonly (SourceSummary | null)[])[];

/**
 * How often a block shows each habit of its writer: each opening mark of `outerMarks`; stops inside and outside the
 * closing mark; "said" and "says"; cue before source and source before cue.
 */
export type HabitCounts = readonly number[];
