import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { rules } from '../rules';
import type { Finding, Severity } from '../rules/rule';
import { hoverAt } from './hover';
import { plainWriter } from './markdown';
import { shownTo, squiggles, withCompanions } from './oneSquiggle';

function finding(rule: string, start: number, end: number, severity: Severity = 'information'): Finding {
	return { rule, span: { start, end }, severity, message: `${rule}?`, related: [], fixes: [], block: 0 };
}

/** "strong+weak" for each squiggle. */
function drawn(findings: readonly Finding[]): readonly string[] {
	return squiggles(findings).map(({ finding: own, also }) => [own, ...also].map(({ rule }) => rule).join('+'));
}

test('what overlaps is one squiggle, what stands side by side is two', () => {
	assert.deepEqual(drawn([finding('a', 0, 7), finding('b', 4, 9), finding('c', 9, 12)]), ['a+b', 'c']);
	assert.deepEqual(drawn([]), []);
});

test('the stronger is shown, of two alike the earlier', () => {
	const hint = finding('hint', 0, 40, 'hint');
	const asked = finding('asked', 2, 5);
	const warned = finding('warned', 20, 25, 'warning');
	assert.deepEqual(drawn([hint, asked, warned]), ['asked+hint', 'warned']);
	assert.deepEqual(drawn([finding('long', 0, 30), finding('short', 3, 9), finding('late', 9, 20, 'warning')]), [
		'short',
		'late+long',
	]);
});

test('whoever asks about one of them is told all', () => {
	const [a, b, c] = [finding('a', 0, 7), finding('b', 4, 9), finding('c', 20, 22)];
	assert.deepEqual(withCompanions([b], [a, b, c]), [a, b]);
	assert.deepEqual(withCompanions([], [a, b, c]), []);
});

test('a client that cannot tell one with another shows each', () => {
	const both = [finding('a', 0, 7), finding('b', 4, 9)];
	const shown = (relatedInformation: boolean) => shownTo({ relatedInformation } as never, both).length;
	assert.deepEqual([shown(true), shown(false)], [1, 2]);
});

test('thousands of findings on one another take no longer than they must', () => {
	const many = Array.from({ length: 20_000 }, (_, i) => finding('a', i, i + 5000));
	const began = performance.now();
	assert.equal(squiggles(many).length, 4);
	assert.ok(performance.now() - began < 500);
});

test('the hover of a squiggle tells what is asked beside it, wherever the pointer rests', () => {
	const text =
		'Sources close to the talks said the pier was late. A source close to the talks told The Oldport Courier the pier was late.';
	const analysis = analyse(createAnalyzer(resources), { text, format: 'plaintext', genre: 'news', rules: {} });
	const start = 0;
	const own = finding('anonymous-source', start, 26);
	const other = finding('dropped-relay', start + 8, 31);
	const byId = new Map(rules.map(rule => [rule.id, rule]));
	for (const offset of [2, 12, 30]) {
		const hover = hoverAt(analysis, [own, other], byId, offset, plainWriter);
		assert.match(hover?.text ?? '', /anonymous-source\?/);
		assert.match(hover?.text ?? '', /dropped-relay\?/);
	}
});
