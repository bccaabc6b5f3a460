/** Findings as an editor's queries. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../analysis';
import { queriesOf } from './queries';
import { analysisOf } from './testing';

function queries(text: string, draft: Partial<Draft> = {}): readonly string[] {
	const analysis = analysisOf(text, draft);
	return queriesOf(analysis, analysis.findings);
}

const said = 'Ada Harlow spoke first, she said.\n\n';

for (const [text, query] of [
	['Witt is expected to meet the board.', 'Par 2, “is expected to meet”: who expects this?'],
	['The ferry was late, sources said.', 'Par 2, “sources”: how many, in what position, and how do they know?'],
	['The ferry was late, a source said.', 'Par 2, “a source”: in what position, and how do they know?'],
	['Critics said the yard was safe.', 'Par 2, “Critics”: who?'],
	['The tunnel has cost $2 billion so far.', 'Par 2, “$2 billion”: whose figure is this? No source here.'],
	['A new study found that salt weakens the piers.', 'Par 2, “A new study”: which study? No author, date or link.'],
	['The pact, tilted toward Norland, was signed.', 'Par 2, “tilted toward Norland”: whose judgement is this?'],
] as const) {
	test(query, () => assert.deepEqual(queries(`${said}${text}\n`), [query]));
}

test('each is a question, and no query says its words twice', () => {
	const text = `${said}The board, tilted toward Norland, is expected to meet. Quist again claimed it was safe, an official said. “We will go,” it went.\n`;
	const lines = queries(text);
	assert.ok(lines.length > 3);
	for (const line of lines) {
		assert.match(line, /\?/);
		const words = /“([^”]+)”/.exec(line)?.[1] ?? '';
		assert.equal(line.split(`“${words}”`).length, 2, line);
	}
});

test('in Markdown the words are those a reader reads', () => {
	const [line] = queries(`${said}The ferry was late, *sour*ces said.\n`, { format: 'markdown' });
	assert.match(line ?? '', /^Par 2, “sources”: /);
});

test('what is no paragraph goes by its kind', () => {
	assert.match(
		queries('Mayor slams the ferry\n\nAda Harlow said that the ferry was old. She said it would be sold.\n')[0] ?? '',
		/^Headline, “slams”: /,
	);
});
