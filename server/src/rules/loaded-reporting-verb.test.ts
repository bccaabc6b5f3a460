import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { readLexicons } from '../testing/seeds';
import { annotationsOf, findingsIn, type LineOptions } from '../testing/wordingView';
import { loadedReportingVerb as rule } from './loaded-reporting-verb';

const lexicons = readLexicons();
const found = (text: string, options: LineOptions = {}) => findingsIn(rule, text, lexicons, options);

function fixed(text: string): string {
	const [edit] = found(text)[0]?.fixes?.[0]?.edits ?? [];
	return edit ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text;
}

test('the example is found, the non-example is not', () => {
	assertAnnotated(rule.example, text => annotationsOf(rule, text, lexicons));
	assert.deepEqual(annotationsOf(rule, rule.nonExample, lexicons), []);
});

test('seeds: every verb finds its hit and leaves its miss alone', () => {
	const problems: string[] = [];
	for (const { lemma, hit, miss } of lexicons.reportingVerbs) {
		if (!found(hit).some(({ sameAs }) => sameAs === lemma)) problems.push(`${lemma}: ${hit}`);
		if (found(miss).length > 0) problems.push(`${lemma}: ${miss}`);
	}
	assert.deepEqual(problems, []);
});

test('the fix has the same form, and tells where there is an addressee', () => {
	const cases = [
		['He again claimed there is no point in it.', 'He again said there is no point in it.'],
		['Harlow claims that it is so.', 'Harlow says that it is so.'],
		['He left, claiming that it was late.', 'He left, saying that it was late.'],
		['He has claimed that it was late.', 'He has said that it was late.'],
		['He has long and loudly claimed that it was late.', 'He has long and loudly said that it was late.'],
		['They claim it is late.', 'They say it is late.'],
		[
			'The mayor claimed the old bridge over the river was safe.',
			'The mayor said the old bridge over the river was safe.',
		],
		['He admitted to police that the gate was open.', 'He told police that the gate was open.'],
		['He claimed to reporters that it was late.', 'He told reporters that it was late.'],
		['She has confessed to her mother that it was late.', 'She has told her mother that it was late.'],
		['“It is late,” claimed Harlow.', '“It is late,” said Harlow.'],
		['“It is late,” the coach snapped.', '“It is late,” the coach said.'],
		['He claimed: “It is late.”', 'He said: “It is late.”'],
		['He claimed in an interview last week that it was late.', 'He said in an interview last week that it was late.'],
		['He claimed on Monday that it was late.', 'He said on Monday that it was late.'],
		['He falsely claimed that it was late.', 'He falsely said that it was late.'],
		['The firm refused to comment on it.', 'The firm declined to comment on it.'],
		['The firms are refusing to say who paid.', 'The firms are declining to say who paid.'],
		['Claiming that it was late, he left.', 'Saying that it was late, he left.'],
	] as const;
	for (const [before, after] of cases) {
		assert.equal(fixed(before), after);
		assert.deepEqual(found(after), [], after);
	}
	assert.equal(found('He claimed that it was late.')[0]?.fixes?.[0]?.title, 'Write “said”');
});

test('silent where the verb is another one, or a noun', () => {
	const silent = [
		'She claimed to have seen it.',
		'She claimed to know that the gate was shut.',
		'He admitted lying.',
		'He insisted on a second vote.',
		'The group claimed responsibility for the blast that was heard.',
		'The flood claimed 12 lives.',
		'She claimed the title after he was hurt.',
		'She claimed it.',
		'He was admitted to hospital.',
		'He was admitted to a school that was full.',
		'The claims that were heard failed.',
		'His claim was heard.',
		'The insurance claims that the firm paid were small.',
		'Her boast that it was late was heard.',
		'It was claimed that the gate was shut.',
		'He cannot admit that it was late, and did not claim that it was early.',
		'As claimed, the gate was shut.',
		'The reform was revealed to a crowd.',
		'He refused to leave.',
		'The hotel boasts a pool that is warm.',
		'Her lawsuit claims that the firm lied.',
		'Prosecutors alleged that the firm was a front.',
		'“He claimed that it was late,” she said.',
	];
	for (const text of silent) assert.deepEqual(found(text), [], text);
	assert.deepEqual(found('He admitted that it was late.', { genre: 'court' }), []);
	assert.equal(found('He insisted that it was late.', { genre: 'court' }).length, 1);
});

test('a demand, a warning, lives and silence are no statements', () => {
	assertAnnotated(
		`Harlow insisted that she leave; Quist insisted that it was late.
                                      ^^^^^^^^ loaded-reporting-verb
He warned of floods and insisted on a vote; the storm claimed 12 lives.
The mayor refused to leave. The mayor refused to comment on it.
                                      ^^^^^^^^^^^^^^^^^^ loaded-reporting-verb
The owners grumbled that the fee was high. They grumbled about the food.
           ^^^^^^^^ loaded-reporting-verb
Quist seethed after the vote. The mayor acknowledged the crowd.
The mayor acknowledged that the plan was late.
          ^^^^^^^^^^^^ loaded-reporting-verb`,
		text => annotationsOf(rule, text, lexicons),
	);
});

test('a plain subject needs the engine’s word that the verb attributes', () => {
	const text = 'The report claims that it was late.';
	assert.equal(found(text).length, 0);
	assert.equal(found(text, { cue: { word: 'claims', source: {} } }).length, 1);
	const late = 'It was late, the mayor claimed.';
	assert.equal(found(late).length, 0);
	assert.equal(found(late, { cue: { word: 'claimed', source: {} } }).length, 1);
});

test('the verb is the writer’s in attributed words too', () => {
	const text = 'Reed said that Harlow claimed that it was late.';
	assert.equal(found(text, { attributed: 'Harlow claimed that it was late' }).length, 1);
});

test('the message compares the verb with the draft’s others', () => {
	const text = 'Harlow claimed that it was late.';
	const message = (options: LineOptions) => found(text, options)[0]?.message;
	assert.equal(message({}), '“claimed” can signal doubt. Meant?');
	const verbs = [
		['say', 11],
		['claim', 1],
	] as const;
	assert.equal(message({ verbs }), '“claimed” can signal doubt; the only one beside 11 “said”. Meant?');
	assert.equal(
		message({
			verbs: [
				['say', 2],
				['claim', 1],
			],
		}),
		'“claimed” can signal doubt. Meant?',
	);
	const more = [
		['say', 9],
		['claim', 3],
	] as const;
	const cue = { word: 'claimed', source: { shortName: 'Harlow', verbs: [['claim', 3]] as const } };
	assert.equal(
		message({ verbs: more, cue }),
		'“claimed” can signal doubt; 3 times, only of Harlow, beside 9 “said”. Meant?',
	);
	const one = { word: 'claimed', source: { shortName: 'Harlow', verbs: [['claim', 1]] as const } };
	assert.equal(message({ verbs: more, cue: one }), '“claimed” can signal doubt. Meant?');
	assert.equal(found('He admitted that it was late.')[0]?.message, '“admitted” implies guilt. Meant?');
});

test('a tic is one problem', () => {
	const same = found('He claimed that it was late, and she claims it was early.');
	assert.deepEqual(
		same.map(({ sameAs }) => sameAs),
		['claim', 'claim'],
	);
});
