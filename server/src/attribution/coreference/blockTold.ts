/** Whom a block speaks of, in reading order, with what the block alone tells of each place: worked out once, asked on each reading. */
import type { Span } from '../../text/span';
import type { Sentence, Token } from '../../text/tokens';
import { laterAnonymity } from '../anonymity';
import { clauseVerbs, isCapitalized } from '../grammar';
import { isPossessive, mention as mentionAt } from '../mentions';
import type { BlockAnalysis, Mention } from '../model';
import { perBlock } from '../perBlock';
import type { Vocabulary } from '../vocabulary';
import { type NameEvidence, nameEvidence } from './gender';
import { bareName, isModifier } from './names';
import { type Reference, referenceOf } from './references';

/** A source of an attribution, or a name in passing. */
export interface BlockMention {
	readonly reference: Reference;
	/** The attribution it is the source of; -1: none. */
	readonly index: number;
	/** Index of the sentence it stands in. */
	readonly sentence: number;
	/** Of a name in passing: what it is in its sentence, as far as the words beside it tell. */
	readonly role: 'subject' | 'owner' | 'object';
	/** "Rep. Jane Doe (D-Ohio)", "a Democratic debate": no name of anyone. */
	readonly isAside: boolean;
	/** "in Harlow": a place, unless something proves a person. */
	readonly isPlace: boolean;
	/** It opens its sentence, or all but: what stands before a later one may be a time or a place. */
	readonly leads: boolean;
}

/** All that a block tells the resolver. */
export interface BlockTold {
	readonly inOrder: readonly BlockMention[];
	/** Names that only their capital at a sentence's beginning tells, by their word: names where the draft has them elsewhere. */
	readonly openings: readonly (readonly [word: string, opening: BlockMention])[];
	/** For each attribution that of whoever says it, and those it came through. */
	readonly parents: readonly (number | null)[];
	readonly via: readonly (readonly Reference[])[];
	readonly sentences: number;
	/** By index of its sentence: what is told of an unnamed source later on. */
	readonly later: ReadonlyMap<number, NonNullable<ReturnType<typeof laterAnonymity>>>;
	/** Whom the label before the words names, "HARLOW: …"; null where it names no one, undefined where there is none. */
	readonly label: Label | null | undefined;
	/** Headlines, captions and the like: whom they tell of is less present. */
	readonly isFaint: boolean;
	readonly evidence: NameEvidence;
}

/** A name before a colon. */
export interface Label {
	readonly place: Span;
	readonly name: string;
	/** As names are compared. */
	readonly key: string;
}

/** What a block tells; worked out once. */
export const blockTold = perBlock((analysis: BlockAnalysis, vocabulary: Vocabulary): BlockTold => {
	const { attributions, sentences } = analysis;
	const { kind } = analysis.block;
	const sources = attributions.flatMap(({ source }, index) => (source ? [{ mention: source, index }] : []));
	const names = analysis.mentions
		.filter(name => !sources.some(({ mention }) => mention.start <= name.start && name.end <= mention.end))
		.map(mention => ({ mention, index: -1 }));
	const all = [...sources, ...names].sort(byPlace);
	return {
		inOrder: all.map(each => placed(each, analysis, vocabulary)),
		openings: openings(analysis, all, vocabulary),
		parents: attributions.map(({ parent }) => parent),
		via: attributions.map(({ via }) =>
			via.length === 0 ? noReferences : via.map(relay => referenceOf(relay, analysis, vocabulary, true)),
		),
		sentences: sentences.length,
		later: laterIn(analysis),
		label: labelOf(analysis, vocabulary),
		isFaint: kind !== 'paragraph' && kind !== 'list-item',
		evidence: nameEvidence(analysis),
	};
});

const noReferences: readonly Reference[] = [];

function laterIn(analysis: BlockAnalysis): BlockTold['later'] {
	const told = new Map<number, NonNullable<ReturnType<typeof laterAnonymity>>>();
	for (let sentence = 0; sentence < analysis.sentences.length; sentence++) {
		const later = laterAnonymity(analysis, sentence);
		if (later) told.set(sentence, later);
	}
	return told;
}

const longestLabel = 4;

