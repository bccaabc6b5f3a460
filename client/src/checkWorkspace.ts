import {
	type CancellationToken,
	commands,
	type DiagnosticCollection,
	Disposable,
	l10n,
	languages,
	ProgressLocation,
	type Uri,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import { type CheckFileParams, checkFileRequest } from '../../server/src/protocol';
import { draftPattern, findDrafts, languageOf } from './findDrafts';

/** Larger files are no drafts; in bytes. */
const maxBytes = 5_000_000;
/** Files read at once: enough to hide the latency of a remote file system, few enough to stay small. */
const lanes = 4;
const shownForMilliseconds = 8000;

interface Outcome {
	readonly files: number;
	readonly findings: number;
}

/**
 * "Check Workspace": reads every draft and lists what it finds under Problems. A file shown in an editor is left to the
 * server, which tells its findings by itself; a file changed, deleted or opened later loses those listed here.
 */
export function registerCheckWorkspace(client: BaseLanguageClient): Disposable {
	const collection = languages.createDiagnosticCollection('source-critic-workspace');
	const watcher = workspace.createFileSystemWatcher(draftPattern, true);
	const drop = (uri: Uri) => collection.delete(uri);
	return Disposable.from(
		collection,
		watcher,
		watcher.onDidChange(drop),
		watcher.onDidDelete(drop),
		client.visibleDocuments.onOpen(opened => opened.forEach(drop)),
		// What belongs to no folder of this window any more is no business of it.
		workspace.onDidChangeWorkspaceFolders(() => {
			collection.forEach(uri => {
				if (!workspace.getWorkspaceFolder(uri)) drop(uri);
			});
		}),
		commands.registerCommand('sourceCritic.checkWorkspace', () => checkWorkspace(client, collection)),
	);
}

async function checkWorkspace(client: BaseLanguageClient, collection: DiagnosticCollection): Promise<Outcome> {
	await client.start();
	const options = { location: ProgressLocation.Notification, title: 'Source Critic', cancellable: true };
	const outcome = await window.withProgress(options, async (progress, token) => {
		progress.report({ message: l10n.t('looking for drafts') });
		const drafts = await findDrafts(token);
		collection.clear();
		let done = 0;
		return checkAll(drafts, token, async uri => {
			const findings = await check(client, collection, uri, token);
			done++;
			progress.report({ message: l10n.t('{0} of {1} files', done, drafts.length), increment: 100 / drafts.length });
			return findings;
		});
	});
	window.setStatusBarMessage(summary(outcome), shownForMilliseconds);
	if (outcome.findings > 0) await commands.executeCommand('workbench.actions.view.problems');
	return outcome;
}

/** What was checked when it ended or was cancelled. */
async function checkAll(
	drafts: readonly Uri[],
	token: CancellationToken,
	checkOne: (uri: Uri) => Promise<number>,
): Promise<Outcome> {
	let files = 0;
	let findings = 0;
	const queue = drafts.values();
	const lane = async () => {
		for (const uri of queue) {
			if (token.isCancellationRequested) return;
			const found = await checkOne(uri);
			findings += found;
			files++;
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return { files, findings };
}

/** The number of findings; a file that cannot be read has none and is named in the log. */
async function check(
	client: BaseLanguageClient,
	collection: DiagnosticCollection,
	uri: Uri,
	token: CancellationToken,
): Promise<number> {
	if (client.visibleDocuments.isVisible(uri)) return languages.getDiagnostics(uri).filter(isOurs).length;
	try {
		const text = await readDraft(uri);
		if (text === undefined) return 0;
		const params: CheckFileParams = {
			uri: client.code2ProtocolConverter.asUri(uri),
			languageId: languageOf(uri),
			text,
		};
		const findings = await client.sendRequest<Diagnostic[] | null>(checkFileRequest, params, token);
		const diagnostics = await client.protocol2CodeConverter.asDiagnostics(findings ?? []);
		collection.set(uri, diagnostics);
		return diagnostics.length;
	} catch (error) {
		if (!token.isCancellationRequested) client.warn(`${uri.toString(true)} could not be checked.`, error, false);
		return 0;
	}
}

/** The text as the editor would show it; nothing for what is too large. */
async function readDraft(uri: Uri): Promise<string | undefined> {
	const open = workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	if (open) return open.getText();
	const { size } = await workspace.fs.stat(uri);
	if (size > maxBytes) return undefined;
	return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

function isOurs(diagnostic: { readonly source?: string }): boolean {
	return diagnostic.source === 'Source Critic';
}

function summary({ findings, files }: Outcome): string {
	if (findings === 1 && files === 1) return l10n.t('Source Critic: 1 finding in 1 file');
	if (findings === 1) return l10n.t('Source Critic: 1 finding in {0} files', files);
	if (files === 1) return l10n.t('Source Critic: {0} findings in 1 file', findings);
	return l10n.t('Source Critic: {0} findings in {1} files', findings, files);
}
