/** Clauses that assert something contestable; the taxonomy follows Redi et al. (2019), "Citation Needed". */

import type { Exhibit } from '../text/block';
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { findAccusations } from './accusations';
import { determiners, isAdverb, isBreak, isCapitalized, months, prepositions } from './grammar';
import { isPossessive, type Reading } from './mentions';
import type { BlockClaim, ClaimTrigger, QuotedSpan } from './model';
import { type Match, matchPatterns } from './patterns';
import type { ClaimPattern } from './vocabulary';

/** How likely an editor asks, by trigger: the strongest of a paragraph is asked about. */
const weights: Readonly<Record<ClaimTrigger, number>> = {
	accusation: 0.9,
	motive: 0.75,
	number: 0.7,
	cause: 0.65,
	superlative: 0.65,
	comparison: 0.6,
	forecast: 0.6,
};
/** What is found and hardly ever asked about. */
const slight = 0.4;

const witness =
	/\b(?:seen|reviewed|obtained|verified|viewed|examined|counted) by\b|\bwe (?:counted|found|saw|measured|reviewed)\b/i;
/** Mental states that are told of someone as if the writer could see them. */
const minds =
	/^(?:wants|wanted|hopes|hoped|fears|feared|intends|intended|believes|believed|thinks|thought|knows|knew|longs|longed)$/;
/** A sentence about someone's own, or addressed to the reader, or supposed, is no report. */
const personal = /^(?:i|you|your|my|me|we|our|us|suppose|imagine|would|should)$/;
/** What is set by law or rule stands in a text that anyone can look up. */
const ruled =
	/^(?:threshold|tariff|tariffs|duties|levy|levies|surcharge|bracket|required|requires|require|eligible|eligibility|minimum|maximum|limit|limits|cap|surtax|recommended|target|targets|quorum|statutory|constitution|taxed|fine|fined|penalty|sentence)$/;
/** Words beside a figure that say on which count it stands. */
const counted = /^(?:data|census|statistics|figures|poll|polls|survey|surveys|pollsters|respondents|surveyed|polled)$/;
/** Counts that are held in public. */
const voted = /^(?:votes|ballots|delegates|delegate|precincts|precinct|electoral|caucuses|runoff|recount|returns)$/;

/** The contestable clauses of a block, in order; inside quotation marks only accusations are told. */
export function findClaims(
	reading: Reading,
	sentences: readonly Sentence[],
	quotations: readonly QuotedSpan[],
	exhibits: readonly Exhibit[],
): readonly BlockClaim[] {
	const { tokens, text, vocabulary } = reading;
	const found: BlockClaim[] = [];
	const matches = matchPatterns(vocabulary.claims, tokens, text, { sentences, titleCase: reading.titleCase });
	const circumstances = sentences.map(sentence => circumstancesOf(reading, sentence, quotations, exhibits));
	let next = 0;
	for (const [index, sentence] of sentences.entries()) {
		const { cited, isReport, isRuled, isSupposed } = circumstances[index] as Circumstances;
		// "The poll asked 900 voters. Harlow leads by 4 percent.": the count stands close by.
		const isCounted = circumstances.slice(Math.max(0, index - 2), index + 2).some(each => each.isCounted);
		const add = (trigger: ClaimTrigger, first: number, end: number, weight: number): void => {
			const triggerSpan = spanOf(tokens, first, end);
			if (!isReport || (isSupposed && trigger !== 'forecast')) return;
			if (isAskedIn(tokens, sentence, first)) return;
			if ((trigger === 'number' || trigger === 'comparison') && (isCounted || isRuled)) return;
			if (quotations.some(q => q.kind !== 'title' && overlaps(q, triggerSpan))) return;
			const span = clauseOf(reading, sentence, first, quotations);
			found.push({ span, trigger, triggerSpan, phrase: triggerSpan, cited, weight, agent: null, inProcess: false });
		};
		while (next < matches.length && (matches[next] as { firstToken: number }).firstToken < sentence.endToken) {
			const match = matches[next++] as Match<ClaimPattern>;
			const weight = weightOf(reading, sentence, match);
			if (weight > 0) add(match.entry.trigger, match.firstToken, match.endToken, weight);
		}
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const end = measureAt(reading, i, sentence);
			if (end > 0) {
				const isDetail = isModifier(reading, i, end) || isPayment(tokens, i, sentence);
				add('number', i, end, isDetail ? slight : weights.number);
				i = end - 1;
			} else if (mindAt(tokens, i, sentence)) {
				add('motive', i, i + 1, weights.motive);
			}
		}
	}
	for (const { firstToken, endToken, agent, inProcess } of findAccusations(reading, sentences)) {
		const index = sentences.findIndex(s => s.firstToken <= firstToken && firstToken < s.endToken);
		const phrase = spanOf(tokens, firstToken, endToken);
		found.push({
			span: clauseOf(reading, sentences[index] as Sentence, firstToken, quotations),
			trigger: 'accusation',
			triggerSpan: phrase,
			phrase,
			cited: circumstances[index]?.cited ?? false,
			weight: weights.accusation,
			agent,
			inProcess,
		});
	}
	return found.sort((a, b) => a.triggerSpan.start - b.triggerSpan.start);
}

