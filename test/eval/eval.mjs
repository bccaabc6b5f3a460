// All figures of the engine and of the rules in one table, beside the peers' and the human ones.
//   npm run eval [-- --heldout DIR] [--corpora DIR] [--scorers DIR]
// Without options it scores the dev splits of ../shared/corpora; --heldout scores whatever DIR holds of the same shapes
// (files are told apart by what stands in them, not by their names). Parts whose corpus is missing are skipped and named.
// What is labelled by hand (test/gold) lies on PolNeAR's own documents: with --heldout nothing of it is asked.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { root } from './lib.mjs';

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
if (!options.heldout) {
	anonymous();
	covered();
	claims();
	wording();
}
print();

function attributions() {
	const files = corpora.attributions.filter(file => options.heldout || file.includes('dev'));
	const polnear = path.join(options.scorers, 'polnear.mjs');
	if (files.length === 0 || !existsSync(polnear)) return void skipped.push('attributions (PolNeAR or its scorer)');
	for (const file of files) {
		const command = `${process.execPath} ${path.join(root, 'dist/cli.js')} check --format json`;
		const text = run(process.execPath, [polnear, file, command]);
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
	const parts = run(process.execPath, [scorer('kinds'), file, '--polnear', trainingFile()]).split(
		/^(?=\d+ sources of )/m,
	);
	for (const text of parts.filter(part => /^\d+ sources of/.test(part))) {
		const on = text.includes('PolNeAR train') ? ', sample of train' : '';
		for (const kind of ['anonymous', 'vague']) {
			const [, f1, around] =
				new RegExp(`^${kind}\\s+\\d+\\s+\\d+\\s+[\\d.]+\\s+[\\d.]+\\s+([\\d.]+)\\s+(.*)`, 'm').exec(text) ?? [];
			const targets = kind === 'anonymous' ? [85, 93] : [88, 93];
			const peer = kind === 'anonymous' ? 'phrase list 9, regex 46; ' : '';
			rows.push([`identification given the span, ${kind} F1${on}`, Number(f1), ...targets, `${peer}95 %: ${around}`]);
		}
	}
}

function pronouns() {
	const [file] = corpora.coreference;
	if (!file) return void skipped.push('pronouns (GUM)');
	const text = run(process.execPath, [scorer('pronouns'), file, '--polnear', trainingFile()]);
	const [, right, found] = /in all.*right (\d+) of (\d+)/.exec(text) ?? [];
	const share = Number(/right of found\D*([\d.]+)/.exec(text)?.[1]);
	rows.push(['pronoun source → right person, of those found', share, 75, 88, `pooled, n = ${found}, ${right} right`]);
}

/** Unnamed sources as the command line finds them. */
function anonymous() {
	const text = run(process.execPath, [scorer('anonymous'), ...(corpora.kinds[0] ? ['--kinds', corpora.kinds[0]] : [])]);
	const found = [...text.matchAll(/^(PolNeAR.*?|both)\s+\d+ unnamed.*F1 ([\d.]+) \((.*)\)/gm)];
	if (found.length === 0) skipped.push('anonymous sources, end to end (PolNeAR, sources/kinds)');
	for (const [, name, f1, around] of found)
		rows.push([`anonymous end to end, F1, ${name}`, Number(f1), 75, 88, `phrase list 9, regex 46; 95 %: ${around}`]);
}

function covered() {
	const share = /, ([\d.]+) %/.exec(run(process.execPath, [scorer('coveredSentences')]))?.[1];
	if (share === undefined) return void skipped.push('covered sentences (PolNeAR)');
	rows.push(['covered sentences asked about, %', Number(share), '≤ 3', '≤ 1', '']);
}

function claims() {
	const text = run(process.execPath, [scorer('claims')]);
	const found = [...text.matchAll(/^(\S.*?)\s+(raw|weighted)\s+P ([\d.]+) \((.*?)\)\s+R ([\d.]+) \((.*?)\)/gm)];
	if (found.length === 0) skipped.push('own-voice claims (PolNeAR)');
	for (const [, name, way, p, aroundP, r, aroundR] of found) {
		rows.push([`own-voice claims, P, ${name}, ${way}`, Number(p), 60, 75, `95 %: ${aroundP}`]);
		rows.push([`own-voice claims, R, ${name}, ${way}`, Number(r), 50, 65, `95 %: ${aroundR}`]);
	}
}

function wording() {
	const text = run(process.execPath, [scorer('wording')]);
	const together = /^together\s+P.*macro-F1 ([\d.]+); words P ([\d.]+) R ([\d.]+); neutral flagged ([\d.]+)/m.exec(
		text,
	);
	if (together) {
		const [, macro, p, r, neutral] = together.map(Number);
		rows.push(['loaded sentences (BABE), macro-F1', macro, 0.7, 0.74, 'best peer .56, one human .785']);
		rows.push(['loaded words (BABE), P', p, 0.45, 0.55, ''], ['loaded words (BABE), R', r, 0.33, 0.4, '']);
		rows.push(['neutral sentences flagged (BABE)', neutral, '≤ 0.15', '≤ 0.1', 'write-good .44']);
	} else skipped.push('loaded sentences (BABE)');
	const noise = /^together\s+([\d.]+)\s+[\d.]+$/m.exec(text)?.[1];
	if (noise === undefined) return void skipped.push('noise budget (PolNeAR)');
	rows.push(['findings about wording per 1,000 words', Number(noise), '≤ 8', '≤ 6', '']);
	const warnings = /per 250 words: ([\d.]+)/.exec(text)?.[1];
	rows.push(['warnings of all rules per 250 words', Number(warnings), '≤ 1', '', '']);
}

function scorer(name) {
	return path.join(root, `test/eval/${name}.mjs`);
}

/** PolNeAR's training documents, on which some is labelled by hand; a file that is not there when held-out files are scored. */
function trainingFile() {
	return options.heldout ? path.join(folder, 'none') : path.join(folder, 'polnear/train.jsonl.gz');
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
