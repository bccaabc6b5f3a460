/** Constructions that name no one: "is expected to", "it is said that", "was reported". */
import { phraseBefore } from '../mentions';
import type { BlockAttribution, Cue } from '../model';
import { matchPatterns } from '../patterns';
import { type Clause, clauseStart } from './clause';
import { clauseAround, clauseFrom } from './extents';

/** The constructions of a sentence that name no one; their tokens are added to those taken. */
export function hearsay(clause: Clause, taken: Set<number>): BlockAttribution[] {
	const { tokens, text, sentence, vocabulary } = clause;
	const found: BlockAttribution[] = [];
	const options = { sentences: [sentence], titleCase: clause.titleCase };
	for (const match of matchPatterns(vocabulary.hearsay, tokens, text, options)) {
		const { firstToken, endToken } = match;
		for (let i = firstToken; i < endToken; i++) taken.add(i);
		// "is expected by analysts to": someone is named after all.
		if (tokens[endToken]?.lower === 'by') continue;
		const cue: Cue = {
			start: match.span.start,
			end: match.span.end,
			stance: 'relaying',
			lemma: match.entry.pattern,
			head: endToken - 1,
			hearsay: match.entry,
		};
		let first = endToken;
		if (/^(?:to|that)$/.test(tokens[endToken - 1]?.lower ?? '') && match.entry.type !== 'report') first = endToken - 1;
		let content = clauseFrom(clause, first);
		if (content === null || match.entry.type === 'report')
			content = clauseAround(clause, firstToken, endToken) ?? content;
		const learned = match.entry.type === 'learned' && match.name !== null;
		const source = learned ? phraseBefore(clause, clauseStart(clause, firstToken + 1), firstToken + 1) : null;
		found.push({
			source,
			cue,
			content: content ? [content] : [],
			basis: 'cue',
			confidence: 0.8,
			parent: null,
			via: [],
			addressee: null,
		});
	}
	return found.filter(attribution => attribution.content.length > 0);
}