interface Circumstances {
	/** A link, a note, a table or the writer's own witness stands with it. */
	readonly cited: boolean;
	/** It states something, and of others than writer and reader. */
	readonly isReport: boolean;
	/** "If the reform passes": what is supposed is not told as fact; what is foretold from it is. */
	readonly isSupposed: boolean;
	/** A document, poll or count is named for its figures. */
	readonly isCounted: boolean;
	/** It tells of what a law or a public count has set. */
	readonly isRuled: boolean;
}

function circumstancesOf(
	{ tokens, text, vocabulary }: Reading,
	sentence: Sentence,
	quotations: readonly QuotedSpan[],
	exhibits: readonly Exhibit[],
): Circumstances {
	const words = text.slice(sentence.start, sentence.end);
	const own = tokens.slice(sentence.firstToken, sentence.endToken);
	const isPersonal = own.some(token => personal.test(token.lower) && !quotations.some(q => contains(q, token)));
	return {
		cited: exhibits.some(({ span }) => stands(span, sentence)) || witness.test(words),
		isReport: !isPersonal && !/\?["”’')\]]*$/.test(words) && !own.some(({ lower }) => doubts.test(lower)),
		isSupposed: own.some(({ lower }) => lower === 'if'),
		isCounted: own.some(
			({ lower }, i) =>
				vocabulary.documents.has(lower) ||
				counted.test(lower) ||
				(lower === 'voters' && /^(?:likely|registered)$/.test(own[i - 1]?.lower ?? '')),
		),
		isRuled: own.some(({ lower }) => ruled.test(lower) || voted.test(lower)) || /\bof the vote\b/i.test(words),
	};
}

/** A note may stand just behind the full stop. */
function stands(exhibit: Span, { start, end }: Span): boolean {
	return start <= exhibit.end && (exhibit.start < end || (exhibit.start === end && exhibit.end === end));
}

/** "It is unclear whether", "the question is": what is open is not claimed. */
const doubts = /^(?:unclear|whether|question|questions|wonder|wonders)$/;

/** "explores how the tolls led to the strike": what another work or person sets out, in a clause after "how" or "why". */
function isAskedIn(tokens: readonly Token[], { firstToken }: Sentence, index: number): boolean {
	for (let i = index - 1; i > firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token)) return false;
		if (/^(?:how|why)$/.test(token.lower)) return setsOut.test((tokens[i - 1] as Token).lower);
	}
	return false;
}

const setsOut =
	/^(?:explor|examin|trac|tell|told|describ|explain|chronicl|show|document|depict|detail|study|studi|discuss|recall)(?:e|es|ed|s|ing|ies|n)?$/;

function spanOf(tokens: readonly Token[], first: number, end: number): Span {
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}

// --- figures ----------------------------------------------------------------------------------------------------------

