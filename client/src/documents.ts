import { languages, type TextDocument, workspace } from 'vscode';

/** The shared configuration file, and the list of ignores. */
export const configurationNames = ['.source-critic.jsonc', '.source-critic.ignores.json'] as const;

/** The source book: nothing changes it behind the scenes. */
const sourceBookName = '.source-critic.sources.jsonc';

/** The languages of the texts that are read. */
const draftLanguages = ['markdown', 'plaintext'] as const;

/**
 * Where drafts lie: on disk, unsaved, on a remote, and wherever the folders of this window lie. Naming the schemes
 * leaves out what only looks like a draft: the old side of a diff, output channels, comment boxes.
 */
function draftSchemes(): ReadonlySet<string> {
	const folders = workspace.workspaceFolders?.map(folder => folder.uri.scheme) ?? [];
	return new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-local', ...folders]);
}

/** Texts that are read. */
export function draftSelector(): { readonly scheme: string; readonly language: string }[] {
	return [...draftSchemes()].flatMap(scheme => draftLanguages.map(language => ({ scheme, language })));
}

/** Everything the server sees: drafts, and the files that say how they are read, in which it points out mistakes. */
export function serverSelector(): { readonly scheme: string; readonly language?: string; readonly pattern?: string }[] {
	const configurations = [...draftSchemes()].flatMap(scheme =>
		[...configurationNames, sourceBookName].map(name => ({ scheme, pattern: `**/${name}` })),
	);
	return [...draftSelector(), ...configurations];
}

/** Whether a document is read. */
export function isDraft(document: TextDocument): boolean {
	return languages.match(draftSelector(), document) > 0;
}

/** Texts over a million UTF-16 units are read when opened and saved, not at every stroke. */
const largeLength = 1_000_000;

export function isLarge(document: TextDocument): boolean {
	const end = document.lineAt(document.lineCount - 1).range.end;
	return document.offsetAt(end) > largeLength;
}
