import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../text/span';
import type { TextChange } from './documents';
import { afterEdit, afterLeaving, afterReport, movedSpan, report, type Shown, untouched } from './withhold';

const text = 'One sources. Two sources.';
/** Sentences by their full stops. */
const sentencesAt = (span: Span): Span[] =>
	[
		{ start: 0, end: 12 },
		{ start: 13, end: 25 },
	].filter(({ start, end }) => start <= span.end && span.start <= end);
const first: Shown = { rule: 'r', span: { start: 4, end: 11 } };
const second: Shown = { rule: 'r', span: { start: 17, end: 24 } };
const typed = (at: number): TextChange => ({ start: at, end: at, inserted: 1 });

test('what is found in a draft just opened is shown', () => {
	assert.equal(text.slice(first.span.start, first.span.end), 'sources');
	assert.deepEqual(report(untouched, [first, second], sentencesAt, 0).visible, [first, second]);
});

test('what is new in the sentence being typed waits a second', () => {
	const state = afterEdit(untouched, [typed(20)], 5000);
	const early = report(state, [first, second], sentencesAt, 5400);
	assert.deepEqual(early, { visible: [first], withheld: [second], releaseIn: 600 });
	assert.deepEqual(report(state, [first, second], sentencesAt, 6000).visible, [first, second]);
});

test('an edit elsewhere or a caret elsewhere releases it', () => {
	const state = afterEdit(afterEdit(untouched, [typed(20)], 0), [typed(2)], 10);
	assert.deepEqual(report(state, [second], sentencesAt, 20).visible, [second]);
	assert.deepEqual(report(afterLeaving(state), [first, second], sentencesAt, 20).visible, [first, second]);
});

test('what was shown stays, wherever the text takes it', () => {
	const shown = afterReport(untouched, [second]);
	const state = afterEdit(shown, [{ start: 0, end: 0, inserted: 3 }, typed(24)], 0);
	const moved = { rule: 'r', span: { start: 20, end: 28 } };
	const everywhere = () => [{ start: 0, end: 100 }];
	assert.deepEqual(report(state, [moved], everywhere, 1).visible, [moved]);
	const otherRule = { ...moved, rule: 'q' };
	assert.deepEqual(report(state, [otherRule], everywhere, 1).withheld, [otherRule]);
});

test('words typed anew in the same place are new', () => {
	const { start, end } = second.span;
	const gone = afterEdit(afterReport(untouched, [second]), [{ start, end, inserted: 0 }], 0);
	assert.deepEqual(gone.shown, []);
	const back = afterEdit(gone, [{ start, end: start, inserted: 7 }], 10);
	assert.deepEqual(report(back, [second], sentencesAt, 20).withheld, [second]);
});

test('where a span stands after a change', () => {
	const cases: readonly [TextChange, Span | 'gone'][] = [
		[
			{ start: 0, end: 2, inserted: 5 },
			{ start: 13, end: 23 },
		],
		[
			{ start: 10, end: 10, inserted: 1 },
			{ start: 11, end: 21 },
		],
		[
			{ start: 20, end: 20, inserted: 1 },
			{ start: 10, end: 20 },
		],
		[
			{ start: 15, end: 15, inserted: 2 },
			{ start: 10, end: 22 },
		],
		[
			{ start: 15, end: 25, inserted: 0 },
			{ start: 10, end: 15 },
		],
		[
			{ start: 5, end: 15, inserted: 3 },
			{ start: 8, end: 13 },
		],
		[
			{ start: 30, end: 40, inserted: 0 },
			{ start: 10, end: 20 },
		],
		[{ start: 5, end: 25, inserted: 4 }, 'gone'],
	];
	for (const [change, wanted] of cases) {
		const { start, end } = movedSpan({ start: 10, end: 20 }, change);
		assert.deepEqual(start === end ? 'gone' : { start, end }, wanted, JSON.stringify(change));
	}
});
