import { test } from 'node:test';
import { assertAnnotated } from '../../testing/annotations';
import { attributionsByRule } from '../../testing/byRule';

const cases: Readonly<Record<string, string>> = {
	'a name in capitals': `
HARLOW: The lease ends in May.
^^^^^^ source 1
      ^ cue 1
        ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'any name before a quotation': `
Ida Quist: “The lease ends in May.”
^^^^^^^^^ source 1
         ^ cue 1
           ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a note of the writer': `
TODO: Call Quist about the lease.
`,
	'a plain word': `
Weather: Rain is on its way.
`,
	'a signature': `
“The lease ends in May.” — Ida Quist
^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                         ^ cue 1
                           ^^^^^^^^^ source 1
`,
	'a dash and what is no name': `
“The lease ends in May” — and that was that.
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`by rule, labels: ${name}`, () => assertAnnotated(fixture, attributionsByRule));
}
