/** Checking lists of invented drafts, for tests. */
import { analyse, createAnalyzer, type Draft } from '../analysis';
import { createHasher } from '../configuration/hash';
import { resources } from '../resources';
import { toEnd } from '../text/slices';
import { checkItemsInSlices } from './items';
import type { CheckItem } from './model';
import { type CheckedItem, type CheckRecord, withProgressInSlices } from './progress';

const analyzer = createAnalyzer(resources);
const hash = createHasher('pepper');

/** What is to be checked in a text, read as news in plain text unless told otherwise. */
export function itemsOf(text: string, draft: Partial<Draft> = {}): readonly CheckItem[] {
	return toEnd(checkItemsInSlices(analysisOf(text, draft)));
}

export function checkedItemsOf(text: string, records: readonly CheckRecord[] = []): readonly CheckedItem[] {
	const analysis = analysisOf(text);
	return toEnd(withProgressInSlices(hash, analysis.blocks, toEnd(checkItemsInSlices(analysis)), records));
}

function analysisOf(text: string, draft: Partial<Draft> = {}) {
	return analyse(analyzer, { text, format: 'plaintext', genre: 'news', rules: {}, ...draft });
}
