/**
 * The house's own words to watch, as `.source-critic.jsonc` has them: entries in the format of `seeds/lexicons`, checked
 * one by one; one that cannot be used is told, and the others count. A workspace is not trusted: how much an entry may
 * ask for is bounded, so that no pattern takes long to look for.
 */
import { t } from '@vscode/l10n';
import type { Node } from 'jsonc-parser/lib/esm/main';
import {
	bare,
	type HouseLexicon,
	type PhraseLexicon,
	phraseLexiconNames,
	type SeedNames,
} from '../attribution/houseLexicon';
import type { PhraseConditions, PhraseEntry, ReportingVerbEntry, WordGroups, WordKind } from '../attribution/lexicons';
import { compilePatterns, matchPatterns, type PatternEntry } from '../attribution/patterns';
import { tokenize } from '../text/tokens';
import { type Complain, defined, readArray, readObject, readOneOf, readText, unknown } from './nodes';

const maxEntries = 2_000;
const maxWordsInList = 300;
const maxPattern = 120;
const maxPatternWords = 10;
/** Words of a pattern that may be anything, or missing: each doubles the ways to read a text. */
const maxLoose = 3;

/** Reads `lexicon`; `seeds` is what it may refer to, where that is known. */
export function readHouseLexicon(node: Node, seeds: SeedNames | undefined, complain: Complain): HouseLexicon {
	const phrases: Partial<Record<PhraseLexicon, readonly PhraseEntry[]>> = {};
	let reportingVerbs: readonly ReportingVerbEntry[] = [];
	let off: readonly string[] = [];
	const phraseReaders = phraseLexiconNames.map(name => {
		const read = (list: Node) => {
			phrases[name] = readEntries(list, complain, (item, told) => readPhrase(item, told, seeds?.groups ?? {}));
		};
		return [name, read] as const;
	});
	readObject(node, complain, {
		...Object.fromEntries(phraseReaders),
		'reporting-verbs': list => {
			reportingVerbs = readEntries(list, complain, readVerb);
		},
		off: list => {
			off = readOff(list, seeds?.patterns, complain);
		},
	});
	return { phrases, reportingVerbs, off };
}

function readEntries<E>(
	list: Node,
	complain: Complain,
	read: (node: Node, complain: Complain) => E | null,
): readonly E[] {
	const items = readArray(list, complain);
	if (items.length > maxEntries) complain(list, t('Only the first {0} entries are used.', maxEntries), 'warning');
	return items.slice(0, maxEntries).flatMap(item => read(item, complain) ?? []);
}

function readOff(list: Node, patterns: readonly string[] | undefined, complain: Complain): readonly string[] {
	const known = patterns && new Set(patterns.map(bare));
	return readArray(list, complain).flatMap(item => {
		const pattern = readText(item, complain);
		if (pattern === undefined) return [];
		if (known && !known.has(bare(pattern))) {
			complain(item, unknownPattern(pattern, patterns ?? []), 'warning');
			return [];
		}
		return [pattern];
	});
}

/** A word of a larger pattern cannot be taken out by itself: the alternatives of the others hang on it. */
function unknownPattern(wanted: string, patterns: readonly string[]): string {
	const whole = patterns.find(pattern => bare(pattern).split(/[ |]/).includes(bare(wanted)));
	if (whole === undefined) return unknown('pattern', wanted, patterns.map(bare));
	return t('“{0}” is part of the pattern “{1}”, which can be taken out as a whole.', wanted, whole);
}

// --- entries -----------------------------------------------------------------------------------------------------

/** Reads fields by name; null where one of them cannot be used, which has been told. */
type Fields = Readonly<Record<string, (node: Node, complain: Complain) => unknown>>;

const phraseFields = {
	pattern: readPattern,
	category: readText,
	pos: readKinds,
	past: readWord,
	participle: readWord,
	note: readSentence,
	alternatives: readWords,
	question: readQuestion,
	unless: readConditions,
	only: readConditions,
	hit: readSentence,
	miss: readSentence,
} satisfies Readonly<Record<keyof PhraseEntry, unknown>>;

const verbFields = {
	lemma: readLemma,
	past: readWord,
	participle: readWord,
	implies: readImplies,
	neutral: readWord,
	unlessBefore: readWords,
	note: readSentence,
	hit: readSentence,
	miss: readSentence,
} satisfies Readonly<Record<keyof ReportingVerbEntry, unknown>>;

const conditionFields = {
	after: readWords,
	before: readWords,
	near: readWords,
	object: readWords,
	subject: readWords,
} satisfies Readonly<Record<keyof PhraseConditions, unknown>>;

function readPhrase(node: Node, complain: Complain, groups: WordGroups): PhraseEntry | null {
	const fields = readFields<Partial<PhraseEntry>>(node, phraseFields, complain);
	if (fields === null) return null;
	const { pattern } = fields;
	if (pattern === undefined) {
		complain(node, t('An entry needs a “pattern”: the words to watch for.'));
		return null;
	}
	const entry = { category: 'house', note: houseNote(), alternatives: [], hit: '', miss: '', ...fields, pattern };
	return isFound(entry, node, complain, groups) ? entry : null;
}

function readVerb(node: Node, complain: Complain): ReportingVerbEntry | null {
	const fields = readFields<Partial<ReportingVerbEntry>>(node, verbFields, complain);
	if (fields === null) return null;
	const { lemma, implies } = fields;
	if (lemma === undefined || implies === undefined) {
		complain(node, t('An entry needs a “lemma”, such as "boast", and what it “implies”, such as "can signal vanity".'));
		return null;
	}
	const entry = { neutral: 'say', unlessBefore: [], note: houseNote(), hit: '', miss: '', ...fields, lemma, implies };
	const [head = '', ...tail] = lemma.split(' ');
	const pattern = {
		...defined({ past: entry.past, participle: entry.participle }),
		pattern: [`<${head}>`, ...tail].join(' '),
	};
	return isFound({ ...pattern, hit: entry.hit }, node, complain) ? entry : null;
}

