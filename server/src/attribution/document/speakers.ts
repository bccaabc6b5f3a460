/** Whose words each quotation is, within a block and across blocks. */
import { inSlices } from '../../text/slices';
import { contains, overlaps, type Span } from '../../text/span';
import type { ResolvedAttribution, SourceSummary } from '../context';
import type { BlockAnalysis, Quotation, QuotedSpan } from '../model';
import { inDocument } from '../offsets';
import type { Reading, Share, Speakers } from './model';

/** What goes over from one block to the next: the mark of a quotation that is open, whose it is, and who spoke last. */
interface Carried {
	readonly mark: string;
	readonly speaker: SourceSummary | null;
	readonly last: SourceSummary | null;
}

const nothingCarried: Carried = { mark: '', speaker: null, last: null };

/** Whose words the quotations of a block are, and what goes over from it. */
export interface SpokenBlock {
	readonly speakers: readonly (SourceSummary | null)[];
	readonly carried: Carried;
}

/** What whose words a block's quotations are follows from, beside what went over from the block before. */
interface Around {
	readonly analyses: readonly BlockAnalysis[];
	readonly readings: readonly Reading[];
}

/** For each quotation of each block, whose words they are (DESIGN, "in reach"); `last`: the same, and what it was read from. */
export function* spokenIn(
	around: Around,
	last: (Around & { readonly spoken: readonly SpokenBlock[] }) | null,
): Generator<undefined, readonly SpokenBlock[], void> {
	const spoken: SpokenBlock[] = [];
	yield* inSlices(around.analyses, (_, b) => {
		const before = spoken[b - 1]?.carried ?? nothingCarried;
		const isAsBefore =
			last !== null &&
			isSameAt(around, last, b) &&
			isSameCarried(before, last.spoken[b - 1]?.carried ?? nothingCarried);
		spoken.push(isAsBefore ? (last.spoken[b] as SpokenBlock) : spokenAt(around, b, before));
		return 0;
	});
	return spoken;
}

function isSameAt(one: Around, other: Around, b: number): boolean {
	return (
		one.readings[b] === other.readings[b] &&
		one.readings[b + 1] === other.readings[b + 1] &&
		one.analyses[b]?.tokens === other.analyses[b]?.tokens &&
		one.analyses[b + 1]?.tokens === other.analyses[b + 1]?.tokens
	);
}

function isSameCarried(a: Carried, b: Carried): boolean {
	return a === b || (a.mark === b.mark && a.speaker === b.speaker && a.last === b.last);
}

function spokenAt({ analyses, readings }: Around, b: number, before: Carried): SpokenBlock {
	const analysis = analyses[b] as BlockAnalysis;
	const { speakers, spoke } = readings[b] as Reading;
	if (analysis.tokens.length === 0) return { speakers, carried: before };
	let here = speakers;
	const [first] = analysis.quotations;
	let opening = here[0] ?? null;
	if (first && before.mark !== '' && first.open === before.mark && first.start === analysis.tokens[0]?.start)
		opening ??= before.speaker;
	if (first && opening === null && isAllQuotation(analysis, first))
		opening = before.last ?? nextSpeaker(analyses, readings, b);
	if (first && opening !== here[0]) here = [opening, ...here.slice(1)];
	const open = analysis.quotations.findIndex(quotation => quotation.close === '' && quotation.parent === null);
	const last =
		spoke ??
		here.findLast(speaker => speaker !== null) ??
		(analysis.block.kind === 'heading' ? null : isContinuing(analysis) ? before.last : null);
	return {
		speakers: here,
		carried: { mark: analysis.openQuotation, speaker: open < 0 ? null : (here[open] ?? null), last },
	};
}

function isContinuing(analysis: BlockAnalysis): boolean {
	return analysis.quotations.length > 0;
}

/** Whether the quotation is the whole of its block, or nearly. */
export function isAllQuotation({ tokens }: BlockAnalysis, quotation: QuotedSpan): boolean {
	const start = tokens[0]?.start ?? 0;
	const end = tokens.at(-1)?.end ?? 0;
	return quotation.start <= start && quotation.end - quotation.start >= 0.85 * (end - start);
}

function nextSpeaker(
	analyses: readonly BlockAnalysis[],
	readings: readonly Reading[],
	b: number,
): SourceSummary | null {
	const next = analyses[b + 1];
	const [attribution] = next?.attributions ?? [];
	const early = attribution?.source && next?.sentences[0] && attribution.source.end <= next.sentences[0].end;
	return early ? (readings[b + 1]?.attributions[0]?.source ?? null) : null;
}

/** "…, critics say. / “It will sink,” said Ida Quist, an engineer.": someone new in a block, and no reply; null where none is. */
export function newSpeaker(analysis: BlockAnalysis | undefined, reading: Reading | undefined): SourceSummary | null {
	const source = analysis?.attributions[0]?.source;
	const opening = analysis?.sentences[0];
	if (!analysis || !source || source.form !== 'name' || analysis.block.kind !== 'paragraph' || !opening) return null;
	if (source.start > (analysis.sentences[1] ?? opening).end || replies.test(analysis.tokens[0]?.lower ?? ''))
		return null;
	const resolved = reading?.attributions[0];
	const isPerson = resolved?.source?.identification === 'named' && resolved.source.kind === 'person';
	return resolved?.first && isPerson ? resolved.source : null;
}

