import {
	Disposable,
	type Event,
	EventEmitter,
	type ExtensionContext,
	FileType,
	type LogOutputChannel,
	Uri,
	workspace,
} from 'vscode';
import { newSalt, sha256 } from '../../../server/src/configuration/hash';
import { draftsBelow } from '../findDrafts';
import { movedTo } from '../moved';
import { type KeptDraft, parseStored, storedText } from './model';

/** Where the work on drafts is kept: one file a draft in the extension's own storage, never beside the draft. */
export interface Store extends Disposable {
	/** What is kept of a draft; empty where nothing is. */
	read(uri: Uri): Promise<KeptDraft>;
	/** Changes it at once for all who read it, and in the file. */
	change(uri: Uri, change: (kept: KeptDraft) => KeptDraft): Promise<KeptDraft>;
	/** The same, and the file only after a while: for what follows the text as it is typed. */
	follow(uri: Uri, change: (kept: KeptDraft) => KeptDraft): Promise<KeptDraft>;
	/** A draft that has come to this address has brought its work along. */
	readonly onDidMove: Event<Uri>;
}

const pauseInMilliseconds = 1000;

/** What cannot be stored is kept as long as the window is open, as is all work on drafts that are no files. */
export function createStore({ globalStorageUri }: ExtensionContext, output: LogOutputChannel): Store {
	const folder = Uri.joinPath(globalStorageUri, 'drafts');
	const known = new Map<string, Promise<KeptDraft>>();
	const hasMoved = new EventEmitter<Uri>();
	const waiting = new Map<string, { readonly uri: Uri; readonly timer: ReturnType<typeof setTimeout> }>();
	/** Files are written one after another. */
	let writing: Promise<unknown> = Promise.resolve();
	let moving: Promise<unknown> = Promise.resolve();
	/** The addresses that drafts are under way to. */
	const arrivals = new Set<{ readonly to: string; readonly done: Promise<unknown> }>();

	const nameOf = (address: string): string => `${sha256(address).slice(0, 32)}.json`;
	const fileOf = (uri: Uri): Uri => Uri.joinPath(folder, nameOf(uri.toString()));
	const isStored = ({ scheme }: Uri): boolean => scheme !== 'untitled';

	/** As it is now, whatever is under way. */
	function current(uri: Uri): Promise<KeptDraft> {
		const key = uri.toString();
		const found = known.get(key);
		if (found) return found;
		const fresh = isStored(uri) ? load(uri) : Promise.resolve(empty());
		known.set(key, fresh);
		return fresh;
	}

	/** Until nothing is on its way to an address; null where nothing is. */
	function arrived(uri: Uri): Promise<unknown> | null {
		const address = uri.toString();
		const coming = [...arrivals].filter(({ to }) => movedTo(address, to, to) !== null);
		return coming.length === 0 ? null : Promise.all(coming.map(({ done }) => done));
	}

	function read(uri: Uri): Promise<KeptDraft> {
		return arrived(uri)?.then(() => current(uri)) ?? current(uri);
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
		const coming = arrived(uri);
		// Without one at once: who reads next is to see it.
		if (coming) await coming;
		const changed = current(uri).then(change);
		known.set(uri.toString(), changed);
		return changed;
	}

	async function write(uri: Uri): Promise<void> {
		const key = uri.toString();
		clearTimeout(waiting.get(key)?.timer);
		waiting.delete(key);
		if (!isStored(uri)) return;
		const kept = current(uri);
		const done = writing.then(async () => {
			const text = storedText(await kept);
			if (text === null) await workspace.fs.delete(fileOf(uri)).then(undefined, () => undefined);
			else await workspace.fs.writeFile(fileOf(uri), new TextEncoder().encode(text));
		});
		writing = done.catch(error => output.warn('What was checked could not be stored.', error));
		await writing;
	}

	/** One after another. Whoever opens a draft at its new place meanwhile waits for what it brings along. */
	function move(from: Uri, to: Uri): void {
		const done = moving
			.then(() => moved(from, to))
			.catch(error => output.warn('What was checked could not be taken along.', error));
		const arrival = { to: to.toString(), done };
		arrivals.add(arrival);
		moving = done.then(() => void arrivals.delete(arrival));
	}

	/** A file that is moved takes its work along, alone or with its folder. */
	async function moved(from: Uri, to: Uri): Promise<void> {
		const [before, after] = [from.toString(), to.toString()];
		const sources = new Set([...known.keys()].filter(key => movedTo(key, before, after) !== null));
		sources.add(before);
		for (const draft of await storedBelow(from, to)) sources.add(draft);
		for (const source of sources) {
			const kept = await current(Uri.parse(source));
			const target = movedTo(source, before, after);
			if (target === null || kept.checks.length + kept.queries.length === 0) continue;
			known.set(target, Promise.resolve(kept));
			known.set(source, Promise.resolve(empty()));
			hasMoved.fire(Uri.parse(target));
			await write(Uri.parse(target));
			await write(Uri.parse(source));
			for (const address of [source, target]) if (!isOpen(address)) known.delete(address);
		}
	}

	/** The addresses that drafts had before their folder was moved, of those with work kept. Only their hashes are stored. */
	async function storedBelow(from: Uri, to: Uri): Promise<readonly string[]> {
		const stored = new Set((await workspace.fs.readDirectory(folder).then(undefined, () => [])).map(([name]) => name));
		if (stored.size === 0) return [];
		const { type } = await workspace.fs.stat(to);
		if ((type & FileType.Directory) === 0) return [];
		const drafts = await draftsBelow(to);
		const sources = drafts.flatMap(uri => movedTo(uri.toString(), to.toString(), from.toString()) ?? []);
		return sources.filter(source => stored.has(nameOf(source)));
	}

	const listeners = Disposable.from(
		hasMoved,
		workspace.onDidRenameFiles(({ files }) => {
			for (const { oldUri, newUri } of files) move(oldUri, newUri);
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
		onDidMove: hasMoved.event,
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

function isOpen(address: string): boolean {
	return workspace.textDocuments.some(({ uri }) => uri.toString() === address);
}

function empty(): KeptDraft {
	return { salt: newSalt(Math.random), checks: [], queries: [] };
}
