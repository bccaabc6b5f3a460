import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf } from '../testing/drafts';

const rule = 'no-response';

for (const fixture of [
	`The auditor said on Monday that Smith took bribes from two builders.
                                      ^^^^^^^^^^^ no-response`,
	`Ann Reed accused Quist of lying to the council. The vote is on Monday.
         ^^^^^^^^^^^^^ no-response`,
	`Records seen by the Courier show that the Harbour Board falsified its accounts. The accounts were closed in May.
                                                        ^^^^^^^^^^^^^^^^^^^^^^ no-response`,
	`The auditor said Smith took bribes. Smith embezzled $40,000 too, the auditor said.
                       ^^^^^^^^^^^ no-response`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`The auditor said that Smith took bribes. Smith declined to comment.`,
	`The auditor said that Smith took bribes. He could not be reached.`,
	`The auditor said that Smith took bribes. “I did nothing of the kind,” Smith said.`,
	`The auditor said that Smith took bribes. A lawyer for Smith called it absurd.`,
	`The auditor said that Smith took bribes. Smith’s lawyer said there was no proof.`,
	`The auditor said that Smith took bribes. He has denied it.`,
	`Ann Reed accused Quist of lying to the council. Quist did not respond to questions.`,
	`The auditor said the builders had paid too little. The vote is on Monday.`,
	`The auditor said that Smith took no bribes. Smith never lied to the council.`,
	`Some drivers lied to police, Reed said.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('it asks, and tells where; the body before the headline', () => {
	const text = `Smith took bribes, auditor says

The auditor said on Monday that Smith took bribes from two builders over six years.

The vote is on Friday. No date has been set for the next one, and the hall is open until noon.
`;
	const [finding, ...others] = findingsOf(rule, text);
	assert.equal(finding?.message, 'Did Smith answer? Par 1 accuses; no reply found.');
	assert.equal(finding?.severity, 'information');
	assert.equal(others.length, 0);
});

test('asked in court and of third parties in an interview, not in an op-ed', () => {
	const text = 'The auditor said on Monday that Smith took bribes from two builders.';
	for (const genre of ['court', 'interview', 'analysis'] as const)
		assert.equal(findingsOf(rule, text, { genre }).length, 1, genre);
	for (const genre of ['opinion', 'press-release', 'not-news'] as const)
		assert.deepEqual(findingsOf(rule, text, { genre }), [], genre);
});
