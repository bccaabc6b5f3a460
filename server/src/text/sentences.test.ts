import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { splitSentences } from './sentences';
import { tokenize } from './tokens';

/** Every line is a block of its own. */
function* findSentences(text: string): Iterable<Annotation> {
	let start = 0;
	for (const line of text.split('\n')) {
		for (const sentence of splitSentences(line, tokenize(line))) {
			yield { span: { start: start + sentence.start, end: start + sentence.end }, label: '' };
		}
		start += line.length + 1;
	}
}

const fixtures = {
	'titles, ranks and initials never end a sentence': `
Mr. Okafor met Mrs. Lindqvist and Dr. Amara Bell on Tuesday. They spoke for an hour.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                             ^^^^^^^^^^^^^^^^^^^^^^^
Sen. Rosa Marsh and Reps. Joe Tan and Ana Diaz voted no. Gov. Peter Holm signed it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
Maj. Gen. Tomas Reyes and Lt. Col. Ida Brandt briefed the press.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The novel by J. R. Halloran and George W. Pike sold well. It won a prize.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                          ^^^^^^^^^^^^^^^
Del. Marcus Vane said Robert C. “Bobby” Stone had left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Michael A. (Mike) Dunn leads the council of St. Olave.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Their coach is named Johnny B. He retired in May.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                               ^^^^^^^^^^^^^^^^^^
The Rev. Paul Osei Jr. preached. Afterwards the choir sang.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
She chose Plan B.
^^^^^^^^^^^^^^^^^`,
	'quotations in two single marks': `
''We will not leave,'' Harlow said. ''It is done.'' She left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                    ^^^^^^^^^^^^^^^
                                                    ^^^^^^^^^`,
	'abbreviations that may end one': `
The firm moved to the U.S. She followed in June.
^^^^^^^^^^^^^^^^^^^^^^^^^^
                           ^^^^^^^^^^^^^^^^^^^^^
The U.S. Senate and the U.N. Security Council met.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Talks were held in Washington, D.C. The mayor was absent.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                    ^^^^^^^^^^^^^^^^^^^^^
Apple Orchard Inc. Chief Executive Lena Roth resigned.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
He sold his shares in Marlow Bros. Ltd. The price was not disclosed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
They sell bolts, nuts, etc. Prices start at a dollar.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            ^^^^^^^^^^^^^^^^^^^^^^^^^
The strike began on Jan. 5 and ended on Feb. 12. No one was paid.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                 ^^^^^^^^^^^^^^^^
He holds a Ph.D. from Lund. She holds an M.D. from Graz.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The case, Doe v. Harlan County, was heard in Springfield, Ill. It was brief.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                               ^^^^^^^^^^^^^
Fruit, e.g. Spanish oranges, i.e. Seville ones, vs. French apples.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
See No. 10, Fig. 3 and Art. 5. No. We will not.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                               ^^^
                                   ^^^^^^^^^^^^
The answer was no. Ministers left at once.
^^^^^^^^^^^^^^^^^^
                   ^^^^^^^^^^^^^^^^^^^^^^^
He fell ill. Doctors were called.
^^^^^^^^^^^^
             ^^^^^^^^^^^^^^^^^^^^
The crew were from Mass. “We are home,” one said.
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^^^^^^^^`,
	'times of day': `
The vote is at 5 p.m. Tuesday in the hall. Doors open at 4 p.m. Eastern.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The bridge closed at 9 a.m. Police diverted traffic.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            ^^^^^^^^^^^^^^^^^^^^^^^^
It starts at 8:30 p.m. and ends at 11 p.m.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Voting ends at 9 p.m. E.T. on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
	'numbers, money and names with points': `
Profit rose 3.5 percent to $1.2 billion. $4 million went to staff.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^
The index fell to 7,031.44. It had stood at 7,100.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            ^^^^^^^^^^^^^^^^^^^^^^
Version 2.0.1 of the report is at example.org. Read it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                               ^^^^^^^^
Sales fell. 2019 was worse.
^^^^^^^^^^^
            ^^^^^^^^^^^^^^^
1. Open the valve. Then wait.
^^^^^^^^^^^^^^^^^^
                   ^^^^^^^^^^
2. The second step is easier.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
She owns an iPhone. iPads are dearer.
^^^^^^^^^^^^^^^^^^^
                    ^^^^^^^^^^^^^^^^^
Yahoo! News and Jeopardy! Productions agreed. Panic! Records did not.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                              ^^^^^^^^^^^^^^^^^^^^^^^
They photographed al-Maliki. al-Maliki smiled.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                             ^^^^^^^^^^^^^^^^^`,
	'a quoted question stays with the words that report it': `
“Did you see it?” he said.
^^^^^^^^^^^^^^^^^^^^^^^^^^
“Stop!” she shouted, and ran.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“Who signed this?” Sen. Rosa Marsh asked. No one answered.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                          ^^^^^^^^^^^^^^^^
“Is it over?” Maria de Souza, the deputy mayor, wondered.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“Are we safe?” I asked.
^^^^^^^^^^^^^^^^^^^^^^^
“Why now?” asked Okafor. “Why not?”
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^
“We won!” The crowd cheered.
^^^^^^^^^
          ^^^^^^^^^^^^^^^^^^
“Are you in?” He did not answer.
^^^^^^^^^^^^^
              ^^^^^^^^^^^^^^^^^^
He asked, “Are you in?” Okafor said yes.
^^^^^^^^^^^^^^^^^^^^^^^
                        ^^^^^^^^^^^^^^^^
"Did you see it?" Okafor said. "I did."
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                               ^^^^^^^^
'Where is it?' Lindqvist asked.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“We lost. Are you surprised?” Okafor added.
^^^^^^^^^
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
	'quotations that end a sentence, and sentences inside them': `
The plan is “effective.” Secretary of State Ana Diaz disagreed.
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“We must stop. If they don’t leave, we will call,” she said.
^^^^^^^^^^^^^^
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“We are ready,” he said. “Nobody else is.”
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^
“…and then it fell,” she said. “It fell fast.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                               ^^^^^^^^^^^^^^^
The mayor called it “a mess.” “It is not,” he replied.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                              ^^^^^^^^^^^^^^^^^^^^^^^^
"It works." The engineer smiled.
^^^^^^^^^^^
            ^^^^^^^^^^^^^^^^^^^^
He said it was 'over.' Then he left.
^^^^^^^^^^^^^^^^^^^^^^
                       ^^^^^^^^^^^^^
She wrote: “Go.” (He went.)
^^^^^^^^^^^^^^^^
                 ^^^^^^^^^^
«Nous verrons.» The envoy shrugged.
^^^^^^^^^^^^^^^
                ^^^^^^^^^^^^^^^^^^^
\`\`It is done.'' The clerk nodded.
^^^^^^^^^^^^^^^
                ^^^^^^^^^^^^^^^^^
“He told us, ‘Leave now.’ I left,” Okafor said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“She said: ‘We will win.’ She meant it,” he recalled.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“He told us, ‘Leave now.’” Then he was silent.
^^^^^^^^^^^^^^^^^^^^^^^^^^
                           ^^^^^^^^^^^^^^^^^^^
“This week the word is ‘judgment.’ It is the same attack,” she said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The parties’ leaders met. The voters’ choice was clear. It was theirs.
^^^^^^^^^^^^^^^^^^^^^^^^^
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                        ^^^^^^^^^^^^^^`,
	'ellipses, dashes and runs of marks': `
He waited ... and waited.
^^^^^^^^^^^^^^^^^^^^^^^^^
I thought... maybe not. Well… Perhaps.
^^^^^^^^^^^^^^^^^^^^^^^
                        ^^^^^
                              ^^^^^^^^
“I never .... We never did that,” he said.
^^^^^^^^^^^^^
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
She said . . . nothing. It was . . . . The end.
^^^^^^^^^^^^^^^^^^^^^^^
                        ^^^^^^^^^^^^^^
                                       ^^^^^^^^
What?! Really? Yes!!! He left.
^^^^^^
       ^^^^^^^
               ^^^^^^
                      ^^^^^^^^
Really? – yes, he said.
^^^^^^^^^^^^^^^^^^^^^^^
“Be brave.” — Ana Diaz
^^^^^^^^^^^^^^^^^^^^^^`,
	brackets: `
He resigned. (His deputy did too.) The board met.
^^^^^^^^^^^^
             ^^^^^^^^^^^^^^^^^^^^^
                                   ^^^^^^^^^^^^^^
The ruling (it was short.) pleased him.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The (!) Minister laughed (?) Quietly.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The text was changed.[3] The author agreed.
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^^
He cited “the treaty” [sic]. It had lapsed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                             ^^^^^^^^^^^^^^`,
	'marks of other languages, pictures and missing spaces': `
It rained. Älvsborg flooded. Émile left. Он ушёл.
^^^^^^^^^^
           ^^^^^^^^^^^^^^^^^
                             ^^^^^^^^^^^
                                         ^^^^^^^^
¿Listo? ¡Vamos!
^^^^^^^
        ^^^^^^^
It ended well 😀. Everyone cheered.
^^^^^^^^^^^^^^^^^
                  ^^^^^^^^^^^^^^^^^
See https://example.org/a.b?c=D. It is public. Write to desk@example.org. Do it now.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                 ^^^^^^^^^^^^^
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                          ^^^^^^^^^^
She left.#sad was trending.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
Storm Hits Coast; Thousands Flee
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
	'the same, harder': `
The band was Wham! Then it split.
^^^^^^^^^^^^^^^^^^
                   ^^^^^^^^^^^^^^
He works for Amazon.com Inc. in Seattle.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
At 3 a.m. Sunday the U.S. Embassy closed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“Get out!” Okafor’s younger deputy said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“Why?” Marsh, 42, asked.
^^^^^^^^^^^^^^^^^^^^^^^^
“Ready?” Mayor Ana Diaz of Lund asked quietly.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
“Ready?” Then Okafor said no.
^^^^^^^^
         ^^^^^^^^^^^^^^^^^^^^
“Any arrests?” Police said there were none.
^^^^^^^^^^^^^^
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"We'll see," he said, "if it's over." "Yes."
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                      ^^^^^^
'It's the workers' fault,' he said. 'Theirs.'
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                    ^^^^^^^^^
He said: "Stop." "Why?" she asked.
^^^^^^^^^^^^^^^^
                 ^^^^^^^^^^^^^^^^^
She is No. 2. He is No. 1.
^^^^^^^^^^^^^
              ^^^^^^^^^^^^
“It is the end of the U.S.” He left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^
                            ^^^^^^^^
So do I. Marsh agreed.
^^^^^^^^
         ^^^^^^^^^^^^^
Samuel I. Newman spoke.
^^^^^^^^^^^^^^^^^^^^^^^
“Yes!” “No!” they cried.
^^^^^^
       ^^^^^^^^^^^^^^^^^
The ’90s ended. ’Twas ever so.
^^^^^^^^^^^^^^^
                ^^^^^^^^^^^^^^
He lives on Main St. His wife does not.
^^^^^^^^^^^^^^^^^^^^
                     ^^^^^^^^^^^^^^^^^^
He told The Sun. Marsh denied it.
^^^^^^^^^^^^^^^^
                 ^^^^^^^^^^^^^^^^
Sen. Ron Pike (D-Ore.) Tuesday said no.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Rep. Ana Diaz (R-Calif.) agreed. The rest did not.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                 ^^^^^^^^^^^^^^^^^
They met in Wilmington, Del. The talks failed.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                             ^^^^^^^^^^^^^^^^^
The study by Pike et al. The authors declined.
^^^^^^^^^^^^^^^^^^^^^^^^
                         ^^^^^^^^^^^^^^^^^^^^^
“Stop,” he said, “or I’ll call.” She left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                 ^^^^^^^^^
“The report’s ‘final’ version is out. It is short,” Marsh said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^`,
	'nothing to cut': `
...
^^^
“
^`,
};

for (const [name, fixture] of Object.entries(fixtures)) {
	test(`sentences: ${name}`, () => assertAnnotated(fixture.slice(1), findSentences));
}

test('sentences cover all tokens, in order, whatever the text', () => {
	const texts = [
		'',
		' \n ',
		'\0.\0“',
		'\ud83d. \udc00!',
		'. . . A',
		'”” ’’ "',
		'א"ב. ג? \u200fד',
		'A.\r\nB.\r\n',
		'((((. A',
	];
	for (const text of texts) {
		const tokens = tokenize(text);
		let token = 0;
		for (const sentence of splitSentences(text, tokens)) {
			assert.equal(sentence.firstToken, token);
			assert.ok(sentence.endToken > token);
			assert.equal(sentence.start, tokens[token]?.start);
			assert.equal(sentence.end, tokens[sentence.endToken - 1]?.end);
			token = sentence.endToken;
		}
		assert.equal(token, tokens.length);
	}
});

test('a megabyte of stops and marks is split in time that grows with its length', () => {
	for (const unit of [
		'.',
		'. ',
		'. . ',
		'." ',
		'.’ A ',
		'“?” A ',
		'“A?” B, ',
		'“‘a.’ A ',
		'. [1',
		'U.S. ',
		'A. ',
		'No. ',
		'“?” de ',
		'! (',
	]) {
		const text = unit.repeat((1 << 20) / unit.length);
		const tokens = tokenize(text);
		const begun = performance.now();
		splitSentences(text, tokens);
		assert.ok(performance.now() - begun < 3000, JSON.stringify(unit));
	}
});
