/**
 * Finds the phrases of a lexicon in tokens.
 *
 * A pattern is a run of words: `a|b` is a choice, `<push|press>` any form of a verb, `pro-*` and `*-friendly` a word of
 * that shape, `*` any one word, `{name}` a capitalised name with its article, and `very?` may be missing. All patterns
 * are laid into one trie, so that a text is read once however many there are; no expression is built from data.
 * Patterns of one family take the place of one another; those of different families stand side by side.
 */

import { type IrregularForms, inflectLike, lemmaForms, type VerbForm } from '../text/inflection';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { governedNoun, subjectNoun } from './governed';
import type { PhraseConditions, WordGroups, WordKind } from './lexicons';
import { type PartsOfSpeech, universalTag } from './partsOfSpeech';

/** What a lexicon entry must tell to be found. */
export interface PatternEntry {
	readonly pattern: string;
	readonly unless?: PhraseConditions;
	readonly only?: PhraseConditions;
	/** What its first word has to be; where parts of speech are not known, it may be anything. */
	readonly pos?: readonly WordKind[];
	/** Absent: all such entries are one family. */
	readonly family?: string;
	/** Irregular forms of its verb, where they are not known anyway. */
	readonly past?: string;
	readonly participle?: string;
}

/** A verb of a phrase as the draft has it. */
export interface MatchedVerb {
	readonly token: number;
	readonly lemma: string;
	readonly form: VerbForm;
}

/** The words that stand for `{name}`. */
export interface MatchedName {
	readonly firstToken: number;
	readonly endToken: number;
	readonly text: string;
}

/** A phrase that was found. */
export interface Match<E> {
	readonly entry: E;
	readonly firstToken: number;
	/** Index after the last token. */
	readonly endToken: number;
	readonly span: Span;
	/** The first `<verb>` of the pattern; null where it has none. */
	readonly verb: MatchedVerb | null;
	/** The words that stand for the first `{name}` of the pattern; null where it has none. */
	readonly name: MatchedName | null;
	/** For each word of the pattern that is a choice of words: how many there were, and which one stands here. */
	readonly choices: readonly Choice[];
}

export interface Choice {
	readonly of: number;
	readonly taken: number;
}

/** Where sentences lie, and whether capitals mean anything. */
export interface MatchOptions {
	/** A phrase never crosses a sentence, and conditions look no further. Absent: the tokens are one sentence. */
	readonly sentences?: readonly { readonly firstToken: number; readonly endToken: number }[];
	/** A headline in Title Case: a capital does not make a word part of a name. */
	readonly titleCase?: boolean;
	/** Of the tokens; conditions on parts of speech are met where they are not known, and in Title Case. */
	readonly partsOfSpeech?: PartsOfSpeech;
}

/** Patterns ready to be looked for. */
export interface CompiledPatterns<E> {
	/** What begins with a word: patterns, until a text comes to it, then the part of the trie behind it. */
	readonly firsts: Map<string, Pending<E>[] | Node<E>>;
	/** What begins with a shape or a name. */
	readonly root: Node<E>;
	readonly openings: Openings;
	/** Its bit among the openings. */
	readonly bit: number;
}

/** Which of several sets of patterns, a bit each, may begin at a token: a word is looked up once for all of them. */
export interface Openings {
	readonly sets: Pick<CompiledPatterns<unknown>, 'firsts' | 'root' | 'bit'>[];
	readonly byWord: Map<string, number>;
	readonly byTokens: WeakMap<readonly Token[], Uint8Array>;
}

/** Openings that no set of patterns belongs to yet; up to eight may. */
export function createOpenings(): Openings {
	return { sets: [], byWord: new Map(), byTokens: new WeakMap() };
}

/**
 * Compiles patterns; `@people` in a condition is the group of that name. Those that are looked for in the same texts share
 * their openings. Throws an Error naming the pattern that cannot be read.
 */
