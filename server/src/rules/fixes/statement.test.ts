import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeStatement } from './statement';
import { applied, type Circumstances, expand, spanOf, viewOf } from './testing';

const british: Circumstances = { habits: { quotes: 'curly-single', punctuationInside: false } };

/** The prose after the only fix for those words; null where there is none. */
function attributed(text: string, claim = text, circumstances: Circumstances = {}): string | null {
	const fixes = attributeStatement(viewOf(text, circumstances), spanOf(text, claim));
	assert.ok(fixes.length <= 1);
	return fixes[0] === undefined ? null : applied(text, fixes[0]);
}

function rows(name: string, table: readonly (readonly [string, string | null, string?, Circumstances?])[]): void {
	for (const [before, after, claim, circumstances] of table) {
		test(`${name}: ${before}`, () => assert.equal(attributed(before, claim, circumstances), after));
	}
}

rows('plain statement', [
	['Output fell 12 percent.', 'Output fell 12 percent, [who?] said.'],
	['Output fell 12 percent.', 'Output fell 12 percent, [who?] said.', '12 percent'],
	[
		'Rain fell. Output fell 12 percent. Prices rose.',
		'Rain fell. Output fell 12 percent, [who?] said. Prices rose.',
		'Output',
	],
	['He flew to the U.S.', 'He flew to the U.S., [who?] said.'],
	['Talks end at 5 p.m.', 'Talks end at 5 p.m., [who?] said.'],
	['The buyer was Hallow Inc.', 'The buyer was Hallow Inc., [who?] said.'],
	['Output  fell\u00a012 percent .', 'Output  fell\u00a012 percent , [who?] said.'],
	['Output fell 12 percent', 'Output fell 12 percent, [who?] said'],
	['Output fell 3 percent — the most since 2009.', 'Output fell 3 percent — the most since 2009, [who?] said.'],
	['Output fell by \ud800 percent.', 'Output fell by \ud800 percent, [who?] said.'],
]);

rows('habits', [
	['Output fell.', 'Output fell, [who?] says.', 'Output', { habits: { tense: 'says' } }],
	['Output fell.', 'Output fell, said [who?].', 'Output', { habits: { order: 'cue-source' } }],
]);

const long =
	'which opened in 1987 and was later sold to a rival group after a bitter dispute between two brothers over their father’s will';
rows('over 25 words', [
	[`The plant, ${long}, lost money.`, `According to [who?], the plant, ${long}, lost money.`, 'lost money'],
	[`Robert Hale, ${long}, lost money.`, `According to [who?], Robert Hale, ${long}, lost money.`, 'lost money'],
	[`NATO, ${long}, lost money.`, `According to [who?], NATO, ${long}, lost money.`, 'lost money'],
	[`I, ${long}, lost money.`, `According to [who?], I, ${long}, lost money.`, 'lost money'],
	[`U.S.-led forces, ${long}, lost money.`, `According to [who?], U.S.-led forces, ${long}, lost money.`, 'lost money'],
	[`12 plants, ${long}, lost money.`, `According to [who?], 12 plants, ${long}, lost money.`, 'lost money'],
	[
		`Twenty-one plants, ${long}, lost money.`,
		`According to [who?], twenty-one plants, ${long}, lost money.`,
		'lost money',
	],
	[`But the plant, ${long}, lost money.`, `But according to [who?], the plant, ${long}, lost money.`, 'lost money'],
	[
		`However, the plant, ${long}, lost money.`,
		`However, according to [who?], the plant, ${long}, lost money.`,
		'lost money',
	],
	// It may be a name or a noun: nothing is put before it.
	[`Hallow, ${long}, lost money.`, `Hallow, ${long}, lost money, [who?] said.`, 'lost money'],
	[
		`Hallow, ${long}, lost money.`,
		`According to [who?], Hallow, ${long}, lost money.`,
		'lost money',
		{ speakers: ['Hallow'] },
	],
]);

