import { type AbbreviationKind, abbreviationKind, isMonth, lastPart } from './abbreviations';
import { codeAt, isDigit, isLetter, isLower, isUpper } from './characters';
import type { Sentence, Token } from './tokens';

/** Capitalised, these begin a sentence more often than a name: what decides after `U.S.` or `Inc.` */
const starters = words(
	'the a an he she it they we i you his her its their our my this that these those there here in on at by for from with as ' +
		'and or but nor yet so if when while after before since because until unless although though despite during amid among ' +
		'according what who how why where which whether some many most all both no not one two three four five another other each ' +
		'every several few officials police authorities experts critics analysts supporters opponents lawmakers prosecutors ' +
		'investigators witnesses residents investors asked speaking however meanwhile still then now later earlier also instead ' +
		'nobody everyone everybody everything others nothing nearly about more less shares such to under over between last',
);
/** The same after an initial, without what may be a surname or stand for one. */
const startersAfterInitial = words(
	'the he she it they we his her its their our this that these those there in on at for from with as and but if when while ' +
		'after before since because although however meanwhile',
);
/** Follow a time of day with a capital without beginning a sentence. */
const afterTime = words(
	'est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst eastern central pacific mountain local moscow kyiv ' +
		'london paris beijing tokyo monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun ' +
		'jan feb mar apr jun jul aug sept sep oct nov dec january february march april may june july august september october ' +
		'november december',
);
/** Names with a mark of their own. */
const shoutedNames = words('yahoo jeopardy wham panic oklahoma guess');
const reportingVerbs = words(
	'said says say asked asks added adds told tells wrote writes replied replies shouted shouts continued tweeted posted wondered ' +
		'cried yelled exclaimed demanded joked answered responded quipped insisted recalled noted warned explained declared ' +
		'announced remarked argued called screamed chanted inquired queried mused whispered muttered laughed retorted pleaded',
);
const personalPronouns = words('he she they it we you');
const openingMarks: ReadonlySet<string> = new Set(['“', '‘', '«', '„', '‚', '‹', '``', '`']);
const closingMarks: ReadonlySet<string> = new Set(['”', '’', '»', '›', ')', ']', '}']);
/** Marks that open and close alike; the second is old wire copy's for the first. */
const straightDoubles: ReadonlySet<string> = new Set(['"', "''"]);
const currencies: ReadonlySet<string> = new Set(['$', '£', '€', '¥', '₹', '₽', '₪', '#', '@']);

/** How far ahead a name before a reporting verb, or the end of a quoted clause, is looked for, in tokens. */
const nameReach = 14;
const quotationReach = 40;
const clauseReach = 8;

interface Reading {
	readonly tokens: readonly Token[];
	/** Index of the first token of the sentence being read. */
	first: number;
	/** Whether a double quotation is open, and at which token it opened. */
	quotation: number;
	/** Whether the sentence has come to words beyond a number or letter in a list. */
	substance: boolean;
}

/**
 * The sentences of a block's prose, in order, together covering all its tokens.
 * A sentence inside a quotation is one (`“… stop. If …`); a quoted question stays with the words that report it.
 */
export function splitSentences(_text: string, tokens: readonly Token[]): Sentence[] {
	const sentences: Sentence[] = [];
	const reading: Reading = { tokens, first: 0, quotation: -1, substance: false };
	let i = 0;
	while (i < tokens.length) {
		const kind = stopKind(reading, i);
		const after = kind === undefined ? i + 1 : afterStop(reading, i);
		for (; i < after; i++) note(reading, i);
		if (kind === undefined || after >= tokens.length || !breaks(reading, kind, after)) continue;
		sentences.push(sentence(tokens, reading.first, after));
		reading.first = after;
		reading.substance = false;
	}
	if (reading.first < tokens.length) sentences.push(sentence(tokens, reading.first, tokens.length));
	return sentences;
}

function sentence(tokens: readonly Token[], firstToken: number, endToken: number): Sentence {
	const start = tokens[firstToken]?.start ?? 0;
	return { start, end: tokens[endToken - 1]?.end ?? start, firstToken, endToken };
}

/** Keeps track of what the token at `i` opens, closes or adds. */
function note(reading: Reading, i: number): void {
	const token = reading.tokens[i] as Token;
	if (token.kind === 'quote') {
		if (isDouble(token.text)) {
			const closes = closingMarks.has(token.text) || (straightDoubles.has(token.text) && reading.quotation >= 0);
			reading.quotation = closes ? -1 : i;
		}
		return;
	}
	if (reading.substance || token.kind === 'punctuation') return;
	const enumerates =
		i === reading.first && (token.kind === 'number' ? token.text.length <= 2 : token.text.length === 1);
	reading.substance = !(enumerates && reading.tokens[i + 1]?.text === '.' && isDigit(codeAt(token.text, 0)));
}

function isDouble(mark: string): boolean {
	return mark === '“' || mark === '”' || mark === '"' || mark === '``' || mark === "''" || mark === '«' || mark === '»';
}

type Stop = 'period' | 'cry' | 'ellipsis' | Exclude<AbbreviationKind, 'joined'>;

