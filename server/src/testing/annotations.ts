/** Annotated prose: the tests of every stage are drafts with carets drawn under what is to be found. */
import assert from 'node:assert/strict';
import type { Span } from '../text/span';

/** A label under a span, one line of a fixture: `    ^^^^ label`. */
export interface Annotation {
	readonly span: Span;
	readonly label: string;
}

const marker = /^ *\^+(?: \S.*)?$/;

/** The prose of a fixture: the lines that are not annotations. */
export function prose(fixture: string): string {
	return fixture
		.split('\n')
		.filter(line => !marker.test(line))
		.join('\n');
}

/** The prose with each annotation drawn beneath every line it touches. */
export function annotate(text: string, annotations: Iterable<Annotation>): string {
	const sorted = [...annotations].sort(
		(a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.label, b.label),
	);
	const lines: string[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		const end = start + line.length;
		lines.push(line);
		for (const { span, label } of sorted) {
			if (span.start > end || span.end < start || (span.end === start && span.start < start)) continue;
			const from = Math.max(span.start, start);
			const width = Math.max(1, Math.min(span.end, end) - from);
			if (from >= end && span.start < start) continue;
			lines.push(`${' '.repeat(from - start)}${'^'.repeat(width)} ${label}`.trimEnd());
		}
		start = end + 1;
	}
	return lines.join('\n');
}

/** Asserts that what was found in the fixture's prose is what its carets say; a failure prints the corrected fixture. */
export function assertAnnotated(fixture: string, find: (text: string) => Iterable<Annotation>): void {
	const text = prose(fixture);
	const found = annotate(text, find(text));
	assert.equal(found, fixture, `the fixture as found:\n${found}`);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
