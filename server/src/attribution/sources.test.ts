import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicons } from '../lexicons';
import { assertAnnotated } from '../testing/annotations';
import { identified } from '../testing/reading';
import { tokenize } from '../text/tokens';
import { mention } from './mentions';
import { classify } from './sources';
import { vocabularyOf } from './vocabulary';

const cases: Readonly<Record<string, string>> = {
	'a senior official': `
A senior official said the lock leaks.
^^^^^^^^^^^^^^^^^ person anonymous
`,
	'officials familiar with the plan': `
Officials familiar with the plan said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ people anonymous
`,
	'the official close to the talks': `
The official close to the talks said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person anonymous
`,
	'people briefed on the plan': `
People briefed on the plan said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^ people anonymous
`,
	critics: `
Critics said the lock leaks.
^^^^^^^ people vague
`,
	'most norland insiders': `
Most Norland insiders said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^ people vague
`,
	'some lawmakers': `
Some lawmakers said the lock leaks.
^^^^^^^^^^^^^^ people vague
`,
	'more than 200 teachers': `
More than 200 teachers said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^ people described
`,
	'a spokesman for the board': `
A spokesman for the board said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^ person described
`,
	police: `
Police said the lock leaks.
^^^^^^ organization described
`,
	residents: `
Residents said the lock leaks.
^^^^^^^^^ people described
`,
	'a poll by the board': `
A poll by the board said the lock leaks.
^^^^^^^^^^^^^^^^^^^ document described
`,
	republicans: `
Republicans said the lock leaks.
^^^^^^^^^^^ people named
`,
	'critics such as ida quist': `
Critics such as Ida Quist said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^ people described
`,
	'a firm by its last word': `
Tarn Foods said the lock leaks.
^^^^^^^^^^ organization named
`,
	'a firm by what is told of it': `
Halvard Lind, the country’s oldest shipping company, said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization named
`,
	'a person by trade': `
Rob Haskell, a machine operator, said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person named
`,
	'a founder is no company': `
Ida Quist, the company’s founder, said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person named
`,
	'a place where things happen': `
The pumps in Karst failed. Karst said the lock leaks.
                           ^^^^^ organization named
`,
	'trust in a person makes no place': `
Few had confidence in Harlow. Harlow said the lock leaks.
                              ^^^^^^ person named
`,
	'a study by how it came out': `
A study published on Monday said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ document described
`,
	'a memo that was seen': `
An internal memo seen by the Gazette said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ document described
`,
	'a title of two words': `
Chief Executive Paul Renner said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ person named
`,
	'prosecutors act as a body': `
Prosecutors said the lock leaks.
^^^^^^^^^^^ organization described
`,
	'two of them do not': `
Two prosecutors said the lock leaks.
^^^^^^^^^^^^^^^ people anonymous
`,
	'a third one is no share': `
A third official said the lock leaks.
^^^^^^^^^^^^^^^^ person anonymous
`,
	'a third of them is': `
A third of the crews said the lock leaks.
^^^^^^^^^^^^^^^^^^^^ people described
`,
	'an office by its noun': `
The firm’s head of sales said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^ person described
`,
	'a firm by a clause with which': `
Halvard Lind, which is based in Aln, said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization named
`,
	'who leads a body is none': `
Peter Lund, who leads the council’s works committee, said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ person named
`,
	'firms told of by what they seek': `
Insurers looking for buyers said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization vague
`,
	'most states can be counted': `
Most states said the lock leaks.
^^^^^^^^^^^ unknown described
`,
	'two surnames are a firm': `
Crane & Holt said the lock leaks.
^^^^^^^^^^^^ organization named
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`kinds: ${name}`, () => assertAnnotated(fixture, identified));
}

test('kinds: firms that a clause with a name tells can be looked up, others cannot', () => {
	const vocabulary = vocabularyOf(lexicons);
	const identificationOf = (phrase: string) => {
		const tokens = tokenize(phrase);
		const found = mention({ text: phrase, tokens, vocabulary, titleCase: false }, 0, tokens.length);
		return found && classify(found, tokens, phrase, vocabulary).identification;
	};
	assert.equal(identificationOf('insurers that had covered Korrin’s ships'), 'described');
	assert.equal(identificationOf('insurers that had covered its ships'), 'vague');
});
