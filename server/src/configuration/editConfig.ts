/** Changing `.source-critic.jsonc` without touching what else stands in it. */
// The package's main file is UMD, which bundlers cannot follow.
import { createScanner, getNodeValue, type Node, parseTree } from 'jsonc-parser/lib/esm/main';
import { parseConfigFile } from './configFile';
import { escapeGlob } from './globs';

/** One change of text: `text` replaces the code units from `start` to `end`. */
export interface ConfigEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * The edits, in order, that switch a rule off: for one file (its path from the configuration's folder on) or, with
 * `null`, for all; a reason is written behind it as a comment. Null where the file is broken, or holds something else in
 * that place: it is for its writer to mend. An empty text gives a whole new file.
 */
export function switchOff(
	text: string,
	rule: string,
	path: string | null,
	reason?: string,
): readonly ConfigEdit[] | null {
	const start = text.startsWith('\uFEFF') ? 1 : 0;
	const body = text.slice(start);
	if (!parseConfigFile(body, { rules: [] }).wellFormed) return null;
	const root = parseTree(body, [], { allowTrailingComma: true, allowEmptyContent: true });
	const edits = root ? setOff(body, root, rule, path) : [newFile(body, rule, path)];
	const remark = commentOf(reason);
	return (
		edits?.map(edit => ({
			start: edit.start + start,
			end: edit.end + start,
			text: withRemark(edit.text, remark),
		})) ?? null
	);
}

const off = '"off"';
const maxReason = 200;

/** A reason as a comment that ends where it should; '' for none. */
function commentOf(reason = ''): string {
	const words = reason
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.replaceAll('*/', '* /')
		.trim();
	return words === '' ? '' : ` /* ${words.slice(0, maxReason)} */`;
}

/** The severity stands last in what is written: a file may be called "off" too. */
function withRemark(json: string, remark: string): string {
	const at = json.lastIndexOf(off);
	return at < 0 ? json : json.slice(0, at + off.length) + remark + json.slice(at + off.length);
}

function newFile(body: string, rule: string, path: string | null): ConfigEdit {
	const off = { [rule]: 'off' };
	const config = path === null ? { rules: off } : { overrides: [{ files: escapeGlob(path), rules: off }] };
	const eol = eolOf(body);
	const gap = body === '' || body.endsWith('\n') ? '' : eol;
	const json = JSON.stringify(config, null, '\t').replaceAll('\n', eol);
	return { start: body.length, end: body.length, text: `${gap}${json}${eol}` };
}

function setOff(body: string, root: Node, rule: string, path: string | null): readonly ConfigEdit[] | null {
	if (path === null) return set(body, root, ['rules', rule], 'off');
	const files = escapeGlob(path);
	const overrides = member(root, 'overrides');
	if (overrides === null) return set(body, root, ['overrides'], [{ files, rules: { [rule]: 'off' } }]);
	if (overrides.type !== 'array') return null;
	const own = (overrides.children ?? []).findLast(override => isFor(override, files));
	if (own) return set(body, own, ['rules', rule], 'off');
	return append(body, overrides, null, { files, rules: { [rule]: 'off' } });
}

/** Whether an override is for these files and no others. */
function isFor(override: Node, files: string): boolean {
	const node = member(override, 'files');
	const globs: unknown = node && getNodeValue(node);
	return globs === files || (Array.isArray(globs) && globs.length === 1 && globs[0] === files);
}

/** The value of a key; null where there is none. */
export function member(node: Node, key: string): Node | null {
	if (node.type !== 'object') return null;
	const property = (node.children ?? []).findLast(({ children }) => children?.[0]?.value === key);
	return property?.children?.[1] ?? null;
}

/** Sets the value at a path of keys, making the objects on the way; null where something else stands there. */
function set(body: string, node: Node, path: readonly string[], value: unknown): readonly ConfigEdit[] | null {
	const [key, ...rest] = path;
	if (key === undefined) {
		return [{ start: node.offset, end: node.offset + node.length, text: JSON.stringify(value) }];
	}
	if (node.type !== 'object') return null;
	const found = member(node, key);
	if (found) return set(body, found, rest, value);
	return append(
		body,
		node,
		key,
		rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value),
	);
}

/**
 * Adds a last member to an object (with a key) or list (without). The comma goes right behind the member before and the
 * new one after any comment on that line, so that each comment stays with what it is about.
 */
export function append(body: string, parent: Node, key: string | null, value: unknown): readonly ConfigEdit[] {
	const close = parent.offset + parent.length - 1;
	const last = parent.children?.at(-1);
	const lastEnd = last ? last.offset + last.length : parent.offset + 1;
	const at = lastEnd + body.slice(lastEnd, close).trimEnd().length;
	const comma = last && !hasComma(body, lastEnd, close) ? ',' : '';
	const name = key === null ? '' : `${JSON.stringify(key)}: `;
	const oneLine = last !== undefined && !body.slice(parent.offset, close).includes('\n');
	const text = oneLine ? ` ${name}${inline(value)}` : indented(body, parent, last, close, name, value);
	if (at === lastEnd) return [{ start: at, end: at, text: comma + text }];
	return [...(comma ? [{ start: lastEnd, end: lastEnd, text: comma }] : []), { start: at, end: at, text }];
}

function indented(body: string, parent: Node, last: Node | undefined, close: number, name: string, value: unknown) {
	const eol = eolOf(body);
	const unit = indentOf(body);
	const outer = lineIndent(body, parent.offset);
	const own = last && startsLine(body, last.offset) ? lineIndent(body, last.offset) : outer + unit;
	const json = JSON.stringify(value, null, unit).replaceAll('\n', eol + own);
	// "{}" and "{ "a": 1," with the brace behind it: the brace gets a line of its own.
	const tail = startsLine(body, close) ? '' : eol + outer;
	return `${eol}${own}${name}${json}${tail}`;
}

/** JSON on one line, as people write it: `{ "a": "off" }`. */
function inline(value: unknown): string {
	return JSON.stringify(value, null, 1).replace(/\n */g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']');
}

function hasComma(body: string, start: number, end: number): boolean {
	const scanner = createScanner(body.slice(start, end), true);
	scanner.scan();
	return body[start + scanner.getTokenOffset()] === ',';
}

function startsLine(body: string, offset: number): boolean {
	return body.slice(lineStart(body, offset), offset).trim() === '';
}

function lineIndent(body: string, offset: number): string {
	const line = body.slice(lineStart(body, offset), offset);
	return line.slice(0, line.length - line.trimStart().length);
}

function lineStart(body: string, offset: number): number {
	return body.lastIndexOf('\n', offset - 1) + 1;
}

export function eolOf(body: string): string {
	return body.includes('\r\n') ? '\r\n' : '\n';
}

/** What the file indents with. */
function indentOf(body: string): string {
	const indent = /^([ \t]+)\S/m.exec(body)?.[1];
	return indent === undefined || indent.includes('\t') ? '\t' : indent.slice(0, 8);
}
