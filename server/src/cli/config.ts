/** Finds and reads the `.source-critic.jsonc`, the `.source-critic.ignores.json` and the source book that hold for a draft. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configFileName, type KnownNames, parseConfigFile } from '../configuration/configFile';
import { parseIgnoreFile } from '../configuration/ignoreFile';
import { type Ignores, ignoresFileName } from '../configuration/ignores';
import type { FileSettings } from '../configuration/settings';
import { parseSourceBook, type SourceBook, sourceBookName } from '../configuration/sourceBook';

export interface LoadedConfig extends LoadedIgnores {
	readonly settings: FileSettings | null;
	/** Whom the house knows by name; of the rest of the book nothing is shown. */
	readonly book: SourceBook | null;
	/** The draft's path from the configuration's folder on, with "/"; null where it is no file or lies elsewhere. */
	readonly path: string | null;
	/** What is wrong with the file, told once: "FILE: message". */
	readonly problems: readonly string[];
}

interface LoadedIgnores {
	readonly ignores: Ignores | null;
	/** The draft's path from the folder of the ignores on; null where it is no file. */
	readonly ignoresPath: string | null;
}

export interface ConfigLoader {
	/** Set when the file that was asked for cannot be read. */
	readonly problem: string | null;
	load(draft: string | undefined): LoadedConfig;
}

/**
 * A loader that reads `chosen`, a whole path, for every draft, or else the nearest file upward from the draft; each file
 * is read once. Ignores and the source book are always the nearest upward.
 */
export function createConfigLoader(chosen: string | undefined, names: KnownNames): ConfigLoader {
	const read = new Map<string, ReadConfig>();
	const readIgnores = new Map<string, Ignores | null>();
	const readBooks = new Map<string, SourceBook | null>();
	const told = new Set<string>();
	const readOnce = (file: string) => {
		let known = read.get(file);
		if (!known) {
			known = readConfig(file, names);
			read.set(file, known);
		}
		const problems = told.has(file) ? [] : known.problems;
		told.add(file);
		return { settings: known.settings, problems };
	};
	const ignoresOf = (draft: string | undefined): LoadedIgnores & { readonly problem: string | null } => {
		const file = draft === undefined ? null : nearest(path.dirname(draft), ignoresFileName);
		if (draft === undefined || file === null) return { ignores: null, ignoresPath: null, problem: null };
		const ignoresPath = pathFrom(path.dirname(file), draft);
		const known = readIgnores.get(file);
		if (known !== undefined) return { ignores: known, ignoresPath, problem: null };
		const { ignores, problem } = readIgnoreFile(file);
		readIgnores.set(file, ignores);
		return { ignores, ignoresPath, problem: problem === null ? null : `${file}: ${problem}` };
	};
	const bookOf = (
		draft: string | undefined,
	): { readonly book: SourceBook | null; readonly problems: readonly string[] } => {
		const file = draft === undefined ? null : nearest(path.dirname(draft), sourceBookName);
		if (file === null) return { book: null, problems: [] };
		const known = readBooks.get(file);
		if (known !== undefined) return { book: known, problems: [] };
		const { book, problems } = readBook(file);
		readBooks.set(file, book);
		return { book, problems };
	};
	if (chosen !== undefined) {
		const unreadable = readConfig(chosen, names).unreadable;
		if (unreadable) return { problem: `${chosen}: ${unreadable}`, load: () => none };
	}
	return {
		problem: null,
		load(draft) {
			const file =
				chosen === undefined ? (draft === undefined ? null : nearest(path.dirname(draft), configFileName)) : chosen;
			const { ignores, ignoresPath, problem } = ignoresOf(draft);
			const { book, problems: ofBook } = bookOf(draft);
			const told = [...(problem === null ? [] : [problem]), ...ofBook];
			if (file === null) return { ...none, book, ignores, ignoresPath, problems: told };
			const { settings, problems } = readOnce(file);
			return {
				settings,
				book,
				problems: [...problems, ...told],
				path: draft === undefined ? null : pathFrom(path.dirname(file), draft),
				ignores,
				ignoresPath,
			};
		},
	};
}

interface ReadConfig {
	readonly settings: FileSettings | null;
	readonly problems: readonly string[];
	readonly unreadable?: string;
}

/** A file that cannot be read is told as a problem; nothing is thrown. */
function readConfig(file: string, known: KnownNames): ReadConfig {
	try {
		const parsed = parseConfigFile(readFileSync(file, 'utf8'), known);
		const problems = new Set(parsed.problems.map(({ message }) => `${file}: ${message}`));
		return { settings: parsed.settings, problems: [...problems] };
	} catch (error) {
		const unreadable = whyUnreadable(error);
		return { settings: null, problems: [`${file}: ${unreadable}. The defaults are used.`], unreadable };
	}
}

/** A file that cannot be read ignores nothing. */
function readIgnoreFile(file: string): { readonly ignores: Ignores | null; readonly problem: string | null } {
	try {
		return parseIgnoreFile(readFileSync(file, 'utf8'));
	} catch (error) {
		return { ignores: null, problem: `${whyUnreadable(error)}. Nothing is ignored by it.` };
	}
}

/** A book that cannot be read names no one; what is wrong with it is told without a word of it. */
function readBook(file: string): { readonly book: SourceBook | null; readonly problems: readonly string[] } {
	try {
		const { book, problems } = parseSourceBook(readFileSync(file, 'utf8'));
		const messages = new Set(problems.map(({ message }) => `${file}: ${message}`));
		return { book, problems: [...messages] };
	} catch (error) {
		return { book: null, problems: [`${file}: ${whyUnreadable(error)}. Drafts are read without it.`] };
	}
}

/** What an error of reading a file means, in words. */
export function whyUnreadable(error: unknown): string {
	const code = (error as { code?: string }).code;
	const why: Readonly<Record<string, string>> = {
		ENOENT: 'no such file',
		EISDIR: 'is a folder',
		EACCES: 'may not be read',
	};
	return (code && why[code]) ?? 'cannot be read';
}

const none: LoadedConfig = { settings: null, book: null, path: null, problems: [], ignores: null, ignoresPath: null };

/** With "/"; null where it lies elsewhere. */
function pathFrom(folder: string, file: string): string | null {
	const relative = path.relative(folder, file);
	return relative.startsWith('..') || path.isAbsolute(relative) ? null : relative.split(path.sep).join('/');
}

function nearest(folder: string, name: string): string | null {
	for (let at = path.resolve(folder); ; at = path.dirname(at)) {
		const file = path.join(at, name);
		if (existsSync(file)) return file;
		// A repository's top is a workspace's top.
		if (existsSync(path.join(at, '.git')) || path.dirname(at) === at) return null;
	}
}
