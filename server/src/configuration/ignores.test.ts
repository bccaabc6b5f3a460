import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../rules/rule';
import type { Block } from '../text/block';
import { createBlockParser } from '../text/blocks';
import { keyOf, newIgnores, parseIgnoreFile, withIgnore, withoutIgnores } from './ignoreFile';
import { type Ignorable, type Ignores, matchIgnores, phraseIgnore, placeIgnore } from './ignores';

const rule = 'anonymous-source';
const anyWay = (): Ignorable => 'any way';
const parser = createBlockParser();

interface Draft {
	readonly blocks: readonly Block[];
	readonly findings: readonly Finding[];
}

/** A draft in which each place where the words stand is a finding. */
function draft(text: string, words: string, format: 'plaintext' | 'markdown' = 'markdown'): Draft {
	const blocks = parser.parse(text, format);
	const findings: Finding[] = [];
	for (const [index, block] of blocks.entries()) {
		for (let at = text.indexOf(words, block.span.start); at >= 0; at = text.indexOf(words, at + 1)) {
			const span = { start: at, end: at + words.length };
			if (span.end > block.span.end) break;
			findings.push({ rule, span, severity: 'warning', message: '', related: [], fixes: [], block: index });
		}
	}
	return { blocks, findings };
}

/** A list with the ignore of the nth finding. */
function ignoring({ blocks, findings }: Draft, nth: number, file = 'a.md'): Ignores {
	const empty = newIgnores(Math.random);
	const finding = findings[nth];
	assert.ok(finding, 'the finding is there');
	return parseIgnoreFile(withIgnore(empty, placeIgnore(empty.hash, file, blocks, findings, finding), undefined))
		.ignores;
}

function silenced(ignores: Ignores, { blocks, findings }: Draft, file: string | null = 'a.md') {
	const { by, stale } = matchIgnores(ignores, file, blocks, findings, anyWay);
	return { at: by.flatMap((ignore, index) => (ignore ? [index] : [])), stale: stale.length };
}

const story = [
	'The harbour board met on Monday, and several sources close to the board said the plan was lost.',
	'',
	'Sources told Quist that the ferry would be sold. The board had known of it, sources in the yard said on Friday.',
	'',
	'Nobody else spoke, and the sources said no more.',
].join('\n');

test('an ignore silences its own place and no other', () => {
	const before = draft(story, 'sources');
	for (const nth of before.findings.keys()) {
		assert.deepEqual(silenced(ignoring(before, nth), before), { at: [nth], stale: 0 });
	}
});

test('it stays with its place through edits around it, moves of paragraphs and other line breaks', () => {
	const ignores = ignoring(draft(story, 'sources'), 1);
	const [first = '', second = '', third = ''] = story.split('\n\n');
	const edits: Readonly<Record<string, [text: string, at: number]>> = {
		'one side changed': [story.replace('known of it, sources', 'heard all of that, sources'), 1],
		'the other side changed': [story.replace('sources in the yard said on Friday', 'sources on deck said'), 1],
		'commas and case': [story.replace('known of it, sources in', 'known of It; sources in'), 1],
		'paragraphs moved': [[third, second, first].join('\n\n'), 1],
		'moved to the top': [[second, first, third].join('\n\n'), 0],
		wrapped: [story.replace('known of it, sources in the', 'known of\nit, sources\nin the'), 1],
		'in a quotation block': [`${first}\n\n> ${second.replaceAll('. ', '.\n> ')}\n\n${third}`, 1],
		emphasised: [story.replace('of it, sources in', 'of *it*, **sources** in'), 1],
		split: [story.replace('sold. The', 'sold.\n\nThe'), 1],
	};
	for (const [name, [text, at]] of Object.entries(edits)) {
		assert.deepEqual(silenced(ignores, draft(text, 'sources')), { at: [at], stale: 0 }, name);
	}
});

test('it is stale once its words, both sides, or its file are others', () => {
	const ignores = ignoring(draft(story, 'sources'), 1);
	const both = story.replace('known of it, sources in the yard', 'been told, sources near a yard');
	assert.deepEqual(silenced(ignores, draft(both, 'sources')), { at: [], stale: 1 });
	assert.deepEqual(silenced(ignores, draft(story.replace('sources in', 'people in'), 'sources')), { at: [], stale: 1 });
	assert.deepEqual(silenced(ignores, draft(story, 'sources'), 'b.md'), { at: [], stale: 0 });
	assert.deepEqual(silenced(ignores, draft(story, 'sources'), null), { at: [], stale: 0 });
});

test('one word beside it is too little to go by', () => {
	const before = draft('The official said that he would leave the board in May.', 'official');
	const after = draft('The official from the yard was late.', 'official');
	assert.deepEqual(silenced(ignoring(before, 0), after), { at: [], stale: 1 });
});

