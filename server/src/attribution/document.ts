/** The second pass: the document's sources, voices and speakers, and for each block the context its rules need. */
import { inSlices } from '../text/slices';
import { contains, overlaps, type Span } from '../text/span';
import { attributedSentences, isSummary, repeatedIn } from './bodyMatch';
import type {
	BlockContext,
	BodyAttribution,
	DocumentView,
	Habits,
	ResolvedAttribution,
	SourceSummary,
	VoiceSpan,
} from './context';
import type { HouseSources } from './coreference/house';
import { droppedRelays } from './droppedRelays';
import { judgementsIn } from './judgements';
import type {
	Attribution,
	BlockAnalysis,
	BlockAttribution,
	Claim,
	Genre,
	Quotation,
	QuotedSpan,
	Source,
} from './model';
import { inDocument } from './offsets';
import { overreachesOf } from './overreach';
import { tagOf } from './partsOfSpeech';
import { perBlock } from './perBlock';
import { type Identity, type Resolution, type Resolved, resolve } from './resolution';
import { evidenceIn, supportsOf } from './support';
import type { Vocabulary } from './vocabulary';
import { otherWordings } from './wordings';

export { inDocument };

const none: readonly never[] = [];

/** What reading a block's context costs, in the units of `inSlices`. */
const unitsOfContext = 40;
const unitsOfEvidence = 20;

/** Reads the document over its blocks' analyses, pausing now and then; what `memory` holds of earlier readings is used again. */
export function* readDocument(
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	genre: Genre,
	memory: DocumentMemory,
	house?: HouseSources,
): Generator<undefined, DocumentView, void> {
	const resolution = yield* resolve(analyses, vocabulary, genre, house);
	yield;
	const shares: Share[] = [];
	yield* inSlices(analyses, analysis => {
		shares.push(shareOf(memory, analysis, vocabulary));
		return unitsOfContext;
	});
	const { ids, summaries, habits, verbs } = tell(resolution, shares, memory);
	yield;
	const readings: Reading[] = [];
	const seen = new Set<Identity>();
	const pointsNowhere = pointers(analyses);
	yield* inSlices(analyses, (analysis, b) => {
		const own = resolvedOf(resolution.attributions[b] ?? [], summaries, seen, a => pointsNowhere(b, a));
		readings.push(readingOf(shares[b] as Share, analysis, own));
		return unitsOfContext;
	});
	const speakers = speakersOf(analyses, readings);
	yield;
	const voices: (readonly VoiceSpan[])[] = [];
	yield* inSlices(analyses, (analysis, b) => {
		voices.push(voicesIn(readings[b] as Reading, analysis, speakers[b] ?? none, vocabulary));
		return unitsOfContext;
	});
	const resolved = readings.map(({ attributions }) => attributions);
	const body = once(() => attributedSentences(analyses, resolved));
	const inBody = (analysis: BlockAnalysis, span: Span): BodyAttribution | null => repeatedIn(analysis, span, body());
	const overreaches = overreachesOf(analyses, resolved, voices);
	yield;
	const relays = droppedRelays(analyses, resolved);
	yield;
	const wordings = otherWordings(analyses, speakers);
	yield;
	yield* inSlices(analyses, analysis => {
		evidenceIn(analysis);
		return unitsOfEvidence;
	});
	const supports = supportsOf(analyses, inBody);
	yield;
	const contexts: BlockContext[] = [];
	yield* inSlices(analyses, (analysis, b) => {
		const { claims, attributions } = analysis;
		const isShort = isSummary(analysis);
		contexts.push(
			contextOf(readings[b] as Reading, {
				genre,
				habits,
				attributions: (readings[b] as Reading).attributions,
				speakers: speakers[b] as readonly (SourceSummary | null)[],
				nearbySpeakers: nearby(shares, readings, b),
				introducedNext: newSpeaker(analyses[b + 1], readings[b + 1]),
				verbs,
				bodyClaims: isShort ? claims.map(({ span }) => inBody(analysis, span)) : nothing(claims.length),
				bodyAttributions: isShort
					? attributions.map(({ cue, content }) => (cue?.hearsay ? inBody(analysis, content[0] ?? cue) : null))
					: nothing(attributions.length),
				voices: voices[b] as readonly VoiceSpan[],
				overreaches: overreaches.get(b) ?? none,
				relays: relays.get(b) ?? none,
				wordings: wordings.get(b) ?? none,
				supported: (supports[b] as readonly (Span | null)[]).map(support => support !== null),
			}),
		);
		return unitsOfContext;
	});
	const offsets = once(() => offsetsOf(analyses));
	const attributions = once(() => attributionsOf(analyses, resolution, ids, offsets()));
	const sources = once(() => sourcesOf(analyses, resolution, ids, summaries));
	const quotations = once(() => quotationsOf(analyses, speakers));
	const claims = once(() => claimsOf(analyses, contexts, supports, offsets()));
	return {
		blocks: analyses.map(({ block }) => block),
		analyses,
		contexts,
		genre,
		get sources() {
			return sources();
		},
		get attributions() {
			return attributions();
		},
		get quotations() {
			return quotations();
		},
		get claims() {
			return claims();
		},
	};
}

