/** The line above a draft: how many of its sources are named, how many are not, and what has no source. */
import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { countSpeakers } from '../attribution/speakers';
import { type ShowOverviewArguments, showOverviewCommand } from '../protocol';
import type { Finding } from '../rules/rule';
import { isRead } from '../text/block';
import { toRange } from './convert';

/** Rules whose findings are claims that no one is named for. */
const claimRules: ReadonlySet<string> = new Set(['unattributed-claim', 'unattributed-accusation']);

/** Whether a finding is about a claim that no one is named for. */
export function isClaim({ rule }: Pick<Finding, 'rule'>): boolean {
	return claimRules.has(rule);
}

/**
 * The lens of a draft, above its first words; none where no one speaks and nothing is asked. `findings` are those the
 * editor shows. A client without the command gets the count alone.
 */
export function codeLenses(
	document: TextDocument,
	analysis: Analysis,
	findings: readonly Finding[],
	hasCommand: boolean,
): CodeLens[] {
	const title = overview(analysis, findings);
	const first = analysis.blocks.find(isRead);
	if (title === null || first === undefined) return [];
	const at = { start: first.span.start, end: first.span.start };
	const tooltip = t(
		'Those who speak in this draft. Described: not named, speaking for a named body. Vague: a group that names no one.',
	);
	const argument: ShowOverviewArguments = { list: findings.length > 0 ? 'problems' : 'outline' };
	const command = hasCommand
		? { title, tooltip, command: showOverviewCommand, arguments: [argument] }
		: // No name of a command: editors show the title and do nothing.
			{ title, tooltip, command: '' };
	return [{ range: toRange(document, at), command }];
}

/** "7 named · 5 anonymous · 2 claims without a source"; what there is none of is left out, but for the named. */
function overview({ sources }: Analysis, findings: readonly Finding[]): string | null {
	const { named, described, anonymous, vague } = countSpeakers(sources);
	const claims = findings.filter(isClaim).length;
	const parts = [
		named + described + anonymous + vague > 0 && (named === 0 ? t('None named') : t('{0} named', named)),
		described > 0 && t('{0} described', described),
		anonymous > 0 && t('{0} anonymous', anonymous),
		vague > 0 && t('{0} vague', vague),
		claims > 0 && (claims === 1 ? t('1 claim without a source') : t('{0} claims without a source', claims)),
	].filter(part => part !== false);
	return parts.length > 0 ? parts.join(' · ') : null;
}
