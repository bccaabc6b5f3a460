/** Quotation marks, paired. */
import type { Token } from '../text/tokens';
import type { QuotationKind, QuotedSpan } from './model';

/** The closing mark of each opening mark. A straight mark closes itself. */
const closers: Readonly<Record<string, readonly string[]>> = {
	'“': ['”'],
	'„': ['“', '”'],
	'‘': ['’'],
	'‚': ['‘', '’'],
	'«': ['»'],
	'‹': ['›'],
	'"': ['"'],
	"'": ["'"],
	'``': ["''", '``'],
	// Old wire copy: two single marks for a double one, on both sides.
	"''": ["''"],
};

/** Quotations within quotations go no deeper in prose; further marks open nothing. */
const deepest = 4;

interface Open {
	readonly mark: string;
	readonly token: number;
	readonly index: number;
}

/**
 * The quotations of one block's prose, in order of their opening marks; nested ones point to the one they lie in.
 * A quotation that is never closed ends with its block. Straight marks pair within the block.
 */
export function findQuotations(text: string, tokens: readonly Token[]): readonly QuotedSpan[] {
	const found: (QuotedSpan | null)[] = [];
	const open: Open[] = [];
	const finish = ({ mark, token, index }: Open, closing: Token | null, end: number): void => {
		const start = (tokens[token] as Token).start;
		const parent = open.at(-1)?.index ?? null;
		const inner = { start: (tokens[token] as Token).end, end: closing?.start ?? end };
		found[index] =
			inner.end > inner.start
				? {
						start,
						end: closing?.end ?? end,
						inner,
						kind: kindOf(text, tokens, token, inner.end),
						open: mark,
						close: closing?.text ?? '',
						parent,
					}
				: null;
	};
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (token.kind !== 'quote') continue;
		const depth = closes(open, token, text);
		if (depth >= 0) {
			// A mark left open inside one that closes was an apostrophe, or a slip: forget it.
			for (const dropped of open.splice(depth + 1)) found[dropped.index] = null;
			finish(open.pop() as Open, token, token.end);
		} else if (open.length < deepest && closers[token.text] && text.charCodeAt(token.end) > 32) {
			open.push({ mark: token.text, token: i, index: found.length });
			found.push(null);
		}
	}
	const end = tokens.at(-1)?.end ?? 0;
	while (open.length > 0) {
		const last = open.pop() as Open;
		// A lone single mark is an apostrophe more often than a quotation without an end.
		if (last.mark !== "'" && last.mark !== '‘') finish(last, null, end);
	}
	return renumber(found);
}

/** The mark of a quotation left open at the end of the block, or ''. */
export function openMark(quotations: readonly QuotedSpan[]): string {
	return quotations.find(quotation => quotation.close === '' && quotation.parent === null)?.open ?? '';
}

function closes(open: readonly Open[], token: Token, text: string): number {
	const straight = token.text === '"' || token.text === "'" || token.text === "''";
	for (let i = open.length - 1; i >= 0; i--) {
		const { mark } = open[i] as Open;
		if (!closers[mark]?.includes(token.text)) continue;
		const spaceBefore = token.start === 0 || text.charCodeAt(token.start - 1) <= 32;
		const spaceAfter = token.end >= text.length || text.charCodeAt(token.end) <= 32;
		// A straight mark with a gap before it and none after opens a new one: the one before was never closed.
		return straight && spaceBefore && !spaceAfter && i < open.length - 1 ? -1 : i;
	}
	return -1;
}

function renumber(found: readonly (QuotedSpan | null)[]): readonly QuotedSpan[] {
	const numbers: number[] = [];
	let count = 0;
	for (const quotation of found) numbers.push(quotation ? count++ : -1);
	const result: QuotedSpan[] = [];
	for (const quotation of found) {
		if (!quotation) continue;
		let { parent } = quotation;
		if (parent !== null) parent = (numbers[parent] as number) >= 0 ? (numbers[parent] as number) : null;
		result.push({ ...quotation, parent });
	}
	return result;
}

const introducesTitle = new Set(
	'called titled entitled named book novel film movie song album series episode show documentary headline article report column dubbed nicknamed'.split(
		' ',
	),
);
const titleSmall = new Set('a an the of in on at for to and or but by with from as vs'.split(' '));

/** A first reading of what the marks are for; attributions may turn `scare` into `partial`. */
function kindOf(text: string, tokens: readonly Token[], opening: number, innerEnd: number): QuotationKind {
	const words: Token[] = [];
	let stop = false;
	for (let i = opening + 1; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (token.start >= innerEnd) break;
		if (token.kind === 'word' || token.kind === 'number') words.push(token);
		else if (/^[.!?…]/.test(token.text)) stop = true;
	}
	const first = words[0];
	if (!first) return 'partial';
	const capital = isCapital(first.text);
	const before = tokens[opening - 1];
	const titled =
		words.length >= 2 &&
		words.length <= 10 &&
		capital &&
		words.every(w => isCapital(w.text) || titleSmall.has(w.lower) || /^['’]s$/.test(w.lower));
	// ‘a comedy in the style of “The Long Tide.”’: the full stop is the sentence's.
	const ends = words.at(-1)?.end ?? innerEnd;
	const isStopped = stop && (/^\S*[!?…]/.test(text.slice(ends, innerEnd)) || stopsWithin(tokens, opening, ends));
	if (titled && !isStopped && (before === undefined || introducesTitle.has(before.lower) || words.length >= 3))
		return 'title';
	if (before && introducesTitle.has(before.lower) && words.length <= 6 && !stop) return 'title';
	const comma = /[,.!?…—–-]$/.test(text.slice(0, innerEnd));
	if (capital && words.length >= 2 && (comma || words.length >= 6)) return 'direct';
	if (stop && words.length >= 5 && capital) return 'direct';
	return words.length <= 3 && !comma ? 'scare' : 'partial';
}

function stopsWithin(tokens: readonly Token[], opening: number, end: number): boolean {
	for (let i = opening + 1; i < tokens.length && (tokens[i] as Token).start < end; i++)
		if (/^[.!?…]/.test((tokens[i] as Token).text)) return true;
	return false;
}

function isCapital(word: string): boolean {
	const first = word.charAt(0);
	return first !== first.toLowerCase() || (first >= '0' && first <= '9');
}
