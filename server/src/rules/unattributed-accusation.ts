import { t } from '@vscode/l10n';
import type { BlockClaim } from '../attribution/model';
import { overlaps } from '../text/span';
import { attributeStatement } from './fixes';
import { isUnsourced } from './ownVoice';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Asks who says that someone named did wrong, where the writer says it. */
export const unattributedAccusation: BlockRule = {
	id: 'unattributed-accusation',
	summary: 'Asks who accuses, where wrongdoing by a named person or body is told in the writer’s own voice.',
	why: `“Harlow took bribes” in the writer’s own voice is the writer’s accusation, and the paper’s to prove. With the one who
accuses, the charge or the verdict beside it, readers know where it can be checked, and so does the one accused.`,
	answer: `Say who accuses, or name the charge, the filing, the verdict, the document. Where you have seen the evidence
yourself, say so: “records seen by the Courier show”. Then give the one accused a chance to answer.`,
	authorities: [
		{
			title: 'BBC Editorial Guidelines: reporting allegations',
			url: 'http://www.bbc.co.uk/guidelines/editorialguidelines/edguide/accuracy/reportingallega.shtml',
		},
		{
			title: 'Reuters Handbook: the essentials of sourcing',
			url: 'http://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
		},
		{
			title: 'SPJ Code of Ethics',
			url: 'https://blogs.spjnetwork.org/ethicscode/?p=125',
		},
	],
	measured:
		'Of 6 findings in 284 articles of US political news, 5 were fair questions to one editor; four of them are one note that comes again.',
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'skip' },
	silentIn: ['press-release', 'interview', 'not-news'],
	example: `Councillor Smith took bribes from two builders.
                 ^^^^^^^^^^^ unattributed-accusation
The vote was rigged by the harbour board in 2019.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unattributed-accusation`,
	nonExample: `Councillor Smith took bribes from two builders, the auditor said.
Smith was charged with fraud in May. He took bribes, the indictment says, and has denied it.
Some drivers lied about the accident. Did Harlow lie to the council?`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		const asked = unsourcedAccusations(view);
		for (const sentence of analysis.sentences) {
			const [claim, ...others] = asked.filter(({ phrase }) => overlaps(sentence, phrase));
			if (!claim) continue;
			const body = context.bodyClaims[analysis.claims.indexOf(claim)];
			yield {
				span: claim.phrase,
				message: body
					? t('{0} Par {1} has a source.', accusationQuestion(view, claim), body.paragraph)
					: accusationQuestion(view, claim),
				// What the body sources is a headline's matter: it is asked about, not warned of.
				...(body ? { severity: 'information' as const } : {}),
				related: [
					...others.map(({ phrase }) => ({ span: phrase, message: t('And this, in the same sentence.') })),
					...(body
						? [
								{
									span: body.span,
									message: t('Here the body says “{0}”.', forMessage(body.source)),
									elsewhere: true as const,
								},
							]
						: []),
				],
				fixes: attributeStatement(view, claim.triggerSpan, accusers(view, claim)),
			};
		}
	},
};

/** Those who speak nearby, without whoever is accused: no one is offered as the source of what is held against them. */
function accusers({ analysis, context }: BlockView, { agent, phrase }: BlockClaim): readonly string[] {
	const accused = `${agent ? wordsOf(analysis, agent) : ''} ${wordsOf(analysis, phrase)}`;
	return context.nearbySpeakers.filter(name => !accused.includes(name.split(' ').at(-1) ?? name));
}

/** A block's accusations in the writer's own voice with no source, charge or verdict beside them. */
export function unsourcedAccusations(view: Pick<BlockView, 'analysis' | 'context'>): readonly BlockClaim[] {
	return view.analysis.claims.filter(
		claim => claim.trigger === 'accusation' && !claim.cited && !claim.inProcess && isUnsourced(view, claim),
	);
}

const longestAgent = 30;

/** Who says so? */
export function accusationQuestion(
	{ analysis }: Pick<BlockView, 'analysis'>,
	{ agent, phrase, triggerSpan }: BlockClaim,
): string {
	const act = forMessage(wordsOf(analysis, phrase));
	const isBefore = agent !== null && agent.end <= triggerSpan.start;
	const words = isBefore ? agent.name || inSentence(wordsOf(analysis, agent)) : '';
	return words === '' || words.length > longestAgent
		? t('An accusation in our own voice: who says “{0}”?', act)
		: t('An accusation in our own voice: who says {0} “{1}”?', words, act);
}

/** "The minister" as it stands within a sentence. */
function inSentence(words: string): string {
	return /^(?:The|This|That|He|She|It|They|Police)\b/.test(words)
		? words.charAt(0).toLowerCase() + words.slice(1)
		: words;
}
