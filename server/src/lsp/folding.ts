/** What folds away: runs of furniture (credits, gallery lines, comment notices), and the sections of plain text. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Format } from '../analysis';
import { cover, type Span } from '../text/span';
import { toLines } from './convert';
import { sectionsOf } from './sections';

export interface Fold {
	readonly span: Span;
	readonly kind: 'furniture' | 'section';
}

/** In order. Sections of Markdown are left to the editor, which knows the levels of its headings. */
export function foldsIn(analysis: Analysis, format: Format): readonly Fold[] {
	const sections = format === 'markdown' ? [] : sectionsOf(analysis);
	const folds: Fold[] = sections.flatMap(({ span, firstBlock }) =>
		// All of a draft stands below its headline: there is nothing to gain.
		analysis.blocks[firstBlock]?.kind === 'heading' ? [{ span, kind: 'section' as const }] : [],
	);
	let run: Span | null = null;
	for (const { kind, span } of analysis.blocks) {
		if (kind === 'furniture') run = run ? cover(run, span) : span;
		else if (run) {
			folds.push({ span: run, kind: 'furniture' });
			run = null;
		}
	}
	if (run) folds.push({ span: run, kind: 'furniture' });
	return folds.sort((a, b) => a.span.start - b.span.start);
}

/** Those of more than one line. Furniture is a comment on the draft to the editor, so that "fold all comments" folds it. */
export function toFoldingRanges(document: TextDocument, folds: readonly Fold[], limit: number): FoldingRange[] {
	return folds
		.flatMap(({ span, kind }): FoldingRange[] => {
			const { first, last } = toLines(document, span);
			if (first === last) return [];
			return [{ startLine: first, endLine: last, ...(kind === 'furniture' && { kind: FoldingRangeKind.Comment }) }];
		})
		.slice(0, limit);
}
