/** The document's attributions, sources and claims with their places in the whole text. */
import { inSlices } from '../../text/slices';
import { contains, overlaps, type Span } from '../../text/span';
import type { BlockContext, SourceSummary } from '../context';
import type { Attribution, BlockAnalysis, Claim, Source } from '../model';
import { inDocument } from '../offsets';
import { perBlock } from '../perBlock';
import { type Identity, nobody, placeIn, type Resolution, type Resolved } from '../resolution';
import { isSameList } from './sameness';
import { isAllQuotation } from './speakers';

/** How many attributions stand before each block. */
export function offsetsOf(analyses: readonly BlockAnalysis[]): readonly number[] {
	let before = 0;
	return analyses.map(({ attributions }) => {
		before += attributions.length;
		return before - attributions.length;
	});
}

/** What a block's attributions come to in the document, and what that follows from beside the block and its place. */
interface PlacedAttributions {
	readonly resolved: readonly Resolved[];
	readonly ids: ReadonlyMap<Identity, string>;
	readonly offset: number;
	/** The blocks after it whose words are taken up here. */
	readonly after: readonly BlockAnalysis[];
	readonly placed: readonly Attribution[];
}

/** By the block's analysis where it stood last: an edit moves what stands behind it, and leaves what stands before. */
const placedLast = new WeakMap<BlockAnalysis, PlacedAttributions>();

/** All attributions in the order of the text; words that open a block go to whoever spoke last. */
export function* attributionsOf(
	analyses: readonly BlockAnalysis[],
	{ attributions }: Resolution,
	ids: ReadonlyMap<Identity, string>,
	offsets: readonly number[],
): Generator<undefined, readonly Attribution[], void> {
	const all: Attribution[] = [];
	const carried = yield* carriedWords(analyses);
	yield* inSlices(analyses, (analysis, b) => {
		if (analysis.attributions.length === 0) return 0;
		const next = analyses[b + 1];
		const words = carried.get(b) ?? noWords;
		const after = [...(next ? [next] : []), ...words.map(each => each.analysis)];
		const own = { resolved: attributions[b] ?? [], ids, offset: offsets[b] as number, after };
		const last = placedLast.get(analysis);
		const placed = last && isSamePlace(last, own) ? last.placed : placedIn(analysis, own, next, words);
		if (placed !== last?.placed) placedLast.set(analysis, { ...own, placed });
		for (const attribution of placed) all.push(attribution);
		return 8 * placed.length;
	});
	return all;
}

function isSamePlace(a: Omit<PlacedAttributions, 'placed'>, b: Omit<PlacedAttributions, 'placed'>): boolean {
	return a.resolved === b.resolved && a.ids === b.ids && a.offset === b.offset && isSameList(a.after, b.after);
}

function placedIn(
	analysis: BlockAnalysis,
	{ resolved, ids, offset }: Omit<PlacedAttributions, 'placed'>,
	next: BlockAnalysis | undefined,
	words: readonly CarriedWords[],
): readonly Attribution[] {
	return analysis.attributions.map((attribution, a) => {
		const { source, cue, content, basis, parent, confidence } = attribution;
		const { identity, candidates, via } = resolved[a] ?? nobody;
		const ambiguous = candidates.length > 1;
		const own = content.length > 0 ? content.map(span => inDocument(analysis, span)) : introducedIn(next);
		const later = words.filter(({ index }) => index === a);
		return {
			source: source ? [inDocument(analysis, source)] : null,
			sourceId: identity ? (ids.get(identity) ?? null) : null,
			candidates: candidates.flatMap(candidate => ids.get(candidate) ?? []),
			cue: cue ? [inDocument(analysis, cue)] : [],
			stance: cue?.stance ?? 'neutral',
			lemma: cue?.lemma ?? '',
			content:
				later.length === 0
					? own
					: withoutRepeats([...own, ...later.flatMap(each => each.words.map(span => inDocument(each.analysis, span)))]),
			basis,
			parent: parent === null ? null : offset + parent,
			via: via.flatMap(outlet => ids.get(outlet) ?? []),
			confidence: Math.round(confidence * (ambiguous ? 0.7 : 1) * 100) / 100,
		};
	});
}

/** All sources in order of first appearance, with what they say and where they are spoken of. */
export function* sourcesOf(
	analyses: readonly BlockAnalysis[],
	resolution: Resolution,
	ids: ReadonlyMap<Identity, string>,
	summaries: ReadonlyMap<Identity, SourceSummary>,
): Generator<undefined, readonly Source[], void> {
	const statements = new Map<Identity, number[]>();
	let index = 0;
	yield* inSlices(resolution.attributions, resolved => {
		for (const { identity } of resolved) {
			const own = identity && statements.get(identity);
			if (own) own.push(index);
			else if (identity) statements.set(identity, [index]);
			index++;
		}
		return 0;
	});
	const sources: Source[] = [];
	yield* inSlices([...ids.keys()], identity => {
		const { mentions, via, entry } = identity;
		sources.push({
			...without(summaries.get(identity) as SourceSummary),
			mentions: mentions.map(place => inDocument(analyses[place.block] as BlockAnalysis, placeIn(resolution, place))),
			statements: statements.get(identity) ?? [],
			via: [...via].flatMap(outlet => ids.get(outlet) ?? []),
			...(entry === null ? {} : { houseEntry: entry }),
		});
		return mentions.length;
	});
	return sources;
}

