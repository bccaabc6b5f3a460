/**
 * Findings that a reader has answered for good: one place, or one phrase. What is kept of the draft are hashes of its
 * words, so that an ignore finds its place again after edits around it and tells nothing to who reads the file.
 */
import type { Finding } from '../rules/rule';
import { stemOf } from '../tagging/stem';
import type { Block } from '../text/block';
import { toText } from '../text/sourceMap';
import type { Hasher } from './hash';

export const ignoresFileName = '.source-critic.ignores.json';

/** One finding at one place. */
export interface PlaceIgnore {
	readonly kind: 'place';
	readonly rule: string;
	/** The draft's path from the file's folder on, with "/". */
	readonly file: string;
	/** Hash of the words that were asked about. */
	readonly words: string;
	/** Hashes of the five words on each side within the block; '' where the block begins or ends there. */
	readonly before: string;
	readonly after: string;
	/** Which of the findings with these words it was, from 0 on: tells apart what hashes do not. */
	readonly ordinal: number;
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
		const passage = passageOf(finding, blocks[finding.block]);
		if (rulesOfPhrases.has(finding.rule)) {
			by[index] = phrases.get(`${finding.rule} ${phraseHash(passage, hash)}`) ?? null;
		}
		if (places.length === 0) continue;
		const key = `${finding.rule} ${wordsHash(passage, hash)}`;
		const ordinal = counts.get(key) ?? 0;
		counts.set(key, ordinal + 1);
		if (by[index] === null && wanted.has(key)) open.push({ index, key, ordinal, ...sidesOf(passage, hash) });
	}
	const stale = pairUp(places, open, (candidate, ignore) => {
		by[candidate.index] = ignore;
	});
	return { by, stale };
}

/** The ignore of one finding among all of its draft, in reading order and each by itself. */
export function placeIgnore(
	hash: Hasher,
	file: string,
	blocks: readonly Block[],
	findings: readonly Finding[],
	finding: Finding,
): PlaceIgnore {
	const passage = passageOf(finding, blocks[finding.block]);
	const words = wordsHash(passage, hash);
	let ordinal = 0;
	for (const other of findings) {
		if (other.rule !== finding.rule) continue;
		if (other.span.start === finding.span.start && other.span.end === finding.span.end) break;
		if (wordsHash(passageOf(other, blocks[other.block]), hash) === words) ordinal++;
	}
	const { before, after } = sidesOf(passage, hash);
	return { kind: 'place', rule: finding.rule, file, words, before, after, ordinal };
}

/** The ignore of a finding's words wherever its rule asks about them; null where they are too many to be a phrase. */
export function phraseIgnore(hash: Hasher, blocks: readonly Block[], finding: Finding): PhraseIgnore | null {
	const passage = passageOf(finding, blocks[finding.block]);
	if (passage.words.length === 0 || passage.words.length > longestPhrase) return null;
	return { kind: 'phrase', rule: finding.rule, phrase: phraseHash(passage, hash) };
}

/** How a rule's findings may be ignored. */
export type Ignorable = 'any way' | 'one by one';

// --- words -------------------------------------------------------------------------------------------------------

const sideLength = 5;
const longestPhrase = 6;
/** Digits of a hash. A place is told by three of them together; a phrase has one only. */
const placeDigits = 8;
const phraseDigits = 12;

/** A finding's words and those beside them in its block, in lower case. */
interface Passage {
	readonly words: readonly string[];
	/** The nearest first. */
	readonly before: readonly string[];
	readonly after: readonly string[];
}

function passageOf({ span }: Finding, block: Block | undefined): Passage {
	if (block === undefined) return { words: [], before: [], after: [] };
	const start = toText(block.map, Math.max(0, span.start - block.span.start));
	const end = Math.max(start, toText(block.map, Math.max(0, span.end - block.span.start)));
	const before = wordsIn(block.text.slice(Math.max(0, start - sideReach), start));
	const after = wordsIn(block.text.slice(end, end + sideReach));
	return {
		words: wordsIn(block.text.slice(start, end)),
		before: before.reverse().slice(0, sideLength),
		after: after.slice(0, sideLength),
	};
}