rows('subordinate clause', [
	[
		'Although prices fell, wages rose 3 percent.',
		'Although prices fell, wages rose 3 percent, [who?] said.',
		'wages rose 3 percent',
	],
	['Although prices fell, wages rose 3 percent.', 'Although prices fell, wages rose 3 percent, [who?] said.'],
	[
		'Because the ministry hid the figures, the sale went on.',
		'Because the ministry, according to [who?], hid the figures, the sale went on.',
		'the ministry hid the figures',
	],
	[
		'Because the ministry hid the figures, the sale went on.',
		'Because the ministry, according to [who?], hid the figures, the sale went on.',
		'Because the ministry hid the figures',
	],
	[
		'Because he hid the figures, the sale went on.',
		'Because, according to [who?], he hid the figures, the sale went on.',
		'he hid the figures',
	],
	[
		'The sale went on because the ministry hid the figures.',
		'The sale went on because the ministry, according to [who?], hid the figures.',
		'the ministry hid the figures',
	],
	[
		'The sale went on because the ministry hid the figures.',
		'The sale went on because the ministry hid the figures, [who?] said.',
	],
]);

rows('relative clause', [
	[
		'The minister, who took bribes, resigned.',
		'The minister, who according to [who?] took bribes, resigned.',
		'took bribes',
	],
	[
		'The minister, who took bribes, resigned.',
		'The minister, who according to [who?] took bribes, resigned.',
		'who took bribes',
	],
	['The firm that paid bribes was sold.', 'The firm that according to [who?] paid bribes was sold.', 'paid bribes'],
	[
		'Reed, whose brother took bribes, resigned.',
		'Reed, whose brother, according to [who?], took bribes, resigned.',
		'took bribes',
	],
	[
		'Reed is expected to meet in Norland with President Ivo Marin, who voiced doubts a few days ago.',
		'Reed, [who?] said, is expected to meet in Norland with President Ivo Marin, who voiced doubts a few days ago.',
		'is expected to meet',
	],
	[
		'Reed, the envoy, is expected to meet Ivo Marin, who voiced doubts.',
		'Reed, the envoy, [who?] said, is expected to meet Ivo Marin, who voiced doubts.',
		'is expected to meet',
	],
	[
		'Reed also took money from Ivo Marin, who voiced doubts.',
		'Reed, [who?] said, also took money from Ivo Marin, who voiced doubts.',
		'took money',
	],
	[
		'She is expected to meet Ivo Marin, who voiced doubts.',
		'According to [who?], she is expected to meet Ivo Marin, who voiced doubts.',
		'is expected to meet',
	],
	['Reed, who left in May, took bribes.', 'Reed, who left in May, took bribes, [who?] said.', 'took bribes'],
]);

rows('after a relative clause', [
	[
		'The deal that was signed in May will cost $3 billion.',
		'The deal that was signed in May will cost $3 billion, [who?] said.',
		'will cost',
	],
	[
		'The deal that was signed in May will cost $3 billion.',
		'The deal that was signed in May will cost $3 billion, [who?] said.',
		'$3 billion',
	],
	[
		'Hale is the man who led the mill and took bribes.',
		'Hale is the man who according to [who?] led the mill and took bribes.',
		'took bribes',
	],
	[
		'Heavy rain led to the collapse of the dam, which hurt 12.',
		'Heavy rain, [who?] said, led to the collapse of the dam, which hurt 12.',
		'led to',
	],
]);

rows('second clause', [
	[
		'Reed said “we are close,” but the talks have stalled.',
		'Reed said “we are close,” but the talks, according to [who?], have stalled.',
		'the talks have stalled',
		{ attributed: [['Reed', 'said', '“we are close,”']] },
	],
	[
		'Reed said they were close, but they have stalled.',
		'Reed said they were close, but according to [who?], they have stalled.',
		'they have stalled',
		{ attributed: [['Reed', 'said', 'they were close']] },
	],
	[
		'The talks have stalled, but Reed said they were close.',
		'The talks, according to [who?], have stalled, but Reed said they were close.',
		'The talks have stalled',
		{ attributed: [['Reed', 'said', 'they were close']] },
	],
]);

rows('semicolon', [
	[
		'After talks in Florin, the envoys are expected to travel to Norland; Reed voiced optimism',
		'After talks in Florin, the envoys are expected to travel to Norland, [who?] said; Reed voiced optimism',
		'are expected to travel',
	],
	['Reed left; output fell 12 percent.', 'Reed left; output fell 12 percent, [who?] said.', 'output fell'],
	['They called it “effective”; Reed left.', 'They called it “effective,” [who?] said; Reed left.', 'They called it'],
	[
		'They called it ‘effective’; Reed left.',
		'They called it ‘effective’, [who?] said; Reed left.',
		'They called it',
		british,
	],
]);

