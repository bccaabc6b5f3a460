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

/** What the reading has in its column "all": rules, and words that must lie in or over the finding. */
const expected: readonly (readonly [rules: readonly string[], words: string])[] = [
	[['anonymous-source'], 'sources close to the talks'],
	[['anonymous-source'], 'An American official'],
	[['anonymous-source'], 'a source close to the Ukrainian delegation'],
	[['anonymous-source'], 'Another senior source'],
	[['anonymous-opinion'], 'Senior Western security officials'],
	[['ambiguous-source'], 'the source'],
	[['vague-collective', 'loaded-language'], 'many in the West'],
	[['agentless-attribution'], 'are expected to travel'],
	[['agentless-attribution'], 'is expected to meet'],
	[['unattributed-quotation'], 'exploiting the many minerals'],
	[['loaded-language', 'unattributed-claim'], 'shaking the country'],
	[['loaded-reporting-verb'], 'claimed'],
	[['dropped-relay'], 'sources close to the talks'],
	[['headline-outruns-body'], 'headed to Moscow'],
	[['quote-mismatch'], 'They want this to end'],
];
/** Lines where both answers are defensible. */
const free = ['some in the West', 'pushing'];
/** Rules whose findings on this article are. */
const freeRules = ['no-response', 'single-source'];

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
	const besides = [...rest].filter(
		line => !free.some(words => line.endsWith(words)) && !freeRules.some(rule => line.startsWith(`${rule}:`)),
	);
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

/** Source, cue, where the words begin, who says it, and through whom it came, for each attribution of the reading. */
const statements: readonly (readonly [source: string, cue: string, name: string, via: string])[] = [
	['sources close to the talks', 'said', 'Sources close to the talks', ''],
	['US President Donald Trump', 'said', 'Donald Trump', ''],
	['Trump', 'also referred to', 'Donald Trump', ''],
	['An American official', 'briefed', 'An American official', ''],
	['both sides', 'described', 'Both sides', ''],
	['Secretary of State Marco Rubio, who also attended', 'said afterward', 'Marco Rubio', ''],
	['a source close to the Ukrainian delegation', 'told', 'A source close to the Ukrainian delegation', 'AFP'],
	['Another senior source', 'told', 'Another senior source', 'AFP'],
	['Putin', 'said', 'Vladimir Putin', ''],
	['He', 'again claimed', 'Vladimir Putin', ''],
	['Putin', 'added', 'Vladimir Putin', ''],
	['some in the West', 'demand', 'Some in the West', ''],
	['The Wall Street Journal', 'reported', 'The Wall Street Journal', ''],
	['many in the West', 'viewed by', 'Many in the West', ''],
	['the report', 'according to', 'The Wall Street Journal', ''],
	['The newspaper', 'outlined', 'The Wall Street Journal', ''],
	['the Journal', 'According to', 'The Wall Street Journal', ''],
	['the report', 'said', 'The Wall Street Journal', ''],
	['Dmitriev', 'hopes', 'Kirill Dmitriev', ''],
	['The Journal', 'said', 'The Wall Street Journal', ''],
	['Dmitriev', 'suggested', 'Kirill Dmitriev', ''],
	['Senior Western security officials', 'said', 'Senior Western security officials', 'The Wall Street Journal'],
];

test('who said what, and through whom', { skip }, () => {
	const text = readFileSync(file, 'utf8');
	const { attributions, sources } = analyse(analyzer, { text, format: 'plaintext', genre: 'auto', rules: {} });
	const words = (spans: readonly { start: number; end: number }[]) =>
		spans.map(({ start, end }) => text.slice(start, end)).join(' ');
	const nameOf = (id: string | null) => sources.find(source => source.id === id)?.name ?? '';
	const found = attributions.map(each => ({ ...each, from: words(each.source ?? []), by: words(each.cue) }));
	for (const [source, cue, name, via] of statements) {
		const hit = found.find(
			each => each.from.startsWith(source) && each.by.includes(cue) && nameOf(each.sourceId).startsWith(name),
		);
		assert.ok(hit, `not found: ${source} ${cue}`);
		const relay = hit.via.map(nameOf).join();
		assert.ok(
			via === '' ? relay === '' : relay === via || (via === 'AFP' && relay === 'Agence France-Presse'),
			`${cue}: ${relay}`,
		);
	}
	// The two within another's words.
	for (const [outer, inner] of [
		['added', 'demand'],
		['said', 'suggested'],
	]) {
		const child = found.find(({ by }) => by.includes(inner ?? ''));
		assert.ok(found[child?.parent ?? -1]?.by.includes(outer ?? ''), inner);
	}
	// “According to the source”: two fit, the nearer first, and neither is sure.
	const according = found.find(({ from, by }) => from === 'the source' && by === 'According to');
	assert.equal(nameOf(according?.sourceId ?? null), 'Another senior source');
	assert.equal(according?.candidates.length, 2);
	assert.ok((according?.confidence ?? 1) < 0.7);
});
