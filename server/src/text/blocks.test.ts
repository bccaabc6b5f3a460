import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './block';
import { createBlockParser, parseBlocks, type TextFormat } from './blocks';
import { hardWrap, markdownFixture, pastedArticle } from './fixtures';
import { toSource } from './sourceMap';

const formats: readonly TextFormat[] = ['plaintext', 'markdown'];

function outline(text: string, format: TextFormat = 'plaintext'): readonly string[] {
	return parseBlocks(text, format).map(({ kind, text }) => `${kind}: ${text}`);
}

function kinds(text: string, format: TextFormat = 'plaintext'): readonly string[] {
	return parseBlocks(text, format).map(({ kind }) => kind);
}

/** The first words of each block of the article, by its kind. */
const article = [
	'headline: Lind and Moreau travel',
	'standfirst: After council and ferry crews',
	'paragraph: Mayor Tom Berg said',
	'paragraph: Berg also spoke',
	'furniture: 2 View gallery',
	'furniture: ראש העיר',
	'furniture: ראש העיר',
	"caption: 'They want it over,' Berg told",
	'furniture: (Photo:Ada Roe',
	'paragraph: A port official',
	'paragraph: According to the official',
	'furniture: 2 View gallery',
	'furniture: (Photo: John Roe',
	'paragraph: Aune added',
	'heading: What the U.K. crews could gain',
	'paragraph: The Harbour Post reported',
	'paragraph: At the same time',
	'furniture: Comments',
	'furniture: The commenter agrees',
	'furniture: ""',
];

test('a pasted article falls into headline, standfirst, paragraphs, captions and furniture', () => {
	for (const format of formats) {
		const found = outline(pastedArticle, format);
		assert.deepEqual(
			found.map((line, index) => line.slice(0, article[index]?.length)),
			article,
		);
	}
});

test('headings have levels: as marked, else below the last that is', () => {
	const levels = (text: string, format: TextFormat) =>
		parseBlocks(text, format).flatMap(({ level, text }) => (level > 0 ? [`${level} ${text}`] : []));
	const unmarked = ['Harbour vote put off', 'The quay leaks.', 'What it costs', 'The repair costs $2 million.'];
	for (const format of formats)
		assert.deepEqual(levels(unmarked.join('\n\n'), format), ['1 Harbour vote put off', '2 What it costs']);
	assert.deepEqual(levels('A\n===\n\n### B\n\nWhat it costs\n\nThe quay leaks.\n\nD\n---\n\n###### E\n', 'markdown'), [
		'1 A',
		'3 B',
		'4 What it costs',
		'2 D',
		'6 E',
	]);
	assert.deepEqual(levels('---\ntitle: Vote\n---\n\n## Costs\n\nIt leaks.\n', 'markdown'), ['2 Costs']);
	assert.deepEqual(levels('', 'markdown'), []);
});

test('a block stays the same one until its own level changes', () => {
	const parser = createBlockParser();
	const draft = '# Vote\n\n## Harbour\n\nWhat it costs\n\nThe repair costs $2 million.\n';
	const before = parser.parse(draft, 'markdown');
	const after = parser.parse(draft.replace('## Harbour', '# Harbours'), 'markdown');
	assert.deepEqual(
		after.map(({ level }) => level),
		[1, 1, 2, 0],
	);
	assert.equal(after.at(-1), before.at(-1));
});

test('hard-wrapped, with or without blank lines, it is the same article', () => {
	const expected = outline(pastedArticle);
	const lines = pastedArticle.split('\n').filter(line => line !== '');
	for (const format of formats) {
		assert.deepEqual(outline(hardWrap(pastedArticle, 72), format), expected, `${format}, as pasted`);
		assert.deepEqual(outline(hardWrap(lines.join('\n\n'), 72), format), expected, `${format}, blank lines`);
		assert.deepEqual(outline(hardWrap(lines.join('\n'), 72), format), expected, `${format}, no blank line`);
		assert.deepEqual(outline(lines.join('\n'), format), expected, `${format}, not wrapped, no blank line`);
	}
});

test('a first line that is a sentence is no headline', () => {
	assert.deepEqual(kinds('The council met.\nIt voted.'), ['paragraph', 'paragraph']);
	assert.deepEqual(kinds('COUNCIL MEETS\n\nIt voted.'), ['headline', 'paragraph']);
	assert.deepEqual(kinds('Why did it vote?\n\nIt voted.'), ['headline', 'paragraph']);
	assert.deepEqual(kinds('Dear editor,\n\nIt voted.'), ['paragraph', 'paragraph']);
});

