/** What the document tells of each of its sources, and of its writer's habits. */
import type { BlockContext, Habits, SourceSummary } from '../context';
import type { Identity, Resolution } from '../resolution';
import { habitsOf } from './habits';
import { known } from './memory';
import type { DocumentMemory, Share } from './model';
import { isSameHabits, isSameSummary, isSameVerbs } from './sameness';

/** What the whole of a document tells of it. */
const noVerbs: ReadonlyMap<string, number> = new Map();

export interface Told {
	/** Of those who speak, in order of first appearance. */
	readonly ids: ReadonlyMap<Identity, string>;
	readonly summaries: ReadonlyMap<Identity, SourceSummary>;
	readonly habits: Habits;
	readonly verbs: BlockContext['verbs'];
}

/** Tells who speaks and what is known of them; what equals an earlier telling is the same object. */
export function tell(resolution: Resolution, shares: readonly Share[], memory: DocumentMemory): Told {
	const ids = new Map<Identity, string>();
	for (const identity of resolution.identities) if (identity.speaks) ids.set(identity, `s${ids.size + 1}`);
	const { ofDraft, ofSources } = countVerbs(shares, resolution);
	const judging = judgesOf(shares, resolution);
	const tells = tellingOf(shares, resolution);
	const summaries = new Map<Identity, SourceSummary>();
	for (const [identity, id] of ids) {
		summaries.set(
			identity,
			known(memory.summaries, id, isSameSummary, {
				id,
				name: capitalized(identity.name),
				shortName: shortName(identity),
				kind: identity.kind,
				identification:
					identity.identification === 'anonymous' && !tells.has(identity) ? 'described' : identity.identification,
				descriptors: identity.descriptors,
				anonymity: identity.anonymity,
				...(judging.has(identity) ? { judges: true as const } : {}),
				verbs: byCount(ofSources.get(identity) ?? noVerbs),
			}),
		);
	}
	return {
		ids,
		summaries,
		habits: known(memory.habits, '', isSameHabits, habitsOf(shares)),
		verbs: known(memory.verbs, '', isSameVerbs, byCount(ofDraft)),
	};
}

/** How often each reporting verb stands in the draft, and with each source. */
function countVerbs(
	shares: readonly Share[],
	{ attributions }: Resolution,
): {
	readonly ofDraft: ReadonlyMap<string, number>;
	readonly ofSources: ReadonlyMap<Identity, ReadonlyMap<string, number>>;
} {
	const ofDraft = new Map<string, number>();
	const ofSources = new Map<Identity, Map<string, number>>();
	for (const [b, { lemmas }] of shares.entries()) {
		for (const [a, lemma] of lemmas.entries()) {
			if (lemma === null) continue;
			ofDraft.set(lemma, (ofDraft.get(lemma) ?? 0) + 1);
			const identity = attributions[b]?.[a]?.identity ?? null;
			if (identity) count(ofSources, identity, lemma);
		}
	}
	return { ofDraft, ofSources };
}

/** The unnamed sources that judge others somewhere in the draft. */
function judgesOf(shares: readonly Share[], { attributions }: Resolution): ReadonlySet<Identity> {
	const judges = new Set<Identity>();
	for (const [b, resolved] of attributions.entries()) {
		for (const [a, { identity, candidates }] of resolved.entries()) {
			if (identity?.identification !== 'anonymous' || candidates.length > 1) continue;
			if (shares[b]?.judging()[a]) judges.add(identity);
		}
	}
	return judges;
}

/** The sources that speak somewhere in the draft. */
function tellingOf(shares: readonly Share[], { attributions }: Resolution): ReadonlySet<Identity> {
	const telling = new Set<Identity>();
	for (const [b, resolved] of attributions.entries())
		for (const [a, { identity }] of resolved.entries()) if (identity && shares[b]?.telling[a]) telling.add(identity);
	return telling;
}

function count(counts: Map<Identity, Map<string, number>>, identity: Identity, lemma: string): void {
	const own = counts.get(identity) ?? new Map<string, number>();
	own.set(lemma, (own.get(lemma) ?? 0) + 1);
	counts.set(identity, own);
}

function byCount(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function capitalized(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How the draft calls a source most, the shorter of two. */
function shortName({ calls, name, identification }: Identity): string {
	if (identification !== 'named') return name;
	const [best] = [...calls].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
	return best?.[0] ?? name;
}
