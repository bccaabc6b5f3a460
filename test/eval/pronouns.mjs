// Scores whom pronouns that speak are resolved to, on GUM's gold coreference (news and interviews).
//   node test/eval/pronouns.mjs [FILE.jsonl[.gz]] [--cli dist/cli.js] [--errors]
// A gold attribution counts when its source is "he", "she" or "they" and its entity is named somewhere in the document.
// It is found when an attribution of ours has a source on the same word, and right when that source's mentions meet
// another mention of the gold entity.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		cli: { type: 'string', default: path.join(root, 'dist/cli.js') },
		errors: { type: 'boolean', default: false },
	},
});
const file = positionals[0] ?? path.join(root, '../shared/corpora/gum/attributions.jsonl.gz');
if (!existsSync(file)) {
	console.log(`Skipped: ${path.basename(file)} is not there; name it as the argument.`);
	process.exit(0);
}

const bytes = readFileSync(file);
const documents = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
	.toString('utf8')
	.split('\n')
	.filter(line => line !== '')
	.map(line => JSON.parse(line))
	.filter(({ genre }) => genre === 'news' || genre === 'interview');
const readings = analysed(documents);

const counts = { all: 0, found: 0, right: 0 };
for (const [i, document] of documents.entries()) {
	const { text, attributions, entities } = document;
	for (const { source, quality, sourceEntity } of attributions) {
		const [place] = source ?? [];
		const mentions = entities[sourceEntity] ?? [];
		if (quality !== 'ok' || !place || !isPronoun(text, place) || !mentions.some(span => isName(text, span))) continue;
		counts.all++;
		const ours = readings[i].attributions.find(other => (other.source ?? []).some(span => overlap(span, place)));
		if (!ours?.sourceId) {
			if (options.errors) tell('not found', text, place, mentions);
			continue;
		}
		counts.found++;
		const resolved = readings[i].sources.find(({ id }) => id === ours.sourceId);
		const others = mentions.filter(span => !overlap(span, place) && !isPronoun(text, span));
		if (resolved.mentions.some(span => others.some(other => overlap(span, other)))) counts.right++;
		else if (options.errors) tell(`to ${resolved.name}`, text, place, mentions);
	}
}
const share = (part, whole) => `${part} of ${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
const percent = whole => (whole === 0 ? '-' : ((100 * counts.right) / whole).toFixed(1));
console.log(`${documents.length} documents, pronouns with a named antecedent: ${counts.all}`);
console.log(`found ${share(counts.found, counts.all)}`);
console.log(`right of found: ${percent(counts.found)}\nright of all: ${percent(counts.all)}`);

function tell(what, text, [start, end], mentions) {
	const name = mentions.find(span => isName(text, span));
	const who = name ? text.slice(...name) : '?';
	console.log(
		`${what.padEnd(28)} gold ${who.padEnd(24)} …${text.slice(Math.max(0, start - 60), end + 40).replaceAll('\n', ' ')}`,
	);
}

function isPronoun(text, [start, end]) {
	return /^(?:he|she|they)$/i.test(text.slice(start, end));
}

function isName(text, [start, end]) {
	return (
		/^(?:\p{Lu}[\p{L}.’'-]*\s?)+$/u.test(text.slice(start, end)) &&
		!/^(?:He|She|They|I|We|It|You|His|Her)$/.test(text.slice(start, end))
	);
}

function overlap([start, end], [from, to]) {
	return start < to && from < end;
}

function analysed(all) {
	const folder = mkdtempSync(path.join(tmpdir(), 'source-critic-pronouns-'));
	const files = all.map(({ text }, i) => {
		const name = path.join(folder, `${i}.txt`);
		writeFileSync(name, text);
		return name;
	});
	const { stdout } = spawnSync(
		process.execPath,
		[options.cli, 'check', '--format', 'json', '--genre', 'news', ...files],
		{
			encoding: 'utf8',
			maxBuffer: 1 << 30,
		},
	);
	rmSync(folder, { recursive: true, force: true });
	const read = stdout
		.split('\n')
		.filter(line => line.startsWith('{'))
		.map(line => JSON.parse(line));
	if (read.length === all.length && read.every(({ attributions }) => attributions)) return read;
	console.error(
		`${path.basename(options.cli)} read ${read.length} of ${all.length} documents: is it built (npm run build)?`,
	);
	process.exit(1);
}
