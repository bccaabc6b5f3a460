/** A block as columns of numbers: what the attribution tagger's features are read from. */
import { formClass, formShape, formStem, formSuffix3, formWidth, formWord } from '../../kernel/columns';
import { mix } from '../tagging/hash';
import type { Lexemes } from '../tagging/lexemes';
import type { PartOfSpeechTagger } from '../tagging/partOfSpeech';
import { type ByteTable, lookUp, tableKey } from '../tagging/table';
import type { Sentence, Token } from '../text/tokens';
import type { QuotedSpan } from './model';

/** Where a token stands in quotation marks: outside, at the opening mark, inside, at the closing mark; a mark without a partner. */
export const quoteStates = { outside: 0, opening: 1, inside: 2, closing: 3, stray: 4 } as const;

/** One block. All arrays have an entry a token. */
export interface Columns {
	readonly count: number;
	/** Label numbers of the part-of-speech tagger. */
	readonly tags: Uint8Array;
	/** Hashes: the word, its stem, its last three letters, its shape; and its class. */
	readonly words: Int32Array;
	readonly stems: Int32Array;
	readonly suffixes: Int32Array;
	readonly shapes: Int32Array;
	readonly classes: Int32Array;
	readonly quotes: Uint8Array;
	/** How often the word is a cue, in tenths plus one; 0 where it never is, or stands in quotation marks. */
	readonly cueShares: Uint8Array;
	/** First token and last token of the sentence. */
	readonly sentenceStarts: Int32Array;
	readonly sentenceEnds: Int32Array;
	/** What the quotation the token lies in is like: 0 none, else 1 + kind (long, short, goes on past the sentence, unclosed). */
	readonly quoteKinds: Uint8Array;
	/** Counts of commas, verbs and "that" before each token; one entry more than tokens. */
	readonly commasBefore: Int32Array;
	readonly verbsBefore: Int32Array;
	readonly thatsBefore: Int32Array;
	/** Whether the block is in Title Case. */
	readonly titleCase: boolean;
}

/** What turns tokens into columns. */
export interface ColumnReader {
	read(
		tokens: readonly Token[],
		sentences: readonly Sentence[],
		quotations: readonly QuotedSpan[],
		titleCase: boolean,
	): Columns;
	/** The same columns with other shares of cues: for training, where a fold must not see its own. */
	withCueShares(columns: Columns, cueShares: ByteTable): Columns;
}

/** Groups of tags: a verb of any form is one group to the table of cues. */
export interface TagGroups {
	readonly group: Uint8Array;
	readonly isVerb: Uint8Array;
	readonly finite: Uint8Array;
}

export function tagGroups(labels: readonly string[]): TagGroups {
	const names = labels.map(label => {
		const [universal = '', penn = ''] = label.split('|');
		return universal === 'AUX' ? 'AUX' : penn.slice(0, 2);
	});
	const numbers = [...new Set(names)].sort();
	return {
		group: Uint8Array.from(names, name => numbers.indexOf(name)),
		isVerb: Uint8Array.from(labels, label => (/^VERB\||^AUX\|/.test(label) ? 1 : 0)),
		finite: Uint8Array.from(labels, label => (/\|(?:VBD|VBZ|VBP|MD)$/.test(label) ? 1 : 0)),
	};
}

/** The key of a word with a tag in the table of cues; the group is written by name, so that tables outlive a tagger. */
export function cueKey(stem: number, group: number): number {
	return tableKey(mix(901, stem, group));
}

const comma = 0x2c;

