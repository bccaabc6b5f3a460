/** What a draft tells of a source that it does not name. */
import type { Token } from '../text/tokens';
import { determiners } from './grammar';
import type { Anonymity, Mention } from './model';
import type { Vocabulary } from './vocabulary';

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
