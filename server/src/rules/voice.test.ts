import assert from 'node:assert/strict';
import { test } from 'node:test';
import { touchesQuotation, voiceAt } from './voice';

const stretch = (start: number, end: number, voice: 'quoted' | 'attributed') => ({
	start,
	end,
	voice,
	attribution: null,
	confidence: 1,
});

test('quoted wins, attributed needs the whole span', () => {
	const context = { voices: [stretch(0, 40, 'attributed'), stretch(10, 20, 'quoted'), stretch(60, 70, 'quoted')] };
	assert.equal(voiceAt(context, { start: 0, end: 5 }), 'attributed');
	assert.equal(voiceAt(context, { start: 12, end: 15 }), 'quoted');
	assert.equal(voiceAt(context, { start: 18, end: 25 }), 'quoted');
	assert.equal(voiceAt(context, { start: 35, end: 45 }), 'own');
	assert.equal(voiceAt(context, { start: 50, end: 60 }), 'own');
	assert.equal(voiceAt(context, { start: 50, end: 61 }), 'quoted');
});

test('quotation marks of any kind count', () => {
	const quotation = {
		start: 5,
		end: 9,
		inner: { start: 6, end: 8 },
		kind: 'scare',
		open: '“',
		close: '”',
		parent: null,
	} as const;
	assert.ok(touchesQuotation({ quotations: [quotation] }, { start: 8, end: 12 }));
	assert.ok(!touchesQuotation({ quotations: [quotation] }, { start: 9, end: 12 }));
});
