import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeGroup } from './group';
import { applied, spanOf, viewOf } from './testing';

const rows: readonly (readonly [before: string, group: string, role: 'subject' | 'by', after: string])[] = [
	['Critics say it failed.', 'Critics', 'subject', 'Critics, including [who?], say it failed.'],
	['Some in the West say no.', 'Some in the West', 'subject', 'Some in the West, including [who?], say no.'],
	['Critics, however, say no.', 'Critics', 'subject', 'Critics, including [who?], however, say no.'],
	[
		'The deal, viewed by many in the West as weak, failed.',
		'many in the West',
		'by',
		'The deal, viewed by many in the West, including [who?], as weak, failed.',
	],
	['It was praised by experts.', 'experts', 'by', 'It was praised by experts, including [who?].'],
	['It was praised by experts', 'experts', 'by', 'It was praised by experts, including [who?]'],
	['It was praised by experts; Reed left.', 'experts', 'by', 'It was praised by experts, including [who?]; Reed left.'],
	['A “deal,” critics say.', 'critics', 'subject', 'A “deal,” critics, including [who?], say.'],
];

for (const [before, group, role, after] of rows) {
	test(`vague group: ${before}`, () => {
		const [fix] = attributeGroup(viewOf(before), spanOf(before, group), role);
		assert.equal(fix && applied(before, fix), after);
	});
}

test('the group itself is not offered as its member', () => {
	const text = 'Critics say it failed.';
	const [fix] = attributeGroup(viewOf(text, { speakers: ['critics', 'Marin'] }), spanOf(text, 'Critics'), 'subject');
	assert.equal(fix?.edits[0]?.snippet, `, including \${1|[who?],Marin|}, `);
	assert.deepEqual(attributeGroup(viewOf(text), { start: 3, end: 3 }, 'by'), []);
});
