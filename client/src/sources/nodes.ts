/** What stands in the view: groups, kinds, sources, statements, claims. */
import type { DraftSources, ListedClaim, ListedSource, ListedStatement } from '../../../server/src/protocol';
import { byKind, type Grouping, type Identification, type IdentifiedSource, type Kind, sourcesOf } from './grouping';

export type Group = Identification | 'relays' | 'no-one' | 'claims';

export interface GroupNode {
	readonly kind: 'group';
	readonly id: string;
	readonly group: Group;
	readonly children: readonly (KindNode | SourceNode | StatementNode | ClaimNode)[];
}

/** Sources of one kind, on its own or within a group. */
export interface KindNode {
	readonly kind: 'kind';
	readonly id: string;
	readonly sourceKind: Kind;
	readonly children: readonly SourceNode[];
}

export interface SourceNode {
	readonly kind: 'source';
	readonly id: string;
	/** Address of the draft. */
	readonly uri: string;
	readonly identification: Identification;
	/** Whether no group above it tells how it is identified. */
	readonly isUnderKindAlone: boolean;
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

export type RootNode = GroupNode | KindNode;
export type ViewNode = RootNode | SourceNode | StatementNode | ClaimNode;

/**
 * The nodes of a draft's sources; ids are unique in the view, and the same for the same names and words however they are
 * grouped. What was found by its words has other ids: the workbench keeps by them what is open, and it is open.
 */
export function nodesOf(
	uri: string,
	{ groups, noOne, claims }: DraftSources,
	grouping: Grouping,
	isFound = false,
): readonly RootNode[] {
	const statementsBelow = (parent: string, statements: readonly ListedStatement[]): readonly StatementNode[] =>
		statements.map(statement => ({ kind: 'statement', id: `${parent}/${statement.id}`, uri, statement }));
	const sourceNode = ({ identification, source }: IdentifiedSource): SourceNode => {
		const id = `${isFound ? 'found' : 'source'}/${source.id}`;
		const children = statementsBelow(id, source.statements);
		return { kind: 'source', id, uri, identification, isUnderKindAlone: grouping === 'kind', source, children };
	};
	const kindNodes = (parent: string, sources: readonly IdentifiedSource[]): readonly KindNode[] =>
		byKind(sources).map(({ kind, sources: own }) => ({
			kind: 'kind',
			id: `${parent}/${kind}`,
			sourceKind: kind,
			children: own.map(sourceNode),
		}));
	const all = sourcesOf(groups);
	const speakers = all.filter(({ source }) => source.speaks);
	const identified = groups.map((group): GroupNode => {
		const { identification } = group;
		const sources = speakers.filter(source => source.identification === identification);
		const kinds = grouping === 'both' ? kindNodes(identification, sources) : [];
		// Where all are of one kind, a level more would tell nothing.
		const children = kinds.length > 1 ? kinds : sources.map(sourceNode);
		return { kind: 'group', id: identification, group: identification, children };
	});
	const nodes: readonly RootNode[] = [
		...(grouping === 'kind' ? kindNodes('kind', speakers) : identified),
		// Not among those who are counted as speaking, here or above the draft.
		{
			kind: 'group',
			id: 'relays',
			group: 'relays',
			children: all.filter(({ source }) => !source.speaks).map(sourceNode),
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
	return isLevel(node) || node.kind === 'source' ? node.children : [];
}

/** Whether a node only holds others together. */
export function isLevel(node: ViewNode): node is RootNode {
	return node.kind === 'group' || node.kind === 'kind';
}

/** Each node by the id of what stands below it. */
export function parentsIn(roots: readonly RootNode[]): ReadonlyMap<string, ViewNode> {
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
