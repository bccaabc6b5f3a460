import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAnnotated } from '../testing/annotations';
import { readLexicons } from '../testing/seeds';
import { annotationsOf, findingsIn, type LineOptions } from '../testing/wordingView';
import { loadedLanguage as rule } from './loaded-language';

const lexicons = readLexicons();
const found = (text: string, options: LineOptions = {}) => findingsIn(rule, text, lexicons, options);
const messages = (text: string, options: LineOptions = {}) => found(text, options).map(({ message }) => message);

/** The text after the first fix of the first finding. */
function fixed(text: string, options: LineOptions = {}): string {
	const [edit] = found(text, options)[0]?.fixes?.[0]?.edits ?? [];
	return edit ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text;
}

test('the example is found, the non-example is not', () => {
	assertAnnotated(rule.example, text => annotationsOf(rule, text, lexicons));
	assert.deepEqual(annotationsOf(rule, rule.nonExample, lexicons), []);
});

test('the span is the phrase a reader would underline', () => {
	assertAnnotated(
		`A draft tilted toward the Bank of Norland’s owners rocked the whole country, he wrote.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ loaded-language
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ loaded-language
Reed was slammed by teachers after the regime’s vote; she lashed out at them.
         ^^^^^^^^^^ loaded-language
                                       ^^^^^^ loaded-language
                                                          ^^^^^^^^^^^^^ loaded-language`,
		text => annotationsOf(rule, text, lexicons),
	);
});

test('messages ask', () => {
	assert.deepEqual(messages('It is viewed as tilted toward Norland.'), ['Whose judgement is “tilted toward Norland”?']);
	assert.deepEqual(messages('A scandal is shaking the country.'), [
		'“shaking the country”: who says how far it reaches?',
	]);
	assert.deepEqual(messages('He met owners while pushing the deal.'), ['“pushing”: would a plainer word do?']);
	assert.deepEqual(messages('Talks with the regime failed.'), ['Whose word is “regime”?']);
	for (const entry of lexicons.loadedLanguage) {
		for (const message of messages(entry.hit)) {
			assert.ok(message.length < 120 && message.includes('?'), message);
		}
	}
	const long = `It is tilted toward ${'Norlandish '.repeat(7)}Farmers.`;
	assert.ok(messages(long).every(message => message.length < 120 && message.includes('…')));
});

test('in what a source said, the question is whose word it is', () => {
	const text = 'Reed said that a scandal was shaking the country and the regime.';
	const options = { attributed: 'a scandal was shaking the country and the regime' };
	assert.deepEqual(messages(text, options), ['Whose word is “shaking the country”?', 'Whose word is “regime”?']);
	assert.deepEqual(messages('It is tilted toward Norland.', { attributed: 'It is tilted toward Norland.' }), [
		'Whose judgement is “tilted toward Norland”?',
	]);
});

test('silent inside quotation marks, in titles and in names', () => {
	assert.deepEqual(messages('“The regime slammed Harlow,” he said, “and the absurd plan.”'), []);
	assert.deepEqual(messages('He called the “regime” ill.'), []);
	assert.deepEqual(messages('She wrote the absurd regime in 1990.', { emphasized: 'the absurd regime' }), []);
	assert.deepEqual(messages('She wrote the absurd regime in 1990.').length, 2);
	assert.deepEqual(messages('The Radical Left Party met the Strongman Club.'), []);
});

test('a headline in Title Case hides nothing', () => {
	const headline = 'Talks With Regime Fail After Premier Slams Harlow';
	assert.equal(messages(headline, { kind: 'headline' }).length, 2);
	assert.deepEqual(messages(headline), []);
});

