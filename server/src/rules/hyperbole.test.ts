import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsOf, findingsOf, fixesOf } from '../testing/engine';

const id = 'hyperbole';

const fixtures: readonly string[] = [
	`The board approved a massive loan after an unprecedented vote.
                     ^^^^^^^ hyperbole
                                           ^^^^^^^^^^^^^ hyperbole`,
	'The keeper died of a massive heart attack, and astronomers saw a huge star.',
	`It was a historic pact, signed in the historic centre.
         ^^^^^^^^ hyperbole`,
	`Prices skyrocketed and rents soared in the spring.
       ^^^^^^^^^^^ hyperbole
                             ^^^^^^ hyperbole`,
	'Eagles soared over the bay, and the car plunged into the river.',
	`The port faces an avalanche of complaints.
                  ^^^^^^^^^^^^ hyperbole`,
	'An avalanche of snow closed the pass.',
	`It was the biggest storm ever, and the worst flood in living memory.
           ^^^^^^^^^^^^^^^^^^ hyperbole
                                                   ^^^^^^^^^^^^^^^^ hyperbole`,
	'Quist said the loan was massive and the vote historic. “An unprecedented rise,” she added.',
	'The loan was not massive, and the rise was hardly unprecedented.',
	'She joined the Historic Norland Society and sang at the Massive Hall.',
	`The plan is hugely popular and extremely costly; the lake is extremely cold.
            ^^^^^^ hyperbole
                               ^^^^^^^^^ hyperbole`,
	`The embattled mayor met owners over the controversial fee.
    ^^^^^^^^^ hyperbole
                                        ^^^^^^^^^^^^^ hyperbole`,
	'The state sent disaster relief after the quake; the revolutionary army marched.',
];

for (const fixture of fixtures) {
	test(fixture.split('\n')[0] as string, () => assertAnnotated(fixture, text => annotationsOf(id, text)));
}

test('each kind of word has its question', () => {
	const message = (text: string) => findingsOf(id, text)[0]?.message;
	assert.equal(message('The board approved a massive loan.'), '“massive”: how large?');
	assert.equal(message('It was an unprecedented vote.'), '“unprecedented”: who checked, and how far back?');
	assert.equal(message('Prices skyrocketed.'), '“skyrocketed”: from what to what?');
	assert.equal(message('The town faces countless claims.'), '“countless”: how many?');
});

test('a fix measures, plainly or in a query, and the article follows', () => {
	assert.ok(
		fixesOf(id, 'The port saw an unprecedented rise in fees.').includes('The port saw a [how large?] rise in fees.'),
	);
	assert.ok(fixesOf(id, 'The port saw a massive increase in fees.').includes('The port saw an increase in fees.'));
	assert.ok(fixesOf(id, 'Massive cuts hit the port.').includes('Cuts hit the port.'));
	assert.deepEqual(fixesOf(id, 'Prices have skyrocketed.'), ['Prices have risen.']);
	assert.deepEqual(fixesOf(id, 'The office faced an avalanche of complaints.'), [
		'The office faced a large number of complaints.',
	]);
});

test('no fix where other words lean on it', () => {
	for (const text of [
		'It was so massive a loan that it failed.',
		'The vote was unprecedented.',
		'It was a historic and costly vote.',
	]) {
		assert.ok(
			fixesOf(id, text).every(after => !after.includes('so a ') && !/\ba and\b|was \.$/.test(after)),
			text,
		);
	}
	assert.deepEqual(fixesOf(id, 'The vote was unprecedented.'), []);
	assert.deepEqual(
		findingsOf(id, 'Q: Was it a massive loan?', 'interview').flatMap(({ fixes }) => fixes),
		[],
	);
});
