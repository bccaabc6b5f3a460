/** Who of a draft's sources speaks: the one definition for whatever counts or groups them. */
import type { Identification, Source } from './model';

/**
 * Whether something is laid to a source itself. An outlet that another only “told” speaks for no one here: it passes on
 * what is the other's, and is counted nowhere.
 */
export function speaks({ statements }: Pick<Source, 'statements'>): boolean {
	return statements.length > 0;
}

/** How many of those who speak a reader could look up, and how far. */
export function countSpeakers(
	sources: readonly Pick<Source, 'statements' | 'identification'>[],
): Readonly<Record<Identification, number>> {
	const counts = { named: 0, described: 0, anonymous: 0, vague: 0 };
	for (const source of sources) if (speaks(source)) counts[source.identification]++;
	return counts;
}
