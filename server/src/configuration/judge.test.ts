import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { newIgnores, parseIgnoreFile, withIgnore } from './ignoreFile';
import { placeIgnore } from './ignores';
import { eachByItself, judge } from './judge';
import { ignoreComment } from './suppressions';

const analyzer = createAnalyzer(resources);
const only = { 'anonymous-source': 'off', 'unattributed-claim': 'off', 'agentless-attribution': 'off' } as const;
const read = (text: string): Analysis => analyse(analyzer, { text, format: 'markdown', genre: 'news', rules: only });
const judged = (analysis: Analysis, ignores = newIgnores(Math.random), rewording = true) =>
	judge({ analysis, ignores, file: 'a.md', rewording, ignorable: () => 'any way' });

const lines = [
	'The pact, tilted toward Norland, was signed in the harbour on Monday.',
	'Quist told the board on Friday what she thought of it. The pact is tilted toward Norland.',
	'A second pact, tilted toward Norland as well, was put off until the spring.',
];

test('what is told once for three places is told at the next when the first is ignored', () => {
	const analysis = read(lines.join('\n\n'));
	const [told, ...others] = analysis.findings.filter(({ rule }) => rule === 'loaded-language');
	assert.equal(others.length, 0);
	assert.equal(told?.related.length, 2);
	const list = newIgnores(Math.random);
	const ignore = placeIgnore(
		list.hash,
		'a.md',
		analysis.blocks,
		eachByItself(analysis.findings),
		told as NonNullable<typeof told>,
	);
	const { ignores } = parseIgnoreFile(withIgnore(list, ignore, undefined));
	const { findings, stale } = judged(analysis, ignores);
	assert.deepEqual(
		findings.map(({ block, suppressed, related }) => [block, suppressed, related.length]),
		[
			[0, true, 0],
			[1, false, 1],
		],
	);
	assert.deepEqual(stale, []);
});

test('a comment silences one place of a phrase that stands in several', () => {
	const [first = '', second = '', third = ''] = lines;
	const { findings } = judged(read([first, ignoreComment('loaded-language', 'meant'), second, third].join('\n\n')));
	const text = findings.filter(({ suppressed }) => !suppressed);
	assert.deepEqual([text.length, text[0]?.related.length], [1, 1]);
	assert.equal(findings.filter(({ suppressed }) => suppressed).length, 1);
});

test('without rewording only fixes that ask are left', () => {
	const analysis = read('Reed said that the bridge was safe. Harlow again claimed there is no point in a second test.');
	assert.ok(analysis.findings.some(({ fixes }) => fixes.some(({ kind }) => kind === 'reword')));
	const { findings } = judged(analysis, undefined, false);
	assert.ok(findings.length > 0 && findings.every(({ fixes }) => fixes.every(({ kind }) => kind !== 'reword')));
	assert.ok(findings.every(({ alternatives }) => alternatives === undefined));
});

test('ignores of a rule that was not asked are not stale', () => {
	const analysis = read('Quist said the ferry was sold.');
	const { list, ...rest } = newIgnores(Math.random);
	const place = { kind: 'place', file: 'a.md', words: 'abcdef01', before: '', after: '', ordinal: 0 } as const;
	const ignores = {
		...rest,
		list: [...list, { ...place, rule: 'anonymous-source' }, { ...place, rule: 'loaded-language' }],
	};
	assert.deepEqual(
		judged(analysis, ignores).stale.map(({ rule }) => rule),
		['loaded-language'],
	);
});
