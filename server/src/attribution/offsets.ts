/** From a block's own offsets to the document's. */
import { toSource } from '../text/sourceMap';
import type { Span } from '../text/span';
import type { BlockAnalysis } from './model';

/** A span of a block's prose in document offsets. */
export function inDocument({ block }: Pick<BlockAnalysis, 'block'>, span: Span): Span {
	const { start, end } = toSource(block.map, span);
	return { start: block.span.start + start, end: block.span.start + end };
}
