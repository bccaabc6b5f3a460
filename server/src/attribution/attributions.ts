/**
 * Attributions of one block: what the trained tagger found, and around it what rules know better — constructions that
 * name no one, speakers' labels and signatures, quotation marks, and whoever speaks within another's words.
 */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { agreed, sureWhereUnseen } from './agreement';
import { givenBack, rejoined } from './brokenQuotations';
import { findByRule } from './clauseAttributions';
import type { TagGroups } from './columns';
import { isBreak, isComma, prepositions } from './grammar';
import { unheardInquits, withInquits, withLeadingVerbs } from './inquits';
import { fromLink, spanOf, trimmed, withAgent } from './learntAttributions';
import type { RoleSpan } from './linker';
import { mention, type Reading } from './mentions';
import type { BlockAttribution, Cue, Mention, QuotedSpan } from './model';
import { withRelays } from './relays';
import type { AttributionTagger, TaggedBlock } from './tagger';

/** What a block's tokens tell of who said what. */
export interface FoundAttributions {
	/** In order of their cues; `parent` is set where one stands in another's content. */
	readonly attributions: readonly BlockAttribution[];
	/** Words that someone said who is named in another block. */
	readonly orphans: readonly Span[];
	/** Numbers of the tokens' parts of speech, by the tagger's names. */
	readonly tags: Uint8Array;
}

/** Below it nine in ten are wrong: nothing is said of them. */
const leastConfidence = 0.1;

/** The attributions of a block. Spans are UTF-16 offsets in its prose. */
export function findAttributions(
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	tagger: AttributionTagger,
): FoundAttributions {
	const tagged = tagger.read(reading.tokens, sentences, quotations, reading.titleCase);
	const ruled = findByRule(reading, sentences, quotations, index => isClauseVerb(tagged, tagger, index));
	const learnt = tagged.linking.links
		.flatMap(link => fromLink(reading, tagged, link, tagger, sentences, quotations) ?? [])
		.filter(({ confidence }) => confidence >= leastConfidence);
	const own = givenBack(learnt, sureWhereUnseen(ruled, learnt), sentences, quotations);
	const all = agreed(own, ruled, quotations, reading, tagged, tagger.groups)
		.map(attribution => withWholeSubject(attribution, reading, sentences, tagged, tagger))
		.map(attribution => withAgent(attribution, reading, tagged, tagger, sentences));
	const isVerb = (token: number): boolean => tagger.groups.finite[tagged.columns.tags[token] as number] === 1;
	const told = all.map(attribution => withWholeAside(attribution, all, reading, sentences, isVerb));
	const whole = rejoined(told, sentences, quotations, reading.text).map(attribution =>
		withSubject(attribution, reading, sentences, tagged, tagger.groups),
	);
	const closed = whole.map(attribution => withinRelative(attribution, reading, tagged, tagger));
	const unheard = unheardInquits(closed, reading, sentences, quotations, isVerb);
	const beside = withInquits([...closed, ...unheard], sentences, quotations, reading.text);
	const spoken = withLeadingVerbs(beside, reading, sentences, quotations, isVerb);
	const merged = withRelays(beforeNext(spoken, quotations, reading), reading, sentences)
		.flatMap(attribution => apart(attribution, reading) ?? [])
		.sort((a, b) => placeOf(a) - placeOf(b));
	const orphans = tagged.linking.orphans
		.map(index => tagged.spans[index] as RoleSpan)
		.filter(span => isSaid(span, reading, tagged, tagger))
		.map(span => spanOf(reading.tokens, span))
		.filter(
			span => !merged.some(({ content, cue }) => [...content, ...(cue ? [cue] : [])].some(s => overlaps(s, span))),
		);
	return { attributions: withParents(merged), orphans, tags: tagged.columns.tags };
}

/** A verb that may carry a clause: "stop", "warms", "can"; no participle. */
function isClauseVerb({ columns }: TaggedBlock, { groups, tagNames }: AttributionTagger, index: number): boolean {
	const tag = columns.tags[index] as number;
	return groups.finite[tag] === 1 || tagNames[tag] === 'VERB|VB';
}

/** Words of someone named elsewhere are a clause, or stand in quotation marks; a name alone is neither. */
function isSaid(
	{ first, end }: RoleSpan,
	{ tokens }: Reading,
	tagged: TaggedBlock,
	tagger: AttributionTagger,
): boolean {
	for (let i = first; i < end; i++)
		if ((tokens[i] as Token).kind === 'quote' || isClauseVerb(tagged, tagger, i)) return true;
	return end - first > 3;
}