const replies = /^(?:but|however|yet|still|nonetheless|nevertheless|meanwhile|by|in|at|on)$/;

/** Whose words a quotation is, as far as its own block tells. */
export function speakerOf(
	analysis: BlockAnalysis,
	quotation: QuotedSpan,
	resolved: readonly ResolvedAttribution[],
): SourceSummary | null {
	const { attributions, sentences } = analysis;
	const of = (index: number): SourceSummary | null => (index < 0 ? null : (resolved[index]?.source ?? null));
	// The innermost attribution whose content it is.
	let best = -1;
	let size = Number.POSITIVE_INFINITY;
	for (const [i, { content, source, cue }] of attributions.entries()) {
		// Who speaks within the quotation is not whose words it is.
		if (!source || of(i) === null || contains(quotation, cue ?? source)) continue;
		for (const span of content) {
			if (!overlaps(span, quotation) || span.end - span.start >= size) continue;
			best = i;
			size = span.end - span.start;
		}
	}
	if (of(best)) return of(best);
	const within = (s: Span): boolean => overlaps(s, quotation);
	const at = sentences.findIndex(within);
	// Those who speak within quotation marks are not the ones who are quoted.
	const outside = (place: Span): boolean => !analysis.quotations.some(other => contains(other, place));
	const spokenIn = (sentence: Span | undefined): number =>
		sentence === undefined
			? -1
			: attributions.findIndex(
					({ cue }, i) => cue !== null && !cue.hearsay && of(i) !== null && contains(sentence, cue) && outside(cue),
				);
	const same = of(spokenIn(sentences.find(within)));
	if (same) return same;
	const parent = quotation.parent === null ? null : (analysis.quotations[quotation.parent] as QuotedSpan);
	if (parent) return speakerOf(analysis, parent, resolved);
	const before = of(spokenIn(sentences[at - 1]));
	if (before) return before;
	// “We will not leave. This is our land.” in sentences of its own: the attributed words it goes on from.
	if (at > 0) {
		const earlier = analysis.quotations.findLast(other => other.end <= quotation.start && other.parent === null);
		if (earlier && /^\s*$/.test(analysis.block.text.slice(earlier.end, quotation.start)))
			return speakerOf(analysis, earlier, resolved);
	}
	if (quotation.kind !== 'direct') return null;
	return of(spokenIn(sentences[at + 1])) ?? goesOn(analysis, quotation, resolved);
}

/** “We will not leave,” Quist said. The hall was full. “This is our land.”: whoever was quoted, when nobody else has spoken since. */
function goesOn(
	{ attributions, quotations }: BlockAnalysis,
	quotation: QuotedSpan,
	resolved: readonly ResolvedAttribution[],
): SourceSummary | null {
	const earlier = quotations.findLast(
		({ end, kind, parent }) => end <= quotation.start && kind === 'direct' && parent === null,
	);
	if (!earlier) return null;
	const isOuter = ({ parent, cue }: BlockAnalysis['attributions'][number]): boolean =>
		parent === null && cue !== null && !cue.hearsay && cue.start < quotation.start;
	const last = attributions.findLastIndex((each, i) => isOuter(each) && resolved[i]?.source);
	const attribution = attributions[last];
	const isTheirs = attribution?.content.some(span => overlaps(span, earlier)) === true;
	return isTheirs ? (resolved[last]?.source ?? null) : null;
}

interface OpenQuotation extends Quotation {
	readonly spans: Span[];
}

/** The document's quotations; one that runs over several paragraphs is one. */
export function quotationsOf(analyses: readonly BlockAnalysis[], speakers: Speakers): readonly Quotation[] {
	const result: OpenQuotation[] = [];
	let carried: OpenQuotation | undefined;
	let mark = '';
	for (const [b, analysis] of analyses.entries()) {
		if (analysis.tokens.length === 0) continue;
		const before = carried;
		carried = undefined;
		for (const [q, quotation] of analysis.quotations.entries()) {
			const span = inDocument(analysis, quotation);
			const continues =
				q === 0 && before !== undefined && mark === quotation.open && quotation.start === analysis.tokens[0]?.start;
			const whole = continues ? before : { spans: [], kind: quotation.kind, speaker: speakers[b]?.[q]?.id ?? null };
			whole.spans.push(span);
			if (!continues) result.push(whole);
			if (quotation.close === '' && quotation.parent === null) carried = whole;
		}
		mark = analysis.openQuotation;
	}
	return result;
}

/** Those who speak here or in the block before, latest first: choices for a fix. Unnamed sources are none. */
export function nearby(shares: readonly Share[], readings: readonly Reading[], b: number): readonly string[] {
	const names: string[] = [];
	for (const block of [b, b - 1]) {
		for (const index of shares[block]?.speaking ?? []) {
			const source = readings[block]?.attributions[index]?.source;
			if (source?.identification === 'named' && !names.includes(source.shortName)) names.push(source.shortName);
		}
	}
	return names.slice(0, 5);
}
