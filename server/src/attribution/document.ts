/** The second pass: the document's sources, voices and speakers, and for each block the context its rules need. */
import { toSource } from '../text/sourceMap';
import { contains, overlaps, type Span } from '../text/span';
import type {
	BlockContext,
	BodyAttribution,
	DocumentView,
	Habits,
	ResolvedAttribution,
	SourceSummary,
	VoiceSpan,
} from './context';
import { judgementsIn } from './judgements';
import type { Attribution, BlockAnalysis, Claim, Genre, Quotation, QuotedSpan, Source } from './model';
import { type Identity, type Resolved, resolve } from './resolution';
import type { Vocabulary } from './vocabulary';

/** A span of a block's prose in document offsets. */
export function inDocument({ block }: BlockAnalysis, span: Span): Span {
	const { start, end } = toSource(block.map, span);
	return { start: block.span.start + start, end: block.span.start + end };
}

/** How many blocks are read between two pauses. */
const blocksBetweenPauses = 64;

/** Reads the document over its blocks' analyses, pausing now and then. */
export function* readDocument(
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	genre: Genre,
): Generator<undefined, DocumentView, void> {
	const resolution = yield* resolve(analyses, vocabulary);
	const ids = new Map<Identity, string>();
	for (const identity of resolution.identities) if (identity.speaks) ids.set(identity, `s${ids.size + 1}`);

	const attributions: Attribution[] = [];
	const offsets: number[] = [];
	const statements = new Map<Identity, number[]>();
	const verbs = new Map<Identity, Map<string, number>>();
	const allVerbs = new Map<string, number>();
	const judging = new Set<Identity>();
	for (const [b, analysis] of analyses.entries()) {
		if (b % blocksBetweenPauses === 0) yield;
		offsets.push(attributions.length);
		for (const identity of judgesIn(analysis, resolution.attributions[b] ?? [], vocabulary)) judging.add(identity);
		for (const [a, attribution] of analysis.attributions.entries()) {
			const resolved = resolution.attributions[b]?.[a];
			const identity = resolved?.identity ?? null;
			// ", saying …" goes on from another verb: what is compared is “said” with “claimed”.
			const { cue } = attribution;
			const isCounted = cue !== null && !cue.hearsay && !analysis.tokens[cue.head]?.lower.endsWith('ing');
			if (identity) {
				const own = statements.get(identity);
				if (own) own.push(attributions.length);
				else statements.set(identity, [attributions.length]);
				if (attribution.cue && isCounted) count(verbs, identity, attribution.cue.lemma);
			}
			if (attribution.cue && isCounted)
				allVerbs.set(attribution.cue.lemma, (allVerbs.get(attribution.cue.lemma) ?? 0) + 1);
			const ambiguous = (resolved?.candidates.length ?? 0) > 1;
			attributions.push({
				source: attribution.source ? [inDocument(analysis, attribution.source)] : null,
				sourceId: identity ? (ids.get(identity) ?? null) : null,
				candidates: (resolved?.candidates ?? []).flatMap(candidate => ids.get(candidate) ?? []),
				cue: attribution.cue ? [inDocument(analysis, attribution.cue)] : [],
				stance: attribution.cue?.stance ?? 'neutral',
				lemma: attribution.cue?.lemma ?? '',
				content:
					attribution.content.length > 0
						? attribution.content.map(span => inDocument(analysis, span))
						: introduced(analyses[b + 1]),
				basis: attribution.basis,
				parent: attribution.parent === null ? null : (offsets[b] as number) + attribution.parent,
				via: (resolved?.via ?? []).flatMap(outlet => ids.get(outlet) ?? []),
				confidence: Math.round(attribution.confidence * (ambiguous ? 0.7 : 1) * 100) / 100,
			});
		}
	}

	for (const [b, words] of orphansOf(analyses)) {
		const at = lastStatement(analyses, offsets, b);
		const attribution = at < 0 ? undefined : attributions[at];
		if (!attribution) continue;
		const content = [...attribution.content, ...words.map(span => inDocument(analyses[b] as BlockAnalysis, span))];
		attributions[at] = { ...attribution, content: withoutRepeats(content) };
	}

	const summaries = new Map<Identity, SourceSummary>();
	const sources: Source[] = [];
	for (const [identity, id] of ids) {
		const summary: SourceSummary = {
			id,
			name: capitalized(identity.name),
			shortName: shortName(identity),
			kind: identity.kind,
			identification: identity.identification,
			descriptors: identity.descriptors,
			anonymity: identity.anonymity,
			...(judging.has(identity) ? { judges: true as const } : {}),
			verbs: byCount(verbs.get(identity) ?? new Map()),
		};
		summaries.set(identity, summary);
		sources.push({
			...without(summary),
			mentions: identity.mentions.map(({ block, start, end }) =>
				inDocument(analyses[block] as BlockAnalysis, { start, end }),
			),
			statements: statements.get(identity) ?? [],
			via: [...identity.via].flatMap(outlet => ids.get(outlet) ?? []),
		});
	}

	const habits = habitsOf(analyses);
	const draftVerbs = byCount(allVerbs);
	const seen = new Set<Identity>();
	const resolvedAttributions = analyses.map((_, b) =>
		(resolution.attributions[b] ?? []).map(({ identity, candidates, via }, a): ResolvedAttribution => {
			const first = identity !== null && !seen.has(identity);
			if (identity) seen.add(identity);
			return {
				source: identity ? (summaries.get(identity) ?? null) : null,
				first,
				via: via.flatMap(outlet => summaries.get(outlet) ?? []),
				...(candidates.length > 1 ? { candidates: candidates.flatMap(other => summaries.get(other) ?? []) } : {}),
				...(first && pointsNowhere(analyses, b, a) ? { unintroduced: true as const } : {}),
			};
		}),
	);
	yield;
	const speakers = speakersOf(analyses, resolvedAttributions);
	yield;
	const bodySentences = attributedSentences(analyses, resolvedAttributions);
	const contexts: BlockContext[] = [];
	for (const [b, analysis] of analyses.entries()) {
		if (b % blocksBetweenPauses === 0) yield;
		const resolved = resolvedAttributions[b] ?? [];
		const quoters = speakers[b] ?? [];
		const summary =
			analysis.block.kind === 'headline' || analysis.block.kind === 'standfirst' || analysis.block.kind === 'caption';
		const inBody = (span: Span): BodyAttribution | null => (summary ? repeatedIn(analysis, span, bodySentences) : null);
		contexts.push({
			genre,
			habits,
			attributions: resolved,
			speakers: quoters,
			voices: voicesOf(analysis, quoters),
			nearbySpeakers: nearby(analyses, resolvedAttributions, b),
			verbs: draftVerbs,
			bodyClaims: analysis.claims.map(claim => inBody(claim.span)),
			bodyAttributions: analysis.attributions.map(({ cue, content }) =>
				cue?.hearsay ? inBody(content[0] ?? cue) : null,
			),
		});
	}
	yield;
	const claims = analyses.flatMap((analysis, b) =>
		analysis.claims.map((claim): Claim => {
			const voices = (contexts[b] as BlockContext).voices.filter(voice => contains(voice, claim.triggerSpan));
			return {
				span: inDocument(analysis, claim.span),
				voice: voices.some(voice => voice.voice === 'quoted') ? 'quoted' : voices.length > 0 ? 'attributed' : 'own',
				trigger: claim.trigger,
				cited: claim.cited,
				attributions: voices.flatMap(voice =>
					voice.attribution === null ? [] : [(offsets[b] as number) + voice.attribution],
				),
			};
		}),
	);
	return {
		blocks: analyses.map(({ block }) => block),
		analyses,
		contexts,
		genre,
		sources,
		attributions,
		quotations: quotationsOf(analyses, speakers),
		claims,
	};
}

