/** Whether the writer alone stands behind a claim. */
import type { BlockClaim } from '../attribution/model';
import { contains, overlaps } from '../text/span';
import type { BlockView } from './rule';
import { voiceAt } from './voice';

/**
 * Whether a claim is in the writer's own voice and no source is in reach of it: none in its sentence, none in the one
 * right before (DESIGN, "in reach"). A clause of its own after "but" or a semicolon is not covered by whoever spoke
 * before it in the same sentence. Headings and table cells state nothing by themselves.
 */
export function isUnsourced(
	{ analysis, context }: Pick<BlockView, 'analysis' | 'context'>,
	claim: BlockClaim,
): boolean {
	if (voiceAt(context, claim.triggerSpan) !== 'own') return false;
	const { sentences, attributions, block, orphans } = analysis;
	if (block.kind === 'heading' || block.kind === 'table-cell' || block.kind === 'block-quote') return false;
	// Words the tagger takes for someone's, whoever that is.
	if (orphans.some(span => overlaps(span, claim.triggerSpan))) return false;
	const at = sentences.findIndex(sentence => overlaps(sentence, claim.triggerSpan));
	const clause = clauseStart(analysis.tokens, sentences[at], claim);
	const speaks = (index: number): boolean => {
		const sentence = sentences[index];
		if (!sentence) return false;
		return attributions.some(({ cue, source, content, parent, confidence }, i) => {
			// "Her support among voters": hardly taken for words at all.
			if (index === at && confidence < leastConfidence) return false;
			if (!source || cue?.hearsay || (cue?.stance === 'mental' && parent === null) || !context.attributions[i]?.source)
				return false;
			// "Everyone knows": whoever names no one stands behind nothing.
			if (context.attributions[i]?.source?.identification === 'vague') return false;
			if (content.length === 0 || !contains(sentence, cue ?? source)) return false;
			return index !== at || Math.max(...[source, ...content, ...(cue ? [cue] : [])].map(({ end }) => end)) > clause;
		});
	};
	// "Apparently the guards saw it": whoever is told of in a guess does not stand behind it.
	if ((claim.trigger !== 'guess' && speaks(at)) || (clause <= (sentences[at]?.start ?? 0) && speaks(at - 1)))
		return false;
	// "Apparently he did not give up. Quist said he called again.": drawn from what is told next.
	if (claim.trigger === 'guess' && speaks(at + 1)) return false;
	// "It has $2 million left. That, Quist explained, is by design.": taken up by who speaks next.
	const next = sentences[at + 1];
	return !(next && pointing.test(analysis.tokens[next.firstToken]?.lower ?? '') && speaks(at + 1));
}

/** An attribution less sure than this stands behind nothing in its own sentence. */
const leastConfidence = 0.25;

const pointing = /^(?:this|that|these|those|such)$/;

/** Where the claim's own main clause begins, if "but" or a semicolon parts it from what stands before; else its sentence. */
function clauseStart(
	tokens: BlockView['analysis']['tokens'],
	sentence: BlockView['analysis']['sentences'][number] | undefined,
	{ triggerSpan, trigger }: BlockClaim,
): number {
	if (!sentence) return 0;
	if (trigger !== 'accusation') return sentence.start;
	for (let i = sentence.endToken - 1; i > sentence.firstToken; i--) {
		const token = tokens[i];
		if (!token || token.start >= triggerSpan.start) continue;
		if (token.text === ';' || (token.lower === 'but' && /^[,”"’]$/.test(tokens[i - 1]?.text ?? ''))) return token.start;
	}
	return sentence.start;
}
