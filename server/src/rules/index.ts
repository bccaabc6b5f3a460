import { agentlessAttribution } from './agentless-attribution';
import { ambiguousSource } from './ambiguous-source';
import { anonymousOpinion } from './anonymous-opinion';
import { anonymousSource } from './anonymous-source';
import { lateAttribution } from './late-attribution';
import { loadedLanguage } from './loaded-language';
import { loadedReportingVerb } from './loaded-reporting-verb';
import { noResponse } from './no-response';
import type { Rule } from './rule';
import { singleSource } from './single-source';
import { unattributedAccusation } from './unattributed-accusation';
import { unattributedClaim } from './unattributed-claim';
import { unattributedQuotation } from './unattributed-quotation';
import { vagueCollective } from './vague-collective';

/** Every rule, in the order of DESIGN §5: within a family an earlier one wins where two overlap. */
export const rules: readonly Rule[] = [
	unattributedAccusation,
	unattributedClaim,
	unattributedQuotation,
	agentlessAttribution,
	ambiguousSource,
	lateAttribution,
	anonymousSource,
	anonymousOpinion,
	vagueCollective,
	singleSource,
	noResponse,
	loadedLanguage,
	loadedReportingVerb,
];
