import { inDocument } from '../attribution/document';
import type { Quotation, Source } from '../attribution/model';
import { overlaps, type Span } from '../text/span';
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
			title: 'Reuters: the essentials of sourcing, for journalists',
			url: 'http://www.aalep.eu/essentials-sourcing-journalists',
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
	*checkDocument(document): Iterable<RuleFinding> {
		const { quotations, sources } = document;
		for (const quotation of quotations) {
			const [opening] = quotation.spans;
			const speaker = sources.find(({ id }) => id === quotation.speaker);
			if (!opening || !speaker || quotation.kind !== 'direct') continue;
			const place = firstNamed(document, quotation);
			// “…” — Jane Doe: a quotation on display, with its signature.
			if (place === null || place.start < opening.start) continue;
			const block = document.analyses.findIndex(({ block: { span } }) => overlaps(span, opening));
			if (block < 0 || document.analyses[block]?.block.kind === 'block-quote') continue;
			// Whoever was spoken of just before is who a reader hears.
			const from = document.analyses[block - 1]?.block.span.start ?? 0;
			if (speaker.mentions.some(({ start, end }) => start >= from && end <= opening.start)) continue;
			const count = sentencesBefore(document, quotation, place.start);
			if (count < mostSentences) continue;
			yield {
				span: opening,
				message: `${inWords(count)} sentences before the reader learns ${whoSpeaks(speaker)}.`,
				related: [{ span: place, message: 'Here the speaker is named.', elsewhere: true }],
			};
		}
	},
};

type View = Parameters<DocumentRule['checkDocument']>[0];

/** The first place where the words of a quotation are given a speaker. */
function firstNamed({ attributions }: View, { spans, speaker }: Quotation): Span | null {
	let first: Span | null = null;
	for (const { sourceId, source, cue, content, basis } of attributions) {
		if (
			basis === 'colon' ||
			sourceId !== speaker ||
			!content.some(part => spans.some(span => overlaps(part, span) && part.start >= span.start - 1))
		)
			continue;
		for (const place of [...(source ?? []), ...cue]) if (first === null || place.start < first.start) first = place;
	}
	return first;
}

/** How many sentences of the quotation have ended before an offset of the document. */
function sentencesBefore({ analyses }: View, { spans }: Quotation, offset: number): number {
	let count = 0;
	for (const analysis of analyses) {
		const here = spans.filter(span => overlaps(span, analysis.block.span) && span.start < offset);
		if (here.length === 0) continue;
		for (const sentence of analysis.sentences) {
			const { start } = inDocument(analysis, sentence);
			if (start < offset && here.some(span => span.start <= start + 1 && start < span.end)) count += 1;
		}
	}
	return count;
}

const numbers = ['Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function inWords(count: number): string {
	return numbers[count - mostSentences] ?? String(count);
}

const longestName = 50;

function whoSpeaks({ name, kind }: Source): string {
	const words = /^(?:A|An|The|Some|Two|Three|Another) /.test(name)
		? name.charAt(0).toLowerCase() + name.slice(1)
		: name;
	if (words.length > longestName || !/\p{L}{2}/u.test(words) || /^\p{Lu}-/u.test(words)) return 'who is speaking';
	return `that ${words} ${kind === 'people' ? 'are' : 'is'} speaking`;
}