/** All claims, with the voice that each is in. */
export function claimsOf(
	analyses: readonly BlockAnalysis[],
	contexts: readonly BlockContext[],
	supports: readonly (readonly (Span | null)[])[],
	offsets: readonly number[],
): readonly Claim[] {
	return analyses.flatMap((analysis, b) =>
		analysis.claims.map((claim, c): Claim => {
			const voices = (contexts[b] as BlockContext).voices.filter(voice => contains(voice, claim.triggerSpan));
			return {
				span: inDocument(analysis, claim.span),
				voice: voices.some(voice => voice.voice === 'quoted') ? 'quoted' : voices.length > 0 ? 'attributed' : 'own',
				trigger: claim.trigger,
				cited: claim.cited,
				near: supports[b]?.[c] ?? null,
				attributions: voices.flatMap(voice =>
					voice.attribution === null ? [] : [(offsets[b] as number) + voice.attribution],
				),
			};
		}),
	);
}

function without({ verbs: _, judges: __, ...rest }: SourceSummary): Omit<SourceSummary, 'verbs' | 'judges'> {
	return rest;
}

/** Words that open a block and are still whoever's said last: of which attribution of an earlier block. */
export interface CarriedWords {
	readonly index: number;
	readonly analysis: BlockAnalysis;
	readonly words: readonly Span[];
}

const noWords: readonly CarriedWords[] = [];

/** By index of block: the words of blocks behind it that its attributions take up. */
export function* carriedWords(
	analyses: readonly BlockAnalysis[],
): Generator<undefined, ReadonlyMap<number, readonly CarriedWords[]>, void> {
	const carried = new Map<number, readonly CarriedWords[]>();
	yield* inSlices(analyses, (analysis, b) => {
		if (analysis.orphans.length === 0) return 0;
		const words = openingWords(analysis);
		const last = words.length === 0 ? null : lastStatement(analyses, b);
		if (last && !isQuotedAround(analyses[last.block] as BlockAnalysis, last.index, analysis))
			carried.set(last.block, [...(carried.get(last.block) ?? noWords), { index: last.index, analysis, words }]);
		return 0;
	});
	return carried;
}

/** The words of someone named elsewhere that a block opens with. */
const openingWords = perBlock((analysis): readonly Span[] => {
	const { orphans, tokens, attributions } = analysis;
	return orphans.filter(
		span => (span.start === tokens[0]?.start || attributions.length === 0) && isSentence(analysis, span),
	);
});

/** Whether words are in quotation marks or go on to the end of a sentence: a phrase at its start is what the writer tells of. */
function isSentence({ quotations, sentences }: BlockAnalysis, span: Span): boolean {
	const isQuoted = quotations.some(quotation => overlaps(quotation, span));
	return isQuoted || sentences.some(({ end }) => span.end <= end && end - span.end <= 2);
}

/** How many blocks without anyone's words may stand between whoever was named and what is still said. */
const orphanReach = 2;

/** The last statement in the blocks just before: after a heading or words of the writer's own nobody speaks on. */
function lastStatement(
	analyses: readonly BlockAnalysis[],
	block: number,
): { readonly block: number; readonly index: number } | null {
	let silent = 0;
	for (let b = block - 1; b >= 0 && silent < orphanReach; b--) {
		const { attributions, block: own, orphans, tokens } = analyses[b] as BlockAnalysis;
		if (tokens.length === 0) continue;
		if (own.kind === 'heading' || own.kind === 'headline') return null;
		const index = attributions.findLastIndex(({ parent, cue }) => parent === null && cue !== null && !cue.hearsay);
		if (index >= 0) return { block: b, index };
		if (orphans.length === 0) silent++;
	}
	return null;
}

/**
 * "“Here it is,” she said. / "Quist came in, humming “The Tide.”": a block in other marks that holds the speaker's marks
 * is what the writer quotes, with what everyone in it says; no speaker goes on in it.
 */
function isQuotedAround(speaking: BlockAnalysis, statement: number, { quotations }: BlockAnalysis): boolean {
	const [outer] = quotations;
	if (!outer) return false;
	const said = speaking.attributions[statement]?.content ?? [];
	const marks = speaking.quotations
		.filter(quotation => quotation.parent === null && said.some(span => overlaps(span, quotation)))
		.map(({ open }) => open);
	return (
		marks.length > 0 &&
		!marks.includes(outer.open) &&
		quotations.some(({ parent, open }) => parent === 0 && marks.includes(open))
	);
}

function withoutRepeats(spans: readonly Span[]): readonly Span[] {
	return spans.filter((span, i) => !spans.some((other, k) => k < i && overlaps(other, span)));
}

/** What "Harlow said:" at the end of a block introduces: the quotation that the next block is. */
export function introducedIn(next: BlockAnalysis | undefined): readonly Span[] {
	const [quotation] = next?.quotations ?? [];
	return next && quotation && isAllQuotation(next, quotation) ? [inDocument(next, quotation)] : [];
}
