/** Clauses that assert something contestable; the taxonomy follows Redi et al. (2019), "Citation Needed". */

import type { Exhibit } from '../text/block';
import { contains, overlaps } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { isBreak, isCapitalized, isComma, personalPronouns } from './grammar';
import type { Reading } from './mentions';
import type { BlockClaim, ClaimTrigger, QuotedSpan } from './model';
import { matchPatterns } from './patterns';

/** How likely an editor asks, by trigger: the strongest of a paragraph is asked about. */
const weights: Readonly<Record<ClaimTrigger, number>> = {
	accusation: 0.9,
	motive: 0.75,
	number: 0.7,
	cause: 0.65,
	superlative: 0.6,
	comparison: 0.4,
	forecast: 0.5,
};

const witness =
	/\b(?:seen|reviewed|obtained|verified|viewed|examined|counted) by\b|\bwe (?:counted|found|saw|measured|reviewed)\b/i;
/** Mental states that are told of someone as if the writer could see them. */
const minds =
	/^(?:wants|wanted|hopes|hoped|fears|feared|intends|intended|believes|believed|thinks|thought|knows|knew|longs|longed)$/;
/** Superlatives that can be counted; "the worst" and "the most masterful" are judgements. */
const countable =
	/^(?:largest|biggest|highest|lowest|fastest|slowest|richest|poorest|deadliest|oldest|youngest|busiest|safest|longest|shortest|deepest|cheapest)$/;
/** A sentence about someone's own, or addressed to the reader, or supposed, is no report. */
const personal = /^(?:i|you|your|my|me|we|our|us|if|suppose|imagine|would|should)$/;

