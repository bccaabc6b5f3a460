import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyse, createAnalyzer, type Draft } from '../../server/src/analysis';
import { resources } from '../../server/src/resources';
import { overlaps, type Span } from '../../server/src/text/span';

declare const __PROJECT__: string;

const seed = 20161108;

/** Pieces that drafts are put together from: plain reporting, and what breaks readers of text. */
const piece = fc.constantFrom(
	'Mayor Lena Voss said the bridge would close.',
	'“We cannot build it,” she told reporters, “and we will not.”',
	'Critics say the council knew.',
	'According to a report seen by the Harbor Courier, costs rose 40 percent.',
	'He hopes that “it will pass” soon',
	'The Gazette said Sandor suggested that the firms could share the work, adding that he was tired.',
	'“An open quotation that nobody closes',
	'"straight marks", he said. "And more',
	'’tis the ’90s, y’all',
	'Voss:',
	'— Ada Lund',
	'said said said that that',
	'\n\n',
	'\r\n',
	'\n',
	' ',
	'😀 she said 👩‍👩‍👧',
	'\ud83d',
	'\udc00 wrote',
	'قال الوزير',
	'“«‘„',
	'’”»',
	'(D-Ohio), [who?] …',
	'http://example.org/a_b?c=d',
	'*emphasis* and `code` & <b>',
	'\u0000\u200b\u202e',
);
const text = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(' '));
const format = fc.constantFrom<Draft['format']>('plaintext', 'markdown');

function read(draft: string, as: Draft['format'], analyzer = createAnalyzer(resources)): Analysis {
	return analyse(analyzer, { text: draft, format: as, genre: 'news', rules: {} });
}

function spansOf({ attributions, sources, claims, quotations, findings }: Analysis): readonly Span[] {
	return [
		...attributions.flatMap(({ source, cue, content }) => [...(source ?? []), ...cue, ...content]),
		...sources.flatMap(({ mentions }) => mentions),
		...claims.map(({ span }) => span),
		...quotations.flatMap(({ spans }) => spans),
		...findings.flatMap(({ span, fixes }) => [span, ...fixes.flatMap(({ edits }) => edits.map(edit => edit.span))]),
	];
}

test('every span lies inside the text and splits no pair of surrogates', () => {
	const whole = createAnalyzer(resources);
	fc.assert(
		fc.property(text, format, (draft, as) => {
			for (const { start, end } of spansOf(read(draft, as, whole))) {
				assert.ok(start >= 0 && start <= end && end <= draft.length, `${start} to ${end} of ${draft.length}`);
				for (const place of [start, end]) assert.ok(!splitsPair(draft, place), `${place} in ${JSON.stringify(draft)}`);
			}
		}),
		{ seed, numRuns: 150 },
	);
});

function splitsPair(draft: string, place: number): boolean {
	const before = draft.charCodeAt(place - 1);
	const after = draft.charCodeAt(place);
	return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

test('content never overlaps its cue or its source, and parents lead out', () => {
	const whole = createAnalyzer(resources);
	fc.assert(
		fc.property(text, format, (draft, as) => {
			const { attributions } = read(draft, as, whole);
			for (const [index, { source, cue, content, parent, confidence }] of attributions.entries()) {
				for (const span of content) {
					assert.ok(!cue.some(other => overlaps(other, span)), `cue in content: ${draft}`);
					assert.ok(!(source ?? []).some(other => overlaps(other, span)), `source in content: ${draft}`);
				}
				assert.ok(confidence >= 0 && confidence <= 1);
				const seen = new Set([index]);
				for (let up = parent; up !== null; up = attributions[up]?.parent ?? null) {
					assert.ok(up < attributions.length && !seen.has(up), `parents in a circle: ${draft}`);
					seen.add(up);
				}
			}
		}),
		{ seed, numRuns: 150 },
	);
});

test('what an analyzer has read before changes nothing', () => {
	const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), piece), { maxLength: 5 });
	fc.assert(
		fc.property(text, edits, format, (draft, changes, as) => {
			const used = createAnalyzer(resources);
			let now = draft;
			read(now, as, used);
			for (const [where, cut, put] of changes) {
				const at = Math.floor(where * now.length);
				now = now.slice(0, at) + put + now.slice(at + cut);
				read(now, as, used);
			}
			assertSame(read(now, as, used), read(now, as));
		}),
		{ seed, numRuns: 60 },
	);
});

/** Everything an analysis says, the context that each block is judged in as well. */
function assertSame(used: Analysis, fresh: Analysis): void {
	for (const part of ['blocks', 'sources', 'attributions', 'quotations', 'claims', 'contexts', 'findings'] as const) {
		assert.deepEqual(used[part], fresh[part], part);
	}
}

