import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsOf, findingsOf, fixesOf } from '../testing/engine';

const id = 'scare-quotes';

const fixtures: readonly string[] = [
	`The town paid for the “renewal” of the pier.
                      ^^^^^^^^^ scare-quotes`,
	`Two “volunteers” guarded the gate.
    ^^^^^^^^^^^^ scare-quotes`,
	`The firm sold its "green" coal to the mill.
                  ^^^^^^^ scare-quotes`,
	'Quist called the plan a “reform”.',
	'The ferry, known as “the bucket”, sank.',
	'Tom “Red” Harlow was aboard.',
	'She read “The Old Pier” to the children.',
	'The word “slip” means a place for boats.',
	'“We need a reform,” Quist said. The “reform” was voted down.',
	'Harlow said that the “reform” would fail.',
	`The “peace plan” failed, and the “peace plan” was dropped.
    ^^^^^^^^^^^^ scare-quotes`,
	'The form asks for "name" and the tag reads title="harbour".',
	'The board promised “a new pier for every child in the town by the end of May”.',
	'A dialect has words. The word for boat is “slup”, a noun; the phrase is old. Linguists like “slup” and “sloop”.',
];

for (const fixture of fixtures) {
	test(fixture.split('\n')[0] as string, () => assertAnnotated(fixture, text => annotationsOf(id, text)));
}

test('silent in headlines', () => {
	const text = 'Council passes ‘reform’ after night of debate\n\nThe council met on Monday. It voted at noon.';
	assert.deepEqual(findingsOf(id, text), []);
});

test('fixes take the marks away, or ask who says it', () => {
	assert.deepEqual(fixesOf(id, 'The town paid for the “renewal” of the pier.'), [
		'The town paid for the renewal of the pier.',
		'The town paid for what [who?] called the “renewal” of the pier.',
	]);
	assert.deepEqual(fixesOf(id, 'Two “volunteers” guarded the gate.'), ['Two volunteers guarded the gate.']);
	assert.equal(
		findingsOf(id, 'The town paid for the “renewal” of the pier.')[0]?.message,
		'Whose word is “renewal”? No one nearby says it.',
	);
});

test('many marks take no longer than their number', () => {
	const text = 'The “reform” and the “volunteers” met. '.repeat(3_000);
	const started = performance.now();
	findingsOf(id, text);
	assert.ok(performance.now() - started < 10_000);
});
