/** The document's attributions, sources and claims with their places in the whole text. */
import { contains, overlaps, type Span } from '../../text/span';
import type { BlockContext, SourceSummary } from '../context';
import type { Attribution, BlockAnalysis, Claim, Source } from '../model';
import { inDocument } from '../offsets';
import type { Identity, Resolution } from '../resolution';
import { isAllQuotation } from './speakers';

/** How many attributions stand before each block. */
export function offsetsOf(analyses: readonly BlockAnalysis[]): readonly number[] {
	let before = 0;
	return analyses.map(({ attributions }) => {
		before += attributions.length;
		return before - attributions.length;
	});
}

/** All attributions in the order of the text; words that open a block go to whoever spoke last. */
export function attributionsOf(
	analyses: readonly BlockAnalysis[],
	resolution: Resolution,
	ids: ReadonlyMap<Identity, string>,
	offsets: readonly number[],
): readonly Attribution[] {
	const attributions: Attribution[] = [];
	for (const [b, analysis] of analyses.entries()) {
		for (const [a, attribution] of analysis.attributions.entries()) {
			const resolved = resolution.attributions[b]?.[a];
			const identity = resolved?.identity ?? null;
			const ambiguous = (resolved?.candidates.length ?? 0) > 1;
			attributions.push({
				source: attribution.source ? [inDocument(analysis, attribution.source)] : null,
				sourceId: identity ? (ids.get(identity) ?? null) : null,
				candidates: (resolved?.candidates ?? []).flatMap(candidate => ids.get(candidate) ?? []),
				cue: attribution.cue ? [inDocument(analysis, attribution.cue)] : [],
				stance: attribution.cue?.stance ?? 'neutral',
				lemma: attribution.cue?.lemma ?? '',
				content:
					attribution.content.length > 0
						? attribution.content.map(span => inDocument(analysis, span))
						: introduced(analyses[b + 1]),
				basis: attribution.basis,
				parent: attribution.parent === null ? null : (offsets[b] as number) + attribution.parent,
				via: (resolved?.via ?? []).flatMap(outlet => ids.get(outlet) ?? []),
				confidence: Math.round(attribution.confidence * (ambiguous ? 0.7 : 1) * 100) / 100,
			});
		}
	}
	for (const [b, words] of orphansOf(analyses)) {
		const at = lastStatement(analyses, offsets, b);
		const attribution = at < 0 ? undefined : attributions[at];
		if (!attribution || isQuotedAround(analyses, offsets, at, b)) continue;
		const content = [...attribution.content, ...words.map(span => inDocument(analyses[b] as BlockAnalysis, span))];
		attributions[at] = { ...attribution, content: withoutRepeats(content) };
	}
	return attributions;
}

/** All sources in order of first appearance, with what they say and where they are spoken of. */
export function sourcesOf(
	analyses: readonly BlockAnalysis[],
	resolution: Resolution,
	ids: ReadonlyMap<Identity, string>,
	summaries: ReadonlyMap<Identity, SourceSummary>,
): readonly Source[] {
	const statements = new Map<Identity, number[]>();
	let index = 0;
	for (const resolved of resolution.attributions) {
		for (const { identity } of resolved) {
			const own = identity && statements.get(identity);
			if (own) own.push(index);
			else if (identity) statements.set(identity, [index]);
			index++;
		}
	}
	return [...ids.keys()].map(identity => ({
		...without(summaries.get(identity) as SourceSummary),
		mentions: identity.mentions.map(place => inDocument(analyses[place.block] as BlockAnalysis, place)),
		statements: statements.get(identity) ?? [],
		via: [...identity.via].flatMap(outlet => ids.get(outlet) ?? []),
		...(identity.entry === null ? {} : { houseEntry: identity.entry }),
	}));
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

/** For each block that opens with words of someone named elsewhere: those words. */
function* orphansOf(analyses: readonly BlockAnalysis[]): Generator<readonly [block: number, words: readonly Span[]]> {
	for (const [b, analysis] of analyses.entries()) {
		const { orphans, tokens, attributions } = analysis;
		const words = orphans.filter(
			span => (span.start === tokens[0]?.start || attributions.length === 0) && isSentence(analysis, span),
		);
		if (words.length > 0) yield [b, words];
	}
}

/** Whether words are in quotation marks or go on to the end of a sentence: a phrase at its start is what the writer tells of. */
function isSentence({ quotations, sentences }: BlockAnalysis, span: Span): boolean {
	const isQuoted = quotations.some(quotation => overlaps(quotation, span));
	return isQuoted || sentences.some(({ end }) => span.end <= end && end - span.end <= 2);
}

/** How many blocks without anyone's words may stand between whoever was named and what is still said. */
const orphanReach = 2;

/** Index of the last statement in the blocks just before, or -1: after a heading or words of the writer's own nobody speaks on. */
function lastStatement(analyses: readonly BlockAnalysis[], offsets: readonly number[], block: number): number {
	let silent = 0;
	for (let b = block - 1; b >= 0 && silent < orphanReach; b--) {
		const { attributions, block: own, orphans, tokens } = analyses[b] as BlockAnalysis;
		if (tokens.length === 0) continue;
		if (own.kind === 'heading' || own.kind === 'headline') return -1;
		const last = attributions.findLastIndex(({ parent, cue }) => parent === null && cue !== null && !cue.hearsay);
		if (last >= 0) return (offsets[b] as number) + last;
		if (orphans.length === 0) silent++;
	}
	return -1;
}

/**
 * "“Here it is,” she said. / "Quist came in, humming “The Tide.”": a block in other marks that holds the speaker's marks
 * is what the writer quotes, with what everyone in it says; no speaker goes on in it.
 */
function isQuotedAround(
	analyses: readonly BlockAnalysis[],
	offsets: readonly number[],
	statement: number,
	block: number,
): boolean {
	const own = offsets.findLastIndex(before => before <= statement);
	const speaking = analyses[own];
	const said = speaking?.attributions[statement - (offsets[own] as number)];
	const { quotations } = analyses[block] as BlockAnalysis;
	const [outer] = quotations;
	if (!speaking || !said || !outer) return false;
	const marks = speaking.quotations
		.filter(quotation => quotation.parent === null && said.content.some(span => overlaps(span, quotation)))
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
function introduced(next: BlockAnalysis | undefined): readonly Span[] {
	const [quotation] = next?.quotations ?? [];
	return next && quotation && isAllQuotation(next, quotation) ? [inDocument(next, quotation)] : [];
}
