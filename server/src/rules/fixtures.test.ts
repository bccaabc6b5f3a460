/**
 * Fixes tried on whole drafts: the fixtures of every rule, and both example drafts. A fix that rewords removes its finding
 * and brings none; one that attributes turns it into an open query and brings nothing else.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Format } from '../analysis';
import { resources } from '../resources';
import { prose } from '../testing/annotations';
import { overlaps, type Span } from '../text/span';
import { rules } from './index';
import type { Edit, Finding, Fix } from './rule';

declare const __PROJECT__: string;

const analyzer = createAnalyzer(resources);
const everyRule = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));
const folder = path.join(__PROJECT__, 'server/src/rules');

/** The fixtures with carets that stand in the tests beside the rules: in back quotes, without anything computed. */
function fixturesIn(file: string): readonly string[] {
	const source = readFileSync(path.join(folder, file), 'utf8');
	return source
		.split('`')
		.filter(
			(part, index) => index % 2 === 1 && /^ *\^+ \S/m.test(part) && !part.includes('${') && !part.includes('\\'),
		);
}

/**
 * Known limits: other words in a sentence change who is taken to speak in it, and a question of another sentence with it.
 * What may be brought, by the opening of the draft.
 */
const turning: ReadonlyMap<string, string> = new Map([
	['“Harlow is a disaster,” a source said.', 'anonymous-source'],
	['She read from the poem “The Tide.', 'late-attribution'],
	['A draft tilted toward the Bank of Norland’s owners', 'loaded-language'],
]);

const fixtures = readdirSync(folder)
	.filter(file => file.endsWith('.test.ts'))
	.flatMap(file =>
		fixturesIn(file).map(fixture => ({ from: file, text: prose(fixture), format: 'plaintext' as const })),
	);
const drafts = ['council-budget.txt', 'river-treaty.md'].map(name => ({
	from: name,
	text: readFileSync(path.join(__PROJECT__, 'seeds/drafts', name), 'utf8'),
	format: name.endsWith('.md') ? ('markdown' as const) : ('plaintext' as const),
}));

for (const { from, text, format } of [...fixtures, ...drafts]) {
	test(`fixes in ${from}: ${text.slice(0, 60).split('\n')[0]}`, () => {
		const before = check(text, format);
		for (const finding of before) for (const fix of finding.fixes) assertAnswers(text, format, before, finding, fix);
	});
}

test('there are fixtures, and fixes in them', () => {
	assert.ok(fixtures.length > 100, `${fixtures.length}`);
});

function check(text: string, format: Format): readonly Finding[] {
	return analyse(analyzer, { text, format, genre: 'news', rules: everyRule }).findings;
}

function assertAnswers(text: string, format: Format, before: readonly Finding[], finding: Finding, fix: Fix): void {
	const after = apply(text, fix.edits);
	const found = check(after, format);
	const shown = `“${fix.title}” (${finding.rule})`;
	/** Where words of the draft stand after the fix. */
	const moved = ({ start, end }: Span): Span => {
		const by = (offset: number): number =>
			fix.edits.reduce(
				(sum, { span, text: words }) => sum + (span.end <= offset ? words.length - (span.end - span.start) : 0),
				0,
			);
		return { start: start + by(start), end: end + by(end) };
	};
	const stands = (old: Finding, now: Finding): boolean => old.rule === now.rule && overlaps(moved(old.span), now.span);
	assert.deepEqual(
		found.filter(now => stands(finding, now)).map(({ message }) => message),
		[],
		`${shown} left its finding:\n${after}`,
	);
	const queriesIn = (all: readonly Finding[]): number => all.filter(({ rule }) => rule === 'open-query').length;
	if (fix.kind === 'attribute') assert.ok(queriesIn(found) > queriesIn(before), `${shown} leaves no query:\n${after}`);
	const [, turned] = [...turning].find(([opening]) => text.startsWith(opening)) ?? [];
	const known = before.flatMap(each => [each, ...(each.again ?? [])]);
	assert.deepEqual(
		found
			.filter(now => now.rule !== 'open-query' && now.rule !== turned && !known.some(old => stands(old, now)))
			.map(({ rule, message }) => `${rule}: ${message}`),
		[],
		`${shown} brought a finding:\n${after}`,
	);
}

function apply(text: string, edits: readonly Edit[]): string {
	return [...edits]
		.sort((a, b) => b.span.start - a.span.start)
		.reduce((draft, { span, text: words }) => draft.slice(0, span.start) + words + draft.slice(span.end), text);
}
