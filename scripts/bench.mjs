// Measures how fast drafts are read, and prints a Markdown table: `npm run bench`.
// The text is the example draft told again and again with other names and figures, so that nothing is remembered from before.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { alias } from './lib/bundling.mjs';
import { kernel } from './lib/kernel.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = path.join(root, 'out/bench/analysis.mjs');
const seed = readFileSync(path.join(root, 'seeds/drafts/river-treaty.md'), 'utf8');

const turns = 10_000_000;

if (process.argv[2] === '--first') await first();
else await bench();

/** In a process of its own, with the flag the extension starts its server with, Node's start over: bundle, seeds and weights are loaded, then a first and a second draft are read. */
async function first() {
	const drafts = [draftOf(1_000, 1), draftOf(1_000, 2)];
	const started = performance.now();
	const { createAnalyzer, analyse, resources } = await import(pathToFileURL(bundle).href);
	const analyzer = createAnalyzer(resources);
	const loaded = performance.now() - started;
	const [read, readNext] = drafts.map(draft => timed(() => analyse(analyzer, draft)));
	console.log(JSON.stringify({ loaded, read, readNext }));
}

async function bench() {
	await bundleFacade();
	const { createAnalyzer, analyse, resources } = await import(pathToFileURL(bundle).href);
	const [cpu] = os.cpus();
	console.log(`Node ${process.version}, ${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores`);
	console.log(`A loop of ${turns.toLocaleString('en')} turns takes ${ms(paceOfMachine())} here.\n`);
	console.log('| | |\n|---|---|');
	const tell = (what, figure) => console.log(`| ${what} | ${figure} |`);

	const firsts = Array.from({ length: 9 }, () => {
		const { stdout } = spawnSync(process.execPath, ['--no-lazy', fileURLToPath(import.meta.url), '--first'], {
			encoding: 'utf8',
		});
		return JSON.parse(stdout);
	});
	const median = part =>
		ms(
			quantile(
				firsts.map(each => each[part]),
				0.5,
			),
		);
	tell('fresh process: bundle, seeds and weights loaded (median of 9)', median('loaded'));
	tell('then the first analysis, 1,000 words', median('read'));
	tell('then another draft, 1,000 words', median('readNext'));

	const analyzer = createAnalyzer(resources);
	const drafts = Array.from({ length: 60 }, (_, i) => draftOf(1_000, i + 100));
	const warm = drafts.map(draft => timed(() => analyse(analyzer, draft))).slice(20);
	tell('another draft, warm, 1,000 words (median of 40)', ms(quantile(warm, 0.5)));

	for (const [words, edits] of [
		[1_000, 200],
		[100_000, 100],
	]) {
		const { times, longestStep } = timesOfEdits(createAnalyzer(resources), draftOf(words, 7), edits);
		tell(
			`one character typed, ${words.toLocaleString('en')} words (p50 / p95 of ${edits}; longest step)`,
			`${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}; ${ms(longestStep)}`,
		);
	}

	for (const words of [100_000, 1_000_000]) {
		const { time, longestStep } = drive(createAnalyzer(resources), draftOf(words, 3));
		const rate = Math.round(words / (time / 1000)).toLocaleString('en');
		tell(
			`whole text, nothing remembered, ${words.toLocaleString('en')} words (longest step)`,
			`${ms(time)}, ${rate} words/s; ${ms(longestStep)}`,
		);
	}

	console.log('\nNo peers beside it: none is among the development dependencies.');
}

/** How fast the machine is just now, for comparing runs: the fastest of some, since the first ones run unoptimised. */
function paceOfMachine() {
	const run = () => {
		let sum = 0;
		for (let i = 0; i < turns; i++) sum = (sum * 31 + i) | 0;
		return sum;
	};
	return Math.min(...Array.from({ length: 8 }, () => timed(run)));
}

/** Reads a draft step by step, as a server does. */
function drive(analyzer, draft) {
	const steps = analyzer.update(draft);
	const started = performance.now();
	let last = started;
	let longestStep = 0;
	for (;;) {
		const { done } = steps.next();
		const now = performance.now();
		longestStep = Math.max(longestStep, now - last);
		last = now;
		if (done) return { time: now - started, longestStep };
	}
}

/** Typing into the middle of a draft, here a letter and there one more: each time the whole is analysed again. */
function timesOfEdits(analyzer, draft, edits) {
	drive(analyzer, draft);
	const middle = draft.text.indexOf('\n\n', draft.text.length >> 1);
	const gaps = [...draft.text.slice(middle, middle + 3_000).matchAll(/[a-z] (?=[a-z])/g)].map(
		gap => middle + gap.index + 1,
	);
	let { text } = draft;
	const times = [];
	let longest = 0;
	for (let i = 0; i < edits; i++) {
		// Five letters of a word, then on to another place.
		const at = gaps[Math.floor(i / 5) % gaps.length] + i;
		text = `${text.slice(0, at)}${'slate'.charAt(i % 5)}${text.slice(at)}`;
		const { time, longestStep } = drive(analyzer, { ...draft, text });
		times.push(time);
		longest = Math.max(longest, longestStep);
	}
	return { times, longestStep: longest };
}

/** About so many words, told of other people in every round. */
function draftOf(words, variant) {
	const rounds = [];
	for (let count = 0, round = 0; count < words; round++) {
		const text = varied(variant * 7_919 + round);
		rounds.push(text);
		count += wordsIn(text);
	}
	const all = rounds.join('\n').split(/(?<=\s)/);
	let kept = 0;
	const cut = all.findIndex(part => part.trim() !== '' && ++kept > words);
	const text = (cut < 0 ? all : all.slice(0, cut)).join('').trimEnd();
	return { text: `${text}\n`, format: 'markdown', genre: 'news', rules: {} };
}

function varied(number) {
	let text = seed;
	for (const [i, name] of ['Hale', 'Quist', 'Brandt', 'Kerr', 'Sandor', 'Varga', 'Aldous', 'Lind'].entries()) {
		text = text.replaceAll(name, madeUp(number * 8 + i));
	}
	// Every paragraph is another one, those without a name too.
	return text
		.split('\n\n')
		.map((paragraph, i) => (/^[(#]/.test(paragraph) ? paragraph : `${paragraph} It was day ${number * 31 + i}.`))
		.join('\n\n');
}

/** A surname of its own for each number. */
function madeUp(number) {
	const syllables = [
		'ba',
		'der',
		'fo',
		'gan',
		'hil',
		'jo',
		'ker',
		'lum',
		'mo',
		'nes',
		'pra',
		'quen',
		'ros',
		'sti',
		'tor',
		'vel',
	];
	let rest = number;
	let name = '';
	do {
		name += syllables[rest % syllables.length];
		rest = Math.floor(rest / syllables.length);
	} while (rest > 0);
	return `${name[0].toUpperCase()}${name.slice(1)}sen`;
}

function wordsIn(text) {
	return text.split(/\s+/).filter(Boolean).length;
}

function timed(work) {
	const started = performance.now();
	work();
	return performance.now() - started;
}

function quantile(times, share) {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function ms(time) {
	return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

async function bundleFacade() {
	const server = path.join(root, 'server/src');
	await build({
		stdin: {
			contents: `export { analyse, createAnalyzer } from './analysis'; export { resources } from './resources';`,
			resolveDir: server,
			loader: 'ts',
		},
		bundle: true,
		minify: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		alias,
		plugins: [kernel],
		define: { __PROJECT__: JSON.stringify(root) },
		outfile: bundle,
		logLevel: 'warning',
	});
}
