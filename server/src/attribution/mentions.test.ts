import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicons } from '../lexicons';
import { tokenize } from '../text/tokens';
import { mention } from './mentions';
import { vocabularyOf } from './vocabulary';

/** A phrase, its form, the word or name that is its head, and what it tells besides. */
const cases: readonly (readonly [phrase: string, form: string, head: string, descriptors: readonly string[]])[] = [
	['Ida Quist', 'name', 'Ida Quist', []],
	['Mayor Ann Harlow', 'name', 'Ann Harlow', ['Mayor']],
	['Secretary of State Oren Blythe', 'name', 'Oren Blythe', ['Secretary of State']],
	['Ida Quist, head of the harbour board', 'name', 'Ida Quist', ['head of the harbour board']],
	['Sen. Ida Quist (R-Norland)', 'name', 'Ida Quist', ['Sen.', 'R-Norland']],
	['the Calder Gazette', 'name', 'Calder Gazette', []],
	['Harlow’s', 'name', 'Harlow', []],
	['a source close to the board', 'noun', 'source', ['close to the board']],
	['officials familiar with the plan', 'noun', 'officials', ['familiar with the plan']],
	['critics such as Ida Quist', 'noun', 'critics', ['such as Ida Quist']],
	['some in the north', 'noun', 'some', ['in the north']],
	['people the paper has talked to', 'noun', 'people', ['the paper has talked to']],
	['Chief Executive Paul Renner', 'name', 'Paul Renner', ['Chief Executive']],
	['a study published on Monday', 'noun', 'study', ['published on Monday']],
	['a rebel commander, who', 'noun', 'commander', []],
	['the mayor’s spokesman neither', 'noun', 'spokesman', []],
	['he', 'pronoun', 'he', []],
	['she herself', 'pronoun', 'she', []],
	['They called the tax', 'pronoun', 'They', []],
	['his anger after he', 'pronoun', 'he', []],
];

for (const [phrase, form, head, descriptors] of cases) {
	test(`mention: ${phrase}`, () => {
		const tokens = tokenize(phrase);
		const reading = { text: phrase, tokens, vocabulary: vocabularyOf(lexicons), titleCase: false };
		const found = mention(reading, 0, tokens.length);
		assert.deepEqual(
			[found?.form, found?.form === 'name' ? found.name : tokens[found?.head ?? -1]?.text, found?.descriptors],
			[form, head, descriptors],
		);
	});
}

test('no words are no mention', () => {
	const reading = { text: '—', tokens: tokenize('—'), vocabulary: vocabularyOf(lexicons), titleCase: false };
	assert.equal(mention(reading, 0, 1), null);
});
