/** What the editor shows beside the findings: colours, the line above the draft, hints, names to complete. */
import {
	type CancellationToken,
	type CodeLens,
	CodeLensRefreshRequest,
	type CompletionItem,
	type Connection,
	type InlayHint,
	type SemanticTokens,
	type SemanticTokensDelta,
	type ServerCapabilities,
} from 'vscode-languageserver';
import type { DisplaySettings } from '../configuration/settings';
import { emptyBook } from '../configuration/sourceBook';
import type { Finding } from '../rules/rule';
import type { Span } from '../text/span';
import { bookItems } from './bookCompletion';
import type { ClientFeatures } from './clientFeatures';
import { codeLenses } from './codeLens';
import { completionTriggers, speakerItems, speakerPlace } from './completion';
import { toOffset, toSpan } from './convert';
import type { Documents } from './documents';
import { inlayHints } from './inlayHints';
import { field, positionOf, rangeOf, uriOf } from './params';
import type { OpenReading } from './reader';
import type { Requests } from './requests';
import { createTokenMemory, encodeTokens, voiceTokens, voiceTokenTypes } from './semanticTokens';
import type { SettingsStore } from './settings';

export const viewCapabilities = {
	semanticTokensProvider: {
		legend: { tokenTypes: [...voiceTokenTypes], tokenModifiers: [] },
		full: { delta: true },
		range: true,
	},
	codeLensProvider: { resolveProvider: false },
	inlayHintProvider: { resolveProvider: false },
	completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: false },
} satisfies ServerCapabilities;

export interface ViewsInput {
	readonly connection: Connection;
	readonly features: ClientFeatures;
	readonly requests: Requests;
	readonly documents: Documents;
	readonly settingsOf: SettingsStore['of'];
	/** Null where a document is not read; rejects with `Outdated`, so that the editor keeps what it shows and asks again. */
	reading(uri: string, token: CancellationToken): Promise<OpenReading | null>;
	/** Whether the editor shows a finding already. */
	isShown(uri: string, finding: Finding): boolean;
	/** Whether the client has a command for the line above the draft. */
	readonly hasCommand: boolean;
}

export interface Views {
	/** Settings have changed: the editor is told to ask for everything again. */
	refresh(): void;
	/** Other findings are shown than before. */
	findingsChanged(): void;
	closed(uri: string): void;
}

export function createViews(input: ViewsInput): Views {
	const { connection, features, requests, documents } = input;
	const { guarded, attempt } = requests;
	const told = createTokenMemory();

	/** The reading of a document in which such a view is wanted. */
	async function shown(
		uri: string,
		token: CancellationToken,
		wanted?: keyof DisplaySettings,
	): Promise<OpenReading | null> {
		if (!documents.get(uri)) return null;
		if (wanted !== undefined && !(await input.settingsOf(uri)).display[wanted]) return null;
		const reading = await input.reading(uri, token);
		return reading?.state === 'on' ? reading : null;
	}

	async function tokensOf(uri: string, token: CancellationToken, within?: unknown): Promise<readonly number[]> {
		const range = within === undefined ? null : rangeOf(within);
		const reading = await shown(uri, token, 'colorVoices');
		if (reading === null) return [];
		const { document, analysis } = reading;
		const span: Span | undefined = range ? toSpan(document, range) : undefined;
		return encodeTokens(document, voiceTokens(analysis, span));
	}

	connection.languages.semanticTokens.on(
		guarded(async (request, token): Promise<SemanticTokens> => {
			const uri = uriOf(request);
			return told.full(uri, await tokensOf(uri, token));
		}),
	);

	connection.languages.semanticTokens.onDelta(
		guarded(async (request, token): Promise<SemanticTokens | SemanticTokensDelta> => {
			const uri = uriOf(request);
			return told.since(uri, field(request, 'previousResultId'), await tokensOf(uri, token));
		}),
	);

	connection.languages.semanticTokens.onRange(
		guarded(async (request, token): Promise<SemanticTokens> => {
			return { data: [...(await tokensOf(uriOf(request), token, request))] };
		}),
	);

	connection.onCodeLens(
		guarded(async (request, token): Promise<CodeLens[]> => {
			const uri = uriOf(request);
			const reading = await shown(uri, token, 'codeLens');
			if (reading === null) return [];
			const findings = reading.findings.filter(finding => input.isShown(uri, finding));
			return codeLenses(reading.document, reading.analysis, findings, input.hasCommand);
		}),
	);

	connection.languages.inlayHint.on(
		guarded(async (request, token): Promise<InlayHint[]> => {
			const uri = uriOf(request);
			const range = rangeOf(request);
			const reading = await shown(uri, token, 'inlayHints');
			return reading === null ? [] : inlayHints(reading.document, reading.analysis, toSpan(reading.document, range));
		}),
	);

	connection.onCompletion(
		guarded(async (request, token): Promise<CompletionItem[]> => {
			const uri = uriOf(request);
			const position = positionOf(request);
			const document = documents.get(uri);
			const place = document && speakerPlace(document, toOffset(document, position));
			if (!place) return [];
			const reading = await shown(uri, token);
			if (reading === null) return [];
			const { analysis, settings } = reading;
			const house = bookItems(reading.document, analysis, place, settings.book.found?.book ?? emptyBook);
			return [...speakerItems(reading.document, analysis, place), ...house];
		}),
	);

	function findingsChanged(): void {
		if (features.codeLensRefresh) attempt(() => connection.sendRequest(CodeLensRefreshRequest.type));
	}

	return {
		refresh() {
			if (requests.isStopped()) return;
			findingsChanged();
			if (features.semanticTokensRefresh) attempt(async () => connection.languages.semanticTokens.refresh());
			if (features.inlayHintRefresh) attempt(async () => connection.languages.inlayHint.refresh());
		},
		findingsChanged() {
			if (!requests.isStopped()) findingsChanged();
		},
		closed: uri => told.forget(uri),
	};
}
