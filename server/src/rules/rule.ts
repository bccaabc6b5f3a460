/** The shape of a rule, of what it sees and of what it says. */

import type { BlockContext, DocumentView } from '../attribution/context';
import type { Lexicons } from '../attribution/lexicons';
import type { BlockAnalysis, Genre } from '../attribution/model';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule does with words of this voice: say so, say so one step lower, say nothing; `null` where the question does not arise. */
export type VoicePolicy = 'report' | 'lower' | 'skip' | null;

/** A public newsroom policy or style guide a rule rests on. */
export interface Authority {
	readonly title: string;
	readonly url: string;
}

/** One change of text. */
export interface Edit {
	readonly span: Span;
	/** What to write, with `[who?]` and the like spelled out. */
	readonly text: string;
	/** The same as an LSP snippet, where there is a choice to make. */
	readonly snippet?: string;
}

/** A way to answer a finding. */
export interface Fix {
	readonly title: string;
	/** `attribute` leaves a query to be answered; `reword` changes words and removes its finding. */
	readonly kind: 'attribute' | 'reword';
	readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding. */
export interface Related {
	readonly span: Span;
	readonly message: string;
	/** Set where a block rule points elsewhere in the draft: `span` is then a document span. */
	readonly elsewhere?: true;
}

/** What a rule reports; spans are in the coordinates of what the rule was given. */
export interface RuleFinding {
	readonly span: Span;
	readonly message: string;
	/** Where it differs from the rule's own. */
	readonly severity?: Severity;
	readonly related?: readonly Related[];
	readonly fixes?: readonly Fix[];
	/**
	 * The words that make two findings of this rule the same problem ("loaded" phrase, source id): told once, the rest
	 * become related. Absent: every finding stands by itself.
	 */
	readonly sameAs?: string;
	/** Why these very words are flagged, and what else could be written: for the hover. */
	readonly note?: string;
	readonly alternatives?: readonly string[];
	/** Words about whose sourcing nothing else is asked while this finding stands: the sentence of a query. */
	readonly holds?: Span;
}

/** A finding in a document: document offsets, severity decided. */
export interface Finding extends RuleFinding {
	readonly rule: string;
	readonly severity: Severity;
	readonly related: readonly Related[];
	readonly fixes: readonly Fix[];
	/** Index of the block it stands in. */
	readonly block: number;
	/** Where it stands for several places: the findings of all of them, its own first, as they were by themselves. */
	readonly again?: readonly Finding[];
}

/** What a rule sees of one block. */
export interface BlockView {
	readonly analysis: BlockAnalysis;
	readonly context: BlockContext;
	readonly lexicons: Lexicons;
	readonly genre: Genre;
	/** Whether pronouns that could stand for two people are asked about: too much for a draft, not for the desk. */
	readonly strictPronouns?: boolean;
}

interface RuleBase {
	readonly id: string;
	/** One sentence: the setting's description and the row in the table of rules. */
	readonly summary: string;
	/** Why an editor asks: a short paragraph of Markdown for hover and page. */
	readonly why: string;
	/** How to answer it, for the page. */
	readonly answer: string;
	readonly authorities: readonly Authority[];
	/** What was measured of it, on how many findings, and with what result: one sentence for the page. Absent: nothing was. */
	readonly measured?: string;
	readonly severity: Severity;
	/** Whether it asks unless switched off. */
	readonly defaultOn: boolean;
	readonly voice: { readonly quoted: VoicePolicy; readonly attributed: VoicePolicy };
	/** Set where a finding may be ignored at its place only: not as a phrase, nor in a whole file. */
	readonly ignoredOneByOne?: true;
	/** Genres in which the rule does not ask. */
	readonly silentIn: readonly Genre[];
	/** Annotated prose that must be found just so, shown on the page and run as a test. */
	readonly example: string;
	/** Prose that looks alike and must stay silent, shown on the page and run as a test. */
	readonly nonExample: string;
}

/** A rule that needs one block and what the document says about it; its findings are memoised on both. Spans are relative to the block's prose. */
export interface BlockRule extends RuleBase {
	checkBlock(view: BlockView): Iterable<RuleFinding>;
}

/**
 * A rule that needs the whole document. Spans are document offsets. It runs after each edit: what a block tells by itself
 * is worked out once for it (`perBlock`), and `null` is a pause, for whoever has other things to do (`inTurns`).
 */
export interface DocumentRule extends RuleBase {
	checkDocument(document: DocumentView, lexicons: Lexicons): Iterable<RuleFinding | null>;
}

export type Rule = BlockRule | DocumentRule;

const ladder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** One step down the ladder of severities. */
export function lower(severity: Severity): Severity {
	return ladder[Math.min(ladder.length - 1, ladder.indexOf(severity) + 1)] as Severity;
}

/** The one of two that speaks more softly. */
export function milder(a: Severity, b: Severity): Severity {
	return ladder.indexOf(a) > ladder.indexOf(b) ? a : b;
}
