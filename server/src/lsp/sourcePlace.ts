/** Which source is spoken of at a place. */
import type { Analysis } from '../analysis';
import type { Source } from '../attribution/model';
import { contains, overlaps, type Span } from '../text/span';
import { bearersOf, namesIn, spokenOf } from './names';
import { documentSpan, placeAt, touches } from './place';

/** A source that is spoken of at a place. */
export interface SourcePlace {
	readonly source: Source;
	/** The words that speak of it, in document offsets. */
	readonly span: Span;
	/** Whoever else the words may stand for. */
	readonly others: readonly Source[];
}

/** The source that is spoken of at a document offset, the innermost of several; null where none is. */
export function sourceAt(analysis: Analysis, offset: number): SourcePlace | null {
	const { sources, attributions } = analysis;
	let best: SourcePlace | null = null;
	const consider = (source: Source | undefined, spans: readonly Span[], others: readonly Source[]): void => {
		for (const span of spans) {
			if (!source || !touches(span, offset)) continue;
			// The innermost: "an aide to Smith" is about the aide, "Smith" in it about Smith.
			if (best === null || lengthOf(span) < lengthOf(best.span)) best = { source, span, others };
		}
	};
	// Before the mentions, which do not tell of doubts and leave out "who".
	for (const { source, sourceId, candidates } of attributions) {
		if (!source?.some(span => touches(span, offset))) continue;
		const fitting = candidates.flatMap(id => sources.find(each => each.id === id) ?? []);
		consider(
			sources.find(({ id }) => id === sourceId),
			source,
			fitting.filter(({ id }) => id !== sourceId),
		);
	}
	for (const source of sources) consider(source, source.mentions, []);
	return narrower(analysis, best, nameAt(analysis, offset));
}

/** The name, where it is another's within the mention; the mention where it is the source's own. */
function narrower(analysis: Analysis, mention: SourcePlace | null, name: SourcePlace | null): SourcePlace | null {
	if (!mention || !name) return mention ?? name;
	const isNamed = mention.source.identification === 'named';
	const own = isNamed ? spokenOf(analysis, mention.source, mention.span).name : null;
	const isOwn = own !== null && overlaps(documentSpan(analysis, own.block, own), name.span);
	return isOwn || !contains(mention.span, name.span) ? mention : name;
}

/** The same, or else the source whose words the cue at the offset attributes: "said" leads to whoever said it. */
export function sourceOrSpeakerAt(analysis: Analysis, offset: number): SourcePlace | null {
	const place = sourceAt(analysis, offset);
	if (place) return place;
	for (const { cue, sourceId } of analysis.attributions) {
		const span = cue.find(each => touches(each, offset));
		const source = span && analysis.sources.find(({ id }) => id === sourceId);
		if (source) return { source, span, others: [] };
	}
	return null;
}

/** Someone's name inside what is said of another, "Smith" in "an aide to Smith", or in passing. */
function nameAt(analysis: Analysis, offset: number): SourcePlace | null {
	const place = placeAt(analysis, offset);
	const names = place ? namesIn(place.analysis, place.block) : [];
	const bearers = names.length > 0 ? bearersOf(analysis) : null;
	let best: SourcePlace | null = null;
	for (const name of names) {
		const span = documentSpan(analysis, name.block, name);
		const [source, ...others] = bearers?.get(name.bare) ?? [];
		if (!source || !touches(span, offset)) continue;
		if (best === null || lengthOf(span) > lengthOf(best.span)) best = { source, span, others };
	}
	return best;
}

function lengthOf({ start, end }: Span): number {
	return end - start;
}
