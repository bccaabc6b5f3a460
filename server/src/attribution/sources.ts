/** What a mention tells of its source: kind, identification, and how much is said of one that is not named. */
import type { Token } from '../text/tokens';
import { determiners, isCapitalized, isComma, personalPronouns } from './grammar';
import { isPossessive } from './mentions';
import type { Identification, Mention, SourceKind } from './model';
import type { Vocabulary } from './vocabulary';

export interface Classification {
	readonly kind: SourceKind;
	readonly identification: Identification;
	/** Points back to a source told of before: "the source", "the report", "the newspaper". */
	readonly refersBack: boolean;
}

const organizationWords =
	/\b(?:Ministry|Department|Bank|Party|University|College|Institute|Inc|Corp|Co|Ltd|LLC|Company|Group|Agency|Authority|Council|Committee|Commission|Court|Police|House|Senate|Congress|Parliament|Government|Administration|Union|Association|Foundation|Center|Centre|Office|Army|Navy|Force|Forces|Guard|Service|Board|Bureau|Society|Federation|League|Organization|Organisation|Fund|Nations|States|Kingdom|Campaign|Team|Airlines|Motors|Kremlin|Pentagon|Treasury)\b/;
const outletWords =
	/\b(?:News|Times|Post|Journal|Tribune|Herald|Gazette|Telegraph|Observer|Chronicle|Magazine|Radio|TV|Television|Press|Daily|Weekly)$/;
const demonyms = /(?:ish|ese|ian|an|ch)$/;

const numbers = /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|another|\d+)$/;
/** Nouns that gather people without telling how many or who: "a group of doctors", "a growing number of lawmakers". */
const gatherings =
	/^(?:group|number|majority|minority|handful|array|coalition|chorus|host|range|variety|wave|string|series|couple|lot|plenty|dozens|scores|hundreds|thousands|millions|percentage|proportion|share|circle|mix)$/;
/** Words for everyone and no one: they name nobody. */
const anybody = /^(?:everyone|everybody|someone|somebody|anyone|anybody|nobody|people|folks|many|some|all|most)$/;
/** Offices with one holder at a time, who can be looked up. */
const offices =
	/\b(?:minister|president|mayor|governor|chancellor|king|queen|pope|chief|director|head|chair|chairman|chairwoman|ceo|secretary|attorney general|speaker|premier|commissioner|ambassador|superintendent|sheriff|judge|pastor|bishop|coach)\b/;
/** Those of whom there are many wherever they work: their body's name tells little. */
const insiders: ReadonlySet<string> = new Set(
	'official aide adviser advisor diplomat staffer insider operative strategist employee officer agent lawyer friend ally associate'.split(
		' ',
	),
);
/** How "people" and "those" become sources who know and are not named. */
const closeness =
	/^(?:familiar|close|involved|briefed|aware|knowledgeable|privy|present|with (?:direct |first-?hand |detailed )?knowledge|in the room|who (?:have|has|had|was|were|attended|saw|heard|worked|works|took|spoke|know|knew|asked|declined))\b|\b(?:condition of anonymity|not authori[sz]ed|anonymously|familiar with|tried to talk to|interviewed)\b/i;
/** Nouns for someone who does or is something, by their ending, where no list has them: "a questioner", "a trainee". */
const personEnding = /(?:[^aeiou]er|[eiu]er|tor|sor|ist|cian|rian|ee|senior|junior|man|woman)s?$/;
const notPersons =
	/^(?:other|others|number|letter|order|matter|paper|answer|offer|computer|centre|center|counter|chapter|factor|power|tower|water|winter|summer|weather|newsletter|banner|poster|sticker|trailer|tracker|carrier|border|disorder|committee|degree|fee|coffee|tree|agree|list|vector|monitor|motor|sector|investor)s?$/;

