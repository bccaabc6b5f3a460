import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../testing/reading';
import { plainWriter } from './markdown';
import { placeAt } from './place';
import { voiceAt } from './voice';

/** What is said of the voice at the first of these words. */
function voice(text: string, words: string): string {
	const analysis = read(text);
	const place = placeAt(analysis, text.indexOf(words) + 1);
	return place ? voiceAt(analysis, place, plainWriter).text : '';
}

const draft = `“We were warned,” Ada Quist said of the lock.

“Nobody told the board.”

The lock was built in 1987.`;

test('a sentence is in the words of whoever says it, or in the writer’s own voice', () => {
	assert.equal(voice(draft, 'We were'), 'In Ada Quist’s words (quoted)');
	assert.equal(voice(draft, 'The lock was'), 'The writer’s own voice');
});

test('words whose speaker stands elsewhere are told with where they are carried from', () => {
	assert.equal(
		voice(draft, 'Nobody'),
		'In Ada Quist’s words (quoted), carried from “Ada Quist said of the lock” in the paragraph before',
	);
});

test('the name of a book is no one’s voice', () => {
	assert.doesNotMatch(voice('Ada Quist reads the book “The Drowned Harbour” in winter.', 'Drowned'), /Quoted/i);
});
