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

const turnOn = { title: 'Turn On', command: 'sourceCritic.turnOn' };
const reviewIgnores = { title: 'Review Ignores', command: 'sourceCritic.removeStaleIgnores' };
const turnOff = { title: 'Turn Off', command: 'sourceCritic.turnOff' };

/** In words, for a document of which the server has said this, or nothing yet. */
export function statusText(server: ServerState, status: DocumentStatus | undefined): StatusText {
	if (server === 'down') {
		return {
			text: 'not running',
			detail: 'The server has stopped',
			command: { title: 'Restart', command: 'sourceCritic.restart' },
			isWarning: true,
		};
	}
	if (server === 'starting' || status === undefined) {
		return { text: 'reading', detail: '', busy: true };
	}
	switch (status.state) {
		case 'on':
			return {
				text: findings(status),
				detail: [genre(status), ...ignores(status)].join('; '),
				command: status.stale > 0 ? reviewIgnores : turnOff,
			};
		case 'off-setting':
			return { text: 'off', detail: 'Turned off by a setting', command: turnOn };
		case 'off-file':
			return {
				text: 'off for this file',
				detail: 'Left out by the settings or the configuration file',
				command: {
					title: 'Settings',
					command: 'workbench.action.openSettings',
					arguments: ['sourceCritic.files.exclude'],
				},
			};
		case 'not-english':
			return { text: 'not English', detail: 'Only English is read' };
		case 'not-news':
			return {
				text: 'not read as news',
				detail: 'No one is quoted and nothing is attributed',
				command: { title: 'Check Anyway', command: 'sourceCritic.checkAnyway', arguments: [status.uri] },
			};
		case 'too-large':
			return { text: 'large file', detail: 'Changed since it was read: read again when saved' };
		case 'failed':
			return {
				text: 'could not read this file',
				detail: 'The output says why',
				command: { title: 'Show Output', command: 'sourceCritic.showOutput' },
			};
	}
}

function findings({ findings, hidden }: DocumentStatus): string {
	const count = findings === 1 ? '1 finding' : `${findings === 0 ? 'no' : findings} findings`;
	return hidden > 0 ? `${count} shown, ${hidden} more` : count;
}

function ignores({ ignored, stale }: DocumentStatus): readonly string[] {
	return [
		...(ignored > 0 ? [`${ignored} ignored`] : []),
		...(stale > 0 ? [`${stale} ${stale === 1 ? 'ignore fits' : 'ignores fit'} nothing here any more`] : []),
	];
}

const genreNames: ReadonlyMap<string, string> = new Map([['press-release', 'press release']]);

const bases: ReadonlyMap<string, string> = new Map([
	['setting', 'as set'],
	['front-matter', 'from its front matter'],
	['label', 'from its label'],
	['form', 'from its form'],
]);

function genre(status: DocumentStatus): string {
	const name = genreNames.get(status.genre) ?? status.genre;
	const basis = bases.get(status.genreBasis);
	const read = basis === undefined ? `Read as ${name}` : `Read as ${name}, ${basis}`;
	return status.genre === 'press-release' ? `${read}: all of it is the issuer speaking of itself` : read;
}
