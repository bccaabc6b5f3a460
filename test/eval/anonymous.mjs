// Unnamed sources end to end: the command line finds the attribution, resolves its source and takes it for anonymous.
//   node test/eval/anonymous.mjs [--kinds KINDS.jsonl] [--polnear DIR] [--errors]
// Two golds. KINDS has every source of PolNeAR dev by kind: an anonymous row is found when an attribution with an
// anonymous source has a source overlapping it; a prediction on a row that points back (`definite`, `pronoun`) is neither
// right nor wrong. test/gold/source-kinds.jsonl has a sample of sources of PolNeAR's training documents: elsewhere in
// those nothing is labelled, so only predictions that overlap a labelled row count. Intervals: documents with replacement.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checked, corpora, gold, groupBy, interval, isThere, overlap, rates, rowsOf, withInterval } from './lib.mjs';

const { values: options } = parseArgs({
	options: {
		kinds: { type: 'string', default: path.join(corpora, 'sources/kinds.dev.jsonl') },
		polnear: { type: 'string', default: path.join(corpora, 'polnear') },
		errors: { type: 'boolean', default: false },
	},
});
const [dev, train] = ['dev', 'train'].map(part => path.join(options.polnear, `${part}.jsonl.gz`));

const samples = [];
if (isThere('anonymous sources, PolNeAR dev', options.kinds, dev)) {
	const rows = rowsOf(options.kinds).map(({ doc, offset, span: [start, end], kind }) => {
		return { id: doc, span: [offset + start, offset + end], kind };
	});
	samples.push(report('PolNeAR dev', dev, rows, true));
}
if (isThere('anonymous sources, the sample of PolNeAR train', train))
	samples.push(report('PolNeAR train, a sample', train, rowsOf(path.join(gold, 'source-kinds.jsonl')), false));
if (samples.length > 1) tell('both', samples.flat());

function report(name, file, rows, isComplete) {
	const labelled = groupBy(rows, ({ id }) => id);
	const documents = rowsOf(file).filter(({ id }) => isComplete || labelled.has(id));
	const readings = checked(documents.map(({ text }) => text));
	const sample = documents.map(({ id, text }, index) =>
		countsOf(text, labelled.get(id) ?? [], readings[index], isComplete),
	);
	tell(name, sample);
	return sample;
}

/** Of one document: gold rows and how many are found, predictions and how many are right. */
function countsOf(text, rows, { attributions, sources }, isComplete) {
	const unnamed = new Set(sources.filter(({ identification }) => identification === 'anonymous').map(({ id }) => id));
	const found = [
		...new Map(
			attributions
				.filter(({ source, sourceId }) => source !== null && unnamed.has(sourceId))
				.map(({ source }) => [String(source), source]),
		).values(),
	];
	const touches = ({ span }, source) => source.some(part => overlap(part, span));
	const wanted = rows.filter(({ kind }) => kind === 'anonymous');
	const missed = wanted.filter(row => !found.some(source => touches(row, source)));
	const right = found.filter(source => wanted.some(row => touches(row, source)));
	const wrong = found.filter(source => {
		const met = rows.filter(row => touches(row, source));
		if (met.some(({ kind }) => kind === 'anonymous' || pointsBack(kind))) return false;
		return isComplete || met.length > 0;
	});
	if (options.errors) {
		for (const { span } of missed) {
			const met = attributions.find(({ source }) => source !== null && touches({ span }, source));
			const taken = met ? (sources.find(({ id }) => id === met.sourceId)?.identification ?? 'no one') : 'not found';
			show(`missed, ${taken}`, text, span);
		}
		for (const source of wrong)
			show(`false, gold ${rows.find(row => touches(row, source))?.kind ?? 'has none'}`, text, source[0]);
	}
	return {
		gold: wanted.length,
		recalled: wanted.length - missed.length,
		right: right.length,
		found: right.length + wrong.length,
	};
}

function pointsBack(kind) {
	return kind === 'definite' || kind === 'pronoun';
}

function tell(name, sample) {
	const total = sum(sample);
	const { p, r, f } = rates(total);
	const around = interval(sample, drawn => rates(sum(drawn)).f);
	console.log(
		`${name.padEnd(26)}${total.gold} unnamed, ${total.found} found  P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${withInterval(f, around)}`,
	);
}

function sum(sample) {
	const total = { gold: 0, recalled: 0, right: 0, found: 0 };
	for (const counts of sample) for (const key of Object.keys(total)) total[key] += counts[key];
	return total;
}

function show(what, text, [start, end]) {
	const words = `${text.slice(Math.max(0, start - 80), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 80)}`;
	console.log(`${what.padEnd(22)}${words.replaceAll('\n', ' ')}`);
}
