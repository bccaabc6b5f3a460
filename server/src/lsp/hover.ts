/** What there is to say about a place: a finding, a source, or in whose voice the sentence is. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis';
import { emptyBook, type SourceBook } from '../configuration/sourceBook';
import type { Finding, Rule } from '../rules/rule';
import { contains, type Span } from '../text/span';
import { bookFacts } from './bookFacts';
import type { Writer } from './markdown';
import { withCompanions } from './oneSquiggle';
import { placeAt } from './place';
import { sourceCard } from './sourceCard';
import { voiceAt } from './voice';

/** A hover: its text, and the document span it is about. */
export interface HoverText {
	readonly text: string;
	readonly span: Span;
}

/** Writes a link that lists all statements of the source at a document offset; null for a client that cannot. */
export type StatementsLink = ((title: string, offset: number) => string) | null;

export function hoverAt(
	analysis: Analysis,
	findings: readonly Finding[],
	rules: ReadonlyMap<string, Rule>,
	offset: number,
	writer: Writer,
	statementsLink: StatementsLink = null,
	book: SourceBook = emptyBook,
): HoverText | null {
	// What shares a squiggle is told with it, wherever on it the pointer rests.
	const here = withCompanions(
		findings.filter(({ span }) => span.start <= offset && offset <= span.end),
		findings,
	);
	// The editor shows the message of a finding itself; with several, each says which one it explains.
	const parts: HoverText[] = here.map(finding => ({
		text: findingText(finding, rules.get(finding.rule), writer, here.length > 1),
		span: finding.span,
	}));
	const card = sourceCard(analysis, offset, writer, statementsLink);
	if (card) parts.push(card);
	const facts = bookFacts(analysis, offset, book, writer);
	if (facts) parts.push(facts);
	if (parts.length === 0) {
		const place = placeAt(analysis, offset);
		if (place) parts.push(voiceAt(analysis, place, writer));
	}
	const [first] = parts;
	if (first === undefined) return null;
	const span = parts.reduce((smallest, part) => (contains(smallest, part.span) ? part.span : smallest), first.span);
	return { text: parts.map(part => part.text).join(`\n\n${writer.rule}\n\n`), span };
}

function findingText(finding: Finding, rule: Rule | undefined, writer: Writer, several: boolean): string {
	const { alternatives = [], note } = finding;
	const paragraphs = several ? [writer.bold(finding.message)] : [];
	if (note !== undefined) paragraphs.push(writer.text(note));
	if (alternatives.length > 0) {
		paragraphs.push(t('Plainer: {0}', alternatives.map(words => `“${writer.text(words)}”`).join(', ')));
	}
	if (rule) {
		paragraphs.push(writer.own(t(rule.why)));
		const links = rule.authorities.map(({ title, url }) => writer.item(writer.link(title, url)));
		if (links.length > 0) paragraphs.push(links.join('\n'));
	}
	return paragraphs.join('\n\n');
}
