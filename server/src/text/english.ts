/** Which blocks of a document are English. */
import { type BlockKind, proseKinds } from './block';
import type { RawBlock } from './chunk';
import { documentLanguage, isEnglish, type LanguageCounts, languageCounts } from './language';
import { tokenize } from './tokens';

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

function readingOf(block: RawBlock): Reading {
	const known = readings.get(block);
	if (known !== undefined) return known;
	const tokens = tokenize(block.text);
	const reading = { counts: languageCounts(tokens), english: isEnglish(block.text, tokens) };
	readings.set(block, reading);
	return reading;
}