test('furniture before and after the headline does not count', () => {
	const text =
		'Opinion\n\nCouncil meets again\n\nBy Ada Roe\n\nThe council, which nobody had expected to meet, met\n\nIt voted.';
	assert.deepEqual(kinds(text), ['furniture', 'headline', 'furniture', 'standfirst', 'paragraph']);
});

test('a first paragraph that ends in a stop is no standfirst', () => {
	assert.deepEqual(kinds('Council meets\n\nThe council met on Monday to vote on the plan.\n\nIt voted.'), [
		'headline',
		'paragraph',
		'paragraph',
	]);
});

test('a short line is a heading only above a paragraph', () => {
	assert.deepEqual(kinds('Council meets\n\nIt met.\n\nThe vote\n\nIt voted.\n\nThe end'), [
		'headline',
		'paragraph',
		'heading',
		'paragraph',
		'paragraph',
	]);
	assert.deepEqual(kinds('Council meets\n\nIt met.\n\nHe said:\n\nIt voted.')[2], 'paragraph');
});

test('the words above a credit are a caption, a body paragraph is not', () => {
	assert.deepEqual(kinds('It met.\n\nThe mayor at the quay\n(Photo: Ada Roe)\n\nIt voted.').slice(1, 3), [
		'caption',
		'furniture',
	]);
	assert.deepEqual(kinds('It met.\n\nThe mayor left.\n\n(Photo: Ada Roe)\n\nIt voted.').slice(1, 3), [
		'paragraph',
		'furniture',
	]);
	assert.deepEqual(kinds('It met.\n\nThe mayor at the quay on Monday. (Photo: Ada Roe)\n\nIt voted.')[1], 'caption');
});

test('what follows a comments line is furniture only if it is a notice', () => {
	assert.deepEqual(kinds('It met.\nComments\nPlease log in to comment on this story.'), [
		'paragraph',
		'furniture',
		'furniture',
	]);
	assert.deepEqual(kinds('It met.\nComments\nThe council is wrong.'), ['paragraph', 'furniture', 'paragraph']);
});

test('lists and quoted mail in plain text lose their marks', () => {
	assert.deepEqual(
		outline('It met.\n\n- One thing\n- Another\n\n1. First\n2. Second\n\n3. Liga opens today.\n\n> He said no.'),
		[
			'paragraph: It met.',
			'list-item: One thing',
			'list-item: Another',
			'list-item: First',
			'list-item: Second',
			'paragraph: 3. Liga opens today.',
			'block-quote: He said no.',
		],
	);
});

test('a long paragraph in another script is prose that is not read', () => {
	const other = 'ראש העיר אמר כי הנמל ייסגר בשבוע הבא לאחר שיחות ארוכות עם הצוותים.';
	const blocks = parseBlocks(`The council met on Monday to vote on the plan.\n\n${other}`, 'plaintext');
	assert.deepEqual(
		blocks.map(({ kind, english }) => [kind, english]),
		[
			['paragraph', true],
			['paragraph', false],
		],
	);
});

test('every line end breaks a line, and offsets stay exact', () => {
	for (const end of ['\n', '\r\n', '\r']) {
		for (const format of formats) {
			const text = `\ufeffCouncil meets${end}${end}It met.${end}${end}It voted.${end}`;
			const blocks = parseBlocks(text, format);
			assert.deepEqual(
				blocks.map(({ span }) => text.slice(span.start, span.end)),
				['Council meets', 'It met.', 'It voted.'],
			);
		}
	}
	assert.deepEqual(outline('It met.\u2028It voted.\fIt left.'), [
		'paragraph: It met.',
		'paragraph: It voted.',
		'paragraph: It left.',
	]);
});

test('bad input gives blocks, or none', () => {
	const bad = [
		'',
		'\ufeff',
		' \n\t\r\n',
		'\0',
		'\ud800',
		'a\0b\udc00c',
		'\f\f',
		'\u2028',
		'\u00a0',
		'\ufeff\ufeffA.',
		'"'.repeat(5000),
	];
	for (const text of bad) {
		for (const format of formats) assertSound(text, parseBlocks(text, format));
	}
	assert.deepEqual(parseBlocks(' \n\t\r\n', 'markdown'), []);
});

