import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { verbForms } from '../text/inflection';
import { tokenize } from '../text/tokens';
import type { ClaimWords, CueEntry, HearsayEntry, PhraseEntry } from './lexicons';
import {
	compilePatterns,
	isTitleCase,
	type MatchOptions,
	matchPatterns,
	type PatternEntry,
	renderAlternative,
} from './patterns';

declare const __PROJECT__: string;

function seed<T>(name: string): T {
	return JSON.parse(readFileSync(path.join(__PROJECT__, `seeds/lexicons/${name}.json`), 'utf8')) as T;
}

function find(entries: readonly (string | PatternEntry)[], text: string, options: MatchOptions = {}): string[] {
	const compiled = compilePatterns(entries.map(entry => (typeof entry === 'string' ? { pattern: entry } : entry)));
	return matchPatterns(compiled, tokenize(text), text, options).map(({ span }) => text.slice(span.start, span.end));
}

test('words, choices, verb forms and shapes', () => {
	assert.deepEqual(find(['as many as'], 'As many as ten came; as many stayed.'), ['As many as']);
	assert.deepEqual(find(['tax|taxes'], 'One tax, two taxes, no taxing.'), ['tax', 'taxes']);
	assert.deepEqual(find(['<slam>'], 'He slams, slammed, is slamming, will slam it; a slammer.'), [
		'slams',
		'slammed',
		'slamming',
		'slam',
	]);
	assert.deepEqual(find(['pro-*'], 'A pro-mill vote, a pro, a pro-.'), ['pro-mill']);
	assert.deepEqual(find(['*-friendly'], 'A mill-friendly but unfriendly vote.'), ['mill-friendly']);
	assert.deepEqual(find(['the most *'], 'It is the most costly. He knows the most.'), ['the most costly']);
	assert.deepEqual(find(['<draw> sharp? anger'], 'It drew anger and drew sharp anger, drew no anger.'), [
		'drew anger',
		'drew sharp anger',
	]);
});

test('a name takes its article, its inner words and what it owns', () => {
	const toward = ['toward {name}'];
	assert.deepEqual(find(toward, 'It leans toward the Bank of Norland and sinks.'), ['toward the Bank of Norland']);
	assert.deepEqual(find(toward, 'It leans toward Norland’s demands today.'), ['toward Norland’s demands']);
	assert.deepEqual(find(toward, 'It leans toward the door.'), []);
});

test('the longest match wins, then the earlier entry; matches do not overlap', () => {
	assert.deepEqual(find(['power', 'power grab', 'grab bag'], 'A power grab bag.'), ['power grab']);
	const entries = [
		{ pattern: 'deal', id: 'first' },
		{ pattern: 'deal|deals', id: 'second' },
	];
	const text = 'A deal, two deals.';
	const found = matchPatterns(compilePatterns(entries), tokenize(text), text);
	assert.deepEqual(
		found.map(({ entry }) => entry.id),
		['first', 'second'],
	);
});

test('a phrase never lies in a name, unless the line is in Title Case', () => {
	assert.deepEqual(
		find(['radical', 'regime change', 'regime'], 'He joined the Radical Party over the Regime Change Act.'),
		[],
	);
	assert.deepEqual(find(['radical'], 'Radical Party members met.'), []);
	assert.deepEqual(find(['regime|regimes'], 'Regimes fall. “Regimes fall,” he said: regimes fall.', sentences(2)), [
		'Regimes',
		'Regimes',
		'regimes',
	]);
	assert.deepEqual(find(['regime'], 'Talks With Regime Fail', { titleCase: true }), ['Regime']);
	assert.deepEqual(find(['pro-*', '*-friendly'], 'The Pro-Mill League and the Mill-Friendly Act.'), []);
	assert.deepEqual(find(['*-friendly'], 'A Norland-friendly act.'), ['Norland-friendly']);
	assert.ok(isTitleCase(tokenize('Premier Slams Regime Over Grain Deal')));
	assert.ok(!isTitleCase(tokenize('Premier slams Norland over grain deal and rising prices')));

	function sentences(first: number): MatchOptions {
		return {
			sentences: [
				{ firstToken: 0, endToken: first + 1 },
				{ firstToken: first + 1, endToken: 99 },
			],
		};
	}
});

test('half of a compound is not the word', () => {
	assert.deepEqual(find(['regime'], 'The regime-backed and anti-regime press; a “regime”-run one.'), ['regime']);
	assert.deepEqual(find(['regime'], 'The non-regime- or regime-run press.'), []);
});

