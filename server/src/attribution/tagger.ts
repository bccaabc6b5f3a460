/**
 * The trained reader of a block: parts of speech, then source, cue and content in two stages, then what goes with what.
 * Pure in the block's words; it keeps buffers, and no memory of what it has read.
 */
import { createLexemes } from '../tagging/lexemes';
import {
	addBothScores,
	addNarrowScores,
	type LinearModel,
	type NarrowModel,
	narrowed,
	readLinearModel,
	readModelFile,
	readModelSection,
} from '../tagging/model';
import { createPartOfSpeechTagger } from '../tagging/partOfSpeech';
import { bioFollows, type Decoding, transitionMatrix, viterbiWithMargins } from '../tagging/sequence';
import { type ByteTable, readTable } from '../tagging/table';
import type { Sentence, Token } from '../text/tokens';
import { type ColumnReader, type Columns, createColumnReader, type TagGroups, tagGroups } from './columns';
import {
	attributionLabels,
	mostFeatures,
	neighbourhoodOf,
	opinionFeatures,
	opinionOf,
	sharedFeatures,
	upperHalf,
	wordyFeatures,
} from './features';
import { type Linking, linkSpans, type RoleSpan, spansOf } from './linker';
import type { QuotedSpan } from './model';

/** The weights, as the files in `seeds/models` hold them. */
export interface Models {
	readonly wordClasses: Uint8Array;
	readonly partOfSpeech: Uint8Array;
	readonly attribution: Uint8Array;
}

/** What the tagger says of a block. */
export interface TaggedBlock {
	readonly columns: Columns;
	readonly spans: readonly RoleSpan[];
	readonly linking: Linking;
	/** By how much each token's label won. */
	readonly margins: Float32Array;
}

export interface AttributionTagger {
	/** Names of the parts of speech: `VERB|VBD`. */
	readonly tagNames: readonly string[];
	readonly groups: TagGroups;
	/** Weights of the features of confidence, see `confidence.ts`. */
	readonly confidence: readonly number[];
	read(
		tokens: readonly Token[],
		sentences: readonly Sentence[],
		quotations: readonly QuotedSpan[],
		titleCase: boolean,
	): TaggedBlock;
}

/** What the tagger is made of; training makes it from what it has learnt. */
export interface TaggerParts {
	readonly reader: ColumnReader;
	readonly groups: TagGroups;
	readonly tagNames: readonly string[];
	/** What both stages make of the features they share. */
	readonly shared: NarrowModel;
	readonly first: Stage;
	readonly second: Stage;
	readonly linker: LinearModel;
	readonly confidence: readonly number[];
}

export interface Stage {
	/** What it makes of its own features. */
	readonly model: NarrowModel;
	/** As from `transitionMatrix`, in units of the model's weights. */
	readonly transitions: Float64Array;
}

const made = new WeakMap<Uint8Array, AttributionTagger>();

/** The tagger of these weights; made once for each. Throws an `Error` when they cannot be read. */
export function attributionTagger(models: Models): AttributionTagger {
	const known = made.get(models.attribution);
	if (known) return known;
	const tagger = fromParts(readParts(models));
	made.set(models.attribution, tagger);
	return tagger;
}

/** The part-of-speech tagger with its lexemes, and what turns a block into columns. */
export function readColumnReader(
	wordClasses: Uint8Array,
	partOfSpeech: Uint8Array,
	cueShares: ByteTable,
): { readonly reader: ColumnReader; readonly tagNames: readonly string[] } {
	const file = readModelFile(partOfSpeech);
	const labels = file.header['labels'] as readonly string[];
	const model = readLinearModel(file.section('weights'), labels, file.header['bits'] as number);
	const lexemes = createLexemes(readTable(readModelFile(wordClasses).section('classes')));
	return { reader: createColumnReader(lexemes, createPartOfSpeechTagger(model, lexemes), cueShares), tagNames: labels };
}

function readParts({ wordClasses, partOfSpeech, attribution }: Models): TaggerParts {
	const file = readModelFile(attribution);
	const { header } = file;
	const { reader, tagNames } = readColumnReader(wordClasses, partOfSpeech, readTable(file.section('cueShares')));
	const bits = header['bits'] as number;
	const follows = bioFollows(attributionLabels);
	const sections = {
		first: readModelSection(file.section('first'), attributionLabels, bits),
		second: readModelSection(file.section('second'), attributionLabels, bits),
	};
	const half = upperHalf(32 - bits);
	const stage = (name: 'first' | 'second'): Stage => ({
		model: narrowed([sections[name]], half, 2 * half),
		transitions: transitionMatrix(attributionLabels.length, follows, header[`${name}Transitions`] as readonly number[]),
	});
	return {
		reader,
		groups: tagGroups(tagNames),
		tagNames,
		shared: narrowed([sections.first, sections.second], 0, half),
		first: stage('first'),
		second: stage('second'),
		linker: readLinearModel(file.section('linker'), ['score'], header['linkerBits'] as number),
		confidence: header['confidence'] as readonly number[],
	};
}

/** A tagger from its parts. */
export function fromParts({
	reader,
	groups,
	tagNames,
	shared: both,
	first,
	second,
	linker,
	confidence,
}: TaggerParts): AttributionTagger {
	const width = attributionLabels.length;
	const shift = 32 - first.model.bits;
	const buffer = new Int32Array(mostFeatures);
	let scores = new Int32Array(0);
	let laterScores = new Int32Array(0);
	return {
		tagNames,
		groups,
		confidence,
		read(tokens, sentences, quotations, titleCase) {
			const columns = reader.read(tokens, sentences, quotations, titleCase);
			const { count } = columns;
			const near = neighbourhoodOf(columns, groups);
			// Scores come in eights: the last of a token is nothing, and the first of the next one comes over it.
			if (scores.length < count * width + 8) {
				scores = new Int32Array(count * width * 2 + 8);
				laterScores = new Int32Array(scores.length);
			}
			scores.fill(0, 0, count * width + 1);
			laterScores.fill(0, 0, count * width + 1);
			for (let i = 0; i < count; i++) {
				const shared = sharedFeatures(buffer, columns, near, i, shift);
				const all = wordyFeatures(buffer, shared, columns, near, i, shift);
				// What stage 2 makes of the shared features does not depend on stage 1.
				addBothScores(both, buffer, shared, scores, laterScores, i * width);
				addNarrowScores(first.model, buffer, shared, all, scores, i * width);
			}
			const opinion = opinionOf(columns, viterbiWithMargins(scores, count, width, first.transitions));
			for (let i = 0; i < count; i++) {
				const all = opinionFeatures(buffer, 0, columns, opinion, i, shift);
				addNarrowScores(second.model, buffer, 0, all, laterScores, i * width);
			}
			const { labels, margins }: Decoding = viterbiWithMargins(laterScores, count, width, second.transitions);
			const spans = spansOf(labels);
			return { columns, spans, linking: linkSpans(spans, columns, groups, linker), margins };
		},
	};
}
