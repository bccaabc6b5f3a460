import { t } from '@vscode/l10n';
import type { DocumentStatus } from '../../server/src/protocol';

/** How the server is, as far as the status item is concerned. */
export type ServerState = 'starting' | 'running' | 'down';

/** What the status item says. */
export interface StatusText {
	/** Stands after "Source Critic: ". */
	readonly text: string;
	readonly detail: string;
	readonly command?: { readonly title: string; readonly command: string; readonly arguments?: readonly unknown[] };
	readonly busy?: boolean;
	readonly isWarning?: boolean;
}

/** In words, for a document of which the server has said this, or nothing yet. */
export function statusText(server: ServerState, status: DocumentStatus | undefined): StatusText {
	if (server === 'down') {
		return {
			text: t('not running'),
			detail: t('The server has stopped'),
			command: { title: t('Restart'), command: 'sourceCritic.restart' },
			isWarning: true,
		};
	}
	if (server === 'starting' || status === undefined) {
		return { text: t('reading'), detail: '', busy: true };
	}
	switch (status.state) {
		case 'on':
			return {
				text: findings(status),
				detail: [genre(status), ...ignores(status)].join('; '),
				command:
					status.stale > 0
						? { title: t('Review Ignores'), command: 'sourceCritic.removeStaleIgnores' }
						: { title: t('Turn Off'), command: 'sourceCritic.turnOff' },
			};
		case 'off-setting':
			return {
				text: t('off'),
				detail: t('Turned off by a setting'),
				command: { title: t('Turn On'), command: 'sourceCritic.turnOn' },
			};
		case 'off-file':
			return {
				text: t('off for this file'),
				detail: t('Left out by the settings or the configuration file'),
				command: {
					title: t('Settings'),
					command: 'workbench.action.openSettings',
					arguments: ['sourceCritic.files.exclude'],
				},
			};
		case 'not-english':
			return { text: t('not English'), detail: t('Only English is read') };
		case 'not-news':
			return {
				text: t('not read as news'),
				detail: t('No one is quoted and nothing is attributed'),
				command: { title: t('Check Anyway'), command: 'sourceCritic.checkAnyway', arguments: [status.uri] },
			};
		case 'too-large':
			return {
				text: t('large file'),
				detail: t('Changed since it was read: read again when saved'),
				command: { title: t('Check Anyway'), command: 'sourceCritic.checkAnyway', arguments: [status.uri] },
			};
		case 'failed':
			return {
				text: t('could not read this file'),
				detail: t('The output says why'),
				command: { title: t('Show Output'), command: 'sourceCritic.showOutput' },
			};
	}
}

function findings({ findings, hidden }: DocumentStatus): string {
	if (hidden > 0) {
		return findings === 1
			? t('1 finding shown, {0} more', hidden)
			: t('{0} findings shown, {1} more', findings, hidden);
	}
	if (findings === 0) return t('no findings');
	return findings === 1 ? t('1 finding') : t('{0} findings', findings);
}

function ignores({ ignored, stale }: DocumentStatus): readonly string[] {
	return [
		...(ignored > 0 ? [t('{0} ignored', ignored)] : []),
		...(stale === 1 ? [t('1 ignore fits nothing here any more')] : []),
		...(stale > 1 ? [t('{0} ignores fit nothing here any more', stale)] : []),
	];
}

function genre({ genre, genreBasis }: DocumentStatus): string {
	const read = readAs(genreName(genre), genreBasis);
	return genre === 'press-release' ? t('{0}: all of it is the issuer speaking of itself', read) : read;
}

function readAs(name: string, basis: string): string {
	switch (basis) {
		case 'setting':
			return t('Read as {0}, as set', name);
		case 'front-matter':
			return t('Read as {0}, from its front matter', name);
		case 'label':
			return t('Read as {0}, from its label', name);
		case 'form':
			return t('Read as {0}, from its form', name);
		default:
			return t('Read as {0}', name);
	}
}

/** As it stands in "Read as news"; a name that is not known stands for itself. */
function genreName(genre: string): string {
	switch (genre) {
		case 'news':
			return t({ message: 'news', comment: ['Read as news'] });
		case 'analysis':
			return t({ message: 'analysis', comment: ['Read as analysis'] });
		case 'opinion':
			return t({ message: 'opinion', comment: ['Read as opinion'] });
		case 'interview':
			return t({ message: 'interview', comment: ['Read as interview'] });
		case 'press-release':
			return t({ message: 'press release', comment: ['Read as press release'] });
		case 'court':
			return t({ message: 'court', comment: ['Read as court: court and police reports'] });
		case 'report':
			return t({ message: 'report', comment: ['Read as report: a report or a paper'] });
		case 'essay':
			return t({ message: 'essay', comment: ['Read as essay'] });
		case 'encyclopedia':
			return t({ message: 'encyclopedia', comment: ['Read as encyclopedia'] });
		default:
			return genre;
	}
}
