/** Clauses of headline, standfirst and captions that state as fact what the body hedges, denies or has from the unnamed. */
import { inSlices } from '../text/slices';
import { contains, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { type BodySentence, bodySentences, contentWords, isSummary, sentenceWords } from './bodyMatch';
import type { Overreach, ResolvedAttribution, VoiceSpan } from './context';
import { determiners, isCapitalized, isWordLike } from './grammar';
import type { BlockAnalysis } from './model';
import { inDocument } from './offsets';
import { isTitleCase } from './patterns';
import { verbFamilies } from './verbFamilies';

type Resolved = readonly (readonly ResolvedAttribution[])[];
type Voices = readonly (readonly VoiceSpan[])[];

/** The most clauses that are compared with the body. */
const mostClauses = 40;

/** By index of block: its clauses that say more than the body does. A clause that the body also states as fact is none. */
export function* overreachesOf(
	analyses: readonly BlockAnalysis[],
	resolved: Resolved,
	voices: Voices,
): Generator<undefined, ReadonlyMap<number, readonly Overreach[]>, void> {
	const result = new Map<number, readonly Overreach[]>();
	const body = bodySentences(analyses);
	if (!body) return result;
	const clauses = clausesIn(analyses, voices);
	yield* inSlices(clauses, clause => {
		const found = overreachOf(clause, body, resolved, voices);
		if (found) result.set(clause.block, [...(result.get(clause.block) ?? []), found]);
		return body.length;
	});
	return result;
}

// --- the clause ----------------------------------------------------------------------------------------------------

/** A clause that states something in the writer's voice. */
interface Clause {
	readonly block: number;
	/** The verb and what follows it. */
	readonly span: Span;
	readonly families: readonly number[];
	/** What it is about, without the verb. */
	readonly words: ReadonlySet<string>;
	/** Those of them that are names; all in a headline whose capitals tell nothing. */
	readonly names: ReadonlySet<string>;
}

function clausesIn(analyses: readonly BlockAnalysis[], voices: Voices): readonly Clause[] {
	const clauses: Clause[] = [];
	for (const [block, analysis] of analyses.entries()) {
		if (!isSummary(analysis)) continue;
		for (const clause of clausesOf(analysis, block, voices[block] ?? [])) {
			clauses.push(clause);
			if (clauses.length >= mostClauses) return clauses;
		}
	}
	return clauses;
}

const clauseJoins: ReadonlySet<string> = new Set(
	'as while after before amid but because although despite when if that who which and where since until'.split(' '),
);

function* clausesOf(analysis: BlockAnalysis, block: number, voices: readonly VoiceSpan[]): Generator<Clause> {
	const {
		tokens,
		sentences,
		block: { kind },
	} = analysis;
	const titleCase = kind === 'headline' && isTitleCase(tokens);
	for (const { firstToken, endToken } of sentences) {
		const last = tokens[endToken - 1];
		if (last?.text.startsWith('?') || tells(tokens, firstToken, endToken)) continue;
		let first = firstToken;
		for (let i = firstToken; i <= endToken; i++) {
			const token = tokens[i];
			const ends = i === endToken || token === undefined || endsClause(tokens, i, first);
			if (!ends) continue;
			const clause = clauseAt(analysis, block, voices, first, i, titleCase);
			if (clause) yield clause;
			first = i + 1;
		}
	}
}

/** "Witkoff and Kushner": an "and" between names ends no clause. */
function endsClause(tokens: readonly Token[], index: number, first: number): boolean {
	const token = tokens[index] as Token;
	if (token.kind === 'quote') return false;
	if (token.lower === 'and') {
		return tokens.slice(first, index).some(({ lower }) => verbFamilies(lower).length > 0);
	}
	if (clauseJoins.has(token.lower)) return true;
	return token.kind === 'punctuation' && /^[,;:.—–|]/.test(token.text);
}

/** Whether the sentence says itself that someone says so, or that it is not sure. */
function tells(tokens: readonly Token[], first: number, end: number): boolean {
	for (let i = first; i < end; i++) {
		const { lower } = tokens[i] as Token;
		if (tellers.has(lower) || (lower === 'according' && tokens[i + 1]?.lower === 'to')) return true;
	}
	return false;
}

function clauseAt(
	analysis: BlockAnalysis,
	block: number,
	voices: readonly VoiceSpan[],
	first: number,
	end: number,
	titleCase: boolean,
): Clause | null {
	const { tokens } = analysis;
	for (let i = first; i < end; i++)
		if (isHedge((tokens[i] as Token).lower) || negations.has((tokens[i] as Token).lower)) return null;
	for (let verb = first + 1; verb < end; verb++) {
		const token = tokens[verb] as Token;
		const families = verbFamilies(token.lower);
		if (families.length === 0 || (isCapitalized(token) && !titleCase) || !isVerbHere(tokens, verb, first)) continue;
		if (voices.some(voice => contains(voice, token))) return null;
		const last = tokens[end - 1] as Token;
		const own = wordsWithout(analysis, { start: (tokens[first] as Token).start, end: last.end }, token);
		const names = titleCase ? own : namesAmong(tokens, first, end, own);
		if (own.size < 2 || names.size === 0) return null;
		return { block, span: { start: token.start, end: last.end }, families, words: own, names };
	}
	return null;
}

/** A verb of its clause, not a noun or an infinitive: not "the strike", "to strike", "his visit". */
function isVerbHere(tokens: readonly Token[], verb: number, first: number): boolean {
	const before = tokens[verb - 1] as Token;
	if (verb - 1 < first || !isWordLike(before)) return false;
	return before.lower !== 'to' && before.lower !== "'s" && before.lower !== 'of' && !determiners.has(before.lower);
}

function wordsWithout(analysis: BlockAnalysis, span: Span, verb: Token): ReadonlySet<string> {
	const words = new Set(contentWords(analysis, span));
	words.delete(verb.lower.slice(0, 5));
	return words;
}

function namesAmong(
	tokens: readonly Token[],
	first: number,
	end: number,
	words: ReadonlySet<string>,
): ReadonlySet<string> {
	const names = new Set<string>();
	for (let i = first; i < end; i++) {
		const token = tokens[i] as Token;
		const stem = token.lower.slice(0, 5);
		if (isCapitalized(token) && words.has(stem)) names.add(stem);
	}
	return names;
}

// --- the body ------------------------------------------------------------------------------------------------------

interface Match {
	readonly kind: Overreach['kind'];
	readonly words: string;
	readonly at: BodySentence;
	readonly attribution: number;
	readonly shared: number;
}

function overreachOf(
	clause: Clause,
	body: readonly BodySentence[],
	resolved: Resolved,
	voices: Voices,
): Overreach | null {
	let best: Match | null = null;
	let asserted = false;
	for (const at of body) {
		const shared = sharedWords(clause, at);
		if (shared === 0) continue;
		for (const verb of verbsOf(clause, at)) {
			const read = readVerb(at, verb, resolved, voices);
			if (read.kind === 'own') return null;
			if (read.kind === 'named') asserted = true;
			else if (!best || rank(read.kind) > rank(best.kind) || (read.kind === best.kind && shared > best.shared))
				best = { ...read, kind: read.kind, at, shared };
		}
	}
	if (!best || (asserted && best.kind !== 'denied')) return null;
	return { ...clause.span, kind: best.kind, words: best.words, body: speakerAt(best, resolved) };
}

function rank(kind: Overreach['kind']): number {
	return kind === 'denied' ? 2 : kind === 'hedged' ? 1 : 0;
}

/** How many words of the clause the sentence has; 0 where it is about something else. */
function sharedWords({ words, names }: Clause, { analysis, sentence }: BodySentence): number {
	const there = sentenceWords(analysis, sentence);
	let shared = 0;
	let named = 0;
	for (const word of words) {
		if (!there.has(word)) continue;
		shared++;
		if (names.has(word)) named++;
	}
	if (shared < Math.max(2, Math.ceil(words.size * 0.4))) return 0;
	return named >= Math.min(names.size, Math.max(1, Math.ceil(names.size * 0.75))) ? shared : 0;
}

function* verbsOf({ families }: Clause, { analysis: { tokens }, sentence }: BodySentence): Generator<number> {
	for (let i = sentence.firstToken; i < sentence.endToken; i++) {
		const token = tokens[i] as Token;
		if (isCapitalized(token) && i > sentence.firstToken) continue;
		if (verbFamilies(token.lower).some(family => families.includes(family))) yield i;
	}
}

interface Read {
	readonly kind: Overreach['kind'] | 'own' | 'named';
	readonly words: string;
	/** Index of the attribution it stands in, or -1. */
	readonly attribution: number;
}

function readVerb({ analysis, block, sentence }: BodySentence, verb: number, resolved: Resolved, voices: Voices): Read {
	const {
		tokens,
		attributions,
		block: { text },
	} = analysis;
	const token = tokens[verb] as Token;
	const around = (voices[block] ?? []).filter(voice => contains(voice, token));
	const chain = around.flatMap(({ attribution }) => (attribution === null ? [] : [attribution]));
	const attribution = chain.at(-1) ?? -1;
	const denying = attributions.findIndex(
		({ cue, content }) => cue !== null && denials.has(cue.lemma) && content.some(span => contains(span, token)),
	);
	if (denying >= 0)
		return {
			kind: 'denied',
			words: text.slice(attributions[denying]?.cue?.start, attributions[denying]?.cue?.end),
			attribution: denying,
		};
	const hedge = hedgeBefore(tokens, verb, sentence.firstToken);
	if (hedge >= 0) {
		const from = isBe(tokens[hedge - 1]) ? hedge - 1 : hedge;
		return { kind: 'hedged', words: text.slice((tokens[from] as Token).start, token.end), attribution };
	}
	if (isNegated(tokens, verb, sentence.firstToken)) {
		return {
			kind: 'denied',
			words: text.slice((tokens[Math.max(sentence.firstToken, verb - 2)] as Token).start, token.end),
			attribution,
		};
	}
	if (around.length === 0) return { kind: 'own', words: token.text, attribution };
	const speakers = chain.map(index => resolved[block]?.[index]?.source ?? null);
	const unnamed =
		speakers.length > 0 &&
		speakers.every(who => who?.identification === 'anonymous' || who?.identification === 'vague');
	return { kind: unnamed ? 'unnamed' : 'named', words: token.text, attribution };
}

/** Index of the hedge that governs the verb: "are expected to make their way", "may soon be closed"; -1 where none does. */
function hedgeBefore(tokens: readonly Token[], verb: number, first: number): number {
	for (let i = verb - 1; i >= first; i--) {
		const { lower } = tokens[i] as Token;
		if (isHedge(lower)) return i;
		if (!betweenHedgeAndVerb.has(lower) && !(lower.length > 4 && lower.endsWith('ly'))) return -1;
	}
	return -1;
}

function isNegated(tokens: readonly Token[], verb: number, first: number): boolean {
	for (let i = verb - 1; i >= Math.max(first, verb - 3); i--) {
		const token = tokens[i] as Token;
		if (token.kind === 'punctuation') return false;
		if (negations.has(token.lower)) return true;
	}
	return false;
}

function speakerAt({ at, attribution }: Match, resolved: Resolved): Overreach['body'] {
	const { analysis, block, sentence, paragraph } = at;
	const source = analysis.attributions[attribution]?.source ?? null;
	const who = resolved[block]?.[attribution]?.source ?? null;
	const words = source && analysis.block.text.slice(source.start, source.end);
	return {
		source: who?.identification === 'named' ? who.name : words,
		identification: who?.identification ?? null,
		plural: source?.plural ?? false,
		span: inDocument(analysis, sentence),
		paragraph,
	};
}

function isBe(token: Token | undefined): boolean {
	return token !== undefined && formsOfBe.has(token.lower);
}

function isHedge(lower: string): boolean {
	return hedges.has(lower);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const formsOfBe = set("is are was were 's 're be been");
const betweenHedgeAndVerb = set(
	'to be been being have has had make made making his her its their also soon now even again still yet then',
);
const negations = set("not n't never no nobody neither nor without");
const denials = set('deny reject dismiss refute dispute rebut');
/** Timetables ("is scheduled", "is set", "will") are none: a headline may tell them in the present. */
const hedges = set(
	'may might could expected likely unlikely plan plans planned planning consider considers considering considered hope ' +
		'hopes hoping want wants wanted seek seeks seeking intend intends intended aim aims aiming prepare prepares preparing ' +
		'poised threaten threatens threatened mull mulls mulling weigh weighs weighing eye eyes eyeing vow vows believed ' +
		'reportedly allegedly alleged purportedly supposedly thought suspected rumored rumoured propose proposes proposed ' +
		'possible possibly potential potentially perhaps probably if whether unless',
);
/** Words with which a headline says itself whose word it is. */
const tellers = set(
	'says said say saying reports reported reportedly report sources source claims claim claimed alleges alleged accused ' +
		'accuses accusing denies denied officials official police poll study survey tells told warns warned suggests admits ' +
		'insists argues asks asked',
);
