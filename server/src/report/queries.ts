/** An editor's queries: a finding as one line of plain text, `Par 6, “is expected to meet”: who expects this?`. */

import { t } from '@vscode/l10n';
import type { DocumentView } from '../attribution/context';
import { inDocument } from '../attribution/document';
import type { BlockAnalysis } from '../attribution/model';
import { paragraphNumbers } from '../rules/paragraphs';
import type { Finding } from '../rules/rule';
import { toText } from '../text/sourceMap';
import type { Span } from '../text/span';
import { language, placeName, printable, shortened } from './words';

const longestWords = 70;

/** A line for each finding, in reading order. */
export function queriesOf(
	document: Pick<DocumentView, 'analyses'>,
	findings: readonly Pick<Finding, 'rule' | 'span' | 'message' | 'block'>[],
): readonly string[] {
	const lines = queryLines(document);
	return findings.map(finding => lines(finding, questionOf(document, finding)));
}

/** Writes a question about a place of a document as a line: `Par 6, “is expected to meet”: who expects this?`. */
export function queryLines({
	analyses,
}: Pick<DocumentView, 'analyses'>): (at: Pick<Finding, 'span' | 'block'>, question: string) => string {
	const numbers = paragraphNumbers(analyses);
	return ({ span, block }, question) => {
		const analysis = analyses[block];
		const place = placeName({ part: analysis?.block.kind ?? 'paragraph', paragraph: numbers[block] ?? 0 });
		const words = analysis ? proseOf(analysis, span) : '';
		return `${place.charAt(0).toUpperCase()}${place.slice(1)}, “${shortened(words, longestWords)}”: ${printable(question)}`;
	};
}

/** What a finding asks, without its words: "who expects this?". */
export function questionOf(
	{ analyses }: Pick<DocumentView, 'analyses'>,
	{ rule, span, message, block }: Pick<Finding, 'rule' | 'span' | 'message' | 'block'>,
): string {
	const analysis = analyses[block];
	return queryOf(rule, printable(message), analysis ? proseOf(analysis, span) : '');
}

/** The prose under a document span: without the marks that stand in the source. */
function proseOf({ block }: BlockAnalysis, span: Span): string {
	const end = inDocument({ block }, { start: 0, end: block.text.length }).end;
	const start = toText(block.map, span.start - block.span.start);
	const words = block.text.slice(start, span.end >= end ? undefined : toText(block.map, span.end - block.span.start));
	return trimmed(printable(words));
}

/** Without quotation marks around it, and the comma before the closing one. */
function trimmed(words: string): string {
	return words.replace(/^[“"‘']+|[”"’']+$/g, '').replace(/[,.]$/, '');
}

/** The message as a question that does not say the words again. */
function queryOf(rule: string, message: string, words: string): string {
	// The patterns below know our English messages; a translated one says the words again.
	const query = language() === 'en' ? withoutIdentity(beginning(withoutWords(message, words))) : message;
	return /[?？؟]/.test(query) ? query : `${query} ${(questions[rule] ?? isMeant)()}`;
}

/**
 * A query is written down, sent and kept, and so is its answer: it asks what can be told of a source that is not named,
 * never who it is.
 */
function withoutIdentity(query: string): string {
	return query
		.replace(/^who, how many, and how do they know\?$/, 'how many, in what position, and how do they know?')
		.replace(/^who is it, and how do they know\?$/, 'in what position, and how do they know?');
}

/** Asked where a message only states. */
const isMeant = (): string => t('Meant?');
const questions: Readonly<Record<string, () => string>> = {
	'dropped-relay': () => t('Credit it here too?'),
	'headline-outruns-body': () => t('Does the body carry it?'),
	'late-attribution': () => t('Can the speaker come earlier?'),
	'name-variants': () => t('Which is right?'),
	'open-query': () => t('Has it been answered?'),
	'single-source': () => t('Is there a second?'),
	'ambiguous-source': () => t('Which one?'),
};

const quoted = /“([^”]*)”/g;
/** "Not said: agency, why unnamed." */
const notSaid = /^(?:is|are) not named\. Not said: ([^.]+)\./;
const namesNoOne = /\s*“”\s+names? no one\.$/;

function withoutWords(message: string, words: string): string {
	const bare = message.replace(quoted, (whole, inner: string) => (isSame(inner, words) ? '“”' : whole));
	if (!bare.includes('“”')) return message;
	return (
		bare
			.replace(namesNoOne, '')
			.replace(/^“”:?\s*/, '')
			.replace(/:\s*“”(?=[?.])/, '')
			.replace(/\s+for “”(?=[?.])/, '')
			.replace(/\bis “”\?/, 'is this?')
			.replace(/\bare “”\?/, 'are these?')
			.replace(/(^| )“” has no /, '$1No ')
			.replace(/^“” is not in /, 'not in ')
			// What is left of it is needed for the sense.
			.replace(/“”/g, () => `“${shortened(words, longestWords)}”`)
			.replace(notSaid, (_, list: string) => `${list}? The text does not say.`)
	);
}

/** Whether a message means the underlined words: it may cut them short or straighten their case. */
function isSame(inner: string, words: string): boolean {
	const cut = inner.endsWith('…') ? inner.slice(0, -1) : null;
	const whole = words.toLowerCase();
	return cut === null ? trimmed(inner.toLowerCase()) === whole : cut !== '' && whole.startsWith(cut.toLowerCase());
}

/** Our own words at the start of a message; a name keeps its capital. */
const ownOpening =
	/^(?:Who|Whose|Whom|What|Which|When|Where|Why|How|Did|Does|Do|Is|Are|Was|Were|By|An|A|The|All|One|Two|Three|Four|Five|Stated|Reported|Said|Unnamed|Learned|No|Not|Seen|Here|Fact|This|Needed)\b/;

function beginning(query: string): string {
	return ownOpening.test(query) ? query.charAt(0).toLowerCase() + query.slice(1) : query;
}
