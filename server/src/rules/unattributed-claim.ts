import { t } from '@vscode/l10n';
import type { BlockClaim } from '../attribution/model';
import { overlaps } from '../text/span';
import { attributeStatement } from './fixes';
import { silentTriggers } from './genres';
import { isUnsourced } from './ownVoice';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Claims that weigh less than this are never asked about; there is one question a paragraph at most. */
const leastWeight = 0.6;

/** Asks where a figure, a cause, a motive or a superlative comes from. */
export const unattributedClaim: BlockRule = {
	id: 'unattributed-claim',
	summary: 'Asks where a figure, a cause, a motive or a superlative comes from.',
	why: `Some sentences can be checked by no reader: what a thing cost, what caused it, what someone wants, what is largest.
In the writer’s own voice they ask to be taken on trust. A source, a link or a note lets readers check.`,
	answer: `Say who counted, who sees the cause, how the motive is known. A link, a footnote, or “seen by” counts as a source.
What is plain to everyone, or what the writer saw, needs none: ignore the finding.`,
	authorities: [
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
		{
			title: 'Reuters Handbook: the essentials of sourcing',
			url: 'http://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
		},
	],
	measured:
		'Of 8 findings in 133 articles of US political news kept apart, 4 were fair questions to one strict reader; on the 300 sentences labelled by two annotators that the rule was tuned on, 18 of 25 were.',
	severity: 'hint',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'skip' },
	silentIn: ['opinion', 'press-release', 'interview', 'not-news'],
	example: `The new tunnel has cost $2 billion so far.
                        ^^^^^^^^^^ unattributed-claim
Mayor Harlow wants revenge on the council.
             ^^^^^ unattributed-claim`,
	nonExample: `The tunnel has cost $2 billion so far, the auditor said. It opened on 3 May 2019 with two lanes.
The price of the loaf rose to $4. The team won 3-1.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		const index = strongestOf(view);
		const claim = analysis.claims[index];
		if (!claim) return;
		const body = context.bodyClaims[index];
		const words = forMessage(wordsOf(analysis, claim.phrase));
		yield {
			span: claim.phrase,
			message: body
				? t('{0} Par {1} has a source.', claimQuestion(view, claim, words), body.paragraph)
				: claimQuestion(view, claim, words),
			fixes: attributeStatement(view, claim.triggerSpan),
			related: body
				? [{ span: body.span, message: t('Here the body says “{0}”.', forMessage(body.source)), elsewhere: true }]
				: [],
		};
	},
};

/** What of a block's claims can be told of: who speaks in it, and what kind of text it is. */
export type ClaimView = Pick<BlockView, 'analysis' | 'context' | 'genre'>;

/** Indices of all claims of a block that could be asked about, accusations apart: in the writer's voice, with no source in reach. */
export function* unsourcedClaims(view: ClaimView): Iterable<number> {
	const { analysis, context } = view;
	if (isBrokenLine(view)) return;
	for (const [index, claim] of analysis.claims.entries()) {
		if (claim.weight < leastWeight || claim.cited || context.supported[index] || !isAskedIn(view, claim)) continue;
		// What a headline or a caption sums up is for the body to source; only there is it looked for.
		if (isSummary(view) && (!context.bodyClaims[index] || measured.has(claim.trigger))) continue;
		if (isUnsourced(view, claim) && !isAccusedBeside(view, claim)) yield index;
	}
}

/** A headline has no room to say who counted: where the body says it, nothing is missing. */
const measured: ReadonlySet<BlockClaim['trigger']> = new Set(['number', 'comparison', 'superlative']);

/** Index of the claim of a block that is asked about, the first of the strongest; -1 where none is. */
function strongestOf(view: BlockView): number {
	const { analysis } = view;
	let strongest = -1;
	let most = 0;
	for (const index of unsourcedClaims(view)) {
		const { weight } = analysis.claims[index] as BlockClaim;
		if (weight <= most) continue;
		strongest = index;
		most = weight;
	}
	return strongest;
}

/** An accusation in the same sentence is the graver question, and a sentence gets one. */
function isAccusedBeside(view: ClaimView, claim: BlockClaim): boolean {
	const { claims, sentences } = view.analysis;
	const sentence = sentences.find(each => overlaps(each, claim.triggerSpan));
	return claims.some(
		other =>
			other.trigger === 'accusation' &&
			!other.cited &&
			!other.inProcess &&
			sentence !== undefined &&
			overlaps(sentence, other.phrase) &&
			isUnsourced(view, other),
	);
}

/** A line cut out of a sentence: a paragraph that neither begins nor ends as one states nothing by itself. */
function isBrokenLine({ analysis: { block } }: ClaimView): boolean {
	return block.kind === 'paragraph' && /^\s*\p{Ll}/u.test(block.text) && !/[.!?…:;”"’')\]]\s*$/.test(block.text);
}

function isSummary({ analysis }: ClaimView): boolean {
	const { kind } = analysis.block;
	return kind === 'headline' || kind === 'standfirst' || kind === 'caption';
}

function isAskedIn(view: ClaimView, { trigger }: BlockClaim): boolean {
	if (trigger === 'accusation') return false;
	return !silentTriggers(view.genre).includes(trigger);
}

/** What is asked about a claim; `words` are those the question quotes. */
export function claimQuestion(
	{ analysis }: Pick<BlockView, 'analysis'>,
	{ trigger, triggerSpan }: BlockClaim,
	words: string,
): string {
	switch (trigger) {
		case 'number':
			return t('Whose figure is “{0}”? No source here.', words);
		case 'cause':
			return t('Who says one caused the other: “{0}”?', words);
		case 'motive': {
			const verb = analysis.tokens.findIndex(token => token.start === triggerSpan.start);
			const before = analysis.tokens[verb - 1];
			const single = analysis.tokens[verb]?.end === triggerSpan.end && before;
			return single
				? t('How do we know what {0} {1}? No one is quoted for it.', before.text, words)
				: t('How do we know the motive: “{0}”?', words);
		}
		case 'superlative':
		case 'comparison':
			return t('“{0}”: by whose count?', words);
		case 'guess':
			return t('A guess: whose is “{0}”?', words);
		default:
			return t('Who expects this: “{0}”?', words);
	}
}
