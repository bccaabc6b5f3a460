import { t } from '@vscode/l10n';
import type { BlockAnalysis } from '../attribution/model';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Finds what was left to be answered: `[who?]`, `TK`, `{{citation needed}}`. */
export const openQuery: BlockRule = {
	id: 'open-query',
	summary: 'Finds a query that is still in the text: “[who?]”, “[reason]”, “TK”.',
	why: `Queries get published. A mark that asks for a name, a figure or a source is for the desk; whatever it stands in is
not yet known. While it stands, no other question is asked about the sourcing of its sentence.`,
	answer:
		'Answer it, or take out what cannot be answered. It can be ignored only here, never for a file or a workspace.',
	authorities: [
		{
			title: 'Reuters Handbook: the essentials of sourcing',
			url: 'http://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
		},
		{
			title: 'Wikipedia: Citation needed',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Citation_needed',
		},
	],
	severity: 'warning',
	defaultOn: true,
	ignoredOneByOne: true,
	voice: { quoted: 'report', attributed: 'report' },
	silentIn: ['not-news'],
	example: `The tunnel has cost $2 billion so far, [who?] said.
                                       ^^^^^^ open-query
“We had TK boats,” the keeper said. A source spoke on condition of anonymity because [reason].
        ^^ open-query
                                                                                     ^^^^^^^^ open-query`,
	nonExample: `“They [the owners] knew,” Harlow said. “It was [sic] late.” She bought the coat at TK Maxx.
The boat of 2019 [see chart] is still there. Super Bowl XXX was dull.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, genre } = view;
		for (const query of queriesIn(analysis)) {
			// An encyclopedia shows its readers what is not sourced yet.
			if (genre === 'encyclopedia' && query.isTemplate) continue;
			yield {
				span: query.span,
				message: t(
					'A query is still in the text: “{0}”.',
					forMessage(analysis.block.text.slice(query.span.start, query.span.end)),
				),
				holds: sentenceOf(analysis, query.span),
			};
		}
	},
};

interface OpenQuery {
	readonly span: Span;
	/** `{{citation needed}}` and `[citation needed]`, which wikis show to their readers. */
	readonly isTemplate: boolean;
}

/** The most tokens between the brackets of a query: "[took part, was briefed, saw it?]". */
const longestQuery = 12;
/** Without a question mark; "[who]" alone completes a quotation: “the judges [who] ruled”. */
const askedWords: ReadonlySet<string> = new Set('source sources reason date link cite ref tk todo tbc tbd'.split(' '));
/** In double braces, with whatever follows a "|". */
const templates: ReadonlySet<string> = new Set(
	'citation cn fact who when which where whom clarify dubious source verify according attribution by'.split(' '),
);

function* queriesIn({ tokens }: BlockAnalysis): Generator<OpenQuery> {
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (token.text === '[') {
			const close = closing(tokens, i, ']');
			if (close < 0 || !asks(tokens, i + 1, close)) continue;
			const isTemplate = tokens[i + 1]?.lower === 'citation';
			yield { span: { start: token.start, end: (tokens[close] as Token).end }, isTemplate };
			i = close;
		} else if (token.text === '{' && tokens[i + 1]?.text === '{') {
			const close = closing(tokens, i + 1, '}');
			if (close < 0 || tokens[close + 1]?.text !== '}' || !templates.has(tokens[i + 2]?.lower ?? '')) continue;
			yield { span: { start: token.start, end: (tokens[close + 1] as Token).end }, isTemplate: true };
			i = close + 1;
		} else if (isPlaceholder(tokens, i)) yield { span: { start: token.start, end: token.end }, isTemplate: false };
	}
}

/** Index of the mark that closes what opens at `open`; -1 where another opens before it or it is far. */
function closing(tokens: readonly Token[], open: number, mark: string): number {
	const farthest = Math.min(tokens.length, open + longestQuery + 2);
	for (let i = open + 1; i < farthest; i++) {
		const { text } = tokens[i] as Token;
		if (text === mark) return i;
		if (text === '[' || text === '{') return -1;
	}
	return -1;
}

/** What stands in brackets asks, or is a gap to be filled; "[the owners]" explains. */
function asks(tokens: readonly Token[], first: number, close: number): boolean {
	const last = tokens[close - 1];
	if (close <= first || !last) return false;
	if (/^\?+!?$/.test(last.text)) return true;
	const words = tokens.slice(first, close).map(({ lower }) => lower);
	if (words.length === 1) return askedWords.has(words[0] as string);
	return /^(?:citation|source|reference|quote|name|date|figure) needed$/.test(words.join(' '));
}

/** `TK` ("to come") and `XXX`, unless they are part of a name: "TK Maxx", "Super Bowl XXX". */
function isPlaceholder(tokens: readonly Token[], index: number): boolean {
	const token = tokens[index] as Token;
	// Most words are in small letters as they stand.
	if (token.kind !== 'word' || token.text === token.lower) return false;
	if (!/^(?:(?:TK){1,6}|X{3,12})$/.test(token.text)) return false;
	if (token.text.length > 3) return true;
	return !isName(tokens[index - 1], index > 1) && !isName(tokens[index + 1], true);
}

/** A capital where the sentence asks for none. */
function isName(token: Token | undefined, inside: boolean): boolean {
	return inside && token?.kind === 'word' && /^\p{Lu}\p{L}/u.test(token.text) && !/^(?:TK)+$|^X+$/.test(token.text);
}

function sentenceOf({ sentences, block }: BlockAnalysis, { start, end }: Span): Span {
	const first = sentences.find(sentence => sentence.end > start);
	const last = sentences.find(sentence => sentence.end >= end);
	return { start: first?.start ?? 0, end: last?.end ?? block.text.length };
}
