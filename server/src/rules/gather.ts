/** One finding a problem: overlaps within a family give way, a phrase told twice is told once. */
import { t } from '@vscode/l10n';
import { inSlices } from '../text/slices';
import { overlaps, type Span } from '../text/span';
import type { Finding, Related, Rule } from './rule';

/** Rules that ask about the same words; within a family, an earlier rule wins where two overlap. Others stand beside them. */
const families: readonly (readonly string[])[] = [
	[
		'unattributed-accusation',
		'unattributed-claim',
		'unattributed-quotation',
		'agentless-attribution',
		'ambiguous-source',
		'anonymous-opinion',
		'anonymous-source',
		'vague-collective',
	],
	[
		'dehumanizing-language',
		'loaded-language',
		'hyperbole',
		'euphemism',
		'loaded-reporting-verb',
		'editorializing',
		'scare-quotes',
	],
	// A name that is a slip of another is introduced under that one.
	['name-variants', 'unintroduced-source'],
];

/** Rules whose question a query in the text is already asking: they wait until it is answered. */
const askedByQueries: ReadonlySet<string> = new Set([
	...(families[0] as readonly string[]),
	'dropped-relay',
	'headline-outruns-body',
	'loaded-language',
	'single-source',
	'unnamed-document',
]);

/** Findings in reading order, without those another of the same family stands for; repeats become related information. */
export function* gather(
	findings: readonly Finding[],
	rules: readonly Rule[],
): Generator<undefined, readonly Finding[], void> {
	const order = new Map(rules.map((rule, index) => [rule.id, index]));
	const family = new Map(families.flatMap((ids, index) => ids.map(id => [id, index] as const)));
	const rank = (finding: Finding): number => {
		const ids = families[family.get(finding.rule) ?? -1];
		return ids ? ids.indexOf(finding.rule) : (order.get(finding.rule) ?? 0);
	};
	const sorted = withoutHeld(findings);
	yield;
	sorted.sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b) || a.span.end - b.span.end);
	yield;
	const kept: Finding[] = [];
	yield* inSlices(sorted, finding => {
		const rival = lastOverlapping(kept, finding, family);
		if (rival < 0) kept.push(finding);
		else if (rank(finding) < rank(kept[rival] as Finding)) kept[rival] = finding;
		return 0;
	});
	return foldRepeats(kept);
}

/** Without those about words that a query holds. */
function withoutHeld(findings: readonly Finding[]): Finding[] {
	const held = findings.flatMap(({ holds }) => (holds ? [holds] : [])).sort((a, b) => a.start - b.start);
	if (held.length === 0) return [...findings];
	const asking = new Set(findings.flatMap(({ holds, block }) => (holds ? [block] : [])));
	// Claims are asked about once a paragraph: the query is that once.
	const isHeld = ({ rule, span, block }: Finding): boolean =>
		askedByQueries.has(rule) && (touchesAny(held, span) || (rule === 'unattributed-claim' && asking.has(block)));
	// The answer to the query answers what is asked of the same source further on.
	const answered = new Set(findings.flatMap(finding => (isHeld(finding) ? (finding.sameAs ?? []) : [])));
	return findings.filter(
		finding =>
			!isHeld(finding) &&
			!(askedByQueries.has(finding.rule) && finding.sameAs !== undefined && answered.has(finding.sameAs)),
	);
}

/** Whether one of the spans, ordered and apart or equal, shares words with it. */
function touchesAny(ordered: readonly Span[], span: Span): boolean {
	let low = 0;
	let high = ordered.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ordered[middle] as Span).end <= span.start) low = middle + 1;
		else high = middle;
	}
	const first = ordered[low];
	return first !== undefined && overlaps(first, span);
}

function lastOverlapping(kept: readonly Finding[], finding: Finding, family: ReadonlyMap<string, number>): number {
	const own = family.get(finding.rule);
	if (own === undefined) return -1;
	for (let i = kept.length - 1; i >= 0 && i > kept.length - 12; i--) {
		const other = kept[i] as Finding;
		if (overlaps(other.span, finding.span) && family.get(other.rule) === own) return i;
	}
	return -1;
}

/** The most places a finding lists besides its own. */
const mostRelated = 20;

/** A phrase told twice is told once: the first finding stands for the others, which it keeps in `again`. */
export function foldRepeats(findings: readonly Finding[]): readonly Finding[] {
	const first = new Map<string, number>();
	const result: Finding[] = [];
	const folded = new Map<number, Finding[]>();
	for (const finding of findings) {
		const key = finding.sameAs === undefined ? null : `${finding.rule}\n${finding.sameAs}`;
		const known = key === null ? undefined : first.get(key);
		if (known === undefined) {
			if (key !== null) first.set(key, result.length);
			result.push(finding);
			continue;
		}
		const again = folded.get(known) ?? [result[known] as Finding];
		again.push(finding);
		folded.set(known, again);
	}
	return result.map((finding, index) => {
		const again = folded.get(index);
		return again ? { ...finding, related: [...finding.related, ...hereAgain(again)], again } : finding;
	});
}

function hereAgain(again: readonly Finding[]): readonly Related[] {
	return again.slice(1, mostRelated + 1).map(({ span }) => ({ span, message: t('Here again.'), elsewhere: true }));
}
