/** Clauses that assert something contestable; the taxonomy follows Redi et al. (2019), "Citation Needed". */

import type { Exhibit } from '../text/block';
import { contains, overlaps, type Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { findAccusations } from './accusations';
import {
	determiners,
	isAdverb,
	isBreak,
	isCapitalized,
	isComma,
	isWordLike,
	months,
	prepositions,
	wordSet,
} from './grammar';
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
	guess: 0.6,
};
/** A sentence of fewer words and numbers states no figure. */
const leastWords = 4;
/** What is found and hardly ever asked about. */
const slight = 0.4;
/** A forecast of what something will do to people, trade or prices; others foretell a next step. */
const foretoldEffect = 0.62;

const witness =
	/\b(?:seen|reviewed|obtained|verified|viewed|examined|counted) by\b|\bwe (?:counted|found|saw|measured|reviewed)\b/i;
/** Mental states that are told of someone as if the writer could see them. */
const minds = wordSet(
	'wants wanted hopes hoped fears feared intends intended believes believed thinks thought knows knew longs longed',
);
/** What would or should be is not told as fact. */
const wished = wordSet('would should');

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
		const { cited, isReport, isRuled, isSupposed, words } = circumstances[index] as Circumstances;
		// "The poll asked 900 voters. Harlow leads by 4 percent.": the count stands close by.
		const isCounted = circumstances.slice(Math.max(0, index - 2), index + 2).some(each => each.isCounted);
		const add = (trigger: ClaimTrigger, first: number, end: number, weight: number): void => {
			const triggerSpan = spanOf(tokens, first, end);
			if (!isReport || (isSupposed && trigger !== 'forecast')) return;
			if (isAskedIn(tokens, sentence, first)) return;
			if (leftOpen.has(trigger) && isOpen(tokens, sentence, first)) return;
			if ((trigger === 'number' || trigger === 'comparison') && (isCounted || isRuled)) return;
			// "$50 million.", "width:100%;": a line of a list or of a style sheet.
			if (trigger === 'number' && words < leastWords) return;
			if (trigger === 'number' && isSetShare(tokens, sentence, end)) return;
			if (quotations.some(q => q.kind !== 'title' && overlaps(q, triggerSpan))) return;
			const span = clauseOf(reading, sentence, first, quotations);
			const isTail = tokens[first]?.lower === 'potentially';
			if (!isTail && isWished(tokens, sentence, span)) return;
			found.push({ span, trigger, triggerSpan, phrase: triggerSpan, cited, weight, agent: null, inProcess: false });
		};
		while (next < matches.length && (matches[next] as { firstToken: number }).firstToken < sentence.endToken) {
			const match = matches[next++] as Match<ClaimPattern>;
			const weight = weightOf(reading, sentence, match);
			if (weight > 0) add(match.entry.trigger, match.firstToken, match.endToken, weight);
		}
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const { kind, lower } = tokens[i] as Token;
			if (kind === 'word') {
				if (minds.has(lower) && isMindTold(tokens, i, sentence)) add('motive', i, i + 1, weights.motive);
				continue;
			}
			const end = measureAt(reading, i, sentence);
			if (end === 0) continue;
			const isDetail = isModifier(reading, i, end) || isPayment(tokens, i, sentence);
			add('number', i, end, isDetail ? slight : weights.number);
			i = end - 1;
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
	/** How many words and numbers it has. */
	readonly words: number;
}

