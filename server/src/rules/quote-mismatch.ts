import { t } from '@vscode/l10n';
import type { OtherWording } from '../attribution/context';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, RuleFinding } from './rule';

/** Asks about words in quotation marks that stand otherwise, or not at all, in the body. */
export const quoteMismatch: BlockRule = {
	id: 'quote-mismatch',
	summary:
		'Asks about quoted words of a headline or caption that the body does not have, and about one remark in two wordings.',
	why: `Quotation marks promise that these were the words. Where headline or caption has others than the body, or one remark
stands twice in two wordings, at least one of them was not said.`,
	answer: `Compare with the recording or the notes, and quote the same words in both places; or take the marks away and
write it in your own words.`,
	authorities: [
		{
			title: 'AP Statement of News Values and Principles: quotations',
			url: 'https://www.ap.org/about/news-values-and-principles/',
		},
		{
			title: 'BBC Editorial Guidelines: Accuracy',
			url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
		},
	],
	severity: 'warning',
	defaultOn: true,
	voice: { quoted: null, attributed: null },
	silentIn: ['not-news'],
	example: `Quist: ‘We will sell the old pier’
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-mismatch

“I hope that the pier will be sold in spring, and the old sheds with it,” the mayor Ada Quist told the harbour board on Monday.`,
	nonExample: `Quist: ‘the pier will be sold’

“I hope that the pier will be sold in spring, and the old sheds with it,” the mayor Ada Quist told the harbour board on Monday.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		for (const [index, wording] of context.wordings.entries()) {
			const quotation = analysis.quotations[index];
			if (!wording || !quotation) continue;
			const words = shortened(wordsOf(analysis, quotation.inner), 40);
			yield {
				span: { start: quotation.start, end: quotation.end },
				message: messageFor(words, wording),
				related: wording.other
					? [{ span: wording.other.span, message: `“${shortened(wording.other.words, 80)}”`, elsewhere: true }]
					: [],
			};
		}
	},
};

function messageFor(words: string, { kind, other }: OtherWording): string {
	const paragraph = other?.paragraph ?? 0;
	if (kind === 'differs') {
		return paragraph > 0
			? t('“{0}”: par {1} has nearly the same in other words. Which was said?', words, paragraph)
			: t('“{0}”: it has nearly the same in other words. Which was said?', words);
	}
	if (!other) return t('“{0}” is not in the body. Where was it said?', words);
	return paragraph > 0
		? t('“{0}” is not in the body. Par {1} has other words. Which was said?', words, paragraph)
		: t('“{0}” is not in the body. It has other words. Which was said?', words);
}

/** A quotation as a message tells which one is meant: one line, without the comma at its end. */
function shortened(words: string, length: number): string {
	const line = words.replace(/\s+/g, ' ').replace(/[.,]$/, '');
	if (line.length <= length) return line;
	const cut = line.lastIndexOf(' ', length);
	return `${line.slice(0, cut > 0 ? cut : length)}…`;
}
