/** Expand selection: word, quotation or content, attribution, sentence, paragraph, section, draft. */
import type { SelectionRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { contains, type Span } from '../text/span';
import { toRange } from './convert';
import { documentSpan, extentOf, placeAt } from './place';
import { sectionsOf } from './sections';

/** The spans around a document offset, each within the next; the last is the whole draft. */
export function spansAround(analysis: Analysis, offset: number): readonly Span[] {
	const around = [
		...inBlock(analysis, offset),
		...analysis.attributions.flatMap(attribution => [...attribution.content, extentOf(attribution) ?? []].flat()),
		...analysis.blocks.map(({ span }) => span),
		...sectionsOf(analysis).flatMap(({ span, whole }) => [span, whole]),
		{ start: 0, end: analysis.text.length },
	].filter(({ start, end }) => start <= offset && offset <= end);
	around.sort((a, b) => a.end - a.start - (b.end - b.start));
	const nested: Span[] = [];
	for (const span of around) {
		const last = nested.at(-1);
		// Of two that cross, the smaller stands: a step never leaves anything out.
		if (!last || (contains(span, last) && !contains(last, span))) nested.push(span);
	}
	return nested;
}

function inBlock(analysis: Analysis, offset: number): readonly Span[] {
	const place = placeAt(analysis, offset);
	if (!place) return [];
	const { tokens, quotations, sentences } = place.analysis;
	const word =
		tokens.find(({ start, end }) => start <= place.offset && place.offset < end) ??
		tokens.find(({ end }) => end === place.offset);
	const marked = quotations.flatMap(({ start, end, inner }) => [inner, { start, end }]);
	const sentence = sentences[place.sentence];
	return [...(word ? [word] : []), ...marked, ...(sentence ? [sentence] : [])].map(span =>
		documentSpan(analysis, place.block, span),
	);
}

export function toSelectionRange(document: TextDocument, spans: readonly Span[], offset: number): SelectionRange {
	const outward = [...spans].reverse();
	const [first = { start: offset, end: offset }, ...rest] = outward;
	return rest.reduce<SelectionRange>((parent, span) => ({ range: toRange(document, span), parent }), {
		range: toRange(document, first),
	});
}
