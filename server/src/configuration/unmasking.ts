/**
 * What a source book must not hold. Whoever opens the file, now or under a court's order, reads all of it: so it has no
 * entry for a source that is not named, and nothing that says of someone named that they speak without their name.
 *
 * The same patterns stand in `seeds/sources.schema.json`; a test compares them. They are for words alone, so that neither
 * a draft nor anything else that is confidential need be asked.
 */

/** A name that names no one: "a senior official", "our source at the port", "Source B". */
export const namesNoOne =
	/^(?:[Tt]he )?(?:[Aa]nonymous|[Uu]nnamed|[Uu]nidentified|[Uu]ndisclosed|[Cc]onfidential)(?: [\p{Ll}]|$)|^(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Tt]wo|[Ss]everal|[Oo]ur|[Mm]y) \p{Ll}|\bsources?\b|^Sources?(?: (?:\p{Lu}|\p{N}+))?$|\b(?:whistle-?blowers?|informants?|insiders?|leakers?|tipsters?)\b|^(?:[Tt]he )?(?:[\p{Ll}’'-]+ ){0,4}(?:officials?|aides?|advis[eo]rs?|diplomats?|employees?|staffers?|executives?|lawmakers?|negotiators?|colleagues?|contacts?)(?: [\p{Ll}’'-]+){0,8}$/u;

/** Words about someone who is named that say they speak without their name. */
export const tellsUnnamed =
	/\b[Aa]nonym(?:ity|ous(?:ly)?)\b|\b[Uu]nnamed\b|\b[Nn]ot for attribution\b|\b[Oo]ff[- ]the[- ]record\b|\b[Dd]eep background\b|\b[Oo]n background(?:$|[.,;:)])|\b(?:[Cc]onfidential|[Ss]ecret|[Oo]ur|[Mm]y) source\b|\b[Uu]nattributed\b/u;

/** Keys that people may look for to say who an unnamed source is. */
export const unmaskingKeys = [
	'identity',
	'realName',
	'trueName',
	'pseudonym',
	'codename',
	'anonymous',
	'unnamed',
	'anonymousAs',
	'unnamedAs',
	'quotedAs',
	'background',
	'offTheRecord',
] as const;
