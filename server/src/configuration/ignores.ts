/**
 * Findings that a reader has answered for good: one place, or one phrase. What is kept of the draft are hashes of its
 * words, so that an ignore finds its place again after edits around it and tells nothing to who reads the file.
 */
import type { Finding } from '../rules/rule';
import { stemOf } from '../tagging/stem';
import type { Block } from '../text/block';
import { type Anchor, bySides, type Pairable, type Passage, pairUp, passageOf, sidesOf, wordsHash } from './anchors';
import type { Hasher } from './hash';

export const ignoresFileName = '.source-critic.ignores.json';

/** One finding at one place: its anchor, the ordinal being among the findings of its rule. */
export interface PlaceIgnore extends Anchor {
	readonly kind: 'place';
	readonly rule: string;
	/** The draft's path from the file's folder on, with "/". */
	readonly file: string;
	readonly reason?: string;
}

/** One phrase, whatever its forms, in every file. */
export interface PhraseIgnore {
	readonly kind: 'phrase';
	readonly rule: string;
	/** Hash of the words in their dictionary form. */
	readonly phrase: string;
	readonly reason?: string;
}

export type Ignore = PlaceIgnore | PhraseIgnore;

export interface Ignores {
	readonly salt: string;
	readonly hash: Hasher;
	readonly list: readonly Ignore[];
}

/** What was ignored of a draft's findings. */
export interface Matched {
	/** One for each finding: the ignore that silences it, or null. */
	readonly by: readonly (Ignore | null)[];
	/** Ignores of this draft that fit no finding any more. */
	readonly stale: readonly PlaceIgnore[];
}

/**
 * Which findings are ignored. An ignore silences one finding of its rule with the same words and the same words on both
 * sides; else one with one side the same, where that side is two words or more. Of several the nearest by ordinal is
 * taken. `file` is null for a draft that is no file: phrases count there, places do not. `findings` are in reading order,
 * each by itself. Linear in findings and ignores.
 */
export function matchIgnores(
	{ list, hash }: Ignores,
	file: string | null,
	blocks: readonly Block[],
	findings: readonly Finding[],
	ignorable: (rule: string) => Ignorable,
): Matched {
	const phrases = new Map<string, PhraseIgnore>();
	const places: PlaceIgnore[] = [];
	for (const ignore of list) {
		if (ignore.kind === 'phrase') {
			if (ignorable(ignore.rule) === 'any way') phrases.set(`${ignore.rule} ${ignore.phrase}`, ignore);
		} else if (ignore.file === file) places.push(ignore);
	}
	const by: (Ignore | null)[] = findings.map(() => null);
	if (phrases.size === 0 && places.length === 0) return { by, stale: [] };
	const rulesOfPhrases = new Set([...phrases.values()].map(({ rule }) => rule));
	const open: Candidate[] = [];
	const wanted = new Set(places.map(({ rule, words }) => `${rule} ${words}`));
	const counts = new Map<string, number>();
	for (const [index, finding] of findings.entries()) {
		const passage = passageOf(finding.span, blocks[finding.block]);
		if (rulesOfPhrases.has(finding.rule)) {
			by[index] = phrases.get(`${finding.rule} ${phraseHash(passage, hash)}`) ?? null;
		}
		if (places.length === 0) continue;
		const key = `${finding.rule} ${wordsHash(passage, hash)}`;
		const ordinal = counts.get(key) ?? 0;
		counts.set(key, ordinal + 1);
		if (by[index] === null && wanted.has(key)) open.push({ index, key, ordinal, ...sidesOf(passage, hash) });
	}
	const kept = places.map(ignore => ({ ignore, ...ignore, key: `${ignore.rule} ${ignore.words}` }));
	const left = pairUp(kept, open, bySides, (candidate, { ignore }) => {
		by[candidate.index] = ignore;
	});
	return { by, stale: left.map(({ ignore }) => ignore) };
}

/** The ignore of one finding among all of its draft, in reading order and each by itself. */
export function placeIgnore(
	hash: Hasher,
	file: string,
	blocks: readonly Block[],
	findings: readonly Finding[],
	finding: Finding,
): PlaceIgnore {
	const passage = passageOf(finding.span, blocks[finding.block]);
	const words = wordsHash(passage, hash);
	let ordinal = 0;
	for (const other of findings) {
		if (other.rule !== finding.rule) continue;
		if (other.span.start === finding.span.start && other.span.end === finding.span.end) break;
		if (wordsHash(passageOf(other.span, blocks[other.block]), hash) === words) ordinal++;
	}
	const { before, after } = sidesOf(passage, hash);
	return { kind: 'place', rule: finding.rule, file, words, before, after, ordinal };
}

/** The ignore of a finding's words wherever its rule asks about them; null where they are too many to be a phrase. */
export function phraseIgnore(hash: Hasher, blocks: readonly Block[], finding: Finding): PhraseIgnore | null {
	const passage = passageOf(finding.span, blocks[finding.block]);
	if (passage.words.length === 0 || passage.words.length > longestPhrase) return null;
	return { kind: 'phrase', rule: finding.rule, phrase: phraseHash(passage, hash) };
}

/** How a rule's findings may be ignored. */
export type Ignorable = 'any way' | 'one by one';

const longestPhrase = 6;
/** A phrase has one hash only, where a place has three. */
const phraseDigits = 12;

function phraseHash({ words }: Passage, hash: Hasher): string {
	const bare = words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words;
	return hash('phrase', bare.map(stemOf).join(' '), phraseDigits);
}

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** A finding that an ignore may be for. */
interface Candidate extends Pairable {
	readonly index: number;
}
