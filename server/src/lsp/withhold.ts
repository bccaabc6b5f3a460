/**
 * Calm while typing: what is newly found in the sentence being written waits until the writer has paused or gone
 * elsewhere. What was shown before stays, and moves with the text. Pure: time and sentences are handed in.
 */
import { overlaps, type Span } from '../text/span';
import type { TextChange } from './documents';

/** How long after the last edit a finding waits. */
export const pauseInMilliseconds = 1000;

/** What is known of one document between two reports. */
export interface TypingState {
	/** What is shown, where it stands now. */
	readonly shown: readonly Shown[];
	/** The words written last, and when; null where nothing has been written or the writer has gone on. */
	readonly edit: (Span & { readonly time: number }) | null;
}

export interface Shown {
	readonly rule: string;
	readonly span: Span;
}

export const untouched: TypingState = { shown: [], edit: null };

/** After an edit: what is shown has moved, and the last of the changes is where the writer is. */
export function afterEdit(state: TypingState, changes: readonly TextChange[], time: number): TypingState {
	let { shown, edit } = state;
	for (const change of changes) {
		shown = shown
			.map(({ rule, span }) => ({ rule, span: movedSpan(span, change) }))
			.filter(({ span }) => span.start < span.end);
		edit = { start: change.start, end: change.start + change.inserted, time };
	}
	return { shown, edit };
}

/** After the writer has gone to another place. */
export function afterLeaving(state: TypingState): TypingState {
	return { ...state, edit: null };
}

export interface Report<F> {
	readonly visible: readonly F[];
	readonly withheld: readonly F[];
	/** In how many milliseconds the withheld may be shown; null where nothing is withheld. */
	readonly releaseIn: number | null;
}

/**
 * What of the findings is to be shown now. `sentencesAt` gives the sentences that a span touches: a finding waits if it
 * overlaps one of them and was not shown before.
 */
export function report<F extends Shown>(
	state: TypingState,
	findings: readonly F[],
	sentencesAt: (span: Span) => readonly Span[],
	now: number,
): Report<F> {
	const { edit, shown } = state;
	const left = edit === null ? 0 : edit.time + pauseInMilliseconds - now;
	if (edit === null || left <= 0) return { visible: findings, withheld: [], releaseIn: null };
	const touched = [edit, ...sentencesAt(edit)];
	const isWithheld = ({ rule, span }: F) =>
		touched.some(sentence => meets(sentence, span)) &&
		!shown.some(before => before.rule === rule && overlaps(before.span, span));
	const withheld = findings.filter(isWithheld);
	if (withheld.length === 0) return { visible: findings, withheld, releaseIn: null };
	return { visible: findings.filter(finding => !isWithheld(finding)), withheld, releaseIn: left };
}

/** After a report: this is what is shown now. */
export function afterReport(state: TypingState, visible: readonly Shown[]): TypingState {
	return { ...state, shown: visible.map(({ rule, span }) => ({ rule, span })) };
}

/** Where a span stands after a change; typing at its edges does not widen it. Empty where its words are gone. */
export function movedSpan(span: Span, { start, end, inserted }: TextChange): Span {
	const by = inserted - (end - start);
	const from = span.start < start ? span.start : span.start >= end ? span.start + by : start + inserted;
	const to = span.end <= start ? span.end : span.end >= end ? span.end + by : start;
	return { start: from, end: Math.max(from, to) };
}

/** Whether they overlap or stand side by side. */
function meets(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}
