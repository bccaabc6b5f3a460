import { commands, type Disposable, l10n, Position, Range, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
	type AddToSourceBookParams,
	addToSourceBookCommand,
	addToSourceBookRequest,
	type SourceBookAnswer,
} from '../../server/src/protocol';
import { isDraft } from './documents';

const shownForMilliseconds = 8000;

/** Adds a source to the source book, the one at the caret unless told otherwise, and opens the book there for review. */
export function registerAddToSourceBook(client: BaseLanguageClient): Disposable {
	return commands.registerCommand(addToSourceBookCommand, async (given?: AddToSourceBookParams) => {
		const params = given ?? placeOfCaret(client);
		if (!params) return tell(l10n.t('$(info) Put the caret on the name of a source in a draft first.'));
		await client.start();
		const answer = await client.sendRequest<SourceBookAnswer<WorkspaceEdit> | null>(addToSourceBookRequest, params);
		if (!answer) return tell(l10n.t('$(info) This text is not read by Source Critic.'));
		const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
		if (edit && !(await workspace.applyEdit(edit)))
			return tell(l10n.t('$(info) Not added: the source book has changed meanwhile.'));
		if (answer.book) await show(answer.book);
		if (answer.refusal) return tell(`$(info) ${answer.refusal}`);
		if (edit) return tell(l10n.t('$(check) Added to the source book: look it over, then save it.'));
		return tell(l10n.t('$(info) This source is in the source book already.'));
	});
}

function placeOfCaret(client: BaseLanguageClient): AddToSourceBookParams | undefined {
	const editor = window.activeTextEditor;
	if (!editor || !isDraft(editor.document)) return undefined;
	const { line, character } = editor.selection.active;
	return { uri: client.code2ProtocolConverter.asUri(editor.document.uri), line, character };
}

/** The book is left unsaved: what goes into it is for its editor to say. */
async function show({ uri, line, character }: NonNullable<SourceBookAnswer['book']>): Promise<void> {
	const at = new Position(line, character);
	const document = await workspace.openTextDocument(Uri.parse(uri));
	await window.showTextDocument(document, { preview: false, selection: new Range(at, at) });
}

function tell(message: string): void {
	window.setStatusBarMessage(message, shownForMilliseconds);
}
