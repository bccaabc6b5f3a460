// How well loaded wording is found, and how often news is disturbed by it.
//   node test/eval/wording.mjs [--corpora DIR] [--cli FILE]
// Figures on sentences with biased words marked (BABE), and the noise budget on news reports (PolNeAR dev): findings
// about wording per 1,000 words by rule, and warnings of all rules per 250 words. Both corpora are for measuring only;
// parts whose corpus is not there are skipped and named.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checked, root, rowsOf } from './lib.mjs';

const { values: options } = parseArgs({
	options: {
		corpora: { type: 'string', default: path.join(root, '../shared/corpora') },
		cli: { type: 'string', default: path.join(root, 'dist/cli.js') },
	},
});
const wordingRules = [
	'loaded-language',
	'hyperbole',
	'euphemism',
	'dehumanizing-language',
	'loaded-reporting-verb',
	'editorializing',
	'scare-quotes',
];

sentences();
noise();

function sentences() {
	const file = path.join(options.corpora, 'babe/tune.jsonl');
	if (!existsSync(file)) return void console.log('Skipped: sentences (BABE is not here).');
	const rows = rowsOf(file);
	const outputs = checked(
		rows.map(({ text }) => `${text}\n`),
		{ cli: options.cli },
	);
	console.log(`BABE, tune split, ${rows.length} sentences`);
	for (const rules of [wordingRules, ...wordingRules.map(rule => [rule])]) {
		const name = rules.length > 1 ? 'together' : rules[0];
		const spans = outputs.map(({ findings }) =>
			findings.filter(({ rule }) => rules.includes(rule)).map(({ span }) => span),
		);
		console.log(`${name.padEnd(24)}${score(rows, spans)}`);
	}
}

/** As `babe.mjs` of the corpus's folder counts: a sentence is flagged when a finding lies in it. */
function score(rows, spans) {
	const [hits, misses] = [
		{ biased: 0, not: 0 },
		{ biased: 0, not: 0 },
	];
	let [right, flagged, marked, neutral, neutralFlagged] = [0, 0, 0, 0, 0];
	for (const [index, row] of rows.entries()) {
		const isFlagged = spans[index].length > 0;
		const isBiased = row.label === 1 || row.label === 'biased';
		(isFlagged ? hits : misses)[isBiased ? 'biased' : 'not'] += 1;
		const [votes, voters] = row.votes ?? row.meta?.votes ?? [];
		if (votes === 0 && voters >= 4) {
			neutral += 1;
			if (isFlagged) neutralFlagged += 1;
		}
		const found = wordsIn(row.text, spans[index]);
		const gold = wordsIn(row.text, row.spans);
		flagged += found.size;
		marked += gold.size;
		for (const start of found) if (gold.has(start)) right += 1;
	}
	const f1 = (both, one, other) => (both === 0 ? 0 : (2 * both) / (2 * both + one + other));
	const share = (part, whole) => (whole === 0 ? 0 : part / whole).toFixed(3);
	const macro = (f1(hits.biased, hits.not, misses.biased) + f1(misses.not, misses.biased, hits.not)) / 2;
	return [
		`P ${share(hits.biased, hits.biased + hits.not)} R ${share(hits.biased, hits.biased + misses.biased)}`,
		`macro-F1 ${macro.toFixed(3)}; words P ${share(right, flagged)} R ${share(right, marked)};`,
		`neutral flagged ${share(neutralFlagged, neutral)}`,
	].join(' ');
}

function wordsIn(text, spans) {
	const starts = new Set();
	for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu)) {
		if (spans.some(([start, end]) => index < end && index + word.length > start)) starts.add(index);
	}
	return starts;
}

function noise() {
	const file = path.join(options.corpora, 'polnear/dev.jsonl.gz');
	if (!existsSync(file)) return void console.log('Skipped: noise budget (PolNeAR is not here).');
	const articles = rowsOf(file);
	const outputs = checked(
		articles.map(({ text }) => text),
		{ cli: options.cli },
	);
	const all = new Map();
	const own = new Map();
	let words = 0;
	let ownWords = 0;
	let warnings = 0;
	for (const [index, output] of outputs.entries()) {
		const { text } = articles[index];
		const others = [...output.quotations.flatMap(({ spans }) => spans), ...spoken(output)];
		const isOwn = ([start, end]) => !others.some(([from, to]) => from <= start && end <= to);
		for (const { index: start, 0: word } of text.matchAll(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu)) {
			words += 1;
			if (isOwn([start, start + word.length])) ownWords += 1;
		}
		for (const { rule, severity, span, related } of output.findings) {
			if (severity === 'warning') warnings += 1;
			if (!wordingRules.includes(rule)) continue;
			// A phrase that comes again is one finding with places; each place counts where it stands.
			const places = [span, ...related.filter(({ message }) => message === 'Here again.').map(place => place.span)];
			all.set(rule, (all.get(rule) ?? 0) + 1);
			own.set(rule, (own.get(rule) ?? 0) + places.filter(isOwn).length);
		}
	}
	const sum = counts => [...counts.values()].reduce((total, count) => total + count, 0);
	const rate = (count, of) => ((count * 1000) / of).toFixed(2);
	console.log(`\nPolNeAR dev, ${outputs.length} articles, ${words} words, ${ownWords} of them in the writer’s voice`);
	console.log(`${'findings per 1,000 words'.padEnd(28)}all   places in the writer’s voice, per 1,000 of its words`);
	for (const rule of wordingRules) {
		console.log(`${rule.padEnd(28)}${rate(all.get(rule) ?? 0, words)}  ${rate(own.get(rule) ?? 0, ownWords)}`);
	}
	console.log(`${'together'.padEnd(28)}${rate(sum(all), words)}  ${rate(sum(own), ownWords)}`);
	console.log(`warnings of all rules per 250 words: ${((warnings * 250) / words).toFixed(2)}`);
}

/** Content of attributions that have a source. */
function spoken({ attributions }) {
	return attributions.filter(({ source }) => source !== null).flatMap(({ content }) => content);
}
