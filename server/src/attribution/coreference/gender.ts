/** What the draft itself tells of names: he and she by titles, nouns and its own pronouns, and which are places. Never shown, stored or exported. */
import { contains } from '../../text/span';
import type { Token } from '../../text/tokens';
import type { BlockAnalysis, Mention } from '../model';
import type { Gender, Identity } from './identities';

const femaleTitle =
	/\b(?:Mrs|Ms|Miss|Madam|Queen|Princess|Dame|Lady|Congresswoman|Councilwoman|Chairwoman|Spokeswoman)\b/;
const maleTitle = /\b(?:Mr|Sir|King|Prince|Lord|Congressman|Councilman)\b/;
/** "chairman" and "spokesman" are titles that women bear too; "man" is none. */
const femaleNoun = /\b(?:[a-z]*woman|actress|mother|daughter|wife|sister|widow|niece|aunt|grandmother|girl|lady)\b/;
const maleNoun = /\b(?:man|businessman|congressman|father|son|husband|brother|widower|nephew|uncle|grandfather|boy)\b/;

/** What titles and roles of a mention tell; null where they tell nothing, or both. */
export function genderOf(
	{ descriptors, form, start, end }: Mention,
	{ block: { text } }: BlockAnalysis,
): Gender | null {
	if (form === 'name' && descriptors.length === 0) return null;
	// "Ann Harlow, whose husband …", "the mother of …": only the head of what is told of someone tells.
	const told = descriptors.filter(words => !/^(?:who|whose|whom)\b/.test(words)).map(words => words.split(/,| of /)[0]);
	const words = [...told, form === 'noun' ? text.slice(start, end).split(/,| of | who /)[0] : ''].join(' ');
	const isFemale = femaleTitle.test(words) || femaleNoun.test(words);
	const isMale = maleTitle.test(words) || maleNoun.test(words);
	return isFemale === isMale ? null : isFemale ? 'f' : 'm';
}

/** What the pronouns of one sentence tell of the one name in it. */
interface Vote {
	/** Last word of the name, lower case. */
	readonly name: string;
	readonly gender: Gender;
	readonly weight: number;
}

/** What one block tells of the names in it. */
export interface NameEvidence {
	readonly votes: readonly Vote[];
	/** Last words of names of two words and more, and names of one word: who has both is called by a surname. */
	readonly full: ReadonlySet<string>;
	readonly single: ReadonlySet<string>;
	/** Last words of names in or at which something is or happens. */
	readonly places: ReadonlySet<string>;
}

/** Words before a place; "interest in Quist" takes no place after it. */
const placing = /^(?:in|at|into|near|across|outside|inside|through|throughout|around)$/;
const takesIn =
	/^(?:interest|confidence|confident|trust|faith|belief|believe|believes|believed|interested|look|looked|looks|laughed|angry|shouted|yelled|pointed|looking|aimed|directed)$/;

/** The evidence of a block. */
export function nameEvidence({ tokens, sentences, mentions, quotations }: BlockAnalysis): NameEvidence {
	const votes: Vote[] = [];
	const full = new Set<string>();
	const single = new Set<string>();
	const places = new Set<string>();
	const isQuoted = (token: Token): boolean => quotations.some(quotation => contains(quotation, token));
	let next = 0;
	for (const { firstToken, endToken } of sentences) {
		const names = new Set<string>();
		let last = -1;
		while (next < mentions.length && (mentions[next] as Mention).firstToken < endToken) {
			const mention = mentions[next++] as Mention;
			if (mention.firstToken < firstToken) continue;
			const name = (tokens[mention.head] as Token).lower;
			if (/\s/.test(mention.name)) full.add(name);
			else if (tokens[mention.firstToken - 1]?.lower !== 'the') single.add(name);
			const link = tokens[mention.firstToken - 1]?.lower ?? '';
			if (placing.test(link) && !takesIn.test(tokens[mention.firstToken - 2]?.lower ?? '')) places.add(name);
			if (isQuoted(tokens[mention.head] as Token)) continue;
			names.add(name);
			if (last < 0) last = mention.endToken;
		}
		const [name] = names;
		if (names.size !== 1 || name === undefined) continue;
		for (let i = last; i < endToken; i++) {
			const token = tokens[i] as Token;
			const gender = genders.get(token.lower);
			if (!gender || isQuoted(token)) continue;
			// "Harlow said she would": as near as a pronoun comes.
			votes.push({ name, gender, weight: i - last <= 2 ? 2 : 1 });
			break;
		}
	}
	return { votes, full, single, places };
}

const genders: ReadonlyMap<string, Gender> = new Map([
	...['he', 'him', 'his', 'himself'].map(word => [word, 'm'] as const),
	...['she', 'her', 'hers', 'herself'].map(word => [word, 'f'] as const),
]);

/** Titles first; then the draft's pronouns where they agree three to one. */
export function knownGender({ gender, votes: { f, m } }: Identity): Gender | null {
	if (gender) return gender;
	if (f >= 3 && f >= 3 * m) return 'f';
	if (m >= 3 && m >= 3 * f) return 'm';
	return null;
}
