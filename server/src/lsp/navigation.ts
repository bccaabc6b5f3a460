/** Navigation over sources with the editor's own gestures: which request is answered by which feature. */
import {
	type CallHierarchyIncomingCall,
	type CallHierarchyItem,
	type CallHierarchyOutgoingCall,
	type CancellationToken,
	type Connection,
	type DocumentHighlight,
	type DocumentSymbol,
	type FoldingRange,
	type Location,
	type LocationLink,
	LSPErrorCodes,
	type Range,
	ResponseError,
	type SelectionRange,
	type ServerCapabilities,
	type SymbolInformation,
	type WorkspaceEdit,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import { itemsAt, type Link, sourceOfItem, toItem, whomItRelays, whoRelays } from './callHierarchy';
import type { ClientFeatures } from './clientFeatures';
import { toOffset, toRange } from './convert';
import { introductionsAt, toLinks, toLocations } from './definition';
import { outlineOf, toDocumentSymbols, toSymbolList } from './documentSymbols';
import type { Timer } from './environment';
import { foldsIn, toFoldingRanges } from './folding';
import { field, positionOf, positionsOf, rangeOf, textOf, uriOf } from './params';
import type { OpenReading } from './reader';
import { highlightsAt, referencesAt } from './references';
import { checkedName, type Renameable, renameableAt, renameEdits, toRenameEdit } from './rename';
import type { Handler, Requests } from './requests';
import { spansAround, toSelectionRange } from './selectionRanges';
import { slicedFor } from './sliced';
import { type ClosedDrafts, namedSourcesOf, toWorkspaceSymbols } from './workspaceSymbols';

export function navigationCapabilities({ prepareRename }: ClientFeatures): ServerCapabilities {
	return {
		documentSymbolProvider: { label: 'Source Critic' },
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		workspaceSymbolProvider: true,
		renameProvider: prepareRename ? { prepareProvider: true } : true,
		callHierarchyProvider: true,
		selectionRangeProvider: true,
		foldingRangeProvider: true,
	};
}

export interface NavigationInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly features: ClientFeatures;
	readonly timer: Timer;
	/** The reading of an open document as it is now; null where it is not read. */
	readingOf(uri: string, token: CancellationToken): Promise<OpenReading | null>;
	/** Addresses of the open documents. */
	openUris(): readonly string[];
	readonly closedDrafts: ClosedDrafts;
}

