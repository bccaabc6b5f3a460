/** In whose voice a passage is. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { SourceSummary, VoiceSpan } from '../attribution/context';
import { cover, overlaps } from '../text/span';
import type { HoverText } from './hover';
import type { Writer } from './markdown';
import { documentSpan, type Place } from './place';

/** The voice at a place; where it is the writer's, who else speaks in the sentence is told too. The span is the sentence. */
export function voiceAt(analysis: Analysis, place: Place, writer: Writer): HoverText {
	const sentence = place.analysis.sentences[place.sentence] ?? { start: place.offset, end: place.offset };
	// The name of a book is no one's voice.
	const titles = place.analysis.quotations.filter(({ kind }) => kind === 'title');
	const isTitle = ({ start, end }: VoiceSpan) => titles.some(title => title.start === start && title.end === end);
	const voices = (analysis.contexts[place.block]?.voices ?? []).filter(voice => !isTitle(voice));
	const span = documentSpan(analysis, place.block, sentence);
	const here = innermost(voices.filter(({ start, end }) => start <= place.offset && place.offset < end));
	if (here) return { text: voiceText(analysis, place, here, alone, writer), span };
	const others = new Set(
		voices
			.filter(voice => overlaps(voice, sentence))
			.map(voice => voiceText(analysis, place, voice, withOthers, writer)),
	);
	if (others.size === 0) return { text: t('The writer’s own voice'), span };
	return { text: t('The writer’s own voice here. In this sentence: {0}', [...others].join('; ')), span };
}

function innermost(voices: readonly VoiceSpan[]): VoiceSpan | undefined {
	return voices.reduce<VoiceSpan | undefined>(
		(best, voice) => (best === undefined || voice.end - voice.start <= best.end - best.start ? voice : best),
		undefined,
	);
}

/** How the voices are called, where one stands alone and where several are told in a row. */
interface Phrases {
	readonly quoted: (name: string) => string;
	readonly quotedOfNoOne: () => string;
	readonly attributed: (name: string) => string;
	readonly attributedToNoOne: () => string;
}

const alone: Phrases = {
	quoted: name => (name.endsWith('s') ? t('In {0}’ words (quoted)', name) : t('In {0}’s words (quoted)', name)),
	quotedOfNoOne: () => t('Quoted; no speaker is named'),
	attributed: name => t('Attributed to {0}', name),
	attributedToNoOne: () => t('Attributed to no one'),
};

const withOthers: Phrases = {
	quoted: name => (name.endsWith('s') ? t('in {0}’ words (quoted)', name) : t('in {0}’s words (quoted)', name)),
	quotedOfNoOne: () => t('quoted; no speaker is named'),
	attributed: name => t('attributed to {0}', name),
	attributedToNoOne: () => t('attributed to no one'),
};

function voiceText(analysis: Analysis, place: Place, voice: VoiceSpan, phrases: Phrases, writer: Writer): string {
	const context = analysis.contexts[place.block];
	const resolved = voice.attribution === null ? undefined : context?.attributions[voice.attribution];
	const source = resolved?.source ?? speakerAt(analysis, place, voice);
	const isQuoted = voice.voice === 'quoted';
	if (!source) return isQuoted ? phrases.quotedOfNoOne() : phrases.attributedToNoOne();
	const name = writer.text(source.shortName);
	const told = isQuoted ? phrases.quoted(name) : phrases.attributed(name);
	const [first, ...others] = (resolved?.via ?? []).map(({ shortName }) => writer.text(shortName));
	const via = first === undefined ? null : others.reduce((before, next) => t('{0} and {1}', before, next), first);
	return carriedFrom(
		analysis,
		place,
		voice,
		source.id,
		via === null ? told : t('{0}, by way of {1}', told, via),
		writer,
	);
}

/** Who speaks in the quotation at a place, inherited from another block perhaps. */
function speakerAt(analysis: Analysis, place: Place, voice: VoiceSpan): SourceSummary | null {
	const index = place.analysis.quotations.findIndex(quotation => overlaps(quotation, voice));
	return analysis.contexts[place.block]?.speakers[index] ?? null;
}

/** How far back, and on, the words that name the speaker are looked for, in blocks. */
const reach = 12;

/** What is told of words; where their speaker stands elsewhere, with the words that name the speaker there, and where that is. */
function carriedFrom(
	analysis: Analysis,
	place: Place,
	voice: VoiceSpan,
	id: string,
	told: string,
	writer: Writer,
): string {
	const own = voice.attribution === null ? null : place.analysis.attributions[voice.attribution];
	if (own && own.basis !== 'inherited') return told;
	const before = (block: number) => (block === place.block ? voice.start : Number.POSITIVE_INFINITY);
	let paragraphs = 0;
	for (let block = place.block; block >= 0 && block > place.block - reach; block--) {
		const words = speakingWords(analysis, block, id, before(block));
		if (words !== null) return carriedOver(told, writer.text(words), paragraphs);
		if ((analysis.analyses[block - 1]?.tokens.length ?? 0) > 0) paragraphs++;
	}
	const next = analysis.analyses.findIndex((read, block) => block > place.block && read.tokens.length > 0);
	const words = next < 0 ? null : speakingWords(analysis, next, id, Number.POSITIVE_INFINITY);
	return words === null ? told : t('{0}, carried from “{1}” in the paragraph after', told, writer.text(words));
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

function carriedOver(told: string, words: string, paragraphs: number): string {
	if (paragraphs === 0) return t('{0}, carried from “{1}” in this paragraph', told, words);
	if (paragraphs === 1) return t('{0}, carried from “{1}” in the paragraph before', told, words);
	return t('{0}, carried from “{1}” {2} paragraphs before', told, words, paragraphs);
}
