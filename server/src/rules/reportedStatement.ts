/**
 * Whether a verb reports a statement where it stands. "Said" can replace "claimed" before a that-clause, a bare clause
 * or a quotation, and nowhere else: not in "claimed the title", "claimed to have", "his claim".
 */
import type { VerbForm } from '../text/inflection';
import type { Token } from '../text/tokens';

/** A verb in its sentence; indices of tokens. */
export interface VerbInSentence {
	readonly tokens: readonly Token[];
	readonly sentence: { readonly firstToken: number; readonly endToken: number };
	readonly first: number;
	/** Index after its last word. */
	readonly end: number;
	readonly form: VerbForm;
	/** Whether the engine found that it attributes something. */
	readonly isCue: boolean;
}

/** How the statement stands: `to` is the index of the "to" before whom it was said to. */
export interface ReportedStatement {
	readonly to: number | null;
}

/** Whether the word is a verb in the active voice, not a noun ("the claims") or a participle ("was admitted"). */
export function isActiveVerb({ tokens, sentence, first, form, isCue }: VerbInSentence): boolean {
	let before = first - 1;
	// "cannot admit that" reports nothing that was said.
	if (first > sentence.firstToken && negations.has(lowerAt(tokens, before))) return false;
	while (before >= sentence.firstToken && isAdverb(lowerAt(tokens, before))) before -= 1;
	const previous = before >= sentence.firstToken ? tokens[before] : undefined;
	const lower = previous?.lower ?? '';
	if (determiners.has(lower) || lower === "'s" || lower === 'as') return false;
	if (form === 'ing') return true;
	if (formsOfBe.has(lower)) return false;
	if (form === 'past' || form === 'participle' || isCue) return true;
	const isSubject =
		subjects.has(lower) || (form === 's' && previous !== undefined && isName(previous, before > sentence.firstToken));
	return isSubject || (form === 'base' && helpers.has(lower));
}

/** What the verb reports; null where it takes no statement. */
export function reportedStatement(verb: VerbInSentence): ReportedStatement | null {
	if (followsQuotation(verb)) return { to: null };
	const { tokens, sentence } = verb;
	const { endToken } = sentence;
	let at = verb.end;
	if (lowerAt(tokens, at) === 'to') {
		const end = endOfAddressee(tokens, at + 1, endToken);
		return end !== null && opensStatement(tokens, end, endToken) ? { to: at } : null;
	}
	while (at < endToken && isAdverb(lowerAt(tokens, at))) at += 1;
	if (opensAdjunct.has(lowerAt(tokens, at))) at = endOfAdjunct(tokens, at, endToken) ?? at;
	if (opensStatement(tokens, at, endToken) || isBareClause(tokens, at, endToken)) return { to: null };
	return verb.isCue && endsClause(tokens[at]) ? { to: null } : null;
}

/** "that" or a quotation, after a comma or colon or at once. */
function opensStatement(tokens: readonly Token[], at: number, end: number): boolean {
	const token = tokens[at];
	if (!token || at >= end) return false;
	if (token.lower === 'that') return at + 2 < end && !endsClause(tokens[at + 2]);
	const mark = token.text === ',' || token.text === ':' ? tokens[at + 1] : token;
	return mark?.kind === 'quote';
}

/** `“…,” she snapped` and `“…,” snapped the coach`: a quotation ends just before, with at most the subject between. */
function followsQuotation({ tokens, sentence, first, end }: VerbInSentence): boolean {
	const farthest = Math.max(sentence.firstToken, first - longestSubject);
	for (let at = first - 1; at >= farthest; at -= 1) {
		const token = tokens[at];
		if (token?.kind === 'quote') {
			const stop = tokens[at - 1];
			const closes = stop !== undefined && stop.end === token.start && at > sentence.firstToken;
			return closes && (at === first - 1 || endsClause(tokens[end]) || isAdverb(lowerAt(tokens, end)));
		}
		if (token?.kind === 'punctuation' && !/^[-.]$/.test(token.text)) return false;
	}
	return false;
}

