import { t } from '@vscode/l10n';
import { judgementsIn } from '../attribution/judgements';
import { vocabularyOf } from '../attribution/vocabulary';
import { knownOf, relayQuestion, unnamedIn } from './anonymity';
import { describeSource } from './fixes';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Asks what an unnamed source does that judges others: a view is given a name, or left out. */
export const anonymousOpinion: BlockRule = {
	id: 'anonymous-opinion',
	summary: 'Asks whether a source that is not named gives a fact or judges others.',
	why: `Newsrooms grant anonymity for facts that cannot be had otherwise, not for opinions. Whoever attacks, praises or
suspects others without a name pays no price for it, and those who are judged cannot answer.`,
	answer: `Ask for the fact behind the view, and report that. If the view matters, ask the source to put a name to it, or
find someone who will. If neither can be had, leave it out.`,
	authorities: [
		{
			title: 'AP: When is it OK to use anonymous sources?',
			url: 'https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources',
		},
		{
			title: 'Quill: guidelines on anonymous sources',
			url: 'https://www.quillmag.com/2014/04/09/guidelines-on-anonymous-sources/',
		},
		{
			title: 'Guardian readers’ editor: anonymous sources',
			url: 'https://www.theguardian.com/commentisfree/2014/sep/07/readers-editor-anonymous-sources-guardian-guidelines',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['press-release', 'essay', 'not-news'],
	example: `A senior official at the harbour board said Mayor Harlow was weak and out of his depth.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-opinion`,
	nonExample: `A senior official at the harbour board said the talks with Mayor Harlow were hard.
Ann Reed, an official at the harbour board, said Mayor Harlow was weak and out of his depth.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, genre, lexicons } = view;
		let judgements: ReturnType<typeof judgementsIn> | undefined;
		for (const unnamed of unnamedIn(view)) {
			const { index, mention, resolved, source, span } = unnamed;
			if (!source.judges) continue;
			judgements ??= judgementsIn(analysis, vocabularyOf(lexicons));
			const judgement = judgements[index];
			if (!judgement) continue;
			const relayed = relayQuestion(unnamed);
			yield {
				span,
				severity: genre === 'opinion' ? 'information' : 'warning',
				message: t('Unnamed, and judging others: “{0}”. Fact or view?', forMessage(wordsOf(analysis, judgement))),
				related: [{ span: judgement, message: t('These words judge.') }],
				fixes: resolved.via.length > 0 || mention.form === 'pronoun' ? [] : describeSource(view, mention),
				note: relayed ? `${relayed} ${knownOf(source)}` : knownOf(source),
				sameAs: source.id,
			};
		}
	},
};