/** Classifies by the words of the mention alone; pronouns are for the resolver. */
export function classify(
	mention: Mention,
	tokens: readonly Token[],
	text: string,
	vocabulary: Vocabulary,
): Classification {
	const words = text.slice(mention.start, mention.end);
	if (mention.form === 'name') {
		// "some Republicans", "many Mexicans": a capital names the group, not whoever speaks.
		const isSome = quantifiedBy(mention, tokens, vocabulary) && (tokens[mention.head] as Token).lower.endsWith('s');
		return isSome ? { kind: 'people', identification: 'vague', refersBack: false } : named(mention, words, vocabulary);
	}
	const opening = (tokens[mention.firstToken] as Token).lower;
	const quantified = quantifiedBy(mention, tokens, vocabulary);
	const partitive = partitiveHead(mention, tokens);
	// "one of the engineers", "a group of doctors": the noun after "of" says who they are.
	const index = partitive ?? mention.head;
	const head = (tokens[index] as Token).lower;
	const two = `${tokens[index - 1]?.lower ?? ''} ${head}`;
	const refersBack = mention.definite && mention.descriptors.length === 0;
	const is = (list: ReadonlySet<string>): boolean => list.has(head) || list.has(two);
	const result = (kind: SourceKind, identification: Identification, back = refersBack): Classification => ({
		kind,
		identification,
		refersBack: back,
	});
	const people: SourceKind = mention.plural ? 'people' : 'person';
	const tail = mention.descriptors.join(' ');
	const counted = numbers.test(opening) || /^(?:the|this|these|those|both)$/.test(opening);
	// "eight of 10 voters" counts opinions, "two of the engineers" counts heads.
	const isShare = partitive !== null && /^\d+$|^ten$|^hundred$/.test(tokens[mention.head + 2]?.lower ?? '');
	const oneOf = partitive !== null && !isShare && numbers.test((tokens[mention.head] as Token).lower);
	const isPerson = is(vocabulary.roles) || is(vocabulary.people) || is(vocabulary.collective) || isAgent(head);

	if (is(vocabulary.spokespeople)) return result(people, 'described', mention.definite);
	if (vocabulary.unnamed.has(head)) return result(people, 'anonymous');
	// "a reporter for The Gazette", "a New York judge": a trade in a named place or body; officials and aides are many.
	const isTrade = isPerson || vocabulary.publicFigures.has(head);
	if (
		isTrade &&
		partitive === null &&
		!mention.plural &&
		!mention.definite &&
		!insiders.has(head) &&
		namesBody(mention, tokens)
	)
		return result(people, 'described', false);
	if (/^(?:people|person|persons|those|individual|individuals)$/.test(head) && closeness.test(tail))
		return result(/^(?:person|individual)$/.test(head) ? 'person' : 'people', 'anonymous', false);
	// "Harlow and her aides": one of them is named.
	const first = tokens[mention.firstToken] as Token;
	const isPair = tokens[mention.firstToken + 1]?.lower === 'and' && mention.head > mention.firstToken + 1;
	if (
		isPair &&
		isCapitalized(first) &&
		!isAgent(first.lower) &&
		!is(vocabulary.people) &&
		!isListed(first.lower, vocabulary)
	)
		return result('people', 'named', false);
	if (/^(?:no one|not everyone|not all)\b/i.test(words) || (anybody.test(head) && !mention.definite))
		return result('people', 'vague', false);
	if (is(vocabulary.documents)) return result('document', 'described', mention.definite);
	if (partitive !== null && oneOf && isPerson) return result('person', 'anonymous', false);
	if (partitive !== null && !oneOf) return result('people', 'vague', false);
	if (namesMembers(mention, tokens)) return result('people', 'described', false);
	if (vocabulary.collective.has(head) && !counted) return result('people', 'vague');
	if (vocabulary.quantifiers.has(head)) return result('people', 'vague');
	if (is(vocabulary.roles)) return role();
	if (is(vocabulary.outletNouns))
		return result('outlet', isLooseOutlet(mention, head, opening) ? 'vague' : 'described', mention.definite);
	if (quantified) return result('people', 'vague', false);
	const isLoose = mention.plural && !counted && !mention.definite && !isPossessed();
	if (is(vocabulary.institutions))
		return isLoose && !/^(?:police|authorities)$/.test(head)
			? result('people', 'vague', false)
			: result('organization', 'described', mention.definite);
	if (is(vocabulary.people)) return isLoose ? result('people', 'vague', false) : result(people, 'described');
	if (vocabulary.collective.has(head)) return result('people', mention.plural ? 'vague' : 'anonymous');
	if (vocabulary.publicFigures.has(head)) {
		if (numbers.test(opening)) return result(people, 'anonymous', false);
		// "European leaders": of a named body, "local leaders": of any.
		const modifier = tokens[mention.head - 1];
		const isOfBody = modifier !== undefined && mention.head > mention.firstToken && isProperAdjective(modifier);
		return isLoose && !isOfBody ? result('people', 'vague', false) : result(people, 'described');
	}
	if (numbers.test(opening) && isAgent(head)) return result(people, 'anonymous', false);
	// "voters", "creditors": people in the plural without an article are whoever one likes.
	if (isLoose && isAgent(head)) return result('people', 'vague', false);
	return result(mention.plural ? 'people' : 'unknown', 'described');

	function isPossessed(): boolean {
		return /^(?:his|her|its|their|our|my)$/.test(opening) || tokens.slice(mention.firstToken, index).some(isPossessive);
	}

	function role(): Classification {
		// "his attorney", "Obama’s former strategist": whoever is named beside them tells who they are. "His aides": not which.
		if (isPossessed()) return result(people, mention.plural ? 'anonymous' : 'described', false);
		// "the prime minister", "the mayor of Leeds", "the Ohio congressman": one holder, who can be looked up.
		if (mention.definite && !mention.plural) {
			if (offices.test(words.toLowerCase())) return result('person', 'described', true);
			const telling = tokens.slice(mention.firstToken + 1, index).some(isCapitalized);
			if (telling && /^(?:the)$/.test(opening) && mention.descriptors.length === 0 && is(vocabulary.publicFigures))
				return result('person', 'described', true);
		}
		return result(people, 'anonymous');
	}
}

