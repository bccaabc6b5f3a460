/** Builds what a fix sees from prose, and applies a fix to it: for the tests beside. */
import type { Habits } from '../../attribution/context';
import type { BlockAttribution, Genre, Mention, QuotedSpan } from '../../attribution/model';
import { noPartsOfSpeech } from '../../attribution/partsOfSpeech';
import type { BlockKind } from '../../text/block';
import { splitSentences } from '../../text/sentences';
import { identityMap } from '../../text/sourceMap';
import type { Span } from '../../text/span';
import { type Token, tokenize } from '../../text/tokens';
import type { Fix } from '../rule';
import type { FixView } from './view';

export interface Circumstances {
	readonly kind?: BlockKind;
	readonly genre?: Genre;
	readonly habits?: Partial<Habits>;
	readonly speakers?: readonly string[];
	/** Source, cue and content of what is attributed already, as words of the prose. */
	readonly attributed?: readonly (readonly [source: string, cue: string, content: string])[];
}

const american: Habits = { quotes: 'curly-double', punctuationInside: true, tense: 'said', order: 'source-cue' };

/** The view of a block of that prose. */
export function viewOf(text: string, circumstances: Circumstances = {}): FixView {
	const { kind = 'paragraph', genre = 'news', habits = {}, speakers = [], attributed = [] } = circumstances;
	const tokens = tokenize(text);
	const attributions = attributed.map(([source, cue, content]): BlockAttribution => {
		const cueSpan = spanOf(text, cue);
		const head = tokens.findIndex(token => token.end >= cueSpan.end);
		return {
			source: mentionOf(text, tokens, source),
			cue: {
				...cueSpan,
				stance: 'neutral',
				lemma: cue.toLowerCase().startsWith('according') ? 'according to' : 'say',
				head,
			},
			content: [spanOf(text, content)],
			basis: 'cue',
			confidence: 1,
			parent: null,
			via: [],
			addressee: null,
		};
	});
	return {
		analysis: {
			block: {
				kind,
				level: 0,
				text,
				span: { start: 0, end: text.length },
				map: identityMap(text.length),
				english: true,
				exhibits: [],
				emphasized: [],
			},
			tokens,
			partsOfSpeech: noPartsOfSpeech,
			sentences: splitSentences(text, tokens),
			quotations: quotationsOf(text, tokens),
			attributions,
			orphans: [],
			mentions: [],
			claims: [],
			wording: [],
			openQuotation: '',
		},
		context: {
			genre,
			habits: { ...american, ...habits },
			attributions: attributions.map(() => ({ source: null, first: true, via: [] })),
			speakers: [],
			voices: [],
			nearbySpeakers: speakers,
			introducedNext: null,
			verbs: [],
			bodyAttributions: [],
			bodyClaims: [],
			overreaches: [],
			relays: [],
			wordings: [],
			supported: [],
		},
	};
}

/** The span of words in the prose, their first occurrence. */
export function spanOf(text: string, words: string): Span {
	const start = text.indexOf(words);
	if (start < 0) throw new Error(`“${words}” is not in “${text}”`);
	return { start, end: start + words.length };
}

/** A mention with those words; its head is its first noun, or the word before a preposition. */
export function mentionOf(text: string, tokens: readonly Token[], words: string): Mention {
	const span = spanOf(text, words);
	const firstToken = tokens.findIndex(({ end }) => end > span.start);
	const endToken = tokens.findIndex(({ end }) => end >= span.end) + 1;
	const stop = tokens.findIndex(
		({ lower }, i) => i > firstToken && i < endToken && /^(?:close|in|with|of|at|who)$/.test(lower),
	);
	const head = (stop < 0 ? endToken : stop) - 1;
	const named = /^\p{Lu}/u.test(words) && !/^(?:The|An?|Some|Senior|Another) /u.test(words);
	return {
		...span,
		form: named ? 'name' : 'noun',
		head,
		firstToken,
		endToken,
		name: named ? words : '',
		descriptors: [],
		plural: false,
		definite: false,
	};
}

/** The prose after the fix, and after its snippet with the first choice taken; throws where the two differ or edits overlap. */
export function applied(text: string, fix: Fix): string {
	const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
	let result = text;
	let before = Number.POSITIVE_INFINITY;
	for (const { span, text: written, snippet } of edits) {
		if (span.end > before) throw new Error(`edits overlap in “${fix.title}”`);
		if (snippet !== undefined && expand(snippet) !== written) throw new Error(`“${snippet}” is not “${written}”`);
		before = span.start;
		result = result.slice(0, span.start) + written + result.slice(span.end);
	}
	return result;
}

/** A snippet as it stands before anything is typed. */
export function expand(snippet: string): string {
	return snippet
		.replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/gu, '$1')
		.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, '$1')
		.replace(/\\([\\$}])/gu, '$1');
}

/** Quotation marks paired as they come; what is found here only has to serve these tests. */
function quotationsOf(text: string, tokens: readonly Token[]): QuotedSpan[] {
	const pairs: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'" };
	const found: { start: number; end: number; open: string; close: string; parent: number | null }[] = [];
	const open: number[] = [];
	for (const token of tokens) {
		if (token.kind !== 'quote') continue;
		const index = open[open.length - 1];
		const current = index === undefined ? undefined : found[index];
		if (current !== undefined && pairs[current.open] === token.text) {
			current.end = token.end;
			current.close = token.text;
			open.pop();
		} else if (token.text in pairs) {
			open.push(found.length);
			found.push({ start: token.start, end: text.length, open: token.text, close: '', parent: index ?? null });
		}
	}
	return found.map(quotation => {
		const { start, end, open: mark, close, parent } = quotation;
		const inner = { start: start + mark.length, end: end - close.length };
		const whole = /^\p{Lu}/u.test(text.slice(inner.start)) && /[.?!…,]$/u.test(text.slice(0, inner.end));
		return { start, end, open: mark, close, parent, inner, kind: whole || close === '' ? 'direct' : 'partial' };
	});
}