test('fixes keep form, number, capital and article', () => {
	const cases = [
		['He met owners while pushing the agreement.', 'He met owners while promoting the agreement.'],
		['Reed slammed Harlow over it.', 'Reed criticized Harlow over it.'],
		['The union slams the decision.', 'The union criticizes the decision.'],
		['The regime fell.', 'The government fell.'],
		['Two regimes fell.', 'Two governments fell.'],
		['Regimes fall.', 'Governments fall.'],
		['It was a sham election.', 'It was a disputed election.'],
		['An illegal immigrant died.', 'An immigrant in the country illegally died.'],
		['A bloated bureaucracy met.', 'A large bureaucracy met.'],
		['A strongman rules.', 'A leader rules.'],
		['It left a tree hugger alone.', 'It left an environmentalist alone.'],
		['An unelected bureaucrat wrote it.', 'An official wrote it.'],
		['A faceless bureaucrat wrote it.', 'An official wrote it.'],
		['It is seen as tilted toward Norland.', 'It is seen as more favorable to Norland.'],
		['The draft tilts toward Norland.', 'The draft favors Norland.'],
		['Lashing out at reporters, he left.', 'Criticizing reporters, he left.'],
	] as const;
	for (const [before, after] of cases) assert.equal(fixed(before), after);
	assert.equal(found('He is pushing the deal.')[0]?.fixes?.[0]?.title, 'Write “promoting”');
	assert.equal(found('He is pushing the deal.')[0]?.fixes?.[0]?.kind, 'reword');
});

test('no neutral word, no fix; in an interview questions only', () => {
	assert.deepEqual(found('A scandal is shaking the country.')[0]?.fixes, []);
	assert.deepEqual(found('It is a way of shaking the country.')[0]?.fixes, []);
	assert.deepEqual(found('A scandal shaking the country is over.')[0]?.fixes, []);
	assert.deepEqual(found('Terrorists hold the valley.')[0]?.fixes, []);
	const [finding] = found('The regime fell.', { genre: 'interview' });
	assert.deepEqual(finding?.fixes, []);
	assert.deepEqual(finding?.alternatives, ['government']);
});

test('a participle tail can go', () => {
	assert.equal(fixed('He left amid a scandal shaking the country.'), 'He left amid a scandal.');
	assert.equal(fixed('He left, shaking the country.'), 'He left.');
	const [fix] = found('He left amid a scandal shaking the country.')[0]?.fixes ?? [];
	assert.equal(fix?.title, 'Remove “shaking the country”');
});

test('every fix removes its finding and brings none', () => {
	for (const { hit } of lexicons.loadedLanguage) {
		const before = found(hit);
		for (const finding of before) {
			for (const { edits, title } of finding.fixes ?? []) {
				const [edit] = edits;
				assert.ok(edit);
				const after = hit.slice(0, edit.span.start) + edit.text + hit.slice(edit.span.end);
				assert.equal(found(after).length, before.length - 1, `${title}: ${after}`);
			}
		}
	}
});

test('forms of one phrase are the same problem', () => {
	const same = found(
		'He slammed the plan; she slams the plan. A regime, two regimes. An absurd, ludicrous vote. He slams Reed; he slammed Harlow.',
	);
	assert.deepEqual(
		same.map(({ sameAs }) => sameAs),
		['slam', 'slam', 'regime', 'regime', 'absurd', 'ludicrous', 'slam', 'slam'],
	);
});

test('a legal word is not a judgement, and a plainer word has to fit what follows', () => {
	assert.deepEqual(messages('The board voted to hold Reed in contempt for his silence.'), []);
	assert.deepEqual(messages('The contempt citation passed by two votes.'), []);
	assert.deepEqual(messages('His contempt for the board grew.'), ['“contempt”: who says so?']);
	assert.equal(fixed('The plan drew withering criticism on Monday.'), 'The plan drew criticism on Monday.');
	assert.equal(fixed('Auditors wrote a scathing report.'), 'Auditors wrote a critical report.');
	assert.deepEqual(found('The ad demeans the office.')[0]?.fixes, []);
	assert.deepEqual(messages('The union slammed the harbour board.'), [
		'“slammed”: is that how strong it was, or the writer’s word for it?',
	]);
});
