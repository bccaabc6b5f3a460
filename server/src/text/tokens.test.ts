import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from './tokens';

/** Tokens divided by bars; `q:` quotation mark, `n:` number, `l:` link, `p:` other mark. */
function drawn(text: string): string {
	const prefix = { word: '', number: 'n:', quote: 'q:', link: 'l:', punctuation: 'p:' };
	return tokenize(text)
		.map(token => prefix[token.kind] + token.text)
		.join(' ');
}

const cases: readonly (readonly [name: string, text: string, tokens: string])[] = [
	[
		'contractions',
		'He didn’t; we can’t, they’ll, I’m, you’d.',
		'He did n’t p:; we ca n’t p:, they ’ll p:, I ’m p:, you ’d p:.',
	],
	['straight contractions', "It's what they're after: we've won't.", "It 's what they 're after p:: we 've wo n't p:."],
	['double contraction', 'She shouldn’t’ve.', 'She should n’t ’ve p:.'],
	['capitals', 'DON’T CANNOT', 'DO N’T CAN NOT'],
	['fused words', 'You cannot. I’m gonna.', 'You can not p:. I ’m gon na p:.'],
	['possessives', 'Okafor’s plan, the parties’ leaders', 'Okafor ’s plan p:, the parties ’ leaders'],
	['possessive of an abbreviation', 'the U.S.’s and Inc.’s', 'the U.S. ’s and Inc. ’s'],
	['possessive of a quotation', '“Hamlet”’s end', 'q:“ Hamlet q:” ’s end'],
	[
		'apostrophes in names',
		"O’Brien and O'Neill of Côte d’Ivoire’s team",
		"O’Brien and O'Neill of Côte d’Ivoire ’s team",
	],
	['a turned apostrophe', 'Okafor‘s plan', 'Okafor ‘s plan'],
	['elisions', '’90s rock ’n’ roll, get ’em, ’tis', '’90s rock ’n’ roll p:, get ’em p:, ’tis'],
	['straight elisions', "the '90s, 'em and 'twas", "the '90s p:, 'em and 'twas"],
	['clipped words', 'goin’ home, ol’ friend', 'goin’ home p:, ol’ friend'],
	['hyphens', 'the well-known U.S.-led co-op', 'the well-known U.S.-led co-op'],
	['dashes', 'He – she — they -- we', 'He p:– she p:— they p:-- we'],
	['a range', 'Russia–Ukraine 2010–14', 'Russia p:– Ukraine n:2010 p:– n:14'],
	['abbreviations', 'Mr. Bell of the U.S. at 5 a.m. e.g. today', 'Mr. Bell of the U.S. at n:5 a.m. e.g. today'],
	[
		'words that only look abbreviated',
		'He fell ill. No. Art. So do I. Then',
		'He fell ill p:. No p:. Art p:. So do I p:. Then',
	],
	['abbreviations before numbers', 'No. 5, p. 12', 'No. n:5 p:, p. n:12'],
	['initials', 'J. R. Pike and C.L. Otto of Plan B.', 'J. R. Pike and C.L. Otto of Plan B p:.'],
	[
		'numbers',
		'1,200.50 and 12:30, 9/11, 2nd, 1990s, .5',
		'n:1,200.50 and n:12:30 p:, n:9/11 p:, n:2nd p:, n:1990s p:, n:.5',
	],
	['words with digits', 'G7 12-year-old 7-Eleven', 'G7 12-year-old 7-Eleven'],
	['clock times', '5pm 6:00am', 'n:5 pm n:6:00 am'],
	['money and shares', '$2 US$3 £4m 12%', 'p:$ n:2 US p:$ n:3 p:£ n:4m n:12 p:%'],
	['ampersands', 'AT&T, R&D, Bell & Sons', 'AT&T p:, R&D p:, Bell p:& Sons'],
	[
		'addresses',
		'See https://example.org/a_(b)?c=1, (www.example.com), example.org/news.',
		'See l:https://example.org/a_(b)?c=1 p:, p:( l:www.example.com p:) p:, l:example.org/news p:.',
	],
	['mail', 'Write to first.last@news.example.org.', 'Write to l:first.last@news.example.org p:.'],
	['handles and tags', '@desk #storm_24 #', '@desk #storm_24 p:#'],
	['runs', 'What?! No... Yes…. ***', 'What p:?! No p:... Yes p:…. p:***'],
	['curly quotation marks', '“So ‘odd’,” he said.', 'q:“ So q:‘ odd q:’ p:, q:” he said p:.'],
	['straight quotation marks', '"Go," he said.', 'q:" Go p:, q:" he said p:.'],
	['other quotation marks', "«a» „b“ ``c''", "q:« a q:» q:„ b q:“ q:`` c q:''"],
	['straight single marks', "'They want it,' he said.", "q:' They want it p:, q:' he said p:."],
	['single marks about a phrase', "sees 'good chance' for peace", "sees q:' good chance q:' for peace"],
	['a possessive in single marks', "'The workers' fault,' he said", "q:' The workers ' fault p:, q:' he said"],
	['a plural in single marks', '‘terrorists’ among them', 'q:‘ terrorists q:’ among them'],
	[
		'two single quotations',
		'‘terrorists’ fled, and ‘cowards’ hid',
		'q:‘ terrorists q:’ fled p:, and q:‘ cowards q:’ hid',
	],
	[
		'the last of two candidates',
		'‘It is for the voters’ sake and for the leaders’ he said',
		'q:‘ It is for the voters ’ sake and for the leaders q:’ he said',
	],
	['a plural before a stop in single marks', '‘It is the voters’.', 'q:‘ It is the voters q:’ p:.'],
	['single within double', '“He said ‘no’.” The boss’s', 'q:“ He said q:‘ no q:’ p:. q:” The boss ’s'],
	['feet and inches', 'He is 6\'2" tall', 'He is n:6 p:\' n:2 p:" tall'],
	['other scripts', 'Он ушёл. שלום', 'Он ушёл p:. שלום'],
	['pictures', 'good 😀😀 day', 'good p:😀😀 day'],
	['invisible marks', '\u202aHe\u00a0left\u200b.', 'He left p:.'],
];

