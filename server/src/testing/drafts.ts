/** What a rule finds in a draft read by the whole engine, for the tests beside the rules. */
import { analyse, createAnalyzer, type Draft } from '../analysis';
import { resources } from '../resources';
import type { Edit, Finding } from '../rules/rule';
import type { Annotation } from './annotations';

const analyzer = createAnalyzer(resources);

/** The findings of one rule; news in plain text unless told otherwise. */
export function findingsOf(rule: string, text: string, draft: Partial<Draft> = {}): readonly Finding[] {
	const { findings } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {}, ...draft });
	return findings.filter(finding => finding.rule === rule);
}

/** The same as annotations, for `assertAnnotated`. */
export function annotationsIn(rule: string, text: string, draft: Partial<Draft> = {}): readonly Annotation[] {
	return findingsOf(rule, text, draft).map(({ span }) => ({ span, label: rule }));
}

/** The draft after each fix of the rule's first finding. */
export function fixesOf(rule: string, text: string, draft: Partial<Draft> = {}): readonly string[] {
	return (findingsOf(rule, text, draft)[0]?.fixes ?? []).map(({ edits }) => apply(text, edits));
}

function apply(text: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((a, b) => b.span.start - a.span.start)
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}
