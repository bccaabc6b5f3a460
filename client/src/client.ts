import { config } from '@vscode/l10n';
import { commands, type ExtensionContext, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import {
	type BaseLanguageClient,
	DiagnosticPullMode,
	type LanguageClientOptions,
	RevealOutputChannelOn,
} from 'vscode-languageclient';
import { type InitializationOptions, showStatementsCommand } from '../../server/src/protocol';
import { registerAddToSourceBook } from './addToSourceBook';
import { reportCaret } from './caret';
import { registerCheckAnyway } from './checkAnyway';
import { registerChecking } from './checking/register';
import { registerCheckWorkspace } from './checkWorkspace';
import { isLarge, serverSelector } from './documents';
import { createErrorHandler } from './errorHandler';
import { registerFalseAlarm } from './falseAlarm';
import { registerIgnore } from './ignore';
import { createStore } from './kept/store';
import { registerMoreFixes } from './moreFixes';
import { registerQueries } from './queries/register';
import { answerReadFile } from './readFile';
import { registerRestart, restart } from './restart';
import { registerSampleDraft } from './sampleDraft';
import { saveConfiguration } from './saveConfiguration';
import { registerShowOverview } from './showOverview';
import { registerSourceReport } from './sourceReport';
import { registerSources } from './sources/register';
import { registerStaleIgnores } from './staleIgnores';
import { listenToStatuses } from './statuses';
import { showStatus } from './statusItem';
import { registerSwitch } from './switch';

/** Also the section of the settings. */
export const clientId = 'sourceCritic';
export const clientName = 'Source Critic';

/** What an entry does on the way out. */
export interface RunningClient {
	stop(): Promise<void>;
}

/**
 * Starts the server and everything the extension shows. Returns at once: activation does not wait for the server, and
 * requests sent meanwhile wait for it by themselves. `models` are for a server that has no files.
 */
export function startClient(
	context: ExtensionContext,
	createLanguageClient: (options: LanguageClientOptions) => BaseLanguageClient,
	models?: InitializationOptions['models'],
): RunningClient {
	// For what does not know the editor and is tested without it.
	if (l10n.bundle) config({ contents: l10n.bundle });
	const output = window.createOutputChannel(clientName, { log: true });
	const client = createLanguageClient(clientOptions(context.extensionUri, output, models));
	const statuses = listenToStatuses(client);
	const store = createStore(context, output);
	context.subscriptions.push(
		output,
		answerReadFile(client),
		statuses,
		showStatus(statuses),
		registerSources(client, statuses, context.workspaceState),
		store,
		registerChecking(client, statuses, store, context.workspaceState),
		registerQueries(client, statuses, store),
		reportCaret(client),
		registerCheckWorkspace(client),
		registerCheckAnyway(client),
		registerFalseAlarm(client),
		registerIgnore(client),
		registerMoreFixes(client),
		registerStaleIgnores(client),
		registerAddToSourceBook(client),
		registerSampleDraft(context.extensionUri),
		registerShowOverview(),
		registerSourceReport({ client, statuses, extension: context.extensionUri }),
		registerRestart(client),
		registerSwitch(),
		saveConfiguration(),
		registerShowOutput(output),
	);
	void restart(client);
	return { stop: () => client.dispose() };
}

function clientOptions(
	extension: Uri,
	output: LogOutputChannel,
	models: InitializationOptions['models'],
): LanguageClientOptions {
	const initializationOptions: InitializationOptions = {
		docsBase: `${Uri.joinPath(extension, 'docs/rules').toString()}/`,
		readFile: true,
		choices: true,
		sourceCommands: true,
		queries: true,
		...(models ? { models } : {}),
		...(l10n.bundle ? { translations: l10n.bundle } : {}),
	};
	return {
		documentSelector: serverSelector(),
		initializationOptions,
		// Draft text is escaped in hovers, and this command takes nothing but a place.
		markdown: { isTrusted: { enabledCommands: [showStatementsCommand] } },
		outputChannel: output,
		// Trouble is told by the status item and the log, never by a pop-up.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		initializationFailedHandler: () => false,
		errorHandler: createErrorHandler(),
		diagnosticPullOptions: {
			onChange: true,
			onSave: true,
			filter: (document, mode) => mode === DiagnosticPullMode.onType && isLarge(document),
		},
	};
}

function registerShowOutput(output: LogOutputChannel) {
	return commands.registerCommand('sourceCritic.showOutput', () => output.show());
}
