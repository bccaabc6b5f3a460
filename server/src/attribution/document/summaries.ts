/** What the document tells of each of its sources, and of its writer's habits. */
import { inSlices } from '../../text/slices';
import type { BlockContext, Habits, SourceSummary } from '../context';
import type { Identity, Resolution, Resolved } from '../resolution';
import { addHabits, habitsOf, isSameCounts, noHabits } from './habits';
import { known } from './memory';
import type { DocumentMemory, Share } from './model';
import { isSameHabits, isSameList, isSameSummary, isSameVerbs } from './sameness';

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
export function* tell(
	{ identities, attributions }: Resolution,
	shares: readonly Share[],
	memory: DocumentMemory,
): Generator<undefined, Told, void> {
	const ids = new Map<Identity, string>();
	for (const identity of identities) if (identity.speaks) ids.set(identity, `s${ids.size + 1}`);
	const counts = newCounts();
	yield* inSlices(shares, (share, block) => {
		addShare(counts, share, attributions[block] ?? []);
		return unitsOfShare;
	});
	const summaries = new Map<Identity, SourceSummary>();
	yield* inSlices([...ids], ([identity, id]) => {
		summaries.set(identity, known(memory.summaries, id, isSameSummary, summaryOf(identity, id, counts)));
		return unitsOfSummary;
	});
	return {
		ids,
		summaries,
		habits: known(memory.habits, '', isSameHabits, habitsOf(counts.habits)),
		verbs: known(memory.verbs, '', isSameVerbs, byCount(counts.verbs)),
	};
}

/** What a share and a summary cost, in the units of `inSlices`. */
const unitsOfShare = 16;
const unitsOfSummary = 16;

/** Whether a block adds the same to what is told as it did before an edit, its sources being the same. */
export function tellsSame(before: Share, after: Share, resolved: readonly Resolved[]): boolean {
	if (before === after) return true;
	return (
		isSameList(before.lemmas, after.lemmas) &&
		isSameList(before.telling, after.telling) &&
		isSameCounts(before.habits, after.habits) &&
		resolved.every((each, a) => !mayJudge(each) || before.judging()[a] === after.judging()[a])
	);
}

/** What all blocks together tell. */
interface Counts {
	readonly habits: number[];
	/** How often each reporting verb stands in the draft, and with each source. */
	readonly verbs: Map<string, number>;
	readonly ofSources: Map<Identity, Map<string, number>>;
	/** The unnamed sources that judge others somewhere in the draft. */
	readonly judges: Set<Identity>;
	/** The sources that speak somewhere in the draft. */
	readonly telling: Set<Identity>;
}

function newCounts(): Counts {
	return { habits: [...noHabits], verbs: new Map(), ofSources: new Map(), judges: new Set(), telling: new Set() };
}

function addShare(counts: Counts, share: Share, resolved: readonly Resolved[]): void {
	addHabits(counts.habits, share.habits);
	for (let a = 0; a < resolved.length; a++) {
		const each = resolved[a] as Resolved;
		const { identity } = each;
		const lemma = share.lemmas[a] ?? null;
		if (lemma !== null) counts.verbs.set(lemma, (counts.verbs.get(lemma) ?? 0) + 1);
		if (!identity) continue;
		if (lemma !== null) count(counts.ofSources, identity, lemma);
		if (share.telling[a]) counts.telling.add(identity);
		if (mayJudge(each) && share.judging()[a]) counts.judges.add(identity);
	}
}

function mayJudge({ identity, candidates }: Resolved): boolean {
	return identity?.identification === 'anonymous' && candidates.length <= 1;
}

function summaryOf(identity: Identity, id: string, { telling, judges, ofSources }: Counts): SourceSummary {
	const { name, kind, identification, descriptors, anonymity } = identity;
	return {
		id,
		name: capitalized(name),
		shortName: shortName(identity),
		kind,
		identification: identification === 'anonymous' && !telling.has(identity) ? 'described' : identification,
		descriptors,
		anonymity,
		...(judges.has(identity) ? { judges: true as const } : {}),
		verbs: byCount(ofSources.get(identity) ?? noVerbs),
	};
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
