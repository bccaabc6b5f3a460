import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './block';
import { parseBlocks } from './blocks';
import { markdownFixture } from './fixtures';

function outline(text: string): readonly string[] {
	return parseBlocks(text, 'markdown').map(({ kind, text }) => `${kind}: ${text}`);
}

function only(text: string): Block {
	const [block, ...others] = parseBlocks(text, 'markdown');
	assert.ok(block !== undefined && others.length === 0);
	return block;
}

const exhibits = ({ text, exhibits }: Block) =>
	exhibits.map(({ kind, span }) => `${kind} ${span.start}: ${text.slice(span.start, span.end)}`);
const emphasized = ({ text, emphasized }: Block) => emphasized.map(({ start, end }) => text.slice(start, end));

test('the leaf blocks of Markdown, without their marks', () => {
	assert.deepEqual(
		outline(markdownFixture).filter(line => !line.startsWith('front-matter')),
		[
			'headline: The dam that failed',
			'standfirst: Inspectors had warned of cracks for years, and nobody at the ministry read the letters they sent.',
			'furniture: By Jane Doe',
			'paragraph: The dam, which The Harbour Post called safe, failed on Monday, the mayor said. It was “old” *and* worn (Roe & Doe, 2019) [12]. See https://example.org/a, the report or dam, [who?] said.',
			'furniture: ![A dam](dam.jpg "',
			'caption: The dam on Monday, said to be safe',
			'caption: Water pours over the wall, residents said.',
			'furniture: ![A wall](wall.jpg)',
			'caption: The wall, they said, was old.',
			'heading: What came next',
			'list-item: First item, she said.',
			'list-item: More of it.',
			'list-item: Second item goes on.',
			'list-item: Deep',
			'list-item: Deeper',
			'code: code in a list',
			'block-quote: “It was loud,” he said, and a lazy line.',
			'block-quote: nested',
			'code: ```\n> quoted code',
			'table-cell: Name',
			'table-cell: Words',
			'table-cell: Roe',
			'table-cell: “No” | yes.',
			'furniture: <!-- source-critic-ignore-next anonymous-source -->',
			'furniture: <div>\nSome *HTML*\n</div>',
			'code: ```text\n# no heading\n\n"no prose"\n```',
			'code: indented\n\n    code',
			'heading: A setext heading',
			'paragraph: Text with tags and struck words, a hard break, ’ and 😀.',
			'list-item: one',
			'list-item: two Comments by the minister drew anger.',
			'furniture: Comments',
			'furniture: By submitting you agree to our privacy policy.',
			'furniture: A note.',
			'furniture: Its second paragraph.',
			'furniture: [dam]: https://example.org/dam',
		],
	);
});

test('links, notes and citations are exhibits beside the prose', () => {
	const text =
		'It [fell\nhard](https://example.org), see <https://example.org/a> or www.example.org there[^1] (Roe 2019).<ref name="a" /> It rose.<ref>*x* [y](z)</ref>\n*Up* it went';
	const block = only(text);
	assert.equal(
		block.text,
		'It fell hard, see https://example.org/a or www.example.org there (Roe 2019). It rose. Up it went',
	);
	assert.deepEqual(exhibits(block), [
		'link 3: fell hard',
		'link 18: https://example.org/a',
		'link 43: www.example.org',
		'footnote 64: ',
		'citation 65: (Roe 2019)',
		'footnote 76: ',
		'footnote 85: ',
	]);
	assert.deepEqual(emphasized(block), ['Up']);
});

test('emphasis once and inline code mark words as words, bold does not', () => {
	assert.deepEqual(emphasized(only('The *Post*, the _Times_, `said` and **bold** and ***both***.')), [
		'Post',
		'Times',
		'said',
		'both',
	]);
});

test('queries and marks that are no markup stay in the prose', () => {
	assert.equal(
		only('It fell, [who?] said[source?], 2 * 3 < 7 & more_or_less.').text,
		'It fell, [who?] said[source?], 2 * 3 < 7 & more_or_less.',
	);
});

test('front matter with a title leaves no headline to a lesser heading', () => {
	assert.deepEqual(outline('---\ntitle: A\n---\n\n## B\n\nIt met.').slice(1), ['heading: B', 'paragraph: It met.']);
	assert.deepEqual(outline('---\nlang: en\n---\n\n## B\n\nIt met.').slice(1), ['headline: B', 'paragraph: It met.']);
});

test('a part that is too long or too dense is read as plain text', () => {
	const long = `${'It *met*. '.repeat(2_100)}`.trim();
	assert.equal(long.length > 20_000, true);
	assert.equal(only(long).text, long);
	assert.equal(only('[x'.repeat(3_000)).text.length, 6_000);
});

test('an unclosed comment, fence or reference harms only what it must', () => {
	assert.deepEqual(outline('It met.\n\n<!-- no end\n\nIt voted.'), [
		'paragraph: It met.',
		'furniture: <!-- no end\n\nIt voted.',
	]);
	assert.deepEqual(outline('It met.\n\n```\n\nIt voted.'), ['paragraph: It met.', 'code: ```\n\nIt voted.']);
	assert.deepEqual(outline('It met.<ref>no end.\n\nIt voted.'), ['paragraph: It met.no end.', 'paragraph: It voted.']);
});

test('a tight list is read item by item, a fence in it stays in it', () => {
	assert.deepEqual(outline('- a\n- ```\n  - code\n\n  # code\n  ```\n- b\n\n  c\n\nd.'), [
		'list-item: a',
		'code: ```\n  - code\n\n  # code\n  ```',
		'list-item: b',
		'list-item: c',
		'paragraph: d.',
	]);
});
