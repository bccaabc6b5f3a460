/** What client and server share beyond LSP. */

import type { CheckKind } from './checking/model';

export { byRisk, type CheckKind } from './checking/model';

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
	/** What the server shows, by its English text, in the language of the editor: a bundle of `l10n/`. English without it. */
	readonly translations?: Readonly<Record<string, string>>;
	/** The client has the command `sourceCritic.showStatements`, and lets a hover call it; to others the hover tells where the statements are. */
	readonly sourceCommands?: boolean;
	/** The client has the command `sourceCritic.askWriter`: the light bulb offers it. */
	readonly queries?: boolean;
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

/**
 * A command of clients that set `choices`: adds a source to the source book and opens it there for review. Without
 * arguments, the source at the caret.
 */
export const addToSourceBookCommand = 'sourceCritic.addToSourceBook';

/**
 * Client → server request: what adding a source of a draft to the source book comes to. The source is the one at a
 * place, or the one that the draft calls by `name`.
 */
export const addToSourceBookRequest = 'sourceCritic/addToSourceBook';
export type AddToSourceBookParams =
	| { readonly uri: string; readonly name: string }
	| { readonly uri: string; readonly line: number; readonly character: number };
export interface SourceBookAnswer<Edit = unknown> {
	/** Why nothing is added, in a sentence to show. An unnamed source is never added. */
	readonly refusal?: string;
	/** The LSP workspace edit that adds an entry; absent where there is one already, or nothing is added. */
	readonly edit?: Edit;
	/** Where the entry stands once the edit is made, or what is to be mended. */
	readonly book?: { readonly uri: string; readonly line: number; readonly character: number };
}

/**
 * Client → server notification: read this document though it is held back. One that does not look like news is read as
 * news for as long as the server runs; a large one that has changed is read as it is now.
 */
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

/** An LSP position. */
export interface ProtocolPosition {
	readonly line: number;
	readonly character: number;
}
/** An LSP range. */
export interface ProtocolRange {
	readonly start: ProtocolPosition;
	readonly end: ProtocolPosition;
}

/**
 * Client → server request: the sources of an open draft and what each says, for a view. Null where the draft is not read;
 * the status tells why.
 */
export const sourcesRequest = 'sourceCritic/sources';
export interface SourcesParams {
	readonly uri: string;
	/** Asks as well which source is spoken of here, or speaks. */
	readonly position?: ProtocolPosition;
}
export interface DraftSources {
	/** By how far a reader could look them up, the named first; those there are none of are left out. */
	readonly groups: readonly SourceGroup[];
	/** Words that are laid to no one, where that is sure: quotations without a speaker, “is expected to”. */
	readonly noOne: readonly ListedStatement[];
	/** Passages in the writer's own voice that a shown finding asks a source for. */
	readonly claims: readonly ListedClaim[];
	/** Id of the source at `position`; null where none is. Absent where no position was given. */
	readonly here?: string | null;
}
export interface SourceGroup {
	readonly identification: 'named' | 'described' | 'anonymous' | 'vague';
	/** Those of one kind stand together, in order of appearance. */
	readonly sources: readonly ListedSource[];
}
export interface ListedSource {
	/** The same as long as the draft calls it the same. */
	readonly id: string;
	readonly name: string;
	readonly kind: 'person' | 'people' | 'organization' | 'outlet' | 'document' | 'unknown';
	/** What the draft says of it beside the name; null where nothing. */
	readonly role: string | null;
	/** Names of those through whom words of it came. */
	readonly via: readonly string[];
	/** How many statements of others came through it. */
	readonly relays: number;
	/** Whether it says something itself. If not, it is counted nowhere: it passes on the words of others, and that is all. */
	readonly speaks: boolean;
	/** Where it is spoken of first. */
	readonly introduction: ProtocolRange | null;
	/** In reading order. */
	readonly statements: readonly ListedStatement[];
}
export interface ListedStatement {
	/** Unique among those beside it; the same as long as its words are. */
	readonly id: string;
	/** The words that attribute, '' where there are none. */
	readonly cue: string;
	/** What is said, shortened. */
	readonly words: string;
	/** `mind`: what someone hopes or fears, told by the writer. */
	readonly wording: 'quoted' | 'partly-quoted' | 'paraphrased' | 'mind';
	/** Names of others it may go back to as well. */
	readonly orElse: readonly string[];
	/** Names of those through whom it came, nearest to the source first. */
	readonly via: readonly string[];
	/** Whether the reading is unsure. */
	readonly unsure: boolean;
	/** “par 6”, “headline”. */
	readonly place: string;
	readonly range: ProtocolRange;
}
export interface ListedClaim {
	readonly id: string;
	readonly question: string;
	/** The sentence it is asked about, shortened. */
	readonly words: string;
	readonly place: string;
	readonly range: ProtocolRange;
}

