/** Drives the analyzer in slices, so that messages are read in between, and drops what is outdated. */
import type { Analysis, Analyzer, Draft } from '../analysis';
import type { Timer } from './environment';

/** How long one slice of work may take. */
const sliceInMilliseconds = 10;

/** The text has changed since, or is closed: there is nothing to answer. */
export class Outdated extends Error {}

export interface Driver {
	/**
	 * The analysis of a draft under a key; an earlier one under the same key is dropped unless it is of the same draft,
	 * which is then shared. Rejects with `Outdated`, or with what the analyzer threw.
	 */
	read(key: string, draft: Draft): Promise<Analysis>;
	/** Drops what is under way and forgets what is known. */
	drop(key: string): void;
}

interface Job {
	readonly draft: Draft;
	readonly result: Promise<Analysis>;
	cancel(): void;
}

export function createDriver(analyzer: Analyzer, timer: Timer): Driver {
	const jobs = new Map<string, Job>();
	return {
		read(key, draft) {
			const known = jobs.get(key);
			if (known && isSame(known.draft, draft)) return known.result;
			known?.cancel();
			const job = start(analyzer, timer, draft);
			jobs.set(key, job);
			return job.result;
		},
		drop(key) {
			jobs.get(key)?.cancel();
			jobs.delete(key);
		},
	};
}

function isSame(a: Draft, b: Draft): boolean {
	return (
		a.text === b.text &&
		a.format === b.format &&
		a.genre === b.genre &&
		a.lexicon === b.lexicon &&
		a.house === b.house &&
		a.strictPronouns === b.strictPronouns &&
		sameRules(a.rules, b.rules) &&
		sameRules(a.preset ?? {}, b.preset ?? {})
	);
}

function sameRules(a: Draft['rules'], b: Draft['rules']): boolean {
	if (a === b) return true;
	const ids = Object.keys(a);
	return ids.length === Object.keys(b).length && ids.every(id => a[id] === b[id]);
}

function start(analyzer: Analyzer, timer: Timer, draft: Draft): Job {
	let cancel = () => {};
	const result = new Promise<Analysis>((resolve, reject) => {
		let work: ReturnType<Analyzer['update']> | null = null;
		cancel = () => {
			work = null;
			reject(new Outdated());
		};
		const slice = () => {
			if (work === null) return;
			const deadline = timer.now() + sliceInMilliseconds;
			try {
				do {
					const step = work.next();
					if (step.done) {
						work = null;
						resolve(step.value);
						return;
					}
				} while (timer.now() < deadline);
			} catch (error) {
				work = null;
				reject(error);
				return;
			}
			timer.defer(slice);
		};
		try {
			work = analyzer.update(draft);
		} catch (error) {
			reject(error);
			return;
		}
		slice();
	});
	// Whoever waits hears of a failure; when no one does, it is no news.
	result.catch(() => {});
	return { draft, result, cancel: () => cancel() };
}
