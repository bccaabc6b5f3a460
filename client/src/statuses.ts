import { Disposable, type Event, EventEmitter, type TextDocument, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DocumentStatus, statusNotification } from '../../server/src/protocol';
import type { ServerState } from './statusText';

/** What the server has said of each open document; it says so after each reading. */
export interface Statuses extends Disposable {
	of(document: TextDocument): DocumentStatus | undefined;
	server(): ServerState;
	/** The address of the document that something new is known of; undefined where it may be any. */
	readonly onDidChange: Event<string | undefined>;
}

/** One for all who want to know: a client hands each notification to one listener only. */
export function listenToStatuses(client: BaseLanguageClient): Statuses {
	const statuses = new Map<string, DocumentStatus>();
	const changed = new EventEmitter<string | undefined>();
	let server: ServerState = 'starting';
	const disposable = Disposable.from(
		changed,
		workspace.onDidCloseTextDocument(({ uri }) => statuses.delete(uri.toString())),
		client.onDidChangeState(({ newState }) => {
			server = serverState(newState);
			if (server !== 'running') statuses.clear();
			changed.fire(undefined);
		}),
		client.onNotification(statusNotification, (status: DocumentStatus) => {
			const uri = client.protocol2CodeConverter.asUri(status.uri).toString();
			statuses.set(uri, status);
			changed.fire(uri);
		}),
	);
	return {
		of: ({ uri }) => statuses.get(uri.toString()),
		server: () => server,
		onDidChange: changed.event,
		dispose: () => disposable.dispose(),
	};
}

function serverState(state: State): ServerState {
	if (state === State.Running) return 'running';
	return state === State.Starting ? 'starting' : 'down';
}
