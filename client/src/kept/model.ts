/** What is kept of the work on a draft beside it: ticks, evidence, notes, queries. Of the draft's own words, hashes only. */
import type { CheckRecord, KeptQueryPlace } from '../../../server/src/protocol';

export interface KeptDraft {
	/** Of all hashes in it. */
	readonly salt: string;
	readonly checks: readonly CheckRecord[];
	readonly queries: readonly KeptQuery[];
}

export interface KeptQuery {
	readonly id: string;
	readonly place: KeptQueryPlace;
	readonly resolved: boolean;
	/** The first asks, the others answer. */
	readonly comments: readonly KeptComment[];
}

export interface KeptComment {
	readonly text: string;
	/** When it was written, in milliseconds since 1970. */
	readonly at: number;
	/** It is the question of a finding: nobody has written it, and asking again brings it back. */
	readonly fromFinding?: true;
}

/** Whether there is something in a query that someone has written. */
export function isWritten({ comments }: Pick<KeptQuery, 'comments'>): boolean {
	return comments.some(({ fromFinding }) => fromFinding !== true);
}

const schema = 1;

/** As it is stored; null where there is nothing to keep. */
export function storedText({ salt, checks, queries }: KeptDraft): string | null {
	const told = checks.filter(({ said, so, evidence, note }) => said || so || evidence !== '' || note !== '');
	if (told.length === 0 && queries.length === 0) return null;
	return `${JSON.stringify({ schema, salt, checks: told, queries }, null, '\t')}\n`;
}

/** What was stored; what is not as it should be is left out. Null where nothing of it can be read. */
export function parseStored(text: string): KeptDraft | null {
	const stored = parsed(text);
	const salt = textIn(stored, 'salt');
	if (fieldOf(stored, 'schema') !== schema || salt === '') return null;
	return {
		salt,
		checks: listIn(stored, 'checks').flatMap(check => checkIn(check) ?? []),
		queries: listIn(stored, 'queries').flatMap(query => queryIn(query) ?? []),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function checkIn(value: unknown): CheckRecord | null {
	const anchor = fieldOf(value, 'anchor');
	const kind = textIn(anchor, 'kind');
	if (kind === '') return null;
	return {
		anchor: {
			kind: kind as CheckRecord['anchor']['kind'],
			...sidesIn(anchor),
			sentence: textIn(anchor, 'sentence'),
		},
		checked: textIn(value, 'checked'),
		said: fieldOf(value, 'said') === true,
		so: fieldOf(value, 'so') === true,
		evidence: textIn(value, 'evidence'),
		note: textIn(value, 'note'),
	};
}

function queryIn(value: unknown): KeptQuery | null {
	const place = fieldOf(value, 'place');
	const id = textIn(value, 'id');
	const comments = listIn(value, 'comments').flatMap(comment => {
		const text = textIn(comment, 'text');
		if (text === '') return [];
		const isOurs = fieldOf(comment, 'fromFinding') === true;
		return [{ text, at: countIn(comment, 'at'), ...(isOurs && { fromFinding: true as const }) }];
	});
	if (id === '' || comments.length === 0) return null;
	return {
		id,
		place: {
			...sidesIn(place),
			count: countIn(place, 'count'),
			first: textIn(place, 'first'),
			last: textIn(place, 'last'),
		},
		resolved: fieldOf(value, 'resolved') === true,
		comments,
	};
}

function sidesIn(place: unknown) {
	return {
		words: textIn(place, 'words'),
		before: textIn(place, 'before'),
		after: textIn(place, 'after'),
		ordinal: countIn(place, 'ordinal'),
	};
}

function fieldOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function textIn(value: unknown, key: string): string {
	const found = fieldOf(value, key);
	return typeof found === 'string' ? found : '';
}

function countIn(value: unknown, key: string): number {
	const found = fieldOf(value, key);
	return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? found : 0;
}

function listIn(value: unknown, key: string): readonly unknown[] {
	const found = fieldOf(value, key);
	return Array.isArray(found) ? found : [];
}
