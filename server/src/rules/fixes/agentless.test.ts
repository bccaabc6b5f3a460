import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HearsayEntry } from '../../attribution/lexicons';
import { attributeAgentless } from './agentless';
import { applied, type Circumstances, spanOf, viewOf } from './testing';

type Row = readonly [before: string, phrase: string, after: string | null, circumstances?: Circumstances];

function rows(type: HearsayEntry['type'], table: readonly Row[]): void {
	for (const [before, phrase, after, circumstances] of table) {
		test(`${type}: ${before}`, () => {
			const [fix, ...others] = attributeAgentless(viewOf(before, circumstances), spanOf(before, phrase), type);
			assert.deepEqual(others, []);
			assert.equal(fix === undefined ? null : applied(before, fix), after);
		});
	}
}

rows('expectation', [
	['Reed is expected to resign.', 'is expected to', 'Reed is expected to resign, [who?] said.'],
	['Reed is expected to resign.', 'is expected to resign', 'Reed is expected to resign, [who?] said.'],
	[
		'Reed is expected to meet President Ivo Marin, who voiced doubts.',
		'is expected to',
		'Reed, [who?] said, is expected to meet President Ivo Marin, who voiced doubts.',
	],
	[
		'The envoys are expected to travel to Norland; Reed voiced optimism.',
		'are expected to',
		'The envoys are expected to travel to Norland, [who?] said; Reed voiced optimism.',
	],
	[
		'Reed said no, but the envoys are expected to travel.',
		'are expected to',
		'Reed said no, but the envoys, according to [who?], are expected to travel.',
		{ attributed: [['Reed', 'said', 'no']] },
	],
	['Is Reed expected to resign?', 'expected to', null],
	['Reed is tipped to win', 'is tipped to', 'Reed is tipped to win, [who?] says', { kind: 'headline' }],
]);

rows('belief', [
	['The bridge is believed to cost $2bn.', 'is believed to', 'The bridge is believed by [who?] to cost $2bn.'],
	['The bridge is believed to cost $2bn.', 'is believed to cost', 'The bridge is believed by [who?] to cost $2bn.'],
	['It is widely thought to fail.', 'is widely thought to', 'It is widely thought by [who?] to fail.'],
	['Reed is understood to favor the sale.', 'is understood to', 'Reed is understood to favor the sale, [who?] said.'],
	['It is understood that talks failed.', 'It is understood that', 'According to [who?], talks failed.'],
	['It is understood talks failed.', 'It is understood', 'According to [who?], talks failed.'],
	['Rain fell. It is believed that Reed left.', 'It is believed that', 'Rain fell. According to [who?], Reed left.'],
	[
		'Reed left, but it is believed that talks failed.',
		'it is believed that',
		'Reed left, but according to [who?], talks failed.',
	],
	['Talks failed, it is understood.', 'it is understood', 'Talks failed, [who?] said.'],
	['The talks, it is understood, failed.', 'it is understood', 'The talks, [who?] said, failed.'],
	[
		'Hale, who is believed to own the mill, left.',
		'is believed to',
		'Hale, who is believed by [who?] to own the mill, left.',
	],
	['The vote is widely seen as a test.', 'is widely seen as', 'The vote is widely seen by [who?] as a test.'],
]);

rows('report', [
	['The firm reportedly paid.', 'reportedly', 'The firm paid, [who?] reported.'],
	['The firm reportedly paid.', 'reportedly', 'The firm paid, reported [who?].', { habits: { order: 'cue-source' } }],
	['The firm reportedly paid.', 'reportedly', 'The firm paid, [who?] reports.', { habits: { tense: 'says' } }],
	['Reportedly, the firm paid.', 'Reportedly', 'The firm paid, [who?] reported.'],
	['The firm, reportedly, paid.', 'reportedly', 'The firm paid, [who?] reported.'],
	['The firm paid, reportedly.', 'reportedly', 'The firm paid, [who?] reported.'],
	['The firm paid a reportedly huge sum.', 'reportedly', 'The firm paid a huge sum, [who?] reported.'],
	['Reed is an allegedly corrupt man.', 'allegedly', 'Reed is a corrupt man, [who?] said.'],
	['The firm allegedly paid Ivo Marin, who left.', 'allegedly', 'The firm, [who?] said, paid Ivo Marin, who left.'],
	[
		`Reportedly, the mill, which opened in 1987 and was later sold to a rival group after a bitter dispute between two brothers over their late father’s will, lost money.`,
		'Reportedly',
		`According to [who?], the mill, which opened in 1987 and was later sold to a rival group after a bitter dispute between two brothers over their late father’s will, lost money.`,
	],
	[
		`The mill, which opened in 1987 and was later sold to a rival group after a bitter dispute between two brothers over their late father’s will, reportedly lost money.`,
		'reportedly',
		`According to [who?], the mill, which opened in 1987 and was later sold to a rival group after a bitter dispute between two brothers over their late father’s will, lost money.`,
	],
	['The two are said to be close.', 'are said to', 'The two are said by [who?] to be close.'],
	['According to reports, the firm paid.', 'According to reports', 'According to [who?], the firm paid.'],
	[
		'There is growing speculation that he left.',
		'There is growing speculation that',
		'There is growing speculation from [who?] that he left.',
	],
	['Word has it that the mill will close.', 'Word has it', 'According to [who?], the mill will close.'],
	['By all accounts the talks went well.', 'By all accounts', 'According to [who?], the talks went well.'],
	['By all accounts, the talks went well.', 'By all accounts', 'According to [who?], the talks went well.'],
	['Reports suggest that the firm paid.', 'Reports suggest', 'Reports from [who?] suggest that the firm paid.'],
]);

rows('learned', [
	[
		'The Post has learned that the mill will close.',
		'has learned that',
		'The Post has learned from [who?] that the mill will close.',
	],
	['It emerged that the fund was empty.', 'It emerged that', 'It emerged that the fund was empty, [who?] said.'],
]);

test('bad input', () => {
	for (const text of [
		'it',
		'it is believed that',
		'reportedly',
		'reportedly.',
		'a reportedly',
		'is believed to',
		'Reportedly, ',
	]) {
		for (let start = 0; start < text.length; start++) {
			for (const type of ['expectation', 'belief', 'report', 'learned'] as const) {
				for (const fix of attributeAgentless(viewOf(text), { start, end: text.length }, type)) applied(text, fix);
			}
		}
	}
});
