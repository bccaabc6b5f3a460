/**
 * Makes `seeds/models` from the corpora: `npm run train -- --polnear DIR --pos DIR [--out DIR]`.
 * Deterministic: the same corpora give the same bytes, on every machine.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { tagGroups } from '../server/src/attribution/columns';
import { readColumnReader } from '../server/src/attribution/tagger';
import { wordClassKey } from '../server/src/tagging/lexemes';
import { writeModelFile } from '../server/src/tagging/model';
import { readTable, writeTable } from '../server/src/tagging/table';
import { splitSentences } from '../server/src/text/sentences';
import { tokenize } from '../server/src/text/tokens';
import { readAttributedBlocks } from './attributedBlocks';
import { type AttributionOptions, trainAttribution } from './attribution';
import { type AttributedDocument, readAttributed, readTreebank } from './corpora';
import { readNewsroom } from './newsroom';
import { inOurTokens, scorePartOfSpeech, type TaggedSentence, trainPartOfSpeech } from './partOfSpeech';
import { learnWordClasses } from './wordClasses';

const wordClassOptions = { classes: 200, rounds: 12, rarest: 5 };
const partOfSpeechOptions = {
	bits: 19,
	rounds: 6,
	seeds: 3,
	margin: 6,
	rarest: 8,
	cut: { threshold: 1.25, unit: 0.25 },
};
/** How often a sentence of `newsroom.txt` counts beside one of a treebank. */
const newsroomWeight = 3;
const attributionOptions: AttributionOptions = {
	bits: 20,
	folds: 5,
	seeds: [4, 2, 4],
	rounds: [9, 8],
	rarest: 3,
	cost: 10,
	prune: { after: 4, below: 5 },
	dropout: [0.2, 0.2],
	firstCut: { threshold: 3, unit: 1 },
	secondCut: { threshold: 3, unit: 1 },
	linkerBits: 16,
	linkerRounds: 8,
	linkerCut: { threshold: 0.05, unit: 0.1 },
};

const { values } = parseArgs({
	options: {
		polnear: { type: 'string' },
		pos: { type: 'string' },
		out: { type: 'string', default: 'seeds/models' },
		/** Reuses word classes and the part-of-speech tagger that are in the output folder. */
		'only-attribution': { type: 'boolean', default: false },
		/** Stops after the part-of-speech tagger. */
		'only-pos': { type: 'boolean', default: false },
		/** JSON that overrides options of the attribution tagger, to try something out. */
		try: { type: 'string', default: '{}' },
	},
});
if (!values.polnear || !values.pos) {
	console.error('Usage: npm run train -- --polnear DIR --pos DIR [--out DIR] [--only-attribution | --only-pos]');
	process.exit(2);
}
const started = Date.now();
const log = (line: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
const out = values.out;
mkdirSync(out, { recursive: true });
const inputs = {
	'polnear/train.jsonl.gz': path.join(values.polnear, 'train.jsonl.gz'),
	'pos/ewt.train.conll.gz': path.join(values.pos, 'ewt.train.conll.gz'),
	'pos/gum-open.train.conll.gz': path.join(values.pos, 'gum-open.train.conll.gz'),
};
const documents = readAttributed(inputs['polnear/train.jsonl.gz']);

if (!values['only-attribution']) {
	const treebank = inOurTokens([
		...readTreebank(inputs['pos/ewt.train.conll.gz']),
		...readTreebank(inputs['pos/gum-open.train.conll.gz']),
	]);
	const classes = learnWordClasses(plainText(treebank, documents), wordClassOptions, log);
	const table = writeTable([...classes].map(([word, number]) => [wordClassKey(word), number] as const));
	save('word-classes.bin', { words: classes.size }, { classes: table });
	const newsroom = readNewsroom('training/newsroom.txt');
	const sentences = [...treebank, ...Array.from({ length: newsroomWeight }, () => newsroom).flat()];
	const { labels, section } = trainPartOfSpeech(sentences, partOfSpeechOptions, readTable(table), log);
	save('part-of-speech.bin', { labels, bits: partOfSpeechOptions.bits }, { weights: section });
	const model = { labels, bits: partOfSpeechOptions.bits, section };
	for (const name of ['ewt', 'gum-open']) {
		const dev = inOurTokens(readTreebank(path.join(values.pos, `${name}.dev.conll.gz`)));
		const score = scorePartOfSpeech(model, readTable(table), dev);
		log(`${name} dev: ${percent(score.universal)} UPOS, ${percent(score.penn)} Penn tags of ${score.words} words`);
	}
}
if (values['only-pos']) process.exit();

const empty = readTable(writeTable([]));
const { reader, tagNames } = readColumnReader(
	readFileSync(path.join(out, 'word-classes.bin')),
	readFileSync(path.join(out, 'part-of-speech.bin')),
	empty,
);
const options = { ...attributionOptions, ...(JSON.parse(values.try) as Partial<AttributionOptions>) };
const blocks = readAttributedBlocks(documents, reader);
log(`${blocks.length} blocks of ${documents.length} documents`);
const trained = trainAttribution(blocks, documents, reader, tagGroups(tagNames), options, log);
save(
	'attribution.bin',
	{
		bits: options.bits,
		linkerBits: options.linkerBits,
		firstTransitions: trained.first.transitions,
		secondTransitions: trained.second.transitions,
		confidence: trained.confidence,
	},
	{
		cueShares: trained.cueShares,
		first: trained.first.section,
		second: trained.second.section,
		linker: trained.linker,
	},
);
const outputs = ['attribution.bin', 'part-of-speech.bin', 'word-classes.bin'];
writeFileSync(
	path.join(out, 'manifest.json'),
	`${JSON.stringify(
		{
			inputs: Object.fromEntries(Object.entries(inputs).map(([name, file]) => [name, hashOf(file)])),
			outputs: Object.fromEntries(outputs.map(name => [name, hashOf(path.join(out, name))])),
		},
		null,
		'\t',
	)}\n`,
);
log('done');

function save(
	name: string,
	header: Readonly<Record<string, unknown>>,
	sections: Readonly<Record<string, Uint8Array>>,
): void {
	const bytes = writeModelFile(header, sections);
	writeFileSync(path.join(out, name), bytes);
	const parts = Object.entries(sections).map(
		([part, section]) => `${part} ${kilobytes(gzipSync(section, { level: 9 }).length)}`,
	);
	log(
		`${name}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} packed (${parts.join(', ')})`,
	);
}

/** All training text as sentences of forms: what word classes are learnt from. */
function plainText(
	treebank: readonly TaggedSentence[],
	polnear: readonly AttributedDocument[],
): readonly (readonly string[])[] {
	const sentences = treebank.map(({ forms }) => forms);
	for (const { text } of polnear) {
		for (const line of text.split('\n')) {
			const tokens = tokenize(line);
			for (const { firstToken, endToken } of splitSentences(line, tokens)) {
				sentences.push(tokens.slice(firstToken, endToken).map(token => token.text));
			}
		}
	}
	return sentences;
}

function hashOf(file: string): string {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function percent(share: number): string {
	return `${(100 * share).toFixed(2)} %`;
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(0)} kB`;
}
