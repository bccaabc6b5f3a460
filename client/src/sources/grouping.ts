/** How the view sorts a draft's sources: by how far a reader could look them up, by what they are, or by both. */
import type { ListedSource, SourceGroup } from '../../../server/src/protocol';

export type Grouping = 'identification' | 'kind' | 'both';
export type Identification = SourceGroup['identification'];
export type Kind = ListedSource['kind'];

export interface IdentifiedSource {
	readonly identification: Identification;
	readonly source: ListedSource;
}

/** Sources of one kind. */
export interface KindGroup {
	readonly kind: Kind;
	readonly sources: readonly IdentifiedSource[];
}

/** What was remembered as a grouping; both where it is none. */
export function groupingFrom(value: unknown): Grouping {
	return value === 'identification' || value === 'kind' ? value : 'both';
}

/** All sources, the named first. */
export function sourcesOf(groups: readonly SourceGroup[]): readonly IdentifiedSource[] {
	return groups.flatMap(({ identification, sources }) => sources.map(source => ({ identification, source })));
}

const kinds: readonly Kind[] = ['person', 'people', 'organization', 'outlet', 'document', 'unknown'];

/** By kind, each in the order given; kinds there are none of are left out. */
export function byKind(sources: readonly IdentifiedSource[]): readonly KindGroup[] {
	return kinds.flatMap(kind => {
		const own = sources.filter(({ source }) => source.kind === kind);
		return own.length > 0 ? [{ kind, sources: own }] : [];
	});
}
