/** A small editor for tests: speaks to a server as an editor would, and remembers what it was told. */
import type {
	ClientCapabilities,
	CodeAction,
	Diagnostic,
	DocumentDiagnosticReport,
	Hover,
	InitializeResult,
	MessageConnection,
	PublishDiagnosticsParams,
	Range,
} from 'vscode-languageserver';
import type { DocumentStatus } from '../../server/src/protocol';

export interface EditorOptions {
	readonly capabilities?: ClientCapabilities;
	readonly folders?: readonly unknown[];
	readonly initializationOptions?: unknown;
	/** The settings below `sourceCritic`, answered to `workspace/configuration`. */
	readonly settings?: unknown;
	/** Files by address, answered to `sourceCritic/readFile`. */
	readonly files?: Map<string, string>;
}

/** What VS Code says of itself, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
	textDocument: {
		diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
		publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
			isPreferredSupport: true,
			disabledSupport: true,
			dataSupport: true,
		},
	},
	workspace: {
		configuration: true,
		workspaceFolders: true,
		diagnostics: { refreshSupport: true },
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
	},
};

/** The same without pulling. */
export const pushCapabilities: ClientCapabilities = {
	...fullCapabilities,
	textDocument: withoutPull(fullCapabilities.textDocument),
};

function withoutPull(
	textDocument: ClientCapabilities['textDocument'],
): NonNullable<ClientCapabilities['textDocument']> {
	const { diagnostic: _, ...rest } = textDocument ?? {};
	return rest;
}

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** Starts the connection and shakes hands. */
export async function openEditor(connection: MessageConnection, options: EditorOptions = {}) {
	const statuses: DocumentStatus[] = [];
	const published: PublishDiagnosticsParams[] = [];
	const log: string[] = [];
	const registrations: string[] = [];
	const versions = new Map<string, number>();
	const state = { settings: options.settings ?? null, refreshes: 0 };
	/** What the editor was told to ask for again besides diagnostics, in order. */
	const viewRefreshes: string[] = [];
	const files = options.files ?? new Map<string, string>();

	connection.onNotification('sourceCritic/status', (status: DocumentStatus) => void statuses.push(status));
	connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
		published.push(params);
	});
	connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
	connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => state.settings));
	connection.onRequest('workspace/diagnostic/refresh', () => {
		state.refreshes++;
		return null;
	});
	for (const view of ['semanticTokens', 'codeLens', 'inlayHint']) {
		connection.onRequest(`workspace/${view}/refresh`, () => {
			viewRefreshes.push(view);
			return null;
		});
	}
	connection.onRequest('sourceCritic/readFile', ({ uri }: { uri: string }) => files.get(uri) ?? null);
	connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
		registrations.push(...params.registrations.map(({ method }) => method));
		return null;
	});
	connection.listen();

	const folders = options.folders ?? ['file:///newsroom'];
	const initialized = await connection.sendRequest<InitializeResult>('initialize', {
		processId: null,
		rootUri: null,
		capabilities: options.capabilities ?? fullCapabilities,
		workspaceFolders: folders.map(uri => (typeof uri === 'string' ? { uri, name: uri } : uri)),
		initializationOptions: options.initializationOptions ?? { docsBase: 'file:///docs/rules/', readFile: true },
	});
	await connection.sendNotification('initialized', {});

	const pull = (uri: string, previousResultId?: string) =>
		connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
			textDocument: { uri },
			identifier: 'source-critic',
			...(previousResultId !== undefined && { previousResultId }),
		});

	return {
		connection,
		initialized,
		statuses,
		published,
		log,
		registrations,
		state,
		viewRefreshes,
		files,
		async open(uri: string, text: string, languageId = 'plaintext') {
			versions.set(uri, 1);
			await connection.sendNotification('textDocument/didOpen', {
				textDocument: { uri, languageId, version: 1, text },
			});
		},
		/** Replaces a range by its lines and columns; the whole text without one. */
		async change(uri: string, text: string, range?: Range) {
			const version = (versions.get(uri) ?? 0) + 1;
			versions.set(uri, version);
			await connection.sendNotification('textDocument/didChange', {
				textDocument: { uri, version },
				contentChanges: [range ? { range, text } : { text }],
			});
		},
		save: (uri: string) => connection.sendNotification('textDocument/didSave', { textDocument: { uri } }),
		close: (uri: string) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
		pull,
		/** The pulled diagnostics; asks again as an editor does when the document has changed meanwhile. */
		async diagnostics(uri: string): Promise<Diagnostic[]> {
			for (;;) {
				try {
					const report = await pull(uri);
					return report.kind === 'full' ? report.items : [];
				} catch (error) {
					if (!isServerCancelled(error)) throw error;
				}
			}
		},
		hover: (uri: string, line: number, character: number) =>
			connection.sendRequest<Hover | null>('textDocument/hover', {
				textDocument: { uri },
				position: { line, character },
			}),
		actions: (uri: string, range: Range, diagnostics: Diagnostic[] = [], only?: string[]) =>
			connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range,
				context: { diagnostics, ...(only && { only }) },
			}),
		watched: (uri: string, type: 1 | 2 | 3) =>
			connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }),
		shutdown: () => connection.sendRequest('shutdown'),
	};
}

export function isServerCancelled(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'code' in error && error.code === -32802;
}

/** Waits until something has come to pass; fails after a while. */
export async function until(isSo: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
	for (const start = Date.now(); !isSo(); ) {
		if (Date.now() - start > milliseconds) throw new Error(`waited in vain until ${what}`);
		await new Promise(resolve => setTimeout(resolve, 5));
	}
}

/** The text after edits that do not overlap. */
export function applied(text: string, edits: readonly { range: Range; newText: string }[]): string {
	const lines = text.split('\n');
	const offset = ({ line, character }: Range['start']) =>
		lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0) + character;
	return [...edits]
		.sort((a, b) => offset(b.range.start) - offset(a.range.start))
		.reduce(
			(done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
			text,
		);
}
