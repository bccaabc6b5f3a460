/** What a mention tells of its source: kind, identification, and how much is said of one that is not named. */
import type { Token } from '../text/tokens';
import { determiners } from './grammar';
import { isPossessive } from './mentions';
import type { Anonymity, Identification, Mention, SourceKind } from './model';
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

/** Classifies by the words of the mention alone; pronouns are for the resolver. */
export function classify(
	mention: Mention,
	tokens: readonly Token[],
	text: string,
	vocabulary: Vocabulary,
): Classification {
	const words = text.slice(mention.start, mention.end);
	if (mention.form === 'name') return named(mention, words, vocabulary);
	const head = (tokens[mention.head] as Token).lower;
	const opening = (tokens[mention.firstToken] as Token).lower;
	const two = `${tokens[mention.head - 1]?.lower ?? ''} ${head}`;
	const refersBack = mention.definite && mention.descriptors.length === 0;
	const result = (kind: SourceKind, identification: Identification, back = refersBack): Classification => ({
		kind,
		identification,
		refersBack: back,
	});
	const people: SourceKind = mention.plural ? 'people' : 'person';
	const counted = /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|another|the|this|these|those|both)$/.test(
		opening,
	);
	if (vocabulary.spokespeople.has(head) || vocabulary.spokespeople.has(two))
		return result(people, 'described', mention.definite);
	if (vocabulary.unnamed.has(head)) return result(people, 'anonymous');
	if (vocabulary.collective.has(head) && !counted) return result('people', 'vague');
	if (vocabulary.quantifiers.has(head) || (vocabulary.quantifiers.has(opening) && head === opening))
		return result('people', 'vague');
	// "his attorney", "Obama’s former strategist": whoever is named beside them tells who they are.
	const possessed =
		/^(?:his|her|its|their|our|my)$/.test(opening) || tokens.slice(mention.firstToken, mention.head).some(isPossessive);
	if (vocabulary.roles.has(head) && possessed) return result(people, 'described', false);
	if (vocabulary.roles.has(head)) {
		// "the prime minister", "the mayor of Leeds": one holder, who can be looked up.
		if (
			mention.definite &&
			!mention.plural &&
			/\b(?:minister|president|mayor|governor|chancellor|king|queen|pope|chief|director|head|chair|chairman|chairwoman|ceo)\b/.test(
				words.toLowerCase(),
			)
		) {
			return result('person', 'described', true);
		}
		return result(people, 'anonymous');
	}
	if (vocabulary.documents.has(head))
		return result('document', mention.definite || mention.plural ? 'described' : 'vague', mention.definite);
	if (vocabulary.outletNouns.has(head) || vocabulary.outletNouns.has(two))
		return result('outlet', 'described', mention.definite);
	if (vocabulary.institutions.has(head) || vocabulary.institutions.has(two))
		return result('organization', 'described', mention.definite);
	if (vocabulary.people.has(head)) return result(people, 'described');
	if (vocabulary.collective.has(head)) return result('people', mention.plural ? 'vague' : 'anonymous');
	if (vocabulary.quantifiers.has(opening)) return result('people', 'vague');
	return result(mention.plural ? 'people' : 'unknown', 'described');
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

const basisWords =
	/\b(?:familiar with|knowledge of|briefed on|involved in|close to|present at|in the room|took part|who (?:saw|attended|heard|was briefed|were briefed|worked|has seen|have seen)|privy to)\b/i;
const reasonWords =
	/\b(?:on (?:the )?condition (?:of anonymity|that)|anonymous(?:ly)?|not authori[sz]ed|asked not to be|declined to be (?:named|identified)|requested anonymity|fear(?:ing|ed)? (?:of )?(?:reprisal|retaliation))/i;

/** What the sentence says of an unnamed source. `phrase` is the noun phrase, `sentence` what stands around it. */
export function anonymityOf(
	mention: Mention,
	tokens: readonly Token[],
	phrase: string,
	sentence: string,
	vocabulary: Vocabulary,
): Anonymity {
	const head = tokens[mention.head] as Token;
	const opening = tokens[mention.firstToken] as Token;
	const modifiers = tokens
		.slice(mention.firstToken, mention.head)
		.filter(
			token =>
				!determiners.has(token.lower) &&
				token.kind === 'word' &&
				!/^(?:anonymous|unnamed|unidentified)$/.test(token.lower),
		);
	const role = vocabulary.roles.has(head.lower);
	const from = modifiers[0] ?? (role ? head : null);
	const position =
		from && from.start >= opening.start ? phrase.slice(from.start - mention.start, head.end - mention.start) : null;
	const tail = mention.descriptors.join(', ');
	const basis = basisWords.test(tail) ? tail : null;
	const reason = reasonWords.exec(sentence);
	const rest = reason ? sentence.slice(reason.index, reason.index + 120).replace(/[.,;].*$/s, '') : null;
	return { position, basis, reason: rest, plural: mention.plural };
}

/** Whether nothing but the bare word is said: "sources", "a source", "officials". */
export function isBare(mention: Mention, tokens: readonly Token[]): boolean {
	if (mention.descriptors.length > 0) return false;
	return tokens
		.slice(mention.firstToken, mention.head)
		.every(token => determiners.has(token.lower) || /^(?:anonymous|unnamed|unidentified|and|,)$/.test(token.lower));
}
