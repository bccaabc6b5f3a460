import { Disposable, type TextEditor, type TextEditorSelectionChangeEvent, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CaretMovedParams, caretMovedNotification } from '../../server/src/protocol';
import { isDraft } from './documents';

const pauseInMilliseconds = 100;

interface Place {
	readonly uri: string;
	readonly version: number;
	readonly line: number;
	readonly character: number;
}

/** Tells the server where the caret has gone, so that what it withholds of the sentence just left need not wait. */
export function reportCaret(client: BaseLanguageClient): Disposable {
	let last: Place | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const moved = ({ textEditor }: TextEditorSelectionChangeEvent) => {
		if (!isDraft(textEditor.document)) return;
		const place = placeOf(textEditor);
		const before = last;
		last = place;
		if (before !== undefined && !isMove(before, place)) return;
		clearTimeout(timer);
		timer = setTimeout(() => send(client, place), pauseInMilliseconds);
	};
	return Disposable.from(window.onDidChangeTextEditorSelection(moved), new Disposable(() => clearTimeout(timer)));
}

function placeOf({ document, selection }: TextEditor): Place {
	const { line, character } = selection.active;
	return { uri: document.uri.toString(), version: document.version, line, character };
}

/** Typing carries the caret along its line, and the edit itself says so. */
function isMove(before: Place, after: Place): boolean {
	if (before.uri !== after.uri || before.line !== after.line) return true;
	return before.version === after.version && before.character !== after.character;
}

function send(client: BaseLanguageClient, { uri, line, character }: Place): void {
	if (!client.isRunning()) return;
	const params: CaretMovedParams = { uri, line, character };
	client.sendNotification(caretMovedNotification, params).catch(error => client.error('Caret', error, false));
}