test('what is typed into one draft changes nothing in it beyond, nor in another', () => {
	const paragraph = fc.array(piece, { minLength: 1, maxLength: 5 }).map(pieces => pieces.join(' '));
	const draft = fc.array(paragraph, { minLength: 6, maxLength: 16 }).map(paragraphs => paragraphs.join('\n\n'));
	const typed = fc.constantFrom(
		'x',
		' ',
		',',
		'.',
		'”',
		'“',
		'said ',
		'Lund ',
		'who ',
		'\n\n',
		'# ',
		', sources said',
		'',
	);
	const edits = fc.array(fc.tuple(fc.boolean(), fc.nat(100_000), fc.nat(2), typed), { minLength: 4, maxLength: 10 });
	fc.assert(
		fc.property(draft, draft, edits, format, (one, other, changes, as) => {
			const used = createAnalyzer(resources);
			const drafts: [string, string] = [one, other];
			for (const text of drafts) read(text, as, used);
			for (const [isOther, where, cut, put] of changes) {
				const which = isOther ? 1 : 0;
				const now = drafts[which];
				const at = where % (now.length + 1);
				drafts[which] = now.slice(0, at) + put + now.slice(at + cut);
				assertSame(read(drafts[which], as, used), read(drafts[which], as));
			}
		}),
		{ seed, numRuns: 25 },
	);
});

test('an article typed into letter by letter reads as it does anew', () => {
	const articles = [
		['river-treaty.md', 'markdown'],
		['council-budget.txt', 'plaintext'],
	] as const;
	const genre = fc.constantFrom<Draft['genre']>('news', 'interview', 'auto');
	const house = [{ name: 'Edwin Hale', aliases: ['the Premier'], kind: 'person' as const }];
	const words = fc.constantFrom('slate', 'he ', ', Hale said', '”', '. The ', 'official ', '5 percent ', '\n');
	const places = fc.array(fc.tuple(fc.nat(100_000), words), { minLength: 2, maxLength: 4 });
	fc.assert(
		fc.property(fc.constantFrom(...articles), genre, fc.boolean(), places, ([file, as], of, isHoused, typing) => {
			const used = createAnalyzer(resources);
			const readNow = (now: string, analyzer = createAnalyzer(resources)): Analysis =>
				analyse(analyzer, { text: now, format: as, genre: of, rules: {}, ...(isHoused ? { house } : {}) });
			let now = readFileSync(path.join(__PROJECT__, 'seeds/drafts', file), 'utf8');
			readNow(now, used);
			for (const [where, put] of typing) {
				for (const [i, letter] of [...put].entries()) {
					const at = (where % now.length) + i;
					now = now.slice(0, at) + letter + now.slice(at);
					readNow(now, used);
				}
				assertSame(readNow(now, used), readNow(now));
			}
		}),
		{ seed, numRuns: 12 },
	);
});

test('a letter that bears on no name leaves what is known of all other paragraphs as it was', () => {
	const used = createAnalyzer(resources);
	const article = readFileSync(path.join(__PROJECT__, 'seeds/drafts/river-treaty.md'), 'utf8');
	const before = read(article, 'markdown', used);
	const at = article.indexOf('on the night train') + 'on the'.length;
	const after = read(`${article.slice(0, at)} long${article.slice(at)}`, 'markdown', used);
	const changed = after.contexts.flatMap((context, b) => (context === before.contexts[b] ? [] : [b]));
	const typed = after.blocks.findIndex(({ text }) => text.includes('the long night train'));
	// What stands above the body is compared with the body's sentences, which have moved.
	const others = changed.filter(b => b !== typed && after.blocks[b]?.kind === 'paragraph');
	assert.deepEqual(others, []);
});

test('time grows with length and no faster', () => {
	const paragraph =
		'“The costs rose,” Lena Voss said, “and no one told us.” Critics say the council, which met in May, knew of it.\n\n';
	const timeOf = (times: number): number => {
		const draft = Array.from({ length: times }, (_, i) => paragraph.replace('costs', `costs of ${i} roads`)).join('');
		const started = performance.now();
		read(draft, 'plaintext');
		return performance.now() - started;
	};
	timeOf(40);
	// Eight times the text may take three times eight the time; noise gets three tries.
	const fair = Array.from({ length: 3 }, () => timeOf(320) / timeOf(40)).some(ratio => ratio < 24);
	assert.ok(fair, 'eight times the text takes more than twenty-four times as long');
});
