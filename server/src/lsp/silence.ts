/** Ways to ignore a finding, and the edit that each comes to. */
import { t } from '@vscode/l10n';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Format } from '../analysis';
import { switchOff } from '../configuration/editConfig';
import { newIgnores, parseIgnoreFile, withIgnore } from '../configuration/ignoreFile';
import { type Ignorable, type Ignores, phraseIgnore, placeIgnore } from '../configuration/ignores';
import { eachByItself } from '../configuration/judge';
import { ignoreComment } from '../configuration/suppressions';
import type { IgnoreChoice } from '../protocol';
import type { Finding } from '../rules/rule';
import type { ClientFeatures } from './clientFeatures';
import { lineStart, toRange } from './convert';
import { oneLine } from './markdown';

/** A file that is to be changed or made. */
export interface FileTarget {
	readonly uri: string;
	/** Its text, or null where it is still to be made. */
	readonly text: string | null;
	/** The version of its text where it is open in the editor. */
	readonly version: number | null;
	/** The draft's path from the file's folder on; null for a draft that is no file. */
	readonly path: string | null;
}

export interface SilenceInput {
	readonly document: TextDocument;
	readonly format: Format;
	readonly analysis: Analysis;
	/** Null where there is no place for one. */
	readonly config: FileTarget | null;
	readonly ignores: FileTarget | null;
	readonly features: ClientFeatures;
	ignorable(rule: string): Ignorable;
}

export type Way = IgnoreChoice['way'];

/** An edit, or why there is none. */
export type Outcome = { readonly edit: WorkspaceEdit } | { readonly disabled: string };

/** The ways that are open to a finding, the narrowest first. */
export function ignoreChoices(input: SilenceInput, finding: Finding): readonly IgnoreChoice[] {
	const { rule, span } = finding;
	const phrase = shortened(oneLine(input.document.getText().slice(span.start, span.end)));
	const titles: Readonly<Record<Way, string>> = {
		here: t('Ignore here'),
		phrase: t('Ignore “{0}” in every file', phrase),
		file: t('Ignore “{0}” in this file', rule),
		workspace: t('Ignore “{0}” in this workspace', rule),
		comment: t('Ignore with a comment before this paragraph'),
	};
	const ways: readonly Way[] = ['here', 'phrase', 'file', 'workspace', 'comment'];
	return ways
		.filter(way => isOpen(input, finding, way))
		.map(way => ({ way, title: titles[way], uri: input.document.uri, rule, ...span }));
}

/** The edit of one way; a reason is kept where the ignore is. */
export function ignoreEdit(input: SilenceInput, finding: Finding, way: Way, reason?: string): Outcome | null {
	if (!isOpen(input, finding, way)) return null;
	if (way === 'comment') return commentBefore(input, finding, reason);
	if (way === 'file' || way === 'workspace') return switchedOff(input, finding, way, reason);
	return listed(input, finding, way, reason);
}

/** The edit that replaces the whole text of a file, making it where it is missing. */
export function rewritten(target: FileTarget, text: string, features: ClientFeatures): WorkspaceEdit {
	const before = TextDocument.create(target.uri, 'json', 0, target.text ?? '');
	const range = toRange(before, { start: 0, end: before.getText().length });
	return fileEdit(target, [{ range, newText: text }], features);
}

function isOpen(
	{ config, ignores, features, format, analysis, ignorable }: SilenceInput,
	finding: Finding,
	way: Way,
): boolean {
	const block = analysis.blocks[finding.block];
	if (way === 'comment') return format === 'markdown' && block !== undefined && block.kind !== 'table-cell';
	const target = way === 'here' || way === 'phrase' ? ignores : config;
	if (target === null || (target.text === null && !features.createFiles)) return false;
	if ((way === 'here' || way === 'file') && target.path === null) return false;
	if (way === 'here') return true;
	if (ignorable(finding.rule) === 'one by one') return false;
	return way !== 'phrase' || phraseIgnore(noHash, analysis.blocks, finding) !== null;
}

const noHash = () => '';

/** A line in the list of ignores. */
function listed(
	{ analysis, ignores, features }: SilenceInput,
	finding: Finding,
	way: 'here' | 'phrase',
	reason: string | undefined,
): Outcome | null {
	if (ignores === null) return null;
	const file = parseIgnoreFile(ignores.text ?? '');
	if (file.problem !== null) {
		return { disabled: brokenFile('.source-critic.ignores.json') };
	}
	// An empty file has no salt yet.
	const list: Ignores = file.ignores.salt === '' ? newIgnores(Math.random) : file.ignores;
	const { blocks } = analysis;
	const ignore =
		way === 'phrase'
			? phraseIgnore(list.hash, blocks, finding)
			: placeIgnore(list.hash, ignores.path ?? '', blocks, eachByItself(analysis.findings), finding);
	return ignore === null ? null : { edit: rewritten(ignores, withIgnore(list, ignore, reason), features) };
}

/** The rule off in the configuration file, for this file or the workspace. */
function switchedOff(
	{ config, features }: SilenceInput,
	{ rule }: Finding,
	way: 'file' | 'workspace',
	reason: string | undefined,
): Outcome | null {
	if (config === null) return null;
	const text = config.text ?? '';
	const changes = switchOff(text, rule, way === 'file' ? config.path : null, reason);
	if (changes === null) {
		return { disabled: brokenFile('.source-critic.jsonc') };
	}
	const document = TextDocument.create(config.uri, 'jsonc', 0, text);
	const edits = changes.map(({ start, end, text }) => ({ range: toRange(document, { start, end }), newText: text }));
	return { edit: fileEdit(config, edits, features) };
}

/** A comment on a line of its own before the block. Markdown alone has comments, and none within a table. */
function commentBefore(
	{ document, analysis, features }: SilenceInput,
	finding: Finding,
	reason: string | undefined,
): Outcome | null {
	const block = analysis.blocks[finding.block];
	if (block === undefined) return null;
	const text = document.getText();
	const line = lineStart(document, block.span.start);
	const at = line === 0 && text.startsWith('\uFEFF') ? 1 : line;
	// Within a block quotation the comment must not end it.
	const prefix = /^[ \t>]*/.exec(text.slice(at, block.span.start))?.[0] ?? '';
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	const range = toRange(document, { start: at, end: at });
	const edit: TextEdit = { range, newText: `${prefix}${ignoreComment(finding.rule, reason)}${eol}` };
	const target = { uri: document.uri, text, version: document.version, path: null };
	return { edit: fileEdit(target, [edit], features) };
}

/** The edit of one file, making it where it is missing. */
export function fileEdit(
	{ uri, text, version }: FileTarget,
	edits: TextEdit[],
	features: ClientFeatures,
): WorkspaceEdit {
	if (!features.documentChanges) return { changes: { [uri]: edits } };
	const change = { textDocument: { uri, version: text === null ? null : version }, edits };
	if (text !== null) return { documentChanges: [change] };
	// Fails where the file has come to be meanwhile: nothing is written over.
	const create = { kind: 'create' as const, uri, options: { overwrite: false, ignoreIfExists: false } };
	return { documentChanges: [create, change] };
}

function brokenFile(name: string): string {
	return t('{0} has mistakes in it, and is not changed until they are put right.', name);
}

const longestPhrase = 40;

function shortened(words: string): string {
	return words.length > longestPhrase ? `${words.slice(0, longestPhrase)}…` : words;
}
