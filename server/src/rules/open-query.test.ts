import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Draft } from '../analysis';
import { resources } from '../resources';
import { assertAnnotated } from '../testing/annotations';
import { openQuery as rule } from './open-query';

const analyzer = createAnalyzer(resources);

function findings(text: string, draft: Partial<Draft> = {}) {
	return analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {}, ...draft }).findings;
}

function holds(fixture: string, draft: Partial<Draft> = {}): void {
	assertAnnotated(fixture, text =>
		findings(text, draft)
			.filter(({ rule: id }) => id === rule.id)
			.map(({ span }) => ({ span, label: rule.id })),
	);
}

test('what our own fixes write', () => {
	holds(`Output fell 12 percent, [who?] said. According to [who?], the mill lost money.
                        ^^^^^^ open-query
                                                  ^^^^^^ open-query
A senior official [at which body?] spoke of it. An official who [took part, was briefed, saw it?] left.
                  ^^^^^^^^^^^^^^^^ open-query
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ open-query
He spoke on condition of anonymity because [reason]. It was a [how large?] rise.
                                           ^^^^^^^^ open-query
                                                              ^^^^^^^^^^^^ open-query`);
});

test('marks of the trade', () => {
	holds(`The mayor, TK, left. The pier has TKTK planks and XXX nails. Of XXXX it is silent.
           ^^ open-query
                                  ^^^^ open-query
                                                  ^^^ open-query
                                                                ^^^^ open-query
The pier burned in 1911 [source?]. The pier burned [citation needed] in 1911 {{citation needed|date=May 2019}}.
                        ^^^^^^^^^ open-query
                                                   ^^^^^^^^^^^^^^^^^ open-query
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ open-query`);
});

test('inside quotation marks, where it would be printed as said', () => {
	holds(`“We lost TK boats, and [who?] knows why,” the keeper said.
         ^^ open-query
                       ^^^^^^ open-query`);
});

test('in a headline and a caption', () => {
	holds(`Harlow quits, [who?] says
              ^^^^^^ open-query

The harbour board met on Monday in the old hall, and members stayed until the evening to hear the plan.`);
});

test('in Markdown, with emphasis and links around it', () => {
	holds(
		`Output **fell [who?]** in *spring* and [who?](https://example.org) asked.
              ^^^^^^ open-query

- Boats: TK
         ^^ open-query`,
		{ format: 'markdown' },
	);
});

test('brackets that explain are the writer’s own words', () => {
	holds(`“They [the owners] knew it was [sic] late,” Harlow said. “[We] left. [Laughter] It [the pier] fell […].”
The report [see page 4] is long [1]. He asked [her] why. [Editor’s note: names were changed.]`);
});

test('names that look alike', () => {
	holds(`She bought it at TK Maxx. Super Bowl XXX was dull, and so was King Ivo XXX. The tk-word, the Xbox and the XX size.
A TKO in round two; the X-ray; the XXX-rated film.`);
});

test('a wiki’s own tags are known where the text is an encyclopedia’s', () => {
	holds('The pier burned in 1911.[citation needed] It was rebuilt {{when|date=May 2019}} by hand.', {
		genre: 'encyclopedia',
	});
	holds(
		`The pier burned, [who?] said.
                 ^^^^^^ open-query`,
		{ genre: 'encyclopedia' },
	);
});

test('while a query stands, nothing else is asked about its sentence', () => {
	const before = findings('Profits fell sharply in spring, sources said. Critics say the plan costs too much.');
	assert.deepEqual(
		before.map(({ rule: id }) => id),
		['anonymous-source', 'vague-collective'],
	);
	const after = findings(
		'Profits fell sharply in spring, sources who [took part, was briefed, saw it?] said. Critics say the plan costs too much.',
	);
	assert.deepEqual(
		after.map(({ rule: id }) => id),
		['open-query', 'vague-collective'],
	);
});

test('wording is asked about beside a query', () => {
	const after = findings('Harlow claimed that the plan had cost $2 million, and [who?] said it would fail.');
	assert.deepEqual(
		after.map(({ rule: id }) => id),
		['loaded-reporting-verb', 'open-query'],
	);
});

test('it can be ignored only where it stands', () => {
	assert.equal(rule.ignoredOneByOne, true);
});

test('bad input', () => {
	for (const text of [
		'[',
		'[?',
		'[?]',
		'[]',
		'{{',
		'{{}}',
		'{{citation needed',
		'[[who?]]',
		']who?[',
		`${'['.repeat(3000)}?`,
	]) {
		findings(text);
		findings(text, { format: 'markdown' });
	}
	holds(`He left [[who?]] early.
         ^^^^^^ open-query`);
});

test('while a query stands in a paragraph, no second claim of it is asked about', () => {
	const asked = (text: string) =>
		analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} }).findings.map(found => found.rule);
	assert.deepEqual(asked('The tolls caused delays. About 12,000 people left the town, [who?] said.'), ['open-query']);
	assert.deepEqual(asked('The tolls caused delays.\n\nAbout 12,000 people left the town, [who?] said.'), [
		'unattributed-claim',
		'open-query',
	]);
});

test('a query asks whose judgement it is', () => {
	const asked = (text: string) =>
		analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} }).findings.map(found => found.rule);
	assert.deepEqual(asked('The pact, viewed by many, including [who?], as tilted toward Norland, passed.'), [
		'open-query',
	]);
	assert.deepEqual(asked('The pact, tilted toward Norland, passed.'), ['loaded-language']);
});
