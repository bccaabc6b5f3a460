/** The second pass: the document's sources, voices and speakers, and for each block the context its rules need. */
import { inSlices, toEnd } from '../text/slices';
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
import { blockTold } from './coreference/blockTold';
import type { HouseSources } from './coreference/house';
import { keepReading, lastReading, type Since } from './document/last';
import { contextOf, createDocumentMemory, readingOf, shareOf, voicesIn } from './document/memory';
import type { DocumentMemory, Reading, Share, Speakers } from './document/model';
import { attributionsOf, claimsOf, offsetsOf, sourcesOf } from './document/placed';
import { type FirstBlocks, pointersIn, standAsBefore } from './document/pointers';
import { nearby, newSpeaker, quotationsOf, type SpokenBlock, spokenIn } from './document/speakers';
import { type Told, tell, tellsSame } from './document/summaries';
import { answersIn } from './document/turns';
import { droppedRelays } from './droppedRelays';
import type { BlockAnalysis, Genre } from './model';
import { inDocument } from './offsets';
import { once } from './once';
import { overreachesOf } from './overreach';
import { type Identity, type Resolution, resolve, resolveAgain } from './resolution';
import { evidenceIn, supportsOf } from './support';
import type { Vocabulary } from './vocabulary';
import { otherWordings } from './wordings';

export { createDocumentMemory, type DocumentMemory, inDocument };

const none: readonly never[] = [];

/** What a step costs for a block, in the units of `inSlices`. */
const unitsOfBlock = 40;

