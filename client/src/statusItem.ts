import { commands, Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DocumentStatus, statusNotification } from '../../server/src/protocol';
import { draftSelector, isDraft } from './documents';
import { type ServerState, statusText } from './statusText';

/** The language status item: on or off for this file, as what it is read, how many findings. */
export function showStatus(client: BaseLanguageClient): Disposable {
	const item = languages.createLanguageStatusItem('sourceCritic.status', draftSelector());
	item.name = 'Source Critic';
	const statuses = new Map<string, DocumentStatus>();
	let server: ServerState = 'starting';

	const update = () => {
		const document = window.activeTextEditor?.document;
		const status = document && statuses.get(document.uri.toString());
		void commands.executeCommand('setContext', 'sourceCritic.isNotNews', status?.state === 'not-news');
		// A report beside the draft takes the focus, and the button above the draft stays.
		if (document) void commands.executeCommand('setContext', 'sourceCritic.isRead', status?.state === 'on');
		if (!document || !isDraft(document)) return;
		const shown = statusText(server, status);
		item.text = `Source Critic: ${shown.text}`;
		item.detail = shown.detail;
		item.command = shown.command && { ...shown.command, arguments: [...(shown.command.arguments ?? [])] };
		item.busy = shown.busy === true;
		item.severity = shown.isWarning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
	};
	update();
	return Disposable.from(
		item,
		window.onDidChangeActiveTextEditor(update),
		workspace.onDidCloseTextDocument(document => statuses.delete(document.uri.toString())),
		client.onDidChangeState(({ newState }) => {
			server = serverState(newState);
			if (server !== 'running') statuses.clear();
			update();
		}),
		client.onNotification(statusNotification, (status: DocumentStatus) => {
			statuses.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
			update();
		}),
	);
}

function serverState(state: State): ServerState {
	if (state === State.Running) return 'running';
	return state === State.Starting ? 'starting' : 'down';
}
