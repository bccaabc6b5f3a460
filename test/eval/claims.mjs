// How well the questions about the writer's own claims fall: 300 own-voice sentences of PolNeAR dev, labelled by two
// annotators (test/gold/README.md), against the findings that touch them.
//   node test/eval/claims.mjs [--polnear DEV.jsonl[.gz]] [--genre news|auto] [--errors]
// Raw: every sentence counts once. Weighted: by how many sentences of its kind it stands for in the corpus. Intervals:
// 1,000 samples of documents with replacement. A question asked at another sentence of the paragraph counts as missed.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checked, corpora, gold, groupBy, interval, isThere, overlap, rates, rowsOf, withInterval } from './lib.mjs';

const { values: options } = parseArgs({
	options: {
		polnear: { type: 'string', default: path.join(corpora, 'polnear/dev.jsonl.gz') },
		genre: { type: 'string', default: 'news' },
		errors: { type: 'boolean', default: false },
	},
});
const asking = {
	'unattributed-claim': ['unattributed-claim'],
	'with unattributed-accusation': ['unattributed-claim', 'unattributed-accusation'],
};

if (isThere('own-voice claims', options.polnear)) report();

function report() {
	const labelled = groupBy(rowsOf(path.join(gold, 'own-voice.jsonl')), ({ id }) => id);
	const documents = rowsOf(options.polnear).filter(({ id }) => labelled.has(id));
	const readings = checked(
		documents.map(({ text }) => text),
		{ genre: options.genre },
	);
	const sample = documents.map(({ id, text }, index) =>
		labelled.get(id).map(row => ({ ...row, text, hits: hitsOn(row, readings[index]) })),
	);
	const rows = sample.flat();
	const asked = rows.filter(({ label }) => label === 1).length;
	console.log(
		`${rows.length} sentences of ${documents.length} documents, ${asked} to ask about; genre ${options.genre}`,
	);
	for (const [name, rules] of Object.entries(asking)) {
		for (const isWeighted of [false, true]) {
			const figures = drawn => rates(counts(drawn.flat(), rules, isWeighted));
			const cells = [
				['P', 'p'],
				['R', 'r'],
			].map(
				([letter, key]) =>
					`${letter} ${withInterval(
						figures(sample)[key],
						interval(sample, d => figures(d)[key]),
					)}`,
			);
			const { right, found } = counts(rows, rules, false);
			console.log(
				`${name.padEnd(30)}${isWeighted ? 'weighted' : 'raw     '}  ${cells.join('  ')}${isWeighted ? '' : `  ${right} of ${found} asked`}`,
			);
		}
	}
	if (options.errors) tellErrors(rows);
}

function hitsOn({ span }, { findings }) {
	return findings.filter(finding => !finding.suppressed && overlap(finding.span, span));
}

function counts(rows, rules, isWeighted) {
	const sum = { right: 0, found: 0, gold: 0 };
	for (const { label, weight, hits } of rows) {
		const value = isWeighted ? weight : 1;
		const isFound = hits.some(({ rule }) => rules.includes(rule));
		if (label === 1) sum.gold += value;
		if (isFound) sum.found += value;
		if (label === 1 && isFound) sum.right += value;
	}
	return sum;
}

function tellErrors(rows) {
	const rules = Object.values(asking).flat();
	for (const { label, note = '', span, text, hits } of rows) {
		const hit = hits.find(({ rule }) => rules.includes(rule));
		if ((label === 1) === (hit !== undefined)) continue;
		console.log(`\n${label === 1 ? `missed: ${note}` : `false: ${hit.message}`}\n  ${text.slice(...span)}`);
	}
}
