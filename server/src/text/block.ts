import type { SourceMap } from './sourceMap';
import type { Span } from './span';

/** What a block of a document is. Only the first eight are read as prose. */
export type BlockKind =
	| 'headline'
	| 'standfirst'
	| 'paragraph'
	| 'heading'
	| 'caption'
	| 'list-item'
	| 'block-quote'
	| 'table-cell'
	| 'furniture'
	| 'code'
	| 'front-matter';

/** Evidence that stands beside the words and is not read as part of them. */
export interface Exhibit {
	readonly kind: 'link' | 'footnote' | 'citation';
	/** In the block's prose: the linked words, or an empty span where the note stands. */
	readonly span: Span;
}

/**
 * A stretch of a document that a sentence never crosses.
 * `text` is what a reader reads; offsets within it are relative to the block and `map` leads back to the document.
 */
export interface Block {
	readonly kind: BlockKind;
	/** How deep a headline or heading stands, from 1 on: as its marks say, else below the last that has some. 0 for all else. */
	readonly level: number;
	/** Where the block stands in the document. */
	readonly span: Span;
	readonly text: string;
	readonly map: SourceMap;
	/** Whether its prose is English; furniture, code and front matter are never asked. */
	readonly english: boolean;
	/** Links, footnotes and citations in the prose. */
	readonly exhibits: readonly Exhibit[];
	/** Spans of prose in the kind of emphasis that marks a title or a word as a word (`*The Times*`). */
	readonly emphasized: readonly Span[];
}

/** The kinds whose words are read. */
export const proseKinds: ReadonlySet<BlockKind> = new Set<BlockKind>([
	'headline',
	'standfirst',
	'paragraph',
	'heading',
	'caption',
	'list-item',
	'block-quote',
	'table-cell',
]);

/** Whether the block is read: prose, and English. */
export function isRead(block: Block): boolean {
	return block.english && proseKinds.has(block.kind);
}
