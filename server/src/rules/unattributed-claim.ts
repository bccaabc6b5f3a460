import type { BlockClaim } from '../attribution/model';
import { contains, overlaps } from '../text/span';
import { attributeStatement } from './fixes';
import { silentTriggers } from './genres';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { voiceAt } from './voice';
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
	severity: 'information',
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
		let strongest: BlockClaim | null = null;
		let at = -1;
		const silent = silentTriggers(view.genre);
		for (const [index, claim] of analysis.claims.entries()) {
			if (claim.cited || claim.weight < leastWeight || silent.includes(claim.trigger) || !isOwn(view, claim)) continue;
			if (strongest !== null && claim.weight <= strongest.weight) continue;
			strongest = claim;
			at = index;
		}
		if (strongest === null) return;
		const body = context.bodyClaims[at];
		const words = forMessage(wordsOf(analysis, strongest.phrase));
		yield {
			span: strongest.phrase,
			message: body
				? `${question(view, strongest, words)} Par ${body.paragraph} has a source.`
				: question(view, strongest, words),
			fixes: attributeStatement(view, strongest.triggerSpan),
			related: body
				? [{ span: body.span, message: `Here the body says “${forMessage(body.source)}”.`, elsewhere: true }]
				: [],
		};
	},
};

/** In the writer's own voice, and not in reach of a source: none in its sentence, none right before. */
function isOwn({ analysis, context }: BlockView, claim: BlockClaim): boolean {
	if (voiceAt(context, claim.triggerSpan) !== 'own') return false;
	const { sentences, attributions, block } = analysis;
	if (block.kind === 'heading' || block.kind === 'table-cell') return false;
	const at = sentences.findIndex(sentence => overlaps(sentence, claim.triggerSpan));
	const speaks = (index: number): boolean => {
		const sentence = sentences[index];
		if (!sentence) return false;
		return attributions.some(({ cue, source, content, parent }, i) => {
			if (!source || cue?.hearsay || (cue?.stance === 'mental' && parent === null) || !context.attributions[i]?.source)
				return false;
			const place = cue ?? source;
			return contains(sentence, place) && content.length > 0;
		});
	};
	// A mind told as fact is asked about even beside a source; the rest is covered by it.
	return !speaks(at) && !speaks(at - 1);
}

function question({ analysis }: BlockView, { trigger, triggerSpan }: BlockClaim, words: string): string {
	switch (trigger) {
		case 'number':
			return `Whose figure is “${words}”? No source here.`;
		case 'cause':
			return `Who says one caused the other: “${words}”?`;
		case 'motive': {
			const verb = analysis.tokens.findIndex(token => token.start === triggerSpan.start);
			const before = analysis.tokens[verb - 1];
			const single = analysis.tokens[verb]?.end === triggerSpan.end && before;
			return single
				? `How do we know what ${before.text} ${words}? No one is quoted for it.`
				: `How do we know the motive: “${words}”?`;
		}
		case 'superlative':
		case 'comparison':
			return `“${words}”: by whose count?`;
		case 'forecast':
			return `Who expects this: “${words}”?`;
		case 'accusation':
			return `An accusation in our own voice: who says “${words}”?`;
	}
}