export function compilePatterns<E extends PatternEntry>(
	entries: readonly E[],
	groups: WordGroups = {},
	openings: Openings = createOpenings(),
): CompiledPatterns<E> {
	const pending: Pending<E>[] = [];
	const firsts = new Map<string, Pending<E>[]>();
	entries.forEach((entry, order) => {
		const written = entry.pattern.split(' ');
		if (!plainPattern.test(entry.pattern)) for (const word of written) checkWord(word, entry.pattern);
		if (written.every(isOptional)) throw new Error(`pattern “${entry.pattern}” matches nothing`);
		for (const conditions of [entry.unless, entry.only]) if (conditions) checkGroups(conditions, groups);
		const end = {
			entry,
			order,
			irregular: { past: entry.past, participle: entry.participle },
			family: entry.family ?? '',
			tags: entry.pos ? new Set(entry.pos.flatMap(kind => tagsOfKind[kind])) : null,
			unless: lazily(entry.unless, groups),
			only: lazily(entry.only, groups),
		};
		const pattern = { entry, written, words: [] };
		// What may be missing leaves the next word to begin with.
		for (let index = 0; index < written.length; index++) {
			const first = { pattern, index, steps: [], end };
			const texts = writtenTexts(written[index] ?? '', entry);
			if (texts === null) pending.push(first);
			else for (const text of texts) waitFor(firsts, text, first);
			if (!isOptional(written[index] ?? '')) break;
		}
	});
	const compiled = { firsts, root: rootOf(pending), openings, bit: 1 << openings.sets.length };
	openings.sets.push(compiled as CompiledPatterns<unknown>);
	return compiled;
}

/** The phrases in a block's tokens, in order; of one family none overlap, and of two that begin alike the longer, then the earlier entry is found. */
export function matchPatterns<E>(
	patterns: CompiledPatterns<E>,
	tokens: readonly Token[],
	text: string,
	options: MatchOptions = {},
): Match<E>[] {
	const sentences = options.sentences ?? [{ firstToken: 0, endToken: tokens.length }];
	const found: Match<E>[] = [];
	const opens = openingsIn(patterns.openings, tokens);
	for (const sentence of sentences) matchSentence(patterns, opens, tokens, text, sentence, options, found);
	return found;
}

function matchSentence<E>(
	patterns: CompiledPatterns<E>,
	opens: Uint8Array,
	tokens: readonly Token[],
	text: string,
	{ firstToken, endToken }: { readonly firstToken: number; readonly endToken: number },
	options: MatchOptions,
	found: Match<E>[],
): void {
	const end = Math.min(endToken, tokens.length);
	let next = nextOpening(opens, patterns.bit, firstToken, end);
	if (next >= end) return;
	const sentence = new Reader(tokens.slice(firstToken, end), text, firstToken, options);
	/** Where each family may go on; most sentences have no phrase. */
	let free: Map<string, number> | null = null;
	for (; next < end; next = nextOpening(opens, patterns.bit, next + 1, end)) {
		const at = next - firstToken;
		for (const candidate of candidatesAt(patterns, sentence, at)) {
			const { family } = candidate.from;
			if ((free?.get(family) ?? 0) > at || !holds(candidate, sentence, at)) continue;
			free ??= new Map();
			free.set(family, candidate.end);
			const match = toMatch(candidate, sentence, at, firstToken);
			if (match) found.push(match);
		}
	}
}

/** The first token from `at` on that a pattern may begin with; at most words nothing begins. */
function nextOpening(opens: Uint8Array, bit: number, at: number, end: number): number {
	let index = at;
	while (index < end && ((opens[index] as number) & bit) === 0) index++;
	return index;
}

/** For each token the bits of the sets that a pattern of may begin there. */
function openingsIn(openings: Openings, tokens: readonly Token[]): Uint8Array {
	const known = openings.byTokens.get(tokens);
	if (known !== undefined) return known;
	let named = 0;
	for (const { root, bit } of openings.sets) if (expanded(root).name !== null) named |= bit;
	const bits = new Uint8Array(tokens.length);
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index] as Token;
		const ofWord = openings.byWord.get(token.lower) ?? openingsOf(openings, token.lower);
		bits[index] = named !== 0 && isCapitalWord(token) ? ofWord | named : ofWord;
	}
	openings.byTokens.set(tokens, bits);
	return bits;
}