/** What may end a sentence at the token, if anything. */
function stopKind({ tokens }: Reading, i: number): Stop | undefined {
	const token = tokens[i] as Token;
	const last = codeAt(token.text, token.text.length - 1);
	if (last !== 0x2e && last !== 0x21 && last !== 0x3f && last !== 0x2026) return undefined;
	if (token.kind === 'punctuation') {
		if (last === 0x21 || last === 0x3f) return 'cry';
		const spaced = tokens[i - 1]?.text === '.' && token.text === '.';
		return token.text === '.' && !spaced ? 'period' : 'ellipsis';
	}
	if (token.kind !== 'word' || last !== 0x2e) return undefined;
	const next = tokens[i + 1];
	const word = token.lower.slice(0, -1);
	const kind = abbreviationKind(
		word,
		isUpper(codeAt(token.text, lastPart(word))),
		next !== undefined && isDigit(codeAt(next.text, 0)),
	);
	return kind === 'joined' ? undefined : kind;
}

/** The index of the first token after the stop at `i` and the marks that close with it. */
function afterStop(reading: Reading, i: number): number {
	const { tokens } = reading;
	let after = i + 1;
	// ". . ." is one ellipsis.
	while (tokens[after]?.text === '.' && tokens[after - 1]?.text === '.') after++;
	for (;;) {
		const token = tokens[after];
		if (token === undefined || !adjoins(tokens, after)) return after;
		if (closesAt(reading, after)) after++;
		else if (token.text === '[' && isNoteNumber(tokens, after)) after += 3;
		else return after;
	}
}

/** Whether the mark at `i`, which adjoins a stop, closes what stands before it. */
function closesAt({ tokens, quotation }: Reading, i: number): boolean {
	const token = tokens[i] as Token;
	if (closingMarks.has(token.text)) return true;
	const isDoubled = straightDoubles.has(token.text);
	if (!isDoubled && token.text !== "'") return false;
	const next = tokens[i + 1];
	return next === undefined || next.start > token.end || !startsWord(next) || (isDoubled && quotation >= 0);
}

/** `[12]` after a stop: a note, not the next sentence. */
function isNoteNumber(tokens: readonly Token[], i: number): boolean {
	return tokens[i + 1]?.kind === 'number' && tokens[i + 2]?.text === ']' && adjoins(tokens, i + 1);
}

function adjoins(tokens: readonly Token[], i: number): boolean {
	return tokens[i]?.start === tokens[i - 1]?.end;
}

function startsWord(token: Token): boolean {
	return token.kind === 'word' || token.kind === 'number' || token.kind === 'link';
}

/** Whether a sentence ends before the token at `after`, which follows a stop and what closes with it. */
function breaks(reading: Reading, stop: Stop, after: number): boolean {
	if (!reading.substance) return false;
	const { tokens } = reading;
	const next = tokens[after] as Token;
	const closed = tokens[after - 1]?.kind === 'quote';
	const spaced = !adjoins(tokens, after);
	const abbreviated = stop === 'final' || stop === 'closing' || stop === 'initial';
	if (abbreviated && !closed) return breaksAfterAbbreviation(reading, stop, after);
	if (isOpening(reading, after)) {
		const quoted = tokens[after + 1];
		if (quoted === undefined || (!spaced && !closed)) return false;
		return !((stop === 'ellipsis' || stop === 'cry') && !closed && isLower(codeAt(quoted.text, 0)));
	}
	if (!spaced && !(closed && isUpper(codeAt(next.text, 0)))) return false;
	if (next.text === '(' || next.text === '[') return beginsCapital(tokens[after + 1]);
	if (!begins(next, stop)) return false;
	if (stop === 'cry' && isAside(tokens, after)) return false;
	if (stop === 'cry' && isShoutedName(tokens, after)) return starters.has(next.lower);
	if (closed && stop !== 'period' && isReportedBy(reading, after)) return false;
	return !(closed && continuesOuterQuotation(reading, after));
}

function breaksAfterAbbreviation({ tokens }: Reading, stop: Stop, after: number): boolean {
	const next = tokens[after] as Token;
	if (adjoins(tokens, after)) return false;
	const opening = openingMarks.has(next.text) || straightDoubles.has(next.text) || next.text === "'";
	if (opening) return beginsQuotation(tokens, after);
	if (next.text === '(') return false;
	if (isDigit(codeAt(next.text, 0))) return false;
	if (!isUpper(codeAt(next.text, 0))) return false;
	const before = (tokens[after - 1] as Token).lower.slice(0, -1);
	if (stop === 'initial') return startersAfterInitial.has(next.lower) && tokens[after - 1]?.text !== 'J.';
	if (stop === 'closing') return !afterTime.has(stem(next.lower));
	return starters.has(next.lower) && !(isMonth(before) && next.kind === 'number');
}

/** Whether words of a sentence of their own stand in the quotation: neither a nickname nor a borrowed word. */
function beginsQuotation(tokens: readonly Token[], mark: number): boolean {
	const first = tokens[mark + 1];
	if (first === undefined || tokens[mark + 2]?.kind === 'quote') return false;
	return isUpper(codeAt(first.text, 0)) || first.text.startsWith('.') || first.text === '…';
}

