/**
 * Attributions of one block: what the trained tagger found, and around it what rules know better — constructions that
 * name no one, speakers' labels and signatures, quotation marks, and whoever speaks within another's words.
 */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence } from '../text/tokens';
import { agreed, sureWhereUnseen } from './agreement';
import { givenBack, rejoined } from './brokenQuotations';
import { findByRule } from './clauseAttributions';
import type { TagGroups } from './columns';
import { unheardInquits, withInquits } from './inquits';
import { fromLink, spanOf, trimmed } from './learntAttributions';
import type { RoleSpan } from './linker';
import type { Reading } from './mentions';
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
	const ruled = findByRule(reading, sentences, quotations);
	const learnt = tagged.linking.links
		.flatMap(link => fromLink(reading, tagged, link, tagger, sentences, quotations) ?? [])
		.filter(({ confidence }) => confidence >= leastConfidence);
	const own = givenBack(learnt, sureWhereUnseen(ruled, learnt), sentences, quotations);
	const all = agreed(own, ruled, quotations, reading, tagged, tagger.groups);
	const whole = rejoined(all, sentences, quotations, reading.text).map(attribution =>
		withSubject(attribution, reading, sentences, tagged, tagger.groups),
	);
	const isVerb = (token: number): boolean => tagger.groups.finite[tagged.columns.tags[token] as number] === 1;
	const unheard = unheardInquits(whole, reading, sentences, quotations, isVerb);
	const spoken = withInquits([...whole, ...unheard], sentences, quotations, reading.text);
	const merged = withRelays(spoken, reading, sentences)
		.flatMap(attribution => apart(attribution, reading) ?? [])
		.sort((a, b) => placeOf(a) - placeOf(b));
	const orphans = tagged.linking.orphans
		.map(index => spanOf(reading.tokens, tagged.spans[index] as RoleSpan))
		.filter(
			span => !merged.some(({ content, cue }) => [...content, ...(cue ? [cue] : [])].some(s => overlaps(s, span))),
		);
	return { attributions: withParents(merged), orphans, tags: tagged.columns.tags };
}

function placeOf({ cue, source, content }: BlockAttribution): number {
	return cue?.start ?? source?.start ?? content[0]?.start ?? 0;
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
