/** What a fix writes where only the reporter knows the answer: `[who?]`, as plain text and as a snippet. */

import { t } from '@vscode/l10n';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import type { FixView } from './view';

/** A gap to be filled; the first choice is always the query itself. */
export interface Query {
	readonly query: string;
	readonly choices: readonly string[];
}

/** What an edit writes, in order. */
export type Piece = string | Query;

const mostChoices = 8;
const longestName = 60;
/** No name has these; clients differ in how they read them, escaped or not, within a choice. */
const unsafeInChoice = /[\\$}\p{Cc}]/u;

/** `[who?]`, with the names of those who speak nearby to choose from. */
export function who({ analysis, context }: FixView, speakers: readonly string[] = context.nearbySpeakers): Query {
	const { kind } = analysis.block;
	const names = speakers.map(name => (isHeadline(kind) ? withoutArticle(name) : inSentence(name)));
	return { query: '[who?]', choices: [...new Set(names)].filter(isChoice).slice(0, mostChoices) };
}

/** `[reason]` and the like, to be typed over. */
export function gap(query: string): Query {
	return { query, choices: [] };
}

/** An edit that writes the pieces in place of the span. */
export function edit(span: Span, ...pieces: readonly Piece[]): Edit {
	const text = pieces.map(piece => (typeof piece === 'string' ? piece : piece.query)).join('');
	if (pieces.every(piece => typeof piece === 'string')) return { span, text };
	let stop = 0;
	const snippet = pieces
		.map(piece => {
			if (typeof piece === 'string') return piece.replace(/[\\$}]/g, '\\$&');
			stop += 1;
			return snippetOf(piece, stop);
		})
		.join('');
	return { span, text, snippet };
}

/** The fix that leaves `[who?]` to be answered. It names those who may be chosen and asks, since it cannot know. */
export function attribution(query: Query, edits: readonly Edit[]): Fix {
	return { title: attributionTitle(query.choices), kind: 'attribute', edits };
}

function attributionTitle([first, ...others]: readonly string[]): string {
	if (first === undefined) return t('Attribute to … (who says this?)');
	return others.length > 0
		? t('Attribute to {0} or … (did {0} say this?)', first)
		: t('Attribute to {0} (did {0} say this?)', first);
}

function snippetOf({ query, choices }: Query, stop: number): string {
	if (query !== '[who?]') return `\${${stop}:${query}}`;
	return `\${${stop}|${[query, ...choices].map(choice => choice.replace(/[,|]/g, '\\$&')).join(',')}|}`;
}

function isChoice(name: string): boolean {
	return name.trim() === name && name !== '' && name.length <= longestName && !unsafeInChoice.test(name);
}

/** "An American official" as it stands within a sentence. */
export function inSentence(name: string): string {
	return /^(?:The|An?|Another|Some|Two|Three|Several) /.test(name)
		? name.charAt(0).toLowerCase() + name.slice(1)
		: name;
}

function withoutArticle(name: string): string {
	return name.replace(/^(?:the|an?) /i, '');
}

/** Whether the block is set like a headline: no full stop, no articles, the present tense. */
export function isHeadline(kind: FixView['analysis']['block']['kind']): boolean {
	return kind === 'headline' || kind === 'heading';
}
