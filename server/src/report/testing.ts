/** Reports of invented drafts, for the tests of what is built and written. */
import { type Analysis, analyse, createAnalyzer, type Draft } from '../analysis';
import { resources } from '../resources';
import { buildReport } from './build';
import type { Answer, Report } from './model';

const analyzer = createAnalyzer(resources);

/** The report of a text, read as news in plain text unless told otherwise; checked at a fixed time. */
export function reportOf(text: string, draft: Partial<Draft> = {}, file = 'draft.txt'): Report {
	return buildFrom(analysisOf(text, draft), file);
}

export function analysisOf(text: string, draft: Partial<Draft> = {}): Analysis {
	return analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {}, ...draft });
}

export function buildFrom(analysis: Analysis, file = 'draft.txt'): Report {
	return buildReport({ analysis, file, checked: new Date('2026-11-25T09:19:00Z') });
}

/** What a report answers to one of its questions. */
export function answerOf(report: Report, question: string): Answer {
	const found = report.questions.flatMap(({ answers }) => answers).find(answer => answer.question === question);
	if (!found) throw new Error(`“${question}” is not asked`);
	return found;
}

export const ferry = `Harlow said to sell the ferry

NORHAVEN — Mayor Ada Harlow said on Monday that the ferry would be sold. “We cannot pay for it,” she said. Harlow claimed that nobody uses it.

A source close to the talks told the Aln Gazette that the price was “far too low.” The source declined to be named because the talks are private.

Tom Quist, head of the ferry union, said the board wanted the yard. Critics said the plan was a massive mistake.

The ferry has cost $40 million since 12 May 2019. It broke down a few days ago.
`;
