/** Which settings hold for a document: asks the editor, looks for the nearest configuration and ignore files, and remembers all of it. */
import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import {
	type ConfigFile,
	type ConfigProblem,
	configFileName,
	type KnownNames,
	parseConfigFile,
} from '../configuration/configFile';
import { readEditorSettings } from '../configuration/editorSettings';
import { type IgnoreFile, parseIgnoreFile } from '../configuration/ignoreFile';
import { ignoresFileName } from '../configuration/ignores';
import {
	type DisplaySettings,
	type EditorSettings,
	type EffectiveSettings,
	noEditorSettings,
	resolveSettings,
} from '../configuration/settings';
import { emptyBook, parseSourceBook, type SourceBook, sourceBookName } from '../configuration/sourceBook';
import type { ClientFeatures } from './clientFeatures';
import { field } from './params';
import { nameOf } from './requests';

export const section = 'sourceCritic';

/** How far up a file is looked for. */
const maxDepth = 64;

export interface LocatedConfig extends ConfigFile {
	readonly uri: string;
	readonly text: string;
}

export interface LocatedIgnores extends IgnoreFile {
	readonly uri: string;
	readonly text: string;
}

export interface LocatedBook {
	readonly uri: string;
	readonly text: string;
	/** As it was last read without mistakes. */
	readonly book: SourceBook;
}

/** A kind of file that is looked for upward: where the nearest lies, or would be made. */
export interface Nearest<F> {
	readonly found: F | null;
	/** Where one would be made; null where there is no folder for it. */
	readonly newUri: string | null;
	/** The draft's path from that folder on; null for a draft that is no file. */
	readonly path: string | null;
}

export interface DocumentSettings extends EffectiveSettings {
	readonly display: DisplaySettings;
	readonly config: Nearest<LocatedConfig>;
	readonly ignores: Nearest<LocatedIgnores>;
	readonly book: Nearest<LocatedBook>;
}

export interface SettingsStore {
	of(uri: string): Promise<DocumentSettings>;
	/** What the editor holds may have changed; `pushed` comes from a client that cannot be asked. */
	forgetEditor(pushed?: unknown): void;
	/** A configuration or ignore file was made, changed or deleted. */
	forgetFiles(): void;
	forgetDocument(uri: string): void;
	setFolders(uris: readonly string[]): void;
}

export interface SettingsInput {
	readonly connection: Connection;
	readonly features: ClientFeatures;
	readonly known: KnownNames & { readonly rules: ReadonlySet<string> };
	readonly folders: readonly string[];
	/** Settings that came with the start. */
	readonly initial: unknown;
	/** The text of such a file as the editor shows it, else as it is stored; null where there is none. */
	readText(uri: string): Promise<string | null>;
	/** Told whenever such a file was looked for, with what is wrong with it. */
	onLooked(uri: string, text: string | null, problems: readonly ConfigProblem[]): void;
}