test('conditions look at the words beside a phrase, determiners skipped, and at the sentence', () => {
	const push = { pattern: '<push>', only: { before: ['deal'] } };
	assert.deepEqual(find([push], 'He pushed the deal, pushed that deal, pushed deal-makers, pushed on.'), [
		'pushed',
		'pushed',
	]);
	const regime = {
		pattern: 'regime',
		unless: { after: ['tax'], before: ['change'], near: ['diet', '<exercise>', 'pre-*'] },
	};
	assert.deepEqual(find([regime], 'The tax regime and the regime change.'), []);
	assert.deepEqual(find([regime], 'A regime for those who exercised.'), []);
	assert.deepEqual(find([regime], 'A pre-war regime.'), []);
	assert.deepEqual(find([regime], 'A regime fell.'), ['regime']);
	const text = 'A diet. A regime fell.';
	const tokens = tokenize(text);
	const cut = {
		sentences: [
			{ firstToken: 0, endToken: 3 },
			{ firstToken: 3, endToken: tokens.length },
		],
	};
	assert.deepEqual(find([regime], text, cut), ['regime']);
	assert.deepEqual(find([{ pattern: 'dog dog', unless: { near: ['dog'] } }], 'A dog dog.'), ['dog dog']);
	assert.deepEqual(find([{ pattern: 'dog dog', unless: { near: ['dog'] } }], 'A dog dog and a dog.'), []);
});

test('a part of speech may be asked for, and is not missed where none is known', () => {
	const plot = [{ pattern: 'plot', pos: ['noun' as const] }];
	const text = 'They plot a plot.';
	const partsOfSpeech = {
		names: ['NOUN|NN', 'VERB|VBP', 'PRON|PRP', 'DET|DT', 'PUNCT|.'],
		labels: Uint8Array.of(2, 1, 3, 0, 4),
	};
	const spans = (options: MatchOptions) =>
		matchPatterns(compilePatterns(plot), tokenize(text), text, options).map(({ span }) => span.start);
	assert.deepEqual(spans({ partsOfSpeech }), [12]);
	assert.deepEqual(spans({}), [5, 12]);
	assert.deepEqual(spans({ partsOfSpeech, titleCase: true }), [5, 12]);
});

test('a condition may look at the noun that is governed or does it, and name a group of words', () => {
	const names = ['NOUN|NNS', 'VERB|VBD', 'DET|DT', 'ADP|IN', 'ADJ|JJ', 'PUNCT|.', 'AUX|VBP', 'ADV|RB'];
	const tagged = (text: string, tags: string) => {
		const labels = Uint8Array.from(tags.split(' '), tag => names.findIndex(name => name.startsWith(tag)));
		return { text, options: { partsOfSpeech: { names, labels } } };
	};
	const find = (entry: PatternEntry, { text, options }: ReturnType<typeof tagged>) =>
		matchPatterns(compilePatterns([entry], { people: ['migrants'] }), tokenize(text), text, options).length;
	const flood = { pattern: 'flood of', only: { object: ['@people'] } };
	assert.equal(find(flood, tagged('A flood of young migrants .', 'DET NOUN ADP ADJ NOUN PUNCT')), 1);
	assert.equal(find(flood, tagged('A flood of thousands of migrants .', 'DET NOUN ADP NOUN ADP NOUN PUNCT')), 1);
	assert.equal(find(flood, tagged('A flood of migrants claims .', 'DET NOUN ADP NOUN NOUN PUNCT')), 0);
	assert.equal(find(flood, tagged('A flood of water .', 'DET NOUN ADP NOUN PUNCT')), 0);
	const swarm = { pattern: '<swarm>', only: { subject: ['@people'] } };
	assert.equal(find(swarm, tagged('Migrants are now swarming .', 'NOUN AUX ADV VERB PUNCT')), 1);
	assert.equal(find(swarm, tagged('Bees are now swarming .', 'NOUN AUX ADV VERB PUNCT')), 0);
	assert.throws(() => compilePatterns([{ pattern: 'a', only: { near: ['@nobody'] } }]), /@nobody/);
});

test('families stand side by side', () => {
	const entries = [
		{ pattern: 'power grab', family: 'one' },
		{ pattern: 'power', family: 'two' },
		{ pattern: 'grab', family: 'one' },
	];
	assert.deepEqual(find(entries, 'A power grab.'), ['power grab', 'power']);
});

test('a phrase never crosses a sentence', () => {
	const text = 'It was power. grab it.';
	const tokens = tokenize(text);
	assert.deepEqual(find(['power . grab'], text), ['power. grab']);
	const cut = {
		sentences: [
			{ firstToken: 0, endToken: 4 },
			{ firstToken: 4, endToken: tokens.length },
		],
	};
	assert.deepEqual(find(['power . grab'], text, cut), []);
});

