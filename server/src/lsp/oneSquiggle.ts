/** One squiggle for the words that several rules ask about: the strongest question is shown there, the others are told with it. */
import type { Finding, Severity } from '../rules/rule';
import { overlaps } from '../text/span';
import type { ClientFeatures } from './clientFeatures';

/** A finding as the editor shows it. */
export interface Squiggle {
	readonly finding: Finding;
	/** Those that touch its words, in reading order: no squiggle of their own. */
	readonly also: readonly Finding[];
}

const ladder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * The findings as squiggles, in reading order. Where two overlap the stronger is shown, of two alike the earlier one.
 * `findings` are in reading order.
 */
export function squiggles(findings: readonly Finding[]): readonly Squiggle[] {
	const leaders = new Map<Finding, Finding[]>();
	const shown: Finding[] = [];
	// Strongest first: whoever comes later and touches one that is shown goes with it.
	const byStrength = ladder.flatMap(severity => findings.filter(finding => finding.severity === severity));
	for (const finding of byStrength) {
		const leader = touching(shown, finding);
		if (leader) leaders.get(leader)?.push(finding);
		else {
			insert(shown, finding);
			leaders.set(finding, []);
		}
	}
	return shown.map(finding => ({
		finding,
		also: (leaders.get(finding) ?? []).sort((a, b) => a.span.start - b.span.start),
	}));
}

/** The findings as a client shows them: one that cannot tell one with another shows each by itself. */
export function shownTo(features: ClientFeatures, findings: readonly Finding[]): readonly Squiggle[] {
	return features.relatedInformation ? squiggles(findings) : findings.map(finding => ({ finding, also: [] }));
}

/** Findings at a place, with all that share a squiggle with one of them. */
export function withCompanions(findings: readonly Finding[], all: readonly Finding[]): readonly Finding[] {
	const here = new Set(findings);
	const together = new Set<Finding>();
	for (const { finding, also } of squiggles(all)) {
		const group = [finding, ...also];
		if (group.some(each => here.has(each))) for (const each of group) together.add(each);
	}
	return [...together];
}

/** Of those shown, which are apart and in reading order, the first that shares words with a finding. */
function touching(shown: readonly Finding[], { span }: Finding): Finding | undefined {
	const first = shown[indexAfter(shown, span.start)];
	return first && overlaps(first.span, span) ? first : undefined;
}

function insert(shown: Finding[], finding: Finding): void {
	shown.splice(indexAfter(shown, finding.span.start), 0, finding);
}

/** Index of the first that ends behind an offset. */
function indexAfter(shown: readonly Finding[], offset: number): number {
	let low = 0;
	let high = shown.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((shown[middle]?.span.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
