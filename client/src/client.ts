import { commands, type ExtensionContext, type LogOutputChannel, Uri, window } from 'vscode';
import {
	type BaseLanguageClient,
	DiagnosticPullMode,
	type LanguageClientOptions,
	RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { reportCaret } from './caret';
import { registerCheckAnyway } from './checkAnyway';
import { registerCheckWorkspace } from './checkWorkspace';
import { isLarge, serverSelector } from './documents';
import { createErrorHandler } from './errorHandler';
import { registerFalseAlarm } from './falseAlarm';
import { registerIgnore } from './ignore';
import { registerMoreFixes } from './moreFixes';
import { answerReadFile } from './readFile';
import { registerRestart, restart } from './restart';
import { saveConfiguration } from './saveConfiguration';
import { registerShowOverview } from './showOverview';
import { registerSourceReport } from './sourceReport';
import { registerStaleIgnores } from './staleIgnores';
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
	const output = window.createOutputChannel(clientName, { log: true });
	const client = createLanguageClient(clientOptions(context.extensionUri, output, models));
	context.subscriptions.push(
		output,
		answerReadFile(client),
		showStatus(client),
		reportCaret(client),
		registerCheckWorkspace(client),
		registerCheckAnyway(client),
		registerFalseAlarm(client),
		registerIgnore(client),
		registerMoreFixes(client),
		registerStaleIgnores(client),
		registerShowOverview(),
		registerSourceReport(client, context.extensionUri),
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
		...(models ? { models } : {}),
	};
	return {
		documentSelector: serverSelector(),
		initializationOptions,
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
