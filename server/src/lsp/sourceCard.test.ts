import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../testing/reading';
import { plainWriter } from './markdown';
import { sourceCard } from './sourceCard';

function card(text: string): string {
	return sourceCard(read(text), text.indexOf('official'), plainWriter)?.text ?? '';
}

test('the card of an unnamed source tells position, how it knows, how many and why, or that it is not said', () => {
	const told = card('Two senior officials said the lock leaks. They spoke anonymously for fear of reprisal.');
	assert.match(told, /Position: “senior officials”/);
	assert.match(told, /How they know: not said/);
	assert.match(told, /How many: 2/);
	assert.match(told, /Why unnamed: “spoke anonymously for fear of reprisal”$/m);
	assert.match(card('Senior officials said the lock leaks.'), /How many: not said/);
	assert.doesNotMatch(card('An official said the lock leaks.'), /How many/);
});

test('a rule, or a condition alone, is no reason: the card says so', () => {
	const rule = card('An official, who was not authorized to speak, said the lock leaks.');
	assert.match(rule, /Why unnamed: “not authorized to speak”; a rule or a mood: what is the risk to them\?/);
	const condition = card('An official who spoke on condition of anonymity said the lock leaks.');
	assert.match(condition, /Why unnamed: “on condition of anonymity”; the reason is not said/);
});