/** After "to": the end of a phrase that can be spoken to; null where "to" leads a verb or a thing. */
function endOfAddressee(tokens: readonly Token[], at: number, end: number): number | null {
	const first = tokens[at];
	if (!first || at >= end) return null;
	const { lower } = first;
	const plural = lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss');
	if (!plural && !determiners.has(lower) && !addressees.has(lower) && !isName(first, true)) return null;
	for (let index = at + 1; index < Math.min(end, at + longestSubject); index += 1) {
		const token = tokens[index];
		if (token?.lower === 'that' || token?.kind === 'quote' || token?.text === ',' || token?.text === ':') return index;
		if (token?.kind !== 'word') return null;
	}
	return null;
}

/** "in an interview that": where the statement opens behind a few words of when and where. */
function endOfAdjunct(tokens: readonly Token[], at: number, end: number): number | null {
	for (let index = at + 1; index < Math.min(end, at + longestSubject); index += 1) {
		const token = tokens[index];
		if (token?.lower === 'that' || token?.kind === 'quote') return index;
		if (!token || token.kind === 'punctuation' || finite.has(token.lower)) return null;
	}
	return null;
}

/** A subject and a finite verb, without a word that would make them a relative or adverbial clause. */
function isBareClause(tokens: readonly Token[], at: number, end: number): boolean {
	if (at >= end) return false;
	const first = lowerAt(tokens, at);
	if (nominatives.has(first)) return true;
	for (let index = at; index < Math.min(end, at + longestClauseSubject); index += 1) {
		const token = tokens[index];
		if (!token || token.kind === 'punctuation' || token.kind === 'quote') return false;
		const { lower } = token;
		if (index > at && finite.has(lower)) return true;
		if (
			index > at &&
			isPast(lower) &&
			!determiners.has(lowerAt(tokens, index - 1)) &&
			!isAdverb(lowerAt(tokens, index - 1))
		) {
			return lowerAt(tokens, index + 1) !== 'by';
		}
		if (nominatives.has(lower) || (index > at && stops.has(lower))) return false;
	}
	return false;
}

function isPast(lower: string): boolean {
	return irregularPasts.has(lower);
}

function endsClause(token: Token | undefined): boolean {
	return token === undefined || (token.kind === 'punctuation' && /^[.,;!?]$/.test(token.text));
}

/** A capital where the sentence asks for none. */
function isName(token: Token, inside: boolean): boolean {
	const first = token.text.charAt(0);
	return inside ? first !== first.toLowerCase() : token.kind === 'word' && first !== first.toLowerCase();
}

function isAdverb(lower: string): boolean {
	return (lower.length > 4 && lower.endsWith('ly')) || adverbs.has(lower);
}

function lowerAt(tokens: readonly Token[], index: number): string {
	return tokens[index]?.lower ?? '';
}

const longestSubject = 8;
const longestClauseSubject = 12;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const determiners = words('a an the this these those its his her their our my your some any every no such of');
const negations = words("not n't never");
const formsOfBe = words("am is are was were be been being 's 're 'm get gets got");
const subjects = words('he she they we i it who which you');
const nominatives = words('he she they we i there');
const helpers = words("to will would can could may might must shall should do does did 'll 'd n't not");
const finite = words(
	"is are was were has have had will would can could may might must shall should did does do 's 're 've 'll 'd ca wo",
);
const irregularPasts = words(
	'fell rose went came took made won lost left met knew saw gave got held kept said told broke began spent paid sent ' +
		'bought sold led felt grew ran hid stole lied died refused failed wanted tried killed attacked agreed',
);
const stops = words(
	'that who which whom whose after before when while because as if since until although and but than where why how',
);
const opensAdjunct = words('in on at during before after last this yesterday today tonight earlier later through via');
const adverbs = words(
	"not n't never also again already even just still once ever since then now later earlier yesterday today often too later",
);
const addressees = words(
	'police parliament congress him her them me us staff media court lawmakers reporters parents anyone everyone someone',
);
