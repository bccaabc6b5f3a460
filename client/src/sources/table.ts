/** What the view shows, as a Markdown table. */
import { t } from '@vscode/l10n';
import type { DraftSources, ListedStatement } from '../../../server/src/protocol';
import { byKind, type Grouping, type IdentifiedSource, sourcesOf } from './grouping';
import { groupName, kindTitle, wordingName } from './labels';

/** One row a statement, in the order of the view; a source that only passes on words has one, too. */
export function tableOf({ groups, noOne, claims }: DraftSources, grouping: Grouping): string {
	const sources = sourcesOf(groups);
	const header = [
		t('Source'),
		t('Identification'),
		t('Kind'),
		t('Role'),
		t('Verb'),
		t('Words'),
		t('Given as'),
		t('By way of'),
		t('Where'),
		t('Line'),
	];
	const rows = [
		...(grouping === 'kind' ? byKind(sources).flatMap(kind => kind.sources) : sources).flatMap(sourceRows),
		...noOne.map(statement => [groupName('no-one'), '', '', '', ...statementCells(statement)]),
		...claims.map(({ words, place, range }) => [
			t('The writer'),
			'',
			'',
			'',
			'',
			words,
			t('a claim without a source'),
			'',
			place,
			lineOf(range),
		]),
	];
	return [header, header.map((_, column) => (column === header.length - 1 ? '---:' : '---')), ...rows]
		.map((cells, index) => `| ${(index === 1 ? cells : cells.map(escaped)).join(' | ')} |\n`)
		.join('');
}

function sourceRows({ identification, source: { name, kind, role, statements } }: IdentifiedSource) {
	const who = [name, groupName(identification), kindTitle(kind), role ?? ''];
	if (statements.length === 0) return [[...who, '', '', '', '', '', '']];
	return statements.map(statement => [...who, ...statementCells(statement)]);
}

function statementCells({ cue, words, wording, via, place, range }: ListedStatement): readonly string[] {
	return [cue, words, wordingName(wording), via.join(' → '), place, lineOf(range)];
}

function lineOf({ start }: ListedStatement['range']): string {
	return String(start.line + 1);
}

/** What Markdown takes for a mark in a cell. */
const marks = /[\\`*_[\]<>|~$&@#^]/g;

function escaped(text: string): string {
	return text.replace(/\s+/g, ' ').replace(marks, '\\$&').replace(/:\/\//g, '\\://');
}