/** As many words are kept as a newsroom uses; a long one may be a slice, which keeps alive the text that it is of. */
const mostWords = 50_000;
const longestKept = 12;

function openingsOf({ sets, byWord }: Openings, lower: string): number {
	let bits = 0;
	for (const { firsts, root, bit } of sets) if (firsts.has(lower) || opensByShape(root, lower)) bits |= bit;
	if (lower.length > longestKept) return bits;
	if (byWord.size >= mostWords) byWord.clear();
	byWord.set(lower, bits);
	return bits;
}

/** Whether a word may begin something by its shape; names begin with any word that has a capital, too. */
function opensByShape({ any, name, prefixes, suffixes }: Node<unknown>, lower: string): boolean {
	if (any !== null || (name !== null && lower === 'the')) return true;
	for (const { text } of prefixes ?? nothing) if (lower.startsWith(text)) return true;
	for (const { text } of suffixes ?? nothing) if (lower.endsWith(text)) return true;
	return false;
}

/** Whether most longer words of a line begin with a capital, as headlines are set in the US. */
export function isTitleCase(tokens: readonly Token[]): boolean {
	const long = tokens.slice(1).filter(token => token.kind === 'word' && token.text.length >= 4);
	const capitals = long.filter(token => isCapital(token.text));
	return long.length >= 3 && capitals.length * 3 >= long.length * 2;
}

/** An alternative as the draft would have it: `<promote>` in the form of the matched verb, `a|b` as the draft chose (the last choice of as many words). */
export function renderAlternative(
	alternative: string,
	match: Pick<Match<unknown>, 'verb' | 'name' | 'choices'>,
): string {
	const form = match.verb?.form ?? 'base';
	return alternative
		.split(' ')
		.map(word => {
			const verb = angled(word);
			if (verb !== null) return inflectLike(verb, form);
			if (word === '{name}') return match.name?.text ?? '';
			if (!word.includes('|')) return word;
			const options = word.split('|');
			const choice = match.choices.findLast(({ of }) => of === options.length);
			return options[choice?.taken ?? 0] ?? word;
		})
		.join(' ');
}

/** Which form of its verb a word is, where its spelling leaves a choice: "pushed" after "has" is the participle. */
export function verbFormAt(
	tokens: readonly Token[],
	index: number,
	lemma: string,
	irregular: IrregularForms = {},
): VerbForm {
	const lower = tokens[index]?.lower ?? '';
	const forms = lemmaForms(lemma, irregular)
		.filter(([word]) => word === lower)
		.map(([, form]) => form);
	const [first = 'base'] = forms;
	if (forms.length < 2) return first;
	let before = index - 1;
	while (before >= 0 && isAdverb(tokens[before]?.lower ?? '')) before -= 1;
	const helper = tokens[before]?.lower ?? '';
	if (forms.includes('participle') && perfectOrPassive.has(helper)) return 'participle';
	if (forms.includes('base')) return takesBase.has(helper) ? 'base' : 'past';
	return first;
}

// --- the trie ----------------------------------------------------------------------------------------------------

/** Most nodes have one word behind them, and no shapes: what is not there is not made. */
interface Node<E> {
	words: Map<string, Node<E>> | null;
	prefixes: Edge<E>[] | null;
	suffixes: Edge<E>[] | null;
	readonly ends: End<E>[];
	/** What goes on from here and has not been asked for yet. */
	pending: Pending<E>[] | null;
	any: Node<E> | null;
	name: Node<E> | null;
}

/** What goes on behind a word of a shape. */
interface Edge<E> {
	readonly text: string;
	readonly node: Node<E>;
}

interface End<E> {
	readonly entry: E;
	readonly order: number;
	readonly family: string;
	readonly tags: ReadonlySet<string> | null;
	readonly irregular: IrregularForms;
	/** Laid out when a phrase is first found. */
	readonly unless: (() => Conditions) | null;
	readonly only: (() => Conditions) | null;
	readonly steps: readonly Step[];
}

/** One word of a pattern on the way through the trie. */
interface Step {
	readonly kind: 'word' | 'prefix' | 'suffix' | 'any' | 'name';
	readonly text: string;
	readonly lemma: string | null;
	readonly choice: Choice | null;
}

