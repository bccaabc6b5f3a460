/**
 * What is to be checked in a draft: names where they first stand, figures, dates, quotations, causes, superlatives,
 * accusations, and what is left of statements. The list follows what fact-checkers mark in a proof (KSJ Fact-Checking
 * Project, "Fact-Checking Best Practices").
 */
import type { Analysis } from '../analysis';
import type { BlockAnalysis, BlockClaim, QuotedSpan } from '../attribution/model';
import { type ReadDraft, readDraft } from '../report/draft';
import { datesIn, weekdaysIn } from '../report/times';
import { type OwnedSpan, ownerOf, ownersIn } from '../report/voices';
import { shortened } from '../report/words';
import { vagueTimesIn } from '../rules/vague-time';
import { inSlices } from '../text/slices';
import { contains, cover, overlaps, type Span } from '../text/span';
import { excerptOf } from './excerpt';
import { figuresIn, timesIn } from './figures';
import { byRisk, type CheckItem, type CheckKind } from './model';
import { isPartOfName, namesOf } from './names';

/**
 * Every checkable item, in reading order; none where the draft is not read. Linear in the draft, and in slices: a server
 * does other things in between.
 */
export function* checkItemsInSlices(analysis: Analysis): Generator<undefined, readonly CheckItem[], void> {
	if (analysis.language === 'other' || analysis.genre === 'not-news') return [];
	const draft = readDraft(analysis);
	const names = yield* namesOf(analysis);
	const items: CheckItem[] = [];
	yield* inSlices(analysis.analyses, (block, b) => {
		if (block.tokens.length === 0) return 0;
		const found = [...passagesIn(block), ...(names.get(b) ?? [])];
		const stretches = ownersIn(analysis, b);
		const spoken = [...found, ...statementsIn(block, found, stretches)];
		for (const passage of spoken.sort(inReadingOrder)) items.push(itemOf(draft, b, passage, stretches));
		return block.block.text.length;
	});
	return items;
}

/** Something to check, in a block's offsets. */
interface Passage {
	readonly kind: CheckKind;
	readonly span: Span;
	/** What tells whose words they are, where it is not all of the span. */
	readonly said?: Span;
	/** What an excerpt shows around it; the sentence where nothing else is told. */
	readonly within?: Span;
}

function inReadingOrder(one: Passage, other: Passage): number {
	return one.span.start - other.span.start || byRisk.indexOf(one.kind) - byRisk.indexOf(other.kind);
}

const longestWords = 200;

function itemOf(draft: ReadDraft, b: number, passage: Passage, stretches: readonly OwnedSpan[]): CheckItem {
	const block = draft.analysis.analyses[b] as BlockAnalysis;
	const { kind, span, within, said } = passage;
	const { text } = block.block;
	const sentence = sentenceAround(block, span);
	// A name is spelled right or not, whoever says it.
	const owner = kind === 'name' ? 'own' : ownerOf(stretches, said ?? span);
	return {
		kind,
		words: shortened(text.slice(span.start, span.end), longestWords),
		excerpt: excerptOf(text, within ?? sentence, span),
		speaker: typeof owner === 'string' ? null : draft.nameOf(owner.id),
		isAttributed: typeof owner !== 'string',
		place: draft.placeOf(b, span),
		block: b,
		span,
		sentence,
	};
}

/** From the beginning of the first sentence a span touches to the end of the last. */
function sentenceAround({ sentences }: BlockAnalysis, span: Span): Span {
	return sentences.filter(sentence => overlaps(sentence, span)).reduce<Span>(cover, span);
}

function firstWord({ tokens }: BlockAnalysis, span: Span): Span {
	return tokens.find(token => token.kind === 'word' && contains(span, token)) ?? span;
}

function passagesIn(block: BlockAnalysis): readonly Passage[] {
	const days = weekdaysIn(block).filter(day => !isPartOfName(block, day));
	const dates = merged([...datesIn(block), ...days, ...timesIn(block), ...vagueTimesIn(block)]);
	const figures = figuresIn(block).filter(figure => !dates.some(date => overlaps(date, figure)));
	return [
		...claimsIn(block, figures),
		...figures.map((span): Passage => ({ kind: 'figure', span })),
		...quotationsIn(block),
		...dates.map((span): Passage => ({ kind: 'date', span })),
	];
}

/** A few quoted words are read with what they stand in. */
const isLong = ({ start, end }: Span): boolean => end - start > 60;

/** "Monday, 12 May", "May 2019": what overlaps or adjoins is one date. */
function merged(spans: readonly Span[]): readonly Span[] {
	const found: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = found.at(-1);
		if (last && span.start <= last.end + 2) found[found.length - 1] = cover(last, span);
		else found.push(span);
	}
	return found;
}

