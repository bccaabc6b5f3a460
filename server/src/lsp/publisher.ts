/** Gets the findings to the editor: pulled by those that can, sent to the others, never both. */
import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentStatus, statusNotification } from '../protocol';
import type { ClientFeatures } from './clientFeatures';
import { type DiagnosticOptions, resultIdOf, toDiagnostics } from './diagnostics';
import type { Documents } from './documents';
import { Outdated } from './driver';
import type { Timer } from './environment';
import { field, uriOf } from './params';
import type { Reader } from './reader';
import { type Requests, unlessCancelled } from './requests';
import { isConfigFile } from './settings';
import type { Typing } from './typing';

/** Longer texts, in UTF-16 units, are read when opened and saved only. */
const largeLength = 1_000_000;
/** How long after an edit a client that cannot ask is sent the findings. */
const pushDelay = 100;

export interface Publisher {
	opened(document: TextDocument): void;
	changed(document: TextDocument): void;
	saved(document: TextDocument): void;
	closed(uri: string): void;
	/** Has the findings of one document, or of all, shown anew. */
	refresh(uri?: string): void;
	/** Has a large document read as it is now, though it is not saved. */
	settle(document: TextDocument): void;
	/** Whether a large document has changed since it was opened or saved: it is not read now. */
	isUnsettled(document: TextDocument): boolean;
	/** Whether a document has not changed since it was opened or saved. */
	isSettled(document: TextDocument): boolean;
}

export interface PublisherInput {
	readonly connection: Connection;
	readonly features: ClientFeatures;
	readonly timer: Timer;
	readonly requests: Requests;
	readonly documents: Documents;
	readonly reader: Reader;
	readonly typing: Typing;
	readonly options: DiagnosticOptions;
}

export function createPublisher(input: PublisherInput): Publisher {
	const { connection, features, timer, requests, documents, reader, typing } = input;
	/** What the last pull was answered with. */
	const lastResult = new Map<string, string>();
	/** The version that a document was last opened, saved or asked for in. */
	const settledVersion = new Map<string, number>();
	const pendingPushes = new Map<string, () => void>();

	async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
		const { uri } = document;
		const { analysis, findings, settings, state, ignored, stale } = await reader.read(document);
		if (documents.get(uri) !== document) throw new Outdated();
		const shown = analysis ? typing.show(uri, analysis, findings) : [];
		const { items, hidden } = toDiagnostics(document, shown, input.options);
		sendStatus({
			uri,
			state,
			genre: analysis?.genre ?? settings.genre,
			genreBasis: analysis?.genreBasis ?? 'setting',
			findings: shown.length - hidden,
			hidden,
			ignored,
			stale: stale.length,
		});
		return items;
	}

	function sendStatus(status: DocumentStatus): void {
		requests.attempt(() => connection.sendNotification(statusNotification, status));
	}

	function sendTooLarge({ uri }: TextDocument): void {
		sendStatus({
			uri,
			state: 'too-large',
			genre: 'auto',
			genreBasis: 'setting',
			findings: 0,
			hidden: 0,
			ignored: 0,
			stale: 0,
		});
	}

	function isUnsettled(document: TextDocument): boolean {
		return isLarge(document) && !isSettled(document);
	}

	function isSettled({ uri, version }: TextDocument): boolean {
		return settledVersion.get(uri) === version;
	}

	if (features.pull) {
		connection.languages.diagnostics.on(
			requests.guarded(async (request, token): Promise<DocumentDiagnosticReport> => {
				const uri = uriOf(request);
				const document = documents.get(uri);
				if (!document || isConfigFile(uri)) return { kind: 'full', items: [] };
				const previous = field(request, 'previousResultId');
				const last = lastResult.get(uri);
				if (last !== undefined && last === previous && isUnsettled(document)) {
					// What is shown moves with the text, in the editor.
					sendTooLarge(document);
					return { kind: 'unchanged', resultId: last };
				}
				const items = await unlessCancelled(diagnose(document), token);
				const resultId = resultIdOf(items);
				lastResult.set(uri, resultId);
				return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
			}),
		);
	}

	/** For a client that cannot ask. */
	function push(document: TextDocument, delay: number): void {
		if (features.pull) return;
		const { uri } = document;
		pendingPushes.get(uri)?.();
		if (isUnsettled(document)) {
			sendTooLarge(document);
			return;
		}
		const publish = async () => {
			pendingPushes.delete(uri);
			const { version } = document;
			const diagnostics = await diagnose(document);
			await connection.sendDiagnostics({ uri, version, diagnostics });
		};
		pendingPushes.set(
			uri,
			timer.after(delay, () => requests.attempt(publish)),
		);
	}

	function refresh(uri?: string): void {
		if (requests.isStopped()) return;
		if (features.pull) {
			if (features.refresh) requests.attempt(() => connection.languages.diagnostics.refresh());
			return;
		}
		const document = uri === undefined ? undefined : documents.get(uri);
		for (const each of document ? [document] : documents.all()) if (!isConfigFile(each.uri)) push(each, 0);
	}

	return {
		opened(document) {
			settledVersion.set(document.uri, document.version);
			push(document, 0);
		},
		changed: document => push(document, pushDelay),
		saved(document) {
			settledVersion.set(document.uri, document.version);
			if (isLarge(document)) refresh(document.uri);
		},
		closed(uri) {
			lastResult.delete(uri);
			settledVersion.delete(uri);
			pendingPushes.get(uri)?.();
			pendingPushes.delete(uri);
			if (!features.pull) requests.attempt(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
		},
		refresh,
		settle: ({ uri, version }) => void settledVersion.set(uri, version),
		isUnsettled,
		isSettled,
	};
}

function isLarge(document: TextDocument): boolean {
	return document.getText().length > largeLength;
}
