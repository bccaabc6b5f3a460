import { t } from '@vscode/l10n';
import { renderAlternative } from '../attribution/patterns';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage, phrasesToAsk, rewordingFix } from './wording';

/** Asks what happened where a soft word covers it. */
export const euphemism: BlockRule = {
	id: 'euphemism',
	summary: 'Asks what happened where a soft word covers it.',
	why: `“Collateral damage”, “enhanced interrogation”, “rightsizing”: words made by those who acted, to be heard and not
seen. They can mean several things, and the reader is not told which. “Neutralised” may be killed, wounded or captured.`,
	answer: `Say what was done, and to whom; or quote the word and say whose it is. A fix is offered only where the plain word
means the same: which fact is meant, only the reporter knows.`,
	authorities: [
		{
			title: 'Wikipedia: Words to watch, euphemisms',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Euphemisms',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'lower' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `Norland’s army neutralised nine fighters near Harlow on Tuesday.
               ^^^^^^^^^^^ euphemism
The old keeper passed away last week, and the mill was rightsized.
               ^^^^^^^^^^^ euphemism
                                                       ^^^^^^^^^^ euphemism`,
	nonExample: `The acid was neutralised with lime before it reached the river.
“It was collateral damage,” Quist said. She let go of the rope.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { block, tokens } = view.analysis;
		for (const { match, severity } of phrasesToAsk(view, this, 'euphemism')) {
			const { entry, span, firstToken } = match;
			const words = block.text.slice(span.start, span.end);
			const alternatives = entry.alternatives.map(alternative => renderAlternative(alternative, match));
			const question = entry.question ? t(entry.question) : t('“%”: what happened, in plain words?');
			yield {
				span,
				message: question.replace('%', () => forMessage(words)),
				severity,
				fixes:
					view.genre === 'interview'
						? []
						: alternatives.slice(0, 3).map(plain => rewordingFix(block.text, tokens, firstToken, span, plain)),
				sameAs: match.verb?.lemma ?? words.toLowerCase(),
				note: t(entry.note),
				alternatives,
			};
		}
	},
};