/** "$2 billion", "12 percent", "300,000 people": a measured quantity. Dates, ages, scores and small counts are none. */
function measureAt(
	{ tokens, vocabulary }: Reading,
	index: number,
	{ firstToken, endToken: ceiling }: Sentence,
): number {
	const token = tokens[index] as Token;
	const money = /^[$£€¥]$/.test(token.text);
	if (!money && token.kind !== 'number') return 0;
	// "Fortune 500 companies", "margin of error of 4 percent": a name, a detail of method.
	const previous = tokens[index - 1];
	if (previous && index - 1 > firstToken && isCapitalized(previous) && previous.lower !== 'the') return 0;
	if (previous && /^[$£€¥]$/.test(previous.text)) return 0;
	if (tokens.slice(Math.max(0, index - 6), index).some(t => t.lower === 'margin')) return 0;
	// "the 1 percent": people, not a share.
	if (
		previous?.lower === 'the' &&
		/^(?:percent|%)$/.test(tokens[index + 1]?.lower ?? '') &&
		tokens[index + 2]?.lower !== 'of'
	)
		return 0;
	const at = money ? index + 1 : index;
	const number = tokens[at];
	if (!number || at >= ceiling || number.kind !== 'number') return 0;
	const unit = tokens[at + 1];
	const hasUnit = unit !== undefined && at + 1 < ceiling && vocabulary.measures.has(unit.lower);
	if (hasUnit) {
		const scale = /^(?:million|billion|trillion|thousand|percent|%|percentage|per)$/.test(unit.lower);
		const size = Number(number.text.replace(/,/g, ''));
		if (!scale && !(size >= 100)) return 0;
		return unit.lower === 'per' && tokens[at + 2]?.lower === 'cent' ? at + 3 : at + 2;
	}
	if (!money) return 0;
	// A price is no claim: only sums that measure something big.
	return Number(number.text.replace(/,/g, '')) >= 100_000 || /[mbt]n?$/i.test(number.text) ? at + 1 : 0;
}

/** "a $9 million loan", "the 15 percent rule": a figure that only says which thing is meant. */
function isModifier({ tokens }: Reading, first: number, end: number): boolean {
	const next = tokens[end];
	if (next?.kind !== 'word' || isAdverb(next) || prepositions.has(next.lower) || afterFigure.has(next.lower))
		return false;
	for (let i = first - 1; i >= 0 && i >= first - 3; i--) {
		const { lower, kind } = tokens[i] as Token;
		if (determiners.has(lower) || isPossessive(tokens[i] as Token)) return !counting.test(lower);
		if (kind !== 'word' || prepositions.has(lower)) return false;
	}
	return false;
}

const afterFigure: ReadonlySet<string> = new Set(
	'and or but than that who which while when because since after before despite amid as so is are was were has have had will would can could may might more less fewer higher lower each apiece annually'.split(
		' ',
	),
);
const counting = /^(?:some|all|most|every|another|any)$/;

/** "gave $2 million": a sum that changed hands on record, as a price does. */
function isPayment(tokens: readonly Token[], index: number, { firstToken }: Sentence): boolean {
	if (!/^[$£€¥]$/.test((tokens[index] as Token).text)) return false;
	for (let i = index - 1; i >= firstToken && i > index - 9; i--) {
		const token = tokens[i] as Token;
		if (payments.has(token.lower)) return true;
		if (isBreak(token)) return false;
	}
	return false;
}

const payments: ReadonlySet<string> = new Set(
	'gave given give gives invested investing invests contributed contributing contributes donated donating donates committed pledged paid pays paying bought buys sold lent loaned borrowed fined awarded for'.split(
		' ',
	),
);

// --- minds, causes, forecasts -----------------------------------------------------------------------------------------

/** "Putin wants": a mind told as fact. The first and second person know their own. */
function mindAt(tokens: readonly Token[], index: number, sentence: Sentence): boolean {
	const token = tokens[index] as Token;
	const before = tokens[index - 1];
	if (!before || index <= sentence.firstToken || !minds.test(token.lower)) return false;
	if (/^(?:he|she)$/.test(before.lower)) return true;
	// "Russian fears", "American hopes": nouns.
	if (/^(?:fears|hopes)$/.test(token.lower) && /(?:ian|ish|ese|can|ch|an)$/.test(before.text)) return false;
	// "Putin wants", not "The Plan wants" nor "Their fears".
	return (
		isCapitalized(before) &&
		before.kind === 'word' &&
		index - 1 >= sentence.firstToken &&
		!/^(?:The|A|An|This|That|It|They|Their|His|Her|I|We|You|Who|What|Many|Some|Most)$/.test(before.text)
	);
}

