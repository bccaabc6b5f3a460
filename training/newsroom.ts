/** Reads `newsroom.txt`: sentences of our own in which some words carry a Penn tag. */
import { readFileSync } from 'node:fs';
import { tokenize } from '../server/src/text/tokens';
import type { TaggedSentence } from './partOfSpeech';

/** The sentences of the file; words without a tag have none. Throws an `Error` at a tag it does not know. */
export function readNewsroom(file: string): readonly TaggedSentence[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter(line => line !== '' && !line.startsWith('#'))
		.map(tagged);
}

function tagged(line: string): TaggedSentence {
	const penns = new Map<number, string>();
	let text = '';
	let from = 0;
	for (const mark of line.matchAll(/\/([A-Z]+)/g)) {
		text += line.slice(from, mark.index);
		from = mark.index + mark[0].length;
		penns.set(text.length, mark[1] as string);
	}
	text += line.slice(from);
	const tokens = tokenize(text);
	return {
		forms: tokens.map(token => token.text),
		tags: tokens.map(({ end }) => {
			const penn = penns.get(end);
			return penn === undefined ? null : `${universalOf(penn)}|${penn}`;
		}),
	};
}

function universalOf(penn: string): string {
	if (/^VB[DGNPZ]?$/.test(penn)) return 'VERB';
	const universal = universals.get(penn);
	if (universal === undefined) throw new Error(`newsroom.txt has the unknown tag ${penn}`);
	return universal;
}

const universals: ReadonlyMap<string, string> = new Map([
	['NN', 'NOUN'],
	['NNS', 'NOUN'],
	['NNP', 'PROPN'],
	['JJ', 'ADJ'],
	['RB', 'ADV'],
]);
