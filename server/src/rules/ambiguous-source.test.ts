import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf, fixesOf } from '../testing/drafts';

const rule = 'ambiguous-source';

for (const fixture of [
	`A source close to the harbour board said the crane was old. A senior source at the port said it was safe. According to the source, no one was told.
                                                                                                                       ^^^^^^^^^^ ambiguous-source`,
	`Two officials disagree. An official at the port told The Oldport Courier the crane was safe. A police official said it was not.
The official added that the gate would stay shut.
^^^^^^^^^^^^ ambiguous-source`,
	`The crane fell on Monday. The source said no one was hurt.
                          ^^^^^^^^^^ ambiguous-source`,
	`The crane fell on Monday. The officials said no one was hurt.
                          ^^^^^^^^^^^^^ ambiguous-source`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`An adviser to Mayor Harlow said the plan was late. Another adviser said it was dead. The adviser gave no date.`,
	`A source close to the harbour board said the crane was old. The source said the board knew.`,
	`A source close to the harbour board said the crane was old. A senior source said it was safe. The senior source gave no name.`,
	`Ann Reed, an official at the port, said the crane was safe. The official added that the gate would stay shut.`,
	`The mayor of Oldport said the crane was safe. The minister said it was not.`,
	`“The source told me nothing,” Harlow said on Monday.`,
	`Port officials met on Monday. The officials said no one was hurt.`,
	`A source said the crane was old. Sources at the port said it was safe. The source gave no name.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('the fix repeats what tells one from the other, and settles it', () => {
	const text =
		'A source close to the harbour board said the crane was old. A senior source at the port said it was safe. According to the source, no one was told.';
	const fixed = fixesOf(rule, text);
	assert.deepEqual(
		fixed.map(after => after.slice(after.indexOf('According'))),
		[
			'According to the senior source at the port, no one was told.',
			'According to the source close to the harbour board, no one was told.',
		],
	);
	for (const after of fixed) assert.deepEqual(findingsOf(rule, after), []);
});

test('the message tells both apart', () => {
	const text = 'A source close to the harbour board said the crane was old. Another senior source said it was safe.';
	assert.equal(
		findingsOf(rule, `${text} According to the source, no one was told.`)[0]?.message,
		'Which source: the one “close to the harbour board” or “another senior source”?',
	);
});

test('the same two are one question', () => {
	const text = 'A source close to the harbour board said the crane was old. Another senior source said it was safe.';
	const found = findingsOf(rule, `${text} The source said no one was told. The source added that no one asked.`);
	assert.equal(found.length, 1);
	assert.equal(found[0]?.related.length, 1);
});
