/**
 * The trained reader of a block: parts of speech, then source, cue and content in two stages, then what goes with what.
 * Pure in the block's words; it keeps buffers, and no memory of what it has read.
 */
import { createLexemes } from '../tagging/lexemes';
import { createScorer, readModelFile, type Scorer } from '../tagging/model';
import { createPartOfSpeechTagger } from '../tagging/partOfSpeech';
import { bioFollows, transitionMatrix } from '../tagging/sequence';
import { type ByteTable, readTable } from '../tagging/table';
import type { Sentence, Token } from '../text/tokens';
import { type ColumnReader, type Columns, createColumnReader, type TagGroups, tagGroups } from './columns';
import { type Linking, linkSpans, type RoleSpan, spansOf } from './linker';
import type { QuotedSpan } from './model';
import { neighbourhoodOf } from './neighbourhood';
import { opinionOf } from './opinion';
import { attributionLabels, createStages, type Stages } from './stages';

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

/** What the tagger is made of. */
interface TaggerParts {
	readonly reader: ColumnReader;
	readonly groups: TagGroups;
	readonly tagNames: readonly string[];
	readonly stages: Stages;
	readonly linker: Scorer;
	readonly confidence: readonly number[];
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
	const model = { labels, bits: file.header['bits'] as number, section: file.section('weights') };
	const lexemes = createLexemes(readTable(readModelFile(wordClasses).section('classes')));
	return { reader: createColumnReader(lexemes, createPartOfSpeechTagger(model, lexemes), cueShares), tagNames: labels };
}

function readParts({ wordClasses, partOfSpeech, attribution }: Models): TaggerParts {
	const file = readModelFile(attribution);
	const { header } = file;
	const { reader, tagNames } = readColumnReader(wordClasses, partOfSpeech, readTable(file.section('cueShares')));
	const bits = header['bits'] as number;
	const follows = bioFollows(attributionLabels);
	const stage = (name: 'first' | 'second') => ({
		section: file.section(name),
		transitions: transitionMatrix(attributionLabels.length, follows, header[`${name}Transitions`] as readonly number[]),
	});
	return {
		reader,
		groups: tagGroups(tagNames),
		tagNames,
		stages: createStages({ bits, first: stage('first'), second: stage('second') }),
		linker: createScorer({
			labels: ['score'],
			bits: header['linkerBits'] as number,
			section: file.section('linker'),
		}),
		confidence: header['confidence'] as readonly number[],
	};
}

function fromParts({ reader, groups, tagNames, stages, linker, confidence }: TaggerParts): AttributionTagger {
	return {
		tagNames,
		groups,
		confidence,
		read(tokens, sentences, quotations, titleCase) {
			const columns = reader.read(tokens, sentences, quotations, titleCase);
			const opinion = opinionOf(columns, stages.first(columns, neighbourhoodOf(columns, groups)));
			const { labels, margins } = stages.second(opinion);
			const spans = spansOf(labels);
			return { columns, spans, linking: linkSpans(spans, columns, groups, linker), margins };
		},
	};
}
