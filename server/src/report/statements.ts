/** Every statement of a draft, the chains they came by, and the verbs that stand with each source. */
import { inDocument } from '../attribution/document';
import type { Attribution, BlockAnalysis, BlockAttribution, QuotedSpan } from '../attribution/model';
import { contains, overlaps, type Span } from '../text/span';
import type { ReadDraft } from './draft';
import type { Chain, Place, SourceVerbs, Statement, Wording } from './model';
import { shortened } from './words';

const longestWords = 140;
const longestVerb = 40;
/** Below it a reading is marked as unsure. */
const sure = 0.6;

/**
 * Statements in reading order: attributions, and what is in quotation marks and attributed to no one in its block. An
 * unsure reading that names no one is left out: it tells nothing of a source.
 */
export function statementsOf(draft: ReadDraft): readonly Statement[] {
	const carried = wordsElsewhere(draft);
	return draft.analysis.analyses.flatMap((_, b) => statementsIn(draft, b, carried));
}

/** The same of one block; `carried` as from `wordsElsewhere`. */
export function statementsIn(draft: ReadDraft, b: number, carried: ReadonlySet<number>): readonly Statement[] {
	const { analysis, offsets } = draft;
	const block = analysis.analyses[b];
	if (!block || block.attributions.length + block.quotations.length === 0) return [];
	return [
		...block.attributions.flatMap((attribution, a) => {
			const resolved = analysis.attributions[(offsets[b] as number) + a];
			return resolved ? (statementOf(draft, b, attribution, resolved) ?? []) : [];
		}),
		...block.quotations.flatMap((quotation, q) =>
			isLeftOver(block, quotation) && !carried.has(inDocument(block, quotation).start)
				? [leftOver(draft, b, quotation, q)]
				: [],
		),
	].sort((one, other) => one.place.span.start - other.place.span.start);
}

function statementOf(
	draft: ReadDraft,
	b: number,
	attribution: BlockAttribution,
	resolved: Attribution,
): Statement | null {
	const { analysis, nameOf } = draft;
	const block = analysis.analyses[b] as BlockAnalysis;
	const { source, cue, content, basis } = attribution;
	const places = [source, cue, ...content].filter(span => span !== null);
	const words = content.length > 0 ? wordsOf(block, content) : elsewhere(analysis.text, resolved);
	if (places.length === 0 || words === '') return null;
	const unsure = resolved.confidence < sure && basis === 'cue';
	if (unsure && resolved.sourceId === null) return null;
	const path = draft.pathOf(resolved);
	return {
		source: resolved.sourceId,
		name: resolved.sourceId === null ? null : nameOf(resolved.sourceId),
		orElse: resolved.candidates.filter(id => id !== resolved.sourceId).map(nameOf),
		verb: cue === null ? '' : shortened(block.block.text.slice(cue.start, cue.end), longestVerb),
		words,
		wording: wordingOf(block, attribution),
		via: path.filter(id => id !== resolved.sourceId).map(draft.shortNameOf),
		place: draft.placeOf(b, {
			start: Math.min(...places.map(({ start }) => start)),
			end: Math.max(...places.map(({ end }) => end)),
		}),
		unsure,
	};
}

function wordsOf({ block }: BlockAnalysis, content: readonly Span[]): string {
	const words = content.map(({ start, end }) => block.text.slice(start, end)).join(' … ');
	return shortened(words.replace(/^(?:that|as) /, ''), longestWords);
}

/** "Quist said:" with the words in the block that follows. */
function elsewhere(text: string, { content }: Attribution): string {
	const [span] = content;
	return span ? shortened(text.slice(span.start, span.end), longestWords) : '';
}

/** Where words begin that are told as what an attribution in a block before says: they are no statement of their own. */
export function wordsElsewhere({ analysis, blockOf, offsets }: ReadDraft): ReadonlySet<number> {
	const starts = new Set<number>();
	for (const [index, { content }] of analysis.attributions.entries()) {
		const b = blockOf[index] as number;
		const own = analysis.analyses[b]?.attributions[index - (offsets[b] as number)];
		if (own?.content.length === 0) for (const { start } of content) starts.add(start);
	}
	return starts;
}

