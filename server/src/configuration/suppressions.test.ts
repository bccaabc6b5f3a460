import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, BlockKind } from '../text/block';
import { identityMap } from '../text/sourceMap';
import { ignoreComment, silencedRules } from './suppressions';

/** A block for each line. */
function suppressed(lines: readonly [kind: BlockKind, text: string][], ...found: [block: number, rule: string][]) {
	let start = 0;
	const blocks = lines.map(([kind, text]): Block => {
		const span = { start, end: start + text.length };
		start = span.end + 1;
		return { kind, level: 0, span, text, map: identityMap(text.length), english: true, exhibits: [], emphasized: [] };
	});
	const silenced = silencedRules(lines.map(([, text]) => text).join('\n'), blocks);
	return found.map(([block, rule]) => silenced.get(block)?.has(rule) ?? false);
}

test('a comment silences its rules in the next prose block only', () => {
	const lines: [BlockKind, string][] = [
		['paragraph', 'Sources said.'],
		['furniture', '<!-- source-critic-ignore-next anonymous-source, loaded-language: the editor knows them -->'],
		['furniture', 'Photo: A. Person'],
		['paragraph', 'Sources said.'],
		['paragraph', 'Sources said.'],
	];
	const rule = 'anonymous-source';
	assert.deepEqual(suppressed(lines, [0, rule], [3, rule], [4, rule]), [false, true, false]);
	assert.deepEqual(suppressed(lines, [3, 'loaded-language'], [3, 'the']), [true, false]);
});

test('comments add up; other comments say nothing', () => {
	const lines: [BlockKind, string][] = [
		['furniture', ignoreComment('a')],
		['furniture', '<!-- source-critic-ignore-next b --><!-- source-critic-ignore-next c:why -->'],
		['furniture', '<!-- source-critic-ignore-nextd d --> <!-- e --> <!-- source-critic-ignore-next -->'],
		['paragraph', 'Text.'],
	];
	assert.deepEqual(suppressed(lines, [3, 'a'], [3, 'b'], [3, 'c'], [3, 'd'], [3, 'e']), [
		true,
		true,
		true,
		false,
		false,
	]);
});

test('an unclosed comment and prose that looks like one say nothing', () => {
	assert.deepEqual(
		suppressed(
			[
				['furniture', '<!-- source-critic-ignore-next a'],
				['paragraph', 'T.'],
			],
			[1, 'a'],
		),
		[false],
	);
	assert.deepEqual(
		suppressed(
			[
				['paragraph', ignoreComment('a')],
				['paragraph', 'T.'],
			],
			[1, 'a'],
		),
		[false],
	);
	assert.deepEqual(
		suppressed(
			[
				['furniture', '<!--'.repeat(100_000)],
				['paragraph', 'T.'],
			],
			[1, 'a'],
		),
		[false],
	);
});
