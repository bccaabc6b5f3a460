/** What a draft has one of its sources say: counts and circumstances, for the hover. */
import type { Analysis } from '../analysis';
import type { BlockAnalysis, BlockAttribution, Source } from '../attribution/model';
import { listenerOf, occasionOf } from '../attribution/occasion';
import { stakeBeside } from '../attribution/stake';
import type { Place } from '../report/model';
import { paragraphNumbers } from '../rules/paragraphs';
import { isRead } from '../text/block';
import { overlaps, type Span } from '../text/span';

export interface Statements {
	readonly count: number;
	/** Where each stands. */
	readonly places: readonly Pick<Place, 'part' | 'paragraph'>[];
	readonly quoted: number;
	/** 0 to 1: the source's words, quoted or not, among all words of the draft. */
	readonly share: number;
	/** In the draft's words, each once. */
	readonly occasions: readonly string[];
	readonly listeners: readonly string[];
	readonly stakes: readonly string[];
	/** Words that attribute, most frequent first. */
	readonly verbs: readonly Count[];
	/** Those of all other sources. */
	readonly otherVerbs: readonly Count[];
}

export type Count = readonly [lemma: string, count: number];

/** Looks through the whole draft once. */
export function statementsOf(analysis: Analysis, { id }: Source): Statements {
	let [count, quoted, own, all] = [0, 0, 0, 0];
	const [occasions, listeners, stakes] = [new Set<string>(), new Set<string>(), new Set<string>()];
	const places: Statements['places'][number][] = [];
	const paragraphs = paragraphNumbers(analysis.analyses);
	const [verbs, otherVerbs] = [new Map<string, number>(), new Map<string, number>()];
	for (const [block, read] of analysis.analyses.entries()) {
		if (!isRead(read.block)) continue;
		const { text } = read.block;
		const slice = (span: Span | null) => (span ? [text.slice(span.start, span.end)] : []);
		const contents: Span[] = [];
		for (const [index, attribution] of read.attributions.entries()) {
			const source = analysis.contexts[block]?.attributions[index]?.source;
			if (!source) continue;
			const isOwn = source.id === id;
			const { lemma = '' } = attribution.cue ?? {};
			if (lemma !== '') add(isOwn ? verbs : otherVerbs, lemma);
			if (!isOwn) continue;
			count++;
			places.push({ part: read.block.kind, paragraph: paragraphs[block] ?? 0 });
			if (isQuoted(read, attribution)) quoted++;
			contents.push(...attribution.content);
			for (const words of slice(occasionOf(read, attribution))) occasions.add(words);
			for (const words of slice(listenerOf(read, attribution))) listeners.add(words);
			const stake = attribution.source && stakeBeside(read, attribution.source);
			if (stake) stakes.add(stake);
		}
		all += countWords(read);
		if (contents.length > 0) own += countWords(read, contents);
	}
	return {
		count,
		places,
		quoted,
		share: all === 0 ? 0 : own / all,
		occasions: [...occasions],
		listeners: [...listeners],
		stakes: [...stakes],
		verbs: byCount(verbs),
		otherVerbs: byCount(otherVerbs),
	};
}

function isQuoted({ quotations }: BlockAnalysis, { content }: BlockAttribution): boolean {
	return quotations.some(
		quotation =>
			(quotation.kind === 'direct' || quotation.kind === 'partial' || quotation.kind === 'block') &&
			content.some(span => overlaps(span, quotation)),
	);
}

function countWords({ tokens }: BlockAnalysis, within?: readonly Span[]): number {
	return tokens.filter(
		token => token.kind === 'word' && (within === undefined || within.some(span => overlaps(span, token))),
	).length;
}

function add(counts: Map<string, number>, lemma: string): void {
	counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): readonly Count[] {
	return [...counts].sort((a, b) => b[1] - a[1]);
}
