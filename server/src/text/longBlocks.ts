/** Cuts blocks that no one wrote as one: a line of a megabyte, an article pasted without breaks. */
import type { Block } from './block';
import { splitSentences } from './sentences';
import type { Segment, SourceMap } from './sourceMap';
import { startInSource } from './sourceMap';
import { contains, type Span, shift } from './span';
import { tokenize } from './tokens';

/** What is longer than this, in UTF-16 units, is cut after a sentence, or where there is none, between words. */
export const longestBlock = 4_000;

/** The block itself, or the pieces it is cut into, so that work on a block is bounded whatever its length. */
export function splitLongBlock(block: Block): readonly Block[] {
	if (block.text.length <= longestBlock) return [block];
	return piecesOf(block.text).map(piece => pieceOf(block, piece));
}

function piecesOf(text: string): readonly Span[] {
	const pieces: Span[] = [];
	let start = 0;
	let end = 0;
	const close = (): void => {
		if (end > start) pieces.push({ start, end });
		start = end;
	};
	for (const stop of stopsOf(text)) {
		if (stop - start > longestBlock) close();
		end = stop;
	}
	close();
	return pieces;
}

/** Where a cut may be, in order: ends of sentences, and within very long ones ends of words or of anything. */
function* stopsOf(text: string): Generator<number> {
	const tokens = tokenize(text);
	let last = 0;
	for (const sentence of splitSentences(text, tokens)) {
		for (let i = sentence.firstToken; i < sentence.endToken; i++) {
			const token = tokens[i];
			if (!token) break;
			for (let at = last + longestBlock; at < token.end; at += longestBlock) {
				last = at;
				yield at;
			}
			if (token.end - last > longestBlock / 2 && i + 1 < sentence.endToken) {
				last = token.end;
				yield token.end;
			}
		}
		last = sentence.end;
		yield sentence.end;
	}
}

function pieceOf(block: Block, piece: Span): Block {
	const map = sliceMap(block.map, piece);
	const start = startInSource(block.map, piece.start);
	const at = block.span.start + start;
	return {
		...block,
		text: block.text.slice(piece.start, piece.end),
		map,
		span: { start: at, end: at + map.sourceEnd },
		exhibits: block.exhibits
			.filter(({ span }) => contains(piece, span))
			.map(exhibit => ({ ...exhibit, span: shift(exhibit.span, -piece.start) })),
		emphasized: block.emphasized.filter(span => contains(piece, span)).map(span => shift(span, -piece.start)),
	};
}

/** The part of a map that a stretch of prose has, counted from where that stretch begins in the document. */
function sliceMap(map: SourceMap, { start, end }: Span): SourceMap {
	const base = startInSource(map, start);
	const segments: Segment[] = [];
	for (const [index, segment] of map.segments.entries()) {
		const next = map.segments[index + 1]?.text ?? map.length;
		if (next <= start || segment.text >= end) continue;
		const skipped = Math.max(0, start - segment.text);
		const source = segment.replaced === undefined ? segment.source + skipped : segment.source;
		segments.push({ ...segment, text: segment.text + skipped - start, source: source - base });
	}
	const sourceEnd = end >= map.length ? map.sourceEnd - base : startInSource(map, end) - base;
	return { segments, length: end - start, sourceEnd };
}