/** "European", "E.U.", "Democratic": a capital that is more than a sentence's first. */
function isProperAdjective(token: Token): boolean {
	return (
		isCapitalized(token) &&
		(demonyms.test(token.lower) || /^(?:[A-Z]\.?){2,}$/.test(token.text) || token.lower.endsWith('ic'))
	);
}

/** Whether a word is in one of the lists of those who speak. */
function isListed(
	word: string,
	{ roles, people, collective, publicFigures, unnamed, institutions }: Vocabulary,
): boolean {
	return [roles, people, collective, publicFigures, unnamed, institutions].some(list => list.has(word));
}

/** Whether the phrase names where the source belongs: a capital beyond its first word. */
function namesBody({ firstToken, endToken }: Mention, tokens: readonly Token[]): boolean {
	return tokens.slice(firstToken + 1, endToken).some(isCapitalized);
}

/** Whether a quantifier opens the phrase: "some", "many in …", "other", "most". */
function quantifiedBy(mention: Mention, tokens: readonly Token[], vocabulary: Vocabulary): boolean {
	let index = mention.firstToken;
	while (index < mention.head && /^(?:as|so|too|far|perhaps|the)$/.test((tokens[index] as Token).lower)) index++;
	const word = (tokens[index] as Token).lower;
	return vocabulary.quantifiers.has(word) || /^(?:all|fewer|more|other|no|any|every)$/.test(word);
}

/** The head of what comes after "one of", "a group of", "two of": null where the phrase is none such. */
function partitiveHead(mention: Mention, tokens: readonly Token[]): number | null {
	const { head, endToken } = mention;
	const word = (tokens[head] as Token).lower;
	if (!numbers.test(word) && !gatherings.test(word)) return null;
	let of = head + 1;
	if (tokens[of]?.lower === 'or' && tokens[of + 1]?.lower === 'more') of += 2;
	if (tokens[of]?.lower !== 'of' || of + 1 >= endToken) return null;
	let last = of + 1;
	for (let i = of + 1; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (/^(?:of|in|on|at|for|with|who|that|from|and|to|involved|familiar)$/.test(token.lower) || isComma(token)) break;
		if (personalPronouns.has(token.lower) || token.kind === 'word') last = i;
	}
	return last;
}

/** "critics, including Senator Doe", "unions such as the CWA": members are named. */
function namesMembers({ head, endToken }: Mention, tokens: readonly Token[]): boolean {
	for (let i = head + 1; i + 1 < endToken; i++) {
		const word = (tokens[i] as Token).lower;
		const opens = word === 'including' || word === 'like' || (word === 'such' && tokens[i + 1]?.lower === 'as');
		if (opens) return tokens.slice(i + 1, i + 5).some(isCapitalized);
	}
	return false;
}

function isLooseOutlet({ plural, definite }: Mention, head: string, opening: string): boolean {
	return !definite && opening !== 'state' && (plural || head === 'media' || head === 'press');
}

function isAgent(word: string): boolean {
	return personEnding.test(word) && !notPersons.test(word);
}

function named(mention: Mention, words: string, vocabulary: Vocabulary): Classification {
	const bare = mention.name.toLowerCase().replace(/^the /, '');
	const outlet = vocabulary.outlets.has(bare) || outletWords.test(mention.name);
	if (outlet) return { kind: 'outlet', identification: 'named', refersBack: false };
	const organization =
		organizationWords.test(mention.name) ||
		/^[A-Z][A-Z&.]{1,7}$/.test(mention.name) ||
		(mention.definite && !/\s/.test(mention.name) && demonyms.test(bare));
	if (organization) return { kind: 'organization', identification: 'named', refersBack: false };
	if (/\b(?:spokesman|spokeswoman|spokesperson)$/i.test(words))
		return { kind: 'person', identification: 'described', refersBack: false };
	return { kind: 'person', identification: 'named', refersBack: false };
}

/** Whether nothing but the bare word is said: "sources", "a source", "officials". */
export function isBare(mention: Mention, tokens: readonly Token[]): boolean {
	if (mention.descriptors.length > 0) return false;
	return tokens
		.slice(mention.firstToken, mention.head)
		.every(token => determiners.has(token.lower) || /^(?:anonymous|unnamed|unidentified|and|,)$/.test(token.lower));
}
