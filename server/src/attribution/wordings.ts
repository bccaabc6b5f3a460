/** Quotations that stand twice in different words, or in a headline or caption and nowhere in the body. */
import { inSlices } from '../text/slices';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { bodySentences, isSummary } from './bodyMatch';
import type { OtherWording, SourceSummary } from './context';
import type { BlockAnalysis, QuotedSpan } from './model';
import { inDocument } from './offsets';
import { isTitleCase } from './patterns';
import { perBlock } from './perBlock';

type Speakers = readonly (readonly (SourceSummary | null)[])[];

/** The most quotations of headline and captions, and of the body, that are compared. */
const mostQuotations = 40;
const mostInBody = 400;
/** Fewer words are a term, a nickname or a headline's distance. */
const fewestWords = 3;

/** By index of block: one for each of its quotations that the body has otherwise. */
export function* otherWordings(
	analyses: readonly BlockAnalysis[],
	speakers: Speakers,
): Generator<undefined, ReadonlyMap<number, readonly (OtherWording | null)[]>, void> {
	const result = new Map<number, (OtherWording | null)[]>();
	const note = (block: number, index: number, wording: OtherWording): void => {
		const known = result.get(block) ?? (analyses[block]?.quotations ?? []).map(() => null);
		known[index] = wording;
		result.set(block, known);
	};
	const { short, long } = yield* quotationsIn(analyses, speakers);
	if (short.length > 0 && (bodySentences(analyses)?.length ?? 0) > 0) {
		yield* inSlices(short, quotation => {
			const elsewhere = (other: BlockAnalysis): boolean =>
				other !== quotation.analysis && standsIn(quotation, other.tokens);
			if (!isTitle(quotation) && !analyses.some(elsewhere))
				note(quotation.block, quotation.index, { kind: 'absent', other: likest(quotation, long) });
			return analyses.length;
		});
	}
	for (const [quotation, other] of variants(long))
		note(quotation.block, quotation.index, { kind: 'differs', other: place(other) });
	yield;
	return result;
}

/** A quotation with its words. */
interface Words {
	readonly index: number;
	readonly quotation: QuotedSpan;
	/** In lower case; null where something is left out or filled in: "…", "[the owners]". */
	readonly words: readonly (string | null)[];
	/** Those that weigh, without their endings. */
	readonly stems: ReadonlySet<string>;
	/** The same for comparing; null where there are too few, or something is left out. */
	readonly key: string | null;
}

interface Quoted extends Words {
	readonly block: number;
	readonly analysis: BlockAnalysis;
	readonly speaker: string | null;
	readonly paragraph: number;
}

interface Compared {
	/** Of headline and captions. */
	readonly short: readonly Quoted[];
	readonly long: readonly Quoted[];
}

function* quotationsIn(analyses: readonly BlockAnalysis[], speakers: Speakers): Generator<undefined, Compared, void> {
	const short: Quoted[] = [];
	const long: Quoted[] = [];
	let paragraph = 0;
	yield* inSlices(analyses, (analysis, block) => {
		if (analysis.tokens.length === 0) return 0;
		// A standfirst is often the first paragraph, and has its own quotations.
		const isShort = isSummary(analysis) && analysis.block.kind !== 'standfirst';
		if (analysis.block.kind === 'paragraph') paragraph++;
		const [found, most] = isShort ? [short, mostQuotations] : [long, mostInBody];
		if (analysis.quotations.length === 0 || found.length >= most) return 0;
		for (const quoted of quotedIn(analysis)) {
			const speaker = speakers[block]?.[quoted.index]?.id ?? null;
			if (found.length < most) found.push({ ...quoted, block, analysis, speaker, paragraph });
		}
		return analysis.block.text.length;
	});
	return { short, long };
}

/** The quotations of a block that are compared. */
const quotedIn = perBlock(({ quotations, tokens }): readonly Words[] =>
	quotations.flatMap((quotation, index) => {
		if (quotation.parent !== null || (quotation.kind !== 'direct' && quotation.kind !== 'partial')) return [];
		const words = wordsOf(tokens, quotation.inner);
		const isTerm = words.filter(word => word !== null).length < fewestWords;
		if (isTerm) return [];
		const stems = stemsOf(words);
		const isWhole = words.length >= fewestInVariant && stems.size >= fewestStems && !words.includes(null);
		return [{ index, quotation, words, stems, key: isWhole ? [...stems].sort().join(' ') : null }];
	}),
);

function wordsOf(tokens: readonly Token[], { start, end }: Span): readonly (string | null)[] {
	const words: (string | null)[] = [];
	let bracket = false;
	for (let i = firstAt(tokens, start); i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (token.end > end) break;
		if (/^[[(]/.test(token.text)) bracket = true;
		if (bracket || /^(?:…|\.{2,})/.test(token.text)) {
			if (words.at(-1) !== null) words.push(null);
		} else if (isSpoken(token)) words.push(token.lower);
		if (/^[\])]/.test(token.text)) bracket = false;
	}
	return words;
}

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** Headlines leave articles out, and no one minds. */
function isSpoken({ kind, lower }: Token): boolean {
	return (kind === 'word' || kind === 'number') && !articles.has(lower);
}