/** Reads the document over its blocks' analyses, pausing now and then; what `memory` holds of earlier readings is used again. */
export function* readDocument(
	analyses: readonly BlockAnalysis[],
	vocabulary: Vocabulary,
	genre: Genre,
	memory: DocumentMemory,
	house?: HouseSources,
): Generator<undefined, DocumentView, void> {
	const since = lastReading(memory, analyses, genre, house);
	const last = since?.reading ?? null;
	const told = yield* ofEach(analyses, last?.told, since, analysis => blockTold(analysis, vocabulary));
	const resolution =
		(since && resolveAgain(since.reading.resolution, told, since.changed)) ??
		(yield* resolve(told, vocabulary, genre, house));
	const shares = yield* ofEach(analyses, last?.shares, since, analysis => shareOf(memory, analysis, vocabulary));
	const summed = (since && toldAgain(since, resolution, shares)) ?? (yield* tell(resolution, shares, memory));
	const { ids, summaries, habits, verbs } = summed;
	const isPointingAsBefore = since !== null && standAsBefore(since.reading.firstBlocks, analyses, since.changed);
	const { pointsNowhere, firstBlocks } = pointersIn(analyses, isPointingAsBefore ? since.reading.firstBlocks : nowhere);
	const isToldAsBefore = isPointingAsBefore && summed === since.reading.summed;
	const readings = yield* ofEach(analyses, last?.readings, isToldAsBefore ? since : null, (analysis, b) => {
		const own = resolvedOf(resolution, b, summaries, a => pointsNowhere(b, a));
		return readingOf(shares[b] as Share, analysis, own);
	});
	const spoken = yield* spokenIn({ analyses, readings }, last);
	const answers = answersIn(analyses, genre);
	const voices: (readonly VoiceSpan[])[] = [];
	yield* inSlices(analyses, (analysis, b) => {
		const [reading, here, answer] = [readings[b] as Reading, spoken[b] as SpokenBlock, answers?.[b] ?? null];
		const isAsBefore = answers === null && last?.readings[b] === reading && last.spoken[b]?.speakers === here.speakers;
		voices.push(
			isAsBefore
				? (last.voices[b] as readonly VoiceSpan[])
				: voicesIn(reading, analysis, here.speakers, vocabulary, answer),
		);
		return isAsBefore ? 0 : unitsOfBlock;
	});
	const speakers: Speakers = spoken.map(each => each.speakers);
	const resolved = readings.map(({ attributions }) => attributions);
	const body = once(() => attributedSentences(analyses, resolved));
	const inBody = (analysis: BlockAnalysis, span: Span): BodyAttribution | null => repeatedIn(analysis, span, body());
	yield;
	const overreaches = yield* overreachesOf(analyses, resolved, voices);
	const relays = yield* droppedRelays(analyses, readings);
	const wordings = yield* otherWordings(analyses, speakers);
	const evidence = yield* ofEach(analyses, last?.evidence, since, evidenceIn);
	const supports = yield* supportsOf(analyses, evidence, inBody);
	const contexts: BlockContext[] = [];
	const isSettled = last !== null && last.summed.habits === habits && last.summed.verbs === verbs;
	const isAsBefore = (b: number): boolean =>
		isSettled &&
		isSameAround(analyses, last.analyses, b, ({ tokens }) => tokens) &&
		isSameAround(readings, last.readings, b, reading => reading) &&
		speakers[b] === last.spoken[b]?.speakers &&
		voices[b] === last.voices[b];
	yield* inSlices(analyses, (analysis, b) => {
		const { claims, attributions } = analysis;
		const reading = readings[b] as Reading;
		const isPlain = supports[b]?.length === 0 && !overreaches.has(b) && !relays.has(b) && !wordings.has(b);
		const before = last?.contexts[b];
		if (isPlain && before && isPlainContext(before) && !isSummary(analysis) && isAsBefore(b)) {
			contexts.push(before);
			return 0;
		}
		const isShort = isSummary(analysis);
		const own: BlockContext = {
			genre,
			habits,
			attributions: reading.attributions,
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
			supported: supports[b]?.map(support => support !== null) ?? none,
		};
		contexts.push(contextOf(reading, own));
		return unitsOfBlock;
	});
	keepReading(
		memory,
		{
			analyses,
			genre,
			house,
			told,
			resolution,
			shares,
			summed,
			firstBlocks,
			readings,
			evidence,
			spoken,
			voices,
			contexts,
		},
		since,
	);
	const offsets = once(() => offsetsOf(analyses));
	const placing = () => attributionsOf(analyses, resolution, ids, offsets());
	// After an edit few have to be placed anew, when they are asked for.
	const placed = since === null ? yield* placing() : null;
	const attributions = once(() => placed ?? toEnd(placing()));
	const sources = once(() => toEnd(sourcesOf(analyses, resolution, ids, summaries)));
	const quotations = once(() => quotationsOf(analyses, speakers));
	const claims = once(() => claimsOf(analyses, contexts, supports, offsets()));
	return {
		blocks: analyses.map(({ block }) => block),
		analyses,
		contexts,
		genre,
		summaries: [...summaries.values()],
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

const nowhere: FirstBlocks = new Map();

/** Whether a block and its neighbours are the same in two readings. */
function isSameAround<Item>(
	now: readonly Item[],
	before: readonly Item[],
	b: number,
	of: (item: Item) => unknown,
): boolean {
	for (let at = Math.max(0, b - 1); at <= b + 1 && at < now.length; at++)
		if (of(now[at] as Item) !== of(before[at] as Item)) return false;
	return true;
}

/** Whether nothing elsewhere in the draft bears on the block's claims, statements and quotations. */
function isPlainContext({ overreaches, relays, wordings, supported }: BlockContext): boolean {
	return overreaches.length === 0 && relays.length === 0 && wordings.length === 0 && supported.length === 0;
}

/** What each block comes to; after an edit only those that changed are asked. */
function* ofEach<Value>(
	analyses: readonly BlockAnalysis[],
	before: readonly Value[] | undefined,
	since: Since | null,
	work: (analysis: BlockAnalysis, b: number) => Value,
): Generator<undefined, readonly Value[], void> {
	if (before && since) {
		const values = [...before];
		for (const b of since.changed) values[b] = work(analyses[b] as BlockAnalysis, b);
		return values;
	}
	const values: Value[] = [];
	yield* inSlices(analyses, (analysis, b) => {
		values.push(work(analysis, b));
		return unitsOfBlock;
	});
	return values;
}

/** What is told of the sources, where no block that changed tells anything else. */
function toldAgain({ reading, changed }: Since, { attributions }: Resolution, shares: readonly Share[]): Told | null {
	if (attributions !== reading.resolution.attributions) return null;
	const isSame = changed.every(b => tellsSame(reading.shares[b] as Share, shares[b] as Share, attributions[b] ?? none));
	return isSame ? reading.summed : null;
}

function resolvedOf(
	{ attributions, firsts }: Resolution,
	b: number,
	summaries: ReadonlyMap<Identity, SourceSummary>,
	pointsNowhere: (attribution: number) => boolean,
): readonly ResolvedAttribution[] {
	return (attributions[b] ?? none).map(({ identity, candidates, via, rival }, a) => {
		const first = firsts[b]?.includes(a) ?? false;
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
