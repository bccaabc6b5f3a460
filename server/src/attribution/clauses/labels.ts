/** Speakers’ labels and signatures: “Trump: We will win”, “We will win.” — Jane Doe. */
import type { Token } from '../../text/tokens';
import { isCapitalized } from '../grammar';
import { phraseAfter, phraseBefore } from '../mentions';
import type { BlockAttribution, Cue } from '../model';
import type { Clause } from './clause';
import { contentEnd } from './extents';

/** A colon behind a speaker’s name at the start of a block. */
export function labelAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, vocabulary } = clause;
	const colon = tokens[index] as Token;
	if (colon.text !== ':' || index === sentence.firstToken || index - sentence.firstToken > 6) return null;
	const next = tokens[index + 1];
	if (!next || index + 1 >= sentence.endToken) return null;
	for (let i = sentence.firstToken; i < index; i++) {
		const token = tokens[i] as Token;
		if (!isCapitalized(token) || vocabulary.verbs.has(token.lower)) return null;
	}
	if (sentence.firstToken > 0) return null;
	const source = phraseBefore(clause, sentence.firstToken, index);
	const quoted = next.kind === 'quote';
	// A speaker's label is a name of two words, one in capitals, or any name before a quotation.
	const label = source?.form === 'name' && (quoted || colon.start === source.end);
	const shouted = source !== null && /^[A-Z .’'-]{2,}$/.test(source.name);
	if (!source || !label || !(quoted || shouted) || memos.test(source.name)) return null;
	const content = { start: next.start, end: contentEnd(clause, sentence.endToken) };
	return {
		source,
		cue: markOf(colon, index),
		content: [content],
		basis: 'colon',
		confidence: quoted ? 0.9 : 0.7,
		parent: null,
		via: [],
		addressee: null,
	};
}

/** "TODO: call Quist": a note the writer left, not a speaker. */
const memos = /^(?:TODO|FIXME|NOTE|NB|XXX|TK|TBD|UPDATE|UPDATED|CORRECTION|BREAKING|WATCH|READ|PHOTO|VIDEO|FILE)$/;

/** A mark that attributes. */
function markOf({ start, end, text }: Token, head: number): Cue {
	return { start, end, stance: 'neutral', lemma: text, head };
}

/** A dash between a quotation and a name at the end of a sentence. */
export function signatureAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence } = clause;
	const dash = tokens[index] as Token;
	const before = tokens[index - 1];
	const name = tokens[index + 1];
	if (before?.kind !== 'quote' || !name || !isCapitalized(name) || sentence.endToken - index > 9) return null;
	if (!/^[–—―]$|^--$/.test(dash.text)) return null;
	const quotation = clause.quotations.find(q => q.end === before.end && q.parent === null);
	const source = phraseAfter(clause, index + 1, sentence.endToken);
	if (!quotation || source?.form !== 'name') return null;
	return {
		source,
		cue: markOf(dash, index),
		content: [{ start: quotation.start, end: quotation.end }],
		basis: 'colon',
		confidence: 0.9,
		parent: null,
		via: [],
		addressee: null,
	};
}
