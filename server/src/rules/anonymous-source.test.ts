import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf, fixesOf, findingsOf as inDrafts } from '../testing/drafts';

const rule = 'anonymous-source';

for (const fixture of [
	`Profits fell sharply in spring, sources said.
                                ^^^^^^^ anonymous-source`,
	`A source said the crane had failed. The source added that no one was hurt.
^^^^^^^^ anonymous-source`,
	`Another senior official at the ministry said the vote was on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source`,
	`His aides said the mayor would not come.
^^^^^^^^^ anonymous-source`,
	`A source close to the talks told Agence France-Presse that the drafting was slow.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source`,
	`A board member said the vote was on Monday, speaking anonymously because she was not authorized to speak.
^^^^^^^^^^^^^^ anonymous-source`,
	`Senior officials “will not discuss the lease” on Friday, officials said.
                                                         ^^^^^^^^^ anonymous-source`,
	`Officials said the road was shut.
^^^^^^^^^ anonymous-source`,
	// Told on a screen of anonymity, even to the public.
	`Officials urged the mayor to leave, speaking on condition of anonymity.
^^^^^^^^^ anonymous-source`,
	// A name before the comma is whom they talk of.
	`The plan was drawn up by Jan Holt, a former banker said.
                                   ^^^^^^^^^^^^^^^ anonymous-source`,
	// Another who speaks next is no prosecutor.
	`A former prosecutor said the case was weak.
^^^^^^^^^^^^^^^^^^^ anonymous-source

Ida Quist, an engineer, said on the radio that the pier would sink.`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`Police said the road would stay closed.`,
	`Prosecutors said the trial would open on Monday.`,
	`The ministry said the road would stay closed. A spokesman for the harbour board said the crane had passed its test.`,
	`A neighbour said he heard a bang. Two witnesses said the crane fell.`,
	`A friend said she was at home.`,
	`“Sources told me so,” Harlow said on Monday.`,
	`Ann Reed, an official at the ministry, said the bridge was safe.`,
	`A former chairman of the Harbour Board said the crane was old.`,
	`Officials feared that the storm would come at night.`,
	`A senior official said Reed was incompetent.`,
	`Participants will discuss the lease. Organizers said the march would begin at noon.`,
	`Aides learned on Friday that Harlow had left. Advisers have not pushed the issue.`,
	`City officials have since balked at the plan. Two senators publicly endorsed Harlow.`,
	`Election officials said the ballots were safe. Border agents said the tunnel was old.`,
	`The town was the setting of a thriller that said little.`,
	`Officials praised the march for its calm. Officials urged residents to leave at once.`,
	`They met Bo Lund and Jan Holt, a former banker who has said the pier will sink.`,
	`A former prosecutor said the case was weak.\n\nIda Quist, a prosecutor until 2010, said on the radio that it would fail.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('severity tells how bare the source is, and whose', () => {
	const severity = (text: string) => findingsOf(rule, text)[0]?.severity;
	assert.equal(severity('Profits fell sharply in spring, sources said.'), 'warning');
	assert.equal(severity('A senior official at the ministry said the vote was on Monday.'), 'information');
	assert.equal(severity('His aides said the mayor would not come.'), 'information');
	assert.equal(severity('Sources told Agence France-Presse that the drafting was slow.'), 'information');
	assert.equal(findingsOf(rule, 'Sources said profits fell.', { genre: 'opinion' })[0]?.severity, 'information');
});

test('messages', () => {
	const message = (text: string) => findingsOf(rule, text)[0]?.message;
	assert.equal(message('Profits fell in spring, sources said.'), '“sources”: who, how many, and how do they know?');
	assert.equal(
		message('An American official said the vote was on Monday.'),
		'“An American official” is not named. Not said: agency, how they know, why unnamed.',
	);
	assert.equal(
		message('Two officials at the port said the gate was shut.'),
		'“Two officials at the port” are not named. Not said: how they know, why unnamed.',
	);
	assert.equal(
		message('A source told Agence France-Presse that the drafting was slow.'),
		'Agence France-Presse’s unnamed source. Did Agence France-Presse say why?',
	);
	assert.equal(
		message('A clerk said the gate was shut, speaking anonymously because she was not authorized to speak.'),
		'“not authorized to speak” is the rule they break. What is the risk to them?',
	);
});

test('one finding a source; what it says later is beside it', () => {
	const found = findingsOf(
		rule,
		'A source said the crane had failed. The source said no one was hurt. The source gave a date.',
	);
	assert.equal(found.length, 1);
	assert.ok((found[0]?.related.length ?? 0) >= 1);
});

test('never beside anonymous-opinion on the same source', () => {
	const text = 'A source said the vote was on Monday. The source said Harlow was incompetent.';
	assert.deepEqual(findingsOf(rule, text), []);
	assert.equal(findingsOf('anonymous-opinion', text).length, 1);
});

test('fixes ask for position, basis and reason, and not for another outlet’s source', () => {
	assert.deepEqual(fixesOf(rule, 'A senior official said output fell.'), [
		'A senior official [at which body?] said output fell.',
		'A senior official who [took part, was briefed, saw it?] said output fell.',
		'A senior official, who spoke on condition of anonymity because [reason], said output fell.',
	]);
	assert.deepEqual(fixesOf(rule, 'A source told Agence France-Presse that output fell.'), []);
});

test('an office that someone holds is no source, and services that act in public withhold no one', () => {
	const silent = [
		'Several judges who asked for her letters as secretary of state have cited the vote.',
		'Police officials said a second car was found.',
		'Fire officers said the pier was shut.',
	];
	for (const text of silent) assert.deepEqual(inDrafts('anonymous-source', text), [], text);
	const found = [
		'A police official said a second car was found.',
		'Police officials told the Courier on condition of anonymity that a second car was found.',
		'Port officials said a second car was found.',
		'An aide of Harlow said on condition of anonymity that a second car was found.',
	];
	for (const text of found) assert.equal(inDrafts('anonymous-source', text).length, 1, text);
});
