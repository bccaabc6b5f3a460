/** How sure an attribution is: a logistic function of how clearly the tagger and the linker decided. */
import type { Link, RoleSpan } from './linker';
import type { TaggedBlock } from './tagger';

/** The features of confidence, in the order of their weights: 1, then how clearly each part was decided. */
export function confidenceFeatures(
	{ spans, margins, columns }: Pick<TaggedBlock, 'spans' | 'margins' | 'columns'>,
	link: Link,
): readonly number[] {
	const cue = spans[link.cue] as RoleSpan;
	const source = link.source === null ? null : (spans[link.source] as RoleSpan);
	const contents = link.contents.map(index => spans[index] as RoleSpan);
	const quoted = contents.some(({ first, end }) => columns.quotes[first] !== 0 || columns.quotes[end - 1] !== 0);
	return [
		1,
		steps(least(margins, cue)),
		source ? steps(least(margins, source)) : 0,
		source ? 1 : 0,
		contents.reduce((low, { first }) => Math.min(low, steps(margins[first] as number)), 6),
		contents.reduce((low, { end }) => Math.min(low, steps(margins[end - 1] as number)), 6),
		steps(link.contentMargin),
		source ? steps(link.sourceMargin) : 0,
		quoted ? 1 : 0,
		(columns.cueShares[cue.end - 1] as number) / 10,
	];
}

/** 0 to 1, two decimals; without weights everything is as sure as not. */
export function confidenceOf(tagged: TaggedBlock, link: Link, weights: readonly number[]): number {
	const features = confidenceFeatures(tagged, link);
	const sum = features.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
	return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

function least(margins: Float32Array, { first, end }: RoleSpan): number {
	let low = Number.POSITIVE_INFINITY;
	for (let i = first; i < end; i++) low = Math.min(low, margins[i] as number);
	return low;
}

/** Margins run from nothing to hundreds; what matters is their order of size. */
function steps(margin: number): number {
	return Math.min(6, Math.log1p(Math.max(0, margin)));
}
