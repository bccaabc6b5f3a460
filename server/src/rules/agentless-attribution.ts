import { t } from '@vscode/l10n';
import type { BlockContext } from '../attribution/context';
import type { BlockAttribution } from '../attribution/model';
import { cover } from '../text/span';
import { attributeAgentless } from './fixes';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks who expects, believes or reports what "is expected", "is believed" or happened "reportedly". */
export const agentlessAttribution: BlockRule = {
	id: 'agentless-attribution',
	summary: 'Asks who expects, believes or reports what “is expected” or happened “reportedly”.',
	why: `“Is expected to”, “is believed to” and “reportedly” say that someone stands behind the words, and leave out who.
The form is right for a timetable. For a forecast or a belief it hides the source.`,
	answer: 'Name who expects or believes it, or write it as the plan it is, with whose plan.',
	authorities: [
		{
			title: 'NPR Ethics Handbook: identify a source as best you can',
			url: 'http://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	measured: 'Of 20 findings in 284 articles of US political news, 14 were fair questions to one editor.',
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'skip' },
	silentIn: ['opinion', 'press-release', 'essay', 'not-news'],
	example: `The envoy is expected to meet the prime minister on Friday.
          ^^^^^^^^^^^^^^^^^^^ agentless-attribution
The firm reportedly paid the fine.
         ^^^^^^^^^^ agentless-attribution`,
	nonExample: `The new line is scheduled to open on Friday. Analysts at the bank said the price is expected to fall.
The envoy is expected by her staff to resign.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		for (const [index, attribution] of analysis.attributions.entries()) {
			const entry = attribution.cue?.hearsay;
			if (!attribution.cue || !entry || voiceAt(context, attribution.cue) !== 'own') continue;
			const span = phraseOf(view, attribution);
			const body = context.bodyAttributions[index];
			yield {
				span,
				message: messageFor(t(entry.question), forMessage(wordsOf(analysis, span)), body ?? null),
				note: t(entry.note),
				sameAs: `${entry.pattern} ${wordsOf(analysis, span).toLowerCase()}`,
				related: body
					? [{ span: body.span, message: t('Here the body says “{0}”.', forMessage(body.source)), elsewhere: true }]
					: [],
				fixes: attributeAgentless(
					view,
					attribution.cue,
					entry.type,
					body?.identification === 'named' ? [body.source] : undefined,
				),
			};
		}
	},
};

function messageFor(question: string, phrase: string, body: BlockContext['bodyAttributions'][number]): string {
	if (body) {
		const bare = question.replace(/\s*[“„«]?%[”“»]?\s*/, ' ').trim();
		return t('{0} Par {1} says “{2}”.', bare, body.paragraph, forMessage(body.source));
	}
	return question.includes('%') ? question.replace('%', () => phrase) : t('{0} “{1}” names no one.', question, phrase);
}

/** The construction with the verb that follows it: "is expected to meet". */
function phraseOf(
	{ analysis }: BlockView,
	{ cue }: BlockAttribution,
): { readonly start: number; readonly end: number } {
	const last = cue ? analysis.tokens[cue.head] : undefined;
	const next = cue ? analysis.tokens[cue.head + 1] : undefined;
	if (!cue) return { start: 0, end: 0 };
	return last?.lower === 'to' && next?.kind === 'word' ? cover(cue, next) : { start: cue.start, end: cue.end };
}
