/**
 * Where a figure or a ranking of the writer's comes from, when not from its own sentence: a poll, a count or records that
 * are named nearby, or someone whose figures it goes on from. What is the subject of the whole text, because it is named
 * at the top, stands behind every figure of its kind.
 */
import { inSlices } from '../text/slices';
import { contains, overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { contentWords, sentenceWords } from './bodyMatch';
import type { BodyAttribution } from './context';
import { determiners, isCapitalized } from './grammar';
import type { BlockAnalysis, BlockAttribution, BlockClaim } from './model';
import { inDocument } from './offsets';
import { once } from './once';
import { perBlock } from './perBlock';

/** For each claim of each block the words that tell where it comes from, in document offsets; null where there are none. */
export function* supportsOf(
	analyses: readonly BlockAnalysis[],
	evidence: readonly Evidence[],
	inBody: (analysis: BlockAnalysis, claim: Span) => BodyAttribution | null,
): Generator<undefined, readonly (readonly (Span | null)[])[], void> {
	const claiming: number[] = [];
	const supports: (readonly (Span | null)[])[] = [];
	for (const [b, { claims }] of analyses.entries()) {
		supports.push(nothing);
		if (claims.length > 0) claiming.push(b);
	}
	if (claiming.length === 0) return supports;
	const whole = wholeOf(analyses, evidence);
	yield;
	yield* inSlices(claiming, b => {
		const analysis = analyses[b] as BlockAnalysis;
		const own = analysis.claims.map(claim => {
			// A lede sums up as a headline does.
			const told = b === whole.lede ? inBody(analysis, claim.span) : null;
			return told && told.paragraph > 1 ? told.span : supportOf(analyses, evidence, { block: b, claim, whole });
		});
		if (own.some(support => support !== null)) supports[b] = own;
		return unitsOfClaims;
	});
	return supports;
}

/** What the claims of a block cost, in the units of `inSlices`. */
const unitsOfClaims = 40;

/** What the whole text offers to each of its claims. */
interface Whole {
	/** Index of the first paragraph of an article of several; -1 where there is none. */
	readonly lede: number;
	/** Index of the last block of the top. */
	readonly top: number;
	/** The poll that the whole text tells of; null where there is none. */
	readonly subject: Span | null;
	/** Each figure that someone named gives, by its words, and those who speak for themselves: worked out where it is asked for. */
	readonly stated: () => ReadonlyMap<string, Place>;
	readonly speaking: () => ReadonlyMap<string, Place>;
}

/** Words of a block, placed in the document when they are wanted. */
interface Place {
	readonly block: number;
	readonly span: Span;
}

function wholeOf(analyses: readonly BlockAnalysis[], evidence: readonly Evidence[]): Whole {
	return {
		lede: ledeOf(analyses),
		top: topOf(analyses),
		subject: subjectOf(analyses, evidence),
		stated: once(() => statements(evidence)),
		speaking: once(() => speakingIn(evidence)),
	};
}

const nothing: readonly null[] = [];

// --- what a block offers ----------------------------------------------------------------------------------------------

/** What a figure counts: answers and votes as shares, sums of money, anything else. */
type Unit = 'share' | 'money' | 'count';
/** `poll`: answers to questions; `votes`: what was counted in public; `records`: accounts; `data`: anything measured. */
type PaperKind = 'poll' | 'votes' | 'records' | 'data';

interface Paper extends Span {
	readonly kind: PaperKind;
}

/** Figures that someone named gives. */
interface Statement extends Span {
	readonly units: ReadonlySet<Unit>;
	/** The figures as they stand. */
	readonly figures: ReadonlySet<string>;
}

export interface Evidence {
	readonly papers: readonly Paper[];
	readonly statements: readonly Statement[];
	/** Those who speak for themselves, by the last word of their name. */
	readonly names: readonly (readonly [name: string, source: Span])[];
	/** The first who may be "he" or "she". */
	readonly person: Span | null;
}

/** What a block has for figures elsewhere, and those who speak in it. */
export const evidenceIn = perBlock(
	(analysis): Evidence => ({
		papers: papersIn(analysis),
		statements: statementsIn(analysis),
		...speakersIn(analysis),
	}),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const kinds: ReadonlyMap<string, PaperKind> = new Map(
	Object.entries({
		poll: 'poll polls polling pollster pollsters survey surveys surveyed polled respondents',
		votes: 'votes ballots precincts delegates caucuses primary referendum',
		records: 'filing filings disclosure disclosures records accounts ledger invoices receipts registry',
		data: 'data statistics census index audit study studies analysis research tally estimate estimates projection projections figures findings',
	}).flatMap(([kind, words]) => words.split(' ').map(word => [word, kind as PaperKind] as const)),
);
/** Behind a word for data they tell that it is someone's: "figures released by the ministry", not "a professor of urban studies". */
const told = set(
	'by from of released published compiled conducted collected obtained kept show shows showed shown found finds suggest suggests suggested indicate indicates indicated put puts say says said',
);

function papersIn({ tokens, quotations, attributions }: BlockAnalysis): readonly Paper[] {
	const found: Paper[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		const kind = kinds.get(token.lower);
		if (!kind || liesIn(quotations, token)) continue;
		// "the Black Caucus", "the Harbour Board’s Accounts": a name.
		if (kind === 'votes' && i > 0 && isCapitalized(token)) continue;
		const isTold =
			kind === 'poll'
				? isNamedPoll(tokens, i)
				: kind !== 'data' ||
					told.has(tokens[i + 1]?.lower ?? '') ||
					attributions.some(({ source }) => source !== null && liesIn([source], token));
		if (isTold) found.push({ start: token.start, end: token.end, kind });
	}
	return found;
}

function liesIn(wholes: readonly Span[], part: Span): boolean {
	return wholes.some(whole => contains(whole, part));
}

/** "a poll by Quist Research", "the Courier poll", "exit polls"; not "polls", which may be any. */
function isNamedPoll(tokens: readonly Token[], index: number): boolean {
	if (/^(?:surveyed|polled|respondents|pollsters?)$/.test((tokens[index] as Token).lower)) return true;
	// "Poll: Harlow leads"
	if (index === 0 && tokens[1]?.text === ':') return true;
	// "went to the polls"
	if (tokens[index - 1]?.lower === 'the' && /^(?:to|at)$/.test(tokens[index - 2]?.lower ?? '')) return false;
	for (let i = Math.max(0, index - longestPollster); i < index; i++) {
		const token = tokens[i] as Token;
		// "Courier poll: Harlow leads"; but "The poll" names none, nor does a capital that a sentence gives.
		const isName = isCapitalized(token) && (i === 0 ? !determiners.has(token.lower) : !isStop(tokens[i - 1] as Token));
		if (/^(?:exit|tracking)$/.test(token.lower) || (isName && !isMany(tokens[index] as Token))) return true;
	}
	let led = false;
	for (let i = index + 1; i < Math.min(tokens.length, index + pollsterReach); i++) {
		const token = tokens[i] as Token;
		if (isStop(token)) return false;
		led ||= /^(?:by|from|conducted|released|published|commissioned)$/.test(token.lower);
		if (led && isCapitalized(token)) return true;
	}
	return false;
}

/** "polls": any of them. */
function isMany({ lower }: Token): boolean {
	return lower === 'polls' || lower === 'surveys';
}

function isStop({ text }: Token): boolean {
	return /^[.!?:”"’]$/.test(text);
}

const longestPollster = 4;
const pollsterReach = 9;

/** Sentences in which someone named gives figures. */
function statementsIn({ attributions, sentences, tokens }: BlockAnalysis): readonly Statement[] {
	if (attributions.length === 0) return [];
	return sentences.flatMap(sentence => {
		const isSaid = attributions.some(
			attribution => speaks(attribution) && attribution.content.some(span => overlaps(span, sentence)),
		);
		if (!isSaid) return [];
		const own = tokens.slice(sentence.firstToken, sentence.endToken);
		const figures = figuresIn(own);
		return figures.length > 0
			? [
					{
						start: sentence.start,
						end: sentence.end,
						units: new Set(figures.map(({ unit }) => unit)),
						figures: new Set(figures.map(({ words }) => words)),
					},
				]
			: [];
	});
}

function speaks({ source, cue }: BlockAttribution): boolean {
	return source !== null && cue !== null && !cue.hearsay && cue.stance !== 'mental';
}

function figuresIn(tokens: readonly Token[]): readonly { readonly unit: Unit; readonly words: string }[] {
	const found: { readonly unit: Unit; readonly words: string }[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const { kind, text } = tokens[i] as Token;
		if (kind !== 'number') continue;
		const next = tokens[i + 1]?.lower ?? '';
		const unit = isShare(next, tokens[i + 2]?.lower ?? '') ? 'share' : isMoney(tokens, i) ? 'money' : 'count';
		found.push({ unit, words: `${text} ${/^(?:million|billion|trillion|percent|%)$/.test(next) ? next : ''}` });
	}
	return found;
}

function isShare(next: string, after: string): boolean {
	return /^(?:percent|%|percentage|points?)$/.test(next) || (next === 'per' && after === 'cent');
}

function isMoney(tokens: readonly Token[], index: number): boolean {
	if (/^[$£€¥]$/.test(tokens[index - 1]?.text ?? '')) return true;
	return tokens.slice(index + 1, index + 3).some(({ lower }) => currencies.has(lower));
}

const currencies = set('dollars euros pounds yuan yen rubles roubles rupees francs');

// --- what a claim needs -----------------------------------------------------------------------------------------------

interface Question {
	readonly block: number;
	readonly claim: BlockClaim;
	readonly whole: Whole;
}

/** How many blocks with words before and behind a claim are looked at. */
const before = 3;
const behind = 1;

function supportOf(
	analyses: readonly BlockAnalysis[],
	evidence: readonly Evidence[],
	{ block, claim, whole: { top, subject, stated, speaking } }: Question,
): Span | null {
	const analysis = analyses[block] as BlockAnalysis;
	const listed = listedBy(analyses, block);
	if (listed) return listed;
	if (claim.trigger === 'forecast' || claim.trigger === 'number') {
		const foreseen = foreseenBy(analysis, claim);
		if (foreseen || claim.trigger === 'forecast') return foreseen;
	}
	const taken = takenUpBy(analyses, block, claim);
	if (taken) return taken;
	if (claim.trigger === 'motive') return ownWordsOf(analyses, evidence, mindOf(analysis, claim), block, speaking);
	if (!counted.has(claim.trigger)) return null;
	const own = figuresOf(analysis, claim);
	const repeated = own.map(({ words }) => stated().get(words)).find(support => support !== undefined);
	if (repeated) return inDocument(analyses[repeated.block] as BlockAnalysis, repeated.span);
	const unit = own[0]?.unit ?? null;
	const near = [...around(analyses, block)];
	const previous = near.find(b => b < block);
	for (const b of [block, ...near]) {
		const { papers, statements: said } = evidence[b] as Evidence;
		const isBeside = b === block || b === previous;
		const paper = papers.find(({ kind }) => fits(kind, unit) && (kind !== 'votes' || isBeside));
		if (paper) return inDocument(analyses[b] as BlockAnalysis, paper);
		const statement = unit === null ? undefined : said.find(({ units }) => units.has(unit));
		if (statement && b <= block && (b === block || goesOn(analyses, b, block, claim, statement)))
			return inDocument(analyses[b] as BlockAnalysis, statement);
	}
	for (let b = 0; b <= top; b++) {
		const paper = (evidence[b] as Evidence).papers.find(({ kind }) => kind !== 'votes' && fits(kind, unit));
		if (paper) return inDocument(analyses[b] as BlockAnalysis, paper);
	}
	return subject && fits('poll', unit) && unit === 'share' ? subject : null;
}

const counted: ReadonlySet<BlockClaim['trigger']> = new Set(['number', 'comparison', 'superlative']);

function fits(kind: PaperKind, unit: Unit | null): boolean {
	if (kind === 'votes') return unit === 'share';
	if (kind === 'poll') return unit !== 'money';
	if (kind === 'records') return unit !== 'share';
	return true;
}

function figuresOf({ tokens }: BlockAnalysis, { trigger, triggerSpan }: BlockClaim): ReturnType<typeof figuresIn> {
	if (trigger !== 'number') return [];
	const first = tokens.findIndex(({ start }) => start >= triggerSpan.start);
	return figuresIn(tokens.slice(Math.max(0, first - 1), first + 4)).slice(0, 1);
}

/** Blocks with words near a block, the nearest first; a heading ends the reach. */
function* around(analyses: readonly BlockAnalysis[], block: number): Iterable<number> {
	for (const [step, reach] of [
		[-1, before],
		[1, behind],
	] as const) {
		let left = reach;
		for (let b = block + step; left > 0 && b >= 0 && b < analyses.length; b += step) {
			const { tokens, block: near } = analyses[b] as BlockAnalysis;
			if (near.kind === 'heading') break;
			if (tokens.length === 0) continue;
			left--;
			yield b;
		}
	}
}

/** "It has 40 percent more": a paragraph that speaks of the same thing as the figures someone gave just before. */
function goesOn(
	analyses: readonly BlockAnalysis[],
	from: number,
	to: number,
	claim: BlockClaim,
	statement: Statement,
): boolean {
	const source = analyses[from] as BlockAnalysis;
	const said = source.sentences.find(sentence => sentence.start === statement.start);
	const target = analyses[to] as BlockAnalysis;
	if (!said) return false;
	const words = sentenceWords(source, said);
	let shared = 0;
	for (const word of contentWords(target, claim.span)) if (words.has(word) && !common.has(word)) shared++;
	return shared >= 1;
}

/** Words that any two figures share, cut as `contentWords` are. */
const common = set('perce milli billi trill thous about nearl almos rough more than years every other');

/** How many paragraphs tell what the text is about. */
const paragraphsOfTop = 2;

/** A text that comes back to a poll this often is about it. */
const oftenNamed = 3;

/** The first mention of a poll in a text that is about it; null in others. */
function subjectOf(analyses: readonly BlockAnalysis[], evidence: readonly Evidence[]): Span | null {
	let first: Span | null = null;
	let named = 0;
	for (const [b, { papers }] of evidence.entries()) {
		for (const paper of papers) {
			if (paper.kind !== 'poll') continue;
			first ??= inDocument(analyses[b] as BlockAnalysis, paper);
			named++;
		}
	}
	return named >= oftenNamed ? first : null;
}

/** "The disclosure, made to the Courier by two aides": the next paragraph says where the last sentence of this one comes from. */
function takenUpBy(analyses: readonly BlockAnalysis[], block: number, { triggerSpan }: BlockClaim): Span | null {
	const last = (analyses[block] as BlockAnalysis).sentences.at(-1);
	const next = analyses[block + 1];
	const opening = next?.sentences[0];
	if (!last || !overlaps(last, triggerSpan) || !next || !opening) return null;
	const [article, noun] = next.tokens.slice(opening.firstToken, opening.firstToken + 2);
	if (!/^(?:the|this|that|these|those)$/.test(article?.lower ?? '') || !takingUp.has(noun?.lower ?? '')) return null;
	return inDocument(next, noun as Token);
}

const takingUp = set(
	'account accounts accusation allegation allegations assertion assessment calculation calculations claim claims conclusion disclosure disclosures estimate estimates figure figures finding findings numbers prediction projection revelation revelations statistic statistics tally',
);

function topOf(analyses: readonly BlockAnalysis[]): number {
	let paragraphs = 0;
	return analyses.findIndex(({ block, tokens }) => {
		if (block.kind === 'paragraph' && tokens.length > 0) paragraphs++;
		return paragraphs === paragraphsOfTop;
	});
}

function ledeOf(analyses: readonly BlockAnalysis[]): number {
	return analyses.findIndex(({ block, tokens }) => block.kind === 'paragraph' && tokens.length > 0);
}

/** Each figure that someone named gives, by its words: a lede tells it first. */
function statements(evidence: readonly Evidence[]): ReadonlyMap<string, Place> {
	const found = new Map<string, Place>();
	for (const [block, { statements: said }] of evidence.entries()) {
		for (const span of said)
			for (const figure of span.figures) if (!found.has(figure)) found.set(figure, { block, span });
	}
	return found;
}

// --- minds ------------------------------------------------------------------------------------------------------------

function speakersIn({ attributions, tokens }: BlockAnalysis): Pick<Evidence, 'names' | 'person'> {
	const names: (readonly [string, Span])[] = [];
	let person: Span | null = null;
	for (const attribution of attributions) {
		const { source } = attribution;
		if (!source || !speaks(attribution)) continue;
		if (source.form === 'name') names.push([(tokens[source.head] as Token).lower, source]);
		if (!source.plural) person ??= source;
	}
	return { names, person };
}

/** Those who speak for themselves, by the last word of their name, where they first do. */
function speakingIn(evidence: readonly Evidence[]): ReadonlyMap<string, Place> {
	const found = new Map<string, Place>();
	for (const [block, { names }] of evidence.entries())
		for (const [name, span] of names) if (!found.has(name)) found.set(name, { block, span });
	return found;
}

/** "Quist" in "Quist wants": whose mind a claim tells; null where it is no name or pronoun beside the verb. */
function mindOf({ tokens }: BlockAnalysis, { triggerSpan }: BlockClaim): string | null {
	const verb = tokens.findIndex(({ start }) => start === triggerSpan.start);
	return tokens[verb]?.end === triggerSpan.end ? (tokens[verb - 1]?.lower ?? null) : null;
}

/** What someone wants who is quoted is known from them. */
function ownWordsOf(
	analyses: readonly BlockAnalysis[],
	evidence: readonly Evidence[],
	mind: string | null,
	block: number,
	speaking: Whole['speaking'],
): Span | null {
	if (mind === null) return null;
	if (mind !== 'he' && mind !== 'she') {
		const place = speaking().get(mind);
		return place ? inDocument(analyses[place.block] as BlockAnalysis, place.span) : null;
	}
	const near = [block, block - 1, block - 2, block + 1].find(b => evidence[b]?.person);
	const person = near === undefined ? null : evidence[near]?.person;
	return near === undefined || !person ? null : inDocument(analyses[near] as BlockAnalysis, person);
}

const opensList = perBlock(({ block }) => block.text.trimEnd().endsWith(':'));

/** How many points of a list are looked over for whoever opens it. */
const longestList = 5;

/** "Quist argued that:" and then the points one by one. */
function listedBy(analyses: readonly BlockAnalysis[], block: number): Span | null {
	for (let b = block - 1, steps = 0; b >= 0 && steps < longestList; b--, steps++) {
		const analysis = analyses[b] as BlockAnalysis;
		if (analysis.block.kind === 'heading' || analysis.block.kind === 'headline') return null;
		// Only a list goes on behind its first point.
		if (steps > 0 && (analyses[b + 1] as BlockAnalysis).block.kind !== 'list-item') return null;
		if (analysis.sentences.length === 0 || !opensList(analysis)) continue;
		const opening = analysis.sentences.at(-1) as Span;
		const speaker = [...analysis.attributions.flatMap(({ source }) => source ?? []), ...analysis.mentions].find(span =>
			contains(opening, span),
		);
		return speaker ? inDocument(analysis, speaker) : null;
	}
	return null;
}

/** "Quist thinks the vote will fail": whoever is told to expect it has not said so, but is told. */
function foreseenBy(analysis: BlockAnalysis, { triggerSpan }: BlockClaim): Span | null {
	const attribution = analysis.attributions.find(
		({ source, cue, content }) => source && cue && !cue.hearsay && content.some(span => contains(span, triggerSpan)),
	);
	return attribution?.source ? inDocument(analysis, attribution.source) : null;
}
