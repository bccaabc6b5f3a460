import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsOf, findingsOf, fixesOf } from '../testing/engine';

const id = 'dehumanizing-language';

const fixtures: readonly string[] = [
	`A flood of migrants is crossing the pass.
  ^^^^^^^^^^^^^^^^^ dehumanizing-language`,
	'A flood of water is crossing the road.',
	`A new wave of thousands of young refugees reached the port.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dehumanizing-language`,
	'A wave of migrant boats reached the port, and a wave of strikes the mill.',
	`A swarm of migrants waited at the gate.
  ^^^^^^^^^^^^^^^^^ dehumanizing-language`,
	'A swarm of bees waited at the gate, and a horde of reporters.',
	`The quarter is infested with beggars, he wrote.
               ^^^^^^^^^^^^^^^^^^^^^ dehumanizing-language`,
	'The mill was infested with rats, and the town was swamped by mail.',
	`Migrants are flooding into the valley.
             ^^^^^^^^^^^^^ dehumanizing-language`,
	'Water is flooding into the valley, and letters flooded the office.',
	`Police herded protesters into a yard.
       ^^^^^^ dehumanizing-language`,
	'Two dogs herded sheep into a yard; the bus dumped gravel.',
	`The leaflet warns of a migrant invasion and wants to exterminate the settlers.
                       ^^^^^^^^^^^^^^^^ dehumanizing-language
                                                     ^^^^^^^^^^^ dehumanizing-language`,
	'She joined the Migrant Flood Relief Fund.',
];

for (const fixture of fixtures) {
	test(fixture.split('\n')[0] as string, () => assertAnnotated(fixture, text => annotationsOf(id, text)));
}

test('the fix counts people, and the verb agrees', () => {
	const cases = [
		['A flood of migrants is crossing the pass.', 'Many migrants are crossing the pass.'],
		['A wave of refugees has reached the port.', 'Many refugees have reached the port.'],
		['A swarm of migrants crosses the pass.', 'Many migrants cross the pass.'],
		['A swarm of migrants carries the boats.', 'Many migrants carry the boats.'],
		['A swarm of migrants waited at the gate.', 'Many migrants waited at the gate.'],
		['A massive flood of migrants was at the gate.', 'Many migrants were at the gate.'],
		['Waves of refugees are at the gate.', 'Many refugees are at the gate.'],
		['The town expects a flood of migrants.', 'The town expects many migrants.'],
		['The flood of migrants has slowed.', 'The arrival of migrants has slowed.'],
		['Migrants are flooding into the valley.', 'Migrants are coming into the valley.'],
	] as const;
	for (const [before, after] of cases) {
		assert.equal(fixesOf(id, before)[0], after);
		assert.deepEqual(findingsOf(id, after), [], after);
	}
	assert.ok(fixesOf(id, 'There was a flood of migrants.').every(after => !after.includes('was many')));
});

test('a warning in a report, milder in a headline, a question in a quotation', () => {
	const [own] = findingsOf(id, 'A flood of migrants is crossing the pass.');
	assert.equal(own?.message, '“flood of migrants” pictures people as water. Plainer: “many migrants”.');
	assert.equal(own?.severity, 'warning');
	const [quoted] = findingsOf(id, '“A flood of migrants is coming here,” Harlow said.');
	assert.equal(quoted?.severity, 'information');
	assert.equal(quoted?.message, '“flood of migrants” pictures people as water. Needed in the quotation?');
	assert.deepEqual(quoted?.fixes, []);
	assert.equal(findingsOf(id, 'A flood of migrants is crossing.', 'analysis')[0]?.severity, 'information');
});
