/** What a mention tells of its source: kind, identification, and how much is said of one that is not named. */
import type { Token } from '../text/tokens';
import { determiners, isCapitalized, isComma } from './grammar';
import { mention as mentionOf } from './mentions';
import type { Identification, Mention, SourceKind } from './model';
import {
	conjunctionAfter,
	isNamedBeside,
	isNumbered,
	isPossessed,
	isQuantified,
	isShare,
	isTiedToName,
	namesMembers,
	numbers,
	type Partitive,
	partitiveOf,
	wholeOf,
} from './nounPhrases';
import type { Vocabulary } from './vocabulary';

export interface Classification {
	readonly kind: SourceKind;
	readonly identification: Identification;
	/** Points back to a source told of before: "the source", "the report", "the newspaper". */
	readonly refersBack: boolean;
}

const organizationWords =
	/\b(?:Ministry|Department|Bank|Party|University|College|Institute|Inc|Corp|Co|Ltd|LLC|Company|Group|Agency|Authority|Council|Committee|Commission|Court|Police|House|Senate|Congress|Parliament|Government|Administration|Union|Association|Foundation|Center|Centre|Office|Army|Navy|Force|Forces|Guard|Service|Board|Bureau|Society|Federation|League|Organization|Organisation|Fund|Nations|States|Kingdom|Campaign|Team|Airlines|Motors|Kremlin|Pentagon|Treasury|Church|Corporation|Alliance|Coalition|Network|Club|Trust|Museum|Hospital|School)\b/;
/** Last words of names of firms and bodies that no family has for a name. */
const firmWords =
	/ (?:Foods|Holdings|Industries|Systems|Energy|Capital|Partners|Technologies|Technology|Pharmaceuticals|Pharma|Petroleum|Oil|Gas|Electric|Airways|Railways?|Railroad|Stores|Insurance|Mutual|Financial|Finance|Securities|Investments|Studios|Entertainment|Labs|Laboratory|Laboratories|Software|Solutions|Logistics|Shipping|Ferries|Brewery|Breweries|Workers|Teachers|Mining|Bancorp|Ventures|Resources|Communications|Enterprises|Products|International|Brands|Hotels|Properties|Realty|Airport|Library|Observatory|Orchestra|Opera|Economics|Research|Analytics|Consulting|Strategies|Rights|Watch|Initiative|Forum|Exchange|Conference|Assembly|Legislature|Tribunal|Clinic|Academy|Steelworks|Shipyards?|Dredging|Trading|Brewing|Manufacturing|Engineering|Publishing|Broadcasting|Airlines|Motors|Collective|Cooperative|Co-op)$/;
const outletWords =
	/\b(?:News|Times|Post|Journal|Courier|Tribune|Herald|Gazette|Telegraph|Observer|Chronicle|Magazine|Radio|TV|Television|Press|Daily|Weekly)$/;
const demonyms = /(?:ish|ese|ian|an|ch)$/;
/** Members of a party or people by a word with a capital: "a Republican", "some Americans". */
const memberNames = /(?:[ai]ans?|crats?|cans?|ists?|Liberals?|Conservatives?|Tory|Tories|GOP)$/;
const peoples = /(?:ians|icans|crats|ists|landers|Conservatives|Liberals|Tories)$/;

/** Words for everyone and no one: they name nobody. */
const anybody = /^(?:everyone|everybody|someone|somebody|anyone|anybody|nobody|people|folks|many|some|all|most)$/;
/** Offices with one holder at a time, who can be looked up. */
const offices =
	/\b(?:minister|president|mayor|governor|chancellor|king|queen|pope|chief|director|head|chair|chairman|chairwoman|ceo|secretary|attorney general|speaker|premier|commissioner|ambassador|superintendent|sheriff|pastor|bishop|coach)\b/;
/** How "people" and "those" become sources who know and are not named. */
const closeness =
	/^(?:familiar|close|involved|briefed|aware|knowledgeable|privy|present|with (?:direct |first-?hand |detailed |intimate )?knowledge|in the room|who (?:have|has|had|was|were|attended|saw|heard|worked|works|took|spoke|know|knew|asked|declined|requested))\b|\b(?:condition of anonymity|not authori[sz]ed|anonymously|familiar with)\b/i;
