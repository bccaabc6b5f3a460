/** Colours for who speaks and whose words they are. The writer's own voice has none, nor has a source that only listens. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { BlockContext } from '../attribution/context';
import type { BlockAnalysis, Identification, QuotationKind } from '../attribution/model';
import { type Block, isRead } from '../text/block';
import { overlaps, type Span } from '../text/span';

/** In the order of the legend; the extension's manifest declares the same. */
export const voiceTokenTypes = [
	'sourceNamed',
	'sourceDescribed',
	'sourceAnonymous',
	'sourceVague',
	'quoted',
	'attributed',
] as const;

export type VoiceTokenType = (typeof voiceTokenTypes)[number];

/** A stretch in one colour; document offsets, in order, none overlapping another. It may run over several lines. */
export interface VoiceToken extends Span {
	readonly type: VoiceTokenType;
}

/** The stretches that touch a document span, or all. Marks of Markdown within them are left to their own colours. */
export function voiceTokens(analysis: Analysis, within?: Span): readonly VoiceToken[] {
	const found: VoiceToken[] = [];
	let end = 0;
	for (const [index, read] of analysis.analyses.entries()) {
		const { block } = read;
		const context = analysis.contexts[index];
		if (context === undefined || !isRead(block) || (within && !touches(block.span, within))) continue;
		for (const token of runsIn(read, context).flatMap(run => sourcePieces(block, run))) {
			if (token.start < end || (within && !touches(token, within))) continue;
			found.push(token);
			end = token.end;
		}
	}
	return found;
}

/** As the protocol has it: five numbers a token, each relative to the one before; one for each line that it touches. */
export function encodeTokens(document: TextDocument, tokens: readonly VoiceToken[]): number[] {
	const text = document.getText();
	const data: number[] = [];
	let line = 0;
	let character = 0;
	for (const token of tokens) {
		for (const { start, end } of linesOf(text, token)) {
			const position = document.positionAt(start);
			const isNewLine = position.line > line;
			data.push(
				position.line - line,
				isNewLine ? position.character : position.character - character,
				end - start,
				voiceTokenTypes.indexOf(token.type),
				0,
			);
			({ line, character } = position);
		}
	}
	return data;
}

/** What the editor was last told of each document, so that it is told of changes only. */
export interface TokenMemory {
	full(uri: string, data: readonly number[]): SemanticTokens;
	since(uri: string, previousId: unknown, data: readonly number[]): SemanticTokens | SemanticTokensDelta;
	forget(uri: string): void;
}

export function createTokenMemory(): TokenMemory {
	const told = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
	let results = 0;

	function remember(uri: string, data: readonly number[]): SemanticTokens & { resultId: string } {
		const resultId = String(++results);
		told.set(uri, { resultId, data });
		return { resultId, data: [...data] };
	}

	return {
		full: remember,
		since(uri, previousId, data) {
			const last = told.get(uri);
			const { resultId } = remember(uri, data);
			if (last === undefined || last.resultId !== previousId) return { resultId, data: [...data] };
			return { resultId, edits: editBetween(last.data, data) };
		},
		forget: uri => void told.delete(uri),
	};
}

// --- one block ---------------------------------------------------------------------------------------------------

/** A stretch of a block's prose. */
interface Run extends Span {
	readonly type: VoiceTokenType;
}

/** A context belongs to one reading of one block: its runs are known by it. */
const known = new WeakMap<BlockContext, readonly Run[]>();

/** Scare quotes are the writer's, and titles are names. */
const spokenKinds: ReadonlySet<QuotationKind> = new Set<QuotationKind>(['direct', 'partial', 'block']);

const sourceTypes: Readonly<Record<Identification, VoiceTokenType>> = {
	named: 'sourceNamed',
	described: 'sourceDescribed',
	anonymous: 'sourceAnonymous',
	vague: 'sourceVague',
};

function runsIn(read: BlockAnalysis, context: BlockContext): readonly Run[] {
	const remembered = known.get(context);
	if (remembered) return remembered;
	const runs = runsOf(painted(read, context));
	known.set(context, runs);
	return runs;
}

/** For each code unit of the prose the number of its type, from 1 on: what is laid on later covers what lies below. */
function painted({ block, quotations, attributions }: BlockAnalysis, context: BlockContext): Uint8Array {
	const paint = new Uint8Array(block.text.length);
	const lay = ({ start, end }: Span, type: VoiceTokenType) => paint.fill(voiceTokenTypes.indexOf(type) + 1, start, end);
	for (const span of context.voices) if (span.voice === 'attributed') lay(span, 'attributed');
	for (const quotation of quotations) if (spokenKinds.has(quotation.kind)) lay(quotation, 'quoted');
	for (const [index, { source }] of attributions.entries()) {
		const speaker = context.attributions[index]?.source;
		if (source !== null && speaker) lay(source, sourceTypes[speaker.identification]);
	}
	return paint;
}

function runsOf(paint: Uint8Array): readonly Run[] {
	const runs: Run[] = [];
	for (let start = 0; start < paint.length; ) {
		let end = start + 1;
		while (end < paint.length && paint[end] === paint[start]) end++;
		const type = voiceTokenTypes[(paint[start] as number) - 1];
		if (type !== undefined) runs.push({ start, end, type });
		start = end;
	}
	return runs;
}

// --- from prose to lines -----------------------------------------------------------------------------------------

/** Where the document has the words of a run: a piece for each stretch without marks in it. A soft break belongs to none. */
function sourcePieces({ span, text, map }: Block, { start, end, type }: Run): readonly VoiceToken[] {
	const pieces: VoiceToken[] = [];
	const { segments } = map;
	for (let i = segmentAt(segments, start); i < segments.length; i++) {
		const segment = segments[i] as (typeof segments)[number];
		if (segment.text >= end) break;
		const from = Math.max(start, segment.text);
		const to = Math.min(end, segments[i + 1]?.text ?? map.length);
		if (from >= to || text.slice(from, to).trim() === '') continue;
		const at = span.start + segment.source;
		const piece =
			segment.replaced === undefined
				? { start: at + from - segment.text, end: at + to - segment.text, type }
				: { start: at, end: at + segment.replaced, type };
		const last = pieces.at(-1);
		if (last?.end === piece.start) pieces[pieces.length - 1] = { ...last, end: piece.end };
		else pieces.push(piece);
	}
	return pieces;
}

function segmentAt(segments: Block['map']['segments'], text: number): number {
	let low = 0;
	let high = segments.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((segments[middle]?.text ?? 0) <= text) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The parts of a span by lines; many clients cannot colour across a line break. */
function linesOf(text: string, { start, end }: Span): readonly Span[] {
	const lines: Span[] = [];
	const isBreak = (at: number) => text[at] === '\n' || text[at] === '\r';
	for (let from = start; from < end; ) {
		let to = from;
		while (to < end && !isBreak(to)) to++;
		if (to > from) lines.push({ start: from, end: to });
		from = to + 1;
	}
	return lines;
}

/** One edit from the first number that differs to the last. */
function editBetween(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	if (head === before.length && head === after.length) return [];
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return [{ start: head, deleteCount: before.length - tail - head, data: after.slice(head, after.length - tail) }];
}

function touches(a: Span, b: Span): boolean {
	return overlaps(a, b) || (b.start === b.end && a.start <= b.start && b.start <= a.end);
}