test('of places that look alike the ordinal tells, and each ignore silences one', () => {
	const line = 'The men from the yard said sources had told them so.';
	const alike = draft([line, line, line, line].join('\n\n'), 'sources');
	const ignores = ignoring(alike, 2);
	assert.deepEqual(silenced(ignores, alike), { at: [2], stale: 0 });
	assert.deepEqual(silenced(ignores, draft([line, line].join('\n\n'), 'sources')), { at: [1], stale: 0 });
	const { blocks, findings } = alike;
	const two = [0, 3].reduce((list, nth) => {
		const ignore = placeIgnore(list.hash, 'a.md', blocks, findings, findings[nth] as Finding);
		return parseIgnoreFile(withIgnore(list, ignore, undefined)).ignores;
	}, newIgnores(Math.random));
	assert.deepEqual(silenced(two, alike), { at: [0, 3], stale: 0 });
	assert.deepEqual(silenced(two, draft(line, 'sources')), { at: [0], stale: 1 });
});

test('property: an ignore survives any edit outside its words and the five on each side', () => {
	const word = fc.constantFrom(
		...'harbour board ferry yard Quist Harlow money vote the a of said and Monday'.split(' '),
	);
	const words = (max: number) => fc.array(word, { maxLength: max });
	const around = fc.record({ before: words(5), after: words(5) });
	const elsewhere = fc.record({ above: words(30), lead: words(12), tail: words(12), below: words(30) });
	fc.assert(
		fc.property(around, elsewhere, elsewhere, ({ before, after }, old, now) => {
			// Without five words on a side, what comes next would become part of it.
			const near = [...before, 'one', 'two', 'three', 'four', 'five'].slice(0, 5);
			const far = ['six', 'seven', 'eight', 'nine', 'ten', ...after].slice(-5);
			const text = ({ above, lead, tail, below }: typeof old) =>
				`${above.join(' ')}\n\n${[...lead, ...near].join(' ')} sources ${[...far, ...tail].join(' ')}\n\n${below.join(' ')}\n`;
			const ignores = ignoring(draft(text(old), 'sources'), 0);
			assert.deepEqual(silenced(ignores, draft(text(now), 'sources')), { at: [0], stale: 0 });
		}),
		{ numRuns: 300 },
	);
});

test('property: no two ignores share a finding, and every ignore is used or stale', () => {
	const line = fc.constantFrom(
		'The board said sources had spoken.',
		'Then sources said the board had met in May.',
		'Sources.',
		'The board said that sources had spoken twice of the ferry.',
	);
	const text = fc.array(line, { minLength: 1, maxLength: 12 }).map(lines => lines.join('\n\n'));
	fc.assert(
		fc.property(text, text, fc.array(fc.nat(20), { maxLength: 8 }), (old, now, picks) => {
			const before = draft(old, 'ources');
			let list = newIgnores(Math.random);
			for (const pick of picks) {
				const finding = before.findings[pick % before.findings.length];
				if (!finding) continue;
				const ignore = placeIgnore(list.hash, 'a.md', before.blocks, before.findings, finding);
				list = parseIgnoreFile(withIgnore(list, ignore, undefined)).ignores;
			}
			const same = matchIgnores(list, 'a.md', before.blocks, before.findings, anyWay);
			assert.equal(same.stale.length, 0, 'nothing is stale in the text it was made in');
			const after = draft(now, 'ources');
			const { by, stale } = matchIgnores(list, 'a.md', after.blocks, after.findings, anyWay);
			const used = by.filter(ignore => ignore !== null);
			assert.equal(new Set(used).size, used.length);
			assert.equal(used.length + stale.length, list.list.length);
		}),
		{ numRuns: 200 },
	);
});

test('a phrase is silenced in all its forms, in every file, for its rule alone', () => {
	const { blocks, findings } = draft('The deal, tilted toward Norland, passed.', 'tilted toward Norland');
	const empty = newIgnores(Math.random);
	const ignore = phraseIgnore(empty.hash, blocks, findings[0] as Finding);
	assert.ok(ignore);
	const { ignores } = parseIgnoreFile(withIgnore(empty, ignore, 'agreed'));
	for (const words of ['tilting toward Norland', 'tilts toward Norland', 'Tilted toward Norland']) {
		const other = draft(`It is said that a pact ${words} is near.`, words);
		assert.deepEqual(silenced(ignores, other, 'b/c.md').at, [0], words);
		assert.deepEqual(silenced(ignores, other, null).at, [0], words);
		const otherRule = { ...other, findings: other.findings.map(finding => ({ ...finding, rule: 'hyperbole' })) };
		assert.deepEqual(silenced(ignores, otherRule).at, []);
	}
	assert.deepEqual(silenced(ignores, draft('It is tilted toward the east.', 'tilted toward the east')).at, []);
});

