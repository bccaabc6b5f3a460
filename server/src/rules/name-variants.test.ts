import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf, fixed } from '../testing/findings';

const id = 'name-variants';

test('one first name, two spellings of the surname', () => {
	assertFinds(
		id,
		`The mayor, Ada Dubrovsky, opened the pier. Dubrovsky said it would last.

The board thanked Ada Dubrovskyy. “It is a good pier,” Ada Dubrovskyy said.
                      ^^^^^^^^^^ name-variants

Dubrovsky left.`,
	);
});

test('a surname alone, with a letter doubled or dropped', () => {
	assertFinds(
		id,
		`“It is a good pier,” said Ada McClennan of the harbour board.

McLennan said that it would last.
^^^^^^^^ name-variants`,
	);
});

test('two letters that have changed places', () => {
	assertFinds(
		id,
		`“It is a good pier,” said Ada Kiedel of the harbour board.

“It will last,” Keidel said.
                ^^^^^^ name-variants`,
	);
});

test('accents', () => {
	assertFinds(
		id,
		`“It is a good pier,” said Ada Núñez of the harbour board. Núñez laughed.

“It will last,” said Ada Nunez.
                         ^^^^^ name-variants`,
	);
});

test('the message counts, and the fix writes the spelling of the majority everywhere', () => {
	const text = `The mayor, Ada Dubrovsky, opened the pier. Dubrovsky said it would last. “It is good,” Dubrovsky said.

“It is a good pier,” Dubrovskyy told the board. “It will last,” Dubrovskyy said.`;
	const [finding, ...others] = findingsOf(id, text);
	assert.deepEqual(others, []);
	assert.equal(finding?.message, '“Dubrovskyy” here, “Dubrovsky” three times elsewhere.');
	assert.equal(finding?.fixes[0]?.title, 'Write “Dubrovsky” everywhere');
	assert.equal(fixed(id, text), text.replaceAll('Dubrovskyy', 'Dubrovsky'));
	assertSilent(id, fixed(id, text));
});

test('the majority may come later', () => {
	const text =
		'“It is good,” said Ada Dubrovskyy.\n\n“It will last,” Ada Dubrovsky said. Dubrovsky left. Dubrovsky said she was late.';
	assert.equal(fixed(id, text), text.replace('Dubrovskyy', 'Dubrovsky'));
});

test('two people: two first names', () => {
	assertSilent(id, 'Ada Andersen opened the pier. “It is good,” said Ivo Anderson. “It is not,” Andersen said.');
});

test('two people: both in one sentence', () => {
	assertSilent(
		id,
		'“It is good,” said Ada Dubrovsky. Dubrovsky and Dubrovskyy met on Monday. “It is not,” Dubrovskyy said.',
	);
});

test('names of another meaning: plurals, peoples, places', () => {
	assertSilent(
		id,
		`“It is good,” said Ada Marlow. The Marlows left. The Marlowian school said no. “No,” said Ivo Marlowe and Ada Harlow.`,
	);
	assertSilent(id, '“It is good,” said Ada Martin. Marten said no. Morton said no. “No,” Martinson said.');
});

test('curly and straight apostrophes, capitals, possessives', () => {
	assertSilent(
		id,
		`ADA O'NEILL SPEAKS

“It is good,” said Ada O’Neill. O'Neill's boat left. “It is late,” O'Neill said.`,
	);
});

test('short names', () => {
	assertSilent(id, '“It is good,” said Ada Reed. “It is not,” Read said. “Well,” said Ivo Kim and Ivo Kin.');
});

test('those who do not speak are nobody’s source', () => {
	assertSilent(id, 'Ada Dubrovsky opened the pier. Ada Dubrovskyy left it.');
});

test('a title that changes', () => {
	const text =
		'“It is good,” said Sen. Ada Quist of Norland. The board thanked her.\n\n“It will last,” Rep. Quist said later.';
	const [finding] = findingsOf(id, text);
	assert.equal(text.slice(finding?.span.start, finding?.span.end), 'Rep. Quist');
	assert.equal(finding?.message, 'A representative here, a senator above: which is “Quist”?');
});

test('titles that say when, are short for each other, or belong to two', () => {
	assertSilent(id, '“It is good,” said Sen. Ada Quist. “It will last,” Senator Quist said.');
	assertSilent(id, '“It is good,” said Sen. Ada Quist. “It will last,” then-Rep. Quist said in 2011.');
	assertSilent(id, '“It is good,” said Sen. Ada Quist. “It will last,” former Gov. Quist said.');
	assertSilent(id, '“It is good,” said Sen. Ada Quist. “It is not,” said Rep. Ivo Quist.');
});

test('bad input', () => {
	for (const text of ['', 'Ada', `${'Ada Dubrovsky said no. Ada Dubrovskyy said yes. '.repeat(200)}`])
		findingsOf(id, text);
});
