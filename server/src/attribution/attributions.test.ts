import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { type Annotation, assertAnnotated } from '../testing/annotations';

const analyzer = createAnalyzer(resources);

function read(text: string) {
	return analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {} });
}

/** Source, cue and content of every attribution, numbered in order. */
function attributions(text: string): Annotation[] {
	return read(text).attributions.flatMap(({ source, cue, content }, index) => [
		...(source ?? []).map(span => ({ span, label: `source ${index + 1}` })),
		...cue.map(span => ({ span, label: `cue ${index + 1}` })),
		...content.map(span => ({ span, label: `content ${index + 1}` })),
	]);
}

const cases: Readonly<Record<string, string>> = {
	'said and a clause': `
Mayor Ann Harlow said the bridge would close.
^^^^^^^^^^^^^^^^ source 1
                 ^^^^ cue 1
                      ^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'data, though they carry no s': `
Recent data show that fewer boats come in.
^^^^^^^^^^^ source 1
            ^^^^ cue 1
                 ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'what is told of a source between commas': `
The ferry’s captain, who also attended, said afterward that “the tide was wrong.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                        ^^^^^^^^^^^^^^ cue 1
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'whom it was told to is no part of what was told': `
A source close to the delegation told the news agency Aln Press the discussions were “heavy going.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                 ^^^^ cue 1
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'an aside is no part of the source': `
A harbour official, meanwhile, said that the envoys would come on Tuesday.
^^^^^^^^^^^^^^^^^^ source 1
                               ^^^^ cue 1
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'what is set against a few quoted words': `
Harlow said “no comment,” but he took bribes from the builders.
^^^^^^ source 1
       ^^^^ cue 1
            ^^^^^^^^^^^^^ content 1
`,
	'a verb that only helps another says nothing': `
At the same time, northern and southern fleets could cooperate in “working the many shoals of the northern banks.”
`,
	'that belongs to the content, an adverb to the cue': `
The ministry has also said that the bridge is safe.
^^^^^^^^^^^^ source 1
             ^^^^^^^^^^^^^ cue 1
                           ^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a clause before': `
The bridge would close in May, officials said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                               ^^^^^^^^^ source 1
                                         ^^^^ cue 1
`,
	'a quotation before, inverted': `
“We will rebuild the bridge,” said Harlow, who lives beside it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                              ^^^^ cue 1
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
`,
	'a quotation before, told on the way': `
“We will rebuild the bridge,” he said aboard the ferry.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                              ^^ source 1
                                 ^^^^ cue 1
`,
	'told someone that': `
A source close to the board told the news agency Aln Press the talks were “slow.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                            ^^^^ cue 1
                                                           ^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'according to, in front': `
According to the report, the firm lost $3 million.
^^^^^^^^^^^^ cue 1
             ^^^^^^^^^^ source 1
                         ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'according to, in between': `
The three, according to the report, are old friends.
^^^^^^^^^ content 1
           ^^^^^^^^^^^^ cue 1
                        ^^^^^^^^^^ source 1
                                    ^^^^^^^^^^^^^^^ content 1
`,
	'viewed by': `
The pact, viewed by many in the north as tilted, was signed.
          ^^^^^^^^^ cue 1
                    ^^^^^^^^^^^^^^^^^ source 1
                                         ^^^^^^ content 1
`,
	'described as': `
The meeting, which both sides described as “useful,” lasted an hour.
                   ^^^^^^^^^^ source 1
                              ^^^^^^^^^ cue 1
                                        ^^^^^^^^^^^^ content 1
`,
	'an aside between source and cue': `
Nora Aldous, who also attended, said afterward that “there is more to write.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                ^^^^^^^^^^^^^^ cue 1
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a role before the name': `
The council’s finance officer, Ruth Okafor, said the baths lose money.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                            ^^^^ cue 1
                                                 ^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'no one who expects': `
Quist is expected to meet the president.
      ^^^^^^^^^^^^^^ cue 1
                     ^^^^^^^^^^^^^^^^^^ content 1
`,
	'a name before a colon': `
Harlow: “The bridge stays shut.”
^^^^^^ source 1
      ^ cue 1
        ^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a verb that closes the sentence': `
Without shade, shallow water can warm by three degrees in an afternoon, researchers have found.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                                                        ^^^^^^^^^^^ source 1
                                                                                    ^^^^^^^^^^ cue 1
`,
	'a clause whose verb is on no list': `
Herring stop feeding at about that point, said Maria Oduya.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                          ^^^^ cue 1
                                               ^^^^^^^^^^^ source 1
`,
	'a dateline is not said': `
DRAVNA, Nov. 12 (Meridian) - Shells hit the eastern suburbs on Wednesday, hours after a truce took effect, residents said.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                                                                                           ^^^^^^^^^ source 1
                                                                                                                     ^^^^ cue 1
`,
	'a clause broken by an aside': `
Western diplomats believe the truce, the third since August, was doomed from the start.
^^^^^^^^^^^^^^^^^ source 1
                  ^^^^^^^ cue 1
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'participles that tell of the subject': `
Video posted online and verified by the Gazette showed smoke rising from a depot.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                                ^^^^^^ cue 1
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'an agent behind by, where nothing else speaks': `
“The Long Tide (Six Songs)” was written by Quist after the flood of 1953.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                            ^^^^^^^^^^^ cue 1
                                           ^^^^^ source 1
`,
	'where something was published is no part of who wrote it': `
“The harbour is losing its last ferry,” wrote Ida Quist for Northern Shipping.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                        ^^^^^ cue 1
                                              ^^^^^^^^^ source 1
`,
	'a title is a part of who wrote it': `
“The harbour is losing its last ferry,” wrote Secretary for Transport Ida Quist.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                        ^^^^^ cue 1
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
`,
	'a long clause of who behind the verb': `
“Now is the time to repair the lock,” said Ida Quist, who ran the mill from 1995 to 1997, during the great flood, and has advised the harbour board since her retirement. “We should begin by noon.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                      ^^^^ cue 1
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source 1
                                                                                                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'a programme it was said on': `
“The pumps are running,” Harlow said Friday on Coastal Radio’s “Night Ferry.” “I mean, there is a lot of water in the cellar.”
^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                         ^^^^^^ source 1
                                ^^^^ cue 1
                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
`,
	'the next speaker, right behind what the first one noted': `
When Harlow noted that the board had never paid for the pumps – as was true for years – Quist boasted, “That makes us thrifty.”
     ^^^^^^ source 1
            ^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content 1
                                                                                        ^^^^^ source 2
                                                                                              ^^^^^^^ cue 2
                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ content 2
`,
	'other marks around the speaker’s own': `
“Here it is, dear,” she said. “The ferry is here.”
^^^^^^^^^^^^^^^^^^^ content 1
                    ^^^ source 1
                        ^^^^ cue 1
                              ^^^^^^^^^^^^^^^^^^^^ content 1

"Quist walked onto the pier, humming “The Tide! The Tide!”
`,
	'on what terms someone spoke is not said': `
“Nobody signed it,” one diplomat said, speaking on condition of anonymity in order to discuss private talks.
^^^^^^^^^^^^^^^^^^^ content 1
                    ^^^^^^^^^^^^ source 1
                                 ^^^^ cue 1
`,
	'a dateline before the source': `
DRAVNA — A former port director denied that the lock leaks.
         ^^^^^^^^^^^^^^^^^^^^^^ source 1
                                ^^^^^^ cue 1
                                       ^^^^^^^^^^^^^^^^^^^ content 1
`,
	'the clause of who ends before the verb': `
Selk, who boasted that no ship moved, left early.
      ^^^ source 1
          ^^^^^^^ cue 1
                  ^^^^^^^^^^^^^^^^^^ content 1
`,
};

