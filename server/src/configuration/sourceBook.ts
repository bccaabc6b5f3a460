/**
 * `.source-critic.sources.jsonc`: the source book, which a newsroom keeps for itself. What is known of the people, bodies
 * and outlets it quotes by name. It stays out of everything that leaves the editor: logs, reports, exports.
 */
import { t } from '@vscode/l10n';
import type { Node } from 'jsonc-parser/lib/esm/main';
import type { HouseSource } from '../attribution/coreference/house';
import { houseKey } from '../attribution/coreference/house';
import type { SourceKind } from '../attribution/model';
import type { Span } from '../text/span';
import type { ConfigProblem } from './configFile';
import { maxProblems, parseHandWritten } from './jsonc';
import { type Complain, defined, readArray, readObject, readOneOf, readText } from './nodes';
import { namesNoOne, tellsUnnamed, unmaskingKeys } from './unmasking';

export const sourceBookName = '.source-critic.sources.jsonc';

/** How far someone has agreed to be named; whoever has not is not in the book. */
export const recordStatuses = ['always', 'ask-first'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

export const bookKinds = [
	'person',
	'people',
	'organization',
	'outlet',
	'document',
] as const satisfies readonly SourceKind[];

/** What the book has of one source. */
export interface BookEntry extends HouseSource {
	readonly role?: string;
	readonly affiliation?: string;
	/** What the source stands to gain or lose in what it speaks of. */
	readonly interest?: string;
	readonly onTheRecord?: RecordStatus;
	readonly notes?: string;
	/** The editor's own mark, as in the Admiralty code: A to F for the source, 1 to 6 for what it tells. Never set by us. */
	readonly reliability?: string;
}

/** The book as it is read; the same list for every draft it counts for. */
export type SourceBook = readonly BookEntry[];

export interface SourceBookFile {
	readonly book: SourceBook;
	readonly problems: readonly ConfigProblem[];
	/** Whether it is well-formed, so that it can be changed without harm, and be read at all. */
	readonly wellFormed: boolean;
}

export const emptyBook: SourceBook = [];

/** Names are a line, notes a few; what is longer is something else. */
const longestName = 200;
const longestText = 5000;
const mostEntries = 20_000;
const mostAliases = 50;

/**
 * Reads the text of a source book. Of a file that is not well-formed nothing is read; an entry that cannot be used, or
 * must not be there, is left out. No message repeats what stands in an entry. Never throws.
 */
export function parseSourceBook(text: string): SourceBookFile {
	const { root, errors } = parseHandWritten(text);
	if (errors.length > 0) {
		const rest = t('Until this is put right the book counts as it was last read without mistakes.');
		return {
			book: emptyBook,
			wellFormed: false,
			problems: errors.map(({ span, message }) => ({ span, message: `${message} ${rest}`, severity: 'error' })),
		};
	}
	if (root === null) return { book: emptyBook, problems: [], wellFormed: true };
	const problems: ConfigProblem[] = [];
	const complain: Complain = (node, message, severity = 'error') => {
		const span = { start: node.offset, end: node.offset + node.length };
		if (problems.length < maxProblems) problems.push({ span, message, severity });
	};
	const found: ReadEntry[] = [];
	readObject(root, complain, {
		$schema: () => {},
		sources: list => {
			for (const node of readArray(list, complain).slice(0, mostEntries)) {
				const read = readEntry(node, complain);
				if (read) found.push(read);
			}
		},
	});
	complainOfSharedNames(found, complain);
	return { book: found.map(({ entry }) => entry), problems, wellFormed: root.type === 'object' };
}

/** Where in the text the entries' names stand, by the names as they are compared: to show an entry that is there already. */
export function entrySpans(text: string): ReadonlyMap<string, Span> {
	const { root } = parseHandWritten(text);
	const spans = new Map<string, Span>();
	const silent: Complain = () => {};
	if (root?.type !== 'object') return spans;
	readObject(root, silent, {
		sources: list => {
			for (const node of readArray(list, silent)) {
				const span = { start: node.offset, end: node.offset + node.length };
				const take = (name: Node) => {
					const words = readText(name, silent);
					if (words !== undefined && !spans.has(houseKey(words))) spans.set(houseKey(words), span);
				};
				readObject(node, silent, { name: take, aliases: names => readArray(names, silent).forEach(take) });
			}
		},
	});
	return spans;
}

/** An entry with the places of its names. */
interface ReadEntry {
	readonly entry: BookEntry;
	readonly names: readonly Node[];
}

const textFields = ['role', 'affiliation', 'interest', 'notes'] as const;

function readEntry(node: Node, complain: Complain): ReadEntry | null {
	let isRefused = false;
	const names: Node[] = [];
	const fields: { -readonly [K in keyof BookEntry]?: BookEntry[K] | undefined } = {};
	const refuse = (at: Node, message: string): void => {
		isRefused = true;
		complain(at, message);
	};
	const nameIn = (value: Node): string | undefined => {
		const name = readText(value, complain)?.trim();
		if (name === undefined) return undefined;
		if (namesNoOne.test(name)) refuse(value, unnamed());
		else if (name === '') complain(value, t('A name is expected here.'));
		else if (name.length > longestName) complain(value, t('This is too long for a name.'));
		else {
			names.push(value);
			return name;
		}
		return undefined;
	};
	const textIn = (value: Node): string | undefined => {
		const text = readText(value, complain)?.trim();
		if (text === undefined || text === '') return undefined;
		if (tellsUnnamed.test(text)) refuse(value, unmasked());
		else if (text.length > longestText) complain(value, t('This is too long for a note.'));
		else return text;
		return undefined;
	};
	const isObject = readObject(node, complain, {
		name: value => {
			fields.name = nameIn(value);
		},
		aliases: list => {
			fields.aliases = readArray(list, complain)
				.slice(0, mostAliases)
				.flatMap(value => nameIn(value) ?? []);
		},
		kind: value => {
			fields.kind = readOneOf(value, bookKinds, complain);
		},
		onTheRecord: value => {
			fields.onTheRecord = recordStatuses.find(status => status === value.value);
			if (fields.onTheRecord === undefined) refuse(value, offTheRecord());
		},
		reliability: value => {
			const mark = readText(value, complain);
			if (mark === undefined || reliabilityMark.test(mark)) fields.reliability = mark;
			else complain(value, t('A letter from A to F is expected here, and a number from 1 to 6 if you like: “B2”.'));
		},
		...readers(textFields, (field, value) => {
			fields[field] = textIn(value);
		}),
		...readers(unmaskingKeys, (_, value) => refuse(value, noSuchField())),
	});
	if (!isObject || isRefused) return null;
	const { name, aliases = [], ...rest } = fields;
	if (name !== undefined) return { entry: { name, aliases, ...defined(rest) }, names };
	if (!hasKey(node, 'name')) complain(node, t('An entry needs a “name”.'));
	return null;
}

const reliabilityMark = /^[A-F][1-6]?$/;

function unnamed(): string {
	return t('This names no one. An unnamed source has no place in a file: whoever opens it could learn who that is.');
}

function unmasked(): string {
	return t(
		'This tells that someone with a name here speaks without it. Keep that out of a file: whoever opens it learns who it is.',
	);
}

function offTheRecord(): string {
	return t(
		'“always” or “ask-first” is expected here. That someone speaks without their name is not kept: whoever opens the file would learn who it is.',
	);
}

function noSuchField(): string {
	return t('The book has no field for who an unnamed source is: whoever opens the file could learn it.');
}

function readers<K extends string>(
	keys: readonly K[],
	read: (key: K, value: Node) => void,
): Readonly<Record<string, (value: Node) => void>> {
	return Object.fromEntries(keys.map(key => [key, (value: Node) => read(key, value)]));
}

function hasKey({ children = [] }: Node, key: string): boolean {
	return children.some(property => property.children?.[0]?.value === key);
}

/** A name that two entries have leads to neither: it is told at the second. */
function complainOfSharedNames(found: readonly ReadEntry[], complain: Complain): void {
	const owners = new Map<string, number>();
	for (const [index, { names }] of found.entries()) {
		for (const name of names) {
			const key = houseKey(String(name.value));
			const owner = owners.get(key);
			if (owner === undefined) owners.set(key, index);
			else if (owner !== index)
				complain(name, t('Another entry has this name too, so that drafts are not read by it.'), 'warning');
		}
	}
}