/**
 * A command of clients that set `sourceCommands`: lists all statements of the source at a place. Its arguments are the
 * address, the line and the character, and nothing else: it stands in trusted Markdown.
 */
export const showStatementsCommand = 'sourceCritic.showStatements';
export type ShowStatementsArguments = readonly [uri: string, line: number, character: number];
/** A place of a draft as hashes under the salt of whoever keeps it. */
export interface KeptPlace {
	readonly words: string;
	readonly before: string;
	readonly after: string;
	readonly ordinal: number;
}

/** What a checker has said of an item of the checking list; kept by the client, beside the draft. */
export interface CheckRecord {
	readonly anchor: KeptPlace & { readonly kind: CheckKind; readonly sentence: string };
	/** The sentence's hash when a tick was set; '' where none is. */
	readonly checked: string;
	readonly said: boolean;
	readonly so: boolean;
	/** A link or a path; '' where there is none. */
	readonly evidence: string;
	readonly note: string;
}

/**
 * Client → server request: the checking list of an open document, with what the client has kept of it. Null where the
 * document is not read.
 */
export const checkingListRequest = 'sourceCritic/checkingList';
export interface CheckingListParams {
	readonly uri: string;
	/** Of the hashes in `records`. */
	readonly salt: string;
	readonly records: readonly CheckRecord[];
}
export interface CheckingList {
	/** `not-english` and `not-news`: nothing was read, and there are no items. */
	readonly state: 'on' | 'not-english' | 'not-news';
	/** In reading order. */
	readonly items: readonly ListedCheck[];
}
export interface ListedCheck {
	readonly kind: CheckKind;
	/** Its name for a reader, "Figure", and that of several, "Figures". */
	readonly kindName: string;
	readonly kindsName: string;
	/** "Paragraph 3". */
	readonly where: string;
	/** What is to be checked. */
	readonly words: string;
	/** As much of the sentence as fits a line, and where in it the words stand. */
	readonly excerpt: { readonly text: string; readonly start: number; readonly end: number };
	/** Whose words they are; null where they are the writer's, or no one is named for them. */
	readonly speaker: string | null;
	readonly range: ProtocolRange;
	/** To be kept with what is said of the item. */
	readonly anchor: CheckRecord['anchor'];
	/** Index in `records`; null where nothing is kept of it. */
	readonly record: number | null;
	/** Ticks as they count now; `said` is null where no one is said to have said it. */
	readonly said: boolean | null;
	readonly so: boolean;
	/** Whether its sentence has changed since it was ticked: the ticks are open again. */
	readonly isChanged: boolean;
}

/** Client → server request: the checking list as text; null where the document is not read. */
export const exportCheckingRequest = 'sourceCritic/exportChecking';
export interface ExportCheckingParams extends CheckingListParams {
	readonly format: 'csv' | 'markdown';
	/** The draft's name, as it is to be shown. */
	readonly file: string;
}

/**
 * A command of clients that set `queries`: opens a thread of comments at a finding that begins with its question. The
 * code action "Ask the Writer" calls it.
 */
export const askWriterCommand = 'sourceCritic.askWriter';
export interface FoundQuery {
	readonly uri: string;
	readonly range: ProtocolRange;
	/** "Who expects this?" */
	readonly question: string;
}

/** Client → server request: the question of the finding at a position; null where nothing was found. */
export const queryAtRequest = 'sourceCritic/queryAt';
export interface QueryAtParams {
	readonly uri: string;
	readonly line: number;
	readonly character: number;
}

/** Where a thread stands, as hashes. */
export interface KeptQueryPlace extends KeptPlace {
	/** How many words it is about, and hashes of the first and the last. */
	readonly count: number;
	readonly first: string;
	readonly last: string;
}

/**
 * Client → server request: where threads stand now, one for each, null where their words are gone. With a range, that is
 * where the thread stands; without one, it is looked for by what was kept of its place. Null where the document is not read.
 */
export const placeQueriesRequest = 'sourceCritic/placeQueries';
export interface PlaceQueriesParams {
	readonly uri: string;
	readonly salt: string;
	readonly queries: readonly {
		readonly place?: KeptQueryPlace;
		readonly range?: ProtocolRange;
	}[];
}
export interface PlacedQuery {
	readonly range: ProtocolRange;
	readonly place: KeptQueryPlace;
	/** The words it is about, on one line. */
	readonly words: string;
}

/**
 * Client → server request: the queries of a draft as lines of plain text, its findings' and those of its open threads. What
 * a thread stands on is not asked by its finding too. Null where the document is not read.
 */
export const queriesRequest = 'sourceCritic/queries';
export interface QueriesParams {
	readonly uri: string;
	readonly threads: readonly {
		/** Absent where its place is gone. */
		readonly range?: ProtocolRange;
		readonly resolved: boolean;
		readonly comments: readonly string[];
	}[];
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
