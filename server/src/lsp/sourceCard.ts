/** What the draft tells of one of its sources. */
import type { Analysis } from '../analysis';
import type { Source } from '../attribution/model';
import type { HoverText } from './hover';
import type { Writer } from './markdown';
import { identifications, kinds, quotedStatements } from './sourceFacts';
import { sourceAt } from './sourcePlace';

/** The card of the source that is spoken of at a document offset; null where none is. */
export function sourceCard(analysis: Analysis, offset: number, writer: Writer): HoverText | null {
	const place = sourceAt(analysis, offset);
	return place && { text: cardText(analysis, place.source, writer), span: place.span };
}

function cardText(analysis: Analysis, source: Source, writer: Writer): string {
	const about = `${writer.bold(source.name)}: ${kinds[source.kind]}, ${identifications[source.identification]}`;
	const lines = [
		...descriptorLines(source, writer),
		...anonymityLines(source, writer),
		...statementLines(analysis, source, writer),
	];
	return [about, lines.map(writer.item).join('\n')].filter(text => text !== '').join('\n\n');
}

function descriptorLines({ descriptors }: Source, writer: Writer): readonly string[] {
	if (descriptors.length === 0) return [];
	return [`Described as ${descriptors.map(words => quoted(words, writer)).join(', ')}`];
}

/** Of a source without a name: what a reader would want to know, or that it is not said. */
function anonymityLines({ anonymity, identification }: Source, writer: Writer): readonly string[] {
	if (identification !== 'anonymous' && identification !== 'vague' && anonymity === null) return [];
	const said = (words: string | null | undefined) => (words ? quoted(words, writer) : 'not said');
	return [
		`Position: ${said(anonymity?.position)}`,
		`How they know: ${said(anonymity?.basis)}`,
		...(anonymity?.plural ? [`How many: ${anonymity.number ?? 'not said'}`] : []),
		`Why unnamed: ${said(anonymity?.reason)}${worthOf(anonymity)}`,
	];
}

/** What is to be asked of the reason, if anything. */
function worthOf(anonymity: Source['anonymity']): string {
	if (!anonymity?.reason || anonymity.why === 'risk' || anonymity.why === 'stated') return '';
	return anonymity.why === null ? '; the reason is not said' : '; a rule or a mood: what is the risk to them?';
}

function statementLines(analysis: Analysis, source: Source, writer: Writer): readonly string[] {
	const statements = source.statements.flatMap(index => analysis.attributions[index] ?? []);
	if (statements.length === 0) return ['Says nothing in this draft'];
	const inMarks = quotedStatements(analysis);
	const quotes = source.statements.filter(index => inMarks.has(index)).length;
	const lines = [`Quoted ${times(quotes)}, paraphrased ${times(statements.length - quotes)}`];
	const names = new Map(analysis.sources.map(({ id, shortName }) => [id, shortName]));
	const via = source.via.flatMap(id => names.get(id) ?? []);
	if (via.length > 0) lines.push(`By way of ${via.map(writer.text).join(', ')}`);
	const verbs = countVerbs(statements.flatMap(({ lemma, cue }) => (cue.length > 0 && lemma !== '' ? [lemma] : [])));
	if (verbs.length > 0) {
		lines.push(`Words for it: ${verbs.map(([lemma, count]) => `${quoted(lemma, writer)} ${times(count)}`).join(', ')}`);
	}
	return lines;
}

/** Most frequent first. */
function countVerbs(lemmas: readonly string[]): readonly (readonly [lemma: string, count: number])[] {
	const counts = new Map<string, number>();
	for (const lemma of lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]);
}

function quoted(words: string, writer: Writer): string {
	return `“${writer.text(words)}”`;
}

function times(count: number): string {
	return count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
