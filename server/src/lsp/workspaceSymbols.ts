/**
 * Symbols of the workspace: the named sources of drafts that were read. Sources without a name are left out: nothing may
 * lead from one draft to another by them.
 */
import type { Location, WorkspaceSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { SourceKind } from '../attribution/model';
import { toRange, toSymbolKind } from './convert';
import { oneLine } from './markdown';
import { introductionOf } from './sourceFacts';

/** More than anyone reads through. */
const mostSymbols = 200;
/** Drafts that are not open and of which the names are kept. */
const mostDrafts = 1000;

export interface NamedSource {
	readonly name: string;
	/** What else finds it: "the Journal". */
	readonly shortName: string;
	readonly kind: SourceKind;
	readonly location: Location;
}

export function namedSourcesOf(document: TextDocument, analysis: Analysis): readonly NamedSource[] {
	return analysis.sources.flatMap((source): NamedSource[] => {
		const { kind, identification, shortName } = source;
		const span = identification === 'named' ? introductionOf(analysis, source) : null;
		const name = oneLine(source.name).trim();
		if (!span || name === '') return [];
		return [{ name, shortName, kind, location: { uri: document.uri, range: toRange(document, span) } }];
	});
}

/** What is known of drafts that are not open now. */
export interface ClosedDrafts {
	/** What a draft was found to have when it was read as it is stored. */
	keep(uri: string, sources: readonly NamedSource[]): void;
	forget(uri: string): void;
	all(): readonly NamedSource[];
}

export function createClosedDrafts(): ClosedDrafts {
	const known = new Map<string, readonly NamedSource[]>();
	return {
		keep(uri, sources) {
			known.delete(uri);
			if (sources.length === 0) return;
			known.set(uri, sources);
			const [oldest] = known.keys();
			if (known.size > mostDrafts && oldest !== undefined) known.delete(oldest);
		},
		forget: uri => void known.delete(uri),
		all: () => [...known.values()].flat(),
	};
}

/** Those that a query may mean: its letters stand in the name, in order. The editor ranks them. */
export function toWorkspaceSymbols(sources: readonly NamedSource[], query: string): WorkspaceSymbol[] {
	const wanted = query.toLowerCase().replace(/\s+/g, '');
	const found = sources.filter(({ name, shortName }) => hasInOrder(name, wanted) || hasInOrder(shortName, wanted));
	return found
		.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
		.slice(0, mostSymbols)
		.map(({ name, kind, location }) => ({ name, kind: toSymbolKind(kind), location }));
}

function hasInOrder(name: string, letters: string): boolean {
	const lower = name.toLowerCase();
	let at = 0;
	for (const letter of letters) {
		const found = lower.indexOf(letter, at);
		if (found < 0) return false;
		at = found + letter.length;
	}
	return true;
}
