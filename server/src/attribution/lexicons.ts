/** The words the rules and the attribution layer go by: data under `seeds/lexicons`, handed in as values. */
import type { Stance } from './model';

/** A word that attributes. */
export interface CueEntry {
	/** Dictionary form of a verb ("say"), noun ("statement") or phrase ("according to"). */
	readonly lemma: string;
	readonly type: 'verb' | 'noun' | 'phrase';
	readonly stance: Stance;
	/** Irregular forms; regular ones are derived. */
	readonly past?: string;
	readonly participle?: string;
	/**
	 * What may follow the verb as content: a `clause` (with or without "that"), a `quote`, a question or `wh` clause,
	 * a noun phrase (`object`), an object and "as" (`as`), "to" and a verb (`infinitive`), a preposition and a noun phrase (`about`).
	 */
	readonly takes: readonly CueContent[];
	/** Whom it was said to stands between verb and content: "told reporters that". */
	readonly addressee?: 'object' | 'to';
}

export type CueContent = 'clause' | 'quote' | 'wh' | 'object' | 'as' | 'infinitive' | 'about';

/** A word or phrase that tilts a sentence. */
export interface PhraseEntry {
	/**
	 * Lower-case words; `a|b` is a choice, `<push>` any form of the verb, `pro-*` and `*-friendly` any word of that shape,
	 * `*` any word, `{name}` a capitalised name with its article; `the?` may be missing.
	 */
	readonly pattern: string;
	readonly category: string;
	/** What its first word has to be, where the same word may be something else: "a plot", "they plot". */
	readonly pos?: readonly WordKind[];
	/** Irregular forms of its verb, where they are not known anyway. */
	readonly past?: string;
	readonly participle?: string;
	/** Why an editor would ask: one sentence. */
	readonly note: string;
	/**
	 * Plainer words; `<promote>` takes the form of the verb it replaces, `a|b` the choice that was taken, `{name}` the
	 * name that was found. None where no word is neutral.
	 */
	readonly alternatives: readonly string[];
	/** Asked in these words, with `%` for the phrase; absent: "Whose judgement is …?". */
	readonly question?: string;
	readonly unless?: PhraseConditions;
	readonly only?: PhraseConditions;
	/** A sentence in which it must be found. */
	readonly hit: string;
	/** A sentence in which it must not. */
	readonly miss: string;
}

export type WordKind = 'noun' | 'verb' | 'adjective' | 'adverb' | 'name';

/** Words that conditions share: `@people` in a condition is the group of that name. */
export type WordGroups = Readonly<Record<string, readonly string[]>>;

/** Words beside a phrase; one list met is enough. Each holds lower-case words; `<verb>`, `pre-*` as in patterns, `@people` a group. */
export interface PhraseConditions {
	/** The word just before, determiners skipped. */
	readonly after?: readonly string[];
	/** The word just after, determiners skipped. */
	readonly before?: readonly string[];
	/** Anywhere in the sentence. */
	readonly near?: readonly string[];
	/** The noun it governs: the head of the noun phrase just behind, "migrants" in "a flood of thousands of young migrants". */
	readonly object?: readonly string[];
	/** The noun just before, where the phrase is its verb. */
	readonly subject?: readonly string[];
}

/** A reporting verb that says more than "said". */
export interface ReportingVerbEntry {
	readonly lemma: string;
	readonly past?: string;
	readonly participle?: string;
	/** "can signal doubt", "implies guilt": completes “…” in the message. */
	readonly implies: string;
	/** The neutral verb; with an addressee the fix writes "told". */
	readonly neutral: string;
	/** Words that make it another verb when they follow: "responsibility", "to", "lives". */
	readonly unlessBefore: readonly string[];
	readonly note: string;
	readonly hit: string;
	readonly miss: string;
}

/** Words that make a noun phrase a source of some kind. All lower case, singular and plural as used. */
export interface SourceNouns {
	/** "source", "insider": withheld even with a description. */
	readonly unnamed: readonly string[];
	/** "official", "aide": withheld unless they stand with a name. */
	readonly roles: readonly string[];
	/** "critics", "experts": a group that hides a source. */
	readonly collective: readonly string[];
	/** "some", "many": heads of a vague group. */
	readonly quantifiers: readonly string[];
	/** "police", "ministry": institutions that speak openly. */
	readonly institutions: readonly string[];
	/** "supporters", "fans": of someone; with a name, everyone knows of whom. */
	readonly followers: readonly string[];
	/** "voters", "teacher": private people; groups whose attitude is the news. */
	readonly people: readonly string[];
	/** "witness", "neighbor", "protester": whoever was there. */
	readonly bystanders: readonly string[];
	/** "lawmakers", "ministers": hold office in public; without a name, a group is vague and one of them is withheld. */
	readonly publicFigures: readonly string[];
	/** "spokesman": speaks for a body that is named or told from the text. */
	readonly spokespeople: readonly string[];
	/** "report", "study", "lawsuit". */
	readonly documents: readonly string[];
	/** "newspaper", "agency", "network": short for an outlet named before. */
	readonly outletNouns: readonly string[];
	/** Well-known outlets by their full names and short names. */
	readonly outlets: readonly { readonly name: string; readonly aliases: readonly string[] }[];
	/** "minister", "president", "Sen.": stands before a name. */
	readonly titles: readonly string[];
}

/** A construction that attributes to no one. */
export interface HearsayEntry {
	/** "is expected to": the same pattern language as phrases, `<be>` for any form of "be". */
	readonly pattern: string;
	readonly type: 'expectation' | 'belief' | 'report' | 'learned';
	/** The question that is asked: "Who expects this?" */
	readonly question: string;
	readonly note: string;
	readonly unless?: PhraseConditions;
	readonly hit: string;
	readonly miss: string;
}

/** Words that make a clause contestable. */
export interface ClaimWords {
	readonly cause: readonly string[];
	readonly motive: readonly string[];
	/** Acts that are wrong by law or by any newsroom's standard, with the object they need. */
	readonly accusation: readonly string[];
	/** Words that judge, attack or praise someone, or lay a design to them. */
	readonly judgement: readonly string[];
	/** "declined to comment", "denied": that someone has answered, or was given the chance. */
	readonly reply: readonly string[];
	readonly forecast: readonly string[];
	/** Words with which a writer concludes what no one has said: "apparently". */
	readonly guess: readonly string[];
	readonly superlative: readonly string[];
	readonly comparison: readonly string[];
	/** Units after which a number measures something: "percent", "billion", "people". */
	readonly measures: readonly string[];
	/** What is argued about when it is said to have been caused: "defeat", "shortage", "prices". */
	readonly outcomes: readonly string[];
	/** Nouns that are too general to show reach: "shaking the country". */
	readonly reach: readonly string[];
}

export interface Lexicons {
	readonly cues: readonly CueEntry[];
	readonly loadedLanguage: readonly PhraseEntry[];
	readonly hyperbole: readonly PhraseEntry[];
	readonly euphemism: readonly PhraseEntry[];
	readonly dehumanizingLanguage: readonly PhraseEntry[];
	readonly editorializing: readonly PhraseEntry[];
	readonly reportingVerbs: readonly ReportingVerbEntry[];
	readonly wordGroups: WordGroups;
	readonly sources: SourceNouns;
	readonly hearsay: readonly HearsayEntry[];
	readonly claims: ClaimWords;
}
