/** In whose voice a stretch of a block speaks. */
import type { BlockContext } from '../attribution/context';
import type { BlockAnalysis, Voice } from '../attribution/model';
import { contains, overlaps, type Span } from '../text/span';

/**
 * Whose words a span is in: `quoted` as soon as a part of it is, else `attributed` where all of it is. Spans are
 * relative to the block.
 */
export function voiceAt(context: Pick<BlockContext, 'voices'>, span: Span): Voice {
	let voice: Voice = 'own';
	for (const stretch of context.voices) {
		if (stretch.start >= span.end) break;
		if (stretch.voice === 'quoted' && overlaps(stretch, span)) return 'quoted';
		if (stretch.voice === 'attributed' && contains(stretch, span)) voice = 'attributed';
	}
	return voice;
}

/** Whether a span touches quotation marks of any kind, speaker or none: titles and scare quotes too. */
export function touchesQuotation(analysis: Pick<BlockAnalysis, 'quotations'>, span: Span): boolean {
	return analysis.quotations.some(quotation => overlaps(quotation, span));
}
