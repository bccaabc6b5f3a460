import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf, fixesOf } from '../testing/drafts';

const rule = 'anonymous-opinion';

for (const fixture of [
	`An aide to the mayor said Reed was incompetent.
^^^^^^^^^^^^^^^^^^^^ anonymous-opinion`,
	`“He lost control of the council long ago,” said a senior official at the ministry.
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-opinion`,
	`One official praised Harlow for her patience.
^^^^^^^^^^^^ anonymous-opinion`,
	`A source close to the talks said Quist had lied to the delegation.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-opinion`,
	`Port officials said Harlow had a plan to discredit the union.
^^^^^^^^^^^^^^ anonymous-opinion`,
	`“Harlow is a disaster,” a source said. The source said the vote was on Monday.
                        ^^^^^^^^ anonymous-opinion`,
	`A board member, who asked not to be named, said the director was out of her depth.
^^^^^^^^^^^^^^ anonymous-opinion`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`An aide to the mayor said Reed would speak on Monday.`,
	`A senior official said the talks were difficult and the drafting slow.`,
	`An official said the weak bridge would be closed, and Harlow had been told.`,
	`Ann Reed, an aide to the mayor, said Quist was incompetent.`,
	`Police said Quist had lied to officers.`,
	`A neighbour said Quist was a fool.`,
	`Critics said Harlow was reckless.`,
	`“A source called Quist a fool,” Harlow said on Monday.`,
	`Officials feared the storm would come at night.`,
	`Her advisers think Harlow has the patience for it. Her allies fear that Quist will find more letters.`,
	`Officials praised Harlow and the firefighters. An official said Quist was jailed after a conviction for fraud.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('the message quotes the judgement, and points at it', () => {
	const text = 'An aide to the mayor said Reed was out of her depth.';
	const [finding] = findingsOf(rule, text);
	assert.equal(finding?.message, 'Unnamed, and judging others: “out of her depth”. Fact or view?');
	const [place] = finding?.related ?? [];
	assert.equal(text.slice(place?.span.start, place?.span.end), 'out of her depth');
});

test('a warning, whoever relays it; information in an op-ed', () => {
	const relayed = 'A source told Agence France-Presse that Quist was a coward.';
	assert.equal(findingsOf(rule, relayed)[0]?.severity, 'warning');
	assert.deepEqual(fixesOf(rule, relayed), []);
	const text = 'An aide said Reed was incompetent.';
	assert.equal(findingsOf(rule, text)[0]?.severity, 'warning');
	assert.equal(findingsOf(rule, text, { genre: 'opinion' })[0]?.severity, 'information');
	assert.deepEqual(findingsOf(rule, text, { genre: 'press-release' }), []);
});

test('one finding a source', () => {
	const found = findingsOf(rule, 'A source said Harlow was weak. The source said Harlow was arrogant too.');
	assert.equal(found.length, 1);
	assert.ok((found[0]?.related.length ?? 0) >= 2);
});
