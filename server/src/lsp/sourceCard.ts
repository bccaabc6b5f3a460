/** What the draft tells of one of its sources. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { Source } from '../attribution/model';
import { speaks } from '../attribution/speakers';
import { placeNames } from '../report/words';
import type { HoverText, StatementsLink } from './hover';
import type { Writer } from './markdown';
import { identificationName, kindName } from './sourceFacts';
import { sourceAt } from './sourcePlace';
import { type Count, type Statements, statementsOf } from './statements';

const mostListed = 3;

/** The card of the source that is spoken of at a document offset; null where none is. */
export function sourceCard(
	analysis: Analysis,
	offset: number,
	writer: Writer,
	statementsLink: StatementsLink = null,
): HoverText | null {
	const place = sourceAt(analysis, offset);
	if (!place) return null;
	const { source, span } = place;
	const link = (title: string) => statementsLink?.(title, offset) ?? null;
	return { text: cardText(analysis, source, writer, link), span };
}

function cardText(analysis: Analysis, source: Source, writer: Writer, link: (title: string) => string | null): string {
	const statements = statementsOf(analysis, source);
	const about = `${writer.bold(source.name)}: ${kindName(source.kind)}, ${identificationName(source.identification)}`;
	const all = statements.count === 0 ? null : link(showAll(statements.count));
	const lines = [
		...descriptorLines(source, writer),
		...anonymityLines(source, writer),
		...statementLines(analysis, source, statements, writer),
		...(statements.count > 0 && all === null ? [t('Statements: {0}', placeNames(statements.places))] : []),
	];
	return [about, lines.map(writer.item).join('\n'), all ?? ''].filter(text => text !== '').join('\n\n');
}

function showAll(count: number): string {
	return count === 1 ? t('Show the statement') : t('Show all {0} statements', count);
}

function descriptorLines({ descriptors }: Source, writer: Writer): readonly string[] {
	if (descriptors.length === 0) return [];
	return [t('Described as {0}', descriptors.map(words => quoted(words, writer)).join(', '))];
}

/** Of a source without a name: what a reader would want to know, or that it is not said. */
function anonymityLines({ anonymity, identification }: Source, writer: Writer): readonly string[] {
	if (identification !== 'anonymous' && identification !== 'vague' && anonymity === null) return [];
	const said = (words: string | null | undefined) => (words ? quoted(words, writer) : t('not said'));
	return [
		t('Position: {0}', said(anonymity?.position)),
		t('How they know: {0}', said(anonymity?.basis)),
		...(anonymity?.plural ? [t('How many: {0}', anonymity.number ?? t('not said'))] : []),
		reasonLine(anonymity, said(anonymity?.reason)),
	];
}

/** With what is to be asked of the reason, if anything. */
function reasonLine(anonymity: Source['anonymity'], reason: string): string {
	if (!anonymity?.reason || anonymity.why === 'risk' || anonymity.why === 'stated')
		return t('Why unnamed: {0}', reason);
	return anonymity.why === null
		? t('Why unnamed: {0}; the reason is not said', reason)
		: t('Why unnamed: {0}; a rule or a mood: what is the risk to them?', reason);
}

function statementLines(
	analysis: Analysis,
	source: Source,
	{ count, quoted: quotes, share, ...told }: Statements,
	writer: Writer,
): readonly string[] {
	if (!speaks(source)) {
		const relays = analysis.attributions.some(({ via }) => via.includes(source.id));
		return [relays ? t('Says nothing itself, and passes on others’ words') : t('Says nothing in this draft')];
	}
	const lines = [
		t('Quoted {0}, paraphrased {1}: {2} of the draft’s words', times(quotes), times(count - quotes), percent(share)),
	];
	const names = new Map(analysis.sources.map(({ id, shortName }) => [id, shortName]));
	const via = source.via.flatMap(id => names.get(id) ?? []);
	if (via.length > 0) lines.push(t('By way of {0}', via.map(writer.text).join(', ')));
	lines.push(...circumstances(told, writer));
	const verbs = counted(told.verbs, writer);
	const others = counted(told.otherVerbs, writer);
	if (verbs !== '') {
		lines.push(
			others === '' ? t('Words for it: {0}', verbs) : t('Words for it: {0}; everyone else’s: {1}', verbs, others),
		);
	}
	lines.push(t('Stake in the matter, beside the name: {0}', listed(told.stakes, writer)));
	return lines;
}

function circumstances({ occasions, listeners }: Pick<Statements, 'occasions' | 'listeners'>, writer: Writer) {
	if (occasions.length + listeners.length === 0) return [t('On what occasion and to whom: not said')];
	return [t('On what occasion: {0}', listed(occasions, writer)), t('To whom: {0}', listed(listeners, writer))];
}

/** The first few, so that the card stays one. */
function listed(words: readonly string[], writer: Writer): string {
	if (words.length === 0) return t('not said');
	const shown = words
		.slice(0, mostListed)
		.map(each => quoted(each, writer))
		.join(', ');
	return words.length > mostListed ? t('{0} and {1} more', shown, words.length - mostListed) : shown;
}

function counted(verbs: readonly Count[], writer: Writer): string {
	return verbs
		.slice(0, mostListed)
		.map(([lemma, count]) => `${quoted(lemma, writer)} ${times(count)}`)
		.join(', ');
}

function percent(share: number): string {
	const rounded = Math.round(share * 100);
	return rounded === 0 && share > 0 ? t('under 1%') : `${rounded}%`;
}

function quoted(words: string, writer: Writer): string {
	return `“${writer.text(words)}”`;
}

function times(count: number): string {
	if (count === 0) return t('never');
	if (count === 1) return t('once');
	return count === 2 ? t('twice') : t('{0} times', count);
}
