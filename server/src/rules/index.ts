import { agentlessAttribution } from './agentless-attribution';
import { ambiguousSource } from './ambiguous-source';
import { anonymousOpinion } from './anonymous-opinion';
import { anonymousSource } from './anonymous-source';
import { dehumanizingLanguage } from './dehumanizing-language';
import { droppedRelay } from './dropped-relay';
import { editorializing } from './editorializing';
import { euphemism } from './euphemism';
import { headlineOutrunsBody } from './headline-outruns-body';
import { hyperbole } from './hyperbole';
import { lateAttribution } from './late-attribution';
import { loadedLanguage } from './loaded-language';
import { loadedReportingVerb } from './loaded-reporting-verb';
import { nameVariants } from './name-variants';
import { noResponse } from './no-response';
import { openQuery } from './open-query';
import { quoteMismatch } from './quote-mismatch';
import type { Rule } from './rule';
import { scareQuotes } from './scare-quotes';
import { singleSource } from './single-source';
import { unattributedAccusation } from './unattributed-accusation';
import { unattributedClaim } from './unattributed-claim';
import { unattributedQuotation } from './unattributed-quotation';
import { unintroducedSource } from './unintroduced-source';
import { unnamedDocument } from './unnamed-document';
import { vagueCollective } from './vague-collective';
import { vagueTime } from './vague-time';

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
	droppedRelay,
	unintroducedSource,
	unnamedDocument,
	noResponse,
	headlineOutrunsBody,
	quoteMismatch,
	nameVariants,
	openQuery,
	loadedLanguage,
	hyperbole,
	euphemism,
	dehumanizingLanguage,
	loadedReportingVerb,
	editorializing,
	scareQuotes,
	vagueTime,
];
