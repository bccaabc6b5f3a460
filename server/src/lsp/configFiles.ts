/** The configuration files: what the editor shows of them, what is wrong with them, and when they change. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseConfigFile } from '../configuration/configFile';
import type { ConfigTarget } from './codeActions';
import { toConfigDiagnostic } from './diagnostics';
import type { Documents } from './documents';
import type { Timer } from './environment';
import type { Requests } from './requests';
import { type DocumentSettings, isConfigFile, type LocatedConfig, normalized } from './settings';

/** How long after a change everything is read anew: a configuration is typed, too. */
const changeDelay = 300;

export interface ConfigFiles {
	/** The text as the editor shows it, else as it is stored; null where there is none. */
	readText(uri: string): Promise<string | null>;
	/** A file was opened, edited, made, deleted. */
	changed(uri: string): void;
	/** Shows what is wrong with a file. Always sent, never pulled: it need not be open. */
	publishProblems(uri: string, config: LocatedConfig | null): void;
	/** Where a code action switches a rule off; null where there is no place for it. */
	target(settings: DocumentSettings): ConfigTarget | null;
	stop(): void;
}

export interface ConfigFilesInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly timer: Timer;
	readonly documents: Documents;
	readonly ruleIds: ReadonlySet<string>;
	readFile(uri: string): Promise<string | null>;
	/** Told once after some changes. */
	onChange(): void;
}

export function createConfigFiles(input: ConfigFilesInput): ConfigFiles {
	const { connection, requests, timer, documents, ruleIds } = input;
	const withProblems = new Set<string>();
	const changedFiles = new Set<string>();
	let callOff = () => {};

	function openFile(uri: string): TextDocument | undefined {
		return documents.all().find(document => isConfigFile(document.uri) && normalized(document.uri) === uri);
	}

	async function readText(uri: string): Promise<string | null> {
		return openFile(uri)?.getText() ?? input.readFile(uri);
	}

	function publishProblems(uri: string, config: LocatedConfig | null): void {
		const problems = config?.problems ?? [];
		if (problems.length === 0 && !withProblems.delete(uri)) return;
		if (problems.length > 0) withProblems.add(uri);
		const document = TextDocument.create(uri, 'jsonc', 0, config?.text ?? '');
		const diagnostics = problems.map(problem => toConfigDiagnostic(document, problem));
		requests.attempt(() => connection.sendDiagnostics({ uri: openFile(uri)?.uri ?? uri, diagnostics }));
	}

	async function check(uri: string): Promise<void> {
		const text = await readText(uri);
		publishProblems(uri, text === null ? null : { ...parseConfigFile(text, ruleIds), uri, text });
	}

	return {
		readText,
		changed(uri) {
			changedFiles.add(normalized(uri));
			callOff();
			callOff = timer.after(changeDelay, () => {
				for (const changed of changedFiles) requests.attempt(() => check(changed));
				changedFiles.clear();
				input.onChange();
			});
		},
		publishProblems,
		target({ config, newConfigUri, configPath }) {
			const uri = config?.uri ?? newConfigUri;
			if (uri === null) return null;
			const open = openFile(uri);
			if (open) return { uri: open.uri, text: open.getText(), version: open.version, path: configPath };
			return { uri, text: config?.text ?? null, version: null, path: configPath };
		},
		stop: () => callOff(),
	};
}
