/** Queries to the writer: a finding's question, where threads stand, and all of them as text. */

import { t } from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { findPlaces, type Sought, type TextAnchor } from '../configuration/textAnchors';
import { type FoundQuery, type PlacedQuery, placeQueriesRequest, queriesRequest, queryAtRequest } from '../protocol';
import { queryLines, questionOf } from '../report/queries';
import { printable, shortened } from '../report/words';
import type { Finding } from '../rules/rule';
import type { Span } from '../text/span';
import type { CheckingInput } from './checking';
import { toOffset, toRange, toSpan } from './convert';
import { createSaltedHashers } from './hashers';
import { field, positionOf, rangeOf, textOf, uriOf } from './params';
import { wordsIn } from './place';
import { slicedFor } from './sliced';

const longestWords = 70;

/** A finding's question as a comment begins with it. */
export function foundQuery(document: TextDocument, analysis: Analysis, finding: Finding): FoundQuery {
	const question = questionOf(analysis, finding);
	return {
		uri: document.uri,
		range: toRange(document, finding.span),
		question: `${question.charAt(0).toUpperCase()}${question.slice(1)}`,
	};
}

export function listenToQueries({ connection, requests: { guarded }, timer, readingOf }: CheckingInput): void {
	const hasherOf = createSaltedHashers();

	connection.onRequest(
		queryAtRequest,
		guarded(async (request, token): Promise<FoundQuery | null> => {
			const position = positionOf(request);
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { document, analysis, findings } = reading;
			const offset = toOffset(document, position);
			const [finding] = findings
				.filter(({ span }) => span.start <= offset && offset <= span.end)
				.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
			return finding ? foundQuery(document, analysis, finding) : null;
		}),
	);

	connection.onRequest(
		placeQueriesRequest,
		guarded(async (request, token): Promise<(PlacedQuery | null)[] | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { document, analysis } = reading;
			const queries = field(request, 'queries');
			const sought = (Array.isArray(queries) ? queries : []).map(query => soughtBy(document, query));
			const hash = hasherOf(textOf(request, 'salt'));
			const places = await slicedFor(reading, findPlaces(hash, analysis.blocks, sought), timer, token);
			return places.map(
				found =>
					found && {
						range: toRange(document, found.span),
						place: found.anchor,
						words: shortened(wordsIn(analysis, found.span), longestWords),
					},
			);
		}),
	);

	connection.onRequest(
		queriesRequest,
		guarded(async (request, token): Promise<string | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { document, analysis, findings } = reading;
			const threads = field(request, 'threads');
			return queriesText(
				analysis,
				findings,
				(Array.isArray(threads) ? threads : []).map(each => threadOf(document, each)),
			);
		}),
	);
}

interface Thread {
	/** Null where its place is gone. */
	readonly span: Span | null;
	readonly resolved: boolean;
	readonly comments: readonly string[];
}

/** A line a query, in reading order; what has been answered since stands below its question. */
export function queriesText(analysis: Analysis, findings: readonly Finding[], threads: readonly Thread[]): string {
	const lineOf = queryLines(analysis);
	const placed = threads.flatMap(({ span, ...thread }) => (span ? [{ ...thread, span }] : []));
	const asked = new Set(placed.map(({ span: { start, end } }) => `${start} ${end}`));
	const fromFindings = findings
		.filter(({ span: { start, end } }) => !asked.has(`${start} ${end}`))
		.map(finding => ({ start: finding.span.start, lines: [lineOf(finding, questionOf(analysis, finding))] }));
	const fromThreads = placed
		.filter(({ resolved, comments }) => !resolved && comments.length > 0)
		.map(({ span, comments: [question = '', ...answers] }) => {
			const block = Math.max(
				0,
				analysis.blocks.findLastIndex(each => each.span.start <= span.start),
			);
			return { start: span.start, lines: [lineOf({ span, block }, question), ...answers.map(answerLine)] };
		});
	const gone = threads
		.filter(({ span, resolved, comments }) => span === null && !resolved && comments.length > 0)
		.flatMap(({ comments: [question = '', ...answers] }) => [
			t('No longer in the text: {0}', printable(question)),
			...answers.map(answerLine),
		]);
	const lines = [...fromFindings, ...fromThreads].sort((a, b) => a.start - b.start).flatMap(each => each.lines);
	return [...gone, ...lines].map(line => `${line}\n`).join('');
}

function answerLine(answer: string): string {
	return `  — ${printable(answer)}`;
}

function threadOf(document: TextDocument, thread: unknown): Thread {
	const comments = field(thread, 'comments');
	return {
		span: field(thread, 'range') === undefined ? null : toSpan(document, rangeOf(thread)),
		resolved: field(thread, 'resolved') === true,
		comments: (Array.isArray(comments) ? comments : []).filter(comment => typeof comment === 'string'),
	};
}

function soughtBy(document: TextDocument, query: unknown): Sought {
	if (field(query, 'range') !== undefined) return { span: toSpan(document, rangeOf(query)) };
	return { anchor: anchorIn(field(query, 'place')) };
}

/** A kept place of whatever shape; what is none is found nowhere. */
function anchorIn(value: unknown): TextAnchor {
	const text = (key: string): string => {
		const found = field(value, key);
		return typeof found === 'string' ? found : '';
	};
	const count = (key: string): number => {
		const found = field(value, key);
		return typeof found === 'number' && Number.isInteger(found) && found >= 0 ? found : 0;
	};
	return {
		words: text('words'),
		before: text('before'),
		after: text('after'),
		first: text('first'),
		last: text('last'),
		ordinal: count('ordinal'),
		count: count('count'),
	};
}
