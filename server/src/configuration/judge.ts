/** Which findings stay silent: by a comment in the draft, by the list of ignores, or since the preset offers no such fix. */
import type { Analysis } from '../analysis';
import { foldRepeats } from '../rules/gather';
import type { Finding } from '../rules/rule';
import { type Ignorable, type Ignore, type Ignores, matchIgnores, type PlaceIgnore } from './ignores';
import { silencedRules } from './suppressions';

/** A finding, and whether it is to stay silent. */
export interface JudgedFinding extends Finding {
	readonly suppressed: boolean;
	/** What silences it, where that is a line of the ignore file. */
	readonly ignoredBy?: Ignore;
}

export interface JudgingInput {
	readonly analysis: Analysis;
	readonly ignores: Ignores | null;
	/** The draft's path from the folder of the ignore file on; null for a draft that is no file. */
	readonly file: string | null;
	/** Whether fixes that reword are offered. */
	readonly rewording: boolean;
	ignorable(rule: string): Ignorable;
}

export interface Judgement {
	/** In reading order. */
	readonly findings: readonly JudgedFinding[];
	/** Ignores of this draft that fit nothing in it any more, of rules that were asked. */
	readonly stale: readonly PlaceIgnore[];
}

/**
 * Judges each finding. What is told once for several places is judged place by place: those left are told at the first
 * of them.
 */
export function judge({ analysis, ignores, file, rewording, ignorable }: JudgingInput): Judgement {
	const single = eachByItself(analysis.findings);
	const silenced = silencedRules(analysis.text, analysis.blocks);
	const { by, stale } = ignores
		? matchIgnores(ignores, file, analysis.blocks, single, ignorable)
		: { by: [], stale: [] };
	const quiet: JudgedFinding[] = [];
	const kept: Finding[] = [];
	for (const [index, finding] of single.entries()) {
		const ignoredBy = by[index] ?? null;
		if (ignoredBy) quiet.push({ ...finding, suppressed: true, ignoredBy });
		else if (silenced.get(finding.block)?.has(finding.rule)) quiet.push({ ...finding, suppressed: true });
		else kept.push(finding);
	}
	const told = quiet.length === 0 ? analysis.findings : foldRepeats(kept);
	const findings = [...told.map(finding => ({ ...finding, suppressed: false })), ...quiet]
		.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
		.map(finding => (rewording ? finding : withoutRewording(finding)));
	const asked = new Set(analysis.asked);
	return { findings, stale: stale.filter(({ rule }) => asked.has(rule)) };
}

/** Findings in reading order, each place by itself. */
export function eachByItself(findings: readonly Finding[]): readonly Finding[] {
	if (findings.every(({ again }) => again === undefined)) return findings;
	return findings
		.flatMap(finding => finding.again ?? [finding])
		.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Nor the plainer words that a hover would offer. */
function withoutRewording({ alternatives: _, ...finding }: JudgedFinding): JudgedFinding {
	return { ...finding, fixes: finding.fixes.filter(({ kind }) => kind !== 'reword') };
}