/** "Selk, who boasted that no ship moved, wept": the clause of "who" ends at the comma before the verb that goes on. */
function withinRelative(
	attribution: BlockAttribution,
	reading: Reading,
	tagged: TaggedBlock,
	tagger: AttributionTagger,
): BlockAttribution {
	const { source, content } = attribution;
	const { tokens } = reading;
	const [only] = content;
	if (source?.form !== 'pronoun' || !only || content.length > 1 || only.start < source.end) return attribution;
	if (!/^(?:who|which)$/.test((tokens[source.firstToken] as Token).lower)) return attribution;
	const opening = tokens[source.firstToken - 1];
	if (opening?.text !== ',') return attribution;
	for (let i = source.endToken; i < tokens.length && (tokens[i] as Token).end <= only.end; i++) {
		const { text, start } = tokens[i] as Token;
		if (text !== ',' || start <= only.start || tagger.groups.finite[tagged.columns.tags[i + 1] as number] !== 1)
			continue;
		const cut = trimmed(reading, { start: only.start, end: start });
		return cut ? { ...attribution, content: [cut] } : attribution;
	}
	return attribution;
}

function placeOf({ cue, source, content }: BlockAttribution): number {
	return cue?.start ?? source?.start ?? content[0]?.start ?? 0;
}

/** "Video posted online and verified by the Gazette showed": the participles tell of the noun in front, and it is what shows. */
function withWholeSubject(
	attribution: BlockAttribution,
	reading: Reading,
	sentences: readonly Sentence[],
	{ columns }: TaggedBlock,
	{ groups, tagNames }: AttributionTagger,
): BlockAttribution {
	const { source, cue } = attribution;
	const { tokens } = reading;
	const { tags } = columns;
	if (!source || !cue || source.start > cue.start || tagNames[tags[source.firstToken] as number] !== 'VERB|VBN')
		return attribution;
	const sentence = sentences.find(span => contains(span, cue));
	if (!sentence || source.firstToken === sentence.firstToken) return attribution;
	// "posted … and verified": what is joined to a participle is one, though it looks like a past.
	const isJoined = tokens[source.firstToken - 1]?.lower === 'and';
	for (let i = sentence.firstToken; i < source.firstToken; i++) {
		const { kind } = tokens[i] as Token;
		if (kind !== 'word' && kind !== 'number') return attribution;
		const tag = tags[i] as number;
		if (groups.finite[tag] === 1 && !(isJoined && tagNames[tag] === 'VERB|VBD')) return attribution;
	}
	const whole = mention(reading, sentence.firstToken, source.endToken);
	return whole && whole.form !== 'pronoun' ? { ...attribution, source: whole } : attribution;
}

/** "said Quist, who ran the mill from 1995, under two mayors, and has fished since": the clause of "who" goes on to the stop. */
function withWholeAside(
	attribution: BlockAttribution,
	all: readonly BlockAttribution[],
	{ tokens, text }: Reading,
	sentences: readonly Sentence[],
	isVerb: (token: number) => boolean,
): BlockAttribution {
	const { source, cue } = attribution;
	if (!source || !cue || source.start < cue.end || !/, who(?:se)? /.test(text.slice(source.start, source.end)))
		return attribution;
	const { endToken: stop } = source;
	const sentence = sentences.find(({ firstToken, endToken }) => firstToken < stop && stop < endToken);
	const next = tokens[stop + 1];
	if (!sentence || !isComma(tokens[stop]) || !next) return attribution;
	const goesOn = prepositions.has(next.lower) || (/^(?:and|but)$/.test(next.lower) && isVerb(stop + 2));
	let end = stop + 1;
	while (end < sentence.endToken && !isBreak(tokens[end] as Token))
		if (tokens[end++]?.kind === 'quote') return attribution;
	const rest = { start: source.end, end: (tokens[end - 1] as Token).end };
	const isTaken = all.some(({ cue: other, content }) =>
		[...(other ? [other] : []), ...content].some(span => overlaps(span, rest)),
	);
	if (!goesOn || isTaken || end + 1 < sentence.endToken) return attribution;
	return { ...attribution, source: { ...source, end: rest.end, endToken: end } };
}