/** What is worked out when it is first asked for. */
function once<Value>(work: () => Value): () => Value {
	let value: Value | undefined;
	return () => {
		value ??= work();
		return value;
	};
}

// --- what is remembered between two readings --------------------------------------------------------------------------

/**
 * What earlier readings of documents came to. After an edit nearly everything is as it was: what is equal is then the
 * same object, so that contexts, and the findings in them, are known again by identity.
 */
export interface DocumentMemory {
	/** By the tokens of a block: its analysis is copied when the block moves, its tokens are not. */
	readonly shares: WeakMap<BlockAnalysis['tokens'], Share>;
	readonly summaries: Map<string, SourceSummary[]>;
	readonly habits: Map<string, Habits[]>;
	readonly verbs: Map<string, BlockContext['verbs'][]>;
}

/** What the whole of a document tells of it. */
interface Told {
	/** Of those who speak, in order of first appearance. */
	readonly ids: ReadonlyMap<Identity, string>;
	readonly summaries: ReadonlyMap<Identity, SourceSummary>;
	readonly habits: Habits;
	readonly verbs: BlockContext['verbs'];
}

/** Of each block the speakers of its quotations. */
type Speakers = readonly (readonly (SourceSummary | null)[])[];

export function createDocumentMemory(): DocumentMemory {
	return {
		shares: new WeakMap(),
		summaries: new Map(),
		habits: new Map(),
		verbs: new Map(),
	};
}

/** What a block adds to the document whatever stands around it, and what it was read as. */
interface Share {
	/** For each attribution the lemma of its cue, or null where that is not counted. */
	readonly lemmas: readonly (string | null)[];
	/** Whether in each attribution someone speaks; whoever only acts keeps nothing back by having no name. */
	readonly telling: readonly boolean[];
	/** Attributions whose source says something outside quotation marks, latest first. */
	readonly speaking: readonly number[];
	readonly habits: HabitCounts;
	/** Whether each attribution judges others; worked out when it is first asked for. */
	readonly judging: () => readonly boolean[];
	/** The latest first. */
	readonly readings: Reading[];
}

/** A block with its sources. */
interface Reading {
	readonly attributions: readonly ResolvedAttribution[];
	/** For each quotation whose words it is, as far as the block tells. */
	readonly speakers: readonly (SourceSummary | null)[];
	/** Who spoke last in the writer's text. */
	readonly spoke: SourceSummary | null;
	/** The latest first. */
	readonly voices: {
		readonly speakers: readonly (SourceSummary | null)[];
		readonly spans: readonly VoiceSpan[];
	}[];
	readonly contexts: BlockContext[];
}

/** How many values of one kind are remembered: a few drafts, and a text that is edited back and forth. */
const mostKnown = 4;

/** The remembered value that is equal to this one, or this one, which is then remembered. */
function known<Value>(
	memory: Map<string, Value[]>,
	key: string,
	isSame: (a: Value, b: Value) => boolean,
	value: Value,
): Value {
	const values = memory.get(key);
	if (!values) {
		memory.set(key, [value]);
		return value;
	}
	const same = values.find(other => isSame(other, value));
	if (same === undefined) remember(values, value);
	return same ?? value;
}

function remember<Value>(values: Value[], value: Value): void {
	values.unshift(value);
	if (values.length > mostKnown) values.pop();
}

