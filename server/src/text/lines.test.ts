import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockStarts, blockStartsInMarkdown, breaksAtHyphen, type Line, wrapWidth } from './lines';

function lines(text: string): readonly Line[] {
	let start = 0;
	return text.split('\n').map(line => {
		const read = { start, end: start + line.length, text: line, from: start };
		start += line.length + 1;
		return read;
	});
}

const wrapped = lines(
	`The harbour council said on Tuesday that the old quay would be closed
for repairs until the end of the year. Boats may use the north basin,
it said.
Fishermen who were at the meeting said they had not been asked. The
basin is too shallow for most of their boats, and the way to the market
is longer, they told the council.`,
);

test('a line goes on in the next if the next word would not have fitted', () => {
	assert.equal(wrapWidth([wrapped]), 71);
	assert.deepEqual(blockStarts(wrapped, 0), [0, 3]);
	assert.deepEqual(blockStartsInMarkdown(wrapped), [0, 3]);
});

test('lines of an article that is not wrapped stand each by itself', () => {
	const long =
		'The harbour council said on Tuesday that the old quay would be closed for repairs until the end of the year.';
	assert.deepEqual(blockStarts(lines(`${long}\n${long}\nShort line`), 0), [0, 1, 2]);
	assert.deepEqual(blockStarts(lines('One line.\nAnother line.\nA third.'), 0), [0, 1, 2]);
});

test('lines broken by hand are one paragraph', () => {
	const ragged = lines(`The harbour council said on Tuesday that the old quay would
be closed for repairs until the end of the year, and that boats of any size
may use the north basin for that time, at no cost to
their owners.`);
	assert.equal(wrapWidth([ragged]), 0);
	assert.deepEqual(blockStarts(ragged, 0), [0]);
});

test('in Markdown a paragraph is one block, however its lines are broken', () => {
	const sentences = `The harbour council said on Tuesday that the old quay would be closed for repairs until the end of the year.
Boats may use the north basin.
Fishermen who were at the meeting said they had not been asked, and that the basin was too shallow for their boats.
The way to the market is longer, they told the council, and the road is not lit.`;
	assert.deepEqual(blockStartsInMarkdown(lines(sentences)), [0]);
	assert.deepEqual(blockStartsInMarkdown(lines('Short\nlines\nof a paragraph\nbroken anywhere.')), [0]);
});

test('but an article pasted without blank lines is not', () => {
	const long =
		'The harbour council said that the old quay would be closed. Boats may use the north basin until the end of the year.';
	assert.deepEqual(blockStartsInMarkdown(lines(`${long}\n${long}`)), [0, 1]);
	assert.deepEqual(blockStartsInMarkdown(lines(`${long}\n2 View gallery\n${long}`)), [0, 1, 2]);
});

test('furniture stands alone in wrapped text, a wrapped credit is one line', () => {
	const text = `${wrapped.map(line => line.text).join('\n')}
(Photo: Ada Roe / Nordbild, John Roe and Jane van der Berg / various
sources / AFP)
2 View gallery
The council will meet again in March, the mayor said in a note`;
	assert.deepEqual(blockStarts(lines(text), 0), [0, 3, 6, 8, 9]);
});

test('a paragraph far longer than the rest is taken apart at a full line that ends a sentence', () => {
	const line = (words: string) => words.padEnd(70, 'x');
	const open = line('the quay was closed ');
	const closed = `${line('the quay was closed ').slice(0, -1)}.`;
	const short = 'It was old.';
	const text = [open, short, open, short, open, short, open, open, closed, 'The boats', open, short].map(l =>
		l === 'The boats' ? line('The boats ') : l,
	);
	assert.deepEqual(blockStarts(lines(text.join('\n')), 70), [0, 2, 4, 6, 9]);
});

test('no space belongs after a hyphen that a line was broken at', () => {
	assert.ok(breaksAtHyphen('the U.S.-', 'Russian project'));
	assert.ok(breaksAtHyphen('a war-', 'ending deal'));
	assert.ok(!breaksAtHyphen('two-', 'and three-year terms'));
	assert.ok(!breaksAtHyphen('he said -', 'and left'));
	assert.ok(!breaksAtHyphen('he said --', 'and left'));
});
