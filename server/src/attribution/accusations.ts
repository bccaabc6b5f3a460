/** Wrongdoing laid to a named person or body: "Quist took bribes", "the vote was rigged by the harbour board". */
import type { Sentence, Token } from '../text/tokens';
import { determiners, isAdverb, isBreak, isCapitalized, isComma, personalPronouns, prepositions } from './grammar';
import { isPossessive, mention, phraseAfter, phraseBefore, type Reading } from './mentions';
import type { Mention } from './model';
import { type Match, matchPatterns } from './patterns';
import { classify } from './sources';
import type { ClaimPattern } from './vocabulary';

/** An act that is wrong by law or by any newsroom's standard, and who is said to have done it. */
export interface Accusation {
	/** Tokens of the act, with its object where that is short: "took bribes", "lied to the parents". */
	readonly firstToken: number;
	readonly endToken: number;
	/** Null where a line begins in mid-sentence: whoever it is stands in the line before. */
	readonly agent: Mention | null;
	/** Whether a charge, a filing or a verdict stands in its sentence or the one before. */
	readonly inProcess: boolean;
}

/** The accusations of a block, in order. What is denied, asked, supposed or only wanted is none. */
export function findAccusations(reading: Reading, sentences: readonly Sentence[]): readonly Accusation[] {
	const { tokens, text, vocabulary, titleCase } = reading;
	const found: Accusation[] = [];
	for (const match of matchPatterns(vocabulary.accusations, tokens, text, { sentences, titleCase })) {
		const at = sentences.findIndex(s => s.firstToken <= match.firstToken && match.endToken <= s.endToken);
		const sentence = sentences[at];
		if (!sentence || isQuestion(tokens, sentence)) continue;
		const act = actOf(reading, sentence, match);
		if (!act) continue;
		const before = sentences[at - 1];
		const inProcess = hasProcess(tokens, sentence) || (before !== undefined && hasProcess(tokens, before));
		const { firstToken, endToken, agent } = act;
		found.push({ firstToken, endToken, agent, inProcess });
	}
	return found;
}

type Act = Omit<Accusation, 'inProcess'>;

function actOf(reading: Reading, sentence: Sentence, match: Match<ClaimPattern>): Act | null {
	const { tokens } = reading;
	const verb = match.verb?.token ?? match.firstToken;
	// "took no bribes"
	if (tokens.slice(match.firstToken, match.endToken).some(({ lower }) => unmade.has(lower) && lower !== 'to'))
		return null;
	const opening = openingOf(tokens, sentence, verb);
	if (opening === null) return null;
	const form = match.verb?.form ?? 'past';
	const helpers = tokens.slice(opening, verb).map(({ lower }) => lower);
	const hasBe = helpers.some(word => formsOfBe.has(word));
	const by = tokens[match.endToken];
	// "the vote was rigged": a pattern that begins with what was done to.
	const needsAgent = match.verb?.lemma === 'be' && verb > match.firstToken;
	const isPassive = by?.lower === 'by' && (needsAgent || hasBe || form === 'past' || form === 'participle');
	if (isPassive) {
		const agent = accountable(reading, phraseAfter(reading, match.endToken + 1, sentence.endToken));
		return agent && { firstToken: match.verb?.token ?? match.firstToken, endToken: agent.head + 1, agent };
	}
	if (needsAgent) return null;
	const hasHave = helpers.some(word => formsOfHave.has(word));
	const hasDo = helpers.some(word => word === 'do' || word === 'does' || word === 'did');
	// "was defrauded": what was done to someone, and by nobody who is named.
	if (hasBe && form !== 'ing' && match.verb?.lemma !== 'be') return null;
	if (form === 'ing' && !hasBe) return null;
	if (form === 'participle' && !hasHave) return null;
	const isState = match.verb?.lemma === 'be';
	const subject = subjectOf(reading, sentence, opening);
	const agent = accountable(reading, subject) ?? (isRot(reading, match) ? aThing(reading, subject) : null);
	// "Quist drives a van, / and is a crook" broken in two lines.
	if (!agent && isState && isBrokenOff(reading, sentence))
		return { firstToken: match.firstToken, endToken: endOfAct(reading, sentence, match.endToken), agent: null };
	// "if Quist took bribes", "denied that Quist took bribes": supposed, or told in order to deny it.
	if (!agent || supposing.has(tokens[agent.firstToken - 1]?.lower ?? '')) return null;
	if (form === 'base' && !hasDo && !(agent.plural && agent.endToken === opening)) return null;
	// "Norland murders rose": a noun, unless an object follows.
	if (form === 's' && match.endToken === match.firstToken + 1 && !opensObject(tokens[match.endToken])) return null;
	const first = form === 'ing' || form === 'participle' ? opening : match.firstToken;
	return { firstToken: first, endToken: endOfAct(reading, sentence, match.endToken), agent };
}

