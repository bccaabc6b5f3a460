import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Format } from '../analysis';
import { atCaret } from '../testing/navigation';
import { spansAround, toSelectionRange } from './selectionRanges';

function steps(marked: string, format: Format = 'plaintext'): string[] {
	const { text, analysis, offset } = atCaret(marked, format);
	return spansAround(analysis, offset).map(({ start, end }) => text.slice(start, end));
}

test('word, quotation, attribution, sentence, paragraph, section, draft', () => {
	const paragraph = 'The quay leaks. “We have time,” Ruth Alder said.';
	const section = `What it costs\n\n${paragraph}`;
	const draft = `The board met on Monday.\n\n${section}\n\nWhat comes next\n\nThe board meets again on Friday.`;
	assert.deepEqual(steps(draft.replace('have', 'ha|ve')), [
		'have',
		'We have time,',
		'“We have time,”',
		'“We have time,” Ruth Alder said',
		'“We have time,” Ruth Alder said.',
		paragraph,
		section,
		draft,
	]);
});

test('what is attributed without marks is a step too', () => {
	assert.deepEqual(steps('Ruth Alder said the qu|ay leaks, and went home. She was tired.').slice(0, 2), [
		'quay',
		'the quay leaks',
	]);
});

test('a section of Markdown, then the one it stands below with all that is in it', () => {
	const costs = '### Costs\n\nRuth Alder said the quay leaks.';
	const harbour = `## Harbour\n\nIt is old.\n\n${costs}`;
	const vote = `# Vote\n\n${harbour}\n\n## Ferry\n\nIt is new.`;
	const found = steps(`${vote}\n\n# Later\n\nIt is late.`.replace('Costs', 'Co|sts'), 'markdown');
	assert.deepEqual(found.slice(-4, -1), [costs, harbour, vote]);
});

test('each step lies within the next, everywhere', () => {
	for (const [text, format] of [
		['“We have\r\n\r\ntime \uD83D\uDEA2,” Ruth Alder said.\r\n2 View gallery\r\n', 'plaintext'],
		['# *Quay*\n\n> “We *have* time,” [Ruth](https://example.org) said.\n\n```\ncode\n```\n', 'markdown'],
		['', 'plaintext'],
	] as const) {
		const document = TextDocument.create('file:///a.md', format, 1, text);
		for (let at = 0; at <= text.length; at++) {
			const { analysis, offset } = atCaret(`${text.slice(0, at)}|${text.slice(at)}`, format);
			const spans = spansAround(analysis, offset);
			for (const [index, { start, end }] of spans.entries()) {
				assert.ok(start <= offset && offset <= end);
				const inner = spans[index - 1];
				if (inner) assert.ok(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
			}
			let range = toSelectionRange(document, spans, offset);
			for (let step = 1; step < spans.length; step++) {
				assert.ok(range.parent);
				range = range.parent;
			}
			assert.deepEqual([range.parent, document.offsetAt(range.range.start)], [undefined, 0]);
		}
	}
});
