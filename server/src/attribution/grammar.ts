/** Closed classes of English words, and small questions about tokens. */
import type { Token } from '../text/tokens';

/** A set of words written in a row. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const determiners = wordSet(
	'the a an this that these those his her its their our my your another any each every no both all some many several few most one two three four five six seven eight nine ten various certain other others',
);
export const personalPronouns = wordSet('he she it they i we you who him her them us me');
export const sourcePronouns = wordSet('he she they i we it who');
export const prepositions = wordSet(
	'of in on at by for from with about against between into through during before after above below to up down over under amid among despite since until upon within without toward towards across behind beyond near per via including regarding concerning like unlike versus inside outside along around aboard following throughout ahead',
);
export const subordinators = wordSet(
	'that because although though while when whenever where whereas if unless until since after before as whether which what how why than so but and or nor yet once lest',
);
export const auxiliaries = wordSet(
	"is are was were be been being am has have had having do does did will would can could may might must shall should 's 're 've 'd 'll n't not wo ca",
);
export const adverbs = wordSet(
	'also again later then still already often never always even only just once now earlier previously recently repeatedly publicly privately meanwhile however therefore instead further once too though indeed initially reportedly openly clearly bluntly simply quickly finally briefly angrily quietly flatly jointly separately merely ever soon first afterward afterwards recently immediately falsely correctly explicitly specifically',
);
/** Words after a noun that begin what tells more of it: "close to", "familiar with", "involved in". */
export const postModifiers = wordSet(
	'close familiar involved briefed aware knowledgeable privy present authorized authorised described identified based linked tied working speaking who whose whom which that with in at from of for on near inside within',
);
export const months = wordSet(
	'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** Clause openers after which a subject begins and no noun phrase goes on. */
export const clauseVerbs = wordSet(
	'is are was were will would can could may might must shall should has have had does do did',
);

export function isCapitalized(token: Token): boolean {
	// Most words are in small letters as they stand.
	if (token.kind !== 'word' || token.text === token.lower) return false;
	const first = token.text.charAt(0);
	return first !== first.toLowerCase();
}

export function isComma(token: Token | undefined): boolean {
	return token?.text === ',';
}

const breaks = ';:()[]{}.!?…-–—―';

/** A mark that ends a clause for good: semicolon, colon, dash, bracket, stop. */
export function isBreak(token: Token): boolean {
	return token.kind === 'punctuation' && breaks.includes(token.text.charAt(0));
}

export function isAdverb(token: Token): boolean {
	return adverbs.has(token.lower) || (token.lower.length > 4 && token.lower.endsWith('ly') && !isCapitalized(token));
}

export function isWordLike(token: Token): boolean {
	return token.kind === 'word' || token.kind === 'number';
}
