/** Fits how sure an attribution is: logistic regression on the jackknifed opinion of stage 1, linked. */
import type { TagGroups } from '../server/src/attribution/columns';
import { confidenceFeatures } from '../server/src/attribution/confidence';
import { type Link, linkSpans, type RoleSpan, spansOf } from '../server/src/attribution/linker';
import type { Scorer } from '../server/src/tagging/model';
import type { Decoding } from '../server/src/tagging/sequence';
import type { AttributedBlock } from './attributedBlocks';
import type { AttributedDocument, GoldSpan } from './corpora';

interface Example {
	readonly features: readonly number[];
	readonly right: boolean;
}

const rounds = 4000;
const rate = 0.05;

/** The weights, in the order of `confidenceFeatures`, to four decimals. */
export function fitConfidence(
	blocks: readonly AttributedBlock[],
	decodings: readonly Decoding[],
	documents: readonly AttributedDocument[],
	groups: TagGroups,
	linker: Scorer,
	log: (line: string) => void,
): readonly number[] {
	const examples: Example[] = [];
	for (const [i, block] of blocks.entries()) {
		const { labels, margins } = decodings[i] as Decoding;
		const spans = spansOf(labels);
		for (const link of linkSpans(spans, block.columns, groups, linker).links) {
			if (link.contents.length === 0) continue;
			const gold = documents[block.document]?.attributions ?? [];
			examples.push({
				features: confidenceFeatures({ spans, margins, columns: block.columns }, link),
				right: gold.some(({ source, cue, content }) => isRight(block, spans, link, source, cue, content)),
			});
		}
	}
	const width = examples[0]?.features.length ?? 0;
	const weights = new Float64Array(width);
	for (let round = 0; round < rounds; round++) {
		const slope = new Float64Array(width);
		for (const { features, right } of examples) {
			const error = (right ? 1 : 0) - likelihood(features, weights);
			for (let k = 0; k < width; k++) slope[k] = (slope[k] as number) + error * (features[k] as number);
		}
		for (let k = 0; k < width; k++)
			weights[k] = (weights[k] as number) + (rate * (slope[k] as number)) / examples.length;
	}
	const hits = examples.filter(({ features, right }) => likelihood(features, weights) >= 0.5 === right).length;
	log(`confidence: ${((100 * hits) / examples.length).toFixed(1)} % of ${examples.length} told right`);
	return Array.from(weights, weight => Math.round(weight * 10_000) / 10_000);
}

function likelihood(features: readonly number[], weights: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < features.length; k++) sum += (features[k] as number) * (weights[k] as number);
	return 1 / (1 + Math.exp(-sum));
}

function isRight(
	block: AttributedBlock,
	spans: readonly RoleSpan[],
	link: Link,
	source: readonly GoldSpan[] | null,
	cue: readonly GoldSpan[] | null,
	content: readonly GoldSpan[] | null,
): boolean {
	const at = (index: number): GoldSpan => {
		const { first, end } = spans[index] as RoleSpan;
		const { start } = block.block.span;
		return [start + (block.tokens[first]?.start ?? 0), start + (block.tokens[end - 1]?.end ?? 0)];
	};
	if (common([at(link.cue)], cue ?? []) === 0) return false;
	if (!isAlike(link.contents.map(at), content ?? [])) return false;
	const own = link.source === null ? [] : [at(link.source)];
	return (own.length === 0 && (source ?? []).length === 0) || isAlike(own, source ?? []);
}

/** Whether two lists of spans share at least half of what they cover. */
function isAlike(a: readonly GoldSpan[], b: readonly GoldSpan[]): boolean {
	const shared = common(a, b);
	return shared > 0 && shared * 2 >= size(a) + size(b) - shared;
}

function common(a: readonly GoldSpan[], b: readonly GoldSpan[]): number {
	let sum = 0;
	for (const [from, to] of a)
		for (const [start, end] of b) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
	return sum;
}

function size(spans: readonly GoldSpan[]): number {
	return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}
