import { test } from 'node:test';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { tokenize } from '../text/tokens';
import { findQuotations } from './quotations';

/** Every quotation with its marks, by kind as the words alone tell it. */
function quotations(text: string): Annotation[] {
	return findQuotations(text, tokenize(text)).map(({ start, end, kind }) => ({ span: { start, end }, label: kind }));
}

const cases: Readonly<Record<string, string>> = {
	'curly double': `
She said “it is late” and left.
         ^^^^^^^^^^^^ scare
`,
	'straight double': `
She said "it is late" and left.
         ^^^^^^^^^^^^ scare
`,
	'curly single': `
She said ‘it is late’ and left.
         ^^^^^^^^^^^^ scare
`,
	'straight single': `
She said 'it is late' and left.
         ^^^^^^^^^^^^ scare
`,
	'two single marks for a double one': `
She said ''it is late'' and left. ''Stay until the rain has stopped,'' he said.
         ^^^^^^^^^^^^^^ scare
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
`,
	nested: `
“He told me ‘go home’ and I went,” she said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
            ^^^^^^^^^ scare
`,
	'never closed': `
She said, “It is late and the road is long.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ direct
`,
	'two in a row': `
“Go.” “No.”
^^^^^ partial
      ^^^^^ partial
`,
	'an apostrophe within': `
“It’s the dogs’ food,” she said.
^^^^^^^^^^^^^^^^^^^^^^ direct
`,
	'a decade is no quotation': `
In the ’90s the mill closed.
`,
	'left-out letters are no quotation': `
’Tis the season, and rock ’n’ roll is back.
`,
	'a title': `
They read “The Long Night of the River” in class.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ title
`,
	'a word at a distance': `
The “expert” left early.
    ^^^^^^^^ scare
`,
	'broken by its attribution': `
“We left,” she said, “and came back.”
^^^^^^^^^^ direct
                     ^^^^^^^^^^^^^^^^ partial
`,
	guillemets: `
She said «it is late» and left.
         ^^^^^^^^^^^^ scare
`,
	'low marks': `
She said „it is late“ and left.
         ^^^^^^^^^^^^ scare
`,
	'a possessive before a quotation': `
The workers’ “long march” ended.
             ^^^^^^^^^^^^ scare
`,
	'inches are no quotation': `
The 6'2" guard said no.
`,
	'stop inside': `
He called it “a mistake.” Then he left.
             ^^^^^^^^^^^^ partial
`,
	'a question': `
“Who pays?” she asked.
^^^^^^^^^^^ direct
`,
	'a dash at the end': `
“We never—” she began.
^^^^^^^^^^^ direct
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`quotations: ${name}`, () => assertAnnotated(fixture, quotations));
}