/** Index of the first helper or adverb before a verb; null where one of them makes it no statement of what happened. */
function openingOf(tokens: readonly Token[], sentence: Sentence, verb: number): number | null {
	let first = verb;
	while (first > sentence.firstToken) {
		const before = tokens[first - 1] as Token;
		if (unmade.has(before.lower)) return null;
		if (!helping.has(before.lower) && !isAdverb(before)) break;
		first--;
	}
	const before = tokens[first - 1];
	if (first === sentence.firstToken || !before) return null;
	// "the cheats", "of murder", "without lying", "Harlow’s lies": a noun or a gerund.
	if (determiners.has(before.lower) || prepositions.has(before.lower) || isPossessive(before)) return null;
	return first;
}

/** The subject of the verb at `end`: beside it, before "who", or at the beginning of a clause with several verbs. */
function subjectOf(reading: Reading, sentence: Sentence, end: number): Mention | null {
	const { tokens } = reading;
	const last = tokens[end - 1] as Token;
	if (/^(?:who|which|that)$/.test(last.lower)) {
		const stop = isComma(tokens[end - 2]) ? end - 2 : end - 1;
		return stop > sentence.firstToken ? phraseBefore(reading, clauseStart(reading, sentence, stop), stop) : null;
	}
	if (personalPronouns.has(last.lower)) return mention(reading, end - 1, end);
	const start = clauseStart(reading, sentence, end);
	if (/^(?:and|but|then|or|yet|,)$/.test(last.lower)) return phraseAfter(reading, start, end - 1);
	return phraseBefore(reading, start, end);
}

/** Where the clause begins that ends before `end`. */
function clauseStart({ tokens, vocabulary }: Reading, sentence: Sentence, end: number): number {
	for (let i = end - 1; i > sentence.firstToken; i--) {
		const token = tokens[i - 1] as Token;
		if (isBreak(token) || token.kind === 'quote') return i;
		// "said Quist lied": what is said is a clause of its own.
		if (opensClause.has(token.lower) || (i < end && vocabulary.verbs.has(token.lower))) return i;
		// ", Harlow took": a comma before the subject itself.
		if (isComma(token) && i < end - 1 && isCapitalized(tokens[i] as Token)) return i;
	}
	return sentence.firstToken;
}

/** Someone who can be held to it: a name, "he", a body, an office. Not "some", "thieves", "you". */
function accountable(reading: Reading, agent: Mention | null): Mention | null {
	if (!agent) return null;
	const { tokens, text, vocabulary } = reading;
	if (agent.form === 'pronoun') {
		return /^(?:he|she|they)$/.test((tokens[agent.head] as Token).lower) ? agent : null;
	}
	const { kind, identification } = classify(agent, tokens, text, vocabulary);
	const opening = tokens[agent.firstToken] as Token;
	if (agent.form === 'name') {
		// "Thieves stole": a capital that the sentence gives.
		const isInitial = agent.firstToken === 0 || /^[.!?:]$/.test(tokens[agent.firstToken - 1]?.text ?? '');
		const isGroup = isInitial && agent.endToken - agent.firstToken === 1 && /[^s]s$/.test(opening.lower);
		return isGroup || identification === 'vague' || identification === 'anonymous' ? null : agent;
	}
	const isBody = kind === 'organization' || kind === 'outlet';
	const isOffice = kind === 'person' && !agent.plural;
	const isOwned = tokens.slice(agent.firstToken, agent.head).some(isPossessive) && isCapitalized(opening);
	const isKnown = agent.definite || isOwned || opening.lower === 'police';
	return identification === 'described' && isKnown && (isBody || isOffice) ? agent : null;
}

