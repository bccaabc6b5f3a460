/**
 * Verbs that stand right beside a quotation: “The lock leaks,” she said. Who is named there speaks the quotation, whoever
 * else is near, and neither the verb nor its subject is part of what another says around it.
 */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { mention, phraseAfter, type Reading } from './mentions';
import type { BlockAttribution, Cue, Mention, QuotedSpan } from './model';

/** The attributions, each quotation left to whoever stands right beside it, and each such speaker outside others' words. */
export function withInquits(
	found: readonly BlockAttribution[],
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	text: string,
): readonly BlockAttribution[] {
	let result = found;
	for (const quotation of quotations) {
		if (quotation.parent !== null || quotation.close === '') continue;
		const beside = result.find(each => speaksBeside(each, quotation, text));
		if (!beside) continue;
		const sentence = sentences.find(each => contains(each, beside.cue as Cue));
		const led = introduced(beside, quotation, text);
		result = result.flatMap(each => {
			if (each === beside) return led;
			const isElsewhere = sentence !== undefined && each.cue !== null && !contains(sentence, each.cue);
			const content = each.content.flatMap(span => {
				if (isElsewhere && span.start === quotation.start && span.end === quotation.end) return [];
				return outside(span, each, beside, quotation, text);
			});
			return content.length > 0 || each.content.length === 0 ? { ...each, content } : [];
		});
	}
	return result;
}

/**
 * “Hold the line,” Quist sang: a comma that ends a quotation, a name or pronoun and a verb attribute, whatever the verb
 * means and whether or not it is known for that. `isVerb` tells of a token whether it is a verb with a subject.
 */
export function unheardInquits(
	found: readonly BlockAttribution[],
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	isVerb: (token: number) => boolean,
): readonly BlockAttribution[] {
	const { tokens, text } = reading;
	return quotations.flatMap(quotation => {
		const isOpen = quotation.parent === null && text.charAt(quotation.inner.end - 1) === ',';
		const first = isOpen ? tokens.findIndex(({ start }) => start >= quotation.end) : -1;
		const sentence = sentences.find(({ firstToken, endToken }) => firstToken < first && first < endToken);
		if (!sentence) return [];
		const source = phraseAfter(reading, first, sentence.endToken);
		const verb = source ? tokens[source.endToken] : undefined;
		if (
			!source ||
			!verb ||
			source.firstToken !== first ||
			source.form === 'noun' ||
			!(isVerb(source.endToken) || /^[a-z]{2,}(?:s|ed)$/.test(verb.text))
		)
			return [];
		const isHeard = found.some(
			({ cue, content }) =>
				cue !== null &&
				(overlaps(cue, verb) || (contains(sentence, cue) && content.some(span => overlaps(span, quotation)))),
		);
		return isHeard ? [] : [inquit(quotation, source, verb)];
	});
}

/**
 * Quist scolded him: “It leaks,” she said. “Go.”: a verb with no more than a pronoun or particle behind it leads to the
 * first quotation; what goes on behind “she said” is left to that.
 */
export function withLeadingVerbs(
	found: readonly BlockAttribution[],
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	isVerb: (token: number) => boolean,
): readonly BlockAttribution[] {
	const { tokens, text } = reading;
	let result = found;
	for (const quotation of quotations) {
		const isAfterColon = quotation.parent === null && text.slice(quotation.start - 2, quotation.start) === ': ';
		const colon = isAfterColon ? tokens.findIndex(({ end }) => end === quotation.start - 1) : -1;
		if (colon < 0) continue;
		const sentence = sentences.find(({ firstToken, endToken }) => firstToken < colon && colon < endToken);
		const beside = result.find(
			({ content, cue }) =>
				content.length > 1 && cue !== null && cue.start > quotation.end && content[0]?.start === quotation.start,
		);
		if (!sentence || !beside || beside.content[0]?.end !== quotation.end) continue;
		const verb = isVerb(colon - 1)
			? colon - 1
			: isVerb(colon - 2) && afterVerb.test((tokens[colon - 1] as Token).lower)
				? colon - 2
				: -1;
		const source = verb > sentence.firstToken ? mention(reading, sentence.firstToken, verb) : null;
		if (!source || source.form === 'noun' || source.firstToken !== sentence.firstToken) continue;
		if (tokens.slice(source.firstToken, verb).some((_, i) => isVerb(source.firstToken + i))) continue;
		const lead = inquit(
			quotation,
			{ ...source, end: (tokens[verb - 1] as Token).end, endToken: verb },
			tokens[verb] as Token,
		);
		result = [...result.map(each => (each === beside ? { ...each, content: each.content.slice(1) } : each)), lead];
	}
	return result;
}

