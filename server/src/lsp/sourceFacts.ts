/** What there is to tell of sources, for whatever shows them. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { Identification, Source, SourceKind } from '../attribution/model';
import type { Span } from '../text/span';
import { oneLine } from './markdown';
import { countBefore, extentOf } from './place';

export function kindName(kind: SourceKind): string {
	return kindNames[kind]();
}

const kindNames: Readonly<Record<SourceKind, () => string>> = {
	person: () => t('a person'),
	people: () => t('people'),
	organization: () => t('an organization'),
	outlet: () => t('a news outlet'),
	document: () => t('a document'),
	unknown: () => t('a source'),
};

export function identificationName(identification: Identification): string {
	return identificationNames[identification]();
}

const identificationNames: Readonly<Record<Identification, () => string>> = {
	named: () => t('named'),
	described: () => t('not named, speaking for a named body'),
	anonymous: () => t('not named'),
	vague: () => t('a group that names no one'),
};

/** Indices of the attributions whose words stand, all or some, in quotation marks. */
export function quotedStatements({ attributions, quotations }: Analysis): ReadonlySet<number> {
	const spoken = quotations
		.filter(({ kind }) => kind === 'direct' || kind === 'partial' || kind === 'block')
		.flatMap(({ spans }) => spans)
		.sort((a, b) => a.start - b.start);
	// Quotations nest: how far any of those up to an index reaches.
	const reach: number[] = [];
	for (const { end } of spoken) reach.push(Math.max(end, reach.at(-1) ?? 0));
	const isQuoted = ({ start, end }: Span) => (reach[countBefore(spoken, end) - 1] ?? 0) > start;
	return new Set(attributions.flatMap(({ content }, index) => (content.some(isQuoted) ? [index] : [])));
}

/** What an outline says beside the name of a source. */
export function detailOf({ identification }: Pick<Source, 'identification'>, statements: number): string {
	return `${identificationName(identification)} · ${statementCount(statements)}`;
}

function statementCount(statements: number): string {
	if (statements === 0) return t('no statements');
	return statements === 1 ? t('1 statement') : t('{0} statements', statements);
}

/** Where a source is introduced: its first mention, or else its first words. */
export function introductionOf({ attributions }: Analysis, { mentions, statements }: Source): Span | null {
	const [first] = statements.flatMap(index => attributions[index] ?? []);
	return mentions[0] ?? (first ? extentOf(first) : null);
}

/** Words of a draft for a list: on one line, and not too many. */
export function shortened(words: string): string {
	// Enough to fill the label, however many spaces there are among it: a statement may be long.
	const line = oneLine(words.slice(0, 8 * longestLabel))
		.replace(/\s+/g, ' ')
		.trim();
	if (line.length <= longestLabel) return line;
	const cut = line.slice(0, longestLabel);
	const space = cut.lastIndexOf(' ');
	return `${(space > longestLabel / 2 ? cut.slice(0, space) : cut).replace(halfPair, '')}…`;
}

const longestLabel = 60;
/** What is left of a character that was cut in two. */
const halfPair = /[\uD800-\uDBFF]$/;