/** How much the words of a pattern claim where they stand; 0 where they claim nothing. */
function weightOf(reading: Reading, sentence: Sentence, match: Match<ClaimPattern>): number {
	const { tokens } = reading;
	const { trigger } = match.entry;
	switch (trigger) {
		case 'cause':
			return isCause(tokens, match) ? (isReason(tokens, match) ? slight : weights.cause) : 0;
		case 'motive':
			return isMotive(tokens, sentence, match) ? weights.motive : 0;
		case 'superlative':
			return isSuperlative(tokens, sentence, match) ? weights.superlative : 0;
		case 'comparison':
			return isMeasured(tokens, match) ? weights.comparison : slight;
		case 'forecast':
			return isForecast(tokens, sentence, match) ? weights.forecast : 0;
		default:
			return 0;
	}
}

/**
 * Reasons are given for most things that happen, and seldom doubted; a cause at work is another matter, and so is one
 * that lies with people: "because of opposition".
 */
function isReason(tokens: readonly Token[], { firstToken, endToken }: Match<ClaimPattern>): boolean {
	return reasons.test((tokens[firstToken] as Token).lower) && prepositions.has((tokens[endToken - 1] as Token).lower);
}

const reasons = /^(?:because|due|owing|thanks|as|the|on|responsible)$/;

/** A verb, not "a good cause" nor "the lead to follow". */
function isCause(tokens: readonly Token[], { verb, firstToken, endToken }: Match<ClaimPattern>): boolean {
	// "contributed to the campaign": money.
	if (verb?.lemma === 'contribute' && tokens.slice(endToken, endToken + 5).some(({ lower }) => given.test(lower)))
		return false;
	const previous = tokens[firstToken - 1];
	if (verb !== null && previous && isBreak(previous)) return false;
	if (verb === null || verb.form === 'past' || verb.form === 'participle' || verb.form === 'ing') return true;
	const before = tokens[firstToken - 1];
	if (!before || determiners.has(before.lower) || prepositions.has(before.lower)) return false;
	if (helpers.test(before.lower)) return true;
	const next = tokens[endToken];
	const hasObject = next !== undefined && (determiners.has(next.lower) || endToken - firstToken > 1);
	return hasObject && (verb.form === 's') === !before.lower.endsWith('s');
}

const given =
	/^(?:campaign|campaigns|fund|funds|charity|charities|party|parties|candidate|candidates|pac|pacs|foundation|committee|committees)$/;

const helpers = /^(?:will|would|can|could|may|might|to|not|n't|also|often|which|that|who|they|it|this|did|does|do)$/;

/** "closed the harbour to punish the owners": what someone did, and why. */
function isMotive(
	tokens: readonly Token[],
	{ firstToken }: Sentence,
	{ firstToken: first }: Match<ClaimPattern>,
): boolean {
	if ((tokens[first] as Token).lower !== 'to') return true;
	const before = tokens[first - 1];
	// "vowed to punish", "able to hide", "the power to punish": what is announced or could be, no motive.
	if (!before || first === firstToken || announced.has(before.lower) || /(?:able|ing)$/.test(before.lower))
		return false;
	for (let i = first - 1; i >= firstToken && i > first - 10; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token)) return false;
		if (announced.has(token.lower)) return false;
		if (token.lower.endsWith('ed') || acts.has(token.lower)) return i < first - 1;
	}
	return false;
}

const announced: ReadonlySet<string> = new Set(
	'vowed promised pledged threatened ordered asked told urged called agreed voted sought tried trying seek seeks try tries used need needs needed power powers way ways right chance effort plan plans bill law order right will would can could had has have going designed meant intended aimed required allowed enough tool attempt attempts bid'.split(
		' ',
	),
);
const acts: ReadonlySet<string> = new Set(
	'cut shut let sent put gave took made built left bought sold hid held told ran drew set spent kept paid chose went wrote threw fought withdrew'.split(
		' ',
	),
);

