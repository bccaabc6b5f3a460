/** The light bulb: at most three fixes, then asking the writer, then ways to ignore what was found. */
import { t } from '@vscode/l10n';
import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type SnippetTextEdit,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	askWriterCommand,
	type IgnoreChoice,
	type IgnoreCommandArguments,
	ignoreCommand,
	type MoreFixesCommandArguments,
	moreFixesCommand,
} from '../protocol';
import type { Finding, Fix } from '../rules/rule';
import type { ClientFeatures } from './clientFeatures';
import { toRange } from './convert';
import { type DiagnosticOptions, toDiagnostic } from './diagnostics';
import { type Squiggle, shownTo } from './oneSquiggle';
import { foundQuery } from './queries';
import { ignoreChoices, ignoreEdit, type SilenceInput } from './silence';

const maxFixes = 3;

export interface CodeActionInput extends SilenceInput {
	/** Those at the caret, and those told with them, in order. */
	readonly findings: readonly Finding[];
	/** All that are shown in the document. */
	readonly shown: readonly Finding[];
	/** What the editor shows there. */
	readonly diagnostics: readonly Diagnostic[];
	readonly options: DiagnosticOptions;
	/** Whether the client can let the reader choose; without it everything is listed. */
	readonly canChoose: boolean;
	/** Whether the client can open a thread with a finding's question. */
	readonly canAsk: boolean;
}

export function codeActions(input: CodeActionInput): CodeAction[] {
	const all = shownTo(input.options.features, input.shown);
	return [...fixActions(input), ...askActions(input), ...ignoreActions(input)].map(({ about, ...action }) => ({
		...action,
		kind: CodeActionKind.QuickFix,
		diagnostics: all
			.filter(({ finding, also }) => about.some(each => each === finding || also.includes(each)))
			.map(squiggle => shownDiagnostic(input, squiggle)),
	}));
}

/** A code action and the findings it is about. */
interface Action extends Pick<CodeAction, 'title' | 'edit' | 'command' | 'disabled' | 'isPreferred'> {
	readonly about: readonly Finding[];
}

/** As the editor has it, so that it knows which squiggle the action is for. */
function shownDiagnostic({ document, diagnostics, options }: CodeActionInput, squiggle: Squiggle): Diagnostic {
	const own = toDiagnostic(document, squiggle, options);
	const range = JSON.stringify(own.range);
	return diagnostics.find(({ code, range: shown }) => code === own.code && sameRange(shown, range)) ?? own;
}

function sameRange({ start, end }: Diagnostic['range'], json: string): boolean {
	const plain = {
		start: { line: start.line, character: start.character },
		end: { line: end.line, character: end.character },
	};
	return JSON.stringify(plain) === json;
}

// --- fixes -------------------------------------------------------------------------------------------------------

/** The first fixes; the others behind "More…", where the client can show them. */
function fixActions({ document, findings, canChoose, options: { features } }: CodeActionInput): Action[] {
	const all = findings.flatMap(finding => {
		const rewords = finding.fixes.filter(({ kind }) => kind === 'reword').length;
		return finding.fixes.map(
			(fix): Action => ({
				title: fix.title,
				edit: fixEdit(document, fix, features),
				about: [finding],
				// A name is never put to a claim by default, and of several wordings none is preferred.
				...(fix.kind === 'reword' && rewords === 1 && features.preferredActions && { isPreferred: true }),
			}),
		);
	});
	if (!canChoose || all.length <= maxFixes) return all;
	const rest = all.slice(maxFixes);
	const more: MoreFixesCommandArguments<WorkspaceEdit | undefined> = {
		fixes: rest.map(({ title, edit }) => ({ title, edit })),
	};
	const title = t('More…');
	return [
		...all.slice(0, maxFixes),
		{
			title,
			command: { title, command: moreFixesCommand, arguments: [more] },
			about: [...new Set(rest.flatMap(({ about }) => about))],
		},
	];
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
	return { changes: { [document.uri]: edits.filter(edit => 'newText' in edit) } };
}

// --- asking ------------------------------------------------------------------------------------------------------

/** "Ask the Writer", of the first finding at the caret: the others stand in its thread's place anyway. */
function askActions({ document, analysis, findings, canAsk }: CodeActionInput): Action[] {
	const [finding] = findings;
	if (!canAsk || !finding) return [];
	const title = t('Ask the Writer');
	const query = foundQuery(document, analysis, finding);
	return [{ title, command: { title, command: askWriterCommand, arguments: [query] }, about: [finding] }];
}

// --- ignoring ----------------------------------------------------------------------------------------------------

/** "Ignore here" and one entry for all other ways, or each way by itself where the client cannot let the reader choose. */
function ignoreActions(input: CodeActionInput): Action[] {
	const { findings, canChoose } = input;
	const choices = findings.map(finding => ({ finding, open: ignoreChoices(input, finding) }));
	if (!canChoose)
		return choices.flatMap(({ finding, open }) => open.flatMap(choice => wayAction(input, finding, choice)));
	const here = choices.flatMap(({ finding, open }) => {
		const narrowest = open.find(({ way }) => way === 'here') ?? open.find(({ way }) => way === 'comment');
		return narrowest ? wayAction(input, finding, { ...narrowest, title: t('Ignore here') }) : [];
	});
	const argument: IgnoreCommandArguments = { choices: choices.flatMap(({ open }) => [...open]) };
	if (argument.choices.length <= here.length) return here;
	const title = t('More ways to ignore…');
	return [...here, { title, command: { title, command: ignoreCommand, arguments: [argument] }, about: findings }];
}

function wayAction(input: CodeActionInput, finding: Finding, { way, title }: IgnoreChoice): Action[] {
	const outcome = ignoreEdit(input, finding, way);
	// Of two findings at one place, each entry says which it is about.
	const isHere = title === t('Ignore here') && input.findings.length > 1;
	const name = isHere ? t('Ignore “{0}” here', finding.rule) : title;
	if (outcome === null) return [];
	if ('edit' in outcome) return [{ title: name, edit: outcome.edit, about: [finding] }];
	if (!input.features.disabledActions) return [];
	return [{ title: name, disabled: { reason: outcome.disabled }, about: [finding] }];
}