test('which form of the verb was found, and an alternative in the same form', () => {
	const cases = [
		['<push>', '<promote>', 'They are pushing it.', 'promoting'],
		['<push>', '<promote>', 'They push it.', 'promote'],
		['<push>', '<promote>', 'She pushes it.', 'promotes'],
		['<shake>', '<break>', 'She shook it.', 'broke'],
		['<push>', '<break>', 'She pushed it.', 'broke'],
		['<push>', '<break>', 'She has not yet quietly pushed it.', 'broken'],
		['<push>', '<break>', 'It was pushed.', 'broken'],
		['<cut>', '<lower>', 'They will cut it.', 'lower'],
		['<cut>', '<lower>', 'Then he cut it.', 'lowered'],
		['<lash> out at', '<criticize>', 'She lashed out at them.', 'criticized'],
		['regime|regimes', 'government|governments', 'Two regimes fell.', 'governments'],
		['tilted toward {name}', 'more favorable to {name}', 'It is tilted toward Norland.', 'more favorable to Norland'],
	] as const;
	for (const [pattern, alternative, text, expected] of cases) {
		const [match] = matchPatterns(compilePatterns([{ pattern }]), tokenize(text), text);
		assert.ok(match, text);
		assert.equal(renderAlternative(alternative, match), expected, text);
	}
});

test('a pattern that cannot be read is named', () => {
	for (const pattern of ['', 'a  b', 'the <push', 'Push', '{who}', 'a? b?']) {
		assert.throws(() => compilePatterns([{ pattern }]), /pattern/, pattern);
	}
});

test('odd input neither crashes nor hangs', () => {
	const entries = ['<shake> the? whole? country', '{name} has learned', 'pro-*', 'the most *'].map(pattern => ({
		pattern,
	}));
	const compiled = compilePatterns(entries);
	const inputs = [
		'',
		'\0',
		'\ud800 \udc00',
		'the the the '.repeat(20_000),
		'A '.repeat(50_000),
		'-'.repeat(50_000),
		'מה the most שלום',
	];
	const started = performance.now();
	for (const text of inputs) matchPatterns(compiled, tokenize(text), text);
	assert.ok(performance.now() - started < 3_000);
});

for (const family of ['loaded-language', 'hearsay'] as const) {
	test(`seeds: every entry of ${family} finds its hit and leaves its miss alone`, () => {
		const entries = seed<readonly (PhraseEntry | HearsayEntry)[]>(family);
		const problems: string[] = [];
		for (const entry of entries) {
			const compiled = compilePatterns([entry]);
			if (matchPatterns(compiled, tokenize(entry.hit), entry.hit).length === 0) problems.push(`${entry.pattern}: hit`);
			if (matchPatterns(compiled, tokenize(entry.miss), entry.miss).length > 0) problems.push(`${entry.pattern}: miss`);
		}
		assert.deepEqual(problems, []);
		assert.equal(new Set(entries.map(entry => JSON.stringify([entry.pattern, entry.unless]))).size, entries.length);
	});
}

test('seeds: no two phrases of one family hide each other', () => {
	const entries = seed<readonly PhraseEntry[]>('loaded-language');
	const compiled = compilePatterns(entries);
	const hidden = entries.filter(entry => {
		const found = matchPatterns(compiled, tokenize(entry.hit), entry.hit);
		return !found.some(match => match.entry === entry);
	});
	assert.deepEqual(
		hidden.map(entry => entry.pattern),
		[],
	);
});

test('seeds: the alternatives of a phrase are not loaded themselves', () => {
	const entries = seed<readonly PhraseEntry[]>('loaded-language');
	const compiled = compilePatterns(entries);
	const problems: string[] = [];
	for (const entry of entries) {
		const [match] = matchPatterns(compilePatterns([entry]), tokenize(entry.hit), entry.hit);
		if (!match) continue;
		for (const alternative of entry.alternatives) {
			const text =
				entry.hit.slice(0, match.span.start) + renderAlternative(alternative, match) + entry.hit.slice(match.span.end);
			const found = matchPatterns(compiled, tokenize(text), text);
			if (found.length > 0) problems.push(`${entry.pattern}: ${text}`);
		}
	}
	assert.deepEqual(problems, []);
});

test('seeds: claim words are patterns, and cues are known verbs', () => {
	const claims = seed<ClaimWords>('claims');
	for (const words of [
		claims.cause,
		claims.motive,
		claims.accusation,
		claims.judgement,
		claims.reply,
		claims.forecast,
		claims.superlative,
		claims.comparison,
	]) {
		compilePatterns(words.map(pattern => ({ pattern })));
	}
	const cues = seed<readonly CueEntry[]>('cues');
	assert.equal(new Set(cues.map(({ lemma, type }) => `${type} ${lemma}`)).size, cues.length);
	for (const cue of cues.filter(({ type }) => type === 'verb')) {
		// What the entry says is what the forms say without it: a slip in one shows in the other.
		const { past, participle } = verbForms(cue.lemma);
		if (cue.past) assert.equal(past, cue.past, cue.lemma);
		if (cue.past) assert.equal(participle, cue.participle ?? cue.past, cue.lemma);
	}
});
