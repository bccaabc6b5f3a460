/** Attributes what the writer states, wherever in its sentence the claim stands. */

import { t } from '@vscode/l10n';
import { isTitleCase } from '../../attribution/patterns';
import type { Span } from '../../text/span';
import type { Sentence, Token } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { attributeAtEnd, attributeBefore, endingOf, skipSpace } from './ending';
import { attributeInFront, canOpen } from './opening';
import { attribution, edit, type Piece, type Query, who } from './query';
import {
	coordinators,
	from,
	pronouns,
	type Reading,
	readPart,
	relativePronouns,
	sentenceAt,
	subordinators,
	tokenAt,
	verbIndex,
	wordCount,
} from './reading';
import { hasHeadlineVerb, hasVerb, isAdverb, isFiniteVerb } from './verbs';
import type { FixView } from './view';

/** Above this a reader learns too late who speaks. */
const longSentence = 25;
const longestTitle = 40;

/**
 * Fixes for a claim that no one is named for; `claim` is the clause, or words within it (block-relative).
 * One that adds an attribution and leaves `[who?]` to be answered, or, for a tail such as "shaking the country" which an
 * attribution would not reach, one that drops it. None for questions, orders, turns of an interview and block quotations.
 * `speakers` are offered as answers; absent, those who speak nearby.
 */
export function attributeStatement(view: FixView, claim: Span, speakers?: readonly string[]): readonly Fix[] {
	const sentence = sentenceAt(view, claim.start);
	if (sentence === undefined || isUnfit(view, sentence)) return [];
	const tail = withoutTail(view, sentence, claim);
	if (tail !== undefined) return [tail];
	const query = who(view, speakers);
	const made = attributionEdit(view, sentence, claim, query, said(view, sentence, query));
	return made === undefined ? [] : [attribution(query, [made])];
}

/** The edit that attributes the part of `sentence` in which `claim` stands; `words` is what goes at its end. */
export function attributionEdit(
	view: FixView,
	sentence: Sentence,
	claim: Span,
	query: Query,
	words: readonly Piece[],
): Edit | undefined {
	const reading = readPart(view, sentence, claim.start);
	const { kind } = view.analysis.block;
	if (endingOf(reading).stop === '?' && !endingOf(reading).stopInside) return undefined;
	if (reading.headline) return inHeadline(reading, claim, words);
	if (reading.text.charAt(reading.span.end - 1) === ':') {
		return edit({ start: reading.span.end - 1, end: reading.span.end }, ', according to ', query, ':');
	}
	if (kind === 'list-item' || kind === 'caption') {
		return attributeAtEnd(reading, ['according to ', query]) ?? attributeInFront(reading, query);
	}
	return (
		inSecondClause(reading, claim, query) ??
		inSubordinateClause(reading, claim, query) ??
		inRelativeClause(reading, claim, query) ??
		beforeRelativeClause(reading, claim, query, words) ??
		(wordCount(reading) > longSentence && canOpen(reading) && !endsInQuotation(reading, claim)
			? attributeInFront(reading, query)
			: undefined) ??
		attributeAtEnd(reading, words) ??
		attributeInFront(reading, query)
	);
}

/** "[who?] said" by the draft's habits; "says" in a headline. */
export function said(view: FixView, sentence: Sentence | undefined, query: Query, verb?: string): readonly Piece[] {
	const { habits } = view.context;
	const { block, tokens } = view.analysis;
	const headline = block.kind === 'headline' || block.kind === 'heading';
	const words = sentence === undefined ? [] : tokens.slice(sentence.firstToken, sentence.endToken);
	let reporting = verb ?? (headline ? 'says' : habits.tense);
	if (headline && isTitleCase(words)) reporting = reporting.charAt(0).toUpperCase() + reporting.slice(1);
	return !headline && habits.order === 'cue-source' ? [`${reporting} `, query] : [query, ` ${reporting}`];
}

// --- what takes no attribution -----------------------------------------------------------------------------------

function isUnfit(view: FixView, sentence: Sentence): boolean {
	const { block, tokens } = view.analysis;
	if (block.kind === 'block-quote' || block.kind === 'table-cell') return true;
	const words = tokens.slice(sentence.firstToken, sentence.endToken);
	return isTurn(view) || isOrder(words);
}

