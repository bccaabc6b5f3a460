import { findByRule } from '../attribution/clauseAttributions';
import { findQuotations } from '../attribution/quotations';
import { vocabularyOf } from '../attribution/vocabulary';
import { lexicons } from '../lexicons';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import type { Annotation } from './annotations';

const vocabulary = vocabularyOf(lexicons);

/** Source, cue and content of what the rules alone find in a paragraph, numbered in order: no weights are asked. */
export function attributionsByRule(text: string): Annotation[] {
	const tokens = tokenize(text);
	const reading = { text, tokens, vocabulary, titleCase: false };
	const found = findByRule(reading, splitSentences(text, tokens), findQuotations(text, tokens));
	return found.flatMap(({ source, cue, content }, index) => [
		...(source ? [{ span: { start: source.start, end: source.end }, label: `source ${index + 1}` }] : []),
		...(cue ? [{ span: { start: cue.start, end: cue.end }, label: `cue ${index + 1}` }] : []),
		...content.map(span => ({ span, label: `content ${index + 1}` })),
	]);
}
