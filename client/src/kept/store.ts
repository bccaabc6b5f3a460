import { Disposable, type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { newSalt, sha256 } from '../../../server/src/configuration/hash';
import { type KeptDraft, parseStored, storedText } from './model';

/** Where the work on drafts is kept: one file a draft in the extension's own storage, never beside the draft. */
export interface Store extends Disposable {
	/** What is kept of a draft; empty where nothing is. */
	read(uri: Uri): Promise<KeptDraft>;
	/** Changes it at once for all who read it, and in the file. */
	change(uri: Uri, change: (kept: KeptDraft) => KeptDraft): Promise<KeptDraft>;
	/** The same, and the file only after a while: for what follows the text as it is typed. */
	follow(uri: Uri, change: (kept: KeptDraft) => KeptDraft): Promise<KeptDraft>;
}

const pauseInMilliseconds = 1000;

/** What cannot be stored is kept as long as the window is open, as is all work on drafts that are no files. */
export function createStore({ globalStorageUri }: ExtensionContext, output: LogOutputChannel): Store {
	const folder = Uri.joinPath(globalStorageUri, 'drafts');
	const known = new Map<string, Promise<KeptDraft>>();
	const waiting = new Map<string, { readonly uri: Uri; readonly timer: ReturnType<typeof setTimeout> }>();
	/** Files are written one after another. */
	let writing: Promise<unknown> = Promise.resolve();

	const fileOf = (uri: Uri): Uri => Uri.joinPath(folder, `${sha256(uri.toString()).slice(0, 32)}.json`);
	const isStored = ({ scheme }: Uri): boolean => scheme !== 'untitled';

	function read(uri: Uri): Promise<KeptDraft> {
		const key = uri.toString();
		const found = known.get(key);
		if (found) return found;
		const fresh = isStored(uri) ? load(uri) : Promise.resolve(empty());
		known.set(key, fresh);
		return fresh;
	}

	async function load(uri: Uri): Promise<KeptDraft> {
		try {
			const bytes = await workspace.fs.readFile(fileOf(uri));
			return parseStored(new TextDecoder().decode(bytes)) ?? empty();
		} catch {
			return empty();
		}
	}

	async function update(uri: Uri, change: (kept: KeptDraft) => KeptDraft): Promise<KeptDraft> {
		const changed = read(uri).then(change);
		known.set(uri.toString(), changed);
		return changed;
	}

	async function write(uri: Uri): Promise<void> {
		const key = uri.toString();
		clearTimeout(waiting.get(key)?.timer);
		waiting.delete(key);
		if (!isStored(uri)) return;
		const kept = read(uri);
		const done = writing.then(async () => {
			const text = storedText(await kept);
			if (text === null) await workspace.fs.delete(fileOf(uri)).then(undefined, () => undefined);
			else await workspace.fs.writeFile(fileOf(uri), new TextEncoder().encode(text));
		});
		writing = done.catch(error => output.warn('What was checked could not be stored.', error));
		await writing;
	}

	/** A file that is moved takes its work along; so do those of a folder that are known. */
	async function moved(from: Uri, to: Uri): Promise<void> {
		const inside = `${from.toString()}/`;
		const open = [...known.keys()].filter(key => key.startsWith(inside));
		for (const key of [from.toString(), ...open]) {
			const source = Uri.parse(key);
			const target = Uri.parse(to.toString() + key.slice(from.toString().length));
			const kept = await read(source);
			if (kept.checks.length + kept.queries.length === 0) continue;
			known.set(target.toString(), Promise.resolve(kept));
			known.set(key, Promise.resolve(empty()));
			await write(target);
			await write(source);
		}
	}

	const listeners = Disposable.from(
		workspace.onDidRenameFiles(({ files }) => {
			for (const { oldUri, newUri } of files) void moved(oldUri, newUri);
		}),
		// Another window may change the file meanwhile.
		workspace.onDidCloseTextDocument(({ uri }) => {
			const key = uri.toString();
			const kept = known.get(key);
			void (waiting.has(key) ? write(uri) : writing).then(() => {
				// It may have been opened again since.
				if (known.get(key) === kept) known.delete(key);
			});
		}),
	);

	return {
		read,
		async change(uri, change) {
			const changed = await update(uri, change);
			await write(uri);
			return changed;
		},
		async follow(uri, change) {
			const before = await read(uri);
			const changed = await update(uri, change);
			if (changed === before) return changed;
			const key = uri.toString();
			clearTimeout(waiting.get(key)?.timer);
			waiting.set(key, { uri, timer: setTimeout(() => void write(uri), pauseInMilliseconds) });
			return changed;
		},
		dispose() {
			listeners.dispose();
			for (const { uri } of waiting.values()) void write(uri);
		},
	};
}

function empty(): KeptDraft {
	return { salt: newSalt(Math.random), checks: [], queries: [] };
}
