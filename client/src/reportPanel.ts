import {
	Disposable,
	l10n,
	languages,
	Range,
	type TextDocument,
	Uri,
	ViewColumn,
	type WebviewPanel,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReportPage, type ReportParams, type ReportPart, reportRequest } from '../../server/src/protocol';
import { messageParts } from '../../server/src/report/fragments';
import { isOvertaken } from './askAgain';
import { changesOf, readMessage } from './reportMessages';
import { reportShell } from './reportShell';
import type { Statuses } from './statuses';

/** After the last stroke. */
const pauseInMilliseconds = 300;

/** A report that is shown. */
export interface ShownReport extends Disposable {
	/** Its draft has another name now, or lies elsewhere. */
	follow(draft: Uri): void;
}

/** What a report needs to know of the rest. */
export interface ReportContext {
	readonly client: BaseLanguageClient;
	readonly statuses: Statuses;
	readonly extension: Uri;
}

/**
 * Fills a panel with the report of a draft and keeps it up to date: of what has changed since, only the changed sections
 * are sent. While it is hidden nothing is asked for.
 */
export function showReport(
	panel: WebviewPanel,
	shownFirst: Uri,
	{ client, statuses, extension }: ReportContext,
): ShownReport {
	const scripts = Uri.joinPath(extension, 'dist');
	let draft = shownFirst;
	let latest: readonly ReportPart[] = [];
	let onPage: readonly ReportPart[] = [];
	let draftOnPage = draft;
	let isReady = false;
	let isAsking = false;
	let isOutdated = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const send = () => {
		if (!isReady || latest.length === 0) return;
		const changes = changesOf(onPage, latest, draft.toString());
		const isSame = changes.changed.length === 0 && onPage.length === latest.length && draftOnPage === draft;
		[onPage, draftOnPage] = [latest, draft];
		if (!isSame) void panel.webview.postMessage(changes);
	};
	const refresh = async () => {
		if (isAsking || !panel.visible) {
			isOutdated = true;
			return;
		}
		isAsking = true;
		isOutdated = false;
		try {
			const asked = draft;
			const parts = await partsOf(client, asked);
			// Moved meanwhile: what there is to say of its old place is of no more use.
			if (asked !== draft) isOutdated = true;
			else {
				latest = parts;
				send();
			}
		} catch (error) {
			// Changed while it was read: once more, when that has come to rest.
			if (isOvertaken(error)) isOutdated = true;
			else client.warn('The report could not be made.', error, false);
		} finally {
			isAsking = false;
			if (isOutdated && panel.visible) schedule();
		}
	};
	const schedule = () => {
		clearTimeout(timer);
		timer = setTimeout(refresh, pauseInMilliseconds);
	};
	const isDraft = (uri: Uri) => uri.toString() === draft.toString();

	panel.title = titleOf(draft);
	panel.webview.options = { enableScripts: true, localResourceRoots: [scripts] };
	panel.webview.html = reportShell({
		nonce: nonce(),
		script: panel.webview.asWebviewUri(Uri.joinPath(scripts, 'report.js')).toString(),
		draft: draft.toString(),
		title: panel.title,
		waiting: l10n.t('Reading the draft…'),
	});
	void refresh();
	const listeners = Disposable.from(
		panel.webview.onDidReceiveMessage(received => {
			const message = readMessage(received);
			if (message?.kind === 'ready') {
				isReady = true;
				onPage = [];
				send();
			}
			if (message?.kind === 'reveal') {
				reveal(draft, message.start, message.end).catch(error =>
					client.warn('The place in the draft could not be shown.', error, false),
				);
			}
		}),
		panel.onDidChangeViewState(() => {
			// A hidden page is taken down; it says when it is there again.
			if (!panel.visible) isReady = false;
			else schedule();
		}),
		workspace.onDidChangeTextDocument(({ document }) => {
			if (isDraft(document.uri)) schedule();
		}),
		// Settings, ignores and a closing draft show in its findings.
		languages.onDidChangeDiagnostics(({ uris }) => {
			if (uris.some(isDraft)) schedule();
		}),
		// A draft that is read at last may have as few findings as before.
		statuses.onDidChange(uri => {
			if (uri === undefined ? statuses.server() === 'running' : uri === draft.toString()) schedule();
		}),
		new Disposable(() => clearTimeout(timer)),
	);
	return {
		follow(moved) {
			draft = moved;
			panel.title = titleOf(draft);
			schedule();
		},
		dispose: () => listeners.dispose(),
	};
}

/** What the tab of a draft's report is called. */
export function titleOf({ path }: Uri): string {
	return l10n.t('Report: {0}', path.slice(path.lastIndexOf('/') + 1));
}

/** The parts of the page as they are to be now. */
async function partsOf(client: BaseLanguageClient, draft: Uri): Promise<readonly ReportPart[]> {
	const name = workspace.asRelativePath(draft, false);
	const document = await opened(draft);
	if (!document) return messageParts(name, l10n.t('The draft is not there any more, or it cannot be opened.'));
	await client.start();
	const params = reportParams(client, document, name);
	const page = await client.sendRequest<ReportPage | null>(reportRequest, params);
	return page?.parts ?? messageParts(name, l10n.t('This is no draft that Source Critic reads.'));
}

/** What the server is asked with. */
export function reportParams(client: BaseLanguageClient, { uri }: TextDocument, file: string): ReportParams {
	return { uri: client.code2ProtocolConverter.asUri(uri), file, checked: new Date().toISOString() };
}

/** The server sees what is open, be it in no editor. */
async function opened(draft: Uri): Promise<TextDocument | undefined> {
	return workspace.openTextDocument(draft).then(undefined, () => undefined);
}

async function reveal(draft: Uri, start: number, end: number): Promise<void> {
	const document = await opened(draft);
	if (!document) return;
	const selection = new Range(document.positionAt(start), document.positionAt(end));
	const beside = window.visibleTextEditors.find(editor => editor.document === document)?.viewColumn;
	await window.showTextDocument(document, { viewColumn: beside ?? ViewColumn.One, selection, preview: false });
}

function nonce(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
