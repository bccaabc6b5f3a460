/**
 * Markdown cut into parts that can be read one by one: at blank lines that end every container, around fences and HTML
 * that may hold blank lines, between the items of a list. A cut is made only where the parser would start afresh;
 * when in doubt, none is made.
 */
import { frontMatterLength } from './frontMatter';

/** A part of a Markdown document. */
export interface MarkdownPart {
	/** `prose`: nothing in it is markup; `markup`: for the parser; the others are known by their first line. */
	readonly form: 'prose' | 'markup' | 'code' | 'html' | 'front-matter' | 'huge';
	/** Document offset. */
	readonly start: number;
	readonly text: string;
	/** Labels used in it that the document defines elsewhere or here, normalised. */
	readonly definitions: readonly string[];
}

/** A part longer than this is read as plain text: the parser's time grows faster than what it is given. */
export const hugePart = 20_000;

const blockHtml = /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i;
const flowHtml =
	/^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/i;
const loneTag = /^<\/?[a-z][^<>]{0,999}>[ \t]*$/i;
const fenceOpening = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const listMarker = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/;
const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const definition = /^(?:[>*+-]?[ \t]*){0,4}\[((?:[^[\]\\]|\\.)+)\]:/;

const mostMarks = 2_000;
const mostLines = 1_500;
const mostUnderlines = 100;

/** Whether a part holds so many marks that the parser would take long over it: its time grows with their square. */
export function isDense(text: string): boolean {
	let marks = 0;
	let lines = 0;
	let underlines = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 10 || code === 13) {
			lines++;
			const next = text.charCodeAt(index + 1);
			if ((next === 61 || next === 45) && isUnderline(text, index + 1)) underlines++;
		} else if (isMark(code)) marks++;
	}
	return marks > mostMarks || lines > mostLines || underlines > mostUnderlines;
}

/** Whether a line is an underline, as far as its first two code units tell. */
function isUnderline(text: string, start: number): boolean {
	const second = text.charCodeAt(start + 1);
	return Number.isNaN(second) || second === text.charCodeAt(start) || second === 10 || second === 13;
}

/** `*`, `_`, `` ` ``, `~`, `[`, `]`, `<`, `>`, `&`, `\` */
function isMark(code: number): boolean {
	return (
		code === 42 ||
		code === 95 ||
		code === 96 ||
		code === 126 ||
		(code >= 91 && code <= 93) ||
		code === 60 ||
		code === 62 ||
		code === 38
	);
}

/** So many code units are cut at a time, by who has other things to do. */
const unitsAtOnce = 300_000;

/** The parts of a document from `from` on, pausing now and then: cutting can go on at the start of any part. */
export function* splitMarkdown(text: string, from: number): Generator<undefined, readonly MarkdownPart[], void> {
	const matter = frontMatterLength(text, from);
	const splitter = createSplitter(text);
	if (matter > 0) splitter.add('front-matter', from, from + matter);
	for (let at = from + matter; at < text.length; ) {
		let next = text.length;
		splitter.run(at, start => {
			if (start - at < unitsAtOnce) return false;
			next = start;
			return true;
		});
		at = next;
		yield;
	}
	return splitter.finish();
}

/**
 * The parts from the start of a part on that an earlier reading of the document had, up to the first that `stop` knows
 * the start of; only for documents without link definitions.
 */
export function splitMarkdownOn(text: string, from: number, stop: (start: number) => boolean): readonly MarkdownPart[] {
	const splitter = createSplitter(text);
	splitter.run(from, stop);
	return splitter.finish();
}

/** The document in one part, but for front matter: for tests. */
export function uncutMarkdown(text: string, from: number): readonly MarkdownPart[] {
	const matter = frontMatterLength(text, from);
	const splitter = createSplitter(text);
	if (matter > 0) splitter.add('front-matter', from, from + matter);
	const parts = splitter.finish();
	// Cut all the same, for the definitions.
	splitter.run(from + matter, () => false);
	return [...parts, splitter.uncut(from + matter)];
}

interface Open {
	readonly form: MarkdownPart['form'];
	readonly start: number;
	readonly end: number;
}

