import { t } from '@vscode/l10n';
import { inDocument } from '../attribution/document';
import type { BlockAnalysis, Mention } from '../attribution/model';
import { once } from '../attribution/once';
import { perBlock } from '../attribution/perBlock';
import { vocabularyOf } from '../attribution/vocabulary';
import type { Span } from '../text/span';
import { inTurns } from './inTurns';
import { paragraphNumbers } from './paragraphs';
import { lastWord, repliesIn } from './replies';
import type { DocumentRule, RuleFinding } from './rule';

/** Asks once whether someone who is accused has answered. */
export const noResponse: DocumentRule = {
	id: 'no-response',
	summary: 'Asks whether a named person or body that is accused has answered; once a draft.',
	why: `Whoever is accused has a right to answer, and readers a right to hear it. A reply, a denial, or “did not respond to
questions” shows that they were asked. Source Critic cannot know whether they were; it only finds nothing of it here.`,
	answer: `Put the accusation to those it is about, with time to answer, and report what they say, or that they did not say
anything, and how they were asked.`,
	authorities: [
		{
			title: 'SPJ Code of Ethics',
			url: 'https://blogs.spjnetwork.org/ethicscode/?p=125',
		},
		{
			title: 'BBC Editorial Guidelines: reporting allegations',
			url: 'http://www.bbc.co.uk/guidelines/editorialguidelines/edguide/accuracy/reportingallega.shtml',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'press-release', 'essay', 'encyclopedia', 'not-news'],
	example: `The auditor said on Monday that Smith took bribes from two builders.
                                      ^^^^^^^^^^^ no-response`,
	nonExample: `The auditor said on Monday that Smith took bribes from two builders. A lawyer for Smith called it absurd.
Reed said that the harbour board falsified its records. The board did not respond to questions.`,
	*checkDocument(document, lexicons): Iterable<RuleFinding | null> {
		const hasReplied = once(() => repliesIn(document, vocabularyOf(lexicons)));
		const numbers = once(() => paragraphNumbers(document.analyses));
		const answered = new Map<string, boolean>();
		const open: { readonly span: Span; readonly name: string; readonly paragraph: number }[] = [];
		yield* inTurns(document.analyses, (analysis, b) => {
			if (analysis.claims.length + analysis.attributions.length === 0) return nothing;
			for (const { span, accused } of accusationsIn(analysis)) {
				const key = lastWord(accused.name);
				if (answered.size >= mostAccused && !answered.has(key)) continue;
				const known = answered.get(key) ?? hasReplied()(key);
				answered.set(key, known);
				if (!known) {
					const paragraph = numbers()[b] ?? 0;
					open.push({ span: inDocument(analysis, span), name: called(analysis, accused), paragraph });
				}
			}
			return nothing;
		});
		// The body's accusation before the headline's, which only sums it up.
		const first = open.find(({ paragraph }) => paragraph > 0) ?? open[0];
		if (!first) return;
		yield {
			span: first.span,
			message:
				first.paragraph > 0
					? t('Did {0} answer? Par {1} accuses; no reply found.', shown(first.name), first.paragraph)
					: t('Did {0} answer? This accuses; no reply found.', shown(first.name)),
			related: open
				.filter(other => other !== first)
				.slice(0, mostRelated)
				.map(({ span, name }) => ({ span, message: t('Here {0} is accused.', shown(name)), elsewhere: true as const })),
		};
	},
};

const nothing: readonly never[] = [];
const mostRelated = 20;
/** For each of them the whole draft is read. */
const mostAccused = 24;

interface Accused {
	readonly span: Span;
	readonly accused: Mention;
}

/** Accusations of someone with a name, in whatever voice: "took bribes", "accused Smith of". */
const accusationsIn = perBlock(({ claims, attributions, mentions, tokens }): readonly Accused[] => {
	const claimed = claims.flatMap(({ trigger, agent, phrase }) =>
		trigger === 'accusation' && agent?.form === 'name' ? [{ span: phrase, accused: agent }] : [],
	);
	const told = attributions.flatMap(({ cue }) => {
		if (cue?.lemma !== 'accuse') return [];
		const next = tokens[cue.head + 1]?.start ?? -1;
		const accused = mentions.find(({ start, form }) => form === 'name' && start >= next && start <= next + titleLength);
		return accused ? [{ span: { start: cue.start, end: accused.end }, accused }] : [];
	});
	return [...claimed, ...told];
});

/** A title may stand before the name. */
const titleLength = 16;

/** "the Harbour Board", "Smith". */
function called({ tokens }: BlockAnalysis, { name, firstToken, head }: Mention): string {
	const hasArticle = tokens[firstToken]?.lower === 'the' && firstToken + name.split(' ').length === head;
	return hasArticle ? `the ${name}` : name;
}

const longestName = 40;

function shown(name: string): string {
	return name.length <= longestName ? name : t('those named');
}
