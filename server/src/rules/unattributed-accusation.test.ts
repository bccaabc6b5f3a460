import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { annotationsIn, findingsOf as drafts, findingsOf, fixesOf } from '../testing/drafts';

const rule = 'unattributed-accusation';

for (const fixture of [
	`Councillor Smith took bribes from two builders.
                 ^^^^^^^^^^^ unattributed-accusation`,
	`The minister, who took bribes, resigned on Monday.
                  ^^^^^^^^^^^ unattributed-accusation`,
	`Harlow met the builders and took bribes from them.
                            ^^^^^^^^^^^ unattributed-accusation`,
	`He embezzled $2 million from the fund.
   ^^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`The ministry covered up the leak for three years.
             ^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`The money was stolen by Quist in May.
          ^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`Quist has been taking bribes for years.
      ^^^^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`Quist is a liar. The company is corrupt.
      ^^^^^^^^^ unattributed-accusation
                             ^^^^^^^^^^ unattributed-accusation`,
	`Harlow said “no comment,” but he took bribes from the builders.
                                 ^^^^^^^^^^^ unattributed-accusation`,
	`Smith lied to the council and falsified the accounts.
      ^^^^^^^ unattributed-accusation`,
	`Police tortured prisoners in the old fort.
       ^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`The pension fund has been riddled with fraud.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	`harbour disputes and is a serial liar, cheat,
                     ^^^^^^^^^^^^^^^^ unattributed-accusation`,
]) {
	test(`found: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

for (const fixture of [
	`The auditor said Smith took bribes from two builders.`,
	`Some funds are riddled with fraud. The fund was not riddled with fraud. A man in the square is a liar.`,
	`Smith did not take bribes, took no bribes, and never lied to the council.`,
	`Smith would take bribes if he could. Smith wanted to rig the vote.`,
	`Did Smith take bribes? If Smith took bribes, he must go.`,
	`Smith was charged with fraud in May. He took bribes from two builders.`,
	`Smith was accused of taking bribes. Smith denied that he lied to the council.`,
	`Smith took bribes from two builders, as records seen by the Courier show.`,
	`Thieves stole money from the church. Some drivers lied to police. Gang members smuggled drugs.`,
	`Smith was defrauded. The painting was stolen on Monday. The vote was rigged.`,
	`Quist stole the show with a song. Murders rose in Norland. The murder trial of Quist opened.`,
	`I lied to my mother. You cheat on taxes. We stole money as children.`,
	`“Smith took bribes,” Harlow said.`,
]) {
	test(`silent: ${fixture.split('\n')[0]}`, () => assertAnnotated(fixture, text => annotationsIn(rule, text)));
}

test('the message names whom it accuses, or quotes the passive with its agent', () => {
	const message = (text: string) => findingsOf(rule, text)[0]?.message;
	assert.equal(
		message('Councillor Smith took bribes from two builders.'),
		'An accusation in our own voice: who says Smith “took bribes”?',
	);
	assert.equal(
		message('The minister, who took bribes, resigned.'),
		'An accusation in our own voice: who says the minister “took bribes”?',
	);
	assert.equal(
		message('The vote was rigged by the harbour board in 2019.'),
		'An accusation in our own voice: who says “was rigged by the harbour board”?',
	);
});

test('two in one sentence are one finding with the other beside it', () => {
	const [finding, ...others] = findingsOf(rule, 'Smith lied to the council and falsified the accounts.');
	assert.equal(others.length, 0);
	assert.equal(finding?.related.length, 1);
});

test('fixes leave the name open', () => {
	assert.deepEqual(fixesOf(rule, 'The minister, who took bribes, resigned.'), [
		'The minister, who according to [who?] took bribes, resigned.',
	]);
	assert.deepEqual(fixesOf(rule, 'Smith took bribes from two builders.'), [
		'Smith took bribes from two builders, [who?] said.',
	]);
});

test('a warning in an op-ed and in court, nothing in a release or an interview', () => {
	const text = 'Smith took bribes from two builders.';
	for (const genre of ['opinion', 'analysis', 'court', 'report'] as const)
		assert.equal(findingsOf(rule, text, { genre })[0]?.severity, 'warning', genre);
	assert.equal(findingsOf(rule, text, { genre: 'essay' })[0]?.severity, 'information');
	for (const genre of ['press-release', 'interview', 'not-news'] as const)
		assert.deepEqual(findingsOf(rule, text, { genre }), [], genre);
});

test('a link, a footnote or an author and a year is a source', () => {
	const markdown = (text: string) => findingsOf(rule, text, { format: 'markdown' }).length;
	assert.equal(markdown('Smith took bribes from two builders.'), 1);
	assert.equal(markdown('Smith [took bribes](https://example.org/ruling) from two builders.'), 0);
	assert.equal(markdown('Smith took bribes from two builders.[^1]\n\n[^1]: The ruling.'), 0);
	assert.equal(markdown('Smith took bribes from two builders (Reed, 2019).'), 0);
});

test('what the body sources is information in the headline', () => {
	const text = `Harlow took bribes from builders

The auditor of Oldport said on Monday that Harlow took bribes from two builders over six years.

The vote is on Friday. No date has been set for the next one, and the hall is open until noon.
`;
	const [finding] = findingsOf(rule, text);
	assert.equal(finding?.severity, 'information');
	assert.match(finding?.message ?? '', /Par 1 has a source\.$/);
});

test('bad input is harmless', () => {
	for (const text of [
		'',
		'\ud800 took bribes',
		'took bribes '.repeat(2000),
		'Smith took “bribes',
		'Smith took\r\nbribes.',
	])
		assert.doesNotThrow(() => findingsOf(rule, text));
});

test('whoever is accused is not offered as the one who says so', () => {
	const text = 'Ann Harlow said the pier was safe. Ida Quist said it was not.\n\nHarlow took bribes from two builders.';
	const [fix] = drafts('unattributed-accusation', text)[0]?.fixes ?? [];
	assert.equal(fix?.title, 'Attribute to Ida Quist (did Ida Quist say this?)');
});
