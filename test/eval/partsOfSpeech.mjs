// Scores the shipped part-of-speech tagger on treebanks: universal and Penn tags, punctuation and symbols left out.
//   node test/eval/partsOfSpeech.mjs FILE.conll[.gz] …

import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { kernel } from '../../scripts/lib/kernel.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const outfile = path.join(root, 'out/parts-of-speech.cjs');
await build({
	stdin: {
		contents: `
			import { readTreebank } from './training/corpora';
			import { inOurTokens, scorePartOfSpeech } from './training/partOfSpeech';
			import { readModelFile } from './server/src/tagging/model';
			import { readTable } from './server/src/tagging/table';
			import { resources } from './server/src/resources';
			export function score(files) {
				const { header, section } = readModelFile(resources.models.partOfSpeech);
				const model = { labels: header.labels, bits: header.bits, section: section('weights') };
				const classes = readTable(readModelFile(resources.models.wordClasses).section('classes'));
				return scorePartOfSpeech(model, classes, inOurTokens(files.flatMap(readTreebank)));
			}`,
		resolveDir: root,
		loader: 'ts',
	},
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	plugins: [kernel],
	define: { __PROJECT__: JSON.stringify(root) },
	outfile,
	logLevel: 'warning',
});
const { score } = createRequire(import.meta.url)(outfile);
const { universal, penn, words } = score(process.argv.slice(2));
console.log(`UPOS ${(100 * universal).toFixed(2)}, Penn ${(100 * penn).toFixed(2)} of ${words} words`);
