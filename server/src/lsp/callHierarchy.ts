/** Call hierarchy over chains of hearsay: who relays or quotes a source, and whom it relays or quotes. */
import type { CallHierarchyItem, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Attribution, Source } from '../attribution/model';
import type { Span } from '../text/span';
import { toRange, toSpan, toSymbolKind } from './convert';
import { oneLine } from './markdown';
import { detailOf, introductionOf } from './sourceFacts';
import { sourceAt, sourceOrSpeakerAt } from './sourcePlace';

/** Someone at the other end of a chain, and the words that tell of it, in document offsets. */
export interface Link {
	readonly source: Source;
	readonly at: readonly Span[];
}

/** Those through whom the words of a source come: an outlet it told, or someone whose statement quotes it. */
export function whoRelays(analysis: Analysis, { id }: Source): readonly Link[] {
	return gathered(
		analysis,
		stepsOf(analysis).flatMap(({ from, by, at }) => (from === id ? [{ id: by, at }] : [])),
	);
}

/** Those whose words come through a source. */
export function whomItRelays(analysis: Analysis, { id }: Source): readonly Link[] {
	return gathered(
		analysis,
		stepsOf(analysis).flatMap(({ from, by, at }) => (by === id ? [{ id: from, at }] : [])),
	);
}

/** One step of a chain: the words of `from` are told by `by`. */
interface Step {
	readonly from: string;
	readonly by: string;
	readonly at: Span;
}

/** Each attribution is a chain: its source, its relays in order, then whoever says what it stands in. */
function stepsOf({ attributions }: Analysis): readonly Step[] {
	return attributions.flatMap(attribution => {
		const { source, sourceId, via, cue } = attribution;
		const chain = [sourceId, ...via, enclosing(attributions, attribution)].filter(id => id !== null);
		const at = cue[0] ?? source?.[0] ?? attribution.content[0];
		if (!at) return [];
		return chain.slice(1).flatMap((by, index) => {
			const from = chain[index] as string;
			// ", saying" goes on with one's own words.
			return from === by ? [] : [{ from, by, at }];
		});
	});
}

function enclosing(attributions: readonly Attribution[], { parent }: Attribution): string | null {
	const seen = new Set<number>();
	for (let at = parent; at !== null && !seen.has(at); at = attributions[at]?.parent ?? null) {
		seen.add(at);
		const outer = attributions[at]?.sourceId;
		if (outer) return outer;
	}
	return null;
}

function gathered(
	{ sources }: Analysis,
	found: readonly { readonly id: string; readonly at: Span }[],
): readonly Link[] {
	const places = new Map<string, Span[]>();
	for (const { id, at } of found) {
		const known = places.get(id);
		if (known) known.push(at);
		else places.set(id, [at]);
	}
	return sources.flatMap(source => {
		const at = places.get(source.id);
		return at ? [{ source, at }] : [];
	});
}

/** The source at a document offset, as an item; none where none is spoken of. */
export function itemsAt(document: TextDocument, analysis: Analysis, offset: number): CallHierarchyItem[] {
	const source = sourceOrSpeakerAt(analysis, offset)?.source;
	const item = source && toItem(document, analysis, source);
	return item ? [item] : [];
}

export function toItem(document: TextDocument, analysis: Analysis, source: Source): CallHierarchyItem | null {
	const span = introductionOf(analysis, source);
	const name = oneLine(source.name).trim();
	if (!span || name === '') return null;
	const range = toRange(document, span);
	const detail = detailOf(source, source.statements.length);
	return { name, detail, kind: toSymbolKind(source.kind), uri: document.uri, range, selectionRange: range };
}

/** The source of an item that was given out before: by its place, or by its name where the draft has changed since. */
export function sourceOfItem(
	document: TextDocument,
	analysis: Analysis,
	name: string,
	selectionRange: Range,
): Source | null {
	const { start } = toSpan(document, selectionRange);
	const here = sourceAt(analysis, start)?.source;
	if (here && oneLine(here.name).trim() === name) return here;
	return analysis.sources.find(source => oneLine(source.name).trim() === name) ?? null;
}
