import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { resolved } from '../../testing/reading';

const cases: Readonly<Record<string, string>> = {
	'a title and a full name, then the surname': `
Mayor Ann Harlow said the bridge was shut. Harlow said it was old.
^^^^^^^^^^^^^^^^ Ann Harlow
                                           ^^^^^^ Ann Harlow
`,
	'Mr. and the surname': `
Edwin Hale said the lock leaks. Mr. Hale said it was old.
^^^^^^^^^^ Edwin Hale
                                ^^^^^^^^ Edwin Hale
`,
	'a surname first, the full name later': `
Quist said the lock leaks. Engineers were called. Ida Quist said they came late.
^^^^^ Ida Quist
                                                  ^^^^^^^^^ Ida Quist
`,
	'two first names are two people': `
Ann Harlow said the lock leaks. Ben Harlow said it does not.
^^^^^^^^^^ Ann Harlow
                                ^^^^^^^^^^ Ben Harlow
`,
	'of two with one surname, the nearer': `
Ann Harlow said the lock leaks. Ben Harlow said it does not. Harlow said the pumps were new.
^^^^^^^^^^ Ann Harlow
                                ^^^^^^^^^^ Ben Harlow
                                                             ^^^^^^ Ben Harlow
`,
	'Mr. is not the Mrs. before': `
Mrs. Harlow said the lock leaks. Mr. Harlow said it does not.
^^^^^^^^^^^ Harlow
                                 ^^^^^^^^^^ Harlow
`,
	'a middle initial': `
Edwin P. Hale said the lock leaks. Edwin Hale said it was old.
^^^^^^^^^^^^^ Edwin P. Hale
                                   ^^^^^^^^^^ Edwin P. Hale
`,
	'a possessive in passing tells the first name': `
Ida Quist’s plan failed. Quist said it was early.
                         ^^^^^ Ida Quist
`,
	'initials of a body': `
The Norland Harbour Board said the crane was safe. The NHB said it was tested.
^^^^^^^^^^^^^^^^^^^^^^^^^ The Norland Harbour Board
                                                   ^^^^^^^ The Norland Harbour Board
`,
	'an acronym told in brackets': `
The Union of Norland Dockers (UNDO) met on Monday. UNDO said the strike goes on.
                                                   ^^^^ Union of Norland Dockers
`,
	'the last word of an outlet': `
The Calder Gazette reported that the lock leaks. The Gazette said it was old.
^^^^^^^^^^^^^^^^^^ The Calder Gazette
                                                 ^^^^^^^^^^^ The Calder Gazette
`,
	'a role after the name': `
Ida Quist, head of the harbour board, said the lock leaks. Quist said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
                                                           ^^^^^ Ida Quist
`,
	'a role before the name, with a comma': `
The head of the harbour board, Ida Quist, said the lock leaks. Quist said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
                                                               ^^^^^ Ida Quist
`,
	'an aide beside whose name stands': `
Harlow’s campaign manager, Ida Quist, said the poll was wrong. Quist said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
                                                               ^^^^^ Ida Quist
`,
	'a party and a place in brackets': `
Sen. Ida Quist (R-Norland) said the lock leaks. Quist said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida Quist
                                                ^^^^^ Ida Quist
`,
	'a name and its place': `
Rep. Mike Orne of Norland said the lock leaks. Mr. Orne said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^ Mike Orne
                                               ^^^^^^^^ Mike Orne
`,
	'a spokeswoman’s name behind the comma, not the firm’s': `
A spokeswoman for Calder Ferries, Delia Marsh, said the lock leaks. Marsh said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Delia Marsh
                                                                    ^^^^^ Delia Marsh
`,
	'a union by its noun and its name': `
His union, the Allied Dock Workers, said the lock leaks. The union said it was old.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Allied Dock Workers
                                                         ^^^^^^^^^ Allied Dock Workers
`,
	'a firm by its first word': `
Korrin Dredging said the lock leaks. Korrin said it was old.
^^^^^^^^^^^^^^^ Korrin Dredging
                                     ^^^^^^ Korrin Dredging
`,
	'it is the manufacturer told of by name': `
The manufacturer, Lyssane, blamed the rain. It said the lock leaks.
^^^^^^^^^^^^^^^^^^^^^^^^^ Lyssane
                                            ^^ Lyssane
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`names: ${name}`, () => assertAnnotated(fixture, resolved));
}
