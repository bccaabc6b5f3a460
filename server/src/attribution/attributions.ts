/**
 * Attributions of one block: what the trained tagger found, and around it what rules know better — constructions that
 * name no one, speakers' labels and signatures, quotation marks, and whoever speaks within another's words.
 */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { givenBack, rejoined } from './brokenQuotations';
import { findByRule } from './clauseAttributions';
import type { TagGroups } from './columns';
import { confidenceOf } from './confidence';
import type { Link, RoleSpan } from './linker';
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
	const ruled = findByRule(reading, sentences, quotations);
	const learnt = tagged.linking.links
		.flatMap(link => fromLink(reading, tagged, link, tagger, sentences, quotations) ?? [])
		.filter(({ confidence }) => confidence >= leastConfidence);
	const own = givenBack(learnt, sureWhereUnseen(ruled, learnt), sentences, quotations);
	const all = merge(own, ruled, quotations, reading, tagged, tagger.groups);
	const whole = rejoined(all, sentences, quotations, reading.text).map(attribution =>
		withSubject(attribution, reading, sentences, tagged, tagger.groups),
	);
	const merged = withRelays(whole, reading, sentences)
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

function spanOf(tokens: readonly Token[], { first, end }: RoleSpan): Span {
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}

/** Less than a tenth of a word's uses: see `cueShares`. */
const rareShare = 1;

// --- what was learnt ------------------------------------------------------------------------------------------------

function fromLink(
	reading: Reading,
	tagged: TaggedBlock,
	link: Link,
	tagger: AttributionTagger,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
): BlockAttribution | null {
	if (link.contents.length === 0) return null;
	const { tokens } = reading;
	const cueSpan = tagged.spans[link.cue] as RoleSpan;
	const content = link.contents.map(index => spanOf(tokens, tagged.spans[index] as RoleSpan));
	const source = link.source === null ? null : sourceOf(reading, tagged.spans[link.source] as RoleSpan);
	if (isReducedPassive(reading, cueSpan, link, tagged, tagger) || isHelper(cueSpan, tagged, tagger)) return null;
	const cue = cueOf(reading, cueSpan, tagged, tagger);
	const isQuoted = content.some(span => quotations.some(quotation => overlaps(quotation, span)));
	if (!isQuoted && isUnheardOf(reading, cueSpan, cue, tagged)) return null;
	const taken = [cue, ...(source ? [source] : [])];
	const spoken = content.length > 1 ? content.filter(span => !isRelative(reading, span)) : content;
	const closed = spoken
		.map(span => closedToMarks(withinSentence(span, sentences, quotations), quotations, taken))
		.map(span => beforeTurn(upToQuoted(span, quotations, reading.text), quotations, reading.text))
		.flatMap(span => trimmed(reading, span) ?? []);
	if (closed.length === 0) return null;
	return {
		source,
		cue,
		content: closed.sort((a, b) => a.start - b.start),
		basis: /^[:―—–-]+$/.test(reading.text.slice(cue.start, cue.end)) ? 'colon' : 'cue',
		confidence: confidenceOf(tagged, link, tagger.confidence),
		parent: null,
		via: [],
		addressee: null,
	};
}

function sourceOf(reading: Reading, { first, end: last }: RoleSpan): Mention | null {
	const end = beforeOccasion(reading, first, last);
	const found = mention(reading, first, end);
	if (!found) return null;
	// Brackets at the end tell of the source too: "Rep. Jane Doe (D-Ohio)".
	const stop = (reading.tokens[end - 1] as Token).end;
	return found.end < stop && reading.text.charAt(stop - 1) === ')' ? { ...found, end: stop, endToken: end } : found;
}

/** "Harlow, meanwhile, said", "Harlow, at a later meeting, said": where it was said is not part of who said it. */
function beforeOccasion({ tokens }: Reading, first: number, end: number): number {
	for (let i = first + 1; i < end - 1; i++) {
		if (tokens[i]?.text !== ',') continue;
		const next = (tokens[i + 1] as Token).lower;
		if (asides.has(next) || (i < end - 2 && occasions.has(next))) return i;
	}
	return end;
}

const asides: ReadonlySet<string> = new Set('meanwhile however though too instead again'.split(' '));
const occasions: ReadonlySet<string> = new Set('at during after before in on via through'.split(' '));

