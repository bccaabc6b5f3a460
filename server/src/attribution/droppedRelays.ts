/** Where words are told again, and how they came is left out: the outlet that had them, or that there was one source. */
import { inSlices } from '../text/slices';
import { contains } from '../text/span';
import { contentWords, isSummary } from './bodyMatch';
import type { BodySpeaker, DroppedRelay, ResolvedAttribution } from './context';
import type { Reading } from './document/model';
import type { BlockAnalysis, BlockAttribution } from './model';
import { inDocument } from './offsets';

/** An unnamed source's statement in the body. */
interface Statement {
	readonly block: number;
	readonly words: ReadonlySet<string>;
	readonly sourceId: string;
	readonly outlet: string | null;
	readonly speaker: BodySpeaker;
}

/** How much of the body is compared with headline and captions. */
const mostStatements = 120;
/** In UTF-16 units; a longer phrase tells more than the name. */
const longestName = 40;
/** After so many paragraphs without the outlet, readers take the words for the paper's own. */
const farAway = 3;

/** By index of block: one for each attribution whose relay is left out. Only those who are not named need one. */
export function* droppedRelays(
	analyses: readonly BlockAnalysis[],
	readings: readonly Reading[],
): Generator<undefined, ReadonlyMap<number, readonly (DroppedRelay | null)[]>, void> {
	const result = new Map<number, readonly (DroppedRelay | null)[]>();
	const unnamed: number[] = [];
	yield* inSlices(readings, (reading, b) => {
		if (reading.hasUnnamed) unnamed.push(b);
		return 0;
	});
	const body = statementsOf(analyses, readings, unnamed);
	if (body.length === 0) return result;
	const own = ownOutlets(analyses);
	const bySource = new Map<string, Statement[]>();
	for (const statement of body)
		bySource.set(statement.sourceId, [...(bySource.get(statement.sourceId) ?? []), statement]);
	yield* inSlices(unnamed, b => {
		const analysis = analyses[b] as BlockAnalysis;
		const found = analysis.attributions.map((attribution, a) => {
			const here = readings[b]?.attributions[a];
			if (!isUnnamed(attribution, here) || here?.via.length !== 0) return null;
			const relay = isSummary(analysis)
				? toldAgain(analysis, attribution, here, body)
				: toldLater(b, attribution, here, bySource);
			return relay?.outlet && own(relay.outlet) ? null : relay;
		});
		if (found.some(relay => relay !== null)) result.set(b, found);
		return unitsOfBlock;
	});
	return result;
}

/** What comparing a block costs, in the units of `inSlices`. */
const unitsOfBlock = 40;

function isUnnamed({ source, cue, parent }: BlockAttribution, here: ResolvedAttribution | undefined): boolean {
	return source?.form === 'noun' && parent === null && !cue?.hearsay && here?.source?.identification === 'anonymous';
}

function statementsOf(
	analyses: readonly BlockAnalysis[],
	readings: readonly Reading[],
	unnamed: readonly number[],
): readonly Statement[] {
	const found: Statement[] = [];
	let paragraph = 0;
	let passed = 0;
	for (const block of unnamed) {
		const analysis = analyses[block] as BlockAnalysis;
		if (!isParagraph(analysis)) continue;
		for (; passed <= block; passed++) if (isParagraph(analyses[passed] as BlockAnalysis)) paragraph++;
		for (const [a, attribution] of analysis.attributions.entries()) {
			const here = readings[block]?.attributions[a];
			if (!isUnnamed(attribution, here) || !here?.source || !attribution.source) continue;
			const { source } = attribution;
			const sentence = analysis.sentences.find(each => contains(each, source)) ?? source;
			found.push({
				block,
				words: wordsSaid(analysis, attribution),
				sourceId: here.source.id,
				outlet: outletOf(analysis, attribution, here),
				speaker: {
					source: analysis.block.text.slice(source.start, source.end),
					identification: 'anonymous',
					plural: source.plural,
					span: inDocument(analysis, sentence),
					paragraph,
				},
			});
			if (found.length >= mostStatements) return found;
		}
	}
	return found;
}

function isParagraph({ block, tokens }: BlockAnalysis): boolean {
	return block.kind === 'paragraph' && tokens.length > 0;
}

/** The outlet as it is called here: "AFP", "the Norhaven Gazette", without "the French news agency". */
function outletOf(
	analysis: BlockAnalysis,
	{ via }: BlockAttribution,
	{ via: known }: ResolvedAttribution,
): string | null {
	const mention = via.at(-1);
	const short = known.at(-1)?.shortName ?? null;
	if (!mention || short === null || mention.descriptors.some(words => words.toLowerCase() !== 'the')) return short;
	const words = analysis.block.text.slice(mention.start, mention.end);
	return words.length <= longestName ? words : short;
}

const wordsKnown = new WeakMap<BlockAttribution, ReadonlySet<string>>();

/** The words of an attribution's content; remembered as long as its block is. */
function wordsSaid(analysis: BlockAnalysis, attribution: BlockAttribution): ReadonlySet<string> {
	const had = wordsKnown.get(attribution);
	if (had) return had;
	const words = new Set(attribution.content.flatMap(span => [...contentWords(analysis, span)]));
	wordsKnown.set(attribution, words);
	return words;
}

/** In headline, standfirst or caption: what the body says of the same words. */
function toldAgain(
	analysis: BlockAnalysis,
	attribution: BlockAttribution,
	{ source: known }: ResolvedAttribution,
	body: readonly Statement[],
): DroppedRelay | null {
	const words = wordsSaid(analysis, attribution);
	const least = Math.max(2, Math.ceil(words.size * 0.4));
	const same = body
		.map(statement => ({ statement, shared: [...words].filter(word => statement.words.has(word)).length }))
		.filter(({ statement, shared }) => shared >= least || (shared > 0 && statement.sourceId === known?.id))
		.sort((a, b) => b.shared - a.shared);
	const [first] = same;
	if (!first) return null;
	const { outlet, speaker, sourceId } = first.statement;
	// Told with and without the outlet, the paper may have it from its own as well.
	const isCredited = outlet !== null && same.every(({ statement }) => statement.outlet !== null);
	const multiplied =
		attribution.source?.plural === true &&
		!speaker.plural &&
		same.every(({ statement }) => statement.sourceId === sourceId);
	return isCredited || multiplied ? { outlet: isCredited ? outlet : null, multiplied, body: speaker } : null;
}

/** In the body: the same source again, far from where its outlet was named. */
function toldLater(
	block: number,
	{ source }: BlockAttribution,
	{ source: known }: ResolvedAttribution,
	bySource: ReadonlyMap<string, readonly Statement[]>,
): DroppedRelay | null {
	const before = (bySource.get(known?.id ?? '') ?? []).filter(statement => statement.block < block);
	const last = before.findLast(({ outlet }) => outlet !== null);
	if (!last || before.some(({ outlet }) => outlet === null) || source?.form === 'pronoun') return null;
	return block - last.block > farAway ? { outlet: last.outlet, multiplied: false, body: last.speaker } : null;
}

/** Whether an outlet is the one that publishes the draft: "(Reuters)" in the dateline, or a credit line. */
function ownOutlets(analyses: readonly BlockAnalysis[]): (outlet: string) => boolean {
	const opening = analyses.find(({ block: { kind } }) => kind === 'paragraph')?.block.text.slice(0, 60) ?? '';
	const dateline = /^[^.]*\(([^()]*)\)/.exec(opening)?.[1]?.toLowerCase() ?? '';
	return outlet => dateline !== '' && dateline.includes(outlet.toLowerCase().replace(/^the /, ''));
}
