/** Sets of severities under one name. A rule that is not listed keeps its own; one that is not there yet is not met. */
import type { RuleSettings } from './settings';

export type PresetName = 'draft' | 'desk' | 'reader';

export const presetNames: readonly PresetName[] = ['draft', 'desk', 'reader'];

export interface Preset {
	readonly rules: RuleSettings;
	/** Whether fixes that reword are offered. */
	readonly rewording: boolean;
	/** Whether pronouns that could stand for two people are asked about. */
	readonly strictPronouns: boolean;
}

export const presets: Readonly<Record<PresetName, Preset>> = {
	/** For one's own draft: each rule as it is. */
	draft: { rules: {}, rewording: true, strictPronouns: false },
	/**
	 * For the desk that signs it off: what bears on sourcing is a warning, and what was a hint is listed. `anonymous-source`
	 * tells apart by itself which of its findings are warnings.
	 */
	desk: {
		rules: {
			'unattributed-claim': 'information',
			'agentless-attribution': 'warning',
			'ambiguous-source': 'warning',
			'late-attribution': 'information',
			'vague-collective': 'warning',
			'single-source': 'warning',
			'dropped-relay': 'warning',
			'unintroduced-source': 'warning',
			'unnamed-document': 'warning',
			'no-response': 'warning',
			'scare-quotes': 'information',
		},
		rewording: true,
		strictPronouns: true,
	},
	/** For another's text: questions in the margin, none of them a fault to be mended, and no other words for it. */
	reader: {
		rules: {
			'unattributed-accusation': 'information',
			'unattributed-quotation': 'information',
			'anonymous-source': 'information',
			'anonymous-opinion': 'information',
			'dehumanizing-language': 'information',
			'headline-outruns-body': 'information',
			'quote-mismatch': 'information',
			'name-variants': 'information',
			'open-query': 'information',
			'vague-time': 'information',
		},
		rewording: false,
		strictPronouns: false,
	},
};