/** "Q: …", and in an interview "Jane Roe: …". */
function isTurn({ analysis, context }: FixView): boolean {
	const [first, second] = analysis.tokens;
	if (first === undefined) return false;
	if (/^(?:Q|A|Question|Answer)[.:]?$/.test(first.text) && /[.:]$/.test(first.text + (second?.text ?? ''))) return true;
	if (context.genre !== 'interview') return false;
	const opening = analysis.tokens.slice(0, 5);
	const colon = opening.findIndex(token => token.text === ':');
	return colon > 0 && opening.slice(0, colon).every(token => /^\p{Lu}/u.test(token.text));
}

const alwaysOrders: ReadonlySet<string> = new Set(['please', "let's"]);
const orders: ReadonlySet<string> = new Set(
	'see read click do let watch look listen call visit note remember consider imagine subscribe share ask tell stop take send join find follow'.split(
		' ',
	),
);
const afterOrders: ReadonlySet<string> = new Set(
	"the a an this that these our your my his her their us me it them more here to at for n't not what how all".split(
		' ',
	),
);

function isOrder([first, second]: readonly Token[]): boolean {
	if (first === undefined) return false;
	if (alwaysOrders.has(first.lower)) return true;
	return orders.has(first.lower) && second !== undefined && (afterOrders.has(second.lower) || second.lower === "'s");
}

// --- the rows ----------------------------------------------------------------------------------------------------

/** "… amid a corruption scandal shaking the country." without its tail. */
function withoutTail(view: FixView, sentence: Sentence, claim: Span): Fix | undefined {
	const reading = readPart(view, sentence, claim.start);
	const { tokens, inside, text } = reading;
	const first = tokenAt(reading, claim.start);
	const participle = tokens[first];
	const before = tokens[first - 1];
	if (participle === undefined || before === undefined || inside[first]) return undefined;
	if (participle.lower.length < 5 || !participle.lower.endsWith('ing') || notParticiples.has(participle.lower))
		return undefined;
	if (beforeGerund.has(before.lower)) return undefined;
	if (before.text !== ',' && !hasVerb(tokens.slice(0, first))) return undefined;
	let end = Math.max(first + 1, tokenAt(reading, claim.end - 1) + 1);
	while (end < tokens.length && (inside[end] || !/^[,;:.?!…–—]/u.test(tokens[end]?.text ?? ''))) end += 1;
	const lastWord = tokens[end - 1];
	if (lastWord === undefined || claim.end < participle.end) return undefined;
	const start = before.text === ',' ? before.start : before.end;
	// "Inc." or a closing mark with the full stop in it: what ends the sentence stays.
	const kept = end === tokens.length ? endingOf(reading).stop.replace(';', '') : '';
	const dropped = text.slice(participle.start, lastWord.end);
	const shown = dropped.length > longestTitle ? `${dropped.slice(0, longestTitle).replace(/\s\S*$/u, '')}…` : dropped;
	return { title: t('Remove “{0}”', shown), kind: 'reword', edits: [edit({ start, end: lastWord.end }, kept)] };
}

const notParticiples: ReadonlySet<string> = new Set(
	'during king thing nothing something anything everything evening morning building meeting according'.split(' '),
);
const beforeGerund: ReadonlySet<string> = new Set(
	"is are was were am be been being 's 're of in on at by for from with without to and or than about after before while when the a an keep kept keeps began begin start started stop stopped not also still now".split(
		' ',
	),
);

