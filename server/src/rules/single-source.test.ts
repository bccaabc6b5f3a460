import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../testing/drafts';

const rule = 'single-source';
/** Enough of the writer's own for a draft that is long enough. */
const filler = Array.from(
	{ length: 14 },
	(_, day) =>
		`On day ${day + 3} the pier lay in fog until noon, and the ferry left from the fish market with few cars on it.`,
).join(' ');
const statement = (who: string, number: number) => `${who} said the beam number ${number} was rotten.`;
const statements = (who: string, count: number) =>
	Array.from({ length: count }, (_, i) => statement(who, i + 1)).join(' ');
const messages = (text: string) => findingsOf(rule, text).map(({ message }) => message);

test('four statements of one source, and nothing else', () => {
	assert.deepEqual(messages(`${filler}\n\n${statements('Ann Reed', 4)}`), [
		'All 4 statements in this draft come from Ann Reed.',
	]);
});

test('not where the headline tells whose words they are', () => {
	const report = `${filler}\n\n${statements('Ann Reed', 4)}\n`;
	assert.deepEqual(messages(`Reed says half of the beams are rotten\n\n${report}`), []);
	assert.equal(messages(`Half of the beams in the old pier rotten\n\n${report}`).length, 1);
});

test('three are too few', () => {
	assert.deepEqual(messages(`${filler}\n\n${statements('Ann Reed', 3)}`), []);
});

test('a second source is enough', () => {
	assert.deepEqual(messages(`${filler}\n\n${statements('Ann Reed', 4)} ${statement('Bo Quist', 9)}`), []);
});

test('a group that names no one is none', () => {
	assert.equal(messages(`${filler}\n\n${statements('Ann Reed', 4)} Critics say the pier is old.`).length, 1);
});

test('a short draft may have one', () => {
	assert.deepEqual(messages(statements('Ann Reed', 6)), []);
});

test('what comes through another outlet is that outlet’s', () => {
	const text = `${filler}\n\nAnn Reed told Reuters that the beam was rotten. ${statements('Reuters', 4)}`;
	assert.deepEqual(messages(text), ['All 5 statements in this draft come through Reuters.']);
});

test('each section stands for itself', () => {
	const text = `${filler}\n\n${statement('Bo Quist', 9)}\n\nWhat the divers found\n\n${statements('Ann Reed', 4)}\n\n${filler}\n`;
	const [finding, ...others] = findingsOf(rule, text);
	assert.equal(others.length, 0);
	assert.equal(finding?.message, 'All 4 statements in this section come from Ann Reed.');
	assert.equal(text.slice(finding?.span.start, finding?.span.end), 'What the divers found');
	assert.equal(finding?.related.length, 4);
});

test('a short section may have one', () => {
	const text = `${filler}\n\n${statement('Bo Quist', 9)}\n\nWhat the divers found\n\n${statements('Ann Reed', 4)}\n`;
	assert.deepEqual(messages(text), []);
});

test('an accusation with one source', () => {
	const text = `${filler}\n\n${statement('Bo Quist', 9)} Ann Reed said Smith took bribes from two builders.`;
	assert.deepEqual(messages(text), ['One source for this accusation: Ann Reed. Is there a second?']);
});

test('not with two, not where it is charged, not where it is an insult, not within marks', () => {
	for (const words of [
		'Ann Reed said Smith took bribes from two builders. The auditor said Smith took bribes in May too.',
		'Ann Reed said Smith, who was charged in May, took bribes from two builders.',
		'Ann Reed said Smith was a liar.',
		'“Smith took bribes,” Ann Reed said.',
	])
		assert.deepEqual(messages(`${filler}\n\n${statement('Bo Quist', 9)} ${words}`), [], words);
});

test('not in an obituary', () => {
	assert.deepEqual(messages(`${filler}\n\n${statements('Ann Reed', 4)} He is survived by a son.`), []);
});

test('not where one voice is the form', () => {
	const text = `${filler}\n\n${statements('Ann Reed', 4)}`;
	for (const genre of ['interview', 'opinion', 'press-release', 'encyclopedia'] as const)
		assert.deepEqual(findingsOf(rule, text, { genre }), [], genre);
	assert.equal(findingsOf(rule, text)[0]?.severity, 'information');
});