export function listenToNavigation(input: NavigationInput): void {
	const { connection, features, timer, readingOf } = input;
	const { guarded } = input.requests;

	/** Answers from the reading of the document that a request is about; null where it is not read. */
	function reading<R>(answer: (reading: OpenReading, request: unknown) => R): Handler<R | null> {
		return guarded(async (request, token) => {
			const found = await readingOf(uriOf(request), token);
			return found && answer(found, request);
		});
	}

	/** The same, from what stands at a position. */
	function atPosition<R>(answer: (reading: OpenReading, offset: number, request: unknown) => R): Handler<R | null> {
		return reading((found, request) => answer(found, toOffset(found.document, positionOf(request)), request));
	}

	connection.onDocumentSymbol(
		guarded(async (request, token): Promise<DocumentSymbol[] | SymbolInformation[] | null> => {
			const found = await readingOf(uriOf(request), token);
			if (found === null) return null;
			const entries = await slicedFor(found, outlineOf(found.analysis), timer, token);
			return features.symbolTree ? toDocumentSymbols(found.document, entries) : toSymbolList(found.document, entries);
		}),
	);

	connection.onDefinition(
		atPosition(({ document, analysis }, offset): Location[] | LocationLink[] | null => {
			const found = introductionsAt(analysis, offset);
			if (found.length === 0) return null;
			const targets = found.map(({ target }) => target);
			return features.definitionLinks ? toLinks(document, found) : toLocations(document, targets);
		}),
	);

	connection.onReferences(
		atPosition(({ document, analysis }, offset, request): Location[] | null => {
			const withIntroduction = field(field(request, 'context'), 'includeDeclaration') !== false;
			const found = referencesAt(analysis, offset, withIntroduction);
			return found.length === 0 ? null : toLocations(document, found);
		}),
	);

	connection.onDocumentHighlight(
		atPosition(({ document, analysis }, offset): DocumentHighlight[] | null => {
			const found = highlightsAt(document, analysis, offset);
			return found.length === 0 ? null : found;
		}),
	);

	connection.onWorkspaceSymbol(
		guarded(async (request, token): Promise<WorkspaceSymbol[]> => {
			const query = textOf(request, 'query');
			const open = await Promise.all(input.openUris().map(uri => readingOf(uri, token)));
			const known = open.flatMap(found => (found ? namedSourcesOf(found.document, found.analysis) : []));
			return toWorkspaceSymbols([...known, ...input.closedDrafts.all()], query);
		}),
	);

	const renameable = ({ analysis }: OpenReading, offset: number): Renameable | null => {
		const found = renameableAt(analysis, offset);
		if (found && 'refusal' in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.refusal);
		return found;
	};

	connection.onPrepareRename(
		atPosition((found, offset): { range: Range; placeholder: string } | null => {
			const name = renameable(found, offset);
			return name && { range: toRange(found.document, name.span), placeholder: name.words };
		}),
	);

	connection.onRenameRequest(
		guarded(async (request, token): Promise<WorkspaceEdit | null> => {
			const position = positionOf(request);
			const newName = checkedName(textOf(request, 'newName'));
			const found = await readingOf(uriOf(request), token);
			const name = found && renameable(found, toOffset(found.document, position));
			if (!name) return null;
			const edits = await slicedFor(found, renameEdits(found.analysis, name, newName), timer, token);
			return toRenameEdit(found.document, edits, features);
		}),
	);

	connection.onSelectionRanges(
		reading(({ document, analysis }, request): SelectionRange[] =>
			positionsOf(request).map(position => {
				const offset = toOffset(document, position);
				return toSelectionRange(document, spansAround(analysis, offset), offset);
			}),
		),
	);

	connection.onFoldingRanges(
		reading(({ document, format, analysis }): FoldingRange[] =>
			toFoldingRanges(document, foldsIn(analysis, format), features.foldingLimit),
		),
	);

	listenToCallHierarchy(input);
}

function listenToCallHierarchy({ connection, requests: { guarded }, readingOf }: NavigationInput): void {
	const { callHierarchy } = connection.languages;

	callHierarchy.onPrepare(
		guarded(async (request, token): Promise<CallHierarchyItem[] | null> => {
			const position = positionOf(request);
			const found = await readingOf(uriOf(request), token);
			const items = found ? itemsAt(found.document, found.analysis, toOffset(found.document, position)) : [];
			return items.length === 0 ? null : items;
		}),
	);

	/** Answers from the source of an item that was given out before. */
	function calls<C>(answer: (reading: OpenReading, source: Link['source']) => C[]): Handler<C[] | null> {
		return guarded(async (request, token) => {
			const item = field(request, 'item');
			const name = textOf(item, 'name');
			const { start, end } = rangeOf({ range: field(item, 'selectionRange') });
			const found = await readingOf(uriOf(item), token);
			const source = found && sourceOfItem(found.document, found.analysis, name, { start, end });
			return source ? answer(found, source) : null;
		});
	}

	function eachLink<C>(
		{ document, analysis }: OpenReading,
		links: readonly Link[],
		call: (item: CallHierarchyItem, fromRanges: Range[]) => C,
	): C[] {
		return links.flatMap(({ source, at }) => {
			const item = toItem(document, analysis, source);
			return item
				? call(
						item,
						at.map(span => toRange(document, span)),
					)
				: [];
		});
	}

	callHierarchy.onIncomingCalls(
		calls((found, source): CallHierarchyIncomingCall[] =>
			eachLink(found, whoRelays(found.analysis, source), (from, fromRanges) => ({ from, fromRanges })),
		),
	);

	callHierarchy.onOutgoingCalls(
		calls((found, source): CallHierarchyOutgoingCall[] =>
			eachLink(found, whomItRelays(found.analysis, source), (to, fromRanges) => ({ to, fromRanges })),
		),
	);
}