/** Where the first clause has its source: ", but the talks, according to [who?], have stalled." */
function inSecondClause(reading: Reading, claim: Span, query: Query): Edit | undefined {
	const { view, span, tokens, inside } = reading;
	const sourced = view.analysis.attributions.filter(({ source, cue, content }) => {
		const at = source ?? cue ?? content[0];
		const covers = content.some(({ start, end }) => start <= claim.start && claim.end <= end);
		return source !== null && !covers && at !== undefined && at.start >= span.start && at.start < span.end;
	});
	if (sourced.length === 0) return undefined;
	const at = tokenAt(reading, claim.start);
	const spans = sourced.flatMap(({ source, cue, content }) => [source, cue, ...content].filter(part => part !== null));
	const done = Math.max(...spans.filter(part => part.end <= claim.start).map(part => part.end), -1);
	let first = 0;
	if (done >= 0) {
		first = tokens.findIndex((token, i) => i <= at && token.start >= done && !inside[i] && joins(token));
		if (first < 0) return trailing(reading, query);
	}
	const limit = Math.min(...spans.filter(part => part.start >= claim.end).map(part => part.start), span.end);
	const boundary = tokens.findIndex((token, i) => i > at && !inside[i] && joins(token) && token.end <= limit);
	const end = boundary < 0 ? tokens.length : boundary;
	if (done < 0) {
		const verb = verbIndex(from(reading, 0, end));
		return verb === undefined ? attributeInFront(reading, query) : besideVerb(reading, verb, ['according to ', query]);
	}
	return withinClause(reading, first, query);
}

function joins({ lower }: Token): boolean {
	return coordinators.has(lower) || subordinators.has(lower);
}

function trailing(reading: Reading, query: Query): Edit | undefined {
	return attributeAtEnd(reading, ['according to ', query]);
}

/** Where the clause that a conjunction opens is the claim: "Because the ministry, according to [who?], hid the figures, …" */
function inSubordinateClause(reading: Reading, claim: Span, query: Query): Edit | undefined {
	const { tokens, inside } = reading;
	const at = tokenAt(reading, claim.start);
	let first = -1;
	for (let i = Math.min(at, tokens.length - 1); i >= 0; i--) {
		const token = tokens[i] as Token;
		if (inside[i]) continue;
		if (i < at && token.text === ',') return undefined;
		if (!subordinators.has(token.lower)) continue;
		first = i;
		break;
	}
	if (first < 0) return undefined;
	const opening = first === 0 || tokens[first - 1]?.text === ',';
	// A claim that begins before the conjunction is the whole of cause and effect.
	if (!opening && at < first) return undefined;
	let end = tokens.findIndex((token, i) => i > first && !inside[i] && token.text === ',');
	if (end < 0) end = tokens.length;
	if (first === 0 && claim.end > (tokens[end]?.start ?? 0)) return undefined;
	if (!hasVerb(tokens.slice(first + 1, end))) return undefined;
	return withinClause(reading, first, query);
}

/** Within the clause that the word at `first` opens: between subject and verb, or just after that word. */
function withinClause(reading: Reading, first: number, query: Query): Edit | undefined {
	const verb = verbIndex(from(reading, first + 1));
	if (verb !== undefined) return besideVerb(reading, first + 1 + verb, ['according to ', query]);
	const word = reading.tokens[first];
	const next = reading.tokens[first + 1];
	if (word === undefined || next === undefined) return trailing(reading, query);
	const comma = coordinators.has(word.lower) ? '' : ',';
	return edit({ start: word.end, end: next.start }, `${comma} according to `, query, ', ');
}

/** "The minister, who according to [who?] took bribes, resigned." */
function inRelativeClause(reading: Reading, claim: Span, query: Query): Edit | undefined {
	const { tokens, inside } = reading;
	const at = Math.min(tokenAt(reading, claim.start), tokens.length - 1);
	for (let i = at; i > 0; i--) {
		const token = tokens[i] as Token;
		if (inside[i]) continue;
		if (i < at && token.text === ',') return undefined;
		if (!relativePronouns.has(token.lower) && !isRelativeThat(tokens, i)) continue;
		return at < relativeEnd(reading, i) ? afterPronoun(reading, i, query) : undefined;
	}
	return undefined;
}

/** Index after the clause that the pronoun opens: at a comma, or where the main clause comes to its verb. */
function relativeEnd({ tokens, inside }: Reading, pronoun: number): number {
	const words = tokens.slice(pronoun + 1);
	let verb = words.findIndex((_, i) => isFiniteVerb(words, i));
	if (verb < 0) return tokens.length;
	while (verb < words.length && (isFiniteVerb(words, verb) || isAdverb(words[verb]) || words[verb]?.lower === 'been'))
		verb += 1;
	for (let i = verb; i < words.length; i++) {
		const word = words[i] as Token;
		if (inside[pronoun + 1 + i]) continue;
		if (word.text === ',') return pronoun + 1 + i;
		if (joins(word)) return tokens.length;
		if (isFiniteVerb(words, i)) return pronoun + 1 + i;
	}
	return tokens.length;
}

