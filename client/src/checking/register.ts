import { Disposable, type Memento } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Store } from '../kept/store';
import type { Statuses } from '../statuses';
import { registerChecklistCommands } from './commands';
import { createChecklistView } from './view';

/** The checking list of a draft, and what can be done with it. */
export function registerChecking(
	client: BaseLanguageClient,
	statuses: Statuses,
	store: Store,
	memory: Memento,
): Disposable {
	const view = createChecklistView(client, statuses, store, memory);
	return Disposable.from(view, registerChecklistCommands(client, store, view));
}
