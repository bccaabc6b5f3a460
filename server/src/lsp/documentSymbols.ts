/** The outline: sections, below them who speaks there, below them what they say, and the sections below. */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Source } from '../attribution/model';
import { speaks } from '../attribution/speakers';
import { inSlices } from '../text/slices';
import { contains, cover, type Span } from '../text/span';
import { type OutlineKind, toRange, toSymbolKind } from './convert';
import { oneLine } from './markdown';
import { countBefore, extentOf, wordsIn } from './place';
import { type Section, sectionsOf } from './sections';
import { detailOf, introductionOf, quotedStatements, shortened } from './sourceFacts';

/** An entry of the outline, in document offsets. */
export interface OutlineEntry {
	readonly name: string;
	readonly detail: string;
	readonly kind: OutlineKind;
	readonly span: Span;
	/** What is selected when it is chosen; within `span`. */
	readonly selected: Span;
	readonly children: readonly OutlineEntry[];
}

/**
 * Pauses now and then. A source stands in every section it speaks in. Its span is where it is first spoken of there, not
 * all up to its last words: the spans of sources that take turns would cross, and an editor could not tell whose words the
 * caret is in.
 */
export function* outlineOf(analysis: Analysis): Generator<undefined, readonly OutlineEntry[], void> {
	const sections = sectionsOf(analysis);
	yield;
	const speakers = yield* speakersBySection(analysis, sections);
	const quoted = quotedStatements(analysis);
	yield;
	const roots: OutlineEntry[] = [];
	/** The sections that the next may stand below, each deeper than the one before. */
	const open: { readonly level: number; readonly children: OutlineEntry[] }[] = [{ level: 0, children: roots }];
	for (const [index, { level, heading, whole }] of sections.entries()) {
		while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
		const above = open.at(-1)?.children ?? roots;
		const name = heading && shortened(wordsIn(analysis, heading));
		const children = name ? [] : above;
		if (name) {
			above.push({ name, detail: '', kind: 'section', span: whole, selected: heading, children });
			open.push({ level, children });
		}
		yield* inSlices([...(speakers[index] ?? [])], ([source, statements]) => {
			children.push(...sourceEntry(analysis, source, statements, quoted));
			return unitsOfStatement * statements.length;
		});
	}
	return roots;
}

/** What an entry costs, in units of text that is read. */
const unitsOfStatement = 20;

/** Of each section those who speak in it, in order, with their statements there; whoever only relays stands where it first does. */
function* speakersBySection(
	analysis: Analysis,
	sections: readonly Section[],
): Generator<undefined, readonly ReadonlyMap<Source, readonly number[]>[], void> {
	const found = sections.map(() => new Map<Source, number[]>());
	const byId = new Map(analysis.sources.map(source => [source.id, source]));
	const spans = sections.map(({ span }) => span);
	const inSection = (offset: number) => found[countBefore(spans, offset + 1) - 1];
	yield* inSlices(analysis.attributions, (attribution, index) => {
		const source = byId.get(attribution.sourceId ?? '');
		const at = attribution.cue[0] ?? attribution.source?.[0] ?? extentOf(attribution);
		const here = at && inSection(at.start);
		if (!source || !here) return 0;
		const statements = here.get(source);
		if (statements) statements.push(index);
		else here.set(source, [index]);
		return 0;
	});
	for (const source of analysis.sources) {
		const at = speaks(source) ? null : introductionOf(analysis, source);
		if (at) inSection(at.start)?.set(source, []);
	}
	return found;
}

function sourceEntry(
	analysis: Analysis,
	source: Source,
	statements: readonly number[],
	quoted: ReadonlySet<number>,
): readonly OutlineEntry[] {
	const children = statements.flatMap(index => statementEntry(analysis, index, quoted.has(index)));
	const first = children[0]?.span;
	const mention = source.mentions[first ? countBefore(source.mentions, first.start) : 0];
	const selected = mention && (!first || contains(first, mention)) ? mention : first;
	const name = oneLine(source.name).trim();
	if (!selected || name === '') return [];
	const span = first ? cover(first, selected) : selected;
	return [{ name, detail: detailOf(source, statements.length), kind: source.kind, span, selected, children }];
}

function statementEntry(analysis: Analysis, index: number, quoted: boolean): readonly OutlineEntry[] {
	const attribution = analysis.attributions[index];
	const span = attribution && extentOf(attribution);
	if (!span) return [];
	const [cue] = attribution.cue;
	const selected = attribution.content[0] ?? cue ?? span;
	const words = attribution.content.map(content => wordsIn(analysis, content)).join(' … ');
	const name = shortened(words === '' ? wordsIn(analysis, selected) : words);
	const detail = cue ? shortened(wordsIn(analysis, cue)) : '';
	return name === '' ? [] : [{ name, detail, kind: quoted ? 'quotation' : 'paraphrase', span, selected, children: [] }];
}

export function toDocumentSymbols(document: TextDocument, entries: readonly OutlineEntry[]): DocumentSymbol[] {
	return entries.map(({ name, detail, kind, span, selected, children }) => ({
		name,
		detail,
		kind: toSymbolKind(kind),
		range: toRange(document, span),
		selectionRange: toRange(document, selected),
		children: toDocumentSymbols(document, children),
	}));
}

/** For a client that shows a list: each says what it stands below. */
export function toSymbolList(
	document: TextDocument,
	entries: readonly OutlineEntry[],
	containerName?: string,
): SymbolInformation[] {
	return entries.flatMap(({ name, kind, selected, children }) => [
		{
			name,
			kind: toSymbolKind(kind),
			location: { uri: document.uri, range: toRange(document, selected) },
			...(containerName !== undefined && { containerName }),
		},
		...toSymbolList(document, children, name),
	]);
}
