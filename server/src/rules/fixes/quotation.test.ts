import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeQuotation } from './quotation';
import { applied, type Circumstances, viewOf } from './testing';

const british: Circumstances = { habits: { quotes: 'curly-single', punctuationInside: false } };

function attributed(text: string, circumstances: Circumstances = {}, index = 0): string | null {
	const fixes = attributeQuotation(viewOf(text, circumstances), index);
	assert.ok(fixes.length <= 1);
	return fixes[0] === undefined ? null : applied(text, fixes[0]);
}

function rows(name: string, table: readonly (readonly [string, string | null, Circumstances?, number?])[]): void {
	for (const [before, after, circumstances, index] of table) {
		test(`${name}: ${before}`, () => assert.equal(attributed(before, circumstances, index), after));
	}
}

rows('full quotation', [
	['“We will not leave.”', '“We will not leave,” [who?] said.'],
	['"We will not leave."', '"We will not leave," [who?] said.'],
	['‘We will not leave.’', '‘We will not leave,’ [who?] said.', british],
	['‘We will not leave’.', '‘We will not leave’, [who?] said.', british],
	['“We will not leave”.', '“We will not leave,” [who?] said.'],
	['“We will not leave”', '“We will not leave,” [who?] said.'],
	['‘We will not leave’', '‘We will not leave’, [who?] said.', british],
	['“Is this the end?”', '“Is this the end?” [who?] asked.'],
	['‘Is this the end?’', '‘Is this the end?’ [who?] asked.', british],
	['“Is this the end?!”', '“Is this the end?!” [who?] asked.'],
	['“What a mess!”', '“What a mess!” [who?] said.'],
	['“We hoped …”', '“We hoped …” [who?] said.'],
	['“We hoped...”', '“We hoped...” [who?] said.'],
	['“We hoped—”', '“We hoped—” [who?] said.'],
	['“We love the U.S.”', '“We love the U.S.,” [who?] said.'],
	['“We will not leave.”[3]', '“We will not leave,” [who?] said.[3]'],
	['Rain fell. “We will not leave.” It was over.', 'Rain fell. “We will not leave,” [who?] said. It was over.'],
	['“We will not leave.”', '“We will not leave,” said [who?].', { habits: { order: 'cue-source' } }],
	['“Is this the end?”', '“Is this the end?” [who?] asks.', { habits: { tense: 'says' } }],
	['‘We will not leave’', '‘We will not leave,’ [who?] says', { kind: 'headline' }],
	['The crowd was clear: “We will not leave.”', 'The crowd was clear: “We will not leave,” [who?] said.'],
	['“Never,” came the answer.', null],
	['“We will not leave,” and the hall fell silent.', '“We will not leave,” [who?] said, and the hall fell silent.'],
]);

rows('several sentences', [
	['“We will not leave. This is our land.”', '“We will not leave,” [who?] said. “This is our land.”'],
	['‘We will not leave. This is our land.’', '‘We will not leave,’ [who?] said. ‘This is our land.’', british],
	['"We will not leave. This is our land."', '"We will not leave," [who?] said. "This is our land."'],
	['“Is this the end? We will not leave.”', '“Is this the end?” [who?] asked. “We will not leave.”'],
	['“What a mess! We will not leave.”', '“What a mess!” [who?] said. “We will not leave.”'],
	['“He told me ‘no.’ We will not leave.”', '“He told me ‘no,’” [who?] said. “We will not leave.”'],
	['“Go. Run. Hide.”', '“Go,” [who?] said. “Run. Hide.”'],
]);

rows('several paragraphs', [
	['“We will not leave.', '“We will not leave,” [who?] said.'],
	['“We will not leave. This is our land.', '“We will not leave,” [who?] said. “This is our land.'],
	['“Will we leave?', '“Will we leave?” [who?] asked.'],
	['“He told me ‘no.’', '“He told me ‘no,’” [who?] said.'],
]);

test('a quotation carried on from the paragraph before is attributed there', () => {
	const view = viewOf('This is our land.” Rain fell.');
	const carried = {
		start: 0,
		end: 18,
		inner: { start: 0, end: 17 },
		kind: 'direct',
		open: '',
		close: '”',
		parent: null,
	} as const;
	assert.deepEqual(attributeQuotation({ ...view, analysis: { ...view.analysis, quotations: [carried] } }, 0), []);
});

rows('nested', [
	['“He told me ‘no.’”', '“He told me ‘no,’” [who?] said.'],
	['“He told me ‘no.’”', '“He told me ‘no,’” [who?] said.', {}, 1],
	['‘He told me “no.”’', '‘He told me “no,”’ [who?] said.', british],
	['‘He told me “no”.’', '‘He told me “no”,’ [who?] said.', british],
]);

rows('partial', [
	[
		'At the same time, firms could cooperate in “exploiting the many minerals in the far north.”',
		'At the same time, firms could cooperate in “exploiting the many minerals in the far north,” [who?] said.',
	],
	['They could share ‘the many minerals’.', 'They could share ‘the many minerals’, [who?] said.', british],
	['They could share ‘the many minerals.’', 'They could share ‘the many minerals’, [who?] said.', british],
	['The “many minerals” are worth billions.', 'The “many minerals” are worth billions, [who?] said.'],
	['They shared “the many minerals”; Reed left.', 'They shared “the many minerals,” [who?] said; Reed left.'],
	[
		'Reed said no, but the talks on “many minerals” have stalled.',
		'Reed said no, but according to [who?], the talks on “many minerals” have stalled.',
		{ attributed: [['Reed', 'said', 'no']] },
	],
	[
		'Reed said no, but the talks on ‘many minerals’ have stalled.',
		'Reed said no, but according to [who?], the talks on ‘many minerals’ have stalled.',
		{ ...british, attributed: [['Reed', 'said', 'no']] },
	],
]);

test('the choice holds those who speak nearby', () => {
	const [fix] = attributeQuotation(viewOf('“Is this the end?”', { speakers: ['Marin'] }), 0);
	assert.equal(fix?.title, 'Attribute to Marin (did Marin say this?)');
	assert.equal(fix?.edits[0]?.snippet, `” \${1|[who?],Marin|} asked.`);
});

test('no such quotation, and bad input', () => {
	assert.deepEqual(attributeQuotation(viewOf('Rain fell.'), 0), []);
	for (const text of ['“', '“”', '“.”', '“?', '‘“’”', '“\ud800”', '“ ”.', '"".', '“a” “b', '“\u0000.”', '“.” “.”']) {
		const view = viewOf(text);
		for (const index of view.analysis.quotations.keys()) {
			for (const fix of attributeQuotation(view, index)) applied(text, fix);
		}
	}
});
