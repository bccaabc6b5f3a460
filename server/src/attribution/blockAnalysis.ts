/** The first pass: everything one block tells by itself. Pure in the block's kind, words and exhibits. */

import { tokensOf } from '../text/ahead';
import { type Block, isRead } from '../text/block';
import { splitSentences } from '../text/sentences';
import { overlaps } from '../text/span';
import { findAttributions } from './attributions';
import { findClaims } from './claims';
import { namesIn, type Reading } from './mentions';
import type { BlockAnalysis, QuotedSpan } from './model';
import { noPartsOfSpeech } from './partsOfSpeech';
import { isTitleCase, matchPatterns } from './patterns';
import { findQuotations, openMark } from './quotations';
import type { AttributionTagger } from './tagger';
import type { Vocabulary } from './vocabulary';

/** Reads a block. One that is not prose, or not English, has nothing to tell. */
export function analyseBlock(block: Block, vocabulary: Vocabulary, tagger: AttributionTagger): BlockAnalysis {
	if (!isRead(block)) return silent(block);
	const { text } = block;
	const tokens = tokensOf(text);
	const sentences = splitSentences(text, tokens);
	const titleCase = (block.kind === 'headline' || block.kind === 'heading') && isTitleCase(tokens);
	const reading: Reading = { text, tokens, vocabulary, titleCase };
	const marked = findQuotations(text, tokens);
	const { attributions, orphans, tags } = findAttributions(reading, sentences, marked, tagger);
	const partsOfSpeech = { names: tagger.tagNames, labels: tags };
	const quotations = marked.map(quotation => withUse(quotation, attributions, block));
	const mentions = sentences.flatMap(sentence => namesIn(reading, sentence.firstToken, sentence.endToken));
	const claims = findClaims(reading, sentences, quotations, block.exhibits);
	return {
		block,
		tokens,
		partsOfSpeech,
		sentences,
		quotations,
		attributions,
		orphans,
		mentions,
		claims,
		wording: matchPatterns(vocabulary.wording, tokens, text, { sentences, titleCase, partsOfSpeech }),
		openQuotation: openMark(quotations),
	};
}

function silent(block: Block): BlockAnalysis {
	return {
		block,
		tokens: [],
		partsOfSpeech: noPartsOfSpeech,
		sentences: [],
		quotations: [],
		attributions: [],
		orphans: [],
		mentions: [],
		claims: [],
		wording: [],
		openQuotation: '',
	};
}

/** A few words in marks within what someone is said to have said are part of it, not distance. */
function withUse(quotation: QuotedSpan, attributions: BlockAnalysis['attributions'], block: Block): QuotedSpan {
	if (quotation.kind === 'title' && !block.emphasized.some(span => overlaps(span, quotation))) {
		const spoken = attributions.some(
			({ content, cue }) => cue !== null && content.some(c => c.start === quotation.start && c.end === quotation.end),
		);
		return spoken ? { ...quotation, kind: 'direct' } : quotation;
	}
	if (quotation.kind !== 'scare') return quotation;
	const said = attributions.some(
		({ content, source }) => source !== null && content.some(span => overlaps(span, quotation)),
	);
	return said ? { ...quotation, kind: 'partial' } : quotation;
}
