/**
 * Which source and which content go with which cue. Each choice is made by a learnt score over hashed features of the
 * pair: the learner of the taggers with a single label.
 */
import { mix, pair } from '../tagging/hash';
import type { Scorer } from '../tagging/model';
import type { Columns, TagGroups } from './columns';

export type Role = 'source' | 'cue' | 'content';

/** A labelled stretch of tokens. */
export interface RoleSpan {
	readonly role: Role;
	readonly first: number;
	/** Index after its last token. */
	readonly end: number;
}

/** A cue with what belongs to it; indices into the spans. */
export interface Link {
	readonly cue: number;
	readonly source: number | null;
	readonly contents: readonly number[];
	/** By how much each choice won over the next one, in units of the model's weights. */
	readonly sourceMargin: number;
	readonly contentMargin: number;
}

export interface Linking {
	readonly links: readonly Link[];
	/** Contents that go with no cue of the block. */
	readonly orphans: readonly number[];
}

/** One choice: candidates by index, -1 for none of them. */
export interface Choice {
	readonly kind: 'source' | 'content';
	/** The span that chooses: a cue for sources, a content for cues. */
	readonly of: number;
	readonly candidates: readonly number[];
	readonly features: (candidate: number, out: Int32Array, shift: number) => number;
}

export const mostPairFeatures = 64;

/** The spans that labels spell out, in order; labels as in `attributionLabels`. */
export function spansOf(labels: Uint8Array): readonly RoleSpan[] {
	const roles: readonly Role[] = ['source', 'cue', 'content'];
	const spans: { role: Role; first: number; end: number }[] = [];
	for (let i = 0; i < labels.length; i++) {
		const label = labels[i] as number;
		if (label === 0) continue;
		const role = roles[(label - 1) >> 1] as Role;
		const last = spans.at(-1);
		if (label % 2 === 0 && last && last.role === role && last.end === i) last.end = i + 1;
		else spans.push({ role, first: i, end: i + 1 });
	}
	return spans;
}

/** Links the spans of a block. */
export function linkSpans(spans: readonly RoleSpan[], columns: Columns, groups: TagGroups, scorer: Scorer): Linking {
	const buckets = new Int32Array(mostPairFeatures);
	const scoreOf = (choice: Choice, candidate: number): number => {
		const count = choice.features(candidate, buckets, 32 - scorer.bits);
		return scorer.scoresOf(buckets, count)[0] as number;
	};
	const decided: Decided[] = [];
	for (const choice of choicesOf(spans, columns, groups)) {
		decided.push(decide(choice, candidate => scoreOf(choice, candidate)));
	}
	const contents = decided.filter(({ choice }) => choice.kind === 'content');
	for (const [cue, { role }] of spans.entries()) if (role === 'cue') fill(cue, contents);
	const sources = new Map(decided.filter(({ choice }) => choice.kind === 'source').map(each => [each.choice.of, each]));
	const links: Link[] = [];
	for (const [cue, span] of spans.entries()) {
		if (span.role !== 'cue') continue;
		const source = sources.get(cue);
		const own = contents.filter(({ chosen }) => chosen === cue);
		links.push({
			cue,
			source: source && source.chosen >= 0 ? source.chosen : null,
			contents: own.map(({ choice }) => choice.of),
			sourceMargin: source?.margin ?? 999,
			contentMargin: own.reduce((least, { margin }) => Math.min(least, margin), 999),
		});
	}
	return { links, orphans: contents.filter(({ chosen }) => chosen < 0).map(({ choice }) => choice.of) };
}

/** A choice that was made, with what each candidate scored. */
interface Decided {
	readonly choice: Choice;
	readonly scores: readonly number[];
	chosen: number;
	margin: number;
}

function decide(choice: Choice, scoreOf: (candidate: number) => number): Decided {
	const scores = choice.candidates.map(scoreOf);
	let at = 0;
	let next = Number.NEGATIVE_INFINITY;
	for (let i = 1; i < scores.length; i++) {
		const score = scores[i] as number;
		if (score > (scores[at] as number)) {
			next = scores[at] as number;
			at = i;
		} else if (score > next) next = score;
	}
	const chosen = choice.candidates[at] as number;
	return { choice, scores, chosen, margin: Math.min(999, (scores[at] as number) - next) };
}

