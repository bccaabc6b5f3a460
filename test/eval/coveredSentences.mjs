// How often a sentence that someone is named for is asked about all the same: sentences that lie wholly inside a gold
// attribution with a source and a cue that is no state of mind, and the findings of the rules on claims that touch them.
//   node test/eval/coveredSentences.mjs [--polnear FILE.jsonl[.gz]] [--genre GENRE] [--errors]
// Drives the built command line; build first. Nothing of the corpus is written anywhere but in a temporary folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checked, corpora, isThere, root, rowsOf, textLayer } from './lib.mjs';

const asking = new Set(['unattributed-claim', 'unattributed-accusation']);
const most = 3;

const { values: options } = parseArgs({
	options: {
		polnear: { type: 'string', default: path.join(corpora, 'polnear/dev.jsonl.gz') },
		genre: { type: 'string', default: 'news' },
		errors: { type: 'boolean', default: false },
	},
});
if (!isThere('covered sentences', options.polnear)) process.exit(0);

const documents = rowsOf(options.polnear);
const { tokenize, splitSentences } = await textLayer();
const mentalWords = wordsOfMind();
const reports = checked(
	documents.map(({ text }) => text),
	{ genre: options.genre },
);

let sentences = 0;
const flagged = [];
for (const [index, { text, attributions }] of documents.entries()) {
	const findings = reports[index].findings.filter(({ rule, suppressed }) => asking.has(rule) && !suppressed);
	for (const parts of attributions.filter(isNamed(text)).map(partsOf)) {
		for (const sentence of sentencesIn(text, reports[index].blocks, parts)) {
			sentences += 1;
			const hit = findings.find(({ span: [start, end] }) => start < sentence.end && sentence.start < end);
			if (hit) flagged.push({ hit, words: text.slice(sentence.start, sentence.end) });
		}
	}
}

const share = (100 * flagged.length) / Math.max(1, sentences);
console.log(
	`${documents.length} documents, ${sentences} sentences wholly inside an attribution with a source\n` +
		`flagged by ${[...asking].join(' or ')}: ${flagged.length}, ${share.toFixed(2)} % (at most ${most} %)`,
);
for (const id of asking) console.log(`  ${id}: ${flagged.filter(({ hit }) => hit.rule === id).length}`);
if (options.errors) for (const { hit, words } of flagged) console.log(`\n${hit.rule}: ${hit.message}\n  ${words}`);

/** Whether an attribution has a source and a cue, and the cue is no state of mind. */
function isNamed(text) {
	return ({ source, cue }) => {
		if (!source?.length || !cue?.length) return false;
		const words = cue.flatMap(
			([start, end]) =>
				text
					.slice(start, end)
					.toLowerCase()
					.match(/\p{L}+/gu) ?? [],
		);
		return words.length > 0 && !words.some(word => mentalWords.has(word));
	};
}

function partsOf({ source, cue, content }) {
	return [...source, ...cue, ...(content ?? [])]
		.map(([start, end]) => ({ start, end }))
		.sort((a, b) => a.start - b.start);
}

/** The sentences of which every word lies in a part of the attribution. */
function sentencesIn(text, blocks, parts) {
	const first = parts[0].start;
	const last = Math.max(...parts.map(({ end }) => end));
	return blocks
		.filter(({ span: [start, end] }) => start < last && first < end)
		.flatMap(({ span: [start, end] }) => {
			const words = text.slice(start, end);
			const tokens = tokenize(words);
			return splitSentences(words, tokens)
				.filter(({ firstToken, endToken }) =>
					tokens
						.slice(firstToken, endToken)
						.every(
							token =>
								(token.kind !== 'word' && token.kind !== 'number') ||
								parts.some(part => part.start <= start + token.start && start + token.end <= part.end),
						),
				)
				.map(sentence => ({ start: start + sentence.start, end: start + sentence.end }));
		});
}

/** All forms of the lexicon's cues that tell a state of mind. */
function wordsOfMind() {
	const cues = JSON.parse(readFileSync(path.join(root, 'seeds/lexicons/cues.json'), 'utf8'));
	return new Set(
		cues
			.filter(({ stance, type }) => stance === 'mental' && type !== 'phrase')
			.flatMap(({ lemma, past, participle }) => {
				const stem = lemma.replace(/e$/, '');
				return [lemma, `${lemma}s`, `${lemma}d`, `${stem}ed`, `${stem}ing`, past, participle];
			})
			.filter(Boolean),
	);
}
