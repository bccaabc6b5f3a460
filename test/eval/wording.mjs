// How well loaded wording is found, and how often news is disturbed by it.
//   node test/eval/wording.mjs [--corpora DIR] [--scorers DIR] [--cli FILE]
// Figures on sentences with biased words marked (BABE), and the noise budget on news reports (PolNeAR dev): findings
// about wording per 1,000 words by rule, and warnings of all rules per 250 words. Both corpora are for measuring only;
// parts whose corpus is not there are skipped and named.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
	options: {
		corpora: { type: 'string', default: path.join(root, '../shared/corpora') },
		scorers: { type: 'string', default: path.join(root, '../shared/eval') },
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
const check = [process.execPath, options.cli, 'check', '--format', 'json', '--genre', 'news'];

sentences();
noise();

function sentences() {
	const file = path.join(options.corpora, 'babe/tune.jsonl');
	const scorer = path.join(options.scorers, 'babe.mjs');
	if (!existsSync(file) || !existsSync(scorer)) return void console.log('Skipped: sentences (BABE or its scorer is not here).');
	const score = rules => run([process.execPath, scorer, file, check.join(' '), '--rules', rules.join(',')]);
	console.log(`BABE, tune split, all rules about wording\n${score(wordingRules)}`);
	for (const rule of wordingRules) console.log(`BABE, ${rule} alone\n${score([rule])}`);
}

function noise() {
	const file = path.join(options.corpora, 'polnear/dev.jsonl.gz');
	if (!existsSync(file)) return void console.log('Skipped: noise budget (PolNeAR is not here).');
	const articles = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean).map(line => JSON.parse(line));
	const folder = mkdtempSync(path.join(os.tmpdir(), 'wording-'));
	const files = articles.map(({ text }, index) => {
		const name = path.join(folder, `${index}.txt`);
		writeFileSync(name, text);
		return name;
	});
	const outputs = run([...check, ...files]).split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line));
	rmSync(folder, { recursive: true, force: true });
	const all = new Map();
	const own = new Map();
	let words = 0;
	let ownWords = 0;
	let warnings = 0;
	for (const output of outputs) {
		const { text } = articles[Number(path.basename(output.path, '.txt'))];
		const others = [...output.quotations.flatMap(({ spans }) => spans), ...spoken(output)];
		const isOwn = ([start, end]) => !others.some(([from, to]) => from <= start && end <= to);
		for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu)) {
			words += 1;
			if (isOwn([index, index + word.length])) ownWords += 1;
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

function run([command, ...args]) {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
	if (status === null || status > 1) throw new Error(stderr.slice(-2000));
	return stdout;
}