/** A pattern whose words from `index` on are not laid out yet. */
interface Pending<E> {
	readonly pattern: WrittenPattern;
	readonly index: number;
	readonly steps: readonly Step[];
	readonly end: Omit<End<E>, 'steps'>;
}

/** A pattern's words as they are written, and read as far as a text has come to them. */
interface WrittenPattern {
	readonly entry: PatternEntry;
	readonly written: readonly string[];
	readonly words: PatternWord[];
}

interface PatternWord {
	readonly optional: boolean;
	readonly steps: readonly Step[];
}

function createNode<E>(): Node<E> {
	return { words: null, prefixes: null, suffixes: null, ends: [], pending: null, any: null, name: null };
}

function rootOf<E>(pending: Pending<E>[]): Node<E> {
	const root = createNode<E>();
	if (pending.length > 0) root.pending = pending;
	return root;
}

/** Lays out one more word of the patterns that have come to a node; choices multiply, and most are never read. */
function expanded<E>(node: Node<E>): Node<E> {
	const { pending } = node;
	if (pending === null) return node;
	node.pending = null;
	for (const pattern of pending) expand(node, pattern);
	return node;
}

function expand<E>(node: Node<E>, { pattern, index, steps, end }: Pending<E>): void {
	if (index >= pattern.written.length) {
		if (steps.length > 0) node.ends.push(endAfter(steps, end));
		return;
	}
	const word = wordOf(pattern, index);
	if (word.optional) expand(node, { pattern, index: index + 1, steps, end });
	for (const step of word.steps) {
		const next = follow(node, step);
		next.pending ??= [];
		next.pending.push({ pattern, index: index + 1, steps: [...steps, step], end });
	}
}

/** Field by field: whatever is made by adding to a spread object gets a hidden class of its own, and reading it is slow. */
function endAfter<E>(steps: readonly Step[], end: Omit<End<E>, 'steps'>): End<E> {
	const { entry, order, irregular, family, tags, unless, only } = end;
	return { entry, order, irregular, family, tags, unless, only, steps };
}

/** What a first word may be, where it is a word and not a shape; else null. */
function writtenTexts(written: string, entry: PatternEntry): readonly string[] | null {
	const word = isOptional(written) ? written.slice(0, -1) : written;
	const lemmas = angled(word);
	if (lemmas !== null) return lemmas.split('|').flatMap(lemma => lemmaForms(lemma, entry).map(([text]) => text));
	return /[*{]/.test(word) ? null : word.split('|');
}

function waitFor<E>(firsts: Map<string, Pending<E>[]>, text: string, pattern: Pending<E>): void {
	const known = firsts.get(text);
	if (known === undefined) firsts.set(text, [pattern]);
	else if (known.at(-1) !== pattern) known.push(pattern);
}

/** The trie behind a first word, laid out when a text comes to it; undefined where nothing begins with it. */
function behindFirst<E>({ firsts }: CompiledPatterns<E>, lower: string): Node<E> | undefined {
	const known = firsts.get(lower);
	if (known === undefined || !Array.isArray(known)) return known;
	const node = createNode<E>();
	firsts.set(lower, node);
	node.pending = [];
	for (const { pattern, index, end } of known) {
		const word = wordOf(pattern, index);
		for (const step of word.steps) {
			if (step.text === lower) node.pending.push({ pattern, index: index + 1, steps: [step], end });
		}
	}
	return node;
}

function wordOf(pattern: WrittenPattern, index: number): PatternWord {
	pattern.words[index] ??= parseWord(pattern.written[index] ?? '', pattern.entry);
	return pattern.words[index] as PatternWord;
}

function follow<E>(node: Node<E>, step: Step): Node<E> {
	switch (step.kind) {
		case 'any':
			node.any ??= createNode();
			return node.any;
		case 'name':
			node.name ??= createNode();
			return node.name;
		case 'prefix':
			node.prefixes ??= [];
			return followShape(node.prefixes, step.text);
		case 'suffix':
			node.suffixes ??= [];
			return followShape(node.suffixes, step.text);
		default:
			node.words ??= new Map();
			return followWord(node.words, step.text);
	}
}

function followWord<E>(words: Map<string, Node<E>>, text: string): Node<E> {
	const known = words.get(text);
	if (known !== undefined) return known;
	const node = createNode<E>();
	words.set(text, node);
	return node;
}

function followShape<E>(edges: Edge<E>[], text: string): Node<E> {
	const known = edges.find(edge => edge.text === text);
	if (known !== undefined) return known.node;
	const node = createNode<E>();
	edges.push({ text, node });
	return node;
}

function isOptional(written: string): boolean {
	return written.length > 1 && written.endsWith('?');
}

/** Most patterns are so plain that there is nothing to check. */
const plainPattern = /^[a-z'’-]+\??(?: [a-z'’-]+\??)*$/;

