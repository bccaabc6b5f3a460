/** What can be told of a false alarm without a word of the draft. */
import type { Analysis } from '../analysis';
import type { Finding } from '../rules/rule';
import { documentSpan, placeAt } from './place';

/** The sentence of a finding with its letters blanked out and the finding in double brackets. */
export function patternOf(analysis: Analysis, { span }: Finding): string {
	const place = placeAt(analysis, span.start);
	const sentence = place?.analysis.sentences[place.sentence];
	const around = place && sentence ? documentSpan(analysis, place.block, sentence) : span;
	const { text } = analysis;
	const start = Math.min(around.start, span.start);
	const end = Math.max(around.end, span.end);
	const [before, found, after] = [
		text.slice(start, span.start),
		text.slice(span.start, span.end),
		text.slice(span.end, end),
	];
	return `${blank(before)}[[${blank(found)}]]${blank(after)}`;
}

/** The shape of words: capitals, small letters, digits and common marks; anything else is a dot. */
export function blank(text: string): string {
	return text
		.replace(/\p{Lu}/gu, 'X')
		.replace(/[\p{L}\p{M}]/gu, letter => (letter === 'X' ? 'X' : 'x'))
		.replace(/\p{N}/gu, '0')
		.replace(/\s+/g, ' ')
		.replace(/[^Xx0 .,;:!?'"“”‘’«»()[\]–—…/%$€£&*_#>-]/gu, '·');
}
