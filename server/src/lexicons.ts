/** The lexicons, bundled: imported by the entries and by tests, never by the core. */
import claims from '../../seeds/lexicons/claims.json';
import cues from '../../seeds/lexicons/cues.json';
import dehumanizingLanguage from '../../seeds/lexicons/dehumanizing-language.json';
import editorializing from '../../seeds/lexicons/editorializing.json';
import euphemism from '../../seeds/lexicons/euphemism.json';
import hearsay from '../../seeds/lexicons/hearsay.json';
import hyperbole from '../../seeds/lexicons/hyperbole.json';
import loadedLanguage from '../../seeds/lexicons/loaded-language.json';
import reportingVerbs from '../../seeds/lexicons/reporting-verbs.json';
import sources from '../../seeds/lexicons/sources.json';
import wordGroups from '../../seeds/lexicons/word-groups.json';
import type { Lexicons } from './attribution/lexicons';

/** Checked against `seeds/lexicons.schema.json` by the build, so that their shape can be taken as given. */
export const lexicons = {
	claims,
	cues,
	dehumanizingLanguage,
	editorializing,
	euphemism,
	hearsay,
	hyperbole,
	loadedLanguage,
	reportingVerbs,
	sources,
	wordGroups,
} as unknown as Lexicons;