function labelOf({ tokens, block: { text } }: BlockAnalysis, vocabulary: Vocabulary): BlockTold['label'] {
	let colon = 0;
	while (colon < longestLabel && tokens[colon] && isCapitalized(tokens[colon] as Token)) colon++;
	if (colon === 0 || tokens[colon]?.text !== ':') return undefined;
	const label = mentionAt({ text, tokens, vocabulary, titleCase: false }, 0, colon);
	if (label?.form !== 'name' || label.name.length < 2) return null;
	return { place: { start: label.start, end: label.end }, name: label.name, key: bareName(label.name) };
}

/** A mention, and the attribution it is the source of. */
interface Placed {
	readonly mention: Mention;
	readonly index: number;
}

/** In reading order; at one place the later attribution first. */
function byPlace(a: Placed, b: Placed): number {
	return a.mention.start - b.mention.start || b.index - a.index;
}

/** The same of what is placed. */
export function inReadingOrder(a: BlockMention, b: BlockMention): number {
	return a.reference.place.start - b.reference.place.start || b.index - a.index;
}

function placed({ mention, index }: Placed, analysis: BlockAnalysis, vocabulary: Vocabulary): BlockMention {
	const { tokens, sentences } = analysis;
	const later = sentences.findIndex(({ end }) => mention.start < end);
	const sentence = later < 0 ? Math.max(0, sentences.length - 1) : later;
	const before = tokens[mention.firstToken - 1];
	return {
		reference: referenceOf(mention, analysis, vocabulary, index >= 0),
		index,
		sentence,
		role: index < 0 ? roleOf(analysis, mention, sentences[sentence], vocabulary) : 'subject',
		isAside: index < 0 && (before?.text === '(' || isAdjective(mention, analysis, vocabulary)),
		isPlace:
			before !== undefined &&
			/^(?:in|at|into|near|across|outside|inside|through|throughout|around|aboard)$/.test(before.lower),
		leads: mention.firstToken <= (sentences[sentence]?.firstToken ?? 0) + 1,
	};
}

/** "Harlow defied the board": at a sentence's beginning the capital tells nothing, a name told of elsewhere does. */
function openings(analysis: BlockAnalysis, covered: readonly Placed[], vocabulary: Vocabulary): BlockTold['openings'] {
	const { tokens, sentences, mentions, block } = analysis;
	const isCovered = ({ start }: Token): boolean =>
		[...mentions, ...covered.map(({ mention }) => mention)].some(place => place.start <= start && start < place.end);
	return sentences.flatMap(({ firstToken }) => {
		const token = tokens[firstToken];
		if (!token || !isCapitalized(token) || isCovered(token)) return [];
		const found = mentionAt({ text: block.text, tokens, vocabulary, titleCase: false }, firstToken, firstToken + 1);
		return found?.form === 'name'
			? [[token.lower, placed({ mention: found, index: -1 }, analysis, vocabulary)] as const]
			: [];
	});
}

/** "a Democratic debate", "the Norlandish envoys": a name's adjective before what it tells of. */
function isAdjective({ name, endToken }: Mention, { tokens }: BlockAnalysis, vocabulary: Vocabulary): boolean {
	const after = tokens[endToken];
	if (!/(?:ish|ese|ic|ian|can|ean)$/.test(name) || after?.kind !== 'word' || isCapitalized(after)) return false;
	return !vocabulary.verbs.has(after.lower) && !clauseVerbs.has(after.lower);
}

function roleOf(
	{ tokens }: BlockAnalysis,
	mention: Mention,
	sentence: Sentence | undefined,
	vocabulary: Vocabulary,
): BlockMention['role'] {
	const after = tokens[mention.endToken];
	if ((after && isPossessive(after)) || isModifier(tokens, mention, vocabulary)) return 'owner';
	const before = tokens[mention.firstToken - 1];
	// "For Ann Harlow, the bridge was …": whom the sentence is about, though its grammar puts them in front.
	const isTopic = mention.firstToken - 1 === sentence?.firstToken && /^(?:for|to|like)$/.test(before?.lower ?? '');
	if (isTopic || !before) return 'subject';
	return /^(?:of|in|on|at|for|from|with|by|to|about|against|between|than|and|or|as)$/.test(before.lower)
		? 'object'
		: 'subject';
}
