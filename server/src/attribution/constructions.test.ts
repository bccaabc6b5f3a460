import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';

const analyzer = createAnalyzer(resources);

/** Source, cue and content of every attribution, numbered in order; "cue 2 in 1": within what 1 says. */
function attributions(text: string): Annotation[] {
	const { attributions: found } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
	return found.flatMap(({ source, cue, content, parent }, index) => [
		...(source ?? []).map(span => ({ span, label: `source ${index + 1}` })),
		...cue.map(span => ({ span, label: `cue ${index + 1}${parent === null ? '' : ` in ${parent + 1}`}` })),
		...content.map(span => ({ span, label: `content ${index + 1}` })),
	]);
}

const cases: Readonly<Record<string, string>> = {
	'said and a time': `
The ferry company said on Monday that service would resume.
^^^^^^^^^^^^^^^^^ source 1
                  ^^^^ cue 1
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a name with a title': `
Finance Minister Oren Blythe said the budget was balanced.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                             ^^^^ cue 1
                                  ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'plural verb': `
Residents say the smell comes from the river.
^^^^^^^^^ source 1
          ^^^ cue 1
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'present perfect': `
The board has said that no one will be dismissed.
^^^^^^^^^ source 1
          ^^^^^^^^ cue 1
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	denied: `
Harlow denied that the letter existed.
^^^^^^ source 1
       ^^^^^^ cue 1
              ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'asked whether': `
Reporters asked whether the dam was safe.
^^^^^^^^^ source 1
          ^^^^^ cue 1
                ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'warned of': `
The fire chief warned that the hall was unsafe.
^^^^^^^^^^^^^^ source 1
               ^^^^^^ cue 1
                      ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	argued: `
Opponents argued that the road would split the village.
^^^^^^^^^ source 1
          ^^^^^^ cue 1
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	announced: `
The museum announced that it would close in winter.
^^^^^^^^^^ source 1
           ^^^^^^^^^ cue 1
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	insisted: `
Sandor insisted that the figures were correct.
^^^^^^ source 1
       ^^^^^^^^ cue 1
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	tweeted: `
“The vote was close,” Harlow wrote on her page.
^^^^^^^^^^^^^^^^^^^^^ content 1
                      ^^^^^^ source 1
                             ^^^^^ cue 1
`,
	'quotation first, comma inside': `
“The river took the road,” said Ida Quist, a farmer.
^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                           ^^^^ cue 1
                                ^^^^^^^^^^^^^^^^^^^ source 1
`,
	'quotation first, plain order': `
“The river took the road,” Quist said.
^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                           ^^^^^ source 1
                                 ^^^^ cue 1
`,
	'quotation broken in two': `
“The river took the road,” Quist said, “and then it took the barn.”
^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                           ^^^^^ source 1
                                 ^^^^ cue 1
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'colon before a quotation': `
Quist said: “The barn is gone.”
^^^^^ source 1
      ^^^^^ cue 1
            ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'comma before a quotation': `
Quist said, “The barn is gone.”
^^^^^ source 1
      ^^^^ cue 1
            ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'partial quotation': `
Quist called the flood “a slow thief.”
^^^^^ source 1
      ^^^^^^ cue 1
             ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'partial quotation in a clause': `
Quist said the flood was “a slow thief” that came at night.
^^^^^ source 1
      ^^^^ cue 1
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'two quotations one source': `
Quist said the town was “tired” and “afraid.”
^^^^^ source 1
      ^^^^ cue 1
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'question in marks': `
“Who pays for this?” asked Harlow.
^^^^^^^^^^^^^^^^^^^^ content 1
                     ^^^^^ cue 1
                           ^^^^^^ source 1
`,
	'exclamation in marks': `
“We won!” shouted Ida Quist.
^^^^^^^^^ content 1
          ^^^^^^^ cue 1
                  ^^^^^^^^^ source 1
`,
	'single marks': `
‘The barn is gone,’ Quist said.
^^^^^^^^^^^^^^^^^^^ content 1
                    ^^^^^ source 1
                          ^^^^ cue 1
`,
	'straight marks': `
"The barn is gone," Quist said.
^^^^^^^^^^^^^^^^^^^ content 1
                    ^^^^^ source 1
                          ^^^^ cue 1
`,
	'according to, behind': `
The bridge will close in May, according to the ministry.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                              ^^^^^^^^^^^^ cue 1
                                           ^^^^^^^^^^^^ source 1
`,
	'according to, a person': `
According to Ida Quist, the barn floated for an hour.
^^^^^^^^^^^^ cue 1
             ^^^^^^^^^ source 1
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'in the words of': `
In the words of Ida Quist, the flood was a thief.
^^^^^^^^^^^^^^^ cue 1
                ^^^^^^^^^ source 1
                           ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'told reporters': `
The minister told reporters that the law would pass.
^^^^^^^^^^^^ source 1
             ^^^^ cue 1
                            ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'told an outlet': `
An aide told the Harbor Courier that the minister was ill.
^^^^^^^ source 1
        ^^^^ cue 1
                                ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'told in court': `
The driver told the court that he had slept.
^^^^^^^^^^ source 1
           ^^^^ cue 1
                          ^^^^^^^^^^^^^^^^^ content 1
`,
	saying: `
Harlow left the room, saying she had heard enough.
^^^^^^^^^^^^^^^^^^^^ source 1
                      ^^^^^^ cue 1
                             ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	adding: `
Harlow praised the crew, adding that the pumps had held.
^^^^^^ source 1
^^^^^^ source 2
       ^^^^^^^ cue 1
               ^^^^^^^^ content 1
                         ^^^^^^ cue 2
                                ^^^^^^^^^^^^^^^^^^^^^^^ content 2
`,
	'he added': `
“The pumps held,” he added.
^^^^^^^^^^^^^^^^^ content 1
                  ^^ source 1
                     ^^^^^ cue 1
`,
	'she said twice': `
Harlow said the pumps had held. She said the crew had not slept.
^^^^^^ source 1
       ^^^^ cue 1
            ^^^^^^^^^^^^^^^^^^ content 1
                                ^^^ source 2
                                    ^^^^ cue 2
                                         ^^^^^^^^^^^^^^^^^^^^^^ content 2
`,
	'passive by': `
The plan was described by Harlow as a gift.
             ^^^^^^^^^^^^ cue 1
                          ^^^^^^ source 1
                                    ^^^^^^ content 1
`,
	'accused of': `
The union accused the firm of hiding the leak.
^^^^^^^^^ source 1
          ^^^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	blamed: `
Farmers blamed the dam for the flood.
^^^^^^^ source 1
        ^^^^^^ cue 1
               ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'praised for': `
Harlow praised the crew for its patience.
^^^^^^ source 1
       ^^^^^^^ cue 1
               ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	criticized: `
The auditors criticized the delay.
^^^^^^^^^^^^ source 1
             ^^^^^^^^^^ cue 1
                        ^^^^^^^^^ content 1
`,
	'called for': `
The union called for a new vote.
^^^^^^^^^ source 1
          ^^^^^^^^^^ cue 1
                     ^^^^^^^^^^ content 1
`,
	'demanded that': `
The union demanded that the firm pay.
^^^^^^^^^ source 1
          ^^^^^^^^ cue 1
                   ^^^^^^^^^^^^^^^^^ content 1
`,
	'promised to': `
The firm promised to pay for the barn.
^^^^^^^^ source 1
         ^^^^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'threatened to': `
The union threatened to strike in June.
^^^^^^^^^ source 1
          ^^^^^^^^^^ cue 1
                     ^^^^^^^^^^^^^^^^^ content 1
`,
	'refused to': `
The firm refused to discuss the leak.
^^^^^^^^ source 1
         ^^^^^^^^^^^^^^^^^^ cue 1
                            ^^^^^^^^ content 1
`,
	'declined to comment': `
A spokesman for the firm declined to comment.
^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                         ^^^^^^^^ cue 1
                                  ^^^^^^^^^^ content 1
`,
	hopes: `
Harlow hopes that the bridge will open in May.
^^^^^^ source 1
       ^^^^^ cue 1
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	believes: `
Quist believes that the dam was opened too late.
^^^^^ source 1
      ^^^^^^^^ cue 1
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	fears: `
The crew fears a second flood.
^^^^^^^^ source 1
         ^^^^^ cue 1
               ^^^^^^^^^^^^^^ content 1
`,
	'thinks in speech': `
“I think the dam was opened too late,” Quist said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                       ^^^^^ source 1
                                             ^^^^ cue 1
`,
	'expected without anyone': `
The bridge is expected to open in May.
           ^^^^^^^^^^^^^^ cue 1
                          ^^^^^^^^^^^ content 1
`,
	reportedly: `
The firm reportedly knew of the leak.
^^^^^^^^ content 1
         ^^^^^^^^^^ cue 1
                    ^^^^^^^^^^^^^^^^ content 1
`,
	allegedly: `
The driver allegedly fled on foot.
^^^^^^^^^^ content 1
           ^^^^^^^^^ cue 1
                     ^^^^^^^^^^^^ content 1
`,
	'it is believed': `
It is believed that the letter was burned.
^^^^^^^^^^^^^^^^^^^ cue 1
                    ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'report found': `
The report found that the dam was old.
^^^^^^^^^^ source 1
           ^^^^^ cue 1
                 ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'study shows': `
A study by the institute shows that the river is warmer.
^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                         ^^^^^ cue 1
                               ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	poll: `
A poll found that most residents want the bridge.
^^^^^^ source 1
       ^^^^^ cue 1
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                  ^^^^^^^^^^^^^^ source 2
                                 ^^^^ cue 2 in 1
                                      ^^^^^^^^^^ content 2
`,
	documents: `
Court documents say the letter was sent in March.
^^^^^^^^^^^^^^^ source 1
                ^^^ cue 1
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'the outlet reported': `
The Harbor Courier reported that the firm knew.
^^^^^^^^^^^^^^^^^^ source 1
                   ^^^^^^^^ cue 1
                            ^^^^^^^^^^^^^^^^^^ content 1
`,
	agency: `
The ministry said in a statement that the dam was safe.
^^^^^^^^^^^^ source 1
             ^^^^^^^^^^^^^^^^^^^ cue 1
                                 ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a statement': `
In a statement, the ministry said the dam was safe.
                ^^^^^^^^^^^^ source 1
                             ^^^^ cue 1
                                  ^^^^^^^^^^^^^^^^ content 1
`,
	spokeswoman: `
Ruth Alder, a spokeswoman for the firm, said the leak was small.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                        ^^^^ cue 1
                                             ^^^^^^^^^^^^^^^^^^ content 1
`,
	'anonymous close to': `
A person close to the firm said the leak was large.
^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                           ^^^^ cue 1
                                ^^^^^^^^^^^^^^^^^^ content 1
`,
	'officials who spoke': `
Two officials who spoke on condition of anonymity said the dam had failed twice.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                                  ^^^^ cue 1
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'familiar with': `
People familiar with the talks said a deal was near.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                               ^^^^ cue 1
                                    ^^^^^^^^^^^^^^^ content 1
`,
	'nested said suggested': `
The Gazette said Sandor suggested that the firms could share the work.
^^^^^^^^^^^ source 1
            ^^^^ cue 1
                 ^^^^^^ source 2
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                        ^^^^^^^^^ cue 2 in 1
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 2
`,
	'nested demand': `
Quist added that some in the north demand that the dam be opened.
^^^^^ source 1
      ^^^^^ cue 1
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                 ^^^^^^^^^^^^^^^^^ source 2
                                   ^^^^^^ cue 2 in 1
                                          ^^^^^^^^^^^^^^^^^^^^^^ content 2
`,
	'nested report says': `
The Courier reported that the auditors believe the money is gone.
^^^^^^^^^^^ source 1
            ^^^^^^^^ cue 1
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                          ^^^^^^^^^^^^ source 2
                                       ^^^^^^^ cue 2 in 1
                                               ^^^^^^^^^^^^^^^^^ content 2
`,
	'two speakers': `
Harlow said the dam was safe, but Quist said it was not.
^^^^^^ source 1
       ^^^^ cue 1
            ^^^^^^^^^^^^^^^^ content 1
                                  ^^^^^ source 2
                                        ^^^^ cue 2
                                             ^^^^^^^^^^ content 2
`,
	'two sources joined': `
Harlow and Quist said the dam was safe.
^^^^^^^^^^^^^^^^ source 1
                 ^^^^ cue 1
                      ^^^^^^^^^^^^^^^^ content 1
`,
	interposed: `
The dam, Harlow said, was opened too late.
^^^^^^^ content 1
         ^^^^^^ source 1
                ^^^^ cue 1
                      ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'interposed at length': `
The crew, according to the report, had not slept for two days.
^^^^^^^^ content 1
          ^^^^^^^^^^^^ cue 1
                       ^^^^^^^^^^ source 1
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'relative source': `
Harlow, who toured the dam on Sunday, said it would hold.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                      ^^^^ cue 1
                                           ^^^^^^^^^^^^^ content 1
`,
	appositive: `
Ida Quist, a farmer in the valley, said the barn was gone.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                   ^^^^ cue 1
                                        ^^^^^^^^^^^^^^^^^ content 1
`,
	'pronoun after name': `
Ida Quist lost her barn. She said the river came at night.
                         ^^^ source 1
                             ^^^^ cue 1
                                  ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	label: `
Harlow: “The dam will hold.”
^^^^^^ source 1
      ^ cue 1
        ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	signature: `
“The dam will hold.” — Ida Quist
^^^^^^^^^^^^^^^^^^^^ content 1
                     ^ cue 1
                       ^^^^^^^^^ source 1
`,
	'headline says': `
Dam will hold, mayor says
^^^^^^^^^^^^^ content 1
               ^^^^^ source 1
                     ^^^^ cue 1
`,
	'multi-sentence quotation': `
“The dam will hold. It has held for sixty years,” Harlow said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                                  ^^^^^^ source 1
                                                         ^^^^ cue 1
`,
	'quotation then more': `
“The dam will hold,” Harlow said. “It has held for sixty years.”
^^^^^^^^^^^^^^^^^^^^ content 1
                     ^^^^^^ source 1
                            ^^^^ cue 1
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	showed: `
Figures from the ministry showed that exports fell.
^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                          ^^^^^^ cue 1
                                 ^^^^^^^^^^^^^^^^^ content 1
`,
	noted: `
The auditors noted that two letters were missing.
^^^^^^^^^^^^ source 1
             ^^^^^ cue 1
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	acknowledged: `
The firm acknowledged that the valve was open.
^^^^^^^^ source 1
         ^^^^^^^^^^^^ cue 1
                      ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	conceded: `
Sandor conceded that the numbers were old.
^^^^^^ source 1
       ^^^^^^^^ cue 1
                ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	revealed: `
The letter revealed that the firm knew.
^^^^^^^^^^ source 1
           ^^^^^^^^ cue 1
                    ^^^^^^^^^^^^^^^^^^ content 1
`,
	testified: `
The engineer testified that the valve was open.
^^^^^^^^^^^^ source 1
             ^^^^^^^^^ cue 1
                       ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	recalled: `
Quist recalled that the river was quiet that night.
^^^^^ source 1
      ^^^^^^^^ cue 1
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	predicted: `
Economists predicted that prices would fall.
^^^^^^^^^^ source 1
           ^^^^^^^^^ cue 1
                     ^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	urged: `
The mayor urged residents to leave.
^^^^^^^^^ source 1
          ^^^^^ cue 1
                ^^^^^^^^^^^^^^^^^^ content 1
`,
	vowed: `
Harlow vowed to rebuild the bridge.
^^^^^^ source 1
       ^^^^^ cue 1
             ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'concern of': `
The mayor voiced concern about the dam.
^^^^^^^^^ source 1
          ^^^^^^^^^^^^^^^^^^^^ cue 1
                               ^^^^^^^ content 1
`,
	claimed: `
Sandor claimed that the letter was false.
^^^^^^ source 1
       ^^^^^^^ cue 1
               ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	admitted: `
The driver admitted that he had slept.
^^^^^^^^^^ source 1
           ^^^^^^^^ cue 1
                    ^^^^^^^^^^^^^^^^^ content 1
`,
	stressed: `
The ministry stressed that the water was clean.
^^^^^^^^^^^^ source 1
             ^^^^^^^^ cue 1
                      ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	explained: `
Quist explained how the barn was moved.
^^^^^ source 1
      ^^^^^^^^^ cue 1
                ^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'pointed out': `
Quist pointed out that the dam was old.
^^^^^ source 1
      ^^^^^^^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'made clear': `
Harlow made clear that she would not resign.
^^^^^^ source 1
       ^^^^^^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'wrote in a letter': `
The firm wrote in a letter that the valve was closed.
^^^^^^^^ source 1
         ^^^^^^^^^^^^^^^^^ cue 1
                           ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	joked: `
“I own a boat now,” Quist joked.
^^^^^^^^^^^^^^^^^^^ content 1
                    ^^^^^ source 1
                          ^^^^^ cue 1
`,
	replied: `
“No,” Harlow replied.
^^^^^ content 1
      ^^^^^^ source 1
             ^^^^^^^ cue 1
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`constructions: ${name}`, () => assertAnnotated(fixture, attributions));
}

test('constructions: a note the writer left is no speaker’s label', () => {
	assertAnnotated('TODO: The lease ends in May.\n', attributions);
	assertAnnotated(
		`
HARLOW: The lease ends in May.
^^^^^^ source 1
      ^ cue 1
        ^^^^^^^^^^^^^^^^^^^^^ content 1
`,
		attributions,
	);
});
