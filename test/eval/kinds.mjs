// Scores how sources are identified when their words are given: unnamed ("a source"), vague ("critics"), or neither.
//   node test/eval/kinds.mjs [FILE.jsonl] [--polnear TRAIN.jsonl[.gz]] [--bundle FILE.cjs] [--errors]
// A row is {text, span: [start, end], kind}; rows that point back (`definite`, `pronoun`) tell nothing by themselves and
// are left out. --bundle takes a built façade (`identifySource`, `lexicons`) in place of this tree's.
// With PolNeAR's training documents there, a second sample is scored: test/gold/source-kinds.jsonl, common-noun sources
// drawn with a fixed seed (190 of 300 among heads such as official, aide, source, adviser, ally or strategist, at most
// two a document; 110 among all others; names and broken spans dropped) and labelled in context before the classifier
// was asked. It has ids and offsets, no text.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { interval, root, rowsOf } from './lib.mjs';

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		bundle: { type: 'string' },
		polnear: { type: 'string', default: path.join(root, '../shared/corpora/polnear/train.jsonl.gz') },
		errors: { type: 'boolean', default: false },
	},
});
const file = positionals[0] ?? path.join(root, '../shared/corpora/sources/kinds.dev.jsonl');
const { identifySource, lexicons } = await facade();

if (existsSync(file)) report(path.basename(file), rowsOf(file));
else console.log(`Skipped: ${path.basename(file)} is not there; name it as the argument.`);
if (existsSync(options.polnear)) report('source-kinds.jsonl (PolNeAR train)', sampled());
else console.log(`Skipped: ${path.basename(options.polnear)} is not there; name it with --polnear.`);

/** The labelled sample, with the passage around each source. */
function sampled() {
	const texts = new Map(rowsOf(options.polnear).map(({ id, text }) => [id, text]));
	return rowsOf(path.join(root, 'test/gold/source-kinds.jsonl')).map(({ id, span: [start, end], kind }) => {
		const from = Math.max(0, texts.get(id).lastIndexOf('\n', start) + 1);
		const until = texts.get(id).indexOf('\n', end);
		const text = texts.get(id).slice(from, until < 0 ? undefined : until);
		return { text, span: [start - from, end - from], kind };
	});
}

function report(name, given) {
	const rows = given
		.filter(({ kind }) => kind !== 'definite' && kind !== 'pronoun')
		.map(({ text, span: [start, end], kind }) => {
			const found = identifySource({ lexicons }, text, { start, end });
			return { words: text.slice(start, end), gold: kind, found: found?.identification ?? 'none' };
		});
	console.log(`${rows.length} sources of ${name}\n`);
	console.log('              gold  found      P      R      F   95 % of F');
	for (const label of ['anonymous', 'vague']) {
		const { p, r, f, gold, found } = score(rows, label);
		const [low, high] = interval(rows, drawn => score(drawn, label).f);
		const cells = [p, r, f].map(share => (100 * share).toFixed(1).padStart(6)).join(' ');
		const around = `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
		console.log(`${label.padEnd(12)}${String(gold).padStart(6)}${String(found).padStart(7)} ${cells}   ${around}`);
	}
	console.log('');
	if (!options.errors) return;
	for (const { gold, found, words } of rows.filter(({ gold, found }) => isWrong(gold, found)))
		console.log(`${gold.padEnd(13)}${found.padEnd(11)}${words}`);
}

function isWrong(gold, found) {
	return ['anonymous', 'vague'].some(label => (gold === label) !== (found === label));
}

function score(sample, label) {
	let both = 0;
	let gold = 0;
	let found = 0;
	for (const row of sample) {
		if (row.gold === label) gold++;
		if (row.found === label) found++;
		if (row.gold === label && row.found === label) both++;
	}
	const p = found === 0 ? 0 : both / found;
	const r = gold === 0 ? 0 : both / gold;
	return { p, r, f: both === 0 ? 0 : (2 * p * r) / (p + r), gold, found };
}

async function facade() {
	const require = createRequire(import.meta.url);
	if (options.bundle) return require(path.resolve(options.bundle));
	const folder = mkdtempSync(path.join(tmpdir(), 'kinds-'));
	const outfile = path.join(folder, 'identify.cjs');
	try {
		await build({
			stdin: {
				contents:
					"export { identifySource } from './server/src/identify';\nexport { lexicons } from './server/src/lexicons';",
				resolveDir: root,
				loader: 'ts',
			},
			outfile,
			bundle: true,
			platform: 'node',
			target: 'node20',
			format: 'cjs',
			logLevel: 'warning',
		});
		return require(outfile);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
