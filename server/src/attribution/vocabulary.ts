/** The lexicons, made ready for look-up once. */

import { verbForms } from '../text/inflection';
import type { CueEntry, HearsayEntry, Lexicons } from './lexicons';
import { type CompiledPatterns, compilePatterns, createOpenings, type PatternEntry } from './patterns';
import { compileWording, type WordingEntry } from './wording';

export type CueForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** A word form that may attribute. */
export interface CueWord {
	readonly entry: CueEntry;
	readonly forms: readonly CueForm[];
}

export interface ClaimPattern {
	readonly pattern: string;
	readonly trigger: 'cause' | 'motive' | 'accusation' | 'forecast' | 'guess' | 'superlative' | 'comparison';
}

export interface Vocabulary {
	readonly lexicons: Lexicons;
	readonly verbs: ReadonlyMap<string, CueWord>;
	readonly nouns: ReadonlyMap<string, CueEntry>;
	/** Lemmas of all cues. */
	readonly cueLemmas: ReadonlySet<string>;
	/** Phrases by their first word, longest first. */
	readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly entry: CueEntry }[]>;
	readonly hearsay: CompiledPatterns<HearsayEntry>;
	readonly claims: CompiledPatterns<ClaimPattern>;
	/** The phrases and verbs that the rules about wording ask about. */
	readonly wording: CompiledPatterns<WordingEntry>;
	readonly accusations: CompiledPatterns<ClaimPattern>;
	/** What judges someone: words of our own for it, and loaded ones. */
	readonly judgements: CompiledPatterns<PatternEntry>;
	readonly replies: CompiledPatterns<PatternEntry>;
	readonly measures: ReadonlySet<string>;
	readonly outcomes: ReadonlySet<string>;
	readonly unnamed: ReadonlySet<string>;
	readonly roles: ReadonlySet<string>;
	readonly collective: ReadonlySet<string>;
	readonly followers: ReadonlySet<string>;
	readonly quantifiers: ReadonlySet<string>;
	readonly institutions: ReadonlySet<string>;
	readonly people: ReadonlySet<string>;
	readonly bystanders: ReadonlySet<string>;
	readonly publicFigures: ReadonlySet<string>;
	readonly spokespeople: ReadonlySet<string>;
	readonly documents: ReadonlySet<string>;
	readonly outletNouns: ReadonlySet<string>;
	/** Every noun that a source may go by: all of these lists. */
	readonly sourceNouns: ReadonlySet<string>;
	readonly titles: ReadonlySet<string>;
	/** Full name of an outlet by each of its names, lower case, without "the". */
	readonly outlets: ReadonlyMap<string, string>;
}

/** Kinds of loaded words that judge whoever they are said of; a label names a side, a slanted verb or drama judges an event. */
const judging: ReadonlySet<string> = new Set(['alignment', 'attack', 'evaluation']);

const ready = new WeakMap<Lexicons, Vocabulary>();

/** The look-up tables of these lexicons; made once for each. */
export function vocabularyOf(lexicons: Lexicons): Vocabulary {
	const known = ready.get(lexicons);
	if (known) return known;
	const vocabulary = build(lexicons);
	ready.set(lexicons, vocabulary);
	return vocabulary;
}

function build(lexicons: Lexicons): Vocabulary {
	const { sources, claims } = lexicons;
	const verbs = new Map<string, { entry: CueEntry; forms: CueForm[] }>();
	const nouns = new Map<string, CueEntry>();
	const phrases = new Map<string, { words: string[]; entry: CueEntry }[]>();
	for (const entry of lexicons.cues) {
		if (entry.type === 'noun') nouns.set(entry.lemma, entry);
		if (entry.type === 'phrase') {
			const words = entry.lemma.split(' ');
			const first = words[0] as string;
			phrases.set(
				first,
				[...(phrases.get(first) ?? []), { words, entry }].sort((a, b) => b.words.length - a.words.length),
			);
		}
		if (entry.type !== 'verb') continue;
		const irregular = {
			...(entry.past === undefined ? {} : { past: entry.past }),
			...(entry.participle === undefined ? {} : { participle: entry.participle }),
		};
		for (const [form, word] of Object.entries(verbForms(entry.lemma, irregular)) as [CueForm, string][]) {
			const known = verbs.get(word);
			if (!known) verbs.set(word, { entry, forms: [form] });
			else if (known.entry === entry) known.forms.push(form);
		}
	}
	const triggers = ['cause', 'motive', 'forecast', 'guess', 'superlative', 'comparison'] as const;
	const lowered = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(word => word.toLowerCase()));
	const lists = {
		unnamed: lowered(sources.unnamed),
		roles: lowered(sources.roles),
		followers: lowered(sources.followers),
		collective: lowered(sources.collective),
		quantifiers: lowered(sources.quantifiers),
		institutions: lowered(sources.institutions),
		people: lowered(sources.people),
		bystanders: lowered(sources.bystanders),
		publicFigures: lowered(sources.publicFigures),
		spokespeople: lowered(sources.spokespeople),
		documents: lowered(sources.documents),
		outletNouns: lowered(sources.outletNouns),
	};
	const openings = createOpenings();
	const patterns = <E extends PatternEntry>(entries: readonly E[]) => compilePatterns(entries, {}, openings);
	const outlets = new Map<string, string>();
	for (const { name, aliases } of sources.outlets) {
		for (const alias of [name, ...aliases]) outlets.set(alias.toLowerCase().replace(/^the /, ''), name);
	}
	return {
		lexicons,
		verbs,
		nouns,
		cueLemmas: new Set(lexicons.cues.map(({ lemma }) => lemma)),
		phrases,
		hearsay: patterns(lexicons.hearsay),
		claims: patterns(triggers.flatMap(trigger => claims[trigger].map(pattern => ({ pattern, trigger })))),
		wording: compileWording(lexicons, openings),
		accusations: patterns(claims.accusation.map(pattern => ({ pattern, trigger: 'accusation' as const }))),
		judgements: patterns([
			...claims.judgement.map(pattern => ({ pattern })),
			...lexicons.loadedLanguage.filter(({ category }) => judging.has(category)),
		]),
		replies: patterns(claims.reply.map(pattern => ({ pattern }))),
		measures: lowered(claims.measures),
		outcomes: lowered(claims.outcomes),
		...lists,
		sourceNouns: new Set(Object.values(lists).flatMap(words => [...words])),
		titles: lowered(sources.titles),
		outlets,
	};
}
