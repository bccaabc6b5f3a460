/** What the trained tagger’s spans and links say, cut to what language and quotation marks allow. */
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { afterDateline } from './clauses/clause';
import { confidenceOf } from './confidence';
import type { Link, RoleSpan } from './linker';
import { mention, phraseAfter, type Reading } from './mentions';
import type { BlockAttribution, Cue, Mention, QuotedSpan } from './model';
import { isProgramme } from './programmes';
import type { AttributionTagger, TaggedBlock } from './tagger';

/** Less than a tenth of a word's uses: see `cueShares`. */
const rareShare = 1;

/** The attribution of a linked cue, or null where it says nothing. */
export function fromLink(
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
	const subject = link.source === null ? null : sourceOf(reading, tagged.spans[link.source] as RoleSpan);
	if (asksForAnonymity(reading, cueSpan)) return null;
	if (isReducedPassive(reading, cueSpan, link, tagged, tagger) || isHelper(cueSpan, tagged, tagger)) return null;
	const cue = cueOf(reading, cueSpan, tagged, tagger);
	const source = subject && withoutOutlet(reading, subject, cue);
	if (isBeingTold(reading, cueSpan, cue, source, sentences)) return null;
	const isQuoted = content.some(span => quotations.some(quotation => overlaps(quotation, span)));
	if (!isQuoted && isUnheardOf(reading, cueSpan, cue, tagged)) return null;
	const taken = [cue, ...(source ? [source] : [])];
	const spoken = withoutTitles(
		content.length > 1 ? content.filter(span => !isRelative(reading, span)) : content,
		reading,
		quotations,
	);
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
	const found = mention(reading, first === 0 ? Math.min(afterDateline(reading, end), end - 1) : first, end);
	if (!found) return null;
	// Brackets at the end tell of the source too: "Rep. Jane Doe (D-Ohio)".
	const stop = (reading.tokens[end - 1] as Token).end;
	return found.end < stop && reading.text.charAt(stop - 1) === ')' ? { ...found, end: stop, endToken: end } : found;
}

/** "was written by Quist": who stands behind "by" says it, where no one else was seen to. */
export function withAgent(
	attribution: BlockAttribution,
	reading: Reading,
	{ columns }: TaggedBlock,
	{ tagNames }: AttributionTagger,
	sentences: readonly Sentence[],
): BlockAttribution {
	const { source, cue } = attribution;
	if (source !== null || cue === null || cue.hearsay) return attribution;
	const { tokens, text } = reading;
	const by = tokens.findIndex(({ start }) => start >= cue.end);
	const isPassive =
		tagNames[columns.tags[by - 1] as number] === 'VERB|VBN' && text.slice(cue.start, cue.end).includes(' ');
	if (!isPassive || tokens[by]?.lower !== 'by') return attribution;
	const sentence = sentences.find(({ firstToken, endToken }) => firstToken <= by && by + 1 < endToken);
	const agent = sentence ? phraseAfter(reading, by + 1, sentence.endToken) : null;
	return agent?.firstToken === by + 1 ? { ...attribution, source: agent } : attribution;
}

/** "wrote Quist for the Gazette": where it was published is not part of who wrote it. */
function withoutOutlet(reading: Reading, source: Mention, { lemma, end }: Cue): Mention {
	if (source.start < end || source.form !== 'name' || !publishes.has(lemma)) return source;
	const { titles, roles } = reading.vocabulary;
	for (let i = source.firstToken; i < source.endToken - 1; i++) {
		const { lower } = reading.tokens[i] as Token;
		// "Secretary for Transport Jane Doe"
		if (lower === ',' || lower === '(' || titles.has(lower) || roles.has(lower)) break;
		if (i > source.firstToken && /^(?:for|in|on|at)$/.test(lower))
			return mention(reading, source.firstToken, i) ?? source;
	}
	return source;
}

const publishes: ReadonlySet<string> = new Set('write tweet post blog report'.split(' '));

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
	const { start } = tokens[first] as Token;
	const stop = (tokens[end - 1] as Token).end;
	for (let i = first; i < end; i++) {
		const phrase = vocabulary.phrases
			.get((tokens[i] as Token).lower)
			?.find(({ words }) => i + words.length <= end && words.every((word, k) => tokens[i + k]?.lower === word));
		if (phrase) return { start, end: stop, stance: phrase.entry.stance, lemma: phrase.entry.lemma, head: i };
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
	return { start, end: stop, stance: entry?.stance ?? 'neutral', lemma: entry?.lemma ?? lower, head };
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

/** "Librarians have been told not to talk", and in a headline "…, councillors told": who is told says nothing. */
function isBeingTold(
	{ tokens }: Reading,
	{ first, end }: RoleSpan,
	{ lemma }: Cue,
	source: Mention | null,
	sentences: readonly Sentence[],
): boolean {
	if (source === null || source.start > (tokens[first] as Token).start || lemma !== 'tell') return false;
	const verb = tokens.slice(first, end).findLastIndex(({ lower }) => lower === 'told');
	if (verb < 0) return false;
	if (verb > 0 && /^(?:is|are|was|were|been|being|be)$/.test((tokens[first + verb - 1] as Token).lower)) return true;
	const next = tokens[first + verb + 1];
	const sentence = sentences.find(({ firstToken, endToken }) => firstToken <= first && first < endToken);
	return sentence !== undefined && (next === undefined || first + verb + 1 >= sentence.endToken);
}

/** "speaking on condition of anonymity to discuss private talks": on what terms someone spoke is nothing they said. */
function asksForAnonymity({ tokens }: Reading, { first, end }: RoleSpan): boolean {
	for (let i = first; i < end; i++) if (tokens[i]?.lower === 'anonymity') return true;
	return false;
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

/** "said on the station’s “Night Ferry.” “We …”": the programme it was said on is no part of what was said. */
function withoutTitles(
	content: readonly Span[],
	{ text }: Reading,
	quotations: readonly QuotedSpan[],
): readonly Span[] {
	return content.flatMap(span => {
		const title = quotations.find(({ start, end }) => start <= span.start && span.start < end);
		if (!title || !isProgramme(title, text)) return span;
		const next = quotations.find(({ start }) => start > title.end);
		if (next && next.start < span.end && /^\s+$/.test(text.slice(title.end, next.start)))
			return { start: next.start, end: span.end };
		return span.end <= title.end && content.length > 1 ? [] : span;
	});
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
export function trimmed({ text }: Reading, { start, end }: Span): Span | null {
	let from = start;
	let stop = end;
	while (stop > from && /[\s,;:.]/.test(text.charAt(stop - 1)) && !/\p{L}\.$/u.test(text.slice(stop - 3, stop))) stop--;
	if (stop > from && text.charAt(stop - 1) === '.') stop--;
	while (from < stop && /[\s,;:]/.test(text.charAt(from))) from++;
	return from < stop ? { start: from, end: stop } : null;
}

/** Offsets of a labelled stretch of tokens. */
export function spanOf(tokens: readonly Token[], { first, end }: RoleSpan): Span {
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}
