// Scores whom pronouns that speak are resolved to.
//   node test/eval/pronouns.mjs [GUM.jsonl[.gz]] [--polnear TRAIN.jsonl[.gz]] [--cli dist/cli.js] [--errors]
// Two golds. GUM's coreference (news and interviews): a source that is a pronoun and whose entity is named somewhere in
// its document. And pronouns of 40 PolNeAR training documents, drawn with a fixed seed and resolved by reading
// (test/gold/pronouns.jsonl has ids and offsets, no text). Found: an attribution of ours has a source on the same word
// and someone for it. Right: that source has a mention on another mention of the entity (GUM), on the antecedent or on
// the same words elsewhere (PolNeAR). Third persons make the figure; "who", "I" and "we" are told apart.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checked, gold as goldFolder, overlap, root, rowsOf } from './lib.mjs';

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		cli: { type: 'string', default: path.join(root, 'dist/cli.js') },
		polnear: { type: 'string', default: path.join(root, '../shared/corpora/polnear/train.jsonl.gz') },
		errors: { type: 'boolean', default: false },
	},
});
const gum = positionals[0] ?? path.join(root, '../shared/corpora/gum/attributions.jsonl.gz');
const gold = path.join(goldFolder, 'pronouns.jsonl');
const thirdPersons = /^(?:he|she|they)$/i;
const groups = { third: thirdPersons, who: /^who$/i, first: /^(?:i|we)$/i };
const counts = new Map();

if (existsSync(gum)) scoreGum();
else console.log(`Skipped: ${path.basename(gum)} is not there; name it as the argument.`);
if (existsSync(options.polnear)) scorePolnear();
else console.log(`Skipped: ${path.basename(options.polnear)} is not there; name it with --polnear.`);

const all = { all: 0, found: 0, right: 0 };
for (const [name, { all: gold, found, right }] of counts) {
	console.log(`${name.padEnd(28)} found ${share(found, gold)}, right ${share(right, found)}`);
	if (!name.includes('he/she/they')) continue;
	all.all += gold;
	all.found += found;
	all.right += right;
}
console.log(`he/she/they in all           found ${share(all.found, all.all)}, right ${share(all.right, all.found)}`);
console.log(`right of found: ${percent(all.right, all.found)}\nright of all: ${percent(all.right, all.all)}`);

function scoreGum() {
	const documents = rowsOf(gum).filter(({ genre }) => genre === 'news' || genre === 'interview');
	const readings = checked(
		documents.map(({ text }) => text),
		{ cli: options.cli },
	);
	for (const [i, { text, attributions, entities }] of documents.entries()) {
		for (const { source, quality, sourceEntity } of attributions) {
			const [place] = source ?? [];
			const mentions = entities[sourceEntity] ?? [];
			const group = place && Object.keys(groups).find(name => groups[name].test(text.slice(...place)));
			if (quality !== 'ok' || !group || !mentions.some(span => isName(text, span))) continue;
			const others = mentions.filter(span => !overlap(span, place) && !isPronoun(text, span));
			const label = { third: 'GUM, he/she/they', who: 'GUM, who', first: 'GUM, I/we' }[group];
			const name = mentions.find(span => isName(text, span));
			count(label, readings[i], text, place, text.slice(...name), source =>
				source.mentions.some(span => others.some(other => overlap(span, other))),
			);
		}
	}
}

function scorePolnear() {
	const rows = rowsOf(gold);
	const wanted = new Set(rows.map(({ id }) => id));
	const documents = rowsOf(options.polnear).filter(({ id }) => wanted.has(id));
	const readings = checked(
		documents.map(({ text }) => text),
		{ cli: options.cli },
	);
	for (const [i, { id, text }] of documents.entries()) {
		for (const { pronoun, antecedent } of rows.filter(row => row.id === id)) {
			const words = text.slice(...antecedent);
			count('PolNeAR train, he/she/they', readings[i], text, pronoun, words, source =>
				source.mentions.some(span => overlap(span, antecedent) || isSame(text.slice(...span), words)),
			);
		}
	}
}

/** "Mr. Quist" and "Quist’s": the same words elsewhere, where no other of that name can be meant. */
function isSame(words, antecedent) {
	return /^\p{Lu}/u.test(antecedent) && words.split(/[’']s?\b/)[0].endsWith(antecedent);
}

function count(label, reading, text, place, gold, isRight) {
	const row = counts.get(label) ?? { all: 0, found: 0, right: 0 };
	counts.set(label, row);
	row.all++;
	const ours = reading.attributions.find(
		({ source, sourceId }) => sourceId && (source ?? []).some(span => overlap(span, place)),
	);
	if (!ours) {
		if (options.errors) tell('not found', text, place, gold);
		return;
	}
	row.found++;
	const resolved = reading.sources.find(({ id }) => id === ours.sourceId);
	if (isRight(resolved)) row.right++;
	else if (options.errors) tell(`to ${resolved.name}`, text, place, gold);
}

function share(part, whole) {
	return `${part} of ${whole} (${percent(part, whole)} %)`;
}

function percent(part, whole) {
	return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

function tell(what, text, [start, end], who) {
	console.log(
		`${what.padEnd(28)} gold ${who.padEnd(24)} …${text.slice(Math.max(0, start - 60), end + 40).replaceAll('\n', ' ')}`,
	);
}

function isPronoun(text, [start, end]) {
	return /^(?:he|she|they|who|i|we|you|it|him|her|me|us|them|his|my|your|our|their)$/i.test(text.slice(start, end));
}

function isName(text, [start, end]) {
	return (
		/^(?:\p{Lu}[\p{L}.’'-]*\s?)+$/u.test(text.slice(start, end)) &&
		!/^(?:He|She|They|I|We|It|You|His|Her)$/.test(text.slice(start, end))
	);
}