/** How much less a content may fit a cue that has none than the one it chose, in units of the weights. */
const mostLoss = 200;

/** Every cue has something to say: one that no content chose takes the content that loses least by it from a cue that keeps another. */
function fill(cue: number, contents: readonly Decided[]): void {
	if (contents.some(({ chosen }) => chosen === cue)) return;
	let taken: Decided | null = null;
	let least = mostLoss;
	for (const content of contents) {
		const at = content.choice.candidates.indexOf(cue);
		if (at < 0) continue;
		if (content.chosen >= 0 && contents.filter(({ chosen }) => chosen === content.chosen).length < 2) continue;
		const loss =
			(content.scores[content.choice.candidates.indexOf(content.chosen)] as number) - (content.scores[at] as number);
		if (loss >= least) continue;
		least = loss;
		taken = content;
	}
	if (!taken) return;
	taken.chosen = cue;
	taken.margin = 0;
}

/** Distances, coarser the longer. */
function bucketOf(n: number): number {
	return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 25 ? 7 : 8;
}

/** How far from a content, in sentences, its cue may stand. */
const sentenceReach = 3;
/** More spans than this between the two, and they do not belong together. */
const spanReach = 9;

/** All choices that the spans of a block leave open. */
export function* choicesOf(spans: readonly RoleSpan[], columns: Columns, groups: TagGroups): Generator<Choice> {
	const sentences = sentenceNumbers(columns);
	for (const [index, span] of spans.entries()) {
		if (span.role === 'source') continue;
		const candidates: number[] = [-1];
		const low = Math.max(0, index - spanReach);
		const high = Math.min(spans.length, index + spanReach + 1);
		for (let other = low; other < high; other++) {
			const candidate = spans[other] as RoleSpan;
			const apart = Math.abs((sentences[candidate.first] as number) - (sentences[span.first] as number));
			if (span.role === 'cue') {
				if (candidate.role === 'source' && apart === 0) candidates.push(other);
			} else if (candidate.role === 'cue') {
				const around =
					(sentences[span.first] as number) <= (sentences[candidate.first] as number) &&
					(sentences[candidate.first] as number) <= (sentences[span.end - 1] as number);
				if (around || apart <= sentenceReach) candidates.push(other);
			}
		}
		if (candidates.length === 1 && span.role === 'cue') continue;
		const view: PairView = { spans, columns, groups, sentences };
		yield {
			kind: span.role === 'cue' ? 'source' : 'content',
			of: index,
			candidates,
			features:
				span.role === 'cue'
					? (candidate, out, shift) => sourceFeatures(view, index, candidate, out, shift)
					: (candidate, out, shift) => contentFeatures(view, index, candidate, out, shift),
		};
	}
}

interface PairView {
	readonly spans: readonly RoleSpan[];
	readonly columns: Columns;
	readonly groups: TagGroups;
	/** Number of the sentence of each token. */
	readonly sentences: Int32Array;
}

function sentenceNumbers({ count, sentenceStarts }: Columns): Int32Array {
	const numbers = new Int32Array(count);
	let number = -1;
	for (let i = 0; i < count; i++) {
		if (sentenceStarts[i] === i) number++;
		numbers[i] = number;
	}
	return numbers;
}

/** What lies between two spans. */
function between(
	view: PairView,
	a: number,
	b: number,
): { code: number; cues: number; sources: number; contents: number } {
	let cues = 0;
	let sources = 0;
	let contents = 0;
	for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) {
		const { role } = view.spans[i] as RoleSpan;
		if (role === 'cue') cues++;
		else if (role === 'source') sources++;
		else contents++;
	}
	return { code: Math.min(2, cues) * 9 + Math.min(2, sources) * 3 + Math.min(2, contents), cues, sources, contents };
}

