import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertFinds, assertSilent, findingsOf } from '../testing/findings';

const id = 'quote-mismatch';
const remark =
	'“I hope that the pier will be sold in spring, and the old sheds with it,” the mayor Ada Quist told the harbour board on Monday.';

test('a headline that puts other words in quotation marks', () => {
	const text = `Quist: ‘We will never leave the boats’\n\n${remark}`;
	const [finding] = findingsOf(id, text);
	assert.equal(finding?.message, '“We will never leave the boats” is not in the body. Where was it said?');
});

test('where the body has something like it, it is shown', () => {
	const text = `Quist: ‘The pier and sheds will be sold’\n\n${remark}`;
	const [finding] = findingsOf(id, text);
	assert.equal(
		finding?.message,
		'“The pier and sheds will be sold” is not in the body. Par 1 has other words. Which was said?',
	);
	assert.equal(
		text.slice(finding?.related[0]?.span.start, finding?.related[0]?.span.end).slice(0, 20),
		'“I hope that the pie',
	);
});

test('a caption', () => {
	assertFinds(
		id,
		`Harbour board sells pier

${remark}

2 View gallery

‘They want this pier sold,’ Quist told reporters in the old hall
^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-mismatch

(Photo: Ivo Marlow / Norland Pictures)

The board went home late on Monday.`,
	);
});

test('one remark in two wordings', () => {
	assertFinds(
		id,
		`The mayor spoke on Monday. “I think the board wants to sell the pier,” the mayor Ada Quist said.

The board met until late. “I think that the board is wanting the pier to be sold,” Quist said.

The rest is quiet. “I think the board wants the pier to sell,” Quist said.
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-mismatch`,
	);
});

test('the same words, cut, with other marks, capitals and stops', () => {
	for (const quoted of [
		'‘the pier will be sold in spring’',
		'"The pier will be sold in spring"',
		'‘I hope the pier will be sold’'.replace('the pier', 'that the pier'),
		'‘The pier will be sold … and the old sheds’',
		'‘[The pier] will be sold in spring’',
		'‘I hope that [it] will be sold in spring’',
		'‘Pier will be sold in spring’',
	]) {
		assertSilent(id, `Quist: ${quoted}\n\n${remark}`);
	}
});

test('a quotation that the body breaks off to say who speaks', () => {
	assertSilent(
		id,
		'Quist: ‘I hope that the pier will be sold’\n\n“I hope,” the mayor Ada Quist told the harbour board on Monday, “that the pier will be sold in spring.”',
	);
});

test('words that the body has without marks', () => {
	assertSilent(
		id,
		'Quist: ‘pier will be sold in spring’\n\nThe mayor Ada Quist told the harbour board on Monday that the pier will be sold in spring, and the sheds too.',
	);
});

test('titles, nicknames, distance and short phrases', () => {
	for (const headline of [
		'Quist reads from ‘The Long Grey Tide’',
		'Quist sells the ‘old lady’ of the harbour',
		'Harbour ‘reform’ passes',
		'Ivo ‘the Ferryman’ Marlow sells pier',
		'Quist calls sale ‘huge’',
	]) {
		assertSilent(id, `${headline}\n\n${remark}`);
	}
});

test('the same quotation twice, whole and in part', () => {
	assertSilent(
		id,
		`${remark}

“I hope that the pier will be sold in spring, and the old sheds with it,” Quist said again. Marlow heard her say “the pier will be sold in spring.”`,
	);
});

test('what two people say alike, and what one says of two things', () => {
	assertSilent(
		id,
		`“I think the board wants to sell the pier,” the mayor Ada Quist said. “I think that the board wants the pier to be sold,” said the clerk Ivo Marlow.

“We will build a pier in the north,” Quist said. “We will build a pier in the south,” Quist said.`,
	);
});

test('a standfirst has quotations of its own', () => {
	assertSilent(
		id,
		`Harbour board sells pier

“We will never sell the boats,” the harbour board told the mayor on Monday before it went home from the old hall

${remark}`,
	);
});

test('a headline that quotes what the caption quotes', () => {
	assertSilent(
		id,
		`Quist: ‘They want this pier sold’

${remark}

2 View gallery

‘They want this pier sold,’ Quist told reporters in the old hall

(Photo: Ivo Marlow / Norland Pictures)`,
		{ rules: { [id]: 'warning' } },
	);
});

test('nothing can be said where there is no body', () => {
	assertSilent(id, 'Quist: ‘We will sell the old pier’');
});

test('bad input', () => {
	for (const text of [
		'“',
		'‘a b c d\n\n“a',
		`Q: ‘${'the '.repeat(2000)}’\n\n${'the '.repeat(2000)}.`,
		'‘… … …’\n\nA. B. C.',
	]) {
		findingsOf(id, text);
	}
});
