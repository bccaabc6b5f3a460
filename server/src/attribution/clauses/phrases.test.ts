import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { attributionsByRule } from '../../testing/byRule';

const cases: Readonly<Record<string, string>> = {
	'at the end': `
The pier is rotten, according to the harbour board.
^^^^^^^^^^^^^^^^^^ content 1
                    ^^^^^^^^^^^^ cue 1
                                 ^^^^^^^^^^^^^^^^^ source 1
`,
	'at the start': `
According to Ida Quist, the pier is rotten.
^^^^^^^^^^^^ cue 1
             ^^^^^^^^^ source 1
                        ^^^^^^^^^^^^^^^^^^ content 1
`,
	'after a conjunction': `
But according to Ida Quist, the pier is rotten.
    ^^^^^^^^^^^^ cue 1
                 ^^^^^^^^^ source 1
                            ^^^^^^^^^^^^^^^^^^ content 1
`,
	'in the middle': `
The pier, according to Ida Quist, is rotten.
^^^^^^^^ content 1
          ^^^^^^^^^^^^ cue 1
                       ^^^^^^^^^ source 1
                                  ^^^^^^^^^ content 1
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`by rule, phrases: ${name}`, () => assertAnnotated(fixture, attributionsByRule));
}
