import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsOf, findingsOf, fixesOf } from '../testing/engine';

const id = 'euphemism';

const fixtures: readonly string[] = [
	`Troops neutralised two fighters near the ford.
       ^^^^^^^^^^^ euphemism`,
	'Lime neutralised the acid before it reached the river.',
	`The report lists collateral damage in three villages.
                 ^^^^^^^^^^^^^^^^^ euphemism`,
	'The collateral for the loan was damaged.',
	`The men were held for enhanced interrogation.
                      ^^^^^^^^^^^^^^^^^^^^^^ euphemism`,
	`The old keeper passed away on Friday and was laid to rest on Monday.
               ^^^^^^^^^^^ euphemism
                                             ^^^^^^^^^^^^ euphemism`,
	'The storm passed on its way south, and she passed on the news.',
	`Forty clerks were let go in May.
             ^^^^^^^^^^^ euphemism`,
	'She let go of the rope and was let off.',
	`The mill let go of 40 workers and reported negative growth.
         ^^^^^^^^^ euphemism
                                           ^^^^^^^^^^^^^^^ euphemism`,
	`The strike took out two gunmen; the mayor took out a loan.
           ^^^^^^^^ euphemism`,
	'“It was collateral damage,” Quist said.',
	`There was an officer-involved shooting on Elm Street.
             ^^^^^^^^^^^^^^^^^^^^^^^^^ euphemism`,
	'The team was eliminated in the cup, and the acid was neutralised.',
];

for (const fixture of fixtures) {
	test(fixture.split('\n')[0] as string, () => assertAnnotated(fixture, text => annotationsOf(id, text)));
}

test('a fix never chooses a fact', () => {
	const [finding] = findingsOf(id, 'Troops neutralised two fighters near the ford.');
	assert.equal(finding?.message, '“neutralised”: killed, wounded or captured?');
	assert.deepEqual(finding?.fixes, []);
	assert.deepEqual(fixesOf(id, 'Forty clerks were let go in May.'), []);
});

test('where the plain word means the same, it is offered', () => {
	assert.deepEqual(fixesOf(id, 'The old keeper passed away on Friday.'), ['The old keeper died on Friday.']);
	assert.deepEqual(fixesOf(id, 'He is held in a correctional facility.'), ['He is held in a prison.']);
	assert.deepEqual(fixesOf(id, 'The guard discharged his weapon.'), ['The guard fired his weapon.']);
});

test('in what a source said it is a hint', () => {
	const [finding] = findingsOf(id, 'Quist said that the strike caused collateral damage in the village.');
	assert.equal(finding?.severity, 'hint');
});