function circumstancesOf(
	{ tokens, text, vocabulary }: Reading,
	sentence: Sentence,
	quotations: readonly QuotedSpan[],
	exhibits: readonly Exhibit[],
): Circumstances {
	const { firstToken, endToken } = sentence;
	const prose = text.slice(sentence.start, sentence.end);
	let words = 0;
	let isPersonal = false;
	let isDoubted = false;
	let isSupposed = false;
	let isCounted = false;
	let isRuled = false;
	for (let i = firstToken; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (!isWordLike(token)) continue;
		words++;
		switch (tellings.get(token.lower)) {
			case 'personal':
				isPersonal ||= !isQuoted(token, quotations);
				break;
			case 'doubted':
				isDoubted = true;
				break;
			case 'supposed':
				isSupposed = true;
				break;
			case 'counted':
				isCounted = true;
				break;
			case 'voters':
				isCounted ||= i > firstToken && /^(?:likely|registered)$/.test((tokens[i - 1] as Token).lower);
				break;
			case 'ruled':
				isRuled = true;
				break;
			case 'vote':
				isRuled ||= isShareOfVote(tokens.slice(firstToken, endToken), i - firstToken);
				break;
			default:
		}
		isCounted ||= vocabulary.documents.has(token.lower);
	}
	return {
		cited: exhibits.some(({ span }) => stands(span, sentence)) || witness.test(prose),
		isReport: !isPersonal && !isDoubted && !/\?["”’')\]]*$/.test(prose),
		isSupposed,
		isCounted,
		isRuled,
		words,
	};
}

/** What a word tells of its sentence. */
type Telling = 'personal' | 'doubted' | 'supposed' | 'counted' | 'voters' | 'ruled' | 'vote';

const tellings: ReadonlyMap<string, Telling> = new Map(
	Object.entries({
		// A sentence about someone's own, or addressed to the reader, or supposed, is no report.
		personal: 'i you your my me we our us suppose imagine',
		// "It is unclear whether", "the question is": what is open is not claimed.
		doubted: 'unclear uncertain whether question questions wonder wonders theory hypothetical supposedly',
		supposed: 'if',
		// Words beside a figure that say on which count it stands.
		counted: 'data census statistics figures poll polls survey surveys pollsters respondents surveyed polled',
		voters: 'voters',
		// What is set by law or rule stands in a text that anyone can look up, and counts of votes are held in public.
		ruled:
			'threshold tariff tariffs duties levy levies surcharge bracket required requires require eligible eligibility minimum maximum limit limits cap surtax recommended target targets quorum statutory constitution taxed fine fined penalty sentence goal goals ' +
			'votes ballots delegates delegate precincts precinct electoral caucuses runoff recount returns',
		vote: 'vote',
	} satisfies Record<Telling, string>).flatMap(([telling, words]) =>
		words.split(' ').map(word => [word, telling as Telling] as const),
	),
);

/** "of the vote", "won 40 percent of the northern vote"; "has the support of half the northern vote" is a poll's. */
function isShareOfVote(own: readonly Token[], index: number): boolean {
	if (own[index - 1]?.lower === 'the' && own[index - 2]?.lower === 'of') return true;
	const before = own.slice(Math.max(0, index - longestVote), index);
	return before.some(({ lower }) => lower === 'of') && before.some(({ lower }) => polling.has(lower));
}

/** How many words before "vote" who got a share of it is looked for. */
const longestVote = 12;
const polling = wordSet('won got took drew earned received captured collected carried polled garnered secured lost');

function isWished(tokens: readonly Token[], { firstToken, endToken }: Sentence, clause: Span): boolean {
	for (let i = firstToken; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (wished.has(token.lower) && contains(clause, token)) return true;
	}
	return false;
}

/** A note may stand just behind the full stop. */
function stands(exhibit: Span, { start, end }: Span): boolean {
	return start <= exhibit.end && (exhibit.start < end || (exhibit.start === end && exhibit.end === end));
}

/** "explores how the tolls led to the strike": what another work or person sets out, in a clause after "how" or "why". */
function isAskedIn(tokens: readonly Token[], { firstToken }: Sentence, index: number): boolean {
	for (let i = index - 1; i > firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token)) return false;
		if (askingWords.has(token.lower)) return setsOut.test((tokens[i - 1] as Token).lower);
	}
	return false;
}

const askingWords = wordSet('how why');

/** "where donors will go", "what Quist wants", "no sign that it will end": left open, or denied. */
function isOpen(tokens: readonly Token[], { firstToken }: Sentence, index: number): boolean {
	for (let i = index - 1; i >= firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token)) return false;
		if (opening.test(token.lower)) return true;
		if (
			token.lower === 'that' &&
			/^(?:sign|possible|possibility|chance|way|question|(?:allegation|accusation|claim|charge|idea|notion|theory|fear|view|belief|hope|concern|worrie|argument|suggestion)s?)$/.test(
				tokens[i - 1]?.lower ?? '',
			)
		)
			return true;
	}
	return false;
}

/** What is only asked about, or denied, is not told: of these. */
const leftOpen: ReadonlySet<ClaimTrigger> = new Set(['forecast', 'guess', 'motive', 'cause']);

