import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifySource } from './identify';
import { lexicons } from './lexicons';

/** The source in brackets, what it is, and how far it can be looked up. */
const cases: readonly (readonly [sentence: string, kind: string, identification: string])[] = [
	['[A senior official] said no.', 'person', 'anonymous'],
	['[Officials] said no.', 'people', 'anonymous'],
	['[Two people familiar with the talks] said no.', 'people', 'anonymous'],
	['[A person close to the mayor] said no.', 'person', 'anonymous'],
	['[Sources] said no.', 'people', 'anonymous'],
	['[One aide] said no.', 'person', 'anonymous'],
	['[His aides] said no.', 'people', 'anonymous'],
	['[Critics] said no.', 'people', 'vague'],
	['[Experts] said no.', 'people', 'vague'],
	['[Some in the north] said no.', 'people', 'vague'],
	['[Many residents] said no.', 'people', 'vague'],
	['[Residents] said no.', 'people', 'described'],
	['[Witnesses] said no.', 'people', 'described'],
	['[Some lawmakers] said no.', 'people', 'vague'],
	['It was late, [lawmakers] said.', 'people', 'described'],
	['[Party leaders] said no.', 'people', 'vague'],
	['[Only three senators] said no.', 'people', 'anonymous'],
	['[Some 1,409 teachers] said no.', 'people', 'described'],
	['[Conventional wisdom] says no.', 'people', 'vague'],
	['[The aides, led by Ida Quist,] said no.', 'people', 'described'],
	['[Most Lund insiders] said no.', 'people', 'vague'],
	['[The mayor of Lund] said no.', 'person', 'described'],
	['[The ministry] said no.', 'organization', 'described'],
	['[Police] said no.', 'organization', 'described'],
	['[A spokeswoman for the firm] said no.', 'person', 'described'],
	['[The report] said no.', 'document', 'described'],
	['[Court documents] say no.', 'document', 'described'],
	['[Ida Quist] said no.', 'person', 'named'],
	['[Finance Minister Oren Blythe] said no.', 'person', 'named'],
	['[The Harbor Courier] said no.', 'outlet', 'named'],
	['[The newspaper] said no.', 'outlet', 'described'],
	['[Her lawyer] said no.', 'person', 'described'],
	['[A New Lund judge] said no.', 'person', 'described'],
	['[Everyone] said no.', 'people', 'vague'],
	['[A group of doctors] said no.', 'people', 'vague'],
	['[One of the engineers] said no.', 'person', 'anonymous'],
];

for (const [sentence, kind, identification] of cases) {
	test(`identified: ${sentence}`, () => {
		const span = { start: sentence.indexOf('['), end: sentence.indexOf(']') - 1 };
		const found = identifySource({ lexicons }, sentence.replace(/[[\]]/g, ''), span);
		assert.deepEqual([found?.kind, found?.identification], [kind, identification]);
	});
}

test('what is told of an unnamed source comes with it, and of a named one nothing', () => {
	const text = 'A board member briefed on the talks, who spoke on condition of anonymity, said no.';
	const anonymity = identifySource({ lexicons }, text, { start: 0, end: 36 })?.anonymity;
	assert.match(anonymity?.basis ?? '', /briefed on the talks/);
	assert.match(anonymity?.reason ?? '', /condition of anonymity/);
	assert.equal(identifySource({ lexicons }, 'Ida Quist said no.', { start: 0, end: 9 })?.anonymity, null);
});

test('a span without a word is nobody', () => {
	assert.equal(identifySource({ lexicons }, '… said no.', { start: 1, end: 1 }), null);
	assert.equal(identifySource({ lexicons }, '', { start: 0, end: 0 }), null);
});
