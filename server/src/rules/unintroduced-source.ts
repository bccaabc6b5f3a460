import { t } from '@vscode/l10n';
import type { DocumentView } from '../attribution/context';
import { auxiliaries, determiners, prepositions, subordinators } from '../attribution/grammar';
import type { BlockAnalysis } from '../attribution/model';
import { inDocument } from '../attribution/offsets';
import { overlaps, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { isOnePiece } from './length';
import type { DocumentRule, RuleFinding } from './rule';

/** Asks who someone is that is quoted by a bare surname. */
export const unintroducedSource: DocumentRule = {
	id: 'unintroduced-source',
	summary: 'Asks who someone is that is quoted by surname and never given a first name or a role.',
	why: `Readers weigh words by who says them. A bare surname tells nothing; often the sentence that introduced it fell to
a cut.`,
	answer: 'Give first name and role where the person is first named.',
	authorities: [
		{
			title: 'SPJ Code of Ethics: Seek truth and report it',
			url: 'https://www.spj.org/spj-code-of-ethics/',
		},
		{
			title: 'NPR Ethics Handbook: identify a source as best you can',
			url: 'http://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['interview', 'press-release', 'essay', 'not-news'],
	example: `“I heard the crane before I saw it fall,” Harrison said on Monday.
                                          ^^^^^^^^ unintroduced-source`,
	nonExample: `“I heard the crane before I saw it fall,” said Ada Harrison. “I ran,” Harrison said.
“I will resign,” President Quist said. “I saw nothing,” said Marlow, a crane driver.`,
	*checkDocument(document: DocumentView): Iterable<RuleFinding> {
		if (!isOnePiece(document)) return;
		const candidates = new Map<string, Candidate>();
		for (const { id, name, kind, identification, descriptors } of document.summaries) {
			if (kind !== 'person' || identification !== 'named' || descriptors.some(words => words.length > 3)) continue;
			if (/^\p{Lu}[\p{L}’'-]{2,}$/u.test(name) && !/^\p{Lu}+$/u.test(name))
				candidates.set(id, { id, word: name.toLowerCase().replace(/’/g, "'"), isPerson: false, first: null });
		}
		if (candidates.size === 0) return;
		for (const [b, analysis] of document.analyses.entries()) readBlock(document, b, analysis, candidates);
		const introduced = introducedWords(document.analyses, new Set([...candidates.values()].map(({ word }) => word)));
		for (const { word, isPerson, first } of candidates.values()) {
			if (!isPerson || !first || introduced.has(word)) continue;
			yield { span: first.span, message: t('Who is “{0}”? Quoted, never introduced.', first.words) };
		}
	},
};

interface Candidate {
	readonly id: string;
	readonly word: string;
	/** "he", "she", or one who says "I". A bare name may as well be a firm’s or a country’s. */
	isPerson: boolean;
	/** Where it is first quoted. */
	first: { readonly span: Span; readonly words: string } | null;
}

/** Notes who is quoted in a block, and whether a person. */
function readBlock(
	{ contexts }: DocumentView,
	b: number,
	analysis: BlockAnalysis,
	candidates: ReadonlyMap<string, Candidate>,
): void {
	const context = contexts[b];
	if (!context || analysis.block.kind === 'headline') return;
	for (const [a, { source, basis, cue, content }] of analysis.attributions.entries()) {
		const candidate = candidates.get(context.attributions[a]?.source?.id ?? '');
		if (!candidate || !source) continue;
		const opening = analysis.tokens[source.firstToken]?.lower;
		if (source.form === 'pronoun' && (opening === 'he' || opening === 'she')) candidate.isPerson = true;
		if (source.form !== 'name' || basis === 'colon' || candidate.first || cue?.stance === 'mental') continue;
		const quotes = analysis.quotations.some(
			(quotation, q) =>
				context.speakers[q]?.id === candidate.id &&
				(quotation.kind === 'direct' || quotation.kind === 'partial') &&
				content.some(span => overlaps(span, quotation)),
		);
		// "wrote in a statement to Wired": whom it was said to.
		const before = analysis.tokens[source.firstToken - 1]?.lower ?? '';
		if (!quotes || prepositions.has(before)) continue;
		const start = (analysis.tokens[source.head] as Token).end - source.name.length;
		const span = { start, end: start + source.name.length };
		candidate.first = { span: inDocument(analysis, span), words: source.name };
	}
	for (const [q, { inner }] of analysis.quotations.entries()) {
		const candidate = candidates.get(context.speakers[q]?.id ?? '');
		if (!candidate || candidate.isPerson) continue;
		candidate.isPerson = analysis.tokens.some(
			({ lower, start, end }) => start >= inner.start && end <= inner.end && firstPerson.has(lower),
		);
	}
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const firstPerson = set('i me my mine myself');

/** Those of the words that stand somewhere with a first name, a title or a role before them, or a role behind. */
function introducedWords(analyses: readonly BlockAnalysis[], words: ReadonlySet<string>): ReadonlySet<string> {
	const introduced = new Set<string>();
	for (const { tokens, sentences } of analyses) {
		for (const { firstToken, endToken } of sentences) {
			for (let i = firstToken; i < endToken; i++) {
				const { lower } = tokens[i] as Token;
				if (!words.has(lower) || introduced.has(lower)) continue;
				if (isToldBefore(tokens, i, firstToken) || isToldAfter(tokens, i, endToken)) introduced.add(lower);
			}
		}
	}
	return introduced;
}

/** "Ada Harrison", "President Quist", "the driver Marlow", "her husband, Marlow"; not "said Marlow", "to Marlow". */
function isToldBefore(tokens: readonly Token[], index: number, first: number): boolean {
	const before = tokens[index - 1];
	if (index <= first || !before) return false;
	if (before.text === ',') return isPlainNoun(tokens[index - 2]) && determinerNear(tokens, index - 2, first);
	if (before.kind !== 'word') return before.kind === 'number';
	return /^\p{Lu}/u.test(before.text) ? !closed(before.lower) : isPlainNoun(before);
}

/** "her longtime neighbor, Marlow": a noun phrase that a comma joins to the name. */
function determinerNear(tokens: readonly Token[], noun: number, first: number): boolean {
	for (let i = noun - 1; i >= Math.max(first, noun - 4); i--) {
		const { lower, kind } = tokens[i] as Token;
		if (kind !== 'word') return false;
		if (determiners.has(lower) || lower === "'s") return true;
	}
	return false;
}

/** "Marlow, a driver", "Marlow, 43", "Marlow, who drives", "Marlow (D-Norhaven)". */
function isToldAfter(tokens: readonly Token[], index: number, end: number): boolean {
	const next = tokens[index + 1];
	if (index + 1 >= end || !next) return false;
	if (next.text === '(') return true;
	const after = tokens[index + 2];
	if (next.kind === 'word' && /^\p{Lu}/u.test(next.text)) return true;
	if (next.text !== ',' || index + 2 >= end || !after) return false;
	if (after.kind === 'number' || after.lower === 'who' || after.lower === 'whose') return true;
	return determiners.has(after.lower) || isPlainNoun(after) || /^\p{Lu}/u.test(after.text);
}

function isPlainNoun(token: Token | undefined): boolean {
	if (token?.kind !== 'word' || closed(token.lower)) return false;
	return !/(?:ed|ing|ly|s)$/.test(token.lower) || /(?:ess|ers|ists)$/.test(token.lower);
}

function closed(lower: string): boolean {
	return (
		determiners.has(lower) ||
		prepositions.has(lower) ||
		subordinators.has(lower) ||
		auxiliaries.has(lower) ||
		others.has(lower)
	);
}

const others = set(
	'said told wrote went came took saw met asked then now later also even only still he she it they we you i him her them us ' +
		'replied yes no well again here there today yesterday tomorrow hear heard read knew thought felt made gave say tell ask ' +
		'let call see meet help sent left found kept won lost beat hit',
);