/** Throws where a word cannot be read; it is read only when a text comes to it. */
function checkWord(written: string, pattern: string): void {
	const word = isOptional(written) ? written.slice(0, -1) : written;
	if (angled(word) !== null) return;
	const isBroken =
		word === '' ||
		/[<>{}?]/.test(word.replace('{name}', '')) ||
		/^\||\|$|\|\|/.test(word) ||
		(word !== word.toLowerCase() &&
			word
				.split('|')
				.some(option => !option.startsWith('*') && !option.endsWith('*') && option !== option.toLowerCase()));
	if (isBroken) throw new Error(`cannot read pattern “${pattern}”`);
}

function parseWord(written: string, entry: PatternEntry): PatternWord {
	const optional = isOptional(written);
	const word = optional ? written.slice(0, -1) : written;
	const lemmas = angled(word);
	if (lemmas !== null) {
		const steps = new Map<string, Step>();
		for (const lemma of lemmas.split('|')) {
			for (const [text] of lemmaForms(lemma, entry)) {
				if (!steps.has(text)) steps.set(text, { kind: 'word', text, lemma, choice: null });
			}
		}
		return { optional, steps: [...steps.values()] };
	}
	const options = word.split('|');
	return {
		optional,
		steps: options.map((option, taken) =>
			parseOption(option, options.length > 1 ? { of: options.length, taken } : null),
		),
	};
}

function parseOption(option: string, choice: Choice | null): Step {
	if (option === '{name}') return { kind: 'name', text: '', lemma: null, choice };
	if (option === '*') return { kind: 'any', text: '', lemma: null, choice };
	if (option.startsWith('*')) return { kind: 'suffix', text: option.slice(1), lemma: null, choice };
	if (option.endsWith('*')) return { kind: 'prefix', text: option.slice(0, -1), lemma: null, choice };
	return { kind: 'word', text: option, lemma: null, choice };
}

/** What stands in `<…>`, or null. */
function angled(word: string): string | null {
	return word.length > 2 && word.startsWith('<') && word.endsWith('>') ? word.slice(1, -1) : null;
}

// --- reading -----------------------------------------------------------------------------------------------------

/** One sentence, with what conditions ask of it worked out once. */
class Reader {
	readonly tokens: readonly Token[];
	readonly text: string;
	readonly titleCase: boolean;
	/** Index of its first token in the block. */
	readonly base: number;
	readonly partsOfSpeech: PartsOfSpeech | null;

	constructor(
		tokens: readonly Token[],
		text: string,
		base: number,
		{ titleCase = false, partsOfSpeech }: MatchOptions,
	) {
		this.tokens = tokens;
		this.text = text;
		this.base = base;
		this.titleCase = titleCase;
		this.partsOfSpeech = titleCase ? null : (partsOfSpeech ?? null);
	}

	/** The universal tag of a token of the sentence; '' where it is not known. */
	readonly tag = (index: number): string =>
		this.partsOfSpeech ? universalTag(this.partsOfSpeech, this.base + index) : '';
}

interface Candidate<E> {
	readonly end: number;
	readonly from: End<E>;
	/** The token, counted in the sentence, at which each step begins. */
	readonly starts: readonly number[];
}