/** "The dam, Harlow said, was opened too late": what stands before the aside is said as well. */
function withSubject(
	attribution: BlockAttribution,
	{ tokens }: Reading,
	sentences: readonly Sentence[],
	{ columns }: TaggedBlock,
	{ finite }: TagGroups,
): BlockAttribution {
	const { source, cue, content } = attribution;
	const [only, ...more] = content;
	if (!source || !cue || !only || more.length > 0 || source.start > cue.start || only.start < cue.end)
		return attribution;
	const sentence = sentences.find(span => contains(span, cue));
	if (!sentence || tokens[source.firstToken - 1]?.text !== ',') return attribution;
	const after = tokens.findIndex(({ start }) => start >= cue.end);
	const isClosed = tokens[after]?.text === ',' && tokens[after + 1]?.start === only.start;
	const isVerb = (i: number): boolean => finite[columns.tags[i] as number] === 1;
	if (!isClosed || !isVerb(after + 1)) return attribution;
	const last = source.firstToken - 2;
	for (let i = sentence.firstToken; i <= last; i++) if (isVerb(i) || tokens[i]?.kind === 'quote') return attribution;
	const first = tokens[sentence.firstToken];
	const end = tokens[last];
	return first && end && last >= sentence.firstToken
		? { ...attribution, content: [{ start: first.start, end: end.end }, only] }
		: attribution;
}

/** "When Quist noted that it leaks, Harlow said, “So what?”": what the first said ends before the next, whose words come after. */
function beforeNext(
	found: readonly BlockAttribution[],
	quotations: readonly QuotedSpan[],
	{ text }: Reading,
): readonly BlockAttribution[] {
	const leads = found.flatMap(({ source, cue, content: [only, ...more] }) => {
		if (!source || !cue || !only || more.length > 0 || source.end > cue.start || cue.end > only.start) return [];
		const isQuoted = quotations.some(({ start, end }) => start === only.start && end === only.end);
		return isQuoted && /^[\s,:]{1,3}$/.test(text.slice(cue.end, only.start)) ? { source, cue } : [];
	});
	if (leads.length === 0) return found;
	return found.map(attribution => {
		const content = attribution.content.map(span => {
			const next = leads.find(({ source, cue }) => contains(span, source) && cue.end === span.end);
			if (!next) return span;
			let end = next.source.start;
			while (end > span.start && /[\s,;:–—―-]/.test(text.charAt(end - 1))) end--;
			return end > span.start ? { start: span.start, end } : span;
		});
		return content.every((span, i) => span === attribution.content[i]) ? attribution : { ...attribution, content };
	});
}

/** With nothing of source and cue in the content; null where that was all there was. */
function apart(attribution: BlockAttribution, reading: Reading): BlockAttribution | null {
	const { source, cue, content } = attribution;
	const taken = [source, cue].filter((span): span is Mention | Cue => span !== null);
	if (!content.some(span => taken.some(other => overlaps(other, span)))) return attribution;
	let rest: readonly Span[] = content;
	for (const { start, end } of taken) {
		rest = rest.flatMap(span =>
			overlaps(span, { start, end })
				? [
						{ start: span.start, end: Math.min(span.end, start) },
						{ start: Math.max(span.start, end), end: span.end },
					].filter(part => part.end > part.start)
				: [span],
		);
	}
	const cut = rest.flatMap(span => trimmed(reading, span) ?? []);
	return cut.length > 0 ? { ...attribution, content: cut } : null;
}

/** Sets `parent`: the innermost attribution in whose content another's cue stands. Two in each other's words: the first leads. */
function withParents(found: readonly BlockAttribution[]): readonly BlockAttribution[] {
	const parents: (number | null)[] = found.map(() => null);
	const leadsTo = (from: number, to: number): boolean => {
		for (let at: number | null = from; at !== null; at = parents[at] ?? null) if (at === to) return true;
		return false;
	};
	for (const [i, attribution] of found.entries()) {
		const at = attribution.cue ?? attribution.source;
		if (!at) continue;
		let size = Number.POSITIVE_INFINITY;
		for (const [j, other] of found.entries()) {
			if (other.cue?.start === attribution.cue?.start || leadsTo(j, i)) continue;
			for (const span of other.content) {
				if (!contains(span, at) || span.end - span.start >= size) continue;
				parents[i] = j;
				size = span.end - span.start;
			}
		}
	}
	return found.map((attribution, i) => ({ ...attribution, parent: parents[i] ?? null }));
}
