/** What the server needs from where it runs; the entries supply it, tests supply their own. */
import type { Analyzer, Draft } from '../analysis';
import type { SeedNames } from '../attribution/houseLexicon';
import type { InitializationOptions } from '../protocol';
import type { Rule } from '../rules/rule';

export interface Environment {
	/** Called once, with what the client said at its start. Throws where the seeds are missing. */
	createAnalyzer(options: InitializationOptions): Analyzer;
	readonly rules: readonly Rule[];
	/** Patterns of the seeds that a house may take out of its lexicon; absent where they are not known. */
	readonly seeds?: SeedNames;
	/** The version of the product. */
	readonly version: string;
	readonly timer: Timer;
	/** What to read while no document has been opened yet, so that the first one is read sooner. */
	readonly sample?: Draft;
	/** The text of a `file:` address, or null where there is none or it cannot be read; absent where there are no files. */
	readFile?(uri: string): Promise<string | null>;
}

export interface Timer {
	/** Milliseconds from some fixed moment on. */
	now(): number;
	/** Calls back after what else is waiting to be done: between two slices of work messages are read. */
	defer(callback: () => void): void;
	/** Calls back once, after some milliseconds; the returned function calls it off. */
	after(milliseconds: number, callback: () => void): () => void;
}
