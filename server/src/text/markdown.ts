/** Markdown: the parser's leaf blocks, their marks taken off. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import type { BlockKind } from './block';
import { proseBlock, type RawBlock, silentBlock } from './chunk';
import { blockStartsInMarkdown, type Line } from './lines';
import { isDense, lineEnd, type MarkdownPart, normalized } from './markdownParts';
import { readRun, runsOf } from './plainText';
import { cut, type Prose, type ProseBuilder, proseBuilder } from './prose';
import { type Span, shift } from './span';

type Event = ReturnType<typeof postprocess>[number];
type Token = Event[1];

/** The blocks of a part, relative to it. `whole`: nothing is read as plain prose by a shorter way. Never throws. */
export function readPart(part: MarkdownPart, whole = false): readonly RawBlock[] {
	const span = { start: 0, end: part.text.length };
	if (part.form === 'front-matter') return [silentBlock('front-matter', part.text, span)];
	if (part.form === 'code') return [silentBlock('code', part.text, trimmed(part.text, span))];
	if (part.form === 'html') return [silentBlock('furniture', part.text, trimmed(part.text, span))];
	if (part.form === 'prose' && !whole) return readPlainParagraph(part.text);
	if (part.form === 'huge' || (!whole && isDense(part.text))) return readAsPlainText(part.text);
	try {
		return readEvents(part.text, eventsOf(part.text, part.definitions));
	} catch {
		return readAsPlainText(part.text);
	}
}

const parser = parse({ extensions: [gfm()] });

function eventsOf(text: string, definitions: readonly string[]): Event[] {
	// The parser would drop a mark of byte order, and every offset after it would be one too small.
	const source = text.charCodeAt(0) === 0xfeff ? `\u2060${text.slice(1)}` : text;
	parser.defined = [...definitions];
	parser.lazy = {};
	// A note counts as one wherever it is defined, and while it is not yet.
	parser.gfmFootnotes = [...text.matchAll(/\[\^([^\]\s]{1,200})\]/g)].map(match => normalized(match[1] ?? ''));
	return postprocess(parser.document().write(preprocess()(source, undefined, true)));
}

function readAsPlainText(text: string): readonly RawBlock[] {
	return runsOf(text).flatMap(run =>
		readRun(text.slice(run.start, run.end), 0).map(block => ({ ...block, span: shift(block.span, run.start) })),
	);
}

/** A paragraph that holds no markup: the parser is not needed, which most of a draft is glad of. */
function readPlainParagraph(text: string): readonly RawBlock[] {
	const prose = proseBuilder(text);
	for (let start = 0, previous = -1; start < text.length; ) {
		const end = lineEnd(text, start);
		let first = start;
		let last = end;
		while (first < end && isBlankUnit(text.charCodeAt(first))) first++;
		while (last > first && isBlankUnit(text.charCodeAt(last - 1))) last--;
		if (previous >= 0) prose.lineBreak(previous, first);
		prose.take(first, last);
		previous = last;
		start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
	}
	return paragraphs(text, prose.finish(), trimmed(text, { start: 0, end: text.length }), noTraits);
}

interface LeafTraits {
	readonly allEmphasized: boolean;
	readonly picture: boolean;
	/** Where the title of the only picture stands. */
	readonly title: Span | null;
}

const noTraits: LeafTraits = { allEmphasized: false, picture: false, title: null };

/** A paragraph of the parser as one block, or as the several that its lines say it is. */
function paragraphs(
	text: string,
	prose: Prose,
	span: Span,
	{ allEmphasized, picture, title }: LeafTraits,
): readonly RawBlock[] {
	if (prose.text.trim() === '') {
		if (!picture) return [];
		return pictureBlocks(text, span, title);
	}
	const lines = proseLines(prose);
	const starts = blockStartsInMarkdown(lines);
	const blocks: RawBlock[] = [];
	starts.forEach((first, index) => {
		const isLast = index === starts.length - 1;
		const part = cut(
			prose,
			lines[first]?.start ?? 0,
			isLast ? prose.text.length : (lines[starts[index + 1] ?? 0]?.start ?? 0),
		);
		if (part === null) return;
		const start = first === 0 ? span.start : part.sourceStart;
		const end = isLast ? span.end : part.sourceEnd;
		blocks.push(
			proseBlock('paragraph', part, { start, end }, { opensRun: first === 0, closesRun: isLast, allEmphasized }),
		);
	});
	return blocks;
}

function proseLines({ text, lineStarts }: Prose): readonly Line[] {
	const starts = [0, ...lineStarts];
	return starts.map((start, index) => {
		const line = text.slice(start, starts[index + 1] ?? text.length).trimEnd();
		return { start, end: start + line.length, text: line, from: start };
	});
}

