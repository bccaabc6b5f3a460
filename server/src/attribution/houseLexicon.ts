/** What a house adds to the lexicons, and what it takes out: its own list of words to watch. */
import type { Lexicons, PhraseEntry, ReportingVerbEntry, WordGroups } from './lexicons';

/** Entries for the lexicons a house may add to, and patterns and verbs of the seeds it does not ask about. */
export interface HouseLexicon {
	readonly phrases: Readonly<Partial<Record<PhraseLexicon, readonly PhraseEntry[]>>>;
	readonly reportingVerbs: readonly ReportingVerbEntry[];
	/** As they stand in the seeds; angle brackets may be left out. */
	readonly off: readonly string[];
}

/** The lexicons of phrases, by the name of their file; the value is where they stand in `Lexicons`. */
export const phraseLexicons = {
	'loaded-language': 'loadedLanguage',
	hyperbole: 'hyperbole',
	euphemism: 'euphemism',
	'dehumanizing-language': 'dehumanizingLanguage',
	editorializing: 'editorializing',
} as const satisfies Readonly<Record<string, keyof Lexicons>>;

export type PhraseLexicon = keyof typeof phraseLexicons;

export const phraseLexiconNames = Object.keys(phraseLexicons) as readonly PhraseLexicon[];

/** The lexicons as the house has them; its entry for a pattern stands in place of the seeds'. */
export function withHouseLexicon(lexicons: Lexicons, house: HouseLexicon): Lexicons {
	const off = new Set(house.off.map(bare));
	const merged: Partial<Record<(typeof phraseLexicons)[PhraseLexicon], readonly PhraseEntry[]>> = {};
	for (const name of phraseLexiconNames) {
		const own = house.phrases[name] ?? [];
		const taken = new Set(own.map(({ pattern }) => pattern));
		const seeds = lexicons[phraseLexicons[name]];
		merged[phraseLexicons[name]] = [
			...own,
			...seeds.filter(({ pattern }) => !off.has(bare(pattern)) && !taken.has(pattern)),
		];
	}
	const verbs = new Set(house.reportingVerbs.map(({ lemma }) => lemma));
	const reportingVerbs = [
		...house.reportingVerbs,
		...lexicons.reportingVerbs.filter(({ lemma }) => !off.has(bare(lemma)) && !verbs.has(lemma)),
	];
	return { ...lexicons, ...merged, reportingVerbs };
}

/** What a house's entries may refer to. */
export interface SeedNames {
	/** Patterns and verbs that `off` may name. */
	readonly patterns: readonly string[];
	/** Groups of words that a condition may name: `@people`. */
	readonly groups: WordGroups;
}

export function seedNames(lexicons: Lexicons): SeedNames {
	const phrases = phraseLexiconNames.flatMap(name => lexicons[phraseLexicons[name]].map(({ pattern }) => pattern));
	return {
		patterns: [...phrases, ...lexicons.reportingVerbs.map(({ lemma }) => lemma)],
		groups: lexicons.wordGroups,
	};
}

/** A pattern without the brackets of its verb, as people write it. */
export function bare(pattern: string): string {
	return pattern.replace(/[<>]/g, '').trim().toLowerCase();
}
