import assert from 'node:assert/strict';
import test from 'node:test';
import { tableOf } from './table';
import { quay, source, statement } from './testing';

test('one row a statement, one for a source that only passes on words, for no one, and for a claim', () => {
	assert.equal(
		tableOf(quay, 'both'),
		`| Source | Identification | Kind | Role | Verb | Words | Given as | By way of | Where | Line |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | ---: |
| Ruth Alder | Named | Person | Mayor | said | the quay leaks | paraphrased |  | par 1 | 3 |
| Ruth Alder | Named | Person | Mayor | said | “We have time,” | quoted |  | par 3 | 7 |
| Norland Courier | Named | News outlet |  |  |  |  |  |  |  |
| a source close to the talks | Anonymous | Person |  | told | the money is gone | paraphrased | Norland Courier | par 2 | 5 |
| No one named |  |  |  | is expected to | be held in May | paraphrased |  | par 2 | 5 |
| The writer |  |  |  |  | The repairs led to a loss of jobs. | a claim without a source |  | par 4 | 9 |
`,
	);
});

test('rows follow the order of the view', () => {
	const names = tableOf(quay, 'kind')
		.split('\n')
		.slice(2, 6)
		.map(row => row.split(' | ')[0]);
	assert.deepEqual(names, ['| Ruth Alder', '| Ruth Alder', '| a source close to the talks', '| Norland Courier']);
});

test('no word of the draft is a mark or a cell of its own', () => {
	const hostile = 'a | b\n| c | *d* [e](https://x.example) <b> \\| `f`';
	const table = tableOf(
		{
			groups: [{ identification: 'named', sources: [source(hostile, { statements: [statement(hostile)] })] }],
			noOne: [],
			claims: [],
		},
		'both',
	);
	const rows = table.trimEnd().split('\n');
	assert.equal(rows.length, 3);
	assert.equal(rows[2]?.replace(/\\./g, '').split('|').length, 12);
	assert.doesNotMatch(table.replace(/\\./g, ''), /[<>`*[\]]|:\/\//);
});