for (const [name, text, expected] of cases) {
	test(`tokens: ${name}`, () => assert.equal(drawn(text), expected));
}

test('the lower form has its apostrophes straightened', () => {
	assert.deepEqual(
		tokenize('O’Brien DIDN’T ÉMIGRÉ').map(token => token.lower),
		["o'brien", 'did', "n't", 'émigré'],
	);
});

test('tokens stand in order, apart, and say what the text says', () => {
	const unit = "A.b’s “‘x’ s’ 6'2\" https://) a@b. \0\ud83d\udc00😀\n. . $5 U.S. ``'' #@ -- א\"ב";
	for (let cut = 0; cut <= unit.length; cut++) {
		const text = unit.slice(cut) + unit.slice(0, cut);
		let end = 0;
		for (const token of tokenize(text)) {
			assert.ok(token.start >= end && token.end > token.start);
			assert.equal(token.text, text.slice(token.start, token.end));
			assert.equal(text.slice(end, token.start).replace(/[\s\0]/g, ''), '');
			end = token.end;
		}
	}
});

test('a megabyte of anything is read in time that grows with its length', () => {
	const units = [
		'.',
		'"',
		"'",
		'’',
		'‘',
		'a',
		' ',
		'U.S.',
		'\0',
		'\ud83d',
		'\udc00',
		's’ ',
		'‘s’ ',
		"n't",
		'a@',
		'https://)',
		'1,',
		'A. ',
	];
	for (const unit of units) {
		const text = unit.repeat((1 << 20) / unit.length);
		const begun = performance.now();
		tokenize(text);
		assert.ok(performance.now() - begun < 5000, JSON.stringify(unit));
	}
});
