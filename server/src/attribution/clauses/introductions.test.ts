import { test } from 'node:test';
import { analyse, createAnalyzer } from '../../analysis';
import { resources } from '../../resources';
import { type Annotation, assertAnnotated } from '../../testing/annotations';

const analyzer = createAnalyzer(resources);

/** Source, cue and content of every attribution, as both readers together find them. */
function attributions(text: string): Annotation[] {
	const { attributions: found } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
	return found.flatMap(({ source, cue, content }, index) => [
		...(source ?? []).map(span => ({ span, label: `source ${index + 1}` })),
		...cue.map(span => ({ span, label: `cue ${index + 1}` })),
		...content.map(span => ({ span, label: `content ${index + 1}` })),
	]);
}

const cases: Readonly<Record<string, string>> = {
	'a verb, a name and a colon': `
The ferry was late again. Said Quist: “We will not pay for this twice.”
                          ^^^^ cue 1
                               ^^^^^ source 1
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a verb, a name and a colon before a block of its own': `
Stated Quist:
^^^^^^ cue 1
       ^^^^^ source 1

“The gates were never tested.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'with an aside on the speaker': `
The lock was opened in May. Recalled Ida Quist, who built its gates, “Nobody slept that night.”
                            ^^^^^^^^ cue 1
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a verb and a time': `
The baths were closed. Asked on Friday, “How long?” the clerk left the room.
`,
	'how someone put it': `
The new pier is, as the harbour master put it in a letter to the council, “a very long bench.”
                    ^^^^^^^^^^^^^^^^^^ source 1
                                       ^^^^^^ cue 1
                                                                          ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'how someone put it, at the beginning': `
As Quist put it: “The river always wins.”
   ^^^^^ source 1
         ^^^^^^^ cue 1
                 ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'who is shown': `
The film ends with footage of Quist saying during the flood of last spring, “That makes us wise,” when Harlow asked about the pumps.
                              ^^^^^ source 1
                                    ^^^^^^ cue 1
                                                                            ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'who is heard': `
The advertisement closes with a narrator asking: “Who opened the lock?”
                              ^^^^^^^^^^ source 1
                                         ^^^^^^ cue 1
                                                 ^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'what is put somewhere': `
As Quist put it, the lamp fell.
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`introductions: ${name}`, () => assertAnnotated(fixture, attributions));
}