export function createColumnReader(
	lexemes: Lexemes & { readonly clear: () => void },
	tagger: PartOfSpeechTagger,
	cueShares: ByteTable,
): ColumnReader {
	const groups = tagGroups(tagger.labels);
	const sharesOf = (stems: Int32Array, tags: Uint8Array, quotes: Uint8Array, table: ByteTable): Uint8Array => {
		const shares = new Uint8Array(stems.length);
		for (let i = 0; i < shares.length; i++) {
			const quote = quotes[i] as number;
			if (quote !== quoteStates.outside && quote !== quoteStates.stray) continue;
			shares[i] = lookUp(table, cueKey(stems[i] as number, groups.group[tags[i] as number] as number));
		}
		return shares;
	};
	return {
		read(tokens, sentences, quotations, titleCase) {
			lexemes.clear();
			const count = tokens.length;
			const forms = new Int32Array(count);
			for (let i = 0; i < count; i++) forms[i] = lexemes.idOf((tokens[i] as Token).text);
			const { values } = lexemes.rows;
			const column = (part: number): Int32Array => {
				const result = new Int32Array(count);
				for (let i = 0; i < count; i++) result[i] = values[(forms[i] as number) * formWidth + part] as number;
				return result;
			};
			const tags = tagger.tag(forms, sentences);
			const sentenceStarts = new Int32Array(count);
			const sentenceEnds = new Int32Array(count);
			for (const { firstToken, endToken } of sentences) {
				sentenceStarts.fill(firstToken, firstToken, endToken);
				sentenceEnds.fill(endToken - 1, firstToken, endToken);
			}
			const { quotes, quoteKinds } = quoteColumns(tokens, sentenceEnds, quotations);
			const commasBefore = new Int32Array(count + 1);
			const verbsBefore = new Int32Array(count + 1);
			const thatsBefore = new Int32Array(count + 1);
			for (let i = 0; i < count; i++) {
				const { text, lower } = tokens[i] as Token;
				const isComma = text.length === 1 && text.charCodeAt(0) === comma;
				commasBefore[i + 1] = (commasBefore[i] as number) + (isComma ? 1 : 0);
				verbsBefore[i + 1] = (verbsBefore[i] as number) + (groups.isVerb[tags[i] as number] as number);
				thatsBefore[i + 1] = (thatsBefore[i] as number) + (lower === 'that' ? 1 : 0);
			}
			const stems = column(formStem);
			return {
				count,
				tags,
				words: column(formWord),
				stems,
				suffixes: column(formSuffix3),
				shapes: column(formShape),
				classes: column(formClass),
				quotes,
				quoteKinds,
				cueShares: sharesOf(stems, tags, quotes, cueShares),
				sentenceStarts,
				sentenceEnds,
				commasBefore,
				verbsBefore,
				thatsBefore,
				titleCase,
			};
		},
		withCueShares: (columns, table) => ({
			...columns,
			cueShares: sharesOf(columns.stems, columns.tags, columns.quotes, table),
		}),
	};
}

/** A quotation of fewer tokens than this, marks included, is a few words within a sentence. */
const shortQuotation = 6;

function quoteColumns(
	tokens: readonly Token[],
	sentenceEnds: Int32Array,
	quotations: readonly QuotedSpan[],
): { readonly quotes: Uint8Array; readonly quoteKinds: Uint8Array } {
	const quotes = new Uint8Array(tokens.length);
	const quoteKinds = new Uint8Array(tokens.length);
	for (let i = 0; i < tokens.length; i++) if ((tokens[i] as Token).kind === 'quote') quotes[i] = quoteStates.stray;
	let i = 0;
	for (const { start, end, parent, close, open } of quotations) {
		if (parent !== null) continue;
		while (i < tokens.length && (tokens[i] as Token).start < start) i++;
		const first = i;
		while (i < tokens.length && (tokens[i] as Token).end <= end) i++;
		const last = i - 1;
		if (last < first) continue;
		quotes.fill(quoteStates.inside, first, i);
		if (open !== '') quotes[first] = quoteStates.opening;
		if (close !== '') quotes[last] = quoteStates.closing;
		const isShort = i - first < shortQuotation;
		const goesOn = (sentenceEnds[first] as number) < last;
		quoteKinds.fill(close === '' ? 4 : isShort ? 2 : goesOn ? 3 : 1, first, i);
	}
	return { quotes, quoteKinds };
}
