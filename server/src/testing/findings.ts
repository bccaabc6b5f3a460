/** What one rule finds in a whole draft, for tests of rules that need the document. */
import assert from 'node:assert/strict';
import { analyse, createAnalyzer, type Draft } from '../analysis';
import { resources } from '../resources';
import type { Edit, Finding } from '../rules/rule';
import { assertAnnotated } from './annotations';

const analyzer = createAnalyzer(resources);

/** The findings of a rule, on even where it ships off. */
export function findingsOf(rule: string, text: string, draft: Partial<Draft> = {}): readonly Finding[] {
	const whole: Draft = { text, format: 'plaintext', genre: 'news', rules: { [rule]: 'warning' }, ...draft };
	return analyse(analyzer, whole).findings.filter(finding => finding.rule === rule);
}

/** Asserts that the rule finds what the fixture's carets say. */
export function assertFinds(rule: string, fixture: string, draft: Partial<Draft> = {}): void {
	assertAnnotated(fixture, text => findingsOf(rule, text, draft).map(({ span }) => ({ span, label: rule })));
}

/** Asserts that the rule has nothing to ask. */
export function assertSilent(rule: string, text: string, draft: Partial<Draft> = {}): void {
	const found = findingsOf(rule, text, draft);
	assert.deepEqual(
		found.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`),
		[],
	);
}

/** The draft after the first fix of the rule's first finding. */
export function fixed(rule: string, text: string, draft: Partial<Draft> = {}): string {
	const [fix] = findingsOf(rule, text, draft)[0]?.fixes ?? [];
	assert.ok(fix, 'there is no fix');
	return applied(text, fix.edits);
}

function applied(text: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((a, b) => b.span.start - a.span.start)
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}
