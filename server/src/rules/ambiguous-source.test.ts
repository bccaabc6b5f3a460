import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated, prose } from '../testing/annotations';
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

// --- pronouns, at the desk ---------------------------------------------------------------------------------------

const desk = { strictPronouns: true };

for (const fixture of [
	`Ivo Reed and Edwin Hale met on Monday. He said the lock leaks.
                                       ^^ ambiguous-source`,
	`The board has sued Ida Quist and Vera Holm. In a letter on Friday, she said the lock leaks.
                                                                   ^^^ ambiguous-source`,
]) {
	test(`at the desk: ${fixture.split('\n')[0]}`, () => {
		assertAnnotated(fixture, text => annotationsIn(rule, text, desk));
		assert.deepEqual(findingsOf(rule, prose(fixture)), [], 'not in a draft');
	});
}

for (const fixture of [
	// The subject of the sentence before, or the only one whose gender the draft's own words leave open.
	`Ivo Reed met Edwin Hale on Monday. He said the lock leaks.`,
	`Ms. Quist and Mr. Hale met on Monday. He said the lock leaks.`,
	`The mayor met Ivo Reed and Edwin Hale on Monday. He said the lock leaks.`,
	`Oren Blythe met Ivo Reed and Edwin Hale on Monday. He said the lock leaks.`,
	`Ivo Reed said the crane was old, and Edwin Hale said it was new. He gave no date, he said.`,
	`Ivo Reed and Edwin Hale met on Monday. Reed said he had seen the lock.`,
	`Ivo Reed and Edwin Hale met on Monday. They said the lock leaks.`,
	`Ivo Reed and Edwin Hale met on Monday. “He said it leaks,” Oren Blythe said.`,
]) {
	test(`at the desk, silent: ${fixture}`, () => assert.deepEqual(annotationsIn(rule, fixture, desk), []));
}

test('at the desk the question names both, and either name answers it', () => {
	const text = 'Ivo Reed and Edwin Hale met on Monday. He said the lock leaks.';
	const [found] = findingsOf(rule, text, desk);
	assert.equal(found?.message, 'Who is “he”: Ivo Reed or Edwin Hale?');
	const after = fixesOf(rule, text, desk);
	assert.deepEqual(
		after.map(draft => draft.slice(39)),
		['Ivo Reed said the lock leaks.', 'Edwin Hale said the lock leaks.'],
	);
	for (const draft of after) assert.deepEqual(findingsOf(rule, draft, desk), []);
});
