import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resources } from '../resources';
import { readLexicons } from '../testing/seeds';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import type { PhraseEntry } from './lexicons';
import { matchPatterns, renderAlternative } from './patterns';
import { attributionTagger } from './tagger';
import { vocabularyOf } from './vocabulary';
import { isPhraseOf, type PhraseFamily } from './wording';

const lexicons = readLexicons();
const { wording } = vocabularyOf(lexicons);
const tagger = attributionTagger(resources.models);

function phrasesIn(text: string, family: PhraseFamily) {
	const tokens = tokenize(text);
	const sentences = splitSentences(text, tokens);
	const { columns } = tagger.read(tokens, sentences, [], false);
	const partsOfSpeech = { names: tagger.tagNames, labels: columns.tags };
	return matchPatterns(wording, tokens, text, { sentences, partsOfSpeech }).flatMap(match =>
		isPhraseOf(match, family) ? [match] : [],
	);
}

const families: Readonly<Record<PhraseFamily, readonly PhraseEntry[]>> = {
	'loaded-language': lexicons.loadedLanguage,
	hyperbole: lexicons.hyperbole,
	euphemism: lexicons.euphemism,
	'dehumanizing-language': lexicons.dehumanizingLanguage,
	editorializing: lexicons.editorializing,
};

for (const [family, entries] of Object.entries(families) as [PhraseFamily, readonly PhraseEntry[]][]) {
	test(`every entry of ${family} is found in its hit, and its family nowhere in its miss`, () => {
		const problems: string[] = [];
		for (const { pattern, category, hit, miss } of entries) {
			const isSame = (entry: PhraseEntry): boolean => entry.pattern === pattern && entry.category === category;
			if (!phrasesIn(hit, family).some(({ entry }) => isSame(entry))) problems.push(`${pattern}: not in “${hit}”`);
			if (phrasesIn(miss, family).some(({ entry }) => isSame(entry))) problems.push(`${pattern}: in “${miss}”`);
		}
		assert.deepEqual(problems, []);
	});

	test(`the alternatives of ${family} bring no phrase of the family`, () => {
		const problems: string[] = [];
		for (const { pattern, hit } of entries) {
			const before = phrasesIn(hit, family);
			const match = before.find(({ entry }) => entry.pattern === pattern);
			for (const alternative of match?.entry.alternatives ?? []) {
				if (!match) continue;
				const { start, end } = match.span;
				const text = hit.slice(0, start) + renderAlternative(alternative, match) + hit.slice(end);
				const after = phrasesIn(text, family);
				if (after.length !== before.length - 1) problems.push(`${pattern}: ${text}`);
			}
		}
		assert.deepEqual(problems, []);
	});
}
