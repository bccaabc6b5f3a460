/** The view in words. */
import { t } from '@vscode/l10n';
import type { ListedSource, ListedStatement } from '../../../server/src/protocol';
import type { SourceFilter } from './filter';
import type { Identification, Kind } from './grouping';
import type { Group, GroupNode, KindNode, ViewNode } from './nodes';

/** How a node is told. */
export interface Told {
	readonly label: string;
	/** Stands beside it, paler. */
	readonly description: string;
	/** A sentence or more, in lines. */
	readonly tooltip: string;
	/** All of it for those who listen. */
	readonly spoken: string;
}

export function told(node: ViewNode): Told {
	switch (node.kind) {
		case 'group':
			return toldGroup(node);
		case 'kind':
			return toldKind(node);
		case 'source': {
			const { source, identification, isUnderKindAlone } = node;
			const facts = factsOf(source);
			const name = opened(source.name);
			return {
				label: name,
				description: briefFactsOf(source, isUnderKindAlone ? identification : 'named').join(' · '),
				tooltip: [name, `${kindName(source.kind)}, ${groupMeaning(identification)}`, ...facts].join('\n'),
				spoken: [name, kindName(source.kind), groupMeaning(identification), ...facts].join(', '),
			};
		}
		case 'statement': {
			const { statement } = node;
			const text = statementText(statement);
			const facts = [wordingName(statement.wording), placeText(statement)];
			if (statement.via.length > 0) facts.push(t('by way of {0}', statement.via.join(' → ')));
			if (statement.orElse.length > 0) facts.push(t('It may as well be from {0}', statement.orElse.join(', ')));
			if (statement.unsure) facts.push(t('The reading is unsure: look at the text'));
			return {
				label: placed(text, statement.unsure ? t('{0} (?)', statement.place) : statement.place),
				description: '',
				tooltip: [text, ...facts].join('\n'),
				spoken: [text, ...facts].join(', '),
			};
		}
		case 'claim': {
			const { question, words, place } = node.claim;
			return {
				label: placed(question, place),
				description: '',
				tooltip: [question, words, placeText(node.claim)].join('\n'),
				spoken: [question, placeText(node.claim)].join(' '),
			};
		}
	}
}

function toldGroup(node: GroupNode): Told {
	const { group } = node;
	const label = groupName(group);
	const count = countBelow(node);
	const isOfSources = group !== 'no-one' && group !== 'claims';
	return {
		label,
		description: String(count),
		tooltip: group === 'named' ? t('Sources that a reader could look up') : opened(groupMeaning(group)),
		spoken: `${label}: ${isOfSources ? sourceCount(count) : passageCount(count)}`,
	};
}

function toldKind(node: KindNode): Told {
	const label = kindsName(node.sourceKind);
	const spoken = `${label}: ${sourceCount(node.children.length)}`;
	return { label, description: String(node.children.length), tooltip: spoken, spoken };
}

/** How many stand in a group, of whatever kind. */
function countBelow({ children }: GroupNode): number {
	return children.reduce((count, child) => count + (child.kind === 'kind' ? child.children.length : 1), 0);
}

function sourceCount(count: number): string {
	return count === 1 ? t('1 source') : t('{0} sources', count);
}

function passageCount(count: number): string {
	return count === 1 ? t('1 passage') : t('{0} passages', count);
}

export function groupName(group: Group): string {
	switch (group) {
		case 'named':
			return t('Named');
		case 'described':
			return t('Described');
		case 'anonymous':
			return t('Anonymous');
		case 'vague':
			return t('Vague');
		case 'relays':
			return t('Only relaying');
		case 'no-one':
			return t('No one named');
		case 'claims':
			return t('Claims without a source');
	}
}

function groupMeaning(group: Group): string {
	switch (group) {
		case 'named':
			return t('named');
		case 'described':
			return t('not named, speaking for a named body');
		case 'anonymous':
			return t('not named');
		case 'vague':
			return t('a group that names no one');
		case 'relays':
			return t('say nothing themselves, and pass on the words of others');
		case 'no-one':
			return t('words that are laid to no one');
		case 'claims':
			return t('in the writer’s own voice, with no source in reach');
	}
}

