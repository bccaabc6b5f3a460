/** Words and phrases that the rules about wording ask about: all families in one trie, found once in each block. */

import type { Lexicons, PhraseEntry, ReportingVerbEntry } from './lexicons';
import { type CompiledPatterns, compilePatterns, type Match, type Openings, type PatternEntry } from './patterns';

/** Families by the rule that asks about them. */
export type PhraseFamily = 'loaded-language' | 'hyperbole' | 'euphemism' | 'dehumanizing-language' | 'editorializing';

export interface WordingPhrase extends PhraseEntry {
	readonly family: PhraseFamily;
}

/** A reporting verb as a pattern: any form of it, unless the word behind makes it another verb. */
export interface WordingVerb extends PatternEntry {
	readonly family: 'loaded-reporting-verb';
	readonly verb: ReportingVerbEntry;
}

export type WordingEntry = WordingPhrase | WordingVerb;

/** Lays the families into one trie. Throws an Error naming the pattern that cannot be read. */
export function compileWording(lexicons: Lexicons, openings?: Openings): CompiledPatterns<WordingEntry> {
	const phrases = (family: PhraseFamily, entries: readonly PhraseEntry[]): WordingPhrase[] =>
		entries.map(entry => ({ ...entry, family }));
	return compilePatterns<WordingEntry>(
		[
			...phrases('loaded-language', lexicons.loadedLanguage),
			...phrases('hyperbole', lexicons.hyperbole),
			...phrases('euphemism', lexicons.euphemism),
			...phrases('dehumanizing-language', lexicons.dehumanizingLanguage),
			...phrases('editorializing', lexicons.editorializing),
			...lexicons.reportingVerbs.map(verbPattern),
		],
		lexicons.wordGroups,
		openings,
	);
}

export function isPhraseOf(match: Match<WordingEntry>, family: PhraseFamily): match is Match<WordingPhrase> {
	return match.entry.family === family;
}

export function isReportingVerb(match: Match<WordingEntry>): match is Match<WordingVerb> {
	return match.entry.family === 'loaded-reporting-verb';
}

function verbPattern(verb: ReportingVerbEntry): WordingVerb {
	const [head = '', ...tail] = verb.lemma.split(' ');
	return {
		pattern: [`<${head}>`, ...tail].join(' '),
		family: 'loaded-reporting-verb',
		...(verb.past === undefined ? {} : { past: verb.past }),
		...(verb.participle === undefined ? {} : { participle: verb.participle }),
		...(verb.unlessBefore.length > 0 ? { unless: { before: verb.unlessBefore } } : {}),
		verb,
	};
}
