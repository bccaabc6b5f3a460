/** The stretch of a source's mention that a reader would underline. */
import type { BlockAnalysis, Mention } from '../attribution/model';
import type { Span } from '../text/span';

/** A mention without what follows a comma or "who": "Another senior source", not "…, described as involved". */
export function nameOf({ tokens }: Pick<BlockAnalysis, 'tokens'>, mention: Mention): Span {
	let { end } = mention;
	for (let i = mention.head + 1; i < mention.endToken; i++) {
		const token = tokens[i];
		if (!token || !(token.text === ',' || token.lower === 'who' || token.lower === 'speaking')) continue;
		end = tokens[i - 1]?.end ?? end;
		break;
	}
	return { start: mention.start, end };
}

/** The words of a span. */
export function wordsOf({ block }: Pick<BlockAnalysis, 'block'>, span: Span): string {
	return block.text.slice(span.start, span.end);
}
