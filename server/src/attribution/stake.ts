/**
 * What a draft says beside a source of its stake in the matter: that it owns, funds, represents, opposes, is kin. Only
 * the draft's own words; what it says elsewhere is not looked for (SPJ, "Consider sources' motives").
 */
import type { Token } from '../text/tokens';
import { isComma } from './grammar';
import type { BlockAnalysis, Mention } from './model';

const stakeWords =
	/\b(?:owns?|owned|(?:co-?)?owners?|shareholders?|investors?|invest(?:s|ed) in|funds|funded|finances|financed|paid by|employed by|employees? of|works? for|worked for|lobb(?:y|ies|ied|ying|yists?)|represents|represented|representing|(?:lawyers?|attorneys?|counsel|advis[eo]rs?|consultants?) (?:for|to)|candidates?|rivals?|opponents?|challengers?|competitors?|contractors?|suppliers?|suing|sued|stands? to (?:gain|lose|benefit|profit)|profits? from|benefits? from|campaign(?:s|ed|ing|ers?) (?:for|against)|supports|supported|opposes|opposed|donors?|creditors?|tenants?|landlords?|brother|sister|husband|wife|widow|widower|father|mother|son|daughter|cousin|friend|ally|allies)\b/i;
const relatives: ReadonlySet<string> = new Set(['who', 'whose', 'which']);
/** As much of a clause as a hover bears. */
const longest = 20;

/** The words for it beside one mention; null where there are none. */
export function stakeBeside(analysis: BlockAnalysis, mention: Mention): string | null {
	const told = [...mention.descriptors, clauseBehind(analysis, mention)];
	return told.find(words => stakeWords.test(words)) ?? null;
}

/** "Quist, who owns the ferry, said": the clause behind the name. */
function clauseBehind({ block, tokens, sentences }: BlockAnalysis, { start, endToken }: Mention): string {
	const first = isComma(tokens[endToken]) ? endToken + 1 : endToken;
	if (!relatives.has(tokens[first]?.lower ?? '')) return '';
	const sentence = sentences.find(each => each.start <= start && start < each.end);
	const limit = Math.min(sentence?.endToken ?? first, first + longest);
	let end = first;
	while (end < limit && tokens[end]?.kind !== 'punctuation' && tokens[end]?.kind !== 'quote') end++;
	return block.text.slice(tokens[first]?.start ?? 0, (tokens[end - 1] as Token).end);
}
