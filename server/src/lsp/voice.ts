/** In whose voice a passage is. */
import type { Analysis } from '../analysis';
import type { SourceSummary, VoiceSpan } from '../attribution/context';
import { cover, overlaps } from '../text/span';
import type { HoverText } from './hover';
import type { Writer } from './markdown';
import { documentSpan, type Place } from './place';

const ownVoice = 'The writer’s own voice';

/** The voice at a place; where it is the writer's, who else speaks in the sentence is told too. The span is the sentence. */
export function voiceAt(analysis: Analysis, place: Place, writer: Writer): HoverText {
	const sentence = place.analysis.sentences[place.sentence] ?? { start: place.offset, end: place.offset };
	// The name of a book is no one's voice.
	const titles = place.analysis.quotations.filter(({ kind }) => kind === 'title');
	const isTitle = ({ start, end }: VoiceSpan) => titles.some(title => title.start === start && title.end === end);
	const voices = (analysis.contexts[place.block]?.voices ?? []).filter(voice => !isTitle(voice));
	const span = documentSpan(analysis, place.block, sentence);
	const here = innermost(voices.filter(({ start, end }) => start <= place.offset && place.offset < end));
	const describe = (voice: VoiceSpan) => voiceText(analysis, place, voice, writer);
	if (here) return { text: describe(here), span };
	const others = new Set(voices.filter(voice => overlaps(voice, sentence)).map(describe));
	if (others.size === 0) return { text: ownVoice, span };
	return { text: `${ownVoice} here. In this sentence: ${[...others].map(lowerFirst).join('; ')}`, span };
}

function innermost(voices: readonly VoiceSpan[]): VoiceSpan | undefined {
	return voices.reduce<VoiceSpan | undefined>(
		(best, voice) => (best === undefined || voice.end - voice.start <= best.end - best.start ? voice : best),
		undefined,
	);
}

function voiceText(analysis: Analysis, place: Place, voice: VoiceSpan, writer: Writer): string {
	const context = analysis.contexts[place.block];
	const resolved = voice.attribution === null ? undefined : context?.attributions[voice.attribution];
	const source = resolved?.source ?? speakerAt(analysis, place, voice);
	const via = (resolved?.via ?? []).map(({ shortName }) => writer.text(shortName));
	const relayed = via.length > 0 ? `, by way of ${via.join(' and ')}` : '';
	const carried = source ? carriedFrom(analysis, place, voice, source.id, writer) : '';
	if (voice.voice === 'quoted') {
		return source
			? `In ${writer.text(possessive(source.shortName))} words (quoted)${relayed}${carried}`
			: 'Quoted; no speaker is named';
	}
	return source ? `Attributed to ${writer.text(source.shortName)}${relayed}${carried}` : 'Attributed to no one';
}

/** Who speaks in the quotation at a place, inherited from another block perhaps. */
function speakerAt(analysis: Analysis, place: Place, voice: VoiceSpan): SourceSummary | null {
	const index = place.analysis.quotations.findIndex(quotation => overlaps(quotation, voice));
	return analysis.contexts[place.block]?.speakers[index] ?? null;
}

/** How far back, and on, the words that name the speaker are looked for, in blocks. */
const reach = 12;

/** For words whose speaker stands elsewhere: the words that name the speaker there, and where that is. */
function carriedFrom(analysis: Analysis, place: Place, voice: VoiceSpan, id: string, writer: Writer): string {
	const own = voice.attribution === null ? null : place.analysis.attributions[voice.attribution];
	if (own && own.basis !== 'inherited') return '';
	const before = (block: number) => (block === place.block ? voice.start : Number.POSITIVE_INFINITY);
	let paragraphs = 0;
	for (let block = place.block; block >= 0 && block > place.block - reach; block--) {
		const words = speakingWords(analysis, block, id, before(block));
		if (words !== null) return `, carried from “${writer.text(words)}” ${distance(paragraphs)}`;
		if ((analysis.analyses[block - 1]?.tokens.length ?? 0) > 0) paragraphs++;
	}
	const next = analysis.analyses.findIndex((read, block) => block > place.block && read.tokens.length > 0);
	const words = next < 0 ? null : speakingWords(analysis, next, id, Number.POSITIVE_INFINITY);
	return words === null ? '' : `, carried from “${writer.text(words)}” in the paragraph after`;
}

/** "Quist said": the last such words of a source in a block before an offset. */
function speakingWords(analysis: Analysis, block: number, id: string, before: number): string | null {
	const read = analysis.analyses[block];
	const resolved = analysis.contexts[block]?.attributions ?? [];
	const last = read?.attributions.findLast(
		({ source, cue, basis }, index) =>
			source !== null &&
			cue !== null &&
			basis !== 'inherited' &&
			cue.start < before &&
			resolved[index]?.source?.id === id,
	);
	if (!read || !last?.source || !last.cue) return null;
	const { start, end } = cover(last.source, last.cue);
	// Where quoted words stand between the two, the source is enough.
	const { source } = last;
	const isApart = last.content.some(span => overlaps(span, { start, end }));
	return isApart ? read.block.text.slice(source.start, source.end) : read.block.text.slice(start, end);
}

function distance(paragraphs: number): string {
	if (paragraphs === 0) return 'in this paragraph';
	return paragraphs === 1 ? 'in the paragraph before' : `${paragraphs} paragraphs before`;
}

function possessive(name: string): string {
	return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