/** What may stand at a token, the longest and then the earliest entry first. */
function candidatesAt<E>(patterns: CompiledPatterns<E>, sentence: Reader, at: number): readonly Candidate<E>[] {
	const candidates: Candidate<E>[] = [];
	const literal = behindFirst(patterns, (sentence.tokens[at] as Token).lower);
	if (literal) walk(literal, sentence, at + 1, [at], candidates);
	walkShapes(patterns.root, sentence, at, noStarts, candidates);
	return candidates.length < 2 ? candidates : candidates.sort((a, b) => b.end - a.end || a.from.order - b.from.order);
}

const nothing: readonly never[] = [];
const noStarts: readonly number[] = [];

/** Adds what ends at or behind a node that was reached before the token `index`. */
function walk<E>(
	reached: Node<E>,
	sentence: Reader,
	index: number,
	starts: readonly number[],
	candidates: Candidate<E>[],
): void {
	const { ends, words } = expanded(reached);
	for (const from of ends) candidates.push({ end: index, from, starts });
	const token = sentence.tokens[index];
	if (!token) return;
	const literal = words?.get(token.lower);
	if (literal) walk(literal, sentence, index + 1, [...starts, index], candidates);
	walkShapes(reached, sentence, index, starts, candidates);
}

/** The same behind what takes a word by its shape, or a name. */
function walkShapes<E>(
	{ prefixes, suffixes, any, name }: Node<E>,
	sentence: Reader,
	index: number,
	starts: readonly number[],
	candidates: Candidate<E>[],
): void {
	const token = sentence.tokens[index] as Token;
	if ((prefixes !== null || suffixes !== null || any !== null) && isWord(token)) {
		const { lower } = token;
		for (const { text, node } of prefixes ?? nothing)
			if (lower.length > text.length && lower.startsWith(text))
				walk(node, sentence, index + 1, [...starts, index], candidates);
		for (const { text, node } of suffixes ?? nothing)
			if (lower.length > text.length && lower.endsWith(text))
				walk(node, sentence, index + 1, [...starts, index], candidates);
		if (any) walk(any, sentence, index + 1, [...starts, index], candidates);
	}
	if (name) {
		const end = endOfName(sentence.tokens, index, sentence.titleCase ? 1 : longestName);
		if (end > index) walk(name, sentence, end, [...starts, index], candidates);
	}
}

function holds<E>(candidate: Candidate<E>, sentence: Reader, at: number): boolean {
	if (isHalfOfCompound(sentence, at, candidate.end)) return false;
	if (!sentence.titleCase && liesInName(candidate, sentence, at)) return false;
	const { tags, unless, only } = candidate.from;
	if (tags && sentence.partsOfSpeech && !tags.has(sentence.tag(at)) && !isCapitalByPlace(sentence, at)) return false;
	if (unless && fulfils(unless(), sentence, at, candidate.end)) return false;
	return !only || fulfils(only(), sentence, at, candidate.end);
}

/** "Feral youths": the capital that a sentence gives its first word is taken for a name's. */
function isCapitalByPlace(sentence: Reader, at: number): boolean {
	return sentence.tag(at) === 'PROPN' && opensSentence(sentence.tokens, at);
}

/** Whether a hyphen ties the phrase to what stands beside it: “regime”-backed. */
function isHalfOfCompound({ tokens, text }: Reader, at: number, end: number): boolean {
	const start = tokens[at]?.start ?? 0;
	return text.charAt(start - 1) === '-' || text.charAt(tokens[end - 1]?.end ?? text.length) === '-';
}

/** A word with a capital the sentence does not ask for belongs to a name or title: "Radical Party". */
function liesInName<E>({ from, starts, end }: Candidate<E>, sentence: Reader, at: number): boolean {
	const { tokens } = sentence;
	const initial = opensSentence(tokens, at);
	for (let index = 0; index < from.steps.length; index += 1) {
		const step = from.steps[index] as Step;
		const token = tokens[starts[index] ?? at];
		if (!token || step.kind === 'name' || step.kind === 'any') continue;
		if (initial && token === tokens[at]) continue;
		const written =
			step.kind === 'suffix' ? token.text.slice(-step.text.length) : token.text.slice(0, step.text.length);
		if (isCapital(written.replace('-', ''))) return true;
	}
	const next = tokens[end];
	return initial && end - at === 1 && isCapitalWord(next);
}

