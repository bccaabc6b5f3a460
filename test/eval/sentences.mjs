// Scores the sentence splitter and the tokenizer on the news of GUM, joined into paragraphs.
//   node test/eval/sentences.mjs [--pos DIR] [--errors] [--prototype FILE]
// DIR holds gum-open.{train,dev}.conll.gz. Nothing of the corpus is written anywhere.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { root, textLayer } from './lib.mjs';

const { values: options } = parseArgs({
	options: {
		pos: { type: 'string', default: path.join(root, '../shared/corpora/pos') },
		prototype: { type: 'string', default: path.join(root, '../shared/reference/tagger-prototype/segment.mjs') },
		genre: { type: 'string', default: 'news' },
		errors: { type: 'boolean', default: false },
	},
});

const files = ['train', 'dev'].map(part => path.join(options.pos, `gum-open.${part}.conll.gz`));
const missing = files.filter(file => !existsSync(file));
if (missing.length > 0) {
	console.log(
		`Skipped: the corpus is not there (${missing.map(file => path.basename(file)).join(', ')}); name its folder with --pos.`,
	);
	process.exit(0);
}

const { tokenize, splitSentences } = await textLayer();
const paragraphs = files.flatMap(file => readParagraphs(gunzipSync(readFileSync(file)).toString('utf8')));
const documents = new Set(paragraphs.map(paragraph => paragraph.document));
const gold = paragraphs.map(paragraph => paragraph.sentences);
console.log(
	`GUM ${options.genre}: ${documents.size} documents, ${paragraphs.length} paragraphs, ${gold.flat().length} sentences\n`,
);

const found = paragraphs.map(({ text }) => splitSentences(text, tokenize(text)).map(({ start, end }) => [start, end]));
console.log('sentences                 P      R      F');
report('this splitter', score(gold, found));
if (existsSync(options.prototype)) {
	const prototype = await import(pathToFileURL(options.prototype).href);
	report(
		'prototype, run here',
		score(
			gold,
			paragraphs.map(({ text }) => prototype.sentences(text)),
		),
	);
}
console.log('measured before, on 24 documents whose paragraphs were joined otherwise:');
for (const [name, f] of [
	['prototype', 95.9],
	['Intl.Segmenter', 94.7],
	['wink-nlp', 93.7],
	['compromise', 92.4],
]) {
	console.log(`  ${name.padEnd(37)}${f.toFixed(1)}`);
}

const tokens = paragraphs.map(({ text }) => tokenize(text).flatMap(token => unhyphenated(token)));
console.log('\ntokens (compounds cut at hyphens, as the corpus does)');
report(
	'this tokenizer',
	score(
		paragraphs.map(paragraph => paragraph.tokens),
		tokens,
	),
);

if (options.errors) {
	paragraphs.forEach(({ text, tokens: expected }, i) => {
		printDifferences(text, gold[i], found[i]);
		printTokenDifferences(text, expected, tokens[i]);
	});
}

/** The paragraphs of the genre's documents: sentences joined by a space, with gold spans of sentences and tokens. */
function readParagraphs(conll) {
	const result = [];
	let document = '';
	let wanted = false;
	let paragraph = null;
	let base = 0;
	for (const line of conll.split('\n')) {
		if (line.startsWith('# doc = ')) {
			document = line.slice(8);
			wanted = options.genre === 'all' || document.includes(`_${options.genre}_`);
			paragraph = null;
		} else if (line.startsWith('# par')) {
			paragraph = null;
		} else if (line.startsWith('# text = ') && wanted) {
			if (paragraph === null) {
				paragraph = { document, text: '', sentences: [], tokens: [] };
				result.push(paragraph);
			}
			const text = line.slice(9);
			base = paragraph.text === '' ? 0 : paragraph.text.length + 1;
			paragraph.text += (base === 0 ? '' : ' ') + text;
			paragraph.sentences.push([base, base + text.trimEnd().length]);
		} else if (wanted && paragraph !== null && /^\d/.test(line)) {
			const columns = line.split('\t');
			paragraph.tokens.push([base + Number(columns[6]), base + Number(columns[7])]);
		}
	}
	return result;
}

/** A compound token as the corpus has it: parts and hyphens apart. */
function unhyphenated({ text, start, end, kind }) {
	if (kind !== 'word' || !text.includes('-') || text.length === 1) return [[start, end]];
	const parts = [];
	let at = start;
	for (const part of text.split(/(-)/)) {
		if (part !== '') parts.push([at, at + part.length]);
		at += part.length;
	}
	return parts;
}

function score(gold, found) {
	let right = 0;
	let expected = 0;
	let given = 0;
	gold.forEach((spans, i) => {
		const keys = new Set(spans.map(String));
		expected += spans.length;
		given += found[i].length;
		right += found[i].filter(span => keys.has(String(span))).length;
	});
	const precision = right / given;
	const recall = right / expected;
	return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}

function report(name, { precision, recall, f }) {
	const figures = [precision, recall, f].map(value => (value * 100).toFixed(1).padStart(6));
	console.log(`  ${name.padEnd(20)}${figures.join(' ')}`);
}

function printDifferences(text, expected, given) {
	const starts = new Set(expected.map(([start]) => start));
	const found = new Set(given.map(([start]) => start));
	for (const start of found) if (!starts.has(start)) console.log(`false  ${around(text, start)}`);
	for (const start of starts) if (!found.has(start)) console.log(`missed ${around(text, start)}`);
}

function printTokenDifferences(text, expected, given) {
	const wanted = new Set(expected.map(String));
	const wrong = given.filter(span => !wanted.has(String(span))).map(([start, end]) => text.slice(start, end));
	if (wrong.length > 0) console.log(`tokens ${wrong.join(' ')}`);
}

function around(text, at) {
	return `${text.slice(Math.max(0, at - 50), at)}⟂ ${text.slice(at, at + 50)}`;
}
