/** Equality of what two readings of a document came to, so that what has not changed stays the same object. */
import type { BlockContext, BodyAttribution, Habits, ResolvedAttribution, SourceSummary } from '../context';

/** Contexts of one reading of a block: what follows from its words and sources alone is not compared. */
export function isSameContext(a: BlockContext, b: BlockContext): boolean {
	return (
		a.genre === b.genre &&
		a.habits === b.habits &&
		a.verbs === b.verbs &&
		a.introducedNext === b.introducedNext &&
		isSameList(a.speakers, b.speakers) &&
		isSameList(a.nearbySpeakers, b.nearbySpeakers) &&
		isSameList(a.bodyClaims, b.bodyClaims, isSameBody) &&
		isSameList(a.bodyAttributions, b.bodyAttributions, isSameBody) &&
		isSameValue(a.overreaches, b.overreaches) &&
		isSameValue(a.relays, b.relays) &&
		isSameValue(a.wordings, b.wordings) &&
		isSameList(a.supported, b.supported)
	);
}

/** Of the few that have any: plain values, written out. */
function isSameValue(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}

/** Whether two attributions go back to the same sources. */
export function isSameResolved(a: ResolvedAttribution, b: ResolvedAttribution): boolean {
	return (
		a.source === b.source &&
		a.first === b.first &&
		a.unintroduced === b.unintroduced &&
		a.rival === b.rival &&
		isSameList(a.via, b.via) &&
		isSameList(a.candidates ?? [], b.candidates ?? [])
	);
}

/** Whether the same is known of two sources. */
export function isSameSummary(a: SourceSummary, b: SourceSummary): boolean {
	return (
		a.name === b.name &&
		a.shortName === b.shortName &&
		a.kind === b.kind &&
		a.identification === b.identification &&
		a.judges === b.judges &&
		isSameList(a.descriptors, b.descriptors) &&
		isSameVerbs(a.verbs, b.verbs) &&
		isSameAnonymity(a.anonymity, b.anonymity)
	);
}

function isSameAnonymity(a: SourceSummary['anonymity'], b: SourceSummary['anonymity']): boolean {
	if (a === null || b === null) return a === b;
	return (
		a.position === b.position &&
		a.basis === b.basis &&
		a.reason === b.reason &&
		a.why === b.why &&
		a.number === b.number &&
		a.plural === b.plural
	);
}

/** Whether the same verbs stand as often, in the same order. */
export function isSameVerbs(a: BlockContext['verbs'], b: BlockContext['verbs']): boolean {
	return isSameList(a, b, (one, other) => one[0] === other[0] && one[1] === other[1]);
}

/** Whether two drafts have the same habits. */
export function isSameHabits(a: Habits, b: Habits): boolean {
	return (
		a.quotes === b.quotes && a.punctuationInside === b.punctuationInside && a.tense === b.tense && a.order === b.order
	);
}

function isSameBody(a: BodyAttribution | null, b: BodyAttribution | null): boolean {
	if (a === null || b === null) return a === b;
	return (
		a.source === b.source &&
		a.identification === b.identification &&
		a.paragraph === b.paragraph &&
		a.span.start === b.span.start &&
		a.span.end === b.span.end
	);
}

/** Whether two lists hold the same, by identity unless told otherwise. */
export function isSameList<Value>(
	a: readonly Value[],
	b: readonly Value[],
	isSame: (a: Value, b: Value) => boolean = Object.is,
): boolean {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (!isSame(a[i] as Value, b[i] as Value)) return false;
	return true;
}
