import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';

const analyzer = createAnalyzer(resources);

/** The content of each attribution with the cue and, where it is there, the name it is laid to. */
function contents(text: string): Annotation[] {
	const { attributions } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
	return attributions.flatMap(({ source, cue, content }) => {
		const [who] = source ?? [];
		const [verb] = cue;
		const label = `${who ? text.slice(who.start, who.end) : '-'} ${verb ? text.slice(verb.start, verb.end) : '-'}`;
		return content.map(span => ({ span, label }));
	});
}

const cases: Readonly<Record<string, string>> = {
	'a quotation broken by an aside goes on behind it': `
“Each time you say that,” Quist said, without looking up, “you make it worse.”
^^^^^^^^^^^^^^^^^^^^^^^^^ Quist said
                                                          ^^^^^^^^^^^^^^^^^^^^ Quist said
`,
	'straight marks too': `
"Each time you say that," Quist said, without looking up, "you make it worse."
^^^^^^^^^^^^^^^^^^^^^^^^^ Quist said
                                                          ^^^^^^^^^^^^^^^^^^^^ Quist said
`,
	'a second verb of speech has its own words': `
“We cannot go on,” Harlow said, adding later, “The harbour costs us a fortune.”
^^^^^^^^^^^^^^^^^^ Harlow said
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow adding
`,
	'a few words that another verb calls something are that verb’s': `
“I admired the plan,” Quist said, calling Harlow “the last honest man.”
^^^^^^^^^^^^^^^^^^^^^ Quist said
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quist calling
`,
	'a sentence of quotation that says who spoke it': `
“This is not right,” Quist said. “You squeezed the workers to the bone” to lift the price of the shares, she said, pointing at the board.
^^^^^^^^^^^^^^^^^^^^ Quist said
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
`,
	'sentences of quotation without a verb go on with the speaker': `
“The gates were rusty long before,” said Harlow. “Two inspections said so.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow said
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow said
`,
	'what a colon at the end of a paragraph introduces stands in the next': `
Harlow continued:

“The board never read them. Nobody did.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow continued
`,
	'a name behind the occasion speaks': `
In a radio interview Sandor declared, “I think the board is done.”
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Sandor declared
`,
	'… not with whoever spoke before': `
“The gates were rusty long before,” said Quist.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quist said

Harlow continued:

“The board never read them. Nobody did.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow continued
`,
};

for (const [name, fixture] of Object.entries(cases)) test(name, () => assertAnnotated(fixture.slice(1), contents));
