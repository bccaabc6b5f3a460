/** Find references, and what lights up with the caret on a source: where it is spoken of, and what it says. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Attribution, Source } from '../attribution/model';
import { contains, type Span } from '../text/span';
import { toRange } from './convert';
import { namedInPassing } from './names';
import { introductionOf } from './sourceFacts';
import { sourceOrSpeakerAt } from './sourcePlace';

/** All mentions, under whatever name, and all statements of the source at a document offset, in order. */
export function referencesAt(analysis: Analysis, offset: number, withIntroduction: boolean): readonly Span[] {
	const source = sourceOrSpeakerAt(analysis, offset)?.source;
	if (!source) return [];
	const introduction = introductionOf(analysis, source);
	const spans = [
		...mentionsOf(analysis, source),
		...statementsOf(analysis, source).flatMap(({ content, cue }) => content[0] ?? cue[0] ?? []),
	];
	return inOrder(spans).filter(span => withIntroduction || !introduction || !isSame(span, introduction));
}

/**
 * Mentions are text: the same one, in other words. Cues are reads: there the draft draws on the source. Nothing is a
 * write: a draft changes no source.
 */
export function highlightsAt(document: TextDocument, analysis: Analysis, offset: number): DocumentHighlight[] {
	const source = sourceOrSpeakerAt(analysis, offset)?.source;
	if (!source) return [];
	const cues = inOrder(statementsOf(analysis, source).flatMap(({ cue }) => cue));
	const highlight = (kind: DocumentHighlightKind) => (span: Span) => ({ range: toRange(document, span), kind });
	return [
		...mentionsOf(analysis, source).map(highlight(DocumentHighlightKind.Text)),
		...cues.map(highlight(DocumentHighlightKind.Read)),
	];
}

/** With words that only an attribution has for it, "who", and with its name inside another's mention. */
function mentionsOf(analysis: Analysis, source: Source): readonly Span[] {
	const spoken = statementsOf(analysis, source).flatMap(attribution => attribution.source ?? []);
	const all = inOrder([...source.mentions, ...spoken, ...namedInPassing(analysis, source)]);
	// "the Courier" may be known by its bare name, too.
	return all.filter((span, index) => {
		const before = all[index - 1];
		return !before || !contains(before, span);
	});
}

function statementsOf({ attributions }: Analysis, { statements }: Source): readonly Attribution[] {
	return statements.flatMap(index => attributions[index] ?? []);
}

/** In order of place, each once. */
function inOrder(spans: readonly Span[]): readonly Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
	return sorted.filter((span, index) => index === 0 || !isSame(span, sorted[index - 1] as Span));
}

function isSame(a: Span, b: Span): boolean {
	return a.start === b.start && a.end === b.end;
}
