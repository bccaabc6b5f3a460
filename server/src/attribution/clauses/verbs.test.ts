import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { attributionsByRule } from '../../testing/byRule';

const cases: Readonly<Record<string, string>> = {
	inverted: `
“The pier is rotten,” said Ida Quist, who built it.
^^^^^^^^^^^^^^^^^^^^^ content 1
                      ^^^^ cue 1
                           ^^^^^^^^^ source 1
`,
	'no clause of its own': `
“The pier is rotten,” said Ida Quist, “and so is the lock.”
^^^^^^^^^^^^^^^^^^^^^ content 1
                      ^^^^ cue 1
                           ^^^^^^^^^ source 1
                                      ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'with its auxiliaries': `
The board has never said that the pier is safe.
^^^^^^^^^ source 1
          ^^^^^^^^^^^^^^ cue 1
                         ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a participle': `
Quist left early, saying the pier was rotten.
^^^^^^^^^^^^^^^^ source 1
                  ^^^^^^ cue 1
                         ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'told someone': `
Quist told the council that the pier was rotten.
^^^^^ source 1
      ^^^^ cue 1
                       ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a passive tells of no speaker': `
The owner was told the pier was rotten.
`,
	'by someone': `
The pier, described by engineers as rotten, was closed.
          ^^^^^^^^^^^^ cue 1
                       ^^^^^^^^^ source 1
                                    ^^^^^^ content 1
`,
	'a noun like a verb': `
The report on the pier was long.
`,
	'two verbs of one subject': `
Quist praised the crew and said the pier was safe.
^^^^^ source 1
^^^^^ source 2
      ^^^^^^^ cue 1
              ^^^^^^^^ content 1
                           ^^^^ cue 2
                                ^^^^^^^^^^^^^^^^^ content 2
`,
	'a bare form behind a plural': `
Engineers say the pier is rotten.
^^^^^^^^^ source 1
          ^^^ cue 1
              ^^^^^^^^^^^^^^^^^^ content 1
`,
	'after to': `
The board met to say that the pier was rotten.
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`by rule, verbs: ${name}`, () => assertAnnotated(fixture, attributionsByRule));
}
