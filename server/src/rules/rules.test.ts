import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer } from '../analysis';
import { resources } from '../resources';
import { assertAnnotated, prose } from '../testing/annotations';
import { rules } from './index';
import type { Edit, Finding, Fix } from './rule';

const analyzer = createAnalyzer(resources);

/** What is found with every rule switched on that is off by default too. */
function check(text: string, only?: string): readonly Finding[] {
	const { findings } = analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: everyRule });
	return only === undefined ? findings : findings.filter(({ rule }) => rule === only);
}

const everyRule = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

for (const rule of rules) {
	test(`${rule.id} finds what its page shows`, () => {
		assertAnnotated(rule.example, text => check(text, rule.id).map(({ span }) => ({ span, label: rule.id })));
	});

	test(`${rule.id} is silent where its page says so`, () => {
		assert.deepEqual(
			check(rule.nonExample, rule.id).map(({ span, message }) => [
				rule.nonExample.slice(span.start, span.end),
				message,
			]),
			[],
		);
	});

	test(`${rule.id}: each of its fixes answers its finding and brings no other`, () => {
		const text = prose(rule.example);
		const before = check(text);
		for (const finding of before.filter(({ rule: id }) => id === rule.id)) {
			for (const fix of finding.fixes) {
				const after = apply(text, fix.edits);
				const found = check(after);
				if (fix.kind === 'attribute') assertAsks(found, fix, after);
				// A repeat of the same words may say the same elsewhere.
				const left = found.filter(({ rule: id, span }) => id === rule.id && span.start === finding.span.start);
				assert.deepEqual(left, [], `“${fix.title}” left its finding:\n${after}`);
				const known = new Set(before.map(({ rule: id, message }) => `${id}: ${message}`));
				for (const { rule: id, message } of found) {
					if (id === 'open-query') continue;
					assert.ok(known.has(`${id}: ${message}`), `“${fix.title}” brought “${message}”:\n${after}`);
				}
			}
		}
	});

	test(`${rule.id} speaks plainly`, () => {
		for (const { message } of check(prose(rule.example), rule.id)) {
			assert.ok(message.length < 120, message);
			assert.doesNotMatch(message.replace(/“[^”]*”/g, ''), /should|must|\[|\*/i);
		}
		assert.ok(rule.authorities.length > 0);
		for (const { url } of rule.authorities) assert.match(url, /^https?:\/\/[a-z.]+\//);
	});
}

/** What a fix leaves to be answered is found as an open query. */
function assertAsks(found: readonly Finding[], fix: Fix, after: string): void {
	const written = fix.edits.flatMap(edit => edit.text.match(/\[[^\]]+\]/g) ?? []);
	const queries = found
		.filter(({ rule }) => rule === 'open-query')
		.map(({ span }) => after.slice(span.start, span.end));
	assert.ok(written.length > 0, `“${fix.title}” leaves no query`);
	for (const query of written) assert.ok(queries.includes(query), `“${query}” is not found in:\n${after}`);
}

test('every rule has an id of its own', () => {
	assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
});

function apply(text: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((a, b) => b.span.start - a.span.start)
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}
