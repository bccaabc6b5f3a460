/** Text in, blocks out. Parts of a document that were read before, in any document, are not read again. */
import type { Block, BlockKind } from './block';
import type { RawBlock } from './chunk';
import { englishOf, readLanguage } from './english';
import { frontMatterFields, frontMatterLength } from './frontMatter';
import { decideKinds, decideLevels } from './kinds';
import { type Line, wrapWidth } from './lines';
import { readPart } from './markdown';
import { type MarkdownPart, splitMarkdown, splitMarkdownOn, uncutMarkdown } from './markdownParts';
import { linesOf, readRun, runsOf } from './plainText';
import { rereading } from './rereading';
import { inSlices } from './slices';
import { type Span, shift } from './span';

/** How a document is written. */
export type TextFormat = 'plaintext' | 'markdown';

/** Reads documents into blocks; it remembers what it has read. */
export interface BlockParser {
	/** The blocks of a document in reading order; they cover everything but white space, rules and marks. Never throws. */
	parse(text: string, format: TextFormat): readonly Block[];
	/** The same, pausing now and then. */
	parseInSlices(text: string, format: TextFormat): Generator<undefined, readonly Block[], void>;
}

/** A part of a document with what it holds. */
interface PlacedBlocks {
	readonly start: number;
	readonly blocks: readonly RawBlock[];
}

/** A document as it was read last. */
interface Reading {
	readonly text: string;
	readonly format: TextFormat;
	/** What plain text is wrapped at, or 0. */
	readonly width: number;
	readonly parts: readonly PlacedBlocks[];
}

const rememberedReadings = 4;
const rememberedUnits = 8_000_000;

/** The blocks of one document. */
export function parseBlocks(text: string, format: TextFormat): readonly Block[] {
	return createBlockParser().parse(text, format);
}

/** `whole`: Markdown is handed to its parser in one piece, for tests: slow, and at the mercy of what is in it. */
export function createBlockParser({ whole = false } = {}): BlockParser {
	const remembered = twoGenerations<readonly RawBlock[]>(rememberedUnits);

	const recall = (key: string, read: () => readonly RawBlock[]): readonly RawBlock[] => {
		const known = remembered.get(key);
		if (known !== undefined) return known;
		const blocks = read();
		remembered.set(key, blocks);
		return blocks;
	};

	function* readPlain(
		text: string,
		width: number,
		runs: readonly Span[],
	): Generator<undefined, readonly PlacedBlocks[], void> {
		const placed: PlacedBlocks[] = [];
		yield* inSlices(runs, ({ start, end }) => {
			const part = text.slice(start, end);
			placed.push({ start, blocks: recall(`p${width}:${part}`, () => readRun(detach(part), width)) });
			return part.length;
		});
		return placed;
	}

	function* readMarkdown(parts: readonly MarkdownPart[]): Generator<undefined, readonly PlacedBlocks[], void> {
		const placed: PlacedBlocks[] = [];
		yield* inSlices(parts, part => {
			const key = `${part.form}${part.definitions.join('\n')}:${part.text}`;
			const read = () => readPart({ ...part, text: detach(part.text) }, whole);
			placed.push({ start: part.start, blocks: recall(key, read) });
			return part.text.length;
		});
		return placed;
	}

	function* read(text: string, format: TextFormat): Generator<undefined, Reading, void> {
		const start = startOf(text);
		if (format === 'markdown') {
			const parts = whole ? uncutMarkdown(text, start) : yield* splitMarkdown(text, start);
			yield;
			return { text, format, width: 0, parts: yield* readMarkdown(parts) };
		}
		const runs = runsOf(text, start);
		yield;
		const width = wrapWidth(linesOfAll(text, runs));
		yield;
		return { text, format, width, parts: yield* readPlain(text, width, runs) };
	}

	/** The reading after an edit, only what changed read again; null where that cannot be told apart. */
	function* readAgain(before: Reading, text: string): Generator<undefined, Reading | null, void> {
		if (whole || before.width !== 0 || (before.format === 'markdown' && changesWidely(before.text, text))) return null;
		const again = rereading(before.text, before.parts, text);
		const from = again === null ? undefined : before.parts[again.kept]?.start;
		if (again === null || from === undefined) return null;
		let stands = before.parts.length;
		const stop = (start: number) => {
			const index = again.standsFrom(start);
			if (index >= 0) stands = index;
			return index >= 0;
		};
		const { format } = before;
		const changed =
			format === 'markdown'
				? yield* readMarkdown(splitMarkdownOn(text, from, stop))
				: yield* readPlain(text, 0, runsOf(text, from, stop));
		const parts = before.parts.slice(0, again.kept);
		for (const part of changed) parts.push(part);
		for (const { start, blocks } of before.parts.slice(stands)) parts.push({ start: start + again.moved, blocks });
		// Without its last wide line, plain text may turn out to be wrapped.
		if (format === 'plaintext' && wrapWidth(linesOfAll(text, spansOf(parts))) !== 0) return null;
		return { text, format, width: 0, parts };
	}

	const readings: Reading[] = [];

	function* parseInSlices(text: string, format: TextFormat): Generator<undefined, readonly Block[], void> {
		const past = readings.find(other => other.format === format && sameOpening(other.text, text));
		const reading = (past && (yield* readAgain(past, text))) ?? (yield* read(text, format));
		const index = past === undefined ? -1 : readings.indexOf(past);
		if (index >= 0) readings.splice(index, 1);
		readings.unshift(reading);
		readings.length = Math.min(readings.length, rememberedReadings);
		return yield* assemble(reading.parts);
	}

	return {
		parseInSlices,
		parse(text, format) {
			const steps = parseInSlices(text, format);
			for (;;) {
				const { done, value } = steps.next();
				if (done) return value;
			}
		},
	};
}

