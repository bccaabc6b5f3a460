import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { attributionsByRule } from '../../testing/byRule';

const cases: Readonly<Record<string, string>> = {
	'is expected to': `
The board is expected to sell the pier.
          ^^^^^^^^^^^^^^ cue 1
                      ^^^^^^^^^^^^^^^^ content 1
`,
	'expected by someone': `
The board is expected by Quist to sell the pier.
             ^^^^^^^^^^^ cue 1
                         ^^^^^ source 1
                                  ^^^^^^^^^^^^^ content 1
`,
	'it is said': `
It is said that the pier is cursed.
^^^^^^^^^^^^^^^ cue 1
           ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	reportedly: `
The board reportedly sold the pier.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
          ^^^^^^^^^^ cue 1
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`by rule, hearsay: ${name}`, () => assertAnnotated(fixture, attributionsByRule));
}
