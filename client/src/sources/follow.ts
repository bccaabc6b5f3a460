/** Which node of the view the caret stands in. */
import type { ProtocolPosition, ProtocolRange } from '../../../server/src/protocol';
import { childrenOf, type RootNode, type ViewNode } from './nodes';

/** What a node is about, in its draft. */
export type Ranges = (node: ViewNode) => ProtocolRange | null;

/**
 * The path from a group to the innermost passage around a position, or to a source that is introduced there; empty where
 * there is none. A node that is selected and fits is as good as any.
 */
export function pathTo(
	roots: readonly RootNode[],
	position: ProtocolPosition,
	rangeOf: Ranges,
	selected: string | undefined,
): readonly ViewNode[] {
	let best: readonly ViewNode[] = [];
	let bestRange: ProtocolRange | null = null;
	const visit = (node: ViewNode, above: readonly ViewNode[]): boolean => {
		const path = [...above, node];
		const range = rangeOf(node);
		if (range && contains(range, position)) {
			if (node.id === selected) {
				best = path;
				return true;
			}
			if (!bestRange || isWithin(range, bestRange)) [best, bestRange] = [path, range];
		}
		return childrenOf(node).some(child => visit(child, path));
	};
	roots.some(root => visit(root, []));
	return best;
}

function contains({ start, end }: ProtocolRange, position: ProtocolPosition): boolean {
	return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function isWithin(inner: ProtocolRange, outer: ProtocolRange): boolean {
	return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(a: ProtocolPosition, b: ProtocolPosition): number {
	return a.line - b.line || a.character - b.character;
}