/** Whether a mark in one part may change what another says: a link definition, the end of front matter. */
function changesWidely(before: string, after: string): boolean {
	if (before.includes(']:') || after.includes(']:')) return true;
	return frontMatterLength(before, startOf(before)) !== frontMatterLength(after, startOf(after));
}

/** The start of a text after its mark of byte order, which belongs to no block. */
function startOf(text: string): number {
	return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** Whether two texts may be the same document before and after an edit. */
function sameOpening(before: string, after: string): boolean {
	return before.slice(0, 40) === after.slice(0, 40);
}

function* linesOfAll(text: string, runs: Iterable<Span>): Generator<readonly Line[]> {
	for (const run of runs) yield linesOf(text, run);
}

function* spansOf(parts: readonly PlacedBlocks[]): Generator<Span> {
	for (const { start, blocks } of parts) {
		const last = blocks.at(-1);
		if (last !== undefined) yield { start, end: start + last.span.end };
	}
}

/** Each block as it was placed last: after an edit most stand where they stood. */
const placedLast = new WeakMap<RawBlock, Block>();

function* assemble(placed: readonly PlacedBlocks[]): Generator<undefined, readonly Block[], void> {
	const raw = allOf(placed);
	yield* inSlices(raw, readLanguage);
	const first = raw[0];
	const titled = first?.kind === 'front-matter' && frontMatterFields(first.text)['title'] !== undefined;
	const kinds = decideKinds(raw, titled);
	yield;
	const levels = decideLevels(raw, kinds);
	const english = englishOf(raw, kinds);
	yield;
	const result: Block[] = [];
	yield* inSlices(placed, ({ start, blocks }) => {
		for (const block of blocks) {
			const index = result.length;
			const [kind, level] = [kinds[index] ?? block.kind, levels[index] ?? 0];
			result.push(place(block, start, kind, level, english[index] ?? true));
		}
		return 0;
	});
	return result;
}

function allOf(placed: readonly PlacedBlocks[]): readonly RawBlock[] {
	const raw: RawBlock[] = [];
	for (const { blocks } of placed) for (const block of blocks) raw.push(block);
	return raw;
}

function place(raw: RawBlock, by: number, kind: BlockKind, level: number, english: boolean): Block {
	const last = placedLast.get(raw);
	const isThere = last !== undefined && last.span.start === raw.span.start + by;
	if (isThere && last.kind === kind && last.level === level && last.english === english) return last;
	const { text, map, exhibits, emphasized } = raw;
	const block = { kind, level, span: shift(raw.span, by), text, map, english, exhibits, emphasized };
	placedLast.set(raw, block);
	return block;
}

/** A copy that does not keep the document alive that it is a slice of. */
function detach(text: string): string {
	return ` ${text}`.slice(1);
}

interface Memory<Value> {
	get(key: string): Value | undefined;
	set(key: string, value: Value): void;
}

/** Forgets what was not asked for while `units` code units of keys came in. */
function twoGenerations<Value>(units: number): Memory<Value> {
	let young = new Map<string, Value>();
	let old = new Map<string, Value>();
	let size = 0;
	const set = (key: string, value: Value) => {
		if (size > units) {
			old = young;
			young = new Map();
			size = 0;
		}
		young.set(key, value);
		size += key.length;
	};
	return {
		get(key) {
			const known = young.get(key);
			if (known !== undefined) return known;
			const past = old.get(key);
			if (past !== undefined) set(key, past);
			return past;
		},
		set,
	};
}