rows('ends in a quotation', [
	[
		'Firms could cooperate in “exploiting the many minerals.”',
		'Firms could cooperate in “exploiting the many minerals,” [who?] said.',
		'could cooperate',
	],
	[
		'Firms could cooperate in ‘exploiting the many minerals’.',
		'Firms could cooperate in ‘exploiting the many minerals’, [who?] said.',
		'could cooperate',
		british,
	],
	['It is “the end”.', 'It is “the end,” [who?] said.'],
	['It is ‘the end.’', 'It is ‘the end’, [who?] said.', 'the end', british],
	['It is "the end."', 'It is "the end," [who?] said.'],
	['He loves “the U.S.”', 'He loves “the U.S.,” [who?] said.'],
	['They asked “why now?”', 'They asked “why now?” [who?] said.'],
	['He had “told me ‘no.’”', 'He had “told me ‘no,’” [who?] said.'],
	['He had ‘told me “no”’.', 'He had ‘told me “no”’, [who?] said.', 'He had', british],
]);

rows('headline', [
	[
		'Reed and Cole headed to Florin as Marin sees good chance for deal',
		'Reed and Cole headed to Florin, [who?] says, as Marin sees good chance for deal',
		'Reed and Cole headed to Florin',
		{ kind: 'headline' },
	],
	['Output fell 12 percent', 'Output fell 12 percent, [who?] says', 'Output', { kind: 'headline' }],
	[
		'Mill Output Fell Twelve Percent in May',
		'Mill Output Fell Twelve Percent in May, [who?] Says',
		'Mill',
		{ kind: 'headline' },
	],
	['Mill closes, ‘a scandal’', 'Mill closes, ‘a scandal’, [who?] says', 'Mill', { kind: 'headline', ...british }],
	['Did output fall?', null, 'output', { kind: 'headline' }],
]);

rows('list item, caption', [
	['Emissions down 40%', 'Emissions down 40%, according to [who?]', 'Emissions', { kind: 'list-item' }],
	['Emissions fell 40%.', 'Emissions fell 40%, according to [who?].', 'Emissions', { kind: 'list-item' }],
	['The plan would:', 'The plan would, according to [who?]:'],
	[
		'A mill burned by rebels in May.',
		'A mill burned by rebels in May, according to [who?].',
		'burned',
		{ kind: 'caption' },
	],
]);

rows('bracket, footnote', [
	['Output fell (see chart).', 'Output fell, [who?] said (see chart).'],
	['It was “the end” (see chart).', 'It was “the end,” [who?] said (see chart).'],
	['The loan came from the Fund (IMF).', 'The loan came from the Fund (IMF), [who?] said.'],
	['(Output fell 12 percent.)', '(Output fell 12 percent, [who?] said.)'],
	['Output fell.[12]', 'Output fell, [who?] said.[12]'],
	['Output fell.²', 'Output fell, [who?] said.²'],
]);

rows('question, order, turn', [
	['Did output fall?', null],
	['Please read the report.', null],
	['See the chart.', null],
	['Do not sell the mill.', null],
	['Q: The mill lost money.', null, 'lost money'],
	['Jane Roe: The mill lost money.', null, 'lost money', { genre: 'interview' }],
	['Share prices fell 3 percent.', 'Share prices fell 3 percent, [who?] said.'],
	['The mill lost money.', null, 'lost', { kind: 'block-quote' }],
]);

rows('cry, trailing off', [
	['The output fell!', 'According to [who?], the output fell!'],
	['The output fell …', 'According to [who?], the output fell …'],
	['The output fell...', 'According to [who?], the output fell...'],
]);

rows('participle tail', [
	['Reed left amid a scandal shaking the country.', 'Reed left amid a scandal.', 'shaking the country'],
	['Floods hit Norland, leaving 40 people homeless.', 'Floods hit Norland.', 'leaving 40 people homeless'],
	[
		'Reed left amid a scandal shaking the whole country and its allies.',
		'Reed left amid a scandal.',
		'shaking the whole',
	],
	['Reed left amid a row shaking the U.S.', 'Reed left amid a row.', 'shaking the U.S.'],
]);

