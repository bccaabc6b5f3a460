import { t } from '@vscode/l10n';
import type { BlockAnalysis } from '../attribution/model';
import type { Match } from '../attribution/patterns';
import { contains } from '../text/span';
import { commentRemoval } from './fixes/remove';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { touchesQuotation } from './voice';
import { forMessage, phrasesToAsk } from './wording';

/** Asks whose view an adverb tells. */
export const editorializing: BlockRule = {
	id: 'editorializing',
	summary: 'Asks whose view it is where an adverb comments on what is told.',
	why: `“Clearly” says that doubt is foolish, “sadly” what to feel, “ironically” that someone ought to be ashamed. The fact
stands without them. Beside a reporting verb (“even suggested”) they are always the writer’s, whoever speaks.`,
	answer: `Take the word out and see whether anything is lost. If the comment matters, say whose it is. In what a source is
reported to have said the adverb is the source’s, and nothing is asked.`,
	authorities: [
		{
			title: 'Wikipedia: Words to watch, editorializing',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Editorializing',
		},
	],
	severity: 'information',
	defaultOn: true,
	// Beside a reporting verb the word is the writer's own, in whatever voice the rest is: see `isBesideCue`.
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `Clearly, the ferry plan failed. The bridge was, of course, doomed.
^^^^^^^ editorializing
                                                ^^^^^^^^^ editorializing
Harlow even suggested that the board resign.
       ^^^^ editorializing`,
	nonExample: `The lamps were clearly visible from the pier, and even Quist came.
Harlow said that the plan had clearly failed. “Sadly, it is true,” she said.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, genre } = view;
		for (const { match, voice, severity } of phrasesToAsk(view, this, 'editorializing')) {
			const { entry, span } = match;
			const beside = isBesideCue(analysis, match);
			if (voice === 'attributed' && !beside) continue;
			if (touchesQuotation(analysis, span) || (entry.pattern === 'even' && !beside)) continue;
			const words = analysis.block.text.slice(span.start, span.end);
			const question = entry.question ? t(entry.question) : (questions[entry.category] ?? whoseView)();
			yield {
				span,
				message: question.replace('%', () => forMessage(words.toLowerCase())),
				severity,
				fixes: genre === 'interview' ? [] : commentRemoval(analysis, match),
				sameAs: words.toLowerCase(),
				note: t(entry.note),
				alternatives: [],
			};
		}
	},
};

const whoseView = (): string => t('“%”: whose view is this?');
const questions: Readonly<Record<string, () => string>> = {
	certainty: () => t('“%”: clear to whom?'),
	feeling: () => t('“%”: who feels so?'),
	irony: () => t('“%”: who finds it so?'),
	surprise: () => t('“%” signals the writer’s surprise. Meant?'),
	emphasis: () => t('“%” tells readers what to make of it. Meant?'),
};

/** Whether a word that attributes stands just before or behind, and the phrase is not the beginning of what is said. */
function isBesideCue({ attributions }: BlockAnalysis, { firstToken, endToken, span }: Match<unknown>): boolean {
	return attributions.some(
		({ cue, content }) =>
			cue !== null &&
			(cue.head === endToken || cue.head === firstToken - 1) &&
			!content.some(part => contains(part, span)),
	);
}