function kindName(kind: Kind): string {
	switch (kind) {
		case 'person':
			return t('A person');
		case 'people':
			return t('People');
		case 'organization':
			return t('An organization');
		case 'outlet':
			return t('A news outlet');
		case 'document':
			return t('A document');
		case 'unknown':
			return t('A source');
	}
}

/** What is of a kind, as a heading has it. */
function kindsName(kind: Kind): string {
	switch (kind) {
		case 'person':
			return t('People');
		case 'people':
			return t('Groups');
		case 'organization':
			return t('Organizations');
		case 'outlet':
			return t('News outlets');
		case 'document':
			return t('Documents');
		case 'unknown':
			return t('Of unclear kind');
	}
}

/** The same of one, as a table has it. */
export function kindTitle(kind: Kind): string {
	switch (kind) {
		case 'person':
			return t('Person');
		case 'people':
			return t('Group');
		case 'organization':
			return t('Organization');
		case 'outlet':
			return t('News outlet');
		case 'document':
			return t('Document');
		case 'unknown':
			return t('Unclear');
	}
}

export function wordingName(wording: ListedStatement['wording']): string {
	switch (wording) {
		case 'quoted':
			return t('quoted');
		case 'partly-quoted':
			return t('partly quoted');
		case 'paraphrased':
			return t('paraphrased');
		case 'mind':
			return t('a mind, as the writer tells it');
	}
}

/** How often a source speaks, who it is, and by whose way its words came. */
function factsOf({ statements, relays, role, via }: ListedSource): readonly string[] {
	return [
		...(statements.length > 0 || relays === 0 ? [statementCount(statements.length)] : []),
		...(relays > 0 ? [relayCount(relays)] : []),
		...(via.length > 0 ? [t('by way of {0}', via.join(', '))] : []),
		...(role === null ? [] : [role]),
	];
}

/** The same in short, as there is little room: the number of statements stands alone. Who is named is not told so. */
function briefFactsOf(
	{ statements, relays, role, via }: ListedSource,
	identification: Identification,
): readonly string[] {
	return [
		...(statements.length > 0 || relays === 0 ? [String(statements.length)] : []),
		...(relays > 0 ? [t('relays {0}', relays)] : []),
		...(identification === 'named' ? [] : [groupName(identification)]),
		...(via.length > 0 ? [t('via {0}', via.join(', '))] : []),
		...(role === null ? [] : [role]),
	];
}

/** In front, where a narrow side bar does not cut it off. */
function placed(text: string, place: string): string {
	return t({ message: '{0} · {1}', args: [place, text], comment: ['“par 6”, then what is said there'] });
}

function statementCount(count: number): string {
	if (count === 0) return t('no statements');
	return count === 1 ? t('1 statement') : t('{0} statements', count);
}

function relayCount(count: number): string {
	return count === 1 ? t('relays 1 statement') : t('relays {0} statements', count);
}

/** What attributes, and what is said; a mark alone ("Poll: …") attributes in the draft, not here. */
export function statementText({ cue, words }: Pick<ListedStatement, 'cue' | 'words'>): string {
	return /[\p{L}\p{N}]/u.test(cue) ? t('{0}: {1}', cue, words) : words;
}

function placeText({ place, range }: Pick<ListedStatement, 'place' | 'range'>): string {
	return t('{0}, line {1}', place, range.start.line + 1);
}

/** The filter as the view shows it. */
export function filterText({ words, notNamed }: SourceFilter): string {
	const shown = words.trim();
	if (shown === '') return t('Filter: only those who are not named');
	return notNamed ? t('Filter: “{0}”, only those who are not named', shown) : t('Filter: “{0}”', shown);
}

/** With a capital, as a line begins. */
function opened(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