function without({ verbs: _, judges: __, ...rest }: SourceSummary): Omit<SourceSummary, 'verbs' | 'judges'> {
	return rest;
}

/** The unnamed sources of a block that judge others in it. */
function judgesIn(analysis: BlockAnalysis, resolved: readonly Resolved[], vocabulary: Vocabulary): readonly Identity[] {
	if (!resolved.some(({ identity }) => identity?.identification === 'anonymous')) return [];
	const judgements = judgementsIn(analysis, vocabulary);
	return resolved.flatMap(({ identity, candidates }, a) =>
		identity?.identification === 'anonymous' && candidates.length < 2 && judgements[a] ? [identity] : [],
	);
}

/** Whether "the official" is the first time that the draft speaks of one. Only a bare phrase with an article points back. */
function pointsNowhere(analyses: readonly BlockAnalysis[], b: number, a: number): boolean {
	const { attributions, tokens, block } = analyses[b] as BlockAnalysis;
	const source = attributions[a]?.source;
	if (source?.form !== 'noun' || !source.definite || source.endToken - source.firstToken !== 2) return false;
	const noun = (tokens[source.head]?.lower ?? '').replace(/s$/, '');
	const isIn = (text: string): boolean => text.includes(noun) || text.toLowerCase().includes(noun);
	return !isIn(block.text.slice(0, source.start)) && !analyses.slice(0, b).some(({ block: { text } }) => isIn(text));
}

