/** Words that carry a period of their own, by whether a sentence may end with them. */

/**
 * - `joined`: a name, number or explanation follows (`Mr.`, `vs.`): never the end of a sentence.
 * - `final`: may end a sentence, and often stands before a capital that does not begin one (`U.S.`, `Inc.`, `Jan.`).
 * - `closing`: may end a sentence; only clock zones and days follow it with a capital otherwise (`p.m.`, `etc.`).
 * - `initial`: a single letter (`George W. Bush`).
 */
export type AbbreviationKind = 'joined' | 'final' | 'closing' | 'initial';

const titles =
	'mr mrs ms mx messrs mme mlle dr prof gen lt col maj capt cmdr cdr sgt cpl pvt pfc adm brig sen sens rep reps gov govs ' +
	'pres supt det insp hon rev fr msgr ste mt asst atty sec';
const places =
	'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex ' +
	'va vt wash wis wyo ont que ave blvd rd st ft dept dist univ assn w.va';
const dates = 'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri';
const companies = 'inc corp co ltd llc plc cos bros';
const afterNames = 'jr sr esq ret';
const anyCase = 'vs v e.g i.e cf approx ca viz eds';
const beforeNumbers = 'no nos art arts p pp fig figs para paras vol vols ch sec nr';

const capitalised = new Map<string, AbbreviationKind>([
	...entries(titles, 'joined'),
	...entries(places, 'final'),
	...entries(dates, 'final'),
	...entries(companies, 'final'),
	...entries(afterNames, 'final'),
]);
const always = new Map<string, AbbreviationKind>([
	...entries(anyCase, 'joined'),
	...entries('jr sr inc ltd al', 'final'),
	...entries('etc a.m p.m', 'closing'),
	...entries('mr mrs ms dr gen lt sgt', 'joined'),
]);
const numbered = new Set(beforeNumbers.split(' '));
const monthNames = new Set(dates.split(' ').slice(0, 13));

/**
 * How a word followed by a period reads; `undefined`: the period is the sentence's.
 * `written` is without its last period, in lower case; `capital` says whether it, or the last part of a compound (`D-Ore.`),
 * begins with a capital; `beforeNumber` whether a number follows.
 */
export function abbreviationKind(
	written: string,
	capital: boolean,
	beforeNumber: boolean,
): AbbreviationKind | undefined {
	const word = written.slice(lastPart(written));
	if (beforeNumber && numbered.has(word)) return 'joined';
	if (word.length === 1 && word === written) return capital ? 'initial' : always.get(word);
	const listed = always.get(word) ?? (capital ? capitalised.get(word) : undefined);
	if (listed !== undefined) return listed;
	return isDotted(word) ? 'final' : undefined;
}

/** Where the last part of a hyphenated word begins; 0 in other words. */
export function lastPart(word: string): number {
	return Math.max(word.lastIndexOf('-'), word.lastIndexOf('‑')) + 1;
}

/** Whether a word (lower case, without its last period) is a month's abbreviation: a number after it is its day. */
export function isMonth(word: string): boolean {
	return monthNames.has(word);
}

/** `u.s`, `ph.d`, `j.r.r`: letters, one or two at a time, between periods. */
function isDotted(word: string): boolean {
	if (word.length > 12) return false;
	let run = 0;
	let dots = 0;
	for (let i = 0; i < word.length; i++) {
		if (word.charCodeAt(i) === 0x2e) {
			if (run === 0) return false;
			run = 0;
			dots++;
		} else if (++run > 2 || (word.charCodeAt(i) >= 0x30 && word.charCodeAt(i) <= 0x39)) return false;
	}
	return dots > 0 && run > 0;
}

function entries(words: string, kind: AbbreviationKind): [string, AbbreviationKind][] {
	return words.split(' ').map(word => [word, kind]);
}
