/** The configuration, the ignores and the source book: what the editor shows of them, what is wrong with them, and when they change. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ConfigProblem, type KnownNames, parseConfigFile } from '../configuration/configFile';
import { parseIgnoreFile } from '../configuration/ignoreFile';
import { parseSourceBook } from '../configuration/sourceBook';
import { toConfigDiagnostic } from './diagnostics';
import type { Documents } from './documents';
import type { Timer } from './environment';
import type { Requests } from './requests';
import { ignoreProblems, isConfigFile, isIgnoreFile, isSourceBook, type Nearest, normalized } from './settings';
import type { FileTarget } from './silence';

/** How long after a change everything is read anew: a configuration is typed, too. */
const changeDelay = 300;

export interface ConfigFiles {
	/** The text as the editor shows it, else as it is stored; null where there is none. */
	readText(uri: string): Promise<string | null>;
	/** A file was opened, edited, made, deleted. */
	changed(uri: string): void;
	/** Shows what is wrong with a file. Always sent, never pulled: it need not be open. */
	publishProblems(uri: string, text: string | null, problems: readonly ConfigProblem[]): void;
	/** The file as a code action is to change it; null where there is no place for it. */
	target(nearest: Nearest<{ readonly uri: string; readonly text: string }>): FileTarget | null;
	stop(): void;
}

export interface ConfigFilesInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly timer: Timer;
	readonly documents: Documents;
	readonly known: KnownNames;
	readFile(uri: string): Promise<string | null>;
	/** Told once after some changes. */
	onChange(): void;
}

export function createConfigFiles(input: ConfigFilesInput): ConfigFiles {
	const { connection, requests, timer, documents, known } = input;
	const withProblems = new Set<string>();
	const changedFiles = new Set<string>();
	let callOff = () => {};

	function openFile(uri: string): TextDocument | undefined {
		return documents.all().find(document => isConfigFile(document.uri) && normalized(document.uri) === uri);
	}

	async function readText(uri: string): Promise<string | null> {
		return openFile(uri)?.getText() ?? input.readFile(uri);
	}

	function publishProblems(uri: string, text: string | null, problems: readonly ConfigProblem[]): void {
		if (problems.length === 0 && !withProblems.delete(uri)) return;
		if (problems.length > 0) withProblems.add(uri);
		const document = TextDocument.create(uri, 'jsonc', 0, text ?? '');
		const diagnostics = problems.map(problem => toConfigDiagnostic(document, problem));
		requests.attempt(() => connection.sendDiagnostics({ uri: openFile(uri)?.uri ?? uri, diagnostics }));
	}

	async function check(uri: string): Promise<void> {
		const text = await readText(uri);
		publishProblems(uri, text, text === null ? [] : problemsOf(uri, text));
	}

	function problemsOf(uri: string, text: string): readonly ConfigProblem[] {
		if (isIgnoreFile(uri)) return ignoreProblems(parseIgnoreFile(text));
		return isSourceBook(uri) ? parseSourceBook(text).problems : parseConfigFile(text, known).problems;
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
		target({ found, newUri, path }) {
			const uri = found?.uri ?? newUri;
			if (uri === null) return null;
			const open = openFile(uri);
			if (open) return { uri: open.uri, text: open.getText(), version: open.version, path };
			return { uri, text: found?.text ?? null, version: null, path };
		},
		stop: () => callOff(),
	};
}
