// What the scorers share: reading corpora, running the built command line over texts, shares with intervals.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const corpora = path.join(root, '../shared/corpora');
export const gold = path.join(root, 'test/gold');

const filesAtOnce = 500;

/** The rows of a JSONL file, gzipped or not. */
export function rowsOf(file) {
	const bytes = readFileSync(file);
	return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
		.toString('utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line));
}

/** Whether all files are there; if not, says which is missing, and that the part is skipped. */
export function isThere(part, ...files) {
	const missing = files.filter(file => !existsSync(file)).map(file => path.basename(file));
	if (missing.length > 0) console.log(`Skipped: ${part} (${missing.join(', ')} not found).`);
	return missing.length === 0;
}

/** The project's own sentences and tokens, bundled for Node. */
export async function textLayer() {
	const outfile = path.join(root, 'out/eval/text.mjs');
	await build({
		stdin: {
			contents: "export { tokenize } from './tokens'; export { splitSentences } from './sentences';",
			resolveDir: path.join(root, 'server/src/text'),
			loader: 'ts',
		},
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		logLevel: 'warning',
	});
	return import(pathToFileURL(outfile).href);
}

/** What the command line says of each text, each read as a document of its own. Throws where a text has no report. */
export function checked(texts, { genre = 'news', cli = path.join(root, 'dist/cli.js') } = {}) {
	if (!existsSync(cli)) throw new Error(`${path.basename(cli)} is not there: npm run build.`);
	const folder = mkdtempSync(path.join(tmpdir(), 'source-critic-eval-'));
	const reports = [];
	try {
		const files = texts.map((_, index) => path.join(folder, `${index}.txt`));
		for (const [index, file] of files.entries()) writeFileSync(file, texts[index]);
		for (let from = 0; from < files.length; from += filesAtOnce) {
			const { status, stdout, stderr } = spawnSync(
				process.execPath,
				[cli, 'check', '--format', 'json', '--genre', genre, ...files.slice(from, from + filesAtOnce)],
				{ encoding: 'utf8', maxBuffer: 1 << 30 },
			);
			if (status === null || status > 1) throw new Error(stderr.slice(-2000));
			for (const line of stdout.split('\n').filter(line => line.startsWith('{'))) {
				const report = JSON.parse(line);
				reports[Number(path.basename(report.path, '.txt'))] = report;
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const lost = texts.findIndex((_, index) => !reports[index]?.findings);
	if (lost >= 0) throw new Error(`no report on text ${lost}`);
	return reports;
}

export function overlap([start, end], [from, to]) {
	return start < to && from < end;
}

/** Precision, recall and F1 of counts. */
export function rates({ right, found, gold: wanted, recalled = right }) {
	const p = found === 0 ? 0 : right / found;
	const r = wanted === 0 ? 0 : recalled / wanted;
	return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** The middle 95 % of a figure over samples drawn with replacement, the same ones each time. */
export function interval(sample, figure, times = 1000) {
	let seed = 1;
	const random = () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return seed / 2 ** 32;
	};
	const figures = Array.from({ length: times }, () =>
		figure(sample.map(() => sample[Math.floor(random() * sample.length)])),
	).sort((a, b) => a - b);
	return [figures[Math.floor(0.025 * times)], figures[Math.floor(0.975 * times)]];
}

/** "66.7 (52.1 to 78.0)": a share and its interval, in percent. */
export function withInterval(share, [low, high]) {
	return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

export function percent(share) {
	return (100 * share).toFixed(1);
}

/** Values by key, in order of first appearance. */
export function groupBy(values, keyOf) {
	const groups = new Map();
	for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
	return groups;
}
