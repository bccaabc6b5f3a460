/** What is on the list, drawn under the prose: kind, and whose words it is among. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Annotation, assertAnnotated } from '../testing/annotations';
import { itemsOf } from './testing';

function drawn(text: string): Iterable<Annotation> {
	return itemsOf(text).map(({ kind, speaker, isAttributed, place }) => ({
		span: place.span,
		label: isAttributed ? `${kind} by ${speaker ?? 'no one named'}` : kind,
	}));
}

for (const [name, fixture] of [
	[
		'figures with what they count, dates, and names where they first stand in full, with their title',
		`The ferry Aln has cost $40 million since 12 May 2019, and 1,200 boats lie idle.
                       ^^^^^^^^^^^ figure
                                         ^^^^^^^^^^^ date
                                                          ^^^^^^^^^^^ figure
It was bought in the 1990s by Mayor Ada Harlow, and Harlow sold it on Monday at 6:30 p.m.
                     ^^^^^ date
                              ^^^^^^^^^^^^^^^^ name
                                                                      ^^^^^^ date
                                                                                ^^^^^^^^^ date
Ada Harlow has two sons.
               ^^^^^^^^ figure`,
	],
	[
		'what is no figure: one of several, those told of before, a place in a row',
		`One of the cranes fell. The two fell in love with the 13th pier.
Each one of them was old.`,
	],
	[
		'whose words they are: a figure is asked of who gave it, a name is not',
		`Tom Quist, head of the ferry union, said the yard lost $3 million in 2021.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name
                                                       ^^^^^^^^^^ figure by Tom Quist
                                                                     ^^^^ date by Tom Quist`,
	],
	[
		'a quotation broken by its attribution is one item',
		`“We will sell it,” Harlow said, “and soon.”
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation by Harlow`,
	],
	[
		'a quotation with no speaker in reach is nobody’s',
		`The boats lay idle for a year. They could be “very useful to the whole of the town” again.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation`,
	],
	[
		'what someone says in the writer’s words, unless a figure or a quotation in it says it already',
		`Quist said the board had known of the leak for a while.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ statement by Quist
Quist said the board had lost 12 boats.
                              ^^^^^^^^ figure by Quist`,
	],
	[
		'accusations, causes and superlatives, of two that share words the graver',
		`Mayor Tom Harlow took bribes. The tolls led to the strike.
^^^^^^^^^^^^^^^^ name
                 ^^^^^^^^^^^ accusation
                                        ^^^^^^ cause
It is the largest lock in the world.
      ^^^^^^^^^^^ superlative`,
	],
	[
		'a day in a name is no date, and no name',
		`Ada Quist told The Sunday Herald that the lock leaks on Sunday.
^^^^^^^^^ name
               ^^^^^^^^^^^^^^^^^ name
                                      ^^^^^^^^^^^^^^^^^^^^^^^^ statement by Ada Quist
                                                        ^^^^^^ date by Ada Quist`,
	],
] as const) {
	test(name, () => assertAnnotated(fixture, drawn));
}

test('no item stands twice', () => {
	const text = `Mayor Ada Harlow sells 12 boats\n\nMayor Ada Harlow said on Monday that 12 boats would be sold for $3 million. “We sell 12 boats,” Ada Harlow said.\n`;
	const names = itemsOf(text).map(({ kind, place }) => `${kind} ${place.span.start} ${place.span.end}`);
	assert.equal(new Set(names).size, names.length);
	assert.equal(itemsOf(text).filter(({ kind }) => kind === 'name').length, 1);
});

test('an excerpt is one line around the words, cut between words', () => {
	const long = `${'The board met again and again in the old hall by the quay, '.repeat(4)}and it cost $3 million in all, ${'as the clerk wrote down in the book, '.repeat(4)}`;
	const figure = itemsOf(`${long.trim().replace(/,$/, '')}.`).find(({ kind }) => kind === 'figure');
	assert.ok(figure);
	const { text, start, end } = figure.excerpt;
	assert.equal(text.slice(start, end), '$3 million');
	assert.ok(text.length <= 92, text);
	assert.match(text, /^….* \$3 million .*…$/);
});

test('in Markdown the words are those a reader reads, and the place is where they stand', () => {
	const text = 'The ferry has cost **$40** million so far.\n';
	const [item] = itemsOf(text, { format: 'markdown' });
	assert.equal(item?.words, '$40 million');
	assert.equal(text.slice(item?.place.span.start, item?.place.span.end), '$40** million');
});

for (const [name, text] of [
	['nothing', ''],
	['another language', 'Der Bürgermeister sagte am Montag, dass die Fähre verkauft wird und 40 Millionen kostet.'],
	['quotation marks that do not close', '“““ said 12 boats “ and ” \ud83d 12 %, $ $ $ 3 -\r\n\r\n12'],
	['turned about', '\u202e12 boats said Ada Quist\u202c'],
] as const) {
	test(`bad input is harmless: ${name}`, () => {
		for (const { excerpt } of itemsOf(text)) assert.doesNotMatch(excerpt.text, /[\u202a-\u202e]/);
	});
}

test('what is no news is not listed', () => {
	assert.deepEqual(itemsOf('It cost $40 million.', { genre: 'not-news' }), []);
});