const afterVerb = /^(?:him|her|them|me|us|it|back|in|out|up|on|off)$/;

/** Sure of the words, not of the verb. */
const unheardConfidence = 0.6;

function inquit({ start, end }: Span, source: Mention, verb: Token): BlockAttribution {
	return {
		source,
		cue: { start: verb.start, end: verb.end, stance: 'neutral', lemma: verb.lower, head: source.endToken },
		content: [{ start, end }],
		basis: 'cue',
		confidence: unheardConfidence,
		parent: null,
		via: [],
		addressee: null,
	};
}

/** "Quist was blunt: “It leaks,” she said.": what leads up to it with a colon is the writer's. */
function introduced(beside: BlockAttribution, quotation: QuotedSpan, text: string): BlockAttribution {
	const { content } = beside;
	const led = content.map(span =>
		span.start < quotation.start && quotation.end <= span.end && /: ?$/.test(text.slice(span.start, quotation.start))
			? { start: quotation.start, end: span.end }
			: span,
	);
	return led.every((span, i) => span === content[i]) ? beside : { ...beside, content: led };
}

/** Whether the verb and its subject touch the quotation that is said. */
function speaksBeside({ source, cue, content }: BlockAttribution, quotation: QuotedSpan, text: string): boolean {
	if (cue === null || source === null || overlaps(cue, quotation) || overlaps(source, quotation)) return false;
	const isSaid = content.some(span => span.start === quotation.start && span.end === quotation.end);
	if (cue.end <= quotation.start) return isSaid && isGap(text.slice(cue.end, quotation.start));
	const last = lastOf(quotation, text);
	const first = Math.min(source.start, cue.start);
	// “That is all.” Quist was as short when …: after a full stop another sentence begins.
	if (last === '.' || !isGap(text.slice(quotation.end, first))) return false;
	const [left, right] = source.start < cue.start ? [source, cue] : [cue, source];
	return isSaid || (last === ',' && text.slice(left.end, right.start) === ' ');
}

/** The last character of the words, before the marks of quotations that end with them. */
function lastOf({ inner }: QuotedSpan, text: string): string {
	let end = inner.end;
	while (end > inner.start && /[’'”"]/.test(text.charAt(end - 1))) end--;
	return text.charAt(end - 1);
}

function isGap(between: string): boolean {
	return /^[\s,:]{0,3}$/.test(between);
}

/** What another says, without a speaker who stands behind a quotation in it: “I would,” she said, but he … */
function outside(
	span: Span,
	{ cue }: BlockAttribution,
	beside: BlockAttribution,
	quotation: QuotedSpan,
	text: string,
): readonly Span[] {
	const isLed =
		span.start < quotation.start &&
		span.end === quotation.end &&
		(beside.cue?.start ?? 0) >= quotation.end &&
		beside.content.some(said => overlaps(said, quotation));
	const lead = isLed ? text.slice(span.start, quotation.start) : '';
	if (/: ?$/.test(lead)) return [{ start: span.start, end: span.start + lead.trimEnd().length - 1 }];
	const end = Math.max(beside.cue?.end ?? 0, beside.source?.end ?? 0);
	if (end <= quotation.end || !contains(span, { start: quotation.start, end }) || cue === null) return [span];
	if (cue.end <= span.start) return [{ start: span.start, end: quotation.end }];
	let start = end;
	while (start < span.end && /[\s,]/.test(text.charAt(start))) start++;
	return start < span.end ? [{ start, end: span.end }] : [];
}
