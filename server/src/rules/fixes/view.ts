import type { BlockView } from '../rule';

/** What a fix sees: the block and what the document says about it. Spans are relative to the block's prose. */
export type FixView = Pick<BlockView, 'analysis' | 'context'>;