for (const [name, fixture] of Object.entries(cases)) {
	test(`attributions: ${name}`, () => assertAnnotated(fixture, attributions));
}

test('nouns that look like reporting verbs attribute nothing', () => {
	for (const text of [
		'The claims were filed late and the report was long.',
		'The view of the harbour was clear. The demands grew.',
		'The state of the roads was poor. A note lay on the desk.',
	]) {
		assert.deepEqual(read(text).attributions, [], text);
	}
});

test('what one source says of another is nested', () => {
	const { attributions: found } = read('The Gazette said Sandor suggested that the firms could share the work.');
	assert.deepEqual(
		found.map(({ parent, lemma }) => [lemma, parent]),
		[
			['say', null],
			['suggest', 0],
		],
	);
});

test('a surname, a pronoun and a short name go back to the source introduced before', () => {
	const { sources, attributions: found } =
		read(`Premier Edwin Hale said the treaty was near. “It is close,” he said. Hale added that it would be signed in May.

The Calder Gazette reported that the draft was long. According to the Gazette, the draft has forty pages. The newspaper said the clause on locks was open.`);
	assert.deepEqual(
		sources.map(({ name, kind, identification }) => [name, kind, identification]),
		[
			['Edwin Hale', 'person', 'named'],
			['The Calder Gazette', 'outlet', 'named'],
		],
	);
	assert.deepEqual(
		found.map(({ sourceId }) => sourceId),
		['s1', 's1', 's1', 's2', 's2', 's2'],
	);
});

