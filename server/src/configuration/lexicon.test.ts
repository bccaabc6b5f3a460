import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { type HouseLexicon, seedNames } from '../attribution/houseLexicon';
import { hoverAt } from '../lsp/hover';
import { markdownWriter } from '../lsp/markdown';
import { resources } from '../resources';
import { rules } from '../rules/index';
import { parseConfigFile } from './configFile';

const seeds = seedNames(resources.lexicons);
const { patterns } = seeds;

function read(lexicon: unknown) {
	const text = JSON.stringify({ lexicon });
	const { settings, problems } = parseConfigFile(text, { rules: [], seeds });
	const told = problems.map(({ span, message, severity }) => [text.slice(span.start, span.end), message, severity]);
	return { lexicon: settings.lexicon as HouseLexicon, told };
}

const analyzer = createAnalyzer(resources);
const genre = 'news';
const found = (text: string, lexicon?: HouseLexicon) =>
	analyse(analyzer, { text, format: 'plaintext', genre, rules: {}, ...(lexicon && { lexicon }) });
const flagged = (text: string, lexicon?: HouseLexicon) =>
	found(text, lexicon).findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

const sentence = 'The green lobbies met the mayor on Monday, Ada Brook said.';
const entry = {
	pattern: 'green lobby|lobbies',
	note: 'Write who they are.',
	alternatives: ['campaigners'],
	question: 'Whose word is %?',
	unless: { near: ['hotel'] },
	hit: 'The green lobby is late.',
};

test('a house’s phrase is asked about in its words, with its fixes and conditions', () => {
	const { lexicon, told } = read({ 'loaded-language': [entry] });
	assert.deepEqual(told, []);
	assert.deepEqual(flagged(sentence), []);
	const [finding] = found(sentence, lexicon).findings;
	assert.deepEqual(
		[finding?.rule, finding?.note, finding?.message, finding?.fixes.map(({ edits }) => edits[0]?.text)],
		['loaded-language', 'Write who they are.', 'Whose word is “green lobbies”?', ['campaigners']],
	);
	assert.deepEqual(flagged('The green lobbies of the hotel were full on Monday, Ada Brook said.', lexicon), []);
	assert.deepEqual(flagged(sentence), [], 'a draft of another house is read as before');
});

test('a pattern alone is enough; the house’s entry stands in place of the seeds’', () => {
	const { lexicon } = read({ 'loaded-language': [{ pattern: 'green lobbies' }] });
	assert.deepEqual(flagged(sentence, lexicon), ['loaded-language: green lobbies']);
	const text = 'The pact, tilted toward Norland, was signed on Monday, Ada Brook said.';
	const pattern = patterns.find(each => each.startsWith('<tilt')) ?? '';
	const own = read({ 'loaded-language': [{ pattern, note: 'Ours.' }] }).lexicon;
	assert.deepEqual(flagged(text, own), flagged(text));
	assert.equal(found(text, own).findings[0]?.note, 'Ours.');
});

test('what is off is not asked about', () => {
	const text = 'The pact, tilted toward Norland, was signed on Monday, Ada Brook said.';
	assert.equal(flagged(text).length, 1);
	const off = patterns.filter(each => /tilt/.test(each));
	assert.deepEqual(flagged(text, read({ off }).lexicon), []);
	const verb = 'Harlow again claimed there is no point in a second test.';
	assert.deepEqual(flagged(verb), ['loaded-reporting-verb: claimed']);
	assert.deepEqual(flagged(verb, read({ off: ['claim'] }).lexicon), []);
});

test('a house’s verb is asked about', () => {
	const verb = 'Harlow boasted that there is no point in a second test.';
	assert.deepEqual(flagged(verb, read({ off: ['boast'] }).lexicon), []);
	const { lexicon } = read({ 'reporting-verbs': [{ lemma: 'boast', implies: 'can signal vanity' }], off: ['boast'] });
	assert.deepEqual(flagged(verb, lexicon), ['loaded-reporting-verb: boasted']);
	assert.match(found(verb, lexicon).findings[0]?.message ?? '', /^“boasted” can signal vanity/);
});

