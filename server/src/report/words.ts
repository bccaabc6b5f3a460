/** The draft's words as a report shows them. */
import { t } from '@vscode/l10n';
import type { Place } from './model';

/** What does not print, or turns the line about. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** Words on one line, with nothing in them that would act on a terminal or a page. */
export function printable(words: string): string {
	return plain.test(words) ? words : cleaned(words);
}

/** Most words have nothing in them to clean. */
const plain = /^(?! )(?:[!-~\u00A1-\u167F\u2010-\u2027\u20A0-\u2DFF]| (?! |$))*$/;

function cleaned(words: string): string {
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

const parts: Readonly<Record<Place['part'], () => string>> = {
	headline: () => t('headline'),
	standfirst: () => t('standfirst'),
	paragraph: () => t('paragraph'),
	heading: () => t('heading'),
	caption: () => t('caption'),
	'list-item': () => t('list'),
	'block-quote': () => t('quotation'),
	'table-cell': () => t('table'),
	furniture: () => t('credits'),
	code: () => t('code'),
	'front-matter': () => t('front matter'),
};

/** "par 6", "headline". */
export function placeName({ part, paragraph }: Pick<Place, 'part' | 'paragraph'>): string {
	return paragraph > 0 ? t('par {0}', paragraph) : parts[part]();
}

/** "par 6, line 14". */
export function placeAndLine(place: Place): string {
	return t('{0}, line {1}', placeName(place), place.line);
}

const mostPlaces = 8;

/** "par 1, 3, headline": each place once, in order. */
export function placeNames(places: readonly Pick<Place, 'part' | 'paragraph'>[]): string {
	const byName = new Map(places.map(place => [placeName(place), place.paragraph]));
	const shown = [...byName].slice(0, mostPlaces);
	const joined = shown
		.map(([name, paragraph], i) => (paragraph > 0 && (shown[i - 1]?.[1] ?? 0) > 0 ? String(paragraph) : name))
		.join(', ');
	return byName.size > mostPlaces ? t('{0} and {1} more', joined, byName.size - mostPlaces) : joined;
}

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
	if (only && !second) return { shown: [{ text: placeAndLine(only), place: only }], more: 0 };
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
	return more > 0 ? t('{0} and {1} more', joined, more) : joined;
}

/** The draft's words in quotation marks; marks of its own stand for themselves, or become single within. */
export function inMarks(words: string): string {
	if (!/[“”"]/.test(words)) return `“${words}”`;
	if (/^[“"][^“”"]*[”"]$/.test(words)) return words;
	return `“${words.replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'")}”`;
}

/** "Reed or Hale". */
export function either([first = '', ...others]: readonly string[]): string {
	return others.reduce((before, name) => t('{0} or {1}', before, name), first);
}

/** "1 source", "2 sources". */
export function counted(count: number, noun: keyof typeof counts): string {
	const [one, many] = counts[noun];
	return count === 1 ? one() : many(number(count));
}

const counts = {
	draft: [() => t('1 draft'), (count: string) => t('{0} drafts', count)],
	paragraph: [() => t('1 paragraph'), (count: string) => t('{0} paragraphs', count)],
	source: [() => t('1 source'), (count: string) => t('{0} sources', count)],
	statement: [() => t('1 statement'), (count: string) => t('{0} statements', count)],
	word: [() => t('1 word'), (count: string) => t('{0} words', count)],
} as const;

/** A number as the reader's language writes it: "1,204". */
export function number(value: number): string {
	try {
		return value.toLocaleString(language());
	} catch {
		return String(value);
	}
}

/** The code of the language that reports are written in. */
export function language(): string {
	return t({ message: 'en', comment: ['The code of the language of this translation, such as “fr” or “pt-BR”'] });
}

/** "31%"; what is there and rounds to nothing is "under 1%". */
export function percent(share: number): string {
	const rounded = Math.round(share * 100);
	return rounded === 0 && share > 0 ? t('under 1%') : `${rounded}%`;
}
