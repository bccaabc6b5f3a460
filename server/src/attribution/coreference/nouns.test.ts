import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { resolved } from '../../testing/reading';

const cases: Readonly<Record<string, string>> = {
	'the source': `
A source close to the board said the lock leaks. The source said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ A source close to the board
                                                 ^^^^^^^^^^ A source close to the board
`,
	'the official, not the aide': `
An official said the lock leaks. An aide said it does not. The official said it was old.
^^^^^^^^^^^ An official
                                 ^^^^^^^ An aide
                                                           ^^^^^^^^^^^^ An official
`,
	'the officials, not the official': `
Two officials said the lock leaks. An official said it does not. The officials said it was old.
^^^^^^^^^^^^^ Two officials
                                   ^^^^^^^^^^^ An official
                                                                 ^^^^^^^^^^^^^ Two officials
`,
	'two that fit': `
An official said the lock leaks. A board official said it does not. The official said it was old.
^^^^^^^^^^^ An official
                                 ^^^^^^^^^^^^^^^^ A board official
                                                                    ^^^^^^^^^^^^ A board official, or An official
`,
	'the source may be an official': `
An official said the lock leaks. The source said it was old.
^^^^^^^^^^^ An official
                                 ^^^^^^^^^^ An official
`,
	'the newspaper': `
The Calder Gazette reported that the lock leaks. The newspaper said it was old.
^^^^^^^^^^^^^^^^^^ The Calder Gazette
                                                 ^^^^^^^^^^^^^ The Calder Gazette
`,
	'the newspaper that was told': `
Ida Quist told the Calder Gazette the lock leaks. The newspaper said it was old.
^^^^^^^^^ Ida Quist by way of Calder Gazette
                                                  ^^^^^^^^^^^^^ Calder Gazette
`,
	'the report of an outlet': `
The Calder Gazette reported that the lock leaks. The report said it was old.
^^^^^^^^^^^^^^^^^^ The Calder Gazette
                                                 ^^^^^^^^^^ The Calder Gazette
`,
	'the report that is a document': `
A report by the board said the lock leaks. The report said it was old.
^^^^^^^^^^^^^^^^^^^^^ A report by the board
                                           ^^^^^^^^^^ A report by the board
`,
	'the research is the study': `
A study found that the lock leaks. The research said it was old.
^^^^^^^ A study
                                   ^^^^^^^^^^^^ A study
`,
	'a study is no outlet’s report': `
The Calder Gazette reported that the lock leaks. The study said it was old.
^^^^^^^^^^^^^^^^^^ The Calder Gazette
                                                 ^^^^^^^^^ The study
`,
	'the mayor': `
Mayor Ann Harlow said the lock leaks. The mayor said it was old.
^^^^^^^^^^^^^^^^ Ann Harlow
                                      ^^^^^^^^^ Ann Harlow
`,
	'the senator told of after the name': `
Ida Quist, a senator from Norland, said the lock leaks. The senator said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
                                                        ^^^^^^^^^^^ Ida Quist
`,
	'the board': `
The Norland Harbour Board said the lock leaks. The board said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^ The Norland Harbour Board
                                               ^^^^^^^^^ The Norland Harbour Board
`,
	'a second official is another': `
An official said the lock leaks. Another official said it was old.
^^^^^^^^^^^ An official
                                 ^^^^^^^^^^^^^^^^ Another official
`,
	'the people who were not named': `
Two people briefed on the plan said the lock leaks. The people asked not to be named.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Two people briefed on the plan
                                                    ^^^^^^^^^^ Two people briefed on the plan
`,
	'one of them': `
Norland diplomats said the lock leaks. One of them said it was old.
^^^^^^^^^^^^^^^^^ Norland diplomats
                                       ^^^^^^^^^^^ Norland diplomats
`,
	'the company, told of as one': `
Tarn Foods, the largest maker of oat flakes, said the lock leaks. The company said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Tarn Foods
                                                                  ^^^^^^^^^^^ Tarn Foods
`,
	'a union is no company': `
Tarn Foods said the lock leaks. The Allied Dock Workers said it does not. The company said it was old.
^^^^^^^^^^ Tarn Foods
                                ^^^^^^^^^^^^^^^^^^^^^^^ The Allied Dock Workers
                                                                          ^^^^^^^^^^^ Tarn Foods
`,
	which: `
Quist said the company, which denied a leak, was old.
^^^^^ Quist
                        ^^^^^ The company
`,
	'which stands for no source': `
Quist praised the weather, which told the crew nothing.
^^^^^ Quist
                           ^^^^^ nobody
`,
	'the person, with what a clause adds': `
A person with knowledge of the plan said the lock leaks. The person, who was not authorized to speak, said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A person with knowledge of the plan
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A person with knowledge of the plan
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`nouns that point back: ${name}`, () => assertAnnotated(fixture, resolved));
}
