/** Fills in who expects, believes, reports or was told, where a construction leaves it out. */

import type { HearsayEntry } from '../../attribution/lexicons';
import { indefiniteArticle } from '../../text/inflection';
import type { Span } from '../../text/span';
import type { Sentence } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { skipSpace } from './ending';
import { attribution, edit, isHeadline, type Query, who } from './query';
import { readPart, sentenceAt, tokenAt } from './reading';
import { attributionEdit, said } from './statement';
import type { FixView } from './view';

const adverbs: ReadonlySet<string> = new Set('reportedly allegedly supposedly purportedly ostensibly'.split(' '));
/** "is believed by [who?] to cost"; of the others ("understood by", "known by") it reads badly. */
const takesAgent: ReadonlySet<string> = new Set(
	'believed thought assumed considered presumed suspected feared said reported rumored rumoured claimed alleged seen viewed regarded perceived'.split(
		' ',
	),
);

/**
 * Fixes for words that attribute to no one, `phrase` (block-relative): "is expected to", "is believed to", "reportedly",
 * "it is understood that" and the like. `type` is the lexicon's. None in a question, an order or a block quotation.
 */
export function attributeAgentless(
	view: FixView,
	phrase: Span,
	type: HearsayEntry['type'],
	speakers?: readonly string[],
): readonly Fix[] {
	const sentence = sentenceAt(view, phrase.start);
	const { kind } = view.analysis.block;
	if (sentence === undefined || kind === 'block-quote' || kind === 'table-cell') return [];
	if (view.analysis.block.text.slice(sentence.start, sentence.end).endsWith('?')) return [];
	const query = who(view, speakers);
	const edits = agentEdits(view, sentence, phrase, type, query);
	return edits.length === 0 ? [] : [attribution(query, edits)];
}

function agentEdits(
	view: FixView,
	sentence: Sentence,
	phrase: Span,
	type: HearsayEntry['type'],
	query: Query,
): readonly Edit[] {
	const reading = readPart(view, sentence, phrase.start);
	const { text } = reading;
	const at = tokenAt(reading, phrase.start);
	const words = reading.tokens.slice(at, tokenAt(reading, phrase.end - 1) + 1);
	const [first] = words;
	if (first === undefined) return [];
	const standing = (verb?: string): readonly Edit[] => {
		const made = attributionEdit(view, sentence, phrase, query, said(view, sentence, query, verb));
		return made === undefined ? [] : [made];
	};
	if (adverbs.has(first.lower) && words.length === 1) {
		const verb = first.lower === 'reportedly' && !isHeadline(view.analysis.block.kind) ? reportedBy(view) : undefined;
		const rest = standing(verb);
		return withoutAdverb(text, sentence, first, rest);
	}
	const after = text.slice(skipSpace(text, phrase.end)).charAt(0);
	if (first.lower === 'it' && type !== 'learned' && reading.tokens[at - 1]?.text === ',' && /^[,.;]?$/u.test(after)) {
		return [edit(phrase, ...said(view, sentence, query))];
	}
	if (words.map(({ lower }) => lower).join(' ') === 'by all accounts') {
		const phraseWords = first.text === 'By' ? 'According to ' : 'according to ';
		return [edit(phrase, phraseWords, query, after === ',' ? '' : ',')];
	}
	const hasIt = words.length > 2 && words[2]?.lower === 'it' && /^ha(?:s|ve|d)$/u.test(words[1]?.lower ?? '');
	if (hasIt || (first.lower === 'it' && words.length > 2 && type !== 'learned')) {
		const that = reading.tokens.findIndex((token, i) => i > at && i <= at + words.length && token.lower === 'that');
		const end = that < 0 ? phrase.end : (reading.tokens[that]?.end ?? phrase.end);
		return [instead(text, sentence, { start: first.start, end: skipSpace(text, end) }, query)];
	}
	if (first.lower === 'according' && words.length > 2) {
		const named = words[2];
		return named === undefined ? [] : [edit({ start: named.start, end: phrase.end }, query)];
	}
	const learned = words.find(({ lower }) => lower === 'learned' || lower === 'learnt');
	if (learned !== undefined && !isHeadline(view.analysis.block.kind))
		return [insertAfter(text, learned.end, ' from ', query)];
	const participle = words.find(({ lower }) => takesAgent.has(lower));
	const passive = [...words, reading.tokens[at + words.length]].some(
		word => word?.lower === 'to' || word?.lower === 'as',
	);
	if (participle !== undefined && passive && type !== 'expectation') {
		return [insertAfter(text, participle.end, ' by ', query)];
	}
	if (type === 'expectation') return standing();
	const spoken = words.find(({ lower }) => /^(?:speculation|rumou?rs|talk|reports)$/.test(lower));
	if (spoken !== undefined) return [insertAfter(text, spoken.end, ' from ', query)];
	return standing();
}

