/** PolNeAR's documents as the analyzer sees them: blocks, tokens, columns, and the gold label of each token. */

import type { ColumnReader, Columns } from '../server/src/attribution/columns';
import { isTitleCase } from '../server/src/attribution/patterns';
import { findQuotations } from '../server/src/attribution/quotations';
import { attributionLabels } from '../server/src/attribution/stages';
import { type Block, isRead } from '../server/src/text/block';
import { parseBlocks } from '../server/src/text/blocks';
import { splitLongBlock } from '../server/src/text/longBlocks';
import { splitSentences } from '../server/src/text/sentences';
import { toText } from '../server/src/text/sourceMap';
import { type Sentence, type Token, tokenize } from '../server/src/text/tokens';
import type { AttributedDocument, GoldSpan } from './corpora';

export interface AttributedBlock {
	/** Number of the document. */
	readonly document: number;
	readonly block: Block;
	readonly tokens: readonly Token[];
	readonly sentences: readonly Sentence[];
	readonly columns: Columns;
	readonly gold: Uint8Array;
	/** For each token the gold attribution it is part of (by number in the document), or -1. */
	readonly goldOf: Int32Array;
}

export function readAttributedBlocks(
	documents: readonly AttributedDocument[],
	reader: ColumnReader,
): readonly AttributedBlock[] {
	const blocks: AttributedBlock[] = [];
	for (const [document, { text, attributions }] of documents.entries()) {
		const ordered = attributions
			.map((attribution, number) => ({ attribution, number }))
			.sort((a, b) => lengthOf(b.attribution.content) - lengthOf(a.attribution.content));
		for (const block of parseBlocks(text, 'plaintext').flatMap(splitLongBlock)) {
			if (!isRead(block)) continue;
			const tokens = tokenize(block.text);
			if (tokens.length === 0) continue;
			const sentences = splitSentences(block.text, tokens);
			const titleCase = (block.kind === 'headline' || block.kind === 'heading') && isTitleCase(tokens);
			const quotations = findQuotations(block.text, tokens);
			const gold = new Uint8Array(tokens.length);
			const goldOf = new Int32Array(tokens.length).fill(-1);
			// A word has one role: of several, the cue's goes before the source's before the content's.
			for (const role of ['content', 'source', 'cue'] as const) {
				for (const { attribution, number } of ordered) {
					for (const span of attribution[role] ?? []) mark(block, tokens, span, role, number, gold, goldOf);
				}
			}
			blocks.push({
				document,
				block,
				tokens,
				sentences,
				columns: reader.read(tokens, sentences, quotations, titleCase),
				gold,
				goldOf,
			});
		}
	}
	return blocks;
}

function lengthOf(spans: readonly GoldSpan[] | null): number {
	return (spans ?? []).reduce((sum, [start, end]) => sum + end - start, 0);
}

function mark(
	block: Block,
	tokens: readonly Token[],
	[start, end]: GoldSpan,
	role: 'source' | 'cue' | 'content',
	number: number,
	gold: Uint8Array,
	goldOf: Int32Array,
): void {
	if (end <= block.span.start || start >= block.span.end) return;
	const from = toText(block.map, Math.max(0, start - block.span.start));
	const to = end >= block.span.end ? block.text.length : toText(block.map, end - block.span.start);
	const begin = attributionLabels.indexOf(`B-${role}`);
	let first = true;
	for (const [i, token] of tokens.entries()) {
		if (token.start >= to) break;
		if (token.end <= from) continue;
		gold[i] = first ? begin : begin + 1;
		goldOf[i] = number;
		first = false;
	}
	// What stood there before and was cut in two begins anew.
	for (let i = 1; i < tokens.length; i++) {
		const label = gold[i] as number;
		if (label === 0 || label % 2 === 1) continue;
		const before = gold[i - 1] as number;
		if (before !== label && before !== label - 1) gold[i] = label - 1;
	}
}
