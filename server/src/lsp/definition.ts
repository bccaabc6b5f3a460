/** Go to definition: where whoever is spoken of here is introduced. */
import type { Location, LocationLink } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Span } from '../text/span';
import { toRange } from './convert';
import { sentencesTouching } from './place';
import { introductionOf } from './sourceFacts';
import { sourceOrSpeakerAt } from './sourcePlace';

/** In document offsets. */
export interface Introduction {
	/** The words that were asked about. */
	readonly origin: Span;
	/** The first mention. */
	readonly target: Span;
	/** Its sentence, for a peek. */
	readonly around: Span;
}

/** Where "he", "the Journal" or "the source" lead; where the words may stand for several, to each of them. */
export function introductionsAt(analysis: Analysis, offset: number): readonly Introduction[] {
	const place = sourceOrSpeakerAt(analysis, offset);
	if (!place) return [];
	return [place.source, ...place.others].flatMap(source => {
		const target = introductionOf(analysis, source);
		if (!target) return [];
		const around = sentencesTouching(analysis, target).find(
			({ start, end }) => start <= target.start && target.end <= end,
		);
		return [{ origin: place.span, target, around: around ?? target }];
	});
}

export function toLinks(document: TextDocument, introductions: readonly Introduction[]): LocationLink[] {
	return introductions.map(({ origin, target, around }) => ({
		originSelectionRange: toRange(document, origin),
		targetUri: document.uri,
		targetRange: toRange(document, around),
		targetSelectionRange: toRange(document, target),
	}));
}

/** For a client that knows no links. */
export function toLocations(document: TextDocument, spans: readonly Span[]): Location[] {
	return spans.map(span => ({ uri: document.uri, range: toRange(document, span) }));
}