/** A picture is no prose, but its title is its caption. */
function pictureBlocks(text: string, span: Span, title: LeafTraits['title']): readonly RawBlock[] {
	if (title === null) return [silentBlock('furniture', text, span, { picture: true })];
	const prose = proseBuilder(text);
	prose.take(title.start, title.end);
	const caption = cut(prose.finish(), 0, title.end - title.start);
	const picture = silentBlock('furniture', text, { start: span.start, end: title.start }, { picture: true });
	return caption === null ? [picture] : [picture, proseBlock('caption', caption, title)];
}

const leaves: ReadonlySet<string> = new Set(['paragraph', 'atxHeading', 'setextHeading', 'tableHeader', 'tableData']);
const taken: ReadonlySet<string> = new Set([
	'data',
	'characterEscapeValue',
	'codeTextData',
	'autolinkProtocol',
	'autolinkEmail',
	'literalAutolinkHttp',
	'literalAutolinkWww',
	'literalAutolinkEmail',
]);
const skipped: ReadonlySet<string> = new Set([
	'resource',
	'reference',
	'gfmFootnoteCall',
	'taskListCheck',
	'setextHeadingLine',
]);
const between: ReadonlySet<string> = new Set([
	'lineEnding',
	'hardBreakTrailing',
	'hardBreakEscape',
	'lineSuffix',
	'linePrefix',
	'blockQuotePrefix',
	'listItemIndent',
	'gfmFootnoteDefinitionIndent',
]);

function readEvents(text: string, events: readonly Event[]): readonly RawBlock[] {
	const blocks: RawBlock[] = [];
	let quotes = 0;
	let lists = 0;
	let notes = 0;
	let index = 0;
	while (index < events.length) {
		const [phase, token] = events[index] as Event;
		const type: string = token.type;
		const step = phase === 'enter' ? 1 : -1;
		if (type === 'blockQuote') quotes += step;
		else if (type === 'listOrdered' || type === 'listUnordered') lists += step;
		else if (type === 'gfmFootnoteDefinition') notes += step;
		else if (phase === 'enter') {
			const span = trimmed(text, { start: token.start.offset, end: token.end.offset });
			if (type === 'codeFenced' || type === 'codeIndented') blocks.push(silentBlock('code', text, span));
			else if (type === 'htmlFlow' || type === 'definition') blocks.push(silentBlock('furniture', text, span));
			else if (leaves.has(type)) {
				const after = leafEnd(events, index);
				const kind = notes > 0 ? 'furniture' : quotes > 0 ? 'block-quote' : lists > 0 ? 'list-item' : null;
				for (const block of readLeaf(text, events, index, after, kind)) blocks.push(block);
				index = after;
				continue;
			}
		}
		index++;
	}
	return blocks;
}

function leafEnd(events: readonly Event[], from: number): number {
	const token = events[from]?.[1];
	let index = from + 1;
	while (index < events.length && events[index]?.[1] !== token) index++;
	return index + 1;
}

/** A leaf of the parser; `container`: the kind its container gives it. */
function readLeaf(
	text: string,
	events: readonly Event[],
	from: number,
	to: number,
	container: BlockKind | null,
): readonly RawBlock[] {
	const token = (events[from] as Event)[1];
	const written = trimmed(text, { start: token.start.offset, end: token.end.offset });
	const span = { start: Math.max(written.start, firstWords(events, from, to)), end: written.end };
	const { prose, level, ...traits } = readProse(text, events, from + 1, to - 1);
	if (token.type === 'paragraph' && container === null) return paragraphs(text, prose, span, traits);
	const whole = cut(prose, 0, prose.text.length);
	if (whole === null) return traits.picture ? pictureBlocks(text, span, traits.title) : [];
	const type: string = token.type;
	if (type === 'tableHeader' || type === 'tableData')
		return [proseBlock('table-cell', whole, { start: whole.sourceStart, end: whole.sourceEnd })];
	if (token.type === 'paragraph') return [proseBlock(container ?? 'paragraph', whole, span)];
	const kind = container === 'block-quote' || container === 'furniture' ? container : 'heading';
	return [proseBlock(kind, whole, span, { level })];
}

/** A setext heading begins, for the parser, with the definitions above it. */
function firstWords(events: readonly Event[], from: number, to: number): number {
	if ((events[from] as Event)[1].type !== 'setextHeading') return 0;
	for (let index = from; index < to; index++) {
		const token = (events[index] as Event)[1];
		if (token.type === 'setextHeadingText') return token.start.offset;
	}
	return 0;
}

interface LeafProse extends LeafTraits {
	readonly prose: Prose;
	readonly level: number;
}

