/** What client and server share beyond LSP. */

/** `initializationOptions`. */
export interface InitializationOptions {
	/** Address of the folder with the rule pages, ending in "/": `file:///…/docs/rules/`. */
	readonly docsBase?: string;
	/** The files of `seeds/models` by name, for a worker, which has no files of its own. */
	readonly models?: Readonly<Record<string, Uint8Array>>;
	/** The client answers `sourceCritic/readFile`: it is asked for every file, also where the server could read it itself. */
	readonly readFile?: boolean;
	/**
	 * The client has the commands `sourceCritic.ignore`, `sourceCritic.moreFixes` and `sourceCritic.showOverview`; to
	 * others the light bulb lists everything, and the line above a draft leads nowhere.
	 */
	readonly choices?: boolean;
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
	/** How many are ignored: by a comment, or by the list of ignores. */
	readonly ignored: number;
	/** How many ignores of this draft fit nothing in it any more. */
	readonly stale: number;
}

/** A way to ignore a finding; document offsets. */
export interface IgnoreChoice {
	readonly way: 'here' | 'phrase' | 'file' | 'workspace' | 'comment';
	/** What it is called in a list. */
	readonly title: string;
	readonly uri: string;
	readonly rule: string;
	readonly start: number;
	readonly end: number;
}

/**
 * A command of clients that set `choices`: lets the reader choose a way and give a reason, then asks for the edit. The
 * code action "More ways to ignore…" calls it.
 */
export const ignoreCommand = 'sourceCritic.ignore';
export interface IgnoreCommandArguments {
	readonly choices: readonly IgnoreChoice[];
}

/** Client → server request: the LSP workspace edit that ignores a finding; null where the finding is no longer there. */
export const ignoreRequest = 'sourceCritic/ignore';
export interface IgnoreParams {
	readonly choice: IgnoreChoice;
	/** In the reader's own words; kept as written. */
	readonly reason?: string;
}

/**
 * A command of clients that set `choices`: lets the reader choose among further fixes and applies its LSP workspace
 * edit. The code action "More…" calls it.
 */
export const moreFixesCommand = 'sourceCritic.moreFixes';
export interface MoreFixesCommandArguments<Edit = unknown> {
	readonly fixes: readonly { readonly title: string; readonly edit: Edit }[];
}

/** A command of clients that set `choices`: opens where the editor lists what the line above a draft counts. */
export const showOverviewCommand = 'sourceCritic.showOverview';
export interface ShowOverviewArguments {
	/** The list of findings, or the outline where nothing is asked. */
	readonly list: 'problems' | 'outline';
}

/** Client → server request: the ignores of a draft that fit nothing in it any more. */
export const staleIgnoresRequest = 'sourceCritic/staleIgnores';
export interface StaleIgnoresParams {
	readonly uri: string;
}
export interface StaleIgnore {
	/** Names it to the next request. */
	readonly key: string;
	readonly rule: string;
	readonly reason?: string;
}

/** Client → server request: the LSP workspace edit that takes ignores out; null where there is nothing to change. */
export const removeIgnoresRequest = 'sourceCritic/removeIgnores';
export interface RemoveIgnoresParams {
	readonly uri: string;
	readonly keys: readonly string[];
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

/** Client → server request: the source report of an open draft, for a view beside it; null where it is not open. */
export const reportRequest = 'sourceCritic/report';
export interface ReportParams {
	readonly uri: string;
	/** The draft's name, as it is to be shown. */
	readonly file: string;
	/** Now, ISO 8601. */
	readonly checked: string;
}
export interface ReportPage {
	/** The version of the document that the offsets belong to. */
	readonly version: number;
	/**
	 * In order, each one element of HTML in which the draft's words are escaped. What leads to a place of the draft is a
	 * button with document offsets in `data-start` and `data-end`.
	 */
	readonly parts: readonly ReportPart[];
}
export interface ReportPart {
	readonly id: string;
	readonly html: string;
}

/** Client → server request: the same report as a file's text, as the command line writes it; null where the draft is not read. */
export const exportReportRequest = 'sourceCritic/exportReport';
export type ReportFormat = 'markdown' | 'html';
export interface ExportReportParams extends ReportParams {
	readonly format: ReportFormat;
}
