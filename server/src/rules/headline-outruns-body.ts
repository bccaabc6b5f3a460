import { t } from '@vscode/l10n';
import type { Overreach } from '../attribution/context';
import { attributeStatement } from './fixes';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { forMessage } from './wording';

/** Asks about a headline, standfirst or caption that states as fact what the body does not. */
export const headlineOutrunsBody: BlockRule = {
	id: 'headline-outruns-body',
	summary:
		'Asks about a headline, standfirst or caption that states as fact what the body hedges, denies or has from the unnamed.',
	why: `Many read no further than the headline. Where the body says “is expected to”, has it from one unnamed official or
carries a denial, a headline that says it happened tells them something else.`,
	answer: `Say in the headline how sure it is and who says so: “to meet”, “may”, “official says”. If the body can state it
as fact, let it.`,
	authorities: [
		{
			title: 'SPJ Code of Ethics: Seek truth and report it',
			url: 'https://www.spj.org/spj-code-of-ethics/',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	measured:
		'In 609 articles of US political news with a headline it never asked; asked with a looser comparison it found four headlines, all of them borne out by the body.',
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'press-release', 'interview', 'essay', 'not-news'],
	example: `Quist travels to Norhaven as harbour talks stall
      ^^^^^^^^^^^^^^^^^^^ headline-outruns-body

The harbour board met for a second day on Monday without an end to the strike in sight, and the boats stayed in port.

A senior official said that the envoy Ada Quist is expected to make her way to Norhaven later this week.`,
	nonExample: `Quist travels to Norhaven as harbour talks stall

The envoy Ada Quist travelled to Norhaven on Monday, where the harbour board met for a second day without an end in sight.

A senior official said that Quist is expected to travel to Norhaven again later this week.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		for (const overreach of view.context.overreaches) {
			const { body } = overreach;
			yield {
				span: { start: overreach.start, end: overreach.end },
				message: messageFor(overreach),
				related: [
					{ span: body.span, message: t('Here the body says “{0}”.', forMessage(overreach.words)), elsewhere: true },
				],
				fixes: attributeStatement(
					view,
					overreach,
					body.identification === 'named' && body.source && overreach.kind !== 'denied' ? [body.source] : [],
				).filter(({ kind }) => kind === 'attribute'),
			};
		}
	},
};

function messageFor({ kind, words, body }: Overreach): string {
	const { paragraph, source } = body;
	if (kind !== 'denied' && source) {
		if (body.identification === 'anonymous') return fromUnnamed(paragraph, headNoun(source), body.plural === true);
		if (kind === 'unnamed') {
			return paragraph > 0
				? t('Stated as fact here; par {0} has it from “{1}”.', paragraph, forMessage(source))
				: t('Stated as fact here; the body has it from “{0}”.', forMessage(source));
		}
	}
	return paragraph > 0
		? t('Stated as fact here; par {0} has “{1}”.', paragraph, forMessage(words))
		: t('Stated as fact here; the body has “{0}”.', forMessage(words));
}

function fromUnnamed(paragraph: number, noun: string, plural: boolean): string {
	if (paragraph > 0) {
		return plural
			? t('Stated as fact here; par {0} has it from unnamed {1}.', paragraph, noun)
			: t('Stated as fact here; par {0} has it from one unnamed {1}.', paragraph, noun);
	}
	return plural
		? t('Stated as fact here; the body has it from unnamed {0}.', noun)
		: t('Stated as fact here; the body has it from one unnamed {0}.', noun);
}

/** "official" of "An American official close to the talks". */
function headNoun(source: string): string {
	const [phrase = source] = source.split(
		/,| (?:of|close|in|who|with|at|from|familiar|involved|briefed|on|for|near|inside) /,
		1,
	);
	return phrase.trim().split(/\s+/).at(-1)?.toLowerCase() ?? 'source';
}
