/** What is remembered between two readings of a document. */
import { contains, type Span } from '../../text/span';
import type { BlockContext, ResolvedAttribution, SourceSummary, VoiceSpan } from '../context';
import { judgementsIn } from '../judgements';
import type { BlockAnalysis } from '../model';
import { once } from '../once';
import type { Vocabulary } from '../vocabulary';
import { countHabits } from './habits';
import type { DocumentMemory, Reading, Share } from './model';
import { isSameContext, isSameList, isSameResolved } from './sameness';
import { speakerOf } from './speakers';
import { isDenied, tellsWords, voicesOf } from './voices';

/** A memory that holds nothing yet. */
export function createDocumentMemory(): DocumentMemory {
	return {
		shares: new WeakMap(),
		summaries: new Map(),
		habits: new Map(),
		verbs: new Map(),
		last: [],
	};
}

/** How many values of one kind are remembered: a few drafts, and a text that is edited back and forth. */
const mostKnown = 4;

/** The remembered value that is equal to this one, or this one, which is then remembered. */
export function known<Value>(
	memory: Map<string, Value[]>,
	key: string,
	isSame: (a: Value, b: Value) => boolean,
	value: Value,
): Value {
	const values = memory.get(key);
	if (!values) {
		memory.set(key, [value]);
		return value;
	}
	const same = values.find(other => isSame(other, value));
	if (same === undefined) remember(values, value);
	return same ?? value;
}

function remember<Value>(values: Value[], value: Value): void {
	values.unshift(value);
	if (values.length > mostKnown) values.pop();
}

/** What the block adds to its document, by its tokens. */
export function shareOf({ shares }: DocumentMemory, analysis: BlockAnalysis, vocabulary: Vocabulary): Share {
	const old = shares.get(analysis.tokens);
	if (old) return old;
	const { attributions, quotations, tokens } = analysis;
	const isOutside = (place: Span): boolean => !quotations.some(quotation => contains(quotation, place));
	const share: Share = {
		// ", saying …" goes on from another verb: what is compared is “said” with “claimed”.
		lemmas: attributions.map(({ cue }) =>
			cue !== null && !cue.hearsay && !tokens[cue.head]?.lower.endsWith('ing') ? cue.lemma : null,
		),
		telling: attributions.map(
			attribution => tellsWords(analysis, attribution, vocabulary) && !isDenied(analysis, attribution),
		),
		speaking: attributions
			.flatMap(({ source, cue }, a) => (source && cue?.stance !== 'mental' && isOutside(source) ? [a] : []))
			.reverse(),
		habits: countHabits(analysis),
		judging: once(() => judgementsIn(analysis, vocabulary).map(words => words !== null)),
		readings: [],
	};
	shares.set(analysis.tokens, share);
	return share;
}

/** The block read with these sources: the same object as before where they are the same. */
export function readingOf(
	{ readings }: Share,
	analysis: BlockAnalysis,
	attributions: readonly ResolvedAttribution[],
): Reading {
	const old = readings.find(reading => isSameList(reading.attributions, attributions, isSameResolved));
	if (old) return old;
	const spoke = attributions.filter(({ source }, i) => source !== null && analysis.attributions[i]?.parent === null);
	const reading = {
		attributions,
		speakers: analysis.quotations.map(quotation => speakerOf(analysis, quotation, attributions)),
		hasUnnamed: attributions.some(({ source }) => source?.identification === 'anonymous'),
		spoke: spoke.at(-1)?.source ?? null,
		voices: [],
		contexts: [],
	};
	remember(readings, reading);
	return reading;
}

/** The context of an earlier reading where it is equal to this one, or this one. */
export function contextOf({ contexts }: Reading, own: BlockContext): BlockContext {
	const old = contexts.find(context => isSameContext(context, own));
	if (old) return old;
	remember(contexts, own);
	return own;
}

/** The voices of the block, by who speaks its quotations. */
export function voicesIn(
	reading: Reading,
	analysis: BlockAnalysis,
	speakers: readonly (SourceSummary | null)[],
	vocabulary: Vocabulary,
	answer: Span | null,
): readonly VoiceSpan[] {
	const old = reading.voices.find(each => each.answer?.start === answer?.start && isSameList(each.speakers, speakers));
	if (old) return old.spans;
	const spans = voicesOf(analysis, speakers, vocabulary, answer);
	remember(reading.voices, { speakers, answer, spans });
	return spans;
}