function createSplitter(text: string) {
	const parts: Open[] = [];
	const defined = new Set<string>();
	const mayDefine = text.includes(']:');

	const define = (line: string) => {
		const label = mayDefine ? definition.exec(line)?.[1] : undefined;
		if (label !== undefined && !label.startsWith('^')) defined.add(normalized(label));
	};
	const add = (form: MarkdownPart['form'], start: number, end: number) => {
		if (end > start) parts.push({ form, start, end });
	};

	const run = (from: number, stop: (start: number) => boolean) => {
		/** Where the part being collected starts and its last visible line ends; -1: none. */
		let partStart = -1;
		let partEnd = -1;
		/** Width of the indent that keeps a line in the outermost list item or note; -1: in none. */
		let contentIndent = -1;
		let outerMarker = '';
		let lastIndent = 0;
		let blankBefore = true;
		let untilBlank = false;
		let isPlain = true;
		/** Whether the line before is a list marker and nothing else: a blank line then ends the item. */
		let isEmptyItem = false;
		/** Whether the line before cannot be part of a paragraph. */
		let isRule = false;

		const close = () => {
			if (partStart >= 0) {
				const isHuge = partEnd - partStart > hugePart;
				add(isHuge ? 'huge' : isPlain ? 'prose' : 'markup', partStart, partEnd);
			}
			partStart = -1;
			contentIndent = -1;
			untilBlank = false;
			isPlain = true;
		};

		let start = from;
		while (start < text.length) {
			const end = lineEnd(text, start);
			const { width, first } = indentOf(text, start, end);
			const next = afterLineEnd(text, end);
			if (first === end) {
				if (isEmptyItem) contentIndent = -1;
				blankBefore = true;
				untilBlank = false;
				isEmptyItem = false;
				start = next;
				continue;
			}
			if (isEmptyItem && width < contentIndent) contentIndent = -1;
			const inContainer = contentIndent >= 0 && width >= contentIndent;
			if (blankBefore && partStart >= 0) {
				if (inContainer || (width >= 4 && lastIndent >= 4)) isPlain = false;
				else close();
			}
			if (partStart < 0 && stop(start)) return;
			const isTop = !untilBlank && width < 4 && (contentIndent < 0 || width < contentIndent);
			const line = text.slice(first, end);
			const initial = text.charCodeAt(first);

			if (isTop && (initial === 96 || initial === 126) && fenceOpening.test(line)) {
				close();
				if (stop(start)) return;
				const closing = fenceEnd(text, next, line);
				add('code', start, closing);
				start = afterLineEnd(text, closing);
				blankBefore = true;
				continue;
			}
			if (isTop && initial === 60) {
				const until = htmlEnd(line);
				if (until !== null) {
					close();
					if (stop(start)) return;
					const closing = endOfLineWith(text, first, until);
					add('html', start, closing);
					start = afterLineEnd(text, closing);
					blankBefore = true;
					continue;
				}
				if (flowHtml.test(line) || ((blankBefore || isRule || isEmptyItem) && loneTag.test(line))) {
					untilBlank = true;
					contentIndent = -1;
				}
			}
			isEmptyItem = false;
			const breaks = initial === 35 || thematicBreak.test(line);
			if (isTop) {
				const marker = listMarker.exec(line);
				const interrupts =
					marker !== null && canOpenItem(marker, line, contentIndent >= 0 || blankBefore || isRule || partStart < 0);
				if (marker !== null && interrupts && !breaks) {
					const kind = marker[1] ?? marker[3] ?? '';
					if (contentIndent >= 0 && kind === outerMarker && width === 0 && line.length > marker[0].length + 1) close();
					contentIndent = width + contentOffset(line, marker[0].length);
					outerMarker = kind;
					isEmptyItem = line.slice(marker[0].length).trim() === '';
				} else if (initial === 91 && line.startsWith('[^')) contentIndent = 4;
				else if (blankBefore || breaks || initial === 62) contentIndent = -1;
			}
			isRule = breaks || underline.test(line);
			define(line);
			if (partStart < 0) {
				partStart = start;
				isPlain = true;
			}
			if (isPlain) isPlain = isPlainLine(line, initial, width, partStart === start);
			partEnd = end;
			lastIndent = width;
			blankBefore = false;
			start = next;
		}
		close();
	};

	const finish = (): readonly MarkdownPart[] =>
		parts.map(({ form, start, end }) => {
			const part = text.slice(start, end);
			return { form, start, text: part, definitions: form === 'markup' ? labelsIn(part, defined) : [] };
		});

	const uncut = (start: number): MarkdownPart => ({
		form: 'markup',
		start,
		text: text.slice(start),
		definitions: [...defined],
	});

	return { add, run, finish, uncut };
}

