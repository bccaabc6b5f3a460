/** The last reading of a draft, where this is the same draft after an edit. */
import type { HouseSources } from '../coreference/house';
import type { BlockAnalysis, Genre } from '../model';
import type { DocumentMemory, LastReading } from './model';

/** A reading with the blocks whose words have changed since; all others stand as they stood, in the same order. */
export interface Since {
	readonly reading: LastReading;
	readonly changed: readonly number[];
}

/** Drafts that are edited in turn. */
const mostReadings = 4;
/** An edit changes a block or two, a replacement some more; beyond that little would be won. */
const mostChanged = 24;

/** The last reading that differs from these blocks in a few of them; null where none does. */
export function lastReading(
	{ last }: DocumentMemory,
	analyses: readonly BlockAnalysis[],
	genre: Genre,
	house: HouseSources | undefined,
): Since | null {
	for (const reading of last) {
		if (reading.analyses.length !== analyses.length || reading.genre !== genre || reading.house !== house) continue;
		const changed = changedIn(reading.analyses, analyses);
		if (changed.length <= mostChanged && changed.length * 2 <= analyses.length) return { reading, changed };
	}
	return null;
}

/** Keeps a reading in the place of the one it came from. */
export function keepReading({ last }: DocumentMemory, reading: LastReading, since: Since | null): void {
	const at = since === null ? -1 : last.indexOf(since.reading);
	if (at >= 0) last.splice(at, 1);
	last.unshift(reading);
	if (last.length > mostReadings) last.pop();
}

function changedIn(before: readonly BlockAnalysis[], after: readonly BlockAnalysis[]): readonly number[] {
	const changed: number[] = [];
	for (let b = 0; b < after.length && changed.length <= mostChanged; b++)
		if (before[b]?.tokens !== after[b]?.tokens) changed.push(b);
	return changed;
}