function tell(resolution: Resolution, shares: readonly Share[], memory: DocumentMemory): Told {
	const ids = new Map<Identity, string>();
	for (const identity of resolution.identities) if (identity.speaks) ids.set(identity, `s${ids.size + 1}`);
	const { ofDraft, ofSources } = countVerbs(shares, resolution);
	const judging = judgesOf(shares, resolution);
	const tells = tellingOf(shares, resolution);
	const summaries = new Map<Identity, SourceSummary>();
	for (const [identity, id] of ids) {
		summaries.set(
			identity,
			known(memory.summaries, id, isSameSummary, {
				id,
				name: capitalized(identity.name),
				shortName: shortName(identity),
				kind: identity.kind,
				identification:
					identity.identification === 'anonymous' && !tells.has(identity) ? 'described' : identity.identification,
				descriptors: identity.descriptors,
				anonymity: identity.anonymity,
				...(judging.has(identity) ? { judges: true as const } : {}),
				verbs: byCount(ofSources.get(identity) ?? noVerbs),
			}),
		);
	}
	return {
		ids,
		summaries,
		habits: known(memory.habits, '', isSameHabits, habitsOf(shares)),
		verbs: known(memory.verbs, '', isSameVerbs, byCount(ofDraft)),
	};
}

function shareOf({ shares }: DocumentMemory, analysis: BlockAnalysis, vocabulary: Vocabulary): Share {
	const old = shares.get(analysis.tokens);
	if (old) return old;
	const { attributions, quotations, tokens } = analysis;
	const isOutside = (place: Span): boolean => !quotations.some(quotation => contains(quotation, place));
	const share: Share = {
		// ", saying …" goes on from another verb: what is compared is “said” with “claimed”.
		lemmas: attributions.map(({ cue }) =>
			cue !== null && !cue.hearsay && !tokens[cue.head]?.lower.endsWith('ing') ? cue.lemma : null,
		),
		telling: attributions.map(
			attribution => tellsWords(analysis, attribution, vocabulary) && !isDenied(analysis, attribution),
		),
		speaking: attributions
			.flatMap(({ source, cue }, a) => (source && cue?.stance !== 'mental' && isOutside(source) ? [a] : []))
			.reverse(),
		habits: countHabits(analysis),
		judging: once(() => judgementsIn(analysis, vocabulary).map(words => words !== null)),
		readings: [],
	};
	shares.set(analysis.tokens, share);
	return share;
}

function resolvedOf(
	resolved: readonly Resolved[],
	summaries: ReadonlyMap<Identity, SourceSummary>,
	seen: Set<Identity>,
	pointsNowhere: (attribution: number) => boolean,
): readonly ResolvedAttribution[] {
	return resolved.map(({ identity, candidates, via, rival }, a) => {
		const first = identity !== null && !seen.has(identity);
		if (first) seen.add(identity);
		return {
			source: identity ? (summaries.get(identity) ?? null) : null,
			first,
			via: via.length === 0 ? noSources : via.flatMap(outlet => summaries.get(outlet) ?? []),
			...(candidates.length > 1 ? { candidates: candidates.flatMap(other => summaries.get(other) ?? []) } : {}),
			...(rival ? { rival: rival.name } : {}),
			...(first && pointsNowhere(a) ? { unintroduced: true as const } : {}),
		};
	});
}

function readingOf(
	{ readings }: Share,
	analysis: BlockAnalysis,
	attributions: readonly ResolvedAttribution[],
): Reading {
	const old = readings.find(reading => isSameList(reading.attributions, attributions, isSameResolved));
	if (old) return old;
	const spoke = attributions.filter(({ source }, i) => source !== null && analysis.attributions[i]?.parent === null);
	const reading = {
		attributions,
		speakers: analysis.quotations.map(quotation => speakerOf(analysis, quotation, attributions)),
		spoke: spoke.at(-1)?.source ?? null,
		voices: [],
		contexts: [],
	};
	remember(readings, reading);
	return reading;
}

function contextOf({ contexts }: Reading, own: BlockContext): BlockContext {
	const old = contexts.find(context => isSameContext(context, own));
	if (old) return old;
	remember(contexts, own);
	return own;
}

function voicesIn(
	reading: Reading,
	analysis: BlockAnalysis,
	speakers: readonly (SourceSummary | null)[],
	vocabulary: Vocabulary,
): readonly VoiceSpan[] {
	const old = reading.voices.find(each => isSameList(each.speakers, speakers));
	if (old) return old.spans;
	const spans = voicesOf(analysis, speakers, vocabulary);
	remember(reading.voices, { speakers, spans });
	return spans;
}

