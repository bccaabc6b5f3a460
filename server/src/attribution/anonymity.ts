/**
 * What a draft tells of a source that it does not name: position, how it knows, how many, and why it is not named.
 * "Not authorized to speak" and "the sensitivity of the matter" name a rule, not a risk; style guides ask for the risk
 * (AP, "When is it OK to use anonymous sources?"; New York Times public editor on the boilerplate).
 */
import type { Token } from '../text/tokens';
import { determiners } from './grammar';
import type { Anonymity, BlockAnalysis, Mention } from './model';
import type { Vocabulary } from './vocabulary';

const basisWords =
	/\b(?:familiar with|(?:direct |first-?hand |detailed |intimate )?knowledge of|briefed on|(?:was|were|been) briefed|involved in|close to|present (?:at|for)|in the room|took part|takes part|who (?:saw|attended|heard|read|witnessed|worked|works|helped|reviewed|has seen|have seen|was there|were there)|privy to|(?:has|have|had) (?:seen|read|reviewed|heard)|participated in)\b/i;
/** What tells that a name is withheld. */
const conditionWords =
	/\b(?:on (?:the )?condition (?:of anonymity|that)|(?:spoke|speaking|speak) anonymously|anonymously|not authori[sz]ed|(?:not|isn’t|wasn’t|aren’t|weren’t) (?:allowed|permitted|cleared)|(?:asked|requested|wished|wanted|preferred) not to be (?:named|identified|quoted by name)|declined to be (?:named|identified)|(?:asked|requested) (?:for )?anonymity|(?:was|were) granted anonymity|(?:spoke|speaking) on background|without being (?:named|identified))\b/i;
/** What opens the reason after it. */
const reasonOpener =
	/\b(?:because|citing|given|owing to|due to|for fear|fearing|out of (?:fear|concern)|in order to|so as|as (?:he|she|they) (?:was|were|is|are)|since (?:he|she|they)|to (?:discuss|speak|talk|describe|avoid|protect|share|reveal|disclose|preserve))\b/i;
/** Reasons that say no more than that it was not allowed, or was delicate. */
const boilerplateWords =
	/\b(?:authori[sz](?:ed|ation)|(?:not|n’t) (?:allowed|permitted|cleared)|sensitiv(?:e|ity|ities)|to (?:speak|talk) (?:candidly|freely|frankly|openly|publicly|about)|to (?:discuss|describe|share|disclose|reveal)|private (?:conversations?|meetings?|discussions?|matters?)|internal (?:deliberations|discussions|matters|strategy)|confidential|(?:the matter|talks|plans|details) (?:is|are|was|were) (?:private|not public|still private|ongoing)|not (?:been )?(?:made )?public|policy)\b/i;
/** What may happen to someone who is named. */
const riskWords =
	/\b(?:fear(?:s|ed|ing)?|reprisals?|retaliat\w+|retribution|safety|threat\w*|harass\w*|(?:los(?:e|ing)|keep) (?:his|her|their|a) (?:job|jobs|post|posts|visa|license)|fired|dismiss\w*|arrest\w*|prosecut\w*|jail\w*|deport\w*|lawsuits?|sued|nondisclosure|non-disclosure|backlash|relationships?|danger\w*|risk\w*|targeted|punish\w*)\b/i;
/** As much as a hover shows. */
const longest = 200;

/** What the sentence says of an unnamed source. `phrase` is the noun phrase, `sentence` what stands around it. */
export function anonymityOf(
	mention: Mention,
	tokens: readonly Token[],
	phrase: string,
	sentence: string,
	vocabulary: Vocabulary,
): Anonymity {
	const tail = mention.descriptors.join(', ');
	return {
		position: positionOf(mention, tokens, phrase, vocabulary),
		basis: basisIn(tail) ?? relativeBasis(sentence, phrase),
		...reasonIn(sentence),
		number: numberOf(mention, tokens),
		plural: mention.plural,
	};
}

/** "at the board who were briefed on the talks": from where it tells how they know. */
function basisIn(tail: string): string | null {
	if (!basisWords.test(tail)) return null;
	const opener =
		/(?:^|[\s,])(who|familiar|briefed|involved|close|with (?:\w+[- ]?){0,2}knowledge|privy|present|in the room|having)\b/i.exec(
			tail,
		);
	return opener ? tail.slice(tail.indexOf(opener[1] as string, opener.index)) : tail;
}

/** The draft's words for rank and body: "senior defence official", "official at the harbour board". */
function positionOf(mention: Mention, tokens: readonly Token[], phrase: string, vocabulary: Vocabulary): string | null {
	const head = tokens[mention.head] as Token;
	const modifiers = tokens
		.slice(mention.firstToken, mention.head)
		.filter(
			token =>
				!determiners.has(token.lower) &&
				token.kind === 'word' &&
				!/^(?:anonymous|unnamed|unidentified)$/.test(token.lower),
		);
	const [tail = ''] = mention.descriptors;
	const body = bodyIn(tail);
	const isBareWord =
		vocabulary.unnamed.has(head.lower) || /^(?:people|person|persons|those|individuals?|one|others?)$/.test(head.lower);
	const from = modifiers[0] ?? (!isBareWord || body ? head : null);
	if (!from) return null;
	const own = phrase.slice(from.start - mention.start, head.end - mention.start);
	const until = body ? phrase.indexOf(body, head.end - mention.start) + body.length : 0;
	return body && until > own.length ? phrase.slice(from.start - mention.start, until) : own;
}

