/** Gives a quotation its speaker, whole or partial. */
import type { QuotedSpan } from '../../attribution/model';
import type { Sentence } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { attributeAtEnd } from './ending';
import { attribution, edit, type Query, who } from './query';
import { coordinators, type Reading, readPart, sentenceAt, subordinators } from './reading';
import { attributionEdit, said } from './statement';
import type { FixView } from './view';

/**
 * Fixes for the quotation at `index` of the block's quotations, of which no one is named as the speaker: a speaker after
 * its first sentence, or, for a few quoted words, after the sentence they stand in. A quotation within another gets its
 * outer one's. None where it goes on from an earlier paragraph, which is the one to attribute, and for titles, scare
 * quotes and block quotations.
 */
export function attributeQuotation(view: FixView, index: number, speakers?: readonly string[]): readonly Fix[] {
	const { quotations } = view.analysis;
	let quotation = quotations[index];
	for (let depth = 0; quotation?.parent !== null && quotation !== undefined && depth < quotations.length; depth++) {
		quotation = quotations[quotation.parent];
	}
	if (quotation === undefined || quotation.open === '' || !['direct', 'partial'].includes(quotation.kind)) return [];
	const sentence = sentenceAt(view, quotation.start);
	if (sentence === undefined) return [];
	const query = who(view, speakers);
	const made = speakerEdit(view, quotation, sentence, query);
	return made === undefined ? [] : [attribution(query, [made])];
}

function speakerEdit(view: FixView, quotation: QuotedSpan, sentence: Sentence, query: Query): Edit | undefined {
	const { text } = view.analysis.block;
	const words = said(view, sentence, query);
	const opens = text.slice(sentence.start, quotation.start).trim().length === 0;
	const afterwards = text.slice(quotation.end, Math.max(quotation.end, endOfLast(view, quotation)));
	const last = sentenceAt(view, Math.max(quotation.start, quotation.end - 1)) ?? sentence;
	if (sentence.end < quotation.end && last !== sentence) return afterFirstSentence(view, quotation, sentence, query);
	if (opens && /^[\s.?!…\d¹²³⁰⁴-⁹*†‡[\]^]*$/u.test(afterwards)) {
		return afterWhole(view, quotation, sentence, query);
	}
	if (opens && text.charAt(quotation.end - quotation.close.length - 1) === ',' && quotation.close !== '') {
		// “Never,” came the answer: the words that follow speak of it already.
		const next = view.analysis.tokens.find(({ start }) => start >= quotation.end);
		if (next === undefined || !(coordinators.has(next.lower) || subordinators.has(next.lower))) return undefined;
		const mark = { start: quotation.end - 1, end: quotation.end };
		return edit(mark, `${text.charAt(mark.start)} `, ...words, ',');
	}
	const full = quotation.kind === 'direct' && text.slice(0, quotation.start).trimEnd().endsWith(':');
	const reading = readPart(view, sentence, quotation.start);
	if (full) return attributeAtEnd(reading, words, true);
	return attributionEdit(view, sentence, quotation, query, words);
}

function endOfLast(view: FixView, quotation: QuotedSpan): number {
	return (sentenceAt(view, Math.max(quotation.start, quotation.end - 1)) ?? quotation).end;
}

/** “We will not leave,” [who?] said. “This is our land.” */
function afterFirstSentence(view: FixView, quotation: QuotedSpan, sentence: Sentence, query: Query): Edit | undefined {
	const { block, sentences, tokens } = view.analysis;
	const { text } = block;
	const next = sentences[sentences.indexOf(sentence) + 1];
	if (next === undefined) return undefined;
	let stop = sentence.end;
	const inner = view.analysis.quotations.filter(({ parent, end }) => parent !== null && end <= sentence.end);
	while (inner.some(({ end, close }) => close !== '' && end === stop)) stop -= 1;
	const closers = text.slice(stop, sentence.end);
	const mark = text.charAt(stop - 1);
	const abbreviation = tokens.some(
		({ kind, start, end }) => kind === 'word' && end === stop && end - start > 1 && mark === '.',
	);
	const asked = mark === '?';
	const words = said(view, sentence, query, asked ? askedOf(view) : undefined);
	const close = quotation.close === '' ? closing(quotation.open) : quotation.close;
	const plain = mark === '.' && !abbreviation && text.charAt(stop - 2) !== '.';
	const comma = plain || abbreviation ? ',' : '';
	// The comma takes the place of the full stop, which stood inside: the same in both habits.
	const before = `${comma}${closers}${close} `;
	return edit({ start: plain ? stop - 1 : stop, end: next.start }, before, ...words, `. ${quotation.open}`);
}

/** “We will not leave,” [who?] said. / “Is this the end?” [who?] asked. */
function afterWhole(view: FixView, quotation: QuotedSpan, sentence: Sentence, query: Query): Edit | undefined {
	const { text } = view.analysis.block;
	const end = quotation.end - quotation.close.length;
	let at = end;
	while (at > quotation.start && /[”’"'»›]/u.test(text.charAt(at - 1))) at -= 1;
	const asked = text.charAt(at - 1) === '?' || (text.charAt(at - 1) === '!' && text.charAt(at - 2) === '?');
	const words = said(view, sentence, query, asked ? askedOf(view) : undefined);
	if (quotation.close === '') return afterUnclosed(view, quotation, at, words);
	if (text.charAt(at - 1) === '—' || text.charAt(at - 1) === '–' || text.charAt(at - 1) === '-') {
		return edit({ start: end, end: quotation.end }, `${quotation.close} `, ...words, stopFor(view));
	}
	return attributeAtEnd(wholeReading(view, quotation, sentence), words, true);
}

/** The first of several paragraphs has no closing mark: it gets one, and the next opens with its own. */
function afterUnclosed(view: FixView, quotation: QuotedSpan, at: number, words: ReturnType<typeof said>): Edit {
	const { text } = view.analysis.block;
	const plain = text.charAt(at - 1) === '.' && text.charAt(at - 2) !== '.';
	const comma = plain || !/[?!….]/u.test(text.charAt(at - 1)) ? ',' : '';
	const start = plain ? at - 1 : at;
	const nested = text.slice(at, quotation.end);
	return edit({ start, end: quotation.end }, `${comma}${nested}${closing(quotation.open)} `, ...words, stopFor(view));
}

/** The quotation with whatever stop or note stands behind it. */
function wholeReading(view: FixView, quotation: QuotedSpan, sentence: Sentence): Reading {
	const reading = readPart(view, sentence, quotation.start);
	const end = Math.max(quotation.end, sentence.end);
	return { ...reading, span: { start: quotation.start, end } };
}

function stopFor({ analysis }: FixView): string {
	return analysis.block.kind === 'headline' || analysis.block.kind === 'heading' ? '' : '.';
}

function askedOf({ analysis, context }: FixView): string {
	const present =
		context.habits.tense === 'says' || analysis.block.kind === 'headline' || analysis.block.kind === 'heading';
	return present ? 'asks' : 'asked';
}

function closing(open: string): string {
	return { '“': '”', '‘': '’', '«': '»', '„': '“', '‹': '›', '``': "''" }[open] ?? open;
}