/** The contestable clauses of a block, in order; those inside quotation marks are left out. */
export function findClaims(
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	exhibits: readonly Exhibit[],
): readonly BlockClaim[] {
	const { tokens, text, vocabulary } = reading;
	const found: BlockClaim[] = [];
	const matches = matchPatterns(vocabulary.claims, tokens, text, { sentences, titleCase: reading.titleCase });
	let next = 0;
	for (const sentence of sentences) {
		const words = text.slice(sentence.start, sentence.end);
		const cited =
			exhibits.some(({ span }) => span.start < sentence.end && sentence.start <= span.end) || witness.test(words);
		const question = /\?["”’')\]]*$/.test(words);
		const own = tokens.slice(sentence.firstToken, sentence.endToken);
		const ofItsOwn = own.some(token => personal.test(token.lower) && !quotations.some(q => contains(q, token)));
		// "A survey found", "records show": what is counted stands on a document that is named.
		const documented = own.some(
			token => vocabulary.documents.has(token.lower) || /^(?:data|census|statistics|figures)$/.test(token.lower),
		);
		const add = (trigger: ClaimTrigger, first: number, end: number): void => {
			const triggerSpan = { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
			if (question || ofItsOwn || (trigger === 'number' && documented)) return;
			if (quotations.some(q => q.kind !== 'title' && overlaps(q, triggerSpan))) return;
			const span = clauseOf(reading, sentence, first, quotations);
			found.push({ span, trigger, triggerSpan, phrase: triggerSpan, cited, weight: weights[trigger] });
		};
		while (next < matches.length && (matches[next] as { firstToken: number }).firstToken < sentence.endToken) {
			const { entry, firstToken, endToken } = matches[next++] as (typeof matches)[number];
			if (asserts(reading, sentence, entry.trigger, firstToken)) add(entry.trigger, firstToken, endToken);
		}
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const end = measureAt(reading, i, sentence.endToken);
			if (end > 0) {
				add('number', i, end);
				i = end - 1;
			} else if (mindAt(tokens, i, sentence)) {
				add('motive', i, i + 1);
			}
		}
	}
	return found.sort((a, b) => a.triggerSpan.start - b.triggerSpan.start);
}

/** "$2 billion", "12 percent", "300,000 people": a measured quantity. Dates, ages, scores and small counts are none. */
function measureAt({ tokens, vocabulary }: Reading, index: number, ceiling: number): number {
	const token = tokens[index] as Token;
	// "Fortune 500 companies", "margin of error of 4 percent": a name, a detail of method.
	const previous = tokens[index - 1];
	if (previous && index > 1 && isCapitalized(previous) && previous.lower !== 'the') return 0;
	if (tokens.slice(Math.max(0, index - 6), index).some(t => t.lower === 'margin')) return 0;
	const money = /^[$£€¥]$/.test(token.text);
	const at = money ? index + 1 : index;
	const number = tokens[at];
	if (!number || at >= ceiling || number.kind !== 'number') return 0;
	const unit = tokens[at + 1];
	const hasUnit = unit !== undefined && at + 1 < ceiling && vocabulary.measures.has(unit.lower);
	if (hasUnit) {
		const scale = /^(?:million|billion|trillion|thousand|percent|%|percentage|per)$/.test(unit.lower);
		const size = Number(number.text.replace(/,/g, ''));
		if (!scale && !(size >= 100)) return 0;
		return unit.lower === 'per' && tokens[at + 2]?.lower === 'cent' ? at + 3 : at + 2;
	}
	if (!money) return 0;
	// A price is no claim: only sums that measure something big.
	return Number(number.text.replace(/,/g, '')) >= 100_000 || /[mbt]n?$/i.test(number.text) ? at + 1 : 0;
}

/** "Putin wants": a mind told as fact. The first and second person know their own. */
function mindAt(tokens: readonly Token[], index: number, sentence: Sentence): boolean {
	const token = tokens[index] as Token;
	const before = tokens[index - 1];
	if (!before || index <= sentence.firstToken || !minds.test(token.lower)) return false;
	if (/^(?:he|she)$/.test(before.lower)) return true;
	// "Putin wants", not "The Plan wants" nor "Their fears".
	return (
		isCapitalized(before) &&
		before.kind === 'word' &&
		index - 1 >= sentence.firstToken &&
		!/^(?:The|A|An|This|That|It|They|Their|His|Her|I|We|You|Who|What|Many|Some|Most)$/.test(before.text)
	);
}

function asserts({ tokens }: Reading, sentence: Sentence, trigger: ClaimTrigger, first: number): boolean {
	const before = tokens[first - 1];
	if (trigger === 'forecast') {
		// A noun ("a will"), an order, a condition: no forecast.
		if (!before || first === sentence.firstToken || /^(?:the|a|his|her|their|if|free|good|ill)$/.test(before.lower))
			return false;
		return !personalPronouns.has(before.lower) || !/^(?:i|we|you)$/.test(before.lower);
	}
	if (trigger === 'motive') return false;
	if (trigger === 'superlative') {
		const next = tokens[first + 1];
		const oneOf = before?.lower === 'of' && tokens[first - 2]?.lower === 'one';
		return next !== undefined && countable.test(next.lower) && !oneOf;
	}
	if (trigger === 'accusation') {
		const verb = tokens[first] as Token;
		// "Stop lying", "a plan to steal": only what someone did or does.
		if (!/(?:ed|s|ook|ole|ied|ade)$/.test(verb.lower) || first === sentence.firstToken) return false;
		const legal = tokens
			.slice(sentence.firstToken, sentence.endToken)
			.some(token =>
				/^(?:charged|accused|convicted|alleged|alleges|indicted|guilty|denied|denies|trial|sued|lawsuit|complaint)$/.test(
					token.lower,
				),
			);
		if (legal) return false;
		// "denied taking bribes", "to lie", "would steal": no accusation in the writer's own voice.
		for (let i = first - 1; i >= sentence.firstToken && i > first - 5; i--) {
			const word = (tokens[i] as Token).lower;
			if (
				/^(?:not|n't|never|to|if|would|could|may|might|denied|denies|denying|whether|alleged|allegedly|accused|charged|convicted)$/.test(
					word,
				)
			)
				return false;
			if (isComma(tokens[i])) break;
		}
	}
	return true;
}

/** The clause around a trigger: between semicolons, colons and dashes, or the relative clause it stands in. */
function clauseOf(
	{ tokens }: Reading,
	sentence: Sentence,
	index: number,
	quotations: readonly QuotedSpan[],
): BlockClaim['span'] {
	const quoted = (token: Token): boolean => quotations.some(q => contains(q, token));
	let first = index;
	while (first > sentence.firstToken) {
		const token = tokens[first - 1] as Token;
		if (isBreak(token) && !quoted(token) && token.text !== '.') break;
		first--;
	}
	let end = index + 1;
	while (end < sentence.endToken) {
		const token = tokens[end] as Token;
		if (isBreak(token) && !quoted(token)) break;
		end++;
	}
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}
