/** Quotations that their own attribution breaks, and sentences of quotation that say themselves who spoke them. */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence } from '../text/tokens';
import type { BlockAttribution, Cue, QuotedSpan } from './model';

/**
 * With the other half of a broken quotation: in “Each time,” Quist said, pointing at the leak, “you make it worse” what
 * begins in lower case goes on from what ended in a comma, whoever else stands between them.
 */
export function rejoined(
	found: readonly BlockAttribution[],
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	text: string,
): readonly BlockAttribution[] {
	const outer = quotations.filter(({ parent, close }) => parent === null && close !== '');
	let result = found;
	for (const [i, second] of outer.entries()) {
		const first = outer[i - 1];
		if (!first || !isBroken(first, second, sentences, text)) continue;
		const between = { start: first.end, end: second.start };
		const isBetween = ({ cue }: BlockAttribution): boolean => cue !== null && contains(between, cue);
		const speaker = result.find(each => isBetween(each) && each.content.some(span => contains(span, first)));
		const isTaken = result.some(({ content }) => content.some(({ start }) => start === second.start));
		if (!speaker || isTaken) continue;
		const end = endOfWords(text, second.start, true);
		result = result.flatMap(each => {
			if (each === speaker) {
				const rest = each.content.flatMap(span =>
					!overlaps(span, second) ? span : span.start < first.end ? { start: span.start, end: first.end } : [],
				);
				return { ...each, content: [...rest, { start: second.start, end: second.end }] };
			}
			if (!isBetween(each)) return each;
			const content = each.content.flatMap(span => {
				if (!overlaps(span, second)) return span;
				return span.start < end ? { start: span.start, end } : [];
			});
			return content.length > 0 ? { ...each, content } : [];
		});
	}
	return result;
}

/** “Each time,” … , “you …”: a comma at the end of the first and before the second, and no capital. */
function isBroken(first: QuotedSpan, second: QuotedSpan, sentences: readonly Sentence[], text: string): boolean {
	return (
		text.charAt(first.inner.end - 1) === ',' &&
		/^\p{Ll}/u.test(text.slice(second.inner.start, second.inner.start + 2)) &&
		text.charAt(endOfWords(text, second.start, false) - 1) === ',' &&
		sentences.some(sentence => overlaps(sentence, first) && overlaps(sentence, second))
	);
}

/** Where the words before a place end: without the space there, and without a comma if asked. */
function endOfWords(text: string, place: number, skipComma: boolean): number {
	let end = place;
	while (end > 0 && /[\s,]/.test(text.charAt(end - 1)) && (skipComma || text.charAt(end - 1) !== ',')) end--;
	return end;
}

/**
 * Without the words of another sentence that says itself who spoke them: “Not so,” Quist said. “You sold the boats” to save
 * money, she said; and without those that a second verb leads to: “Not so,” Quist said, adding later, “You sold the boats.”
 * They are the second verb's, even where the tagger saw one speaker going on. `speaking`: the rules'
 * attributions that are to be believed where the tagger saw none.
 */
export function givenBack(
	found: readonly BlockAttribution[],
	speaking: readonly BlockAttribution[],
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
): readonly BlockAttribution[] {
	const own = speaking.filter(({ cue }) => cue !== null && !quotations.some(quotation => contains(quotation, cue)));
	if (own.length === 0) return found;
	const sentenceOf = (place: Span): Sentence | undefined => sentences.find(sentence => contains(sentence, place));
	return found.map(attribution => {
		const { cue, content } = attribution;
		if (cue === null || content.length < 2) return attribution;
		const rest = content.filter(
			span =>
				!own.some(rule => {
					const said = rule.cue as Cue;
					const isLed =
						cue.end <= said.start &&
						said.end <= span.start &&
						!content.some(({ end }) => end > said.start && end <= span.start);
					return (isLed || sentenceOf(said) !== sentenceOf(cue)) && rule.content.some(words => overlaps(words, span));
				}),
		);
		return rest.length > 0 && rest.length < content.length ? { ...attribution, content: rest } : attribution;
	});
}
