/** The second pass: the document's sources, voices and speakers, and for each block the context its rules need. */
import { inSlices } from '../text/slices';
import type { Span } from '../text/span';
import { attributedSentences, isSummary, repeatedIn } from './bodyMatch';
import type {
	BlockContext,
	BodyAttribution,
	DocumentView,
	ResolvedAttribution,
	SourceSummary,
	VoiceSpan,
} from './context';
import type { HouseSources } from './coreference/house';
import { contextOf, createDocumentMemory, readingOf, shareOf, voicesIn } from './document/memory';
import type { DocumentMemory, Reading, Share } from './document/model';
import { attributionsOf, claimsOf, offsetsOf, sourcesOf } from './document/placed';
import { nearby, newSpeaker, quotationsOf, speakersOf } from './document/speakers';
import { tell } from './document/summaries';
import { answersIn } from './document/turns';
import { droppedRelays } from './droppedRelays';
import type { BlockAnalysis, Genre } from './model';
import { inDocument } from './offsets';
import { once } from './once';
import { overreachesOf } from './overreach';
import { perBlock } from './perBlock';
import { type Identity, type Resolved, resolve } from './resolution';
import { evidenceIn, supportsOf } from './support';
import type { Vocabulary } from './vocabulary';
import { otherWordings } from './wordings';

export { createDocumentMemory, type DocumentMemory, inDocument };

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
	const answers = answersIn(analyses, genre);
	const voices: (readonly VoiceSpan[])[] = [];
	yield* inSlices(analyses, (analysis, b) => {
		voices.push(voicesIn(readings[b] as Reading, analysis, speakers[b] ?? none, vocabulary, answers[b] ?? null));
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

const noSources: readonly SourceSummary[] = [];
/** Lists of null by their length, made once. */
const nothings: (readonly null[])[] = [];

function nothing(length: number): readonly null[] {
	nothings[length] ??= Array.from({ length }, () => null);
	return nothings[length];
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