/** Whether the token is the first word of its sentence, or of what follows a colon or an opening mark. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
	for (let index = at - 1; index >= 0; index -= 1) {
		const token = tokens[index];
		if (!token) return true;
		if (isWord(token)) return false;
		if (/[:“"‘'—–]/.test(token.text)) return true;
	}
	return true;
}

const longestName = 8;

/** The token after a name that begins here, with its article and what it owns; the index itself where none does. Where every word has a capital, a name is one word. */
function endOfName(tokens: readonly Token[], at: number, limit: number): number {
	let index = tokens[at]?.lower === 'the' ? at + 1 : at;
	const first = index;
	while (index - first < limit) {
		const token = tokens[index];
		const next = tokens[index + 1];
		if (isCapitalWord(token)) index += 1;
		else if (index > first && token && insideNames.has(token.lower) && isCapitalWord(next)) index += 1;
		else break;
	}
	if (index === first) return at;
	const owned = tokens[index]?.lower === "'s" ? tokens[index + 1] : undefined;
	return isWord(owned) && !isCapitalWord(owned) ? index + 2 : index;
}

function toMatch<E>(candidate: Candidate<E>, { tokens, text }: Reader, at: number, base: number): Match<E> | null {
	const { from, starts, end } = candidate;
	const first = tokens[at];
	const last = tokens[end - 1];
	if (!first || !last) return null;
	const verbAt = from.steps.findIndex(step => step.lemma !== null);
	const lemma = from.steps[verbAt]?.lemma ?? null;
	const token = starts[verbAt] ?? -1;
	return {
		entry: from.entry,
		firstToken: base + at,
		endToken: base + end,
		span: { start: first.start, end: last.end },
		verb:
			lemma === null ? null : { token: base + token, lemma, form: verbFormAt(tokens, token, lemma, from.irregular) },
		name: nameIn(candidate, tokens, text, base),
		choices: from.steps.flatMap(step => step.choice ?? []),
	};
}

function nameIn<E>(
	{ from, starts, end }: Candidate<E>,
	tokens: readonly Token[],
	text: string,
	base: number,
): MatchedName | null {
	const step = from.steps.findIndex(({ kind }) => kind === 'name');
	const at = starts[step];
	if (at === undefined) return null;
	const after = starts[step + 1] ?? end;
	const words = text.slice(tokens[at]?.start, tokens[after - 1]?.end);
	return { firstToken: base + at, endToken: base + after, text: words };
}

// --- conditions --------------------------------------------------------------------------------------------------

interface Conditions {
	readonly after: WordSet | null;
	readonly before: WordSet | null;
	readonly near: WordSet | null;
	readonly object: WordSet | null;
	readonly subject: WordSet | null;
}

interface WordSet {
	readonly words: ReadonlySet<string>;
	readonly shapes: readonly Shape[];
}

interface Shape {
	readonly prefix: string;
	readonly suffix: string;
}

/** Throws where a condition asks for a group that there is none of. */
function checkGroups({ after, before, near, object, subject }: PhraseConditions, groups: WordGroups): void {
	for (const words of [after, before, near, object, subject])
		for (const word of words ?? nothing) if (word.startsWith('@')) membersOf(word, groups);
}

/** Conditions that are laid out when they are first asked for. */
function lazily(conditions: PhraseConditions | undefined, groups: WordGroups): (() => Conditions) | null {
	if (!conditions) return null;
	let compiled: Conditions | null = null;
	return () => {
		compiled ??= compileConditions(conditions, groups);
		return compiled;
	};
}

function compileConditions(conditions: PhraseConditions, groups: WordGroups): Conditions {
	return {
		after: compileWords(conditions.after, groups),
		before: compileWords(conditions.before, groups),
		near: compileWords(conditions.near, groups),
		object: compileWords(conditions.object, groups),
		subject: compileWords(conditions.subject, groups),
	};
}

