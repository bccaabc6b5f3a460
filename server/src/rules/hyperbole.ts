import { t } from '@vscode/l10n';
import type { Match } from '../attribution/patterns';
import { renderAlternative } from '../attribution/patterns';
import type { WordingPhrase } from '../attribution/wording';
import { adjectiveQuery, adjectiveRemoval } from './fixes/remove';
import type { BlockRule, BlockView, Fix, RuleFinding } from './rule';
import { forMessage, phrasesToAsk, rewordingFix } from './wording';

/** Asks for the measure behind a word that overstates. */
export const hyperbole: BlockRule = {
	id: 'hyperbole',
	summary: 'Asks how large, since when or by whose count, where a word overstates.',
	why: `“Massive” is not a size and “unprecedented” is a claim about all of the past. Such words ask readers to be
impressed before they know by what. A figure, a date or an earlier case lets them judge for themselves, and some turn
out not to be there.`,
	answer: `Give the size, the time before, or who was shocked; or take the plain word. What a source is reported to have
said is the source’s to exaggerate: there nothing is asked. Nor where the word is a term: a massive star, a massive
heart attack, a historic building.`,
	authorities: [
		{
			title: 'Wikipedia: Words to watch, puffery',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Puffery',
		},
		{
			title: 'BBC Editorial Guidelines: accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'skip' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `The harbour board approved a massive increase in fees on Monday.
                             ^^^^^^^ hyperbole
Rents in Norland saw an unprecedented rise, and prices skyrocketed.
                        ^^^^^^^^^^^^^ hyperbole
                                                       ^^^^^^^^^^^ hyperbole`,
	nonExample: `The keeper died of a massive heart attack near the historic centre.
Astronomers found a massive star. Harlow said the rise was unprecedented.
“This is a massive increase,” Quist said.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		for (const { match, severity } of phrasesToAsk(view, this, 'hyperbole')) {
			const { entry, span } = match;
			const { text } = view.analysis.block;
			const alternatives = entry.alternatives.map(alternative => renderAlternative(alternative, match));
			const question = entry.question ? t(entry.question) : (questions[entry.category] ?? byWhatMeasure)();
			yield {
				span,
				message: question.replace('%', () => forMessage(text.slice(span.start, span.end))),
				severity,
				fixes: view.genre === 'interview' ? [] : fixesFor(view, match, alternatives),
				sameAs: match.verb?.lemma ?? text.slice(span.start, span.end).toLowerCase(),
				note: t(entry.note),
				alternatives,
			};
		}
	},
};

const byWhatMeasure = (): string => t('“%”: by what measure?');
const questions: Readonly<Record<string, () => string>> = {
	size: () => t('“%”: how large?'),
	record: () => t('“%”: who checked, and how far back?'),
	change: () => t('“%”: from what to what?'),
	drama: () => t('“%”: who found it so?'),
	degree: byWhatMeasure,
	judgement: () => t('“%”: by whose measure?'),
};

/** At most three: the plain word, the question left in the text, the sentence without the word. */
function fixesFor(
	{ analysis }: BlockView,
	match: Match<WordingPhrase>,
	alternatives: readonly string[],
): readonly Fix[] {
	const { block, tokens } = analysis;
	const { entry, firstToken, endToken, span } = match;
	const measured = entry.category === 'size' || measurable.has(tokens[endToken]?.lower ?? '');
	const asks = measured && (entry.category === 'size' || entry.category === 'record');
	return [
		...alternatives.map(words => rewordingFix(block.text, tokens, firstToken, span, words)),
		...(asks ? adjectiveQuery(analysis, match, '[how large?]', t('Say how large it is')) : []),
		...(adjectival.has(entry.category) && match.verb === null
			? adjectiveRemoval(analysis, { firstToken, endToken })
			: []),
	].slice(0, 3);
}

const adjectival: ReadonlySet<string> = new Set(['size', 'record', 'drama', 'degree', 'judgement']);

/** What has a size that can be told. */
const measurable: ReadonlySet<string> = new Set(
	(
		'rise rises increase increases fall falls drop drops growth surge decline declines gain gains loss losses jump number ' +
		'numbers amount amounts cost costs price prices share level levels rate rates turnout deficit surplus sum sums'
	).split(' '),
);
