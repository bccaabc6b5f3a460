import { test } from 'node:test';
import { attributionTagger } from '../attribution/tagger';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';

const tagger = attributionTagger(resources.models);

/** Nouns and verbs by their universal tags: what a reading of who speaks stands and falls with. */
function nounsAndVerbs(text: string): Annotation[] {
	const tokens = tokenize(text);
	const { columns } = tagger.read(tokens, splitSentences(text, tokens), [], false);
	return tokens.flatMap((token, i) => {
		const label = (tagger.tagNames[columns.tags[i] as number] as string).split('|')[0] as string;
		return token.kind === 'word' && /^(?:VERB|NOUN|AUX)$/.test(label) ? [{ span: token, label }] : [];
	});
}

/** Turns of newsrooms, and words that are now a noun and now a verb. */
const fixtures: readonly string[] = [
	`
People familiar with the matter spoke first.
^^^^^^ NOUN
                         ^^^^^^ NOUN
                                ^^^^^ VERB
`,
	`
He told the French news agency the talks were slow.
   ^^^^ VERB
                   ^^^^ NOUN
                        ^^^^^^ NOUN
                                   ^^^^^ NOUN
                                         ^^^^ AUX
`,
	`
The report claims that prices rose.
    ^^^^^^ NOUN
           ^^^^^^ VERB
                       ^^^^^^ NOUN
                              ^^^^ VERB
`,
	`
Her claims were false.
    ^^^^^^ NOUN
           ^^^^ AUX
`,
	`
He warns of floods.
   ^^^^^ VERB
            ^^^^^^ NOUN
`,
	`
Officials say prices rose.
^^^^^^^^^ NOUN
          ^^^ VERB
              ^^^^^^ NOUN
                     ^^^^ VERB
`,
	`
The plans were leaked.
    ^^^^^ NOUN
          ^^^^ AUX
               ^^^^^^ VERB
`,
	`
A close aide left early.
        ^^^^ NOUN
             ^^^^ VERB
`,
	`
The doors close at noon.
    ^^^^^ NOUN
          ^^^^^ VERB
                   ^^^^ NOUN
`,
	`
According to the memo, costs rose.
^^^^^^^^^ VERB
                 ^^^^ NOUN
                       ^^^^^ VERB
                             ^^^^ NOUN
`,
	`
She testified that he lied.
    ^^^^^^^^^ VERB
                      ^^^^ VERB
`,
	`
Voters want change.
^^^^^^ NOUN
       ^^^^ VERB
            ^^^^^^ NOUN
`,
	`
The study found no harm.
    ^^^^^ NOUN
          ^^^^^ VERB
                   ^^^^ NOUN
`,
	`
He said so on Monday.
   ^^^^ VERB
`,
	`
The firm reports a loss.
    ^^^^ NOUN
         ^^^^^^^ VERB
                   ^^^^ NOUN
`,
	`
Two reports were late.
    ^^^^^^^ NOUN
            ^^^^ AUX
`,
	`
The accused man denied it.
    ^^^^^^^ VERB
            ^^^ NOUN
                ^^^^^^ VERB
`,
	`
They accused him of theft.
     ^^^^^^^ VERB
                    ^^^^^ NOUN
`,
	`
Sources close to the talks agreed.
^^^^^^^ NOUN
                     ^^^^^ NOUN
                           ^^^^^^ VERB
`,
	`
The state said little.
    ^^^^^ NOUN
          ^^^^ VERB
`,
	`
They state their names.
     ^^^^^ VERB
                 ^^^^^ NOUN
`,
	`
She views the plan as weak.
    ^^^^^ VERB
              ^^^^ NOUN
`,
	`
Their views differ.
      ^^^^^ NOUN
            ^^^^^^ VERB
`,
];

for (const fixture of fixtures) {
	test(`parts of speech: ${fixture.trim().split('\n')[0]}`, () => assertAnnotated(fixture, nounsAndVerbs));
}
