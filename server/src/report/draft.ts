/** A draft as the report's parts read it: its analysis, with sources by id and places of spans. */
import type { Analysis } from '../analysis';
import type { SourceSummary } from '../attribution/context';
import { inDocument } from '../attribution/document';
import type { Attribution, BlockAnalysis, Source } from '../attribution/model';
import { paragraphNumbers } from '../rules/paragraphs';
import { positions } from '../text/positions';
import type { Span } from '../text/span';
import type { Place } from './model';

export interface ReadDraft {
	readonly analysis: Analysis;
	readonly sources: ReadonlyMap<string, Source>;
	/** What the document's pass tells of those who speak, by id. */
	readonly summaries: ReadonlyMap<string, SourceSummary>;
	/** For each block, how many attributions stand before it. */
	readonly offsets: readonly number[];
	/** For each attribution, the index of its block. */
	readonly blockOf: readonly number[];
	/** The place of a span in a block's coordinates. */
	placeOf(block: number, span: Span): Place;
	/** The line of a document offset, counting from 1. */
	lineOf(offset: number): number;
	/** Everyone through whom an attribution's words came: its source first, the writer's informant last; consecutive repeats once. */
	pathOf(attribution: Attribution): readonly string[];
	/** A source's fullest name, as it stands within a sentence. */
	nameOf(id: string): string;
	/** How the draft mostly calls it. */
	shortNameOf(id: string): string;
}

export function readDraft(analysis: Analysis): ReadDraft {
	const at = positions(analysis.text);
	const numbers = paragraphNumbers(analysis.analyses);
	const sources = new Map(analysis.sources.map(source => [source.id, source]));
	const offsets: number[] = [];
	const blockOf: number[] = [];
	for (const [b, { attributions }] of analysis.analyses.entries()) {
		offsets.push(blockOf.length);
		for (let a = 0; a < attributions.length; a++) blockOf.push(b);
	}
	return {
		analysis,
		sources,
		summaries: summariesOf(analysis),
		offsets,
		blockOf,
		placeOf(block, span) {
			const own = analysis.analyses[block] as BlockAnalysis;
			const where = inDocument(own, span);
			return { part: own.block.kind, paragraph: numbers[block] ?? 0, line: at(where.start).line + 1, span: where };
		},
		lineOf: offset => at(offset).line + 1,
		pathOf: attribution => pathOf(analysis, attribution),
		nameOf: id => inSentence(sources.get(id), 'name'),
		shortNameOf: id => inSentence(sources.get(id), 'shortName'),
	};
}

function summariesOf({ contexts }: Analysis): ReadonlyMap<string, SourceSummary> {
	const summaries = new Map<string, SourceSummary>();
	for (const { attributions, speakers } of contexts) {
		for (const { source } of attributions) if (source) summaries.set(source.id, source);
		for (const speaker of speakers) if (speaker) summaries.set(speaker.id, speaker);
	}
	return summaries;
}

/**
 * "A senior source" and "The campaign" opened a sentence; within one they have no capital. Names keep theirs, "The
 * Gazette" too.
 */
export function inSentence(source: Source | undefined, form: 'name' | 'shortName'): string {
	const name = source?.[form] ?? '';
	const isOrdinary = determiner.test(name) || (source?.identification !== 'named' && article.test(name));
	return isOrdinary ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const determiner =
	/^(?:A|An|Another|Some|Many|Most|Several|Both|One|Two|Three|Four|Five|Other|Few|Each|All|Senior|Sources|Officials)\b/;
const article = /^(?:The|These|Those|His|Her|Their)\b/;

/** "The Journal said Quist suggested": attributions nest a few deep at most. */
const deepest = 8;

function pathOf({ attributions }: Analysis, attribution: Attribution): readonly string[] {
	const path: string[] = [];
	let next: Attribution | undefined = attribution;
	for (let depth = 0; next && depth < deepest; depth++) {
		for (const id of [...(next.sourceId === null ? [] : [next.sourceId]), ...next.via]) {
			if (!path.includes(id)) path.push(id);
		}
		next = next.parent === null ? undefined : attributions[next.parent];
	}
	return path;
}
