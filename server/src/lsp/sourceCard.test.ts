import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../testing/reading';
import { markdownWriter, plainWriter } from './markdown';
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

const hearing = `Ada Quist, who owns the ferry, told reporters aboard the ferry on Tuesday that the lock leaks.

“The board knew,” Quist said. Mayor Tom Harlow claimed that the board did not know.`;

function cardOf(words: string): string {
	return sourceCard(read(hearing), hearing.indexOf(words), plainWriter)?.text ?? '';
}

test('the card tells how often a source speaks, on what occasion, to whom, in which words and with what stake', () => {
	const told = cardOf('Ada Quist');
	assert.match(told, /Quoted once, paraphrased once: \d+% of the draft’s words/);
	assert.match(told, /On what occasion: “aboard the ferry on Tuesday”/);
	assert.match(told, /To whom: “reporters”/);
	assert.match(told, /Words for it: “tell” once, “say” once; everyone else’s: “claim” once/);
	assert.match(told, /Stake in the matter, beside the name: “who owns the ferry”/);
});

test('what a draft does not tell of a source is not said', () => {
	const told = cardOf('Tom Harlow');
	assert.match(told, /On what occasion and to whom: not said/);
	assert.match(told, /Stake in the matter, beside the name: not said/);
});

test('the shares of two who say everything come to less than the whole', () => {
	const shares = ['Ada Quist', 'Tom Harlow'].map(words => Number(/(\d+)% of/.exec(cardOf(words))?.[1]));
	assert.ok(shares.every(share => share > 0) && shares.reduce((sum, share) => sum + share, 0) < 100, `${shares}`);
});

test('words of the draft in a card are not Markdown', () => {
	const draft = 'Ada Quist, who owns the [ferry](command:x) *line*, said the lock leaks.';
	const told = sourceCard(read(draft), 2, markdownWriter)?.text ?? '';
	assert.doesNotMatch(told, /[^\\]\[ferry|[^\\]\*line/);
});

test('the card tells where the statements are, or leads to them where the editor can', () => {
	assert.match(cardOf('Ada Quist'), /^- Statements: par 1, 2$/m);
	const offset = hearing.indexOf('Ada Quist');
	const link = (title: string, at: number) => `[${title}](${at})`;
	const linked = (text: string, at: number) => sourceCard(read(text), at, plainWriter, link)?.text ?? '';
	assert.match(linked(hearing, offset), /\n\n\[Show all 2 statements\]\(0\)$/);
	assert.doesNotMatch(linked(hearing, offset), /Statements:/);
	assert.match(linked('Ada Quist said the lock leaks.', 2), /\[Show the statement\]\(2\)$/);
	const relay = 'A source told the Aln Courier that the lock leaks.';
	assert.match(linked(relay, relay.indexOf('Courier')), /Says nothing itself, and passes on others’ words$/);
});