/** Without its periods: `E.T.`, `Oct.` */
function stem(word: string): string {
	return word.replaceAll('.', '');
}

/** Whether the token can be the first of a sentence. */
function begins(token: Token, stop: Stop): boolean {
	const first = codeAt(token.text, 0);
	if (isUpper(first) || isDigit(first) || currencies.has(token.text) || token.kind === 'link') return true;
	if (token.kind !== 'word') return token.text === '•' || token.text === '¿' || token.text === '¡';
	if (first === 0x40 || first === 0x23) return stop === 'period';
	if (first === 0x27 || first === 0x2019) return isUpper(codeAt(token.text, 1)) || isDigit(codeAt(token.text, 1));
	// Letters without case, as in Hebrew, begin whatever follows a stop.
	if (isLetter(first) && !isLower(first)) return true;
	// iPhone, eBay, al-Assad; after ? and ! such a word may go on.
	return stop === 'period' && hasUpper(token.text);
}

function beginsCapital(token: Token | undefined): boolean {
	if (token === undefined) return false;
	const first = codeAt(token.text, 0);
	return isUpper(first) || isDigit(first) || token.kind === 'quote';
}

function hasUpper(text: string): boolean {
	for (let i = 1; i < text.length && i < 24; i++) if (isUpper(codeAt(text, i))) return true;
	return false;
}

/** Whether the token opens a quotation. */
function isOpening({ tokens, quotation }: Reading, i: number): boolean {
	const token = tokens[i] as Token;
	if (openingMarks.has(token.text)) return true;
	const next = tokens[i + 1];
	if (next === undefined || next.start > token.end) return false;
	return token.text === "'" || (straightDoubles.has(token.text) && quotation < 0);
}

function isBracket(token: Token | undefined): boolean {
	return token?.text === ')' || token?.text === ']';
}

/** A mark alone in brackets comments the sentence: `(!)`. */
function isAside(tokens: readonly Token[], after: number): boolean {
	return isBracket(tokens[after - 1]) && (tokens[after - 3]?.text === '(' || tokens[after - 3]?.text === '[');
}

function isShoutedName(tokens: readonly Token[], after: number): boolean {
	return tokens[after - 1]?.text === '!' && shoutedNames.has(tokens[after - 2]?.lower ?? '');
}

/** Whether a name with its reporting verb stands at `at` and has the quotation before it: `“…?” Sen. Jane Roe asked`. */
function isReportedBy(reading: Reading, at: number): boolean {
	const { tokens } = reading;
	if (isIntroduced(reading, at)) return false;
	if (personalPronouns.has(tokens[at]?.lower ?? '')) return false;
	let commas = 0;
	let possessive = false;
	for (let i = at; i < tokens.length && i < at + nameReach; i++) {
		const token = tokens[i] as Token;
		if (reportingVerbs.has(token.lower)) return i > at || !isUpper(codeAt(token.text, 0)) || token.lower === 'said';
		if (token.text === ',') {
			commas++;
			continue;
		}
		possessive ||= token.lower === "'s";
		// After "Roe’s", and inside "Roe, the party’s leader, said", anything may stand; elsewhere only the name.
		if ((commas % 2 === 1 || possessive) && token.kind !== 'quote' && !isStop(token)) continue;
		const named = token.kind === 'word' && (isUpper(codeAt(token.text, 0)) || isParticle(token.lower));
		if (!named || (starters.has(token.lower) && token.lower !== 'i')) return false;
	}
	return false;
}

/** Whether the quotation that closes before `at` was introduced in the same sentence: `He asked, “…?”`. */
function isIntroduced({ tokens, first }: Reading, at: number): boolean {
	for (let i = at - 2; i > first && i > at - quotationReach; i--) {
		const { text, kind } = tokens[i] as Token;
		if (kind !== 'quote' || !(openingMarks.has(text) || straightDoubles.has(text) || text === "'")) continue;
		const before = tokens[i - 1] as Token;
		return before.text === ',' || before.text === ':' || reportingVerbs.has(before.lower);
	}
	return false;
}

/**
 * Whether a quotation within a quotation has closed and the outer clause runs on to its tag:
 * `“He told us, ‘Leave now.’ I left,” she said.`
 */
function continuesOuterQuotation(reading: Reading, at: number): boolean {
	const { tokens, quotation } = reading;
	if (quotation < 0 || isDouble(tokens[at - 1]?.text ?? '') || !isIntroduced(reading, at)) return false;
	for (let i = at; i < tokens.length && i < at + clauseReach; i++) {
		const token = tokens[i] as Token;
		if (isStop(token)) return false;
		if (token.kind === 'quote') return isDouble(token.text) && tokens[i - 1]?.text === ',';
	}
	return false;
}

function isStop({ kind, text }: Token): boolean {
	return kind === 'punctuation' && (text === '.' || text.startsWith('!') || text.startsWith('?'));
}

function isParticle(word: string): boolean {
	return /^(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|ben|ter|of|and|’n’)$/.test(word);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
