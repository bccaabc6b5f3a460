/**
 * Globs of a configuration file. They come with a workspace that nobody vouches for, so they are matched by hand, in
 * time bounded by pattern times path, and never become a regular expression.
 *
 * `*` and `?` stay within a path segment, `**` spans segments, `{a,b}` is a choice, `[a-z]` and `[!a-z]` are sets, `\`
 * takes the next character as it is. A glob without "/" is matched with the file's name in any folder; one that ends in
 * "/" stands for everything below that folder.
 */

import { t } from '@vscode/l10n';

/** Choices multiply: a glob that stands for more alternatives than this matches nothing. */
const maxAlternatives = 256;
const maxLength = 1000;

/** Whether the path (relative, with "/") is one the glob stands for. */
export function matches(glob: string, path: string): boolean {
	if (glob.length > maxLength) return false;
	const segments = path.split('/');
	return alternatives(trimmed(glob)).some(pattern => matchesSegments(pattern, segments));
}

export function matchesAny(globs: readonly string[], path: string): boolean {
	return globs.some(glob => matches(glob, path));
}

/** What is wrong with a glob, or null. */
export function globProblem(glob: string): string | null {
	if (glob.length > maxLength) return t('This glob is longer than {0} characters.', maxLength);
	if (glob === '') return t('This glob is empty.');
	if (alternatives(trimmed(glob)).length === 0)
		return t('This glob stands for more than {0} alternatives.', maxAlternatives);
	return null;
}

/** A glob that stands for just this path. */
export function escapeGlob(path: string): string {
	return path.replace(/[\\*?[\]{}!]/g, '\\$&');
}

function trimmed(glob: string): string {
	const start = glob.startsWith('./') ? 2 : glob.startsWith('/') ? 1 : 0;
	const pattern = glob.slice(start);
	return pattern.endsWith('/') ? `${pattern}**` : start === 1 || pattern.includes('/') ? pattern : `**/${pattern}`;
}

function matchesSegments(pattern: string, segments: readonly string[]): boolean {
	const parts = pattern.split('/').map(part => (part === '**' ? '**' : tokens(part)));
	return wildcard(
		parts,
		segments,
		part => part === '**',
		(part, segment) => part !== '**' && matchesSegment(part, segment),
	);
}

type Token = { readonly kind: 'star' | 'any' } | { readonly kind: 'one'; readonly of: (character: string) => boolean };

function matchesSegment(pattern: readonly Token[], segment: string): boolean {
	return wildcard(
		pattern,
		[...segment],
		token => token.kind === 'star',
		(token, character) => token.kind === 'any' || (token.kind === 'one' && token.of(character)),
	);
}

/** The usual two pointers: only the last star is ever taken back. */
function wildcard<P, T>(
	pattern: readonly P[],
	text: readonly T[],
	isStar: (part: P) => boolean,
	fits: (part: P, item: T) => boolean,
): boolean {
	let at = 0;
	let star = -1;
	let resume = 0;
	for (let position = 0; position < text.length; ) {
		const part = pattern[at];
		if (part !== undefined && isStar(part)) {
			star = at++;
			resume = position;
		} else if (part !== undefined && fits(part, text[position] as T)) {
			at++;
			position++;
		} else if (star >= 0) {
			at = star + 1;
			position = ++resume;
		} else return false;
	}
	return pattern.slice(at).every(isStar);
}

function tokens(part: string): readonly Token[] {
	const characters = [...part];
	const found: Token[] = [];
	for (let i = 0; i < characters.length; i++) {
		const character = characters[i] as string;
		if (character === '*') found.push({ kind: 'star' });
		else if (character === '?') found.push({ kind: 'any' });
		else if (character === '[') {
			const end = characters.indexOf(']', i + 2);
			if (end < 0) found.push(literal(character));
			else {
				found.push(set(characters.slice(i + 1, end)));
				i = end;
			}
		} else if (character === '\\' && i + 1 < characters.length) found.push(literal(characters[++i] as string));
		else found.push(literal(character));
	}
	return found;
}

function literal(wanted: string): Token {
	return { kind: 'one', of: character => character === wanted };
}

function set(characters: readonly string[]): Token {
	const negated = characters[0] === '!' || characters[0] === '^';
	const members = negated ? characters.slice(1) : characters;
	const isMember = (character: string) =>
		members.some((member, i) => {
			if (members[i + 1] === '-' && i + 2 < members.length)
				return member <= character && character <= (members[i + 2] as string);
			return member === character;
		});
	return { kind: 'one', of: character => isMember(character) !== negated };
}

/** The glob with its choices spelled out; none where there are too many. */
function alternatives(glob: string): readonly string[] {
	let done: readonly string[] = [''];
	let rest = glob;
	while (rest !== '') {
		const open = unescaped(rest, '{', 0);
		const group = open < 0 ? null : choices(rest, open);
		if (group === null) return done.map(head => head + rest);
		const before = rest.slice(0, open);
		const inner = group.options.flatMap(option => alternatives(option));
		if (inner.length === 0 || done.length * inner.length > maxAlternatives) return [];
		done = done.flatMap(head => inner.map(option => head + before + option));
		rest = rest.slice(group.end);
	}
	return done;
}

/** The options of the group that opens at `open`, and where it ends; null where it never closes. */
function choices(text: string, open: number): { readonly options: readonly string[]; readonly end: number } | null {
	const options: string[] = [];
	let depth = 0;
	let start = open + 1;
	for (let i = open; i < text.length; i++) {
		const character = text[i];
		if (character === '\\') i++;
		else if (character === '{') depth++;
		else if (character === ',' && depth === 1) {
			options.push(text.slice(start, i));
			start = i + 1;
		} else if (character === '}' && --depth === 0) {
			return { options: [...options, text.slice(start, i)], end: i + 1 };
		}
	}
	return null;
}

function unescaped(text: string, wanted: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		if (text[i] === '\\') i++;
		else if (text[i] === wanted) return i;
	}
	return -1;
}