/** The cue, its head the word that carries what it means: the last verb or noun of the lexicon, else its last verb. */
function cueOf(
	{ tokens, vocabulary }: Reading,
	{ first, end }: RoleSpan,
	{ columns }: TaggedBlock,
	{ groups }: AttributionTagger,
): Cue {
	const span = { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
	for (let i = first; i < end; i++) {
		const phrase = vocabulary.phrases
			.get((tokens[i] as Token).lower)
			?.find(({ words }) => i + words.length <= end && words.every((word, k) => tokens[i + k]?.lower === word));
		if (phrase) return { ...span, stance: phrase.entry.stance, lemma: phrase.entry.lemma, head: i };
	}
	let verb = -1;
	let known = -1;
	let noun = -1;
	for (let i = first; i < end; i++) {
		const { lower } = tokens[i] as Token;
		const isVerb = (groups.isVerb[columns.tags[i] as number] as number) === 1;
		if (isVerb) verb = i;
		if (isVerb && vocabulary.verbs.has(lower)) known = i;
		if (vocabulary.nouns.has(lower)) noun = i;
	}
	const head = known >= 0 ? known : noun >= 0 ? noun : verb >= 0 ? verb : end - 1;
	const { lower } = tokens[head] as Token;
	const entry = known >= 0 ? vocabulary.verbs.get(lower)?.entry : noun >= 0 ? vocabulary.nouns.get(lower) : undefined;
	return { ...span, stance: entry?.stance ?? 'neutral', lemma: entry?.lemma ?? lower, head };
}

/** "a source, described as involved, …": what a participle is told of does not speak. */
function isReducedPassive(
	{ tokens }: Reading,
	{ first, end }: RoleSpan,
	{ source }: Link,
	{ columns, spans }: TaggedBlock,
	{ tagNames }: AttributionTagger,
): boolean {
	if (end - first !== 1 || source === null) return false;
	const isParticiple = tagNames[columns.tags[first] as number] === 'VERB|VBN';
	return isParticiple && (spans[source] as RoleSpan).end <= first && tokens[first - 1]?.text === ',';
}

/** "Both fleets could share in “the catch”": a verb that only helps another says nothing. */
function isHelper({ first, end }: RoleSpan, { columns }: TaggedBlock, { tagNames }: AttributionTagger): boolean {
	for (let i = first; i < end; i++) if (!tagNames[columns.tags[i] as number]?.startsWith('AUX|')) return false;
	return true;
}

/** Speech goes on over sentences in quotation marks; outside of them it ends with its own. */
function withinSentence(span: Span, sentences: readonly Sentence[], quotations: readonly QuotedSpan[]): Span {
	for (const sentence of sentences) {
		if (sentence.end <= span.start || sentence.end >= span.end) continue;
		const isInside = quotations.some(({ start, end }) => start < sentence.end && sentence.end < end);
		if (!isInside) return { start: span.start, end: sentence.end };
	}
	return span;
}

/** A cue none of whose words attributes anything elsewhere: "both towns lie in cold waters". */
function isUnheardOf(
	{ text, vocabulary }: Reading,
	{ first, end }: RoleSpan,
	cue: Cue,
	{ columns }: TaggedBlock,
): boolean {
	if (!/[a-z]/i.test(text.slice(cue.start, cue.end))) return false;
	for (let i = first; i < end; i++) if ((columns.cueShares[i] as number) > rareShare) return false;
	return !vocabulary.cueLemmas.has(cue.lemma);
}

/** Words in quotation marks are someone's as a whole: what covers most of them covers all, unless another stands in between. */
function closedToMarks(span: Span, quotations: readonly QuotedSpan[], taken: readonly Span[]): Span {
	let { start, end } = span;
	for (const quotation of quotations) {
		if (quotation.parent !== null || !overlaps(quotation, { start, end }) || contains({ start, end }, quotation))
			continue;
		const shared = Math.min(end, quotation.end) - Math.max(start, quotation.start);
		if (shared * 2 < quotation.end - quotation.start || taken.some(place => overlaps(place, quotation))) continue;
		start = Math.min(start, quotation.start);
		end = Math.max(end, quotation.end);
	}
	return { start, end };
}

/** "described as “useful,” lasted an hour": the comma within the marks ends what someone is quoted for. */
function upToQuoted(span: Span, quotations: readonly QuotedSpan[], text: string): Span {
	if (!/^as\s/i.test(text.slice(span.start, span.start + 3))) return span;
	const quoted = quotations.find(({ start }) => start === span.start + 3);
	const isClosed = quoted !== undefined && text.charAt(quoted.inner.end - 1) === ',' && quoted.end < span.end;
	return isClosed ? { start: span.start, end: quoted.end } : span;
}

/** “No comment,” but he took the money: what is set against a few quoted words is the writer's again. */
function beforeTurn(span: Span, quotations: readonly QuotedSpan[], text: string): Span {
	const quoted = quotations.find(({ start, end }) => start === span.start && end < span.end);
	const isTurn = quoted && /^\s(?:but|yet) (?:he|she|they|it)\b/.test(text.slice(quoted.end, quoted.end + 12));
	return isTurn ? { start: span.start, end: quoted.end } : span;
}

/** "which both sides described as “useful”": the pronoun stands for what is described, nobody says it. */
function isRelative({ text }: Reading, { start, end }: Span): boolean {
	return end - start <= 5 && /^(?:which|that|who|whom|what)$/i.test(text.slice(start, end));
}

/** Without the stop, comma or space at its end; null where nothing is left. */
function trimmed({ text }: Reading, { start, end }: Span): Span | null {
	let from = start;
	let stop = end;
	while (stop > from && /[\s,;:.]/.test(text.charAt(stop - 1)) && !/\p{L}\.$/u.test(text.slice(stop - 3, stop))) stop--;
	if (stop > from && text.charAt(stop - 1) === '.') stop--;
	while (from < stop && /[\s,;:]/.test(text.charAt(from))) from++;
	return from < stop ? { start: from, end: stop } : null;
}

// --- and what rules know --------------------------------------------------------------------------------------------

/** From this confidence on a rule is believed where the tagger saw nothing; for the plainest verbs from the lower one. */
const sureRule = 0.85;
const plainRule = 0.6;
/** Below it the tagger's reading gives way to a sure rule. */
const doubt = 0.75;
const plainVerbs: ReadonlySet<string> = new Set(['say', 'tell', 'add', 'according to']);

/** The learnt attributions and those of the rules in one, each cue once. */
function merge(
	found: readonly BlockAttribution[],
	ruled: readonly BlockAttribution[],
	quotations: readonly QuotedSpan[],
	reading: Reading,
	tagged: TaggedBlock,
	groups: TagGroups,
): readonly BlockAttribution[] {
	const dropped = new Set<BlockAttribution>();
	const kept: BlockAttribution[] = [];
	for (const rule of ruled) {
		const twin = found.find(other => sharesCue(other, rule));
		if (rule.cue?.hearsay && (rule.source === null || twin === undefined)) {
			// "is expected to" names no one, whatever stands before it.
			if (twin) dropped.add(twin);
			kept.push(rule);
			continue;
		}
		if (twin) {
			if (!isNestedIn(rule, twin, ruled, found) && !isWithinKept(twin, kept) && !isOtherAgent(rule, twin, reading))
				continue;
			dropped.add(twin);
			kept.push(rule);
			continue;
		}
		const rivals = found.filter(other => rule.content.some(span => other.content.some(own => overlaps(own, span))));
		if (rule.basis === 'colon') {
			for (const rival of rivals) if (isWorse(rival, rule)) dropped.add(rival);
			if (rivals.every(rival => dropped.has(rival))) kept.push(rule);
			continue;
		}
		if (
			isSeenAsCue(rule, tagged, reading) &&
			rivals.every(({ source }) => source === null || source.start === rule.source?.start)
		) {
			// "The owner was told, sources said": the tagger saw both verbs, and gave the words to the wrong one.
			for (const rival of rivals) dropped.add(rival);
			kept.push(rule);
			continue;
		}
		if (isPhrase(rule) && rule.confidence >= sureRule && rivals.every(rival => isDoubtful(rival, rule))) {
			// "According to Quist, the barn floated for an hour": what it opens is said as a whole.
			for (const rival of rivals) dropped.add(rival);
			kept.push(rule);
			continue;
		}
		const isPlain = isPlainCue(rule) && rule.confidence >= plainRule;
		const isSure = isPlain || rule.confidence >= sureRule;
		const place = rule.cue ?? rule.source;
		const outer = place === null ? [] : found.filter(({ content }) => content.some(span => contains(span, place)));
		if (outer.length > 0) {
			// Within quotation marks the grammar of speech misleads the rules.
			const isQuoted = place !== null && quotations.some(quotation => contains(quotation, place));
			if (!isQuoted || isSure) kept.push(beforeOthers(rule, outer, found));
		} else if (rivals.length === 0 && isSure) kept.push(rule);
	}
	const learnt = found
		.filter(attribution => !dropped.has(attribution))
		.map(each => completed(each, ruled, tagged, reading, groups));
	// What "Harlow said:" introduces may stand in the next block.
	return [...learnt, ...kept.filter(({ content, basis }) => content.length > 0 || basis === 'colon')];
}

/** The rules that are believed where the tagger saw nothing, and no other word says who speaks. */
function sureWhereUnseen(
	ruled: readonly BlockAttribution[],
	found: readonly BlockAttribution[],
): readonly BlockAttribution[] {
	return ruled.filter(
		rule =>
			rule.source !== null &&
			isPlainCue(rule) &&
			rule.confidence >= plainRule &&
			!found.some(other => sharesCue(other, rule)),
	);
}

/** A reading of a part of the rule's words that says nothing surely. */
function isDoubtful({ content, confidence }: BlockAttribution, rule: BlockAttribution): boolean {
	return confidence < doubt && content.every(span => rule.content.some(whole => contains(whole, span)));
}

/** Whether the tagger, too, took the rule's cue for one, and found no words for it. */
function isSeenAsCue(
	{ cue, source, confidence }: BlockAttribution,
	{ spans }: TaggedBlock,
	{ tokens }: Reading,
): boolean {
	if (cue === null || source === null || confidence < plainRule) return false;
	return spans.some(span => span.role === 'cue' && overlaps(spanOf(tokens, span), cue));
}

function sharesCue(a: BlockAttribution, b: BlockAttribution): boolean {
	return a.cue !== null && b.cue !== null && overlaps(a.cue, b.cue);
}

/**
 * Whether the rule saw one speaker within another's words where the tagger, which knows the outermost only, made one of
 * them: "The Gazette said Sandor, in pushing the pact, suggested that …".
 */
function isNestedIn(
	rule: BlockAttribution,
	twin: BlockAttribution,
	ruled: readonly BlockAttribution[],
	found: readonly BlockAttribution[],
): boolean {
	const { cue } = twin;
	if (cue === null || rule.cue === null || rule.source === null) return false;
	const { end: ruleEnd } = rule.cue;
	// The tagger's cue swallowed the second speaker, or it gave the second verb to the first speaker.
	const isWhole = rule.content.some(span => twin.content.every(own => contains(span, own)));
	if (!isWhole) return false;
	if (rule.content.some(span => span.start < cue.end && span.start >= ruleEnd)) return true;
	return ruled.some(inner => {
		const taken = found.find(other => sharesCue(other, inner));
		const isInside = (place: Span | null): boolean =>
			place !== null && rule.content.some(span => contains(span, place));
		return (
			taken !== undefined &&
			isInside(inner.cue) &&
			isInside(inner.source) &&
			taken.source !== null &&
			taken.source.start === twin.source?.start
		);
	});
}

/** "viewed by many as": who stands after "by" speaks, whoever else the tagger took for the speaker. */
function isOtherAgent({ cue, source }: BlockAttribution, twin: BlockAttribution, { text }: Reading): boolean {
	if (cue === null || source === null || !text.slice(cue.start, cue.end).endsWith(' by')) return false;
	return twin.source === null || !overlaps(twin.source, source);
}

/** Whether the words stand within those of a rule that was believed, though their speaker stands outside. */
function isWithinKept({ cue, source }: BlockAttribution, kept: readonly BlockAttribution[]): boolean {
	return kept.some(
		({ content, cue: outer }) =>
			outer?.hearsay === undefined &&
			content.some(span => cue !== null && source !== null && contains(span, cue) && !contains(span, source)),
	);
}

/** A nested attribution whose words end before whoever speaks next outside it. */
function beforeOthers(
	rule: BlockAttribution,
	outer: readonly BlockAttribution[],
	found: readonly BlockAttribution[],
): BlockAttribution {
	const content = rule.content.flatMap(span => {
		const next = found.filter(({ cue }) => cue !== null && overlaps(cue, span) && cue.start > span.start);
		const stop = next.reduce((end, { cue }) => Math.min(end, cue?.start ?? end), span.end);
		const within = outer
			.flatMap(({ content: own }) => own)
			.find(own => own.start <= span.start && span.start < own.end);
		const end = Math.min(stop, within && stop < span.end ? within.end : stop);
		return end > span.start ? [{ start: span.start, end }] : [];
	});
	return { ...rule, content };
}

/** A label or signature beats what does not say who speaks, or says it of another quotation. */
function isWorse(rival: BlockAttribution, rule: BlockAttribution): boolean {
	if (rival.source === null) return true;
	const [content] = rule.content;
	return (
		content !== undefined &&
		rival.cue !== null &&
		!rival.content.some(span => contains(content, span)) &&
		rule.confidence >= sureRule
	);
}

/** With what the rule for the same cue knows besides: who it was said to, through whom it came, and who speaks in ", saying". */
function completed(
	attribution: BlockAttribution,
	ruled: readonly BlockAttribution[],
	tagged: TaggedBlock,
	reading: Reading,
	groups: TagGroups,
): BlockAttribution {
	const rule = ruled.find(other => sharesCue(other, attribution));
	if (!rule) return attribution;
	// "Rubio, who also attended, said": the name goes with what is told of it.
	const { source: own } = attribution;
	const swallows = rule.source !== null && attribution.cue !== null && overlaps(rule.source, attribution.cue);
	const isLonger =
		own !== null &&
		rule.source !== null &&
		contains(rule.source, own) &&
		(rule.source.start < own.start || (rule.source.end > own.end && (swallows || isTold(own, rule.source, reading))));
	const source = own === null || isLonger ? rule.source : own;
	// ", according to the report, …": what follows is said by it as well as what stands before.
	const isAside =
		rule.content.length > attribution.content.length && attribution.content.length === 1 && isPhrase(rule);
	const isBroken = !isAside && isHalfClause(attribution, rule, tagged, reading, groups);
	const isCut = isPlainCue(rule) && rule.confidence >= sureRule && isDoubtful(attribution, rule);
	const isRuled = isAside || isBroken || isCut;
	const content = isRuled ? rule.content : behindAddressee(attribution, rule.addressee, reading);
	// "Officials who spoke on condition of anonymity said": all of it is the source, the last verb the cue.
	const cue = isLonger && swallows ? rule.cue : attribution.cue;
	// Two readers that know nothing of each other, and say the same.
	const isAgreed = isPlainCue(rule) && rule.confidence >= sureRule && own !== null && rule.source?.end === own.end;
	const confidence = isAgreed ? Math.max(attribution.confidence, doubt) : attribution.confidence;
	return { ...attribution, source, cue, content, confidence, via: rule.via, addressee: rule.addressee };
}

/** "told the news agency AFP the talks were slow": whom it was told to is no part of what was told. "told him to go" is whole. */
function behindAddressee(
	{ content, cue }: BlockAttribution,
	addressee: Span | null,
	reading: Reading,
): readonly Span[] {
	if (addressee === null || cue?.lemma !== 'tell') return content;
	return content.flatMap(span => {
		const isLed = addressee.start <= span.start && span.start < addressee.end && addressee.end < span.end;
		if (!isLed || !opensClause.test(reading.text.slice(addressee.end, span.end))) return span;
		return trimmed(reading, { start: addressee.end, end: span.end }) ?? [];
	});
}

const opensClause = /^ (?:that|the|a|an|this|these|he|she|it|they|there|his|her|its|their|“|")/;

/** "Rubio, who also attended,": what is told of a source between commas belongs to it. */
function isTold(own: Mention, whole: Mention, { text }: Reading): boolean {
	return /^, who(?:se)? /.test(text.slice(own.end, whole.end));
}

/** "that the pact, viewed by many as tilted, …": a clause that was broken off before its verb. */
function isHalfClause(
	{ content }: BlockAttribution,
	rule: BlockAttribution,
	{ columns, spans }: TaggedBlock,
	{ tokens }: Reading,
	{ finite }: TagGroups,
): boolean {
	const [own, ...more] = content;
	const [whole, ...others] = rule.content;
	if (!own || !whole || more.length + others.length > 0 || !contains(whole, own)) return false;
	// "The council put off a vote, its clerk said": nothing else stands before what was found of the clause.
	const skipped = { start: whole.start, end: own.start };
	const isTail = own.end === whole.end && own.start > whole.start && rule.confidence >= sureRule && isPlainCue(rule);
	if (isTail && !spans.some(span => overlaps(spanOf(tokens, span), skipped))) return true;
	const first = tokens.findIndex(({ start }) => start === whole.start);
	if (tokens[first]?.lower !== 'that') return false;
	// Only its end was found: what "that" opens is said as a whole.
	if (own.start > whole.start) return true;
	if (own.end >= whole.end) return false;
	for (let i = first; i < tokens.length && (tokens[i] as Token).end <= own.end; i++) {
		if (finite[columns.tags[i] as number] === 1) return false;
	}
	return true;
}

function isPlainCue({ cue }: BlockAttribution): boolean {
	return cue !== null && plainVerbs.has(cue.lemma);
}

function isPhrase({ cue }: BlockAttribution): boolean {
	return cue?.lemma.includes(' ') === true;
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