export function createSettingsStore(input: SettingsInput): SettingsStore {
	const { connection, features, known } = input;
	const ruleIds = known.rules;
	let folders = input.folders.map(normalized);
	let pushed = readEditorSettings(input.initial);
	const editor = new Map<string, Promise<EditorSettings>>();
	const configs = new Map<string, Promise<LocatedConfig | null>>();
	const ignores = new Map<string, Promise<LocatedIgnores | null>>();
	const books = new Map<string, Promise<LocatedBook | null>>();
	/** What was last read of each book, where it could be: a book that is being written in loses nothing. */
	const lastRead = new Map<string, { readonly text: string; readonly book: SourceBook }>();

	function editorSettings(uri: string): Promise<EditorSettings> {
		if (!features.configuration) return Promise.resolve(pushed);
		return remembered(editor, uri, async () => {
			try {
				return readEditorSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section }));
			} catch (error) {
				connection.console.warn(`The editor did not tell its settings: ${nameOf(error)}`);
				return noEditorSettings;
			}
		});
	}

	function configIn(folder: URI): Promise<LocatedConfig | null> {
		const uri = Utils.joinPath(folder, configFileName).toString();
		return remembered(configs, uri, async () => {
			const text = await input.readText(uri);
			const config = text === null ? null : { ...parseConfigFile(text, known), uri, text };
			input.onLooked(uri, text, config?.problems ?? []);
			return config;
		});
	}

	function ignoresIn(folder: URI): Promise<LocatedIgnores | null> {
		const uri = Utils.joinPath(folder, ignoresFileName).toString();
		return remembered(ignores, uri, async () => {
			const text = await input.readText(uri);
			const file = text === null ? null : { ...parseIgnoreFile(text), uri, text };
			input.onLooked(uri, text, ignoreProblems(file));
			return file;
		});
	}

	function bookIn(folder: URI): Promise<LocatedBook | null> {
		const uri = Utils.joinPath(folder, sourceBookName).toString();
		return remembered(books, uri, async () => {
			const text = await input.readText(uri);
			if (text === null) {
				lastRead.delete(uri);
				input.onLooked(uri, null, []);
				return null;
			}
			const { book, wellFormed, problems } = parseSourceBook(text);
			input.onLooked(uri, text, problems);
			// The same text is the same list: drafts need not be read again.
			if (wellFormed && lastRead.get(uri)?.text !== text) lastRead.set(uri, { text, book });
			return { uri, text, book: lastRead.get(uri)?.book ?? emptyBook };
		});
	}

	async function of(uri: string): Promise<DocumentSettings> {
		const draft = parsed(uri);
		const own = await editorSettings(uri);
		const isFile = draft !== null && draft.scheme !== 'untitled' && draft.path.startsWith('/');
		const workspace = draft && isFile ? workspaceOf(draft) : null;
		if (!draft || !isFile) {
			// An unsaved draft belongs to the window: the one folder's configuration is meant for it too.
			const root = folders.length === 1 ? parsed(folders[0] ?? '') : null;
			const config = root && (await configIn(root));
			const settings = resolveSettings({ ruleIds, editor: own, file: config?.settings ?? null, path: null });
			const at = (name: string) => root && Utils.joinPath(root, name).toString();
			const book = root && (await bookIn(root));
			return {
				...settings,
				...houseOf(book),
				display: own.display,
				config: { found: config, newUri: at(configFileName), path: null },
				ignores: { found: root && (await ignoresIn(root)), newUri: at(ignoresFileName), path: null },
				book: { found: book, newUri: at(sourceBookName), path: null },
			};
		}
		const root = workspace ?? Utils.dirname(draft);
		const { found: config, folder } = await nearest(draft, root, configIn);
		// Ignores lie beside the configuration unless they lie elsewhere already.
		const ignores = await nearest(draft, root, ignoresIn, folder);
		const { found: book } = await nearest(draft, root, bookIn);
		const path = pathFrom(root, draft);
		const settings = resolveSettings({
			ruleIds,
			editor: own,
			file: config?.settings ?? null,
			path,
			fileFolder: pathFrom(root, folder),
		});
		const at = (folder: URI, name: string) => workspace && Utils.joinPath(folder, name).toString();
		return {
			...settings,
			...houseOf(book),
			display: own.display,
			config: { found: config, newUri: at(root, configFileName), path: pathFrom(folder, draft) },
			ignores: {
				found: ignores.found,
				newUri: at(ignores.folder, ignoresFileName),
				path: pathFrom(ignores.folder, draft),
			},
			book: { found: book, newUri: at(root, sourceBookName), path },
		};
	}

	/** The innermost workspace folder a draft lies in. */
	function workspaceOf(draft: URI): URI | null {
		let best: URI | null = null;
		for (const uri of folders) {
			const folder = parsed(uri);
			if (folder && isBelow(folder, draft) && folder.path.length > (best?.path.length ?? -1)) best = folder;
		}
		return best;
	}

	function forgetFiles(): void {
		configs.clear();
		ignores.clear();
		books.clear();
	}

	return {
		of,
		forgetEditor(value) {
			editor.clear();
			if (value !== undefined) pushed = readEditorSettings(field(value, section) ?? value);
		},
		forgetFiles,
		forgetDocument: uri => void editor.delete(uri),
		setFolders(uris) {
			folders = uris.map(normalized);
			forgetFiles();
			editor.clear();
		},
	};
}

/** The nearest file upward from a draft to the root, and its folder; without one the folder where it would be made. */
async function nearest<F>(
	draft: URI,
	root: URI,
	fileIn: (folder: URI) => Promise<F | null>,
	otherwise: URI = root,
): Promise<{ readonly found: F | null; readonly folder: URI }> {
	let folder = Utils.dirname(draft);
	for (let i = 0; i < maxDepth; i++) {
		const found = await fileIn(folder);
		if (found) return { found, folder };
		const parent = Utils.dirname(folder);
		if (parent.path.length >= folder.path.length || !isBelow(root, folder)) break;
		folder = parent;
	}
	return { found: null, folder: otherwise };
}

/** What is wrong with an ignore file, told at its top: people seldom write in it. */
export function ignoreProblems(file: IgnoreFile | null): readonly ConfigProblem[] {
	const problem = file?.problem ?? null;
	return problem === null ? [] : [{ span: { start: 0, end: 0 }, message: problem, severity: 'warning' }];
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
	const found = known.get(key);
	if (found) return found;
	const made = make();
	known.set(key, made);
	return made;
}

/** Editors write the same address in more than one way: `c%3A` and `C:`. */
export function normalized(uri: string): string {
	return parsed(uri)?.toString() ?? uri;
}

/** The address in its one form; null for what is none. */
export function parsed(uri: string): URI | null {
	try {
		return URI.parse(URI.parse(uri).toString());
	} catch {
		return null;
	}
}

function houseOf(located: LocatedBook | null): Pick<EffectiveSettings, 'house'> {
	return located ? { house: located.book } : {};
}

/** Whether it is a configuration, an ignore file or a source book: none is a draft. */
export function isConfigFile(uri: string): boolean {
	return isNamed(uri, configFileName) || isIgnoreFile(uri) || isSourceBook(uri);
}

export function isIgnoreFile(uri: string): boolean {
	return isNamed(uri, ignoresFileName);
}

export function isSourceBook(uri: string): boolean {
	return isNamed(uri, sourceBookName);
}

function isNamed(uri: string, name: string): boolean {
	const address = parsed(uri);
	return address !== null && Utils.basename(address) === name;
}

function isBelow(folder: URI, uri: URI): boolean {
	if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
	const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
	return uri.path.startsWith(base);
}

/** '' for the folder itself. */
function pathFrom(folder: URI, uri: URI): string {
	return isBelow(folder, uri) ? uri.path.slice(folder.path.replace(/\/$/, '').length + 1) : '';
}
