/** What the rules about unnamed sources share: which attributions are theirs, and what the draft leaves out of them. */
import { t } from '@vscode/l10n';
import type { ResolvedAttribution, SourceSummary } from '../attribution/context';
import { determiners } from '../attribution/grammar';
import type { Anonymity, BlockAnalysis, BlockAttribution, Mention } from '../attribution/model';
import { isTiedToName } from '../attribution/nounPhrases';
import { tagOf } from '../attribution/partsOfSpeech';
import { isBare } from '../attribution/sources';
import { vocabularyOf } from '../attribution/vocabulary';
import { overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { nameOf, wordsOf } from './phrases';
import type { BlockView } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** One attribution to a source that is not named. */
export interface Unnamed {
	readonly index: number;
	readonly attribution: BlockAttribution;
	readonly resolved: ResolvedAttribution;
	readonly source: SourceSummary;
	readonly mention: Mention;
	/** The words a reader would underline. */
	readonly span: Span;
}

/** The attributions of a block to sources that exist and are withheld, outside quotation marks. */
export function* unnamedIn(view: BlockView): Generator<Unnamed> {
	const { analysis, context } = view;
	for (const [index, attribution] of analysis.attributions.entries()) {
		const resolved = context.attributions[index];
		const mention = attribution.source;
		if (!mention || resolved?.source?.identification !== 'anonymous' || mention.form === 'name') continue;
		// Which of two it is, is the first question.
		if (resolved.candidates || !isSourcePhrase(view, mention, resolved.source)) continue;
		const span = nameOf(analysis, mention);
		if (voiceAt(context, span) === 'quoted' || onlyActs(view, attribution)) continue;
		if (speaksInPublic(view, attribution, resolved.source) || isNamedNearby(view, attribution)) continue;
		yield { index, attribution, resolved, source: resolved.source, mention, span };
	}
}

/**
 * "Participants will discuss the lease", "aides learned of it", "advisers have not pushed the issue": what someone is
 * about to say, comes to know or leaves undone is no word of theirs.
 */
function onlyActs({ analysis, lexicons }: BlockView, { cue, content }: BlockAttribution): boolean {
	const { tokens, quotations } = analysis;
	if (cue === null || content.some(span => quotations.some(quotation => overlaps(quotation, span)))) return false;
	if (learning.test(cue.lemma)) return true;
	for (let i = cue.head - 1; i >= 0 && i > cue.head - 4; i--) {
		const { lower } = tokens[i] as Token;
		if (unsaid.test(lower)) return true;
		if (!helping.test(lower)) break;
	}
	return (
		!vocabularyOf(lexicons).cueLemmas.has(cue.lemma) && !/^according/.test(cue.lemma) && !holdsClause(analysis, content)
	);
}

/** "Officials urged residents to leave": a body that turns to the public, as long as nothing tells of a screen. */
function speaksInPublic(
	{ analysis: { tokens } }: BlockView,
	{ source, cue }: BlockAttribution,
	{ anonymity }: SourceSummary,
): boolean {
	if (!source?.plural || !cue || anonymity?.reason || anonymity?.basis || source.descriptors.length > 0) return false;
	return publicly.has(cue.lemma) && /^(?:officials|organizers|organisers)$/.test(tokens[source.head]?.lower ?? '');
}

const publicly: ReadonlySet<string> = new Set(
	'announce praise thank urge congratulate welcome order appeal declare apologize apologise proclaim'.split(' '),
);

/**
 * "Ida Quist, an engineer who says it will sink", and "A prosecutor said …" where the next paragraph opens with "Ida
 * Quist, a prosecutor, said": whoever is meant has a name.
 */
function isNamedNearby({ analysis, context }: BlockView, attribution: BlockAttribution): boolean {
	const { source, cue } = attribution;
	const { tokens, mentions, attributions } = analysis;
	if (!source || source.plural || !cue) return false;
	const inApposition = tokens[source.firstToken - 1]?.text === ',' && cue.start < source.end;
	if (inApposition && mentions.some(({ form, endToken }) => form === 'name' && endToken === source.firstToken - 1))
		return true;
	const noun = (tokens[source.head]?.lower ?? '').replace(/s$/, '');
	if (!context.introducedNext || attributions.at(-1) !== attribution || /^(?:official|source|insider)$/.test(noun))
		return false;
	return context.introducedNext.descriptors.some(words =>
		words
			.toLowerCase()
			.split(/[^a-z]+/)
			.includes(noun),
	);
}

const learning =
	/^(?:(?:learn|know|hear|feel|find|see|discover|receive|face|endorse|support|discuss)(?:n|s|d|ed|ing)?|learnt|knew|heard|felt|found|saw|eager)$/;
const unsaid = /^(?:will|would|could|can|may|might|should|must|not|n['’]t|never|to)$/;
const helping = /^(?:have|has|had|be|been|is|are|was|were|also|later|now|since|privately|publicly|repeatedly)$/;

/** Whether what is laid to someone is a clause: "that the crane had failed". */
function holdsClause({ tokens, partsOfSpeech }: BlockAnalysis, content: readonly Span[]): boolean {
	return content.some(span =>
		tokens.some(
			({ start, end }, i) =>
				start >= span.start && end <= span.end && /\|(?:VBD|VBZ|VBP|MD)$/.test(tagOf(partsOfSpeech, i)),
		),
	);
}

/**
 * Whether the phrase lets someone speak: a clause in it, or "neither", make it another thing; whoever speaks as a
 * private person withholds nothing, and neither do prosecutors, who act in public.
 */
function isSourcePhrase({ analysis, lexicons }: BlockView, mention: Mention, source: SourceSummary): boolean {
	const { people, bystanders, institutions } = lexicons.sources;
	const isPrivate = (noun: string): boolean =>
		privately.has(noun) || people.includes(noun) || bystanders.includes(noun);
	if (mention.form === 'pronoun' && /^(?:who|which|that)$/.test(analysis.tokens[mention.head]?.lower ?? ''))
		return false;
	if (mention.form === 'pronoun') return !source.name.toLowerCase().split(' ').some(isPrivate);
	const { tokens } = analysis;
	if (tokens[mention.firstToken]?.lower === 'neither') return false;
	const inner = tokens.slice(mention.firstToken + 1, mention.head).map(({ lower }) => lower);
	if (inner.some(word => word === 'the' || word === 'that')) return false;
	if (tokens[mention.head + 1]?.lower === 'that' || tokens[mention.head - 1]?.lower === 'that') return false;
	if (isBareOffice(mention, analysis) || (!source.anonymity?.reason && actOpenly(mention, tokens))) return false;
	const noun = tokens[mention.head]?.lower ?? '';
	return !isPrivate(noun) && !institutions.includes(noun);
}

/** "as secretary of state": one person without an article is an office, not someone who speaks; headlines drop articles. */
function isBareOffice({ firstToken, head, plural }: Mention, { block, tokens }: BlockAnalysis): boolean {
	if (plural || (block.kind !== 'paragraph' && block.kind !== 'list-item')) return false;
	const opening = tokens[firstToken]?.lower ?? '';
	if (determiners.has(opening) || /^(?:either|just|only|at|even)$/.test(opening)) return false;
	return tokens.slice(firstToken, head + 1).every(({ kind, text, lower }) => kind === 'word' && text === lower);
}

/** "Police officials", "fire officers": services that speak in public, as long as nothing tells of a screen. */
function actOpenly({ head, plural, descriptors }: Mention, tokens: readonly Token[]): boolean {
	if (!plural || descriptors.length > 0) return false;
	const noun = tokens[head]?.lower ?? '';
	return /^(?:officials|officers|agents)$/.test(noun) && services.has(tokens[head - 1]?.lower ?? '');
}

const services: ReadonlySet<string> = new Set(
	'police fire rescue emergency hospital election elections border patrol customs health school prison park transit'.split(
		' ',
	),
);

/** Those who speak for themselves, at a meeting, in a letter, over a fence. */
const privately: ReadonlySet<string> = new Set(
	'friend friends reader readers questioner questioners relative relatives family acquaintance acquaintances organizer organizers organiser organisers commenter commenters participant participants attendee attendees speaker speakers donor donors'.split(
		' ',
	),
);

/** Whether nothing but the word is said: "sources", "a senior source" is more, "his aides" tells whose. */
export function saysNothing({ analysis: { tokens } }: BlockView, mention: Mention): boolean {
	const opening = tokens[mention.firstToken]?.lower ?? '';
	return isBare(mention, tokens) && !/^(?:his|her|its|their|our)$/.test(opening);
}

/** "AFP’s unnamed source. Did AFP say why?": another outlet has the source; undefined where none has. */
export function relayQuestion({ resolved: { via }, mention }: Unnamed): string | undefined {
	const [outlet] = via;
	if (!outlet) return undefined;
	const owner = outlet.shortName.replace(/^the /, 'The ');
	const name = outlet.shortName.replace(/^The /, 'the ');
	return mention.plural
		? t('{0}’s unnamed sources. Did {1} say why?', owner, name)
		: t('{0}’s unnamed source. Did {1} say why?', owner, name);
}

/** Whether the reason given is one that every source has: it breaks a rule by speaking, or the matter is delicate. */
export function isBoilerplate(anonymity: Anonymity | null): boolean {
	return anonymity?.why === 'boilerplate';
}

/** What readers are not told of a source, in the order they would ask. */
export function missingOf({ analysis }: BlockView, { source, mention }: Unnamed): readonly string[] {
	const { anonymity, descriptors } = source;
	const missing: string[] = [];
	const told = `${anonymity?.position ?? ''} ${descriptors.join(' ')}`;
	if (mention.plural && !counted.test(analysis.tokens[mention.firstToken]?.lower ?? '')) missing.push(t('how many'));
	if (!anonymity?.position) missing.push(t('position'));
	else if (!body.test(told) && !isTiedToName(mention, analysis.tokens, mention.head, true)) missing.push(t('agency'));
	if (!anonymity?.basis) missing.push(t('how they know'));
	if (!anonymity?.reason) missing.push(t('why unnamed'));
	return missing;
}

const counted = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/;
const body =
	/\b(?:at|of|in|from|for|with|ministry|department|police|army|bank|party|board|agency|defen[cs]e|security|campaign|administration|government|council)\b/i;

/** Position, basis and reason in the draft's words, for the hover. */
export function knownOf({ anonymity }: SourceSummary): string {
	const said = (words: string | null | undefined): string => (words ? `“${words}”` : t('not said'));
	return t(
		'Position: {0}. How they know: {1}. Why unnamed: {2}',
		said(anonymity?.position),
		said(anonymity?.basis),
		said(anonymity?.reason),
	);
}

/** The source as a message quotes it, without the marks. */
export function quoted({ analysis }: BlockView, { span }: Unnamed): string {
	return forMessage(wordsOf(analysis, span));
}
