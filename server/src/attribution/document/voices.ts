/** Whose voice each passage of a block is in, and who tells anything at all. */
import { overlaps, type Span } from '../../text/span';
import type { SourceSummary, VoiceSpan } from '../context';
import type { BlockAnalysis, BlockAttribution } from '../model';
import { tagOf } from '../partsOfSpeech';
import type { Vocabulary } from '../vocabulary';

/** The passages of a block that are not in the writer's voice, in order. `answer` is what someone else says in an interview. */
export function voicesOf(
	analysis: BlockAnalysis,
	speakers: readonly (SourceSummary | null)[],
	vocabulary: Vocabulary,
	answer: Span | null,
): readonly VoiceSpan[] {
	const voices: VoiceSpan[] = [];
	for (const [index, attribution] of analysis.attributions.entries()) {
		const { source, cue, content, parent, confidence, basis } = attribution;
		if (source === null || !tellsWords(analysis, attribution, vocabulary)) continue;
		// "Putin hopes …" is the writer's claim about a mind, unless another says so.
		if (cue?.stance === 'mental' && parent === null) continue;
		if (cue === null && basis === 'cue') continue;
		for (const { start, end } of content)
			voices.push({ start, end, voice: 'attributed', attribution: index, confidence });
	}
	for (const [q, quotation] of analysis.quotations.entries()) {
		const attribution = analysis.attributions.findIndex(
			({ content, source }) => source !== null && content.some(span => overlaps(span, quotation)),
		);
		voices.push({
			start: quotation.start,
			end: quotation.end,
			voice: 'quoted',
			attribution: attribution < 0 ? null : attribution,
			confidence: speakers[q] ? 0.95 : 0.8,
		});
	}
	if (answer)
		voices.push({ start: answer.start, end: answer.end, voice: 'quoted', attribution: null, confidence: 0.9 });
	return voices.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Whether what is laid to someone is told as theirs: by a word for telling, as a clause, or in quotation marks. "The board
 * approved a massive loan" tells what the board did, in the writer's words.
 */
export function tellsWords(
	{ quotations, tokens, partsOfSpeech }: BlockAnalysis,
	{ cue, content }: BlockAttribution,
	{ cueLemmas }: Vocabulary,
): boolean {
	if (cue === null || cueLemmas.has(cue.lemma) || !/[a-z]/.test(cue.lemma)) return true;
	return content.some(
		span =>
			quotations.some(quotation => overlaps(quotation, span)) ||
			tokens.some(
				({ start, end }, i) => start >= span.start && end <= span.end && isFiniteVerb(tagOf(partsOfSpeech, i)),
			),
	);
}

/** "could not answer", "have not pushed": nobody has said anything. "did not say" is news of a silence. */
export function isDenied({ tokens, quotations }: BlockAnalysis, { cue, content }: BlockAttribution): boolean {
	if (cue === null || content.some(span => quotations.some(quotation => overlaps(quotation, span)))) return false;
	for (let i = cue.head - 1; i >= 0 && (tokens[i]?.start ?? 0) >= cue.start; i--)
		if (/^(?:not|n['’]t|never|no|rarely|hardly)$/.test(tokens[i]?.lower ?? '')) return true;
	return false;
}

function isFiniteVerb(tag: string): boolean {
	return /\|(?:VBD|VBZ|VBP|MD)$/.test(tag);
}
