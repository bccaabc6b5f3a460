import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toEnd } from '../text/slices';
import { type CheckingFormat, exportChecking } from './export';
import type { CheckRecord } from './progress';
import { checkedItemsOf } from './testing';

function exported(format: CheckingFormat, text: string, said: Partial<CheckRecord> = {}): string {
	const list = (records: readonly CheckRecord[]) => checkedItemsOf(text, records);
	const anchor = list([])[0]?.anchor;
	assert.ok(anchor);
	const record = { anchor, checked: anchor.sentence, said: true, so: true, evidence: '', note: '', ...said };
	return toEnd(exportChecking(format, { file: 'ferry.md', items: list([record]) }));
}

const draft = 'The ferry has cost $40 million.\n\nTom Quist said the yard lost 12 boats.\n';

test('CSV: a row an item, every cell in quotation marks, lines end as RFC 4180 has them', () => {
	const lines = exported('csv', draft, { evidence: 'https://example.org/a,b', note: 'He said "no".' }).split('\r\n');
	assert.equal(
		lines[0],
		'\uFEFF"Where","Line","Kind","To check","In the text","Said by","Said so?","Is it so?","Changed since checked","Evidence","Note"',
	);
	assert.equal(
		lines[1],
		'"Paragraph 1","1","Figure","$40 million","The ferry has cost $40 million.","","","yes","","https://example.org/a,b","He said ""no""."',
	);
	assert.ok(
		lines.includes(
			'"Paragraph 2","3","Figure","12 boats","Tom Quist said the yard lost 12 boats.","Tom Quist","open","open","","",""',
		),
		lines.join('\n'),
	);
	assert.equal(lines.at(-1), '');
});

for (const note of ['=HYPERLINK("https://example.org")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '|calc', '%1']) {
	test(`CSV: ${JSON.stringify(note)} is no formula, and no second line`, () => {
		const text = exported('csv', draft, { note: `${note}\nmore` });
		assert.match(text.split('\r\n')[1] ?? '', /,"'[^"]/);
		assert.doesNotMatch(text, /[^\r]\n/);
	});
}

test('Markdown: a task an item under its paragraph, with both questions where someone said it', () => {
	assert.equal(
		exported('markdown', draft, { evidence: 'https://example.org/budget.pdf', note: 'page *4*' }),
		`# Checking list: ferry.md

1 of 3 checked

## Paragraph 1

- [x] Figure: \\$40 million (The ferry has cost \\$40 million.)
  - Evidence: <https://example.org/budget.pdf>
  - Note: page \\*4\\*

## Paragraph 2

- [ ] Name: Tom Quist (Tom Quist said the yard lost 12 boats.)
- [ ] Figure: 12 boats (Tom Quist said the yard lost 12 boats.); said by Tom Quist
  - [ ] Said so?
  - [ ] Is it so?
`,
	);
});

test('Markdown: no word of the draft and no evidence is a mark or a link', () => {
	const text = exported('markdown', 'The ferry <b>Aln</b> has cost $40 million [or](http://x.example/) so.\n', {
		evidence: 'javascript:alert(1)<img>',
		note: '[a](http://b.example/)',
	});
	assert.doesNotMatch(text, /(?<!\\)<|(?<!\\)\]\(|(?<!\\)\[(?![ x]\])/);
});
