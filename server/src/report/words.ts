/** The draft's words as a report shows them. */
import type { Place } from './model';

/** What does not print, or turns the line about. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** Words on one line, with nothing in them that would act on a terminal or a page. */
export function printable(words: string): string {
	return words.replace(loneSurrogates, '\uFFFD').replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
}

/** Printable words, cut between two of them where they are longer. */
export function shortened(words: string, longest: number): string {
	// Cleaning all of a long passage for its first line would make quadratic work of many.
	const line = printable(words.length > longest * 4 ? words.slice(0, longest * 4) : words);
	if (line.length <= longest && words.length <= longest * 4) return line;
	const cut = line.lastIndexOf(' ', longest);
	return `${printable(line.slice(0, cut > longest / 2 ? cut : longest)).replace(/[\s,;:–—-]+$/, '')}…`;
}

const parts: Readonly<Record<Place['part'], string>> = {
	headline: 'headline',
	standfirst: 'standfirst',
	paragraph: 'paragraph',
	heading: 'heading',
	caption: 'caption',
	'list-item': 'list',
	'block-quote': 'quotation',
	'table-cell': 'table',
	furniture: 'credits',
	code: 'code',
	'front-matter': 'front matter',
};

/** "par 6", "headline". */
export function placeName({ part, paragraph }: Pick<Place, 'part' | 'paragraph'>): string {
	return paragraph > 0 ? `par ${paragraph}` : parts[part];
}

const mostPlaces = 8;

/** A place in a list of them, as it is written there. */
export interface PlaceText {
	readonly text: string;
	readonly place: Place;
}

/** A list of places, each once, in order; long ones are cut. */
export interface PlaceList {
	readonly shown: readonly PlaceText[];
	/** How many are left out. */
	readonly more: number;
}

/** "par 6, line 14" where it is one; "par 1", "3", "headline" where they are several. */
export function placeList(places: readonly Place[]): PlaceList {
	const [only, second] = places;
	if (only && !second) return { shown: [{ text: `${placeName(only)}, line ${only.line}`, place: only }], more: 0 };
	const byName = new Map<string, Place>();
	for (const place of places) {
		const name = placeName(place);
		if (!byName.has(name)) byName.set(name, place);
	}
	const names = [...byName];
	const shown = names.slice(0, mostPlaces).map(([name, place], i, all) => {
		const isPar = place.paragraph > 0 && (all[i - 1]?.[1].paragraph ?? 0) > 0;
		return { text: isPar ? String(place.paragraph) : name, place };
	});
	return { shown, more: names.length - shown.length };
}

/** "par 1, 3, headline", "par 6, line 14". */
export function placesName({ shown, more }: PlaceList): string {
	const joined = shown.map(({ text }) => text).join(', ');
	return more > 0 ? `${joined} and ${more} more` : joined;
}

/** The draft's words in quotation marks; marks of its own stand for themselves, or become single within. */
export function inMarks(words: string): string {
	if (!/[“”"]/.test(words)) return `“${words}”`;
	if (/^[“"][^“”"]*[”"]$/.test(words)) return words;
	return `“${words.replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'")}”`;
}

/** "1 source", "2 sources". */
export function counted(count: number, noun: string): string {
	return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** "31%"; what is there and rounds to nothing is "under 1%". */
export function percent(share: number): string {
	const rounded = Math.round(share * 100);
	return rounded === 0 && share > 0 ? 'under 1%' : `${rounded}%`;
}
