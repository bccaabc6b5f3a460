import { Disposable, type Memento } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statuses } from '../statuses';
import { registerSourceCommands } from './commands';
import { createSourcesView } from './view';

/** The view of who speaks in a draft, and what can be done with them. */
export function registerSources(client: BaseLanguageClient, statuses: Statuses, memory: Memento): Disposable {
	const view = createSourcesView(client, statuses, memory);
	return Disposable.from(view, registerSourceCommands(client, view));
}