/** "is riddled with fraud": wrongdoing in a thing, whoever did it. */
function isRot({ tokens }: Reading, { endToken, verb }: Match<ClaimPattern>): boolean {
	return verb?.lemma === 'be' && wrongs.has((tokens[endToken - 1] as Token).lower);
}

/** "the fund", "Norland’s pension scheme", "it": a thing that readers can tell from others. */
function aThing({ tokens }: Reading, subject: Mention | null): Mention | null {
	if (!subject) return null;
	const isTold = subject.form === 'name' || subject.definite || tokens[subject.head]?.lower === 'it';
	return isTold ? subject : null;
}

/** Whether a text begins within a sentence. */
function isBrokenOff({ tokens }: Reading, { firstToken }: Sentence): boolean {
	const first = tokens[0];
	return firstToken === 0 && first?.kind === 'word' && !isCapitalized(first);
}

/** The words a reader would underline: "lied to the parents" with its object, "rigged" as it is. */
function endOfAct(reading: Reading, sentence: Sentence, end: number): number {
	const { tokens } = reading;
	const next = tokens[end];
	if (!next || end >= sentence.endToken) return end;
	if (/^[$£€¥]$/.test(next.text))
		return Math.min(
			sentence.endToken,
			end + (tokens[end + 2]?.kind === 'word' && scales.has(tokens[end + 2]?.lower ?? '') ? 3 : 2),
		);
	if (next.kind !== 'word') return end;
	if (prepositions.has(next.lower) || opensClause.has(next.lower) || isAdverb(next)) return end;
	const object = phraseAfter(reading, end, Math.min(sentence.endToken, end + longestObject + 1));
	const stop = object ? object.head + 1 : end;
	return stop - end <= longestObject && tokens[stop]?.lower !== 'and' ? stop : end;
}

const longestObject = 4;

function opensObject(token: Token | undefined): boolean {
	return token !== undefined && (determiners.has(token.lower) || objects.has(token.lower) || isCapitalized(token));
}

function isQuestion(tokens: readonly Token[], { firstToken, endToken }: Sentence): boolean {
	for (let i = endToken - 1; i >= firstToken; i--) {
		const token = tokens[i] as Token;
		if (token.kind === 'word' || token.kind === 'number') return false;
		if (token.text.startsWith('?')) return true;
	}
	return false;
}

function hasProcess(tokens: readonly Token[], { firstToken, endToken }: Sentence): boolean {
	for (let i = firstToken; i < endToken; i++) if (process.has((tokens[i] as Token).lower)) return true;
	return false;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const wrongs = set(
	'fraud corruption bribery graft abuse theft nepotism cronyism racism sexism misconduct mismanagement discrimination',
);
const scales = set('thousand million billion trillion');
const objects = set('him her them it us me you people civilians prisoners children women voters workers');
const formsOfBe = set("is are was were been being am 's 're");
const formsOfHave = set("has have had having 've 'd");
const helping = set("is are was were been being has have had having do does did 's 've 'd also even once twice again");
/** Words among the helpers after which nothing is said to have happened. */
const unmade = set(
	"not n't never no nor to if whether would could may might must can should ca wo will shall 'll hardly barely neither",
);
const supposing = set('if whether unless suppose had');
const opensClause = set(
	'that because although though while when whenever where whereas since until after before as so than which who but yet or if whether unless',
);
/** A charge, a filing, a verdict: the accusation has a place where it can be looked up. */
const process = set(
	'charged charges charge indicted indictment convicted conviction sentenced jailed imprisoned pleaded pled guilty acquitted ' +
		'accused accuses accuse accusing accusation accusations alleged allegedly alleges alleging allegation allegations ' +
		'prosecuted prosecution prosecutors prosecutor sued sues lawsuit lawsuits suit complaint filing filings trial verdict ruled ' +
		'ruling tribunal court courts jury judge settlement settled fined denied denies deny denying denial admitted admits ' +
		'confessed inquiry audit affidavit',
);