test('“the source” goes to the nearest unnamed one, and says that two fit', () => {
	const { attributions: found, sources } =
		read(`A source close to the board told Aln Press the talks were slow. Another senior source told Aln Press that the wording changed hourly.

According to the source, the locks are the reason.`);
	const last = found.at(-1);
	assert.equal(sources.find(({ id }) => id === last?.sourceId)?.name, 'Another senior source');
	assert.equal(last?.candidates.length, 2);
	assert.ok((last?.confidence ?? 1) < 0.7);
	assert.deepEqual(
		found[0]?.via.map(id => sources.find(source => source.id === id)?.name),
		['Aln Press'],
	);
});

test('a quotation carried over paragraphs is one, with one speaker', () => {
	const { quotations, sources } = read(`“The bridge is old,” Ann Harlow said. “It was built by my grandfather.

“It will be built again by my daughter.”`);
	assert.equal(quotations.length, 2);
	assert.equal(quotations[1]?.spans.length, 2);
	assert.equal(quotations[1]?.speaker, sources[0]?.id);
});

test('straight and single marks are read as curly ones are', () => {
	for (const text of [
		'"We will rebuild the bridge," Harlow said.',
		"'We will rebuild the bridge,' Harlow said.",
		'‘We will rebuild the bridge,’ Harlow said.',
		'“We will rebuild the bridge,” Harlow said.',
	]) {
		const { quotations, sources } = read(text);
		assert.deepEqual(
			quotations.map(({ kind, speaker }) => [kind, speaker]),
			[['direct', sources[0]?.id]],
			text,
		);
	}
});

test('an unclosed quotation ends with its block and takes nothing along', () => {
	const { quotations } = read('“The bridge is old, Harlow said.\n\nThe road is new.');
	assert.equal(quotations.length, 1);
	assert.ok((quotations[0]?.spans[0]?.end ?? 99) <= 32);
});

test('a pronoun outside a quotation is none of those who are spoken of within it', () => {
	const { attributions: found, sources } = read(
		'Premier Edwin Hale said the talks went well. “I think Norland wants the bridge, and I know Sudmark wants it too,” he said.',
	);
	const last = found.at(-1);
	assert.equal(sources.find(({ id }) => id === last?.sourceId)?.name, 'Edwin Hale');
});

test('“who” is the name before it', () => {
	const { attributions: found, sources } = read(
		'Quist met in Calder with President Anton Kerr, who said the lock stays shut.',
	);
	assert.equal(sources.find(({ id }) => id === found[0]?.sourceId)?.name, 'Anton Kerr');
});

test('an outlet is a relay with its nationality and kind before it, too', () => {
	const { attributions: found, sources } = read(
		'A source close to the board told the French news agency AFP the talks were “slow.”',
	);
	assert.deepEqual(
		found[0]?.via.map(id => sources.find(source => source.id === id)?.kind),
		['outlet'],
	);
});

test('a participle goes on with its own quotation, not with the one before', () => {
	const text =
		'Kerr added that the north should wait until “the last barge has rotted,” saying, “We can wait.” He said, “They cannot.”';
	const contents = read(text).attributions.map(({ lemma, content }) => [
		lemma,
		...content.map(({ start, end }) => text.slice(start, end)),
	]);
	assert.deepEqual(contents.slice(-2), [
		['say', '“We can wait.”'],
		['say', '“They cannot.”'],
	]);
});

test('what goes on in paragraphs of its own joins the words of whoever spoke', () => {
	const text = `Ann Harlow told the council what she thought of the plan: “The bridge is old.”

“It was built by my grandfather, and it was built to be cheap.”

The vote is on Friday.`;
	const [first, ...more] = read(text).attributions;
	const said = first?.content.map(({ start, end }) => text.slice(start, end)) ?? [];
	assert.ok(
		said.some(words => words.startsWith('“It was built')),
		said.join(' | '),
	);
	assert.ok(!more.some(({ content }) => content.some(({ end }) => end > text.indexOf('The vote'))));
});

test('attributions: who is told says nothing', () => {
	const sources = (text: string) =>
		read(text).attributions.flatMap(({ source }) => (source ? text.slice(source[0]?.start, source[0]?.end) : []));
	assert.deepEqual(sources('Librarians have been told not to talk to the press.'), []);
	assert.deepEqual(sources('Library closures “a false economy”, councillors told\n\nThe hall was full.'), []);
	assert.deepEqual(sources('Librarians told the board not to talk to the press.'), ['Librarians']);
});
