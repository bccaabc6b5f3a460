/** What one block tells whatever stands around it: after an edit, nearly all blocks are as they were. */
import type { BlockAnalysis } from './model';

/**
 * Works something out once for each block. What is worked out must follow from the block's words and analysis alone: it
 * is kept by the tokens, since an analysis is copied when its block moves.
 */
export function perBlock<Value, Rest extends readonly unknown[]>(
	work: (analysis: BlockAnalysis, ...rest: Rest) => Value,
): (analysis: BlockAnalysis, ...rest: Rest) => Value {
	const known = new WeakMap<BlockAnalysis['tokens'], { readonly value: Value }>();
	return (analysis, ...rest) => {
		const had = known.get(analysis.tokens);
		if (had) return had.value;
		const value = work(analysis, ...rest);
		known.set(analysis.tokens, { value });
		return value;
	};
}
