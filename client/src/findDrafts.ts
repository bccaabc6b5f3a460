import { type CancellationToken, FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { matches, matchesAny } from '../../server/src/configuration/globs';
import { type Entry, walk } from './walk';

const extensions: Readonly<Record<string, 'markdown' | 'plaintext'>> = {
	md: 'markdown',
	markdown: 'markdown',
	mdown: 'markdown',
	mkd: 'markdown',
	txt: 'plaintext',
};
/** The files that may be drafts, by their names. */
export const draftPattern = `**/*.{${Object.keys(extensions).join(',')}}`;

/** Folders that hold other people's files. The server leaves out more; these are not even read. */
const foreignFolders = ['**/node_modules', '**/bower_components', '**/.git', '**/.venv', '**/site-packages'];

/** Where the editor can search. Most virtual file systems can only be read: there, a search finds nothing. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** The language of a file by its name. */
export function languageOf(uri: Uri): 'markdown' | 'plaintext' {
	const extension = uri.path.slice(uri.path.lastIndexOf('.') + 1).toLowerCase();
	return extensions[extension] ?? 'plaintext';
}

/** The drafts in the folders of this window, without what the settings leave out, in the order of their paths. */
export async function findDrafts(token: CancellationToken): Promise<Uri[]> {
	const folders = workspace.workspaceFolders ?? [];
	const found = await Promise.all(folders.map(folder => findIn(folder, token)));
	const byAddress = new Map(found.flat().map(uri => [uri.toString(), uri]));
	return [...byAddress.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function findIn(folder: WorkspaceFolder, token: CancellationToken): Promise<Uri[]> {
	const excluded = exclusions(folder.uri);
	const pattern = new RelativePattern(folder, draftPattern);
	const found = await workspace.findFiles(pattern, `{${excluded.join(',')}}`, undefined, token);
	if (found.length > 0 || searchable.has(folder.uri.scheme)) return found;
	return findByWalking(folder.uri, excluded, token);
}

function exclusions(scope: Uri): string[] {
	const settings = workspace.getConfiguration(undefined, scope);
	const own = settings.get<string[]>('sourceCritic.files.exclude', []);
	const shared = ['files.exclude', 'search.exclude'].flatMap(name =>
		Object.entries(settings.get<Record<string, unknown>>(name, {})).flatMap(([glob, on]) =>
			on === true ? [glob] : [],
		),
	);
	return [...new Set([...foreignFolders, ...shared, ...own])].filter(glob => typeof glob === 'string' && glob !== '');
}

/** The drafts in a folder and below, whatever the settings leave out. */
export function draftsBelow(folder: Uri): Promise<Uri[]> {
	return findByWalking(folder, foreignFolders);
}

/** The same for a file system that can only be read. */
async function findByWalking(root: Uri, excluded: readonly string[], token?: CancellationToken): Promise<Uri[]> {
	const paths = await walk({
		list: async folder => (await workspace.fs.readDirectory(Uri.joinPath(root, folder))).map(entryOf),
		isWanted: path => matches(draftPattern, path.toLowerCase()),
		isExcluded: path => matchesAny(excluded, path),
		isCancelled: () => token?.isCancellationRequested === true,
	});
	return paths.map(path => Uri.joinPath(root, path));
}

function entryOf([name, type]: [string, FileType]): Entry {
	if (type === FileType.Directory) return { name, kind: 'folder' };
	return { name, kind: (type & FileType.File) === 0 ? 'other' : 'file' };
}