function sourceFeatures(view: PairView, cueIndex: number, candidate: number, out: Int32Array, shift: number): number {
	const { spans, columns } = view;
	const { stems, classes, tags, quotes, count, words, commasBefore, verbsBefore } = columns;
	const cue = spans[cueIndex] as RoleSpan;
	const stem = stems[cue.end - 1] as number;
	const headClass = classes[cue.end - 1] as number;
	const beforeTag = cue.first > 0 ? (tags[cue.first - 1] as number) : 255;
	const afterTag = cue.end < count ? (tags[cue.end] as number) : 255;
	let k = 0;
	const add = (template: number, a: number, b: number): void => {
		out[k++] = mix(template, a, b) >>> shift;
	};
	// What stands just left and right of the cue, as roles.
	const leftRole = roleCode(spans[cueIndex - 1], cue.first, true);
	const rightRole = roleCode(spans[cueIndex + 1], cue.end, false);
	if (candidate < 0) {
		add(201, 0, 0);
		add(202, stem, 0);
		add(203, beforeTag, afterTag);
		add(204, leftRole, rightRole);
		add(205, tags[cue.end - 1] as number, 0);
		add(206, headClass, 0);
		add(207, cue.first > 0 ? (words[cue.first - 1] as number) : 0, 0);
		add(208, leftRole, pair(beforeTag, tags[cue.end - 1] as number));
		return k;
	}
	const source = spans[candidate] as RoleSpan;
	const isLeft = source.first < cue.first;
	const gap = isLeft ? cue.first - source.end : source.first - cue.end;
	const from = isLeft ? source.end : cue.end;
	const to = isLeft ? cue.first : source.first;
	const gapStart = Math.min(from, to);
	const commas = Math.min(3, (commasBefore[to] as number) - (commasBefore[gapStart] as number));
	const verbs = Math.min(2, (verbsBefore[to] as number) - (verbsBefore[gapStart] as number));
	const side = isLeft ? 1 : 0;
	const { code } = between(view, cueIndex, candidate);
	const sourceTag = tags[source.end - 1] as number;
	// Whether another cue stands nearer to that source.
	const taken = nearestCue(spans, candidate) === cueIndex ? 1 : 0;
	const gapCode = pair(side, bucketOf(Math.max(0, gap)));
	add(211, gapCode, 0);
	add(212, code, side);
	add(213, pair(code, side), bucketOf(Math.max(0, gap)));
	add(214, commas * 4 + verbs, side);
	add(215, pair(commas * 4 + verbs, code), side);
	add(216, stem, side);
	add(217, sourceTag, side);
	add(218, taken, side);
	add(219, pair(taken, code), gapCode);
	add(220, pair(leftRole, rightRole), side);
	add(221, pair(leftRole, rightRole), pair(side, taken));
	add(222, tags[cue.end - 1] as number, pair(side, code));
	add(223, (quotes[cue.first] as number) * 8 + (quotes[source.first] as number), side);
	add(224, gap > 0 ? (words[to - 1] as number) : 0, side);
	add(225, gap > 0 ? (words[gapStart] as number) : 0, side);
	add(226, headClass, pair(side, afterTag));
	add(227, sourceTag, pair(side, pair(code, beforeTag)));
	return k;
}

/** The role of the neighbouring span and whether it touches. */
function roleCode(span: RoleSpan | undefined, edge: number, isBefore: boolean): number {
	if (!span) return 0;
	const gap = isBefore ? edge - span.end : span.first - edge;
	const role = span.role === 'source' ? 1 : span.role === 'cue' ? 2 : 3;
	return role * 4 + (gap === 0 ? 1 : gap < 3 ? 2 : 3);
}

function nearestCue(spans: readonly RoleSpan[], source: number): number {
	const { first, end } = spans[source] as RoleSpan;
	let nearest = -1;
	let least = Number.POSITIVE_INFINITY;
	for (let i = Math.max(0, source - 4); i < Math.min(spans.length, source + 5); i++) {
		const span = spans[i] as RoleSpan;
		if (span.role !== 'cue') continue;
		const gap = span.first >= end ? span.first - end : first - span.end + 0.5;
		if (gap < least) {
			least = gap;
			nearest = i;
		}
	}
	return nearest;
}