/** How the words are given. Marks around the whole statement, the words that attribute included, are another's. */
function wordingOf(block: BlockAnalysis, { source, cue, content, parent }: BlockAttribution): Wording {
	if (cue?.stance === 'mental' && parent === null) return 'mind';
	const place = cue ?? source;
	const marks = block.quotations.filter(
		quotation =>
			isSpeech(quotation) && !(place && contains(quotation, place)) && content.some(s => overlaps(s, quotation)),
	);
	if (marks.length === 0) return content.length === 0 ? 'quoted' : 'paraphrased';
	const isPlain = content.some(span =>
		block.tokens.some(
			token =>
				token.kind === 'word' &&
				!joints.has(token.lower) &&
				contains(span, token) &&
				!marks.some(quotation => contains(quotation, token)),
		),
	);
	return isPlain ? 'partly-quoted' : 'quoted';
}

/** What joins a quotation to its verb is no paraphrase. */
const joints: ReadonlySet<string> = new Set(['that', 'as']);

function isSpeech({ kind }: QuotedSpan): boolean {
	return kind === 'direct' || kind === 'partial' || kind === 'block';
}

/** Speech in quotation marks that is in nobody's attributed words. */
function isLeftOver({ attributions }: BlockAnalysis, quotation: QuotedSpan): boolean {
	if (!isSpeech(quotation) || quotation.parent !== null) return false;
	return !attributions.some(
		({ source, content }) => source !== null && content.some(span => overlaps(span, quotation)),
	);
}

function leftOver(draft: ReadDraft, b: number, quotation: QuotedSpan, q: number): Statement {
	const { analyses, contexts } = draft.analysis;
	const { block } = analyses[b] as BlockAnalysis;
	const speaker = contexts[b]?.speakers[q] ?? null;
	return {
		source: speaker?.id ?? null,
		name: speaker?.name ?? null,
		orElse: [],
		verb: '',
		words: shortened(block.text.slice(quotation.start, quotation.end), longestWords),
		wording: 'quoted',
		via: [],
		place: draft.placeOf(b, quotation),
		unsure: false,
	};
}

/** Ways on which words came through others; those of an outlet came through it. The most used first. */
export function chainsOf(draft: ReadDraft): readonly Chain[] {
	const { analysis, blockOf, offsets, sources, nameOf, shortNameOf } = draft;
	const chains = new Map<string, { readonly ids: readonly string[]; statements: number; readonly places: Place[] }>();
	for (const [index, attribution] of analysis.attributions.entries()) {
		const ids = draft.pathOf(attribution);
		const isChain = ids.length > 1 || (ids[0] !== undefined && sources.get(ids[0])?.kind === 'outlet');
		if (!isChain || attribution.sourceId === null || attribution.content.length === 0) continue;
		const b = blockOf[index] as number;
		const { source, cue } = (analysis.analyses[b] as BlockAnalysis).attributions[
			index - (offsets[b] as number)
		] as BlockAttribution;
		const place = source ?? cue;
		if (!place) continue;
		const key = ids.join(' ');
		const chain = chains.get(key) ?? { ids, statements: 0, places: [] };
		chain.statements++;
		chain.places.push(draft.placeOf(b, place));
		chains.set(key, chain);
	}
	return [...chains.values()].map(({ ids, statements, places }) => ({
		steps: ids.map((id, i) => ({ id, name: i === 0 ? nameOf(id) : shortNameOf(id) })),
		statements,
		places,
	}));
}

/** Sources with the verbs that stand with them, those who speak most first. */
export function verbsOf({ analysis, summaries }: ReadDraft): readonly SourceVerbs[] {
	const all = new Map(analysis.contexts[0]?.verbs ?? []);
	const total = sum([...all.values()]);
	return [...summaries.values()]
		.filter(({ verbs }) => verbs.length > 0)
		.map(({ id, name, verbs }) => ({
			source: id,
			name,
			verbs: verbs.map(([lemma, count]) => ({ lemma, count, elsewhere: (all.get(lemma) ?? count) - count })),
			elsewhere: total - sum(verbs.map(([, count]) => count)),
		}))
		.sort((a, b) => a.elsewhere - b.elsewhere);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, each) => all + each, 0);
}
