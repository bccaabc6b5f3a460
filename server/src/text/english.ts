/** Which blocks of a document are English. */
import { readAhead } from './ahead';
import { type BlockKind, proseKinds } from './block';
import type { RawBlock } from './chunk';
import { documentLanguage, isEnglish, type LanguageCounts, languageCounts } from './language';

/** What a block's words say of its language; read once. */
interface Reading {
	readonly counts: LanguageCounts;
	readonly english: boolean | null;
}

const readings = new WeakMap<RawBlock, Reading>();

/** Whether each block is English, in order; one too short to tell goes with the document, which is English unless it shows otherwise. */
export function englishOf(blocks: readonly RawBlock[], kinds: readonly BlockKind[]): readonly boolean[] {
	const read: (Reading | null)[] = [];
	const counts: LanguageCounts[] = [];
	for (let index = 0; index < blocks.length; index++) {
		const kind = kinds[index];
		const reading = kind !== undefined && proseKinds.has(kind) ? readingOf(blocks[index] as RawBlock) : null;
		read.push(reading);
		if (reading !== null) counts.push(reading.counts);
	}
	const others = documentLanguage(counts) !== 'other';
	return read.map(reading => reading === null || (reading.english ?? others));
}

/** Reads a block's language, which is then known, and returns how much text that was: to do it bit by bit. */
export function readLanguage(block: RawBlock): number {
	if (readings.has(block) || !proseKinds.has(block.kind)) return 0;
	readingOf(block);
	return block.text.length;
}

function readingOf(block: RawBlock): Reading {
	const known = readings.get(block);
	if (known !== undefined) return known;
	const counts = languageCounts(readAhead(block.text));
	const reading = { counts, english: isEnglish(counts) };
	readings.set(block, reading);
	return reading;
}