/** "several people lawyers have tried to reach": a clause without "who" tells of something that happened to them. */
const contactClause = /^(?:(?!who\b|that\b)[\w’']+ ){1,4}(?:have|has|had)\b/i;
/** The writer has met and counted them: "all the doctors I interviewed". */
const interviewed =
	/\b(?:(?:I|we)(?: have|['’]ve)? (?:interviewed|spoken?|talked|asked|polled|reached|met)|(?:polled|surveyed|interviewed|contacted) by)\b/;
/** Nouns for someone who does or is something, by their ending, where no list has them: "a questioner", "a trainee". */
const personEnding = /(?:[^aeiou]er|[eiu]er|tor|sor|ist|cian|rian|ee|senior|junior|man|woman|men|women)s?$/;
const notPersons =
	/^(?:other|others|number|letter|order|matter|paper|answer|offer|computer|centre|center|counter|chapter|factor|power|tower|water|winter|summer|weather|newsletter|banner|poster|sticker|trailer|tracker|carrier|border|disorder|committee|degree|fee|coffee|tree|agree|list|vector|monitor|motor|sector|thriller|dinner|career|slider|disaster|encounter|disclaimer)s?$/;

/** What "some", "many" and "several" count most often beside people. */
const things =
	/^(?:states|countries|counties|provinces|case|time|way|thing|year|month|week|day|hour|night|morning|place|area|region|part|piece|reason|question|answer|issue|problem|example|instance|measure|standard|point|term|detail|event|argument|idea|factor|sign|step|change|effort|attempt|decision|choice|moment|attack|incident|fact|theory|hypothesis|hypotheses|theories|stories|policy|policies|proposal|word|vote|election|primary|primaries|contest|debate|speech|speeches|house|home|building|street|job|dollar|euro|pound|product|car|ship|train|photo|picture|image|song|method|model|version|type|kind|sort|form|aspect|respect|level|degree|course|item|episode|chapter)s?$/;

/** Classifies by the words of the mention alone; pronouns are for the resolver. */
export function classify(
	mention: Mention,
	tokens: readonly Token[],
	text: string,
	vocabulary: Vocabulary,
): Classification {
	if (mention.form === 'pronoun') return { kind: 'unknown', identification: 'described', refersBack: false };
	const whole = text.slice(mention.start, mention.end);
	if (mention.form === 'name') return group(mention, tokens, vocabulary) ?? named(mention, whole, vocabulary);
	const and = conjunctionAfter(mention, tokens);
	const first =
		and === null ? null : mentionOf({ text, tokens, vocabulary, titleCase: false }, mention.firstToken, and);
	// "the mayor and several advisers": whoever stands first and is known.
	if (first && (first.form === 'name' || first.definite)) return classify(first, tokens, text, vocabulary);
	if (isNamedBeside(mention, tokens)) return classifyAs(mention.plural ? 'people' : 'person', 'named');
	return noun(mention, tokens, text, vocabulary);
}

function classifyAs(kind: SourceKind, identification: Identification, refersBack = false): Classification {
	return { kind, identification, refersBack };
}

/** "some Democrats", "many Americans", "a Republican": members of a body with a name, who have none. */
function group(mention: Mention, tokens: readonly Token[], vocabulary: Vocabulary): Classification | null {
	const last = mention.name.split(/\s/).at(-1) ?? '';
	if (!memberNames.test(last)) return null;
	if (isQuantified(mention, tokens, vocabulary)) return classifyAs('people', 'vague');
	const opening = tokens[mention.firstToken] as Token;
	const isOne = numbers.test(opening.lower) && opening.end < (tokens[mention.head] as Token).start;
	return isOne && !last.endsWith('s') && mention.head - mention.firstToken <= 2
		? classifyAs('person', 'anonymous')
		: null;
}

/** A noun phrase, with what its words and lists tell of it. */
interface Phrase {
	readonly mention: Mention;
	readonly tokens: readonly Token[];
	readonly vocabulary: Vocabulary;
	readonly words: string;
	readonly partitive: Partitive | null;
	/** Index of the noun that says who they are: "engineers" in "one of the engineers". */
	readonly index: number;
	readonly head: string;
	/** First word of the phrase. */
	readonly opening: string;
	readonly tail: string;
	/** "the", "these" or a number stands first. */
	readonly isCounted: boolean;
	readonly refersBack: boolean;
	readonly people: SourceKind;
}

function noun(mention: Mention, tokens: readonly Token[], text: string, vocabulary: Vocabulary): Classification {
	const partitive = partitiveOf(mention, tokens);
	const index = partitive?.index ?? mention.head;
	const opening = (tokens[mention.firstToken] as Token).lower;
	const phrase: Phrase = {
		mention,
		tokens,
		vocabulary,
		words: text.slice(mention.start, mention.end),
		partitive,
		index,
		head: (tokens[index] as Token).lower,
		opening,
		tail: mention.descriptors.join(' '),
		isCounted: isNumbered(mention, tokens) || /^(?:the|this|these|those|both)$/.test(opening),
		// "The person, who was not authorized to speak,": a clause behind a comma adds to one who is known.
		refersBack: mention.definite && (mention.descriptors.length === 0 || isComma(tokens[mention.head + 1])),
		people: mention.plural ? 'people' : 'person',
	};
	return withheld(phrase) ?? crowd(phrase) ?? told(phrase) ?? rest(phrase);
}

function isIn({ head, index, tokens }: Phrase, list: ReadonlySet<string>): boolean {
	return list.has(head) || list.has(`${tokens[index - 1]?.lower ?? ''} ${head}`);
}

/** Sources that exist and are not named, whatever else is told of them. */
function withheld(phrase: Phrase): Classification | null {
	const { vocabulary, head, tail, words, people, mention, refersBack } = phrase;
	if (isIn(phrase, vocabulary.spokespeople)) return classifyAs(people, 'described', mention.definite);
	if (vocabulary.unnamed.has(head)) return classifyAs(people, 'anonymous', refersBack);
	if (interviewed.test(words) || /^(?:I|we)$/.test(tail)) return classifyAs('people', 'described');
	if (!/^(?:people|person|persons|those|individual|individuals)$/.test(head)) return null;
	const knows = closeness.test(tail) || (head !== 'those' && contactClause.test(tail));
	return knows ? classifyAs(/^(?:person|individual)$/.test(head) ? 'person' : 'people', 'anonymous', refersBack) : null;
}

/** Groups that name no one, documents, and single ones out of a group. */
function crowd(phrase: Phrase): Classification | null {
	const { mention, tokens, vocabulary, head, words, partitive, isCounted, index } = phrase;
	if (isShare(mention, tokens)) return classifyAs('people', 'described');
	if (vocabulary.quantifiers.has(head) && countsThings(phrase)) return classifyAs('unknown', 'described');
	if (/^(?:no one|not everyone|not all)\b/i.test(words) || (anybody.test(head) && !mention.definite))
		return classifyAs('people', 'vague');
	const isPerson = isPersonal(phrase);
	if (isIn(phrase, vocabulary.documents) && !(isPerson && isPossessed(mention, tokens, index)))
		return classifyAs('document', 'described', mention.definite);
	if (partitive?.picks) return isPerson ? classifyAs('person', 'anonymous') : null;
	if (partitive && !partitive.picks && !mayBePeople(phrase)) return classifyAs('unknown', 'described');
	if (partitive) return classifyAs('people', isIn(phrase, vocabulary.bystanders) ? 'described' : 'vague');
	if (namesMembers(mention, tokens)) return classifyAs('people', 'described');
	if (vocabulary.quantifiers.has(head)) return classifyAs('people', 'vague');
	if (!isIn(phrase, vocabulary.collective) || isCounted) return null;
	const isTied = isTiedToName(mention, tokens, index, true);
	if (isTied && vocabulary.roles.has(head) && !vocabulary.followers.has(head)) return null;
	if (isQuantified(mention, tokens, vocabulary)) return classifyAs('people', 'vague');
	return isTied && (mention.plural || isCapitalized(tokens[mention.firstToken] as Token))
		? classifyAs('people', 'described')
		: classifyAs('people', 'vague');
}

/** "some of them", "many of the Norlanders", "dozens of unions", not "some of the repairs". */
function mayBePeople(phrase: Phrase): boolean {
	const { head, index, tokens, vocabulary } = phrase;
	if (isPersonal(phrase) || isCapitalized(tokens[index] as Token)) return true;
	if (/^(?:them|us|you|whom|those|these|others|who)$/.test(head)) return true;
	return [vocabulary.institutions, vocabulary.outletNouns].some(list => list.has(singularOf(head)));
}

/** "some of the repairs", where "some" stands for the people there are. */
function countsThings(phrase: Phrase): boolean {
	const { mention, tokens, index } = phrase;
	const whole = wholeOf(index + 1, mention.endToken, tokens);
	if (whole === null) return false;
	return !mayBePeople({ ...phrase, index: whole, head: (tokens[whole] as Token).lower });
}

/** Roles, outlets, bodies and people by their nouns. */
function told(phrase: Phrase): Classification | null {
	const { mention, tokens, vocabulary, head, opening, people, refersBack, index } = phrase;
	if (isIn(phrase, vocabulary.bystanders)) {
		return isQuantified(mention, tokens, vocabulary)
			? classifyAs('people', 'vague')
			: classifyAs(people, 'described', refersBack);
	}
	if (isIn(phrase, vocabulary.roles)) return role(phrase);
	if (isIn(phrase, vocabulary.outletNouns))
		return classifyAs('outlet', isLooseOutlet(mention, head, opening) ? 'vague' : 'described', mention.definite);
	if (isQuantified(mention, tokens, vocabulary))
		return things.test(head) ? classifyAs('unknown', 'described') : classifyAs('people', 'vague');
	if (isIn(phrase, vocabulary.institutions))
		// "two prosecutors": single people of a body.
		return mention.plural && isNumbered(mention, tokens) && isPlural(head)
			? classifyAs('people', 'anonymous')
			: classifyAs('organization', 'described', mention.definite);
	const pointsAtGroup = /^(?:these|those)$/.test(opening) && isIn(phrase, vocabulary.people);
	if (pointsAtGroup) return classifyAs('people', 'vague', refersBack);
	if (isIn(phrase, vocabulary.people) && !isLoose(phrase)) return classifyAs(people, 'described', refersBack);
	if (vocabulary.collective.has(head)) return classifyAs(people, mention.plural ? 'vague' : 'anonymous', refersBack);
	if (!vocabulary.publicFigures.has(head)) return null;
	if (numbers.test(opening) || isNumbered(mention, tokens))
		return classifyAs(people, isOfficeOf(phrase) ? 'described' : 'anonymous');
	if (!isLoose(phrase)) return classifyAs(people, 'described', refersBack);
	// Lawmakers and candidates act in public; "leaders" may be anyone.
	const isLoud = !/^(?:leader|politician|member)s?$/.test(head);
	return classifyAs('people', isLoud || isTiedToName(mention, tokens, index, false) ? 'described' : 'vague');
}

/** What no list has. */
function rest(phrase: Phrase): Classification {
	const { mention, tokens, vocabulary, head, opening, people, refersBack, index } = phrase;
	if (numbers.test(opening) && isAgent(head)) return classifyAs(people, isOfficeOf(phrase) ? 'described' : 'anonymous');
	// "environmentalists", "creditors’ groups": a plural without an article is whoever one likes.
	if (mention.plural && isLoose(phrase)) {
		const isBody = vocabulary.institutions.has(singularOf(head));
		if (!isPersonal(phrase) && !isBody) return classifyAs('unknown', 'described');
		return classifyAs(
			isBody ? 'organization' : 'people',
			isTiedToName(mention, tokens, index, false) || (isBody && isToldByName(mention, tokens, index))
				? 'described'
				: 'vague',
		);
	}
	if (offices.test(head)) return classifyAs(people, 'described', refersBack);
	return classifyAs(mention.plural ? 'people' : 'unknown', 'described', refersBack);
}

/** No article, number or owner stands before it. */
function isLoose({ mention, tokens, index, isCounted }: Phrase): boolean {
	return mention.plural && !isCounted && !isPossessed(mention, tokens, index);
}

function isPersonal(phrase: Phrase): boolean {
	const { roles, people, collective, publicFigures, bystanders } = phrase.vocabulary;
	return (
		[roles, people, collective, publicFigures, bystanders].some(list => isIn(phrase, list)) || isAgent(phrase.head)
	);
}

function role(phrase: Phrase): Classification {
	const { mention, tokens, index, people, opening, words, refersBack, vocabulary, head } = phrase;
	// "his attorney", "Obama’s former strategist": whoever is named beside them tells who they are. "His aides": not which.
	if (isPossessed(mention, tokens, index)) return classifyAs(people, mention.plural ? 'anonymous' : 'described');
	// "the prime minister", "the mayor of Leeds", "the Ohio congressman": one holder, who can be looked up.
	if (mention.definite && !mention.plural) {
		if (offices.test(words.toLowerCase())) return classifyAs('person', 'described', true);
		if (opening === 'the' && vocabulary.publicFigures.has(head)) return classifyAs('person', 'described', true);
	}
	return classifyAs(people, 'anonymous', refersBack);
}

/** "a former Harbour Board chairman": an office of a body with a name. */
function isOfficeOf({ mention, tokens, index, head }: Phrase): boolean {
	return !mention.plural && offices.test(head) && isTiedToName(mention, tokens, index, true);
}

function singularOf(word: string): string {
	return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
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
		firmWords.test(mention.name) ||
		/\S & \p{Lu}/u.test(mention.name) ||
		/^[A-Z][A-Z&.]{1,7}$/.test(mention.name) ||
		(mention.definite && !/\s/.test(mention.name) && demonyms.test(bare));
	if (organization) return { kind: 'organization', identification: 'named', refersBack: false };
	if (/\b(?:spokesman|spokeswoman|spokesperson)$/i.test(words))
		return { kind: 'person', identification: 'described', refersBack: false };
	// "Republicans", "Norlanders": members of a body with a name, all of them.
	return classifyAs(peoples.test(mention.name) ? 'people' : 'person', 'named');
}

/** Words for what makes, sells or carries things, and may be a person as well. */
const traders =
	/^(?:maker|manufacturer|producer|supplier|operator|retailer|developer|publisher|distributor|provider|exporter|importer|landlord|builder|brewer|lender|owner|employer|seller|carrier|giant)$/;
const firms =
	/^(?:airline|insurer|chain|start-?up|conglomerate|utility|non-?profit|consultancy|brokerage|subsidiary|arm|wing|group|network|alliance|coalition|body|business|lab|laboratory|think[- ]tank|team|factory|refinery|shipyard|hotel|supermarket|restaurant)$/;
const ranks = /\b(?:largest|biggest|leading|oldest|top|major|only|main|second-largest|third-largest|\w+-based)\b/;

/** Whether a name of several words is that of a firm, which the draft may shorten to its first word. */
export function isFirmName(name: string): boolean {
	return (
		firmWords.test(name) || / (?:Inc|Corp|Co|Ltd|LLC|Company|Corporation|Group|Bank|Motors|Airlines)\.?$/.test(name)
	);
}

/** Whether an appositive tells of a firm or body: "the country’s largest maker of cereal", "a harbour charity". */
export function tellsBody(appositive: string, vocabulary: Vocabulary): boolean {
	if (/^(?:who|whose|whom)\b/i.test(appositive)) return false;
	const [phrase = ''] = appositive
		.toLowerCase()
		.split(/,| (?:of|that|which|whose|who|in|for|with|based|on|at|behind|to|from|by|and)\b/, 1);
	if (
		/^which (?:is|was|are|were|has|had|makes|made|sells|owns|runs|operates|employs|builds|supplies|represents)\b/.test(
			appositive,
		)
	)
		return true;
	const words = phrase.split(/\s+/);
	const head = words.at(-1) ?? '';
	if (!/^(?:the|an?|its|one)\b|['’]s?\b/.test(phrase)) return false;
	if (traders.test(head)) return ranks.test(phrase) || (words.length === 2 && words[0] === 'the');
	return firms.test(head) || vocabulary.institutions.has(head) || vocabulary.outletNouns.has(head);
}

/** Whether what follows the noun tells of someone who knows and is not named: "the official close to the talks". */
export function tellsCloseness({ descriptors }: Mention): boolean {
	return closeness.test(descriptors.join(' '));
}

/** Whether nothing but the bare word is said: "sources", "a source", "officials". */
export function isBare(mention: Mention, tokens: readonly Token[]): boolean {
	if (mention.descriptors.length > 0) return false;
	return tokens
		.slice(mention.firstToken, mention.head)
		.every(token => determiners.has(token.lower) || /^(?:anonymous|unnamed|unidentified|and|,)$/.test(token.lower));
}

/** "insurers that had covered Korrin’s ships": a clause with a name in it tells which they are. */
function isToldByName({ endToken }: Mention, tokens: readonly Token[], index: number): boolean {
	if (!/^(?:that|which)$/.test(tokens[index + 1]?.lower ?? '')) return false;
	return tokens.slice(index + 2, Math.min(endToken, index + 8)).some(isCapitalized);
}

function isPlural(noun: string): boolean {
	return /(?:[^s]s|men|people)$/.test(noun);
}
