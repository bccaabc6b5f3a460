/** Findings of the whole engine in a text, for tests of rules that need to know who speaks. */
import { analyse, createAnalyzer } from '../analysis';
import type { Genre } from '../attribution/model';
import { resources } from '../resources';
import type { Edit, Finding, Fix } from '../rules/rule';
import type { Annotation } from './annotations';

const analyzer = createAnalyzer(resources);

/** What a rule finds in a text, read as news unless told otherwise. */
export function findingsOf(rule: string, text: string, genre: Genre = 'news'): readonly Finding[] {
	return analyse(analyzer, { text, format: 'plaintext', genre, rules: {} }).findings.filter(
		found => found.rule === rule,
	);
}

/** The same for `assertAnnotated`. */
export function annotationsOf(rule: string, text: string): Annotation[] {
	return findingsOf(rule, text).map(({ span }) => ({ span, label: rule }));
}

/** The text after a fix. */
export function afterFix(text: string, { edits }: Fix): string {
	return [...edits]
		.sort((a: Edit, b: Edit) => b.span.start - a.span.start)
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}

/** The text after each fix of the rule's first finding. */
export function fixesOf(rule: string, text: string): string[] {
	return (findingsOf(rule, text)[0]?.fixes ?? []).map(fix => afterFix(text, fix));
}