function contentFeatures(
	view: PairView,
	contentIndex: number,
	candidate: number,
	out: Int32Array,
	shift: number,
): number {
	const { spans, columns, sentences } = view;
	const { stems, classes, tags, quotes, quoteKinds, count, words, commasBefore } = columns;
	const content = spans[contentIndex] as RoleSpan;
	let k = 0;
	const add = (template: number, a: number, b: number): void => {
		out[k++] = mix(template, a, b) >>> shift;
	};
	const opens = quotes[content.first] as number;
	const closes = quotes[content.end - 1] as number;
	const quoteCode = opens * 8 + closes;
	const kind = quoteKinds[content.first] as number;
	const isFirst = content.first === 0 ? 1 : 0;
	const isLast = content.end >= count - 1 ? 1 : 0;
	const leftRole = roleCode(spans[contentIndex - 1], content.first, true);
	const rightRole = roleCode(spans[contentIndex + 1], content.end, false);
	const length = bucketOf(content.end - content.first);
	if (candidate < 0) {
		add(251, 0, 0);
		add(252, quoteCode, kind);
		add(253, isFirst, isLast);
		add(254, leftRole, rightRole);
		add(255, length, quoteCode);
		add(256, pair(isFirst, isLast), quoteCode);
		return k;
	}
	const cue = spans[candidate] as RoleSpan;
	const isAfter = content.first >= cue.end;
	const gap = isAfter ? content.first - cue.end : cue.first - content.end;
	const apart = (sentences[content.first] as number) - (sentences[cue.first] as number);
	const apartEnd = (sentences[content.end - 1] as number) - (sentences[cue.first] as number);
	const where = apart <= 0 && apartEnd >= 0 ? 0 : apart > 0 ? Math.min(3, apart) : 3 + Math.min(3, -apartEnd);
	const side = isAfter ? 1 : 0;
	const { code, cues } = between(view, contentIndex, candidate);
	const stem = stems[cue.end - 1] as number;
	const headClass = classes[cue.end - 1] as number;
	const from = isAfter ? cue.end : content.end;
	const to = isAfter ? content.first : cue.first;
	const commas = to > from ? Math.min(2, (commasBefore[to] as number) - (commasBefore[from] as number)) : 0;
	const nearestLeft = spanBefore(spans, contentIndex) === candidate ? 1 : 0;
	const nearestRight = spanAfter(spans, contentIndex) === candidate ? 1 : 0;
	const place = pair(side, where);
	add(261, pair(side, bucketOf(Math.max(0, gap))), where);
	add(262, code, place);
	add(263, Math.min(2, cues), place);
	add(264, quoteCode, place);
	add(265, quoteCode, pair(place, code));
	add(266, stem, place);
	add(267, headClass, pair(place, quoteCode));
	add(268, nearestLeft * 2 + nearestRight, place);
	add(269, nearestLeft * 2 + nearestRight, pair(place, quoteCode));
	add(270, pair(leftRole, rightRole), place);
	add(271, pair(leftRole, rightRole), pair(place, quoteCode));
	add(272, tags[content.first] as number, pair(place, code));
	add(273, words[content.first] as number, place);
	add(274, commas, pair(place, code));
	add(275, cue.end < count ? (words[cue.end] as number) : 0, place);
	add(276, (quotes[cue.first] as number) * 4 + kind, place);
	add(277, length, pair(place, quoteCode));
	add(278, pair(isFirst, isLast), pair(place, code));
	add(279, tags[cue.end - 1] as number, pair(place, pair(quoteCode, nearestLeft)));
	return k;
}

function spanBefore(spans: readonly RoleSpan[], index: number): number {
	for (let i = index - 1; i >= 0; i--) if ((spans[i] as RoleSpan).role === 'cue') return i;
	return -2;
}

function spanAfter(spans: readonly RoleSpan[], index: number): number {
	for (let i = index + 1; i < spans.length; i++) if ((spans[i] as RoleSpan).role === 'cue') return i;
	return -2;
}