function compileWords(written: readonly string[] | undefined, groups: WordGroups): WordSet | null {
	if (!written || written.length === 0) return null;
	const words = new Set<string>();
	const shapes: Shape[] = [];
	for (const word of written.flatMap(each => membersOf(each, groups))) {
		const lemma = angled(word);
		const star = word.indexOf('*');
		if (lemma !== null) for (const [form] of lemmaForms(lemma)) words.add(form);
		else if (star >= 0 && word.length > 1) shapes.push({ prefix: word.slice(0, star), suffix: word.slice(star + 1) });
		else words.add(word);
	}
	return { words, shapes };
}

function membersOf(word: string, groups: WordGroups): readonly string[] {
	if (!word.startsWith('@')) return [word];
	const group = Object.hasOwn(groups, word.slice(1)) ? groups[word.slice(1)] : undefined;
	if (!group) throw new Error(`no group of words for “${word}” in a condition of a pattern`);
	return group;
}

/** Whether any of the lists is met. */
function fulfils(conditions: Conditions, sentence: Reader, at: number, end: number): boolean {
	const { tokens } = sentence;
	if (conditions.after) {
		let index = at - 1;
		while (determiners.has(tokens[index]?.lower ?? '')) index -= 1;
		if (includes(conditions.after, tokens[index])) return true;
	}
	if (conditions.before) {
		let index = end;
		while (determiners.has(tokens[index]?.lower ?? '')) index += 1;
		// A determiner may itself be asked for.
		if (includes(conditions.before, tokens[index]) || includes(conditions.before, tokens[end])) return true;
	}
	if (conditions.object && includes(conditions.object, tokens[governedNoun(tokens, end, sentence.tag)])) return true;
	if (conditions.subject && includes(conditions.subject, tokens[subjectNoun(tokens, at, sentence.tag)])) return true;
	return conditions.near !== null && standsNear(conditions.near, sentence, at, end);
}

function includes(set: WordSet, token: Token | undefined): boolean {
	if (!token) return false;
	if (set.words.has(token.lower)) return true;
	return set.shapes.length > 0 && set.shapes.some(shape => hasShape(token.lower, shape));
}

/** Whether one of the words stands in the sentence beside the phrase. */
function standsNear(set: WordSet, { tokens }: Reader, at: number, end: number): boolean {
	for (let index = 0; index < tokens.length; index += 1)
		if ((index < at || index >= end) && includes(set, tokens[index])) return true;
	return false;
}

function hasShape(word: string, { prefix, suffix }: Shape): boolean {
	return word.length > prefix.length + suffix.length && word.startsWith(prefix) && word.endsWith(suffix);
}

function isWord(token: Token | undefined): boolean {
	return token?.kind === 'word' || token?.kind === 'number';
}

function isCapitalWord(token: Token | undefined): boolean {
	return token !== undefined && token.text !== token.lower && isWord(token) && isCapital(token.text);
}

function isCapital(text: string): boolean {
	const first = text.charAt(0);
	return first !== first.toLowerCase();
}

function isAdverb(word: string): boolean {
	return (word.endsWith('ly') && word.length > 4) || adverbs.has(word);
}

const tagsOfKind: Readonly<Record<WordKind, readonly string[]>> = {
	noun: ['NOUN'],
	verb: ['VERB'],
	adjective: ['ADJ'],
	adverb: ['ADV'],
	name: ['PROPN'],
};
const insideNames: ReadonlySet<string> = new Set([
	'of',
	'de',
	'la',
	'el',
	'al',
	'bin',
	'van',
	'von',
	'&',
	'and',
	'the',
]);
const determiners: ReadonlySet<string> = new Set(
	'a an the this that these those its his her their our my your'.split(' '),
);
const adverbs: ReadonlySet<string> = new Set(
	"not n't never also again already even just still once ever since so long yet".split(' '),
);
const perfectOrPassive: ReadonlySet<string> = new Set(
	"have has had having 've 'd is are was were be been being am 's 're 'm get gets got getting".split(' '),
);
const takesBase: ReadonlySet<string> = new Set(
	"to will would can could may might must shall should do does did 'll 'd".split(' '),
);