/** One that can be counted, and is not one of several. */
function isSuperlative(
	tokens: readonly Token[],
	{ firstToken }: Sentence,
	{ firstToken: first, endToken }: Match<ClaimPattern>,
): boolean {
	const opening = tokens[first] as Token;
	if (opening.lower === 'the') {
		const next = tokens[endToken];
		// "at the highest level", "the highest peaks": ranks, and what maps and gazetteers have.
		return countable.test((tokens[first + 1] as Token).lower) && next?.kind === 'word' && !ranks.test(next.lower);
	}
	for (let i = first - 1; i >= firstToken && i > first - 9; i--) {
		const { lower } = tokens[i] as Token;
		if (/^(?:most|least|best|worst|only|first)$/.test(lower) || countable.test(lower)) {
			return !(tokens[i - 1]?.lower === 'the' && tokens[i - 2]?.lower === 'of' && tokens[i - 3]?.lower === 'one');
		}
	}
	return false;
}

/** Superlatives that can be counted; "the worst" and "the most masterful" are judgements. */
const countable =
	/^(?:largest|biggest|highest|lowest|fastest|slowest|richest|poorest|deadliest|oldest|youngest|busiest|safest|longest|shortest|deepest|cheapest)$/;

const ranks =
	/^(?:level|levels|court|courts|office|offices|rank|ranks|ranking|bidder|bidders|honor|honors|honour|honours|peak|peaks|mountain|mountains|point|points|standard|standards|priority|order|day|night|river|island|continent|ocean|desert|lake|of|challenge|challenges|problem|problems|question|questions|test|hurdle|obstacle|surprise|mistake|issue|issues|concern|worry|stage|name|names|star|stars|fan|fans|supporter|supporters|critic|critics|hit|story|thing|things)$/;

/** "twice as many", "outnumber", "very rare": someone has counted. "safer than" may be a judgement. */
function isMeasured(tokens: readonly Token[], { firstToken, endToken, verb }: Match<ClaimPattern>): boolean {
	if (verb !== null || /^(?:twice|three|four|five|ten|half)$/.test((tokens[firstToken] as Token).lower)) return true;
	return !/^(?:than|to|other|more|fewer|less)$/.test((tokens[endToken - 1] as Token).lower);
}

/** An outcome that no one can know; what is on a calendar, and what someone has decided to do, is none. */
function isForecast(
	tokens: readonly Token[],
	{ firstToken, endToken }: Sentence,
	{ firstToken: first, endToken: end }: Match<ClaimPattern>,
): boolean {
	const before = tokens[first - 1];
	const isImpersonal = tokens[first]?.lower === 'it';
	if (!isImpersonal && (!before || first === firstToken || notForetold.test(before.lower))) return false;
	const own = tokens.slice(firstToken, endToken);
	if (own.some(({ lower }) => months.has(lower) || calendar.test(lower))) return false;
	if (tokens[end]?.lower === 'up') return false;
	const last = tokens[end - 1] as Token;
	const copula = tokens[end - 2]?.lower === 'be';
	return !copula || !(arranged.test(last.lower) || prepositions.has(last.lower) || isCapitalized(last));
}

/** "what it hopes will become": someone else foretells it. */
const notForetold =
	/^(?:the|a|his|her|their|free|good|ill|i|we|you|what|who|hope|hopes|hoped|believe|believes|believed|think|thinks|expect|expects|expected|fear|fears|feared|predict|predicts|predicted|say|says|said)$/;
const calendar = /^(?:today|tonight|tomorrow|weekend|scheduled|schedule|noon|midnight|p\.m\.|a\.m\.|\d{1,2}:\d\d)$/;
const arranged =
	/(?:ed|en|ing|ept|eld|ent|ade|ung|own|old|orn)$|^(?:back|there|here|home|available|open|free|present|live|up|out|put|set|cut|led|paid|read|heard|taught|up|joined|what|how|like)$/;

/** The clause around a trigger: between semicolons, colons and dashes, or the relative clause it stands in. */
function clauseOf(
	{ tokens }: Reading,
	sentence: Sentence,
	index: number,
	quotations: readonly QuotedSpan[],
): BlockClaim['span'] {
	const quoted = (token: Token): boolean => quotations.some(q => contains(q, token));
	let first = index;
	while (first > sentence.firstToken) {
		const token = tokens[first - 1] as Token;
		if (isBreak(token) && !quoted(token) && token.text !== '.') break;
		first--;
	}
	let end = index + 1;
	while (end < sentence.endToken) {
		const token = tokens[end] as Token;
		if (isBreak(token) && !quoted(token)) break;
		end++;
	}
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}
