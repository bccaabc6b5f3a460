/** Finds and reads the `.source-critic.jsonc` that holds for a draft. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configFileName, parseConfigFile } from '../configuration/configFile';
import type { FileSettings } from '../configuration/settings';
import { rules } from '../rules/index';

export interface LoadedConfig {
	readonly settings: FileSettings | null;
	/** The draft's path from the configuration's folder on, with "/"; null where it is no file or lies elsewhere. */
	readonly path: string | null;
	/** What is wrong with the file, told once: "FILE: message". */
	readonly problems: readonly string[];
}

export interface ConfigLoader {
	/** Set when the file that was asked for cannot be read. */
	readonly problem: string | null;
	load(draft: string | undefined): LoadedConfig;
}

/** A loader that reads `chosen`, a whole path, for every draft, or else the nearest file upward from the draft; each file is read once. */
export function createConfigLoader(chosen: string | undefined): ConfigLoader {
	const read = new Map<string, ReadConfig>();
	const told = new Set<string>();
	const readOnce = (file: string) => {
		let known = read.get(file);
		if (!known) {
			known = readConfig(file);
			read.set(file, known);
		}
		const problems = told.has(file) ? [] : known.problems;
		told.add(file);
		return { settings: known.settings, problems };
	};
	if (chosen !== undefined) {
		const unreadable = readConfig(chosen).unreadable;
		if (unreadable) return { problem: `${chosen}: ${unreadable}`, load: () => none };
	}
	return {
		problem: null,
		load(draft) {
			const file = chosen === undefined ? (draft === undefined ? null : nearest(path.dirname(draft))) : chosen;
			if (file === null) return none;
			const { settings, problems } = readOnce(file);
			const relative = draft === undefined ? '..' : path.relative(path.dirname(file), draft);
			return {
				settings,
				problems,
				path: relative.startsWith('..') || path.isAbsolute(relative) ? null : relative.split(path.sep).join('/'),
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
function readConfig(file: string): ReadConfig {
	try {
		const parsed = parseConfigFile(
			readFileSync(file, 'utf8'),
			rules.map(rule => rule.id),
		);
		const problems = new Set(parsed.problems.map(({ message }) => `${file}: ${message}`));
		return { settings: parsed.settings, problems: [...problems] };
	} catch (error) {
		const unreadable = whyUnreadable(error);
		return { settings: null, problems: [`${file}: ${unreadable}. The defaults are used.`], unreadable };
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

const none: LoadedConfig = { settings: null, path: null, problems: [] };

function nearest(folder: string): string | null {
	for (let at = path.resolve(folder); ; at = path.dirname(at)) {
		const file = path.join(at, configFileName);
		if (existsSync(file)) return file;
		// A repository's top is a workspace's top.
		if (existsSync(path.join(at, '.git')) || path.dirname(at) === at) return null;
	}
}
