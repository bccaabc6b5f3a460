/** Where the tagger’s attributions and those of the rules meet: which is believed, and what one takes from the other. */
import { contains, overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { showsSpeaker } from './clauses/introductions';
import type { TagGroups } from './columns';
import { determiners, isComma } from './grammar';
import { spanOf, trimmed } from './learntAttributions';
import type { Reading } from './mentions';
import type { BlockAttribution, Mention, QuotedSpan } from './model';
import type { TaggedBlock } from './tagger';

/** From this confidence on a rule is believed where the tagger saw nothing; for the plainest verbs from the lower one. */
const sureRule = 0.85;
const plainRule = 0.6;
/** Below it the tagger's reading gives way to a sure rule. */
const doubt = 0.75;
const plainVerbs: ReadonlySet<string> = new Set(['say', 'tell', 'add', 'according to']);

/** The learnt attributions and those of the rules in one, each cue once. */
export function agreed(
	found: readonly BlockAttribution[],
	ruled: readonly BlockAttribution[],
	quotations: readonly QuotedSpan[],
	reading: Reading,
	tagged: TaggedBlock,
	groups: TagGroups,
): readonly BlockAttribution[] {
	const dropped = new Set<BlockAttribution>();
	const kept: BlockAttribution[] = [];
	const shown = ruled.filter(rule => isShown(rule, quotations, reading));
	for (const rule of ruled) {
		if (shown.some(speaker => onlyShows(rule, speaker, reading))) continue;
		const twin = found.find(other => sharesCue(other, rule));
		if (shown.includes(rule)) {
			for (const other of found) if (other === twin || onlyShows(other, rule, reading)) dropped.add(other);
			kept.push(rule);
			continue;
		}
		if (rule.cue?.hearsay && (rule.source === null || twin === undefined)) {
			// "is expected to" names no one, whatever stands before it.
			if (twin) dropped.add(twin);
			kept.push(rule);
			continue;
		}
		if (twin) {
			if (
				!isNestedIn(rule, twin, ruled, found) &&
				!isWithinKept(twin, kept) &&
				!isOtherAgent(rule, twin, reading) &&
				!isSwallowed(rule, twin, reading) &&
				!isRelayed(rule, twin)
			)
				continue;
			dropped.add(twin);
			kept.push(rule);
			continue;
		}
		const rivals = found.filter(other => overlapsContent(other, rule));
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
		if (rivals.length > 0 && rivals.every(rival => isColonBehind(rival, rule))) {
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
		.map(each => completed(each, ruled, found, tagged, reading, groups));
	// What "Harlow said:" introduces may stand in the next block.
	return [...learnt, ...kept.filter(({ content, basis }) => content.length > 0 || basis === 'colon')];
}

/** The rules that are believed where the tagger saw nothing, and no other word says who speaks. */
export function sureWhereUnseen(
	ruled: readonly BlockAttribution[],
	found: readonly BlockAttribution[],
): readonly BlockAttribution[] {
	return ruled.filter(
		rule =>
			rule.source !== null &&
			isPlainCue(rule) &&
			rule.confidence >= plainRule &&
			!found.some(other => sharesCue(other, rule) && overlapsContent(other, rule)),
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

function overlapsContent(a: BlockAttribution, b: BlockAttribution): boolean {
	return a.content.some(span => b.content.some(other => overlaps(other, span)));
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

/** "Said Quist: …": the tagger took the colon for what attributes, and the verb for a part of the name or for nothing. */
function isColonBehind({ basis, source }: BlockAttribution, rule: BlockAttribution): boolean {
	if (basis !== 'colon' || source === null || rule.source === null || rule.cue === null) return false;
	return rule.cue.end <= rule.source.start && rule.confidence >= sureRule && contains(source, rule.source);
}

/** "footage of Quist saying, “…”", "with a narrator asking: “…”". */
function isShown(rule: BlockAttribution, quotations: readonly QuotedSpan[], { text }: Reading): boolean {
	const { source, cue, content, confidence } = rule;
	if (source === null || cue === null || confidence < sureRule || source.end + 1 !== cue.start) return false;
	if (!text.slice(cue.start, cue.end).endsWith('ing') || !showsSpeaker(text, source)) return false;
	return content.length === 1 && quotations.some(({ start }) => start === content[0]?.start);
}

/** "The film ends with footage of Quist saying, “…”": what shows a speaker does not say so. */
function onlyShows({ content }: BlockAttribution, { source, cue }: BlockAttribution, { text }: Reading): boolean {
	if (source === null || cue === null) return false;
	return content.every(
		span =>
			contains(source, span) ||
			(contains(span, source) &&
				contains(span, cue) &&
				/^(?:with )?(?:\S{1,20} ){0,3}$/.test(text.slice(span.start, source.start))),
	);
}

/** "an official wrote" as the cue: the tagger took who speaks for a part of the verb. */
function isSwallowed({ source }: BlockAttribution, { cue }: BlockAttribution, { tokens }: Reading): boolean {
	if (source === null || cue === null || source.form === 'pronoun' || !contains(cue, source)) return false;
	const opening = tokens[source.firstToken] as Token;
	return source.form === 'name' || determiners.has(opening.lower);
}

/** ", citing an official": the corpus has the official for what is said; it is who said it, by way of whoever cites. */
function isRelayed({ source, cue, via }: BlockAttribution, { content }: BlockAttribution): boolean {
	return (
		source !== null && cue?.stance === 'relaying' && via.length > 0 && content.some(span => overlaps(span, source))
	);
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
	found: readonly BlockAttribution[],
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
	// “You sold the boats” to save money, she said. “You knew.”: the tagger saw what follows only, and nobody has the rest.
	const isFirst = isPlainCue(rule) && rule.confidence >= sureRule && !found.some(other => overlapsContent(other, rule));
	const content = isRuled
		? rule.content
		: [...(isFirst ? rule.content : []), ...behindAddressee(attribution, rule.addressee, reading)];
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
	const isVerb = (i: number): boolean => finite[columns.tags[i] as number] === 1;
	if (own.start === whole.start && own.end < whole.end) {
		const stop = tokens.findIndex(({ start }) => start >= own.end);
		// "believe the truce, the third this year, was doomed": broken off at the aside.
		const isBroken = isComma(tokens[stop]) && !tokens.slice(first, stop).some((_, i) => isVerb(first + i));
		if (isBroken && goesOnAfterAside(tokens, stop, whole.end, isVerb)) return true;
	}
	if (tokens[first]?.lower !== 'that') return false;
	// Only its end was found: what "that" opens is said as a whole.
	if (own.start > whole.start) return true;
	if (own.end >= whole.end) return false;
	for (let i = first; i < tokens.length && (tokens[i] as Token).end <= own.end; i++) {
		if (isVerb(i)) return false;
	}
	return true;
}

/** Whether the comma at `stop` opens an aside that another closes, right before a verb. */
function goesOnAfterAside(
	tokens: readonly Token[],
	stop: number,
	end: number,
	isVerb: (token: number) => boolean,
): boolean {
	for (let i = stop + 1; i < tokens.length && i < stop + longestAside && (tokens[i] as Token).end <= end; i++) {
		if (isComma(tokens[i])) return isVerb(i + 1);
		if (isVerb(i) || tokens[i]?.kind === 'quote') return false;
	}
	return false;
}

const longestAside = 14;

function isPlainCue({ cue }: BlockAttribution): boolean {
	return cue !== null && plainVerbs.has(cue.lemma);
}

function isPhrase({ cue }: BlockAttribution): boolean {
	return cue?.lemma.includes(' ') === true;
}
