import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../testing/reading';
import type { Anonymity } from './model';

/** What is told of the first unnamed source. */
function told(text: string): Anonymity | null {
	return read(text).sources.find(({ identification }) => identification === 'anonymous')?.anonymity ?? null;
}

const cases: readonly (readonly [text: string, expected: Partial<Anonymity>])[] = [
	[
		'Sources said the lock leaks.',
		{ position: null, basis: null, reason: null, why: null, number: null, plural: true },
	],
	['A senior official said the lock leaks.', { position: 'senior official', number: 1, plural: false }],
	['Two board officials said the lock leaks.', { position: 'board officials', number: 2 }],
	[
		'A senior official at the harbour board who was briefed on the talks said the lock leaks.',
		{ position: 'senior official at the harbour board', basis: 'who was briefed on the talks' },
	],
	['A person familiar with the plan said the lock leaks.', { position: null, basis: 'familiar with the plan' }],
	['An aide who was in the room said the lock leaks.', { position: 'aide', basis: 'who was in the room' }],
	[
		'An official said on condition of anonymity that the lock leaks.',
		{ reason: 'on condition of anonymity that the lock leaks', why: null },
	],
	[
		'An official said the lock leaks, speaking on condition of anonymity because he was not authorized to speak.',
		{ reason: 'on condition of anonymity because he was not authorized to speak', why: 'boilerplate' },
	],
	[
		'An official, who asked not to be named because of the sensitivity of the matter, said the lock leaks.',
		{ why: 'boilerplate' },
	],
	[
		'An official who requested anonymity for fear of reprisal said the lock leaks.',
		{ reason: 'requested anonymity for fear of reprisal', why: 'risk' },
	],
	[
		'A source said the lock leaks. He asked not to be named because his brother works at the board.',
		{ reason: 'asked not to be named because his brother works at the board', why: 'stated' },
	],
	[
		'Two officials said the lock leaks. They spoke on condition of anonymity because they feared losing their jobs.',
		{ why: 'risk', number: 2 },
	],
	[
		'An official said the lock leaks. The official was not authorized to speak publicly.',
		{ reason: 'not authorized to speak publicly', why: 'boilerplate' },
	],
];

for (const [text, expected] of cases) {
	test(`anonymity: ${text}`, () => {
		const found = told(text);
		assert.deepEqual(
			Object.fromEntries(Object.keys(expected).map(key => [key, found?.[key as keyof Anonymity]])),
			expected,
		);
	});
}

test('a later sentence about someone else tells nothing of the unnamed source', () => {
	assert.equal(told('A source said the lock leaks. Ida Quist asked not to be named in the report.')?.reason, null);
	assert.equal(told('A source said the lock leaks. They were late for the vote.')?.reason, null);
});
