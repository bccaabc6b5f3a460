/** The checking list as a plain value: what a fact-checker has to look up in a draft, item by item. */
import type { Place } from '../report/model';
import type { Span } from '../text/span';

export type CheckKind =
	| 'accusation'
	| 'figure'
	| 'quotation'
	| 'name'
	| 'date'
	| 'cause'
	| 'superlative'
	| 'comparison'
	| 'statement';

/** From what does most harm when it is wrong: accusations, figures, quotations, then the rest. */
export const byRisk: readonly CheckKind[] = [
	'accusation',
	'figure',
	'quotation',
	'name',
	'date',
	'cause',
	'superlative',
	'comparison',
	'statement',
];

export interface CheckItem {
	readonly kind: CheckKind;
	/** What is to be checked: "$2 million", "Ada Harlow, mayor of Norhaven". */
	readonly words: string;
	/** As much of the sentence as fits a line, and where in it the words stand. */
	readonly excerpt: Excerpt;
	/** Whose words they are, as the draft names them; null where they are the writer's, or no one is named for them. */
	readonly speaker: string | null;
	/** Whether someone is said to have said it: then there is also to be checked that they did. */
	readonly isAttributed: boolean;
	readonly place: Place;
	/** Index of its block, and the words in the block's prose. */
	readonly block: number;
	readonly span: Span;
	/** The sentence or sentences it stands in, in the block's prose. */
	readonly sentence: Span;
}

export interface Excerpt {
	readonly text: string;
	/** Half-open, in `text`. */
	readonly start: number;
	readonly end: number;
}
