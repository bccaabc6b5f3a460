import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { resolved } from '../../testing/reading';

const cases: Readonly<Record<string, string>> = {
	'he after the only man': `
Edwin Hale said the lock leaks. “It is old,” he said.
^^^^^^^^^^ Edwin Hale
                                             ^^ Edwin Hale
`,
	'she passes over a man': `
Ms. Quist said the lock leaks. Mr. Hale was there. “It is old,” she said.
^^^^^^^^^ Quist
                                                                ^^^ Quist
`,
	'the speaker, not whoever was named last': `
Edwin Hale said the lock leaks. He had met Oren Blythe at the dock. “It is old,” he said.
^^^^^^^^^^ Edwin Hale
                                                                                 ^^ Edwin Hale
`,
	'not whoever is only spoken of within the quotation': `
Edwin Hale said the lock leaks. “Oren Blythe knew it,” he said.
^^^^^^^^^^ Edwin Hale
                                                       ^^ Edwin Hale
`,
	'they after a plural': `
Two officials said the lock leaks. They said it was old.
^^^^^^^^^^^^^ Two officials
                                   ^^^^ Two officials
`,
	'they after a body': `
The harbour board said the lock leaks. They said it was old.
^^^^^^^^^^^^^^^^^ The harbour board
                                       ^^^^ The harbour board
`,
	'it after a body, not a person': `
The ministry said the lock leaks. Edwin Hale was there. It said the pumps were old.
^^^^^^^^^^^^ The ministry
                                                        ^^ The ministry
`,
	'a pronoun after the name it repeats': `
The head of the harbour board, Ida Quist, she said the lock leaks.
                                          ^^^ Ida Quist
`,
	'who, after a name': `
The board wrote to Anton Kerr, who said the lock leaks.
                               ^^^ Anton Kerr
`,
	'who, after a name and what it is': `
The board wrote to Ida Quist, the senator from Norland, who said the lock leaks.
                                                        ^^^ Ida Quist
`,
	'I within a quotation': `
“I said that the lock leaks,” Ida Quist said.
 ^ Ida Quist
                              ^^^^^^^^^ Ida Quist
`,
	'we within a quotation': `
“We said that the lock leaks,” Ida Quist said.
 ^^ Ida Quist
                               ^^^^^^^^^ Ida Quist
`,
	'I outside quotation marks is the writer': `
I think the lock leaks. Ida Quist was there.
^ nobody
`,
	'a woman by the draft’s own pronoun': `
Kit Orne said she would vote no. Orne told the board she was tired. Pat Lund spoke. “It leaks,” she said.
^^^^^^^^ Kit Orne
                                 ^^^^ Kit Orne
                                                                                                ^^^ Kit Orne
`,
	'an unnamed source is he, too': `
An official said the lock leaks. “It is old,” he said.
^^^^^^^^^^^ An official
                                              ^^ An official
`,
	'a place is no he': `
Edwin Hale said the lock leaks. The engineers came from Norland. He said it was old.
^^^^^^^^^^ Edwin Hale
                                                                 ^^ Edwin Hale
`,
	'an outlet is no she': `
Ida Quist told the Calder Gazette the lock leaks. She said it was old.
^^^^^^^^^ Ida Quist by way of Calder Gazette
                                                  ^^^ Ida Quist
`,
	'a subject before an object': `
Edwin Hale met Oren Blythe on Monday. He said the lock leaks.
                                      ^^ Edwin Hale
`,
	'not the owner of what is spoken of': `
Edwin Hale attacked Oren Blythe’s plan. He said the lock leaks.
^^^^^^^^^^ Edwin Hale
                                        ^^ Edwin Hale
`,
	'nobody before': `
He said the lock leaks.
^^ nobody
`,
	'over a paragraph': `
Edwin Hale said the lock leaks.
^^^^^^^^^^ Edwin Hale

He said it was old.
^^ Edwin Hale
`,
	'I, in the turn of a label': `
Harlow: “I said that the lock leaks.”
^^^^^^ Harlow
         ^ Harlow
`,
	'a topic put in front': `
For Edwin Hale, Oren Blythe was a legend. He said the lock leaks.
                                          ^^ Edwin Hale
`,
	'he and not the aide’s employer': `
Blythe spokesman Edwin Hale was there. He said the lock leaks.
                                       ^^ Edwin Hale
`,
	'whoever speaks around it says I': `
“He said that the lock leaks,” Edwin Hale said.
 ^^ nobody
                               ^^^^^^^^^^ Edwin Hale
`,
	'she, and then he, in one paragraph': `
Carla Benedetto turned to Selk. “Did he promise it?” she asked. “No,” he replied.
                                                     ^^^ Carla Benedetto
                                                                      ^^ Selk
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`pronouns: ${name}`, () => assertAnnotated(fixture, resolved));
}

test('pronouns: in an interview whoever has the turn says I', () => {
	const fixture = `
Q: Does the lock leak?

HARLOW: I said that the lock leaks. We believe it is old.
        ^ HARLOW
                                    ^^ HARLOW
`;
	assertAnnotated(fixture, text => resolved(text, 'interview'));
});