/** Contexts of one reading of a block: what follows from its words and sources alone is not compared. */
function isSameContext(a: BlockContext, b: BlockContext): boolean {
	return (
		a.genre === b.genre &&
		a.habits === b.habits &&
		a.verbs === b.verbs &&
		a.introducedNext === b.introducedNext &&
		isSameList(a.speakers, b.speakers) &&
		isSameList(a.nearbySpeakers, b.nearbySpeakers) &&
		isSameList(a.bodyClaims, b.bodyClaims, isSameBody) &&
		isSameList(a.bodyAttributions, b.bodyAttributions, isSameBody) &&
		isSameValue(a.overreaches, b.overreaches) &&
		isSameValue(a.relays, b.relays) &&
		isSameValue(a.wordings, b.wordings) &&
		isSameList(a.supported, b.supported)
	);
}

/** Of the few that have any: plain values, written out. */
function isSameValue(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}

function isSameResolved(a: ResolvedAttribution, b: ResolvedAttribution): boolean {
	return (
		a.source === b.source &&
		a.first === b.first &&
		a.unintroduced === b.unintroduced &&
		a.rival === b.rival &&
		isSameList(a.via, b.via) &&
		isSameList(a.candidates ?? none, b.candidates ?? none)
	);
}

function isSameSummary(a: SourceSummary, b: SourceSummary): boolean {
	return (
		a.name === b.name &&
		a.shortName === b.shortName &&
		a.kind === b.kind &&
		a.identification === b.identification &&
		a.judges === b.judges &&
		isSameList(a.descriptors, b.descriptors) &&
		isSameVerbs(a.verbs, b.verbs) &&
		isSameAnonymity(a.anonymity, b.anonymity)
	);
}

function isSameAnonymity(a: SourceSummary['anonymity'], b: SourceSummary['anonymity']): boolean {
	if (a === null || b === null) return a === b;
	return (
		a.position === b.position &&
		a.basis === b.basis &&
		a.reason === b.reason &&
		a.why === b.why &&
		a.number === b.number &&
		a.plural === b.plural
	);
}

function isSameVerbs(a: BlockContext['verbs'], b: BlockContext['verbs']): boolean {
	return isSameList(a, b, (one, other) => one[0] === other[0] && one[1] === other[1]);
}

function isSameHabits(a: Habits, b: Habits): boolean {
	return (
		a.quotes === b.quotes && a.punctuationInside === b.punctuationInside && a.tense === b.tense && a.order === b.order
	);
}

function isSameBody(a: BodyAttribution | null, b: BodyAttribution | null): boolean {
	if (a === null || b === null) return a === b;
	return (
		a.source === b.source &&
		a.identification === b.identification &&
		a.paragraph === b.paragraph &&
		a.span.start === b.span.start &&
		a.span.end === b.span.end
	);
}

function isSameList<Value>(
	a: readonly Value[],
	b: readonly Value[],
	isSame: (a: Value, b: Value) => boolean = Object.is,
): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (!isSame(a[i] as Value, b[i] as Value)) return false;
	return true;
}

const noSources: readonly SourceSummary[] = [];
const noVerbs: ReadonlyMap<string, number> = new Map();
/** Lists of null by their length, made once. */
const nothings: (readonly null[])[] = [];

function nothing(length: number): readonly null[] {
	nothings[length] ??= Array.from({ length }, () => null);
	return nothings[length];
}

// --- what the document says -------------------------------------------------------------------------------------------

/** How many attributions stand before each block. */
function offsetsOf(analyses: readonly BlockAnalysis[]): readonly number[] {
	let before = 0;
	return analyses.map(({ attributions }) => {
		before += attributions.length;
		return before - attributions.length;
	});
}