/** "the firm that took", not "said that the firm". */
function isRelativeThat(tokens: readonly Token[], i: number): boolean {
	return tokens[i]?.lower === 'that' && isFiniteVerb(tokens.slice(i + 1, i + 2), 0) && !isFiniteVerb(tokens, i - 1);
}

function afterPronoun(reading: Reading, pronoun: number, query: Query): Edit | undefined {
	const { tokens } = reading;
	const word = tokens[pronoun];
	const next = tokens[pronoun + 1];
	if (word === undefined || next === undefined || next.start === word.end) return undefined;
	if (word.lower === 'whose' || word.lower === 'whom') {
		const verb = verbIndex(from(reading, pronoun + 1));
		return verb === undefined ? undefined : besideVerb(reading, pronoun + 1 + verb, ['according to ', query]);
	}
	return edit({ start: word.end, end: next.start }, ' according to ', query, ' ');
}

/** "Witkoff, [who?] said, is expected to meet Putin, who …": at the end it would belong to the relative clause. */
function beforeRelativeClause(reading: Reading, claim: Span, query: Query, words: readonly Piece[]): Edit | undefined {
	const { tokens, inside } = reading;
	const at = tokenAt(reading, claim.start);
	const relative = tokens.findIndex(
		(token, i) => i > at && !inside[i] && tokens[i - 1]?.text === ',' && relativePronouns.has(token.lower),
	);
	if (relative < 0) return undefined;
	const main = afterOpening(reading);
	const verb = verbIndex(from(reading, main));
	// One that the subject carries, "The plant, which opened in 1987, lost money", is closed before the verb.
	if (tokens.some((token, i) => i > relative + 1 && !inside[i] && token.text === ',')) {
		if (verb === undefined || main + verb > relative) return undefined;
	}
	if (verb !== undefined && main + verb < relative) return besideVerb(reading, main + verb, words);
	return attributeInFront(reading, query);
}

/** Index of the first token after an opening subordinate clause. */
function afterOpening({ tokens, inside }: Reading): number {
	if (!subordinators.has(tokens[0]?.lower ?? '')) return 0;
	const comma = tokens.findIndex((token, i) => token.text === ',' && !inside[i]);
	return comma < 0 ? 0 : comma + 1;
}

/** Between subject and verb, in commas. */
function besideVerb(reading: Reading, verb: number, words: readonly Piece[]): Edit | undefined {
	const subject = reading.tokens[verb - 1];
	if (subject === undefined || pronouns.has(subject.lower)) return undefined;
	return attributeBefore(reading, subject.end, words, ', ');
}

/** A quotation is closed by its attribution, however long the sentence. */
function endsInQuotation(reading: Reading, claim: Span): boolean {
	const { closers, closersEnd, closersStart } = endingOf(reading);
	return closers !== '' && claim.start < closersStart && claim.end >= closersStart - 1 && claim.end <= closersEnd + 1;
}

/** "Witkoff headed to Moscow, [who?] says, as Trump sees …" */
function inHeadline(reading: Reading, claim: Span, words: readonly Piece[]): Edit | undefined {
	const { tokens, inside, text } = reading;
	const at = tokenAt(reading, claim.start);
	const join = tokens.findIndex(
		(token, i) =>
			i > at && token.start >= claim.start && !inside[i] && headlineJoins.has(token.lower) && i + 2 < tokens.length,
	);
	const before = tokens[join - 1];
	if (
		join > 1 &&
		before !== undefined &&
		hasHeadlineVerb(tokens.slice(join + 1)) &&
		skipSpace(text, before.end) > before.end
	) {
		const comma = before.text === ',' ? '' : ', ';
		if (comma !== '') return attributeBefore(reading, before.end, words, ', ');
		return edit({ start: before.end, end: skipSpace(text, before.end) }, ' ', ...words, ', ');
	}
	return attributeAtEnd(reading, words);
}

const headlineJoins: ReadonlySet<string> = new Set(
	'as after while before because although but despite amid'.split(' '),
);
