/** Which settings hold for a document: asks the editor and looks for the nearest configuration file, and remembers both. */
import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { type ConfigFile, configFileName, parseConfigFile } from '../configuration/configFile';
import { readEditorSettings } from '../configuration/editorSettings';
import {
	type EditorSettings,
	type EffectiveSettings,
	noEditorSettings,
	resolveSettings,
} from '../configuration/settings';
import type { ClientFeatures } from './clientFeatures';
import { field } from './params';
import { nameOf } from './requests';

export const section = 'sourceCritic';

/** How far up a configuration file is looked for. */
const maxDepth = 64;

export interface LocatedConfig extends ConfigFile {
	readonly uri: string;
	readonly text: string;
}

export interface DocumentSettings extends EffectiveSettings {
	/** The nearest configuration file. */
	readonly config: LocatedConfig | null;
	/** Where one would be made; null where there is no folder for it. */
	readonly newConfigUri: string | null;
	/** The draft's path from the folder of that file on; null for a draft that is no file. */
	readonly configPath: string | null;
}

export interface SettingsStore {
	of(uri: string): Promise<DocumentSettings>;
	/** What the editor holds may have changed; `pushed` comes from a client that cannot be asked. */
	forgetEditor(pushed?: unknown): void;
	/** A configuration file was made, changed or deleted. */
	forgetFiles(): void;
	forgetDocument(uri: string): void;
	setFolders(uris: readonly string[]): void;
}

export interface SettingsInput {
	readonly connection: Connection;
	readonly features: ClientFeatures;
	readonly ruleIds: ReadonlySet<string>;
	readonly folders: readonly string[];
	/** Settings that came with the start. */
	readonly initial: unknown;
	/** The text of a configuration file as the editor shows it, else as it is stored; null where there is none. */
	readText(uri: string): Promise<string | null>;
	/** Told whenever a configuration file was looked for. */
	onConfig(uri: string, config: LocatedConfig | null): void;
}

export function createSettingsStore(input: SettingsInput): SettingsStore {
	const { connection, features, ruleIds } = input;
	let folders = input.folders.map(normalized);
	let pushed = readEditorSettings(input.initial);
	const editor = new Map<string, Promise<EditorSettings>>();
	const files = new Map<string, Promise<LocatedConfig | null>>();

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
		return remembered(files, uri, async () => {
			const text = await input.readText(uri);
			const config = text === null ? null : { ...parseConfigFile(text, ruleIds), uri, text };
			input.onConfig(uri, config);
			return config;
		});
	}

	async function nearestConfig(draft: URI, root: URI): Promise<{ config: LocatedConfig | null; folder: URI }> {
		let folder = Utils.dirname(draft);
		for (let i = 0; i < maxDepth; i++) {
			const config = await configIn(folder);
			if (config) return { config, folder };
			const parent = Utils.dirname(folder);
			if (parent.path.length >= folder.path.length || !isBelow(root, folder)) break;
			folder = parent;
		}
		return { config: null, folder: root };
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
			const newConfigUri = root && Utils.joinPath(root, configFileName).toString();
			return { ...settings, config, newConfigUri, configPath: null };
		}
		const root = workspace ?? Utils.dirname(draft);
		const { config, folder } = await nearestConfig(draft, root);
		const path = pathFrom(root, draft);
		const settings = resolveSettings({
			ruleIds,
			editor: own,
			file: config?.settings ?? null,
			path,
			fileFolder: pathFrom(root, folder),
		});
		const newConfigUri = workspace && Utils.joinPath(workspace, configFileName).toString();
		return { ...settings, config, newConfigUri, configPath: pathFrom(folder, draft) };
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

	return {
		of,
		forgetEditor(value) {
			editor.clear();
			if (value !== undefined) pushed = readEditorSettings(field(value, section) ?? value);
		},
		forgetFiles: () => files.clear(),
		forgetDocument: uri => void editor.delete(uri),
		setFolders(uris) {
			folders = uris.map(normalized);
			files.clear();
			editor.clear();
		},
	};
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

export function isConfigFile(uri: string): boolean {
	const address = parsed(uri);
	return address !== null && Utils.basename(address) === configFileName;
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
