/** What client and server share beyond LSP. */

/** `initializationOptions`. */
export interface InitializationOptions {
	/** Address of the folder with the rule pages, ending in "/": `file:///…/docs/rules/`. */
	readonly docsBase?: string;
	/** The files of `seeds/models` by name, for a worker, which has no files of its own. */
	readonly models?: Readonly<Record<string, Uint8Array>>;
	/** The client answers `sourceCritic/readFile`: it is asked for every file, also where the server could read it itself. */
	readonly readFile?: boolean;
	/** The settings below `sourceCritic`, from a client that answers no `workspace/configuration`. */
	readonly settings?: unknown;
}

/** Server → client request: the text of a file, or null where there is none. Editors without it: the server reads `file:` itself. */
export const readFileRequest = 'sourceCritic/readFile';
export interface ReadFileParams {
	readonly uri: string;
}

/** Client → server notification: the caret has moved to another place, so that findings on the sentence just left need not wait. */
export const caretMovedNotification = 'sourceCritic/caretMoved';
export interface CaretMovedParams {
	readonly uri: string;
	readonly line: number;
	readonly character: number;
}

/** Server → client notification: what the status item says of a document. Sent after each analysis. */
export const statusNotification = 'sourceCritic/status';
export interface DocumentStatus {
	readonly uri: string;
	/**
	 * `off-*`: not read, and why. `too-large`: changed since it was last read, and read again when saved. `failed`: the
	 * server could not read it; its log says more.
	 */
	readonly state: 'on' | 'off-setting' | 'off-file' | 'not-english' | 'not-news' | 'too-large' | 'failed';
	readonly genre: string;
	readonly genreBasis: string;
	/** How many are shown. */
	readonly findings: number;
	/** Set where more findings were found than are shown. */
	readonly hidden: number;
}

/** Client → server notification: read this document as news, whatever it looks like, for as long as the server runs. */
export const checkAnywayNotification = 'sourceCritic/checkAnyway';
export interface CheckAnywayParams {
	readonly uri: string;
}

/**
 * Client → server request: check these texts, for "Check Workspace"; the findings are published as diagnostics by the
 * client. Answers LSP diagnostics; none for a file that is excluded.
 */
export const checkFileRequest = 'sourceCritic/checkFile';
export interface CheckFileParams {
	readonly uri: string;
	readonly languageId: string;
	readonly text: string;
}

/** Client → server request: what to copy for a report of a false alarm; no word of the draft is in it. Null where nothing was found. */
export const falseAlarmRequest = 'sourceCritic/falseAlarm';
export interface FalseAlarmParams {
	readonly uri: string;
	readonly line: number;
	readonly character: number;
}
export interface FalseAlarm {
	readonly rule: string;
	readonly version: string;
	/** The sentence with its letters blanked out, the finding in double brackets: "Xxxx xxxxx, [[xxxxxxx]] xxxx." */
	readonly pattern: string;
}