test('a rule that is ignored one by one knows no phrases', () => {
	const { blocks, findings } = draft('The plan is late [who?].', '[who?]');
	const empty = newIgnores(Math.random);
	const ignore = phraseIgnore(empty.hash, blocks, findings[0] as Finding);
	const { ignores } = parseIgnoreFile(withIgnore(empty, ignore as NonNullable<typeof ignore>, undefined));
	assert.deepEqual(matchIgnores(ignores, 'a.md', blocks, findings, () => 'one by one').by, [null]);
});

test('a sentence is no phrase', () => {
	const words = 'the board has spent two million on a ferry';
	const { blocks, findings } = draft(`Quist says ${words}.`, words);
	assert.equal(
		phraseIgnore(() => '', blocks, findings[0] as Finding),
		null,
	);
});

// --- the file ----------------------------------------------------------------------------------------------------

test('the file holds no word of the draft, one line an ignore, and its reasons', () => {
	const before = draft(story, 'sources');
	const empty = newIgnores(Math.random);
	const place = placeIgnore(empty.hash, 'a.md', before.blocks, before.findings, before.findings[1] as Finding);
	const text = withIgnore(empty, place, ' agreed with\nthe desk ');
	for (const word of story.match(/\p{L}{5,}/gu) ?? []) assert.ok(!text.includes(word), word);
	const line = text.split('\n').find(each => each.includes('"words"'));
	assert.match(
		line ?? '',
		/^\t\t\{ "rule": "anonymous-source", "file": "a\.md", "words": "[0-9a-f]{8}", "before": "[0-9a-f]{8}", "after": "[0-9a-f]{8}", "ordinal": 1, "reason": "agreed with the desk" \}$/,
	);
	const { ignores } = parseIgnoreFile(text);
	assert.deepEqual(ignores.list, [{ ...place, reason: 'agreed with the desk' }]);
	assert.equal(withIgnore(ignores, place, 'agreed with the desk'), text, 'twice is once');
	assert.deepEqual(parseIgnoreFile(withoutIgnores(ignores, new Set([keyOf(place)]))).ignores.list, []);
});

test('what is added lies where it lies, in whatever order it came', () => {
	const before = draft(story, 'sources');
	const empty = newIgnores(Math.random);
	const all = before.findings.map(each => placeIgnore(empty.hash, 'a.md', before.blocks, before.findings, each));
	const inOrder = (list: typeof all) =>
		list.reduce(
			(text, ignore) => withIgnore(parseIgnoreFile(text).ignores, ignore, undefined),
			withoutIgnores(empty, new Set()),
		);
	assert.equal(inOrder(all), inOrder([...all].reverse()));
});

test('the same words look different in another file of ignores', () => {
	const before = draft(story, 'sources');
	const [a, b] = [ignoring(before, 1), ignoring(before, 1)];
	assert.notDeepEqual(a.list, b.list);
	assert.notEqual(a.salt, b.salt);
});

test('a broken file ignores nothing and says so; single lines are left out', () => {
	for (const text of [
		'{',
		'[]',
		'3',
		'null',
		'{"ignores": 3}',
		'{"version": 2, "salt": "", "ignores": []}',
		'['.repeat(200_000),
	]) {
		const { problem, ignores } = parseIgnoreFile(text);
		assert.match(problem ?? '', /Nothing is ignored/, text.slice(0, 20));
		assert.deepEqual(ignores.list, []);
	}
	assert.equal(parseIgnoreFile('').problem, null);
	assert.equal(parseIgnoreFile('\uFEFF \n').problem, null);
	const lines = [
		{ rule, phrase: 'abcdef012345' },
		{ rule, phrase: 'not a hash' },
		{ rule: 3 },
		null,
		{ rule, file: 'a.md', words: 'abcdef01', before: '', after: '', ordinal: -1 },
	];
	const { problem, ignores } = parseIgnoreFile(JSON.stringify({ version: 1, salt: 'x', ignores: lines }));
	assert.equal(problem, '4 entries cannot be read, and ignore nothing.');
	assert.equal(ignores.list.length, 1);
});

test('a hundred thousand findings and ten thousand ignores are no trouble', () => {
	const { blocks, findings } = draft('sources said so.\n\n'.repeat(20_000), 'sources');
	const { hash, salt } = newIgnores(Math.random);
	const one = placeIgnore(hash, 'a.md', blocks, findings, findings[0] as Finding);
	const list = Array.from({ length: 10_000 }, (_, ordinal) => ({ ...one, ordinal: ordinal * 2 }));
	const start = process.cpuUsage();
	const { by, stale } = matchIgnores({ hash, salt, list }, 'a.md', blocks, findings, anyWay);
	assert.ok(process.cpuUsage(start).user < 3_000_000);
	assert.deepEqual([by.filter(Boolean).length, stale.length], [10_000, 0]);
});
