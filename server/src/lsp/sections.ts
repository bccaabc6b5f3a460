/** The parts of a draft: what its headline and headings stand over. */
import type { Analysis } from '../analysis';
import { cover, type Span } from '../text/span';

/** A part of the draft under its headline or a heading. */
export interface Section {
	/** The heading; null for what stands before the first. */
	readonly heading: Span | null;
	/** From the heading to the end of the last block before the next. */
	readonly span: Span;
	/** The first of its blocks, and the one after its last. */
	readonly firstBlock: number;
	readonly endBlock: number;
}

/** In order, without gaps between their blocks; empty for an empty draft. */
export function sectionsOf({ blocks }: Analysis): readonly Section[] {
	const starts = blocks.flatMap(({ kind }, index) =>
		index === 0 || kind === 'heading' || kind === 'headline' ? [index] : [],
	);
	return starts.flatMap((firstBlock, index) => {
		const endBlock = starts[index + 1] ?? blocks.length;
		const [first, last] = [blocks[firstBlock], blocks[endBlock - 1]];
		if (!first || !last) return [];
		const isHeading = first.kind === 'heading' || first.kind === 'headline';
		return [{ heading: isHeading ? first.span : null, span: cover(first.span, last.span), firstBlock, endBlock }];
	});
}
