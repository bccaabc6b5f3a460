/** What stands in the view: groups, sources, statements, claims. */
import type {
	DraftSources,
	ListedClaim,
	ListedSource,
	ListedStatement,
	SourceGroup,
} from '../../../server/src/protocol';

export type Group = SourceGroup['identification'] | 'relays' | 'no-one' | 'claims';

export interface GroupNode {
	readonly kind: 'group';
	readonly id: string;
	readonly group: Group;
	readonly children: readonly (SourceNode | StatementNode | ClaimNode)[];
}

export interface SourceNode {
	readonly kind: 'source';
	readonly id: string;
	/** Address of the draft. */
	readonly uri: string;
	readonly identification: SourceGroup['identification'];
	readonly source: ListedSource;
	readonly children: readonly StatementNode[];
}

export interface StatementNode {
	readonly kind: 'statement';
	readonly id: string;
	readonly uri: string;
	readonly statement: ListedStatement;
}

export interface ClaimNode {
	readonly kind: 'claim';
	readonly id: string;
	readonly uri: string;
	readonly claim: ListedClaim;
}

export type ViewNode = GroupNode | SourceNode | StatementNode | ClaimNode;

/**
 * The nodes of a draft's sources; ids are unique in the view, and the same for the same names and words. What was found
 * by its words has other ids: the workbench keeps by them what is open, and it is open.
 */
export function nodesOf(uri: string, { groups, noOne, claims }: DraftSources, isFound = false): readonly GroupNode[] {
	const statementsBelow = (parent: string, statements: readonly ListedStatement[]): readonly StatementNode[] =>
		statements.map(statement => ({ kind: 'statement', id: `${parent}/${statement.id}`, uri, statement }));
	const sourceNodes = ({ identification, sources }: SourceGroup): readonly SourceNode[] =>
		sources.map(source => {
			const id = `${isFound ? 'found' : 'source'}/${source.id}`;
			return {
				kind: 'source',
				id,
				uri,
				identification,
				source,
				children: statementsBelow(id, source.statements),
			};
		});
	const nodes: readonly GroupNode[] = [
		...groups.map((group): GroupNode => {
			const { identification } = group;
			const children = sourceNodes(group).filter(({ source }) => source.speaks);
			return { kind: 'group', id: identification, group: identification, children };
		}),
		// Not among those who are counted as speaking, here or above the draft.
		{
			kind: 'group',
			id: 'relays',
			group: 'relays',
			children: groups.flatMap(sourceNodes).filter(({ source }) => !source.speaks),
		},
		{ kind: 'group', id: 'no-one', group: 'no-one', children: statementsBelow('no-one', noOne) },
		{
			kind: 'group',
			id: 'claims',
			group: 'claims',
			children: claims.map(claim => ({ kind: 'claim', id: `claims/${claim.id}`, uri, claim })),
		},
	];
	return nodes.filter(({ children }) => children.length > 0);
}

export function childrenOf(node: ViewNode): readonly ViewNode[] {
	return node.kind === 'group' || node.kind === 'source' ? node.children : [];
}

/** Each node by the id of what stands below it. */
export function parentsIn(roots: readonly GroupNode[]): ReadonlyMap<string, ViewNode> {
	const parents = new Map<string, ViewNode>();
	const visit = (node: ViewNode): void => {
		for (const child of childrenOf(node)) {
			parents.set(child.id, node);
			visit(child);
		}
	};
	for (const root of roots) visit(root);
	return parents;
}