/** Code units in which five words are found, unless they are unusually long. */
const sideReach = 200;

/** Words without marks, so that neither a comma nor a change of the tokenizer matters. */
function wordsIn(text: string): string[] {
	return (
		text
			.toLowerCase()
			.replaceAll('’', "'")
			.match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu) ?? []
	).map(word => word.normalize('NFC'));
}

function wordsHash({ words }: Passage, hash: Hasher): string {
	return hash('words', words.join(' '), placeDigits);
}

function phraseHash({ words }: Passage, hash: Hasher): string {
	const bare = words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words;
	return hash('phrase', bare.map(stemOf).join(' '), phraseDigits);
}

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

function sidesOf({ before, after }: Passage, hash: Hasher): Pick<Candidate, 'before' | 'after' | 'weak'> {
	return {
		before: before.length === 0 ? '' : hash('before', before.join(' '), placeDigits),
		after: after.length === 0 ? '' : hash('after', after.join(' '), placeDigits),
		weak: { before: before.length < 2, after: after.length < 2 },
	};
}

// --- pairs -------------------------------------------------------------------------------------------------------

/** A finding that an ignore may be for. */
interface Candidate {
	readonly index: number;
	/** Rule and hash of the words. */
	readonly key: string;
	readonly ordinal: number;
	readonly before: string;
	readonly after: string;
	/** Sides that are too short to stand alone: every second sentence begins with "the". */
	readonly weak: { readonly before: boolean; readonly after: boolean };
}

/** Gives each ignore its finding, both sides first, then one; what is left over is stale. */
function pairUp(
	ignores: readonly PlaceIgnore[],
	candidates: readonly Candidate[],
	take: (candidate: Candidate, ignore: PlaceIgnore) => void,
): readonly PlaceIgnore[] {
	let waiting = ignores;
	let free = candidates;
	for (const key of keys) {
		const taken = new Set<Candidate>();
		const groups = grouped(free, candidate => key(candidate, candidate.key));
		const left: PlaceIgnore[] = [];
		for (const [name, group] of grouped(waiting, ignore => key(ignore, `${ignore.rule} ${ignore.words}`))) {
			const pairs = name === null ? [] : nearest(group, groups.get(name) ?? []);
			const paired = new Set(pairs.map(([ignore]) => ignore));
			for (const [ignore, candidate] of pairs) {
				taken.add(candidate);
				take(candidate, ignore);
			}
			left.push(...group.filter(ignore => !paired.has(ignore)));
		}
		waiting = left;
		free = free.filter(candidate => !taken.has(candidate));
	}
	return waiting;
}

type Sides = Pick<Candidate, 'before' | 'after'> & Partial<Pick<Candidate, 'weak'>>;

/** What must be equal, from the surest on; null where there is nothing to go by. */
const keys: readonly ((sides: Sides, words: string) => string | null)[] = [
	({ before, after }, words) => `${words} ${before} ${after}`,
	({ before, weak }, words) => (before === '' || weak?.before ? null : `${words} ${before}`),
	({ after, weak }, words) => (after === '' || weak?.after ? null : `${words} ${after}`),
];

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string | null, readonly T[]> {
	const groups = new Map<string | null, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** Pairs in order, each ignore with the free finding whose ordinal is nearest, as far as those behind it leave one. */
function nearest(
	ignores: readonly PlaceIgnore[],
	candidates: readonly Candidate[],
): readonly (readonly [PlaceIgnore, Candidate])[] {
	const ordered = [...ignores].sort((a, b) => a.ordinal - b.ordinal);
	const pairs: (readonly [PlaceIgnore, Candidate])[] = [];
	let at = 0;
	for (const [index, ignore] of ordered.entries()) {
		const distance = (i: number) => Math.abs((candidates[i]?.ordinal ?? Number.POSITIVE_INFINITY) - ignore.ordinal);
		const last = candidates.length - (ordered.length - index);
		while (at < last && distance(at + 1) < distance(at)) at++;
		const candidate = candidates[at++];
		if (candidate === undefined) break;
		pairs.push([ignore, candidate]);
	}
	return pairs;
}
