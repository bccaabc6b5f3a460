/** The light bulb: fixes of a finding, then ways to silence it. */
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type SnippetTextEdit,
	type TextDocumentEdit,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Format } from '../analysis';
import { switchOff } from '../configuration/editConfig';
import { ignoreComment } from '../configuration/suppressions';
import type { Finding, Fix } from '../rules/rule';
import type { Block } from '../text/block';
import type { ClientFeatures } from './clientFeatures';
import { lineStart, toRange } from './convert';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics';

const maxFixes = 3;

/** The configuration file a rule is to be switched off in. */
export interface ConfigTarget {
	readonly uri: string;
	/** Its text, or null where it is still to be made. */
	readonly text: string | null;
	/** The version of its text where it is open in the editor. */
	readonly version: number | null;
	/** The draft's path from the file's folder on; null for a draft that is no file. */
	readonly path: string | null;
}

export interface CodeActionInput {
	readonly document: TextDocument;
	readonly format: Format;
	readonly blocks: readonly Block[];
	/** Those at the caret, in order. */
	readonly findings: readonly Finding[];
	/** What the editor shows there. */
	readonly diagnostics: readonly Diagnostic[];
	/** Null where there is no place for one. */
	readonly config: ConfigTarget | null;
	readonly options: DiagnosticOptions;
}

export function codeActions(input: CodeActionInput): CodeAction[] {
	return input.findings.flatMap(finding => {
		const diagnostic = shownDiagnostic(input, finding);
		const actions = [...fixActions(input, finding), ...ignoreHere(input, finding), ...ignoreInConfig(input, finding)];
		return actions.map(action => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }));
	});
}

/** As the editor has it, so that it knows which squiggle the action is for. */
function shownDiagnostic({ document, diagnostics, options }: CodeActionInput, finding: Finding): Diagnostic {
	const own = toDiagnostic(document, finding, options);
	const range = JSON.stringify(own.range);
	return diagnostics.find(({ code, range: shown }) => code === finding.rule && sameRange(shown, range)) ?? own;
}

function sameRange({ start, end }: Diagnostic['range'], json: string): boolean {
	const plain = {
		start: { line: start.line, character: start.character },
		end: { line: end.line, character: end.character },
	};
	return JSON.stringify(plain) === json;
}

function fixActions({ document, options }: CodeActionInput, { fixes }: Finding): CodeAction[] {
	const rewords = fixes.filter(({ kind }) => kind === 'reword').length;
	return fixes.slice(0, maxFixes).map(fix => ({
		title: fix.title,
		edit: fixEdit(document, fix, options.features),
		// A name is never put to a claim by default, and of several wordings none is preferred.
		...(fix.kind === 'reword' && rewords === 1 && options.features.preferredActions && { isPreferred: true }),
	}));
}

function fixEdit(document: TextDocument, fix: Fix, features: ClientFeatures): WorkspaceEdit {
	const edits = fix.edits.map(({ span, text, snippet }): TextEdit | SnippetTextEdit => {
		const range = toRange(document, span);
		return snippet !== undefined && features.snippetEdits
			? { range, snippet: { kind: 'snippet', value: snippet } }
			: { range, newText: text };
	});
	if (features.documentChanges) {
		return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
	}
	return plainEdit(
		document.uri,
		edits.filter(edit => 'newText' in edit),
	);
}

/** "Ignore here": a comment on a line of its own before the block. Markdown alone has comments, and none within a table. */
function ignoreHere({ document, format, blocks, options }: CodeActionInput, finding: Finding): CodeAction[] {
	const block = blocks[finding.block];
	if (format !== 'markdown' || block === undefined || block.kind === 'table-cell') return [];
	const text = document.getText();
	const line = lineStart(document, block.span.start);
	const at = line === 0 && text.startsWith('\uFEFF') ? 1 : line;
	// Within a block quotation the comment must not end it.
	const prefix = /^[ \t>]*/.exec(text.slice(at, block.span.start))?.[0] ?? '';
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	const range = toRange(document, { start: at, end: at });
	const edit: TextEdit = { range, newText: `${prefix}${ignoreComment(finding.rule)}${eol}` };
	return [{ title: 'Ignore here', edit: documentEdit(document.uri, document.version, [edit], options.features) }];
}

/** Switches the rule off for this file or the workspace, in the configuration file. */
function ignoreInConfig({ config, options }: CodeActionInput, { rule }: Finding): CodeAction[] {
	if (config === null || (config.text === null && !options.features.createFiles)) return [];
	const actions: CodeAction[] = [];
	if (config.path !== null) {
		actions.push(configAction(`Ignore “${rule}” in this file`, config, rule, config.path, options.features));
	}
	actions.push(configAction(`Ignore “${rule}” in this workspace`, config, rule, null, options.features));
	return actions.filter(({ disabled }) => !disabled || options.features.disabledActions);
}

function configAction(
	title: string,
	config: ConfigTarget,
	rule: string,
	path: string | null,
	features: ClientFeatures,
): CodeAction {
	const text = config.text ?? '';
	const changes = switchOff(text, rule, path);
	if (changes === null) {
		return {
			title,
			disabled: { reason: '.source-critic.jsonc has mistakes in it, and is not changed until they are put right.' },
		};
	}
	const document = TextDocument.create(config.uri, 'jsonc', 0, text);
	const edits = changes.map(({ start, end, text }) => ({ range: toRange(document, { start, end }), newText: text }));
	if (config.text !== null) return { title, edit: documentEdit(config.uri, config.version, edits, features) };
	// Fails where the file has come to be meanwhile: nothing is written over.
	const create = { kind: 'create' as const, uri: config.uri, options: { overwrite: false, ignoreIfExists: false } };
	return { title, edit: { documentChanges: [create, textDocumentEdit(config.uri, null, edits)] } };
}

function documentEdit(uri: string, version: number | null, edits: TextEdit[], features: ClientFeatures): WorkspaceEdit {
	return features.documentChanges
		? { documentChanges: [textDocumentEdit(uri, version, edits)] }
		: plainEdit(uri, edits);
}

function textDocumentEdit(uri: string, version: number | null, edits: TextEdit[]): TextDocumentEdit {
	return { textDocument: { uri, version }, edits };
}

function plainEdit(uri: string, edits: TextEdit[]): WorkspaceEdit {
	return { changes: { [uri]: edits } };
}
