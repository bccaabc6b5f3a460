/** What a rule about wording sees of a line of prose, for tests that say themselves who speaks: one block a line. */
import type { BlockContext, SourceSummary } from '../attribution/context';
import type { Lexicons } from '../attribution/lexicons';
import type { BlockAttribution, Genre, QuotedSpan } from '../attribution/model';
import { matchPatterns } from '../attribution/patterns';
import { attributionTagger } from '../attribution/tagger';
import { vocabularyOf } from '../attribution/vocabulary';
import { resources } from '../resources';
import type { BlockRule, BlockView, RuleFinding } from '../rules/rule';
import { hasTitleCase } from '../rules/wording';
import type { Block, BlockKind } from '../text/block';
import { splitSentences } from '../text/sentences';
import type { SourceMap } from '../text/sourceMap';
import { shift } from '../text/span';
import { tokenize } from '../text/tokens';
import type { Annotation } from './annotations';

export interface LineOptions {
	readonly kind?: BlockKind;
	readonly genre?: Genre;
	/** Words of the line that are someone else's, without being quoted. */
	readonly attributed?: string;
	/** A word of the line that attributes, and whose statement it is. */
	readonly cue?: { readonly word: string; readonly source: Partial<SourceSummary> };
	readonly verbs?: BlockContext['verbs'];
	readonly emphasized?: string;
}

const tagger = attributionTagger(resources.models);

/** A view of one line; what stands in curly or straight double marks is quoted. */
export function viewOf(text: string, lexicons: Lexicons, options: LineOptions = {}): BlockView {
	const tokens = tokenize(text);
	const sentences = splitSentences(text, tokens);
	const quotations = quotationsOf(text);
	const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
	const block: Block = {
		kind: options.kind ?? 'paragraph',
		level: 0,
		span: { start: 0, end: text.length },
		text,
		map: undefined as unknown as SourceMap,
		english: true,
		exhibits: [],
		emphasized: options.emphasized === undefined ? [] : [at(options.emphasized)],
	};
	const voices: BlockContext['voices'] = [
		...quotations.map(({ start, end }) => ({ start, end, voice: 'quoted' as const, attribution: null, confidence: 1 })),
		...(options.attributed === undefined
			? []
			: [{ ...at(options.attributed), voice: 'attributed' as const, attribution: null, confidence: 1 }]),
	].sort((a, b) => a.start - b.start);
	const { cue } = options;
	const attributions: BlockAttribution[] = cue
		? [
				{
					source: null,
					cue: {
						...at(cue.word),
						stance: 'neutral',
						lemma: cue.word,
						head: tokens.findIndex(t => t.text === cue.word),
					},
					content: [],
					basis: 'cue',
					confidence: 1,
					parent: null,
					via: [],
					addressee: null,
				},
			]
		: [];
	const genre = options.genre ?? 'news';
	const titleCase = hasTitleCase(block, tokens);
	const { columns } = tagger.read(tokens, sentences, [], titleCase);
	const partsOfSpeech = { names: tagger.tagNames, labels: columns.tags };
	return {
		analysis: {
			block,
			tokens,
			partsOfSpeech,
			sentences,
			quotations,
			attributions,
			orphans: [],
			mentions: [],
			claims: [],
			wording: matchPatterns(vocabularyOf(lexicons).wording, tokens, text, { sentences, titleCase, partsOfSpeech }),
			openQuotation: '',
		},
		context: {
			genre,
			habits: { quotes: 'curly-double', punctuationInside: true, tense: 'said', order: 'source-cue' },
			attributions: cue ? [{ source: summary(cue.source), first: true, via: [] }] : [],
			speakers: quotations.map(() => null),
			voices,
			nearbySpeakers: [],
			introducedNext: null,
			verbs: options.verbs ?? [],
			bodyClaims: [],
			bodyAttributions: [],
			overreaches: [],
			relays: [],
			wordings: [],
			supported: [],
		},
		lexicons,
		genre,
	};
}

/** What a rule finds in each line of a text. */
export function findingsIn(
	rule: BlockRule,
	text: string,
	lexicons: Lexicons,
	options: LineOptions = {},
): RuleFinding[] {
	const found: RuleFinding[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		for (const finding of rule.checkBlock(viewOf(line, lexicons, options))) {
			found.push({ ...finding, span: shift(finding.span, start) });
		}
		start += line.length + 1;
	}
	return found;
}

/** The same as annotations, for `assertAnnotated`. */
export function annotationsOf(rule: BlockRule, text: string, lexicons: Lexicons): Annotation[] {
	return findingsIn(rule, text, lexicons).map(({ span }) => ({ span, label: rule.id }));
}

function quotationsOf(text: string): QuotedSpan[] {
	return [...text.matchAll(/[“"][^“”"]*[”"]/g)].map(match => {
		const start = match.index;
		const end = start + match[0].length;
		return {
			start,
			end,
			inner: { start: start + 1, end: end - 1 },
			kind: 'direct',
			open: '“',
			close: '”',
			parent: null,
		};
	});
}

function summary(source: Partial<SourceSummary>): SourceSummary {
	return {
		id: 's1',
		name: 'Jane Reed',
		shortName: 'Reed',
		kind: 'person',
		identification: 'named',
		descriptors: [],
		anonymity: null,
		verbs: [],
		...source,
	};
}