const opening = /^(?:what|how|why|whether|whose|until|unless)$/;

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
	const money = isMoney(token);
	if (!money && token.kind !== 'number') return 0;
	// "Fortune 500 companies", "margin of error of 4 percent": a name, a detail of method.
	const previous = tokens[index - 1];
	if (previous && index - 1 > firstToken && isCapitalized(previous) && previous.lower !== 'the') return 0;
	if (previous && isMoney(previous)) return 0;
	for (let i = Math.max(0, index - 6); i < index; i++) if ((tokens[i] as Token).lower === 'margin') return 0;
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
		// A crowd that fits a room has been seen by whoever writes.
		if (people.test(unit.lower) && !(size >= 1000)) return 0;
		return unit.lower === 'per' && tokens[at + 2]?.lower === 'cent' ? at + 3 : at + 2;
	}
	if (!money) return 0;
	// A price is no claim: only sums that measure something big.
	return Number(number.text.replace(/,/g, '')) >= 100_000 || /[mbt]n?$/i.test(number.text) ? at + 1 : 0;
}

function isMoney({ kind, text }: Token): boolean {
	return kind === 'punctuation' && /^[$£€¥]$/.test(text);
}

const people =
	/^(?:people|men|women|children|voters|students|members|supporters|residents|protesters|demonstrators|marchers|spectators|visitors|passengers|officers|employees)$/;

/** "the tax was cut to 10 percent", "won 35 percent", "a stake of 3 percent": shares that a law, a vote or a register has. */
function isSetShare(tokens: readonly Token[], { firstToken, endToken }: Sentence, end: number): boolean {
	const own = tokens.slice(firstToken, endToken);
	// "fell 1.4 percent, to $88.95": what is traded has a price at any hour.
	if (own.some(({ lower }) => traded.has(lower))) return true;
	if (
		own.some(
			({ text, kind }, i) => kind === 'number' && /\.\d\d$/.test(text) && /^[$£€¥]$/.test(own[i - 1]?.text ?? ''),
		)
	)
		return true;
	if (!/^(?:percent|%|cent|points?)$/.test(tokens[end - 1]?.lower ?? '')) return false;
	// "the top 1 percent of earners": people.
	if (/^(?:top|bottom|richest|wealthiest|poorest)$/.test(tokens[end - 3]?.lower ?? '')) return true;
	// "70 percent of its population": the census has it.
	if (tokens.slice(end, end + 5).some(({ lower }) => /^(?:population|residents|inhabitants)$/.test(lower))) return true;
	for (let i = Math.max(firstToken, end - shareReach); i < Math.min(endToken, end + shareReach); i++)
		if (setShares.has((tokens[i] as Token).lower)) return true;
	return false;
}

const traded: ReadonlySet<string> = new Set(
	'shares stock stocks nasdaq dow yield yields treasury treasurys crude barrel futures bond bonds yen euro exchange'.split(
		' ',
	),
);
const shareReach = 20;
const setShares: ReadonlySet<string> = new Set(
	'tax taxes stake stakes shareholder shareholders won win wins winning lost carried beat defeated interest'.split(' '),
);

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
	const isMoney = /^[$£€¥]$/.test((tokens[index] as Token).text) || currencies.test(tokens[index + 2]?.lower ?? '');
	if (!isMoney) return false;
	for (let i = index - 1; i >= firstToken && i > index - paymentReach; i--) {
		const token = tokens[i] as Token;
		if (payments.has(token.lower)) return true;
		if (isBreak(token)) return false;
	}
	return false;
}

/** "earned $7 billion last year, and $2 billion of it in the north" */
const paymentReach = 12;

const currencies = /^(?:dollars|euros|pounds|yuan|yen|rubles|roubles|rupees|francs)$/;

const payments: ReadonlySet<string> = new Set(
	'gave given give gives invested investing invests contributed contributing contributes donated donating donates committed pledged pay paid pays paying spend bought buys sold lent loaned borrowed fined awarded raise raised raising raises dues fee fees spent spending spends collected collecting bundled earned earns earning salary compensation bonus capitalization settle settled settlement aid budget budgeted allocated appropriated provided providing provides announced pledges pledging pledge freed redirected reallocated diverted for'.split(
		' ',
	),
);

// --- minds, causes, forecasts -----------------------------------------------------------------------------------------

