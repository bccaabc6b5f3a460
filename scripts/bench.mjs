// Measures how fast drafts are read, and prints a Markdown table: `npm run bench`.
// The text is the example draft told again and again with other names and figures, so that nothing is remembered from before.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = path.join(root, 'out/bench/analysis.mjs');
const seed = readFileSync(path.join(root, 'seeds/drafts/river-treaty.md'), 'utf8');

if (process.argv[2] === '--first') first();
else await bench();

/** In a process of its own: from loading the bundle, seeds and all, to the first analysis; Node's start is over by then. */
async function first() {
	const draft = draftOf(1_000, 1);
	const started = performance.now();
	const { createAnalyzer, analyse, resources } = await import(pathToFileURL(bundle).href);
	analyse(createAnalyzer(resources), draft);
	console.log(performance.now() - started);
}

async function bench() {
	await bundleFacade();
	const { createAnalyzer, analyse, resources } = await import(pathToFileURL(bundle).href);
	const [cpu] = os.cpus();
	console.log(`Node ${process.version}, ${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores\n`);
	console.log('| | |\n|---|---|');
	const tell = (what, figure) => console.log(`| ${what} | ${figure} |`);

	const firsts = Array.from({ length: 7 }, () => {
		const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--first'], { encoding: 'utf8' });
		return Number(stdout);
	});
	tell('first analysis, fresh process, 1,000 words (median of 7)', ms(quantile(firsts, 0.5)));

	const analyzer = createAnalyzer(resources);
	const drafts = Array.from({ length: 60 }, (_, i) => draftOf(1_000, i + 100));
	const warm = drafts.map(draft => timed(() => analyse(analyzer, draft))).slice(20);
	tell('another draft, warm, 1,000 words (median of 40)', ms(quantile(warm, 0.5)));

	for (const [words, edits] of [
		[1_000, 200],
		[100_000, 40],
	]) {
		const times = timesOfEdits(createAnalyzer(resources), analyse, draftOf(words, 7), edits);
		tell(
			`one character typed, ${words.toLocaleString('en')} words (p50 / p95 of ${edits})`,
			`${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}`,
		);
	}

	for (const words of [100_000, 1_000_000]) {
		const draft = draftOf(words, 3);
		const time = timed(() => analyse(createAnalyzer(resources), draft));
		const rate = Math.round(words / (time / 1000)).toLocaleString('en');
		tell(`whole text, nothing remembered, ${words.toLocaleString('en')} words`, `${ms(time)}, ${rate} words/s`);
	}

	console.log('\nNo peers beside it: none is among the development dependencies.');
}

/** A letter typed into, then taken out of, the middle paragraph; each time the whole is analysed again. */
function timesOfEdits(analyzer, analyse, draft, edits) {
	const near = draft.text.indexOf('\n\n', draft.text.length >> 1) + 2;
	const at = draft.text.indexOf(' ', near + 20);
	analyse(analyzer, draft);
	const times = [];
	for (let i = 0; i < edits; i++) {
		const typed = String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26));
		const text = draft.text.slice(0, at) + typed + draft.text.slice(at);
		times.push(timed(() => analyse(analyzer, { ...draft, text })));
	}
	return times;
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
		define: { __PROJECT__: JSON.stringify(root) },
		outfile: bundle,
		logLevel: 'warning',
	});
}
