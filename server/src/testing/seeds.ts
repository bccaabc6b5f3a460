/** The lexicons as they lie under `seeds/`, for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lexicons } from '../attribution/lexicons';

declare const __PROJECT__: string;

/** One file of `seeds/lexicons`, unchecked: the build checks it against its schema. */
export function readSeed<T>(name: string): T {
	return JSON.parse(readFileSync(path.join(__PROJECT__, `seeds/lexicons/${name}.json`), 'utf8')) as T;
}

export function readLexicons(): Lexicons {
	return {
		cues: readSeed('cues'),
		loadedLanguage: readSeed('loaded-language'),
		hyperbole: readSeed('hyperbole'),
		euphemism: readSeed('euphemism'),
		dehumanizingLanguage: readSeed('dehumanizing-language'),
		editorializing: readSeed('editorializing'),
		wordGroups: readSeed('word-groups'),
		reportingVerbs: readSeed('reporting-verbs'),
		sources: readSeed('sources'),
		hearsay: readSeed('hearsay'),
		claims: readSeed('claims'),
	};
}