/** Labels in brackets that are defined; a label holds no brackets. */
function labelsIn(text: string, defined: ReadonlySet<string>): readonly string[] {
	if (defined.size === 0 || !text.includes('[')) return [];
	const labels = new Set<string>();
	for (const match of text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)) {
		const label = normalized(match[1] ?? '');
		if (defined.has(label)) labels.add(label);
	}
	return [...labels];
}

/** A link label as CommonMark compares it. */
export function normalized(label: string): string {
	return label
		.replace(/[\t\n\r ]+/g, ' ')
		.trim()
		.toLowerCase()
		.toUpperCase();
}

/** Whether a list marker opens an item where it stands; in the middle of a paragraph only a bullet with words or a 1 does. */
function canOpenItem(marker: RegExpExecArray, line: string, free: boolean): boolean {
	if (free) return true;
	if (line.slice(marker[0].length).trim() === '') return false;
	return marker[2] === undefined || Number(marker[2]) === 1;
}

/** How far after the marker's first unit an item's content begins. */
function contentOffset(line: string, marker: number): number {
	let spaces = 0;
	while (spaces < 5 && line.charCodeAt(marker + spaces) === 32) spaces++;
	return marker + (spaces === 0 || spaces === 5 ? 1 : spaces);
}

/** Where the line ends that closes the fence opened by `opening`, or the text. */
function fenceEnd(text: string, from: number, opening: string): number {
	const mark = opening.charAt(0);
	let length = 0;
	while (opening.charAt(length) === mark) length++;
	let end = Math.min(from, text.length);
	for (let start = from; start < text.length; ) {
		end = lineEnd(text, start);
		const { width, first } = indentOf(text, start, end);
		if (width < 4 && text.charAt(first) === mark) {
			let run = first;
			while (run < end && text.charAt(run) === mark) run++;
			if (run - first >= length && indentOf(text, run, end).first === end) return end;
		}
		start = afterLineEnd(text, end);
	}
	return end;
}

/** What closes a piece of HTML that may hold blank lines, or null. */
function htmlEnd(line: string): readonly string[] | null {
	if (line.startsWith('<!--')) return ['-->'];
	if (line.startsWith('<?')) return ['?>'];
	if (line.startsWith('<![CDATA[')) return [']]>'];
	if (/^<![a-z]/i.test(line)) return ['>'];
	return blockHtml.test(line) ? ['</script>', '</pre>', '</style>', '</textarea>'] : null;
}

/** Where the first line ends that holds one of `ends`, from `from` on, or the text. */
function endOfLineWith(text: string, from: number, ends: readonly string[]): number {
	let at = from + 2;
	let start = from;
	while (start < text.length) {
		const end = lineEnd(text, start);
		const line = text.slice(Math.max(start, at), end).toLowerCase();
		if (ends.some(mark => line.includes(mark.toLowerCase()))) return end;
		start = afterLineEnd(text, end);
		at = start;
	}
	return text.length;
}

const markup = /[*_`[\]<&\\~@|]|https?:|www\.|ftp:|mailto:|xmpp:/i;

/** Whether a line holds nothing that could be markup, wherever in a paragraph it stands. */
function isPlainLine(line: string, initial: number, width: number, isFirst: boolean): boolean {
	if (isFirst && width >= 4) return false;
	// # + - : = > open blocks or underline headings, digits number lists.
	if (initial === 35 || initial === 43 || initial === 45 || initial === 58 || initial === 61 || initial === 62)
		return false;
	if (initial >= 48 && initial <= 57 && /^\d{1,9}[.)](?:[ \t]|$)/.test(line)) return false;
	return !markup.test(line);
}

function indentOf(text: string, start: number, end: number): { readonly width: number; readonly first: number } {
	let width = 0;
	let first = start;
	for (; first < end; first++) {
		const code = text.charCodeAt(first);
		if (code === 32) width++;
		else if (code === 9) width += 4 - (width % 4);
		else break;
	}
	return { width, first };
}

/** Where a line ends, its line end not counted. */
export function lineEnd(text: string, start: number): number {
	let end = start;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === 10 || code === 13) break;
		end++;
	}
	return end;
}

function afterLineEnd(text: string, end: number): number {
	return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
