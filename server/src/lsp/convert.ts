/** The only place that knows lines and columns: offsets on one side, LSP positions (UTF-16) on the other. */
import { DiagnosticSeverity, type Position, type Range, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceKind } from '../attribution/model';
import type { Severity } from '../rules/rule';
import type { Span } from '../text/span';

export function toRange(document: TextDocument, { start, end }: Span): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Positions beyond a line or the text are taken back to its end. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
	const from = document.offsetAt(start);
	return { start: from, end: Math.max(from, document.offsetAt(end)) };
}

export function toOffset(document: TextDocument, position: Position): number {
	return document.offsetAt(position);
}

export function toPosition(document: TextDocument, offset: number): Position {
	return document.positionAt(offset);
}

/** Where the line that an offset stands in begins. */
export function lineStart(document: TextDocument, offset: number): number {
	return document.offsetAt({ line: document.positionAt(offset).line, character: 0 });
}

export const topOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};

export function toDiagnosticSeverity(severity: Severity): DiagnosticSeverity {
	return severities[severity];
}

/** The first and the last line that a span stands on. */
export function toLines(
	document: TextDocument,
	{ start, end }: Span,
): { readonly first: number; readonly last: number } {
	return { first: document.positionAt(start).line, last: document.positionAt(end).line };
}

/** What stands in an outline. */
export type OutlineKind = SourceKind | 'section' | 'quotation' | 'paraphrase';

/**
 * By what the editor's pictures and words for them suggest: an outlet is an interface to others, speech a string in marks.
 * Namespaces, modules and packages have the picture of an object there, so that none of them stands beside one.
 */
const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
	section: SymbolKind.Struct,
	person: SymbolKind.Object,
	people: SymbolKind.Array,
	organization: SymbolKind.Class,
	outlet: SymbolKind.Interface,
	document: SymbolKind.File,
	unknown: SymbolKind.Variable,
	quotation: SymbolKind.String,
	paraphrase: SymbolKind.Event,
};

export function toSymbolKind(kind: OutlineKind): SymbolKind {
	return symbolKinds[kind];
}
