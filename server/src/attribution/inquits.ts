/**
 * Verbs that stand right beside a quotation: “The lock leaks,” she said. Who is named there speaks the quotation, whoever
 * else is near, and neither the verb nor its subject is part of what another says around it.
 */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { phraseAfter, type Reading } from './mentions';
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
		result = result.flatMap(each => {
			if (each === beside) return each;
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

/** Whether the verb and its subject touch the quotation that is said. */
function speaksBeside({ source, cue, content }: BlockAttribution, quotation: QuotedSpan, text: string): boolean {
	if (cue === null || source === null || overlaps(cue, quotation) || overlaps(source, quotation)) return false;
	const isSaid = content.some(span => span.start === quotation.start && span.end === quotation.end);
	if (cue.end <= quotation.start) return isSaid && isGap(text.slice(cue.end, quotation.start));
	const last = text.charAt(quotation.inner.end - 1);
	const first = Math.min(source.start, cue.start);
	// “That is all.” Quist was as short when …: after a full stop another sentence begins.
	if (last === '.' || !isGap(text.slice(quotation.end, first))) return false;
	const [left, right] = source.start < cue.start ? [source, cue] : [cue, source];
	return isSaid || (last === ',' && text.slice(left.end, right.start) === ' ');
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
	const end = Math.max(beside.cue?.end ?? 0, beside.source?.end ?? 0);
	if (end <= quotation.end || !contains(span, { start: quotation.start, end }) || cue === null) return [span];
	if (cue.end <= span.start) return [{ start: span.start, end: quotation.end }];
	let start = end;
	while (start < span.end && /[\s,]/.test(text.charAt(start))) start++;
	return start < span.end ? [{ start, end: span.end }] : [];
}