function attributionsOf(
	analyses: readonly BlockAnalysis[],
	resolution: Resolution,
	ids: ReadonlyMap<Identity, string>,
	offsets: readonly number[],
): readonly Attribution[] {
	const attributions: Attribution[] = [];
	for (const [b, analysis] of analyses.entries()) {
		for (const [a, attribution] of analysis.attributions.entries()) {
			const resolved = resolution.attributions[b]?.[a];
			const identity = resolved?.identity ?? null;
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
	return attributions;
}

function sourcesOf(
	analyses: readonly BlockAnalysis[],
	resolution: Resolution,
	ids: ReadonlyMap<Identity, string>,
	summaries: ReadonlyMap<Identity, SourceSummary>,
): readonly Source[] {
	const statements = new Map<Identity, number[]>();
	let index = 0;
	for (const resolved of resolution.attributions) {
		for (const { identity } of resolved) {
			const own = identity && statements.get(identity);
			if (own) own.push(index);
			else if (identity) statements.set(identity, [index]);
			index++;
		}
	}
	return [...ids.keys()].map(identity => ({
		...without(summaries.get(identity) as SourceSummary),
		mentions: identity.mentions.map(place => inDocument(analyses[place.block] as BlockAnalysis, place)),
		statements: statements.get(identity) ?? [],
		via: [...identity.via].flatMap(outlet => ids.get(outlet) ?? []),
		...(identity.entry === null ? {} : { houseEntry: identity.entry }),
	}));
}

function claimsOf(
	analyses: readonly BlockAnalysis[],
	contexts: readonly BlockContext[],
	supports: readonly (readonly (Span | null)[])[],
	offsets: readonly number[],
): readonly Claim[] {
	return analyses.flatMap((analysis, b) =>
		analysis.claims.map((claim, c): Claim => {
			const voices = (contexts[b] as BlockContext).voices.filter(voice => contains(voice, claim.triggerSpan));
			return {
				span: inDocument(analysis, claim.span),
				voice: voices.some(voice => voice.voice === 'quoted') ? 'quoted' : voices.length > 0 ? 'attributed' : 'own',
				trigger: claim.trigger,
				cited: claim.cited,
				near: supports[b]?.[c] ?? null,
				attributions: voices.flatMap(voice =>
					voice.attribution === null ? [] : [(offsets[b] as number) + voice.attribution],
				),
			};
		}),
	);
}

/** How often each reporting verb stands in the draft, and with each source. */
function countVerbs(
	shares: readonly Share[],
	{ attributions }: Resolution,
): {
	readonly ofDraft: ReadonlyMap<string, number>;
	readonly ofSources: ReadonlyMap<Identity, ReadonlyMap<string, number>>;
} {
	const ofDraft = new Map<string, number>();
	const ofSources = new Map<Identity, Map<string, number>>();
	for (const [b, { lemmas }] of shares.entries()) {
		for (const [a, lemma] of lemmas.entries()) {
			if (lemma === null) continue;
			ofDraft.set(lemma, (ofDraft.get(lemma) ?? 0) + 1);
			const identity = attributions[b]?.[a]?.identity ?? null;
			if (identity) count(ofSources, identity, lemma);
		}
	}
	return { ofDraft, ofSources };
}

function without({ verbs: _, judges: __, ...rest }: SourceSummary): Omit<SourceSummary, 'verbs' | 'judges'> {
	return rest;
}

/** The unnamed sources that judge others somewhere in the draft. */
function judgesOf(shares: readonly Share[], { attributions }: Resolution): ReadonlySet<Identity> {
	const judges = new Set<Identity>();
	for (const [b, resolved] of attributions.entries()) {
		for (const [a, { identity, candidates }] of resolved.entries()) {
			if (identity?.identification !== 'anonymous' || candidates.length > 1) continue;
			if (shares[b]?.judging()[a]) judges.add(identity);
		}
	}
	return judges;
}

/** The sources that speak somewhere in the draft. */
function tellingOf(shares: readonly Share[], { attributions }: Resolution): ReadonlySet<Identity> {
	const telling = new Set<Identity>();
	for (const [b, resolved] of attributions.entries())
		for (const [a, { identity }] of resolved.entries()) if (identity && shares[b]?.telling[a]) telling.add(identity);
	return telling;
}

const lowerText = perBlock(({ block }) => block.text.toLowerCase());

/** Tells whether "the official" is the first time that the draft speaks of one. Only a bare phrase with an article points back. */
function pointers(analyses: readonly BlockAnalysis[]): (block: number, attribution: number) => boolean {
	const firstBlocks = new Map<string, number>();
	const firstWith = (noun: string): number => {
		const known = firstBlocks.get(noun);
		if (known !== undefined) return known;
		const first = analyses.findIndex(analysis => lowerText(analysis).includes(noun));
		firstBlocks.set(noun, first);
		return first;
	};
	return (b, a) => {
		const { attributions, tokens, block } = analyses[b] as BlockAnalysis;
		const source = attributions[a]?.source;
		if (source?.form !== 'noun' || !source.definite || source.endToken - source.firstToken !== 2) return false;
		const noun = (tokens[source.head]?.lower ?? '').replace(/s$/, '');
		return firstWith(noun) === b && !block.text.slice(0, source.start).toLowerCase().includes(noun);
	};
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

function voicesOf(
	analysis: BlockAnalysis,
	speakers: readonly (SourceSummary | null)[],
	vocabulary: Vocabulary,
): readonly VoiceSpan[] {
	const voices: VoiceSpan[] = [];
	for (const [index, attribution] of analysis.attributions.entries()) {
		const { source, cue, content, parent, confidence, basis } = attribution;
		if (source === null || !tellsWords(analysis, attribution, vocabulary)) continue;
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

/**
 * Whether what is laid to someone is told as theirs: by a word for telling, as a clause, or in quotation marks. "The board
 * approved a massive loan" tells what the board did, in the writer's words.
 */
function tellsWords(
	{ quotations, tokens, partsOfSpeech }: BlockAnalysis,
	{ cue, content }: BlockAttribution,
	{ cueLemmas }: Vocabulary,
): boolean {
	if (cue === null || cueLemmas.has(cue.lemma) || !/[a-z]/.test(cue.lemma)) return true;
	return content.some(
		span =>
			quotations.some(quotation => overlaps(quotation, span)) ||
			tokens.some(
				({ start, end }, i) => start >= span.start && end <= span.end && isFiniteVerb(tagOf(partsOfSpeech, i)),
			),
	);
}

/** "could not answer", "have not pushed": nobody has said anything. "did not say" is news of a silence. */
function isDenied({ tokens, quotations }: BlockAnalysis, { cue, content }: BlockAttribution): boolean {
	if (cue === null || content.some(span => quotations.some(quotation => overlaps(quotation, span)))) return false;
	for (let i = cue.head - 1; i >= 0 && (tokens[i]?.start ?? 0) >= cue.start; i--)
		if (/^(?:not|n['’]t|never|no|rarely|hardly)$/.test(tokens[i]?.lower ?? '')) return true;
	return false;
}

function isFiniteVerb(tag: string): boolean {
	return /\|(?:VBD|VBZ|VBP|MD)$/.test(tag);
}

/** For each quotation of each block, whose words they are (DESIGN, "in reach"). */
function speakersOf(analyses: readonly BlockAnalysis[], readings: readonly Reading[]): Speakers {
	const result: (readonly (SourceSummary | null)[])[] = [];
	let carried = '';
	let carriedSpeaker: SourceSummary | null = null;
	let lastSpeaker: SourceSummary | null = null;
	for (const [b, analysis] of analyses.entries()) {
		const { speakers, spoke } = readings[b] as Reading;
		let here = speakers;
		const [first] = analysis.quotations;
		if (analysis.tokens.length > 0) {
			let opening = here[0] ?? null;
			if (first && carried !== '' && first.open === carried && first.start === analysis.tokens[0]?.start)
				opening ??= carriedSpeaker;
			if (first && opening === null && isAllQuotation(analysis, first))
				opening = lastSpeaker ?? nextSpeaker(analyses, readings, b);
			if (first && opening !== here[0]) here = [opening, ...here.slice(1)];
			const open = analysis.quotations.findIndex(quotation => quotation.close === '' && quotation.parent === null);
			carried = analysis.openQuotation;
			carriedSpeaker = open < 0 ? null : (here[open] ?? null);
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
	readings: readonly Reading[],
	b: number,
): SourceSummary | null {
	const next = analyses[b + 1];
	const [attribution] = next?.attributions ?? [];
	const early = attribution?.source && next?.sentences[0] && attribution.source.end <= next.sentences[0].end;
	return early ? (readings[b + 1]?.attributions[0]?.source ?? null) : null;
}

/** "…, critics say. / “It will sink,” said Ida Quist, an engineer.": someone new, and no reply. */
function newSpeaker(analysis: BlockAnalysis | undefined, reading: Reading | undefined): SourceSummary | null {
	const source = analysis?.attributions[0]?.source;
	const opening = analysis?.sentences[0];
	if (!analysis || !source || source.form !== 'name' || analysis.block.kind !== 'paragraph' || !opening) return null;
	if (source.start > (analysis.sentences[1] ?? opening).end || replies.test(analysis.tokens[0]?.lower ?? ''))
		return null;
	const resolved = reading?.attributions[0];
	const isPerson = resolved?.source?.identification === 'named' && resolved.source.kind === 'person';
	return resolved?.first && isPerson ? resolved.source : null;
}

const replies = /^(?:but|however|yet|still|nonetheless|nevertheless|meanwhile|by|in|at|on)$/;

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
	if (quotation.kind !== 'direct') return null;
	return of(spokenIn(sentences[at + 1])) ?? goesOn(analysis, quotation, resolved);
}

/** “We will not leave,” Quist said. The hall was full. “This is our land.”: whoever was quoted, when nobody else has spoken since. */
function goesOn(
	{ attributions, quotations }: BlockAnalysis,
	quotation: QuotedSpan,
	resolved: readonly ResolvedAttribution[],
): SourceSummary | null {
	const earlier = quotations.findLast(
		({ end, kind, parent }) => end <= quotation.start && kind === 'direct' && parent === null,
	);
	if (!earlier) return null;
	const isOuter = ({ parent, cue }: BlockAnalysis['attributions'][number]): boolean =>
		parent === null && cue !== null && !cue.hearsay && cue.start < quotation.start;
	const last = attributions.findLastIndex((each, i) => isOuter(each) && resolved[i]?.source);
	const attribution = attributions[last];
	const isTheirs = attribution?.content.some(span => overlaps(span, earlier)) === true;
	return isTheirs ? (resolved[last]?.source ?? null) : null;
}

interface OpenQuotation extends Quotation {
	readonly spans: Span[];
}

function quotationsOf(analyses: readonly BlockAnalysis[], speakers: Speakers): readonly Quotation[] {
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
function nearby(shares: readonly Share[], readings: readonly Reading[], b: number): readonly string[] {
	const names: string[] = [];
	for (const block of [b, b - 1]) {
		for (const index of shares[block]?.speaking ?? []) {
			const source = readings[block]?.attributions[index]?.source;
			if (source?.identification === 'named' && !names.includes(source.shortName)) names.push(source.shortName);
		}
	}
	return names.slice(0, 5);
}

// --- the writer's habits ------------------------------------------------------------------------------------------------

interface HabitCounts {
	/** Of each opening mark of `outerMarks`. */
	readonly marks: readonly number[];
	readonly inside: number;
	readonly outside: number;
	readonly said: number;
	readonly says: number;
	readonly inverted: number;
	readonly plain: number;
}

const outerMarks = ['“', '"', '‘', "'"];

function countHabits({ quotations, attributions, block, tokens }: BlockAnalysis): HabitCounts {
	const marks = [0, 0, 0, 0];
	let inside = 0;
	let outside = 0;
	let said = 0;
	let says = 0;
	let inverted = 0;
	let plain = 0;
	for (const { open, end, close, parent } of quotations) {
		if (parent !== null || close === '') continue;
		const mark = outerMarks.indexOf(open);
		if (mark >= 0) marks[mark] = (marks[mark] as number) + 1;
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
	return { marks, inside, outside, said, says, inverted, plain };
}

function habitsOf(shares: readonly Share[]): Habits {
	const sum = (of: (counts: HabitCounts) => number): number => shares.reduce((all, { habits }) => all + of(habits), 0);
	const [curlyDouble = 0, straightDouble = 0, curlySingle = 0, straightSingle = 0] = outerMarks.map((_, mark) =>
		sum(({ marks }) => marks[mark] as number),
	);
	const single = curlySingle + straightSingle > curlyDouble + straightDouble;
	const curly = single ? curlySingle >= straightSingle : curlyDouble >= straightDouble;
	const inside = sum(counts => counts.inside);
	const outside = sum(counts => counts.outside);
	return {
		quotes: single ? (curly ? 'curly-single' : 'straight-single') : curly ? 'curly-double' : 'straight-double',
		punctuationInside: inside === outside ? !single : inside > outside,
		tense: sum(counts => counts.says) > sum(counts => counts.said) ? 'says' : 'said',
		order: sum(counts => counts.inverted) > sum(counts => counts.plain) ? 'cue-source' : 'source-cue',
	};
}
