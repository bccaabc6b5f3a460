import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsWithCredit, type Furniture, furnitureOf } from './furniture';

const lines: Readonly<Record<Furniture, readonly string[]>> = {
	credit: [
		'(Photo: Ada Roe / Nordbild/ AFP)',
		'(Photo:Ada Roe / Getty images North America/ AFP))',
		'Photo: Ada Roe',
		'Photo by Ada Roe',
		'Photograph: Ada Roe/The Harbour Post',
		'Image: City archive',
		'Picture courtesy of Ada Roe',
		'File photo',
		'Getty Images',
		'Reuters/Ada Roe',
		'Ada Roe / AFP via Getty Images',
		'(AP Photo/Ada Roe)',
		'Credit: Ada Roe',
	],
	gallery: ['2 View gallery', 'View gallery', '1 / 5', '10 photos', 'Photo gallery'],
	byline: ['By Ada Roe', 'By ADA ROE, Staff Writer', 'BY ADA ROE AND JOHN VAN DER BERG', 'By Ada Roe in Oslo'],
	date: ['Published 3 May 2024', 'Updated: May 3, 2024 at 10:45 a.m.', '3 May 2024', '5 min read', 'Updated: 10:45'],
	promotion: [
		'Share',
		'Share this article',
		'Follow us on X',
		'Subscribe to our newsletter for daily updates.',
		'Advertisement',
		'Read more:',
		'Read more: Council votes again',
		'Related: Prices rise',
	],
	comments: ['Comments', '3 comments', 'Leave a comment', 'Be the first to comment'],
	notice: [
		'The commenter agrees to the privacy policy of Harbour News and agrees not to post what violates the terms of use.',
		'By submitting a comment you agree to our terms of use.',
	],
	copyright: ['© 2024 The Harbour Post', 'Copyright 2024 The Harbour Post. All rights reserved.'],
	label: ['Opinion', 'FOR IMMEDIATE RELEASE'],
	symbols: ['""', '***', '• • •'],
	'other-script': ['ראש העיר "רו" בנמל 1'],
};

const prose = [
	'Comments by the minister drew anger.',
	'Related costs rose.',
	'Photo evidence was destroyed, police said.',
	'Photos: what we know about the dam.',
	'By Monday the water had gone.',
	'By then all was lost',
	'Share prices fall',
	'Follow the money, he said.',
	'The commenter agrees with the mayor.',
	'Published figures show 3 deaths.',
	'Reuters, AP and AFP reported the deal',
	'Images of 3 attacks spread',
	'Copyright law is being rewritten.',
	'Read more books, the minister told pupils.',
	'Opinion polls favour the left.',
	'Credit: how banks cut lending.',
	'More on this: the council said it would act.',
	'Gallery owner arrested',
	'Users of the site said the privacy policy had changed without warning.',
	'“No,” she said.',
	'Ada Roe',
	'ראש העיר אמר כי הנמל ייסגר בשבוע הבא.',
];

for (const [kind, examples] of Object.entries(lines)) {
	test(`${kind}: a line of the page`, () => {
		for (const line of examples) assert.equal(furnitureOf(line), kind, line);
	});
}

test('prose is never furniture, whatever it opens with', () => {
	for (const line of prose) assert.equal(furnitureOf(line), null, line);
});

test('a caption may end with its credit', () => {
	assert.ok(endsWithCredit('The mayor at the quay on Monday (Photo: Ada Roe)'));
	assert.ok(endsWithCredit('The mayor at the quay on Monday. Photo: Ada Roe / Nordbild'));
	assert.ok(!endsWithCredit('The mayor kept the photo (of the quay).'));
});