function houseNote(): string {
	return t('This is on the house’s own list of words to watch.');
}

function readFields<E>(node: Node, readers: Fields, complain: Complain): E | null {
	const fields: Record<string, unknown> = {};
	let usable = true;
	const told: Complain = (where, message, severity) => {
		if (severity !== 'warning') usable = false;
		complain(where, message, severity);
	};
	const named = Object.entries(readers).map(([name, read]) => {
		const keep = (value: Node) => {
			fields[name] = read(value, told);
		};
		return [name, keep] as const;
	});
	readObject(node, told, Object.fromEntries(named));
	return usable ? (fields as E) : null;
}

/** Whether the pattern can be looked for; one that does not find its own example is told, and used all the same. */
function isFound(
	entry: PatternEntry & { readonly hit: string },
	node: Node,
	complain: Complain,
	groups: WordGroups = {},
): boolean {
	const group = unknownGroup(entry, groups);
	if (group !== undefined) {
		complain(node, unknown('group', group, Object.keys(groups)));
		return false;
	}
	try {
		const compiled = compilePatterns([entry], groups);
		if (entry.hit === '' || matchPatterns(compiled, tokenize(entry.hit), entry.hit).length > 0) return true;
		const hit = (node.children ?? []).find(({ children }) => children?.[0]?.value === 'hit');
		complain(hit?.children?.[1] ?? node, t('The pattern is not found in this sentence.'), 'warning');
		return true;
	} catch {
		complain(node, t('The pattern “{0}” cannot be read.', entry.pattern));
		return false;
	}
}

function unknownGroup({ only, unless }: PatternEntry, groups: WordGroups): string | undefined {
	return [only, unless]
		.flatMap(conditions => Object.values(conditions ?? {}).flat() as string[])
		.filter(word => word.startsWith('@'))
		.map(word => word.slice(1))
		.find(name => !Object.hasOwn(groups, name));
}

// --- values ------------------------------------------------------------------------------------------------------

function readPattern(node: Node, complain: Complain): string | undefined {
	const pattern = readWord(node, complain, maxPattern);
	if (pattern === undefined) return undefined;
	const problem = patternProblem(pattern);
	if (problem === null) return pattern;
	complain(node, problem);
	return undefined;
}

function patternProblem(pattern: string): string | null {
	const words = pattern.split(' ');
	const isLoose = (word: string) => word === '*' || word.includes('{name}') || (word.length > 1 && word.endsWith('?'));
	const loose = words.filter(isLoose).length;
	if (words.length > maxPatternWords) return t('A pattern has at most {0} words.', maxPatternWords);
	if (loose === words.length) return t('A pattern needs at least one word of its own.');
	if (loose > maxLoose) return t('At most {0} words of a pattern may be anything, or missing.', maxLoose);
	return null;
}

function readLemma(node: Node, complain: Complain): string | undefined {
	const lemma = readWord(node, complain);
	if (lemma === undefined || /^[a-z'-]+( [a-z'-]+){0,3}$/.test(lemma)) return lemma;
	complain(node, t('A verb in its dictionary form is expected here, such as "boast".'));
	return undefined;
}

/** Lower case, straight apostrophes, single spaces, as the seeds have them. */
function readWord(node: Node, complain: Complain, longest = 80): string | undefined {
	const word = readText(node, complain);
	if (word === undefined) return undefined;
	if (word.length <= longest && /^[^\sA-Z’\p{Cc}]+( [^\sA-Z’\p{Cc}]+)*$/u.test(word)) return word;
	complain(node, t('Lower-case words with single spaces are expected here, at most {0} characters.', longest));
	return undefined;
}

function readWords(node: Node, complain: Complain): readonly string[] {
	return readArray(node, complain)
		.slice(0, maxWordsInList)
		.flatMap(item => readWord(item, complain) ?? []);
}

function readSentence(node: Node, complain: Complain): string | undefined {
	const sentence = readText(node, complain);
	if (sentence === undefined) return undefined;
	if (sentence.length <= 120 && /^[A-Z“][^\p{Cc}]*[.?!”]$/u.test(sentence)) return sentence;
	complain(node, t('A sentence is expected here, from its capital to its full stop, at most 120 characters.'));
	return undefined;
}

function readQuestion(node: Node, complain: Complain): string | undefined {
	const question = readText(node, complain);
	if (question === undefined) return undefined;
	if (question.length <= 80 && /^[^\p{Cc}]*%[^\p{Cc}]*\?$/u.test(question)) return question;
	complain(node, t('A question with % for the phrase is expected here, such as "Whose word is %?".'));
	return undefined;
}

function readImplies(node: Node, complain: Complain): string | undefined {
	const implies = readText(node, complain);
	if (implies === undefined) return undefined;
	if (implies.length > 0 && implies.length <= 40 && !/\p{Cc}/u.test(implies)) return implies;
	complain(node, t('A few words that go on from the verb are expected here, such as "can signal doubt".'));
	return undefined;
}

function readConditions(node: Node, complain: Complain): PhraseConditions | undefined {
	return readFields<PhraseConditions>(node, conditionFields, complain) ?? undefined;
}

const kinds: readonly WordKind[] = ['noun', 'verb', 'adjective', 'adverb', 'name'];

function readKinds(node: Node, complain: Complain): readonly WordKind[] {
	return readArray(node, complain).flatMap(item => readOneOf(item, kinds, complain) ?? []);
}
