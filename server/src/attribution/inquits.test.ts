import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';

const analyzer = createAnalyzer(resources);

/** The content of each attribution with the name and the verb it is laid to, and whether it stands in another's. */
function contents(text: string): Annotation[] {
	const { attributions } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
	return attributions.flatMap(({ source, cue, content, parent }) => {
		const [who] = source ?? [];
		const [verb] = cue;
		const said = `${who ? text.slice(who.start, who.end) : '-'} ${verb ? text.slice(verb.start, verb.end) : '-'}`;
		return content.map(span => ({ span, label: parent === null ? said : `${said}, nested` }));
	});
}

const cases: Readonly<Record<string, string>> = {
	'a speaker right behind a quotation is no part of what the next one says': `
“You asleep?” she said, but Edwin was turning the page again, and as Quist went on about “what the ferry costs,” and “empty Norland boats” and “our own harbour clubs,” Ida said yes, yes, yes, over and over again.
^^^^^^^^^^^^^ she said
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Ida said
`,
	'a second verb behind a quotation is no part of what the first one says': `
Quist said she liked the old mill because “few visitors ask about the sluice,” she said. “We have no idea of the flood if we forget who built it.”
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quist said
                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
`,
	'words before the verb and words behind it, where another spoke first': `
“That is not how it went,” Quist said. “You drove the rowers past their limit” to raise the fares and your own pay, she said, citing the board’s fierce push to “sell tickets twice” or make travellers pay again. “You blamed the deckhands on the wireless” for it.
^^^^^^^^^^^^^^^^^^^^^^^^^^ Quist said
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
                                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she citing
                                                                                                                                                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
`,
	'a verb that says nothing elsewhere, right behind a comma in the marks': `
“Heave, and hold the line till morning,” Quist sings to Harlow as the ferry leaves.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quist sings
`,
	'what leads up to a quotation with a colon is not said by who stands behind it': `
Quist ticked through the rules of the harbour: “Good manners came first, and then the ropes,” she said.
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
`,
	'a verb that leads to the first quotation, and one behind it': `
Board member Ida Quist scolded him: “The crew is nearly united against the fare you called ‘fair,’” she said. “When you call a fare fair, people will ask for whom.”
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Board member Ida Quist scolded
                                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ people will ask, nested
                                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ she said
`,
	'a speaker who speaks of another’s answer': `
Harlow said he replied: “When you have a leak, you cannot be too tidy.”
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Harlow said
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ he replied, nested
`,
	'a sentence behind a full stop is not said by who opens it': `
The lamp went out. “Nobody saw the boat leave.” Quist pockets the keys.
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`inquits: ${name}`, () => assertAnnotated(fixture, contents));
}
