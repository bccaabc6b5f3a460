/** Who speaks in a draft and what they say, for a view of the editor's. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import {
	type DraftSources,
	type ListedClaim,
	type ListedSource,
	type ListedStatement,
	type SourceGroup,
	sourcesRequest,
} from '../protocol';
import { placeName, shortened } from '../report/words';
import { paragraphNumbers } from '../rules/paragraphs';
import type { Finding } from '../rules/rule';
import { inSlices } from '../text/slices';
import { isClaim } from './codeLens';
import { toOffset, toRange } from './convert';
import type { Timer } from './environment';
import { field, positionOf, uriOf } from './params';
import { sentencesTouching, wordsIn } from './place';
import type { OpenReading } from './reader';
import type { Requests } from './requests';
import { slicedFor } from './sliced';
import { sourceOrSpeakerAt } from './sourcePlace';
import { type SourceTree, sourceTreeOf, type TreeStatement, uniqueNames } from './sourceTree';

export interface SourcesInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly timer: Timer;
	/** Null where a document is not read; rejects with `Outdated`, so that the editor keeps what it shows and asks again. */
	reading(uri: string, token: CancellationToken): Promise<OpenReading | null>;
	/** Whether the editor shows a finding already. */
	isShown(uri: string, finding: Finding): boolean;
}

export function listenToSources({ connection, requests, timer, reading, isShown }: SourcesInput): void {
	connection.onRequest(
		sourcesRequest,
		requests.guarded(async (request, token): Promise<DraftSources | null> => {
			const uri = uriOf(request);
			const position = field(request, 'position') === undefined ? null : positionOf(request);
			const found = await reading(uri, token);
			if (found?.state !== 'on') return null;
			const { document, analysis } = found;
			const claims = found.findings.filter(finding => isClaim(finding) && isShown(uri, finding));
			function* work() {
				const tree = yield* sourceTreeOf(analysis);
				return {
					...(yield* toDraftSources(document, tree)),
					claims: yield* toClaims(document, analysis, claims),
					...(position && { here: sourceHere(analysis, tree, toOffset(document, position)) }),
				};
			}
			return slicedFor(found, work(), timer, token);
		}),
	);
}

function* toDraftSources(
	document: TextDocument,
	{ groups, noOne }: SourceTree,
): Generator<undefined, Omit<DraftSources, 'claims' | 'here'>, void> {
	const toStatement = ({ span, ...statement }: TreeStatement): ListedStatement => ({
		...statement,
		range: toRange(document, span),
	});
	const listed: SourceGroup[] = [];
	for (const { identification, sources } of groups) {
		const own: ListedSource[] = [];
		yield* inSlices(sources, ({ source, introduction, statements, ...told }) => {
			own.push({
				...told,
				kind: source.kind,
				introduction: introduction && toRange(document, introduction),
				statements: statements.map(toStatement),
			});
			return unitsOfStatement * statements.length;
		});
		listed.push({ identification, sources: own });
	}
	return { groups: listed, noOne: noOne.map(toStatement) };
}

/** What a statement costs, in units of text that is read. */
const unitsOfStatement = 20;

const longestClaim = 140;

function* toClaims(
	document: TextDocument,
	analysis: Analysis,
	findings: readonly Finding[],
): Generator<undefined, readonly ListedClaim[], void> {
	if (findings.length === 0) return [];
	const paragraphs = paragraphNumbers(analysis.analyses);
	const idOf = uniqueNames();
	const claims: ListedClaim[] = [];
	yield* inSlices(findings, ({ span, message, block }) => {
		const [sentence = span] = sentencesTouching(analysis, span);
		claims.push({
			id: idOf(message),
			question: message,
			words: shortened(wordsIn(analysis, sentence), longestClaim),
			place: placeName({ part: analysis.blocks[block]?.kind ?? 'paragraph', paragraph: paragraphs[block] ?? 0 }),
			range: toRange(document, span),
		});
		return unitsOfStatement;
	});
	return claims;
}

function sourceHere(analysis: Analysis, { groups }: SourceTree, offset: number): string | null {
	const found = sourceOrSpeakerAt(analysis, offset)?.source;
	return groups.flatMap(({ sources }) => sources).find(({ source }) => source === found)?.id ?? null;
}
