/** For tests of features that answer a place: a draft with a bar at the caret. */
import type { Analysis, Draft } from '../analysis';
import type { Span } from '../text/span';
import { type Annotation, annotate } from './annotations';
import { read } from './reading';

export interface DraftAtCaret {
	readonly text: string;
	readonly analysis: Analysis;
	readonly offset: number;
}

/** Reads a draft; the first "|" is the caret and no part of it. */
export function atCaret(marked: string, format: Draft['format'] = 'plaintext'): DraftAtCaret {
	const offset = marked.indexOf('|');
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	return { text, analysis: read(text, 'news', format), offset };
}

/** The draft with the spans drawn beneath it. */
export function drawn(text: string, spans: Iterable<Span>, label: string): string {
	return annotate(text, labelled(spans, label));
}

export function labelled(spans: Iterable<Span>, label: string): Annotation[] {
	return [...spans].map(span => ({ span, label }));
}
