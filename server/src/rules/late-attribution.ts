import { t } from '@vscode/l10n';
import type { SourceSummary } from '../attribution/context';
import { inDocument } from '../attribution/document';
import type { BlockAnalysis, QuotedSpan } from '../attribution/model';
import { perBlock } from '../attribution/perBlock';
import { overlaps, type Span } from '../text/span';
import { inTurns } from './inTurns';
import type { DocumentRule, RuleFinding } from './rule';

/** From this many sentences on a reader has made up a speaker. */
const mostSentences = 3;

/** Points at a long quotation whose speaker is named only after it. */
export const lateAttribution: DocumentRule = {
	id: 'late-attribution',
	summary: 'Points at quotations of three sentences or more whose speaker is named only at their end.',
	why: `Readers hear a voice from the first word of a quotation, and lend it to whoever was named last. After three sentences
they have to take it back, and weigh all of them anew.`,
	answer: 'Name the speaker in front, or after the first sentence: “We will rebuild the pier,” Jane Doe said. “…”',
	authorities: [
		{
			title: 'Reuters Handbook: the essentials of sourcing',
			url: 'http://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	severity: 'hint',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['opinion', 'interview', 'press-release', 'essay', 'not-news'],
	example: `The council met on Monday.
“The pier will be rebuilt. It will cost more than we said. The work will take two winters,” Jane Doe said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ late-attribution`,
	nonExample: `“The pier will be rebuilt,” Jane Doe said. “It will cost more than we said. The work will take two winters.”
“There is no other way. We have looked for one. We found none,” she added.`,
	*checkDocument(document): Iterable<RuleFinding | null> {
		yield* inTurns(document.analyses, function* (analysis, b) {
			if (analysis.quotations.length === 0) return;
			for (const q of longQuotations(analysis)) {
				const quotation = analysis.quotations[q] as QuotedSpan;
				const speaker = document.contexts[b]?.speakers[q];
				if (!speaker) continue;
				const place = firstNamed(document, b, quotation, speaker);
				if (place === null || place.start < quotation.start) continue;
				const count = sentencesIn(analysis, quotation.start, Math.min(quotation.end, place.start));
				// Whoever was spoken of just before is who a reader hears.
				if (count < mostSentences || isHeard(document, b, quotation, speaker)) continue;
				yield {
					span: inDocument(analysis, quotation),
					message: messageFor(inWords(count), speaker),
					related: [{ span: inDocument(analysis, place), message: t('Here the speaker is named.'), elsewhere: true }],
				};
			}
		});
	},
};

/** Quotations that may be too long before their speaker is named, whoever that is. */
const longQuotations = perBlock((analysis): readonly number[] => {
	if (analysis.block.kind === 'block-quote') return [];
	return analysis.quotations.flatMap(({ kind, parent, start, end }, q) =>
		kind === 'direct' && parent === null && sentencesIn(analysis, start, end) >= mostSentences ? [q] : [],
	);
});

/** How many sentences begin from a place on and before another; a mark may stand before their first word. */
function sentencesIn({ sentences }: BlockAnalysis, from: number, to: number): number {
	return sentences.filter(({ start }) => start >= from - 1 && start < to).length;
}

type View = Parameters<DocumentRule['checkDocument']>[0];

/** The first place of a block where the words of a quotation are given their speaker; a signature below is none. */
function firstNamed({ analyses, contexts }: View, b: number, quotation: Span, speaker: SourceSummary): Span | null {
	let first: Span | null = null;
	for (const [i, { source, cue, content, basis }] of (analyses[b]?.attributions ?? []).entries()) {
		if (basis === 'colon' || contexts[b]?.attributions[i]?.source?.id !== speaker.id) continue;
		if (!content.some(part => overlaps(part, quotation) && part.start >= quotation.start - 1)) continue;
		for (const place of [source, cue]) if (place && (first === null || place.start < first.start)) first = place;
	}
	return first;
}

/** Whether the speaker is spoken of, or speaks, in the block before or earlier in this one. */
function isHeard({ analyses, contexts }: View, b: number, quotation: Span, { id, name }: SourceSummary): boolean {
	const last = name.split(' ').at(-1);
	return [b - 1, b].some(block => {
		const { attributions = [], mentions = [] } = analyses[block] ?? {};
		const isBefore = (span: Span): boolean => block < b || span.end <= quotation.start;
		return (
			mentions.some(mention => isBefore(mention) && mention.name.split(' ').at(-1) === last) ||
			attributions.some(
				({ source }, i) => source && isBefore(source) && contexts[block]?.attributions[i]?.source?.id === id,
			)
		);
	});
}

const numbers = () => [t('Three'), t('Four'), t('Five'), t('Six'), t('Seven'), t('Eight'), t('Nine'), t('Ten')];

function inWords(count: number): string {
	return numbers()[count - mostSentences] ?? String(count);
}

const longestName = 50;

function messageFor(count: string, { name, kind }: SourceSummary): string {
	const words = /^(?:A|An|The|Some|Two|Three|Another) /.test(name)
		? name.charAt(0).toLowerCase() + name.slice(1)
		: name;
	if (words.length > longestName || !/\p{L}{2}/u.test(words) || /^\p{Lu}-/u.test(words))
		return t('{0} sentences before the reader learns who is speaking.', count);
	return kind === 'people'
		? t('{0} sentences before the reader learns that {1} are speaking.', count, words)
		: t('{0} sentences before the reader learns that {1} is speaking.', count, words);
}
