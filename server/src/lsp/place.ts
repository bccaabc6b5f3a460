/** Where an offset of the document stands in the analysis. */
import type { Analysis } from '../analysis';
import type { Attribution, BlockAnalysis } from '../attribution/model';
import { isRead } from '../text/block';
import { toSource, toText } from '../text/sourceMap';
import { contains, cover, type Span, shift } from '../text/span';

/** A place in prose that is read. */
export interface Place {
	readonly block: number;
	readonly analysis: BlockAnalysis;
	/** Offset in the block's prose. */
	readonly offset: number;
	/** Index of the sentence in the block. */
	readonly sentence: number;
}

/** The place at a document offset; null outside prose that is read. */
export function placeAt(analysis: Analysis, offset: number): Place | null {
	const block = blockAt(analysis, offset);
	const read = analysis.analyses[block];
	if (read === undefined || !isRead(read.block)) return null;
	const inBlock = toText(read.block.map, offset - read.block.span.start);
	const sentence = sentenceAt(read, inBlock);
	return sentence < 0 ? null : { block, analysis: read, offset: inBlock, sentence };
}

/** From the first to the last of an attribution's words; null where it has none. */
export function extentOf({ source, cue, content }: Attribution): Span | null {
	const [first, ...rest] = [...(source ?? []), ...cue, ...content];
	return first ? rest.reduce(cover, first) : null;
}

/** How many of the spans, which are in order, begin before an offset. */
export function countBefore(spans: readonly Span[], offset: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle] as Span).start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Whether an offset stands in a span or at one of its ends. */
export function touches({ start, end }: Span, offset: number): boolean {
	return start <= offset && offset <= end;
}

/** What a reader reads in a document span, as far as it stands in one block. */
export function wordsIn(analysis: Analysis, { start, end }: Span): string {
	const block = analysis.blocks[blockAt(analysis, start)];
	if (!block) return '';
	return block.text.slice(toText(block.map, start - block.span.start), toText(block.map, end - block.span.start));
}

/** Whether a document span stands inside quotation marks, or in a quoted block. */
export function isQuoted(analysis: Analysis, span: Span): boolean {
	const place = placeAt(analysis, span.start);
	if (!place) return false;
	const { block, analysis: read } = place;
	return (
		read.block.kind === 'block-quote' ||
		read.quotations.some(quotation => contains(documentSpan(analysis, block, quotation), span))
	);
}

/** The document spans of the sentences that a document span touches. */
export function sentencesTouching(analysis: Analysis, span: Span): readonly Span[] {
	const found: Span[] = [];
	for (let i = firstBlockTouching(analysis, span.start); i < analysis.blocks.length; i++) {
		const block = analysis.blocks[i];
		const read = analysis.analyses[i];
		if (block === undefined || block.span.start > span.end) break;
		for (const sentence of read?.sentences ?? []) {
			const inDocument = documentSpan(analysis, i, sentence);
			if (inDocument.start <= span.end && span.start <= inDocument.end) found.push(inDocument);
		}
	}
	return found;
}

/** The document span of a span of a block's prose. */
export function documentSpan(analysis: Analysis, block: number, span: Span): Span {
	const within = analysis.blocks[block];
	return within === undefined ? span : shift(toSource(within.map, span), within.span.start);
}

function blockAt(analysis: Analysis, offset: number): number {
	const index = firstBlockTouching(analysis, offset);
	const block = analysis.blocks[index];
	return block && block.span.start <= offset ? index : -1;
}

/** Blocks are in order: the first that ends at or behind an offset. */
function firstBlockTouching({ blocks }: Analysis, offset: number): number {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const block = blocks[middle];
		if (block && block.span.end < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A place between two sentences belongs to the one before. */
function sentenceAt({ sentences }: BlockAnalysis, offset: number): number {
	const index = sentences.findIndex(sentence => offset <= sentence.end);
	return index >= 0 ? index : sentences.length - 1;
}