const claimKinds: Partial<Record<BlockClaim['trigger'], CheckKind>> = {
	accusation: 'accusation',
	cause: 'cause',
	superlative: 'superlative',
	comparison: 'comparison',
};

/** What is contestable otherwise than by its figure; of two that share words the graver. */
function claimsIn({ claims }: BlockAnalysis, figures: readonly Span[]): readonly Passage[] {
	const found: Passage[] = [];
	const graver = [...claims].sort(
		(a, b) =>
			byRisk.indexOf(claimKinds[a.trigger] ?? 'statement') - byRisk.indexOf(claimKinds[b.trigger] ?? 'statement'),
	);
	for (const { trigger, phrase, span } of graver) {
		const kind = claimKinds[trigger];
		if (!kind || found.some(other => overlaps(other.span, phrase) || isSameClause(other, kind, span))) continue;
		// "more than 300 boats": the figure says it.
		if (kind === 'comparison' && figures.some(figure => overlaps(figure, phrase) || phrase.end + 1 === figure.start))
			continue;
		found.push({ kind, span: phrase, within: span });
	}
	return found;
}

/** "the largest lock in the world": one superlative, told twice. */
function isSameClause(other: Passage, kind: CheckKind, { start, end }: Span): boolean {
	return other.kind === kind && other.within?.start === start && other.within.end === end;
}

/** Speech in quotation marks; what one attribution breaks in two is one quotation. */
function quotationsIn(block: BlockAnalysis): readonly Passage[] {
	const found: { readonly first: Span; readonly span: Span; readonly own: number }[] = [];
	for (const quotation of block.quotations) {
		if (!isSpeech(quotation) || quotation.parent !== null) continue;
		const { start, end } = quotation;
		const own = block.attributions.findIndex(({ content }) => content.some(span => overlaps(span, quotation)));
		const last = found.at(-1);
		if (last && own >= 0 && own === last.own && isBroken(block, own, last.span, quotation)) {
			found[found.length - 1] = { ...last, span: cover(last.span, quotation) };
		} else found.push({ first: { start, end }, span: { start, end }, own });
	}
	return found.map(({ first, span }) => ({
		kind: 'quotation',
		span,
		said: first,
		...(isLong(span) && { within: span }),
	}));
}

function isSpeech({ kind }: QuotedSpan): boolean {
	return kind === 'direct' || kind === 'partial' || kind === 'block';
}

/** “We will go,” she said, “and soon.”: nothing but the words that attribute stands between. */
function isBroken({ attributions }: BlockAnalysis, own: number, before: Span, after: Span): boolean {
	const cue = attributions[own]?.cue;
	return cue !== null && cue !== undefined && before.end <= cue.start && cue.end <= after.start;
}

/** What someone is said to have said, unless what is on the list already says most of it. */
function statementsIn(
	block: BlockAnalysis,
	found: readonly Passage[],
	stretches: readonly OwnedSpan[],
): readonly Passage[] {
	return block.attributions.flatMap(({ source, cue, content, parent, confidence }) => {
		const [first, ...rest] = content;
		if (!source || !cue || cue.stance === 'mental' || !first || parent !== null || confidence < sure) return [];
		const span = withoutJoint(block, rest.reduce<Span>(cover, first));
		if (typeof ownerOf(stretches, firstWord(block, first)) === 'string') return [];
		const within = found.filter(({ span: other }) => content.some(part => overlaps(part, other)));
		if (within.some(({ kind }) => saysAll.has(kind)) || isMostlyQuoted(block, content, within)) return [];
		return [{ kind: 'statement', span, within: span, said: firstWord(block, first) } satisfies Passage];
	});
}

/** "that the board knew" says that the board knew. */
function withoutJoint({ tokens }: BlockAnalysis, span: Span): Span {
	const i = tokens.findIndex(token => contains(span, token));
	const next = tokens[i + 1];
	return tokens[i]?.lower === 'that' && next && contains(span, next) ? { start: next.start, end: span.end } : span;
}

/** Below it a reading is too unsure to ask about; what stands out in it is on the list all the same. */
const sure = 0.6;

/** To check these is to check what is said. */
const saysAll: ReadonlySet<CheckKind> = new Set(['accusation', 'figure', 'cause', 'superlative', 'comparison']);

function isMostlyQuoted({ tokens }: BlockAnalysis, content: readonly Span[], within: readonly Passage[]): boolean {
	const words = tokens.filter(token => token.kind === 'word' && content.some(span => contains(span, token)));
	const quoted = words.filter(word => within.some(({ kind, span }) => kind === 'quotation' && contains(span, word)));
	return quoted.length * 2 >= words.length;
}
