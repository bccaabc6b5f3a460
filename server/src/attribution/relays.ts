/** Through whom words came: "told AFP", "in an interview with the Gazette", "the Gazette quoted Quist as saying". */
import { contains, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { isComma, wordSet } from './grammar';
import { phraseAfter, phraseBefore, type Reading } from './mentions';
import type { BlockAttribution, Mention } from './model';

const outletEnding =
	/\b(?:News|Times|Post|Journal|Tribune|Herald|Gazette|Courier|Radio|TV|Television|Agency|Press|Magazine)$/;
const occasions = wordSet(
	'interview interviews comments remarks statement briefing email e-mail conversation message call letter',
);

/** The listener, where it is an outlet: a reporter or minister who is told something passes nothing on. */
export function relayOf({ text, vocabulary, tokens }: Reading, listener: Mention): readonly Mention[] {
	const name = listener.name.toLowerCase().replace(/^the /, '');
	const head = tokens[listener.head] as Token;
	const isKnown = vocabulary.outlets.has(name) || vocabulary.outletNouns.has(head.lower);
	const isAgency = /\bnews agency\b/i.test(text.slice(listener.start, listener.end));
	return isKnown || isAgency || outletEnding.test(listener.name) ? [listener] : [];
}

/** The attributions with the outlets their words came through, and without those that took an outlet for the speaker. */
export function withRelays(
	found: readonly BlockAttribution[],
	reading: Reading,
	sentences: readonly Sentence[],
): readonly BlockAttribution[] {
	return found.flatMap(attribution => {
		const place = attribution.cue ?? attribution.source;
		const sentence = place && sentences.find(each => contains(each, place));
		if (!sentence) return [attribution];
		if (isOccasion(attribution, reading) && found.some(other => other !== attribution && speaksIn(other, sentence)))
			return [];
		const quoted = quotedThrough(attribution, reading, sentence) ?? attribution;
		if (quoted.via.length > 0 || quoted.source === null) return [quoted];
		const via = told(quoted, reading, sentence);
		return [via.length > 0 ? { ...quoted, via } : quoted];
	});
}

/** "In an interview with the Gazette" taken for words of the Gazette's. */
function isOccasion({ cue, source }: BlockAttribution, reading: Reading): boolean {
	return cue?.lemma === 'in an interview with' && source !== null && relayOf(reading, source).length > 0;
}

function speaksIn({ cue, source }: BlockAttribution, sentence: Span): boolean {
	return cue !== null && source !== null && cue.lemma !== 'in an interview with' && contains(sentence, cue);
}

/** Outlets that were told, where the sentence says so: after the verb, or on what occasion. */
function told({ cue, source, content }: BlockAttribution, reading: Reading, sentence: Sentence): readonly Mention[] {
	const { tokens } = reading;
	for (let i = sentence.firstToken; i < sentence.endToken - 1; i++) {
		const { lower, start } = tokens[i] as Token;
		const isTelling = lower === 'told' && cue !== null && start >= cue.start && start < cue.end;
		if (!isTelling && !talking.has(lower) && !occasions.has(lower)) continue;
		if (!isTelling && !toListener.has((tokens[i + 1] as Token).lower)) continue;
		// What is said may tell of interviews too.
		if (isWithin(content, start)) continue;
		const listener = phraseAfter(reading, isTelling ? i + 1 : i + 2, sentence.endToken);
		const outlets = listener ? relayOf(reading, listener) : [];
		if (outlets.length > 0 && outlets[0]?.start !== source?.start) return outlets;
	}
	return [];
}

const toListener = wordSet('to with');

const talking = wordSet('speaking talking spoke talked');

function isWithin(content: readonly Span[], offset: number): boolean {
	return content.some(({ start, end }) => start <= offset && offset < end);
}

/** "The Gazette quoted Quist as saying …" and "Quist was quoted by the Gazette as saying …": Quist speaks, by way of the Gazette. */
function quotedThrough(attribution: BlockAttribution, reading: Reading, sentence: Sentence): BlockAttribution | null {
	const { cue, source } = attribution;
	const { tokens, text } = reading;
	if (cue === null || source === null) return null;
	const verb = indexOf(tokens, sentence, cue, quoting);
	const as = verb < 0 ? -1 : sayingAfter(tokens, verb, sentence.endToken);
	if (as < 0) return null;
	const isPassive = tokens[verb + 1]?.lower === 'by';
	const speaker = isPassive
		? phraseBefore(reading, sentence.firstToken, auxiliaryBefore(tokens, verb))
		: phraseAfter(reading, verb + 1, as);
	const outlet = isPassive ? phraseAfter(reading, verb + 2, as) : source;
	const first = tokens[as + 2 + (tokens[as + 2]?.lower === 'that' || isComma(tokens[as + 2]) ? 1 : 0)];
	const end = Math.max(...attribution.content.map(span => span.end));
	if (!speaker || !outlet || !first || first.start >= end || speaker.start === outlet.start) return null;
	const saying = tokens[as + 1] as Token;
	const said = { start: (tokens[as] as Token).start, end: saying.end };
	return {
		...attribution,
		source: speaker,
		cue: { ...cue, ...said, head: as + 1, lemma: 'say', stance: 'neutral' },
		content: trimmedFrom(attribution.content, first.start, end, text),
		via: [outlet],
	};
}

const quoting = wordSet('quoted quotes quoting cited');

function trimmedFrom(content: readonly Span[], start: number, end: number, text: string): readonly Span[] {
	const rest = content.filter(span => span.start > start && text.slice(start, span.start).includes('.'));
	return rest.length > 0 ? rest : [{ start, end }];
}

function indexOf(
	tokens: readonly Token[],
	{ firstToken, endToken }: Sentence,
	cue: Span,
	words: ReadonlySet<string>,
): number {
	for (let i = firstToken; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (token.start >= cue.start && token.end <= cue.end && words.has(token.lower)) return i;
	}
	return -1;
}

/** Index of "as" in "as saying", at most a long name behind the verb. */
function sayingAfter(tokens: readonly Token[], verb: number, ceiling: number): number {
	for (let i = verb + 1; i + 1 < ceiling && i < verb + 14; i++) {
		if (tokens[i]?.lower === 'as' && /^(?:saying|telling|writing)$/.test(tokens[i + 1]?.lower ?? '')) return i;
	}
	return -1;
}

function auxiliaryBefore(tokens: readonly Token[], verb: number): number {
	let index = verb;
	while (index > 0 && beforeParticiple.has(tokens[index - 1]?.lower ?? '')) index--;
	return index;
}

const beforeParticiple = wordSet('was were is are been being has have had also later');