test('a tail is dropped, not attributed', () => {
	const text = 'Reed left amid a scandal shaking the country.';
	const [fix] = attributeStatement(viewOf(text), spanOf(text, 'shaking the country'));
	assert.equal(fix?.kind, 'reword');
	assert.equal(fix?.title, 'Remove “shaking the country”');
	assert.equal(fix?.edits[0]?.snippet, undefined);
});

test('the choice begins with the query, then those who speak nearby', () => {
	const text = 'Output fell.';
	const speakers = ['the Journal', 'Reed, Jr.', 'a|b', 'Reed, Jr.', '$x', 'c}', 'd\\', ' ', 'e\nf'];
	const [fix] = attributeStatement(viewOf(text, { speakers }), spanOf(text, text));
	assert.equal(fix?.kind, 'attribute');
	assert.equal(fix?.title, 'Attribute to the Journal or … (did the Journal say this?)');
	assert.equal(fix?.edits[0]?.text, ', [who?] said.');
	assert.equal(fix?.edits[0]?.snippet, `, \${1|[who?],the Journal,Reed\\, Jr.,a\\|b|} said.`);
	assert.equal(expand(fix?.edits[0]?.snippet ?? ''), ', [who?] said.');
});

test('speakers given win over those nearby; without any the title asks', () => {
	const text = 'Output fell.';
	const title = (speakers?: readonly string[]) =>
		attributeStatement(viewOf(text, { speakers: ['Cole'] }), spanOf(text, text), speakers)[0]?.title;
	assert.equal(title(), 'Attribute to Cole (did Cole say this?)');
	assert.equal(title(['Reed']), 'Attribute to Reed (did Reed say this?)');
	assert.equal(title([]), 'Attribute to … (who says this?)');
});

test('what the draft says is escaped in a snippet', () => {
	const text = '$5 fell.';
	const [fix] = attributeStatement(viewOf('It cost “{$5}”.'), { start: 0, end: 2 });
	assert.equal(fix?.edits[0]?.text.includes('$'), false);
	assert.ok(attributeStatement(viewOf(text), { start: 0, end: 2 }).length === 1);
});

test('edits are as small as can be, so that markup around them stays', () => {
	const spanFor = (text: string, claim = text, circumstances: Circumstances = {}) =>
		attributeStatement(viewOf(text, circumstances), spanOf(text, claim))[0]?.edits.map(({ span }) =>
			text.slice(span.start, span.end),
		);
	assert.deepEqual(spanFor('It fell 12 percent.'), ['.']);
	assert.deepEqual(spanFor('It is “the end.”'), ['.”']);
	assert.deepEqual(spanFor('It is ‘the end’.', 'It', british), ['.']);
	assert.deepEqual(spanFor('Output fell (see chart).'), [' ']);
	assert.deepEqual(spanFor(`The plant, ${long}, lost money.`), ['T']);
});

test('bad input gives no fix and no error', () => {
	for (const text of [
		'',
		'.',
		'…',
		'“',
		'”.',
		'?',
		'()',
		'\u0000',
		'\ud800',
		'\udc00.',
		';;;',
		', who , that .',
		'because',
		'“.”',
		'[1]',
	]) {
		for (let start = 0; start <= text.length; start++) {
			for (const kind of ['paragraph', 'headline', 'list-item', 'caption'] as const) {
				for (const fix of attributeStatement(viewOf(text, { kind }), { start, end: text.length })) applied(text, fix);
			}
		}
	}
	assert.deepEqual(attributeStatement(viewOf('Output fell.'), { start: 90, end: 99 }), []);
});

test('a sentence without end takes linear time', () => {
	const began = performance.now();
	for (const words of ['walked ', 'the man, ', 'who paid ', 'but he ', '(', '“a ', 'that ', '; ', 'shaking ']) {
		const text = `Output ${words.repeat(20_000)}.`;
		const view = viewOf(text);
		for (const claim of [text, words]) attributeStatement(view, spanOf(text, claim));
	}
	assert.ok(performance.now() - began < 5_000);
});
