/** In whose voice a passage is. */
import type { Analysis } from '../analysis';
import type { SourceSummary, VoiceSpan } from '../attribution/context';
import { overlaps } from '../text/span';
import type { HoverText } from './hover';
import type { Writer } from './markdown';
import { documentSpan, type Place } from './place';

const ownVoice = 'The writer’s own voice';

/** The voice at a place; where it is the writer's, who else speaks in the sentence is told too. The span is the sentence. */
export function voiceAt(analysis: Analysis, place: Place, writer: Writer): HoverText {
	const sentence = place.analysis.sentences[place.sentence] ?? { start: place.offset, end: place.offset };
	const voices = analysis.contexts[place.block]?.voices ?? [];
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
	if (voice.voice === 'quoted') {
		return source
			? `In ${writer.text(possessive(source.shortName))} words (quoted)${relayed}`
			: 'Quoted; no speaker is named';
	}
	return source ? `Attributed to ${writer.text(source.shortName)}${relayed}` : 'Attributed to no one';
}

/** Who speaks in the quotation at a place, inherited from another block perhaps. */
function speakerAt(analysis: Analysis, place: Place, voice: VoiceSpan): SourceSummary | null {
	const index = place.analysis.quotations.findIndex(quotation => overlaps(quotation, voice));
	return analysis.contexts[place.block]?.speakers[index] ?? null;
}

function possessive(name: string): string {
	return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
