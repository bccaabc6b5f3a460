/** What the rules about wording share: the look of their messages and of their fixes. */
import type { Lexicons } from '../attribution/lexicons';
import { isTitleCase } from '../attribution/patterns';
import type { Block } from '../text/block';
import { indefiniteArticle } from '../text/inflection';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { Fix } from './rule';

const longestInMessage = 50;

/** Words of the draft as a message quotes them: one line, cut where long. */
export function forMessage(words: string): string {
	const line = words.replace(/\s+/g, ' ');
	if (line.length <= longestInMessage) return line;
	const cut = line.lastIndexOf(' ', longestInMessage);
	return `${line.slice(0, cut > 0 ? cut : longestInMessage)}…`;
}

/** A fix that writes other words in a place, with the capital and the article the place asks for. */
export function rewordingFix(
	text: string,
	tokens: readonly Token[],
	firstToken: number,
	span: Span,
	words: string,
): Fix {
	const written = matchCapital(text.slice(span.start, span.end), words);
	const article = tokens[firstToken - 1];
	const wanted = article && correctedArticle(article, words);
	const edit = wanted
		? { span: { start: article.start, end: span.end }, text: wanted + text.slice(article.end, span.start) + written }
		: { span, text: written };
	return { title: `Write “${words}”`, kind: 'reword', edits: [edit] };
}

/** Whether a block is set like a headline in Title Case, so that capitals tell nothing. */
export function hasTitleCase(block: Block, tokens: readonly Token[]): boolean {
	return (block.kind === 'headline' || block.kind === 'heading') && isTitleCase(tokens);
}

/** Keeps what is worked out from lexicons as long as the lexicons live. */
export function fromLexicons<T>(make: (lexicons: Lexicons) => T): (lexicons: Lexicons) => T {
	const made = new WeakMap<Lexicons, T>();
	return lexicons => {
		const known = made.get(lexicons);
		if (known !== undefined) return known;
		const value = make(lexicons);
		made.set(lexicons, value);
		return value;
	};
}

function matchCapital(before: string, words: string): string {
	const first = before.charAt(0);
	return first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** The article as it has to be before other words; nothing where it stays. */
function correctedArticle(article: Token, words: string): string | undefined {
	if (article.lower !== 'a' && article.lower !== 'an') return undefined;
	const wanted = indefiniteArticle(words);
	return wanted === article.lower ? undefined : matchCapital(article.text, wanted);
}
