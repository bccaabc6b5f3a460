/** Who speaks in a draft and what they say, for a view of the editor's. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { type DraftSources, type ListedClaim, type ListedStatement, sourcesRequest } from '../protocol';
import { placeName, shortened } from '../report/words';
import { paragraphNumbers } from '../rules/paragraphs';
import type { Finding } from '../rules/rule';
import { isClaim } from './codeLens';
import { toOffset, toRange } from './convert';
import { Outdated } from './driver';
import type { Timer } from './environment';
import { field, positionOf, uriOf } from './params';
import { sentencesTouching, wordsIn } from './place';
import type { OpenReading } from './reader';
import { type Requests, unlessCancelled } from './requests';
import { sliced } from './sliced';
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
			const { document, version, analysis, findings } = found;
			const check = () => {
				if (document.version !== version || token.isCancellationRequested) throw new Outdated();
			};
			const tree = await unlessCancelled(sliced(sourceTreeOf(analysis), timer, check), token);
			const claims = findings.filter(finding => isClaim(finding) && isShown(uri, finding));
			return {
				...toDraftSources(document, tree),
				claims: toClaims(document, analysis, claims),
				...(position && { here: sourceHere(analysis, tree, toOffset(document, position)) }),
			};
		}),
	);
}

function toDraftSources(document: TextDocument, { groups, noOne }: SourceTree): Omit<DraftSources, 'claims' | 'here'> {
	const toStatement = ({ span, ...statement }: TreeStatement): ListedStatement => ({
		...statement,
		range: toRange(document, span),
	});
	return {
		groups: groups.map(({ identification, sources }) => ({
			identification,
			sources: sources.map(({ source, introduction, statements, ...told }) => ({
				...told,
				kind: source.kind,
				introduction: introduction && toRange(document, introduction),
				statements: statements.map(toStatement),
			})),
		})),
		noOne: noOne.map(toStatement),
	};
}

const longestClaim = 140;

function toClaims(document: TextDocument, analysis: Analysis, findings: readonly Finding[]): readonly ListedClaim[] {
	if (findings.length === 0) return [];
	const paragraphs = paragraphNumbers(analysis.analyses);
	const idOf = uniqueNames();
	return findings.map(({ span, message, block }) => {
		const [sentence = span] = sentencesTouching(analysis, span);
		return {
			id: idOf(message),
			question: message,
			words: shortened(wordsIn(analysis, sentence), longestClaim),
			place: placeName({ part: analysis.blocks[block]?.kind ?? 'paragraph', paragraph: paragraphs[block] ?? 0 }),
			range: toRange(document, span),
		};
	});
}

function sourceHere(analysis: Analysis, { groups }: SourceTree, offset: number): string | null {
	const found = sourceOrSpeakerAt(analysis, offset)?.source;
	return groups.flatMap(({ sources }) => sources).find(({ source }) => source === found)?.id ?? null;
}