function readProse(text: string, events: readonly Event[], from: number, to: number): LeafProse {
	const prose = proseBuilder(text);
	const opened: number[] = [];
	let skip = 0;
	let level = 0;
	let pictures = 0;
	let title: LeafTraits['title'] = null;
	let bold = 0;
	let plainWords = false;
	/** A `<ref>…</ref>` whose words are left out. */
	let noteStart = -1;
	let noteEnd = -1;
	const end = (events[to] ?? (events[to - 1] as Event))[1].end.offset;

	for (let index = from; index < to; index++) {
		const [phase, token] = events[index] as Event;
		const type: string = token.type;
		const start = token.start.offset;
		if (start >= noteStart && start < noteEnd) continue;
		if (phase === 'enter') {
			if (type === 'image') {
				skip++;
				pictures++;
			} else if (skipped.has(type)) {
				if (type === 'gfmFootnoteCall' && skip === 0) prose.exhibit('footnote', prose.length);
				skip++;
			} else if (type === 'resourceTitleString' && pictures > 0) title = { start, end: token.end.offset };
			else if (type === 'link' || type === 'autolink' || type === 'literalAutolink' || type === 'codeText')
				opened.push(prose.length);
			else if (type === 'emphasis' || type === 'strong') {
				opened.push(prose.length);
				bold++;
			} else if (type === 'atxHeadingSequence' && level === 0) level = token.end.offset - start;
			else if (type === 'htmlText' && skip === 0) {
				const closing = readInlineHtml(text.slice(start, token.end.offset), prose, start, token, text, end);
				if (closing > 0) {
					noteStart = start;
					noteEnd = closing;
				}
			} else if (type === 'characterReference' && skip === 0) {
				prose.write(decode(text.slice(start + 1, token.end.offset - 1)), start, token.end.offset);
			} else if (between.has(type)) {
				if (skip === 0) prose.lineBreak(start, token.end.offset);
			} else if (skip === 0 && taken.has(type)) {
				prose.take(start, token.end.offset);
				if (bold === 0 && text.slice(start, token.end.offset).trim() !== '') plainWords = true;
			}
			continue;
		}
		if (type === 'image' || skipped.has(type)) skip--;
		else if (type === 'link' || type === 'autolink' || type === 'literalAutolink') {
			const opening = opened.pop() ?? prose.length;
			if (skip === 0) prose.exhibit('link', opening);
		} else if (type === 'codeText') prose.emphasize(opened.pop() ?? prose.length);
		else if (type === 'emphasis' || type === 'strong') {
			const opening = opened.pop() ?? prose.length;
			bold--;
			if (type === 'emphasis' && skip === 0) prose.emphasize(opening);
		} else if (type === 'setextHeadingLineSequence') level = text.charAt(start) === '=' ? 1 : 2;
	}
	const finished = prose.finish();
	const hasWords = finished.text.trim() !== '';
	return {
		prose: finished,
		level,
		allEmphasized: hasWords && !plainWords,
		picture: pictures > 0 && !hasWords,
		title: pictures === 1 ? title : null,
	};
}

/** `<br>` is a break of line, `<ref>…</ref>` a note: the offset where the note ends is returned, else 0. */
function readInlineHtml(
	tag: string,
	prose: ProseBuilder,
	start: number,
	token: Token,
	text: string,
	end: number,
): number {
	if (/^<br[\s/>]/i.test(tag)) prose.lineBreak(start, token.end.offset);
	if (!/^<ref[\s/>]/i.test(tag)) return 0;
	if (!tag.endsWith('/>')) {
		const closing = /<\/ref>/gi;
		closing.lastIndex = token.end.offset;
		if (closing.exec(text) === null || closing.lastIndex > end) return 0;
		prose.exhibit('footnote', prose.length);
		return closing.lastIndex;
	}
	prose.exhibit('footnote', prose.length);
	return 0;
}

/** The character an entity stands for: `amp`, `#8217`, `#x2019`. */
function decode(reference: string): string {
	if (!reference.startsWith('#')) return decodeNamedCharacterReference(reference) || `&${reference};`;
	const hexadecimal = /^#x/i.test(reference);
	const code = Number.parseInt(reference.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
	const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** A span without the white space at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
	let first = start;
	let last = end;
	while (first < last && isBlankUnit(text.charCodeAt(first))) first++;
	while (last > first && isSpaceUnit(text.charCodeAt(last - 1))) last--;
	return { start: first, end: last };
}

function isSpaceUnit(code: number): boolean {
	return isBlankUnit(code) || code === 10 || code === 13;
}

function isBlankUnit(code: number): boolean {
	return code === 32 || code === 9;
}
