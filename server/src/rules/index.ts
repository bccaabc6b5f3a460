import { agentlessAttribution } from './agentless-attribution';
import { anonymousSource } from './anonymous-source';
import { dehumanizingLanguage } from './dehumanizing-language';
import { editorializing } from './editorializing';
import { euphemism } from './euphemism';
import { hyperbole } from './hyperbole';
import { loadedLanguage } from './loaded-language';
import { loadedReportingVerb } from './loaded-reporting-verb';
import type { Rule } from './rule';
import { scareQuotes } from './scare-quotes';
import { unattributedClaim } from './unattributed-claim';
import { unattributedQuotation } from './unattributed-quotation';
import { vagueCollective } from './vague-collective';

/** Every rule, in the order of DESIGN §5: within a family an earlier one wins where two overlap. */
export const rules: readonly Rule[] = [
	unattributedClaim,
	unattributedQuotation,
	agentlessAttribution,
	anonymousSource,
	vagueCollective,
	loadedLanguage,
	hyperbole,
	euphemism,
	dehumanizingLanguage,
	loadedReportingVerb,
	editorializing,
	scareQuotes,
];
