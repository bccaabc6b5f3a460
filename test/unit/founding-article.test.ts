/**
 * The reading the product was conceived on. The article and its reading are not ours and lie outside the project:
 * without them these tests are skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Format } from '../../server/src/analysis';
import { resources } from '../../server/src/resources';

declare const __PROJECT__: string;

const file = path.join(__PROJECT__, '../shared/seed/article.txt');
const skip = existsSync(file) ? false : 'the founding article is not here';
const analyzer = createAnalyzer(resources);

/** What the reading has in its column "first set": rules, and words that must lie in or over the finding. */
const expected: readonly (readonly [rules: readonly string[], words: string])[] = [
	[['anonymous-source'], 'sources close to the talks'],
	[['anonymous-source'], 'An American official'],
	[['anonymous-source'], 'a source close to the Ukrainian delegation'],
	[['anonymous-source'], 'Another senior source'],
	[['anonymous-source'], 'Senior Western security officials'],
	[['vague-collective', 'loaded-language'], 'many in the West'],
	[['agentless-attribution'], 'are expected to travel'],
	[['agentless-attribution'], 'is expected to meet'],
	[['unattributed-quotation'], 'exploiting the many minerals'],
	[['loaded-language', 'unattributed-claim'], 'shaking the country'],
	[['loaded-reporting-verb'], 'claimed'],
];
/** Lines where both answers are defensible. */
const free = ['some in the West', 'pushing'];

function findings(text: string, format: Format): readonly string[] {
	const analysis = analyse(analyzer, { text, format, genre: 'auto', rules: {} });
	return analysis.findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`);
}

test('every line of the reading is found, and at most three besides', { skip }, () => {
	const found = findings(readFileSync(file, 'utf8'), 'plaintext');
	const rest = new Set(found);
	for (const [rules, words] of expected) {
		const hit = found.find(line => rules.some(rule => line.startsWith(`${rule}:`)) && line.includes(words));
		assert.ok(hit, `not found: ${rules.join(' or ')} on “${words}”\n${found.join('\n')}`);
		rest.delete(hit);
	}
	const besides = [...rest].filter(line => !free.some(words => line.endsWith(words)));
	assert.ok(besides.length <= 3, `besides the reading:\n${besides.join('\n')}`);
});

for (const format of ['plaintext', 'markdown'] as const) {
	test(`the article wrapped at 72 columns is read the same (${format})`, { skip }, () => {
		const text = readFileSync(file, 'utf8');
		const original = findings(text, 'plaintext');
		assert.deepEqual(findings(text, format), original, 'as it is');
		assert.deepEqual(findings(wrapped(text, '\n'), format), original, 'paragraphs on following lines');
		assert.deepEqual(findings(wrapped(text, '\n\n'), format), original, 'paragraphs apart');
	});
}

function wrapped(text: string, between: string): string {
	return text
		.split('\n')
		.map(line => {
			const lines = [''];
			for (const word of line.split(' ')) {
				const last = lines.at(-1) ?? '';
				if (last !== '' && last.length + 1 + word.length > 72) lines.push(word);
				else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
			}
			return lines.join('\n');
		})
		.join(between);
}