function reportedBy({ context }: FixView): string {
	return context.habits.tense === 'says' ? 'reports' : 'reported';
}

/** The edits without the adverb, its commas and its space; "an allegedly corrupt" becomes "a corrupt". */
function withoutAdverb(text: string, sentence: Sentence, adverb: Span, rest: readonly Edit[]): readonly Edit[] {
	if (rest.length === 0) return [];
	const merged = rest.find(({ span }) => span.start < adverb.end && adverb.start <= span.end);
	if (merged !== undefined) return mergedWithout(text, adverb, merged, rest);
	const comma = text.charAt(adverb.end) === ',';
	const commaBefore = /,\s*$/u.exec(text.slice(sentence.start, adverb.start));
	if (adverb.start === sentence.start) {
		const next = skipSpace(text, adverb.end + (comma ? 1 : 0));
		const letter = String.fromCodePoint(text.codePointAt(next) ?? 0x20);
		const dropped = edit({ start: adverb.start, end: next + letter.length }, letter.toUpperCase());
		return next >= sentence.end ? rest : [dropped, ...rest];
	}
	if (comma && commaBefore !== null) {
		return [edit({ start: adverb.start - commaBefore[0].length, end: adverb.end + 1 }, ''), ...rest];
	}
	const end = skipSpace(text, adverb.end);
	const article = /(?:^|\s)(an?)\s$/iu.exec(text.slice(sentence.start, adverb.start));
	const word = /^[\p{L}\p{N}-]+/u.exec(text.slice(end, end + 40));
	if (article?.[1] !== undefined && word !== null) {
		const start = adverb.start - article[1].length - 1;
		const right = article[1].charAt(0) + indefiniteArticle(word[0]).slice(1);
		return [edit({ start, end }, `${right} `), ...rest];
	}
	// Before a mark it is the space in front that goes: "paid, reportedly."
	if (end === adverb.end) {
		let start = adverb.start;
		while (start > sentence.start && /[,\s]/u.test(text.charAt(start - 1))) start -= 1;
		return [edit({ start, end: adverb.end }, ''), ...rest];
	}
	return [edit({ start: adverb.start, end }, ''), ...rest];
}

/** Where the attribution is written just beside the adverb, one edit does both. */
function mergedWithout(text: string, adverb: Span, merged: Edit, rest: readonly Edit[]): readonly Edit[] {
	const others = rest.filter(other => other !== merged);
	if (merged.span.end <= adverb.start) {
		// ", [who?] said, reportedly has": the space after the adverb goes with it.
		return [{ ...merged, span: { start: merged.span.start, end: skipSpace(text, adverb.end) } }, ...others];
	}
	if (merged.span.start >= adverb.end) {
		return [{ ...merged, span: { start: adverb.start - 1, end: merged.span.end } }, ...others];
	}
	const next = skipSpace(text, adverb.end + (text.charAt(adverb.end) === ',' ? 1 : 0));
	// In front of all the edit ends with the adverb's own first letter, which is dropped again.
	const snippet = merged.snippet === undefined ? {} : { snippet: merged.snippet.slice(0, -1) };
	return [{ span: { start: merged.span.start, end: next }, text: merged.text.slice(0, -1), ...snippet }, ...others];
}

/** "According to [who?]," in place of "It is understood that". */
function instead(text: string, sentence: Sentence, span: Span, query: Query): Edit {
	const opens = span.start === sentence.start || text.charAt(span.start) === 'I';
	return edit(span, opens ? 'According to ' : 'according to ', query, ', ');
}

function insertAfter(text: string, end: number, before: string, query: Query): Edit {
	const next = skipSpace(text, end);
	return edit({ start: end, end: next }, before, query, next > end ? ' ' : '');
}
