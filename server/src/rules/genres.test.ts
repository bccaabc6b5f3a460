import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Draft } from '../analysis';
import type { Genre } from '../attribution/model';
import { presets } from '../configuration/presets';
import { resources } from '../resources';
import type { BlockKind } from '../text/block';
import { genreNames, genreSeverity, placeSeverity } from './genres';
import { rules } from './index';
import type { BlockRule, BlockView, Severity } from './rule';

/** A rule that flags every "word" in own, with a severity of its choice. */
function wordRule(id: string, severity: Severity, defaultOn = true, seen: BlockView[] = []): BlockRule {
	const [first] = rules;
	return {
		...(first as BlockRule),
		id,
		severity,
		defaultOn,
		silentIn: ['report'],
		*checkBlock(view) {
			seen.push(view);
			const at = view.analysis.block.text.indexOf('ferry');
			if (at >= 0) yield { span: { start: at, end: at + 5 }, message: 'Whose?' };
		},
	};
}

const text =
	'# Board sells the ferry to Norland\n\nThe board sold the ferry on Monday, Ada Brook said.\n\n![](a.png "The ferry lies in the yard")\n';

function severities(rule: BlockRule, draft: Partial<Draft> = {}) {
	const analyzer = createAnalyzer(resources, [rule]);
	const { findings, blocks } = analyse(analyzer, { text, format: 'markdown', genre: 'news', rules: {}, ...draft });
	return findings.map(({ block, severity }) => [blocks[block]?.kind, severity]);
}
const inBody = (rule: BlockRule, draft: Partial<Draft> = {}) =>
	severities(rule, draft).find(([kind]) => kind === 'paragraph')?.[1] ?? 'off';

test('default < preset < genre < what is set; off in a genre is off', () => {
	const rule = wordRule('vague-collective', 'information');
	assert.equal(inBody(rule), 'information');
	assert.equal(inBody(rule, { preset: presets.desk.rules }), 'warning');
	assert.equal(inBody(rule, { genre: 'encyclopedia' }), 'warning');
	assert.equal(inBody(rule, { genre: 'essay', preset: presets.desk.rules }), 'information');
	assert.equal(inBody(rule, { genre: 'encyclopedia', rules: { 'vague-collective': 'hint' } }), 'hint');
	assert.equal(inBody(rule, { preset: presets.desk.rules, rules: { 'vague-collective': 'off' } }), 'off');
	assert.equal(inBody(rule, { genre: 'opinion', rules: { 'vague-collective': 'error' } }), 'off');
});

test('a rule that ships off is switched on by a preset or a setting, not by a genre', () => {
	const rule = wordRule('vague-time', 'information', false);
	assert.equal(inBody(rule), 'off');
	assert.equal(inBody(rule, { preset: presets.reader.rules }), 'information');
	assert.equal(inBody(wordRule('single-source', 'information', false), { genre: 'essay' }), 'off');
	assert.equal(inBody(wordRule('unnamed-document', 'information', false), { genre: 'essay' }), 'off');
});

test('a rule the table does not know goes by what it says itself', () => {
	const rule = wordRule('no-such-rule', 'warning');
	assert.equal(inBody(rule, { genre: 'press-release' }), 'warning');
	assert.equal(inBody(rule, { genre: 'report' }), 'off');
	assert.equal(inBody(rule, { genre: 'not-news' }), 'off');
});

test('headline and caption make milder, unless something was set; what a picture shows is not asked about', () => {
	const kinds = (rule: BlockRule, draft?: Partial<Draft>) => Object.fromEntries(severities(rule, draft));
	const loud = wordRule('dehumanizing-language', 'warning');
	assert.deepEqual(kinds(loud), { headline: 'information', paragraph: 'warning', caption: 'information' });
	const set = { rules: { 'dehumanizing-language': 'error' } } as const;
	assert.deepEqual(kinds(loud, set), { headline: 'error', paragraph: 'error', caption: 'error' });
	assert.deepEqual(kinds(wordRule('scare-quotes', 'hint')), { headline: 'hint', paragraph: 'hint', caption: 'hint' });
	const claims = kinds(wordRule('unattributed-claim', 'hint'), { preset: presets.desk.rules });
	assert.deepEqual(claims, { headline: 'information', paragraph: 'information' });
	assert.deepEqual(Object.keys(kinds(wordRule('late-attribution', 'hint'))), ['paragraph']);
});

test('the desk asks about pronouns, a draft does not', () => {
	const seen: BlockView[] = [];
	const analyzer = createAnalyzer(resources, [wordRule('ambiguous-source', 'information', true, seen)]);
	const base = { text, format: 'markdown', genre: 'news', rules: {} } as const;
	for (const strictPronouns of [false, true]) {
		seen.length = 0;
		analyse(analyzer, { ...base, strictPronouns });
		assert.ok(seen.length > 0 && seen.every(view => view.strictPronouns === strictPronouns));
	}
	assert.equal(presets.desk.strictPronouns, true);
	assert.equal(presets.draft.strictPronouns, false);
});

/** What the table says of a rule in each genre, in the order of `genreNames` without news. */
const table: Readonly<Record<string, string>> = {
	'unattributed-accusation':
		'analysis:= opinion:= interview:= press-release:off court:warning report:= essay:information encyclopedia:= not-news:off',
	'unattributed-claim':
		'analysis:= opinion:off interview:= press-release:off court:= report:= essay:information encyclopedia:= not-news:off',
	'anonymous-source':
		'analysis:= opinion:information interview:= press-release:off court:= report:= essay:information encyclopedia:= not-news:off',
	'vague-collective':
		'analysis:= opinion:off interview:= press-release:off court:= report:= essay:information encyclopedia:warning not-news:off',
	'single-source':
		'analysis:= opinion:off interview:off press-release:off court:= report:= essay:off encyclopedia:= not-news:off',
	'loaded-language':
		'analysis:= opinion:off interview:= press-release:off court:= report:off essay:off encyclopedia:= not-news:off',
	'quote-mismatch':
		'analysis:= opinion:= interview:= press-release:off court:= report:= essay:information encyclopedia:= not-news:off',
	'open-query': 'analysis:= opinion:= interview:= press-release:= court:= report:= essay:= encyclopedia:= not-news:off',
};

test('genres, as the editors have them', () => {
	for (const [id, expected] of Object.entries(table)) {
		const row = genreNames
			.filter(genre => genre !== 'news')
			.map(genre => `${genre}:${genreSeverity({ id, silentIn: [] }, genre) ?? '='}`);
		assert.equal(row.join(' '), expected, id);
	}
	for (const { id, silentIn } of rules) assert.equal(genreSeverity({ id, silentIn }, 'news'), null);
	assert.equal(placeSeverity('toString', 'headline' satisfies BlockKind), null);
	assert.equal(genreSeverity({ id: 'toString', silentIn: [] }, 'court' satisfies Genre), null);
});

test('in an analysis forecast and cause are the writer’s to make, a figure is not', () => {
	const analyzer = createAnalyzer(resources);
	const asked = (claim: string, genre: Genre) =>
		analyse(analyzer, { text: claim, format: 'plaintext', genre, rules: {} }).findings.map(({ rule }) => rule);
	const cause = 'The closure led to a loss of trust along the river.';
	const figure = 'The new tunnel has cost $2 billion so far.';
	assert.deepEqual(asked(cause, 'news'), ['unattributed-claim']);
	assert.deepEqual(asked(cause, 'analysis'), []);
	assert.deepEqual(asked(figure, 'analysis'), ['unattributed-claim']);
});
