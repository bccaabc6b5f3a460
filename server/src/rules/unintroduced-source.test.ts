import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf } from '../testing/findings';

const id = 'unintroduced-source';

test('quoted by surname alone, told by “I”', () => {
	assertFinds(
		id,
		`The crane fell at noon. “I heard it before I saw it,” Harrison said.
                                                      ^^^^^^^^ unintroduced-source

“My boat was under it,” Harrison said later.`,
	);
});

test('told by “he” and “she”', () => {
	assertFinds(
		id,
		`“The crane fell at noon,” Harrison said. “The boats were under it,” she said.
                          ^^^^^^^^ unintroduced-source`,
	);
});

test('the message', () => {
	const [finding] = findingsOf(id, '“I heard it before I saw it,” said Harrison.');
	assert.equal(finding?.message, 'Who is “Harrison”? Quoted, never introduced.');
});

test('two of them', () => {
	assertFinds(
		id,
		`“I heard it,” Harrison said. “I was asleep on my boat,” Marlow said.
              ^^^^^^^^ unintroduced-source
                                                        ^^^^^^ unintroduced-source`,
	);
});

test('a first name anywhere, before or behind', () => {
	assertSilent(id, '“I heard it,” Harrison said.\n\nAda Harrison lives by the harbour. “I ran,” she said.');
	assertSilent(id, 'Harrison falls out with board\n\n“I heard it,” said Ada Harrison. “I ran,” Harrison said.');
});

test('a title or a role before it', () => {
	for (const name of [
		'President Harrison',
		'Mr. Harrison',
		'Detective Sgt. Harrison',
		'the crane driver Harrison',
		'neighbour Harrison',
		'her brother, Harrison,',
	]) {
		assertSilent(id, `“I heard it before I saw it,” said ${name}. “I ran,” Harrison said.`);
	}
});

test('a role, an age or a clause behind it', () => {
	for (const name of [
		'Harrison, a crane driver',
		'Harrison, 43',
		'Harrison, who drives the crane',
		'Harrison, the board’s driver',
		'Harrison (Lab, Norhaven)',
		'Harrison, mayor of Norhaven',
	]) {
		assertSilent(id, `“I heard it before I saw it,” said ${name}. “I ran,” Harrison said.`);
	}
});

test('a single name with a role is introduced', () => {
	assertSilent(id, '“I sing of boats,” said the singer Ondara. “I always did,” Ondara said.');
});

test('what may be a firm or a country', () => {
	assertSilent(id, '“We regret the fall of the crane,” Norland said. “Our boats are safe,” Oxbow said.');
});

test('who is named and not quoted', () => {
	assertSilent(id, 'Harrison said that the crane had fallen. He saw it. Marlow can expect a letter. “I ran,” he said.');
});

test('words that only begin a sentence', () => {
	assertSilent(id, 'None has offered a plan. “I ran,” he said. Audiences can expect more. “I will sing,” he said.');
	assertSilent(id, '“I ran,” Ada Quist wrote in a letter to Wired explaining why.');
});

test('turns of an interview', () => {
	assertSilent(id, '“I heard it before I saw it,” Harrison said.', { genre: 'interview' });
	assertSilent(id, 'HARRISON: “I heard it before I saw it.”\n\nMARLOW: “I did not.”');
});

test('bad input', () => {
	for (const text of ['', '“I” X said.', '“I ran,” Harrison', `${'“I ran,” Harrison said. '.repeat(300)}`])
		findingsOf(id, text);
});
