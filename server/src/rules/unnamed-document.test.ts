import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf } from '../testing/findings';

const id = 'unnamed-document';

test('studies, data, polls, files', () => {
	assertFinds(
		id,
		`A study found that salt weakens the piers.
^^^^^^^ unnamed-document

Recent data show that fewer boats come in.
^^^^^^^^^^^ unnamed-document

According to a poll, half of the town would pay.
             ^^^^^^ unnamed-document

Leaked files suggest that the board knew of it.
^^^^^^^^^^^^ unnamed-document`,
	);
});

test('the messages', () => {
	const message = (text: string) => findingsOf(id, text)[0]?.message;
	assert.equal(
		message('A new study found that salt weakens piers.'),
		'Which study? No author, date or link for “A new study”.',
	);
	assert.equal(message('Polls show that half would pay.'), 'Which polls? No pollster, date or link for “Polls”.');
});

test('told in what someone is reported to have said, too', () => {
	assertFinds(
		id,
		`The mayor said that studies show that salt weakens the piers.
                    ^^^^^^^ unnamed-document`,
	);
});

test('the same words again are one finding', () => {
	assert.equal(findingsOf(id, 'Polls show that half would pay.\n\nPolls show that few would ride.').length, 1);
});

test('inside quotation marks it is the speaker’s', () => {
	assertSilent(id, '“A study found that salt weakens the piers,” the mayor Ada Quist said.');
});

test('an author or a publisher with it', () => {
	for (const text of [
		'A study by the University of Norland found that salt weakens the piers.',
		'A Norland University study found that salt weakens the piers.',
		'A study published in Pier Letters found that salt weakens the piers.',
		'A study of 900 piers by researchers at Norland University found that salt weakens them.',
		'A poll for the Norhaven Gazette found that half would pay.',
		'Files obtained by the Norhaven Gazette show that the board knew.',
	]) {
		assertSilent(id, text);
	}
});

test('whoever keeps it is told', () => {
	for (const text of [
		'Police records show two fires.',
		'The harbour board’s data show two fires.',
		'Its own figures show two fires.',
		'Court documents show two fires.',
		'Census data show that the town has shrunk.',
	]) {
		assertSilent(id, text);
	}
});

test('a date', () => {
	for (const text of [
		'A study released on Thursday found that salt weakens the piers.',
		'A 2019 study found that salt weakens the piers.',
		'A study that was released on Jan. 31 found that salt weakens the piers.',
		'A poll released this week found that half would pay.',
	]) {
		assertSilent(id, text);
	}
});

test('a link or a note', () => {
	assertSilent(id, '[A study](https://example.org/study) found that salt weakens the piers.', { format: 'markdown' });
	assertSilent(id, 'A study found that salt weakens the piers.[^1]\n\n[^1]: Pier Letters.', { format: 'markdown' });
});

test('told in the next sentence or paragraph', () => {
	assertSilent(
		id,
		'A survey showed little change. The survey, published on Monday by the harbour board, asked 900 people.',
	);
	assertSilent(
		id,
		'A new study found that salt weakens piers.\n\nThe researchers at Norland University measured 12 of them.',
	);
});

test('what points back, and what someone is known to have written', () => {
	assertSilent(id, 'The report said that the rest was safe. This study found that salt weakens piers.');
	assertSilent(id, 'A letter from the mayor said that she would leave. A video showed the crane.');
});

test('genres in which nothing is reported', () => {
	assertSilent(id, 'A study found that salt weakens the piers.', { genre: 'opinion' });
	assertSilent(id, 'A study found that salt weakens the piers.', { genre: 'press-release' });
});

test('bad input', () => {
	for (const text of ['', 'a study', 'A study found', `${'A study found that it is so. '.repeat(300)}`])
		findingsOf(id, text);
});

test('a poll that is named once is known from there on', () => {
	const rest = 'The hall was cold.\n\nNobody came.\n\nThe ferry ran late.\n\nPolls show that half would pay.';
	assertSilent(id, `A Quist Research poll asked 900 people.\n\n${rest}`);
	assert.equal(findingsOf(id, `Quist asked 900 people.\n\n${rest}`).length, 1);
	assert.equal(
		findingsOf(id, `${rest}\n\nIt rained.\n\nIt rained.\n\nA Quist Research poll asked 900 people.`).length,
		1,
	);
});