/** "at the harbour board who saw it": the body alone. */
function bodyIn(tail: string): string | undefined {
	if (!/^(?:at|in|of|for|from|within|inside|with) /i.test(tail)) return undefined;
	if (/^\w+ (?:\w+ )?(?:knowledge|the room)\b/i.test(tail)) return undefined;
	const end = /,| (?:who|whom|familiar|briefed|involved|close|with|speaking)\b/i.exec(tail)?.index;
	return tail.slice(0, end);
}

/** "…, the official, who was briefed on the talks, said": a relative clause that follows the phrase at a comma. */
function relativeBasis(sentence: string, phrase: string): string | null {
	const at = sentence.indexOf(phrase);
	if (at < 0) return null;
	const rest = sentence.slice(at + phrase.length, at + phrase.length + longest);
	const clause = /^,? (?:who|described as|with|involved|familiar|briefed|close)\b[^,.;“”"]*/i.exec(rest)?.[0];
	return clause && basisWords.test(clause) ? clause.replace(/^,? /, '') : null;
}

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numberOf({ firstToken, head, plural }: Mention, tokens: readonly Token[]): number | null {
	for (let i = firstToken; i <= head; i++) {
		const { lower, kind } = tokens[i] as Token;
		const told = kind === 'number' ? Number(lower) : numerals.indexOf(lower);
		if (Number.isInteger(told) && told > 0) return told;
		if (lower === 'both' || lower === 'pair') return 2;
	}
	return plural ? null : 1;
}

/** Why the name is withheld, in the sentence's words, and what the reason is worth. */
function reasonIn(sentence: string): Pick<Anonymity, 'reason' | 'why'> {
	const condition = conditionWords.exec(sentence);
	if (!condition) {
		const fear = /\b(?:for fear of|fearing) (?:reprisals?|retaliation|retribution)[^.;“”"]*/i.exec(sentence);
		return fear ? { reason: fear[0], why: 'risk' } : { reason: null, why: null };
	}
	const from = sentence.slice(condition.index, condition.index + longest);
	const opener = reasonOpener.exec(from);
	const isItself = /authori|allowed|permitted|cleared/i.test(condition[0]);
	const end = endOfClause(from, Math.max(condition[0].length, opener?.index ?? 0));
	const reason = from.slice(0, end).trim();
	if (!opener || opener.index >= end) return { reason, why: isItself ? 'boilerplate' : null };
	const given = from.slice(opener.index, end).trim();
	// What is said on that condition may stand in between.
	const isApart = opener.index > condition[0].length + 1 && /^ that\b/i.test(from.slice(condition[0].length));
	const whole = isApart ? `${condition[0]} … ${given}` : reason;
	if (riskWords.test(given)) return { reason: whole, why: 'risk' };
	return { reason: whole, why: isItself || boilerplateWords.test(given) ? 'boilerplate' : 'stated' };
}

/** Where the words that tell why end: at the stop, or at a comma or verb of saying that goes on with something else. */
function endOfClause(text: string, from: number): number {
	const stop = /[.;,“”"—]|\s(?:said|told|added|says)\b/.exec(text.slice(from));
	return stop ? from + stop.index : text.length;
}

/** What a later sentence tells: "He asked not to be named because …"; `plural` is null where its subject tells no number. */
export function laterAnonymity(
	{ block: { text }, sentences, tokens }: BlockAnalysis,
	index: number,
): { readonly anonymity: Anonymity; readonly plural: boolean | null } | null {
	const sentence = sentences[index];
	if (!sentence) return null;
	const first = (tokens[sentence.firstToken] as Token | undefined)?.lower ?? '';
	if (!/^(?:he|she|they|the|both|all|each|neither|none|those|these|like)$/.test(first)) return null;
	const words = text.slice(sentence.start, sentence.end);
	const told = reasonIn(words);
	if (told.reason === null) return null;
	const subject =
		/^The (?:\w+ ){0,2}(?:sources?|officials?|people|person|aides?|advisers?|employees?|diplomats?|executives?|lawmakers?|members?|individuals?|two|three|four|men|women|man|woman)\b/.exec(
			words,
		)?.[0];
	if (first === 'the' && !subject) return null;
	const isSingle =
		/^(?:he|she)$/.test(first) || (subject !== undefined && !/(?:s|people|two|three|four|e[nm]n)$/.test(subject));
	return {
		anonymity: {
			position: null,
			basis: null,
			...told,
			number: first === 'both' ? 2 : null,
			plural: !isSingle,
		},
		// "They" may be one who is not to be known as he or she.
		plural: first === 'they' ? null : !isSingle,
	};
}

/** What was told before, with what is told now. */
export function withMore(had: Anonymity | null, told: Anonymity): Anonymity {
	if (!had) return told;
	const isBetter = had.why === null && told.why !== null;
	return {
		position: had.position ?? told.position,
		basis: had.basis ?? told.basis,
		reason: isBetter ? told.reason : (had.reason ?? told.reason),
		why: had.why ?? told.why,
		number: had.number ?? told.number,
		plural: had.plural,
	};
}
