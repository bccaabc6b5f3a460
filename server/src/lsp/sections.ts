/** The parts of a draft: what its headline and headings stand over. */
import type { Analysis } from '../analysis';
import { cover, type Span } from '../text/span';

/** A part of the draft under its headline or a heading. */
export interface Section {
	/** The heading; null for what stands before the first. */
	readonly heading: Span | null;
	/** Of the heading, from 1 on; 0 where there is none. */
	readonly level: number;
	/** From the heading to the end of the last block before the next. */
	readonly span: Span;
	/** The same with the sections below it: to the last block before a heading that is as high. */
	readonly whole: Span;
	/** The first of its blocks, and the one after its last. */
	readonly firstBlock: number;
	readonly endBlock: number;
}

/** In order, without gaps between their blocks; empty for an empty draft. */
export function sectionsOf({ blocks }: Analysis): readonly Section[] {
	const starts = blocks.flatMap(({ level }, index) => (index === 0 || level > 0 ? [index] : []));
	const ends = wholeEnds(
		starts.map(index => blocks[index]?.level ?? 0),
		[...starts.slice(1), blocks.length],
	);
	return starts.flatMap((firstBlock, index) => {
		const endBlock = starts[index + 1] ?? blocks.length;
		const [first, last] = [blocks[firstBlock], blocks[endBlock - 1]];
		const lastOfWhole = blocks[(ends[index] ?? endBlock) - 1];
		if (!first || !last || !lastOfWhole) return [];
		const { level } = first;
		const heading = level > 0 ? first.span : null;
		const [span, whole] = [cover(first.span, last.span), cover(first.span, lastOfWhole.span)];
		return [{ heading, level, span, whole, firstBlock, endBlock }];
	});
}

/** Where each section ends with those below it. What stands before the first heading has none below it. */
function wholeEnds(levels: readonly number[], ends: readonly number[]): readonly number[] {
	const whole = [...ends];
	const open: number[] = [];
	for (const [index, level] of levels.entries()) {
		while (open.length > 0 && (levels[open.at(-1) as number] as number) >= level) open.pop();
		for (const above of open) whole[above] = ends[index] as number;
		if (level > 0) open.push(index);
	}
	return whole;
}
