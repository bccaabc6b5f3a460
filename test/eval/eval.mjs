// All figures of the attribution engine in one table, beside the peers' and the human ones.
//   npm run eval [-- --heldout DIR] [--corpora DIR] [--scorers DIR]
// Without options it scores the dev splits of ../shared/corpora; --heldout scores whatever DIR holds of the same shapes
// (files are told apart by what stands in them, not by their names). Parts whose corpus is missing are skipped and named.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
	options: {
		heldout: { type: 'string' },
		corpora: { type: 'string', default: path.join(root, '../shared/corpora') },
		scorers: { type: 'string', default: path.join(root, '../shared/eval') },
	},
});
const folder = path.resolve(options.heldout ?? options.corpora);
const skipped = [];

run(process.execPath, [path.join(root, 'scripts/build.mjs')]);
const corpora = sorted(folder);

/** [figure, ours, must, aim, human or peer]; the last column was measured on PolNeAR's test split, see the model card. */
const rows = [];
attributions();
kinds();
pronouns();
partsOfSpeech();
weights();
print();

function attributions() {
	const files = corpora.attributions.filter(file => options.heldout || file.includes('dev'));
	const scorer = path.join(options.scorers, 'polnear.mjs');
	if (files.length === 0 || !existsSync(scorer)) return void skipped.push('attributions (PolNeAR or its scorer)');
	for (const file of files) {
		const command = `${process.execPath} ${path.join(root, 'dist/cli.js')} check --format json`;
		const text = run(process.execPath, [scorer, file, command]);
		const f1 = name => Number(new RegExp(`^${name}.*F1\\s+([\\d.]+)`, 'm').exec(text)?.[1]);
		const recall = kind => Number(new RegExp(`^recall ${kind}.*full ([\\d.]+)`, 'm').exec(text)?.[1]);
		const on = options.heldout ? ` (${path.basename(file)})` : '';
		rows.push([`token micro F1${on}`, f1('token micro'), 83.5, 85.5, 'human 88.0, BERT 86.5, Citron 71.4']);
		rows.push([
			'attribution, content IoU ≥ .5, F1',
			f1('AR content IoU'),
			72.5,
			76,
			'human 79.6, BERT 78.1, Citron 60.5',
		]);
		rows.push(['attribution, full soft F1', f1('AR full \\(con'), 61, 66, 'human 72.4, BERT 67.5, Citron 49.3']);
		rows.push(['speech subset, content F1', f1('speech AR'), 85, 89, 'human 92.8, BERT 86.3, Citron 70.9']);
		rows.push(['full recall, direct', recall('direct'), 84, 90, 'human 95, BERT 76, Citron 62']);
		rows.push(['full recall, mixed', recall('mixed'), 79, 85, 'human 88, BERT 80, Citron 56']);
		rows.push(['full recall, indirect', recall('indirect'), 48, 60, 'human 68, BERT 63, Citron 35']);
	}
}

function kinds() {
	const [file] = corpora.kinds;
	if (!file) return void skipped.push('identification (sources/kinds)');
	const text = run(process.execPath, [path.join(root, 'test/eval/kinds.mjs'), file]);
	const f1 = kind =>
		Number(new RegExp(`^${kind}\\s+\\d+\\s+\\d+\\s+[\\d.]+\\s+[\\d.]+\\s+([\\d.]+)`, 'm').exec(text)?.[1]);
	rows.push(['identification given the span, anonymous F1', f1('anonymous'), 85, 93, 'phrase list 9']);
	rows.push(['identification given the span, vague F1', f1('vague'), 88, 93, '']);
}

function pronouns() {
	const [file] = corpora.coreference;
	const scorer = path.join(root, 'test/eval/pronouns.mjs');
	if (!file || !existsSync(scorer)) return void skipped.push('pronouns (GUM)');
	const text = run(process.execPath, [scorer, file, '--cli', path.join(root, 'dist/cli.js')]);
	const right = Number(/right of found\D*([\d.]+)/.exec(text)?.[1]);
	rows.push(['pronoun source → right person, of those found', right, 75, 88, '']);
}

function partsOfSpeech() {
	if (corpora.treebanks.length === 0) return void skipped.push('parts of speech (EWT, GUM)');
	const files = corpora.treebanks.filter(file => options.heldout || file.includes('dev'));
	const text = run(process.execPath, [path.join(root, 'test/eval/partsOfSpeech.mjs'), ...files]);
	rows.push([
		'universal part of speech, words',
		Number(/UPOS ([\d.]+)/.exec(text)?.[1]),
		94.5,
		'',
		'wink-nlp 91.4 (news)',
	]);
}

function weights() {
	const models = path.join(root, 'seeds/models');
	const bytes = readdirSync(models)
		.filter(name => name.endsWith('.bin'))
		.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(models, name)), { level: 9 }).length, 0);
	rows.push(['weights, gzip, MB', Math.round(bytes / 10_000) / 100, '≤ 1.2', '≤ 0.8', '']);
}

function print() {
	console.log(
		`${options.heldout ? 'Held-out files' : 'Dev splits'}; peers and humans: PolNeAR test, see training/MODEL_CARD.md\n`,
	);
	const table = [['', 'ours', 'must', 'aim', 'human and peers'], ...rows.map(row => row.map(String))];
	const widths = table[0].map((_, i) => Math.max(...table.map(row => row[i].length)));
	for (const [i, row] of table.entries()) {
		console.log(`| ${row.map((cell, k) => cell.padEnd(widths[k])).join(' | ')} |`);
		if (i === 0) console.log(`|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`);
	}
	for (const part of skipped) console.log(`Skipped: ${part} not found in ${path.basename(folder)}.`);
	console.log('\nSpeed: npm run bench. Sentences: node test/eval/sentences.mjs.');
}

/** The files below a folder by what stands in them. */
function sorted(from) {
	const found = { attributions: [], kinds: [], coreference: [], treebanks: [] };
	if (!existsSync(from)) return found;
	for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' }).sort()) {
		const file = path.join(from, name);
		if (!statSync(file).isFile()) continue;
		if (/\.conll(?:\.gz)?$/.test(name)) found.treebanks.push(file);
		if (!/\.jsonl(?:\.gz)?$/.test(name)) continue;
		const first = firstRow(file);
		if (first?.kind !== undefined && Array.isArray(first.span)) found.kinds.push(file);
		else if (first?.entities !== undefined) found.coreference.push(file);
		else if (Array.isArray(first?.attributions)) found.attributions.push(file);
	}
	return found;
}

function firstRow(file) {
	const bytes = readFileSync(file);
	const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	try {
		return JSON.parse(text.slice(0, text.indexOf('\n')));
	} catch {
		return null;
	}
}

function run(command, args) {
	const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, cwd: root });
	if (status !== 0) throw new Error(`${path.basename(args[0] ?? command)} failed:\n${stderr}${stdout}`);
	return stdout;
}
