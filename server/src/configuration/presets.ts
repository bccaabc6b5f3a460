/** Sets of severities under one name. A rule that is not listed keeps its own. */
import type { RuleSettings } from './settings';

export type PresetName = 'draft' | 'desk' | 'reader';

export const presetNames: readonly PresetName[] = ['draft', 'desk', 'reader'];

export const presets: Readonly<Record<PresetName, RuleSettings>> = {
	/** For one's own draft: each rule as it is. */
	draft: {},
	/** For the desk that signs it off: what bears on sourcing is a warning. `anonymous-source` tells apart by itself which of its findings are. */
	desk: {
		'unattributed-claim': 'warning',
		'agentless-attribution': 'warning',
		'vague-collective': 'warning',
	},
	/** For another's text: when it was is for its reader to find out. */
	reader: {
		'vague-time': 'information',
	},
};