function count(counts: Map<Identity, Map<string, number>>, identity: Identity, lemma: string): void {
	const own = counts.get(identity) ?? new Map<string, number>();
	own.set(lemma, (own.get(lemma) ?? 0) + 1);
	counts.set(identity, own);
}

function byCount(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function capitalized(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How the draft calls a source most, the shorter of two. */
function shortName({ calls, name, identification }: Identity): string {
	if (identification !== 'named') return name;
	const [best] = [...calls].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
	return best?.[0] ?? name;
}

/** For each block that opens with words of someone named elsewhere: those words. */
function* orphansOf(analyses: readonly BlockAnalysis[]): Generator<readonly [block: number, words: readonly Span[]]> {
	for (const [b, { orphans, tokens, attributions }] of analyses.entries()) {
		const words = orphans.filter(span => span.start === tokens[0]?.start || attributions.length === 0);
		if (words.length > 0) yield [b, words];
	}
}

/** How many blocks without anyone's words may stand between whoever was named and what is still said. */
const orphanReach = 2;

/** Index of the last statement in the blocks just before, or -1: after a heading or words of the writer's own nobody speaks on. */
function lastStatement(analyses: readonly BlockAnalysis[], offsets: readonly number[], block: number): number {
	let silent = 0;
	for (let b = block - 1; b >= 0 && silent < orphanReach; b--) {
		const { attributions, block: own, orphans, tokens } = analyses[b] as BlockAnalysis;
		if (tokens.length === 0) continue;
		if (own.kind === 'heading' || own.kind === 'headline') return -1;
		const last = attributions.findLastIndex(({ parent, cue }) => parent === null && cue !== null && !cue.hearsay);
		if (last >= 0) return (offsets[b] as number) + last;
		if (orphans.length === 0) silent++;
	}
	return -1;
}

function withoutRepeats(spans: readonly Span[]): readonly Span[] {
	return spans.filter((span, i) => !spans.some((other, k) => k < i && overlaps(other, span)));
}

/** What "Harlow said:" at the end of a block introduces: the quotation that the next block is. */
function introduced(next: BlockAnalysis | undefined): readonly Span[] {
	const [quotation] = next?.quotations ?? [];
	return next && quotation && isAllQuotation(next, quotation) ? [inDocument(next, quotation)] : [];
}

// --- voices and speakers ----------------------------------------------------------------------------------------------

function voicesOf(analysis: BlockAnalysis, speakers: readonly (SourceSummary | null)[]): readonly VoiceSpan[] {
	const voices: VoiceSpan[] = [];
	for (const [index, { source, cue, content, parent, confidence, basis }] of analysis.attributions.entries()) {
		if (source === null) continue;
		// "Putin hopes …" is the writer's claim about a mind, unless another says so.
		if (cue?.stance === 'mental' && parent === null) continue;
		if (cue === null && basis === 'cue') continue;
		for (const span of content) voices.push({ ...span, voice: 'attributed', attribution: index, confidence });
	}
	for (const [q, quotation] of analysis.quotations.entries()) {
		const attribution = analysis.attributions.findIndex(
			({ content, source }) => source !== null && content.some(span => overlaps(span, quotation)),
		);
		voices.push({
			start: quotation.start,
			end: quotation.end,
			voice: 'quoted',
			attribution: attribution < 0 ? null : attribution,
			confidence: speakers[q] ? 0.95 : 0.8,
		});
	}
	return voices.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** For each quotation of each block, whose words they are (DESIGN, "in reach"). */
function speakersOf(
	analyses: readonly BlockAnalysis[],
	resolved: readonly (readonly ResolvedAttribution[])[],
): (SourceSummary | null)[][] {
	const result: (SourceSummary | null)[][] = [];
	let carried = '';
	let carriedSpeaker: SourceSummary | null = null;
	let lastSpeaker: SourceSummary | null = null;
	for (const [b, analysis] of analyses.entries()) {
		const here = analysis.quotations.map(quotation => speakerOf(analysis, quotation, resolved[b] ?? []));
		const [first] = analysis.quotations;
		if (analysis.tokens.length > 0) {
			if (first && carried !== '' && first.open === carried && first.start === analysis.tokens[0]?.start)
				here[0] ??= carriedSpeaker;
			if (first && here[0] === null && isAllQuotation(analysis, first))
				here[0] = lastSpeaker ?? nextSpeaker(analyses, resolved, b);
			const open = analysis.quotations.findIndex(quotation => quotation.close === '' && quotation.parent === null);
			carried = analysis.openQuotation;
			carriedSpeaker = open < 0 ? null : (here[open] ?? null);
			const spoke = (resolved[b] ?? [])
				.filter(({ source }, i) => source !== null && analysis.attributions[i]?.parent === null)
				.at(-1)?.source;
			lastSpeaker =
				spoke ??
				here.findLast(speaker => speaker !== null) ??
				(analysis.block.kind === 'heading' ? null : isContinuing(analysis) ? lastSpeaker : null);
		}
		result.push(here);
	}
	return result;
}

function isContinuing(analysis: BlockAnalysis): boolean {
	return analysis.quotations.length > 0;
}

function isAllQuotation({ tokens }: BlockAnalysis, quotation: QuotedSpan): boolean {
	const start = tokens[0]?.start ?? 0;
	const end = tokens.at(-1)?.end ?? 0;
	return quotation.start <= start && quotation.end - quotation.start >= 0.85 * (end - start);
}

function nextSpeaker(
	analyses: readonly BlockAnalysis[],
	resolved: readonly (readonly ResolvedAttribution[])[],
	b: number,
): SourceSummary | null {
	const next = analyses[b + 1];
	const [attribution] = next?.attributions ?? [];
	const early = attribution?.source && next?.sentences[0] && attribution.source.end <= next.sentences[0].end;
	return early ? (resolved[b + 1]?.[0]?.source ?? null) : null;
}

function speakerOf(
	analysis: BlockAnalysis,
	quotation: QuotedSpan,
	resolved: readonly ResolvedAttribution[],
): SourceSummary | null {
	const { attributions, sentences } = analysis;
	const of = (index: number): SourceSummary | null => (index < 0 ? null : (resolved[index]?.source ?? null));
	// The innermost attribution whose content it is.
	let best = -1;
	let size = Number.POSITIVE_INFINITY;
	for (const [i, { content, source, cue }] of attributions.entries()) {
		// Who speaks within the quotation is not whose words it is.
		if (!source || of(i) === null || contains(quotation, cue ?? source)) continue;
		for (const span of content) {
			if (!overlaps(span, quotation) || span.end - span.start >= size) continue;
			best = i;
			size = span.end - span.start;
		}
	}
	if (of(best)) return of(best);
	const within = (s: Span): boolean => overlaps(s, quotation);
	const at = sentences.findIndex(within);
	// Those who speak within quotation marks are not the ones who are quoted.
	const outside = (place: Span): boolean => !analysis.quotations.some(other => contains(other, place));
	const spokenIn = (sentence: Span | undefined): number =>
		sentence === undefined
			? -1
			: attributions.findIndex(
					({ cue }, i) => cue !== null && !cue.hearsay && of(i) !== null && contains(sentence, cue) && outside(cue),
				);
	const same = of(spokenIn(sentences.find(within)));
	if (same) return same;
	const parent = quotation.parent === null ? null : (analysis.quotations[quotation.parent] as QuotedSpan);
	if (parent) return speakerOf(analysis, parent, resolved);
	const before = of(spokenIn(sentences[at - 1]));
	if (before) return before;
	// “We will not leave. This is our land.” in sentences of its own: the attributed words it goes on from.
	if (at > 0) {
		const earlier = analysis.quotations.findLast(other => other.end <= quotation.start && other.parent === null);
		if (earlier && /^\s*$/.test(analysis.block.text.slice(earlier.end, quotation.start)))
			return speakerOf(analysis, earlier, resolved);
	}
	return quotation.kind === 'direct' ? of(spokenIn(sentences[at + 1])) : null;
}

interface OpenQuotation extends Quotation {
	readonly spans: Span[];
}

function quotationsOf(
	analyses: readonly BlockAnalysis[],
	speakers: readonly (readonly (SourceSummary | null)[])[],
): readonly Quotation[] {
	const result: OpenQuotation[] = [];
	let carried: OpenQuotation | undefined;
	let mark = '';
	for (const [b, analysis] of analyses.entries()) {
		if (analysis.tokens.length === 0) continue;
		const before = carried;
		carried = undefined;
		for (const [q, quotation] of analysis.quotations.entries()) {
			const span = inDocument(analysis, quotation);
			const continues =
				q === 0 && before !== undefined && mark === quotation.open && quotation.start === analysis.tokens[0]?.start;
			const whole = continues ? before : { spans: [], kind: quotation.kind, speaker: speakers[b]?.[q]?.id ?? null };
			whole.spans.push(span);
			if (!continues) result.push(whole);
			if (quotation.close === '' && quotation.parent === null) carried = whole;
		}
		mark = analysis.openQuotation;
	}
	return result;
}

/** Those who speak here or in the block before, latest first: choices for a fix. Unnamed sources are none. */
function nearby(
	analyses: readonly BlockAnalysis[],
	resolved: readonly (readonly ResolvedAttribution[])[],
	b: number,
): readonly string[] {
	const names: string[] = [];
	for (const block of [b, b - 1]) {
		const analysis = analyses[block];
		const speaking = (resolved[block] ?? []).filter((_, i) => {
			const place = analysis?.attributions[i]?.source;
			return place && !analysis.quotations.some(quotation => contains(quotation, place));
		});
		for (const { source } of speaking.reverse()) {
			if (source?.identification === 'named' && !names.includes(source.shortName)) names.push(source.shortName);
		}
	}
	return names.slice(0, 5);
}

// --- what the body says of a headline ---------------------------------------------------------------------------------

interface AttributedSentence {
	readonly words: ReadonlySet<string>;
	readonly attribution: BodyAttribution;
}

/** How much of the body is compared with headline and captions. */
const bodyReach = 120;

function attributedSentences(
	analyses: readonly BlockAnalysis[],
	resolved: readonly (readonly ResolvedAttribution[])[],
): readonly AttributedSentence[] {
	const found: AttributedSentence[] = [];
	let paragraph = 0;
	for (const [b, analysis] of analyses.entries()) {
		if (analysis.block.kind !== 'paragraph' || analysis.tokens.length === 0) continue;
		paragraph++;
		for (const [a, { source, cue }] of analysis.attributions.entries()) {
			const who = resolved[b]?.[a]?.source;
			const sentence = cue && analysis.sentences.find(s => contains(s, cue));
			if (!source || !who || !sentence) continue;
			found.push({
				words: contentWords(analysis, sentence),
				attribution: {
					source: who.identification === 'named' ? who.name : analysis.block.text.slice(source.start, source.end),
					identification: who.identification,
					span: inDocument(analysis, sentence),
					paragraph,
				},
			});
			if (found.length >= bodyReach) return found;
		}
	}
	return found;
}

function repeatedIn(analysis: BlockAnalysis, span: Span, body: readonly AttributedSentence[]): BodyAttribution | null {
	const sentence = analysis.sentences.find(s => overlaps(s, span));
	const words = contentWords(analysis, sentence ?? span);
	let best: AttributedSentence | null = null;
	let most = Math.max(2, Math.min(4, Math.ceil(words.size * 0.3)) - 1);
	for (const candidate of body) {
		let shared = 0;
		for (const word of words) if (candidate.words.has(word)) shared++;
		if (shared > most) {
			most = shared;
			best = candidate;
		}
	}
	return best?.attribution ?? null;
}

/** The words that tell what a sentence is about, cut to their first five letters so that forms of one word meet. */
function contentWords({ tokens }: BlockAnalysis, span: Span): ReadonlySet<string> {
	const words = new Set<string>();
	for (const token of tokens) {
		if (token.start < span.start || token.end > span.end || token.kind !== 'word') continue;
		if (token.text.length >= 4 || /^[A-Z]{2,}$/.test(token.text)) words.add(token.lower.slice(0, 5));
	}
	return words;
}

// --- the writer's habits ------------------------------------------------------------------------------------------------

function habitsOf(analyses: readonly BlockAnalysis[]): Habits {
	const marks = { '“': 0, '"': 0, '‘': 0, "'": 0 };
	let inside = 0;
	let outside = 0;
	let said = 0;
	let says = 0;
	let inverted = 0;
	let plain = 0;
	for (const { quotations, attributions, block, tokens } of analyses) {
		for (const { open, end, close, parent } of quotations) {
			if (parent !== null || close === '') continue;
			if (open in marks) marks[open as keyof typeof marks]++;
			if (/[.,]/.test(block.text.charAt(end - 2))) inside++;
			else if (/[.,]/.test(block.text.charAt(end))) outside++;
		}
		for (const { source, cue, content } of attributions) {
			if (!source || cue?.lemma !== 'say') continue;
			const form = tokens[cue.head]?.lower;
			if (form === 'said') said++;
			if (form === 'says') says++;
			const trailing = content[0] !== undefined && content[0].start < cue.start;
			if (trailing && source.form !== 'pronoun') {
				if (cue.start < source.start) inverted++;
				else plain++;
			}
		}
	}
	const single = marks['‘'] + marks["'"] > marks['“'] + marks['"'];
	const curly = single ? marks['‘'] >= marks["'"] : marks['“'] >= marks['"'];
	return {
		quotes: single ? (curly ? 'curly-single' : 'straight-single') : curly ? 'curly-double' : 'straight-double',
		punctuationInside: inside === outside ? !single : inside > outside,
		tense: says > said ? 'says' : 'said',
		order: inverted > plain ? 'cue-source' : 'source-cue',
	};
}