function firstAt(tokens: readonly Token[], start: number): number {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle] as Token).start < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The title of a work: each word that weighs has a capital, where capitals tell anything. */
function isTitle({ analysis, quotation: { inner } }: Quoted): boolean {
	if (analysis.block.kind === 'headline' && isTitleCase(analysis.tokens)) return false;
	const words = analysis.tokens.filter(
		({ start, end, kind, text }) => start >= inner.start && end <= inner.end && kind === 'word' && text.length > 3,
	);
	return words.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** The most that is passed over between two words where something was left out. */
const longestGap = 40;

/** Whether the words stand in the tokens in their order; where the quotation or the body breaks off, others may stand between. */
function standsIn({ words }: Quoted, tokens: readonly Token[]): boolean {
	const spoken = words[0] === null ? words.slice(1) : words;
	const [first] = spoken;
	for (let i = 0; i < tokens.length; i++) {
		if ((tokens[i] as Token).lower === first && goesOn(spoken, tokens, i)) return true;
	}
	return false;
}

function goesOn(words: readonly (string | null)[], tokens: readonly Token[], start: number): boolean {
	let at = start;
	let isOpen = false;
	for (const word of words) {
		if (word === null) {
			isOpen = true;
			continue;
		}
		const farthest = Math.min(tokens.length, at + longestGap);
		while (at < farthest) {
			const token = tokens[at] as Token;
			if (isSameWord(token.lower, word)) break;
			// “We will,” he said, “go on”, and what stands in brackets: the body breaks off itself.
			if (token.kind === 'quote' || /^[[(…]|^\.{2,}/.test(token.text)) isOpen = true;
			if (isSpoken(token) && !isOpen) return false;
			at++;
		}
		if (at >= farthest) return false;
		at++;
		isOpen = false;
	}
	return true;
}

/** The same but for a spelling's doubled or missing letter: "colour", "traveller". */
function isSameWord(a: string, b: string): boolean {
	if (a === b) return true;
	return (
		Math.abs(a.length - b.length) === 1 &&
		a.replace(/ou(?=r)|ll(?=e)/, x => x.charAt(0)) === b.replace(/ou(?=r)|ll(?=e)/, x => x.charAt(0))
	);
}

// --- what looks like the same remark -------------------------------------------------------------------------------

const light: ReadonlySet<string> = new Set(
	(
		'the a an and or but of in on at by for from with to it its this that these those i we you he she they me us them my ' +
		"our your his her their is are was were be been am 's 're 'm 've 'll 'd do does did not n't no will would can could " +
		'have has had there here so as if then than just very too also all what who which when think know get got'
	).split(' '),
);

function stemsOf(words: Quoted['words']): ReadonlySet<string> {
	return new Set(words.flatMap(word => (word === null || light.has(word) ? [] : [stem(word)])));
}

/** Without the ending that a change of tense or number brings. */
function stem(word: string): string {
	return word.length > 3 ? word.replace(/(?:ing|ed|es|s)$/, '').slice(0, 6) : word;
}

/** The quotation of the body with most of its words, by the same speaker where known; two of them at least. */
function likest(quotation: Quoted, others: readonly Quoted[]): OtherWording['other'] {
	const own = quotation.stems;
	let best: Quoted | null = null;
	let most = 1;
	for (const other of others) {
		if (quotation.speaker !== null && other.speaker !== null && quotation.speaker !== other.speaker) continue;
		const { stems } = other;
		const shared = [...own].filter(word => stems.has(word)).length;
		const least = quotation.speaker !== null && quotation.speaker === other.speaker ? 0.5 : 0.7;
		if (shared > most && shared >= own.size * least) {
			most = shared;
			best = other;
		}
	}
	return best && place(best);
}

function place(quoted: Quoted): OtherWording['other'] {
	const { analysis, quotation, paragraph } = quoted;
	const { inner } = quotation;
	return { span: inDocument(analysis, quotation), paragraph, words: analysis.block.text.slice(inner.start, inner.end) };
}

/** Fewer words than these come back by themselves. */
const fewestInVariant = 5;
const fewestStems = 3;

/** Quotations of one speaker that share all words that weigh and differ in the rest: the later with the earlier. */
function* variants(quotations: readonly Quoted[]): Generator<readonly [Quoted, Quoted]> {
	const known = new Map<string, Quoted>();
	for (const quotation of quotations) {
		if (quotation.key === null || quotation.speaker === null) continue;
		const key = `${quotation.speaker} ${quotation.key}`;
		const before = known.get(key);
		if (!before) known.set(key, quotation);
		else if (!standsIn(quotation, before.analysis.tokens) && !standsIn(before, quotation.analysis.tokens))
			yield [quotation, before];
	}
}
