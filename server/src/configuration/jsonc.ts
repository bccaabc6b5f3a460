/** The syntax tree of a file that people write by hand: comments and trailing commas are welcome. */
import { t } from '@vscode/l10n';
// The package's main file is UMD, which bundlers cannot follow.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser/lib/esm/main';
import type { Span } from '../text/span';

export interface HandWritten {
	/** Null where nothing has been written yet, or nothing can be read. */
	readonly root: Node | null;
	/** Why it cannot be read, in whole sentences; empty where it can. */
	readonly errors: readonly { readonly span: Span; readonly message: string }[];
}

/** More mistakes than these help no one. */
export const maxProblems = 50;
/** What is written by hand is smaller: a larger file is something else. */
const maxLength = 1_000_000;
const maxDepth = 50;

/** Reads a text; never throws. Offsets are UTF-16, a byte order mark counts as one. */
export function parseHandWritten(text: string): HandWritten {
	const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
	if (body.length > maxLength) return unreadable(t('This file is too large to be written by hand.'));
	if (isTooDeep(body)) return unreadable(t('This file is nested too deeply.'));
	const errors: ParseError[] = [];
	const root = parseTree(body, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? null;
	if (root === null && body.trim() === '') return { root, errors: [] };
	return {
		root: errors.length > 0 ? null : root,
		errors: errors.slice(0, maxProblems).map(({ error, offset, length }) => ({
			span: { start: offset, end: offset + length },
			message: syntaxMessage(printParseErrorCode(error)),
		})),
	};
}

function unreadable(message: string): HandWritten {
	return { root: null, errors: [{ span: { start: 0, end: 0 }, message }] };
}

/** The parser calls itself for each level, and ten thousand brackets would exhaust the stack. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
		if (depth > maxDepth) return true;
	}
	return false;
}

function syntaxMessage(code: string): string {
	switch (code) {
		case 'InvalidSymbol':
			return t('This is not JSON.');
		case 'InvalidNumberFormat':
			return t('This is not a number.');
		case 'PropertyNameExpected':
			return t('A key in double quotes is expected here.');
		case 'ValueExpected':
			return t('A value is expected here.');
		case 'ColonExpected':
			return t('A colon is expected here.');
		case 'CommaExpected':
			return t('A comma is expected here.');
		case 'CloseBraceExpected':
			return t('A closing brace is missing.');
		case 'CloseBracketExpected':
			return t('A closing bracket is missing.');
		case 'EndOfFileExpected':
			return t('The file should end here.');
		case 'UnexpectedEndOfComment':
			return t('This comment has no end.');
		case 'UnexpectedEndOfString':
			return t('This string has no closing quote.');
		case 'UnexpectedEndOfNumber':
			return t('This number is not complete.');
		default:
			return t('This is not valid JSON.');
	}
}
