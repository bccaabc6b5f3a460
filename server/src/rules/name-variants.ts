import { t } from '@vscode/l10n';
import type { DocumentView, SourceSummary } from '../attribution/context';
import type { BlockAnalysis, Mention } from '../attribution/model';
import { inDocument } from '../attribution/offsets';
import { perBlock } from '../attribution/perBlock';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { isOnePiece } from './length';
import type { DocumentRule, Fix, RuleFinding } from './rule';

/** Asks about a person whose name is spelled two ways, or whose title changes. */
export const nameVariants: DocumentRule = {
	id: 'name-variants',
	summary: 'Asks about a person whose name is spelled in two ways, or whose title changes.',
	why: `A name in two spellings is wrong in one of them, and reads like two people. A senator who is a representative ten
lines on makes readers doubt the rest.`,
	answer: `Look the name up and write it one way. Where two people are meant, give both their first names. Of a title that
did change, say when: “then a captain”.`,
	authorities: [
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
		{
			title: 'SPJ Code of Ethics: Seek truth and report it',
			url: 'https://www.spj.org/spj-code-of-ethics/',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: 'report', attributed: 'report' },
	silentIn: ['not-news'],
	example: `The mayor, Ada Dubrovsky, opened the pier on Monday. Dubrovsky said it would last.
“It is a good pier,” Dubrovskyy told the harbour board.
                     ^^^^^^^^^^ name-variants`,
	nonExample: `Ada Andersen opened the pier. Ivo Anderson closed it. Andersen and Anderson met on Monday.
“It is good,” Anderson said.`,
	*checkDocument(document: DocumentView): Iterable<RuleFinding> {
		if (!isOnePiece(document)) return;
		const { analyses, summaries } = document;
		const speakers = new Set(summaries.flatMap(source => (source.kind === 'person' ? [lastNameOf(source)] : [])));
		yield* spellings(analyses, speakers);
		yield* titles(analyses);
	},
};

const lastNames = new WeakMap<SourceSummary, string>();

/** The last word of a source's name, as names are compared. */
function lastNameOf(source: SourceSummary): string {
	const known = lastNames.get(source) ?? folded(source.name.split(/\s+/).at(-1) ?? '');
	lastNames.set(source, known);
	return known;
}

/** A name where it stands in its block. */
interface Name {
	readonly place: Span;
	/** As written; '' where the surname stands alone. */
	readonly first: string;
	readonly last: string;
	/** Without accents and in lower case. */
	readonly foldedFirst: string;
	readonly foldedLast: string;
	/** The surname as spellings are told apart: a curly and a straight apostrophe are no two. */
	readonly spelling: string;
	/** What near spellings share with it. */
	readonly keys: readonly string[];
	/** Which sentence it stands in, for telling that two are spoken of. */
	readonly sentence: number;
	/** The last word of the title before it. */
	readonly title: string;
	readonly titlePlace: Span | null;
}

/** The names of a block, in order. */
const namesOf = perBlock((analysis): readonly Name[] => {
	const found: Name[] = [];
	const seen = new Set<number>();
	const mentions = [...analysis.attributions.flatMap(({ source, via }) => [source, ...via]), ...analysis.mentions];
	for (const mention of mentions) {
		if (mention?.form !== 'name' || seen.has(mention.head)) continue;
		seen.add(mention.head);
		const name = nameOf(analysis, mention);
		if (name) found.push(name);
	}
	return found.sort((a, b) => a.place.start - b.place.start);
});

const nameWord = /^\p{Lu}\p{L}*[\p{Ll}’'-][\p{L}’'-]*$/u;

function nameOf(analysis: BlockAnalysis, mention: Mention): Name | null {
	const { tokens, sentences } = analysis;
	const all = mention.name.split(/\s+/);
	// "Ada Quist of Norland".
	const of = all.indexOf('of');
	const words = of > 0 ? all.slice(0, of) : all;
	const head = mention.head - (all.length - words.length);
	const last = tokens[head];
	const lastWord = words.at(-1) ?? '';
	if (!last || words.length > 3 || last.text !== lastWord || !nameWord.test(lastWord) || lastWord.length < 4)
		return null;
	if (words.length > 1 && !words.every(word => nameWord.test(word) || /^\p{Lu}\.?$/u.test(word))) return null;
	const first = words.length > 1 ? (words[0] as string) : '';
	const foldedLast = folded(lastWord);
	const title = titleBefore(tokens, head - words.length, mention.firstToken);
	return {
		place: { start: last.start, end: last.end },
		first,
		last: lastWord,
		foldedFirst: folded(first),
		foldedLast,
		keys: keysOf(foldedLast),
		spelling: lastWord.toLowerCase().replace(/’/g, "'"),
		sentence: sentences.findIndex(({ endToken }) => head < endToken),
		title: title?.name ?? '',
		titlePlace: title ? { start: title.token.start, end: last.end } : null,
	};
}

// --- spellings -----------------------------------------------------------------------------------------------------

/** One spelling of a surname. */
interface Spelling {
	readonly last: string;
	readonly foldedLast: string;
	readonly keys: readonly string[];
	readonly firsts: ReadonlySet<string>;
}

/** More slips than these are a draft of another kind. */
const mostFindings = 20;

function* spellings(analyses: readonly BlockAnalysis[], speakers: ReadonlySet<string>): Generator<RuleFinding> {
	const groups = new Map<string, Omit<Spelling, 'firsts'> & { readonly firsts: Set<string> }>();
	for (const analysis of analyses) {
		for (const { spelling, last, foldedLast, keys, first, foldedFirst } of namesOf(analysis)) {
			const group = groups.get(spelling) ?? { last, foldedLast, keys, firsts: new Set<string>() };
			if (first !== '') group.firsts.add(foldedFirst);
			groups.set(spelling, group);
		}
	}
	const taken = new Set<Spelling>();
	for (const [one, other] of pairs([...groups.values()])) {
		if (taken.has(one) || taken.has(other) || !isSamePerson(one, other, speakers)) continue;
		const read = readBoth(analyses, one.last.toLowerCase(), other.last.toLowerCase());
		if (read.together || taken.size >= mostFindings) continue;
		const isOther = isMore(read.one, read.other);
		const [kept, odd] = isOther ? [one, other] : [other, one];
		const [keptPlaces, places] = isOther ? [read.one, read.other] : [read.other, read.one];
		const [first, ...rest] = places;
		if (!first) continue;
		taken.add(odd);
		yield {
			span: first,
			message: t('“{0}” here, “{1}” {2} elsewhere.', odd.last, kept.last, times(keptPlaces.length)),
			related: [
				...keptPlaces.slice(0, 1).map(span => ({ span, message: t('Here it is “{0}”.', kept.last) })),
				...rest.slice(0, 10).map(span => ({ span, message: t('“{0}” again.', odd.last) })),
			],
			fixes: [spellingFix(kept.last, places)],
		};
	}
}

interface BothRead {
	readonly one: readonly Span[];
	readonly other: readonly Span[];
	/** Both stand in one sentence: the draft speaks of two. */
	readonly together: boolean;
}

/** Where two names stand, as names or not. */
function readBoth(analyses: readonly BlockAnalysis[], one: string, other: string): BothRead {
	const places: { readonly one: Span[]; readonly other: Span[] } = { one: [], other: [] };
	let together = false;
	for (const analysis of analyses) {
		for (const { firstToken, endToken } of analysis.sentences) {
			const before = [places.one.length, places.other.length] as const;
			for (let i = firstToken; i < endToken; i++) {
				const token = analysis.tokens[i] as Token;
				if (token.text === token.lower) continue;
				if (token.lower === one) places.one.push(inDocument(analysis, token));
				else if (token.lower === other) places.other.push(inDocument(analysis, token));
			}
			together ||= places.one.length > before[0] && places.other.length > before[1];
		}
	}
	return { ...places, together };
}

/** Whether the first spelling stands more often; of two as often, whether it stands first. */
function isMore(one: readonly Span[], other: readonly Span[]): boolean {
	const more = one.length - other.length;
	return more > 0 || (more === 0 && (one[0]?.start ?? 0) < (other[0]?.start ?? 0));
}

function spellingFix(name: string, places: readonly Span[]): Fix {
	return {
		title: places.length > 1 ? t('Write “{0}” everywhere', name) : t('Write “{0}”', name),
		kind: 'reword',
		edits: places.map(span => ({ span, text: name })),
	};
}

function times(count: number): string {
	const words = ['', t('once'), t('twice'), t('three times'), t('four times'), t('five times')];
	return words[count] ?? t('{0} times', count);
}

/** Spellings that may be one name: those that share a rough key, so that a long draft is not compared with itself. */
function* pairs(groups: readonly Spelling[]): Generator<readonly [Spelling, Spelling]> {
	const byKey = new Map<string, Spelling[]>();
	for (const group of groups) {
		const near = new Set<Spelling>();
		for (const key of group.keys) {
			const others = byKey.get(key) ?? [];
			for (const other of others) near.add(other);
			if (others.length < mostAlike) byKey.set(key, [...others, group]);
		}
		for (const other of near) yield [other, group];
	}
}

const mostAlike = 12;

/** Two words that differ in one letter share one of these: each word without one of its letters. */
function keysOf(word: string): readonly string[] {
	if (word.length > 20) return [word];
	const keys = [word];
	for (let i = 1; i < word.length; i++) keys.push(word.slice(0, i) + word.slice(i + 1));
	return keys;
}

/** The shortest surname in which one other letter is a slip rather than another name. */
const shortest = 5;
const shortestAlone = 6;

function isSamePerson(one: Spelling, other: Spelling, speakers: ReadonlySet<string>): boolean {
	const [a, b] = [one.foldedLast, other.foldedLast];
	if (!speakers.has(a) && !speakers.has(b)) return false;
	// A name that is another's plural, people or tongue: "Clintons", "Korean".
	if (isDerived(a, b) || isDerived(b, a)) return false;
	if (a.length < shortest || b.length < shortest || a.charAt(0) !== b.charAt(0)) return false;
	const shared = [...one.firsts].some(first => other.firsts.has(first));
	if (shared) return true;
	if (one.firsts.size > 0 && other.firsts.size > 0) return false;
	if (one.firsts.size + other.firsts.size !== 1) return false;
	// One stands without a first name throughout: it must speak, and differ as a slip does.
	const alone = one.firsts.size === 0 ? a : b;
	if (!speakers.has(alone)) return false;
	const sounds = Math.min(a.length, b.length) >= shortestAlone && (a === b || skeleton(a) === skeleton(b));
	return sounds || areSwapped(a, b);
}

/** Two letters that stand beside each other have changed places: "Harolw". */
function areSwapped(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	let at = 0;
	while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
	return (
		a.charAt(at) !== a.charAt(at + 1) &&
		a.charAt(at) === b.charAt(at + 1) &&
		a.charAt(at + 1) === b.charAt(at) &&
		a.slice(at + 2) === b.slice(at + 2)
	);
}

function isDerived(short: string, long: string): boolean {
	return (
		long.length > short.length &&
		long.startsWith(short) &&
		/^(?:e?s|'s|a?n|i?an|er|ish|ist|ism|ite|ia|land|son|sen)$/.test(long.slice(short.length))
	);
}

/** Lower case, without accents. */
function folded(word: string): string {
	return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'");
}

/** What is left of a name when spellings of one sound are made one: doubled letters, y and i, ck and k, a mute h or e. */
function skeleton(word: string): string {
	return word
		.replace(/ph/g, 'f')
		.replace(/ck|c(?=[aou])|q/g, 'k')
		.replace(/[yj]/g, 'i')
		.replace(/(.)h/g, '$1')
		.replace(/(.)\1+/g, '$1')
		.replace(/e(?=n$|r$|l$)|o(?=n$)/g, 'e')
		.replace(/e$/, '');
}

// --- titles --------------------------------------------------------------------------------------------------------

/** Titles of which one person has one at a time, short and long. */
const ranks: Readonly<Record<string, string>> = {
	'sen.': 'senator',
	sen: 'senator',
	senator: 'senator',
	'rep.': 'representative',
	rep: 'representative',
	representative: 'representative',
	congressman: 'representative',
	congresswoman: 'representative',
	'gov.': 'governor',
	gov: 'governor',
	governor: 'governor',
	mayor: 'mayor',
	'sgt.': 'sergeant',
	sgt: 'sergeant',
	sergeant: 'sergeant',
	'lt.': 'lieutenant',
	lt: 'lieutenant',
	lieutenant: 'lieutenant',
	'capt.': 'captain',
	capt: 'captain',
	captain: 'captain',
	'col.': 'colonel',
	colonel: 'colonel',
	'cpl.': 'corporal',
	corporal: 'corporal',
};
const formerly = /^(?:former|then|then-\w+|ex|ex-\w+|acting|late|retired|outgoing|incoming|deputy|vice|-)$/;

function titleBefore(
	tokens: readonly Token[],
	index: number,
	first: number,
): { readonly name: string; readonly token: Token } | null {
	const token = tokens[index];
	if (!token || index < first) return null;
	const name = ranks[token.lower];
	if (!name || !/^\p{Lu}/u.test(token.text)) return null;
	for (let i = index - 1; i >= Math.max(0, index - 3); i--) if (formerly.test((tokens[i] as Token).lower)) return null;
	return { name, token };
}

/** A name with a title, in its block. */
interface Titled extends Name {
	readonly block: number;
}

/** People with a first name who have another title further down. */
function* titles(analyses: readonly BlockAnalysis[]): Generator<RuleFinding> {
	const titled = analyses.flatMap((analysis, block) =>
		namesOf(analysis).flatMap((name): readonly Titled[] => (name.title === '' ? [] : [{ ...name, block }])),
	);
	if (titled.length === 0) return;
	const firsts = new Map<string, Set<string>>();
	for (const analysis of analyses)
		for (const { first, last } of namesOf(analysis))
			if (first !== '') firsts.set(last, (firsts.get(last) ?? new Set()).add(first));
	const known = new Map<string, Titled>();
	const spanOf = ({ block, titlePlace, place }: Titled): Span =>
		inDocument(analyses[block] as BlockAnalysis, titlePlace ?? place);
	for (const name of titled) {
		// Two of one family name may have two titles.
		if (firsts.get(name.last)?.size !== 1) continue;
		const before = known.get(name.last);
		const isNear = before?.block === name.block && before.sentence === name.sentence;
		if (!before) known.set(name.last, name);
		else if (before.title !== name.title && !isNear) {
			yield {
				span: spanOf(name),
				message: t('A {0} here, a {1} above: which is “{2}”?', name.title, before.title, name.last),
				sameAs: `${name.last} ${name.title}`,
				related: [{ span: spanOf(before), message: t('Here a {0}.', before.title) }],
			};
		}
	}
}
