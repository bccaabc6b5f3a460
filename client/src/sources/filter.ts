/** Which of a draft's sources are listed. */
import type { DraftSources, ListedSource, ListedStatement } from '../../../server/src/protocol';

export interface SourceFilter {
	/** Each is to be found in a name or in what is said; '' for all. */
	readonly words: string;
	/** Leaves out those who are named, and claims. */
	readonly notNamed: boolean;
}

export const noFilter: SourceFilter = { words: '', notNamed: false };

export function isFiltering(filter: SourceFilter): boolean {
	return filter.notNamed || isSearching(filter);
}

export function isSearching({ words }: SourceFilter): boolean {
	return wordsOf(words).length > 0;
}

/** What fits: a source whose name fits with all it says, of the others the statements that fit. */
export function filtered(sources: DraftSources, { words, notNamed }: SourceFilter): DraftSources {
	const wanted = wordsOf(words);
	const fits = (...texts: readonly string[]) => {
		const text = folded(texts.join('\n'));
		return wanted.every(word => text.includes(word));
	};
	const statementFits = ({ cue, words: said, place }: ListedStatement) => fits(cue, said, place);
	const fitting = (source: ListedSource): readonly ListedSource[] => {
		if (fits(source.name, source.role ?? '', ...source.via)) return [source];
		const statements = source.statements.filter(statementFits);
		return statements.length > 0 ? [{ ...source, statements }] : [];
	};
	return {
		groups: sources.groups
			.filter(({ identification }) => !notNamed || identification !== 'named')
			.map(group => ({ ...group, sources: group.sources.flatMap(fitting) }))
			.filter(group => group.sources.length > 0),
		noOne: sources.noOne.filter(statementFits),
		claims: notNamed ? [] : sources.claims.filter(({ question, words: said }) => fits(question, said)),
	};
}

/** Where the filter's words stand in a label, in order, without overlaps. */
export function matchesIn(label: string, { words }: SourceFilter): [start: number, end: number][] {
	const text = folded(label);
	// A few letters change their length; then nothing is marked.
	if (text.length !== label.length) return [];
	const found = wordsOf(words).flatMap(word => placesOf(text, word));
	found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
	let reached = 0;
	return found.filter(([start, end]) => {
		if (start < reached) return false;
		reached = end;
		return true;
	});
}

function placesOf(text: string, word: string): [start: number, end: number][] {
	const places: [start: number, end: number][] = [];
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
		places.push([at, at + word.length]);
	}
	return places;
}

function wordsOf(words: string): readonly string[] {
	return folded(words)
		.split(/\s+/)
		.filter(word => word !== '');
}

/** In lower case, with the marks a keyboard has. */
function folded(text: string): string {
	return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