test('blocks come in order, and their prose leads back to the same words', () => {
	const base = [pastedArticle, hardWrap(pastedArticle, 72), markdownFixture];
	for (const text of [...base, ...base.map(one => `\ufeff${one.replaceAll('\n', '\r\n')}`)]) {
		for (const format of formats) assertSound(text, parseBlocks(text, format));
	}
});

test('Markdown read in parts is Markdown read as a whole', () => {
	const whole = createBlockParser({ whole: true });
	const fixtures = [markdownFixture, pastedArticle, hardWrap(pastedArticle, 72), markdownFixture.repeat(2)];
	for (const text of [
		...fixtures,
		...fixtures.map(one => one.replaceAll('\n', '\r\n')),
		...fixtures.map(one => one.replaceAll('\n\n', '\n')),
	]) {
		assert.deepEqual(parseBlocks(text, 'markdown'), whole.parse(text, 'markdown'));
	}
});

test('after an edit a document reads as if it were new', () => {
	for (const [text, format] of [
		[pastedArticle, 'plaintext'],
		[hardWrap(pastedArticle, 72), 'plaintext'],
		[markdownFixture.replaceAll(']:', ']'), 'markdown'],
		[markdownFixture, 'markdown'],
	] as const) {
		const parser = createBlockParser();
		let edited = text;
		for (let at = 1; at < text.length; at = at * 3 + 7) {
			for (const typed of ['', 'x', '\n\n', '- ', '    ', '```\n', '']) {
				edited = edited.slice(0, at) + typed + edited.slice(typed === '' ? at + 3 : at);
				assert.deepEqual(parser.parse(edited, format), parseBlocks(edited, format), `${format} ${at} ${typed}`);
			}
		}
	}
});

test('a link is known wherever its definition stands, and when it goes', () => {
	const parser = createBlockParser();
	const links = (text: string) => parser.parse(text, 'markdown').map(({ text, exhibits }) => [text, exhibits.length]);
	const text = 'See the [Report], she said.\n\nIt met.\n\nIt voted.\n\n';
	assert.deepEqual(links(text)[0], ['See the [Report], she said.', 0]);
	assert.deepEqual(links(`${text}[report]: https://example.org\n`)[0], ['See the Report, she said.', 1]);
	assert.deepEqual(links(text)[0], ['See the [Report], she said.', 0]);
});

test('a megabyte of marks is read in time', () => {
	for (const marks of ['[', '*a **b *c ', '](', '> ', '- ', '[a](', '`a``b ', '- a\n']) {
		const line = marks.repeat(Math.ceil(1_000_000 / marks.length));
		for (const text of [line, `${line.slice(0, 19_000)}\n\n`.repeat(50)]) {
			const start = performance.now();
			parseBlocks(text, 'markdown');
			const time = performance.now() - start;
			assert.ok(time < 3_000, `${JSON.stringify(marks)}: ${time} ms`);
		}
	}
});

/** Asserts what holds of the blocks of any text. */
function assertSound(text: string, blocks: readonly Block[]): void {
	let end = 0;
	for (const block of blocks) {
		const { span, map } = block;
		assert.ok(span.start >= end && span.end > span.start, `order: ${JSON.stringify(block)}`);
		end = span.end;
		assert.equal(map.length, block.text.length);
		assert.ok(span.start + map.sourceEnd <= span.end, `beyond its span: ${JSON.stringify(block)}`);
		let before = 0;
		for (let at = 0; at < block.text.length; at++) {
			const source = toSource(map, { start: at, end: at + 1 });
			const replaced = map.segments.findLast(segment => segment.text <= at)?.replaced;
			if (replaced !== undefined) continue;
			assert.ok(source.start >= before);
			before = source.end;
			assert.equal(text.slice(span.start + source.start, span.start + source.end), block.text[at]);
		}
		for (const inner of [...block.exhibits.map(exhibit => exhibit.span), ...block.emphasized]) {
			assert.ok(inner.start >= 0 && inner.start <= inner.end && inner.end <= block.text.length);
		}
	}
	const covered = blocks.reduce(
		(rest, { span }) => rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end),
		text,
	);
	if (blocks.length > 0 && !text.includes('---')) assert.doesNotMatch(covered, /\p{L}/u);
}