test('what cannot be used is named at its place, and the rest counts', () => {
	const cases: readonly (readonly [entry: unknown, where: RegExp, message: RegExp])[] = [
		[{ pattern: 'Green lobby' }, /^"Green lobby"$/, /Lower-case words/],
		[{ pattern: '* very? *' }, /^"\* very\? \*"$/, /one word of its own/],
		[{ pattern: 'a? b? c? d? lobby' }, /a\? b/, /At most 3 words/],
		[{ pattern: 'a b c d e f g h i j k' }, /a b c/, /at most 10 words/],
		[{ pattern: '<lobby' }, /pattern/, /cannot be read/],
		[{ pattern: 'lobby', note: 3 }, /^3$/, /text in double quotes/],
		[{ pattern: 'lobby', note: 'no sentence' }, /no sentence/, /sentence is expected/],
		[{ pattern: 'lobby', question: 'Whose?' }, /Whose/, /% for the phrase/],
		[{ pattern: 'lobby', alternatives: 'x' }, /^"x"$/, /list in square brackets/],
		[{ pattern: 'lobby', unless: { nearby: ['x'] } }, /nearby/, /Did you mean “near”/],
		[{ pattren: 'lobby' }, /pattren/, /Did you mean “pattern”/],
		['lobby', /lobby/, /object in braces/],
	];
	for (const [bad, where, message] of cases) {
		const { lexicon, told } = read({ 'loaded-language': [bad, { pattern: 'green lobbies' }] });
		assert.match(String(told[0]?.[0]), where, JSON.stringify(bad));
		assert.match(String(told[0]?.[1]), message, JSON.stringify(bad));
		assert.deepEqual(flagged(sentence, lexicon), ['loaded-language: green lobbies'], JSON.stringify(bad));
	}
	const missed = read({ 'loaded-language': [{ pattern: 'lobby', hit: 'Nothing here.' }] });
	assert.deepEqual(missed.told, [['"Nothing here."', 'The pattern is not found in this sentence.', 'warning']]);
	assert.match(String(read({ off: ['no such thing'] }).told[0]?.[1]), /There is no pattern/);
	assert.match(String(read({ cues: [] }).told[0]?.[1]), /There is no key “cues”/);
});

test('notes and alternatives of a workspace are no Markdown in a hover', () => {
	const note = 'See [the guide](command:evil) <img src=x> **now**.';
	const { lexicon, told } = read({ 'loaded-language': [{ pattern: 'green lobbies', note, alternatives: ['[a](b)'] }] });
	assert.deepEqual(told, []);
	const analysis = found(sentence, lexicon);
	const hover = hoverAt(analysis, analysis.findings, new Map(rules.map(rule => [rule.id, rule])), 5, markdownWriter);
	assert.ok(hover?.text.includes('\\[the guide\\]\\(command\\:evil\\)'), hover?.text);
	assert.ok(hover?.text.includes('“\\[a\\]\\(b\\)”'));
	assert.doesNotMatch(hover?.text ?? '', /[^\\]<img|[^\\]\[the guide/);
});

test('the largest pattern that may be written is looked for in little time', () => {
	const choice = 'a|b|c|d|e';
	const { lexicon, told } = read({
		'loaded-language': [
			{ pattern: '* * * a|b|c a|b|c a|b|c a|b|c a|b|c a|b|c' },
			{ pattern: `a? b? c? ${`${choice} `.repeat(7).trim()}` },
		],
	});
	assert.deepEqual(told, []);
	const text = `${'a b c d e '.repeat(2_000)}.`;
	const start = process.cpuUsage();
	flagged(text, lexicon);
	const { user } = process.cpuUsage(start);
	const plain = process.cpuUsage();
	flagged(`${text} `);
	assert.ok(user < process.cpuUsage(plain).user * 8 + 2_000_000, String(user));
});