/** "Putin wants": a mind told as fact. The first and second person know their own. */
function isMindTold(tokens: readonly Token[], index: number, sentence: Sentence): boolean {
	const token = tokens[index] as Token;
	const before = tokens[index - 1];
	if (!before || index <= sentence.firstToken) return false;
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
			return isCause(tokens, match)
				? isReason(tokens, match) || !isArguable(reading, sentence, match)
					? slight
					: weights.cause
				: 0;
		case 'motive':
			return isMotive(tokens, sentence, match) ? weights.motive : 0;
		case 'superlative':
			if (!isSuperlative(tokens, sentence, match)) return 0;
			return isScoped(tokens, sentence, match) ? weights.superlative : slight;
		case 'comparison':
			return isMeasured(tokens, sentence, match) ? weights.comparison : slight;
		case 'forecast':
			if (!isForecast(tokens, sentence, match)) return 0;
			return hasEffect(reading, sentence, match) ? foretoldEffect : weights.forecast;
		case 'guess':
			return isGuess(tokens, match) ? weights.guess : 0;
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

/**
 * Half of what happens brings about the other half, and a story tells how. Asked about is what people argue over: why the
 * vote was lost, what made prices rise, whatever there is said to be more or less of.
 */
function isArguable(
	{ tokens, vocabulary }: Reading,
	{ firstToken, endToken: ceiling }: Sentence,
	{ firstToken: first, endToken, entry }: Match<ClaimPattern>,
): boolean {
	// "because of opposition": a cause that lies with people.
	const last = tokens[endToken - 1] as Token;
	if (reasons.test((tokens[first] as Token).lower) && !prepositions.has(last.lower)) return true;
	// "largely because": whoever weighs causes has someone’s scales.
	if (weighing.test((tokens[first] as Token).lower)) return true;
	if (entry.trigger !== 'cause') return false;
	// "driven by", "because of", "stem from": what came of it stands before.
	const isBefore = /^(?:by|from|of)$/.test(last.lower) || reasons.test((tokens[first] as Token).lower);
	const from = isBefore ? Math.max(firstToken, first - effectReach) : endToken;
	const to = isBefore ? first : Math.min(ceiling, endToken + effectReach);
	for (let i = from; i < to; i++) {
		const { lower } = tokens[i] as Token;
		if (vocabulary.outcomes.has(lower) || moreOrLess.test(lower)) return true;
	}
	return false;
}

/** How far from the words for a cause its effect is looked for. */
const effectReach = 6;
const moreOrLess = /^(?:more|fewer|less|higher|lower|longer|shorter|larger|bigger|smaller|faster|slower|worse|better)$/;

const weighing =
	/^(?:in|largely|mainly|mostly|partly|primarily|chiefly|principally|perhaps|probably|possibly|presumably)$/;

const reasons = /^(?:because|due|owing|thanks|as|the|on)$/;

/** A verb, not "a good cause" nor "the lead to follow". */
function isCause(tokens: readonly Token[], { verb, firstToken, endToken }: Match<ClaimPattern>): boolean {
	// "contributed to the campaign": money.
	if (verb?.lemma === 'contribute' && tokens.slice(endToken, endToken + 5).some(({ lower }) => given.test(lower)))
		return false;
	const previous = tokens[firstToken - 1];
	if (verb !== null && previous && isBreak(previous)) return false;
	// ", resulting in": the tail of a story.
	if (verb?.form === 'ing' && isComma(previous)) return false;
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
	'vowed promised pledged threatened ordered asked told urged called agreed voted sought tried trying seek seeks try tries used need needs needed power powers way ways right chance effort plan plans bill law order right will would can could had has have going designed meant intended aimed determination desire ambition willingness readiness strategy proposal scheme resolution legislation measure measures action steps required allowed enough tool attempt attempts bid'.split(
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
		if (/^(?:not|n['’]t|never)$/.test(lower)) return false;
		if (/^(?:most|least|best|worst)$/.test(lower) || countable.test(lower)) {
			if (recorded.test(lower)) return false;
			// "the army of the largest state in the world" claims nothing of that state.
			if (/^(?:world|generation)$/.test((tokens[endToken - 1] as Token).lower) && !isTold(tokens, i - 1)) return false;
			return !(tokens[i - 1]?.lower === 'the' && tokens[i - 2]?.lower === 'of' && tokens[i - 3]?.lower === 'one');
		}
	}
	return false;
}

/** A rank has a field: "in the country", "of the coast", "in history". */
function isScoped(
	tokens: readonly Token[],
	{ endToken: ceiling }: Sentence,
	{ firstToken: first, endToken }: Match<ClaimPattern>,
): boolean {
	if ((tokens[first] as Token).lower !== 'the') return true;
	if (recorded.test((tokens[first + 1] as Token).lower) || !isTold(tokens, first)) return false;
	for (let i = endToken; i < Math.min(ceiling, endToken + fieldReach); i++) {
		const token = tokens[i] as Token;
		if (/^(?:in|of|ever|anywhere|worldwide|nationwide|statewide)$/.test(token.lower)) return true;
		if (isBreak(token) || isComma(token) || ranks.test(token.lower)) return false;
	}
	return false;
}

/** "is now one of the largest", ", among the biggest": what is told of it, not "the army of the largest state". */
function isTold(tokens: readonly Token[], first: number): boolean {
	let i = first - 1;
	while (i >= 0 && /^(?:one|of|among|some|now|still|also|long|today|by|far)$/.test((tokens[i] as Token).lower)) i--;
	const before = tokens[i];
	if (!before) return false;
	return (
		/^(?:is|are|was|were|be|been|become|becomes|became|remain|remains|remained)$/.test(before.lower) ||
		(i < first - 1 && (isComma(before) || isBreak(before)))
	);
}

const fieldReach = 9;

/** Superlatives that can be counted; "the worst" and "the most masterful" are judgements. */
const countable =
	/^(?:largest|biggest|highest|lowest|fastest|slowest|richest|poorest|deadliest|oldest|youngest|busiest|safest|longest|shortest|deepest|cheapest)$/;

/** Ranks by age, length or toll are on record, as a date is. */
const recorded = /^(?:oldest|youngest|longest|shortest|deepest|deadliest|highest|lowest)$/;

const ranks =
	/^(?:level|levels|court|courts|office|offices|rank|ranks|ranking|bidder|bidders|honor|honors|honour|honours|peak|peaks|mountain|mountains|point|points|standard|standards|priority|order|day|night|river|island|continent|ocean|desert|lake|of|challenge|challenges|problem|problems|question|questions|test|hurdle|obstacle|surprise|mistake|issue|issues|concern|worry|stage|name|names|star|stars|fan|fans|supporter|supporters|critic|critics|hit|story|thing|things|number|share|portion|part|bloc|blocs|majority|game|tier|tiers|party|parties|contributor|contributors|donor|donors|city|cities|town|towns|county|counties|country|countries|province|state|states|partner|partners|trading)$/;

/** "twice as many", "outnumber", "very rare": someone has counted. "safer than" may be a judgement. */
function isMeasured(
	tokens: readonly Token[],
	sentence: Sentence,
	{ firstToken, endToken, verb }: Match<ClaimPattern>,
): boolean {
	if (verb !== null || /^(?:twice|three|four|five|ten|half)$/.test((tokens[firstToken] as Token).lower)) return true;
	// "far fewer ferries than", "far more likely": someone has counted both, and it is not said how many.
	if (tokens[firstToken]?.lower === 'far')
		return (
			!hasCounts(tokens, sentence) &&
			tokens
				.slice(endToken, Math.min(sentence.endToken, endToken + comparedReach))
				.some(({ lower }, i) => lower === 'than' || (i === 0 && /^(?:likely|often|common|frequently)$/.test(lower)))
		);
	return !/^(?:than|to|other|more|fewer|less)$/.test((tokens[endToken - 1] as Token).lower);
}

/** "He has 40 boats, far more than Quist, who has 3": readers see by how much. */
function hasCounts(tokens: readonly Token[], { firstToken, endToken }: Sentence): boolean {
	return tokens.slice(firstToken, endToken).filter(({ kind }) => kind === 'number').length > 1;
}

/** How far behind "far more" what it is compared with is looked for. */
const comparedReach = 9;

/** An outcome that no one can know; what is on a calendar, and what someone has decided to do, is none. */
function isForecast(
	tokens: readonly Token[],
	{ firstToken, endToken }: Sentence,
	{ firstToken: first, endToken: end }: Match<ClaimPattern>,
): boolean {
	const before = tokens[first - 1];
	const opening = tokens[first]?.lower ?? '';
	const isImpersonal = /^(?:it|that|this|these)$/.test(opening);
	// ", potentially closing the port": the tail of a clause; "a potentially damaging leak" foretells nothing.
	if (opening === 'potentially') return before !== undefined && (isComma(before) || isBreak(before));
	if (!isImpersonal && (!before || first === firstToken || notForetold.test(before.lower))) return false;
	for (let i = first - 1; i >= firstToken; i--) {
		const token = tokens[i] as Token;
		if (isBreak(token)) break;
		if (foretelling.test(token.lower)) return false;
	}
	const own = tokens.slice(firstToken, endToken);
	if (own.some(({ lower }) => months.has(lower) || calendar.test(lower))) return false;
	// "will not take effect until": a rule, not a guess.
	if (own.some(({ lower }) => lower === 'until' || lower === 'unless')) return false;
	if (tokens[end]?.lower === 'up') return false;
	const last = tokens[end - 1] as Token;
	const copula = tokens[end - 2]?.lower === 'be';
	return !copula || !(arranged.test(last.lower) || prepositions.has(last.lower) || isCapitalized(last));
}

/** "Apparently the pier was shut": concluded by the writer. "There is no doubt" and "no doubt about it" are phrases. */
function isGuess(tokens: readonly Token[], { firstToken: first, endToken }: Match<ClaimPattern>): boolean {
	// "apparently referring to": what is meant stands beside it.
	if (/^(?:referring|alluding|meaning|addressing)$/.test(tokens[endToken]?.lower ?? '')) return false;
	if (tokens[first]?.lower !== 'no') return true;
	return (
		!/^(?:is|was|be|have|has|had|leave|leaves|left|of)$/.test(tokens[first - 1]?.lower ?? '') &&
		!/^(?:that|about|as)$/.test(tokens[endToken]?.lower ?? '')
	);
}

/** "what it hopes will become": someone else foretells it. */
const notForetold =
	/^(?:the|a|to|not|his|her|their|free|good|ill|i|we|you|what|who|hope|hopes|hoped|believe|believes|believed|think|thinks|expect|expects|expected|fear|fears|feared|predict|predicts|predicted|say|says|said)$/;
/** "will cost the ports a third of their trade": what it does is foretold, or how much. */
function hasEffect(
	{ tokens, vocabulary }: Reading,
	{ endToken: ceiling }: Sentence,
	{ firstToken: first, endToken }: Match<ClaimPattern>,
): boolean {
	for (let i = first; i < Math.min(ceiling, endToken + effectReach); i++) {
		const { lower, kind } = tokens[i] as Token;
		if (i >= endToken && isBreak(tokens[i] as Token)) return false;
		if (kind === 'number' || vocabulary.outcomes.has(lower) || moreOrLess.test(lower)) return true;
		if (/^(?:cost|hurt|harm|damage|destroy|ruin|bankrupt|thousands|hundreds|millions|jobs|trade)$/.test(lower))
			return true;
	}
	return false;
}

/** Whoever thinks, fears or wants to avoid it is told before it. */
const foretelling =
	/^(?:avoid|avoids|avoided|avoiding|prevent|prevents|prevented|preventing|avert|averted|(?:hop|believ|predict|expect|fear|think|argu|warn|say|worr|insist|suggest|bet)(?:e|es|ed|s|ing|ting|ies|ied|y)?|thought|said|concern|concerns|concerned|wager)$/;
const calendar = /^(?:today|tonight|tomorrow|weekend|scheduled|schedule|noon|midnight|p\.m\.|a\.m\.|\d{1,2}:\d\d)$/;
const arranged =
	/(?:ed|en|ing|ept|eld|ent|ade|ung|own|old|orn)$|^(?:back|there|here|home|available|open|free|present|live|up|out|put|set|cut|led|paid|read|heard|taught|up|joined|what|how|like)$/;

function isQuoted(token: Token, quotations: readonly QuotedSpan[]): boolean {
	return quotations.some(q => contains(q, token));
}

/** The clause around a trigger: between semicolons, colons and dashes, or the relative clause it stands in. */
function clauseOf(
	{ tokens }: Reading,
	sentence: Sentence,
	index: number,
	quotations: readonly QuotedSpan[],
): BlockClaim['span'] {
	let first = index;
	while (first > sentence.firstToken) {
		const token = tokens[first - 1] as Token;
		if (isBreak(token) && !isQuoted(token, quotations) && token.text !== '.') break;
		first--;
	}
	let end = index + 1;
	while (end < sentence.endToken) {
		const token = tokens[end] as Token;
		if (isBreak(token) && !isQuoted(token, quotations)) break;
		end++;
	}
	return { start: (tokens[first] as Token).start, end: (tokens[end - 1] as Token).end };
}
